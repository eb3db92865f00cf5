/* SPDX-License-Identifier: GPL-2.0-or-later */
/* ledger_line.h: a line of the ledger, as the files that read and write it share it. */
#ifndef LEDGER_LINE_H
#define LEDGER_LINE_H

#include "ledger.h"

enum { LEDGER_VERSION = 1 };

/* Each event uses the members that its row in ledger_events names; the others are NULL. */
struct ledger_line {
	uint64_t seq;
	char *event, *time;
	char *machine_id, *dmi_serial;
	uint64_t version;
	struct pin pin;
	char *from;
	char *plan, *boot_id, *note, *steps, *what, *wish, *about, *plan_file, *takes_back, *finishes;
	char *knob, *target, *object, *pf, *original, *before, *value;
	char *outcome, *done;
	char *who;
};

/* In the order of `ledger_events`. */
enum {
	LEDGER_MACHINE,
	LEDGER_PIN,
	LEDGER_RUN_BEGIN,
	LEDGER_APPLIED,
	LEDGER_RELEASED,
	LEDGER_KEPT,
	LEDGER_RUN_END,
	LEDGER_CONSENT,
	LEDGER_ASSUMED,
	LEDGER_REVOKED,
	LEDGER_SETTLED,
	LEDGER_NAMED,
	LEDGER_MOVED,
	N_LEDGER_EVENTS
};
#define LEDGER_PARTIAL "partial"
#define LEDGER_PASSING JOURNAL_PASSING
#define LEDGER_HALFWAY "halfway"
size_t ledger_event_of(const struct ledger_line *); /* N_LEDGER_EVENTS: none of them */

/* What pawl has set by an applied or released line of the last run; strings are the line's and the run's. */
struct applied ledger_setting(const struct ledger *, const struct ledger_line *);
/* Takes such a line into what its run has turned, and what stands. */
void ledger_take_setting(const struct ledger *, const struct ledger_line *, struct applied_list *turned,
	struct applied_list *applied);

/* That it is no longer pawl's, as a boot or somebody else has it; strings are those of `applied`. */
struct ledger_line ledger_line_released(const struct applied *);
/* That it stands as it was set, which was half of something until now. */
struct ledger_line ledger_line_confirmed(const struct applied *);

/* The exit code of a run's end; -1: it died, or came to none (NULL). */
int ledger_end_parse(const char *outcome, enum outcome *ret_outcome);
/* Nobody has to go on with a run that came to this end; NULL: it came to none. */
bool ledger_end_is_good(const char *outcome);

/*
 * What stood of physical functions before a run that was only passing: of one whose number of VFs a restore
 * brings back, and of all of which a boot has taken it away. open: what a run without an end here has turned.
 */
void ledger_pass_back(const struct ledger *, const char *pf, struct applied_list *applied);
void ledger_pass_all_back(const struct ledger *, const struct applied_list *open, const struct survey *,
	struct applied_list *applied);

/* Which numbers of VFs among these are partial (survey.h), as the runs ended that have set them. */
void ledger_take_partial(const struct ledger *, struct applied_list *);

/* What the survey has of the machine; NULL: not known. */
const char *ledger_machine_text(const struct survey *, enum machine_fact);

/* Sets how the ledger stands; what reading it found, and came to, goes on to the report. */
int ledger_stand(
	struct ledger *, const struct survey *, const struct report *read, int result, struct report *report);

/* -1 and a finding when nothing can be added to it. */
int ledger_refuse(const struct ledger *, const char *object, struct report *);

/* Takes a line in, as reading the file does; what is appended later is taken in as well. */
void ledger_take(void *ledger, const void *line);

/*
 * Who stood where when it was noted last (ledger_moved.c). What is known of a place goes with a device that
 * is noted elsewhere, all that one append notes at once, and is put aside when another one is noted there.
 */
void ledger_take_stood(struct ledger *, const struct pin *);
void ledger_survey_stood(const struct ledger *, struct survey *);
void ledger_take_moved(struct ledger *, const struct ledger_line *);
void ledger_settle_moved(struct ledger *);
const char *ledger_aside_from(const char *place); /* the address in it; NULL: it was not put aside */
bool ledger_stands(const struct ledger *, const struct pin *); /* noted where it is */
/* What it reads where its device is now, as far as a boot or a hand has moved it since; NULL: not known. */
const char *ledger_now(const struct ledger *, const struct survey *, const struct applied *);
/* Lines of these that stood elsewhere, and of those in whose place they are, or that were put aside, where
 * the machine has them now; how many, at most two a pin and one of each that stood anywhere. */
size_t ledger_lines_moved(const struct ledger *, const struct pin_list *pinned, const struct survey *,
	bool by_files, struct ledger_line *lines);

/* The last word on what knobs have learned: one namespace has one name, the last that it was given. */
void ledger_learn(struct applied_list *learned, const struct applied *word);

/* A word on a name that says something new, and no step has said it; FORMER: the name till then, or NULL. */
bool ledger_is_naming(const struct applied_list *learned, const struct applied *, const char **ret_former);
void ledger_take_naming(struct ledger *, const struct ledger_line *, const struct applied *word);
void ledger_free_namings(struct ledger *);

void ledger_take_domain(struct ledger *, const struct ledger_line *);
void ledger_free_words(struct ledger *);

/* Of a ledger that is not whole: the domains, as far as they bid caution. */
void ledger_survey_doubted(const struct ledger *, struct survey *);
/* Of one that has not them any more: those that the journal tells of. And the lines that it needs of what the
 * survey has without its word, for the caller to free; their strings are the survey's and the ledger's. */
void ledger_survey_lost(const struct ledger *, const struct journal *, struct survey *);
void ledger_survey_given(const struct ledger *, const struct journal *, struct survey *);
struct ledger_line *ledger_lines_lost(const struct ledger *, const struct survey *, size_t *ret_n);
/* Takes in what the survey has of it that consent is taken back, as words without a line. */
void ledger_take_lost(struct ledger *, const struct survey *);
#define LEDGER_BOOT_UNKNOWN "unknown"

/* Appends these lines, all or none but for the last ones, and takes them in; the machine's line first, then
 * what the survey has of secure domains and the ledger lacks, also when there is no line else. */
int ledger_append(struct ledger *, struct ledger_line *, size_t n, const struct survey *, struct report *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ledger.h: what pawl remembers of this machine from one run to the next. Floor 4, engine.
 *
 * var/lib/pawl/ledger: JSON lines with a sequence number and a CRC-32, only ever appended to. The first line
 * says which machine it is of. Debts are not here but in the journal: they end with a run, this does not.
 */
#ifndef LEDGER_H
#define LEDGER_H

#include "journal.h"
#include "ledger_run.h"
#include "survey.h"

/* What was said of a secure domain: by `who`, NULL: by a plan. `lost`: the journal has it, and no line. */
struct ledger_word {
	enum { SAID_CONSENT, SAID_REVOKED, SAID_ASSUMED, SAID_SETTLED } what;
	char *port, *digest, *time, *who, *boot_id, *note; /* NULL: there is none */
	bool lost;
};

struct ledger {
	struct record record;
	struct pin_list pins, stood, moving;  /* the last words on handles; on places (ledger_moved.c) */
	struct applied_list applied, learned; /* learned: as survey->kept */
	struct domains domains;               /* as the survey had them, and what has been added since */
	struct ledger_word *words;            /* in their order, and so are runs and namings (runs.h) */
	struct ledger_run *runs;
	struct ledger_naming *namings;
	size_t n_words, n_runs, n_namings;
	uint64_t version;
	char *machine_id, *dmi_serial; /* whose it is; NULL: not known, or the ledger is empty */
	struct survey *beside;         /* whose words go where the ledger's go (ledger_keep); else NULL */
	struct remembered stands; /* not whole: nothing of it is a ground to go on, and nothing is added */
};

/* Reads it and holds it against the machine surveyed: what is wrong with it is a warning, and gates ask about
 * it. -1 and a finding when it cannot be read. */
int ledger_open(struct ledger *, struct host *, const struct survey *, struct report *);
void ledger_free(struct ledger *);

/* What planning needs of it, into the survey: pins, domains, and what pawl has set, with what the journal
 * tells of a run that is not in the ledger yet. KEPT: survey->kept alone; RUN: of that this run's alone. */
void ledger_survey(const struct ledger *, const struct journal *, struct survey *);
void ledger_survey_kept(const struct ledger *, const struct journal *, struct survey *);
void ledger_survey_run(const struct ledger *, const struct journal *, struct survey *);

/* The value of a knob that is KNOB_REMEMBERED, by its target: consent to a secure domain. */
void ledger_read(const struct ledger *, const char *target, struct reading *);
int ledger_consent(
	struct ledger *, const char *port, const char *digest, const struct survey *, struct report *);

/* Notes what the operator says, now and in this boot. Who takes consent back clears no `assumed`; who settles
 * a domain leaves consent to it as it is. -1 and a finding. */
int ledger_say(struct ledger *, const struct ledger_word *, const struct survey *, struct report *);

/* Consent is taken back, in the journal too: an older ledger that is put back does not hide it. */
int ledger_revoke(struct ledger *, const struct ledger_word *, const struct survey *, struct report *);

/* The last word on that domain that is one of the two; NULL: there is none. */
const struct ledger_word *ledger_last_word(const struct ledger *, const char *port, int what, int or_what);

/* Before a one-way step: what it may do is taken for done from now on (DESIGN rule 5). -1 and a finding. */
int ledger_assume(
	struct ledger *, struct journal *, const struct step *, const struct survey *, struct report *);

/* Notes pins, and names (namespaces_named) that survey->kept has from then on; -1 and a finding when not.
 * What the survey has of devices that have moved is at their new places then. */
int ledger_keep(struct ledger *, const struct pin_list *, bool by_files, struct survey *, struct report *);
int ledger_name(struct ledger *, const struct applied_list *, struct survey *, struct report *);

/* Nothing is to come back of a device that is out of service; nor of what is given up, but what is confirmed
 * (restore.h). -1 and a finding. */
int ledger_take_out(struct ledger *, const struct plan *, const struct survey *, struct report *);
int ledger_release(struct ledger *, const struct applied_list *, const struct survey *, struct report *);
int ledger_confirm(struct ledger *, const struct applied_list *, const struct survey *, struct report *);

/* The lines of a run: its begin, before the journal's; after it what the journal says was set, and its end.
 * ledger_run_end ends the last run that has none, also one that died before this one; none is fine. What
 * became of a write without a result, `after` tells. */
int ledger_run_begin(struct ledger *, const struct journal_entry *begin, const struct ledger_run *goal,
	const struct survey *, struct report *);
int ledger_run_end(struct ledger *, const struct journal *, const struct survey *after, struct report *);

/* The file's form, for who explains it; NULL beyond the last event. */
extern const struct record_row ledger_row;
struct ledger_event {
	const char *name, *help;
};
const struct ledger_event *ledger_event_at(size_t);

#endif

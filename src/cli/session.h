/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * session.h: what commands share: the machine, its lock, survey, wish and plan, the streams. Private to cli.
 */
#ifndef SESSION_H
#define SESSION_H

#include "cli.h"

struct host *session_host(struct session *); /* NULL and a finding when the machine cannot be opened */

/* Takes the host's lock for the rest of the run. -1 and a finding that says who has it. */
int host_lock(struct host *, struct report *);
int session_lock(struct session *);
void session_unlock(struct session *);

/* EBUSY and who holds that lock, for the caller to free; 0 when nobody does, else the errno for which it is
 * not known. Takes nothing from anyone. */
int host_lock_look(struct host *, const char *name, char **ret_holder);

/* The survey from --facts or from the machine; and what pawl remembers of it: the journal's debts and the
 * ledger's pins, which facts hold themselves. -1 and findings. */
int session_survey(struct session *, struct survey *);
int session_ledger(struct session *, const struct journal *, struct survey *); /* of the ledger alone */
int session_facts(struct session *, const char *path, struct survey *);        /* of one file */
int session_memory(struct session *, struct survey *);
/* All of these, and the ledger itself: -1 and a finding too when what it says is not believed. */
int session_remember(struct session *, struct survey *, struct ledger *);
int session_wish(struct session *); /* loads all files given, or a saved plan; -1 and findings */

/* A saved plan's bytes as configuration; -1 and a finding when the plan made anew is another; its end. */
int session_take_saved(struct session *, const char *name, const char *bytes, size_t length);
int session_check_saved(struct session *, const struct planning *);
/* The same of a plan of which a run has done a part: what it has turned is not held against it. before_boot:
 * a boot may have taken that away. */
int session_check_begun(
	struct session *, const struct planning *, const struct applied_list *turned, bool before_boot);
void session_forget_saved(struct session *);

/* A plan of the wish for the host in planning->survey; -1 too when --host names another machine. */
struct asked session_asked(const struct session *); /* points into the session's options */
int session_planning(struct session *, struct planning *);

/* That a run is under way: what is looked at may be changing. */
bool session_run_is_under_way(struct session *);
void session_note_run(struct session *);

/* A file that the user named, "-" is the input; the caller frees it. NULL, or -1, and a finding. */
char *session_read(struct session *, const char *path, size_t *ret_length);
int session_write(struct session *, const char *path, const char *text);     /* NULL, "-": the output */
int session_write_new(struct session *, const char *path, const char *text); /* over nothing else */

/* What `print` makes of the survey goes to --out, or the output. remembers: and of what pawl remembers. */
enum outcome session_write_survey(struct session *,
	int (*print)(const struct survey *, struct text *, struct report *),
	int (*write)(struct session *, const char *path, const char *text));

/* Whether it was there for one reading alone: "-", a FIFO, what a shell made of <(...). NULL is none. */
bool file_is_stream(const char *path);

/* The files of facts in a directory, by name; NULL-ended, for the caller to free. NULL and a finding. */
bool file_is_directory(const char *path);
char **session_list_facts(struct session *, const char *path);

/* All bytes of a regular file of at most `most`; -1 without a word when it is none. Never waits. */
int file_peek(const char *path, size_t most, struct text *);

/* Prints text; what is wrong with the stream is found at the end of the run. */
void session_print(struct session *, const struct text *);

/* Prints the findings that have come since the last call; those that read alike come once. */
void session_tell(struct session *);

/* All findings in the order in which they were told, or will be; the session's. */
const struct finding *const *session_findings(struct session *, size_t *ret_n);
void session_forget(struct session *);

/* What the findings ask for, FAILED when they ask for nothing: of a command that could not do its work. */
enum outcome session_outcome(const struct session *);

bool session_given(const struct session *, enum option_id);

#endif

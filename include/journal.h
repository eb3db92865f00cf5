/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * journal.h: what a run intends and what it did, so that the next one knows. Floor 4, engine.
 *
 * var/lib/pawl/journal: one JSON object a line, with a sequence number, each line fsync'ed by OP_APPEND
 * before the write that it announces. An incomplete last line is dropped and reported; inner damage is an
 * error.
 */
#ifndef JOURNAL_H
#define JOURNAL_H

#include "journal_entry.h"
#include "plan.h"
#include "record.h"
#include "survey.h"

struct journal {
	struct record record; /* the file; an incomplete last line goes before the next is written */
	struct journal_entry *entries;
	size_t n;
};

/* Reads the journal; none is an empty one. -1 and a finding when it is damaged inside. */
int journal_open(struct journal *, struct host *, struct report *);
void journal_free(struct journal *);

/* Appends one line and fsyncs; -1 and a finding when the machine does not take it. The entry is copied. */
int journal_append(struct journal *, const struct journal_entry *, struct report *);

/*
 * Writes the file anew: those entries of which kept[i] is set, or all for NULL, numbered anew. A torn line is
 * gone then. -1 and a finding as above.
 */
int journal_rewrite(struct journal *, const bool *kept, struct report *);

/* Before the ledger hears of a run: an empty one gets a line, so that one that is lost is missed. */
#define JOURNAL_OPENED "opened"
int journal_begin_file(struct journal *, struct report *);

/* A long journal begins anew with its open debts, and what was assumed: for who has taken all else into the
 * ledger. */
int journal_trim(struct journal *, struct report *);

/* The lines that a run writes, each by journal_append. Of an intend the note may be that it is passing, of a
 * line of a step that the write of another line sets this. */
#define JOURNAL_PASSING "passing"
#define JOURNAL_BESIDE  "beside"
struct journal_entry journal_begin_entry(const struct plan *, const char *boot_id, const char *now);
int journal_intend(struct journal *, const struct step *, const char *target, struct report *);
int journal_learned(struct journal *, const char *name, const char *value, struct report *);
struct step_end {
	enum step_result result;
	const char *note, *reads; /* why; as above */
};
int journal_result(
	struct journal *, const struct step *, const char *target, const struct step_end *, struct report *);

/* Of a run that died, before the machine is looked at: what its helpers are still at is on its way, and that
 * it reads as before is no proof that it was not asked for. -1 and a finding. */
int journal_note_running(struct journal *, struct host *, struct report *);

/* What the file does not take stands in `entries` all the same: the ledger may take it. */
int journal_end(struct journal *, enum outcome, struct report *);

/* That the domain may be secure from now on, for who loses the ledger: no trimming takes it. */
#define JOURNAL_ASSUMED "assumed"
int journal_assumed(struct journal *, const char *port, struct report *);
/* That consent to the domain is taken back, for who puts back an older ledger: nor this. */
#define JOURNAL_REVOKED "revoked"
int journal_revoked(struct journal *, const char *port, const struct revocation *, struct report *);

/* Strikes out the survey's debts whose function is gone: the value that was owed went with it. */
int journal_void(struct journal *, const struct survey *, struct report *);
bool debt_is_void(const struct survey *, const struct debt *);

/* Open debts -> survey->debts. One on a volatile knob is void when the boot_id is another one now. */
void journal_debts(const struct journal *, struct survey *);

/* The "begin" of the last run and its "end": NULL when there is none, or when it never came to one. */
void journal_last_run(
	const struct journal *, const struct journal_entry **ret_begin, const struct journal_entry **ret_end);

size_t journal_count_done(const struct journal *, const struct journal_entry *begin); /* of its steps */

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The journal's lines: one JSON object each, on the disk before the write that it announces. */
#include "journal.h"
#include "address.h"
#include <stdlib.h>

#define MEMBER(at, type, words) RECORD_MEMBER(struct journal_entry, at, #at, type, words)
static const struct member members[] = {
	MEMBER(event, MEMBER_TEXT,
		"opened (the first line of all), begin, intend, learned, assumed (target may be secure from "
		"then on), revoked (consent to target is taken back), how a step ended, void (a debt whose "
		"function is gone), end"),
	MEMBER(time, MEMBER_TEXT, "RFC 3339, UTC; of begin, revoked and end"),
	MEMBER(plan, MEMBER_TEXT, "the plan's id"),
	MEMBER(boot_id, MEMBER_TEXT, "the boot that the run is in, or in which it is revoked"),
	MEMBER(step, MEMBER_NUMBER, "the step's number; of begin, how many there are"),
	MEMBER(knob, MEMBER_TEXT, "what is turned"),
	MEMBER(target, MEMBER_TEXT, "whose knob it is"),
	MEMBER(before, MEMBER_TEXT, "what it read, or had to"),
	MEMBER(after, MEMBER_TEXT, "what it is set to"),
	MEMBER(object, MEMBER_TEXT, "as people know it"),
	MEMBER(pf, MEMBER_TEXT, "of a step on a virtual function: the physical function that makes it"),
	MEMBER(note, MEMBER_TEXT,
		"why; of end, the exit code; of begin, the SHA-256 of the kept plan, or restore; of intend, "
		"passing: a later step of the run sets the knob again; beside: the write of the same step "
		"sets this as well; of revoked, who says so"),
	MEMBER(reads, MEMBER_TEXT,
		"of stopped: what it reads since the write, which the kernel took; neither before nor after"),
	MEMBER(owes, MEMBER_FLAG, "before must be put back"),
	{ 0 },
};

/* A debt is on a knob that may be set for the moment, and on a target that it has. */
static bool debt_is_whole(const struct journal_entry *entry)
{
	const struct knob *knob = knob_find(entry->knob);
	const struct knob_turn back = { entry->target, entry->after, entry->before };
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };

	return knob && knob->flags & KNOB_TEMPORARY && knob_is_of(knob, entry->target) &&
	       knob->write(knob, &back, &op, &scratch) == 0;
}

/* What tells of a knob, whatever number it gives. */
static bool entry_is_of_step(const struct journal_entry *entry)
{
	for (size_t i = 0; i < STEP_RESULTS; i++)
		if (string_equal(entry->event, step_result_names[i]))
			return true;
	return string_equal(entry->event, "intend") || string_equal(entry->event, "void") ||
	       (entry->step > 0 && !string_equal(entry->event, "begin"));
}

/*
 * A step's line without its knob and values would become a debt of nothing, and one on what has no such knob
 * one that the ledger does not read. Of a knob that this pawl does not know nothing is taken.
 */
static bool step_is_whole(const struct journal_entry *entry)
{
	const struct knob *knob = entry->knob ? knob_find(entry->knob) : NULL;

	return entry->knob && entry->target && entry->before && entry->after &&
	       (!knob || knob->flags & KNOB_REMEMBERED || knob_is_of(knob, entry->target)) &&
	       (!entry->pf || address_valid(entry->pf));
}

/* As the ledger has the same word. */
static bool word_is_whole(const struct journal_entry *entry)
{
	return entry->target && address_valid(entry->target) && entry->time && entry->note && entry->boot_id;
}

static bool entry_is_whole(const void *data)
{
	const struct journal_entry *entry = data;

	if (!entry->event)
		return false;
	if (string_equal(entry->event, "begin") && !(entry->plan && entry->time))
		return false;
	if (string_equal(entry->event, JOURNAL_ASSUMED) && !(entry->target && address_valid(entry->target)))
		return false;
	if (string_equal(entry->event, JOURNAL_REVOKED) && !word_is_whole(entry))
		return false;
	if ((entry_is_of_step(entry) || entry->owes) && !step_is_whole(entry))
		return false;
	return !entry->owes || debt_is_whole(entry);
}

static const struct record_row row = {
	.path = "var/lib/pawl/journal",
	.name = "journal",
	.damaged = "journal-damaged",
	.torn = "journal-torn",
	.unreadable = "journal-unreadable",
	.unwritable = "journal-unwritable",
	.lost = "what earlier runs left behind cannot be told",
	.members = members,
	.size = sizeof(struct journal_entry),
	.is_whole = entry_is_whole,
};

/* The entry is kept as the file has it; the strings are copied. */
static void journal_keep(void *data, const void *entry)
{
	struct journal *journal = data;

	journal->entries = memory_grow(journal->entries, journal->n, sizeof(*journal->entries));
	entry_copy(&row, &journal->entries[journal->n++], entry);
}

int journal_open(struct journal *journal, struct host *host, struct report *report)
{
	*journal = (struct journal){ .record = { .row = &row, .host = host } };
	return record_read(&journal->record, journal_keep, journal, report);
}

void journal_free(struct journal *journal)
{
	for (size_t i = 0; i < journal->n; i++)
		entry_free(&row, &journal->entries[i]);
	free(journal->entries);
	*journal = (struct journal){ 0 };
}

/* Entries leave the list, the others are numbered anew. */
static void keep_only(struct journal *journal, const bool *kept)
{
	size_t n = 0;

	for (size_t i = 0; i < journal->n; i++) {
		if (kept && !kept[i]) {
			entry_free(&row, &journal->entries[i]);
			continue;
		}
		journal->entries[n] = journal->entries[i];
		journal->entries[n].seq = n + 1;
		n++;
	}
	journal->n = n;
}

int journal_rewrite(struct journal *journal, const bool *kept, struct report *report)
{
	keep_only(journal, kept);
	return record_replace(&journal->record, journal->entries, journal->n, report);
}

int journal_append(struct journal *journal, const struct journal_entry *entry, struct report *report)
{
	struct journal_entry numbered = *entry;

	numbered.seq = journal->record.next_seq;
	if (record_append(&journal->record, &numbered, report) < 0)
		return -1;
	journal_keep(journal, &numbered);
	return 0;
}

int journal_begin_file(struct journal *journal, struct report *report)
{
	const struct journal_entry opened = { .event = (char *)JOURNAL_OPENED };

	return journal->n > 0 ? 0 : journal_append(journal, &opened, report);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The journal's file: one JSON object a line, on the disk before the write that it announces. */
#include "journal.h"
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char journal_path[] = "var/lib/pawl/journal";

/* The text members of an entry: one row each reads, writes and frees it. */
static const struct member {
	const char *name;
	size_t offset;
} members[] = {
	{ "event", offsetof(struct journal_entry, event) },
	{ "time", offsetof(struct journal_entry, time) },
	{ "plan", offsetof(struct journal_entry, plan) },
	{ "boot_id", offsetof(struct journal_entry, boot_id) },
	{ "knob", offsetof(struct journal_entry, knob) },
	{ "target", offsetof(struct journal_entry, target) },
	{ "before", offsetof(struct journal_entry, before) },
	{ "after", offsetof(struct journal_entry, after) },
	{ "object", offsetof(struct journal_entry, object) },
	{ "note", offsetof(struct journal_entry, note) },
};
enum { MEMBERS = sizeof(members) / sizeof(members[0]) };

static char **member_of(const struct journal_entry *entry, size_t i)
{
	return (char **)((char *)entry + members[i].offset);
}

static void entry_free(struct journal_entry *entry)
{
	for (size_t i = 0; i < MEMBERS; i++)
		free(*member_of(entry, i));
}

/* The entry is kept as the file has it; the caller's strings are copied. */
static void journal_keep(struct journal *journal, const struct journal_entry *like)
{
	struct journal_entry *entry;

	journal->entries = memory_grow(journal->entries, journal->n, sizeof(*entry));
	entry = &journal->entries[journal->n++];
	*entry = *like;
	for (size_t i = 0; i < MEMBERS; i++)
		*member_of(entry, i) = string_copy(*member_of(like, i));
}

/* JSON has no words for bytes that are no UTF-8, which sysfs may hold: they are written as \\xff. */
static json_t *json_of(const char *text)
{
	json_t *json = json_string(text);
	AUTO_TEXT struct text printable = { 0 };

	if (json)
		return json;
	text_add_printable(&printable, text, strlen(text));
	return json_string(text_string(&printable));
}

static char *entry_print(const struct journal_entry *entry)
{
	json_t *line = json_pack("{s:I, s:I, s:b}", "seq", (json_int_t)entry->seq, "step",
		(json_int_t)entry->step, "owes", entry->owes);
	char *text;

	for (size_t i = 0; i < MEMBERS; i++)
		if (*member_of(entry, i))
			json_object_set_new(line, members[i].name, json_of(*member_of(entry, i)));
	text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(line);
	return text;
}

/* A debt is on a knob that may be set for the moment, and on a target that it has. */
static bool debt_is_whole(const struct journal_entry *entry)
{
	const struct knob *knob = knob_find(entry->knob);
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };

	return knob && knob->flags & KNOB_TEMPORARY && knob->read(entry->target, &op, &scratch) == 0;
}

/* A step's line without its knob and values would become a debt of nothing. */
static bool entry_is_whole(const struct journal_entry *entry)
{
	bool of_step = entry->step > 0 && !string_equal(entry->event, "begin");

	if (!entry->event)
		return false;
	if ((of_step || entry->owes) && !(entry->knob && entry->target && entry->before && entry->after))
		return false;
	return !entry->owes || debt_is_whole(entry);
}

/* -1 when it is not a line of ours. */
static int entry_parse(const char *bytes, size_t length, struct journal_entry *ret_entry)
{
	json_t *line = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
	json_int_t seq = 0, step = 0;
	int owes = 0,
	    result = json_unpack(line, "{s:I, s:I, s:b}", "seq", &seq, "step", &step, "owes", &owes);

	*ret_entry = (struct journal_entry){ .seq = (uint64_t)seq, .step = (size_t)step, .owes = owes };
	for (size_t i = 0; i < MEMBERS; i++)
		*member_of(ret_entry, i) =
			string_copy(json_string_value(json_object_get(line, members[i].name)));
	json_decref(line);
	if (result == 0 && seq > 0 && step >= 0 && entry_is_whole(ret_entry))
		return 0;
	entry_free(ret_entry);
	return -1;
}

static int report_damage(size_t line, const char *what, struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "journal-damaged",
			.path = journal_path,
			.hint = "look at the line, compare with the machine, then move the file away" },
		"line %zu %s: what earlier runs left behind cannot be told", line, what);
	return -1;
}

static void report_torn(const struct journal *journal, struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = WARNING, .id = "journal-torn", .path = journal_path },
		"the last line is incomplete (%zu bytes) and is dropped: a run ended while writing it",
		journal->torn);
}

/*
 * A line is on the disk whole before the next is begun, so only the last can be incomplete: a crash while it
 * was written, before what it announces. Anything else wrong is damage (rule 12).
 */
static int journal_parse(struct journal *journal, const char *bytes, size_t length, struct report *report)
{
	size_t at = 0;

	for (size_t line = 1; at < length; line++) {
		const char *end = memchr(bytes + at, '\n', length - at);
		struct journal_entry entry;

		if (!end) {
			journal->torn = length - at;
			report_torn(journal, report);
			return 0;
		}
		if (entry_parse(bytes + at, (size_t)(end - bytes) - at, &entry) < 0)
			return report_damage(line, "is not a journal entry", report);
		journal_keep(journal, &entry);
		entry_free(&entry);
		if (journal->entries[journal->n - 1].seq != journal->next_seq)
			return report_damage(line, "is out of sequence", report);
		journal->next_seq++;
		at = (size_t)(end - bytes) + 1;
	}
	return 0;
}

int journal_open(struct journal *journal, struct host *host, struct report *report)
{
	struct done done = { 0 };
	int result = 0;

	*journal = (struct journal){ .host = host, .next_seq = 1 };
	host_do(host, &(struct op){ .verb = OP_READ, .path = journal_path }, &done);
	if (done.err == 0)
		result = journal_parse(journal, done.data, done.len, report);
	else if (done.err != ENOENT) {
		report_add(report,
			&(struct finding){ .severity = ERROR,
				.outcome = done.err == EACCES ? NEEDS_ROOT : FAILED,
				.id = "journal-unreadable",
				.path = journal_path,
				.error = done.err },
			"what earlier runs did cannot be read");
		result = -1;
	}
	done_free(&done);
	return result;
}

void journal_free(struct journal *journal)
{
	for (size_t i = 0; i < journal->n; i++)
		entry_free(&journal->entries[i]);
	free(journal->entries);
	*journal = (struct journal){ 0 };
}

static int report_refusal(int error, struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "journal-unwritable",
			.path = journal_path,
			.error = error,
			.hint = "make room or mend the file system; pawl writes nothing that it cannot note "
				"first" },
		"the journal does not take the next line");
	return -1;
}

/* Entries leave the list, the others are numbered anew. */
static void keep_only(struct journal *journal, const bool *kept)
{
	size_t n = 0;

	for (size_t i = 0; i < journal->n; i++) {
		if (kept && !kept[i]) {
			entry_free(&journal->entries[i]);
			continue;
		}
		journal->entries[n] = journal->entries[i];
		journal->entries[n].seq = n + 1;
		n++;
	}
	journal->n = n;
	journal->next_seq = n + 1;
}

int journal_rewrite(struct journal *journal, const bool *kept, struct report *report)
{
	AUTO_TEXT struct text whole = { 0 };
	struct done done = { 0 };
	int error;

	keep_only(journal, kept);
	for (size_t i = 0; i < journal->n; i++) {
		AUTO_FREE char *line = entry_print(&journal->entries[i]);
		text_addf(&whole, "%s\n", line);
	}
	error = host_do(journal->host,
		&(struct op){ .verb = OP_REPLACE,
			.path = journal_path,
			.in = text_string(&whole),
			.in_len = whole.length },
		&done);
	done_free(&done);
	if (error)
		return report_refusal(error, report);
	journal->torn = 0;
	return 0;
}

int journal_append(struct journal *journal, const struct journal_entry *entry, struct report *report)
{
	struct journal_entry numbered = *entry;
	AUTO_FREE char *line = NULL;
	AUTO_TEXT struct text text = { 0 };
	struct done done = { 0 };
	int error;

	/* what is torn would stand in the middle of the file after the next line */
	if (journal->torn && journal_rewrite(journal, NULL, report) < 0)
		return -1;
	numbered.seq = journal->next_seq;
	line = entry_print(&numbered);
	text_addf(&text, "%s\n", line);
	error = host_do(journal->host,
		&(struct op){ .verb = OP_APPEND,
			.path = journal_path,
			.in = text_string(&text),
			.in_len = text.length },
		&done);
	done_free(&done);
	if (error)
		return report_refusal(error, report);
	journal_keep(journal, &numbered);
	journal->next_seq++;
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads and writes a file of numbered lines in the machine's state directory. */
#include "record.h"
#include <errno.h>
#include <string.h>
#include <time.h>

static int report_damage(const struct record *record, size_t line, const char *what, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = FAILED,
			.id = record->row->damaged,
			.path = record->row->path,
			.hint = "look at the line, compare with the machine, then move the file away",
		},
		"line %zu %s: %s", line, what, record->row->lost);
	return -1;
}

static void report_torn(const struct record *record, struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = WARNING, .id = record->row->torn, .path = record->row->path },
		"the last line is incomplete (%zu bytes) and is dropped: a run ended while writing it",
		record->torn);
}

/* What the reading of a file is made of. */
struct reading_on {
	struct record *record;
	void (*keep)(void *data, const void *entry);
	void *data;
	struct report *report;
};

static int take_line(const struct reading_on *on, size_t number, const char *line, size_t length)
{
	struct record *record = on->record;
	AUTO_FREE void *entry = memory_new(1, record->row->size);
	uint64_t seq;

	if (record_parse_line(record->row, line, length, entry) < 0)
		return report_damage(record, number, "is not an entry of it", on->report);
	seq = *(uint64_t *)entry;
	on->keep(on->data, entry);
	entry_free(record->row, entry);
	if (seq != record->next_seq)
		return report_damage(record, number, "is out of sequence", on->report);
	record->next_seq++;
	return 0;
}

/* Lines are appended in their order: only the last can be incomplete. */
static int take_lines(const struct reading_on *on, const char *bytes, size_t length)
{
	const char *rest = bytes, *end;

	for (size_t number = 1; rest < bytes + length; number++, rest = end + 1) {
		size_t left = length - (size_t)(rest - bytes);

		end = memchr(rest, '\n', left);
		if (!end) {
			on->record->torn = left;
			report_torn(on->record, on->report);
			return 0;
		}
		if (take_line(on, number, rest, (size_t)(end - rest)) < 0)
			return -1;
	}
	return 0;
}

static const char *unreadable_hint(const struct done *done)
{
	if (done->len)
		return "pawl believes a file that root alone can write, in a directory that root alone can "
		       "write";
	if (done->err == EFBIG)
		return "it has more than 64 MiB: compare what it tells with the machine, then move it away, "
		       "and a new one is begun";
	return done->err == EACCES ? "root can read it: run it with sudo"
				   : "see why the file cannot be read: nothing is applied before it can";
}

int record_read(
	struct record *record, void (*keep)(void *data, const void *entry), void *data, struct report *report)
{
	const struct reading_on on = { record, keep, data, report };
	struct done done = { 0 };
	int result = 0;

	record->next_seq = 1;
	host_do(record->host, &(struct op){ .verb = OP_READ, .path = record->row->path }, &done);
	if (done.err == 0)
		result = take_lines(&on, done.data, done.len);
	else if (done.err != ENOENT) {
		report_add(report,
			&(struct finding){
				.severity = ERROR,
				.outcome = done.err == EACCES ? NEEDS_ROOT : UNAVAILABLE,
				.id = record->row->unreadable,
				.path = record->row->path,
				.hint = unreadable_hint(&done),
				.error = done.err,
			},
			"the %s cannot be read%s%s%s: %s", record->row->name, done.len ? " (" : "",
			done.len ? (const char *)done.data : "", done.len ? ")" : "", record->row->lost);
		result = -1;
	}
	done_free(&done);
	return result;
}

static void report_refused(const struct record *record, const struct done *done, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = FAILED,
			.id = record->row->unwritable,
			.path = record->row->path,
			.error = done->err,
			.hint = "make room or mend the file system; pawl writes nothing that it cannot note "
				"first",
		},
		"the %s does not take the next line%s%s", record->row->name, done->len ? ": " : "",
		done->len ? (const char *)done->data : "");
}

static int record_write(
	struct record *record, enum op_verb verb, const struct text *bytes, struct report *report)
{
	struct done done = { 0 };
	int error = host_do(record->host,
		&(struct op){
			.verb = verb,
			.path = record->row->path,
			.in = text_string(bytes),
			.in_len = bytes->length,
		},
		&done);

	if (error)
		report_refused(record, &done, report);
	done_free(&done);
	return error ? -1 : 0;
}

/* What is torn would stand in the middle of the file after the next line. */
static int drop_torn(struct record *record, struct report *report)
{
	struct text whole = { 0 };
	struct done done = { 0 };
	int result = -1;

	if (host_do(record->host, &(struct op){ .verb = OP_READ, .path = record->row->path }, &done) == 0 &&
		done.len >= record->torn)
		text_add_bytes(&whole, done.data, done.len - record->torn);
	if (done.err)
		report_refused(record, &done, report);
	else
		result = record_write(record, OP_REPLACE, &whole, report);
	record->torn = result ? record->torn : 0;
	done_free(&done);
	text_free(&whole);
	return result;
}

static void lines_print(
	const struct record *record, const void *entries, size_t n, uint64_t first, struct text *text)
{
	for (size_t i = 0; i < n; i++) {
		const char *entry = (const char *)entries + i * record->row->size;
		AUTO_FREE char *line = record_print_line(record->row, entry, first + i);

		text_addf(text, "%s\n", line);
	}
}

/* What pawl itself would call damage: once in the file it locks out every later command. */
static bool is_readable(const struct record *record, const void *entries, size_t i)
{
	AUTO_FREE void *numbered = memory_new(1, record->row->size);

	memcpy(numbered, (const char *)entries + i * record->row->size, record->row->size);
	*(uint64_t *)numbered = record->next_seq + i;
	return record->row->is_whole(numbered);
}

static int refuse_unreadable(const struct record *record, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = FAILED,
			.id = record->row->unwritable,
			.path = record->row->path,
			.hint = "nothing is written; this is pawl's mistake: report it, with the journal",
		},
		"the next line of the %s would be no entry of it", record->row->name);
	return -1;
}

int record_append_all(struct record *record, const void *entries, size_t n, struct report *report)
{
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < n; i++)
		if (!is_readable(record, entries, i))
			return refuse_unreadable(record, report);
	if (record->torn && drop_torn(record, report) < 0)
		return -1;
	lines_print(record, entries, n, record->next_seq, &text);
	if (record_write(record, OP_APPEND, &text, report) < 0)
		return -1;
	record->next_seq += n;
	return 0;
}

int record_append(struct record *record, const void *entry, struct report *report)
{
	return record_append_all(record, entry, 1, report);
}

int record_replace(struct record *record, const void *entries, size_t n, struct report *report)
{
	AUTO_TEXT struct text whole = { 0 };

	lines_print(record, entries, n, 1, &whole);
	if (record_write(record, OP_REPLACE, &whole, report) < 0)
		return -1;
	record->next_seq = n + 1;
	record->torn = 0;
	return 0;
}

char *record_time(void)
{
	return record_time_after(NULL);
}

char *record_time_after(const char *earlier)
{
	enum { SECOND = sizeof("2026-11-21T10:20:00") - 1 };
	char text[SECOND + 1];
	struct timespec now;
	struct tm parts;

	clock_gettime(CLOCK_REALTIME, &now);
	strftime(text, sizeof(text), "%FT%T", gmtime_r(&now.tv_sec, &parts));
	if (!earlier || !string_starts(earlier, text))
		return text_print("%sZ", text);
	return text_print("%s.%06ldZ", text, now.tv_nsec / 1000);
}

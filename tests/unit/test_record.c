/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A record's file: what is written is read, what is torn is dropped, what is damaged is said. */
#include "../support/suite.h"
#include "record.h"
#include "twin.h"
#include <check.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

struct note {
	uint64_t seq;
	char *words;
	uint64_t weight;
	bool heavy;
};

static bool note_is_whole(const void *data)
{
	return ((const struct note *)data)->words;
}

static const struct member members[] = {
	{ .name = "words", .type = MEMBER_TEXT, .offset = offsetof(struct note, words) },
	{ .name = "weight", .type = MEMBER_NUMBER, .offset = offsetof(struct note, weight) },
	{ .name = "heavy", .type = MEMBER_FLAG, .offset = offsetof(struct note, heavy) },
	{ 0 },
};
static const struct record_row row = {
	.path = "var/lib/pawl/notes",
	.name = "notes",
	.damaged = "notes-damaged",
	.torn = "notes-torn",
	.unreadable = "notes-unreadable",
	.unwritable = "notes-unwritable",
	.lost = "nothing can be told",
	.members = members,
	.size = sizeof(struct note),
	.crc = true,
	.is_whole = note_is_whole,
};

static struct twin *twin;
static struct host *host;
static struct report report;
static char said[1024];

static void begin(void)
{
	struct survey world = { 0 };

	twin = twin_new(&world, NULL);
	host = twin_host(twin);
}

static void end(void)
{
	report_free(&report);
	host_free(host);
}

static void keep(void *data, const void *entry)
{
	const struct note *note = entry;
	size_t length = strlen(said);

	(*(size_t *)data)++;
	snprintf(said + length, sizeof(said) - length, "%s/%d/%d ", note->words, (int)note->weight,
		note->heavy);
}

/* How many lines are read; -1 when they cannot be. */
static int read_all(struct record *record)
{
	size_t n = 0;

	*record = (struct record){ .row = &row, .host = host };
	*said = '\0';
	return record_read(record, keep, &n, &report) < 0 ? -1 : (int)n;
}

static void write_file(const char *bytes)
{
	struct done done = { 0 };

	ck_assert_int_eq(
		host_do(host,
			&(struct op){
				.verb = OP_REPLACE, .path = row.path, .in = bytes, .in_len = strlen(bytes) },
			&done),
		0);
	done_free(&done);
}

static char *read_file(void)
{
	struct done done = { 0 };
	char *bytes;

	ck_assert_int_eq(host_do(host, &(struct op){ .verb = OP_READ, .path = row.path }, &done), 0);
	bytes = string_copy(done.data);
	done_free(&done);
	return bytes;
}

static void append_two(void)
{
	struct record record;

	ck_assert_int_eq(read_all(&record), 0);
	ck_assert_int_eq(
		record_append(&record, &(struct note){ .words = (char *)"lead", .weight = 11, .heavy = true },
			&report),
		0);
	ck_assert_int_eq(record_append(&record, &(struct note){ .words = (char *)"down" }, &report), 0);
}

START_TEST(written_is_read)
{
	struct record record;

	append_two();
	ck_assert_int_eq(read_all(&record), 2);
	ck_assert_str_eq(said, "lead/11/1 down/0/0 ");
	ck_assert_uint_eq(record.next_seq, 3);
	ck_assert_uint_eq(report.n, 0);
}
END_TEST

START_TEST(torn_line_is_dropped_and_replaced)
{
	struct record record;
	AUTO_FREE char *whole = NULL, *mended = NULL;

	append_two();
	whole = read_file();
	whole[strlen(whole) - 5] = '\0';
	write_file(whole);
	ck_assert_int_eq(read_all(&record), 1);
	ck_assert_uint_gt(record.torn, 0);
	ck_assert_str_eq(report.findings[0].id, "notes-torn");
	ck_assert_int_eq(record_append(&record, &(struct note){ .words = (char *)"new" }, &report), 0);
	ck_assert_int_eq(read_all(&record), 2);
	ck_assert_str_eq(said, "lead/11/1 new/0/0 ");
	mended = read_file();
	ck_assert_ptr_null(strstr(mended, "down"));
}
END_TEST

/* Every single character matters: to the CRC, to JSON or to the sequence. */
START_TEST(any_changed_byte_is_damage)
{
	AUTO_FREE char *whole = NULL;
	struct record record;

	append_two();
	whole = read_file();
	for (size_t i = 0; i < strlen(whole); i++) {
		char was = whole[i];

		if (was == '\n')
			continue;
		whole[i] = was == '1' ? '2' : '1';
		write_file(whole);
		ck_assert_msg(read_all(&record) < 0, "byte %zu", i);
		whole[i] = was;
	}
}
END_TEST

START_TEST(line_left_out_is_damage)
{
	AUTO_FREE char *whole = NULL;
	struct record record;

	append_two();
	whole = read_file();
	write_file(strchr(whole, '\n') + 1);
	ck_assert_int_eq(read_all(&record), -1);
	ck_assert_str_eq(report.findings[0].id, "notes-damaged");
	ck_assert_ptr_nonnull(strstr(report.findings[0].text, "out of sequence"));
}
END_TEST

START_TEST(refused_line_takes_no_number)
{
	struct record record;

	append_two();
	ck_assert_int_eq(read_all(&record), 2);
	twin_set_fault(twin, &(struct strike){ .fault = FAULT_FAIL, .at_write = row.path, .error = ENOSPC });
	ck_assert_int_eq(record_append(&record, &(struct note){ .words = (char *)"new" }, &report), -1);
	ck_assert_int_eq(report.findings[0].error, ENOSPC);
	ck_assert_uint_eq(record.next_seq, 3);
}
END_TEST

START_TEST(replaced_is_numbered_anew)
{
	const struct note notes[] = { { .words = (char *)"a" }, { .words = (char *)"b" },
		{ .words = (char *)"c" } };
	struct record record;

	append_two();
	ck_assert_int_eq(read_all(&record), 2);
	ck_assert_int_eq(record_replace(&record, notes, 3, &report), 0);
	ck_assert_uint_eq(record.next_seq, 4);
	ck_assert_int_eq(read_all(&record), 3);
	ck_assert_str_eq(said, "a/0/0 b/0/0 c/0/0 ");
}
END_TEST

START_TEST(two_times_are_two_within_one_second)
{
	AUTO_FREE char *first = record_time();
	AUTO_FREE char *second = record_time_after(first);

	ck_assert_uint_eq(strlen(first), strlen("2026-11-21T10:20:00Z"));
	ck_assert_str_ne(first, second);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, written_is_read);
	tcase_add_test(tests, torn_line_is_dropped_and_replaced);
	tcase_add_test(tests, any_changed_byte_is_damage);
	tcase_add_test(tests, line_left_out_is_damage);
	tcase_add_test(tests, refused_line_takes_no_number);
	tcase_add_test(tests, two_times_are_two_within_one_second);
	tcase_add_test(tests, replaced_is_numbered_anew);
}

int main(void)
{
	return suite_run("record", add_tests);
}

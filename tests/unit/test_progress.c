/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Progress on a terminal: what stands on the screen while steps are in hand, and what is left at the end. */
#include "../../src/cli/live.h"
#include "suite.h"
#include "twin_world.h"

static const char wish[] = "pawl: 1\nhosts:\n  kp001:\n    devices:\n"
			   "      nic0: {select: {pci: \"0000:02:00.0\"}, vfs: {count: 2, driver: none}}\n"
			   "      ssd0: {select: {pci: \"0000:03:00.0\"}, vfs: {count: 2, driver: none}}\n";

enum { ROWS = 64, COLUMNS = 200 };

/* A screen that knows what pawl uses: text, newline, CPL (up so many lines) and ED (clear from here). */
static struct {
	char rows[ROWS][COLUMNS + 1];
	size_t row, column, columns;
	char seen[65536]; /* all that ever stood in a row that was taken away */
} screen;

static unsigned columns_now;

static struct host *open_twin(const struct world *world, const char *root, struct report *report)
{
	(void)root, (void)report;
	return twin_host(world->data);
}

static void leave_twin(const struct world *world, struct host *host)
{
	(void)world, (void)host;
}

static unsigned err_columns(const struct world *world)
{
	(void)world;
	return columns_now;
}

static void screen_clear_from(size_t row)
{
	for (; row < ROWS; row++) {
		strcat(strcat(screen.seen, screen.rows[row]), "\n");
		screen.rows[row][0] = '\0';
	}
}

static const char *sequence_play(const char *at)
{
	char *end;
	unsigned long n = strtoul(at + 2, &end, 10);

	if (*end == 'F') {
		ck_assert_uint_le(n, screen.row);
		screen.row -= n;
		screen.column = 0;
	} else {
		ck_assert_int_eq(*end, 'J');
		screen_clear_from(screen.row);
	}
	return end + 1;
}

static void screen_play(const char *text, size_t columns)
{
	memset(&screen, 0, sizeof(screen));
	while (*text) {
		if (*text == '\033') {
			text = sequence_play(text);
		} else if (*text == '\n') {
			screen.row++, screen.column = 0, text++;
		} else {
			if (screen.column == columns)
				screen.row++, screen.column = 0;
			screen.rows[screen.row][screen.column++] = *text++;
			screen.rows[screen.row][screen.column] = '\0';
		}
		ck_assert_uint_lt(screen.row, ROWS);
	}
}

static char *err;

/* pawl apply -y -, on a machine where making VFs takes some seconds. */
static void apply(unsigned out_width)
{
	char *words[] = { (char *)"pawl", (char *)"apply", (char *)"-y", (char *)"--host", (char *)"kp001",
		(char *)"-", NULL };
	struct twin *twin = twin_make();
	size_t out_length, err_length;
	char *out = NULL;
	struct world world = { .in = fmemopen((char *)wish, strlen(wish), "r"),
		.out = open_memstream(&out, &out_length),
		.err = open_memstream(&err, &err_length),
		.piped = out_width == 0,
		.width = out_width,
		.err_columns = err_columns,
		.root = true,
		.open_host = open_twin,
		.close_host = leave_twin,
		.data = twin };

	twin_world(twin)->machine[M_HOSTNAME] =
		(struct reading){ .is = R_VALUE, .text = string_copy("kp001") };
	twin_slow(twin, "*/" IGB "/sriov_numvfs", 3 * SECONDS + SECONDS / 2);
	twin_slow(twin, "*/" NVME "/sriov_numvfs", 5 * SECONDS + SECONDS / 2);
	ck_assert_int_eq(pawl_main(&world, 6, words), 0);
	fclose(world.in), fclose(world.out), fclose(world.err);
	free(out);
	twin_end(twin);
}

static bool screen_has(const char *text)
{
	for (size_t row = 0; row < ROWS; row++)
		if (strstr(screen.rows[row], text))
			return true;
	return false;
}

START_TEST(lanes_stand_below_and_go_away)
{
	columns_now = 120;
	apply(120);
	screen_play(err, 120);
	/* what was there meanwhile */
	ck_assert_ptr_nonnull(strstr(screen.seen, "  nic0.vfs   0000:02:00.0  3 s  2 of 5  numvfs 0 -> 2\n"
						  "  ssd0.vfs   0000:03:00.0  3 s  2 of 5  numvfs 0 -> 2\n"));
	ck_assert_ptr_nonnull(strstr(screen.seen, "0000:03:00.0  5 s  2 of 5"));
	ck_assert_ptr_null(strstr(err, "begins"));
	/* what is left: a line a step, and nothing below */
	ck_assert_uint_eq(screen.row, 10);
	ck_assert(screen_has(" 2/10  done      nic0.vfs   0000:02:00.0  numvfs 0 -> 2  (3.7 s)"));
	ck_assert(screen_has(" 9/10  done      ssd0.vf.1  0000:03:00.2  override (not set) -> none"));
	ck_assert(!screen_has(" of 5"));
	free(err);
}
END_TEST

START_TEST(lines_are_cut_to_what_fits)
{
	columns_now = 30;
	apply(30);
	screen_play(err, 30);
	ck_assert_ptr_nonnull(strstr(screen.seen, "\n  ssd0.vfs   0000:03:00.0  4 \n"));
	ck_assert(!screen_has(" of 5"));
	ck_assert(!screen_has("  ssd0.vfs   0000:03:00.0  4 "));
	free(err);
}
END_TEST

/* Standard output is a pipe, or standard error is no terminal. */
START_TEST(without_a_terminal_lines_are_plain)
{
	columns_now = _i ? 0 : 120;
	apply(_i ? 120 : 0);
	ck_assert_ptr_null(strchr(err, '\033'));
	ck_assert_ptr_nonnull(strstr(err, " 2/10  begins    nic0.vfs   0000:02:00.0  numvfs 0 -> 2\n"));
	free(err);
}
END_TEST

static FILE *stream_make(struct live *live, struct world *world, size_t *length)
{
	*world = (struct world){ .width = 80, .err_columns = err_columns };
	world->err = open_memstream(&err, length);
	*live = (struct live){ .world = world };
	columns_now = 80;
	return world->err;
}

/* 70 columns and 20 have become 2 rows of 40 and 1. */
START_TEST(a_window_that_becomes_narrower_has_more_rows)
{
	AUTO_TEXT struct text lines = { 0 };
	struct world world;
	struct live live;
	size_t length;
	FILE *stream = stream_make(&live, &world, &length);

	text_addf(&lines, "%070d\n%020d\n", 1, 2);
	live_draw(&live, &lines);
	columns_now = 40;
	live_clear(&live);
	live_clear(&live); /* nothing is there any more */
	fclose(stream);
	ck_assert_pstr_eq(strchr(err, '\033'), "\033[3F\033[J");
	free(err);
}
END_TEST

START_TEST(a_cut_takes_no_half_characters)
{
	AUTO_TEXT struct text lines = { 0 };
	struct world world;
	struct live live;
	size_t length;
	FILE *stream = stream_make(&live, &world, &length);

	columns_now = 4;
	text_add(&lines, "a\303\244\303\266\303\274b\n");
	live_draw(&live, &lines);
	fclose(stream);
	ck_assert_str_eq(err, "a\303\244\303\266\n");
	free(err);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, lanes_stand_below_and_go_away);
	tcase_add_test(tests, lines_are_cut_to_what_fits);
	tcase_add_loop_test(tests, without_a_terminal_lines_are_plain, 0, 2);
	tcase_add_test(tests, a_window_that_becomes_narrower_has_more_rows);
	tcase_add_test(tests, a_cut_takes_no_half_characters);
}

int main(void)
{
	return suite_run("progress", tests_add);
}

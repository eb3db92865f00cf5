/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings: collected, ordered, printed. */
#include "report.h"
#include "suite.h"
#include <errno.h>
#include <string.h>
#include <time.h>

static char hosts[] = "hosts:\n  kp001:\n    device: nic0\n\tvfs:\tcount\r\nn\xc3\xa4me: \x1b[31m x\nlast";
static const struct source source = { .name = "hosts.yaml", .bytes = hosts, .length = sizeof(hosts) - 1 };

static struct place place(unsigned line, unsigned column, unsigned width)
{
	return (struct place){ .source = &source, .line = line, .column = column, .width = width };
}

START_TEST(the_graver_outcome_wins)
{
	static const enum outcome order[] = { BAD_USAGE, NEEDS_ROOT, STOPPED_PART_WAY, ROLLED_BACK,
		NOT_VERIFIED, FAILED, UNAVAILABLE, LOCKED, BAD_CONFIGURATION, REFUSED, STALE_PLAN,
		NEEDS_REBOOT_TO_FINISH, DIFFERENT, FINE };
	const size_t n = sizeof(order) / sizeof(*order);

	for (size_t i = 0; i < n; i++) {
		for (size_t j = i; j < n; j++) {
			ck_assert_int_eq(outcome_graver(order[i], order[j]), order[i]);
			ck_assert_int_eq(outcome_graver(order[j], order[i]), order[i]);
		}
	}
}
END_TEST

START_TEST(only_errors_ask_for_an_exit_code)
{
	struct report report = { 0 };

	ck_assert_int_eq(report_outcome(&report), FINE);
	report_add(&report, &(struct finding){ .severity = WARNING, .outcome = REFUSED }, "a warning");
	report_add(&report, &(struct finding){ .severity = NOTE, .outcome = FAILED }, "a note");
	ck_assert_int_eq(report_outcome(&report), FINE);
	ck_assert_uint_eq(report_errors(&report), 0);
	report_add(&report, &(struct finding){ .severity = ERROR, .outcome = REFUSED }, "one error");
	report_add(&report, &(struct finding){ .severity = ERROR, .outcome = LOCKED }, "another");
	ck_assert_int_eq(report_outcome(&report), LOCKED);
	ck_assert_uint_eq(report_errors(&report), 2);
	report_free(&report);
	ck_assert_uint_eq(report.n, 0);
	report_free(&report);
}
END_TEST

START_TEST(findings_are_copies)
{
	char object[] = "nic0", path[] = "sys/x", holder[] = "pid 7", hint[] = "wait";
	struct finding like = {
		.id = "held", .object = object, .path = path, .holder = holder, .hint = hint
	};
	struct report report = { 0 };

	report_add(&report, &like, "%s is held %d times", object, 3);
	object[0] = path[0] = holder[0] = hint[0] = '!';
	ck_assert_str_eq(report.findings[0].object, "nic0");
	ck_assert_str_eq(report.findings[0].path, "sys/x");
	ck_assert_str_eq(report.findings[0].holder, "pid 7");
	ck_assert_str_eq(report.findings[0].hint, "wait");
	ck_assert_str_eq(report.findings[0].text, "nic0 is held 3 times");
	report_free(&report);
}
END_TEST

START_TEST(what_tells_nothing_new_comes_once)
{
	const struct finding first = { .id = "a", .object = "o", .path = "p", .at = place(1, 2, 3) };
	struct finding others[] = { first, first, first, first, first, first };
	struct report report = { 0 };

	others[0].id = "b";
	others[1].object = NULL;
	others[2].path = "q";
	others[3].at.line = 2;
	others[4].at.column = 3;
	others[5].at.source = NULL;
	for (size_t twice = 0; twice < 2; twice++) {
		report_add(&report, &first, "text %d", 1);
		report_add(&report, &first, "text %d", 2);
		for (size_t i = 0; i < 6; i++)
			report_add(&report, &others[i], "text %d", 1);
		ck_assert_uint_eq(report.n, 8);
		report_sort(&report); /* the second round finds them all the same */
	}
	report_free(&report);
}
END_TEST

START_TEST(a_hundred_thousand_findings_take_no_time)
{
	struct report report = { 0 };
	clock_t start = clock();

	for (unsigned twice = 0; twice < 2; twice++) {
		for (unsigned i = 0; i < 100000; i++)
			report_add(
				&report, &(struct finding){ .id = "many", .at = place(i, 1, 1) }, "the same");
	}
	report_sort(&report);
	ck_assert_uint_eq(report.n, 100000);
	/* every pair compared would be 10^10 comparisons: minutes */
	ck_assert_int_lt((clock() - start) / CLOCKS_PER_SEC, 5);
	report_free(&report);
}
END_TEST

START_TEST(findings_are_sorted_by_place)
{
	static const struct source another = {
		.name = "a.yaml", .bytes = hosts, .length = sizeof(hosts) - 1
	};
	const struct place places[] = { { 0 }, place(3, 1, 1), { 0 }, place(1, 9, 1), place(1, 2, 1),
		place(1, 2, 1), { .source = &another, .line = 9, .column = 9 } };
	struct report report = { 0 };
	AUTO_TEXT struct text order = { 0 };

	for (unsigned i = 0; i < sizeof(places) / sizeof(*places); i++)
		report_add(&report, &(struct finding){ .at = places[i] }, "%u", i);
	report_sort(&report);
	for (size_t i = 0; i < report.n; i++)
		text_add(&order, report.findings[i].text);
	ck_assert_str_eq(text_string(&order), "6453102");
	report_free(&report);
	report_sort(&report);
	ck_assert_uint_eq(report.n, 0);
}
END_TEST

static void assert_printed(const struct finding *like, const char *expected)
{
	struct report report = { 0 };
	AUTO_TEXT struct text text = { 0 };

	report_add(&report, like, "it is wrong");
	finding_print(&report.findings[0], &text);
	ck_assert_str_eq(text_string(&text), expected);
	report_free(&report);
}

START_TEST(a_finding_with_a_place_shows_it)
{
	const struct finding finding = {
		.severity = ERROR, .id = "bad-key", .object = "kp001", .at = place(3, 5, 6)
	};

	assert_printed(&finding, "hosts.yaml:3:5: error: it is wrong [bad-key]\n"
				 "    device: nic0\n"
				 "    ^~~~~~\n");
}
END_TEST

START_TEST(a_finding_without_a_place_names_its_object)
{
	struct finding finding = {
		.severity = WARNING,
		.id = "held",
		.object = "nic0.vf.3",
		.path = "sys/bus/pci/devices/0000:17:00.0/sriov_numvfs",
		.error = EBUSY,
		.holder = "pid 17 (qemu)",
		.hint = "stop the guest",
	};

	assert_printed(&finding,
		"warning: nic0.vf.3: it is wrong [held]\n"
		"  path: sys/bus/pci/devices/0000:17:00.0/sriov_numvfs: Device or resource busy\n"
		"  held by: pid 17 (qemu)\n"
		"  hint: stop the guest\n");
	finding = (struct finding){ .severity = NOTE, .path = "etc/x" };
	assert_printed(&finding, "note: it is wrong\n  path: etc/x\n");
	finding = (struct finding){ .severity = ERROR, .error = ENOENT };
	assert_printed(&finding, "error: it is wrong\n  cause: No such file or directory\n");
}
END_TEST

START_TEST(tabs_are_kept_above_the_caret)
{
	const struct finding key = { .severity = ERROR, .at = place(4, 2, 3) };
	const struct finding value = { .severity = ERROR, .at = place(4, 7, 5) };

	assert_printed(&key, "hosts.yaml:4:2: error: it is wrong\n\tvfs:\tcount\n\t^~~\n");
	assert_printed(&value, "hosts.yaml:4:7: error: it is wrong\n\tvfs:\tcount\n\t    \t^~~~~\n");
}
END_TEST

START_TEST(the_caret_counts_characters_as_they_are_shown)
{
	const struct finding escape = { .severity = ERROR, .at = place(5, 7, 1) };
	const struct finding after = { .severity = ERROR, .at = place(5, 13, 1) };

	assert_printed(&escape, "hosts.yaml:5:7: error: it is wrong\nn\xc3\xa4me: \\x1b[31m x\n      ^~~~\n");
	assert_printed(
		&after, "hosts.yaml:5:13: error: it is wrong\nn\xc3\xa4me: \\x1b[31m x\n               ^\n");
}
END_TEST

START_TEST(a_place_beyond_the_text_is_shown_all_the_same)
{
	const struct finding wide = { .severity = ERROR, .at = place(6, 1, 99) };
	const struct finding column = { .severity = ERROR, .at = place(6, 70, 1) };
	const struct finding line = { .severity = ERROR, .at = place(7, 1, 1) };
	const struct finding far = { .severity = ERROR, .at = place(4000000000, 4000000000, 4000000000) };
	const struct finding zero = { .severity = ERROR, .at = place(6, 0, 0) };

	assert_printed(&wide, "hosts.yaml:6:1: error: it is wrong\nlast\n^~~~\n");
	assert_printed(&column, "hosts.yaml:6:70: error: it is wrong\nlast\n    ^\n");
	assert_printed(&line, "hosts.yaml:7:1: error: it is wrong\n");
	assert_printed(&far, "hosts.yaml:4000000000:4000000000: error: it is wrong\n");
	assert_printed(&zero, "hosts.yaml:6:0: error: it is wrong\nlast\n^\n");
}
END_TEST

START_TEST(a_long_line_is_cut_around_the_place)
{
	AUTO_FREE char *line = text_print("%0999d", 0);
	const struct source json = { .name = "one.json", .bytes = line, .length = 999 };
	struct finding finding = { .at = { .source = &json, .line = 1, .column = 500, .width = 2 } };
	struct report report = { 0 };
	AUTO_TEXT struct text text = { 0 };
	char *shown, *marks;

	report_add(&report, &finding, "x");
	finding_print(&report.findings[0], &text);
	shown = strchr(text.bytes, '\n') + 1;
	marks = strchr(shown, '\n') + 1;
	ck_assert_uint_eq(strcspn(shown, "\n"), 160 + 2 * strlen("..."));
	ck_assert_uint_eq(strspn(marks, " "), 60 + strlen("..."));
	ck_assert_str_eq(marks + strspn(marks, " "), "^~\n");
	report_free(&report);
}
END_TEST

START_TEST(what_others_wrote_is_escaped)
{
	const struct source evil = { .name = "\x1b]0;.yaml", .bytes = hosts, .length = 0 };
	const struct finding finding = {
		.severity = ERROR,
		.path = "sys/\n",
		.holder = "\x9b",
		.hint = "\r",
		.at = { .source = &evil, .line = 1, .column = 1 },
	};
	struct report report = { 0 };
	AUTO_TEXT struct text text = { 0 };

	report_add(&report, &finding, "%s", "a\nb");
	finding_print(&report.findings[0], &text);
	ck_assert_str_eq(text_string(&text), "\\x1b]0;.yaml:1:1: error: a\\x0ab\n"
					     "  path: sys/\\x0a\n  held by: \\x9b\n  hint: \\x0d\n");
	report_free(&report);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, the_graver_outcome_wins);
	tcase_add_test(tests, only_errors_ask_for_an_exit_code);
	tcase_add_test(tests, findings_are_copies);
	tcase_add_test(tests, what_tells_nothing_new_comes_once);
	tcase_add_test(tests, a_hundred_thousand_findings_take_no_time);
	tcase_add_test(tests, findings_are_sorted_by_place);
	tcase_add_test(tests, a_finding_with_a_place_shows_it);
	tcase_add_test(tests, a_finding_without_a_place_names_its_object);
	tcase_add_test(tests, tabs_are_kept_above_the_caret);
	tcase_add_test(tests, the_caret_counts_characters_as_they_are_shown);
	tcase_add_test(tests, a_place_beyond_the_text_is_shown_all_the_same);
	tcase_add_test(tests, a_long_line_is_cut_around_the_place);
	tcase_add_test(tests, what_others_wrote_is_escaped);
}

int main(void)
{
	return suite_run("report", tests_add);
}

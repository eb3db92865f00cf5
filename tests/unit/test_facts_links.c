/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Facts that no machine can have: links in circles, counts that do not fit, files that are too much. */
#include "facts_fixture.h"
#include <stdio.h>
#include <time.h>

static char *file_with(const char *functions, const char *pins)
{
	return text_print(
		"{\"format\": \"pawl-facts\", \"version\": 1, \"origin\": \"a test\", \"machine\": {}, "
		"\"drivers\": [\"nvme\"], \"functions\": {%s}, \"debts\": [], \"pins\": [%s]}",
		functions, pins);
}

/* The first mistake has these words; they are told, and nothing of the file stays. */
static void expect_refused(const char *text, const char *words)
{
	ck_assert_msg(take(text) == -1, "%.300s", text);
	ck_assert_uint_ge(report.n, 1);
	ck_assert_int_eq(report_outcome(&report), BAD_CONFIGURATION);
	ck_assert_msg(strstr(report.findings[0].text, words) != NULL, "%s\nlacks: %s",
		report.findings[0].text, words);
	ck_assert_uint_eq(survey.n, 0);
	ck_assert_uint_eq(survey.pins.n, 0);
	clean();
}

#define A           "\"0000:17:00.0\""
#define B           "\"0000:18:00.0\""
#define PATH(words) "{\"path\": \"../../../devices/pci0000:16/" words "\"}"

START_TEST(links_that_lead_nowhere_are_refused)
{
	static const char *const rows[][2] = {
		{ A ": " PATH("0000:17:00.0/0000:17:00.0"), "0000:17:00.0.path: it is below itself" },
		{ A ": " PATH("0000:18:00.0/0000:17:00.0") ", " B ": " PATH("0000:17:00.0/0000:18:00.0"),
			"0000:17:00.0.path: it is below 0000:18:00.0, which is below it" },
		{ A ": " PATH("0000:18:00.0/0000:17:00.0") ", " B ": " PATH("0000:19:00.0/0000:18:00.0"),
			"it is below 0000:18:00.0, whose path is another, "
			"\"../../../devices/pci0000:16/0000:19" },
		{ A ": " PATH("0000:18:00.0"), "is no path to it" },
		{ A ": " PATH("0000:17:00.0/"), "is no path to it" },
		{ A ": {\"path\": \"\"}", "is no path to it" },
		{ A ": {\"iommu_group\": \"../iommu_groups/\"}", "ends in no group's number" },
		{ A ": {\"iommu_group\": \"../iommu_groups/x\"}", "ends in no group's number" },
		{ A ": {\"iommu_group\": \"99999999999\"}", "ends in no group's number" },
		{ A ": {\"driver\": \"../drivers/igb\"}", "igb is not among the drivers" },
		{ A ": {\"driver\": \"../drivers/\"}", "ends in no driver's name" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *text = file_with(rows[i][0], "");
		expect_refused(text, rows[i][1]);
	}
}
END_TEST

START_TEST(links_that_lead_somewhere_are_taken)
{
	AUTO_FREE char *text =
		file_with(A ": " PATH("0000:16:00.0/0000:17:00.0") ", \"0000:16:00.0\": " PATH(
				  "0000:16:00.0") ", "
						  "\"10000:e1:00.0\": {\"path\": "
						  "\"../../../devices/pci0000:00/0000:00:0e.0/pci10000:e0/"
						  "10000:e0:06.0/10000:e1:00.0\", \"driver\": \"../nvme\", "
						  "\"iommu_group\": \"../groups/0\"}",
			"");

	ck_assert_msg(take(text) == 0, "%s", report.n ? report.findings[0].text : "");
	clean();
}
END_TEST

START_TEST(only_a_vf_is_left_behind)
{
	static const char *const rows[][2] = {
		{ A ": {\"orphan_of\": \"eth0\"}", "0000:17:00.0.orphan_of: must be the address" },
		{ A ": {\"orphan_of\": null}", "0000:17:00.0.orphan_of: must be the address" },
		{ A ": {\"orphan_of\": " A "}", "0000:17:00.0.orphan_of: must be the address" },
		{ A ": {\"orphan_of\": " B ", \"sriov_totalvfs\": \"4\"}",
			"0000:17:00.0.orphan_of: only a virtual function" },
		{ A ": {\"sriov_totalvfs\": \"4\", \"virtfn\": [" B "]}, " B
		    ": {\"sriov_totalvfs\": null, \"orphan_of\": " A "}",
			"VF 0, 0000:18:00.0, is one that was left behind" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *text = file_with(rows[i][0], "");
		expect_refused(text, rows[i][1]);
	}
}
END_TEST

START_TEST(orphans_stay_orphans)
{
	AUTO_FREE char *text =
		file_with(A ": {\"sriov_totalvfs\": null, \"orphan_of\": \"0000:16:00.0\"}", "");
	struct survey copy = { 0 };

	ck_assert_int_eq(take(text), 0);
	survey_copy(&survey, &copy);
	AUTO_FREE char *printed = facts_print(&copy, "a test");
	ck_assert_ptr_nonnull(strstr(printed, "\"orphan_of\": \"0000:16:00.0\""));
	survey_free(&copy);
	clean();
}
END_TEST

START_TEST(counts_that_do_not_fit_are_refused)
{
	static const char *const rows[][2] = {
		{ A ": {\"sriov_totalvfs\": \"4\", \"sriov_numvfs\": \"5\"}",
			"sriov_numvfs: 5, but sriov_totalvfs is 4" },
		{ A ": {\"sriov_totalvfs\": \"4\", \"sriov_numvfs\": \"1\", \"sriov_offset\": \"256\", "
		    "\"sriov_stride\": \"1\", \"virtfn\": [null, \"0000:18:00.0\"]}, " B ": {}",
			"virtfn: has VF 1, but sriov_numvfs is 1" },
		{ A ": {\"sriov_totalvfs\": \"1000000\"}",
			"sriov_totalvfs: \"1000000\" is not such a number" },
		{ A ": {\"virtfn\": [\"0000:18:00.0\"]}, " B ": {\"virtfn\": [\"0000:17:00.0\"]}",
			"only a physical function can have VFs" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *text = file_with(rows[i][0], "");
		expect_refused(text, rows[i][1]);
	}
}
END_TEST

/* What it has none of is not numbered. */
START_TEST(a_count_below_0_is_one_mistake)
{
	AUTO_FREE char *text = file_with(A ": {\"sriov_totalvfs\": \"4\", \"sriov_numvfs\": \"-3\"}", "");

	ck_assert_int_eq(take(text), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_ptr_nonnull(strstr(report.findings[0].text, "\"-3\" is not such a number"));
	clean();
}
END_TEST

START_TEST(odd_spellings_are_refused)
{
	static const char *const addresses[] = { "17:00.0", "0000:17:00.8", "0000:17:20.0", "0000:AB:00.0",
		"00000:17:00.0", "0000:17:00.0 ", "0000:17:00.0\\n", "", "0x0000:17:00.0", "0000-17-00.0" };

	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		AUTO_FREE char *function = text_print("\"%s\": {}", addresses[i]);
		AUTO_FREE char *text = file_with(function, "");
		expect_refused(text, "must be a PCI address in full and lower case");
	}
}
END_TEST

START_TEST(names_that_are_none_are_refused)
{
	static const char *const rows[][2] = {
		{ A ": {\"identity\": []}", "identity: must be an object or null" },
		{ A ": {\"identity\": {\"colour\": null}}", "identity.colour: unknown key" },
		{ A ": {\"identity\": {\"mac\": \"52:54:00:11:22:33\"}}", "identity.mac: must be null or" },
		{ A ": {\"identity\": {\"mac\": []}}", "identity.mac: must be null or an array" },
		{ A ": {\"identity\": {\"netdev\": [\"eth0\", \"\"]}}", "identity.netdev: must be" },
		{ A ": {\"identity\": {\"netdev\": [\"a\\nb\"]}}", "without control characters" },
		{ A ": {\"identity\": {\"netdev\": [\"\\u001b[1m\"]}}", "without control characters" },
		{ A ": {\"identity\": {\"netdev\": [1]}}", "identity.netdev: must be" },
		{ A ": {\"driver\": \"a\\u0000b\"}", "line 1, column" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *text = file_with(rows[i][0], "");
		expect_refused(text, rows[i][1]);
	}
}
END_TEST

#define REST                                                                                                 \
	", \"select\": null, \"address\": \"0000:17:00.0\", \"path\": null, \"serial\": null, \"mac\": null"

START_TEST(pins_that_are_none_are_refused)
{
	static const char *const rows[][2] = {
		{ "7", "pins: number 0: handle must be a string" },
		{ "{\"handle\": null" REST "}", "pins: number 0: handle must be a string" },
		{ "{\"handle\": \"a\"}", "pins: number 0: select must be a string or null" },
		{ "{\"handle\": \"a\", \"select\": null, \"address\": null}",
			"pins: number 0: address must be a string" },
		{ "{\"handle\": \"a\"" REST ", \"x\": 1}", "pins: number 0 has unknown keys" },
		{ "{\"handle\": \"a\"" REST ", \"state\": \"x\"}",
			"pins: number 0: state must be out-of-service or null" },
		{ "{\"handle\": \"a\"" REST "}, {\"handle\": \"a\"" REST "}",
			"pins: number 1: a was there before" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *text = file_with("", rows[i][0]);
		expect_refused(text, rows[i][1]);
	}
}
END_TEST

/* Much of anything is refused before it has taken memory, and soon: two seconds are the limit. */
static void expect_refused_soon(const struct text *text, const char *words)
{
	struct timespec start, end;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	expect_refused(text_string(text), words);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
	ck_assert_int_le(end.tv_sec - start.tv_sec, 20); /* under sanitizers, on a slow machine */
}

START_TEST(too_much_is_refused)
{
	static const char *const pieces[][3] = {
		{ "[", "[", "no machine has so many facts" },
		{ "[0", ",0", "no machine has so many facts" },
		{ "{\"functions\":{\"0000:17:00.0\":{}", ",\"0\":{}", "no machine has so many facts" },
		{ "[\"", "123456789 123456789 123456789 ", "larger than 64 MiB" },
	};

	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		AUTO_TEXT struct text text = { 0 };

		text_add(&text, pieces[i][0]);
		for (unsigned n = 0; n < 4000000; n++)
			text_add(&text, pieces[i][1]);
		expect_refused_soon(&text, pieces[i][2]);
	}
}
END_TEST

START_TEST(deep_nesting_is_refused)
{
	AUTO_TEXT struct text text = { 0 };

	for (unsigned n = 0; n < 100000; n++)
		text_add(&text, "[");
	expect_refused(text_string(&text), "line 1, column");
}
END_TEST

/* A PF cannot say that it has more VFs than 16 bits can count. */
START_TEST(a_million_vfs_are_refused)
{
	AUTO_TEXT struct text text = { 0 };

	text_add(&text, A ": {\"virtfn\": [null");
	for (unsigned n = 1; n < 1000000; n++)
		text_add(&text, ",null");
	text_add(&text, "]}");
	AUTO_FREE char *whole = file_with(text_string(&text), "");
	text_free(&text);
	text_add(&text, whole);
	expect_refused_soon(&text, "virtfn: must be an array of at most 65535");
}
END_TEST

/* The last one first: each would move all that were there. */
START_TEST(functions_come_in_any_order)
{
	AUTO_TEXT struct text text = { 0 };

	for (unsigned n = 80000; n-- > 0;)
		text_addf(&text, "\"%04x:%02x:%02x.%u\": {}%s", n >> 16, n >> 8 & 255, n >> 3 & 31, n & 7,
			n ? "," : "");
	AUTO_FREE char *whole = file_with(text_string(&text), "");
	ck_assert_int_eq(take(whole), 0);
	ck_assert_uint_eq(survey.n, 80000);
	ck_assert_str_eq(survey.functions[0]->address, "0000:00:00.0");
	clean();
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, links_that_lead_nowhere_are_refused);
	tcase_add_test(tests, links_that_lead_somewhere_are_taken);
	tcase_add_test(tests, only_a_vf_is_left_behind);
	tcase_add_test(tests, orphans_stay_orphans);
	tcase_add_test(tests, counts_that_do_not_fit_are_refused);
	tcase_add_test(tests, a_count_below_0_is_one_mistake);
	tcase_add_test(tests, odd_spellings_are_refused);
	tcase_add_test(tests, names_that_are_none_are_refused);
	tcase_add_test(tests, pins_that_are_none_are_refused);
	tcase_add_test(tests, too_much_is_refused);
	tcase_add_test(tests, deep_nesting_is_refused);
	tcase_add_test(tests, a_million_vfs_are_refused);
	tcase_add_test(tests, functions_come_in_any_order);
}

int main(void)
{
	return suite_run("facts_links", tests_add);
}

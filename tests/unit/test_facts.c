/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A survey as JSON and back, and what is refused. */
#include "facts_fixture.h"
#include "identify.h"
#include "twin.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* A whole file, of which each test gives the interesting part. */
static char *file_with(const char *machine, const char *functions, const char *debts)
{
	return text_print(
		"{\"format\": \"pawl-facts\", \"version\": 1, \"origin\": \"a test\", \"machine\": {%s}, "
		"\"drivers\": [\"vfio-pci\", \"nvme\"], \"functions\": {%s}, \"debts\": [%s]}",
		machine, functions, debts);
}

static struct function *add_function(struct survey *to, const char *address, bool sriov)
{
	struct function *function = survey_add(to, address);
	AUTO_FREE char *path = text_print("../../../devices/pci0000:00/%s", address);

	for (enum attribute a = 0; a < N_ATTRIBUTES; a++)
		if (!attributes[a].sriov)
			function_set(function, a, "0x10");
	function_set(function, A_PATH, path);
	function_set(function, A_DRIVER, "../../../bus/pci/drivers/hisdk3");
	function_set(function, A_GROUP, "../../../kernel/iommu_groups/7");
	for (enum attribute a = A_TOTALVFS; a < N_ATTRIBUTES; a++)
		function_set(function, a, sriov ? "8" : NULL);
	return function;
}

START_TEST(what_is_printed_is_read_back)
{
	struct survey before = { 0 };
	struct function *pf = add_function(&before, "0000:17:00.0", true);
	const struct pin pin = {
		.handle = (char *)"nic0",
		.address = (char *)"0000:17:00.0",
		.serial = (char *)"A 12",
		.device = (char *)"0x0222",
	};

	add_function(&before, "10000:01:00.0", false);
	survey_link_virtfn(pf, 1, add_function(&before, "0000:17:01.1", false));
	function_set(pf, A_DRIVER, NULL);
	pf->identity[I_SERIAL] = (struct reading){ R_UNKNOWN, string_copy("asleep") };
	identify(pf, I_NETDEV, "eth0\neth1");
	pf->identity[I_SLOT] = (struct reading){ R_ABSENT, NULL };
	for (size_t i = 0; i < N_IDENTITIES; i++)
		pf->virtfn[1]->identity[i].is = R_ABSENT;
	pins_keep(&before.pins, &pin);
	function_set(pf, A_OVERRIDE, "");
	before.machine[M_HOSTNAME] = (struct reading){ R_VALUE, string_copy("k\"p\\1 \xc3\xa9") };
	before.machine[M_DMI_PRODUCT] = (struct reading){ R_VALUE, string_copy("not UTF-8: \xff") };
	before.machine[M_DMI_SERIAL] = (struct reading){ R_UNKNOWN, string_copy("Permission denied") };
	before.machine[M_KERNEL] = (struct reading){ R_ABSENT, NULL };
	before.drivers = memory_grow(NULL, 0, sizeof(char *));
	before.drivers[before.n_drivers++] = string_copy("hisdk3");
	before.debts = memory_new(1, sizeof(struct debt));
	before.debts[before.n_debts++] = (struct debt){ &knob_autoprobe, string_copy("0000:17:00.0"),
		string_copy("1"), string_copy("0") };
	AUTO_FREE char *text = facts_print(&before, "a test");
	survey_free(&before);

	ck_assert_int_eq(take(text), 0);
	ck_assert_uint_eq(report.n, 0);
	ck_assert(survey.partial);
	ck_assert_str_eq(survey.machine[M_HOSTNAME].text, "k\"p\\1 \xc3\xa9");
	ck_assert_str_eq(survey.machine[M_DMI_PRODUCT].text, "not UTF-8: ?");
	ck_assert_int_eq(survey.machine[M_DMI_SERIAL].is, R_UNKNOWN);
	ck_assert_int_eq(survey.machine[M_KERNEL].is, R_ABSENT);
	ck_assert(survey_has_driver(&survey, "hisdk3"));
	ck_assert_ptr_eq(survey.debts[0].knob, &knob_autoprobe);
	ck_assert_str_eq(survey.debts[0].left, "0");
	pf = survey_function(&survey, "0000:17:00.0");
	ck_assert_uint_eq(pf->n_virtfn, 2);
	ck_assert_ptr_null(pf->virtfn[0]);
	ck_assert_str_eq(pf->virtfn[1]->address, "0000:17:01.1");
	ck_assert_int_eq(pf->attr[A_DRIVER].is, R_ABSENT);
	ck_assert_str_eq(function_text(pf, A_OVERRIDE), "");
	ck_assert_int_eq(pf->virtfn[1]->attr[A_NUMVFS].is, R_ABSENT);
	ck_assert_int_eq(pf->identity[I_SERIAL].is, R_UNKNOWN);
	ck_assert_str_eq(pf->identity[I_NETDEV].text, "eth0\neth1");
	ck_assert_int_eq(pf->identity[I_SLOT].is, R_ABSENT);
	ck_assert_int_eq(pf->virtfn[1]->identity[I_MAC].is, R_ABSENT);
	ck_assert(pin_equal(pins_find(&survey.pins, "nic0"), &pin));
	AUTO_FREE char *again = facts_print(&survey, "a test");
	ck_assert_str_eq(again, text);
	clean();
}
END_TEST

START_TEST(a_missing_key_is_not_captured)
{
	AUTO_FREE char *whole = file_with("", "\"0000:17:00.0\": {\"driver\": null}", "");

	ck_assert_int_eq(take(whole), 0);
	ck_assert(survey.partial);
	ck_assert_int_eq(survey.functions[0]->attr[A_DRIVER].is, R_ABSENT);
	ck_assert_int_eq(survey.functions[0]->attr[A_VENDOR].is, R_UNKNOWN);
	ck_assert_int_eq(survey.functions[0]->attr[A_NUMVFS].is, R_UNKNOWN);
	ck_assert(survey_has_driver(&survey, "nvme"));
	clean();
}
END_TEST

/* Parses the example into `survey`; its text lives until the next call. */
static const char *example_parse(void)
{
	static char text[65536];
	const char *source = getenv("PAWL_SOURCE");
	AUTO_FREE char *path = text_print("%s/examples/facts/kunpeng.json", source ? source : ".");
	FILE *file = fopen(path, "r");

	ck_assert_msg(file != NULL, "%s: %s", path, strerror(errno));
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	ck_assert_int_eq(take(text), 0);
	return text;
}

/* The example is what facts_print would make of it, and a whole machine. */
START_TEST(the_example_is_in_the_printed_form)
{
	const char *text = example_parse();
	const char *origin = strstr(text, "\"origin\": \"") + strlen("\"origin\": \"");
	AUTO_FREE char *words = text_print("%.*s", (int)strcspn(origin, "\""), origin);

	ck_assert(!survey.partial);
	ck_assert_uint_eq(survey.n, 22);
	AUTO_FREE char *again = facts_print(&survey, words);
	ck_assert_str_eq(again, text);
	clean();
}
END_TEST

/* Planning on facts and on a host that has them sees the same. */
START_TEST(a_survey_of_the_twin_gives_its_facts_back)
{
	example_parse();
	struct twin *twin = twin_new(&survey, NULL);
	struct survey taken = { 0 };

	ck_assert_int_eq(twin_write(twin, "sys/bus/pci/devices/0000:17:00.0/sriov_numvfs", "3"), 0);
	ck_assert_int_eq(survey_take(twin_host(twin), &taken, &report), 0);
	ck_assert_uint_eq(taken.n, 25);
	AUTO_FREE char *world = facts_print(twin_world(twin), "a test");
	AUTO_FREE char *seen = facts_print(&taken, "a test");
	ck_assert_str_eq(seen, world);
	survey_free(&taken);
	host_free(twin_host(twin));
	clean();
}
END_TEST

static void expect_refused(const char *text, const char *words)
{
	ck_assert_msg(take(text) == -1, "%s", text);
	ck_assert_uint_ge(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "bad-facts");
	ck_assert_str_eq(report.findings[0].object, "kp.json");
	ck_assert_int_eq(report_outcome(&report), BAD_CONFIGURATION);
	ck_assert_msg(strstr(report.findings[0].text, words) != NULL, "%s\nlacks: %s",
		report.findings[0].text, words);
	ck_assert_uint_eq(survey.n, 0);
	clean();
}

START_TEST(other_documents_are_refused)
{
	static const char *const rows[][2] = {
		{ "", "line 1, column 0" },
		{ "{\"format\": \"pawl-facts\",\n \"ver", "line 2" },
		{ "{} {}", "line 1" },
		{ "[]", "must be an object" },
		{ "{}", "format: must be there" },
		{ "{\"format\": 1}", "format: must be there, as a string" },
		{ "{\"format\": \"other\"}", "format: must be \"pawl-facts\"" },
		{ "{\"format\": \"pawl-facts\", \"version\": 2}", "version: 2 is newer than this pawl" },
		{ "{\"format\": \"pawl-facts\", \"version\": \"1\"}",
			"version: must be there, as an integer" },
		{ "{\"format\": \"pawl-facts\", \"version\": 1, \"origin\": \"\", \"machine\": {}, "
		  "\"drivers\": [], \"functions\": {}, \"debts\": [], \"formal\": 1}",
			"formal: unknown key" },
		{ "{\"format\": \"pawl-facts\", \"format\": \"pawl-facts\"}", "duplicate" },
		{ "{\"format\": \"pawl-facts\", \"version\": 1, \"origin\": \"\", \"machine\": {}, "
		  "\"drivers\": {}}",
			"drivers: must be there, as an array" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		expect_refused(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(drivers_that_are_none_are_refused)
{
	static const char *const names[] = { "", "a/b", ".", "..", "a\\nb" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		AUTO_FREE char *text = text_print("{\"drivers\": [\"%s\"], \"format\": \"pawl-facts\", "
						  "\"machine\": {}, \"origin\": \"\", \"version\": 1}",
			names[i]);
		expect_refused(text, "drivers: number 0");
	}
}
END_TEST

#define DEBT(knob, target, value, left)                                                                      \
	"{\"knob\": \"" knob "\", \"target\": \"" target "\", \"value\": \"" value "\", \"left\": \"" left   \
	"\"}"

START_TEST(mistakes_in_the_machine_and_its_debts_are_refused)
{
	static const char *const machines[][2] = {
		{ "\"hostnam\": \"a\"", "machine.hostnam: unknown key" },
		{ "\"hostname\": 7", "machine.hostname: must be a string or null" },
	};
	static const char *const debts[][2] = {
		{ "7", "debts: number 0" },
		{ "{\"knob\": \"autoprobe\"}", "debts: number 0" },
		{ DEBT("autoprobe", "0000:17:00.0", "1", "0\", \"more\": \""), "debts: number 0" },
		{ DEBT("door", "0000:17:00.0", "1", "0"), "\"door\"" },
		{ DEBT("numvfs", "0000:17:00.0", "1", "0"), "\"numvfs\"" },
		{ DEBT("driver", "0000:17:00.0", "", "nvme"), "\"driver\"" },
		{ DEBT("autoprobe", "../x", "1", "0"), "\"../x\"" },
		{ DEBT("autoprobe", "0000:17:00.0", "2", "1"), "owe \"2\"" },
		{ DEBT("autoprobe", "0000:17:00.0", "1", ""), "left at \"\"" },
	};

	for (size_t i = 0; i < sizeof(machines) / sizeof(machines[0]); i++) {
		AUTO_FREE char *text = file_with(machines[i][0], "", "");
		expect_refused(text, machines[i][1]);
	}
	for (size_t i = 0; i < sizeof(debts) / sizeof(debts[0]); i++) {
		AUTO_FREE char *text = file_with("", "", debts[i][0]);
		expect_refused(text, debts[i][1]);
	}
}
END_TEST

START_TEST(mistakes_in_functions_are_refused)
{
	static const char *const rows[][2] = {
		{ "\"17:00.0\": {}", "functions.17:00.0: must be a PCI address" },
		{ "\"0000:17:00.0\": []", "functions.0000:17:00.0: must be a PCI address" },
		{ "\"0000:17:00.0\": {\"colour\": null}", "functions.0000:17:00.0.colour: unknown key" },
		{ "\"0000:17:00.0\": {\"vendor\": 1}",
			"functions.0000:17:00.0.vendor: must be a string or null" },
		{ "\"0000:17:00.0\": {\"vendor\": \"Huawei\"}", "\"Huawei\" is not such a number" },
		{ "\"0000:17:00.0\": {\"sriov_totalvfs\": \"65536\"}", "\"65536\" is not such a number" },
		{ "\"0000:17:00.0\": {\"sriov_numvfs\": \"-4\"}",
			"sriov_numvfs: \"-4\" is not such a number: 0 to 65535" },
		{ "\"0000:17:00.0\": {\"numa_node\": \"-2\"}", "\"-2\" is not such a number" },
		{ "\"0000:17:00.0\": {\"sriov_totalvfs\": \" 4\"}", "\" 4\" is not such a number" },
		{ "\"0000:17:00.0\": {\"vendor\": \"\\n0x19e5\"}", "has control characters" },
		{ "\"0000:17:00.0\": {\"vendor\": \"0x19e5\\u0001\"}", "has control characters" },
		{ "\"0000:17:00.0\": {\"driver\": \"../..\"}", "\"../..\" ends in no driver's name" },
		{ "\"0000:17:00.0\": {\"sriov_totalvfs\": null, \"sriov_numvfs\": \"1\"}",
			"functions.0000:17:00.0.sriov_numvfs" },
		{ "\"0000:17:00.0\": {\"virtfn\": {}}", "functions.0000:17:00.0.virtfn: must be an array" },
		{ "\"0000:17:00.0\": {\"virtfn\": [7]}", "VF 0 must be null or a function of this file" },
		{ "\"0000:17:00.0\": {\"virtfn\": [null, \"0000:17:01.0\"]}",
			"VF 1 must be null or a function" },
		{ "\"0000:17:00.0\": {\"virtfn\": [\"0000:17:00.0\"]}", "VF 0 is the function itself" },
		{ "\"0000:17:00.0\": {\"virtfn\": [\"0000:17:01.0\"]}, "
		  "\"0000:17:00.1\": {\"virtfn\": [\"0000:17:01.0\"]}, \"0000:17:01.0\": {}",
			"0000:17:01.0, is also VF 0 of 0000:17:00.0" },
		{ "\"0000:17:00.0\": {\"virtfn\": [\"0000:17:01.0\", \"0000:17:01.0\"]}, \"0000:17:01.0\": "
		  "{}",
			"is also VF 0 of 0000:17:00.0" },
		{ "\"0000:17:00.0\": {\"virtfn\": [\"0000:17:01.0\"]}, "
		  "\"0000:17:01.0\": {\"virtfn\": [\"0000:17:02.0\"]}, \"0000:17:02.0\": {}",
			"functions.0000:17:01.0.virtfn: only a physical function can have VFs" },
		{ "\"0000:17:00.0\": {\"sriov_totalvfs\": null, \"virtfn\": [\"0000:17:01.0\"]}, "
		  "\"0000:17:01.0\": {}",
			"functions.0000:17:00.0.virtfn: only a physical function" },
		{ "\"0000:17:00.0\": {\"virtfn\": [\"0000:17:00.1\"]}, "
		  "\"0000:17:00.1\": {\"sriov_totalvfs\": \"4\"}",
			"functions.0000:17:00.1.sriov_totalvfs: it is VF 0 of 0000:17:00.0" },
		{ "\"0000:16:00.0\": {\"class\": \"0x060400\", \"sriov_totalvfs\": null, \"orphan_of\": "
		  "\"0000:17:00.0\"}",
			"functions.0000:16:00.0.orphan_of: a bridge is no virtual function" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *text = file_with("", rows[i][0], "");
		expect_refused(text, rows[i][1]);
	}
}
END_TEST

START_TEST(every_mistake_is_told_but_not_a_million)
{
	AUTO_TEXT struct text functions = { 0 };

	for (unsigned i = 0; i < 1000; i++)
		text_addf(&functions, "%s\"0000:%02x:%02x.%u\": {\"x\": 1}", i ? ", " : "", i / 256,
			(i / 8) % 32, i % 8);
	AUTO_FREE char *text = file_with("\"y\": 1", text_string(&functions), "");
	ck_assert_int_eq(take(text), -1);
	ck_assert_uint_eq(report.n, 100);
	clean();
}
END_TEST

/* Cut anywhere, a file is refused and nothing of it stays. */
START_TEST(a_file_cut_short_is_refused)
{
	AUTO_FREE char *whole = file_with("\"hostname\": \"kp\"",
		"\"0000:17:00.0\": {\"virtfn\": [\"0000:17:01.0\"]}, \"0000:17:01.0\": {\"driver\": null}",
		"");

	for (size_t length = 0; length < strlen(whole); length++) {
		ck_assert_int_eq(facts_parse(whole, length, "kp.json", &survey, &report), -1);
		ck_assert_ptr_nonnull(strstr(report.findings[0].text, "line 1, column"));
		clean();
	}
	ck_assert_int_eq(take(whole), 0);
	clean();
}
END_TEST

/* What was read stays, and of the first file one word is larger than most files are. */
START_TEST(files_are_read_one_after_the_other)
{
	AUTO_FREE char *name = memory_new(200001, 1);
	AUTO_FREE char *machine = text_print("\"hostname\": \"%s\"", (char *)memset(name, 'x', 200000));
	AUTO_FREE char *large = file_with(machine, "", "");
	struct survey first;

	ck_assert_int_eq(take(large), 0);
	first = survey;
	survey = (struct survey){ 0 };
	for (int i = 0; i < 3; i++) {
		example_parse();
		clean();
	}
	ck_assert_str_eq(first.machine[M_HOSTNAME].text, name);
	survey_free(&first);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, files_are_read_one_after_the_other);
	tcase_add_test(tests, what_is_printed_is_read_back);
	tcase_add_test(tests, a_missing_key_is_not_captured);
	tcase_add_test(tests, the_example_is_in_the_printed_form);
	tcase_add_test(tests, a_survey_of_the_twin_gives_its_facts_back);
	tcase_add_test(tests, other_documents_are_refused);
	tcase_add_test(tests, drivers_that_are_none_are_refused);
	tcase_add_test(tests, mistakes_in_the_machine_and_its_debts_are_refused);
	tcase_add_test(tests, mistakes_in_functions_are_refused);
	tcase_add_test(tests, every_mistake_is_told_but_not_a_million);
	tcase_add_test(tests, a_file_cut_short_is_refused);
}

int main(void)
{
	return suite_run("facts", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What other managers claim: told as lines and back, found by whom they mean. */
#include "../../src/host/claims_read.h"
#include "../support/suite.h"
#include "identify.h"
#include "survey.h"
#include <check.h>
#include <string.h>

static struct claims claims;

static int parse(const char *text)
{
	AUTO_FREE char *lines = string_copy(text);

	return claims_parse(&claims, lines);
}

START_TEST(lines_come_back)
{
	static const char lines[] = "?\tmodprobe\tno\nsriov-operator\tf\t3\tinterface=eth0\tvf_mac\t2\t\n";
	AUTO_TEXT struct text told = { 0 };
	struct claims copy;

	ck_assert_int_eq(parse(lines), 0);
	ck_assert_int_eq(parse(lines), 0);
	claims_copy(&claims, &copy);
	claims_print(&copy, &told);
	ck_assert_str_eq(text_string(&told), lines);
	claims_free(&copy);
	claims_free(&claims);
}
END_TEST

START_TEST(what_is_no_answer_is_refused)
{
	static const char *const bad[] = { "driverctl\n", "driverctl\tf\t1\t\toverride\t-\n",
		"nobody\tf\t1\t\toverride\t-\tx\n", "driverctl\tf\t1\t\tnothing\t-\tx\n", "?\tnobody\tno\n",
		"?\tmodprobe\n" };

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(parse(bad[i]) == -1, "%s", bad[i]);
	claims_free(&claims);
}
END_TEST

static void note(void *data, const struct claim *claim)
{
	text_addf(data, "%s%s", ((struct text *)data)->length ? " " : "", claim->value);
}

/* Each claim's value is what it is known by here. */
static void check_meant(const struct claimed *claimed, const char *values)
{
	AUTO_TEXT struct text seen = { 0 };

	claims_each(&claims, claimed, note, &seen);
	ck_assert_str_eq(text_string(&seen), values);
}

static void claim(const char *names, const char *value)
{
	claims_add(&claims, &(struct claim){ .manager = MANAGER_MODPROBE,
				    .file = (char *)"f",
				    .names = (char *)names,
				    .knob = &knob_numvfs,
				    .value = (char *)value,
				    .vf = -1 });
}

static void claim_all(void)
{
	claim("", "any");
	claim("address=0000:17:00.?", "pattern");
	claim("ids=8086:10c9", "ids");
	claim("ids=8086:10c9:15d9:0001", "board");
	claim("ids=8086:10ca", "vf-ids");
	claim("driver=igb|ixgbe class=02", "driver");
	claim("class=01", "storage");
	claim("interface=eth*", "names");
	claim("address=0000:17:00.0", "address");
	claim("address=0000:17:10.0", "vf");
	claim("interface=eth0 driver=nvme", "other");
	claim("interface=eth0", "interface");
	claim("mac=52:54:00:00:00:01", "mac");
}

START_TEST(a_function_finds_its_claims)
{
	struct survey survey = { 0 };
	struct function *pf = survey_add(&survey, "0000:17:00.0");
	const struct claimed vf = { .function = pf, .address = "0000:17:10.0", .to_come = true };
	const struct claimed itself = { .function = pf, .address = pf->address };

	claim_all();
	function_set(pf, A_VENDOR, "0x8086");
	function_set(pf, A_DEVICE, "0x10c9");
	function_set(pf, A_SUBSYSTEM_VENDOR, "0x8086");
	function_set(pf, A_SUBSYSTEM_DEVICE, "0x0001");
	function_set(pf, A_VF_DEVICE, "10ca");
	function_set(pf, A_CLASS, "0x020000");
	function_set(pf, A_DRIVER, "../../../bus/pci/drivers/igb");
	identify(pf, I_NETDEV, "eth0");
	identify(pf, I_ALTNAME, NULL);
	identify(pf, I_MAC, "52:54:00:00:00:01");
	check_meant(&itself, "any pattern ids driver names address interface mac");
	/* of a VF that is not there nobody knows the driver and the names */
	check_meant(&vf, "any vf-ids driver names vf");
	reading_free(&pf->identity[I_NETDEV]);
	check_meant(&itself, "any pattern ids driver names address mac interface");
	survey_free(&survey);
	claims_free(&claims);
}
END_TEST

static void check_first(struct function *pf, const char *today, const char *values)
{
	const struct claimed itself = { .function = pf, .address = pf->address, .knob = &knob_numvfs };

	reading_free(&pf->identity[I_NETDEV]);
	identify(pf, I_NETDEV, today);
	check_meant(&itself, values);
}

/* What has another name today may have been the kernel's eth0. */
START_TEST(a_first_name_is_uncertain)
{
	static const char *const names[] = { "eth0", "eth*", "e*", "ib[0-3]", "ens1", "en*", "eth",
		"ens2|eth1" };
	struct survey survey = { 0 };
	struct function *pf = survey_add(&survey, "0000:17:00.0");
	const struct claimed other = { .function = pf, .address = pf->address, .knob = &knob_override };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		AUTO_FREE char *words = text_print("first-name=%s", names[i]);

		claim(words, names[i]);
	}
	identify(pf, I_ALTNAME, NULL);
	check_first(pf, "eth0", "eth0 eth* e*");
	check_first(pf, "ens1", "eth0 eth* e* ib[0-3] ens1 en* ens2|eth1");
	check_first(pf, NULL, "eth0 eth* e* ib[0-3] ens2|eth1");
	check_meant(&other, "");
	survey_free(&survey);
	claims_free(&claims);
}
END_TEST

/* One manager cannot make pawl look for ever: what is beyond is told to be unknown. */
START_TEST(too_many_are_in_doubt)
{
	for (int i = 0; i < 3 * MOST_WIDE; i++) {
		AUTO_FREE char *wide = text_print("above=0000:00:05.%d", i);
		AUTO_FREE char *narrow = text_print("interface=e%d", i);

		claim(wide, "1");
		claim(narrow, "1");
		claim(narrow, "1");
	}
	ck_assert_uint_eq(claims.n_wide, MOST_WIDE);
	ck_assert_uint_eq(claims.n, 4 * MOST_WIDE);
	ck_assert_ptr_nonnull(strstr(claims.unknown[MANAGER_MODPROBE], "more than 1000 settings"));
	claims_free(&claims);
}
END_TEST

START_TEST(the_command_line_claims_too)
{
	AUTO_TEXT struct text told = { 0 };

	claims_read_cmdline(&claims, "quiet vfio_pci.ids=1:2,3:4 pci=realloc igb.max_vfs=2 vfio-pci.ids=5:6");
	claims_print(&claims, &told);
	ck_assert_str_eq(text_string(&told), "cmdline\tproc/cmdline\t1\tids=1:2\toverride\t-\tvfio-pci\n"
					     "cmdline\tproc/cmdline\t1\tids=3:4\toverride\t-\tvfio-pci\n"
					     "cmdline\tproc/cmdline\t1\tdriver=igb\tnumvfs\t-\t2\n"
					     "cmdline\tproc/cmdline\t1\tids=5:6\toverride\t-\tvfio-pci\n");
	claims_free(&claims);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, lines_come_back);
	tcase_add_test(tests, what_is_no_answer_is_refused);
	tcase_add_test(tests, a_function_finds_its_claims);
	tcase_add_test(tests, a_first_name_is_uncertain);
	tcase_add_test(tests, too_many_are_in_doubt);
	tcase_add_test(tests, the_command_line_claims_too);
}

int main(void)
{
	return suite_run("claims", add_tests);
}

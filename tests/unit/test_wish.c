/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Choosing the host of this machine, and finding the functions of its devices. */
#include "suite.h"
#include "wish.h"
#include <string.h>

static struct wish wish;
static struct survey survey;
static struct state state;
static struct report report;

static void start(void)
{
	wish = (struct wish){ 0 };
	survey = (struct survey){ 0 };
	state = (struct state){ 0 };
	report = (struct report){ 0 };
}

static void stop(void)
{
	report_free(&report);
	state_free(&state);
	survey_free(&survey);
	wish_free(&wish);
}

static void load(const char *hosts)
{
	AUTO_FREE char *text = text_print("pawl: 1\nhosts:\n%s", hosts);

	ck_assert_int_eq(wish_parse(&wish, "x.yaml", text, strlen(text), &report), 0);
	ck_assert_int_eq(wish_join(&wish, &report), 0);
}

static void machine_is(const char *hostname)
{
	survey.machine[M_HOSTNAME] = (struct reading){ .is = R_VALUE, .text = string_copy(hostname) };
}

/* With an index and without one the same hosts fit. */
static void assert_fitting(size_t n, const char *host)
{
	const struct resource *fitting = NULL;

	ck_assert_uint_eq(wish_hosts_fitting(&wish, &survey, &fitting), n);
	if (host)
		ck_assert_str_eq(fitting->name, host);
}

static void assert_found(const char *name, const char *host)
{
	if (!name)
		assert_fitting(1, host);
	ck_assert_int_eq(wish_for_host(&wish, name, &survey, &state, &report), 0);
	ck_assert_uint_eq(report.n, 0);
	ck_assert_ptr_eq(state.all[0]->kind, &kind_host);
	ck_assert_str_eq(state.all[0]->name, host);
}

static void assert_refused(const char *name, const char *id, const char *text)
{
	if (!name && string_equal(id, "host-not-found"))
		assert_fitting(0, NULL);
	ck_assert_int_eq(wish_for_host(&wish, name, &survey, &state, &report), -1);
	ck_assert_uint_eq(state.n, 0);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, id);
	ck_assert_str_eq(report.findings[0].text, text);
	ck_assert_int_eq(report_outcome(&report), BAD_CONFIGURATION);
}

START_TEST(a_short_name_fits_a_full_machine)
{
	load("  kp001: {}\n  kp00: {}\n  kp001.example.com: {}\n");
	machine_is("kp001.example.org");
	assert_found(NULL, "kp001");
}
END_TEST

START_TEST(case_makes_no_difference_to_the_machine)
{
	load("  KP001: {}\n");
	machine_is("kp001");
	assert_found(NULL, "KP001");
}
END_TEST

START_TEST(a_full_name_fits_only_itself)
{
	load("  kp001.example.org: {}\n");
	machine_is("kp001");
	assert_refused(NULL, "host-not-found",
		"no host fits this machine (kp001); the hosts given are: kp001.example.org");
}
END_TEST

START_TEST(a_match_replaces_the_name)
{
	load("  kp001: {match: {hostname: other}}\n  left: {match: {hostname: kp001}}\n  kp002: {match: "
	     "{}}\n");
	machine_is("kp001");
	assert_found(NULL, "left");
}
END_TEST

static void machine_has(enum machine_fact fact, const char *text)
{
	survey.machine[fact] = (struct reading){ .is = R_VALUE, .text = string_copy(text) };
}

#define ID "0123456789abcdef0123456789abcdef"

START_TEST(all_keys_of_a_match_must_fit)
{
	load("  one: {match: {machine-id: \"" ID "\", dmi-serial: SN-2}}\n"
	     "  two: {match: {machine-id: \"0123456789ABCDEF0123456789ABCDEF\", dmi-serial: SN-1}}\n"
	     "  three: {match: {machine-id: \"" ID "\", hostname: other}}\n");
	machine_is("kp001");
	machine_has(M_MACHINE_ID, ID);
	machine_has(M_DMI_SERIAL, "SN-1");
	assert_found(NULL, "two");
}
END_TEST

START_TEST(what_does_not_fit_is_told)
{
	load("  one: {match: {machine-id: \"" ID "\"}}\n"
	     "  two: {match: {hostname: kp001, dmi-serial: SN-1}}\n"
	     "  three: {}\n");
	machine_is("kp001");
	machine_has(M_MACHINE_ID, "f" ID);
	survey.machine[M_DMI_SERIAL] = (struct reading){ .is = R_UNKNOWN, .text = string_copy("EACCES") };
	assert_refused(NULL, "host-not-found",
		"no host fits this machine (kp001); the hosts given are: one (machine-id is f" ID
		" here), two (dmi-serial is not known here: EACCES), three");
}
END_TEST

START_TEST(a_fact_that_is_absent_does_not_fit)
{
	load("  one: {match: {dmi-serial: SN-1}}\n");
	machine_is("one");
	survey.machine[M_DMI_SERIAL].is = R_ABSENT;
	assert_refused(NULL, "host-not-found",
		"no host fits this machine (one); the hosts given are: one (dmi-serial is not there here)");
}
END_TEST

START_TEST(an_empty_match_is_the_name)
{
	load("  kp001: {match: {}}\n");
	machine_is("kp001");
	assert_found(NULL, "kp001");
}
END_TEST

START_TEST(host_given_by_name_needs_no_machine)
{
	load("  kp001: {}\n  kp002: {match: {hostname: elsewhere}}\n");
	assert_found("kp002", "kp002");
}
END_TEST

START_TEST(a_name_that_is_not_there_is_refused)
{
	load("  kp001: {}\n  kp002: {}\n");
	machine_is("kp001");
	assert_refused("db", "host-not-found", "no host is called \"db\"; the hosts given are: kp001, kp002");
}
END_TEST

START_TEST(at_most_eight_hosts_are_listed)
{
	load("  a: {}\n  b: {}\n  c: {}\n  d: {}\n  e: {}\n  f: {}\n  g: {}\n  h: {}\n  i: {}\n  j: {}\n");
	machine_is("kp001");
	assert_refused(NULL, "host-not-found",
		"no host fits this machine (kp001); the hosts given are: a, b, c, d, e, f, g, h and 2 more");
}
END_TEST

START_TEST(no_hosts_are_none)
{
	load("    {}\n");
	machine_is("kp001");
	assert_refused(
		NULL, "host-not-found", "no host fits this machine (kp001); the hosts given are: none");
}
END_TEST

START_TEST(an_unknown_machine_fits_nothing)
{
	load("  kp001: {}\n");
	assert_refused(NULL, "host-not-found",
		"no host fits this machine (of unknown name); the hosts given are: kp001");
}
END_TEST

START_TEST(two_hosts_that_fit_are_ambiguous)
{
	load("  kp001: {}\n  other: {}\n  again: {match: {hostname: kp001}}\n");
	machine_is("kp001");
	assert_fitting(2, NULL);
	assert_refused(NULL, "host-ambiguous", "more than one host fits this machine (kp001): kp001, again");
	ck_assert_uint_eq(report.findings[0].at.line, 5);
}
END_TEST

static const char fleet[] = "  kp000:\n"
			    "    devices:\n"
			    "      nic0: {select: {pci: \"0000:01:00.0\"}, driver: none}\n"
			    "  kp001:\n"
			    "    platform: vfio\n"
			    "    devices:\n"
			    "      nic0:\n"
			    "        select: {pci: \"0000:17:00.0\"}\n"
			    "        vfs: {count: 4}\n"
			    "        driver: hinic3\n"
			    "      nic1: {select: {path: \"0000:16:00.0/00.0\"}}\n"
			    "  kp002:\n"
			    "    devices:\n"
			    "      nic2: {select: {pci: \"0000:01:00.0\"}}\n";

START_TEST(the_copy_holds_one_host_only)
{
	static const char *const names[] = { "kp001", "nic0", "nic0.vfs", "nic0.driver", "nic1" };
	static const int under[] = { -1, 0, 1, 1, 0 };

	load(fleet);
	assert_found("kp001", "kp001");
	ck_assert_uint_eq(state.n, sizeof(names) / sizeof(*names));
	for (size_t i = 0; i < state.n; i++) {
		ck_assert_str_eq(state.all[i]->name, names[i]);
		ck_assert_ptr_eq(state.all[i]->under, under[i] < 0 ? NULL : state.all[under[i]]);
	}
}
END_TEST

START_TEST(the_copy_is_deep)
{
	const struct resource *copy, *original;
	const struct device_body *device;
	struct state other = { 0 };

	load(fleet);
	assert_found("kp001", "kp001");
	copy = state_find(&state, &kind_device, "nic0");
	ck_assert_int_eq(wish_for_host(&wish, "kp001", &survey, &other, &report), 0);
	original = state_find(&other, &kind_device, "nic0");
	ck_assert_ptr_ne(copy->body, original->body);
	ck_assert_ptr_ne(copy->at_fields, original->at_fields);
	ck_assert_uint_eq(copy->at.line, original->at.line);
	ck_assert_uint_eq(copy->at_fields[DEVICE_SELECT].line, 10);
	device = copy->body;
	ck_assert(field_given(&device->select, SELECT_PCI) && !field_given(&device->select, SELECT_PATH));
	ck_assert_str_eq(device->select.pci, "0000:17:00.0");
	ck_assert_ptr_ne(device->select.pci, ((const struct device_body *)original->body)->select.pci);
	ck_assert_str_eq(((const struct host_body *)state.all[0]->body)->platform, "vfio");
	ck_assert_int_eq(((const struct pool_body *)state.all[2]->body)->count, 4);
	ck_assert_str_eq(((const struct driver_body *)state.all[3]->body)->name, "hinic3");
	state_free(&other);
}
END_TEST

/* Two functions of one card behind a root port, and one on the root bus. */
static void machine_has_functions(void)
{
	static const char *const functions[][2] = {
		{ "0000:17:00.0", "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.0" },
		{ "0000:17:00.1", "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.1" },
		{ "0000:00:1f.0", "../../../devices/pci0000:00/0000:00:1f.0" },
	};

	for (size_t i = 0; i < sizeof(functions) / sizeof(*functions); i++)
		function_set(survey_add(&survey, functions[i][0]), A_PATH, functions[i][1]);
}

/* The address that was found for a device with this `select`, "" when none was. */
static const char *resolved(const char *select)
{
	AUTO_FREE char *text = text_print("  kp001: {devices: {nic0: {select: %s}}}\n", select);
	const struct device_body *device;

	machine_has_functions();
	load(text);
	assert_found("kp001", "kp001");
	wish_resolve(&state, &survey, &report);
	device = state.all[1]->body;
	ck_assert_int_eq(field_given(device, DEVICE_ADDRESS), device->address != NULL);
	return device->address ? device->address : "";
}

START_TEST(a_device_is_found_by_address)
{
	ck_assert_str_eq(resolved("{pci: \"0000:17:00.1\"}"), "0000:17:00.1");
}
END_TEST

START_TEST(a_device_is_found_by_path)
{
	ck_assert_str_eq(resolved("{path: \"0000:16:00.0/00.1\"}"), "0000:17:00.1");
}
END_TEST

START_TEST(address_and_path_must_both_fit)
{
	ck_assert_str_eq(resolved("{path: \"0000:16:00.0/00.1\", pci: \"0000:17:00.1\"}"), "0000:17:00.1");
}
END_TEST

START_TEST(address_and_path_that_differ_find_nothing)
{
	ck_assert_str_eq(resolved("{path: \"0000:16:00.0/00.1\", pci: \"0000:17:00.0\"}"), "");
}
END_TEST

START_TEST(a_path_that_is_not_there_finds_nothing)
{
	ck_assert_str_eq(resolved("{path: \"0000:16:01.0/00.0\", pci: \"0000:17:00.0\"}"), "");
}
END_TEST

START_TEST(an_address_that_is_not_there_finds_nothing)
{
	ck_assert_str_eq(resolved("{pci: \"0000:17:00.2\"}"), "");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, a_short_name_fits_a_full_machine);
	tcase_add_test(tests, case_makes_no_difference_to_the_machine);
	tcase_add_test(tests, a_full_name_fits_only_itself);
	tcase_add_test(tests, a_match_replaces_the_name);
	tcase_add_test(tests, all_keys_of_a_match_must_fit);
	tcase_add_test(tests, what_does_not_fit_is_told);
	tcase_add_test(tests, a_fact_that_is_absent_does_not_fit);
	tcase_add_test(tests, an_empty_match_is_the_name);
	tcase_add_test(tests, host_given_by_name_needs_no_machine);
	tcase_add_test(tests, a_name_that_is_not_there_is_refused);
	tcase_add_test(tests, at_most_eight_hosts_are_listed);
	tcase_add_test(tests, no_hosts_are_none);
	tcase_add_test(tests, an_unknown_machine_fits_nothing);
	tcase_add_test(tests, two_hosts_that_fit_are_ambiguous);
	tcase_add_test(tests, the_copy_holds_one_host_only);
	tcase_add_test(tests, the_copy_is_deep);
	tcase_add_test(tests, a_device_is_found_by_address);
	tcase_add_test(tests, a_device_is_found_by_path);
	tcase_add_test(tests, address_and_path_must_both_fit);
	tcase_add_test(tests, address_and_path_that_differ_find_nothing);
	tcase_add_test(tests, a_path_that_is_not_there_finds_nothing);
	tcase_add_test(tests, an_address_that_is_not_there_finds_nothing);
}

int main(void)
{
	return suite_run("wish", tests_add);
}

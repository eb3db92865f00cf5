/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Completing the wish of one host: sets and members, what is out of service, what is given up, targets. */
#include "engine.h"
#include "suite.h"
#include <string.h>

static struct wish wish;
static struct survey survey;
static struct state state, rest;
static struct report report;

/* Two cards of one kind with two functions each, all of which can have eight VFs. */
static void start(void)
{
	static const char *const addresses[] = { "0000:17:00.0", "0000:17:00.1", "0000:98:00.0",
		"0000:98:00.1" };

	wish = (struct wish){ 0 };
	survey = (struct survey){ 0 };
	state = (struct state){ 0 };
	report = (struct report){ 0 };
	for (size_t i = 0; i < sizeof(addresses) / sizeof(*addresses); i++) {
		struct function *function = survey_add(&survey, addresses[i]);

		function_set(function, A_VENDOR, "0x19e5");
		function_set(function, A_TOTALVFS, "8");
	}
}

static void stop(void)
{
	report_free(&report);
	state_free(&state);
	state_free(&rest);
	survey_free(&survey);
	wish_free(&wish);
}

static void resolve(const char *host)
{
	AUTO_FREE char *text = text_print("pawl: 1\nhosts:\n  kp001:\n%s", host);

	ck_assert_int_eq(wish_parse(&wish, "x.yaml", text, strlen(text), &report), 0);
	ck_assert_int_eq(wish_join(&wish, &report), 0);
	ck_assert_int_eq(wish_for_host(&wish, "kp001", &survey, &state, &report), 0);
	wish_resolve(&state, &survey, &report);
	wish_note_out_of_service(&state, &report);
}

static void assert_names(const char *const *names, size_t n)
{
	ck_assert_uint_eq(state.n, n);
	for (size_t i = 0; i < n; i++) {
		ck_assert_str_eq(state.all[i]->name, names[i]);
		ck_assert_ptr_eq(state_find(&state, state.all[i]->kind, names[i]), state.all[i]);
	}
}
#define ASSERT_NAMES(...)                                                                                    \
	do {                                                                                                 \
		static const char *const names[] = { __VA_ARGS__ };                                          \
		assert_names(names, sizeof(names) / sizeof(*names));                                         \
	} while (0)

static void assert_note(const char *id, const char *text)
{
	ck_assert_uint_eq(report.n, 1);
	ck_assert_int_eq(report.findings[0].severity, NOTE);
	ck_assert_str_eq(report.findings[0].id, id);
	ck_assert_str_eq(report.findings[0].text, text);
	ck_assert_int_eq(report_outcome(&report), FINE);
}

START_TEST(each_member_of_a_set_is_wished_the_same)
{
	const struct resource *set, *member, *pool;

	resolve("    devices:\n"
		"      nics: {select: {vendor: 0x19e5, function: 1}, expect: 2, vfs: {count: 3}, driver: "
		"hns}\n"
		"      last: {select: {pci: \"0000:98:00.0\"}}\n");
	ASSERT_NAMES("kp001", "nics", "last", "nics.0000:17:00.1", "nics.0000:17:00.1.vfs",
		"nics.0000:17:00.1.driver", "nics.0000:98:00.1", "nics.0000:98:00.1.vfs",
		"nics.0000:98:00.1.driver");
	set = state.all[1];
	member = state.all[6];
	pool = state.all[7];
	ck_assert_ptr_eq(member->cause, set);
	ck_assert_ptr_eq(member->under, state.all[0]);
	ck_assert_ptr_eq(pool->under, member);
	ck_assert_uint_eq(pool->at.line, 5);
	ck_assert_int_eq(((const struct pool_body *)pool->body)->count, 3);
	ck_assert_str_eq(((const struct device_body *)member->body)->address, "0000:98:00.1");
	ck_assert_int_eq(device_expects(member->body), 1);
	ck_assert_ptr_null(((const struct device_body *)set->body)->address);
	ck_assert(!device_is_missing(set->body) && !device_is_missing(member->body));
}
END_TEST

START_TEST(a_set_with_a_member_missing_has_none)
{
	resolve("    devices:\n"
		"      nics: {select: {vendor: 0x19e5}, expect: 5, driver: hns}\n");
	ASSERT_NAMES("kp001", "nics", "nics.driver");
	ck_assert(device_is_missing(state.all[1]->body));
}
END_TEST

START_TEST(too_many_are_as_bad_as_none)
{
	resolve("    devices:\n"
		"      nic: {select: {vendor: 0x19e5}, driver: hns}\n");
	ck_assert(device_is_missing(state.all[1]->body));
	ck_assert_ptr_null(((const struct device_body *)state.all[1]->body)->address);
}
END_TEST

START_TEST(nothing_is_wished_of_what_is_out_of_service)
{
	resolve("    devices:\n"
		"      nic: {select: {pci: \"0000:99:00.0\"}, state: out-of-service, vfs: {count: 3}}\n"
		"      other: {select: {pci: \"0000:17:00.0\"}, state: present, vfs: {count: 3}}\n");
	ASSERT_NAMES("kp001", "nic", "other", "other.vfs");
	ck_assert(!device_is_missing(state.all[1]->body));
	assert_note("out-of-service", "nic is out of service: nothing is planned for it");
}
END_TEST

START_TEST(a_host_that_is_given_up_wishes_nothing)
{
	function_set(survey.functions[0], A_NUMVFS, "4");
	function_set(survey.functions[0], A_DRIVER, "../../../../bus/pci/drivers/hns");
	resolve("    state: absent\n"
		"    devices:\n"
		"      nic: {select: {pci: \"0000:17:00.0\"}, vfs: {count: 4}}\n");
	ASSERT_NAMES("kp001");
	assert_note("left-over",
		"nic is left over: 0000:17:00.0 has 4 VFs, driver hns, and there is no record that pawl "
		"made it");
}
END_TEST

START_TEST(what_is_gone_is_not_left_over)
{
	resolve("    state: absent\n"
		"    devices:\n"
		"      nic: {select: {pci: \"0000:99:00.0\"}, vfs: {count: 4}}\n");
	ASSERT_NAMES("kp001");
	assert_note("left-over", "nic: no function was found, so nothing of it is left over");
}
END_TEST

static const char three[] =
	"    devices:\n"
	"      nic0: {select: {pci: \"0000:17:00.0\"}, driver: hns, vfs: {count: 2, driver: none}}\n"
	"      nic1: {select: {pci: \"0000:17:00.1\"}, vfs: {count: 1, driver: none}}\n"
	"      nics: {select: {pci: \"0000:98:00.1\"}}\n";

static int aim(const char *one, const char *other)
{
	const char *const targets[] = { one, other };

	resolve(three);
	wish_derive(&state, &survey);
	return wish_target(&state, targets, other ? 2 : 1, &rest, &report);
}

START_TEST(a_target_comes_with_what_is_below_it)
{
	ck_assert_int_eq(aim("nic1", NULL), 0);
	ASSERT_NAMES("kp001", "nic1", "nic1.vfs", "nic1.vf.0.driver");
	assert_note("left-out", "left out by --target: nic0, nics");
}
END_TEST

START_TEST(a_vf_comes_with_its_pool)
{
	ck_assert_int_eq(aim("nic0.vf.1", NULL), 0);
	ASSERT_NAMES("kp001", "nic0", "nic0.vfs", "nic0.vf.1.driver");
	assert_note("left-out", "left out by --target: nic0.driver, nic1, nics, nic0.vf.0.driver");
}
END_TEST

START_TEST(several_targets_add_up)
{
	ck_assert_int_eq(aim("nic0.driver", "nics"), 0);
	ASSERT_NAMES("kp001", "nic0", "nic0.driver", "nics");
}
END_TEST

START_TEST(the_host_is_everything)
{
	ck_assert_int_eq(aim("kp001", NULL), 0);
	ck_assert_uint_eq(state.n, 10);
	ck_assert_uint_eq(report.n, 0);
}
END_TEST

START_TEST(a_target_that_names_nothing_is_refused)
{
	ck_assert_int_eq(aim("nic", "nic0"), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "no-target");
	ck_assert_str_eq(report.findings[0].text,
		"--target nic names nothing that is wished for this host; did you mean nic0?");
	ck_assert_int_eq(report_outcome(&report), BAD_USAGE);
	ck_assert_uint_eq(state.n, 10);
}
END_TEST

START_TEST(a_set_is_its_name_or_all_of_it)
{
	const char *const all[] = { "nics.*" };

	resolve("    devices:\n"
		"      nics: {select: {vendor: 0x19e5, function: 1}, expect: 2, driver: hns}\n"
		"      nic0: {select: {pci: \"0000:17:00.0\"}}\n");
	ck_assert_int_eq(wish_target(&state, all, 1, &rest, &report), 0);
	ASSERT_NAMES("kp001", "nics", "nics.0000:17:00.1", "nics.0000:17:00.1.driver", "nics.0000:98:00.1",
		"nics.0000:98:00.1.driver");
}
END_TEST

START_TEST(a_pool_that_cannot_be_implies_what_could_be)
{
	resolve("    devices:\n"
		"      nic0: {select: {pci: \"0000:17:00.0\"}, vfs: {count: 9, driver: none}}\n");
	wish_derive(&state, &survey);
	ASSERT_NAMES("kp001", "nic0", "nic0.vfs", "nic0.vf.0.driver", "nic0.vf.1.driver", "nic0.vf.2.driver",
		"nic0.vf.3.driver", "nic0.vf.4.driver", "nic0.vf.5.driver", "nic0.vf.6.driver",
		"nic0.vf.7.driver");
}
END_TEST

START_TEST(groups_win_over_the_pool)
{
	static const char *const drivers[] = { "vfio-pci", "none", "vfio-pci", "igbvf" };

	resolve("    devices:\n"
		"      nic0:\n"
		"        select: {pci: \"0000:17:00.0\"}\n"
		"        vfs:\n"
		"          count: 4\n"
		"          driver: none\n"
		"          groups:\n"
		"            - {range: \"0,2\", driver: vfio-pci}\n"
		"            - {range: \"3\", driver: igbvf}\n"
		"            - {range: \"1\"}\n");
	wish_derive(&state, &survey);
	ck_assert_uint_eq(state.n, 7);
	for (size_t i = 0; i < 4; i++) {
		const struct resource *driver = state.all[3 + i];

		ck_assert_str_eq(((const struct driver_body *)driver->body)->name, drivers[i]);
		ck_assert_ptr_eq(driver->cause, state.all[2]);
	}
	ck_assert_uint_eq(state.all[3]->at.line, 11);
	ck_assert_uint_eq(state.all[4]->at.line, 9);
	ck_assert_uint_eq(state.all[6]->at.line, 12);
}
END_TEST

START_TEST(vfs_of_no_group_are_wished_nothing)
{
	resolve("    devices:\n"
		"      nic0:\n"
		"        select: {pci: \"0000:17:00.0\"}\n"
		"        vfs: {count: 4, groups: [{range: 2, driver: none}]}\n");
	wish_derive(&state, &survey);
	ASSERT_NAMES("kp001", "nic0", "nic0.vfs", "nic0.vf.2.driver");
	ck_assert(vf_driver_wished(&state, "nic0", 2));
	ck_assert(!vf_driver_wished(&state, "nic0", 1));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, each_member_of_a_set_is_wished_the_same);
	tcase_add_test(tests, a_set_with_a_member_missing_has_none);
	tcase_add_test(tests, too_many_are_as_bad_as_none);
	tcase_add_test(tests, nothing_is_wished_of_what_is_out_of_service);
	tcase_add_test(tests, a_host_that_is_given_up_wishes_nothing);
	tcase_add_test(tests, what_is_gone_is_not_left_over);
	tcase_add_test(tests, a_target_comes_with_what_is_below_it);
	tcase_add_test(tests, a_vf_comes_with_its_pool);
	tcase_add_test(tests, several_targets_add_up);
	tcase_add_test(tests, the_host_is_everything);
	tcase_add_test(tests, a_target_that_names_nothing_is_refused);
	tcase_add_test(tests, a_set_is_its_name_or_all_of_it);
	tcase_add_test(tests, a_pool_that_cannot_be_implies_what_could_be);
	tcase_add_test(tests, groups_win_over_the_pool);
	tcase_add_test(tests, vfs_of_no_group_are_wished_nothing);
}

int main(void)
{
	return suite_run("wish_resolve", tests_add);
}

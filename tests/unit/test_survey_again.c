/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A part of a machine that is read anew, while the rest is nobody's business. */
#include "survey_fixture.h"

#define PF    "sys/devices/" PORT "/0000:17:00.0"
#define OTHER "10000:01:00.0"

static const char *const devices[] = { "0000:17:00" };

static struct survey before;

static const struct function *function_of(const char *address)
{
	const struct function *function = survey_function(&survey, address);

	ck_assert_ptr_nonnull(function);
	return function;
}

static void take_first(void)
{
	make_machine();
	ck_assert_int_eq(survey_take(host, &before, &report), 0);
	survey_copy(&before, &survey);
}

static void take_again(struct proxy *proxy, int result)
{
	ck_assert_int_eq(survey_take_again(&proxy->host, &survey, devices, 1, NULL, &report), result);
	host_free(&proxy->host);
}

static void end(void)
{
	survey_free(&before);
	clean();
}

static void never(struct proxy *proxy)
{
	(void)proxy;
	ck_abort_msg("another device is read");
}

/* The proxy lets nobody touch the other device. */
static struct proxy proxy_guarding(void)
{
	return (struct proxy){ .host = { .ops = &proxy_ops }, .watched = OTHER, .change = never };
}

static void add_vf(void)
{
	static const struct fake vf = { "0000:17:01.2", PORT, "vfio-pci", "vfio-pci", NULL, NULL };

	make_function(&vf);
	make_link(PF, "virtfn2", "../0000:17:01.2");
	make_text(PF "/sriov_numvfs", "3\n");
}

START_TEST(new_vfs_are_seen)
{
	struct proxy proxy = proxy_guarding();

	take_first();
	add_vf();
	take_again(&proxy, 0);
	ck_assert_uint_eq(survey.n, before.n + 1);
	ck_assert_uint_eq(function_of("0000:17:00.0")->n_virtfn, 3);
	ck_assert_ptr_eq(function_of("0000:17:00.0")->virtfn[2], function_of("0000:17:01.2"));
	ck_assert_str_eq(function_text(function_of("0000:17:01.2"), A_OVERRIDE), "vfio-pci");
	ck_assert_str_eq(function_text(function_of("0000:17:01.2"), A_VENDOR), "0x19e5");
	ck_assert_str_eq(function_text(function_of("0000:17:00.0"), A_NUMVFS), "3");
	end();
}
END_TEST

START_TEST(vfs_that_went_are_gone)
{
	static const char *const gone[] = { PF "/virtfn0", PF "/virtfn1", DEVICES "/0000:17:01.0",
		DEVICES "/0000:17:01.1" };
	struct proxy proxy = proxy_guarding();

	take_first();
	for (size_t i = 0; i < sizeof(gone) / sizeof(gone[0]); i++)
		ck_assert_int_eq(unlink(below(gone[i])), 0);
	make_text(PF "/sriov_numvfs", "0\n");
	take_again(&proxy, 0);
	ck_assert_uint_eq(survey.n, before.n - 2);
	ck_assert_uint_eq(function_of("0000:17:00.0")->n_virtfn, 0);
	end();
}
END_TEST

START_TEST(the_rest_stays_as_it_was)
{
	static const struct fake strange = { "0000:18:00.1", PORT, NULL, "(null)", NULL, NULL };
	struct proxy proxy = proxy_guarding();

	take_first();
	make_function(&strange); /* another lane may be making it just now */
	make_text("sys/devices/pci10000:00/" OTHER "/driver_override", "none\n");
	make_text(PF "/driver_override", "hisdk3\n");
	make_directory("sys/bus/pci/drivers/late");
	take_again(&proxy, 0);
	ck_assert_uint_eq(survey.n, before.n);
	ck_assert_str_eq(function_text(function_of(OTHER), A_OVERRIDE), "");
	ck_assert_str_eq(function_text(function_of("0000:17:00.0"), A_OVERRIDE), "hisdk3");
	ck_assert(survey_has_driver(&survey, "late"));
	end();
}
END_TEST

static void interrupt(struct proxy *proxy)
{
	(void)proxy;
	proxy->host.asked_to_stop = true;
}

START_TEST(a_survey_that_ends_early_leaves_what_was)
{
	struct proxy proxy = { .host = { .ops = &proxy_ops }, .watched = "17:00.0", .change = interrupt };

	take_first();
	add_vf();
	take_again(&proxy, -1);
	ck_assert_str_eq(report.findings[0].id, "interrupted");
	ck_assert_uint_eq(survey.n, before.n);
	ck_assert_str_eq(function_text(function_of("0000:17:00.0"), A_NUMVFS), "2");
	end();
}
END_TEST

START_TEST(a_copy_has_all_of_the_machine)
{
	take_first();
	ck_assert_uint_eq(survey.n, before.n);
	ck_assert_uint_eq(survey.n_drivers, before.n_drivers);
	ck_assert_str_eq(survey.machine[M_HOSTNAME].text, "kp001");
	ck_assert_int_eq(survey.machine[M_DMI_SERIAL].is, before.machine[M_DMI_SERIAL].is);
	ck_assert_ptr_eq(function_of("0000:17:01.1")->physfn, function_of("0000:17:00.0"));
	ck_assert_uint_eq(function_of("0000:17:01.1")->vf_number, 1);
	ck_assert_ptr_ne(function_of("0000:17:01.1"), survey_function(&before, "0000:17:01.1"));
	end();
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, new_vfs_are_seen);
	tcase_add_test(tests, vfs_that_went_are_gone);
	tcase_add_test(tests, the_rest_stays_as_it_was);
	tcase_add_test(tests, a_survey_that_ends_early_leaves_what_was);
	tcase_add_test(tests, a_copy_has_all_of_the_machine);
}

int main(void)
{
	return suite_run("survey_again", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The survey as a container, and the reading of a machine below a root of its own. */
#include "survey_fixture.h"

START_TEST(functions_are_kept_in_order)
{
	static const char *const coming[] = { "10000:00:00.0", "0000:17:00.1", "0000:02:00.0", "0000:17:00.0",
		"0001:00:00.0", "0000:17:00.1" };
	static const char *const kept[] = { "0000:02:00.0", "0000:17:00.0", "0000:17:00.1", "0001:00:00.0",
		"10000:00:00.0" };

	for (size_t i = 0; i < sizeof(coming) / sizeof(coming[0]); i++)
		survey_add(&survey, coming[i]);
	ck_assert_uint_eq(survey.n, sizeof(kept) / sizeof(kept[0]));
	for (size_t i = 0; i < survey.n; i++) {
		ck_assert_str_eq(survey.functions[i]->address, kept[i]);
		ck_assert_ptr_eq(survey_function(&survey, kept[i]), survey.functions[i]);
	}
	ck_assert_ptr_null(survey_function(&survey, "0000:17:00.2"));
	ck_assert_ptr_null(survey_function(&survey, ""));
	ck_assert_ptr_null(survey_function(&survey, "nic0"));
	clean();
}
END_TEST

START_TEST(what_is_removed_leaves_no_tie)
{
	struct function *pf = survey_add(&survey, "0000:17:00.0");

	survey_link_virtfn(pf, 0, survey_add(&survey, "0000:17:01.0"));
	survey_link_virtfn(pf, 2, survey_add(&survey, "0000:17:01.2"));
	survey_remove(&survey, survey_function(&survey, "0000:17:01.2"));
	ck_assert_uint_eq(pf->n_virtfn, 1);
	survey_remove(&survey, pf);
	ck_assert_uint_eq(survey.n, 1);
	ck_assert_ptr_null(survey.functions[0]->physfn);
	clean();
}
END_TEST

START_TEST(debts_count_as_paid)
{
	struct function *pf = survey_add(&survey, "0000:17:00.0"), *vf = survey_add(&survey, "0000:17:01.0");

	function_set(pf, A_AUTOPROBE, "0");
	function_set(vf, A_DRIVER, "../../bus/pci/drivers/nvme");
	survey.debts = memory_new(3, sizeof(struct debt));
	survey.n_debts = 3;
	survey.debts[0] = (struct debt){ &knob_autoprobe, string_copy("0000:17:00.0"), string_copy("1"),
		string_copy("0") };
	survey.debts[1] = (struct debt){ &knob_driver, string_copy("0000:17:01.0"), string_copy(""), NULL };
	survey.debts[2] =
		(struct debt){ &knob_autoprobe, string_copy("0000:99:00.0"), string_copy("1"), NULL };
	survey_overlay_debts(&survey);
	ck_assert_str_eq(function_text(pf, A_AUTOPROBE), "1");
	ck_assert_int_eq(vf->attr[A_DRIVER].is, R_ABSENT);
	ck_assert_uint_eq(survey.n, 2);
	survey_leave_debt(&survey, &survey.debts[0]);
	ck_assert_str_eq(function_text(pf, A_AUTOPROBE), "0");
	clean();
}
END_TEST

static const char *text_of(const char *address, enum attribute attribute)
{
	const struct function *function = survey_function(&survey, address);

	ck_assert_ptr_nonnull(function);
	return function_text(function, attribute);
}

START_TEST(a_machine_is_read)
{
	const struct function *pf;

	make_machine();
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_uint_eq(report.n, 0);
	ck_assert_uint_eq(survey.n, 6);
	ck_assert_str_eq(text_of("0000:17:00.0", A_PATH), "../../../devices/" PORT "/0000:17:00.0");
	ck_assert_str_eq(text_of("0000:17:00.0", A_DRIVER), "../../../../bus/pci/drivers/hisdk3");
	ck_assert_str_eq(text_of("0000:17:00.0", A_OVERRIDE), "");
	ck_assert_str_eq(text_of("0000:17:00.1", A_OVERRIDE), "none");
	ck_assert_str_eq(text_of("0000:17:00.0", A_NUMVFS), "2");
	ck_assert_str_eq(text_of("0000:17:00.0", A_VF_DEVICE), "375f");
	ck_assert_str_eq(text_of("0000:17:01.0", A_OVERRIDE), "vfio-pci");
	ck_assert_str_eq(text_of("10000:01:00.0", A_CLASS), "0x020000");
	pf = survey_function(&survey, "0000:17:00.0");
	ck_assert_uint_eq(pf->n_virtfn, 2);
	ck_assert_str_eq(pf->virtfn[1]->address, "0000:17:01.1");
	ck_assert_ptr_eq(pf->virtfn[1]->physfn, pf);
	ck_assert_ptr_eq(
		survey_by_path(&survey, "0000:16:00.0/00.1"), survey_function(&survey, "0000:17:00.1"));
	ck_assert_ptr_eq(survey_by_path(&survey, "0000:16:00.0"), survey_function(&survey, "0000:16:00.0"));
	ck_assert_ptr_null(survey_by_path(&survey, "0000:16:00.0/00.2"));
	ck_assert_ptr_null(survey_by_path(&survey, ""));
	clean();
}
END_TEST

START_TEST(absent_differs_from_unknown)
{
	make_machine();
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	for (enum attribute a = A_TOTALVFS; a <= A_VF_DEVICE; a++)
		ck_assert_int_eq(survey_function(&survey, "0000:17:01.0")->attr[a].is, R_ABSENT);
	ck_assert_int_eq(survey_function(&survey, "0000:17:00.1")->attr[A_DRIVER].is, R_ABSENT);
	ck_assert_int_eq(survey_function(&survey, "0000:17:00.1")->attr[A_GROUP].is, R_ABSENT);
	ck_assert_str_eq(survey.machine[M_HOSTNAME].text, "kp001");
	ck_assert_str_eq(survey.machine[M_CMDLINE].text, "ro quiet");
	ck_assert_int_eq(survey.machine[M_DMI_PRODUCT].is, R_ABSENT);
	ck_assert_int_eq(survey.machine[M_DMI_SERIAL].is, R_UNKNOWN);
	ck_assert_str_eq(survey.machine[M_DMI_SERIAL].text, strerror(EISDIR));
	ck_assert(survey_has_driver(&survey, "vfio-pci"));
	ck_assert(survey_has_driver(&survey, "hisdk3"));
	ck_assert(!survey_has_driver(&survey, "nvme"));
	ck_assert(!survey_has_driver(&survey, ""));
	clean();
}
END_TEST

START_TEST(a_machine_without_pci_is_refused)
{
	ck_assert_int_eq(survey_take(host, &survey, &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].path, DEVICES);
	ck_assert_int_eq(report.findings[0].error, ENOENT);
	ck_assert_int_eq(report_outcome(&report), UNAVAILABLE);
	ck_assert_uint_eq(survey.n, 0);
	clean();
}
END_TEST

START_TEST(what_went_away_since_it_was_listed_is_left_out)
{
	make_machine();
	make_link(DEVICES, "0000:18:00.0", "../../../devices/gone");
	make_text(DEVICES "/new_id", "");
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_uint_eq(survey.n, 6);
	ck_assert_ptr_null(survey_function(&survey, "0000:18:00.0"));
	clean();
}
END_TEST

START_TEST(a_busy_device_is_read_as_far_as_it_answers)
{
	struct proxy proxy = { .host = { .ops = &proxy_ops }, .hangs = "17:00.0/sriov_numvfs" };
	const struct function *pf;

	make_machine();
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	pf = survey_function(&survey, "0000:17:00.0");
	ck_assert_uint_eq(proxy.n_hanging, 1);
	ck_assert_int_eq(pf->attr[A_NUMVFS].is, R_BUSY);
	ck_assert_str_eq(function_text(pf, A_AUTOPROBE), "1");
	ck_assert_uint_eq(pf->n_virtfn, 2);
	/* neither the PF's nor its VFs' override is asked for: that would block too */
	ck_assert_int_eq(pf->attr[A_OVERRIDE].is, R_BUSY);
	ck_assert_int_eq(pf->virtfn[0]->attr[A_OVERRIDE].is, R_BUSY);
	ck_assert_int_eq(pf->virtfn[1]->attr[A_OVERRIDE].is, R_BUSY);
	ck_assert_uint_eq(proxy.overrides_read, survey.n - 3);
	ck_assert_str_eq(text_of("0000:17:00.1", A_NUMVFS), "0");
	ck_assert_str_eq(text_of("0000:17:00.1", A_OVERRIDE), "none");
	clean();
	host_free(&proxy.host);
}
END_TEST

START_TEST(a_signal_stops_the_reading)
{
	make_machine();
	for (uint64_t at = 1; at < 12; at++) {
		struct proxy proxy = { .host = { .ops = &proxy_ops }, .interrupt_at = at };

		ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), -1);
		ck_assert_str_eq(report.findings[0].id, "interrupted");
		ck_assert_uint_eq(survey.n, 0);
		while (host->ops->next(host, &done) == 1) /* what was under way comes back to nobody */
			done_free(&done);
		clean();
		host_free(&proxy.host);
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, functions_are_kept_in_order);
	tcase_add_test(tests, what_is_removed_leaves_no_tie);
	tcase_add_test(tests, debts_count_as_paid);
	tcase_add_test(tests, a_machine_is_read);
	tcase_add_test(tests, absent_differs_from_unknown);
	tcase_add_test(tests, a_machine_without_pci_is_refused);
	tcase_add_test(tests, what_went_away_since_it_was_listed_is_left_out);
	tcase_add_test(tests, a_busy_device_is_read_as_far_as_it_answers);
	tcase_add_test(tests, a_signal_stops_the_reading);
}

int main(void)
{
	return suite_run("survey", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Settings of VFs in facts: printed and read again, left out, and such as no kernel tells. */
#include "facts_fixture.h"
#include <string.h>

#define HEAD                                                                                                 \
	"{\"format\": \"pawl-facts\", \"version\": 1, \"origin\": \"a test\", \"machine\": {}, "             \
	"\"drivers\": [], "
#define PF                                                                                                   \
	"\"0000:17:00.0\": {\"sriov_totalvfs\": \"8\", \"sriov_numvfs\": \"1\", "                            \
	"\"sriov_drivers_autoprobe\": \"1\", \"sriov_offset\": \"8\", \"sriov_stride\": \"1\", "             \
	"\"sriov_vf_device\": \"375f\", \"virtfn\": [\"0000:17:01.0\"]}"

/* A PF with one VF, which has these settings: JSON, with its key; "" leaves it out. */
static int parse_vf(const char *settings)
{
	AUTO_FREE char *text =
		text_print(HEAD "\"functions\": {" PF ", \"0000:17:01.0\": {\"sriov_totalvfs\": null%s%s}}, "
				"\"debts\": [], \"pins\": []}",
			*settings ? ", " : "", settings);

	return facts_parse(text, strlen(text), "vf.json", &survey, &report);
}

static const struct reading *setting(enum vf_setting row)
{
	return &survey_function(&survey, "0000:17:01.0")->setting[row];
}

START_TEST(each_setting_is_read_and_printed)
{
	static const char *const values[N_VF_NET_SETTINGS] = { [VF_TRUST] = "true",
		[VF_MAC] = "02:17:01:00:00:00",
		[VF_VLAN] = "110 qos 3",
		[VF_SPOOFCHK] = "false",
		[VF_LINK_STATE] = "disable",
		[VF_RATE] = "min 10 max 1000" };
	AUTO_TEXT struct text json = { 0 };

	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++)
		text_addf(&json, "%s\"%s\": \"%s\"", i ? ", " : "\"vf\": {", vf_settings[i].name, values[i]);
	text_add(&json, "}");
	ck_assert_int_eq(parse_vf(text_string(&json)), 0);
	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++) {
		ck_assert_int_eq(setting(i)->is, R_VALUE);
		ck_assert_str_eq(setting(i)->text, values[i]);
	}
	read_again();
	clean();
}
END_TEST

START_TEST(none_of_all_is_one_null)
{
	AUTO_FREE char *printed = NULL;

	ck_assert_int_eq(parse_vf("\"vf\": null"), 0);
	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++)
		ck_assert_int_eq(setting(i)->is, R_ABSENT);
	printed = facts_print(&survey, "a test");
	ck_assert_ptr_nonnull(strstr(printed, "\"vf\": null"));
	read_again();
	clean();
}
END_TEST

/* Not captured is not absent. */
START_TEST(what_is_left_out_is_not_known)
{
	ck_assert_int_eq(parse_vf("\"vf\": {\"trust\": null}"), 0);
	ck_assert_int_eq(setting(VF_TRUST)->is, R_ABSENT);
	ck_assert_int_eq(setting(VF_MAC)->is, R_UNKNOWN);
	read_again();
	clean();
	ck_assert_int_eq(parse_vf(""), 0);
	ck_assert_int_eq(setting(VF_TRUST)->is, R_UNKNOWN);
	clean();
}
END_TEST

START_TEST(what_no_kernel_tells_is_refused)
{
	static const char *const rows[][2] = {
		{ "\"vf\": {\"trust\": \"yes\"}", "vf.trust: is no such value" },
		{ "\"vf\": {\"trust\": true}", "vf.trust: is no such value" },
		{ "\"vf\": {\"mac\": \"02:17:01:00:00\"}", "vf.mac: is no such value" },
		{ "\"vf\": {\"mac\": \"02:17:01:00:00:0A\"}", "vf.mac: is no such value" },
		{ "\"vf\": {\"vlan\": \"110\"}", "vf.vlan: is no such value" },
		{ "\"vf\": {\"rate\": \"min 1 max\"}", "vf.rate: is no such value" },
		{ "\"vf\": {\"colour\": null}", "vf.colour: unknown key" },
		{ "\"vf\": []", "must be an object or null" },
		{ "\"vf\": \"\"", "must be an object or null" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ck_assert_msg(parse_vf(rows[i][0]) == -1, "%s", rows[i][0]);
		ck_assert_msg(strstr(report.findings[0].text, rows[i][1]) != NULL, "%s\nlacks: %s",
			report.findings[0].text, rows[i][1]);
		ck_assert_uint_eq(survey.n, 0);
		clean();
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, each_setting_is_read_and_printed);
	tcase_add_test(tests, none_of_all_is_one_null);
	tcase_add_test(tests, what_is_left_out_is_not_known);
	tcase_add_test(tests, what_no_kernel_tells_is_refused);
}

int main(void)
{
	return suite_run("facts_vf_settings", tests_add);
}

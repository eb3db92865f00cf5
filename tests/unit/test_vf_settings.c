/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Settings of VFs as text, and the paths that they are asked for by. */
#include "../../src/host/vf_settings.h"
#include "suite.h"

START_TEST(each_value_has_one_text)
{
	static const struct {
		enum vf_setting setting;
		const char *good[4], *bad[8];
	} cases[] = {
		{ VF_TRUST, { "true", "false" }, { "", "yes", "1", "True", "false " } },
		{ VF_MAC, { "02:17:01:00:00:fe", "00:00:00:00:00:00" },
			{ "02:17:01:00:00:FE", "02:17:01:00:00", "02:17:01:00:00:0fe",
				"2:17:01:00:00:0fe" } },
		{ VF_VLAN, { "0 qos 0", "4095 qos 7", "110 qos 3" },
			{ "110", "110 qos", "0110 qos 3", "-1 qos 0", "110 qos 3 ", "4294967296 qos 0" } },
		{ VF_SPOOFCHK, { "true" }, { "on" } },
		{ VF_LINK_STATE, { "auto", "enable", "disable" }, { "up", "3" } },
		{ VF_RATE, { "min 0 max 0", "min 10 max 1000" }, { "max 10", "min 1 max", "10 max 20" } },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct vf_value value;

		for (const char *const *text = cases[i].good; *text; text++) {
			AUTO_TEXT struct text again = { 0 };

			ck_assert_msg(vf_value_parse(cases[i].setting, *text, &value) == 0, "%s", *text);
			vf_value_print(cases[i].setting, &value, &again);
			ck_assert_str_eq(text_string(&again), *text);
		}
		for (const char *const *text = cases[i].bad; *text; text++)
			ck_assert_msg(vf_value_parse(cases[i].setting, *text, &value) == -1, "%s", *text);
	}
}
END_TEST

START_TEST(paths_name_a_setting_or_all_of_a_function)
{
	static const char *const bad[] = { "links", "vfs/", "vfs/eth0", "vfs/0000:02:00.0/",
		"vfs/0000:02:00.0/3", "vfs/0000:02:00.0/3/", "vfs/0000:02:00.0/03/mac",
		"vfs/0000:02:00.0/x/mac", "vfs/0000:02:00.0/3/speed", "vfs/0000:02:00.0/3/mac/more", NULL };
	struct vf_path path;

	ck_assert_int_eq(vf_path_parse("vfs/0000:02:00.0", &path), 0);
	ck_assert(path.all);
	ck_assert_str_eq(path.pf, "0000:02:00.0");
	ck_assert_int_eq(vf_path_parse("vfs/10000:02:00.0/17/rate", &path), 0);
	ck_assert(!path.all);
	ck_assert_uint_eq(path.number, 17);
	ck_assert_int_eq(path.setting, VF_RATE);
	for (const char *const *text = bad; *text; text++)
		ck_assert_msg(vf_path_parse(*text, &path) == -1, "%s", *text);
}
END_TEST

START_TEST(a_target_and_its_path_name_the_same)
{
	AUTO_FREE char *target = vf_target("0000:02:00.0", 3);

	ck_assert_str_eq(target, "0000:02:00.0 vf 3");
	for (enum vf_setting i = 0; i < N_VF_SETTINGS; i++) {
		AUTO_TEXT struct text path = { 0 };
		struct vf_path parsed;

		ck_assert_int_eq(vf_path_print(vf_settings[i].knob, target, &path), 0);
		ck_assert_int_eq(vf_path_parse(text_string(&path), &parsed), 0);
		ck_assert_int_eq(parsed.setting, i);
		ck_assert_uint_eq(parsed.number, 3);
		ck_assert_str_eq(parsed.pf, "0000:02:00.0");
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, each_value_has_one_text);
	tcase_add_test(tests, paths_name_a_setting_or_all_of_a_function);
	tcase_add_test(tests, a_target_and_its_path_name_the_same);
}

int main(void)
{
	return suite_run("vf_settings", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where VFs would be: facts that cannot be are refused, a device that says such is warned of. */
#include "facts.h"
#include "survey_fixture.h"

static int parse(const char *text)
{
	return facts_parse(text, strlen(text), "kp.json", &survey, &report);
}

static char *file_with(const char *functions)
{
	return text_print(
		"{\"format\": \"pawl-facts\", \"version\": 1, \"origin\": \"a test\", \"machine\": {}, "
		"\"drivers\": [], \"functions\": {%s}, \"debts\": []}",
		functions);
}

/* A PF whose VFs are at such places; the caller frees it. */
static char *pf_text(const char *address, const char *total, const char *offset, const char *stride)
{
	return text_print("\"%s\": {\"sriov_totalvfs\": \"%s\", \"sriov_offset\": \"%s\", "
			  "\"sriov_stride\": \"%s\"}",
		address, total, offset, stride);
}

/* What stands beside a PF with 4 VFs from 0000:17:01.0 on, each second routing id. */
START_TEST(vfs_that_would_be_where_others_are_are_refused)
{
	static const struct {
		const char *address, *total, *offset, *stride; /* total NULL: a function without SR-IOV */
		const char *words;                             /* NULL: nothing is wrong with it */
	} rows[] = {
		{ "0000:17:01.1", NULL, NULL, NULL, NULL },
		{ "0000:17:01.0", NULL, NULL, NULL, "its VF 0 would be 0000:17:01.0" },
		{ "0000:17:01.6", NULL, NULL, NULL, "its VF 3 would be 0000:17:01.6" },
		{ "0000:17:01.4", NULL, NULL, NULL,
			"its VF 2 would be 0000:17:01.4, which is another function" },
		{ "0000:17:00.1", "4", "8", "2", NULL },
		{ "0000:17:00.1", "4", "7", "2", "where those of 0000:17:00.0 are" },
		{ "0000:17:00.1", "1", "13", "0", "where those of 0000:17:00.0 are" },
		{ "0000:17:00.1", "1", "14", "0", NULL },
		{ "0000:17:00.1", "0", "0", "0", NULL },
		{ "0000:17:00.1", "16", "1", "1", "where those of 0000:17:00.0 are" },
		{ "0000:18:00.0", "2", "0", "1", "functions.0000:18:00.0.sriov_offset: 0, so" },
		{ "0000:18:00.0", "2", "1", "0", "functions.0000:18:00.0.sriov_stride: 0, but" },
		{ "0000:18:00.0", "1", "0", "1", "sriov_offset: 0, so that its first VF would be itself" },
		{ "0000:ff:00.0", "4", "248", "2", NULL },
		{ "0000:ff:00.0", "4", "250", "2", "sriov_stride: its VF 3 would be beyond bus ff" },
		{ "0000:ff:00.0", "4", "384", "2", "sriov_offset: its VF 0 would be beyond bus ff" },
		{ "0000:18:00.0", "2", "1", "65536", "sriov_stride: 65536 is no number of 16 bits" },
		{ "0000:18:00.0", "2", "65536", "1", "sriov_offset: 65536 is no number of 16 bits" },
		{ "0000:18:00.0", "3", "1", "40000", "sriov_stride: its VF 2 would be beyond bus ff" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *pf = pf_text("0000:17:00.0", "4", "8", "2");
		AUTO_FREE char *other = rows[i].total ? pf_text(rows[i].address, rows[i].total,
								rows[i].offset, rows[i].stride)
						      : text_print("\"%s\": {}", rows[i].address);
		AUTO_FREE char *both = text_print("%s, %s", pf, other);
		AUTO_FREE char *text = file_with(both);

		ck_assert_msg((parse(text) < 0) == (rows[i].words != NULL), "%s", text);
		if (rows[i].words)
			ck_assert_msg(strstr(report.findings[0].text, rows[i].words) != NULL, "%s\nlacks: %s",
				report.findings[0].text, rows[i].words);
		clean();
	}
}
END_TEST

/* Without VFs or with one the stride is unused: such a device is like any other. */
START_TEST(one_vf_needs_no_stride)
{
	AUTO_FREE char *text =
		file_with("\"0000:17:00.0\": {\"sriov_totalvfs\": \"4\", \"sriov_numvfs\": \"1\", "
			  "\"sriov_offset\": \"1\", \"sriov_stride\": \"0\"}");

	ck_assert_int_eq(parse(text), 0);
	clean();
}
END_TEST

/* The rest of such a machine can be planned for, here and from its facts. */
START_TEST(a_broken_device_is_named_and_the_others_are_read)
{
	static const struct fake broken = { "0000:ff:1f.7", "pci0000:00/0000:00:05.0", "hisdk3", "", "8",
		"0" };
	const struct function *pf;

	make_machine();
	make_function(&broken);
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "vf-nowhere");
	ck_assert_int_eq(report.findings[0].severity, WARNING);
	ck_assert_str_eq(report.findings[0].object, "0000:ff:1f.7");
	ck_assert_str_eq(report.findings[0].text,
		"sriov_offset: its VF 0 would be beyond bus ff, where the last bus ends");
	pf = survey_function(&survey, "0000:ff:1f.7");
	ck_assert_int_eq(pf->attr[A_OFFSET].is, R_UNKNOWN);
	ck_assert_int_eq(pf->attr[A_STRIDE].is, R_UNKNOWN);
	ck_assert_str_eq(function_text(survey_function(&survey, "0000:17:00.0"), A_OFFSET), "8");
	AUTO_FREE char *facts = facts_print(&survey, "a test");
	clean();
	ck_assert_msg(parse(facts) == 0, "%s", report.n ? report.findings[0].text : "");
	clean();
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, vfs_that_would_be_where_others_are_are_refused);
	tcase_add_test(tests, one_vf_needs_no_stride);
	tcase_add_test(tests, a_broken_device_is_named_and_the_others_are_read);
}

int main(void)
{
	return suite_run("vf_places", tests_add);
}

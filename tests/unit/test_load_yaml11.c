/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What readers of YAML 1.1 take plain scalars for: the answers are those of PyYAML 6.0.3. */
#include "../../src/engine/load_yaml11.h"
#include "suite.h"

static const struct {
	const char *plain;
	enum yaml11 is;
	const char *value;
} answers[] = {
	{ "0000:17:00.0", YAML11_FLOAT, "1020.0" },
	{ "0000:17:00.1", YAML11_FLOAT, "1020.1" },
	{ "0000:16:00.0/00.0", YAML11_STRING, "" },
	{ "0000:1a:00.0", YAML11_STRING, "" },
	{ "0000:17:60.0", YAML11_STRING, "" },
	{ "52:54:00:12:34:56", YAML11_INTEGER, "41135085296" },
	{ "02:17:01:00:00:00", YAML11_STRING, "" },
	{ "0503210", YAML11_INTEGER, "165512" },
	{ "0583210", YAML11_STRING, "" },
	{ "010", YAML11_INTEGER, "8" },
	{ "1_0", YAML11_INTEGER, "10" },
	{ "0x1_0", YAML11_INTEGER, "16" },
	{ "-0b101", YAML11_INTEGER, "-5" },
	{ "0o7", YAML11_STRING, "" },
	{ "17:30", YAML11_INTEGER, "1050" },
	{ "-1:30", YAML11_INTEGER, "-90" },
	{ "1:60", YAML11_STRING, "" },
	{ "99999999999999999999", YAML11_INTEGER, "" },
	{ "0x", YAML11_STRING, "" },
	{ "0b_", YAML11_INTEGER, "" },
	{ "-0", YAML11_INTEGER, "0" },
	{ "+1.5e-7", YAML11_FLOAT, "1.5e-07" },
	{ "1e5", YAML11_STRING, "" },
	{ "1.e+22", YAML11_FLOAT, "1e+22" },
	{ "0.1", YAML11_FLOAT, "0.1" },
	{ ".5", YAML11_FLOAT, "0.5" },
	{ "-.5", YAML11_STRING, "" },
	{ "-.inf", YAML11_FLOAT, "-inf" },
	{ ".NaN", YAML11_FLOAT, "nan" },
	{ "-.nan", YAML11_STRING, "" },
	{ "123456789012345680.0", YAML11_FLOAT, "1.2345678901234568e+17" },
	{ "on", YAML11_BOOLEAN, "True" },
	{ "No", YAML11_BOOLEAN, "False" },
	{ "y", YAML11_STRING, "" },
	{ "oN", YAML11_STRING, "" },
	{ "~", YAML11_NULL, "" },
	{ "Null", YAML11_NULL, "" },
	{ "2026-11-21", YAML11_TIME, "2026-11-21" },
	{ "2026-1-1", YAML11_STRING, "" },
	{ "2026-1-1 1:02:03.5 +01:30", YAML11_TIME, "2026-1-1 1:02:03.5 +01:30" },
	{ "2026-11-21T01:02:03Z", YAML11_TIME, "2026-11-21T01:02:03Z" },
	{ "2026-11-21T01:02Z", YAML11_STRING, "" },
	{ "<<", YAML11_MERGE, "" },
	{ "=", YAML11_DEFAULT, "" },
	{ "kp001", YAML11_STRING, "" },
};

START_TEST(as_other_readers_do)
{
	AUTO_TEXT struct text value = { 0 };

	ck_assert_int_eq(yaml11_resolve(answers[_i].plain, &value), answers[_i].is);
	ck_assert_str_eq(text_string(&value), answers[_i].value);
}
END_TEST

START_TEST(what_nobody_writes_is_text)
{
	AUTO_TEXT struct text plain = { 0 }, value = { 0 };

	for (int i = 0; i < 1000; i++)
		text_add(&plain, "7");
	ck_assert_int_eq(yaml11_resolve(text_string(&plain), &value), YAML11_STRING);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_loop_test(tests, as_other_readers_do, 0, sizeof(answers) / sizeof(*answers));
	tcase_add_test(tests, what_nobody_writes_is_text);
}

int main(void)
{
	return suite_run("load_yaml11", add_tests);
}

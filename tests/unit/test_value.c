/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The value types: what each takes, what it refuses, and what it says then. */
#include "field.h"
#include "suite.h"
#include <regex.h>
#include <stdlib.h>
#include <string.h>

static const char *const platforms[] = { "vfio", "virtcca", "cca", "tdx", NULL };

static const struct field any = { .name = "any", .type = &value_number };
static const struct field count = { .name = "count", .type = &value_number, .min = 0, .max = 64 };
static const struct field port = { .name = "port", .type = &value_number, .min = 1, .max = 65535 };
static const struct field balance = { .name = "balance", .type = &value_number, .min = -10, .max = 10 };
static const struct field whole = {
	.name = "whole", .type = &value_number, .min = INT64_MIN, .max = INT64_MAX
};
static const struct field serial = { .name = "serial", .type = &value_string };
static const struct field driver = { .name = "driver", .type = &value_driver };
static const struct field handle = { .name = "handle", .type = &value_handle };
static const struct field class = { .name = "class", .type = &value_class };
static const struct field host = { .name = "host", .type = &value_host };
static const struct field pci = { .name = "pci", .type = &value_address };
static const struct field path = { .name = "path", .type = &value_path };
static const struct field platform = { .name = "platform", .type = &value_choice, .choices = platforms };

static const struct {
	const struct field *field;
	const char *text, *printed; /* NULL: as the text */
} good[] = {
	{ &any, "0", NULL },
	{ &any, "7", NULL },
	{ &any, "0x0", "0" },
	{ &any, "0x19e5", "6629" },
	{ &any, "0xABCdef", "11259375" },
	{ &any, "0x0010", "16" },
	{ &any, "9223372036854775807", NULL },
	{ &any, "0x7fffffffffffffff", "9223372036854775807" },
	{ &count, "0", NULL },
	{ &count, "64", NULL },
	{ &count, "0x40", "64" },
	{ &port, "1", NULL },
	{ &port, "65535", NULL },
	{ &balance, "-10", NULL },
	{ &balance, "10", NULL },
	{ &balance, "-0xa", "-10" },
	{ &balance, "-0", "0" },
	{ &whole, "-9223372036854775808", NULL },
	{ &whole, "9223372036854775807", NULL },
	{ &serial, "x", NULL },
	{ &serial, "S3/7 \xc3\xa4", NULL },
	{ &serial, " ", NULL },
	{ &driver, "vfio-pci", NULL },
	{ &driver, "none", NULL },
	{ &driver, "hns3", NULL },
	{ &driver, "mlx5_core", NULL },
	{ &driver, "8250", NULL },
	{ &driver, "IPMI", NULL },
	{ &handle, "n", NULL },
	{ &handle, "nic0", NULL },
	{ &handle, "nic-0-", NULL },
	{ &class, "gpu_nodes", NULL },
	{ &class, "a-b_9", NULL },
	{ &host, "kp001", NULL },
	{ &host, "kp001.example.org", NULL },
	{ &host, "KP-1", NULL },
	{ &host, "1", NULL },
	{ &host, "a123456789b123456789c123456789d123456789e123456789f123456789abc.d", NULL },
	{ &pci, "0000:17:00.0", NULL },
	{ &pci, "ffff:ff:1f.7", NULL },
	{ &pci, "000A:BC:0D.1", "000a:bc:0d.1" },
	{ &pci, "10000:e1:00.0", NULL },
	{ &path, "0000:16:00.0/00.0", NULL },
	{ &path, "0000:16:0A.0/1F.7/00.1", "0000:16:0a.0/1f.7/00.1" },
	{ &platform, "vfio", NULL },
	{ &platform, "tdx", NULL },
};

START_TEST(good_text_is_taken)
{
	const struct value_type *type = good[_i].field->type;
	union {
		int64_t number;
		char *string;
	} value = { .number = 0 }, again = { .number = 0 };
	AUTO_TEXT struct text why = { 0 }, printed = { 0 };
	regex_t pattern;

	ck_assert_uint_le(type->size, sizeof(value));
	ck_assert_msg(type->parse(good[_i].field, good[_i].text, &value, &why) == 0, "\"%s\": %s",
		good[_i].text, text_string(&why));
	ck_assert_uint_eq(why.length, 0);
	type->print(&value, &printed);
	ck_assert_str_eq(text_string(&printed), good[_i].printed ? good[_i].printed : good[_i].text);
	ck_assert_int_eq(type->parse(good[_i].field, text_string(&printed), &again, &why), 0);
	ck_assert(type->equal(&value, &again));
	type->clear(&value);
	type->clear(&again);
	ck_assert_int_eq(value.number, 0);
	if (!type->pattern || type == &value_string)
		return;
	ck_assert_int_eq(regcomp(&pattern, type->pattern, REG_EXTENDED | REG_NOSUB), 0);
	ck_assert_int_eq(regexec(&pattern, good[_i].text, 0, NULL, 0), 0);
	regfree(&pattern);
}
END_TEST

#define NUMBER  "must be a number, decimal or 0x..., not "
#define ADDRESS "must be a PCI address such as 0000:17:00.0, not "
#define BRIDGES                                                                                              \
	"must be a bridge path such as 0000:16:00.0/00.0 (a root port's address, then what is behind it), "  \
	"not "
#define HOST   "must be a host name (letters, digits, inner \"-\" and \".\"), not "
#define CLASS  "must be a class's name: a lower-case letter, then letters, digits, \"-\" and \"_\", not "
#define HANDLE "must be a handle: a lower-case letter, then letters, digits and \"-\", not "

#define NO_OTHER "; this version of pawl takes no other"
static const struct {
	const struct field *field;
	const char *text, *why;
} bad[] = {
	{ &any, "", NUMBER "\"\"" },
	{ &any, "x", NUMBER "\"x\"" },
	{ &any, "0x", NUMBER "\"0x\"" },
	{ &any, "0xg", NUMBER "\"0xg\"" },
	{ &any, "0X10", NUMBER "\"0X10\"" },
	{ &any, "1a", NUMBER "\"1a\"" },
	{ &any, " 1", NUMBER "\" 1\"" },
	{ &any, "1 ", NUMBER "\"1 \"" },
	{ &any, "+1", NUMBER "\"+1\"" },
	{ &any, "1.0", NUMBER "\"1.0\"" },
	{ &any, "1_000", NUMBER "\"1_000\"" },
	{ &any, "1e3", NUMBER "\"1e3\"" },
	{ &any, "-", NUMBER "\"-\"" },
	{ &any, "--1", NUMBER "\"--1\"" },
	{ &any, "all", NUMBER "\"all\"" },
	{ &any, "010", "must be a number without leading zeros, not \"010\"" },
	{ &any, "00", "must be a number without leading zeros, not \"00\"" },
	{ &any, "-1", "must be 0 to 9223372036854775807, not -1" },
	{ &any, "9223372036854775808", "must be 0 to 9223372036854775807, not 9223372036854775808" },
	{ &any, "0x8000000000000000", "must be 0 to 9223372036854775807, not 0x8000000000000000" },
	{ &any, "99999999999999999999", "must be 0 to 9223372036854775807, not 99999999999999999999" },
	{ &count, "65", "must be 0 to 64, not 65" },
	{ &count, "0x41", "must be 0 to 64, not 0x41" },
	{ &count, "-1", "must be 0 to 64, not -1" },
	{ &count, "-0", "must be 0 to 64, not -0" },
	{ &count, "18446744073709551616", "must be 0 to 64, not 18446744073709551616" },
	{ &port, "0", "must be 1 to 65535, not 0" },
	{ &port, "65536", "must be 1 to 65535, not 65536" },
	{ &balance, "-11", "must be -10 to 10, not -11" },
	{ &balance, "11", "must be -10 to 10, not 11" },
	{ &whole, "-9223372036854775809",
		"must be -9223372036854775808 to 9223372036854775807, not -9223372036854775809" },
	{ &serial, "", "must not be empty" },
	{ &serial, "a\nb", "must be text without control or hidden characters, not \"a\\x0ab\"" },
	{ &serial, "\xff", "must be text without control or hidden characters, not \"\\xff\"" },
	{ &driver, "default", "\"default\" is another driver on each machine: say the driver's name" },
	{ &driver, "", "must be a driver's name (letters, digits, \"-\" and \"_\"), not \"\"" },
	{ &driver, "vfio pci",
		"must be a driver's name (letters, digits, \"-\" and \"_\"), not \"vfio pci\"" },
	{ &driver, "../vfio", "\"../vfio\" is a path: a driver is named alone, without \"/\"" },
	{ &driver, "a\nb", "must be a driver's name (letters, digits, \"-\" and \"_\"), not \"a\\x0ab\"" },
	{ &handle, "", HANDLE "\"\"" },
	{ &handle, "0nic", HANDLE "\"0nic\"" },
	{ &handle, "-n", HANDLE "\"-n\"" },
	{ &handle, "Nic", HANDLE "\"Nic\"" },
	{ &handle, "nic.0", HANDLE "\"nic.0\"" },
	{ &handle, "nic_0", HANDLE "\"nic_0\"; write \"-\" for \"_\"" },
	{ &class, "_a", CLASS "\"_a\"" },
	{ &class, "Web", CLASS "\"Web\"" },
	{ &class, "a.b", CLASS "\"a.b\"" },
	{ &host, "", HOST "\"\"" },
	{ &host, "a..b", HOST "\"a..b\"" },
	{ &host, ".a", HOST "\".a\"" },
	{ &host, "a.", HOST "\"a.\"" },
	{ &host, "-a", HOST "\"-a\"" },
	{ &host, "a-.b", HOST "\"a-.b\"" },
	{ &host, "a_b", HOST "\"a_b\"" },
	{ &host, "a/b", HOST "\"a/b\"" },
	{ &host, "a123456789b123456789c123456789d123456789e123456789f123456789abcd.e",
		HOST "\"a123456789b123456789c123456789d123456789e123456789f123456...\"" },
	{ &pci, "", ADDRESS "\"\"" },
	{ &pci, "nic0", ADDRESS "\"nic0\"" },
	{ &pci, "17:00.0", ADDRESS "\"17:00.0\"; write the full address 0000:17:00.0" },
	{ &pci, "0000:17:00", ADDRESS "\"0000:17:00\"" },
	{ &pci, "0000:17:00.8", ADDRESS "\"0000:17:00.8\"" },
	{ &pci, "0000:17:20.0", ADDRESS "\"0000:17:20.0\"" },
	{ &pci, "0000:17:00.00", ADDRESS "\"0000:17:00.00\"" },
	{ &pci, "000:17:00.0", ADDRESS "\"000:17:00.0\"" },
	{ &pci, "00000:17:00.0", ADDRESS "\"00000:17:00.0\"" },
	{ &pci, "0000:017:00.0", ADDRESS "\"0000:017:00.0\"" },
	{ &pci, "0000:1:00.0", ADDRESS "\"0000:1:00.0\"" },
	{ &pci, "0000:17:0.0", ADDRESS "\"0000:17:0.0\"" },
	{ &pci, " 0000:17:00.0", ADDRESS "\" 0000:17:00.0\"" },
	{ &pci, "0000:17:00.0 ", ADDRESS "\"0000:17:00.0 \"" },
	{ &pci, "0000-17-00.0", ADDRESS "\"0000-17-00.0\"" },
	{ &pci, "100000000:17:00.0", ADDRESS "\"100000000:17:00.0\"" },
	{ &pci, "1020", ADDRESS "\"1020\"" },
	{ &pci, "0000:17:00.0/00.0", ADDRESS "\"0000:17:00.0/00.0\"" },
	{ &pci, "17:00.0x", ADDRESS "\"17:00.0x\"" },
	{ &path, "", BRIDGES "\"\"" },
	{ &path, "0000:16:00.0/", BRIDGES "\"0000:16:00.0/\"" },
	{ &path, "0000:16:00.0",
		BRIDGES "\"0000:16:00.0\"; a function that is behind no bridge is selected by its address" },
	{ &path, "0000:16:00.0/00.0/", BRIDGES "\"0000:16:00.0/00.0/\"" },
	{ &path, "0000:16:00.0//00.0", BRIDGES "\"0000:16:00.0//00.0\"" },
	{ &path, "0000:16:00.0/20.0", BRIDGES "\"0000:16:00.0/20.0\"" },
	{ &path, "0000:16:00.0/00.0x", BRIDGES "\"0000:16:00.0/00.0x\"" },
	{ &path, "16:00.0/00.0", BRIDGES "\"16:00.0/00.0\"" },
	{ &path, "0000:16:00.0/0", BRIDGES "\"0000:16:00.0/0\"" },
	{ &platform, "vfoi", "must be vfio, virtcca, cca or tdx, not \"vfoi\"; did you mean \"vfio\"?" },
	{ &platform, "VFIO", "must be vfio, virtcca, cca or tdx, not \"VFIO\"" NO_OTHER },
	{ &platform, "", "must be vfio, virtcca, cca or tdx, not \"\"" NO_OTHER },
	{ &platform, "sev-snp", "must be vfio, virtcca, cca or tdx, not \"sev-snp\"" NO_OTHER },
};

START_TEST(bad_text_is_refused_and_leaves_the_value)
{
	const struct value_type *type = bad[_i].field->type;
	char *string = string_copy("kept");
	int64_t number = 42;
	void *value = type == &value_number ? (void *)&number : &string;
	AUTO_TEXT struct text why = { 0 };
	regex_t pattern;

	ck_assert_int_eq(type->parse(bad[_i].field, bad[_i].text, value, &why), -1);
	ck_assert_str_eq(text_string(&why), bad[_i].why);
	ck_assert_int_eq(number, 42);
	ck_assert_str_eq(string, "kept");
	free(string);
	/* "default" has a driver's form, and the patterns know no lengths of whole names */
	if (!type->pattern || type == &value_string || strcmp(bad[_i].text, "default") == 0)
		return;
	ck_assert_int_eq(regcomp(&pattern, type->pattern, REG_EXTENDED | REG_NOSUB), 0);
	ck_assert_int_eq(regexec(&pattern, bad[_i].text, 0, NULL, 0), REG_NOMATCH);
	regfree(&pattern);
}
END_TEST

START_TEST(a_new_string_replaces_the_old_one)
{
	char *value = NULL;
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(value_driver.parse(&driver, "hns3", &value, &why), 0);
	ck_assert_int_eq(value_driver.parse(&driver, "vfio-pci", &value, &why), 0);
	ck_assert_str_eq(value, "vfio-pci");
	value_driver.clear(&value);
	ck_assert_ptr_null(value);
}
END_TEST

START_TEST(a_text_or_a_driver_has_at_most_255_bytes)
{
	static const struct field *const fields[] = { &serial, &driver };
	AUTO_TEXT struct text text = { 0 };

	while (text.length < 255)
		text_add(&text, "a");
	for (size_t i = 0; i < 2; i++) {
		AUTO_TEXT struct text why = { 0 }, longer = { 0 };
		char *value = NULL;

		text_addf(&longer, "%s/", text.bytes);
		ck_assert_int_eq(fields[i]->type->parse(fields[i], text.bytes, &value, &why), 0);
		ck_assert_int_eq(fields[i]->type->parse(fields[i], longer.bytes, &value, &why), -1);
		ck_assert_str_eq(text_string(&why), "must be at most 255 bytes long, not 256");
		fields[i]->type->clear(&value);
	}
}
END_TEST

START_TEST(a_host_name_has_at_most_253_characters)
{
	AUTO_TEXT struct text name = { 0 }, why = { 0 };
	char *value = NULL;

	while (name.length < 252)
		text_add(&name, "a.");
	text_add(&name, "b");
	ck_assert_int_eq(value_host.parse(&host, name.bytes, &value, &why), 0);
	text_add(&name, "c");
	ck_assert_int_eq(value_host.parse(&host, name.bytes, &value, &why), -1);
	free(value);
}
END_TEST

START_TEST(strings_that_are_not_there_are_equal)
{
	char *none = NULL, *some = "a";
	AUTO_TEXT struct text text = { 0 };

	ck_assert(value_string.equal(&none, &none));
	ck_assert(!value_string.equal(&none, &some));
	value_string.print(&none, &text);
	ck_assert_uint_eq(text.length, 0);
}
END_TEST

START_TEST(types_say_what_they_are)
{
	static const struct value_type *const types[] = { &value_number, &value_string, &value_driver,
		&value_handle, &value_class, &value_host, &value_address, &value_path, &value_choice,
		&value_map, &value_list };

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		ck_assert_ptr_nonnull(types[i]->name);
		ck_assert_ptr_nonnull(types[i]->json_type);
		ck_assert_int_eq(types[i]->shape == SHAPE_MAP, types[i] == &value_map);
		ck_assert_int_eq(types[i]->shape == SHAPE_LIST, types[i] == &value_list);
		ck_assert_int_eq(types[i]->parse == NULL, types[i]->shape != SHAPE_SCALAR);
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_loop_test(tests, good_text_is_taken, 0, (int)(sizeof(good) / sizeof(*good)));
	tcase_add_loop_test(
		tests, bad_text_is_refused_and_leaves_the_value, 0, (int)(sizeof(bad) / sizeof(*bad)));
	tcase_add_test(tests, a_new_string_replaces_the_old_one);
	tcase_add_test(tests, a_text_or_a_driver_has_at_most_255_bytes);
	tcase_add_test(tests, a_host_name_has_at_most_253_characters);
	tcase_add_test(tests, strings_that_are_not_there_are_equal);
	tcase_add_test(tests, types_say_what_they_are);
}

int main(void)
{
	return suite_run("value", tests_add);
}

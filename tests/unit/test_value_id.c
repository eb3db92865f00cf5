/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ids in hexadecimal, MAC addresses and machine-ids: what is read, and what is refused. */
#include "value_checks.h"
#include <string.h>

static const struct field vendor = { .name = "vendor", .type = &value_hex, .max = 0xffff };
static const struct field class = { .name = "class", .type = &value_hex, .max = 0xffffff };
static const struct field mac = { .name = "mac", .type = &value_mac };
static const struct field machine = { .name = "machine-id", .type = &value_machine_id };
static const struct field uuid = { .name = "uuid", .type = &value_uuid };
static const struct field eui64 = { .name = "eui64", .type = &value_eui64 };

#define ID "0123456789abcdef0123456789abcdef"

static const struct {
	const struct field *field;
	const char *text, *printed;
} good[] = {
	{ &vendor, "0x19e5", NULL },
	{ &vendor, "0x19E5", "0x19e5" },
	{ &vendor, "6629", "0x19e5" },
	{ &vendor, "0x0", "0x0000" },
	{ &vendor, "0xffff", NULL },
	{ &class, "0x0200", NULL },
	{ &class, "0x020000", NULL },
	{ &class, "0xffffff", NULL },
	{ &mac, "02:17:01:00:00:0a", NULL },
	{ &mac, "52:54:00:12:34:56", NULL },
	{ &mac, "AC:DE:48:00:11:22", "ac:de:48:00:11:22" },
	{ &machine, ID, NULL },
	{ &uuid, ID, NULL },
	{ &uuid, "01234567-89AB-cdef-0123-456789abcdef", ID },
	{ &eui64, "0025385B71b00001", "0025385b71b00001" },
	{ &machine, "0123456789ABCDEF0123456789abcdef", ID },
};

START_TEST(good_text_is_taken)
{
	assert_taken(good[_i].field, good[_i].text, good[_i].printed);
	ck_assert(pattern_takes(good[_i].field->type, good[_i].text));
}
END_TEST

#define MAC  "must be a MAC address such as 02:17:01:00:00:0a, not "
#define UUID "must be an id of 32 hexadecimal digits, not "
#define EUI  "must be an id of 16 hexadecimal digits, not "
#define MID  "must be a machine-id of 32 hexadecimal digits, as /etc/machine-id has it, not "

static const struct {
	const struct field *field;
	const char *text, *why;
} bad[] = {
	{ &vendor, "", "must be a number, decimal or 0x..., not \"\"" },
	{ &vendor, "19e5",
		"must be a number such as 0x19e5, not \"19e5\"; hexadecimal numbers start with 0x" },
	{ &vendor, "0x", "must be a number, decimal or 0x..., not \"0x\"" },
	{ &vendor, "0X19e5", "must be a number, decimal or 0x..., not \"0X19e5\"" },
	{ &vendor, " 0x19e5", "must be a number, decimal or 0x..., not \" 0x19e5\"" },
	{ &vendor, "0x19e5 ", "must be a number, decimal or 0x..., not \"0x19e5 \"" },
	{ &vendor, "-0x1", "must be 0 to 65535, not -0x1" },
	{ &vendor, "0x10000", "must be 0 to 65535, not 0x10000" },
	{ &vendor, "0xffffffffffffffffffff", "must be 0 to 65535, not 0xffffffffffffffffffff" },
	{ &vendor, "0200", "must be a number without leading zeros, not \"0200\"" },
	{ &mac, "", MAC "\"\"" },
	{ &mac, "02:17:01:00:00", MAC "\"02:17:01:00:00\"" },
	{ &mac, "02:17:01:00:00:0a:0b", MAC "\"02:17:01:00:00:0a:0b\"" },
	{ &mac, "02-17-01-00-00-0a", MAC "\"02-17-01-00-00-0a\"; write it with colons" },
	{ &mac, "0217010000a0", MAC "\"0217010000a0\"" },
	{ &mac, "02:17:01:00:00:0g", MAC "\"02:17:01:00:00:0g\"" },
	{ &mac, " 02:17:01:00:00:0a", MAC "\" 02:17:01:00:00:0a\"" },
	{ &mac, "41135085296", MAC "\"41135085296\"" },
	{ &mac, "01:00:5e:00:00:01", "01:00:5e:00:00:01 is a multicast address: no interface has one" },
	{ &mac, "ff:ff:ff:ff:ff:ff", "ff:ff:ff:ff:ff:ff is a multicast address: no interface has one" },
	{ &machine, "", MID "\"\"" },
	{ &machine, "0123", MID "\"0123\"" },
	{ &machine, "uninitialized", MID "\"uninitialized\"" },
	{ &machine, ID "0", MID "\"" ID "0\"" },
	{ &machine, " 123456789abcdef0123456789abcdef0", MID "\" 123456789abcdef0123456789abcdef0\"" },
	{ &machine, "01234567-89ab-cdef-0123-456789abcdef",
		MID "\"01234567-89ab-cdef-0123-456789abcdef\"; write it without hyphens" },
	{ &uuid, "", UUID "\"\"" },
	{ &uuid, "0123456789abcdef", UUID "\"0123456789abcdef\"; it has 16" },
	{ &uuid, "nguid." ID, UUID "\"nguid." ID "\"; write it without nguid." },
	{ &eui64, "eui.0025385b71b00001", EUI "\"eui.0025385b71b00001\"; write it without eui." },
	{ &eui64, "0x0025385b71b00001", EUI "\"0x0025385b71b00001\"; write it without 0x" },
	{ &uuid, "0123456-789ab-cdef-0123-456789abcdef", UUID "\"0123456-789ab-cdef-0123-456789abcdef\"" },
	{ &uuid, "01234567-89ab-cdef-0123-456789abcdeg", UUID "\"01234567-89ab-cdef-0123-456789abcdeg\"" },
	{ &uuid, "01234567-89ab-cdef-0123-456789abcde-", UUID "\"01234567-89ab-cdef-0123-456789abcde-\"" },
	{ &eui64, "0025385b71b0000", EUI "\"0025385b71b0000\"; it has 15" },
	{ &eui64, "00-25-38-5b-71-b0", EUI "\"00-25-38-5b-71-b0\"" },
};

START_TEST(bad_text_is_refused)
{
	assert_refused(bad[_i].field, bad[_i].text, bad[_i].why);
	/* a pattern knows no largest number */
	if (!string_starts(bad[_i].why, "must be 0 to"))
		ck_assert(!pattern_takes(bad[_i].field->type, bad[_i].text));
}
END_TEST

START_TEST(nothing_but_zeros_is_no_address_and_no_machine)
{
	assert_refused(&mac, "00:00:00:00:00:00", "00:00:00:00:00:00 stands for no address");
	assert_refused(
		&machine, "00000000000000000000000000000000", MID "\"00000000000000000000000000000000\"");
	assert_refused(&uuid, "00000000000000000000000000000000",
		UUID "\"00000000000000000000000000000000\"; an id of nothing but 0 is none");
	assert_refused(
		&eui64, "0000000000000000", EUI "\"0000000000000000\"; an id of nothing but 0 is none");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_loop_test(tests, good_text_is_taken, 0, sizeof(good) / sizeof(*good));
	tcase_add_loop_test(tests, bad_text_is_refused, 0, sizeof(bad) / sizeof(*bad));
	tcase_add_test(tests, nothing_but_zeros_is_no_address_and_no_machine);
}

int main(void)
{
	return suite_run("value_id", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Serial numbers in vital product data, and in what cards have in their place. */
#include "../../src/host/vpd.h"
#include "suite.h"
#include "text.h"
#include <stdint.h>
#include <string.h>

/* An identifier, read-only fields as given, a checksum field, read-write data that has an SN of its own. */
static void vpd_make(struct text *vpd, const char *fields, size_t length)
{
	const char read_only[] = { (char)0x90, (char)(length + 7), (char)((length + 7) >> 8) };

	text_add_bytes(vpd, "\x82\x04\0CARD", 7);
	text_add_bytes(vpd, read_only, sizeof(read_only));
	text_add_bytes(vpd, fields, length);
	text_add_bytes(vpd, "RV\x04\x11\0\0\0", 7);
	text_add_bytes(vpd,
		"\x91\x06\0SN\x03"
		"ABC\x78",
		10);
}

#define BYTES(text) text, sizeof(text) - 1

START_TEST(serial_is_read)
{
	static const struct {
		const char *fields;
		size_t length;
		const char *serial; /* NULL: none */
	} rows[] = {
		{ BYTES("PN\x04PART"
			"SN\x10"
			"033XYZ10L8000123"),
			"033XYZ10L8000123" },
		{ BYTES("SN\x05 12  "), "12" },
		{ BYTES("SN\x04"
			"12\0\0"),
			"12" },
		{ BYTES("SN\x03"
			"a b"
			"SN\x01"
			"c"),
			"a b" },
		{ BYTES("PN\x02SN"), NULL },
		{ BYTES("SN\x00"), NULL },
		{ BYTES("SN\x02  "), NULL },
		{ BYTES("SN\x03"
			"1\n2"),
			NULL },
		{ BYTES("SN\x02\xff\xff"), NULL },
		{ BYTES("SN\x03"
			"1\0002"),
			NULL },
		{ BYTES(""), NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_TEXT struct text vpd = { 0 };

		vpd_make(&vpd, rows[i].fields, rows[i].length);
		AUTO_FREE char *serial = vpd_serial(vpd.bytes, vpd.length);
		ck_assert_pstr_eq(serial, rows[i].serial);
	}
}
END_TEST

/* A copy of its own, so that a byte read beyond the end is found. */
static char *serial_of(const void *bytes, size_t length)
{
	AUTO_FREE uint8_t *copy = memory_new(length + 1, 1);

	memcpy(copy, bytes, length);
	return vpd_serial(copy, length);
}

START_TEST(what_is_cut_short_has_none_or_the_same)
{
	AUTO_TEXT struct text vpd = { 0 };
	size_t with = 0;

	vpd_make(&vpd, BYTES("PN\x04PARTSN\x04SNSN"));
	for (size_t length = 0; length <= vpd.length; length++) {
		AUTO_FREE char *serial = serial_of(vpd.bytes, length);

		ck_assert(!serial || string_equal(serial, "SNSN"));
		with += serial != NULL;
	}
	ck_assert_uint_eq(with, strlen("\x91\x06?SN\x03"
				       "ABC\x78") +
					1); /* once the read-only data is whole */
}
END_TEST

/* What cards without a programmed EEPROM, and hostile ones, have been seen or may be thought to show. */
START_TEST(garbage_has_none)
{
	static const struct {
		const char *bytes;
		size_t length;
	} rows[] = {
		{ BYTES("") },
		{ BYTES("\xff") },
		{ BYTES("\0\0\0\0\0\0\0\0") },
		{ BYTES("\xff\xff\xff\xff\xff\xff\xff\xff") },
		{ BYTES("\x78\x90\x05\0SN\x02"
			"12") },
		{ BYTES("\x90\xff\xffSN\x02"
			"12") },
		{ BYTES("\x90\x05\0SN\x03"
			"12") },
		{ BYTES("\x90\x02\0SN\x02"
			"12") },
		{ BYTES("\x90") },
		{ BYTES("\x90\x05") },
		{ BYTES("\x82\xff\x7f") },
		{ BYTES("\x91\x05\0SN\x02"
			"12") },
		{ BYTES("\x07SN\x02"
			"12") },
		{ BYTES("SN=12") },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ck_assert_ptr_null(serial_of(rows[i].bytes, rows[i].length));
}
END_TEST

START_TEST(any_bytes_are_survived)
{
	AUTO_TEXT struct text vpd = { 0 };
	uint32_t random = 1;

	vpd_make(&vpd, BYTES("PN\x04PARTSN\x04"
			     "1234"));
	for (unsigned i = 0; i < 100000; i++) {
		uint8_t bytes[64];
		size_t length = vpd.length < sizeof(bytes) ? vpd.length : sizeof(bytes);

		memcpy(bytes, vpd.bytes, length);
		for (unsigned change = 0; change <= i % 4; change++) {
			random = random * 1664525 + 1013904223; /* Numerical Recipes' generator */
			bytes[(random >> 16) % length] = (uint8_t)(random >> 8);
		}
		AUTO_FREE char *serial = serial_of(bytes, length);
		for (size_t at = 0; serial && serial[at]; at++)
			ck_assert(serial[at] >= ' ' && serial[at] <= '~');
	}
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, serial_is_read);
	tcase_add_test(tests, what_is_cut_short_has_none_or_the_same);
	tcase_add_test(tests, garbage_has_none);
	tcase_add_test(tests, any_bytes_are_survived);
}

int main(void)
{
	return suite_run("vpd", add_tests);
}

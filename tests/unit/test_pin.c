/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a function is known by: what counts as the same, as another one, and where it is. */
#include "../support/suite.h"
#include "drive_fixture.h"
#include "identify.h"
#include "pin.h"
#include "survey.h"
#include <check.h>
#include <stdlib.h>

static struct survey survey;
static struct pin pin;

static struct function *card(const char *address, const char *serial, const char *mac)
{
	struct function *function = survey_add(&survey, address);
	AUTO_FREE char *path = text_print("../../../devices/pci0000:00/%s", address);

	function_set(function, A_PATH, path);
	function_set(function, A_VENDOR, "0x19e5");
	function_set(function, A_DEVICE, "0x0222");
	identify(function, I_SERIAL, serial);
	identify(function, I_MAC, mac);
	identify(function, I_NVME_SERIAL, NULL);
	return function;
}

static void clean(void)
{
	pin_clear(&pin);
	survey_free(&survey);
}

START_TEST(first_value_is_kept)
{
	pin_of(card("0000:17:00.0", "SN-1", "02:00:00:00:00:01\n02:00:00:00:00:02"), &pin);
	ck_assert_str_eq(pin.address, "0000:17:00.0");
	ck_assert_str_eq(pin.serial, "SN-1");
	ck_assert_str_eq(pin.mac, "02:00:00:00:00:01");
	ck_assert_str_eq(pin.device, "0x0222");
	ck_assert_ptr_null(pin.nvme_serial);
	clean();
}
END_TEST

/* What the card has now, of one that had SN-1 and ...:01. */
static const struct {
	const char *serial, *mac, *device;
	enum pin_says says;
	const char *words;
} cases[] = {
	{ "SN-1", "02:00:00:00:00:01", "0x0222", PIN_SAME, "" },
	{ "SN-1", NULL, "0x0222", PIN_SAME, "" },
	{ NULL, "02:00:00:00:00:02\n02:00:00:00:00:01", "0x0222", PIN_SAME, "" },
	{ NULL, NULL, "0x0222", PIN_UNTOLD, "" },
	{ NULL, NULL, "0x0223", PIN_OTHER, "device id 0x0223, not 0x0222" },
	{ "SN-2", NULL, "0x0222", PIN_OTHER, "serial number SN-2, not SN-1" },
	{ "SN-1", "02:00:00:00:00:02", "0x0222", PIN_OTHER, "MAC 02:00:00:00:00:02, not 02:00:00:00:00:01" },
	{ "SN-2", "02:00:00:00:00:02", "0x0222", PIN_OTHER,
		"serial number SN-2, not SN-1, MAC 02:00:00:00:00:02, not 02:00:00:00:00:01" },
};

START_TEST(what_is_known_of_both_decides)
{
	struct function *function = card("0000:17:00.0", "SN-1", "02:00:00:00:00:01");
	AUTO_TEXT struct text words = { 0 };

	pin_of(function, &pin);
	identify(function, I_SERIAL, cases[_i].serial);
	identify(function, I_MAC, cases[_i].mac);
	function_set(function, A_DEVICE, cases[_i].device);
	ck_assert_int_eq(pin_compare(&pin, function, &words), cases[_i].says);
	ck_assert_str_eq(text_string(&words), cases[_i].words);
	ck_assert_int_eq(pin_is_replaced(&pin, function, NULL), cases[_i].says == PIN_OTHER);
	clean();
}
END_TEST

START_TEST(a_card_without_numbers_is_told_by_its_ids_alone)
{
	pin_of(card("0000:17:00.0", NULL, NULL), &pin);
	ck_assert_int_eq(pin_compare(&pin, card("0000:18:00.0", "SN-7", NULL), NULL), PIN_UNTOLD);
	clean();
}
END_TEST

START_TEST(another_card_elsewhere_replaces_nobody)
{
	pin_of(card("0000:17:00.0", "SN-1", NULL), &pin);
	ck_assert(!pin_is_replaced(&pin, card("0000:18:00.0", "SN-2", NULL), NULL));
	clean();
}
END_TEST

/* Its driver makes up a MAC each time; the card's serial number stays. */
START_TEST(a_vf_is_known_by_its_physical_function)
{
	struct function *pf = card("0000:17:00.0", "SN-1", "02:00:00:00:00:01");
	struct function *vf = card("0000:17:00.1", NULL, "02:aa:00:00:00:01");

	survey_link_virtfn(pf, 0, vf);
	pin_of(vf, &pin);
	ck_assert_str_eq(pin.serial, "SN-1");
	ck_assert_str_eq(pin.mac, "02:00:00:00:00:01");
	identify(vf, I_MAC, "02:aa:00:00:00:99");
	ck_assert_int_eq(pin_compare(&pin, vf, NULL), PIN_SAME);
	identify(pf, I_SERIAL, "SN-2");
	ck_assert_int_eq(pin_compare(&pin, vf, NULL), PIN_OTHER);
	clean();
}
END_TEST

/* Both ports of a drive have its serial number; what is of the drive is of both. */
START_TEST(a_port_is_known_by_its_controller)
{
	struct function *port = card("0000:17:00.0", "SN-1", NULL),
			*other = card("0000:18:00.0", "SN-1", NULL);
	AUTO_TEXT struct text words = { 0 };

	port->drive = drive_make();
	other->drive = drive_make();
	port->drive->numbers[D_CNTLID] = 1;
	other->drive->numbers[D_CNTLID] = 9;
	pin_of(port, &pin);
	ck_assert_str_eq(pin.cntlid, "1");
	ck_assert_int_eq(pin_compare(&pin, other, &words), PIN_OTHER);
	ck_assert_str_eq(text_string(&words), "NVMe controller id 9, not 1");
	ck_assert_int_eq(pin_compare_drive(&pin, other), PIN_SAME);
	/* what is not told says nothing */
	free(other->drive->unknown);
	other->drive->unknown = string_copy("no such device");
	ck_assert_int_eq(pin_compare(&pin, other, NULL), PIN_SAME);
	clean();
}
END_TEST

static const char *found_at(void)
{
	struct pin_search search = { .survey = &survey };
	const struct function *found = pin_search(&search, &pin);

	ck_assert_ptr_eq(pin_search(&search, &pin), found);
	pin_search_free(&search);
	return found ? found->address : "none";
}

START_TEST(what_has_moved_is_found)
{
	struct function *function = card("0000:17:00.0", "SN-1", NULL);

	pin_of(function, &pin);
	ck_assert_str_eq(found_at(), "none");
	card("0000:98:00.0", "SN-1", NULL);
	/* another one that has its number, and it is where it was */
	ck_assert_str_eq(found_at(), "none");
	identify(function, I_SERIAL, "SN-2");
	card("0000:98:00.1", "SN-1", NULL);
	ck_assert_str_eq(found_at(), "0000:98:00.0");
	/* two that may be it are none */
	card("0000:99:00.0", "SN-1", NULL);
	ck_assert_str_eq(found_at(), "none");
	clean();
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, first_value_is_kept);
	tcase_add_loop_test(tests, what_is_known_of_both_decides, 0, (int)(sizeof(cases) / sizeof(cases[0])));
	tcase_add_test(tests, a_card_without_numbers_is_told_by_its_ids_alone);
	tcase_add_test(tests, another_card_elsewhere_replaces_nobody);
	tcase_add_test(tests, a_vf_is_known_by_its_physical_function);
	tcase_add_test(tests, a_port_is_known_by_its_controller);
	tcase_add_test(tests, what_has_moved_is_found);
}

int main(void)
{
	return suite_run("pin", add_tests);
}

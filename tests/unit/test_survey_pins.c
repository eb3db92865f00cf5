/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pins: one a handle, the later word holds. */
#include "../support/suite.h"
#include "identify.h"
#include "survey.h"
#include <check.h>

static const struct pin first = {
	.handle = (char *)"nic0",
	.select = (char *)"netdev=eth0",
	.address = (char *)"0000:17:00.0",
	.serial = (char *)"A1",
};

START_TEST(later_word_holds)
{
	struct pin moved = first;
	struct pin_list pins = { 0 };

	moved.address = (char *)"0000:98:00.0";
	pins_keep(&pins, &first);
	pins_keep(&pins, &moved);
	ck_assert_uint_eq(pins.n, 1);
	ck_assert_str_eq(pins_find(&pins, "nic0")->address, "0000:98:00.0");
	ck_assert_ptr_null(pins_find(&pins, "nic1"));
	ck_assert_str_eq(pins_at(&pins, "0000:98:00.0")->handle, "nic0");
	ck_assert_ptr_null(pins_at(&pins, "0000:17:00.0"));
	pins_free(&pins);
}
END_TEST

START_TEST(strings_are_its_own)
{
	char handle[] = "nic0";
	struct pin like = first;
	struct pin_list pins = { 0 };

	like.handle = handle;
	pins_keep(&pins, &like);
	handle[3] = '7';
	ck_assert_ptr_nonnull(pins_find(&pins, "nic0"));
	pins_free(&pins);
}
END_TEST

START_TEST(equal_in_every_member)
{
	struct pin other = first;

	ck_assert(pin_equal(&first, &other));
	other.mac = (char *)"02:17:01:00:00:00";
	ck_assert(!pin_equal(&first, &other));
	other = first;
	other.serial = NULL;
	ck_assert(!pin_equal(&first, &other));
}
END_TEST

/* A survey with one card of that serial number at the address. */
static const struct function *card_at(struct survey *survey, const char *address, const char *serial)
{
	struct function *card = survey_add(survey, address);

	reading_free(&card->identity[I_SERIAL]);
	identify(card, I_SERIAL, serial);
	return card;
}

START_TEST(place_under_other_names)
{
	struct pin later = first;
	struct survey survey = { 0 };
	const struct function *same = card_at(&survey, "0000:17:00.0", "A1");
	const struct function *other = card_at(&survey, "0000:98:00.0", "B2");
	struct pin_list pins = { 0 };

	ck_assert_ptr_null(pins_of(&pins, "lan0", same));
	pins_keep(&pins, &first);
	ck_assert_str_eq(pins_of(&pins, "lan0", same)->handle, "nic0");
	ck_assert_str_eq(pins_of(&pins, NULL, same)->handle, "nic0");
	ck_assert_ptr_null(pins_of(&pins, "lan0", other));
	ck_assert_str_eq(pins_of(&pins, "nic0", other)->handle, "nic0");

	later.handle = (char *)"lan0";
	later.serial = (char *)"C3";
	pins_keep(&pins, &later);
	ck_assert_str_eq(pins_of(&pins, "lan0", same)->handle, "lan0");
	ck_assert_str_eq(pins_of(&pins, "net7", same)->handle, "nic0");

	later.address = (char *)"0000:98:00.0";
	pins_keep(&pins, &later);
	ck_assert_str_eq(pins_of(&pins, "lan0", same)->handle, "nic0");
	ck_assert_str_eq(pins_of(&pins, "net7", other)->serial, "C3");
	pins_free(&pins);
	survey_free(&survey);
}
END_TEST

/* A card that has moved is the one that was noted, until the place has that one still. */
START_TEST(places_tell_who_stood_there)
{
	struct survey survey = { 0 };
	const struct function *moved = card_at(&survey, "0000:98:00.0", "A1"), *other;

	ck_assert_int_eq(pins_tell(&survey, "0000:17:00.0", moved), PIN_UNTOLD);
	pins_keep(&survey.pins, &first);
	ck_assert_int_eq(pins_tell(&survey, "0000:17:00.0", moved), PIN_SAME);
	ck_assert_int_eq(pins_tell(&survey, "0000:98:00.0", moved), PIN_UNTOLD);
	other = card_at(&survey, "0000:17:00.0", "B2");
	ck_assert_int_eq(pins_tell(&survey, "0000:17:00.0", other), PIN_OTHER);
	ck_assert_int_eq(pins_tell(&survey, "0000:17:00.0", moved), PIN_SAME);
	survey_free(&survey);
}
END_TEST

START_TEST(of_twins_the_one_in_its_place_is_it)
{
	struct survey survey = { 0 };
	const struct function *twin = card_at(&survey, "0000:98:00.0", "A1"),
			      *own = card_at(&survey, "0000:17:00.0", "A1");

	pins_keep(&survey.pins, &first);
	ck_assert_int_eq(pins_tell(&survey, "0000:17:00.0", own), PIN_SAME);
	ck_assert_int_eq(pins_tell(&survey, "0000:17:00.0", twin), PIN_OTHER);
	survey_free(&survey);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, places_tell_who_stood_there);
	tcase_add_test(tests, of_twins_the_one_in_its_place_is_it);
	tcase_add_test(tests, later_word_holds);
	tcase_add_test(tests, strings_are_its_own);
	tcase_add_test(tests, equal_in_every_member);
	tcase_add_test(tests, place_under_other_names);
}

int main(void)
{
	return suite_run("survey_pins", add_tests);
}

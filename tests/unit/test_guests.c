/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Guests are kept in their order, and read from what libvirt's door answers. */
#include "guest.h"
#include "suite.h"
#include "text.h"

#define CVM "qemu:///system/cvm1"
#define WEB "qemu:///system/web1"

START_TEST(an_answer_becomes_guests)
{
	AUTO_FREE char *lines = string_copy(
		WEB "\tnone 0000:98:01.0\n" CVM "\tvirtcca 0000:17:01.0 0000:a1:00.1\t0000:17:01.0\n");
	struct guests guests = { 0 };

	ck_assert_int_eq(guests_parse(&guests, lines), 0);
	ck_assert_uint_eq(guests.n, 2);
	ck_assert_str_eq(guests.all[0].uri, CVM);
	ck_assert_str_eq(guests.all[0].owns, "0000:17:01.0");
	ck_assert_str_eq(guest_hostdevs(&guests.all[0]), "0000:17:01.0 0000:a1:00.1");
	ck_assert_str_eq(guest_name(guests.all[0].uri), "cvm1");
	ck_assert(!guest_is_ordinary(&guests.all[0]));
	ck_assert(guest_is_ordinary(guests_find(&guests, WEB)));
	ck_assert_ptr_null(guests_find(&guests, WEB)->owns);
	guests_remove(&guests, guests_find(&guests, CVM));
	ck_assert_ptr_null(guests_find(&guests, CVM));
	guests_free(&guests);
}
END_TEST

START_TEST(what_is_no_answer_is_refused)
{
	static const char *const wrong[] = { "cvm1", "\tnone", "cvm1\t", "cvm1\tnone\ta\tb" };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		AUTO_FREE char *lines = string_copy(wrong[i]);
		struct guests guests = { 0 };

		ck_assert_msg(guests_parse(&guests, lines) == -1, "%s", wrong[i]);
		guests_free(&guests);
	}
}
END_TEST

START_TEST(the_first_doubt_stays)
{
	struct guests guests = { 0 }, copy;

	guests_set(&guests, CVM, "virtcca", NULL);
	guests_doubt(&guests, "one");
	guests_doubt(&guests, "two");
	guests_copy(&guests, &copy);
	ck_assert_str_eq(copy.unknown, "one");
	ck_assert_uint_eq(copy.n, 1);
	guests_free(&guests);
	guests_free(&copy);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, an_answer_becomes_guests);
	tcase_add_test(tests, what_is_no_answer_is_refused);
	tcase_add_test(tests, the_first_doubt_stays);
}

int main(void)
{
	return suite_run("guests", tests_add);
}

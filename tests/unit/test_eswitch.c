/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What drivers want of their VFs, and the paths of modes. */
#include "eswitch.h"
#include "suite.h"

START_TEST(each_row_has_one_driver_words_and_a_source)
{
	size_t n = 0;

	for (const struct eswitch_row *row = eswitch_rows; row->driver; row++, n++) {
		ck_assert_ptr_eq(eswitch_row(row->driver), row);
		ck_assert_int_ne(row->error, 0);
		ck_assert_ptr_nonnull(row->source);
		ck_assert(row->vfs_never + row->vfs_first + (row->unbinds != NULL) == 1);
	}
	ck_assert_uint_eq(n, 3);
}
END_TEST

START_TEST(a_driver_without_a_row_wants_nothing)
{
	ck_assert_ptr_null(eswitch_row("nfp")->driver);
	ck_assert_ptr_null(eswitch_row(NULL)->driver);
	ck_assert(!eswitch_row("nfp")->vfs_never);
}
END_TEST

START_TEST(a_path_names_one_function)
{
	static const char *const none[] = { "eswitch/", "eswitch/pci/0000:17:00.0",
		"eswitch/pci/0000:17:00.0/mode/x", "eswitch/pci/0000:17:00.0/inline-mode",
		"eswitch/netdevsim/netdevsim1/mode", "vfs/0000:17:00.0/mode", "eswitch/pci/../mode" };
	AUTO_FREE char *address = eswitch_path_parse("eswitch/pci/0000:17:00.0/mode");

	ck_assert_pstr_eq(address, "0000:17:00.0");
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		ck_assert_ptr_null(eswitch_path_parse(none[i]));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, each_row_has_one_driver_words_and_a_source);
	tcase_add_test(tests, a_driver_without_a_row_wants_nothing);
	tcase_add_test(tests, a_path_names_one_function);
}

int main(void)
{
	return suite_run("eswitch", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux_state_fsync.c: what must be on the disk when an operation comes back.
 *
 * The program's own fsync stands before the library's: it notes what the file held when it was asked for.
 */
#include "linux_fixture.h"
#include <sys/syscall.h>

#define JOURNAL "var/lib/pawl/journal"

static unsigned files, directories; /* that were synced */
static off_t length;                /* of the file that was synced last */

int fsync(int fd)
{
	struct stat about;

	ck_assert_int_eq(fstat(fd, &about), 0);
	directories += S_ISDIR(about.st_mode);
	files += S_ISREG(about.st_mode);
	if (S_ISREG(about.st_mode))
		length = about.st_size;
	return (int)syscall(SYS_fsync, fd);
}

static void forget(void)
{
	files = directories = 0;
	length = -1;
}

/* A line that a power cut takes away must not have been acted upon: the write it announces comes next. */
START_TEST(a_line_is_on_the_disk_when_append_comes_back)
{
	forget();
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "one\n"), 0);
	ck_assert_uint_eq(files, 1);
	ck_assert_int_eq(length, 4);
	ck_assert_uint_eq(directories, 4); /* var, lib and pawl are new, and so is the file's name */
	forget();
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "two\n"), 0);
	ck_assert_uint_eq(files, 1);
	ck_assert_int_eq(length, 8);
	ck_assert_uint_eq(directories, 0);
}
END_TEST

START_TEST(a_new_file_is_on_the_disk_before_its_name)
{
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "one\n"), 0);
	forget();
	ck_assert_int_eq(do_text(OP_REPLACE, JOURNAL, "another\n"), 0);
	ck_assert_uint_eq(files, 1);
	ck_assert_int_eq(length, 8);
	ck_assert_uint_eq(directories, 1);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, a_line_is_on_the_disk_when_append_comes_back);
	tcase_add_test(tests, a_new_file_is_on_the_disk_before_its_name);
}

int main(void)
{
	return suite_run("linux_state_fsync", tests_add);
}

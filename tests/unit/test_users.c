/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Users of functions: in order, none twice, and back from the answer to OP_USERS. */
#include "../support/suite.h"
#include "text.h"
#include "use.h"
#include <check.h>

static struct users users;

static int parse(const char *text)
{
	AUTO_FREE char *lines = string_copy(text);

	return users_parse(&users, lines);
}

START_TEST(each_stands_once_in_order)
{
	const struct user *first;

	ck_assert_int_eq(parse("mount\t0000:17:00.0/3\tnvme0n1p2\t/srv\n"
			       "vfio\t0000:17:00.0\t\tqemu (process 7)\n"
			       "port\t0000:16:00.0\teth0\tbr0\n"
			       "mount\t0000:17:00.0/3\tnvme0n1p2\t/srv\n"),
		0);
	ck_assert_uint_eq(users.n, 3);
	ck_assert_uint_eq(users_of(&users, "0000:17:00.0", &first), 2);
	ck_assert_int_eq(first[0].use, USE_VFIO);
	ck_assert_ptr_null(first[0].through);
	ck_assert_uint_eq(first[0].nsid, 0);
	ck_assert_uint_eq(first[1].nsid, 3);
	ck_assert_str_eq(first[1].who, "/srv");
	ck_assert_str_eq(first[1].through, "nvme0n1p2");
	ck_assert_uint_eq(users_of(&users, "0000:18:00.0", &first), 0);
	ck_assert_ptr_null(first);
	users_free(&users);
}
END_TEST

START_TEST(a_doubt_keeps_its_first_words)
{
	ck_assert_int_eq(parse("?\tvfio\tPermission denied\n"), 0);
	users_doubt_all(&users, "not captured");
	ck_assert_str_eq(users.unknown[USE_VFIO], "Permission denied");
	ck_assert_str_eq(users.unknown[USE_MOUNT], "not captured");
	users_free(&users);
}
END_TEST

START_TEST(what_is_no_answer_is_refused)
{
	static const char *const bad[] = { "vfio\n", "vfio\t0000:17:00.0\teth0\n",
		"none\t0000:17:00.0\t\tx\n", "vfio\t17:00.0\t\tx\n", "?\tnone\twhy\n", "?\tvfio\n",
		"mount\t0000:17:00.0/x\t\t/srv\n" };

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(parse(bad[i]) == -1, "%s", bad[i]);
	ck_assert_uint_eq(users.n, 0);
	users_free(&users);
}
END_TEST

static bool is_mount(const struct user *user)
{
	return user->use == USE_MOUNT;
}

/* Three of them: a copy that had room for no more was written beyond its end. */
START_TEST(a_copy_takes_more)
{
	struct users copy;

	parse("mount\t0000:17:00.0\tnvme0n1\t/srv\nvfio\t0000:17:00.0\t\tq\nvfio\t0000:18:00.0\t\tq\n");
	users_copy(&users, &copy);
	users_add(&copy,
		&(struct user){ .use = USE_VFIO, .function = (char *)"0000:19:00.0", .who = (char *)"qemu" });
	ck_assert_uint_eq(copy.n, 4);
	ck_assert_str_eq(copy.all[3].function, "0000:19:00.0");
	ck_assert_uint_eq(users.n, 3);
	users_free(&users);
	users_free(&copy);
}
END_TEST

START_TEST(who_leaves_is_gone)
{
	struct users copy;

	parse("mount\t0000:17:00.0\tnvme0n1\t/srv\nvfio\t0000:17:00.0\t\tq\nvfio\t0000:18:00.0\t\tq\n");
	users_copy(&users, &copy);
	users_leave(&users, "0000:17:00.0", is_mount);
	ck_assert_uint_eq(users.n, 2);
	users_leave(&users, "0000:17:00.0", NULL);
	ck_assert_uint_eq(users.n, 1);
	ck_assert_uint_eq(copy.n, 3);
	users_free(&users);
	users_free(&copy);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, each_stands_once_in_order);
	tcase_add_test(tests, a_doubt_keeps_its_first_words);
	tcase_add_test(tests, what_is_no_answer_is_refused);
	tcase_add_test(tests, a_copy_takes_more);
	tcase_add_test(tests, who_leaves_is_gone);
}

int main(void)
{
	return suite_run("users", add_tests);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knobs of a drive's namespaces make one command of each change. */
#include "../../src/host/nvme_paths.h"
#include "knob_fixture.h"
#include "suite.h"

#define TARGET "0000:a1:00.0 ns ssd0.ns.db"
#define ONE    "1:2048x512:eui.0025385b71b00001"
#define TWO    "2:4096x512:eui.0025385b71b00002"

static struct op op;
static struct text scratch;

static int change(const struct knob *knob, const char *target, const char *from, const char *to)
{
	text_free(&scratch);
	op = (struct op){ 0 };
	return knob_write(knob, target, from, to, &op, &scratch);
}

START_TEST(one_that_is_asked_for_is_made)
{
	ck_assert_int_eq(change(&knob_namespace, TARGET, ONE "+", ONE "+ *:4096x512s"), 0);
	ck_assert_int_eq(op.verb, OP_NVME);
	ck_assert_str_eq(op.path, "nvme/0000:a1:00.0/ns/ssd0.ns.db");
	ck_assert_str_eq(op.in, "create:4096x512s");
	ck_assert_uint_gt(op.deadline_ns, 0);
	text_free(&scratch);
}
END_TEST

START_TEST(one_that_is_left_out_is_removed)
{
	ck_assert_int_eq(change(&knob_namespace, TARGET, ONE "+ " TWO, ONE), 0);
	ck_assert_str_eq(op.in, "delete:" TWO);
	text_free(&scratch);
}
END_TEST

/* One write is one command; and a drive makes none that has a number already. */
START_TEST(nothing_else_is_a_change)
{
	ck_assert_int_eq(change(&knob_namespace, TARGET, ONE, ONE "+"), -1);
	ck_assert_int_eq(change(&knob_namespace, TARGET, ONE, ONE " " TWO), -1);
	ck_assert_int_eq(change(&knob_namespace, TARGET, ONE, "*:4096x512"), -1);
	ck_assert_int_eq(change(&knob_namespace, TARGET, "", "*:1x512 *:2x512"), -1);
	ck_assert_int_eq(change(&knob_namespace, "0000:a1:00.0", "", "*:1x512"), -1);
	ck_assert_int_eq(change(&knob_namespace, "0000:a1:00.0 ns ", "", "*:1x512"), -1);
	ck_assert_int_eq(change(&knob_namespace, "0000:a1:00.0 ns a/b", "", "*:1x512"), -1);
	ck_assert_int_eq(change(&knob_namespace, "nvme0 ns db", "", "*:1x512"), -1);
	text_free(&scratch);
}
END_TEST

START_TEST(a_namespace_goes_to_one_controller_after_the_other)
{
	ck_assert_int_eq(change(&knob_controllers, "0000:a1:00.0 nsid 3", "1", "1 5"), 0);
	ck_assert_str_eq(op.path, "nvme/0000:a1:00.0/namespace/3");
	ck_assert_str_eq(op.in, "attach:5");
	ck_assert_int_eq(change(&knob_controllers, "0000:a1:00.0 nsid 3", "1 5", "5"), 0);
	ck_assert_str_eq(op.in, "detach:1");
	ck_assert_int_eq(change(&knob_controllers, "0000:a1:00.0 nsid " TWO, "1", "1 5"), 0);
	ck_assert_str_eq(op.path, "nvme/0000:a1:00.0/namespace/" TWO);
	ck_assert_int_eq(change(&knob_controllers, "0000:a1:00.0 nsid 3:", "1", "1 5"), -1);
	ck_assert_int_eq(change(&knob_controllers, "0000:a1:00.0 nsid 3", "1", "5"), -1);
	ck_assert_int_eq(change(&knob_controllers, "0000:a1:00.0 nsid 3", "", "1 5"), -1);
	ck_assert_int_eq(change(&knob_controllers, "0000:a1:00.0 nsid 0", "", "5"), -1);
	ck_assert_int_eq(change(&knob_controllers, "0000:a1:00.0 nsid 03", "", "5"), -1);
	text_free(&scratch);
}
END_TEST

START_TEST(what_was_made_is_learned_and_told)
{
	AUTO_FREE char *word = knob_namespace.learn(ONE, ONE "+ " TWO, "2"),
		       *unanswered = knob_namespace.learn(ONE, ONE "+ " TWO, ""),
		       *another = knob_namespace.learn(ONE, ONE " " TWO, "3"),
		       *none = knob_namespace.learn(ONE, ONE, "");
	struct text told = { 0 };

	ck_assert_str_eq(word, TWO);
	ck_assert_str_eq(unanswered, TWO);
	ck_assert_ptr_null(another);
	ck_assert_ptr_null(none);
	knob_namespace.tell(NULL, "", ONE " *:2097152x512", ONE, &told);
	ck_assert_str_eq(text_string(&told), "1 GiB in blocks of 512 B");
	text_free(&told);
	knob_namespace.tell(NULL, "", ONE, ONE " *:2097152x512", &told);
	ck_assert_str_eq(text_string(&told), "");
	knob_namespace.tell(NULL, "", "1:18446744073709551615x4096:-", "", &told);
	ck_assert_str_eq(text_string(&told), "15.99 EiB in blocks of 4096 B");
	text_free(&told);
	knob_namespace.tell(NULL, "", ONE "+", NULL, &told);
	ck_assert_ptr_nonnull(strstr(text_string(&told), "1 ("));
	text_free(&told);
}
END_TEST

/* Of a drive that nobody has asked its ids are all that is known. */
START_TEST(who_has_it_is_told)
{
	struct text told = { 0 };

	knob_controllers.tell(NULL, "0000:a1:00.0 nsid 1", "2 5", "", &told);
	ck_assert_str_eq(text_string(&told), "controller 2, controller 5");
	text_free(&told);
	knob_controllers.tell(NULL, "0000:a1:00.0 nsid 1", "", "2 5", &told);
	ck_assert_str_eq(text_string(&told), "");
	knob_controllers.tell(NULL, "0000:a1:00.0 nsid 1", "", NULL, &told);
	ck_assert_str_eq(text_string(&told), "none");
	text_free(&told);
}
END_TEST

/* A name stands for what the drive has made, and for nothing as long as that was only asked for. */
START_TEST(a_name_stands_for_what_is_there)
{
	AUTO_FREE char *made = knob_namespace.named(ONE "+", ONE "+ " TWO),
		       *asked = knob_namespace.named(ONE, ONE " *:4096x512"),
		       *gone = knob_namespace.named(ONE " " TWO, ONE);

	ck_assert_str_eq(made, TWO);
	ck_assert_ptr_null(asked);
	ck_assert_ptr_null(gone);
}
END_TEST

START_TEST(what_only_takes_away_is_told)
{
	ck_assert(knob_namespace.takes(ONE " " TWO, ONE));
	ck_assert(!knob_namespace.takes(ONE, ONE " " TWO));
}
END_TEST

START_TEST(a_path_tells_whose_it_is)
{
	const struct knob *knob = NULL;
	AUTO_FREE char *drive = nvme_path_target("nvme/0000:a1:00.0/ns/ssd0.ns.db", &knob), *one = NULL,
		       *whole = nvme_path_target("nvme/0000:a1:00.0/namespace/" TWO, &knob);

	ck_assert_str_eq(drive, TARGET);
	ck_assert_str_eq(whole, "0000:a1:00.0 nsid " TWO);
	one = nvme_path_target("nvme/0000:a1:00.0/namespace/3", &knob);
	ck_assert_ptr_eq(knob, &knob_controllers);
	ck_assert_str_eq(one, "0000:a1:00.0 nsid 3");
	ck_assert_ptr_null(nvme_path_target("nvme/0000:a1:00.0/3/queues", &knob));
}
END_TEST

START_TEST(one_target_may_have_two_words)
{
	ck_assert(
		knob_controllers.same("0000:a1:00.0 nsid 2:8x512:-", "0000:a1:00.0 nsid 2:8x512:uuid.00ff"));
	ck_assert(!knob_controllers.same("0000:a1:00.0 nsid 2:8x512:-", "0000:a1:00.1 nsid 2:8x512:-"));
	ck_assert(!knob_controllers.same("0000:a1:00.0 nsid 2:8x512:-", "0000:a1:00.0 nsid 3:8x512:-"));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, one_target_may_have_two_words);
	tcase_add_test(tests, a_name_stands_for_what_is_there);
	tcase_add_test(tests, what_only_takes_away_is_told);
	tcase_add_test(tests, one_that_is_asked_for_is_made);
	tcase_add_test(tests, one_that_is_left_out_is_removed);
	tcase_add_test(tests, nothing_else_is_a_change);
	tcase_add_test(tests, a_namespace_goes_to_one_controller_after_the_other);
	tcase_add_test(tests, what_was_made_is_learned_and_told);
	tcase_add_test(tests, who_has_it_is_told);
	tcase_add_test(tests, a_path_tells_whose_it_is);
}

int main(void)
{
	return suite_run("knob_namespace", tests_add);
}

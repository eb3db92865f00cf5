/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of gates: complete rows, in an order in which each is asked after those that it rests on. */
#include "gate.h"
#include "suite.h"

/* Those that ask the twin are asked after all others. */
static size_t rank_of(const char *id)
{
	size_t rank = 0, n = 0;

	while (gates[rank] && !string_equal(gates[rank]->id, id))
		rank++;
	while (gates[n])
		n++;
	return gates[rank] && gates[rank]->asks_twin ? n + rank : rank;
}

START_TEST(every_row_is_complete)
{
	for (const struct gate *const *gate = gates; *gate; gate++) {
		ck_assert_ptr_nonnull((*gate)->id);
		ck_assert_ptr_nonnull((*gate)->question);
		ck_assert_ptr_nonnull((*gate)->explain);
		ck_assert_ptr_nonnull((*gate)->fix);
		ck_assert((*gate)->judge != NULL);
		ck_assert_ptr_eq(gate_find((*gate)->id), *gate);
	}
}
END_TEST

START_TEST(a_gate_comes_after_those_it_rests_on)
{
	for (const struct gate *const *gate = gates; *gate; gate++)
		for (size_t i = 0; i < sizeof((*gate)->after) / sizeof(*(*gate)->after) && (*gate)->after[i];
			i++)
			ck_assert_uint_lt(rank_of((*gate)->after[i]), rank_of((*gate)->id));
}
END_TEST

START_TEST(an_unknown_id_is_no_gate)
{
	ck_assert_ptr_null(gate_find("no-such-gate"));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, every_row_is_complete);
	tcase_add_test(tests, a_gate_comes_after_those_it_rests_on);
	tcase_add_test(tests, an_unknown_id_is_no_gate);
}

int main(void)
{
	return suite_run("gates", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory given back all at once. */
#include "arena.h"
#include "suite.h"
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum { MANY = 3000 };

/* Each is written over whole, so that one that reached into another would be seen in it. */
START_TEST(pieces_do_not_overlap)
{
	struct arena arena = { 0 };
	unsigned char *pieces[MANY];

	for (size_t i = 0; i < MANY; i++) {
		pieces[i] = arena_take(&arena, i % 1500 + 1);
		ck_assert_uint_eq((uintptr_t)pieces[i] % alignof(max_align_t), 0);
		memset(pieces[i], (int)(i % 251), i % 1500 + 1);
	}
	for (size_t i = 0; i < MANY; i++) {
		size_t size = i % 1500 + 1;

		/* all of its bytes are the first one */
		ck_assert_uint_eq(pieces[i][0], i % 251);
		ck_assert_int_eq(memcmp(pieces[i], pieces[i] + 1, size - 1), 0);
	}
	arena_free(&arena);
}
END_TEST

/* What is large before and between small ones leaves the chunk in use as it is. */
START_TEST(large_pieces_have_their_own)
{
	struct arena arena = { 0 };
	char *large = arena_take(&arena, 1 << 20), *small = arena_take(&arena, 1), *next;

	memset(large, 'l', 1 << 20);
	*small = 's';
	memset(arena_take(&arena, 1 << 18), 'm', 1 << 18);
	next = arena_take(&arena, 1);
	ck_assert_int_eq(next - small, alignof(max_align_t));
	ck_assert_int_eq(*small, 's');
	ck_assert_int_eq(large[(1 << 20) - 1], 'l');
	arena_free(&arena);
}
END_TEST

START_TEST(a_copy_is_ones_own)
{
	struct arena arena = { 0 };
	char name[] = "nic0";
	char *copy = arena_copy(&arena, name);

	name[0] = 'x';
	ck_assert_str_eq(copy, "nic0");
	ck_assert_str_eq(arena_copy(&arena, ""), "");
	ck_assert_ptr_null(arena_copy(&arena, NULL));
	arena_free(&arena);
}
END_TEST

START_TEST(a_freed_arena_is_empty)
{
	struct arena arena = { 0 };

	arena_free(&arena);
	arena_take(&arena, 100);
	arena_free(&arena);
	ck_assert_ptr_null(arena.chunks);
	*(char *)arena_take(&arena, 1) = 'a';
	arena_free(&arena);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, pieces_do_not_overlap);
	tcase_add_test(tests, large_pieces_have_their_own);
	tcase_add_test(tests, a_copy_is_ones_own);
	tcase_add_test(tests, a_freed_arena_is_empty);
}

int main(void)
{
	return suite_run("arena", tests_add);
}

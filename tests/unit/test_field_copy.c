/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Copies of bodies: the same values, strings of their own, and nothing that was not given. */
#include "field.h"
#include "suite.h"

struct inner {
	uint64_t set;
	char *word, *other;
};

struct outer {
	uint64_t set;
	int64_t number, untouched;
	char *address;
	struct inner inner;
	struct list words, bodies;
};

enum { INNER_WORD, INNER_OTHER };
static const struct field inner_fields[] = {
	[INNER_WORD] = { .name = "word",
		.type = &value_string,
		.offset = FIELD_AT(struct inner, word, char *) },
	[INNER_OTHER] = { .name = "other",
		.type = &value_string,
		.offset = FIELD_AT(struct inner, other, char *) },
	{ 0 },
};

enum { NUMBER, UNTOUCHED, ADDRESS, INNER, WORDS, BODIES };
static const struct field fields[] = {
	[NUMBER] = { .name = "number",
		.type = &value_number,
		.offset = FIELD_AT(struct outer, number, int64_t),
		.min = -9,
		.max = 9 },
	[UNTOUCHED] = { .name = "untouched",
		.type = &value_number,
		.offset = FIELD_AT(struct outer, untouched, int64_t) },
	[ADDRESS] = { .name = "address",
		.type = &value_address,
		.offset = FIELD_AT(struct outer, address, char *),
		.flags = FIELD_OBSERVED },
	[INNER] = { .name = "inner",
		.type = &value_map,
		.offset = FIELD_AT(struct outer, inner, struct inner),
		.fields = inner_fields },
	[WORDS] = { .name = "words",
		.type = &value_list,
		.offset = FIELD_AT(struct outer, words, struct list),
		.item = &value_string },
	[BODIES] = { .name = "bodies",
		.type = &value_list,
		.offset = FIELD_AT(struct outer, bodies, struct list),
		.item = &value_map,
		.item_size = sizeof(struct inner),
		.fields = inner_fields },
	{ 0 },
};

static struct outer from, to;

static void give(const struct field *table, size_t row, void *body, const char *value)
{
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(table, row, body, value, &why), 0);
}

static void start(void)
{
	from = (struct outer){ 0 };
	to = (struct outer){ 0 };
}

static void stop(void)
{
	fields_clear(fields, &from);
	fields_clear(fields, &to);
}

START_TEST(given_values_are_copied)
{
	give(fields, NUMBER, &from, "-7");
	give(fields, ADDRESS, &from, "0000:17:00.0");
	fields_copy(fields, &to, &from);
	ck_assert_int_eq(to.number, -7);
	ck_assert_str_eq(to.address, "0000:17:00.0");
	ck_assert_uint_eq(to.set, from.set);
	ck_assert(!field_given(&to, UNTOUCHED) && !field_given(&to, INNER));
}
END_TEST

START_TEST(nested_values_are_copied)
{
	give(inner_fields, INNER_WORD, &from.inner, "a word, with spaces: and \"marks\"");
	field_set_given(&from, INNER);
	fields_copy(fields, &to, &from);
	ck_assert(field_given(&to, INNER));
	ck_assert_uint_eq(to.inner.set, from.inner.set);
	ck_assert_str_eq(to.inner.word, from.inner.word);
	ck_assert_ptr_null(to.inner.other);
}
END_TEST

START_TEST(lists_are_copied_item_by_item)
{
	static const char *const words[] = { "one", "two, with a comma", "three" };
	struct list *list = &from.words;
	AUTO_TEXT struct text why = { 0 };

	for (size_t i = 0; i < 3; i++) {
		void *item = list_add(&fields[WORDS], list, (struct place){ .line = 7 + (unsigned)i });

		ck_assert_int_eq(value_string.parse(&fields[WORDS], words[i], item, &why), 0);
	}
	field_set_given(&from, WORDS);
	fields_copy(fields, &to, &from);
	ck_assert_uint_eq(to.words.n, 3);
	ck_assert_ptr_ne(to.words.items, from.words.items);
	for (size_t i = 0; i < 3; i++) {
		ck_assert_str_eq(*(char **)list_item(&fields[WORDS], &to.words, i), words[i]);
		ck_assert_uint_eq(to.words.at[i].line, 7 + i);
	}
}
END_TEST

START_TEST(lists_of_bodies_are_copied)
{
	struct inner *body = list_add(&fields[BODIES], &from.bodies, (struct place){ 0 });

	give(inner_fields, INNER_OTHER, body, "deep");
	field_set_given(&from, BODIES);
	fields_copy(fields, &to, &from);
	body = list_item(&fields[BODIES], &to.bodies, 0);
	ck_assert_str_eq(body->other, "deep");
	ck_assert(!field_given(body, INNER_WORD));
}
END_TEST

START_TEST(an_empty_list_is_given_all_the_same)
{
	field_set_given(&from, WORDS);
	fields_copy(fields, &to, &from);
	ck_assert(field_given(&to, WORDS));
	ck_assert_uint_eq(to.words.n, 0);
}
END_TEST

START_TEST(the_copy_lives_on)
{
	give(fields, ADDRESS, &from, "0000:17:00.0");
	fields_copy(fields, &to, &from);
	fields_clear(fields, &from);
	ck_assert_str_eq(to.address, "0000:17:00.0");
}
END_TEST

START_TEST(an_empty_body_copies_as_one)
{
	fields_copy(fields, &to, &from);
	ck_assert_uint_eq(to.set, 0);
	ck_assert_ptr_null(to.address);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, given_values_are_copied);
	tcase_add_test(tests, nested_values_are_copied);
	tcase_add_test(tests, lists_are_copied_item_by_item);
	tcase_add_test(tests, lists_of_bodies_are_copied);
	tcase_add_test(tests, an_empty_list_is_given_all_the_same);
	tcase_add_test(tests, the_copy_lives_on);
	tcase_add_test(tests, an_empty_body_copies_as_one);
}

int main(void)
{
	return suite_run("field_copy", tests_add);
}

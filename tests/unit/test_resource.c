/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Resources, and states as lists of them. */
#include "resource.h"
#include "suite.h"
#include <time.h>

struct body {
	uint64_t set;
	char *driver, *serial;
};

static const struct field fields[] = {
	{ .name = "driver", .type = &value_driver, .offset = FIELD_AT(struct body, driver, char *) },
	{ .name = "serial", .type = &value_string, .offset = FIELD_AT(struct body, serial, char *) },
	{ .name = NULL },
};

static const struct kind device = { .name = "device", .size = sizeof(struct body), .fields = fields };
static const struct kind pool = { .name = "pool", .size = sizeof(struct body), .fields = fields };
static const struct kind bare = { .name = "bare" };
static const struct source source = { .name = "hosts.yaml", .bytes = "", .length = 0 };

static struct place line(unsigned line)
{
	return (struct place){ .source = &source, .line = line, .column = 1, .width = 1 };
}

START_TEST(a_resource_is_new_and_empty)
{
	char name[] = "nic0";
	struct resource *above = resource_new(&bare, "host", NULL),
			*resource = resource_new(&device, name, above);

	name[0] = '!';
	ck_assert_str_eq(resource->name, "nic0");
	ck_assert_ptr_eq(resource->kind, &device);
	ck_assert_ptr_eq(resource->under, above);
	ck_assert_ptr_null(resource->cause);
	ck_assert_ptr_null(resource->at.source);
	ck_assert(!resource_given(resource, 0));
	ck_assert(!resource_given(above, 0));
	resource_free(resource);
	resource_free(above);
	resource_free(NULL);
}
END_TEST

START_TEST(a_resource_frees_what_its_body_owns)
{
	struct resource *resource = resource_new(&device, "nic0", NULL);
	AUTO_TEXT struct text why = { 0 };

	resource->at_fields = memory_new(2, sizeof(*resource->at_fields));
	resource->former = string_copy("nic1");
	ck_assert_int_eq(field_parse(fields, 1, resource->body, "S1", &why), 0);
	ck_assert(resource_given(resource, 1));
	ck_assert(!resource_given(resource, 0));
	resource_free(resource);
}
END_TEST

START_TEST(a_row_of_a_nested_map_has_its_place)
{
	const struct field outer[] = {
		{ .name = "first", .type = &value_map, .fields = fields },
		{ .name = "alone", .type = &value_string },
		{ .name = "second", .type = &value_map, .fields = fields },
		{ .name = NULL },
	};
	const struct kind nested = { .name = "nested", .size = sizeof(struct body), .fields = outer };
	struct resource *resource = resource_new(&nested, "nic0", NULL);

	ck_assert_uint_eq(places_count(outer), 7);
	ck_assert_uint_eq(places_of(outer, 0), 3);
	ck_assert_uint_eq(places_of(outer, 2), 5);
	resource->at = line(1);
	ck_assert_uint_eq(resource_place_in(resource, 2, 1).line, 1);
	resource->at_fields = memory_new(7, sizeof(*resource->at_fields));
	resource->at_fields[2] = line(2);
	ck_assert_uint_eq(resource_place_in(resource, 2, 1).line, 2);
	resource->at_fields[6] = line(3);
	ck_assert_uint_eq(resource_place_in(resource, 2, 1).line, 3);
	ck_assert_uint_eq(resource_place_in(resource, 2, 0).line, 2);
	resource_free(resource);
}
END_TEST

START_TEST(a_state_finds_by_kind_and_name)
{
	struct state state = { 0 };
	struct resource *nic = state_add(&state, &device, "nic0", NULL);
	struct resource *vfs = state_add(&state, &pool, "nic0", nic);

	ck_assert_ptr_eq(state_find(&state, &device, "nic0"), nic);
	ck_assert_ptr_eq(state_find(&state, &pool, "nic0"), vfs);
	ck_assert_ptr_null(state_find(&state, &bare, "nic0"));
	ck_assert_ptr_null(state_find(&state, &device, "nic"));
	ck_assert_ptr_null(state_find(&state, &device, "nic01"));
	ck_assert_ptr_eq(vfs->under, nic);
	ck_assert_uint_eq(state.n, 2);
	state_free(&state);
	ck_assert_ptr_null(state_find(&state, &device, "nic0"));
	state_free(&state);
}
END_TEST

START_TEST(pointers_stay_valid_while_a_state_grows)
{
	struct state state = { 0 };
	struct resource *first = state_add(&state, &device, "first", NULL);
	clock_t start = clock();

	for (size_t i = 0; i < 50000; i++) {
		AUTO_FREE char *name = text_print("nic%zu", i);

		ck_assert_ptr_null(state_find(&state, &device, name));
		state_add(&state, &device, name, first);
	}
	for (size_t i = 0; i < 50000; i++) {
		AUTO_FREE char *name = text_print("nic%zu", i);

		ck_assert_ptr_eq(state_find(&state, &device, name), state.all[i + 1]);
	}
	ck_assert_ptr_eq(state.all[0], first);
	ck_assert_str_eq(first->name, "first");
	/* each name against each would be 2.5 * 10^9 comparisons */
	ck_assert_int_lt((clock() - start) / CLOCKS_PER_SEC, 3);
	state_free(&state);
}
END_TEST

START_TEST(the_nearest_place_is_told)
{
	struct resource *nic = resource_new(&device, "nic0", NULL),
			*derived = resource_new(&device, "nic0.vf.0", nic);

	ck_assert_ptr_null(resource_place(derived, 0).source);
	derived->cause = nic;
	ck_assert_ptr_null(resource_place(derived, 0).source);
	nic->at = line(5);
	ck_assert_uint_eq(resource_place(derived, 0).line, 5);
	nic->at_fields = memory_new(2, sizeof(*nic->at_fields));
	nic->at_fields[1] = line(7);
	ck_assert_uint_eq(resource_place(nic, 0).line, 5);
	ck_assert_uint_eq(resource_place(nic, 1).line, 7);
	ck_assert_uint_eq(resource_place(nic, 2).line, 5);
	ck_assert_uint_eq(resource_place(nic, SIZE_MAX).line, 5);
	ck_assert_uint_eq(resource_place(derived, 1).line, 5); /* its rows are not those of its cause */
	derived->at = line(9);
	ck_assert_uint_eq(resource_place(derived, 1).line, 9);
	resource_free(derived);
	resource_free(nic);
}
END_TEST

START_TEST(causes_are_followed_to_the_first_place)
{
	struct resource *chain[4];

	for (size_t i = 0; i < 4; i++) {
		chain[i] = resource_new(&bare, "x", NULL);
		chain[i]->cause = i ? chain[i - 1] : NULL;
	}
	chain[0]->at = line(1);
	ck_assert_uint_eq(resource_place(chain[3], 0).line, 1);
	chain[1]->at = line(2);
	ck_assert_uint_eq(resource_place(chain[3], 0).line, 2);
	for (size_t i = 0; i < 4; i++)
		resource_free(chain[i]);
}
END_TEST

START_TEST(what_stands_above_is_found)
{
	struct resource *host = resource_new(&bare, "host", NULL), *nic = resource_new(&device, "nic0", host);
	struct resource *vfs = resource_new(&pool, "nic0.vfs", nic);

	ck_assert_ptr_eq(resource_above(vfs, &pool), vfs);
	ck_assert_ptr_eq(resource_above(vfs, &device), nic);
	ck_assert_ptr_eq(resource_above(vfs, &bare), host);
	ck_assert_ptr_null(resource_above(nic, &pool));
	ck_assert_ptr_null(resource_above(NULL, &pool));
	resource_free(vfs);
	resource_free(nic);
	resource_free(host);
}
END_TEST

START_TEST(a_copy_has_all_but_the_name)
{
	struct state state = { 0 };
	struct resource *host = state_add(&state, &bare, "host", NULL);
	struct resource *nic = state_add(&state, &device, "nic0", host), *copy;
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(fields, 0, nic->body, "hns3", &why), 0);
	nic->at = line(7);
	nic->cause = host;
	copy = state_copy(&state, nic, "nic1", host);
	ck_assert_str_eq(copy->name, "nic1");
	ck_assert_ptr_eq(copy->cause, host);
	ck_assert_uint_eq(copy->at.line, 7);
	ck_assert_ptr_null(copy->at_fields);
	nic->at_fields = memory_new(2, sizeof(struct place));
	nic->at_fields[0] = line(8);
	copy = state_copy(&state, nic, "nic2", NULL);
	ck_assert_uint_eq(resource_place(copy, 0).line, 8);
	ck_assert_str_eq(((struct body *)copy->body)->driver, "hns3");
	ck_assert_ptr_ne(((struct body *)copy->body)->driver, ((struct body *)nic->body)->driver);
	ck_assert_ptr_eq(state_find(&state, &device, "nic2"), copy);
	state_free(&state);
}
END_TEST

static bool is_not(const struct resource *resource, void *name)
{
	return !string_equal(resource->name, name);
}

START_TEST(what_is_not_kept_is_gone)
{
	static const char *const names[] = { "a", "b", "c", "d", "e" };
	struct state state = { 0 };

	for (size_t i = 0; i < 5; i++)
		state_add(&state, &device, names[i], NULL);
	state_keep(&state, is_not, (char *)"b");
	state_keep(&state, is_not, (char *)"e");
	ck_assert_uint_eq(state.n, 3);
	ck_assert_ptr_null(state_find(&state, &device, "b"));
	ck_assert_ptr_eq(state_find(&state, &device, "d"), state.all[2]);
	for (size_t i = 0; i < 20; i++)
		state_add(&state, &device, "more", NULL);
	ck_assert_str_eq(state.all[0]->name, "a");
	ck_assert_str_eq(state.all[2]->name, "d");
	ck_assert_uint_eq(state.n, 23);
	state_free(&state);
	state_keep(&state, is_not, (char *)"b");
	ck_assert_uint_eq(state.n, 0);
}
END_TEST

START_TEST(what_is_parted_is_in_one_of_the_two)
{
	static const char *const names[] = { "a", "b", "c" };
	struct state state = { 0 }, rest = { 0 };

	for (size_t i = 0; i < 3; i++)
		state_add(&state, &device, names[i], i ? state.all[0] : NULL);
	state_part(&state, is_not, (char *)"b", &rest);
	state_part(&state, is_not, (char *)"c", &rest);
	ck_assert_uint_eq(state.n, 1);
	ck_assert_uint_eq(rest.n, 2);
	ck_assert_ptr_null(state_find(&state, &device, "b"));
	ck_assert_ptr_eq(state_find(&rest, &device, "b"), rest.all[0]);
	ck_assert_ptr_eq(rest.all[1]->under, state.all[0]);
	state_free(&state);
	state_free(&rest);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, what_is_parted_is_in_one_of_the_two);
	tcase_add_test(tests, a_resource_is_new_and_empty);
	tcase_add_test(tests, a_resource_frees_what_its_body_owns);
	tcase_add_test(tests, a_row_of_a_nested_map_has_its_place);
	tcase_add_test(tests, a_state_finds_by_kind_and_name);
	tcase_add_test(tests, pointers_stay_valid_while_a_state_grows);
	tcase_add_test(tests, the_nearest_place_is_told);
	tcase_add_test(tests, causes_are_followed_to_the_first_place);
	tcase_add_test(tests, what_stands_above_is_found);
	tcase_add_test(tests, a_copy_has_all_but_the_name);
	tcase_add_test(tests, what_is_not_kept_is_gone);
}

int main(void)
{
	return suite_run("resource", tests_add);
}

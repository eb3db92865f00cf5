/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bodies, walked by their field tables. */
#include "field.h"
#include "suite.h"

struct inner {
	uint64_t set;
	char *pci, *path;
};

struct outer {
	uint64_t set;
	int64_t count;
	char *driver, *seen;
	struct inner select;
	struct list drivers, selects;
};

enum { PCI, PATH };
static const struct field inner_fields[] = {
	[PCI] = { .name = "pci", .type = &value_address, .offset = FIELD_AT(struct inner, pci, char *) },
	[PATH] = { .name = "path", .type = &value_path, .offset = FIELD_AT(struct inner, path, char *) },
	{ .name = NULL },
};

enum { COUNT, DRIVER, SEEN, SELECT, DRIVERS, SELECTS };
static const struct field outer_fields[] = {
	[COUNT] = { .name = "count",
		.type = &value_number,
		.max = 64,
		.help = "how many",
		.standard = "2",
		.offset = FIELD_AT(struct outer, count, int64_t) },
	[DRIVER] = { .name = "driver",
		.type = &value_driver,
		.offset = FIELD_AT(struct outer, driver, char *) },
	[SEEN] = { .name = "drive",
		.type = &value_driver,
		.flags = FIELD_OBSERVED,
		.offset = FIELD_AT(struct outer, seen, char *) },
	[SELECT] = { .name = "select",
		.type = &value_map,
		.fields = inner_fields,
		.offset = FIELD_AT(struct outer, select, struct inner) },
	[DRIVERS] = { .name = "drivers",
		.type = &value_list,
		.item = &value_driver,
		.offset = FIELD_AT(struct outer, drivers, struct list) },
	[SELECTS] = { .name = "selects",
		.type = &value_list,
		.item = &value_map,
		.item_size = sizeof(struct inner),
		.fields = inner_fields,
		.offset = FIELD_AT(struct outer, selects, struct list) },
	{ .name = NULL },
};

static void parse(struct outer *body, size_t row, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	ck_assert_msg(field_parse(outer_fields, row, body, text, &why) == 0, "%s", text_string(&why));
}

static void parse_select(struct outer *body, size_t row, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(inner_fields, row, &body->select, text, &why), 0);
	field_set_given(body, SELECT);
}

static void add_driver(struct outer *body, const char *name)
{
	void *item = list_add(&outer_fields[DRIVERS], &body->drivers, (struct place){ 0 });
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(value_driver.parse(&outer_fields[DRIVERS], name, item, &why), 0);
	field_set_given(body, DRIVERS);
}

static void add_select(struct outer *body, const char *pci)
{
	struct inner *item = list_add(&outer_fields[SELECTS], &body->selects, (struct place){ 0 });
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(inner_fields, PCI, item, pci, &why), 0);
	field_set_given(body, SELECTS);
}

START_TEST(rows_are_counted)
{
	ck_assert_uint_eq(fields_count(outer_fields), 6);
	ck_assert_uint_eq(fields_count(NULL), 0);
}
END_TEST

START_TEST(what_is_parsed_is_given)
{
	struct outer body = { 0 };
	AUTO_TEXT struct text text = { 0 };

	ck_assert(!field_given(&body, COUNT));
	parse(&body, COUNT, "0x10");
	parse(&body, SEEN, "hns3");
	ck_assert_uint_eq(body.set, 1 << COUNT | 1 << SEEN);
	ck_assert_int_eq(body.count, 16);
	field_print(outer_fields, COUNT, &body, &text);
	field_print(outer_fields, DRIVER, &body, &text);
	field_print(outer_fields, SELECT, &body, &text);
	ck_assert_str_eq(text_string(&text), "16");
	fields_clear(outer_fields, &body);
}
END_TEST

START_TEST(what_is_refused_stays_as_it_was)
{
	struct outer body = { 0 };
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(outer_fields, COUNT, &body, "65", &why), -1);
	ck_assert_str_eq(text_string(&why), "must be 0 to 64, not 65");
	ck_assert_uint_eq(body.set, 0);
	parse(&body, COUNT, "3");
	ck_assert_int_eq(field_parse(outer_fields, COUNT, &body, "x", &why), -1);
	ck_assert_int_eq(body.count, 3);
	ck_assert(field_given(&body, COUNT));
}
END_TEST

START_TEST(a_map_is_no_text)
{
	struct outer body = { 0 };
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(outer_fields, SELECT, &body, "0000:17:00.0", &why), -1);
	ck_assert_str_eq(text_string(&why), "must be a map");
	ck_assert_uint_eq(body.set, 0);
}
END_TEST

START_TEST(a_list_is_no_text)
{
	struct outer body = { 0 };
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(outer_fields, DRIVERS, &body, "hns3", &why), -1);
	ck_assert_str_eq(text_string(&why), "must be a list");
	ck_assert_uint_eq(body.set, 0);
}
END_TEST

START_TEST(lists_and_maps_print_as_yaml_takes_them)
{
	struct outer body = { 0 };
	AUTO_TEXT struct text text = { 0 };

	field_set_given(&body, DRIVERS);
	field_print(outer_fields, DRIVERS, &body, &text);
	add_driver(&body, "hns3");
	add_driver(&body, "vfio-pci");
	field_print(outer_fields, DRIVERS, &body, &text);
	add_select(&body, "0000:17:00.0");
	add_select(&body, "0000:18:00.0");
	parse_select(&body, PATH, "0000:16:00.0/00.0");
	field_print(outer_fields, SELECTS, &body, &text);
	field_print(outer_fields, SELECT, &body, &text);
	ck_assert_str_eq(text_string(&text),
		"[][hns3, vfio-pci][{pci: 0000:17:00.0}, {pci: 0000:18:00.0}]{path: 0000:16:00.0/00.0}");
	fields_clear(outer_fields, &body);
}
END_TEST

START_TEST(lists_differ_in_number_order_and_items)
{
	struct outer have = { 0 }, want = { 0 };

	field_set_given(&want, DRIVERS);
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << DRIVERS);
	add_driver(&have, "hns3");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << DRIVERS);
	add_driver(&want, "hns3");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 0);
	add_driver(&want, "nvme");
	add_driver(&have, "igb");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << DRIVERS);
	add_select(&want, "0000:17:00.0");
	add_select(&have, "0000:17:00.0");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << DRIVERS);
	add_select(&want, "0000:18:00.0");
	add_select(&have, "0000:19:00.0");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << DRIVERS | 1 << SELECTS);
	fields_clear(outer_fields, &have);
	fields_clear(outer_fields, &want);
}
END_TEST

START_TEST(the_last_row_has_its_bit)
{
	uint64_t body = 0;

	field_set_given(&body, 63);
	field_set_given(&body, 0);
	ck_assert_uint_eq(body, UINT64_C(1) << 63 | 1);
	ck_assert(field_given(&body, 63));
	ck_assert(!field_given(&body, 62));
}
END_TEST

START_TEST(only_what_is_wished_differs)
{
	struct outer have = { 0 }, want = { 0 };

	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 0);
	parse(&have, COUNT, "8");
	parse(&have, DRIVER, "hns3");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 0);
	parse(&want, DRIVER, "vfio-pci");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << DRIVER);
	parse(&want, COUNT, "8");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << DRIVER);
	parse(&have, DRIVER, "vfio-pci");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 0);
	fields_clear(outer_fields, &have);
	fields_clear(outer_fields, &want);
}
END_TEST

START_TEST(what_is_not_to_be_compared_never_differs)
{
	static const struct field table[] = {
		{ .name = "count",
			.type = &value_number,
			.offset = FIELD_AT(struct outer, count, int64_t),
			.flags = FIELD_UNCOMPARED },
		{ .name = NULL },
	};
	struct outer have = { 0 }, want = { 0 };

	parse(&want, COUNT, "8");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1);
	ck_assert_uint_eq(fields_differ(table, &have, &want), 0);
}
END_TEST

START_TEST(what_is_fixed_differs_only_where_it_was_found)
{
	static const struct field table[] = {
		{ .name = "count",
			.type = &value_number,
			.offset = FIELD_AT(struct outer, count, int64_t),
			.flags = FIELD_FIXED },
		{ .name = NULL },
	};
	struct outer have = { 0 }, want = { 0 };

	parse(&want, COUNT, "8");
	ck_assert_uint_eq(fields_differ(table, &have, &want), 0);
	parse(&have, COUNT, "4");
	ck_assert_uint_eq(fields_differ(table, &have, &want), 1);
	parse(&have, COUNT, "8");
	ck_assert_uint_eq(fields_differ(table, &have, &want), 0);
}
END_TEST

START_TEST(zero_that_is_given_differs_from_nothing)
{
	struct outer have = { 0 }, want = { 0 };

	parse(&want, COUNT, "0");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << COUNT);
	parse(&have, COUNT, "0");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 0);
	ck_assert_uint_eq(fields_differ(NULL, &have, &want), 0);
}
END_TEST

START_TEST(maps_differ_as_one_row)
{
	struct outer have = { 0 }, want = { 0 };

	parse_select(&want, PCI, "0000:17:00.0");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << SELECT);
	parse_select(&have, PCI, "0000:17:00.0");
	parse_select(&have, PATH, "0000:16:00.0/00.0");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 0);
	parse_select(&want, PATH, "0000:16:00.0/00.1");
	ck_assert_uint_eq(fields_differ(outer_fields, &have, &want), 1 << SELECT);
	fields_clear(outer_fields, &have);
	fields_clear(outer_fields, &want);
}
END_TEST

START_TEST(clearing_frees_all_that_a_body_owns)
{
	struct outer body = { 0 };

	parse(&body, COUNT, "8");
	parse(&body, DRIVER, "hns3");
	parse_select(&body, PCI, "0000:17:00.0");
	add_driver(&body, "nvme");
	add_select(&body, "0000:17:00.0");
	body.seen = string_copy("held without its bit");
	fields_clear(outer_fields, &body);
	ck_assert_mem_eq(&body, &(struct outer){ 0 }, sizeof(body));
	fields_clear(outer_fields, &body);
	fields_clear(NULL, &body);
}
END_TEST

START_TEST(spelled_out_says_nothing)
{
	struct outer body = { 0 };
	AUTO_TEXT struct text help = { 0 };

	ck_assert(!field_says(outer_fields, COUNT, &body));
	parse(&body, COUNT, "2");
	ck_assert(!field_says(outer_fields, COUNT, &body));
	parse(&body, COUNT, "3");
	ck_assert(field_says(outer_fields, COUNT, &body));
	field_set_given(&body, DRIVERS);
	ck_assert(!field_says(outer_fields, DRIVERS, &body));
	add_driver(&body, "igb");
	ck_assert(field_says(outer_fields, DRIVERS, &body));
	parse(&body, DRIVER, "igb");
	ck_assert(field_says(outer_fields, DRIVER, &body));
	field_help(&outer_fields[COUNT], &help);
	ck_assert_str_eq(text_string(&help), "how many; = 2");
	fields_clear(outer_fields, &body);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, rows_are_counted);
	tcase_add_test(tests, what_is_parsed_is_given);
	tcase_add_test(tests, what_is_refused_stays_as_it_was);
	tcase_add_test(tests, a_map_is_no_text);
	tcase_add_test(tests, a_list_is_no_text);
	tcase_add_test(tests, lists_and_maps_print_as_yaml_takes_them);
	tcase_add_test(tests, lists_differ_in_number_order_and_items);
	tcase_add_test(tests, spelled_out_says_nothing);
	tcase_add_test(tests, the_last_row_has_its_bit);
	tcase_add_test(tests, only_what_is_wished_differs);
	tcase_add_test(tests, what_is_not_to_be_compared_never_differs);
	tcase_add_test(tests, what_is_fixed_differs_only_where_it_was_found);
	tcase_add_test(tests, zero_that_is_given_differs_from_nothing);
	tcase_add_test(tests, maps_differ_as_one_row);
	tcase_add_test(tests, clearing_frees_all_that_a_body_owns);
}

int main(void)
{
	return suite_run("field", tests_add);
}

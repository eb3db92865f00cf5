/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Joining: what a host inherits from defaults and classes, and what stands over it. */
#include "suite.h"
#include "wish.h"
#include <malloc.h>
#include <string.h>

static struct wish wish;
static struct state own; /* what is wished of one host; made anew by each call of below */
static struct report report;

static void start(void)
{
	wish = (struct wish){ 0 };
	own = (struct state){ 0 };
	report = (struct report){ 0 };
}

static void stop(void)
{
	report_free(&report);
	state_free(&own);
	wish_free(&wish);
}

static void parse(const char *name, const char *text)
{
	ck_assert_int_eq(wish_parse(&wish, name, text, strlen(text), &report), 0);
}

static void join(const char *text)
{
	parse("x.yaml", text);
	ck_assert_int_eq(wish_join(&wish, &report), 0);
	ck_assert_uint_eq(report.n, 0);
}

static const struct resource *below(const char *host, const struct kind *kind, const char *name)
{
	const struct resource *one = state_find(&wish.state, &kind_host, host);

	state_free(&own);
	if (one)
		wish_host(&wish, one, &own);
	return state_find(&own, kind, name);
}

static const char *driver_of(const char *host, const char *device)
{
	AUTO_FREE char *name = text_print("%s.driver", device);
	const struct resource *driver = below(host, &kind_driver, name);

	return driver ? ((const struct driver_body *)driver->body)->name : "-";
}

#define SELECT "select: {pci: \"0000:17:00.0\"}"

START_TEST(the_later_layer_wins)
{
	join("pawl: 1\n"
	     "defaults: {devices: {nic0: {" SELECT ", driver: of-defaults}}}\n"
	     "classes:\n"
	     "  one: {devices: {nic0: {driver: of-one}}}\n"
	     "  two: {devices: {nic0: {driver: of-two}}}\n"
	     "hosts:\n"
	     "  a: {}\n"
	     "  b: {class: [one]}\n"
	     "  c: {class: [two, one]}\n"
	     "  d: {class: [one, two]}\n"
	     "  e: {class: [one, two], devices: {nic0: {driver: own}}}\n");
	ck_assert_str_eq(driver_of("a", "nic0"), "of-defaults");
	ck_assert_str_eq(driver_of("b", "nic0"), "of-one");
	ck_assert_str_eq(driver_of("c", "nic0"), "of-one");
	ck_assert_str_eq(driver_of("d", "nic0"), "of-two");
	ck_assert_str_eq(driver_of("e", "nic0"), "own");
}
END_TEST

START_TEST(maps_merge_key_by_key)
{
	const struct pool_body *pool;

	join("pawl: 1\n"
	     "classes:\n"
	     "  k: {devices: {nic0: {" SELECT ", vfs: {count: 8, driver: igbvf}}, nic1: {select: {pci: "
	     "\"0000:18:00.0\"}}}}\n"
	     "hosts: {a: {class: [k], devices: {nic0: {select: {path: \"0000:16:00.0/00.0\"}, vfs: {count: "
	     "2}}}}}\n");
	pool = below("a", &kind_vf_pool, "nic0.vfs")->body;
	ck_assert_int_eq(pool->count, 2);
	ck_assert_str_eq(pool->driver, "igbvf");
	ck_assert_ptr_nonnull(below("a", &kind_device, "nic1"));
	ck_assert(field_given(&((struct device_body *)below("a", &kind_device, "nic0")->body)->select, 0));
	ck_assert_uint_eq(((struct host_body *)below("a", &kind_host, "a")->body)->classes.n, 1);
}
END_TEST

START_TEST(null_takes_back)
{
	join("pawl: 1\n"
	     "defaults: {devices: {nic0: {" SELECT ", driver: igb, vfs: {count: 8}}}}\n"
	     "classes:\n"
	     "  none: {devices: null}\n"
	     "hosts:\n"
	     "  a: {devices: {nic0: {driver: null}}}\n"
	     "  b: {devices: {nic0: ~}}\n"
	     "  c: {class: [none]}\n"
	     "  d: {class: [none], devices: {nic0: {" SELECT "}}}\n"
	     "  e: {platform: null, class: null, devices: {nic0: {vfs: }}}\n");
	ck_assert_str_eq(driver_of("a", "nic0"), "-");
	ck_assert_ptr_nonnull(below("a", &kind_vf_pool, "nic0.vfs"));
	ck_assert_ptr_null(below("b", &kind_device, "nic0"));
	ck_assert_ptr_null(below("c", &kind_device, "nic0"));
	ck_assert_ptr_nonnull(below("d", &kind_device, "nic0"));
	ck_assert_ptr_null(below("d", &kind_vf_pool, "nic0.vfs"));
	ck_assert_str_eq(driver_of("e", "nic0"), "igb");
	ck_assert_ptr_null(below("e", &kind_vf_pool, "nic0.vfs"));
}
END_TEST

/* Of a map with many keys a table is kept from layer to layer. */
START_TEST(many_keys_and_many_layers)
{
	AUTO_TEXT struct text yaml = { 0 };

	text_add(&yaml, "pawl: 1\nclasses:\n");
	for (int i = 0; i < 30; i++)
		text_addf(&yaml,
			"  c%d: {devices: {n%d: {select: {pci: \"0000:17:%02x.0\"}, driver: d%d}}}\n", i, i,
			i, i);
	text_add(&yaml, "  without: {devices: null}\n  last: {devices: {n3: {driver: other}, n4: null}}\n"
			"hosts:\n");
	for (int host = 0; host < 3; host++) {
		text_addf(&yaml, "  h%d: {class: [", host);
		for (int i = 0; i < 30; i++)
			text_addf(&yaml, "c%d, %s", i, host == 1 && i == 14 ? "without, " : "");
		text_addf(&yaml, "%s]}\n", host == 2 ? "last" : "");
	}
	join(text_string(&yaml));
	ck_assert_str_eq(driver_of("h0", "n3"), "d3");
	ck_assert_str_eq(driver_of("h0", "n29"), "d29");
	ck_assert_str_eq(driver_of("h1", "n14"), "-");
	ck_assert_str_eq(driver_of("h1", "n15"), "d15");
	ck_assert_str_eq(driver_of("h1", "n29"), "d29");
	ck_assert_str_eq(driver_of("h2", "n3"), "other");
	ck_assert_str_eq(driver_of("h2", "n4"), "-");
	ck_assert_str_eq(driver_of("h2", "n5"), "d5");
}
END_TEST

START_TEST(merge_keys_give_what_the_map_does_not)
{
	const struct pool_body *pool;

	join("pawl: 1\n"
	     "hosts:\n"
	     "  a:\n"
	     "    devices:\n"
	     "      nic0: &one {" SELECT ", driver: igb, vfs: &pool {count: 8, driver: none}}\n"
	     "      nic1: &two {select: {pci: \"0000:18:00.0\"}, driver: i40e}\n"
	     "      nic2: {<<: [*two, *one], select: {pci: \"0000:19:00.0\"}}\n"
	     "      nic3: {select: {pci: \"0000:1a:00.0\"}, <<: *one, driver: ice, vfs: {<<: *pool, count: "
	     "2}}\n"
	     "      nic4: {select: {pci: \"0000:1b:00.0\"}, vfs: *pool}\n");
	ck_assert_str_eq(driver_of("a", "nic2"), "i40e");
	ck_assert_int_eq(((struct pool_body *)below("a", &kind_vf_pool, "nic2.vfs")->body)->count, 8);
	ck_assert_str_eq(driver_of("a", "nic3"), "ice");
	pool = below("a", &kind_vf_pool, "nic3.vfs")->body;
	ck_assert_int_eq(pool->count, 2);
	ck_assert_str_eq(pool->driver, "none");
	ck_assert_uint_eq(below("a", &kind_vf_pool, "nic4.vfs")->at.line, 9);
	ck_assert_uint_eq(below("a", &kind_vf_pool, "nic4.vfs")->at_fields[POOL_COUNT].line, 5);
}
END_TEST

START_TEST(files_need_no_order)
{
	parse("host.yaml", "pawl: 1\nhosts: {a: {class: [k]}}\n");
	parse("class.yaml", "pawl: 1\nclasses: {k: {devices: {nic0: {" SELECT ", driver: igb}}}}\n");
	ck_assert_int_eq(wish_join(&wish, &report), 0);
	ck_assert_str_eq(driver_of("a", "nic0"), "igb");
	ck_assert_str_eq(below("a", &kind_device, "nic0")->at.source->name, "class.yaml");
	ck_assert_str_eq(below("a", &kind_host, "a")->at.source->name, "host.yaml");
}
END_TEST

START_TEST(what_both_give_stands_where_the_upper_one_does)
{
	const struct resource *pool;

	join("pawl: 1\n"
	     "classes: {k: {devices: {nic0: {" SELECT ", vfs: {driver: igbvf}}}}}\n"
	     "hosts:\n"
	     "  a: {class: [k], devices: {nic0: {vfs: {count: 2}}}}\n");
	pool = below("a", &kind_vf_pool, "nic0.vfs");
	ck_assert_uint_eq(pool->at.line, 4);
	ck_assert_uint_eq(pool->at_fields[POOL_COUNT].line, 4);
	ck_assert_uint_eq(pool->at_fields[POOL_DRIVER].line, 2);
}
END_TEST

START_TEST(defaults_of_several_files_are_one)
{
	parse("a.yaml", "pawl: 1\ndefaults: {devices: {nic0: {" SELECT "}}}\n");
	parse("b.yaml", "pawl: 1\ndefaults: {devices: {nic0: {driver: igb}}}\nhosts: {a: {}}\n");
	ck_assert_int_eq(wish_join(&wish, &report), 0);
	ck_assert_str_eq(driver_of("a", "nic0"), "igb");
}
END_TEST

START_TEST(a_default_given_twice_is_an_error)
{
	parse("a.yaml", "pawl: 1\ndefaults: {devices: {nic0: {driver: igb}}}\n");
	parse("b.yaml", "pawl: 1\ndefaults: {devices: {nic0: {driver: igb}}}\n");
	ck_assert_int_eq(wish_join(&wish, &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(
		report.findings[0].text, "the default \"driver\" is given twice, first at a.yaml:2:29");
	ck_assert_str_eq(report.findings[0].at.source->name, "b.yaml");
}
END_TEST

START_TEST(what_a_shared_body_lacks_is_told_once)
{
	AUTO_TEXT struct text text = { 0 };

	text_add(&text, "pawl: 1\nclasses: {k: {devices: {nic0: {vfs: {driver: none}, typo: 1}}}}\nhosts:\n");
	for (int i = 0; i < 50; i++)
		text_addf(&text, "  h%d: {class: [k]}\n", i);
	parse("x.yaml", text_string(&text));
	ck_assert_int_eq(wish_join(&wish, &report), -1);
	ck_assert_uint_eq(report.n, 3);
	ck_assert_str_eq(report.findings[0].text, "unknown key \"typo\" in nic0");
	ck_assert_str_eq(report.findings[1].text, "nic0.vfs needs the key \"count\"");
	ck_assert_str_eq(report.findings[2].text, "nic0 needs the key \"select\"");
}
END_TEST

START_TEST(a_class_may_stand_in_what_could_not_be_read)
{
	ck_assert_int_eq(wish_load(&wish, "no/such/file.yaml", &report), -1);
	parse("a.yaml",
		"pawl: 1\nhosts: {a: {class: [k], devices: {nic0: {vfs: {driver: igbvf}}}}, b: {devices: "
		"{nic0: {driver: igb}}}}\n");
	ck_assert_int_eq(wish_join(&wish, &report), 0);
	ck_assert_uint_eq(report.n, 1);
}
END_TEST

/* More than all hosts may have: refused, and not made first. */
START_TEST(classes_multiply_within_bounds)
{
	AUTO_TEXT struct text text = { 0 };

	text_addf(&text, "pawl: 1\nclasses:\n  k: {devices: {nic0: {" SELECT ", driver: %01000000d}}}\n", 0);
	text_add(&text, "hosts:\n");
	for (int i = 0; i < 5000; i++)
		text_addf(&text, "  h%d: {class: [k, k, k]}\n", i);
	parse("x.yaml", text_string(&text));
	ck_assert_int_eq(wish_join(&wish, &report), -1);
	for (size_t i = 0; i < report.n; i++)
		if (string_equal(report.findings[i].id, "too-many-values"))
			return;
	ck_abort_msg("nobody says that it is too much");
}
END_TEST

/* 800 hosts with 500 devices each: 400,000 in all, of which those of one host are in memory. */
START_TEST(hosts_are_made_one_by_one)
{
	AUTO_TEXT struct text text = { 0 };
	struct mallinfo2 before, after;

	text_add(&text, "pawl: 1\ndefaults:\n  devices:\n");
	for (int i = 0; i < 500; i++)
		text_addf(&text, "    nic%d: {select: {pci: \"%04x:17:00.0\"}}\n", i, i);
	text_add(&text, "hosts:\n");
	for (int i = 0; i < 800; i++)
		text_addf(&text, "  h%d: {}\n", i);
	parse("x.yaml", text_string(&text));
	before = mallinfo2();
	ck_assert_int_eq(wish_join(&wish, &report), 0);
	after = mallinfo2();
	ck_assert_uint_lt(after.uordblks - before.uordblks, 2 << 20);
	ck_assert_ptr_nonnull(below("h799", &kind_device, "nic499"));
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, the_later_layer_wins);
	tcase_add_test(tests, maps_merge_key_by_key);
	tcase_add_test(tests, null_takes_back);
	tcase_add_test(tests, many_keys_and_many_layers);
	tcase_add_test(tests, merge_keys_give_what_the_map_does_not);
	tcase_add_test(tests, files_need_no_order);
	tcase_add_test(tests, what_both_give_stands_where_the_upper_one_does);
	tcase_add_test(tests, defaults_of_several_files_are_one);
	tcase_add_test(tests, a_default_given_twice_is_an_error);
	tcase_add_test(tests, what_a_shared_body_lacks_is_told_once);
	tcase_add_test(tests, a_class_may_stand_in_what_could_not_be_read);
	tcase_add_test(tests, classes_multiply_within_bounds);
	tcase_add_test(tests, hosts_are_made_one_by_one);
}

int main(void)
{
	return suite_run("load_join", add_tests);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Loading: what the tree holds afterwards, and for each file of tests/config what is said of it. */
#include "suite.h"
#include "wish.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct wish wish;
static struct state all; /* of every host */
static struct report report;

static void start(void)
{
	wish = (struct wish){ 0 };
	all = (struct state){ 0 };
	report = (struct report){ 0 };
}

static void stop(void)
{
	report_free(&report);
	state_free(&all);
	wish_free(&wish);
}

static int join(void)
{
	int result = wish_join(&wish, &report);

	for (size_t i = 0; i < wish.state.n; i++)
		if (wish.state.all[i]->kind == &kind_host)
			wish_host(&wish, wish.state.all[i], &all);
	return result;
}

static int parse(const char *text)
{
	int result = wish_parse(&wish, "x.yaml", text, strlen(text), &report);

	return join() < 0 ? -1 : result;
}

static const struct resource *loaded(const struct kind *kind, const char *name)
{
	const struct resource *resource = state_find(&all, kind, name);

	ck_assert_msg(resource, "no %s is called %s", kind->name, name);
	return resource;
}

static void assert_place(const struct place *at, unsigned line, unsigned column, unsigned width)
{
	ck_assert_ptr_eq(at->source, wish.sources[0]);
	ck_assert_uint_eq(at->line, line);
	ck_assert_uint_eq(at->column, column);
	ck_assert_uint_eq(at->width, width);
}

static const char whole[] = "pawl: 1\n"
			    "hosts:\n"
			    "  kp001:\n"
			    "    match: {hostname: kp001.example.org}\n"
			    "    devices:\n"
			    "      nic0:\n"
			    "        select: {pci: \"0000:17:00.0\"}\n"
			    "        driver: atlantic\n"
			    "        vfs:\n"
			    "          count: 8\n"
			    "          driver: none\n"
			    "  kp002:\n"
			    "    devices:\n"
			    "      nic0:\n"
			    "        select:\n"
			    "          path: \"0000:16:00.0/00.0\"\n"
			    "        driver: {name: \"null\"}\n";

START_TEST(resources_come_in_order)
{
	static const struct {
		const struct kind *kind;
		const char *name;
		int under;
	} expected[] = {
		{ &kind_host, "kp001", -1 },
		{ &kind_device, "nic0", 0 },
		{ &kind_driver, "nic0.driver", 1 },
		{ &kind_vf_pool, "nic0.vfs", 1 },
		{ &kind_host, "kp002", -1 },
		{ &kind_device, "nic0", 4 },
		{ &kind_driver, "nic0.driver", 5 },
	};

	ck_assert_int_eq(parse(whole), 0);
	ck_assert_uint_eq(report.n, 0);
	ck_assert_uint_eq(wish.state.n, 3);
	ck_assert_ptr_eq(wish.state.all[0]->kind, &kind_file);
	for (size_t i = 1; i < wish.state.n; i++) {
		ck_assert_ptr_eq(wish.state.all[i]->kind, &kind_host);
		ck_assert_ptr_eq(wish.state.all[i]->under, wish.state.all[0]);
	}
	ck_assert_uint_eq(all.n, sizeof(expected) / sizeof(*expected));
	for (size_t i = 0; i < all.n; i++) {
		const struct resource *under = expected[i].under < 0 ? NULL : all.all[expected[i].under];

		ck_assert_ptr_eq(all.all[i]->kind, expected[i].kind);
		ck_assert_str_eq(all.all[i]->name, expected[i].name);
		ck_assert_ptr_eq(all.all[i]->under, under);
		ck_assert_ptr_null(all.all[i]->cause);
	}
}
END_TEST

START_TEST(bodies_hold_what_is_given_only)
{
	const struct host_body *host;
	const struct device_body *device;
	const struct pool_body *pool;
	const struct driver_body *driver;

	ck_assert_int_eq(parse(whole), 0);
	host = loaded(&kind_host, "kp001")->body;
	ck_assert_str_eq(host->match.hostname, "kp001.example.org");
	ck_assert(field_given(host, HOST_MATCH) && !field_given(host, HOST_PLATFORM));
	device = loaded(&kind_device, "nic0")->body;
	ck_assert_str_eq(device->select.pci, "0000:17:00.0");
	ck_assert(field_given(device, DEVICE_SELECT) && !field_given(device, DEVICE_ADDRESS));
	ck_assert(field_given(&device->select, SELECT_PCI) && !field_given(&device->select, SELECT_PATH));
	pool = loaded(&kind_vf_pool, "nic0.vfs")->body;
	ck_assert_int_eq(pool->count, 8);
	ck_assert_str_eq(pool->driver, "none");
	driver = loaded(&kind_driver, "nic0.driver")->body;
	ck_assert_str_eq(driver->name, "atlantic");
	driver = all.all[6]->body;
	ck_assert_str_eq(driver->name, "null");
}
END_TEST

START_TEST(places_are_those_of_the_yaml)
{
	const struct resource *device, *pool, *driver;

	ck_assert_int_eq(parse(whole), 0);
	device = loaded(&kind_device, "nic0");
	pool = loaded(&kind_vf_pool, "nic0.vfs");
	driver = loaded(&kind_driver, "nic0.driver");
	assert_place(&device->at, 6, 7, 4);
	assert_place(&device->at_fields[DEVICE_SELECT], 7, 17, 21);
	ck_assert_ptr_null(device->at_fields[DEVICE_ADDRESS].source);
	assert_place(&pool->at, 9, 9, 3);
	assert_place(&pool->at_fields[POOL_COUNT], 10, 18, 1);
	assert_place(&pool->at_fields[POOL_DRIVER], 11, 19, 4);
	assert_place(&driver->at, 8, 9, 6);
	assert_place(&driver->at_fields[DRIVER_NAME], 8, 17, 8);
	/* a map in block style stands where its first key does */
	assert_place(&all.all[5]->at_fields[DEVICE_SELECT], 16, 11, 4);
}
END_TEST

START_TEST(a_host_in_two_files_is_an_error)
{
	static const char text[] = "pawl: 1\nhosts:\n  kp001: {}\n";

	ck_assert_int_eq(wish_parse(&wish, "a.yaml", text, strlen(text), &report), 0);
	ck_assert_int_eq(wish_parse(&wish, "b.yaml", text, strlen(text), &report), 0);
	ck_assert_int_eq(wish_join(&wish, &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "duplicate-key");
	ck_assert_str_eq(report.findings[0].at.source->name, "b.yaml");
	ck_assert_str_eq(report.findings[0].text, "host \"kp001\" is given twice, first at a.yaml:3:3");
}
END_TEST

START_TEST(two_files_are_joined)
{
	static const char a[] = "pawl: 1\nhosts: {kp001: {}}\n", b[] = "pawl: 1\nhosts: {kp002: {}}\n";

	ck_assert_int_eq(wish_parse(&wish, "a.yaml", a, strlen(a), &report), 0);
	ck_assert_int_eq(wish_parse(&wish, "b.yaml", b, strlen(b), &report), 0);
	ck_assert_int_eq(join(), 0);
	ck_assert_str_eq(loaded(&kind_host, "kp001")->at.source->name, "a.yaml");
	ck_assert_str_eq(loaded(&kind_host, "kp002")->at.source->name, "b.yaml");
}
END_TEST

START_TEST(sixty_four_mib_are_enough)
{
	size_t length = (64 << 20) + 1;
	AUTO_FREE char *bytes = memory_new(length, 1);

	memset(bytes, '#', length);
	ck_assert_int_eq(wish_parse(&wish, "big.yaml", bytes, length, &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "too-large");
	ck_assert_ptr_nonnull(strstr(report.findings[0].text, "big.yaml"));
}
END_TEST

START_TEST(mistakes_without_end_are_cut)
{
	AUTO_TEXT struct text text = { 0 };

	text_add(&text, "pawl: 1\nhosts: {}\n");
	for (int i = 0; i < 5000; i++)
		text_addf(&text, "unknown-%d: 1\n", i);
	ck_assert_int_eq(parse(text_string(&text)), -1);
	ck_assert_uint_eq(report.n, 1001);
	ck_assert_str_eq(report.findings[1000].id, "too-many-mistakes");
}
END_TEST

static void assert_unreadable(const char *path, int error)
{
	ck_assert_int_eq(wish_load(&wish, path, &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "file-unreadable");
	ck_assert_str_eq(report.findings[0].path, path);
	ck_assert_int_eq(report.findings[0].error, error);
	ck_assert_int_eq(report.findings[0].outcome, BAD_CONFIGURATION);
	ck_assert_uint_eq(wish.n_sources, 0);
}

START_TEST(a_missing_file_is_named)
{
	assert_unreadable("no/such/file.yaml", ENOENT);
}
END_TEST

START_TEST(the_fleet_of_the_examples_is_good)
{
	ck_assert_int_eq(wish_load(&wish, "../../examples/fleet", &report), 0);
	ck_assert_int_eq(join(), 0);
	ck_assert_uint_eq(report.n, 0);
	ck_assert_uint_eq(wish.n_sources, 3);
	ck_assert_str_eq(
		loaded(&kind_host, "kp001")->at.source->name, "../../examples/fleet/hosts/kp001.yaml");
}
END_TEST

static struct dirent **configurations;
static int n_configurations;

static int is_yaml(const struct dirent *entry)
{
	return fnmatch("*.yaml", entry->d_name, 0) == 0;
}

static char *read_expected(const char *yaml)
{
	AUTO_FREE char *path = text_print("%.*s.expected", (int)(strlen(yaml) - strlen(".yaml")), yaml);
	AUTO_CLOSE int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct text text = { 0 };
	char bytes[4096];
	ssize_t n;

	ck_assert_msg(fd >= 0, "%s is missing", path);
	while ((n = read(fd, bytes, sizeof(bytes))) > 0)
		text_add_bytes(&text, bytes, (size_t)n);
	return text_take(&text);
}

/* PAWL_PRINT_ACTUAL names a directory that gets what is said now, to be read and compared by eye. */
static void keep_actual(const char *yaml, const char *said)
{
	const char *directory = getenv("PAWL_PRINT_ACTUAL");
	AUTO_FREE char *path = directory ? text_print("%s/%s", directory, yaml) : NULL;
	FILE *file = path ? fopen(path, "w") : NULL;

	if (!file)
		return;
	fputs(said, file);
	fclose(file);
}

START_TEST(configuration_is_answered_as_expected)
{
	const char *yaml = configurations[_i]->d_name;
	AUTO_TEXT struct text said = { 0 };
	AUTO_FREE char *expected = NULL;
	int result = wish_load(&wish, yaml, &report);

	if (join() < 0)
		result = -1;
	report_sort(&report);
	for (size_t i = 0; i < report.n; i++) {
		if (report.findings[i].severity == ERROR)
			ck_assert_int_eq(report.findings[i].outcome, BAD_CONFIGURATION);
		finding_print(&report.findings[i], &said);
	}
	ck_assert_int_eq(result, report_errors(&report) ? -1 : 0);
	keep_actual(yaml, text_string(&said));
	expected = read_expected(yaml);
	ck_assert_msg(string_equal(text_string(&said), expected), "%s: said\n%.1500sexpected\n%.1500s", yaml,
		text_string(&said), expected);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, resources_come_in_order);
	tcase_add_test(tests, bodies_hold_what_is_given_only);
	tcase_add_test(tests, places_are_those_of_the_yaml);
	tcase_add_test(tests, a_host_in_two_files_is_an_error);
	tcase_add_test(tests, two_files_are_joined);
	tcase_add_test(tests, sixty_four_mib_are_enough);
	tcase_add_test(tests, mistakes_without_end_are_cut);
	tcase_add_test(tests, a_missing_file_is_named);
	tcase_add_test(tests, the_fleet_of_the_examples_is_good);
	tcase_add_loop_test(tests, configuration_is_answered_as_expected, 0, n_configurations);
}

int main(void)
{
	const char *source = getenv("PAWL_SOURCE");
	int result;

	if (chdir(source ? source : ".") < 0 || chdir("tests/config") < 0) {
		perror("tests/config");
		return EXIT_FAILURE;
	}
	n_configurations = scandir(".", &configurations, is_yaml, alphasort);
	if (n_configurations <= 0) {
		fputs("tests/config holds no configuration\n", stderr);
		return EXIT_FAILURE;
	}
	result = suite_run("load", tests_add);
	for (int i = 0; i < n_configurations; i++)
		free(configurations[i]);
	free(configurations);
	return result;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files and directories of configuration: which are read, in which order, and what is refused. */
#include "scratch.h"
#include "suite.h"
#include "wish.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct wish wish;
static struct report report;
static char *directory;

static void start(void)
{
	AUTO_TEXT struct text why = { 0 };

	ck_assert_msg(scratch_enter(&directory, &why) == 0, "%s", text_string(&why));
	wish = (struct wish){ 0 };
	report = (struct report){ 0 };
}

static void stop(void)
{
	report_free(&report);
	wish_free(&wish);
	scratch_leave(directory);
}

static void put(const char *name, const char *text)
{
	FILE *file = fopen(name, "we");

	ck_assert_ptr_nonnull(file);
	ck_assert_int_ge(fputs(text, file), 0);
	ck_assert_int_eq(fclose(file), 0);
}

static void put_host(const char *name)
{
	AUTO_FREE char *text = text_print("pawl: 1\nhosts: {h%d: {}}\n", (int)strlen(name));

	put(name, text);
}

static void assert_refused(const char *path, const char *id, const char *what)
{
	ck_assert_int_eq(wish_load(&wish, path, &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, id);
	ck_assert_str_eq(report.findings[0].text, what);
	ck_assert_int_eq(report_outcome(&report), BAD_CONFIGURATION);
}

START_TEST(files_come_in_the_order_of_their_bytes)
{
	static const char *const order[] = { "d/B.yaml", "d/a/z.yml", "d/a.yaml", "d/b/c/d.yaml",
		"d/c.yaml" };

	ck_assert(mkdir("d", 0777) == 0 && mkdir("d/a", 0777) == 0 && mkdir("d/b", 0777) == 0 &&
		  mkdir("d/b/c", 0777) == 0 && mkdir("d/.git", 0777) == 0);
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++)
		put_host(order[i]);
	put("d/.hidden.yaml", "not: [");
	put("d/.git/x.yaml", "not: [");
	put("d/README", "not: [");
	put("d/a.yaml~", "not: [");
	ck_assert_int_eq(wish_load(&wish, "d", &report), 0);
	ck_assert_uint_eq(wish.n_sources, sizeof(order) / sizeof(*order));
	for (size_t i = 0; i < wish.n_sources; i++)
		ck_assert_str_eq(wish.sources[i]->name, order[i]);
}
END_TEST

START_TEST(links_are_followed_but_not_in_circles)
{
	ck_assert(mkdir("d", 0777) == 0 && mkdir("other", 0777) == 0);
	put_host("other/file.yaml");
	ck_assert(symlink("../other", "d/in") == 0 && symlink("../d", "d/loop") == 0);
	ck_assert_int_eq(wish_load(&wish, "d", &report), -1);
	ck_assert_uint_eq(wish.n_sources, 1);
	ck_assert_str_eq(wish.sources[0]->name, "d/in/file.yaml");
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].text, "d/loop leads back to d: that has no end");
}
END_TEST

START_TEST(a_link_to_nothing_is_an_error)
{
	ck_assert(mkdir("d", 0777) == 0 && symlink("nowhere", "d/x.yaml") == 0);
	assert_refused("d", "file-unreadable", "d/x.yaml does not exist");
	ck_assert_int_eq(report.findings[0].error, ENOENT);
}
END_TEST

START_TEST(a_directory_without_files_says_so)
{
	ck_assert(mkdir("d", 0777) == 0 && mkdir("d/e", 0777) == 0);
	put("d/notes", "");
	assert_refused("d/", "empty-directory", "d/ has no *.yaml and no *.yml file below it");
}
END_TEST

/* Opening it would wait for a writer: the test would not end. */
START_TEST(a_fifo_below_a_directory_is_refused_unopened)
{
	ck_assert(mkdir("d", 0777) == 0 && mkfifo("d/x.yaml", 0666) == 0 && mkfifo("d/ignored", 0666) == 0);
	assert_refused("d", "not-a-file", "d/x.yaml is neither a file nor a directory");
}
END_TEST

/* As the shell hands over what stands in <(...), which is one of several files. */
START_TEST(pipes_that_are_named_are_read)
{
	static const char *const texts[] = { "pawl: 1\nhosts: {a: {}}\n", "pawl: 1\nhosts: {b: {}}\n" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		AUTO_FREE char *path = NULL;
		int ends[2];

		ck_assert_int_eq(pipe(ends), 0);
		ck_assert_int_eq(write(ends[1], texts[i], strlen(texts[i])), (ssize_t)strlen(texts[i]));
		close(ends[1]);
		path = text_print("/dev/fd/%d", ends[0]);
		ck_assert_int_eq(wish_load(&wish, path, &report), 0);
		ck_assert_str_eq(wish.sources[i]->name, path);
		close(ends[0]);
	}
	ck_assert_int_eq(wish_join(&wish, &report), 0);
	ck_assert_ptr_nonnull(state_find(&wish.state, &kind_host, "a"));
	ck_assert_ptr_nonnull(state_find(&wish.state, &kind_host, "b"));
}
END_TEST

START_TEST(a_device_is_refused)
{
	assert_refused("/dev/zero", "not-a-file", "/dev/zero is neither a file, a pipe nor a directory");
}
END_TEST

START_TEST(a_file_that_may_not_be_read_is_named)
{
	bool root = geteuid() == 0;

	put("x.yaml", "pawl: 1\n");
	ck_assert_int_eq(chmod("x.yaml", 0), 0);
	if (root)
		ck_assert_int_eq(seteuid(65534), 0); /* root may read everything */
	assert_refused("x.yaml", "file-unreadable", "x.yaml may not be read by this user");
	if (root)
		ck_assert_int_eq(seteuid(0), 0);
}
END_TEST

START_TEST(too_many_directories_end)
{
	AUTO_TEXT struct text path = { 0 };

	for (int i = 0; i < 70; i++) {
		text_add(&path, i ? "/d" : "d");
		ck_assert_int_eq(mkdir(text_string(&path), 0777), 0);
	}
	ck_assert_int_eq(wish_load(&wish, "d", &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "too-deep");
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, files_come_in_the_order_of_their_bytes);
	tcase_add_test(tests, links_are_followed_but_not_in_circles);
	tcase_add_test(tests, a_link_to_nothing_is_an_error);
	tcase_add_test(tests, a_directory_without_files_says_so);
	tcase_add_test(tests, a_fifo_below_a_directory_is_refused_unopened);
	tcase_add_test(tests, pipes_that_are_named_are_read);
	tcase_add_test(tests, a_device_is_refused);
	tcase_add_test(tests, a_file_that_may_not_be_read_is_named);
	tcase_add_test(tests, too_many_directories_end);
}

int main(void)
{
	return suite_run("load_directory", add_tests);
}

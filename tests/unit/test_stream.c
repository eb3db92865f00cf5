/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What became of the output, however much of it there is. */
#include "../../src/cli/session.h"
#include "suite.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MUCH = 1 << 20 };

/* A pipe whose reader went away. */
static ssize_t refuse(void *cookie, const char *bytes, size_t n)
{
	(void)cookie, (void)bytes, (void)n;
	errno = EPIPE;
	return -1;
}

static int error_of(size_t length)
{
	FILE *out = fopencookie(NULL, "w", (cookie_io_functions_t){ .write = refuse });
	struct world world = { .out = out };
	struct session session = { .world = &world };
	AUTO_TEXT struct text text = { 0 };
	AUTO_FREE char *line = memory_new(1001, 1);

	memset(line, 'a', 1000);
	while (text.length < length)
		text_add(&text, line);
	session_print(&session, &text);
	fclose(out);
	return session.output_error;
}

START_TEST(the_error_of_little_output_is_known)
{
	ck_assert_int_eq(error_of(1), EPIPE);
}
END_TEST

START_TEST(the_error_of_much_output_is_known)
{
	ck_assert_int_eq(error_of(MUCH), EPIPE);
}
END_TEST

/* Larger than what is read of any file: nobody knows what it says. */
START_TEST(a_file_that_cannot_be_read_is_not_written_over)
{
	char path[] = "/tmp/pawl-stream.XXXXXX";
	const off_t much = ((off_t)256 << 20) + 1;
	struct session session = { 0 };
	struct stat there;
	int fd = mkstemp(path);

	ck_assert_int_ne(fd, -1);
	ck_assert_int_eq(ftruncate(fd, much), 0);
	ck_assert_int_eq(session_write_new(&session, path, "pawl: 1\n"), -1);
	ck_assert_str_eq(session.report.findings[0].id, "file-there");
	ck_assert_int_eq(fstat(fd, &there), 0);
	ck_assert_int_eq(there.st_size, much);
	/* an empty one has nothing to lose */
	ck_assert_int_eq(ftruncate(fd, 0), 0);
	ck_assert_int_eq(session_write_new(&session, path, "pawl: 1\n"), 0);
	close(fd);
	unlink(path);
	report_free(&session.report);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, the_error_of_little_output_is_known);
	tcase_add_test(tests, the_error_of_much_output_is_known);
	tcase_add_test(tests, a_file_that_cannot_be_read_is_not_written_over);
}

int main(void)
{
	return suite_run("stream", tests_add);
}

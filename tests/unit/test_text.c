/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Growing text, and memory. */
#include "suite.h"
#include "text.h"
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

START_TEST(text_grows_across_all_sizes)
{
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < 5000; i++) {
		ck_assert_uint_eq(text.length, i);
		text_add(&text, i % 2 ? "b" : "a");
		ck_assert_uint_eq(strlen(text.bytes), i + 1);
		ck_assert_uint_lt(text.length, text.room);
	}
	ck_assert_int_eq(text.bytes[0], 'a');
	ck_assert_int_eq(text.bytes[4999], 'b');
}
END_TEST

START_TEST(text_formats_across_all_sizes)
{
	for (int width = 0; width < 300; width++) {
		AUTO_TEXT struct text text = { 0 };

		text_addf(&text, "%*s", width, "");
		text_addf(&text, "%d|%*d", width, width, 7);
		ck_assert_uint_eq(text.length, strlen(text_string(&text)));
		ck_assert_int_eq(text.bytes[text.length - 1], '7');
	}
}
END_TEST

START_TEST(text_that_is_empty_is_a_string)
{
	struct text text = { 0 };
	char *taken;

	ck_assert_str_eq(text_string(&text), "");
	taken = text_take(&text);
	ck_assert_str_eq(taken, "");
	free(taken);
	text_add(&text, "");
	text_add_bytes(&text, NULL, 0);
	ck_assert_str_eq(text_string(&text), "");
	text_free(&text);
	text_free(&text);
}
END_TEST

/* It has not grown when so much has come, and is text from the start. */
START_TEST(text_has_room)
{
	AUTO_TEXT struct text text = { 0 };

	text_make_room(&text, 100);
	ck_assert_str_eq(text.bytes, "");
	const char *bytes = text.bytes;
	for (size_t i = 0; i < 100; i++)
		text_add(&text, "a");
	ck_assert_ptr_eq(text.bytes, bytes);
	text_make_room(&text, 5000);
	ck_assert_uint_eq(strlen(text.bytes), 100);
}
END_TEST

START_TEST(text_is_handed_over)
{
	struct text text = { 0 };
	char *taken;

	text_add(&text, "one");
	taken = text_take(&text);
	ck_assert_ptr_null(text.bytes);
	ck_assert_uint_eq(text.length, 0);
	text_add(&text, "two");
	ck_assert_str_eq(taken, "one");
	ck_assert_str_eq(text_string(&text), "two");
	free(taken);
	text_free(&text);
}
END_TEST

START_TEST(text_keeps_bytes_that_are_zero)
{
	AUTO_TEXT struct text text = { 0 };

	text_add_bytes(&text, "a\0b", 3);
	ck_assert_uint_eq(text.length, 3);
	ck_assert_mem_eq(text.bytes, "a\0b", 4);
}
END_TEST

START_TEST(print_makes_a_new_string)
{
	AUTO_FREE char *string = text_print("%s:%02x", "0000", 0x17);

	ck_assert_str_eq(string, "0000:17");
}
END_TEST

START_TEST(print_takes_what_is_long)
{
	for (int length = 126; length < 130; length++) {
		AUTO_FREE char *string = text_print("%0*d", length, 7);

		ck_assert_uint_eq(strlen(string), (size_t)length);
		ck_assert_str_eq(string + length - 2, "07");
	}
}
END_TEST

/* bytes, what a terminal may get of them */
static const struct {
	const char *bytes, *shown;
} printables[] = {
	{ "", "" }, { "plain ~ text", "plain ~ text" }, { "\x1b[31m", "\\x1b[31m" },
	{ "a\tb\nc\x7f", "a\\x09b\\x0ac\\x7f" },
	{ "n\xc3\xa4he \xe2\x82\xac \xf0\x9f\x98\x80", "n\xc3\xa4he \xe2\x82\xac \xf0\x9f\x98\x80" },
	{ "\xc2\x9b"
	  "31m",
		"\\xc2\\x9b31m" },                      /* C1 */
	{ "\xc2\xa0", "\xc2\xa0" },                     /* the first one after C1 */
	{ "\x80\xff\xfe", "\\x80\\xff\\xfe" },          /* never a first byte */
	{ "\xc0\xaf\xc1\xbf", "\\xc0\\xaf\\xc1\\xbf" }, /* longer than need be */
	{ "\xe0\x9f\xbf", "\\xe0\\x9f\\xbf" },          /* the same */
	{ "\xf0\x8f\xbf\xbf", "\\xf0\\x8f\\xbf\\xbf" }, /* the same */
	{ "\xed\xa0\x80", "\\xed\\xa0\\x80" },          /* a surrogate */
	{ "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80" }, /* above U+10FFFF */
	{ "\xf5\x80\x80\x80", "\\xf5\\x80\\x80\\x80" }, /* the same */
	{ "\xe2\x82", "\\xe2\\x82" },                   /* cut off */
	{ "\xe2\x82z", "\\xe2\\x82z" },                 /* the same, text goes on */
	{ "x\xe2\x80\xae"
	  "y",
		"x\\xe2\\x80\\xaey" },                                    /* right to left from here */
	{ "\xe2\x81\xa6\xe2\x80\x8b", "\\xe2\\x81\\xa6\\xe2\\x80\\x8b" }, /* isolate, no width */
	{ "\xef\xbb\xbf{", "\\xef\\xbb\\xbf{" },                          /* byte order mark */
	{ "\xe2\x80\x93\xef\xbb\xbe", "\xe2\x80\x93\xef\xbb\xbe" },       /* their neighbours */
};

START_TEST(what_is_not_printable_is_escaped)
{
	AUTO_TEXT struct text text = { 0 };

	text_add_printable(&text, printables[_i].bytes, strlen(printables[_i].bytes));
	ck_assert_str_eq(text_string(&text), printables[_i].shown);
}
END_TEST

START_TEST(zero_bytes_are_escaped)
{
	AUTO_TEXT struct text text = { 0 };

	text_add_printable(&text, "a\0b", 3);
	ck_assert_str_eq(text_string(&text), "a\\x00b");
	ck_assert_uint_eq(character_length("", 0), 0);
}
END_TEST

START_TEST(memory_is_zeroed)
{
	AUTO_FREE unsigned char *bytes = memory_new(100, 3);
	AUTO_FREE void *nothing = memory_new(0, 8);

	for (size_t i = 0; i < 300; i++)
		ck_assert_uint_eq(bytes[i], 0);
	ck_assert_ptr_nonnull(nothing);
}
END_TEST

START_TEST(arrays_grow_and_keep_what_they_hold)
{
	AUTO_FREE uint64_t *numbers = NULL;

	for (size_t n = 0; n < 1000; n++) {
		numbers = memory_grow(numbers, n, sizeof(*numbers));
		ck_assert_uint_eq(numbers[n], 0);
		numbers[n] = n * n + 1;
	}
	for (size_t n = 0; n < 1000; n++)
		ck_assert_uint_eq(numbers[n], n * n + 1);
}
END_TEST

START_TEST(arrays_may_shrink_and_grow_again)
{
	AUTO_FREE uint64_t *numbers = NULL;

	for (size_t n = 0; n < 9; n++)
		numbers = memory_grow(numbers, n, sizeof(*numbers));
	for (size_t n = 2; n < 40; n++) {
		numbers = memory_grow(numbers, n, sizeof(*numbers));
		numbers[n] = n;
	}
	for (size_t n = 2; n < 40; n++)
		ck_assert_uint_eq(numbers[n], n);
}
END_TEST

/* Who adds to a copy must not write beyond it: malloc_usable_size tells what a sanitizer would. */
START_TEST(copies_of_arrays_grow_as_well)
{
	uint64_t numbers[40];

	for (size_t n = 0; n < 40; n++)
		numbers[n] = n;
	ck_assert_ptr_null(memory_copy_grown(numbers, 0, sizeof(*numbers)));
	for (size_t n = 1; n < 40; n++) {
		AUTO_FREE uint64_t *copy = memory_copy_grown(numbers, n, sizeof(*numbers));

		ck_assert_mem_eq(copy, numbers, n * sizeof(*numbers));
		copy = memory_grow(copy, n, sizeof(*copy));
		ck_assert_uint_ge(malloc_usable_size(copy), (n + 1) * sizeof(*copy));
		ck_assert_uint_eq(copy[n], 0);
	}
}
END_TEST

/* AddressSanitizer asks for its options here (its documentation, "Run-time flags"): without this one its own
 * calloc would end the program before ours can. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}

/* The child says on its standard error, our pipe, why it ends. */
static void ask_for_too_much(int messages)
{
	dup2(messages, STDERR_FILENO);
	memory_new(SIZE_MAX / 16, 8);
	_exit(0);
}

START_TEST(no_memory_ends_the_program)
{
	char message[4096] = "";
	int ends[2], status;
	pid_t child;

	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	if (child == 0)
		ask_for_too_much(ends[1]);
	close(ends[1]);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 1);
	ck_assert_int_gt(read(ends[0], message, sizeof(message) - 1), 0);
	ck_assert_ptr_nonnull(strstr(message, "out of memory"));
	close(ends[0]);
}
END_TEST

START_TEST(file_descriptors_close_with_their_scope)
{
	int copy, none = -1;
	{
		AUTO_CLOSE int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);

		ck_assert_int_ge(fd, 0);
		copy = fd;
	}
	ck_assert_int_eq(fcntl(copy, F_GETFD), -1);
	ck_assert_int_eq(errno, EBADF);
	release_fd(&none);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, text_grows_across_all_sizes);
	tcase_add_test(tests, text_formats_across_all_sizes);
	tcase_add_test(tests, text_that_is_empty_is_a_string);
	tcase_add_test(tests, text_has_room);
	tcase_add_test(tests, text_is_handed_over);
	tcase_add_test(tests, text_keeps_bytes_that_are_zero);
	tcase_add_test(tests, print_makes_a_new_string);
	tcase_add_test(tests, print_takes_what_is_long);
	tcase_add_loop_test(
		tests, what_is_not_printable_is_escaped, 0, (int)(sizeof(printables) / sizeof(*printables)));
	tcase_add_test(tests, zero_bytes_are_escaped);
	tcase_add_test(tests, memory_is_zeroed);
	tcase_add_test(tests, arrays_grow_and_keep_what_they_hold);
	tcase_add_test(tests, copies_of_arrays_grow_as_well);
	tcase_add_test(tests, arrays_may_shrink_and_grow_again);
	tcase_add_test(tests, no_memory_ends_the_program);
	tcase_add_test(tests, file_descriptors_close_with_their_scope);
}

int main(void)
{
	return suite_run("text", tests_add);
}

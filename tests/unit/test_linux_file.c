/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux_file.c: reading, writing, listing, links and gathering below a root.
 */
#include "linux_fixture.h"
#include <sys/inotify.h>
#include <sys/resource.h>

START_TEST(read_answers_the_bytes)
{
	make_file("value", "a\0b\n", 4);
	ck_assert_int_eq(do_path(OP_READ, "value"), 0);
	ck_assert_uint_eq(done.len, 4);
	ck_assert_mem_eq(done.data, "a\0b\n\0", 5);
	make_text("empty", "");
	ck_assert_int_eq(do_path(OP_READ, "empty"), 0);
	ck_assert_uint_eq(done.len, 0);
	ck_assert_str_eq(done.data, "");
}
END_TEST

START_TEST(read_says_why_not)
{
	make_directory("directory");
	make_text("value", "1\n");
	ck_assert_int_eq(symlink("loop", below("loop")), 0);
	ck_assert_int_eq(do_path(OP_READ, "missing"), ENOENT);
	ck_assert_int_eq(do_path(OP_READ, ""), ENOENT);
	ck_assert_int_eq(do_path(OP_READ, "directory"), EISDIR);
	ck_assert_int_eq(do_path(OP_READ, "value/below"), ENOTDIR);
	ck_assert_int_eq(do_path(OP_READ, "loop"), ELOOP);
}
END_TEST

START_TEST(read_takes_64_mebibytes_at_most)
{
	size_t most = 64 * 1024 * 1024;
	char *bytes = memory_new(most + 1, 1);

	memset(bytes, 'x', most + 1);
	make_file("most", bytes, most);
	make_file("more", bytes, most + 1);
	ck_assert_int_eq(do_path(OP_READ, "most"), 0);
	ck_assert_uint_eq(done.len, most);
	ck_assert_mem_eq(done.data, bytes, most);
	ck_assert_int_eq(do_path(OP_READ, "more"), EFBIG);
	ck_assert_uint_eq(done.len, 0);
	ck_assert_int_eq(
		do_op((struct op){ .verb = OP_READ, .path = "most", .deadline_ns = 20 * SECOND }), 0);
	ck_assert_uint_eq(done.len, most);
	ck_assert_mem_eq(done.data, bytes, most);
	free(bytes);
}
END_TEST

START_TEST(links_stay_below_the_root)
{
	char inside[128];

	make_text("target", "inside\n");
	snprintf(inside, sizeof(inside), "%s/target", root);
	ck_assert_int_eq(symlink("/target", below("absolute")), 0);
	ck_assert_int_eq(symlink("../../../../../../target", below("climbs")), 0);
	ck_assert_int_eq(symlink(inside, below("leaves")), 0);
	ck_assert_int_eq(do_path(OP_READ, "absolute"), 0);
	ck_assert_str_eq(done.data, "inside\n");
	ck_assert_int_eq(do_path(OP_READ, "climbs"), 0);
	ck_assert_str_eq(done.data, "inside\n");
	ck_assert_int_eq(do_path(OP_READ, "../../target"), 0);
	ck_assert_int_eq(do_path(OP_READ, "leaves"), ENOENT);
	ck_assert_int_eq(do_text(OP_WRITE, "leaves", "out"), ENOENT);
	ck_assert_str_eq(file_text("target"), "inside\n");
}
END_TEST

START_TEST(write_neither_makes_nor_empties)
{
	make_text("value", "abcdef");
	ck_assert_int_eq(do_text(OP_WRITE, "value", "XY"), 0);
	ck_assert_str_eq(file_text("value"), "XYcdef");
	ck_assert_int_eq(do_text(OP_WRITE, "missing", "1"), ENOENT);
	ck_assert_ptr_null(file_text("missing"));
	make_directory("directory");
	ck_assert_int_eq(do_text(OP_WRITE, "directory", "1"), EISDIR);
}
END_TEST

START_TEST(write_taken_in_part_is_an_error)
{
	const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY }, three = { 3, RLIM_INFINITY };

	make_text("value", "");
	/* no assertion while it lasts: libcheck writes files as well */
	int limited = setrlimit(RLIMIT_FSIZE, &three);
	int err = do_text(OP_WRITE, "value", "123456");
	setrlimit(RLIMIT_FSIZE, &all);
	ck_assert_int_eq(limited, 0);
	ck_assert_int_eq(err, EIO);
	ck_assert_str_eq(file_text("value"), "123");
}
END_TEST

START_TEST(list_is_sorted)
{
	make_directory("sys/b");
	make_text("sys/c", "");
	make_text("sys/.hidden", "");
	ck_assert_int_eq(symlink("nowhere", below("sys/a")), 0);
	ck_assert_int_eq(do_path(OP_LIST, "sys"), 0);
	ck_assert_str_eq(done.data, ".hidden\na\nb\nc\n");
	ck_assert_int_eq(do_path(OP_LIST, "sys/b"), 0);
	ck_assert_str_eq(done.data, "");
	ck_assert_int_eq(do_path(OP_LIST, "."), 0);
	ck_assert_str_eq(done.data, "sys\n");
	ck_assert_int_eq(do_path(OP_LIST, "sys/c"), ENOTDIR);
	ck_assert_int_eq(do_path(OP_LIST, "missing"), ENOENT);
}
END_TEST

START_TEST(link_is_read_not_followed)
{
	make_text("value", "");
	ck_assert_int_eq(symlink("../../bus/drivers/nobody", below("driver")), 0);
	ck_assert_int_eq(do_path(OP_LINK, "driver"), 0);
	ck_assert_str_eq(done.data, "../../bus/drivers/nobody");
	ck_assert_uint_eq(done.len, strlen("../../bus/drivers/nobody"));
	ck_assert_int_eq(do_path(OP_LINK, "value"), EINVAL);
	ck_assert_int_eq(do_path(OP_LINK, "missing"), ENOENT);
}
END_TEST

static int gather(const char *path, const char *names, size_t length)
{
	return do_op((struct op){ .verb = OP_GATHER, .path = path, .in = names, .in_len = length });
}

START_TEST(gather_keeps_the_order)
{
	static const char names[] = "vendor\0missing\0driver@\0empty\0power/status\0none@\0vendor";
	static const char expected[] = "=0x19e5\0-\0=../drivers/x\0=\0=active\n\0-\0=0x19e5";

	make_directory("real/power");
	make_text("real/vendor", "0x19e5\n");
	make_text("real/empty", "\n");
	make_text("real/power/status", "active\n\n");
	ck_assert_int_eq(symlink("../drivers/x", below("real/driver")), 0);
	ck_assert_int_eq(symlink("real", below("device")), 0);
	ck_assert_int_eq(gather("device", names, sizeof(names)), 0);
	ck_assert_uint_eq(done.len, sizeof(expected));
	ck_assert_mem_eq(done.data, expected, sizeof(expected));
	ck_assert_int_eq(gather("device", "", 0), 0);
	ck_assert_uint_eq(done.len, 0);
}
END_TEST

START_TEST(gather_tells_unreadable_from_absent)
{
	static const char names[] = "a\0directory\0link\0binary\0vendor@\0../outside\0..\0z";
	const char *at;

	make_directory("device/directory");
	make_text("outside", "1\n");
	make_text("device/a", "1");
	make_text("device/vendor", "1");
	make_text("device/z", "26\n");
	make_file("device/binary", "1\0002", 3);
	ck_assert_int_eq(symlink("a", below("device/link")), 0);
	ck_assert_int_eq(gather("device", names, sizeof(names)), 0);
	at = done.data;
	ck_assert_str_eq(at, "=1");
	for (int i = 0; i < 6; i++) {
		at += strlen(at) + 1;
		ck_assert_int_eq(*at, '?');
		ck_assert_str_ne(at, "?");
	}
	at += strlen(at) + 1;
	ck_assert_str_eq(at, "=26");
	ck_assert_ptr_eq(at + strlen(at) + 1, (char *)done.data + done.len);
}
END_TEST

START_TEST(gather_of_long_values)
{
	char value[3 * 4096];

	make_directory("device");
	memset(value, 'v', sizeof(value));
	for (size_t length = 4095; length <= sizeof(value); length += 4096) {
		make_file("device/long", value, length);
		ck_assert_int_eq(gather("device", "long", 5), 0);
		ck_assert_uint_eq(done.len, length + 2);
		ck_assert_mem_eq((char *)done.data + 1, value, length);
	}
	make_file("device/long", value, 4096);
	ck_assert_int_eq(gather("device", "long", 5), 0);
	ck_assert_uint_eq(done.len, 4096 + 2);
}
END_TEST

START_TEST(gather_takes_64_kibibytes_at_most)
{
	size_t most = 64 * 1024;
	AUTO_FREE char *value = memory_new(most + 1, 1);

	make_directory("device");
	memset(value, 'v', most + 1);
	make_file("device/most", value, most);
	make_file("device/more", value, most + 1);
	make_text("device/z", "26\n");
	ck_assert_int_eq(gather("device", "most", 5), 0);
	ck_assert_uint_eq(done.len, most + 2);
	ck_assert_int_eq(gather("device", "more\0z", 7), 0);
	ck_assert_mem_eq(done.data, "?longer than 65536 bytes\0=26", 29);
	ck_assert_uint_eq(done.len, 29);
	ck_assert_int_eq(truncate(below("device/more"), 300 * 1024 * 1024), 0);
	ck_assert_int_eq(gather("device", "more\0z", 7), 0);
	ck_assert_uint_lt(done.len, 100);
}
END_TEST

/* Opening one waits for the other end, or reading for what comes out, and no signal ends that. */
START_TEST(a_pipe_holds_up_nobody)
{
	make_directory("device");
	make_text("device/z", "26\n");
	make_text("device/empty", "");
	ck_assert_int_eq(mkfifo(below("device/pipe"), 0600), 0);
	for (int i = 0; i < 2; i++) {
		int writer = i ? open(below("device/pipe"), O_RDWR | O_CLOEXEC) : -1;

		alarm(10);
		ck_assert_int_eq(do_path(OP_READ, "device/pipe"), EINVAL);
		ck_assert_ptr_nonnull(strstr(done.data, "device/pipe is a pipe"));
		ck_assert_int_eq(do_text(OP_WRITE, "device/pipe", "1"), EINVAL);
		ck_assert_ptr_nonnull(strstr(done.data, "device/pipe is a pipe"));
		ck_assert_int_eq(do_path(OP_LIST, "device/pipe"), ENOTDIR);
		ck_assert_int_eq(gather("device", "empty\0pipe\0z", 13), 0);
		ck_assert_mem_eq(done.data, "=\0?pipe is a pipe", 17);
		ck_assert_str_eq((char *)done.data + done.len - 4, "=26");
		alarm(0);
		if (writer >= 0)
			close(writer);
	}
	ck_assert_int_eq(mknod(below("device/socket"), S_IFSOCK | 0600, 0), 0);
	ck_assert_int_eq(do_path(OP_READ, "device/socket"), EINVAL);
}
END_TEST

START_TEST(gather_needs_a_directory)
{
	make_text("value", "");
	ck_assert_int_eq(gather("missing", "a", 2), ENOENT);
	ck_assert_int_eq(gather("value", "a", 2), ENOTDIR);
	ck_assert_int_eq(gather(".", "unended", 7), EINVAL);
}
END_TEST

/* IN_CLOSE_WRITE also comes for a file that was opened for writing and not written. */
START_TEST(reading_never_writes)
{
	const uint32_t writes = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVE;
	int notes = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	char note[4096];

	make_directory("run/pawl");
	make_text("run/value", "1\n");
	make_text("run/pawl/0000:17:00.lock", "");
	ck_assert_int_eq(symlink("value", below("run/link")), 0);
	ck_assert_int_ge(inotify_add_watch(notes, root, writes), 0);
	ck_assert_int_ge(inotify_add_watch(notes, below("run"), writes), 0);
	ck_assert_int_ge(inotify_add_watch(notes, below("run/pawl"), writes), 0);
	for (uint64_t deadline = 0; deadline <= 20 * SECOND; deadline += 20 * SECOND) {
		struct op op = { .path = "run/value", .deadline_ns = deadline, .lock = "0000:17:00" };

		op.verb = OP_READ;
		ck_assert_int_eq(do_op(op), 0);
		op.lock = "0000:18:00";
		ck_assert_int_eq(do_op(op), 0);
		op = (struct op){ OP_LINK, "run/link", NULL, 0, deadline, "0000:18:00" };
		ck_assert_int_eq(do_op(op), 0);
		op = (struct op){ OP_LIST, "run", NULL, 0, deadline, "0000:17:00" };
		ck_assert_int_eq(do_op(op), 0);
		op = (struct op){ OP_GATHER, "run", "value\0link@", 12, deadline, "0000:17:00" };
		ck_assert_int_eq(do_op(op), 0);
	}
	ck_assert_int_eq(read(notes, note, sizeof(note)), -1);
	ck_assert_int_eq(errno, EAGAIN);
	ck_assert_int_eq(do_text(OP_WRITE, "run/value", "2"), 0);
	ck_assert_int_gt(read(notes, note, sizeof(note)), 0);
	close(notes);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, read_answers_the_bytes);
	tcase_add_test(tests, read_says_why_not);
	tcase_add_test(tests, read_takes_64_mebibytes_at_most);
	tcase_add_test(tests, links_stay_below_the_root);
	tcase_add_test(tests, write_neither_makes_nor_empties);
	tcase_add_test(tests, write_taken_in_part_is_an_error);
	tcase_add_test(tests, list_is_sorted);
	tcase_add_test(tests, link_is_read_not_followed);
	tcase_add_test(tests, gather_keeps_the_order);
	tcase_add_test(tests, gather_tells_unreadable_from_absent);
	tcase_add_test(tests, gather_of_long_values);
	tcase_add_test(tests, gather_takes_64_kibibytes_at_most);
	tcase_add_test(tests, a_pipe_holds_up_nobody);
	tcase_add_test(tests, gather_needs_a_directory);
	tcase_add_test(tests, reading_never_writes);
}

int main(void)
{
	return suite_run("linux_file", tests_add);
}

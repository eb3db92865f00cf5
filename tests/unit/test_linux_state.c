/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux_state.c: files that stay whole, and directories that are nobody else's.
 */
#include "linux_fixture.h"
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#define JOURNAL "var/lib/pawl/journal"

/*
 * Past the limit a write is taken in part, and the next one not at all: a disk that is full. Nothing is
 * asserted while it lasts, because libcheck writes files as well.
 */
static int do_limited(rlim_t most, enum op_verb verb, const char *path, const char *text)
{
	const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY }, limit = { most, RLIM_INFINITY };

	signal(SIGXFSZ, SIG_IGN);
	int limited = setrlimit(RLIMIT_FSIZE, &limit);
	int err = do_text(verb, path, text);
	setrlimit(RLIMIT_FSIZE, &all);
	ck_assert_int_eq(limited, 0);
	return err;
}

START_TEST(append_makes_what_is_missing)
{
	umask(0);
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "one\n"), 0);
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "two\n"), 0);
	ck_assert_str_eq(file_text(JOURNAL), "one\ntwo\n");
	ck_assert_uint_eq(file_mode(JOURNAL), 0600);
	ck_assert_uint_eq(file_mode("var/lib/pawl"), 0700);
	ck_assert_uint_eq(file_mode("var/lib"), 0755);
	ck_assert_uint_eq(file_mode("var"), 0755);
	ck_assert_int_eq(do_text(OP_APPEND, "var/lib/pawl/deep/er/file", "x"), 0);
	ck_assert_uint_eq(file_mode("var/lib/pawl/deep/er"), 0700);
}
END_TEST

START_TEST(append_says_why_not)
{
	make_directory("directory");
	make_text("file", "");
	ck_assert_int_eq(symlink("file", below("link")), 0);
	ck_assert_int_eq(do_text(OP_APPEND, "link", "x"), ELOOP);
	ck_assert_int_eq(do_text(OP_APPEND, "directory", "x"), EISDIR);
	ck_assert_int_eq(do_text(OP_APPEND, "file/below", "x"), ENOTDIR);
	ck_assert_str_eq(file_text("file"), "");
}
END_TEST

START_TEST(append_leaves_no_half_line)
{
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "one\n"), 0);
	ck_assert_int_eq(do_limited(6, OP_APPEND, JOURNAL, "two two\n"), EFBIG);
	ck_assert_str_eq(file_text(JOURNAL), "one\n");
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "two\n"), 0);
	ck_assert_str_eq(file_text(JOURNAL), "one\ntwo\n");
}
END_TEST

START_TEST(replace_puts_a_whole_file)
{
	umask(0);
	ck_assert_int_eq(do_text(OP_REPLACE, "var/lib/pawl/ledger", "a longer text\n"), 0);
	ck_assert_uint_eq(file_mode("var/lib/pawl/ledger"), 0600);
	ck_assert_uint_eq(file_mode("var/lib/pawl"), 0700);
	make_text("var/lib/pawl/.ledger.new", "of a run that was killed");
	ck_assert_int_eq(do_text(OP_REPLACE, "var/lib/pawl/ledger", "short\n"), 0);
	ck_assert_str_eq(file_text("var/lib/pawl/ledger"), "short\n");
	ck_assert_int_eq(do_path(OP_LIST, "var/lib/pawl"), 0);
	ck_assert_str_eq(done.data, "ledger\n");
}
END_TEST

START_TEST(replace_keeps_the_old_file_when_the_disk_is_full)
{
	ck_assert_int_eq(do_text(OP_REPLACE, "var/lib/pawl/ledger", "old\n"), 0);
	ck_assert_int_eq(do_limited(6, OP_REPLACE, "var/lib/pawl/ledger", "new and longer\n"), EFBIG);
	ck_assert_str_eq(file_text("var/lib/pawl/ledger"), "old\n");
	ck_assert_int_eq(do_path(OP_LIST, "var/lib/pawl"), 0);
	ck_assert_str_eq(done.data, "ledger\n");
}
END_TEST

START_TEST(replace_elsewhere_keeps_the_mode)
{
	make_directory("etc");
	make_text("etc/options", "old\n");
	ck_assert_int_eq(chmod(below("etc/options"), 0640), 0);
	ck_assert_int_eq(do_text(OP_REPLACE, "etc/options", "new\n"), 0);
	ck_assert_uint_eq(file_mode("etc/options"), 0640);
	ck_assert_int_eq(do_text(OP_REPLACE, "etc/fresh", "new\n"), 0);
	ck_assert_uint_eq(file_mode("etc/fresh"), 0644);
	ck_assert_int_eq(do_text(OP_REPLACE, "etc/missing/fresh", "new\n"), ENOENT);
}
END_TEST

START_TEST(replace_says_why_not)
{
	make_directory("etc/directory");
	make_text("etc/file", "old\n");
	ck_assert_int_eq(symlink("file", below("etc/link")), 0);
	ck_assert_int_eq(mkfifo(below("etc/pipe"), 0600), 0);
	ck_assert_int_eq(do_text(OP_REPLACE, "etc/link", "x"), ELOOP);
	ck_assert_int_eq(do_text(OP_REPLACE, "etc/directory", "x"), EISDIR);
	ck_assert_int_eq(do_text(OP_REPLACE, "etc/pipe", "x"), EINVAL);
	ck_assert_str_eq(file_text("etc/file"), "old\n");
	ck_assert_int_eq(do_path(OP_LIST, "etc"), 0);
	ck_assert_str_eq(done.data, "directory\nfile\nlink\npipe\n");
}
END_TEST

static void assert_refused(const char *word)
{
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "x"), EPERM);
	ck_assert_ptr_nonnull(strstr(done.data, "var/lib/pawl"));
	ck_assert_ptr_nonnull(strstr(done.data, word));
	ck_assert_int_eq(do_text(OP_REPLACE, "var/lib/pawl/ledger", "x"), EPERM);
	ck_assert_ptr_nonnull(strstr(done.data, word));
	ck_assert_ptr_null(file_text(JOURNAL));
}

START_TEST(a_file_that_others_can_write_is_refused)
{
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "one\n"), 0);
	ck_assert_int_eq(chmod(below(JOURNAL), 0622), 0);
	ck_assert_int_eq(do_path(OP_READ, JOURNAL), EPERM);
	ck_assert_ptr_nonnull(strstr(done.data, JOURNAL " can be written by others (mode 0622)"));
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "two\n"), EPERM);
	ck_assert_ptr_nonnull(strstr(done.data, "mode 0622"));
	ck_assert_str_eq(file_text(JOURNAL), "one\n");
	ck_assert_int_eq(chmod(below(JOURNAL), 0644), 0);
	ck_assert_int_eq(do_path(OP_READ, JOURNAL), 0);
}
END_TEST

START_TEST(state_that_others_can_write_is_refused)
{
	make_directory("var/lib/pawl");
	make_directory("run/pawl");
	ck_assert_int_eq(chmod(below("var/lib/pawl"), 0777), 0);
	assert_refused("mode 0777");
	ck_assert_int_eq(chmod(below("var/lib/pawl"), 0770), 0);
	assert_refused("mode 0770");
	ck_assert_int_eq(chmod(below("run/pawl"), 0702), 0);
	ck_assert_int_eq(do_path(OP_LOCK, "host"), EPERM);
	ck_assert_ptr_nonnull(strstr(done.data, "run/pawl"));
	ck_assert_int_eq(chmod(below("var/lib/pawl"), 0755), 0);
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "x"), 0);
}
END_TEST

START_TEST(state_of_another_user_is_refused)
{
	make_directory("var/lib/pawl");
	if (chown(below("var/lib/pawl"), 12345, 0) == -1) {
		ck_assert_uint_ne(geteuid(), 0);
		return;
	}
	assert_refused("user 12345");
	ck_assert_int_eq(chown(below("var/lib/pawl"), 0, 0), 0);
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "x"), 0);
}
END_TEST

/* Whoever could have put it there must not tell root what to undo. */
START_TEST(a_journal_of_others_is_not_believed)
{
	ck_assert_int_eq(do_path(OP_READ, JOURNAL), ENOENT);
	make_directory("var/lib/pawl");
	ck_assert_int_eq(do_path(OP_READ, JOURNAL), ENOENT);
	make_text(JOURNAL, "one\n");
	ck_assert_int_eq(do_path(OP_READ, JOURNAL), 0);
	ck_assert_int_eq(chmod(below("var/lib/pawl"), 0777), 0);
	for (uint64_t deadline = 0; deadline <= 20 * SECOND; deadline += 20 * SECOND) {
		ck_assert_int_eq(
			do_op((struct op){ .verb = OP_READ, .path = JOURNAL, .deadline_ns = deadline }),
			EPERM);
		ck_assert_str_eq(done.data, "var/lib/pawl can be written by others (mode 0777)");
	}
	ck_assert_int_eq(chmod(below("var/lib/pawl"), 0700), 0);
	if (chown(below("var/lib/pawl"), 12345, 0) == -1)
		return;
	ck_assert_int_eq(do_path(OP_READ, JOURNAL), EPERM);
	ck_assert_ptr_nonnull(strstr(done.data, "user 12345"));
}
END_TEST

START_TEST(a_pipe_is_no_journal)
{
	make_directory("var/lib/pawl");
	ck_assert_int_eq(mkfifo(below(JOURNAL), 0600), 0);
	alarm(10);
	ck_assert_int_eq(do_path(OP_READ, JOURNAL), EINVAL);
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "x\n"), EINVAL);
	ck_assert_ptr_nonnull(strstr(done.data, "journal is a pipe"));
	int reader = open(below(JOURNAL), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	ck_assert_int_eq(do_text(OP_APPEND, JOURNAL, "x\n"), EINVAL);
	close(reader);
	alarm(0);
}
END_TEST

/* 64 KiB of file system; only root can make one. */
START_TEST(full_disk)
{
	static char line[4096];
	int err = 0;

	make_directory("var/lib/pawl");
	if (unshare(CLONE_NEWNS) == -1 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == -1 ||
		mount("tmpfs", below("var/lib/pawl"), "tmpfs", 0, "size=64k,mode=0700") == -1) {
		ck_assert_int_eq(errno, EPERM);
		return;
	}
	/* the host's own root is one of the mount namespace that was left */
	host_free(host);
	host = host_open();
	memset(line, 'x', sizeof(line) - 2);
	line[sizeof(line) - 2] = '\n';
	ck_assert_int_eq(do_text(OP_REPLACE, "var/lib/pawl/ledger", "old\n"), 0);
	for (int i = 0; i < 100 && err == 0; i++)
		err = do_text(OP_APPEND, JOURNAL, line);
	ck_assert_int_eq(err, ENOSPC);
	ck_assert_int_eq(do_text(OP_REPLACE, "var/lib/pawl/ledger", line), ENOSPC);
	ck_assert_str_eq(file_text("var/lib/pawl/ledger"), "old\n");
	const char *journal = file_text(JOURNAL);
	ck_assert_uint_gt(strlen(journal), 0);
	ck_assert_uint_eq(strlen(journal) % strlen(line), 0);
	ck_assert_int_eq(umount2(below("var/lib/pawl"), MNT_DETACH), 0);
}
END_TEST

START_TEST(helpers_write_state_too)
{
	size_t length = 300 * 1000;
	char *bytes = memory_new(length + 1, 1);

	memset(bytes, 'b', length);
	make_directory("etc");
	struct op op = { OP_REPLACE, "etc/big", bytes, length, 20 * SECOND, NULL };
	ck_assert_int_eq(do_op(op), 0);
	ck_assert_int_eq(do_path(OP_READ, "etc/big"), 0);
	ck_assert_uint_eq(done.len, length);
	ck_assert_mem_eq(done.data, bytes, length);
	free(bytes);
	op = (struct op){ OP_APPEND, JOURNAL, "line\n", 5, 20 * SECOND, NULL };
	ck_assert_int_eq(do_op(op), 0);
	ck_assert_str_eq(file_text(JOURNAL), "line\n");
	ck_assert_int_eq(chmod(below("var/lib/pawl"), 0777), 0);
	ck_assert_int_eq(do_op(op), EPERM);
	ck_assert_ptr_nonnull(strstr(done.data, "mode 0777"));
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, append_makes_what_is_missing);
	tcase_add_test(tests, append_says_why_not);
	tcase_add_test(tests, append_leaves_no_half_line);
	tcase_add_test(tests, replace_puts_a_whole_file);
	tcase_add_test(tests, replace_keeps_the_old_file_when_the_disk_is_full);
	tcase_add_test(tests, replace_elsewhere_keeps_the_mode);
	tcase_add_test(tests, replace_says_why_not);
	tcase_add_test(tests, a_file_that_others_can_write_is_refused);
	tcase_add_test(tests, state_that_others_can_write_is_refused);
	tcase_add_test(tests, state_of_another_user_is_refused);
	tcase_add_test(tests, a_journal_of_others_is_not_believed);
	tcase_add_test(tests, a_pipe_is_no_journal);
	tcase_add_test(tests, full_disk);
	tcase_add_test(tests, helpers_write_state_too);
}

int main(void)
{
	return suite_run("linux_state", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux_fixture.h: a machine's root in a temporary directory, for the tests of src/host/linux*.c.
 */
#ifndef LINUX_FIXTURE_H
#define LINUX_FIXTURE_H

#include "host.h"
#include "report.h"
#include "suite.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MILLISECOND UINT64_C(1000000)
#define SECOND      (1000 * MILLISECOND)

static char root[64];
static struct host *host;
static struct done done;

static inline char *below(const char *path)
{
	static char whole[4][4096];
	static unsigned turn;
	char *at = whole[turn++ % 4];

	snprintf(at, sizeof(whole[0]), "%s/%s", root, path);
	return at;
}

static inline struct host *host_open(void)
{
	struct report report = { 0 };
	struct host *opened = host_linux_new(root, &report);

	ck_assert_ptr_nonnull(opened);
	ck_assert_uint_eq(report.n, 0);
	return opened;
}

/* As the host's: 1 and what is done. */
static inline int next(void)
{
	done_free(&done);
	return host->ops->next(host, &done);
}

static inline void fixture_start(void)
{
	/* a test may run under nohup(1), and what was ignored stays so */
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	snprintf(root, sizeof(root), "/tmp/pawl-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(root));
	host = host_open();
}

static inline int fixture_remove(const char *path, const struct stat *about, int type, struct FTW *at)
{
	(void)about, (void)type, (void)at;
	return remove(path);
}

static inline void fixture_end(void)
{
	done_free(&done);
	host_free(host);
	nftw(root, fixture_remove, 16, FTW_DEPTH | FTW_PHYS);
}

static inline void make_directory(const char *path)
{
	char *whole = below(path);

	for (char *slash = strchr(whole + strlen(root) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(whole, 0755);
		*slash = '/';
	}
	mkdir(whole, 0755);
}

static inline void make_file(const char *path, const void *bytes, size_t length)
{
	int fd = open(below(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, bytes, length), (ssize_t)length);
	close(fd);
}

static inline void make_text(const char *path, const char *text)
{
	make_file(path, text, strlen(text));
}

/* The file as a string that lives until the next call; NULL when there is none. */
static inline const char *file_text(const char *path)
{
	static char text[65536];
	int fd = open(below(path), O_RDONLY | O_CLOEXEC);

	if (fd == -1)
		return NULL;
	ssize_t n = read(fd, text, sizeof(text) - 1);
	close(fd);
	ck_assert_int_ge(n, 0);
	text[n] = '\0';
	return text;
}

/* How the child ended that does this, at most ten seconds after: a status of wait(2). */
static inline int child_do(void (*what)(void))
{
	pid_t child = fork();
	int status = -1;

	ck_assert_int_ne(child, -1);
	if (child == 0) {
		signal(SIGALRM, SIG_DFL);
		alarm(10);
		what();
		_exit(0);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	return status;
}

static inline mode_t file_mode(const char *path)
{
	struct stat about;

	ck_assert_int_eq(lstat(below(path), &about), 0);
	return about.st_mode & 07777;
}

static inline int do_op(struct op op)
{
	done_free(&done);
	return host_do(host, &op, &done);
}

static inline int do_text(enum op_verb verb, const char *path, const char *text)
{
	return do_op((struct op){ .verb = verb, .path = path, .in = text, .in_len = strlen(text) });
}

static inline int do_path(enum op_verb verb, const char *path)
{
	return do_op((struct op){ .verb = verb, .path = path });
}

/* Each test of the case gets a root of its own. */
static inline void fixture_use(TCase *tests)
{
	tcase_add_checked_fixture(tests, fixture_start, fixture_end);
}

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* users_fixture.h: a machine's /proc and /sys in a temporary directory, and whom a source sees there. */
#ifndef USERS_FIXTURE_H
#define USERS_FIXTURE_H

#include "../../src/host/linux_users.h"
#include "linux_fixture.h"

static struct users seen;

static inline void make_link(const char *path, const char *target)
{
	AUTO_FREE char *directory = string_copy(path);

	*strrchr(directory, '/') = '\0';
	make_directory(directory);
	ck_assert_int_eq(symlink(target, below(path)), 0);
}

static inline void make_file_in(const char *path, const char *text)
{
	AUTO_FREE char *directory = string_copy(path);

	*strrchr(directory, '/') = '\0';
	make_directory(directory);
	make_text(path, text);
}

/* Looks once more, at the root's directory. */
static inline void look_again(void (*see)(int root, struct users *))
{
	AUTO_CLOSE int fd = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);

	users_free(&seen);
	see(fd, &seen);
}

/* All that was seen is this: what OP_USERS answers. */
static inline void check_seen(const char *lines)
{
	AUTO_TEXT struct text text = { 0 };

	users_print(&seen, &text);
	ck_assert_str_eq(text_string(&text), lines);
}

static inline void users_fixture_end(void)
{
	users_free(&seen);
	fixture_end();
}

static inline void users_fixture_use(TCase *tests)
{
	tcase_add_checked_fixture(tests, fixture_start, users_fixture_end);
}

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* claims_fixture.h: the files of a machine, laid out for the readers of claims. */
#ifndef CLAIMS_FIXTURE_H
#define CLAIMS_FIXTURE_H

#include "../../src/host/claims_read.h"
#include <check.h>
#include <errno.h>
#include <string.h>

/* A path, and its text; NULL is a directory or file that cannot be opened. */
struct laid {
	const char *path, *text;
};

static inline int laid_list(void *data, const char *directory, struct text *names)
{
	size_t length = strlen(directory);
	int err = ENOENT;

	for (const struct laid *file = data; file->path; file++) {
		if (string_equal(file->path, directory) && !file->text)
			return EACCES;
		if (!string_starts(file->path, directory) || file->path[length] != '/')
			continue;
		text_addf(names, "%s\n", file->path + length + 1);
		err = 0;
	}
	return err;
}

static inline int laid_read(void *data, const char *path, struct text *bytes)
{
	for (const struct laid *file = data; file->path; file++)
		if (string_equal(file->path, path))
			return file->text ? text_add(bytes, file->text), 0 : EACCES;
	return ENOENT;
}

/* All that these files claim, a line each. */
static inline void laid_check(const struct laid *files, const char *lines)
{
	const struct claim_source source = { (void *)files, laid_list, laid_read };
	AUTO_TEXT struct text told = { 0 };
	struct claims claims = { 0 };

	claims_read(&source, &claims);
	claims_print(&claims, &told);
	ck_assert_str_eq(text_string(&told), lines);
	claims_free(&claims);
}

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the files of other managers below the root. */
#include "claims_read.h"
#include "linux.h"

static int list(void *root, const char *directory, struct text *names)
{
	return file_do(*(const int *)root, &(struct op){ .verb = OP_LIST, .path = directory }, names);
}

static int read_file(void *root, const char *path, struct text *bytes)
{
	return file_do(*(const int *)root, &(struct op){ .verb = OP_READ, .path = path }, bytes);
}

int claims_do(int root, const struct op *op, struct text *data)
{
	const struct claim_source source = { .data = &root, .list = list, .read = read_file };
	struct claims claims = { 0 };

	(void)op;
	claims_read(&source, &claims);
	claims_print(&claims, data);
	claims_free(&claims);
	return 0;
}

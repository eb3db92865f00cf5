/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What other managers of the twin claim: what was captured, and the files that somebody has written since. */
#include "claims_read.h"
#include "twin_inside.h"

static int list(void *twin, const char *directory, struct text *names)
{
	return path_list(twin, directory, names);
}

static int read_file(void *twin, const char *path, struct text *bytes)
{
	return path_read(twin, path, bytes);
}

int claims_tell(struct twin *twin, const struct op *op, struct text *out)
{
	const struct claim_source source = { .data = twin, .list = list, .read = read_file };
	struct claims claims = { 0 };

	(void)op;
	claims_copy(&twin->world.claims, &claims);
	claims_read(&source, &claims);
	claims_print(&claims, out);
	claims_free(&claims);
	return 0;
}

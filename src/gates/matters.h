/* SPDX-License-Identifier: GPL-2.0-or-later */
/* matters.h: what the gates on single namespaces share. Of src/gates/matters*.c only. */
#ifndef MATTERS_H
#define MATTERS_H

#include "gates_rows.h"
#include "namespace_known.h"
#include "namespace_matters.h"

struct matter {
	const struct resource *namespace;
	const struct function *pf;
	const struct drive_namespace *there; /* NULL: it is not found */
};

/*
 * The next namespace of the wish with that matter; false after the last. Nothing is planned for it, so that
 * no step is there to be asked before.
 */
bool next_matter(const struct question *, enum namespace_matter, size_t *cursor, struct matter *ret);

char *matter_listed(const struct matter *); /* what the drive has, for the caller to free */

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* kinds_rows.h: what the rows of kinds share: a fact of a function, or why it cannot be told. */
#ifndef KINDS_ROWS_H
#define KINDS_ROWS_H

#include "kind.h"

/*
 * 0 and the value, NULL when the kernel says that there is none. -1 and a finding for the sake of the
 * resource's row when it is unknown or busy: not captured is not absent (DESIGN section 4).
 */
int attribute_known(const struct function *, enum attribute, const struct resource *for_whom, size_t row,
	struct report *, const char **ret_value);

#endif

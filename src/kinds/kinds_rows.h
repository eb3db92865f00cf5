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

/* The same of a VF's setting. */
int setting_known(const struct function *vf, enum vf_setting, const struct resource *for_whom, size_t row,
	struct report *, const char **ret_value);

/* The VF of that number of `vfs` wished, when it is there and stays; NULL: it is yet to be made. */
const struct function *pool_vf(const struct function *pf, int64_t vfs, int64_t number);

/* The step that makes the VFs of this pool; NULL: there is none. */
struct step *pool_made_by(const struct plan *, const struct resource *pool);

/* The last step so far of the VF's settings; NULL: there is none. */
struct step *vf_settled_by(const struct plan *, const char *object);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * change.h: what differs between the host and the wish. Floor 2, model.
 *
 * Create and remove are read from which side is NULL. Only what is wished is compared: an observed resource
 * that nobody mentions makes no change.
 */
#ifndef CHANGE_H
#define CHANGE_H

#include "resource.h"

struct change {
	const struct resource *have, *want;
	uint64_t differs; /* rows of the kind's table */
	enum cost cost;
};

/* An array of changes; it points into the two states and owns neither. */
struct changes {
	struct change *all;
	size_t n;
};

/*
 * have->all[i] is what was observed for want->all[i]; its body is empty when there is nothing yet.
 * Adds the pairs that differ to `changes`, in the order of the wish; the change's have is NULL where the body
 * was empty. Kinds that observe nothing are not compared.
 */
void changes_compare(const struct state *have, const struct state *want, struct changes *changes);
void changes_free(struct changes *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* recall_gone.h: namespaces that a run has deleted, or that were given since it began. Private to recall. */
#ifndef RECALL_GONE_H
#define RECALL_GONE_H

#include "recall.h"

/* The run that is recalled, or the last one since, that has deleted what `given` says who has; NULL: none. */
const struct ledger_run *recall_deleted(
	const struct recall *, const struct survey *, const struct applied *given);

/*
 * What the run gave away, and each since, is no one's of before it: who gets a VF back is asked of what it
 * has by them, too.
 */
void recall_forget(const struct recall *, struct survey *);

#endif

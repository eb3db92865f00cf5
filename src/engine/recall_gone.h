/* SPDX-License-Identifier: GPL-2.0-or-later */
/* recall_gone.h: namespaces that a run has deleted, and whose numbers others have. Private to recall. */
#ifndef RECALL_GONE_H
#define RECALL_GONE_H

#include "recall.h"

/* The run that is recalled, or the last one since, that has deleted what `given` says who has; NULL: none. */
const struct ledger_run *recall_deleted(
	const struct recall *, const struct survey *, const struct applied *given);

#endif

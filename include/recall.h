/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * recall.h: plans that are made of what the ledger remembers, and of no YAML. Floor 4, engine.
 */
#ifndef RECALL_H
#define RECALL_H

#include "engine.h"
#include "ledger.h"

/* What is to be as it was. */
struct recall {
	const struct ledger *ledger;
	/* What `run` has changed goes back to what it was before; `begun` had this goal, and did a part. */
	const struct ledger_run *run, *begun;
	/* run NULL: these, which a boot took away, come back (restore.h). */
	const struct applied_list *booted;
};

/*
 * The wish: the host, and what is to be as it was. Of what pawl has set, the survey knows from then on what
 * is meant alone. What cannot be had back is a NOTE.
 */
void recall_wish(const struct recall *, struct survey *, struct state *, struct report *);

#endif

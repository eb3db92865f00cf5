/* SPDX-License-Identifier: GPL-2.0-or-later */
/* ledger_absorb.h: what the journal tells that a run has set, on its way into the ledger. Private to it. */
#ifndef LEDGER_ABSORB_H
#define LEDGER_ABSORB_H

#include "ledger_line.h"

/* The lines that a run is worth. Their strings are the ledger's, the journal's and `net`'s. */
struct absorbing {
	const struct ledger *ledger;
	const struct survey *now;      /* what it left */
	struct applied_list net, gone; /* `original`: what the knob read before the run */
	struct applied_list open;    /* written as far as anybody knows: `original` is what it read before */
	struct applied_list busy;    /* of these those whose write was still in the kernel */
	struct applied_list passing; /* `value`: what the run was only to pass through */
	struct applied_list held;    /* set for the moment */
	struct applied_list kept;    /* set, and never taken back */
	struct applied_list kept_open; /* of these those without a result */
	struct ledger_line *lines;
	size_t n;
	bool ended_well;
};

const struct ledger_run *absorb_run(const struct absorbing *); /* the one that is absorbed */

/* Adds a line; its other members are for the caller to set. */
struct ledger_line *absorb_line(struct absorbing *, size_t event);
struct ledger_line *absorb_setting(
	struct absorbing *, size_t event, const struct applied *, const char *original);
void absorb_lines(struct absorbing *); /* of `net` and `kept`, but for what is noted */

/* What the ledger has of the run already: an append that was cut off ends with a whole line. */
const struct applied *absorb_noted(const struct absorbing *, const struct applied *);
/* The earlier word on it; NULL: it is at its original, or gone within this run. */
const struct applied *absorb_stands(const struct absorbing *, const struct applied *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * remembered.h: how far the ledger can be believed. Floor 2, host.
 *
 * It travels with the survey and in facts, for gates: what is not known to be right is no ground to destroy.
 */
#ifndef REMEMBERED_H
#define REMEMBERED_H

#include <stdbool.h>
#include <stddef.h>

struct finding;
struct report;

enum ledger_is { LEDGER_IS_WHOLE, LEDGER_IS_ELSEWHERE, LEDGER_IS_DAMAGED, LEDGER_IS_NEWER, N_LEDGER_IS };
extern const char *const ledger_is_names[N_LEDGER_IS + 1]; /* as in facts; NULL-ended */

#define ABOUT_ALL "*" /* of what a run was about: the whole machine */

struct remembered {
	enum ledger_is is;
	char *why;       /* "line 7 of the ledger is out of sequence"; NULL: it is whole */
	bool lacks_run;  /* the journal's last run: it was lost, or an older one is back */
	size_t n_runs;   /* of the ledger, at the survey */
	char *lost_runs; /* what those runs were about (plan_about) whose journal is lost; NULL: none is */
};

/* -1 and a finding of `whose` object and place when it cannot be told what pawl has set here. */
int remembered_check(const struct remembered *, const struct finding *whose, struct report *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* history.h: how a run of the ledger ended, for text and document. Private to cli. */
#ifndef HISTORY_H
#define HISTORY_H

#include "document.h"
#include "ledger.h"

/* -1: it died, or nothing is known of its end yet. */
int history_outcome(const struct ledger_run *, enum outcome *ret_outcome);

#endif

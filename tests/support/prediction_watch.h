/* SPDX-License-Identifier: GPL-2.0-or-later */
/* prediction_watch.h: whether a run comes to what was predicted of its plan. */
#ifndef PREDICTION_WATCH_H
#define PREDICTION_WATCH_H

#include "predict.h"
#include "twin.h"

/* What is predicted right before the run; prediction_free frees it. */
struct prediction *prediction_take(const struct planning *);

/* How the machine is another one after a run in which nothing failed; lines are added to `breaches`. */
void prediction_compare(const struct prediction *, const struct survey *machine, struct text *breaches);

#endif

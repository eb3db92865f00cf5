/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * text_plan.h: a plan as text, while it is printed. Of src/cli/text_plan*.c only.
 */
#ifndef TEXT_PLAN_H
#define TEXT_PLAN_H

#include "fold.h"
#include "print.h"

/* How wide the columns are over all lines. */
struct widths {
	size_t numbers, object, knob, change;
};

/* Everything that the calls below need to know. */
struct printing {
	const struct plan *plan;
	const struct plan_look *look;
	struct widths widths;
	const struct change **told; /* why the last steps are there */
	struct text *text;
};

void fold_measure(const struct fold *, struct widths *); /* makes them as wide as its lines need */
void fold_print(const struct printing *, const struct fold *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * live.h: lines at the end of a terminal that are drawn again and again. Private to cli.
 *
 * What is printed for good goes above them: live_clear, print, live_draw.
 */
#ifndef LIVE_H
#define LIVE_H

#include "cli.h"

enum { LIVE_LINES = 8 }; /* any terminal has more */
#define LIVE_TICK_NS UINT64_C(1000000000)

struct live {
	const struct world *world;
	size_t columns[LIVE_LINES]; /* of the lines that stand there now */
	size_t n;
};

void live_clear(struct live *);

/* Text of at most LIVE_LINES lines, each with its newline and without sequences; they are cut to fit. */
void live_draw(struct live *, const struct text *);

/* The columns of the terminal `err`; 0: it is none, or whoever reads `out` may draw there too. */
unsigned live_columns(const struct world *);

#endif

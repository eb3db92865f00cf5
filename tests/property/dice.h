/* SPDX-License-Identifier: GPL-2.0-or-later */
/* dice.h: numbers that look random and are the same for the same seed, on every machine. */
#ifndef DICE_H
#define DICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dice {
	uint64_t state;
};

uint64_t dice_roll(struct dice *);
size_t dice_pick(struct dice *, size_t n); /* below n, which is not 0 */
bool dice_chance(struct dice *, unsigned percent);

#endif

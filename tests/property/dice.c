/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The generator splitmix64. */
#include "dice.h"

/* Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators (OOPSLA 2014), figure 16. */
uint64_t dice_roll(struct dice *dice)
{
	uint64_t z = dice->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

size_t dice_pick(struct dice *dice, size_t n)
{
	return (size_t)(dice_roll(dice) % n);
}

bool dice_chance(struct dice *dice, unsigned percent)
{
	return dice_pick(dice, 100) < percent;
}

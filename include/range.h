/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * range.h: sets of numbers, as "0,2-5" names them. Floor 2, model.
 */
#ifndef RANGE_H
#define RANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct range {
	int64_t first, last;
};

/* Sorted, and apart: between two ranges is a number that is in neither. */
struct ranges {
	struct range *all;
	size_t n;
};

bool ranges_hold(const struct ranges *, int64_t number);

/* The smallest number that both hold; false: there is none. */
bool ranges_meet(const struct ranges *, const struct ranges *, int64_t *ret_number);

#endif

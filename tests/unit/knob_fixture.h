/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * knob_fixture.h: a knob's write, without a struct of its own for each call.
 */
#ifndef KNOB_FIXTURE_H
#define KNOB_FIXTURE_H

#include "knob.h"

static inline int knob_write(const struct knob *knob, const char *target, const char *from, const char *to,
	struct op *op, struct text *scratch)
{
	return knob->write(knob, &(struct knob_turn){ target, from, to }, op, scratch);
}

#endif

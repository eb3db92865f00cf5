/* SPDX-License-Identifier: GPL-2.0-or-later */
/* identify.h: what a function is known by, for tests. */
#ifndef IDENTIFY_H
#define IDENTIFY_H

#include "survey.h"

/* NULL: it has none of that. */
static inline void identify(struct function *function, enum identity row, const char *text)
{
	reading_free(&function->identity[row]);
	function->identity[row] =
		(struct reading){ .is = text ? R_VALUE : R_ABSENT, .text = string_copy(text) };
}

#endif

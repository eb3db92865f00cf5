/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which kinds' steps come before which, followed through to the end. */
#include "order.h"
#include <assert.h>

static uint64_t bit(size_t number)
{
	return UINT64_C(1) << number;
}

static bool precedence_find(const struct precedence *precedence, const struct kind *kind, size_t *ret_number)
{
	for (size_t i = 0; i < precedence->n; i++) {
		if (precedence->kinds[i] == kind) {
			*ret_number = i;
			return true;
		}
	}
	return false;
}

static size_t precedence_add(struct precedence *precedence, const struct kind *kind)
{
	size_t number = precedence->n++;

	assert(number < 64);
	precedence->kinds[number] = kind;
	return number;
}

size_t precedence_number(struct precedence *precedence, const struct kind *kind)
{
	const size_t most = kind ? sizeof(kind->after) / sizeof(*kind->after) : 0;
	size_t number, debts;

	if (precedence_find(precedence, kind, &number))
		return number;
	number = precedence_add(precedence, kind);
	if (!kind)
		return number;
	debts = precedence_number(precedence, NULL);
	precedence->before[number] = bit(debts);
	for (size_t i = 0; i < most && kind->after[i]; i++) {
		size_t earlier = precedence_number(precedence, kind->after[i]);

		precedence->before[number] |= bit(earlier) | precedence->before[earlier];
	}
	return number;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes strikes (twin.h) of a story's lines. */
#include "strikes.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

#define NS_PER_MS UINT64_C(1000000)

/* 0: no errno has that name. Some numbers have none (41, 58). */
static int error_of(const char *name)
{
	enum { ERRORS = 134 };

	for (int error = 1; error < ERRORS; error++) {
		const char *known = strerrorname_np(error);

		if (known && string_equal(known, name))
			return error;
	}
	return 0;
}

/*
 * "die PATTERN [N [after]]": at the first, or Nth, write to such a path, before its effect or after it. The
 * other faults likewise; "fail PATTERN N ERRNO".
 */
static const struct {
	const char *verb;
	enum fault fault;
} faults[] = {
	{ "die", FAULT_DIE },
	{ "hang", FAULT_HANG },
	{ "fail", FAULT_FAIL },
	{ "lose", FAULT_LOSE },
	{ "interrupt", FAULT_INTERRUPT },
};

/* "die @N before|after [SEED]": at the Nth operation from now; SEED says how an append tears. */
static bool set_death(struct twin *twin, const char *rest)
{
	unsigned long nth;
	unsigned seed = 0;
	char when[8];

	if (sscanf(rest, "@%lu %7s %u", &nth, when, &seed) < 2)
		return false;
	twin_set_fault(twin, &(struct strike){ .fault = FAULT_DIE,
				     .at_operation = twin_operations(twin) + nth,
				     .after_effect = string_equal(when, "after"),
				     .seed = seed });
	return true;
}

static int set_fault(struct twin *twin, enum fault fault, const char *rest, struct text *why)
{
	char pattern[256], how[32] = "EIO", more[2];
	unsigned nth = 1;
	int n = sscanf(rest, "%255s %u %31s %1s", pattern, &nth, how, more);
	bool whole = n >= 2 || (n == 1 && !strchr(rest, ' '));
	bool after = fault == FAULT_DIE && string_equal(how, "after");

	if (!whole || n > 3 || (!after && !error_of(how)))
		return text_add(why, "PATTERN [N [ERRNO or, to die, after]]"), -1;
	twin_set_fault(twin, &(struct strike){ .fault = fault,
				     .at_write = pattern,
				     .nth = nth,
				     .error = error_of(how),
				     .after_effect = after });
	return 0;
}

/*
 * "meanwhile PATTERN write PATH VALUE", "... hold OBJECT WHO [MS]" or "... modprobe NAME": right before the
 * first such write.
 */
static int set_meanwhile(struct twin *twin, const char *rest, struct text *why)
{
	char pattern[256], verb[9], path[256], value[64];
	unsigned ms = 0;
	int n = sscanf(rest, "%255s %8s %255s %63s %u", pattern, verb, path, value, &ms);
	bool loads = n == 3 && string_equal(verb, "modprobe");

	if (n < 4 && !loads)
		return text_add(why, "meanwhile PATTERN write PATH VALUE"), -1;
	twin_set_fault(twin, &(struct strike){ .fault = FAULT_MEANWHILE,
				     .at_write = pattern,
				     .path = loads ? NULL : path,
				     .value = loads ? path : value,
				     .hold_ns = ms * NS_PER_MS,
				     .hold = string_equal(verb, "hold") });
	return 0;
}

int strike_set(struct twin *twin, const struct passage *passage, struct text *why)
{
	if (string_equal(passage->verb, "meanwhile"))
		return set_meanwhile(twin, passage->rest, why);
	if (string_equal(passage->verb, "die") && set_death(twin, passage->rest))
		return 0;
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		if (string_equal(faults[i].verb, passage->verb))
			return set_fault(twin, faults[i].fault, passage->rest, why);
	return 1;
}

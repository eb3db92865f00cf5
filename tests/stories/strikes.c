/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes strikes (twin.h) of a story's lines. */
#include "strikes.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

#define NS_PER_MS UINT64_C(1000000)

static int error_of(const char *name)
{
	int error = 1;

	while (strerrorname_np(error) && !string_equal(strerrorname_np(error), name))
		error++;
	return error;
}

/* "die PATTERN [N [ERRNO]]": at the first, or Nth, write to such a path. The other faults likewise. */
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

bool strike_set(struct twin *twin, const struct passage *passage)
{
	char pattern[256] = "", error[32] = "EIO";
	unsigned nth = 1;

	if (string_equal(passage->verb, "die") && set_death(twin, passage->rest))
		return true;

	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		if (!string_equal(faults[i].verb, passage->verb))
			continue;
		sscanf(passage->rest, "%255s %u %31s", pattern, &nth, error);
		twin_set_fault(twin, &(struct strike){ .fault = faults[i].fault,
					     .at_write = pattern,
					     .nth = nth,
					     .error = error_of(error) });
		return true;
	}
	return false;
}

/*
 * "meanwhile PATTERN write PATH VALUE", "... hold OBJECT WHO [MS]" or "... modprobe NAME": right before the
 * first such write.
 */
int strike_set_meanwhile(struct twin *twin, const char *rest, struct text *why)
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * property: tries random tales until so many steps are done. SEED chooses where it begins, STEPS how many;
 * ONE is the seed of the one tale to try. A counterexample is made small and printed as a story.
 */
#include "shrink.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { STEPS = 50000, FAILURES = 3 };

static uint64_t number_from(const char *name, uint64_t standard)
{
	const char *text = getenv(name);

	return text && *text ? strtoull(text, NULL, 0) : standard;
}

/* Tales have seeds of their own, so that each can be tried alone. */
static int try_seed(uint64_t seed, struct tried *tried)
{
	struct tale tale;
	struct verdict verdict = { 0 };
	int result;

	tale_make(seed, &tale);
	result = trial_try(&tale, tried, &verdict);
	if (result < 0) {
		printf("FAIL property/tale made from seed %" PRIu64 " (try it with ONE=%" PRIu64 "): %s\n",
			seed, seed, verdict.property);
		fflush(stdout);
		tale_shrink(&tale, &verdict);
		printf("%s\nas a story:\n%s", verdict.why, verdict.story);
	}
	verdict_free(&verdict);
	tale_free(&tale);
	return result;
}

int main(void)
{
	uint64_t seed = number_from("SEED", 1), steps = number_from("STEPS", STEPS),
		 one = number_from("ONE", 0);
	struct tried tried = { 0 };
	unsigned failed = 0;

	if (one)
		return try_seed(one, &tried) < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
	for (uint64_t i = 0; tried_steps(&tried) < steps && failed < FAILURES; i++)
		failed += try_seed(seed * UINT64_C(1000000) + i, &tried) < 0;
	printf("%s property/tales SEED=%" PRIu64
	       ": %zu steps (%zu knobs turned, %zu events of histories) in %zu "
	       "runs of %zu tales; of their wishes %zu can be had, %zu are refused\n",
		failed ? "FAIL" : "PASS", seed, tried_steps(&tried), tried.turns, tried.events, tried.runs,
		tried.tales, tried.converged, tried.refused);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

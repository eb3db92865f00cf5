/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: a saved plan that is applied to a twin of its host. */
#include "facts.h"
#include "fuzz.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct twin *twin = twin_begin();
	AUTO_FREE char *before = facts_print(twin_world(twin), "fuzz");
	struct input input;
	int code;

	input_open(&input, bytes, n);
	code = pawl_run(twin, "apply", "-y", input.path, NULL);
	AUTO_FREE char *after = facts_print(twin_world(twin), "fuzz");
	if (code == BAD_CONFIGURATION || code == REFUSED || code == STALE_PLAN)
		must(string_equal(before, after), "a refused plan changes nothing");
	input_close(&input);
	twin_end(twin);
	return 0;
}

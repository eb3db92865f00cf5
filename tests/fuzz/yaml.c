/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: a configuration that is checked, applied to a twin, and planned again. */
#include "facts.h"
#include "fuzz.h"
#include <stdlib.h>

/* What is not taken back by an error changes nothing; what went well leaves nothing to do. */
static void apply_twice(struct twin *twin, const char *path)
{
	AUTO_FREE char *before = facts_print(twin_world(twin), "fuzz");
	int code = pawl_run(twin, "apply", "-y", path, NULL);
	AUTO_FREE char *after = facts_print(twin_world(twin), "fuzz");

	if (code == BAD_CONFIGURATION || code == REFUSED)
		must(string_equal(before, after), "a refused configuration changes nothing");
	if (code == FINE)
		must(pawl_run(twin, "plan", "--detailed-exitcode", path, NULL) == FINE,
			"what was applied leaves nothing to do");
	pawl_run(twin, "status", NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct input input;
	struct twin *twin = twin_begin();
	bool valid;
	int planned;

	input_open(&input, bytes, n);
	valid = pawl_run(twin, "validate", input.path, NULL) == FINE;
	planned = pawl_run(twin, "plan", "-o", "json", input.path, NULL);
	must(valid || planned == BAD_CONFIGURATION, "no plan is made of what is not valid");
	apply_twice(twin, input.path);
	input_close(&input);
	twin_end(twin);
	return 0;
}

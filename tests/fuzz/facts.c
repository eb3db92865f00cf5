/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: a facts file that is read, printed, shown, planned and rehearsed on. */
#include "facts.h"
#include "fuzz.h"
#include <stdlib.h>
#include <string.h>

/* What was read is printed such that it reads the same. */
static void print_and_read(const struct survey *survey)
{
	struct survey again = { 0 };
	struct report report = { 0 };
	AUTO_FREE char *first = facts_print(survey, "fuzz");
	must(facts_parse(first, strlen(first), "first", &again, &report) == 0, "printed facts can be read");
	AUTO_FREE char *second = facts_print(&again, "fuzz");

	must(string_equal(first, second), "facts that were printed, read and printed are the same");
	survey_free(&again);
	report_free(&report);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static char *wish, *guests;
	struct survey survey = { 0 };
	struct report report = { 0 };
	struct input input;

	if (!wish) {
		wish = source_path("tests/fuzz/wish.yaml");
		guests = source_path("tests/fuzz/wish-guests.yaml");
	}
	if (facts_parse((const char *)bytes, n, "input", &survey, &report) == 0)
		print_and_read(&survey);
	survey_free(&survey);
	report_free(&report);
	input_open(&input, bytes, n);
	pawl_run(NULL, "show", "--facts", input.path, NULL);
	pawl_run(NULL, "plan", "--facts", input.path, "--host", "lab-x86", "-o", "json", wish, NULL);
	pawl_run(NULL, "rehearse", "--facts", input.path, "--host", "lab-x86", wish, NULL);
	pawl_run(NULL, "plan", "--facts", input.path, "--host", "kp001", "-o", "json", guests, NULL);
	pawl_run(NULL, "rehearse", "--facts", input.path, "--host", "kp001", guests, NULL);
	input_close(&input);
	return 0;
}

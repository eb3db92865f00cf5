/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads which driver each function is kept for, where nothing that makes it wait is under way. */
#include "survey_overrides.h"
#include "function.h"
#include "survey_answers.h"
#include <string.h>

/*
 * Reading driver_override waits for the device lock as numvfs does (knob_attribute.c). A write to a PF's
 * numvfs holds it, and that of each VF while it is removed: so no function of a busy PF is asked. A driver's
 * remove() runs when the link to it is gone already (drivers/base/dd.c, __device_release_driver): so a
 * function without a driver may have to wait too, unless its PF has just said that nothing is under way.
 */
static enum how { AT_ONCE, MAY_WAIT, BUSY } override_how(const struct function *function)
{
	const struct function *pf = function->physfn ? function->physfn : function;

	if (pf->attr[A_NUMVFS].is == R_BUSY)
		return BUSY;
	return function_text(pf, A_NUMVFS) || function_text(function, A_DRIVER) ? AT_ONCE : MAY_WAIT;
}

static void name_add(struct text *names, const struct function *function)
{
	function_add_directory(function, names);
	text_add(names, "/");
	names_add(names, attributes[A_OVERRIDE].name, false);
}

void overrides_take(struct host *host, struct survey *survey, struct readings *readings)
{
	AUTO_TEXT struct text names = { 0 };
	struct answers answers;

	for (size_t i = 0; i < survey->n; i++) {
		struct function *function = survey->functions[i];
		enum how how = override_how(function);

		if (how == BUSY)
			function->attr[A_OVERRIDE].is = R_BUSY;
		else if (how == MAY_WAIT)
			reading_begin(readings, host, function, A_OVERRIDE, true);
		else
			name_add(&names, function);
	}
	answers_gather(&answers, host, "sys", &names);
	for (size_t i = 0; i < survey->n; i++)
		if (override_how(survey->functions[i]) == AT_ONCE)
			answers_take(&answers, &knob_override, &survey->functions[i]->attr[A_OVERRIDE]);
	answers_free(&answers);
}

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
 * function without a driver may have to wait too, unless its PF has just said that nothing is under way. Of
 * one that has a driver and no SR-IOV nobody says it, and seldom is anything: those are asked TOGETHER.
 */
static enum how { AT_ONCE, TOGETHER, MAY_WAIT, BUSY } override_how(const struct function *function)
{
	const struct function *pf = function->physfn ? function->physfn : function;

	if (pf->attr[A_NUMVFS].is == R_BUSY)
		return BUSY;
	if (function_text(pf, A_NUMVFS))
		return AT_ONCE;
	return function_text(function, A_DRIVER) ? TOGETHER : MAY_WAIT;
}

static void name_add(struct text *names, const struct function *function)
{
	function_add_directory(function, names);
	text_add(names, "/");
	names_add(names, attributes[A_OVERRIDE].name, false);
}

/* All that are read so, within that time: -1 when none was, since one of them makes the others wait. */
static int gather_take(struct host *host, struct survey *survey, enum how how, uint64_t deadline_ns)
{
	AUTO_TEXT struct text names = { 0 };
	struct answers answers;
	int err;

	for (size_t i = 0; i < survey->n; i++)
		if (override_how(survey->functions[i]) == how)
			name_add(&names, survey->functions[i]);
	if (names.length == 0)
		return 0;
	err = answers_gather_within(&answers, host, "sys", &names, deadline_ns);
	for (size_t i = 0; i < survey->n; i++)
		if (override_how(survey->functions[i]) == how)
			answers_take(&answers, &knob_override, &survey->functions[i]->attr[A_OVERRIDE]);
	answers_free(&answers);
	return err ? -1 : 0;
}

void overrides_take(struct host *host, struct survey *survey, struct readings *readings)
{
	bool waits = gather_take(host, survey, TOGETHER, knob_override.read_ns) < 0;

	for (size_t i = 0; i < survey->n; i++) {
		struct function *function = survey->functions[i];
		enum how how = override_how(function);

		if (how == BUSY)
			function->attr[A_OVERRIDE].is = R_BUSY;
		else if (how == MAY_WAIT || (how == TOGETHER && waits))
			reading_begin(readings, host, function, A_OVERRIDE, true);
	}
	gather_take(host, survey, AT_ONCE, 0);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What knobs read and are set to, in people's words. */
#include "knob_words.h"
#include "knob.h"
#include <stdlib.h>

char *knob_say(const struct knob *knob, const char *value)
{
	struct text text = { 0 };

	if (*value || !knob->nothing)
		text_addf(&text, "\"%s\"", value);
	else
		text_addf(&text, "(%s)", knob->nothing);
	return text_take(&text);
}

char *knob_say_on(const struct knob *knob, const struct survey *survey, const char *target, const char *value)
{
	struct text text = { 0 };

	if (!knob->tell || !*value)
		return knob_say(knob, value);
	knob->tell(survey, target, value, NULL, &text);
	return text_take(&text);
}

char *knob_say_side(const struct knob *knob, const struct survey *survey, const char *target,
	const char *value, const char *other)
{
	struct text text = { 0 };

	if (!knob->tell)
		return NULL;
	knob->tell(survey, target, value, other, &text);
	return text.bytes ? text_take(&text) : string_copy("");
}

char *knob_say_change(const struct knob *knob, const struct survey *survey, const char *target,
	const char *from, const char *to)
{
	AUTO_FREE char *was = knob_say_side(knob, survey, target, from, to),
		       *is = knob_say_side(knob, survey, target, to, from), *nothing = knob_say(knob, "");

	return was ? text_print("%s -> %s", *was ? was : nothing, *is ? is : nothing) : NULL;
}

char *knob_say_since(const struct knob *knob, const struct survey *survey, const char *target,
	const char *before, const char *now)
{
	AUTO_TEXT struct text come = { 0 }, gone = { 0 };
	AUTO_FREE char *in = NULL, *out = NULL;

	if (!knob->beyond)
		return NULL;
	knob->beyond(now, before, &come);
	knob->beyond(before, now, &gone);
	if (!come.length && !gone.length)
		return NULL;
	in = knob_say_on(knob, survey, target, text_string(&come));
	out = knob_say_on(knob, survey, target, text_string(&gone));
	return text_print("%s%s%s%s%s", come.length ? in : "", come.length ? " came" : "",
		come.length && gone.length ? ", " : "", gone.length ? out : "", gone.length ? " went" : "");
}

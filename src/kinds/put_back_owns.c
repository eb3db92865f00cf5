/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what pawl has set from what only reads the same. */
#include "put_back.h"

const char *put_back_object(const struct applied *applied)
{
	return applied->object ? applied->object : applied->target;
}

/* The card that the word was set on, now; NULL: it is not there. */
static const struct function *card_of(const struct survey *survey, const struct applied *applied)
{
	AUTO_FREE char *address = target_address(applied->target);
	const struct function *function = survey_function(survey, applied->pf ? applied->pf : address);

	if (!function)
		function = vf_by_target(survey, applied->target);
	return function && function->physfn ? function->physfn : function;
}

static bool is_another(const struct survey *survey, const struct function *card, struct text *ret_words)
{
	const struct pin *pin = pins_stood(survey, card);
	AUTO_TEXT struct text words = { 0 };

	if (!pin || pin_compare(pin, card, &words) != PIN_OTHER)
		return false;
	if (ret_words)
		text_addf(ret_words, "%s is another device than when it was last applied (%s)", card->address,
			text_string(&words));
	return true;
}

bool put_back_owns(const struct survey *survey, const struct applied *applied, struct text *ret_why_not)
{
	const struct function *card = card_of(survey, applied);

	if (card && is_another(survey, card, ret_why_not))
		return false;
	if (!(applied->knob->flags & KNOB_VOLATILE) || applied_is_of_this_boot(survey, applied))
		return true;
	if (ret_why_not)
		text_addf(ret_why_not, "in an earlier boot, and a boot takes that away");
	return false;
}

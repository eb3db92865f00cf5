/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what a boot makes of a knob. */
#include "restore_words.h"

/* A driver without an override is whoever the kernel chose: that is nobody's word. */
bool boot_makes(const struct applied *applied, const struct function *function, const char *now)
{
	const char *override = function_text(function, A_OVERRIDE);

	if (*applied->original && knob_is(applied->knob, now, applied->original))
		return true;
	if (applied->knob == &knob_driver)
		return !override || knob_is(&knob_override, override, "") ||
		       string_equal(override, *applied->value ? applied->value : DRIVER_NONE);
	return !applied->knob->at_boot || knob_is(applied->knob, now, applied->knob->at_boot);
}

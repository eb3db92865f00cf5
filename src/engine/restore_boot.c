/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what a boot makes of a knob. */
#include "eswitch.h"
#include "restore_words.h"

/* What a VF has before anybody sets it; spoof checking is the driver's choice (net/core/rtnetlink.c). */
static const char *const vf_settings_at_boot[N_VF_SETTINGS] = {
	[VF_TRUST] = "false",
	[VF_MAC] = "00:00:00:00:00:00",
	[VF_VLAN] = "0 qos 0",
	[VF_LINK_STATE] = "auto",
	[VF_RATE] = "min 0 max 0",
};

enum vf_setting setting_of(const struct knob *knob)
{
	enum vf_setting setting = 0;

	while (setting < N_VF_SETTINGS && vf_settings[setting].knob != knob)
		setting++;
	return setting;
}

static bool setting_is_of_boot(const struct knob *knob, const char *now)
{
	enum vf_setting setting = setting_of(knob);
	const char *at_boot = setting < N_VF_SETTINGS ? vf_settings_at_boot[setting] : NULL;

	return !at_boot || knob_is(knob, now, at_boot);
}

/* A driver without an override is whoever the kernel chose: that is nobody's word. */
bool boot_makes(const struct applied *applied, const struct function *function, const char *now)
{
	const char *override = function_text(function, A_OVERRIDE);

	if (*applied->original && knob_is(applied->knob, now, applied->original))
		return true;
	if (applied->knob == &knob_driver)
		return !override || knob_is(&knob_override, override, "") ||
		       string_equal(override, applied->value);
	if (applied->knob == &knob_override)
		return knob_is(applied->knob, now, "");
	if (applied->knob == &knob_numvfs)
		return string_equal(now, "0");
	if (applied->knob == &knob_eswitch)
		return string_equal(now, ESWITCH_LEGACY);
	return setting_is_of_boot(applied->knob, now);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What has been set of VFs at their PF, in few words. */
#include "print.h"
#include <string.h>

/*
 * What a VF has that nobody has set anything of (net/core/rtnetlink.c; igb_vf_configure; NVM Express Base
 * Specification 2.0, 8.26), and its words.
 */
static const struct {
	const char *new, *words; /* words NULL: the setting's name and value */
} rows[N_VF_SETTINGS] = {
	[VF_TRUST] = { "false", "trusted" },
	[VF_MAC] = { "00:00:00:00:00:00", NULL },
	[VF_VLAN] = { "0 qos 0", NULL },
	[VF_SPOOFCHK] = { "true", "no spoofchk" },
	[VF_LINK_STATE] = { "auto", NULL },
	[VF_RATE] = { "min 0 max 0", NULL },
	[VF_QUEUES] = { "0", NULL },
	[VF_INTERRUPTS] = { "0", NULL },
	[VF_ONLINE] = { "false", "online" },
};

char *function_settings(const struct function *vf)
{
	struct text text = { 0 };

	for (size_t i = 0; i < N_VF_SETTINGS; i++) {
		const struct reading *reading = &vf->setting[i];

		if (reading->is != R_VALUE || string_equal(reading->text, rows[i].new))
			continue;
		text_add(&text, text.length ? ", " : "");
		if (rows[i].words)
			text_add(&text, rows[i].words);
		else
			text_addf(&text, "%s %s", vf_settings[i].name, reading->text);
	}
	return text.length ? text_take(&text) : NULL;
}

char *vfs_settings(struct function *const *vfs, size_t n)
{
	AUTO_FREE char *first = function_settings(vfs[0]);
	size_t set = 0, same = 0;

	for (size_t i = 0; i < n; i++) {
		AUTO_FREE char *words = function_settings(vfs[i]);

		set += words != NULL;
		same += string_equal(words, first);
	}
	if (same == n)
		return string_copy(first);
	return text_print("%zu set", set);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * vf_settings.h: the paths that OP_NETLINK and OP_NVME know the settings of VFs by.
 */
#ifndef VF_SETTINGS_H
#define VF_SETTINGS_H

#include "survey.h"

/*
 * "vfs/0000:17:00.0" is of all VFs of the PF: `all`; "vfs/0000:17:00.0/3/mac" of one setting of one VF. Of an
 * NVMe drive: "nvme/0000:a1:00.0", "nvme/0000:a1:00.0/3/queues".
 */
struct vf_path {
	char pf[32];
	bool all;
	uint32_t number;
	enum vf_setting setting;
};
int vf_path_parse(const char *path, struct vf_path *ret_path); /* -1: it is no such path */

/* What a refused write says first: where it was refused. The kernel's words may follow. */
void vf_refusal_begin(const char *interface, struct text *said);

/* The path of a knob's setting on its target; -1: it is no such target. */
int vf_path_print(const struct knob *, const char *target, struct text *path);

struct secondary;
char *secondary_say(const struct secondary *, enum vf_setting); /* the setting's text */

/* Asks the drives that the nvme driver has, once it is known what VFs they have (survey_drives.c). */
void drives_take(struct host *, struct survey *, struct asks *); /* asks: answers ahead (asks.h), or NULL */
uint64_t drive_ask(struct host *, const char *address);          /* begins what one is asked; a ticket */

/* Asks for the settings of all VFs, when it is known which functions have interfaces. */
void vf_settings_take(struct host *, struct survey *);

#endif

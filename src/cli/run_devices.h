/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * run_devices.h: the devices that a run has changed. Private to cli.
 */
#ifndef RUN_DEVICES_H
#define RUN_DEVICES_H

#include "ledger.h"
#include "lookup.h"

/* Each once, in the order in which they were first turned: "ssd0" of "ssd0.vf.3"; what has no handle is told
 * by its address. */
struct run_devices {
	char **names;
	size_t n;
	struct lookup by_name;
};
void run_devices_find(const struct ledger_run *, struct run_devices *);
void run_devices_free(struct run_devices *);

#endif

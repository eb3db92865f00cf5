/* SPDX-License-Identifier: GPL-2.0-or-later */
/* waiting.h: what of the machine is waited for, and who hears that it still is. Floor 2, host. */
#ifndef WAITING_H
#define WAITING_H

#include "host.h"

/* An operation under way that may block. Strings are the host's, until its next call; times as of now_ns.
 * patience_ns: how long it may take; of OP_NVME how long from one answer of the drive to the next. */
struct waiting {
	enum op_verb verb;
	const char *path;
	uint64_t since_ns, patience_ns;
};

/* Hears each tick_ns that host_do or host_next wait, whatever for. */
struct listener {
	void *data;
	void (*ticks)(void *data);
	uint64_t tick_ns;
};

/* As ops->next, and the listener hears its ticks meanwhile. */
int host_await(struct host *, struct done *);

/* Up to `room` of them, the longest first. Returns how many there are. */
size_t host_waiting(struct host *, struct waiting *, size_t room);

#endif

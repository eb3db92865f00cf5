/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * effect.h: what a step does beyond its knob. Floor 2, model.
 *
 * It is what the operator is shown and what gates judge; property tests hold it against what the twin does.
 */
#ifndef EFFECT_H
#define EFFECT_H

#include <stdint.h>

/* Those before EFFECT_SECURED take something from whoever uses the object. */
enum effect_kind {
	EFFECT_DEVICE_GONE,
	EFFECT_DRIVER_LOST,
	EFFECT_INTERFACE_LOST,
	EFFECT_DISK_LOST,
	EFFECT_NAMESPACE_LOST, /* of a drive: that one, and no other */
	EFFECT_TRAFFIC_CUT,    /* its user keeps it, and nothing may come through any more */
	EFFECT_SECURED,        /* it is the secure world's from then on: no command gives it back */
	EFFECT_HANDED_OUT,     /* an ordinary guest gets it */
};

/* object: a function's address, or "nic0.vf.3" of one that is yet to be made. */
struct effect {
	enum effect_kind kind;
	const char *object;
	uint32_t nsid; /* of EFFECT_NAMESPACE_LOST; else 0 */
	enum { MAY, WILL } how;
};

/* Another knob of the same target that its write sets as well, with no step of its own. */
struct knob;
struct beside {
	const struct knob *knob;
	char *before, *after;
};

#endif

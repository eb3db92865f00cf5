/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * namespace_matters.h: what keeps pawl from planning for a wished namespace. Floor 3, kinds.
 *
 * It is derived once; a gate tells of each (gates/matters_*.c), and no step is planned for such a namespace:
 * the rest of the plan is shown beside the refusal. Of those by which it is not certain which one is meant
 * there is one at a time; DIFFERS and ELSEWHERE are of one that is certain.
 */
#ifndef NAMESPACE_MATTERS_H
#define NAMESPACE_MATTERS_H

#include "namespaces.h"

enum namespace_matter {
	MATTER_UNMANAGED = 1,   /* its drive makes none, and gives none away */
	MATTER_GONE = 2,        /* what had the name, or what `adopt` says, is not there */
	MATTER_UNTOLD = 4,      /* a run that died may have made it, and which it is cannot be told */
	MATTER_SILENT = 8,      /* its UUID would tell, and is told to another controller */
	MATTER_NAMED = 16,      /* it has another name, in the wish or by what pawl knows */
	MATTER_ANOTHER = 32,    /* `adopt` says one, and pawl knows another; or it says some of one */
	MATTER_STRAYED = 64,    /* it is to be absent, and pawl knows it on another drive */
	MATTER_NUMBER = 128,    /* it is to be deleted, and `adopt` says its number alone */
	MATTER_DIFFERS = 256,   /* in its size, its blocks or its sharing */
	MATTER_ELSEWHERE = 512, /* somebody else gave it to a controller that is not to have it */
};
unsigned namespace_matters(const struct resource *); /* those of a wished one, once derived; 0: none */
bool namespace_is_certain(const struct resource *);  /* none of them is about which one is meant */

/* The one that is some of what `adopt` says, and not all; NULL: none. */
const struct drive_namespace *namespace_half_meant(
	const struct survey *, const struct function *pf, const struct resource *);

/* NS_SIZE, NS_BLOCK_SIZE, NS_SHARED: it is not as wished. These are said when one is made, and stay. */
bool namespace_differs(const struct resource *, size_t row, const struct drive_namespace *);

/* The first controller that has it from somebody else than pawl, and is not to; NULL: none. */
const uint16_t *namespace_stranger(const struct survey *, const struct function *pf, const struct resource *,
	const struct drive_namespace *);

#endif

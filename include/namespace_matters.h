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

/* Which one pawl knows by this name, here or elsewhere, as a word; the caller frees it. NULL: none. */
char *namespace_known(const struct survey *, const struct function *pf, const char *name);

/* It has had that name, or asked for one to have it. */
bool namespace_is_heard_of(const struct survey *, const struct function *pf, const char *name);

/* Another drive that has the one that pawl knows by this name; NULL: none that can be asked. */
const struct function *namespace_elsewhere(const struct survey *, const struct function *pf, const char *name,
	const struct drive_namespace **ret_there);

/* Those of a drive that neither pawl nor the wish of that device has a name for. {0}: not looked for yet. */
struct nameless {
	const struct resource *under;
	const struct drive_namespace **all;
	size_t n;
};
void nameless_free(struct nameless *);

/* Of one that is to be made, or to be absent and whose name pawl has never heard: each of these that may be
 * it by what the file says; `cursor` starts at 0. NULL: no more. */
const struct drive_namespace *namespace_alike(const struct survey *, const struct function *pf,
	const struct resource *, const struct state *want, struct nameless *, size_t *cursor);

/* It is known by more than its number. */
bool namespace_is_identified(const struct drive_namespace *);

/* The one that is some of what `adopt` says, and not all; NULL: none. */
const struct drive_namespace *namespace_half_meant(
	const struct survey *, const struct function *pf, const struct resource *);

/* What `adopt` could say of those that a dead run may have made for it. */
void namespace_print_candidates(
	const struct survey *, const struct function *pf, const struct resource *, struct text *);

/* NS_SIZE, NS_BLOCK_SIZE, NS_SHARED: it is not as wished. These are said when one is made, and stay. */
bool namespace_differs(const struct resource *, size_t row, const struct drive_namespace *);

/* The first controller that has it from somebody else than pawl, and is not to; NULL: none. */
const uint16_t *namespace_stranger(const struct survey *, const struct function *pf, const struct resource *,
	const struct drive_namespace *);

/* What takes it from a controller that somebody else gave it to, for a shell; the caller frees it. */
char *namespace_detach_command(const struct function *pf, uint32_t nsid, unsigned controller);

#endif

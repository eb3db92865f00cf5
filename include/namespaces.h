/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * namespaces.h: what is wished for the namespaces of an NVMe drive. Floor 3, kinds.
 */
#ifndef NAMESPACES_H
#define NAMESPACES_H

#include "nvme_namespaces.h"
#include "resource.h"
#include "survey.h"

#define NS_KEY        "ns"        /* "ssd0.ns.db" */
#define ALL_REMAINING INT64_C(-1) /* of a size: what the drive has left */
#define NS_BLOCK      512         /* the block-size where a file says none */

/* Of what pawl has not made, or whose ledger is lost. */
enum { ADOPT_NSID, ADOPT_NGUID, ADOPT_EUI64, ADOPT_UUID };
struct namespace_adopt {
	uint64_t set;
	int64_t nsid;
	char *nguid, *eui64, *uuid;
};

enum {
	NS_STATE,
	NS_SIZE,
	NS_BLOCK_SIZE,
	NS_VF,
	NS_PF,
	NS_CONTROLLERS,
	NS_SHARED,
	NS_ADOPT,
	NS_WORD,
	NS_HELD,
	NS_ATTACHED,
	NS_RIVAL,
};
struct namespace_body {
	uint64_t set;
	char *state;
	int64_t size, block_size, vf;
	bool pf, shared;
	struct list controllers; /* of int64_t */
	struct namespace_adopt adopt;
	char *word;     /* observed: which it is (nvme_namespaces.h); derived in the wish */
	char *held;     /* likewise: the controllers that have it, "1 5" */
	char *attached; /* the same in people's words: "pf, vf.0" */
	/* derived: another name of the wish for the same one; of one that is to be made, a name that nobody
	 * wishes for any more, and whose namespace might be meant */
	char *rival;
	uint64_t reserved; /* derived, of all that remains: bytes for others that are yet to be made */
	unsigned matters;  /* derived: namespace_matters.h */
};
extern const struct kind kind_namespace;
extern const struct kind kind_namespace_left; /* derived: no file has it any more, and the drive still does */
void namespaces_left(struct resource *device, const struct survey *, struct state *);
#define NS_PRESENT "present"
#define NS_ABSENT  "absent"
bool namespace_is_absent(const struct resource *); /* it is to be deleted, with its data */
bool namespace_is_made(const struct resource *);   /* by the plan, as the drive has it not */

/* "adopt: {nsid: 3, eui64: "0025385b71b00001"}"; the caller frees it. */
char *namespace_adopt_print(const struct drive_namespace *);

/* What `adopt` could say of those that a dead run may have made for it. */
void namespace_print_candidates(
	const struct survey *, const struct function *pf, const struct resource *, struct text *);

/* What takes it from a controller that somebody else gave it to, for a shell; the caller frees it. */
char *namespace_detach_command(const struct function *pf, uint32_t nsid, unsigned controller);

/* What those give back that are to be deleted, in bytes, and how many these are. */
uint64_t namespaces_freed(
	const struct survey *, const struct function *pf, const struct state *, size_t *ret_n);

#endif

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

/*
 * NONE: it was never made. HERE: this one is it. FOUND: a run has asked for it, saw no answer, and this one
 * alone may be it. GONE: what it was is not on the drive. UNTOLD: an earlier run may have made it, and which
 * it is cannot be told. Which it is is set when it is HERE or FOUND alone.
 */
enum namespace_fate { NAMESPACE_NONE, NAMESPACE_HERE, NAMESPACE_FOUND, NAMESPACE_GONE, NAMESPACE_UNTOLD };
enum namespace_fate namespace_find(const struct survey *, const struct function *pf,
	const struct resource *namespace, struct drive_namespace **ret_namespace);

/* The one that pawl knows by this name, when the drive has it; NULL: none. */
const struct drive_namespace *namespace_called(
	const struct survey *, const struct function *pf, const char *name);

/* One that may be what a run that died has asked for by this name; NULL: none. */
const struct drive_namespace *namespace_asked(
	const struct survey *, const struct function *pf, const char *name);

/* Another name than this that pawl knows it by; NULL: none. */
const char *namespace_owner(
	const struct survey *, const struct function *pf, const char *name, const struct drive_namespace *);

/* Of a drive that tells nothing, too: pawl knows of a namespace there. */
bool namespaces_are_known(const struct survey *, const struct function *pf);

/* Pawl has given it to that controller, for whatever name. */
bool namespace_is_given(
	const struct survey *, const struct function *pf, const struct drive_namespace *, uint16_t cntlid);

/* Pawl has given it to that controller, for this name. */
bool namespace_gave(const struct survey *, const struct function *pf, const struct resource *namespace,
	const struct drive_namespace *, uint16_t cntlid);

/* "adopt: {nsid: 3, eui64: "0025385b71b00001"}"; the caller frees it. */
char *namespace_adopt_print(const struct drive_namespace *);

/* What the wish says of names that the ledger does not know yet: adds to the list. */
void namespaces_named(const struct survey *, const struct state *want, struct applied_list *ret_names);

/* What those give back that are to be deleted, in bytes, and how many these are. */
uint64_t namespaces_freed(
	const struct survey *, const struct function *pf, const struct state *, size_t *ret_n);

#endif

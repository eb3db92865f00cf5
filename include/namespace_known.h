/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * namespace_known.h: what pawl knows the namespaces of a drive by, and to whom it gave them. Floor 3, kinds.
 */
#ifndef NAMESPACE_KNOWN_H
#define NAMESPACE_KNOWN_H

#include "nvme_namespaces.h"
#include "resource.h"
#include "survey.h"

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

/* Which one pawl knows by this name, here or elsewhere, as a word; the caller frees it. NULL: none. */
char *namespace_known(const struct survey *, const struct function *pf, const char *name);

/* It has had that name, or asked for one to have it. */
bool namespace_is_heard_of(const struct survey *, const struct function *pf, const char *name);

/* Another drive that has the one that pawl knows by this name; NULL: none that can be asked. */
const struct function *namespace_elsewhere(const struct survey *, const struct function *pf, const char *name,
	const struct drive_namespace **ret_there);

/* It is known by more than its number. */
bool namespace_is_identified(const struct drive_namespace *);

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

/* What the wish says of names, and of who has them, that the ledger does not know yet: adds to the list. */
void namespaces_named(const struct survey *, const struct state *want, struct applied_list *ret_names);

#endif

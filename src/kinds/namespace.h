/* SPDX-License-Identifier: GPL-2.0-or-later */
/* namespace.h: what the files of one kind share. Of src/kinds/namespace*.c only. */
#ifndef NAMESPACE_H
#define NAMESPACE_H

#include "kinds_rows.h"
#include "namespaces.h"

void namespace_derive(struct resource *, const struct survey *, struct state *);
void namespace_narrow(struct resource *, const struct survey *, const struct state *);
int namespace_observe(
	const struct survey *, const struct resource *want, struct resource *have, struct report *);
void namespace_steps(const struct changes *, const struct survey *, struct plan *);

/* Which one pawl knows by this name, here or elsewhere, as a word; the caller frees it. NULL: none. */
char *namespace_known(const struct survey *, const struct function *pf, const char *name);

/* It has had that name, or asked for one to have it. */
bool namespace_is_heard_of(const struct survey *, const struct function *pf, const char *name);

/* Another drive that has the one that pawl knows by this name; NULL: none that can be asked. */
const struct function *namespace_elsewhere(const struct survey *, const struct function *pf, const char *name,
	const struct drive_namespace **ret_there);

/* Of what is to be absent; `there` is the one that would be deleted, NULL: none. -1: it is refused. */
int namespace_absent_check(const struct survey *, const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *);

/* Never resized: whoever wants another size wants another namespace. */
bool namespace_size_differs(const struct resource *want, const struct drive_namespace *there);

/* The drive that it is on, when it can be asked and manages namespaces; NULL: not. */
const struct function *namespace_drive(const struct survey *, const struct resource *);

/* It tells nothing of itself, and might to the drive's own controller, which has it not. */
bool namespace_is_silent(const struct drive *, const struct drive_namespace *);

/* An error like that one, of this row of the wish. That its UUID is told to another controller alone. -1. */
int namespace_refuse(
	const struct resource *, size_t row, const struct finding *like, const char *text, struct report *);
int namespace_refuse_silent(
	const struct resource *, const struct function *pf, uint32_t nsid, struct report *);

/*
 * Is it nobody else's name; is it the one that had the name; of one that is to be deleted: does `adopt` say
 * enough, and the drive? -1 and a finding when not.
 */
int namespace_check_owner(const struct survey *, const struct resource *, const struct function *pf,
	const struct drive_namespace *, struct report *);
int namespace_check_known(const struct survey *, const struct resource *, const struct function *pf,
	const struct drive_namespace *, struct report *);
int namespace_check_proof(
	const struct resource *, const struct function *pf, const struct drive_namespace *, struct report *);
int namespace_check_told(const struct survey *, const struct resource *, const struct function *pf,
	const struct drive_namespace *, struct report *);

/* What `adopt` could say of those that a dead run may have made for it. */
void namespace_print_candidates(
	const struct survey *, const struct function *pf, const struct resource *, struct text *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* namespace.h: what the files of one kind share. Of src/kinds/namespace*.c only. */
#ifndef NAMESPACE_H
#define NAMESPACE_H

#include "kinds_rows.h"
#include "namespace_known.h"
#include "namespace_matters.h"

void namespace_derive(struct resource *, const struct survey *, struct state *);
void namespace_narrow(struct resource *, const struct survey *, const struct state *);
int namespace_observe(
	const struct survey *, const struct resource *want, struct resource *have, struct report *);
void namespace_steps(const struct changes *, const struct survey *, struct plan *);

/*
 * What pawl has noted of a name: of this drive, or the last; NULL: nothing. Was it noted of this
 * drive; is the drive's one of that word it; and which one is it by the word that came (applied.h), NULL: it
 * is not there.
 */
const struct applied *namespace_kept(const struct survey *, const struct function *pf, const char *name);
bool kept_is_of(const struct survey *, const struct applied *, const struct function *pf);
bool namespace_known_as(const struct survey *, const struct applied *, const struct function *pf,
	const struct drive_namespace *, const char *word);
struct drive_namespace *namespace_kept_on(
	const struct survey *, const struct applied *, const struct function *pf);

/* Whoever has it, pawl has given it to them for that name. */
bool namespace_gave_all(
	const struct survey *, const struct function *pf, const char *name, const struct drive_namespace *);

/* It is this one that the name stands for. */
bool namespace_stands_for(const struct survey *, const struct function *pf, const struct resource *,
	const struct drive_namespace *);

/* The drive that it is on, when it can be asked and manages namespaces; NULL: not. */
const struct function *namespace_drive(const struct survey *, const struct resource *);

/* It tells nothing of itself, and might to the drive's own controller, which has it not. */
bool namespace_is_silent(const struct drive *, const struct drive_namespace *);

/* What is the matter with it, of what the survey has; `there` is what namespace_find has found. */
unsigned namespace_matters_find(const struct survey *, const struct resource *, const struct function *pf,
	enum namespace_fate, const struct drive_namespace *there);

/* `adopt` tells all that there is to tell of it: so it may take another name. */
bool namespace_adopts_whole(const struct resource *, const struct drive_namespace *there);

#endif

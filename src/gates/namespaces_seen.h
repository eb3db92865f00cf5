/* SPDX-License-Identifier: GPL-2.0-or-later */
/* namespaces_seen.h: what is asked of VFs that a plan gives away. Of src/gates/namespaces_seen*.c only. */
#ifndef NAMESPACES_SEEN_H
#define NAMESPACES_SEEN_H

#include "gate.h"
#include "lookup.h"

struct secondary;
struct word;

/* The files' words on namespaces, also those that --target leaves out; and of which VFs it has been said. */
struct seeing {
	const struct question *question;
	struct word *words;
	size_t n;
	bool is_read; /* the words, by who needs them */
	struct lookup told;
};

/* A VF that a step gives to somebody, or whose user it gives more. */
struct given {
	const struct step *step;
	const struct function *pf;
	size_t vf;
	const struct secondary *secondary;
	bool goes_on; /* its user is who it was: what the run takes from it later counts as well */
};

/* Is what this VF of the PF has meant for who gets it? Once each: several steps may give it. */
void seeing_judge(struct seeing *, struct given, const struct function *pf, size_t vf);

/* And where a drive's physical function goes to another driver than its own: has it what is others'? */
void seeing_judge_whole(struct seeing *, struct given, const struct function *pf);

/* And where a VF gets a namespace with a guest that runs: is it for that one by the files? */
void seeing_judge_owner(const struct seeing *, const struct step *, const struct function *vf);

/* The next that the files name of this drive, and not to be absent; `cursor` starts at 0. NULL: no more. */
const struct resource *seeing_named(struct seeing *, const struct function *pf, size_t *cursor);

/* Whom a refusal is about: `name`, by which pawl knows the namespace, where that is no other device's; else
 * the VF, or the step's object. The caller frees it. */
char *seeing_blamed(const struct seeing *, const struct given *, const char *name);
void seeing_free(struct seeing *);

#endif

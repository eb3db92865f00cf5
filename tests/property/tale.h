/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * tale.h: a machine, what is wished of it and what happens to it: a story that nobody wrote.
 *
 * Made from a seed; printed in the format of stories. What may be left out of it is counted, so that a
 * counterexample can be made small.
 */
#ifndef TALE_H
#define TALE_H

#include "dice.h"
#include "survey.h"

/* Lines of a story, and those that end what they began ("hold", "release"); NULL: nothing is to be ended. */
struct event {
	char *lines, *undo;
};

struct tale {
	uint64_t seed;
	struct survey machine;
	char *facts;        /* the machine as a file */
	char *wish, *other; /* files; other NULL: the history has one wish alone */
	bool confidential;  /* a guest of it gets its functions in the secure world */
	bool runs_only;     /* nothing happens to it but `apply` and `resume` */
	bool half; /* a boot after a run that died, or a rollback that did: a driver may lack its override */
	bool by_hand;     /* others change the machine: it need not end as if they had not */
	bool wild;        /* what it wishes for namespaces is as dangerous as operators are */
	bool others_make; /* others make, give and delete namespaces, or lose the ledger */
	struct event *events;
	size_t n;
};

void tale_make(uint64_t seed, struct tale *ret_tale);
void tale_free(struct tale *);

/* The parts of making one. */
void machine_make(struct dice *, bool secure_world, bool wild, struct survey *ret_machine);
char *wish_make(struct dice *, const struct tale *);
char *wish_vary(struct dice *, const char *wish, bool wild); /* a later one, much the same */
void history_make(struct dice *, struct tale *);
char *death_make(struct dice *, const struct tale *); /* "die ..", a line that strikes the next run */

/* As a story, for the caller to free. BEGUN: no more than the machine; UNDISTURBED: without
 * the history. */
enum telling { BEGUN, UNDISTURBED, WHOLE };
char *tale_print(const struct tale *, enum telling);

/* The tale without one of its pieces: an event, a line of a wish, a function. */
size_t tale_pieces(const struct tale *);
void tale_without(const struct tale *, size_t piece, struct tale *ret_tale);

#endif

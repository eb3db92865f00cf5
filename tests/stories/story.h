/* SPDX-License-Identifier: GPL-2.0-or-later */
/* story.h: a story is a text file that people can read; HACKING.md says how one is written. */
#ifndef STORY_H
#define STORY_H

#include "on_twin.h"
#include <stdio.h>

/* One line of a story, with the "| " lines that follow it as its body. */
struct passage {
	char *verb, *rest; /* rest is "" when there is nothing more */
	char *body;
	size_t line;
};
struct story {
	char *name; /* its path */
	struct passage *passages;
	size_t n;
};

/* Where a story happens. Each call returns 0, or -1 with `why` filled in. */
struct stage {
	void *data;
	bool user;          /* not root */
	const char *answer; /* to the question of the next run; NULL: there is no terminal */
	unsigned columns;   /* of the screen that the next run writes to; 0: it is none */
	/* a fault may strike in any run: that run is made again, and what runs say is not compared */
	bool struck, was_struck;
	bool others_write; /* in the next run */
	bool faults_strike,
		armed; /* a fault that the story sets and that never strikes is a mistake; one is set */
	bool alone;    /* apply one device after the other, whatever the story says of it */
	/* in the lab a boot ends the program, which is started again with what is on the disk */
	size_t booted, boots; /* the line that it goes on after, and the one that it ends at; 0: neither */
	int (*run)(struct stage *, char *const *words, struct said *, struct text *why);
	/* each command that a run has named is one that can be given; NULL: nobody tries here */
	int (*paste)(const struct stage *, const char *said, struct text *why);
	int (*act)(
		struct stage *, const struct passage *, struct text *why); /* verbs that change the machine */
	int (*see)(struct stage *, const char *address, const char *attribute, struct text *value);
	int (*close)(struct stage *, struct text *why); /* what must hold at the end */
};

struct story *story_read(const char *path); /* an absolute path; NULL: said on stderr */
struct story *story_parse(const char *name, const char *text);
void story_free(struct story *);

/* The value of the first passage of that verb, or NULL. */
const char *story_word(const struct story *, const char *verb);
const char *story_body(const struct story *, const char *verb); /* the same of its body */

/* What follows "write PATH VALUE": "", it was taken; "blocks", it is in the kernel; else an errno's name. */
const char *write_answer(int error);

const char *story_base(const struct story *);
char *story_facts(
	const struct story *); /* path of its facts, NULL when there are none; the caller frees it */

/* Plays it; `why` says which line did not hold. The stage stays open. */
int story_play(const struct story *, struct stage *, struct text *why);

/* The stages: the twin of the story's facts, and this very machine (the lab only: it changes it). */
int stage_twin(struct stage *, const struct story *, struct text *why);
int stage_live(struct stage *, const struct story *, struct text *why);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * gate.h: questions that must be answered well before anything is written. One row each. Floor 3, gates.
 *
 * Gates see data only: the plan, the survey as it is now, and the survey that the twin predicts (predict.h).
 */
#ifndef GATE_H
#define GATE_H

#include "kind.h"
#include "lookup.h"

enum weight { WEIGHT_ADVICE, WEIGHT_ALLOWABLE, WEIGHT_NEVER };
enum answer { ANSWER_GOOD, ANSWER_BAD };

/* What the operator lets happen although a gate says no: --allow=ID[:OBJECT]. Never of a NEVER gate. */
struct allowance {
	const struct gate *gate;
	const char *object; /* as name_fits takes it (object.h); NULL: whatever it is about */
	bool needless;      /* nothing was refused that it lets pass: no next command has it */
};
struct allowances {
	struct allowance *all;
	size_t n;
};
bool allowance_fits(const struct allowance *, const char *id, const char *object);

/*
 * What the plan comes to, by the word of the host's twin. It takes longer than the plan itself: it is made
 * when a gate asks for it first, and no gate asks before something of the plan calls for it. All of it is
 * freed by prediction_free, and `end` with it.
 */
struct prediction {
	void (*make)(struct prediction *);
	const struct survey *end; /* NULL: nobody has asked yet */
	bool *done;               /* by number of the step, from 0: the twin has done it */
	struct stop {
		const struct step *at; /* NULL: before any step */
		char *why;             /* NULL: it did not stop */
	} * stops, *first; /* by number of the lane, and one of the whole; which was first, NULL: none */
};

/*
 * What a gate is asked about. step NULL: the whole plan, when it is made. Else only the device of this step,
 * right before its write: what came before it is done, and `now` tells all; nothing is predicted.
 */
struct question {
	const struct gate *gate;
	const struct plan *plan;
	const struct step *step;
	const struct survey *now;
	struct prediction *prediction; /* of a gate that `asks_twin`; NULL: none; question_then makes it */
	bool *told; /* by number of the lane, and one of the whole: its stop has been said */
	struct report *report;
	struct lookup *noes; /* the gates that have said no, each with the device that it said it of */
	bool refused;        /* one before this has */
	bool *ret_refused;   /* set when this one says no */
};

struct gate {
	const char *id, *question, *explain, *fix;
	enum weight weight;
	bool by_name;           /* it is allowed of one object alone, by its whole name */
	const char *after[5];   /* of a device of which one of these has said no, this one says nothing */
	enum answer unknown_is; /* rule 7, for this question */
	bool asks_twin;         /* what the plan comes to: it is asked after those that do not */
	bool of_state;          /* what is there is not known enough to say that it is as wished */
	bool of_matter;         /* nothing is planned for it, and it is not as wished (namespace_matters.h) */
	/* Adds an ERROR with outcome REFUSED for each object that fails. */
	void (*judge)(const struct question *);
};

extern const struct gate *const gates[]; /* NULL-ended; each is asked after those that it rests on */
const struct gate *gate_find(const char *id);

/*
 * Who gets a VF of a drive by this step gets what is attached to it by then: right before it that is asked
 * again. Not where neither files nor pawl name any namespace. `target` is the step's, filled in.
 */
bool step_gives_namespaces(
	const struct plan *, const struct step *, const char *target, const struct survey *now);

#endif

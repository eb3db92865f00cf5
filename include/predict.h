/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * predict.h: what a plan comes to, told by the twin of its host. Floor 4, engine.
 *
 * The twin is made of what was surveyed, debts paid, and the one loop (engine/apply.c) goes through the
 * plan on it, as `rehearse` does. Of the host nothing is read, to it nothing is written. No gate is asked
 * on the way: it is for the gates that this is done.
 *
 * Where the twin stops, since a step is not taken or something was not captured, the lane's other steps are
 * not done, and `stops` says why; other lanes go on, so that nobody is blamed for them. What a gate wants to
 * know of a step that is not done is not known, and its row says what that counts as (rule 7): so it is for
 * a driver that the twin does not know, and for a guest that cannot start.
 *
 * Right before a step nothing is predicted anew: the survey of the step's lane is (rule 5), all before it is
 * done, and other lanes may be in the middle of a write, from which no twin could go on.
 */
#ifndef PREDICT_H
#define PREDICT_H

#include "engine.h"

struct twin;

/* A twin of the planning's host with its platform's reactions; host_free(twin_host()) frees it. */
struct twin *planning_twin(const struct planning *);

/* Nothing is made yet: its `make` does it, once. prediction_free frees it, before the planning goes. */
struct prediction *planning_predict(const struct planning *);
void prediction_free(struct prediction *);

/* Asks all gates about the whole plan, with a prediction at hand; -1 when any refuses. */
int planning_judge(const struct planning *, struct report *);

/* Only those about what is there, whatever is to be changed: for who changes nothing; and those that tell why
 * nothing is planned for what is not as wished: for who has changed all that was. */
int planning_judge_state(const struct planning *, struct report *);
int planning_judge_matters(const struct planning *, struct report *);

#endif

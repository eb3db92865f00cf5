/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks all gates, each after those that it rests on, and reports every refusal. */
#include "predict.h"

/* What is asked of each gate, and what the answers come to. */
struct judging {
	struct question question; /* without what is each gate's own */
	struct prediction *prediction;
	enum { ALL_GATES, OF_STATE, OF_MATTER } which;
	bool refused;
};

static void ask(struct judging *judging, const struct gate *gate)
{
	struct question question = judging->question;
	bool says_no = false;

	question.gate = gate;
	question.prediction = gate->asks_twin ? judging->prediction : NULL;
	question.refused = judging->refused;
	question.ret_refused = &says_no;
	gate->judge(&question);
	judging->refused |= says_no;
}

static bool is_asked(const struct judging *judging, const struct gate *gate)
{
	return judging->which == ALL_GATES || (judging->which == OF_STATE ? gate->of_state : gate->of_matter);
}

/* The table lists a gate after those that it rests on (tests/unit/test_gates.c). */
static void ask_those(struct judging *judging, bool asks_twin)
{
	for (size_t i = 0; gates[i]; i++)
		if (gates[i]->asks_twin == asks_twin && is_asked(judging, gates[i]))
			ask(judging, gates[i]);
}

static int judge(struct judging *judging, const struct plan *plan)
{
	struct lookup noes = { 0 };
	AUTO_FREE bool *told = memory_new(plan->n_lanes + 1, sizeof(*told));

	judging->question.plan = plan;
	judging->question.told = told;
	judging->question.noes = &noes;
	ask_those(judging, false);
	ask_those(judging, true);
	lookup_free(&noes);
	return judging->refused ? -1 : 0;
}

int plan_judge(const struct plan *plan, const struct step *step, const struct survey *now,
	struct prediction *prediction, struct report *report)
{
	struct judging judging = {
		.question = { .step = step, .now = now, .report = report },
		.prediction = prediction,
	};

	return judge(&judging, plan);
}

int planning_judge_state(const struct planning *planning, struct report *report)
{
	struct judging judging = {
		.question = { .now = &planning->survey, .report = report },
		.which = OF_STATE,
	};

	return judge(&judging, &planning->plan);
}

int planning_judge_matters(const struct planning *planning, struct report *report)
{
	struct judging judging = {
		.question = { .now = &planning->survey, .report = report },
		.which = OF_MATTER,
	};

	return judge(&judging, &planning->plan);
}

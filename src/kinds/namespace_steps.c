/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps that delete namespaces, make them, and give them to controllers or take them away. */
#include "namespace.h"
#include <stdlib.h>

/* All steps of one drive are made from this. */
struct making {
	struct plan *plan;
	const struct survey *survey;
	const struct function *pf;
	char *lock;
	struct text list;        /* its namespaces, as the steps so far leave them */
	const struct step *last; /* that changed the list */
};

static struct step *add_step(struct making *making, const struct change *change, const struct knob *knob,
	const char *target, const char *before, const char *after)
{
	return plan_add(making->plan, &(struct step){ .knob = knob,
					      .target = (char *)target,
					      .before = (char *)before,
					      .after = (char *)after,
					      .object = change->want->name,
					      .lock = making->lock,
					      .why = change,
					      .flags = STEP_SLOW });
}

static void learns_word(struct step *step, const char *name)
{
	AUTO_FREE char *learned = text_print("%s." LEARN_WORD, name);

	step_learns(step, &(struct binding){ .name = learned });
}

/* What the drive makes of it the next one's `before` has as what was learned. */
static const struct step *add_making(struct making *making, const struct change *change)
{
	const struct namespace_body *want = change->want->body;
	AUTO_FREE char *target = namespace_target(making->pf->address, change->want->name);
	const char *before = text_string(&making->list), *between = *before ? " " : "";
	AUTO_TEXT struct text after = { 0 };
	struct step *step;

	text_add(&after, before);
	text_addf(&after, "%s%s", between, want->word);
	step = add_step(making, change, &knob_namespace, target, before, text_string(&after));
	learns_word(step, change->want->name);
	making->last = step_then(step, making->last);
	text_addf(&making->list, "%s${%s." LEARN_WORD "}", between, change->want->name);
	return step;
}

static const char *held_by(const struct change *change)
{
	const struct namespace_body *have = change->have ? change->have->body : NULL;

	return have && have->held ? have->held : "";
}

/* By its word; the caller frees what was made for it. */
static struct holding holding_of(const struct making *making, const struct change *change, const char *word)
{
	struct holding holding = {
		.plan = making->plan,
		.survey = making->survey,
		.pf = making->pf,
		.like = { .target = holders_target(making->pf->address, word),
			.object = change->want->name,
			.lock = making->lock,
			.why = change },
	};

	text_add(&holding.now, held_by(change));
	return holding;
}

static void holding_free(struct holding *holding)
{
	free(holding->like.target);
	text_free(&holding->now);
}

/* Nobody has it any more when it goes: a drive would take it from whoever has it (5.23). */
static void add_deleting(struct making *making, const struct change *change)
{
	const struct namespace_body *have = change->have->body;
	AUTO_FREE char *all = namespace_target(making->pf->address, change->want->name);
	AUTO_FREE char *before = string_copy(text_string(&making->list));
	struct holding holding = holding_of(making, change, have->word);
	struct step *step;

	holding_take(&holding, "");
	text_free(&making->list);
	listing_leave(before, have->word, &making->list);
	step = add_step(making, change, &knob_namespace, all, before, text_string(&making->list));
	step->flags |= STEP_DATA_LOSS;
	namespaces_order_deleting(making->plan, making->pf, step);
	making->last = step_then(step_then(step, holding.last), making->last);
	holding_free(&holding);
}

/* made: the step that makes it; NULL, it is there. */
static struct holding take(const struct making *making, const struct change *change, const struct step *made)
{
	const struct namespace_body *want = change->want->body;
	AUTO_FREE char *word =
		made ? text_print("${%s." LEARN_WORD "}", change->want->name) : string_copy(want->word);
	struct holding holding = holding_of(making, change, word);

	holding.last = made;
	if (resource_given(change->want, NS_HELD) && !made)
		holding_take(&holding, want->held);
	return holding;
}

static void give(struct holding *holding)
{
	const struct namespace_body *want = holding->like.why->want->body;

	holding_give(holding, want->held ? want->held : "");
}

/* The word by that number, which another port may know by more, or by less; NULL: there is none. */
static char *word_numbered(const char *list, uint32_t nsid)
{
	while (*list) {
		AUTO_FREE char *word = words_next(&list);

		if (namespace_number(word) == nsid)
			return string_copy(word);
	}
	return NULL;
}

/* What steps at another port of the drive make, and delete, is so at this one. */
static void list_follow(struct making *making, const struct step *step)
{
	AUTO_FREE char *before = string_copy(text_string(&making->list));
	AUTO_FREE char *address = target_address(step->target);
	AUTO_FREE char *deleted = NULL, *word = NULL;
	const struct function *port = survey_function(making->survey, address);

	if (step->knob != &knob_namespace || !port || !drive_is_port(port, making->pf))
		return;
	making->last = step;
	if (step->n_learns) {
		text_addf(&making->list, "%s${%s." LEARN_WORD "}", *before ? " " : "", step->object);
		return;
	}
	deleted = listing_added(step->after, step->before);
	word = deleted ? word_numbered(before, namespace_number(deleted)) : NULL;
	text_free(&making->list);
	listing_leave(before, word ? word : "", &making->list);
}

/* What is the matter with the others a gate tells: nothing is done to them. */
static bool is_planned(const struct change *change, bool absent)
{
	return !namespace_matters(change->want) && namespace_is_absent(change->want) == absent;
}

/*
 * All are made before the first is given away: who has one does not count as new (nvme_namespaces.h). And all
 * are taken before the first is given: who gets one of another's has not both for a while.
 */
static void make_and_give(struct making *making, const struct changes *changes)
{
	AUTO_FREE const struct step **made = memory_new(changes->n, sizeof(*made));
	AUTO_FREE struct holding *all = memory_new(changes->n, sizeof(*all));
	size_t n = 0;

	for (size_t i = 0; i < changes->n; i++)
		if (is_planned(&changes->all[i], false) &&
			(!changes->all[i].have || !resource_given(changes->all[i].have, NS_WORD)))
			made[i] = add_making(making, &changes->all[i]);
	for (size_t i = 0; i < changes->n; i++)
		if (is_planned(&changes->all[i], false))
			all[n++] = take(making, &changes->all[i], made[i]);
	for (size_t i = 0; i < n; i++) {
		give(&all[i]);
		holding_free(&all[i]);
	}
}

/* What goes makes room for what comes. */
void namespace_steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	struct making making = {
		.plan = plan,
		.survey = survey,
		.pf = namespace_drive(survey, changes->all[0].want),
	};

	if (!making.pf)
		return;
	making.lock = function_device(making.pf);
	text_add(&making.list, making.pf->drive->listed);
	for (size_t i = 0; i < plan->n; i++)
		list_follow(&making, plan->steps[i]);
	for (size_t i = 0; i < changes->n; i++)
		if (is_planned(&changes->all[i], true))
			add_deleting(&making, &changes->all[i]);
	make_and_give(&making, changes);
	free(making.lock);
	text_free(&making.list);
}

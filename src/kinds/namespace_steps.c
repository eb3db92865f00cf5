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

/* Gives it to a controller, or takes it from one. */
static struct step *add_move(struct making *making, const struct change *change, const char *target,
	const char *before, const char *after)
{
	struct step *step = add_step(making, change, &knob_controllers, target, before, after);

	namespaces_order_holders(making->plan, making->survey, step);
	namespaces_order_ports(making->plan, making->survey, step);
	return step;
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

/* What a host's driver, or a guest, has of it through that controller is gone at once (5.22). */
static struct step *add_detach(struct making *making, const struct change *change, const char *target,
	const char *controller, struct text *now)
{
	const struct namespace_body *have = change->have->body;
	uint16_t cntlid = (uint16_t)strtoul(controller, NULL, 10);
	AUTO_FREE char *before = string_copy(text_string(now));
	AUTO_FREE char *place = controller_place(making->survey, making->pf, cntlid);
	bool here = place && survey_function(making->survey, place);
	struct step *step;

	text_free(now);
	listing_leave(before, controller, now);
	step = add_move(making, change, target, before, text_string(now));
	step->flags |= STEP_DISRUPTIVE;
	if (place)
		step_affects(step, EFFECT_NAMESPACE_LOST, place, here)->nsid = namespace_number(have->word);
	namespaces_order_count(making->plan, controller_port(making->survey, making->pf, cntlid), step, here);
	return step;
}

/* The last of the steps that take it from those who have it and are not to; `now` is who has it then. */
static const struct step *add_detaches(struct making *making, const struct change *change, const char *target,
	const char *wanted, struct text *now)
{
	AUTO_FREE char *had = string_copy(text_string(now));
	const char *rest = had;
	const struct step *last = NULL;

	while (*rest) {
		AUTO_FREE char *controller = words_next(&rest);

		if (!words_hold(wanted, controller))
			last = step_then(add_detach(making, change, target, controller, now), last);
	}
	return last;
}

static const char *held_by(const struct change *change)
{
	const struct namespace_body *have = change->have ? change->have->body : NULL;

	return have && have->held ? have->held : "";
}

/* Nobody has it any more when it goes: a drive would take it from whoever has it (5.23). */
static void add_deleting(struct making *making, const struct change *change)
{
	const struct namespace_body *have = change->have->body;
	AUTO_FREE char *one = holders_target(making->pf->address, have->word);
	AUTO_FREE char *all = namespace_target(making->pf->address, change->want->name);
	AUTO_FREE char *before = string_copy(text_string(&making->list));
	AUTO_TEXT struct text holders = { 0 };
	const struct step *detached;
	struct step *step;

	text_add(&holders, held_by(change));
	detached = add_detaches(making, change, one, "", &holders);
	text_free(&making->list);
	listing_leave(before, have->word, &making->list);
	step = add_step(making, change, &knob_namespace, all, before, text_string(&making->list));
	step->flags |= STEP_DATA_LOSS;
	namespaces_order_deleting(making->plan, making->pf, step);
	making->last = step_then(step_then(step, detached), making->last);
}

/* Who has one of them, as its steps so far leave it. */
struct holding {
	const struct change *change;
	char *target;
	struct text now;
	const struct step *last; /* that made it, or took it from somebody */
};

/* made: NULL, it is there. */
static void take(struct making *making, struct holding *holding, const struct step *made)
{
	const struct namespace_body *want = holding->change->want->body;
	AUTO_FREE char *word = made ? text_print("${%s." LEARN_WORD "}", holding->change->want->name)
				    : string_copy(want->word);

	holding->target = holders_target(making->pf->address, word);
	holding->last = made;
	text_add(&holding->now, held_by(holding->change));
	if (resource_given(holding->change->want, NS_HELD) && !made)
		holding->last =
			add_detaches(making, holding->change, holding->target, want->held, &holding->now);
}

static void give(struct making *making, struct holding *holding)
{
	const struct namespace_body *want = holding->change->want->body;
	const char *rest = want->held ? want->held : "";

	while (*rest) {
		AUTO_FREE char *controller = words_next(&rest),
			       *before = string_copy(text_string(&holding->now));

		if (words_hold(before, controller))
			continue;
		text_addf(&holding->now, "%s%s", holding->now.length ? " " : "", controller);
		holding->last = step_then(add_move(making, holding->change, holding->target, before,
						  text_string(&holding->now)),
			holding->last);
	}
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
	for (size_t i = 0; i < changes->n; i++) {
		if (!is_planned(&changes->all[i], false))
			continue;
		all[n].change = &changes->all[i];
		take(making, &all[n++], made[i]);
	}
	for (size_t i = 0; i < n; i++) {
		give(making, &all[i]);
		free(all[i].target);
		text_free(&all[i].now);
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps that make namespaces and give them to controllers. */
#include "guest.h"
#include "namespace.h"
#include <inttypes.h>
#include <stdlib.h>

/* All steps of one drive are made from this. */
struct making {
	struct plan *plan;
	const struct function *pf;
	char *lock;
	struct text list;        /* its namespaces, as the steps so far leave them */
	const struct step *last; /* that made one */
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

static void learns(struct step *step, const char *name, const char *what)
{
	AUTO_FREE char *learned = text_print("%s.%s", name, what);

	step_learns(step, &(struct binding){ .name = learned });
}

/* What the drive makes of it the next one's `before` has as what was learned. */
static const struct step *add_making(struct making *making, const struct change *change)
{
	const struct namespace_body *want = change->want->body;
	AUTO_FREE char *target = text_print("%s ns %s", making->pf->address, change->want->name);
	AUTO_FREE char *before = string_copy(text_string(&making->list));
	AUTO_FREE char *after = text_print("%s%s%s", before, *before ? " " : "", want->word);
	struct step *step = add_step(making, change, &knob_namespace, target, before, after);

	learns(step, change->want->name, LEARN_NSID);
	learns(step, change->want->name, LEARN_WORD);
	if (making->last)
		step_needs(step, making->last, AFTER_DONE);
	making->last = step;
	text_addf(&making->list, "%s${%s." LEARN_WORD "}", *before ? " " : "", change->want->name);
	return step;
}

static void add_holders(struct making *making, const struct change *change, const struct step *made)
{
	const struct namespace_body *want = change->want->body,
				    *have = change->have ? change->have->body : NULL;
	const char *had = have && have->held ? have->held : "", *rest = want->held ? want->held : "";
	AUTO_FREE char *nsid = made ? text_print("${%s." LEARN_NSID "}", change->want->name)
				    : text_print("%" PRIu32, namespace_number(want->word));
	AUTO_FREE char *target = text_print("%s nsid %s", making->pf->address, nsid);
	AUTO_TEXT struct text now = { 0 };
	const struct step *last = made;

	text_add(&now, had);
	while (*rest) {
		AUTO_FREE char *controller = words_next(&rest), *before = NULL;
		struct step *step;

		if (words_hold(had, controller))
			continue;
		before = string_copy(text_string(&now));
		text_addf(&now, "%s%s", now.length ? " " : "", controller);
		step = add_step(making, change, &knob_controllers, target, before, text_string(&now));
		if (last)
			step_needs(step, last, AFTER_DONE);
		last = step;
	}
}

/* All are made before the first is given away: who has one does not count as new (nvme_namespaces.h). */
void namespace_steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	struct making making = { .plan = plan, .pf = namespace_drive(survey, changes->all[0].want) };
	AUTO_FREE const struct step **made = memory_new(changes->n, sizeof(*made));

	if (!making.pf)
		return;
	making.lock = function_device(making.pf);
	text_add(&making.list, making.pf->drive->listed);
	for (size_t i = 0; i < changes->n; i++)
		if (!changes->all[i].have || !resource_given(changes->all[i].have, NS_WORD))
			made[i] = add_making(&making, &changes->all[i]);
	for (size_t i = 0; i < changes->n; i++)
		add_holders(&making, &changes->all[i], made[i]);
	free(making.lock);
	text_free(&making.list);
}

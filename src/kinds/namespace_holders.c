/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps that take a namespace from controllers, and give it to others. */
#include "kinds_rows.h"
#include "nvme_namespaces.h"
#include <stdlib.h>

static struct step *add_move(struct holding *holding, const char *before)
{
	struct step like = holding->like, *step;

	like.knob = &knob_controllers;
	like.before = (char *)before;
	like.after = (char *)text_string(&holding->now);
	like.flags |= STEP_SLOW;
	step = plan_add(holding->plan, &like);
	namespaces_order_holders(holding->plan, holding->survey, step);
	holding->last = step_then(step, holding->last);
	return step;
}

static void detach(struct holding *holding, const char *controller)
{
	AUTO_FREE char *before = string_copy(text_string(&holding->now));
	uint32_t nsid = namespace_number(holders_word(holding->like.target));

	text_free(&holding->now);
	listing_leave(before, controller, &holding->now);
	step_takes_namespace(add_move(holding, before), holding->survey, holding->pf,
		(uint16_t)strtoul(controller, NULL, 10), nsid);
}

void holding_take(struct holding *holding, const char *wanted)
{
	AUTO_FREE char *had = string_copy(text_string(&holding->now));
	const char *rest = had;

	while (*rest) {
		AUTO_FREE char *controller = words_next(&rest);

		if (!words_hold(wanted, controller))
			detach(holding, controller);
	}
}

void holding_give(struct holding *holding, const char *wanted)
{
	const char *rest = wanted;

	while (*rest) {
		AUTO_FREE char *controller = words_next(&rest),
			       *before = string_copy(text_string(&holding->now));

		if (words_hold(before, controller))
			continue;
		text_addf(&holding->now, "%s%s", holding->now.length ? " " : "", controller);
		add_move(holding, before);
	}
}

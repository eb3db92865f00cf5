/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who has a namespace of a drive is again who had it before. */
#include "nvme_namespaces.h"
#include "put_back.h"
#include <stdlib.h>

static const struct function *drive_of(const struct survey *survey, const struct applied *given)
{
	AUTO_FREE char *address = target_address(given->target);

	return survey_function(survey, address);
}

bool holders_are_known(const struct asking *asking, const struct applied *given)
{
	const struct function *pf = given->knob == &knob_controllers ? drive_of(asking->survey, given) : NULL;

	if (!pf || drive_told(pf))
		return true;
	report_add(asking->report,
		&(struct finding){ .severity = ERROR,
			.outcome = UNAVAILABLE,
			.id = "fact-unknown",
			.object = put_back_object(given),
			.at = resource_place(asking->whose, asking->row),
			.hint = "bind the physical function to nvme, or capture the facts anew as root" },
		"who has which namespace of %s is not known", pf->address);
	return false;
}

static struct holding holding_of(const struct taking *taking, const struct applied *given)
{
	struct holding holding = {
		.plan = taking->plan,
		.survey = taking->survey,
		.pf = drive_of(taking->survey, given),
		.like = { .target = given->target,
			.object = (char *)put_back_object(given),
			.why = taking->change },
	};

	holding.like.lock = function_device(holding.pf);
	text_add(&holding.now, given->value);
	return holding;
}

/* All are taken before the first is given: who gets one of another's has not both for a while. */
void put_back_holders(const struct taking *taking)
{
	const struct applied_list *list = &taking->survey->applied;
	AUTO_FREE struct holding *all = memory_new(list->n + 1, sizeof(*all));
	AUTO_FREE const char **had = memory_new(list->n + 1, sizeof(*had));
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct applied *given = &list->all[i];

		if (given->knob != &knob_controllers ||
			!put_back_due(taking->survey, given->knob, given->target))
			continue;
		all[n] = holding_of(taking, given);
		had[n] = given->original;
		holding_take(&all[n], had[n]);
		n++;
	}
	for (size_t i = 0; i < n; i++) {
		holding_give(&all[i], had[i]);
		free(all[i].like.lock);
		text_free(&all[i].now);
	}
}

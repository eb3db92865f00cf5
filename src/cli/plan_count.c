/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a plan comes to, in figures. */
#include "text_step.h"

static bool device_is_new(const struct plan *plan, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (string_equal(plan->steps[i]->lock, plan->steps[index]->lock))
			return false;
	return plan->steps[index]->lock;
}

static bool device_follows(const struct plan *plan, size_t index)
{
	return index > 0 && string_equal(plan->steps[index - 1]->lock, plan->steps[index]->lock);
}

struct plan_count plan_count(const struct plan *plan)
{
	struct plan_count count = { .steps = plan->n };

	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];
		const char *symbol = step_symbol(step);

		count.creates += string_equal(symbol, "+");
		count.deletes += string_equal(symbol, "-");
		count.one_way += (step->flags & STEP_ONE_WAY) != 0;
		count.data_loss += (step->flags & STEP_DATA_LOSS) != 0;
		count.disruptive += (step->flags & STEP_DISRUPTIVE) || step->n_effects > 0;
		count.reboots += (step->flags & STEP_NEEDS_REBOOT) != 0;
		count.devices += !device_follows(plan, i) && device_is_new(plan, i);
	}
	count.changes = count.steps - count.creates - count.deletes;
	return count;
}

/* Risks are named when there are any; that there is none is said once. */
void plan_print_summary(const struct plan_count *count, struct text *text)
{
	text_addf(text, "\n%zu to create, %zu to change, %zu to delete", count->creates, count->changes,
		count->deletes);
	if (count->disruptive)
		text_addf(text, "; %zu %s", count->disruptive,
			plural(count->disruptive, "disrupts", "disrupt"));
	if (count->data_loss)
		text_addf(text, "; %zu %s DATA", count->data_loss, plural(count->data_loss, "LOSES", "LOSE"));
	if (count->one_way)
		text_addf(text, "; %zu IRREVERSIBLE", count->one_way);
	else
		text_add(text, "; nothing irreversible");
	if (count->reboots)
		text_addf(text, "; %zu %s", count->reboots, plural(count->reboots, "reboot", "reboots"));
	else
		text_add(text, ", no reboot");
	text_add(text, ".\n");
}

const char *plural(size_t n, const char *one, const char *more)
{
	return n == 1 ? one : more;
}

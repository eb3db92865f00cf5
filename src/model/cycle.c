/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names the steps that wait for one another. */
#include "order.h"

static void step_name(const struct step *step, struct text *text)
{
	struct place at = step_place(step);

	text_addf(text, "%s from \"%s\" to \"%s\"", step->object ? step->object : step->target,
		step->before ? step->before : "", step->after ? step->after : "");
	if (at.source)
		text_addf(text, " (%s:%u:%u)", at.source->name, at.line, at.column);
}

static bool is_blocked(const struct order *order, size_t node)
{
	return order->nodes[node].blockers > 0;
}

/* A blocked node needs at least one that is blocked as well. */
static size_t blocked_need(const struct order *order, size_t node)
{
	const struct step *step = order->nodes[node].step;
	size_t need = 0;

	while (!is_blocked(order, step->needs[need].on->number - 1))
		need++;
	return step->needs[need].on->number - 1;
}

/* Whoever goes from need to need comes to a circle; its member with the lowest number starts it. */
static size_t cycle_start(const struct order *order)
{
	AUTO_FREE bool *seen = memory_new(order->n, sizeof(*seen));
	size_t at = 0, start;

	while (!is_blocked(order, at))
		at++;
	for (; !seen[at]; at = blocked_need(order, at))
		seen[at] = true;
	start = at;
	for (size_t node = blocked_need(order, at); node != at; node = blocked_need(order, node))
		start = node < start ? node : start;
	return start;
}

void cycle_report(const struct order *order, struct report *report)
{
	AUTO_TEXT struct text names = { 0 };
	size_t start = cycle_start(order), at = start;
	const struct step *first = order->nodes[start].step;

	do {
		text_add(&names, at == start ? "" : "; ");
		step_name(order->nodes[at].step, &names);
		at = blocked_need(order, at);
	} while (at != start);
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "plan-cycle",
			.object = first->object,
			.at = step_place(first),
			.hint = "apply a part of the configuration first, without one of these",
		},
		"each of these steps must come after the next one, and the last after the first: %s",
		text_string(&names));
}

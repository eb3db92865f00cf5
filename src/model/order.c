/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds what must come before what in a plan. */
#include "order.h"
#include <stdlib.h>

static const struct kind *step_kind(const struct step *step)
{
	const struct resource *resource = step_resource(step);

	return resource ? resource->kind : NULL;
}

static struct node *need_node(const struct order *order, const struct step *step, size_t need)
{
	return &order->nodes[step->needs[need].on->number - 1];
}

/* While the plan is ordered, a step's number tells its node. */
static void order_add_nodes(struct order *order)
{
	for (size_t i = 0; i < order->n; i++) {
		struct node *node = &order->nodes[i];

		node->step = order->plan->steps[i];
		node->step->number = i + 1;
		node->kind = precedence_number(&order->precedence, step_kind(node->step));
		node->blockers = node->step->n_needs;
	}
	for (size_t i = 0; i < order->n; i++)
		order->nodes[i].waits = order->precedence.before[order->nodes[i].kind];
}

/* Counts each node's dependents, makes room for them in one array, then fills it from the back. */
static void order_add_dependents(struct order *order)
{
	size_t n = 0;

	for (size_t i = 0; i < order->n; i++) {
		for (size_t need = 0; need < order->nodes[i].step->n_needs; need++)
			need_node(order, order->nodes[i].step, need)->dependents++;
	}
	for (size_t i = 0; i <= order->n; i++) {
		n += order->nodes[i].dependents;
		order->nodes[i].dependents = n;
	}
	order->dependents = memory_new(n, sizeof(*order->dependents));
	for (size_t i = order->n; i-- > 0;) {
		for (size_t need = 0; need < order->nodes[i].step->n_needs; need++)
			order->dependents[--need_node(order, order->nodes[i].step, need)->dependents] = i;
	}
}

/* Kahn's algorithm, over the needs alone. -1: some nodes stay blocked. */
static int order_sort_by_needs(struct order *order)
{
	size_t end = 0;

	for (size_t i = 0; i < order->n; i++) {
		if (order->nodes[i].blockers == 0)
			order->by_needs[end++] = i;
	}
	for (size_t at = 0; at < end; at++) {
		const struct node *node = &order->nodes[order->by_needs[at]];

		for (size_t i = node->dependents; i < node[1].dependents; i++) {
			if (--order->nodes[order->dependents[i]].blockers == 0)
				order->by_needs[end++] = order->dependents[i];
		}
	}
	return end == order->n ? 0 : -1;
}

/*
 * Needs come before the order of kinds: who is needed waits for no kind that the needing step does not wait
 * for. So `waits` never shrinks along a need, and grows from a kind to one that is after it; a circle would
 * have to be one of needs alone, and there is none.
 */
static void order_yield_to_needs(struct order *order)
{
	for (size_t at = order->n; at-- > 0;) {
		const struct node *node = &order->nodes[order->by_needs[at]];

		for (size_t need = 0; need < node->step->n_needs; need++)
			need_node(order, node->step, need)->waits &= node->waits;
	}
}

static void order_free(struct order *order)
{
	free(order->nodes);
	free(order->dependents);
	free(order->by_needs);
}

int plan_order(struct plan *plan, const struct lanes *lanes, struct report *report)
{
	struct order order = { .plan = plan, .n = plan->n };
	int result;

	order.nodes = memory_new(plan->n + 1, sizeof(*order.nodes));
	order.by_needs = memory_new(plan->n, sizeof(*order.by_needs));
	plan_set_lanes(plan, lanes);
	order_add_nodes(&order);
	order_add_dependents(&order);
	result = order_sort_by_needs(&order);
	if (result < 0) {
		cycle_report(&order, report);
	} else {
		order_yield_to_needs(&order);
		schedule_steps(&order);
	}
	order_free(&order);
	return result;
}

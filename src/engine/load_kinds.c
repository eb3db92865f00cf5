/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks each kind for the mistakes of its resources that show without a machine. */
#include "node.h"

void load_check_kinds(struct load *load)
{
	for (size_t i = 0; i < load->state->n && !load_is_full(load); i++) {
		const struct resource *resource = load->state->all[i];
		struct report found = { 0 };

		if (resource->kind->check)
			resource->kind->check(resource, load->state, &found);
		if (resource->kind->check_missing && !load->partial)
			resource->kind->check_missing(resource, load->state, &found);
		for (size_t f = 0; f < found.n; f++)
			load_finding(load, &found.findings[f]);
		report_free(&found);
	}
}

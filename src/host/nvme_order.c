/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is written to make, remove, give or take a namespace: read strictly, as it goes to hardware. */
#include "nvme_paths.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const verbs[] = {
	[ORDER_CREATE] = NVME_CREATE ":",
	[ORDER_DELETE] = NVME_DELETE ":",
	[ORDER_ATTACH] = NVME_ATTACH ":",
	[ORDER_DETACH] = NVME_DETACH ":",
};
enum { N_VERBS = sizeof(verbs) / sizeof(verbs[0]) };

static void create_read(const char *rest, struct nvme_order *order)
{
	char shared = '\0';

	sscanf(rest, "%" SCNu64 "x%" SCNu32 "%c", &order->blocks, &order->block_bytes, &shared);
	order->shared = shared == 's';
}

static void order_read(const char *rest, struct nvme_order *order)
{
	switch (order->does) {
	case ORDER_CREATE:
		create_read(rest, order);
		break;
	case ORDER_DELETE:
		order->word = namespace_number(rest) ? rest : NULL;
		break;
	case ORDER_ATTACH:
	case ORDER_DETACH:
		order->cntlid = (uint16_t)strtoul(rest, NULL, 10);
		break;
	}
}

void nvme_order_print(const struct nvme_order *order, struct text *text)
{
	text_add(text, verbs[order->does]);
	switch (order->does) {
	case ORDER_CREATE:
		text_addf(text, "%" PRIu64 "x%" PRIu32 "%s", order->blocks, order->block_bytes,
			order->shared ? "s" : "");
		break;
	case ORDER_DELETE:
		text_add(text, order->word);
		break;
	case ORDER_ATTACH:
	case ORDER_DETACH:
		text_addf(text, "%u", order->cntlid);
		break;
	}
}

int nvme_order_parse(const char *text, struct nvme_order *ret_order)
{
	AUTO_TEXT struct text again = { 0 };
	struct nvme_order order = { 0 };
	size_t verb = 0;

	while (verb < N_VERBS && !string_starts(text, verbs[verb]))
		verb++;
	if (verb == N_VERBS)
		return -1;
	order.does = (enum nvme_does)verb;
	order_read(text + strlen(verbs[verb]), &order);
	if (order.does == ORDER_DELETE && !order.word)
		return -1;
	nvme_order_print(&order, &again);
	if (!string_equal(text_string(&again), text))
		return -1;
	*ret_order = order;
	return 0;
}

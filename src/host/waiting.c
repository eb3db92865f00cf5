/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lets a listener hear that the machine is still waited for, and tells what for. */
#include "waiting.h"
#include <stdlib.h>
#include <string.h>

/* A watch on nothing, which comes back at its deadline. */
static void tick_arm(struct host *host)
{
	if (host->listener && !host->tick)
		host->tick = host->ops->begin(host,
			&(struct op){ .verb = OP_WATCH, .path = "", .deadline_ns = host->listener->tick_ns });
}

/* A tick may come back when its listener is gone. */
int host_await(struct host *host, struct done *done)
{
	for (;;) {
		int answer;

		tick_arm(host);
		answer = host->ops->next(host, done);
		if (answer != 1 || !host->tick || done->ticket != host->tick)
			return answer;
		host->tick = 0;
		done_free(done);
		if (host->listener)
			host->listener->ticks(host->listener->data);
	}
}

/* What began together comes in one order, whichever helper has it. */
static int waiting_compare(const void *a, const void *b)
{
	const struct waiting *first = a, *second = b;

	if (first->since_ns != second->since_ns)
		return first->since_ns < second->since_ns ? -1 : 1;
	return strcmp(first->path, second->path);
}

size_t host_waiting(struct host *host, struct waiting *all, size_t room)
{
	size_t n = host->ops->waiting ? host->ops->waiting(host, NULL, 0) : 0;
	AUTO_FREE struct waiting *whole = memory_new(n + 1, sizeof(*whole));

	if (n == 0)
		return 0;
	host->ops->waiting(host, whole, n);
	qsort(whole, n, sizeof(*whole), waiting_compare);
	memcpy(all, whole, (n < room ? n : room) * sizeof(*whole));
	return n;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps attributes under way until the host has answered. */
#include "survey_readings.h"
#include <errno.h>
#include <stdlib.h>

/* A reading that was begun and has not come back yet. */
struct pending {
	uint64_t ticket;
	struct function *function;
	enum attribute attribute;
};

void reading_begin(struct readings *readings, struct host *host, struct function *function,
	enum attribute attribute, bool waits)
{
	AUTO_TEXT struct text scratch = { 0 };
	AUTO_FREE char *device = waits ? function_device(function) : NULL;
	AUTO_FREE char *lock = waits ? text_print(LOCK_DEVICE "%s", device) : NULL;
	struct op op;

	if (attributes[attribute].knob->read(function->address, &op, &scratch) < 0)
		return;
	op.lock = lock;
	if (!waits)
		op.deadline_ns = 0;
	readings->all = memory_grow(readings->all, readings->n, sizeof(struct pending));
	readings->all[readings->n++] = (struct pending){
		.ticket = host->ops->begin(host, &op),
		.function = function,
		.attribute = attribute,
	};
}

/* Most come back in the order of their beginning, so the search goes on from the last one found. */
static struct pending *pending_find(const struct readings *readings, uint64_t ticket, size_t *cursor)
{
	for (size_t i = 0; i < readings->n; i++) {
		size_t at = (*cursor + i) % readings->n;

		if (readings->all[at].ticket == ticket) {
			*cursor = at + 1;
			return &readings->all[at];
		}
	}
	return NULL;
}

static void pending_end(const struct pending *pending, struct done *done)
{
	struct reading *reading = &pending->function->attr[pending->attribute];

	reading_free(reading);
	attributes[pending->attribute].knob->parse(done, reading);
	done_free(done);
}

int readings_collect(struct readings *readings, struct host *host)
{
	size_t left = readings->n, cursor = 0;

	while (left > 0) {
		struct done done;
		int answer = host_next(host, &done);
		struct pending *pending = answer == 1 ? pending_find(readings, done.ticket, &cursor) : NULL;

		if (answer == -EINTR)
			host->asked_to_stop = true;
		else if (answer != 1)
			return answer ? -answer : EPROTO;
		if (!pending)
			continue;
		pending_end(pending, &done);
		left--;
	}
	readings->n = 0;
	return 0;
}

void readings_free(struct readings *readings)
{
	free(readings->all);
	*readings = (struct readings){ 0 };
}

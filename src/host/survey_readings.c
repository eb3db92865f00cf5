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
	void (*take)(struct function *, const struct done *); /* NULL: the attribute's knob takes it */
};

void reading_begin(struct readings *readings, struct host *host, struct function *function,
	enum attribute attribute, bool waits)
{
	const struct knob *knob = attributes[attribute].knob;
	AUTO_TEXT struct text scratch = { 0 };
	AUTO_FREE char *device = waits ? function_device(function) : NULL;
	AUTO_FREE char *lock = waits ? text_print(LOCK_DEVICE "%s", device) : NULL;
	struct op op;

	if (knob->read(knob, function->address, &op, &scratch) < 0)
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

void reading_await(struct readings *readings, uint64_t ticket, struct function *function,
	void (*take)(struct function *, const struct done *))
{
	readings->all = memory_grow(readings->all, readings->n, sizeof(struct pending));
	readings->all[readings->n++] =
		(struct pending){ .ticket = ticket, .function = function, .take = take };
}

void reading_begin_op(struct readings *readings, struct host *host, const struct op *op,
	struct function *function, void (*take)(struct function *, const struct done *))
{
	reading_await(readings, host->ops->begin(host, op), function, take);
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

	if (pending->take) {
		pending->take(pending->function, done);
	} else {
		reading_free(reading);
		attributes[pending->attribute].knob->parse(done, reading);
	}
	done_free(done);
}

/* What comes back to others who have something under way. */
struct others {
	struct done *all;
	size_t n;
};

static void others_keep(struct others *others, const struct done *done)
{
	others->all = memory_grow(others->all, others->n, sizeof(*done));
	others->all[others->n++] = *done;
}

/* host_next gives it again. */
static void others_give_back(struct others *others, struct host *host)
{
	for (size_t i = 0; i < others->n; i++) {
		host->aside = memory_grow(host->aside, host->n_aside, sizeof(struct done));
		host->aside[host->n_aside++] = others->all[i];
	}
	free(others->all);
}

static int collect_rest(struct readings *readings, struct host *host, struct others *others)
{
	size_t left = readings->n, cursor = 0;

	while (left > 0) {
		struct done done;
		int answer = host_next(host, &done);
		struct pending *pending = answer == 1 ? pending_find(readings, done.ticket, &cursor) : NULL;

		if (pending) {
			pending_end(pending, &done);
			left--;
		} else if (answer == 1) {
			others_keep(others, &done);
		} else if (answer == -EINTR) {
			host->asked_to_stop = true; /* what only reads is nothing to wait for */
			return ECANCELED;
		} else {
			return answer ? -answer : EPROTO;
		}
	}
	readings->n = 0;
	return 0;
}

int readings_collect(struct readings *readings, struct host *host)
{
	struct others others = { 0 };
	int err = collect_rest(readings, host, &others);

	others_give_back(&others, host);
	return err;
}

void readings_free(struct readings *readings)
{
	free(readings->all);
	*readings = (struct readings){ 0 };
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The machine in memory, as a host: begin, next and the virtual clock. */
#include "nvme.h"
#include "twin_inside.h"
#include "waiting.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The member `host` is the first one (host.h). */
static struct twin *twin_of(struct host *host)
{
	return (struct twin *)host;
}

static uint64_t twin_begin(struct host *host, const struct op *op)
{
	struct twin *twin = twin_of(host);
	struct pending *pending;
	uint64_t ticket;

	if (twin->died)
		return ++twin->tickets;
	twin->operations++;
	twin->writes += op_writes(op);
	pending = pending_add(twin, op);
	ticket = pending->ticket;
	watch_begin(twin, pending);
	fault_strike(twin, pending);
	return ticket;
}

static bool interrupt_arrives(struct twin *twin)
{
	if (!twin->interrupt || twin->operations + 1 < twin->interrupt_at)
		return false;
	twin->interrupt = false;
	return true;
}

static int twin_next(struct host *host, struct done *done)
{
	struct twin *twin = twin_of(host);

	for (;;) {
		struct pending *first;

		if (twin->died)
			return -ECONNRESET;
		if (interrupt_arrives(twin))
			return -EINTR;
		first = pending_first(twin);
		if (!first)
			return 0;
		if (pending_turn(twin, first, done))
			return 1;
	}
}

static uint64_t twin_now(struct host *host)
{
	return twin_of(host)->now;
}

/* As helpers_waiting of the linux host: what may block. */
static size_t twin_waiting(struct host *host, struct waiting *all, size_t room)
{
	const struct twin *twin = twin_of(host);
	size_t n = 0;

	for (size_t i = 0; i < twin->n_pending; i++) {
		const struct pending *pending = twin->pending[i];

		if (pending->detached || !pending->deadline || pending->op.verb == OP_WATCH ||
			pending->op.verb == OP_LOCK)
			continue;
		if (n < room)
			all[n] = (struct waiting){ .verb = pending->op.verb,
				.path = pending->op.path,
				.since_ns = pending->since,
				.patience_ns = pending->op.deadline_ns };
		n++;
	}
	return n;
}

static void twin_free(struct host *host)
{
	struct twin *twin = twin_of(host);

	while (twin->n_pending)
		pending_remove(twin, twin->pending[0]);
	free(twin->pending);
	free(twin->turns);
	for (size_t i = 0; i < twin->n_learned; i++) {
		free((void *)twin->learned[i].vendor);
		free((void *)twin->learned[i].device);
		free((void *)twin->learned[i].driver);
	}
	free(twin->learned);
	free(twin->group_taken);
	for (size_t i = 0; i < twin->n_slow; i++)
		free(twin->slow[i].pattern);
	free(twin->slow);
	entries_free(&twin->virtuals);
	entries_free(&twin->files);
	entries_free(&twin->holders);
	entries_free(&twin->locks);
	entries_free(&twin->intended);
	entries_free(&twin->remembered);
	entries_free(&twin->subsystems);
	entries_free(&twin->secured);
	text_free(&twin->broken);
	fault_free(twin);
	survey_free(&twin->world);
	survey_free(&twin->unplugged);
	survey_free(&twin->driverless);
	free(twin);
}

static const struct host_ops twin_ops = {
	.begin = twin_begin,
	.next = twin_next,
	.now_ns = twin_now,
	.waiting = twin_waiting,
	.free = twin_free,
};

struct twin *twin_new(struct survey *world, const struct reaction *more)
{
	struct twin *twin = memory_new(1, sizeof(*twin));

	twin->host.ops = &twin_ops;
	twin->world = *world;
	*world = (struct survey){ 0 };
	twin->more = more;
	twin_set_fault(twin, &(struct strike){ .fault = FAULT_NONE });
	drivers_learn(twin);
	groups_count(twin);
	virtuals_count(twin);
	drives_tell(&twin->world);
	ports_find(twin);
	users_hold(twin);
	guests_hold(twin);
	return twin;
}

struct host *twin_host(struct twin *twin)
{
	return &twin->host;
}

struct survey *twin_world(struct twin *twin)
{
	return &twin->world;
}

const char *twin_file(const struct twin *twin, const char *path)
{
	const struct entry *file = entries_find(&twin->files, path);

	return file ? file->bytes : NULL;
}

uint64_t twin_operations(const struct twin *twin)
{
	return twin->operations;
}

uint64_t twin_writes(const struct twin *twin)
{
	return twin->writes;
}

bool twin_died(const struct twin *twin)
{
	return twin->died;
}

void twin_interrupt(struct twin *twin, uint64_t after_operations)
{
	twin->interrupt = true;
	twin->interrupt_at = twin->operations + after_operations;
}

void twin_release_after(struct twin *twin, const char *object, uint64_t ns)
{
	struct pending *pending = pending_add(twin, &(struct op){ .verb = OP_UNLOCK, .path = object });

	pending->releases = true;
	pending->due = twin->now + ns;
	pending_detach(twin, pending);
}

void twin_slow(struct twin *twin, const char *pattern, uint64_t ns)
{
	twin->slow = memory_grow(twin->slow, twin->n_slow, sizeof(*twin->slow));
	twin->slow[twin->n_slow++] = (struct slow){ .pattern = string_copy(pattern), .ns = ns };
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Waits for locks that other processes have.
 *
 * flock(2) can wait only by blocking the whole process, and tells nobody that a lock is free: so the lock is
 * tried again and again, while other operations go on.
 */
#include "linux.h"
#include <errno.h>
#include <stdlib.h>

/* An operator does not notice it, and twenty tries a second cost nothing. */
#define PAUSE UINT64_C(50000000)

struct lock_wait {
	struct lock_wait *next;
	uint64_t ticket, deadline, again;
	char *name;
};

void lock_wait_begin(struct linux_host *host, uint64_t ticket, const struct op *op)
{
	struct lock_wait *wait = memory_new(1, sizeof(*wait));

	*wait = (struct lock_wait){
		.next = host->lock_waits,
		.ticket = ticket,
		.deadline = clock_deadline(op->deadline_ns),
		.again = clock_deadline(PAUSE),
		.name = string_copy(op->path),
	};
	host->lock_waits = wait;
}

/* `data` goes to whoever waited. */
static void wait_finish(struct linux_host *host, struct lock_wait **at, int err, struct text *data)
{
	struct lock_wait *wait = *at;
	struct done done = { .ticket = wait->ticket, .err = err, .len = data->length };

	done.data = text_take(data);
	*at = wait->next;
	free(wait->name);
	free(wait);
	host_finish(host, &done);
}

bool lock_wait_end(struct linux_host *host, const char *name)
{
	struct lock_wait **at = &host->lock_waits;
	struct text data = { 0 };

	while (*at && !string_equal((*at)->name, name))
		at = &(*at)->next;
	if (!*at)
		return false;
	wait_finish(host, at, ECANCELED, &data);
	return true;
}

/* False: it goes on waiting. */
static bool wait_try(struct linux_host *host, struct lock_wait **at, uint64_t now)
{
	struct lock_wait *wait = *at;
	struct text data = { 0 };
	int err;

	if (wait->again > now)
		return false;
	err = lock_get_now(host, wait->name, &data);
	if (err == EWOULDBLOCK && wait->deadline > now) {
		wait->again = now + PAUSE < wait->deadline ? now + PAUSE : wait->deadline;
		text_free(&data);
		return false;
	}
	wait_finish(host, at, err, &data);
	return true;
}

void lock_waits_expire(struct linux_host *host, uint64_t now)
{
	struct lock_wait **at = &host->lock_waits;

	while (*at)
		if (!wait_try(host, at, now))
			at = &(*at)->next;
}

uint64_t lock_waits_deadline(const struct linux_host *host)
{
	uint64_t earliest = UINT64_MAX;

	for (struct lock_wait *wait = host->lock_waits; wait; wait = wait->next)
		if (wait->again < earliest)
			earliest = wait->again;
	return earliest;
}

void lock_waits_free(struct linux_host *host)
{
	while (host->lock_waits) {
		struct lock_wait *wait = host->lock_waits;

		host->lock_waits = wait->next;
		free(wait->name);
		free(wait);
	}
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What comes of the operations that helper processes have.
 *
 * A helper that does not answer before the deadline is abandoned: it finishes alone, keeping the lock that it
 * was given, and ends because nobody takes its answer.
 */
#include "knob_words.h"
#include "linux_helper.h"
#include "waiting.h"
#include <errno.h>
#include <sys/wait.h>

static void helper_print(const struct helper *helper, struct text *text)
{
	AUTO_FREE char *path = path_brief(helper->path);

	process_print(helper->pid, text);
	text_addf(text, ": %s %s", helper_verbs[helper->verb], path);
}

static bool helper_is_busy(const struct helper *helper)
{
	return helper->is == READS || helper->is == WRITES;
}

/* An abandoned helper needs no more than this: that it is gone says that the kernel let go of it. */
static void helpers_reap(struct linux_host *host)
{
	for (struct helper *helper = host->helpers, *next; helper; helper = next) {
		next = helper->next;
		if (helper->is != ABANDONED || waitpid(helper->pid, NULL, WNOHANG) == 0)
			continue;
		if (helper->lock)
			lock_note_own(host, helper->lock);
		helper_free(host, helper);
	}
}

bool helpers_use_lock(struct linux_host *host, const char *name, struct text *holder)
{
	struct helper *helper;

	helpers_reap(host);
	helper = host->helpers;
	while (helper && !(helper->lock && string_equal(helper->lock, name)))
		helper = helper->next;
	if (helper)
		helper_print(helper, holder);
	return helper;
}

static void helper_ended(struct linux_host *host, struct helper *helper)
{
	struct text data = { 0 };

	helper_print(helper, &data);
	text_add(&data, ": it was ended before it answered");
	struct done done = { .ticket = helper->ticket, .err = EIO, .len = data.length };
	done.data = text_take(&data);
	helper_end(host, helper);
	host_finish(host, &done);
}

static void helper_answered(struct linux_host *host, struct helper *helper, struct message *answer)
{
	struct done done = {
		.ticket = helper->ticket,
		.err = answer->code,
		.data = answer->bytes,
		.len = answer->length,
	};

	if (helper->lock)
		lock_note_own(host, helper->lock);
	helper_forget(helper);
	host_finish(host, &done);
}

void helpers_heard(struct linux_host *host, int fd)
{
	struct helper *helper = host->helpers;
	struct message answer;

	while (helper && helper->socket != fd)
		helper = helper->next;
	if (!helper)
		return;
	if (message_receive(fd, &answer) == -1)
		helper_ended(host, helper);
	else if (answer.code == MESSAGE_BEAT)
		helper->deadline = clock_deadline(helper->patience);
	else
		helper_answered(host, helper, &answer);
}

size_t helpers_poll(const struct linux_host *host, struct pollfd *fds, size_t room)
{
	size_t n = 0;

	for (struct helper *helper = host->helpers; helper; helper = helper->next) {
		if (!helper_is_busy(helper))
			continue;
		if (n < room)
			fds[n] = (struct pollfd){ .fd = helper->socket, .events = POLLIN };
		n++;
	}
	return n;
}

size_t helpers_waiting(const struct linux_host *host, struct waiting *all, size_t room)
{
	size_t n = 0;

	for (struct helper *helper = host->helpers; helper; helper = helper->next) {
		if (!helper_is_busy(helper))
			continue;
		if (n < room)
			all[n] = (struct waiting){ .verb = helper->verb,
				.path = helper->path,
				.since_ns = helper->since,
				.patience_ns = helper->patience };
		n++;
	}
	return n;
}

void helpers_expire(struct linux_host *host, uint64_t now)
{
	for (struct helper *helper = host->helpers; helper; helper = helper->next) {
		struct text data = { 0 };

		if (!helper_is_busy(helper) || helper->deadline > now)
			continue;
		helper->is = ABANDONED;
		release_fd(&helper->socket);
		helper->socket = -1;
		helper_print(helper, &data);
		struct done done = {
			.ticket = helper->ticket,
			.err = ETIMEDOUT,
			.len = data.length,
			.flags = DONE_STILL_RUNNING,
		};
		done.data = text_take(&data);
		host_finish(host, &done);
	}
}

uint64_t helpers_deadline(const struct linux_host *host)
{
	uint64_t earliest = UINT64_MAX;

	for (struct helper *helper = host->helpers; helper; helper = helper->next) {
		if (helper_is_busy(helper) && helper->deadline < earliest)
			earliest = helper->deadline;
	}
	return earliest;
}

bool helpers_under_way(const struct linux_host *host)
{
	return helpers_poll(host, NULL, 0) > 0;
}

/* Idle helpers end at once; what is in the kernel goes on alone. */
void helpers_free(struct linux_host *host)
{
	helpers_reap(host);
	while (host->helpers) {
		if (host->helpers->is == IDLE)
			helper_end(host, host->helpers);
		else
			helper_free(host, host->helpers);
	}
}

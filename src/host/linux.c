/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux.c: the machine itself as a host: which door each operation goes through, and the queue of results.
 */
#include "linux.h"
#include "report.h"
#include <errno.h>
#include <stdlib.h>
#include <time.h>

static struct linux_host *linux_of(struct host *host)
{
	return (struct linux_host *)host; /* its first member */
}

void host_finish(struct linux_host *host, struct done *done)
{
	struct queue *ready = &host->ready;

	if (ready->first == ready->n)
		ready->first = ready->n = 0;
	ready->results = memory_grow(ready->results, ready->n, sizeof(*done));
	ready->results[ready->n++] = *done;
	done->data = NULL;
}

static bool host_fetch(struct linux_host *host, struct done *ret_done)
{
	struct queue *ready = &host->ready;

	if (ready->first == ready->n)
		return false;
	*ret_done = ready->results[ready->first++];
	return true;
}

static int file_begin(struct linux_host *host, const struct op *op, struct text *data)
{
	return file_do(host->root, op, data);
}

/* Each returns 0 or an errno. */
static int (*const doors[])(struct linux_host *, const struct op *, struct text *data) = {
	[OP_READ] = file_begin,
	[OP_WRITE] = file_begin,
	[OP_LIST] = file_begin,
	[OP_LINK] = file_begin,
	[OP_GATHER] = file_begin,
	[OP_REPLACE] = file_begin,
	[OP_APPEND] = file_begin,
	[OP_LOCK] = NULL,
	[OP_UNLOCK] = NULL,
	[OP_WATCH] = NULL,
	[OP_RUN] = NULL,
	[OP_NVME] = NULL,
	[OP_NETLINK] = NULL,
	[OP_GUEST] = NULL,
};

static uint64_t linux_begin(struct host *host, const struct op *op)
{
	struct linux_host *machine = linux_of(host);
	struct done done = { .ticket = ++machine->tickets, .err = ENOSYS };
	struct text data = { 0 };

	if (doors[op->verb])
		done.err = doors[op->verb](machine, op, &data);
	done.len = data.length;
	done.data = text_take(&data);
	host_finish(machine, &done);
	return machine->tickets;
}

static int linux_next(struct host *host, struct done *done)
{
	return host_fetch(linux_of(host), done) ? 1 : 0;
}

static uint64_t linux_now_ns(struct host *host)
{
	struct timespec now;

	(void)host;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

static void linux_free(struct host *host)
{
	struct linux_host *machine = linux_of(host);
	struct done done;

	while (host_fetch(machine, &done))
		done_free(&done);
	free(machine->ready.results);
	release_fd(&machine->root);
	free(machine);
}

static const struct host_ops linux_ops = {
	.begin = linux_begin,
	.next = linux_next,
	.now_ns = linux_now_ns,
	.free = linux_free,
};

static void root_refuse(const char *root, int error, struct report *report)
{
	struct finding finding = {
		.severity = ERROR,
		.outcome = UNAVAILABLE,
		.id = "root-directory",
		.path = root,
		.error = error,
		.hint = "--root takes a directory that holds a machine's files",
	};

	if (error == ENOSYS || error == EPERM)
		finding.hint = "openat2(2) is needed to stay below the directory: Linux 5.6 or newer, and a "
			       "container whose system call filter lets it through";
	report_add(report, &finding, "the machine's root directory cannot be opened");
}

struct host *host_linux_new(const char *root, struct report *report)
{
	int fd = root_open_first(root);

	if (fd == -1) {
		root_refuse(root, errno, report);
		return NULL;
	}
	struct linux_host *machine = memory_new(1, sizeof(*machine));
	*machine = (struct linux_host){
		.host.ops = &linux_ops,
		.root = fd,
	};
	return &machine->host;
}

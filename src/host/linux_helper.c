/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Hands operations that may block to helper processes: one is found or made, and ended when it is no good. */
#include "linux_helper.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

const char *const helper_verbs[] = {
	[OP_READ] = "read",
	[OP_WRITE] = "write",
	[OP_LIST] = "list",
	[OP_LINK] = "link",
	[OP_GATHER] = "gather",
	[OP_REPLACE] = "replace",
	[OP_APPEND] = "append",
	[OP_CAPABILITY] = "capability",
	[OP_NETLINK] = "netlink",
	[OP_USERS] = "users",
	[OP_LOG] = "log",
	[OP_NVME] = "nvme",
};

void helper_forget(struct helper *helper)
{
	free(helper->path);
	free(helper->lock);
	helper->path = helper->lock = NULL;
	helper->is = IDLE;
}

void helper_free(struct linux_host *host, struct helper *helper)
{
	struct helper **at = &host->helpers;

	while (*at != helper)
		at = &(*at)->next;
	*at = helper->next;
	helper_forget(helper);
	release_fd(&helper->socket);
	free(helper);
}

/* Waits for its end for a second. */
static bool process_ends(pid_t pid)
{
	const uint64_t deadline = clock_deadline(1000 * 1000 * 1000);
	struct timespec pause = { .tv_nsec = 50 * 1000 };

	while (waitpid(pid, NULL, WNOHANG) == 0) {
		if (clock_ns() >= deadline)
			return false;
		nanosleep(&pause, NULL);
		pause.tv_nsec += pause.tv_nsec / 4;
	}
	return true;
}

/*
 * One without an operation ends as soon as its socket is closed; one that was stopped, or that a debugger
 * holds, does not. What even SIGKILL does not end is in the kernel, and is left there.
 */
void helper_end(struct linux_host *host, struct helper *helper)
{
	pid_t pid = helper->pid;
	int err = errno;

	helper_free(host, helper);
	if (!process_ends(pid) && kill(pid, SIGKILL) == 0)
		process_ends(pid);
	errno = err;
}

/* The new one has closed what it got of ours: until then it holds every lock that we do. */
static void await_end_of_file(int fd)
{
	char byte;

	while (read(fd, &byte, 1) == -1 && errno == EINTR)
		;
}

static struct helper *helper_spawn(struct linux_host *host)
{
	int ends[2], inherited[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == -1)
		return NULL;
	AUTO_CLOSE int ours = ends[0], theirs = ends[1];
	if (pipe2(inherited, O_CLOEXEC) == -1)
		return NULL;
	AUTO_CLOSE int inherited_read = inherited[0], inherited_write = inherited[1];
	pid_t pid = fork();
	if (pid == -1)
		return NULL;
	if (pid == 0) {
		release_fd(&ours); /* or it would never hear that its parent is gone */
		serve_requests(theirs, host->root);
	}
	release_fd(&inherited_write);
	await_end_of_file(inherited_read);
	struct helper *helper = memory_new(1, sizeof(*helper));
	*helper = (struct helper){ .next = host->helpers, .pid = pid, .socket = ours };
	ours = -1;
	host->helpers = helper;
	return helper;
}

/* While memory is still there to be had, and little of it in use that fork(2) would copy. */
void helper_spawn_early(struct linux_host *host)
{
	if (!host->helpers)
		helper_spawn(host); /* when that cannot be, the operation that needs it says so */
}

static struct helper *helper_idle(struct linux_host *host)
{
	struct helper *helper = host->helpers;

	while (helper && helper->is != IDLE)
		helper = helper->next;
	return helper;
}

/*
 * Most reads take microseconds, so another one is worth a short wait for the helper that has it: a survey
 * that begins hundreds of them needs one process, and one more for each device that hangs.
 */
static struct helper *helper_after_read(struct linux_host *host)
{
	enum { PATIENCE_MS = 1 };
	size_t room = helpers_poll(host, NULL, 0);
	AUTO_FREE struct pollfd *answers = memory_new(room + 1, sizeof(*answers));
	nfds_t n = 0;

	for (struct helper *helper = host->helpers; helper; helper = helper->next) {
		if (helper->is == READS)
			answers[n++] = (struct pollfd){ .fd = helper->socket, .events = POLLIN };
	}
	if (n == 0 || poll(answers, n, PATIENCE_MS) <= 0)
		return NULL;
	for (nfds_t i = 0; i < n; i++) {
		if (answers[i].revents)
			helpers_heard(host, answers[i].fd);
	}
	return helper_idle(host);
}

static struct helper *helper_get(struct linux_host *host, bool reads)
{
	struct helper *helper = helper_idle(host);

	if (!helper && reads)
		helper = helper_after_read(host);
	return helper ? helper : helper_spawn(host);
}

static bool op_reads(const struct op *op)
{
	if (op->verb == OP_NETLINK || op->verb == OP_NVME)
		return op->in_len == 0;
	return op->verb != OP_WRITE && op->verb != OP_REPLACE && op->verb != OP_APPEND;
}

static int helper_send(struct helper *helper, const struct op *op, int lock_fd)
{
	struct message request = {
		.code = (int)op->verb,
		.path = (char *)op->path,
		.bytes = (void *)op->in,
		.length = op->in_len,
		.fd = lock_fd,
	};

	if (lock_fd >= 0)
		lock_note(lock_fd, helper->pid, helper_verbs[op->verb], op->path);
	return message_send(helper->socket, &request);
}

/* An idle helper may have been killed meanwhile: then a new one takes the operation. */
static struct helper *helper_engage(struct linux_host *host, const struct op *op, int lock_fd)
{
	struct helper *helper = helper_get(host, op_reads(op));

	for (int tries = 2; helper; helper = --tries > 0 ? helper_spawn(host) : NULL) {
		if (helper_send(helper, op, lock_fd) == 0)
			return helper;
		helper_end(host, helper);
	}
	return NULL;
}

int helper_begin(
	struct linux_host *host, uint64_t ticket, const struct op *op, int lock_fd, struct text *data)
{
	struct helper *helper = helper_engage(host, op, lock_fd);

	if (!helper) {
		int err = errno;
		text_add(data, "no helper process can be had");
		return err;
	}
	helper->is = op_reads(op) ? READS : WRITES;
	helper->ticket = ticket;
	helper->since = clock_ns();
	helper->patience = op->deadline_ns;
	helper->deadline = clock_deadline(op->deadline_ns);
	helper->verb = op->verb;
	helper->path = string_copy(op->path);
	helper->lock = string_copy(lock_fd >= 0 ? op->lock : NULL);
	return UNDER_WAY;
}

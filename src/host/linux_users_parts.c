/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Looks at all processes in several processes at once.
 *
 * To read one descriptor's link takes the kernel 2 to 4 microseconds (measured), and a busy machine has tens
 * of thousands: one after the other they would take longer than all else that planning reads.
 */
#include "linux_users.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PARTS = 4 };

struct processes {
	int root;
	see_process *see;
	char **pids;
	size_t n;
};

struct part {
	pid_t pid;
	int answer; /* -1: the part has no process */
};

/* Every PARTS-th process from this one on: neighbours are alike, and one crowd is shared by all. */
static void part_see(const struct processes *processes, size_t first, struct users *users)
{
	for (size_t i = first; i < processes->n; i += PARTS)
		processes->see(processes->root, processes->pids[i], users);
}

static _Noreturn void part_live(const struct processes *processes, size_t first, int answer)
{
	struct users users = { 0 };
	struct text text = { 0 };
	size_t sent = 0;

	part_see(processes, first, &users);
	users_print(&users, &text);
	while (sent < text.length) {
		ssize_t n = TEMP_FAILURE_RETRY(write(answer, text.bytes + sent, text.length - sent));

		if (n <= 0)
			_exit(EXIT_FAILURE);
		sent += (size_t)n;
	}
	_exit(EXIT_SUCCESS);
}

static struct part part_start(const struct processes *processes, size_t first)
{
	struct part part = { .answer = -1 };
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) == -1)
		return part;
	part.pid = fork();
	if (part.pid == 0)
		part_live(processes, first, ends[1]);
	close(ends[1]);
	if (part.pid == -1)
		close(ends[0]);
	else
		part.answer = ends[0];
	return part;
}

/* false: it has not told all. */
static bool part_hear(const struct part *part, struct users *users)
{
	AUTO_TEXT struct text text = { 0 };
	char piece[4096];
	int status = -1;
	ssize_t n;

	while ((n = TEMP_FAILURE_RETRY(read(part->answer, piece, sizeof(piece)))) > 0)
		text_add_bytes(&text, piece, (size_t)n);
	close(part->answer);
	return TEMP_FAILURE_RETRY(waitpid(part->pid, &status, 0)) == part->pid && status == 0 &&
	       (text.length == 0 || users_parse(users, text.bytes) == 0);
}

static void process_list(void *data, const char *name, const char *target)
{
	struct processes *processes = data;

	(void)target;
	if (strspn(name, "0123456789") != strlen(name))
		return;
	processes->pids = memory_grow(processes->pids, processes->n, sizeof(char *));
	processes->pids[processes->n++] = string_copy(name);
}

static void uses_doubt(struct users *users, unsigned uses, const char *why)
{
	for (enum use use = 0; use < N_USES; use++)
		if (uses & (1U << use))
			users_doubt(users, use, why);
}

static void parts_see(const struct processes *processes, unsigned uses, struct users *users)
{
	struct part others[PARTS];

	for (size_t i = 1; i < PARTS; i++)
		others[i] = part_start(processes, i);
	part_see(processes, 0, users);
	for (size_t i = 1; i < PARTS; i++) {
		if (others[i].answer == -1)
			part_see(processes, i, users);
		else if (!part_hear(&others[i], users))
			uses_doubt(users, uses, "a process that looked at a part of /proc was ended");
	}
}

void processes_see(int root, see_process *see, unsigned uses, struct users *users)
{
	struct processes processes = { .root = root, .see = see };

	if (look_each(root, "proc", process_list, &processes) == -1) {
		AUTO_FREE char *why = text_print("/proc: %s", strerror(errno));
		uses_doubt(users, uses, why);
	}
	parts_see(&processes, uses, users);
	for (size_t i = 0; i < processes.n; i++)
		free(processes.pids[i]);
	free(processes.pids);
}

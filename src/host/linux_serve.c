/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A helper process, which does one operation after the other for its parent.
 *
 * It may sit in the kernel for as long as the kernel likes. It outlives its parent and the signals that stop
 * pawl, because an operation in the kernel cannot be taken back and its device stays locked meanwhile.
 */
#include "linux.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

static int parent = -1;
static uint64_t last_beat;

/* Once a second is enough for deadlines of minutes; who takes no answers hears nothing of it either. */
void serve_beat(void)
{
	uint64_t now = clock_ns();

	if (parent == -1 || now - last_beat < UINT64_C(1000000000))
		return;
	last_beat = now;
	message_send(parent, &(struct message){ .code = MESSAGE_BEAT, .fd = -1 });
}

static int request_do(int root, const struct message *request, struct text *data)
{
	struct op op = {
		.verb = (enum op_verb)request->code,
		.path = request->path,
		.in = request->bytes,
		.in_len = request->length,
		.deadline_ns = UINT64_MAX, /* it may wait: the parent looks at the clock */
	};

	return op.path && file_does(request->code) ? file_do(root, &op, data) : EPROTO;
}

static bool request_serve(int socket, int root)
{
	struct message request, answer = { .fd = -1 };
	struct text data = { 0 };

	if (message_receive(socket, &request) == -1)
		return false;
	last_beat = clock_ns();
	answer.code = request_do(root, &request, &data);
	/* before the answer: whoever hears "done" may want the lock at once */
	release_fd(&request.fd);
	answer.length = data.length;
	answer.bytes = text_take(&data);
	int sent = message_send(socket, &answer);
	free(answer.bytes);
	free(request.bytes);
	free(request.path);
	return sent == 0;
}

/* Out of the way of the three that every process has. One that cannot be had leaves nothing to serve. */
static int descriptor_above_three(int fd)
{
	int above = fd > STDERR_FILENO ? fd : fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

	if (above == -1)
		_exit(EXIT_FAILURE);
	return above;
}

/*
 * Nobody may wait for the end of pawl's output, or for a lock, because a helper still has it open. What is
 * kept stays where it is: a process may have no descriptor left to move it to.
 */
static void descriptors_keep(int *socket, int *root)
{
	*socket = descriptor_above_three(*socket);
	*root = descriptor_above_three(*root);
	int last = *socket > *root ? *socket : *root;

	for (int fd = STDERR_FILENO + 1; fd < last; fd++) {
		if (fd != *socket && fd != *root)
			close(fd);
	}
	closefrom(last + 1);
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (nothing != fd && (nothing == -1 || dup2(nothing, fd) == -1))
			close(fd);
	}
	if (nothing > STDERR_FILENO)
		close(nothing);
}

_Noreturn void serve_requests(int socket, int root)
{
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	setsid();
	prctl(PR_SET_NAME, "pawl-helper");
	descriptors_keep(&socket, &root);
	parent = socket;
	while (request_serve(socket, root))
		;
	_exit(0);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux_serve.c: a helper process, which does one operation after the other for its parent.
 *
 * It may sit in the kernel for as long as the kernel likes. It outlives its parent and the signals that stop
 * pawl, because an operation in the kernel cannot be taken back and its device stays locked meanwhile.
 */
#include "linux.h"
#include <fcntl.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

static bool request_serve(int socket, int root)
{
	struct message request, answer = { .fd = -1 };
	struct text data = { 0 };

	if (message_receive(socket, &request) == -1)
		return false;
	struct op op = {
		.verb = request.code, .path = request.path, .in = request.bytes, .in_len = request.length
	};
	answer.code = file_do(root, &op, &data);
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

/* Nobody may wait for the end of pawl's output, or for a lock, because a helper still has it open. */
static void descriptors_keep(int *socket, int *root)
{
	enum { SPARE = 10 };
	int kept[] = { fcntl(*socket, F_DUPFD_CLOEXEC, SPARE), fcntl(*root, F_DUPFD_CLOEXEC, SPARE) };
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (nothing == -1 || dup2(nothing, fd) == -1)
			close(fd);
	}
	*socket = dup2(kept[0], STDERR_FILENO + 1);
	*root = dup2(kept[1], STDERR_FILENO + 2);
	closefrom(STDERR_FILENO + 3);
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
	while (request_serve(socket, root))
		;
	_exit(0);
}

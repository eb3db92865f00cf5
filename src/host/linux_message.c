/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One message over a SOCK_SEQPACKET socket, of any length. */
#include "linux.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A packet must fit into the smallest usual socket buffer (net.core.wmem_default, 208 KiB). */
enum { PACKET = 64 * 1024 };

/* Beyond these nobody sends: an errno is below 4096 (include/linux/err.h, MAX_ERRNO), a read has 64 MiB. */
enum { MOST_CODE = 4095, MOST_PATH = 1024 * 1024, MOST_BYTES = 128 * 1024 * 1024 };

/* The first packet; path and bytes follow in packets of their own. */
struct head {
	int code;
	size_t path_length, length;
	bool has_path, has_bytes;
};

/* What anything else writes to the socket is no head, whatever its length. */
static bool head_valid(const struct head *head)
{
	if (head->code < 0 || head->code > MOST_CODE)
		return false;
	if (head->path_length > (head->has_path ? MOST_PATH : 0))
		return false;
	return head->length <= (head->has_bytes ? MOST_BYTES : 0);
}

union control {
	char room[CMSG_SPACE(sizeof(int))];
	struct cmsghdr aligned;
};

static int head_send(int socket, const struct head *head, int fd)
{
	union control control = { 0 };
	struct iovec part = { (void *)head, sizeof(*head) };
	struct msghdr packet = { .msg_iov = &part, .msg_iovlen = 1 };

	if (fd >= 0) {
		packet.msg_control = control.room;
		packet.msg_controllen = sizeof(control.room);
		struct cmsghdr *passed = CMSG_FIRSTHDR(&packet);
		*passed = (struct cmsghdr){ CMSG_LEN(sizeof(fd)), SOL_SOCKET, SCM_RIGHTS };
		memcpy(CMSG_DATA(passed), &fd, sizeof(fd));
	}
	return TEMP_FAILURE_RETRY(sendmsg(socket, &packet, MSG_NOSIGNAL)) == sizeof(*head) ? 0 : -1;
}

static int bytes_send(int socket, const char *bytes, size_t length)
{
	while (length > 0) {
		size_t most = length < PACKET ? length : PACKET;
		ssize_t sent = TEMP_FAILURE_RETRY(send(socket, bytes, most, MSG_NOSIGNAL));

		if (sent < 0)
			return -1;
		bytes += sent;
		length -= (size_t)sent;
	}
	return 0;
}

int message_send(int socket, const struct message *message)
{
	struct head head = {
		.code = message->code,
		.path_length = message->path ? strlen(message->path) : 0,
		.length = message->length,
		.has_path = message->path,
		.has_bytes = message->bytes,
	};

	if (!head_valid(&head)) {
		errno = EMSGSIZE;
		return -1;
	}
	if (head_send(socket, &head, message->fd) == -1 ||
		bytes_send(socket, message->path, head.path_length) == -1)
		return -1;
	return bytes_send(socket, message->bytes, head.length);
}

static int head_receive(int socket, struct head *ret_head, int *ret_fd)
{
	union control control = { 0 };
	struct iovec part = { ret_head, sizeof(*ret_head) };
	struct msghdr packet = {
		.msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = control.room,
		.msg_controllen = sizeof(control.room),
	};

	ssize_t n = TEMP_FAILURE_RETRY(recvmsg(socket, &packet, MSG_CMSG_CLOEXEC));
	struct cmsghdr *passed = n == -1 ? NULL : CMSG_FIRSTHDR(&packet);
	*ret_fd = -1;
	if (passed && passed->cmsg_type == SCM_RIGHTS)
		memcpy(ret_fd, CMSG_DATA(passed), sizeof(*ret_fd));
	return n == sizeof(*ret_head) && !(packet.msg_flags & MSG_TRUNC) && head_valid(ret_head) ? 0 : -1;
}

/* NULL when the other end is gone before all of it came. */
static char *bytes_receive(int socket, size_t length)
{
	char *bytes = memory_new(length + 1, 1);

	for (size_t have = 0; have < length;) {
		ssize_t came = TEMP_FAILURE_RETRY(recv(socket, bytes + have, length - have, 0));

		if (came <= 0) {
			free(bytes);
			return NULL;
		}
		have += (size_t)came;
	}
	return bytes;
}

int message_receive(int socket, struct message *ret_message)
{
	AUTO_CLOSE int fd = -1;
	AUTO_FREE char *path = NULL;
	struct head head;

	if (head_receive(socket, &head, &fd) == -1)
		return -1;
	if (head.has_path && !(path = bytes_receive(socket, head.path_length)))
		return -1;
	char *bytes = head.has_bytes ? bytes_receive(socket, head.length) : NULL;
	if (head.has_bytes && !bytes)
		return -1;
	*ret_message = (struct message){ head.code, path, bytes, head.length, fd };
	path = NULL;
	fd = -1;
	return 0;
}

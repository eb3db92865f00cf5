/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Waits for the kernel to announce a device.
 *
 * The kernel sends "ACTION@DEVPATH" and NUL-ended KEY=VALUE pairs to group 1 of NETLINK_KOBJECT_UEVENT, udevd
 * or not (lib/kobject_uevent.c). An announcement is a hint and no more: whoever waits reads again after it.
 */
#include "linux.h"
#include <errno.h>
#include <linux/netlink.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { KERNEL_GROUP = 1 };

struct watch {
	struct watch *next;
	uint64_t ticket, deadline;
	char *address;
};

/* -1 when it cannot be had: then watches end at their deadline, and the reader reads again all the same. */
static int uevents_open(void)
{
	struct sockaddr_nl kernel = { .nl_family = AF_NETLINK, .nl_groups = KERNEL_GROUP };
	int room = 1024 * 1024; /* some hundred VFs announce themselves within milliseconds */
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT);

	if (fd == -1)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof(room));
	if (bind(fd, (struct sockaddr *)&kernel, sizeof(kernel)) == 0)
		return fd;
	release_fd(&fd);
	return -1;
}

/* The next announcement; NULL and an errno (EAGAIN: none). One of another process has no device path. */
static const char *uevent_receive(int fd, char *message, size_t room)
{
	struct sockaddr_nl sender = { 0 };
	socklen_t length = sizeof(sender);
	ssize_t n =
		TEMP_FAILURE_RETRY(recvfrom(fd, message, room - 1, 0, (struct sockaddr *)&sender, &length));

	if (n == -1)
		return NULL;
	message[sender.nl_pid == 0 ? n : 0] = '\0';
	return message;
}

/* What came before anyone waited says nothing about what is waited for. */
static void uevents_drain(int fd)
{
	char message[4096];

	while (fd >= 0 && (uevent_receive(fd, message, sizeof(message)) || errno == ENOBUFS))
		;
}

int uevent_watch_begin(struct linux_host *host, uint64_t ticket, const struct op *op, struct text *data)
{
	struct watch *watch = memory_new(1, sizeof(*watch));

	(void)data;
	if (host->is_machine && host->uevents == -1)
		host->uevents = uevents_open();
	else if (!host->watches)
		uevents_drain(host->uevents);
	*watch = (struct watch){
		.next = host->watches,
		.ticket = ticket,
		.deadline = clock_deadline(op->deadline_ns),
		.address = string_copy(op->path),
	};
	host->watches = watch;
	return UNDER_WAY;
}

static void watch_finish(struct linux_host *host, struct watch **at, int err, const char *announcement)
{
	struct watch *watch = *at;
	struct done done = { .ticket = watch->ticket, .err = err, .len = strlen(announcement) };

	done.data = string_copy(announcement);
	*at = watch->next;
	free(watch->address);
	free(watch);
	host_finish(host, &done);
}

/* Is it one of the words between the slashes of "add@/devices/pci0000:16/0000:16:00.0/0000:17:00.0"? */
static bool announcement_names(const char *announcement, const char *address)
{
	size_t length = strlen(address);

	for (const char *slash = strchr(announcement, '/'); slash; slash = strchr(slash + 1, '/')) {
		if (strcspn(slash + 1, "/") == length && strncmp(slash + 1, address, length) == 0)
			return true;
	}
	return false;
}

/* `announcement` NULL: some were lost, any may have been among them. */
static void watches_tell(struct linux_host *host, const char *announcement)
{
	struct watch **at = &host->watches;

	while (*at) {
		if (!announcement)
			watch_finish(host, at, 0, "");
		else if (announcement_names(announcement, (*at)->address))
			watch_finish(host, at, 0, announcement);
		else
			at = &(*at)->next;
	}
}

void watches_heard(struct linux_host *host, int fd)
{
	char message[4096];

	if (fd != host->uevents)
		return;
	while (host->watches) {
		const char *announcement = uevent_receive(fd, message, sizeof(message));

		if (!announcement && errno != ENOBUFS)
			return;
		watches_tell(host, announcement);
	}
}

size_t watches_poll(const struct linux_host *host, struct pollfd *fds, size_t room)
{
	if (!host->watches || host->uevents == -1)
		return 0;
	if (room > 0)
		*fds = (struct pollfd){ .fd = host->uevents, .events = POLLIN };
	return 1;
}

void watches_expire(struct linux_host *host, uint64_t now)
{
	struct watch **at = &host->watches;

	while (*at) {
		if ((*at)->deadline <= now)
			watch_finish(host, at, ETIMEDOUT, "");
		else
			at = &(*at)->next;
	}
}

uint64_t watches_deadline(const struct linux_host *host)
{
	uint64_t earliest = UINT64_MAX;

	for (struct watch *watch = host->watches; watch; watch = watch->next) {
		if (watch->deadline < earliest)
			earliest = watch->deadline;
	}
	return earliest;
}

void watches_free(struct linux_host *host)
{
	struct watch *watch = host->watches, *next;

	for (; watch; watch = next) {
		next = watch->next;
		free(watch->address);
		free(watch);
	}
	host->watches = NULL;
	release_fd(&host->uevents);
}

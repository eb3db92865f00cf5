/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Processes that use functions as a guest's virtual machine monitor does: through /dev/vfio. */
#include "vfio_user.h"
#include <fcntl.h>
#include <linux/vfio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Documentation/driver-api/vfio.rst, VFIO Usage Example. NULL: it is in use; else what did not go. */
static const char *function_use(const char *address)
{
	AUTO_FREE char *link = text_print("/sys/bus/pci/devices/%s/iommu_group", address);
	char target[256], group[64] = "/dev/vfio/";
	ssize_t n = readlink(link, target, sizeof(target) - 1);
	int container = open("/dev/vfio/vfio", O_RDWR), group_fd;

	target[n > 0 ? n : 0] = '\0';
	if (n <= 0 || container < 0)
		return "iommu_group, /dev/vfio/vfio";
	strncat(group, strrchr(target, '/') + 1, sizeof(group) - strlen(group) - 1);
	group_fd = open(group, O_RDWR);
	if (group_fd < 0 || ioctl(group_fd, VFIO_GROUP_SET_CONTAINER, &container) < 0)
		return "VFIO_GROUP_SET_CONTAINER";
	if (ioctl(container, VFIO_SET_IOMMU, VFIO_TYPE1_IOMMU) < 0)
		return "VFIO_SET_IOMMU";
	return ioctl(group_fd, VFIO_GROUP_GET_DEVICE_FD, address) < 0 ? "VFIO_GROUP_GET_DEVICE_FD" : NULL;
}

static void user_live(const char *address, int told)
{
	const char *problem = function_use(address);
	AUTO_FREE char *word = problem ? text_print("%s: %m", problem) : string_copy("in use");
	ssize_t n = write(told, word, strlen(word) + 1);

	close(told);
	while (!problem && n > 0)
		pause();
	_exit(EXIT_FAILURE);
}

enum { USERS_AT_ONCE = 8 };
static struct {
	char address[16];
	pid_t pid; /* 0: nobody */
} users[USERS_AT_ONCE];

/* The process that has it in use; -1: `why`. */
static pid_t user_fork(const char *address, const char *who, struct text *why)
{
	char word[128] = "it ended";
	int ends[2];
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return text_add(why, "pipe"), -1;
	child = fork();
	if (child == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		prctl(PR_SET_NAME, who);
		user_live(address, ends[1]);
	}
	close(ends[1]);
	if (child > 0 && read(ends[0], word, sizeof(word) - 1) > 0 && string_equal(word, "in use"))
		return close(ends[0]), child;
	close(ends[0]);
	text_addf(why, "%s: %s", address, word);
	return -1;
}

int vfio_user_start(const char *address, const char *who, struct text *why)
{
	size_t i = 0;

	while (i < USERS_AT_ONCE && users[i].pid > 0)
		i++;
	if (i == USERS_AT_ONCE)
		return text_addf(why, "more than %d users at once", USERS_AT_ONCE), -1;
	users[i].pid = user_fork(address, who, why);
	snprintf(users[i].address, sizeof(users[i].address), "%s", address);
	return users[i].pid > 0 ? 0 : -1;
}

void vfio_user_end(const char *address)
{
	for (size_t i = 0; i < USERS_AT_ONCE; i++) {
		if (users[i].pid <= 0 || (address && !string_equal(users[i].address, address)))
			continue;
		if (kill(users[i].pid, SIGKILL) == 0)
			waitpid(users[i].pid, NULL, 0);
		users[i].pid = 0;
	}
}

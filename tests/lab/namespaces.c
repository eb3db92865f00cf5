/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Answers Namespace Management for QEMU's drives, which have no such command (hw/nvme/ctrl.c).
 *
 * It stands before ioctl of whatever loads it (LD_PRELOAD). A namespace that no controller has is one that
 * can be made, and is not there until then; one that is removed is that again, and one that a controller
 * had from the start is none of them: it cannot be removed. All else is the drive's own answer. Status codes:
 * NVM Express Base Specification 2.0, 5.23 and figure 98.
 */
#include <endian.h>
#include <fcntl.h>
#include <inttypes.h>
#include <linux/nvme_ioctl.h>
#include <nvme/types.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/* QEMU, too, says that trying again does not help. */
enum {
	INVALID_FIELD = NVME_SC_DNR | NVME_SC_INVALID_FIELD,
	NO_CAPACITY = NVME_SC_DNR | NVME_SCT_CMD_SPECIFIC << NVME_SCT_SHIFT | NVME_SC_NS_INSUFFICIENT_CAP,
};

static int drive_ask(int fd, struct nvme_admin_cmd *command)
{
	return (int)syscall(SYS_ioctl, fd, NVME_IOCTL_ADMIN_CMD, command);
}

/* Of each that was made there is a file: what one program makes is there for the next. */
static void mark_name(int fd, uint32_t nsid, char name[64])
{
	struct stat about = { 0 };

	fstat(fd, &about);
	snprintf(name, 64, "/run/namespace-%u-%" PRIu32, minor(about.st_rdev), nsid);
}

static bool is_made(int fd, uint32_t nsid)
{
	char name[64];

	mark_name(fd, nsid, name);
	return access(name, F_OK) == 0;
}

static int mark(int fd, uint32_t nsid)
{
	char name[64];
	int made;

	mark_name(fd, nsid, name);
	made = open(name, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
	return made < 0 ? -1 : close(made);
}

static int unmark(int fd, uint32_t nsid)
{
	char name[64];

	mark_name(fd, nsid, name);
	return unlink(name);
}

static int identify(int fd, uint32_t cns, uint32_t nsid, void *page)
{
	struct nvme_admin_cmd command = {
		.opcode = nvme_admin_identify,
		.nsid = nsid,
		.cdw10 = cns,
		.addr = (uintptr_t)page,
		.data_len = NVME_IDENTIFY_DATA_SIZE,
	};

	return drive_ask(fd, &command);
}

static bool is_there(int fd, uint32_t nsid)
{
	struct nvme_ctrl_list holders = { 0 };

	return is_made(fd, nsid) ||
	       (identify(fd, NVME_IDENTIFY_CNS_NS_CTRL_LIST, nsid, &holders) == 0 && holders.num);
}

/* The size of a prepared one cannot be another, nor can who may have it. */
static bool is_as_asked(int fd, uint32_t nsid, const struct nvme_id_ns *asked)
{
	struct nvme_id_ns is = { 0 };

	return identify(fd, NVME_IDENTIFY_CNS_ALLOCATED_NS, nsid, &is) == 0 && is.nsze == asked->nsze &&
	       is.flbas == asked->flbas && is.nmic == asked->nmic;
}

static int create(int fd, struct nvme_admin_cmd *command)
{
	const struct nvme_id_ns *asked = (const void *)(uintptr_t)command->addr;
	struct nvme_ns_list all = { 0 };
	int status = identify(fd, NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST, 0, &all);

	for (size_t i = 0; status == 0 && i < NVME_ID_NS_LIST_MAX && all.ns[i]; i++) {
		uint32_t nsid = le32toh(all.ns[i]);

		if (is_there(fd, nsid) || !is_as_asked(fd, nsid, asked))
			continue;
		command->result = nsid;
		return mark(fd, nsid);
	}
	return status ? status : NO_CAPACITY;
}

/* 5.23: it is taken from the controllers that have it. QEMU wants them named, and no others. */
static int remove_one(int fd, uint32_t nsid)
{
	struct nvme_ctrl_list holders = { 0 };
	struct nvme_admin_cmd detach = {
		.opcode = nvme_admin_ns_attach,
		.nsid = nsid,
		.cdw10 = NVME_NS_ATTACH_SEL_CTRL_DEATTACH,
		.addr = (uintptr_t)&holders,
		.data_len = sizeof(holders),
	};
	int status = identify(fd, NVME_IDENTIFY_CNS_NS_CTRL_LIST, nsid, &holders);

	if (!is_made(fd, nsid))
		return INVALID_FIELD;
	if (status == 0 && holders.num)
		status = drive_ask(fd, &detach);
	return status ? status : unmark(fd, nsid);
}

/* The list of all, without those that are yet to be made. */
static int list_those_there(int fd, struct nvme_admin_cmd *command)
{
	struct nvme_ns_list *list = (void *)(uintptr_t)command->addr;
	int status = drive_ask(fd, command);
	size_t kept = 0;

	if (status)
		return status;
	for (size_t i = 0; i < NVME_ID_NS_LIST_MAX; i++) {
		uint32_t nsid = list->ns[i];

		list->ns[i] = 0;
		if (nsid && is_there(fd, le32toh(nsid)))
			list->ns[kept++] = nsid;
	}
	return 0;
}

static int answer(int fd, struct nvme_admin_cmd *command)
{
	unsigned select = command->cdw10 & 0xf, cns = command->cdw10 & 0xff;

	if (command->opcode == nvme_admin_ns_mgmt && select == NVME_NS_MGMT_SEL_CREATE)
		return create(fd, command);
	if (command->opcode == nvme_admin_ns_mgmt)
		return select == NVME_NS_MGMT_SEL_DELETE ? remove_one(fd, command->nsid) : INVALID_FIELD;
	if (command->opcode == nvme_admin_ns_attach && !is_there(fd, command->nsid))
		return INVALID_FIELD;
	if (command->opcode == nvme_admin_identify && cns == NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST)
		return list_those_there(fd, command);
	return drive_ask(fd, command);
}

int ioctl(int fd, unsigned long request, ...)
{
	va_list arguments;
	void *argument;

	va_start(arguments, request);
	argument = va_arg(arguments, void *);
	va_end(arguments);
	if (request == NVME_IOCTL_ADMIN_CMD)
		return answer(fd, argument);
	return (int)syscall(SYS_ioctl, fd, request, argument);
}

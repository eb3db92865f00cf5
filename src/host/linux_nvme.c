/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Carries admin commands to the NVMe drives of this machine.
 *
 * libnvme is loaded by the first helper that has to do with a drive: linked, it would cost each start of pawl
 * the time that libcrypto takes, and most machines have no drive that pawl asks.
 */
#include "knob_sysfs.h"
#include "linux.h"
#include "nvme_command.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <nvme/ioctl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>

#define LIBRARY "libnvme.so.1"
#define INSTALL "install the package libnvme1 of Debian, libnvme of Fedora or openEuler"

static __typeof__(nvme_admin_passthru) *passthru;

static int library_load(struct text *why)
{
	void *library = passthru ? NULL : dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
	const char *said;

	if (library)
		passthru = dlsym(library, "nvme_admin_passthru");
	if (passthru)
		return 0;
	said = dlerror();
	text_addf(why, "%s: " INSTALL, said ? said : LIBRARY " cannot be loaded");
	return ELIBACC;
}

struct linux_door {
	struct nvme_door door;
	int root, fd;
	const char *pf;
};

/* A drive that starts, or that is being reset, is soon there; whoever asked looks at the clock. */
enum { TRIES = 300 };

/* There are only so many tries: nobody hangs in it. */
static void wait_a_little(void)
{
	serve_beat();
	nanosleep(&(struct timespec){ .tv_nsec = 100 * 1000 * 1000 }, NULL);
}

/*
 * How long the kernel waits is its own nvme_core.admin_timeout, 60 s: whoever asks for less gets the whole
 * controller reset for one slow command (drivers/nvme/host/pci.c, nvme_timeout), and that takes from all its
 * VFs. Of the status libnvme also tells "do not retry" and the like, above its type.
 */
static int command_send(int fd, struct nvme_command *command)
{
	enum { STATUS = 0x7ff };
	int status = passthru(fd, command->opcode, 0, 0, command->nsid, 0, 0, command->cdw10, command->cdw11,
		0, 0, 0, 0, command->length, command->data, 0, NULL, NVME_DEFAULT_IOCTL_TIMEOUT,
		&command->result);

	return status < 0 ? -errno : status & STATUS;
}

/* While it is reset the kernel sends it nothing. */
static int command_submit(struct nvme_door *door, struct nvme_command *command)
{
	const struct linux_door *to = (const struct linux_door *)door; /* its first member */
	int status = command_send(to->fd, command);

	for (int i = 1; i < TRIES && status == NVME_NOT_SENT; i++) {
		wait_a_little();
		status = command_send(to->fd, command);
	}
	serve_beat();
	return status;
}

/* The kernel waits for nvme to have it live again (drivers/nvme/host/pci.c, nvme_reset_done starts that). */
static int function_reset(struct nvme_door *door)
{
	const struct linux_door *to = (const struct linux_door *)door;
	AUTO_FREE char *path = text_print(PCI_DEVICES "/%s/reset", to->pf);
	AUTO_TEXT struct text unused = { 0 };

	return -file_do(
		to->root, &(struct op){ .verb = OP_WRITE, .path = path, .in = "1", .in_len = 1 }, &unused);
}

/* A node that was not opened. EAGAIN is the controller's: it would be read as busy. -1 and errno. */
static int node_refuse(const char *node, const char *state, int err, struct text *why)
{
	if (err == EAGAIN && state)
		text_addf(why, "its controller is %s", state);
	else
		text_addf(why, "%s: %s", node, strerror(err));
	errno = err == EAGAIN ? EIO : err;
	return -1;
}

static void controller_rescan(struct nvme_door *door, uint16_t cntlid)
{
	const struct linux_door *to = (const struct linux_door *)door;

	nvme_rescan(to->root, to->pf, cntlid);
}

/* A node may be a left-over of a drive that had the number before. -1 and errno when it is not the one. */
static int node_check(int root, int fd, const char *controller, const char *node, struct text *why)
{
	AUTO_FREE char *path = text_print("%s/dev", controller);
	AUTO_TEXT struct text number = { 0 };
	struct stat about;

	errno = file_do(root, &(struct op){ .verb = OP_READ, .path = path }, &number);
	if (errno || fstat(fd, &about) == -1)
		return node_refuse(path, NULL, errno, why);
	AUTO_FREE char *is = text_print("%u:%u\n", major(about.st_rdev), minor(about.st_rdev));
	if (S_ISCHR(about.st_mode) && string_equal(text_string(&number), is))
		return 0;
	text_addf(why, "%s is not the node of %s", node, controller);
	errno = ENODEV;
	return -1;
}

/* drivers/nvme/host/sysfs.c, nvme_sysfs_show_state; NULL: it has none, or is gone. */
static char *controller_state(int root, const char *controller)
{
	AUTO_FREE char *path = text_print("%s/state", controller);
	AUTO_TEXT struct text state = { 0 };

	if (file_do(root, &(struct op){ .verb = OP_READ, .path = path }, &state) || !state.length)
		return NULL;
	return string_part(state.bytes, strcspn(state.bytes, "\n"));
}

/* "deleting" and "dead" it stays. */
static bool state_is_soon_live(const char *state)
{
	return string_equal(state, "live") || string_equal(state, "new") ||
	       string_equal(state, "connecting") || string_equal(state, "resetting");
}

/* EAGAIN: the controller is not live (core.c, nvme_dev_open; seen in the lab while it was reset). */
static int node_open(int root, const char *controller, const char *node, struct text *why)
{
	AUTO_FREE char *state = NULL;
	int fd, err = 0;

	for (int i = 0; i < TRIES; i++) {
		if (i > 0)
			wait_a_little();
		fd = root_open(root, node, O_RDONLY | O_NOCTTY | O_NONBLOCK);
		if (fd != -1)
			return fd;
		err = errno;
		free(state);
		state = err == EAGAIN ? controller_state(root, controller) : NULL;
		if (!state_is_soon_live(state))
			break;
	}
	return node_refuse(node, state, err, why);
}

/*
 * The number of a controller is its own as long as its node is open (drivers/nvme/host/core.c, nvme_dev_open
 * holds it): so it is compared after that.
 */
static int controller_open(int root, const char *directory, const char *name, struct text *why)
{
	AUTO_FREE char *node = text_print("dev/%s", name);
	AUTO_FREE char *controller = text_print("%s/%s", directory, name);
	AUTO_CLOSE int fd = node_open(root, controller, node, why);
	int opened = fd;

	if (fd == -1 || node_check(root, fd, controller, node, why) == -1)
		return -1;
	fd = -1;
	return opened;
}

/* Below the function there is a directory of the one controller that its driver has made of it. */
static int drive_open(int root, const char *pf, struct text *why)
{
	AUTO_FREE char *directory = text_print(PCI_DEVICES "/%s/nvme", pf);
	AUTO_TEXT struct text names = { 0 };
	int err = file_do(root, &(struct op){ .verb = OP_LIST, .path = directory }, &names);

	if (!err && names.length) {
		names.bytes[strcspn(names.bytes, "\n")] = '\0';
		return controller_open(root, directory, names.bytes, why);
	}
	text_add(why, "the nvme driver has made no controller of it");
	errno = err && err != ENOENT ? err : ENODEV;
	return -1;
}

int nvme_do(int root, const struct op *op, struct text *data)
{
	char pf[32];
	struct linux_door door = { .door = { command_submit, function_reset, controller_rescan },
		.root = root,
		.fd = -1,
		.pf = pf };
	int err;

	if (!nvme_address(op->path, pf))
		return ENOSYS;
	AUTO_CLOSE int fd = drive_open(root, pf, data);
	if (fd == -1)
		return errno;
	err = library_load(data);
	if (err)
		return err;
	door.fd = fd;
	return nvme_operate(&door.door, op->path, op->in_len ? op->in : NULL, data);
}

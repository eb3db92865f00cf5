/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nvme_command.h: admin commands of an NVMe controller, and what OP_NVME makes of them. Floor 2, host.
 *
 * OP_NVME has as its path NVME_DRIVES with the address of a physical function: without `in` it answers with
 * pages, which drive_take reads; with "/NUMBER/NAME" behind that it reads or sets one setting of one VF
 * (vf.h), with "/namespaces" and "/namespace/3" what nvme_paths.h says. What sets something does so by one
 * command. What a controller refuses comes back as an errno with words.
 */
#ifndef NVME_COMMAND_H
#define NVME_COMMAND_H

#include "nvme.h"

#define NVME_DRIVES "nvme/"

/* As a controller takes it. `data` goes to it or comes from it, as the lowest bits of the opcode say. */
struct nvme_command {
	uint8_t opcode;
	uint32_t nsid, cdw10, cdw11;
	void *data;
	uint32_t length;
	uint32_t result; /* dword 0 of its answer */
};
enum { NVME_PAGE = 4096 };

/*
 * Carries commands to a controller: 0, -errno, or the status: its type in bits 8 to 10, its code below.
 * reset: a function level reset, which is a Controller Level Reset as well (3.7.2): 0 or -errno.
 * rescan: the driver that this machine has for a controller looks for its namespaces; NULL: it hears of them.
 */
struct nvme_door {
	int (*submit)(struct nvme_door *, struct nvme_command *);
	int (*reset)(struct nvme_door *);
	void (*rescan)(struct nvme_door *, uint16_t cntlid);
};

/* Does OP_NVME through the door: 0 or an errno; `out` is the answer, or says more of the error. `in` NULL: it
 * is a read. */
int nvme_operate(struct nvme_door *, const char *path, const char *in, struct text *out);
bool nvme_address(const char *path, char ret_address[32]); /* whose controller it is; false: of none */

/* Reads pages into an empty drive; -1: they are none. */
int drive_take(struct drive *, const void *pages, size_t length);

/* What the primary has itself of what it could give away: "queues 40 interrupts 32"; -1: no such. */
void primary_print(const uint64_t numbers[2], struct text *);
int primary_parse(const char *text, uint64_t ret_numbers[2]);

/* What a controller with this drive answers to Identify: 0 or the status. */
int drive_identify(const struct drive *, struct nvme_command *);

/* Statuses: the specification's words with the number, and the errno that comes closest. */
enum nvme_status {
	NVME_INVALID_OPCODE = 0x001,
	NVME_INVALID_FIELD = 0x002,
	NVME_INTERNAL_ERROR = 0x006,
	NVME_ABORTED = 0x007,
	NVME_INVALID_NAMESPACE = 0x00b,
	NVME_SEQUENCE_ERROR = 0x00c,
	NVME_DENIED = 0x015,
	NVME_SANITIZE_FAILED = 0x01c,
	NVME_SANITIZING = 0x01d,
	NVME_INTERRUPTED = 0x021,
	NVME_FORMATTING = 0x084,
	NVME_INVALID_QUEUE = 0x101,
	NVME_INVALID_FORMAT = 0x10a,
	NVME_NO_CAPACITY = 0x115,
	NVME_NO_NSID = 0x116,
	NVME_ATTACHED = 0x118,
	NVME_PRIVATE = 0x119,
	NVME_NOT_ATTACHED = 0x11a,
	NVME_INVALID_LIST = 0x11c,
	NVME_TESTING = 0x11d,
	NVME_INVALID_CONTROLLER = 0x11f,
	NVME_INVALID_STATE = 0x120,
	NVME_INVALID_COUNT = 0x121,
	NVME_INVALID_RESOURCE = 0x122,
	NVME_TOO_MANY_ATTACHED = 0x127,
	NVME_NOT_SENT = 0x370 /* drivers/nvme/host/core.c, nvme_fail_nonready_command */
};
void nvme_status_print(int status, struct text *);
int nvme_status_errno(int status);

#endif

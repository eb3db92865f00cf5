/* SPDX-License-Identifier: GPL-2.0-or-later */
/* drive_fixture.h: an NVMe drive for tests: the first of its four secondary controllers is controller 2. */
#ifndef DRIVE_FIXTURE_H
#define DRIVE_FIXTURE_H

#include "nvme_command.h"
#include <stdlib.h>
#include <string.h>

enum { FIXTURE_FIRST = 2, FIXTURE_VFS = 4 };

static inline struct drive *drive_make(void)
{
	static const struct {
		enum drive_number number;
		uint64_t value;
	} rows[] = { { D_CNTLID, 1 }, { D_OACS, OACS_NAMESPACES | OACS_VIRTUALIZATION }, { D_NN, 32 },
		{ D_TNVMCAP, UINT64_C(4096) << 20 }, { D_UNVMCAP, UINT64_C(1024) << 20 },
		{ D_CRT, CRT_QUEUES | CRT_INTERRUPTS }, { D_VQFRT, 12 }, { D_VQPRT, 8 }, { D_VQFRSM, 4 },
		{ D_VIFRT, 8 }, { D_VIPRT, 8 }, { D_VIFRSM, 4 } };
	struct drive *drive = drive_new();

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		drive->numbers[rows[i].number] = rows[i].value;
	drive->n_secondaries = FIXTURE_VFS;
	drive->secondaries = memory_new(FIXTURE_VFS, sizeof(*drive->secondaries));
	for (uint16_t i = 0; i < FIXTURE_VFS; i++)
		drive->secondaries[i] = (struct secondary){ .cntlid = (uint16_t)(FIXTURE_FIRST + i),
			.vf = (uint16_t)(i + 1) };
	drive->n_formats = 3;
	drive->formats = memory_new(drive->n_formats, sizeof(*drive->formats));
	drive->formats[0] = 512; /* and one with metadata between them */
	drive->formats[2] = 4096;
	return drive;
}

static inline struct drive_namespace *drive_make_namespace(struct drive *drive, uint32_t nsid)
{
	struct drive_namespace *namespace = drive_add_namespace(drive, nsid);

	namespace->blocks = 1000;
	namespace->block_bytes = 4096;
	namespace->uuid = string_copy("7061776c6c6148628d78383600000101");
	namespace_attach(namespace, (uint16_t)drive->numbers[D_CNTLID]);
	return namespace;
}

#endif

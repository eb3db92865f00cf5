/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nvme_numbers.h: the numbers that an NVMe controller tells of itself. Floor 2, host.
 */
#ifndef NVME_NUMBERS_H
#define NVME_NUMBERS_H

#include <stdint.h>

/* The numbers that are of use, each a row of drive_numbers: one name in facts, JSON and messages. */
enum drive_number {
	D_CNTLID,
	D_CMIC,
	D_OACS,
	D_NN,
	D_MNAN,
	D_TNVMCAP,
	D_UNVMCAP,
	D_CRT,
	D_VQFRT,
	D_VQRFA,
	D_VQRFAP,
	D_VQPRT,
	D_VQFRSM,
	D_VQGRAN,
	D_VIFRT,
	D_VIRFA,
	D_VIRFAP,
	D_VIPRT,
	D_VIFRSM,
	D_VIGRAN,
	N_DRIVE_NUMBERS
};
struct drive_number_row {
	const char *name, *help;
	uint8_t cns;            /* the page of Identify that has it, at which place, in how many bytes */
	uint16_t offset, width; /* of 16 bytes the lower 8 count: that is 16 EiB */
};
extern const struct drive_number_row drive_numbers[N_DRIVE_NUMBERS];

/* Bits of D_CMIC, D_OACS and D_CRT. */
#define CMIC_CONTROLLERS    UINT64_C(0x02) /* its subsystem may have two or more */
#define OACS_NAMESPACES     UINT64_C(0x08)
#define OACS_VIRTUALIZATION UINT64_C(0x80)
#define CRT_QUEUES          UINT64_C(0x01)
#define CRT_INTERRUPTS      UINT64_C(0x02)

/*
 * What a drive gives to the controllers of its VFs, by the number that Virtualization Management has for it
 * (NVM Express Base Specification 2.0, 5.24), and which numbers tell of it: how many in all, given away,
 * the primary's own, the most for one controller, and in which portion they are best given.
 */
enum flexible { FLEXIBLE_QUEUES, FLEXIBLE_INTERRUPTS, N_FLEXIBLE };
struct flexible_row {
	const char *name;
	enum drive_number total, assigned, primary, most, grain;
};
extern const struct flexible_row flexible_resources[N_FLEXIBLE];

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * share.h: what is wished for the VFs of an NVMe drive: their share of it. Floor 3, kinds.
 */
#ifndef SHARE_H
#define SHARE_H

#include "nvme_numbers.h"
#include "resource.h"
#include "vf.h"

struct state;

/* NVQ and NVI are 16 bits wide: NVM Express Base Specification 2.0, 5.17.2.15, Secondary Controller List. */
#define MOST_RESOURCES 65535

/* devices.HANDLE.nvme: of each VF. */
enum { NVME_QUEUES = FLEXIBLE_QUEUES, NVME_INTERRUPTS = FLEXIBLE_INTERRUPTS };
struct nvme_body {
	uint64_t set;
	int64_t each[N_FLEXIBLE];
};
extern const struct kind kind_nvme;

/* Of one VF, as `nvme` implies it and the drive has it. */
enum { SHARE_QUEUES, SHARE_INTERRUPTS, SHARE_ONLINE, N_SHARE_ROWS };
struct share_body {
	uint64_t set;
	int64_t queues, interrupts;
	bool online;
	int64_t vf, vfs; /* its number, and of how many that the pool makes */
};
extern const struct kind kind_vf_share;
#define SHARE_KEY "nvme" /* of what is wished of each VF: "ssd0.vf.3.nvme" */

/* What the drive says of a setting, as a wish. */
void share_take(struct share_body *, enum vf_setting, const char *text);

/* Queues or interrupts of a drive: what its VFs are wished to have in all, and who has what of them now. */
struct shares_fit {
	int64_t vfs;
	uint64_t needed, left;
	uint64_t total, primary, others; /* of all; the plan lets the drive keep; other controllers keep */
};
void shares_fit(const struct resource *nvme, const struct state *want, const struct function *drive,
	enum flexible, struct shares_fit *ret_fit);

/* What a drive's own controller is to keep, where the VFs need what it holds; derived by nvme. */
enum { PRIMARY_QUEUES = FLEXIBLE_QUEUES, PRIMARY_INTERRUPTS = FLEXIBLE_INTERRUPTS };
struct primary_body {
	uint64_t set;
	int64_t keeps[N_FLEXIBLE];
};
extern const struct kind kind_primary;
#define PRIMARY_KEY "primary" /* "ssd0.nvme.primary" */
void primary_derive(const struct resource *nvme, const struct survey *, struct state *);
bool primary_removes(const struct function *pf); /* what gives it less takes so much: pawl asks for none */

#endif

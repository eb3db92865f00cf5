/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knobs of what an NVMe drive gives: a setting of a VF each, and what it has itself. */
#include "knob_nvme.h"
#include "knob_vf.h"
#include "nvme_paths.h"
#include <errno.h>

const struct knob_advice nvme_advice[] = {
	{ EXDEV, "below another root than / no drive can be asked" },
	{ ELIBACC, "libnvme carries all commands to drives" },
	{ ENODEV, "it must have the kernel's nvme driver, and that must be done with starting it" },
	{ EBUSY, "the drive is at work on something else: apply again when that is done" },
	{ EAGAIN, "the drive is at work on something else: apply again" },
	{ EUCLEAN, "it does little else until a sanitize succeeds, or its failure mode is left: see "
		   "`nvme sanitize-log`" },
	{ EINTR, "`dmesg` tells what became of the drive; `pawl show` whether it answers again" },
	{ EACCES, "the drive denies it (Operation Denied): is it locked, or write-protected?" },
	{ EIO, "`dmesg` and `nvme error-log` tell what the drive says of it" },
	{ 0 },
};

static const struct knob_advice advice[] = {
	{ ENOENT, "the drive has fewer secondary controllers than this VF's number: `pawl show` tells them" },
	{ EPROTO,
		"its controller must be offline for other resources, and have what it needs (two queues and "
		"on most drives an interrupt) and its VF made to go online" },
	{ ENXIO, "plan again: the drive has no such controller any more; `pawl show` tells which it has" },
	{ ERANGE, "`pawl show` tells what the drive has to give, and the most that one VF may have" },
	{ EINVAL, "it may know no such resource: leave out `vf-interrupts` where it gives queues alone" },
	{ EOPNOTSUPP,
		"the drive says that it has Virtualization Management (OACS bit 7), and does not do it: "
		"is there other firmware for it?" },
	{ 0 },
};

/* 8.26.3: a controller level reset of the primary takes all from them, and so does a boot. */
#define SETTING                                                                                              \
	.nothing = "new", .read = vf_setting_read_op, .parse = reading_take, .write = vf_setting_write_op,   \
	.match = vf_setting_match, .flags = KNOB_SLOW | KNOB_VOLATILE, .slow_ns = NVME_PATIENCE,             \
	.refused = advice, .refused_by_any = nvme_advice, .taker = "the drive"

#define NVME "NVM Express Base Specification 2.0, 5.24, Virtualization Management, "

const struct knob knob_vf_queues = {
	.name = "vf_queues",
	.help = "how many flexible queues the controller of a virtual function has; its admin queue is one",
	.source = NVME "action 8, VQ Resources",
	.at_boot = "0",
	SETTING,
};

const struct knob knob_vf_interrupts = {
	.name = "vf_interrupts",
	.help = "how many flexible interrupts the controller of a virtual function has",
	.source = NVME "action 8, VI Resources",
	.at_boot = "0",
	SETTING,
};

const struct knob knob_vf_online = {
	.name = "vf_online",
	.help = "whether the controller of a virtual function works; going offline takes its resources away",
	.source = NVME "actions 7 and 9",
	.at_boot = "false",
	SETTING,
};

static int primary_path(const char *target, struct text *path)
{
	struct nvme_path parsed;

	text_addf(path, NVME_DRIVES "%s/" NVME_OWN, target);
	return nvme_path_parse(text_string(path), &parsed);
}

static int primary_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	AUTO_TEXT struct text path = { 0 };

	if (primary_path(target, &path) < 0)
		return -1;
	op_fill_write(op, scratch, text_string(&path), "");
	*op = (struct op){ .verb = OP_NVME, .path = op->path, .deadline_ns = knob->slow_ns };
	return 0;
}

static int primary_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	AUTO_TEXT struct text path = { 0 };
	uint64_t numbers[2];

	if (primary_path(turn->target, &path) < 0 || primary_parse(turn->to, numbers) < 0)
		return -1;
	op_fill_write(op, scratch, text_string(&path), turn->to);
	op->verb = OP_NVME;
	op->deadline_ns = knob->slow_ns;
	return 0;
}

/* Nobody wishes for what it was before, and it would cost another reset. */
const struct knob knob_primary = {
	.name = "primary_share",
	.help = "what a drive's own controller has of what it could give to VFs; a write resets the drive",
	.source = NVME "action 1",
	.taker = "the drive",
	.read = primary_read,
	.parse = reading_take,
	.write = primary_write,
	.refused = advice,
	.refused_by_any = nvme_advice,
	.flags = KNOB_SLOW | KNOB_KEPT,
	.stays = "`nvme virt-mgmt -a 1` gives the drive its own back at its next reset",
	.slow_ns = 3 * NVME_PATIENCE, /* the reset waits for CSTS as long as CAP.TO says, 127.5 s at most */
};

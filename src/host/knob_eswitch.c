/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knob that is the mode of a card's embedded switch. */
#include "address.h"
#include "eswitch.h"
#include "knob_sysfs.h"
#include <errno.h>

/* The kernel answers under the lock of the devlink instance, which its driver may hold for long. */
#define READ_DEADLINE (2 * SECOND)

static int path_add(const char *target, struct text *path)
{
	if (!address_valid(target))
		return -1;
	text_addf(path, ESWITCH_PCI "%s" ESWITCH_MODE_OF, target);
	return 0;
}

static int eswitch_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	size_t at = scratch->length;

	(void)knob;
	if (path_add(target, scratch) < 0)
		return -1;
	*op = (struct op){ .verb = OP_NETLINK, .path = scratch->bytes + at, .deadline_ns = READ_DEADLINE };
	return 0;
}

static int eswitch_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	AUTO_TEXT struct text path = { 0 };

	if (!(string_equal(turn->to, ESWITCH_LEGACY) || string_equal(turn->to, ESWITCH_SWITCHDEV)) ||
		path_add(turn->target, &path) < 0)
		return -1;
	op_fill_write(op, scratch, text_string(&path), turn->to);
	op->verb = OP_NETLINK;
	op->deadline_ns = knob->slow_ns;
	return 0;
}

/* What a driver that is yet to be bound comes with, it says then. */
static bool eswitch_match(const char *value, const char *want)
{
	return !*want || string_equal(value, want);
}

static const struct knob_advice advice[] = {
	{ EOPNOTSUPP, "the driver has no such mode, or not while it has VFs: apply `count: 0` first" },
	{ EPERM, "pawl needs CAP_NET_ADMIN, and older bnxt_en wants VFs first: apply their `count` alone" },
	{ EBUSY, "something holds the switch: its rules, a bond of its ports, an RDMA device or IPsec" },
	{ EINVAL, "the firmware of some cards takes it only without VFs: apply `count: 0` first; `dmesg` may "
		  "tell more" },
	{ ENODEV, "the driver has no such switch: leave `eswitch` out" },
	{ 0 },
};

const struct knob knob_eswitch = {
	.name = "eswitch",
	.nothing = "unknown",
	.help = "the mode of a card's embedded switch",
	.source = "include/uapi/linux/devlink.h, DEVLINK_CMD_ESWITCH_SET; devlink-dev(8), eswitch set",
	.at_boot = ESWITCH_LEGACY,
	.read = eswitch_read,
	.parse = reading_take,
	.write = eswitch_write,
	.match = eswitch_match,
	.refused = advice,
	.flags = KNOB_SLOW | KNOB_VOLATILE,
	/* Published: 3 to 4 s a PF (mlnx-tools issue 146), 96 s with 60 VFs (netplan issue 439). */
	.slow_ns = 180 * SECOND,
};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knobs that are one sysfs attribute of a PCI function each. */
#include "address.h"
#include "knob_sysfs.h"
#include <stdlib.h>
#include <string.h>

#define UNSET "(null)"

/*
 * Reading numvfs and driver_override blocks while a write to the device is in the kernel: both take the
 * device lock, which that write holds (drivers/pci/iov.c, sriov_numvfs_show; drivers/pci/pci-sysfs.c,
 * driver_override_show). A read that need not wait takes microseconds.
 */
#define READ_DEADLINE (1 * SECOND)

static int attribute_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	size_t at = scratch->length;

	if (!address_valid(target))
		return -1;
	text_addf(scratch, PCI_DEVICES "/%s/%s", target, knob->attribute);
	*op = (struct op){ .verb = OP_READ, .path = scratch->bytes + at, .deadline_ns = knob->read_ns };
	return 0;
}

static int attribute_write(
	const struct knob *knob, const char *target, const char *value, struct op *op, struct text *scratch)
{
	AUTO_TEXT struct text path = { 0 };

	if (!address_valid(target))
		return -1;
	text_addf(&path, PCI_DEVICES "/%s/%s", target, knob->attribute);
	op_fill_write(op, scratch, text_string(&path), value);
	return 0;
}

/* The kernel takes 0x2 and 010 as well (kstrtou16, base 0); only one spelling reads back the same. */
static bool count_valid(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits > 0 && digits <= 5 && !text[digits] && (*text != '0' || digits == 1) &&
	       strtoul(text, NULL, 10) <= UINT16_MAX;
}

static int numvfs_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	if (!count_valid(turn->to) || attribute_write(knob, turn->target, turn->to, op, scratch) < 0)
		return -1;
	op->deadline_ns = knob_deadline_ns(knob, turn->from, turn->to);
	return 0;
}

/*
 * New VFs are announced one by one, last the PF with a `change` (measured in the lab: 2 ms before the write
 * returns). Taking VFs away announces nothing on the PF: then the next reading tells.
 */
const struct knob knob_numvfs = {
	.name = "numvfs",
	.help = "how many virtual functions a physical function has",
	.source = "Documentation/ABI/testing/sysfs-bus-pci, sriov_numvfs; drivers/pci/iov.c, "
		  "sriov_numvfs_store",
	.attribute = "sriov_numvfs",
	.at_boot = "0",
	.read_ns = READ_DEADLINE,
	.read = attribute_read,
	.parse = reading_take,
	.write = numvfs_write,
	.settle = function_settle,
	.flags = KNOB_SLOW | KNOB_VOLATILE,
	/* Published: 64 VFs take i40e 22 s (nmstate issue 1704), more than 60 take ixgbe over a minute
	 * (nmstate issue 2366): 2 s a VF is twice the slowest of these. */
	.slow_ns = 10 * SECOND,
	.slow_each_ns = 2 * SECOND,
};

static int autoprobe_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	if (!string_equal(turn->to, "0") && !string_equal(turn->to, "1"))
		return -1;
	return attribute_write(knob, turn->target, turn->to, op, scratch);
}

const struct knob knob_autoprobe = {
	.name = "autoprobe",
	.help = "whether new virtual functions get their driver by themselves",
	.source = "Documentation/ABI/testing/sysfs-bus-pci, sriov_drivers_autoprobe; drivers/pci/iov.c, "
		  "sriov_drivers_autoprobe_store",
	.attribute = "sriov_drivers_autoprobe",
	.at_boot = "1", /* drivers/pci/iov.c, sriov_init */
	.read = attribute_read,
	.parse = reading_take,
	.write = autoprobe_write,
	.flags = KNOB_VOLATILE | KNOB_TEMPORARY,
};

/* An unset override is a NULL that the kernel prints (drivers/pci/pci-sysfs.c, driver_override_show). */
static void override_parse(const struct done *done, struct reading *reading)
{
	reading_take(done, reading);
	if (reading->is == R_VALUE && string_equal(reading->text, UNSET))
		reading->text[0] = '\0';
}

/*
 * A write of no bytes never reaches the attribute (fs/sysfs/file.c, sysfs_kf_write); a lone newline clears it
 * (drivers/base/driver.c, driver_set_override).
 */
static int override_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	const char *word = *turn->to ? turn->to : "\n";

	if (strpbrk(turn->to, "/\n") || attribute_write(knob, turn->target, word, op, scratch) < 0)
		return -1;
	op->deadline_ns = knob_deadline_ns(knob, turn->from, turn->to);
	return 0;
}

static const char *override_word(const char *text)
{
	return string_equal(text, UNSET) ? "" : text;
}

static bool override_match(const char *value, const char *want)
{
	return string_equal(override_word(value), override_word(want));
}

const struct knob knob_override = {
	.name = "override",
	.help = "the only driver that may bind a function",
	.nothing = "not set",
	.source = "Documentation/ABI/testing/sysfs-bus-pci, driver_override; drivers/base/driver.c, "
		  "driver_set_override",
	.attribute = "driver_override",
	.at_boot = "",
	.read_ns = READ_DEADLINE,
	.read = attribute_read,
	.parse = override_parse,
	.write = override_write,
	.match = override_match,
	.flags = KNOB_SLOW | KNOB_VOLATILE,
	.slow_ns = WRITE_DEADLINE,
};

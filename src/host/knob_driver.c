/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knob that binds a PCI function to a driver. */
#include "address.h"
#include "knob_sysfs.h"
#include <errno.h>
#include <string.h>

/* Gathered, not read as a link: so a link that is missing differs from a function that is missing. */
static int driver_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	static const char link[] = "driver@";
	size_t at = scratch->length;

	(void)knob;
	if (!address_valid(target))
		return -1;
	text_addf(scratch, PCI_DEVICES "/%s", target);
	*op = (struct op){
		.verb = OP_GATHER,
		.path = scratch->bytes + at,
		.in = link,
		.in_len = sizeof(link),
	};
	return 0;
}

static void driver_parse(const struct done *done, struct reading *reading)
{
	const char *answer = done->data;

	if (done->err || done->len < 2 || *answer == '?') {
		reading_take(&(struct done){ .err = done->err ? done->err : EIO }, reading);
		return;
	}
	*reading = (struct reading){
		.is = R_VALUE,
		.text = string_copy(*answer == '=' ? path_last(answer + 1) : ""),
	};
}

static bool driver_valid(const char *name)
{
	return *name && !strchr(name, '/') && !string_equal(name, ".") && !string_equal(name, "..");
}

/*
 * From one driver to another is two writes, and so two steps. To bind, drivers_probe offers the function to
 * all drivers as the kernel would by itself, driver_override first (drivers/pci/pci-driver.c,
 * pci_match_device). Its success says nothing about what was bound; only the link does.
 */
static int driver_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	bool unbinds = *turn->from != '\0';
	AUTO_TEXT struct text path = { 0 };

	if (!address_valid(turn->target) || unbinds == (*turn->to != '\0'))
		return -1;
	if (!driver_valid(unbinds ? turn->from : turn->to))
		return -1;
	if (unbinds)
		text_addf(&path, PCI_DRIVERS "/%s/unbind", turn->from);
	else
		text_add(&path, "sys/bus/pci/drivers_probe");
	op_fill_write(op, scratch, text_string(&path), turn->target);
	op->deadline_ns = knob_deadline_ns(knob, turn->from, turn->to);
	return 0;
}

const struct knob knob_driver = {
	.name = "driver",
	.help = "the driver that a function is bound to",
	.nothing = "no driver",
	.source = "Documentation/ABI/testing/sysfs-bus-pci, drivers/.../unbind and drivers_probe; "
		  "drivers/base/bus.c, unbind_store and drivers_probe_store",
	.read = driver_read,
	.parse = driver_parse,
	.write = driver_write,
	.settle = function_settle, /* drivers/base/dd.c announces bind and unbind */
	.flags = KNOB_SLOW | KNOB_VOLATILE,
	.slow_ns = WRITE_DEADLINE,
};

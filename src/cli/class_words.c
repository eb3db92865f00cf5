/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PCI class codes as short words. */
#include "print.h"

/*
 * PCI Code and ID Assignment Specification, section 1; the codes are those of include/linux/pci_ids.h. The
 * first row that fits counts: subclass before base class.
 */
static const struct {
	int64_t mask, code;
	const char *words;
} classes[] = {
	{ 0xffff00, 0x010600, "SATA" },
	{ 0xffff00, 0x010700, "SAS" },
	{ 0xffff00, 0x010400, "RAID" },
	{ 0xffff00, 0x010800, "NVMe" },
	{ 0xff0000, 0x010000, "storage" },
	{ 0xffff00, 0x020000, "Ethernet" },
	{ 0xffff00, 0x020700, "InfiniBand" },
	{ 0xff0000, 0x020000, "network" },
	{ 0xffff00, 0x030200, "GPU" },
	{ 0xff0000, 0x030000, "display" },
	{ 0xff0000, 0x040000, "audio" },
	{ 0xff0000, 0x050000, "memory" },
	{ 0xffff00, 0x060400, "bridge" },
	{ 0xffff00, 0x060000, "host bridge" },
	{ 0xff0000, 0x060000, "bridge" },
	{ 0xff0000, 0x070000, "serial" },
	{ 0xffff00, 0x080600, "IOMMU" },
	{ 0xff0000, 0x080000, "system" },
	{ 0xffff00, 0x0c0300, "USB" },
	{ 0xffff00, 0x0c0500, "SMBus" },
	{ 0xff0000, 0x0c0000, "serial bus" },
	{ 0xff0000, 0x100000, "crypto" },
	{ 0xff0000, 0x110000, "signal" },
	{ 0xff0000, 0x120000, "accelerator" },
};

const char *class_words(const struct function *function)
{
	int64_t code;

	if (function_number(function, A_CLASS, &code) < 0)
		return "?";
	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		if ((code & classes[i].mask) == classes[i].code)
			return classes[i].words;
	return "other";
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on functions that somebody else than pawl gives a driver to. */
#include "gates_rows.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the kernel compares, of a VF that is yet to come too. */
struct ids {
	unsigned vendor, device, subvendor, subdevice;
};
#define ANY 0xffffffffu /* PCI_ANY_ID, include/linux/mod_devicetable.h */

static unsigned id_of(const struct function *function, enum attribute attribute)
{
	const char *text = function_text(function, attribute);

	return text ? (unsigned)strtoul(text, NULL, 16) : ANY;
}

/* A VF has its PF's vendor, and the device id that the PF tells; who made its card is not known before. */
static struct ids ids_of(const struct function *function, bool of_vfs)
{
	return (struct ids){
		.vendor = id_of(function, A_VENDOR),
		.device = id_of(function, of_vfs ? A_VF_DEVICE : A_DEVICE),
		.subvendor = of_vfs ? ANY : id_of(function, A_SUBSYSTEM_VENDOR),
		.subdevice = of_vfs ? ANY : id_of(function, A_SUBSYSTEM_DEVICE),
	};
}

static bool id_fits(unsigned wanted, unsigned has)
{
	return wanted == ANY || has == ANY || wanted == has;
}

/* "8086:10ca" or "8086:10ca:8086:0001": drivers/vfio/pci/vfio_pci.c, vfio_pci_fill_ids. */
static bool entry_fits(const char *entry, const struct ids *has)
{
	struct ids wanted = { .subvendor = ANY, .subdevice = ANY };
	int fields = sscanf(
		entry, "%x:%x:%x:%x", &wanted.vendor, &wanted.device, &wanted.subvendor, &wanted.subdevice);

	return fields >= 2 && wanted.vendor == has->vendor && wanted.device == has->device &&
	       id_fits(wanted.subvendor, has->subvendor) && id_fits(wanted.subdevice, has->subdevice);
}

/* A module's name may be written with either sign (kernel/params.c, parameqn). */
static const char *word_ids(const char *word)
{
	static const char *const names[] = { "vfio-pci.ids=", "vfio_pci.ids=" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (string_starts(word, names[i]))
			return word + strlen(names[i]);
	return NULL;
}

/* The entry of the kernel's command line that gives such functions to vfio-pci; the caller frees it. */
static char *cmdline_claim(const struct survey *survey, const struct ids *has)
{
	const struct reading *cmdline = &survey->machine[M_CMDLINE];
	AUTO_FREE char *words = string_copy(cmdline->is == R_VALUE ? cmdline->text : "");
	char *rest = words, *word, *entry;

	while ((word = strsep(&rest, " "))) {
		AUTO_FREE char *list = string_copy(word_ids(word));
		char *more = list;

		while (more && (entry = strsep(&more, ",")))
			if (entry_fits(entry, has))
				return string_copy(entry);
	}
	return NULL;
}

static void judge_foreign(const struct question *question)
{
	const struct resource *driver;

	for (size_t cursor = 0; (driver = next_resource(question, &kind_driver, &cursor));) {
		const struct function *function = device_function(question->now, driver);
		const char *wish = ((const struct driver_body *)driver->body)->name;
		bool of_vfs = driver->cause && driver->cause->kind == &kind_vf_pool;
		struct ids has = { 0 };
		AUTO_FREE char *claim = NULL;

		if (!function || driver_is_vfio(wish))
			continue;
		has = ids_of(function, of_vfs);
		claim = cmdline_claim(question->now, &has);
		if (claim)
			gate_refuse(question, of_vfs ? driver->cause : driver,
				of_vfs ? POOL_DRIVER : DRIVER_NAME,
				"the kernel's command line gives %s to vfio-pci at each boot "
				"(vfio-pci.ids=), and the wish is %s",
				claim, wish);
	}
}

const struct gate gate_foreign_manager = {
	.id = "foreign-manager",
	.question = "Does nobody else give these functions another driver?",
	.explain =
		"With vfio-pci.ids= on the kernel's command line vfio-pci takes every function that has "
		"these ids when it is loaded, before pawl runs (drivers/vfio/pci/vfio_pci.c, "
		"vfio_pci_fill_ids): all cards of one kind, the one that carries the host's network among "
		"them. While pawl's driver_override stands it does not, but no override outlives a reboot. "
		"Only the command line is looked at.",
	.fix = "take the ids off the kernel's command line and let pawl name the functions",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge_foreign,
};

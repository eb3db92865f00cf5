/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Holds what was seen of the machine: its functions by address, its drivers, its facts, the debts on it. */
#include "survey.h"
#include "address.h"
#include "function.h"
#include <stdlib.h>
#include <string.h>

#define PCI_ABI "Documentation/ABI/testing/sysfs-bus-pci"
#define SYSFS   "Documentation/PCI/sysfs-pci.rst"

const struct attribute_row attributes[N_ATTRIBUTES] = {
	[A_PATH] = { .name = "path", .link = true, .source = "Documentation/filesystems/sysfs.rst, bus/" },
	[A_VENDOR] = { .name = "vendor", .source = SYSFS },
	[A_DEVICE] = { .name = "device", .source = SYSFS },
	[A_SUBSYSTEM_VENDOR] = { .name = "subsystem_vendor", .source = SYSFS },
	[A_SUBSYSTEM_DEVICE] = { .name = "subsystem_device", .source = SYSFS },
	[A_CLASS] = { .name = "class", .source = SYSFS },
	[A_DRIVER] = { .name = "driver",
		.link = true,
		.knob = &knob_driver,
		.source = "drivers/base/dd.c, driver_sysfs_add" },
	[A_OVERRIDE] = { .name = "driver_override", .knob = &knob_override, .source = PCI_ABI },
	[A_GROUP] = { .name = "iommu_group",
		.link = true,
		.source = "Documentation/ABI/testing/sysfs-kernel-iommu_groups" },
	[A_NUMA] = { .name = "numa_node", .source = PCI_ABI },
	[A_TOTALVFS] = { .name = "sriov_totalvfs", .source = PCI_ABI },
	[A_NUMVFS] = { .name = "sriov_numvfs", .sriov = true, .knob = &knob_numvfs, .source = PCI_ABI },
	[A_AUTOPROBE] = { .name = "sriov_drivers_autoprobe",
		.sriov = true,
		.knob = &knob_autoprobe,
		.source = PCI_ABI },
	[A_OFFSET] = { .name = "sriov_offset", .sriov = true, .source = PCI_ABI },
	[A_STRIDE] = { .name = "sriov_stride", .sriov = true, .source = PCI_ABI },
	[A_VF_DEVICE] = { .name = "sriov_vf_device", .sriov = true, .source = PCI_ABI },
};

/* The kernel's own words on hostname, osrelease and boot_id: Documentation/admin-guide/sysctl/kernel.rst. */
const struct machine_row machine_facts[N_MACHINE_FACTS] = {
	[M_HOSTNAME] = { .name = "hostname", .path = "proc/sys/kernel/hostname" },
	[M_MACHINE_ID] = { .name = "machine_id", .path = "etc/machine-id" },
	[M_DMI_SERIAL] = { .name = "dmi_serial", .path = "sys/class/dmi/id/product_serial" },
	[M_DMI_PRODUCT] = { .name = "dmi_product", .path = "sys/class/dmi/id/product_name" },
	[M_KERNEL] = { .name = "kernel", .path = "proc/sys/kernel/osrelease" },
	[M_CMDLINE] = { .name = "cmdline", .path = "proc/cmdline" },
	[M_BOOT_ID] = { .name = "boot_id", .path = "proc/sys/kernel/random/boot_id", .is_volatile = true },
};

/* Where the function is, or would be. Who makes a survey mostly adds functions in their order. */
static size_t function_place(const struct survey *survey, const char *address)
{
	const uint64_t rank = address_rank(address);
	size_t low = 0, high = survey->n;

	if (high > 0 && survey->functions[high - 1]->rank < rank)
		return high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (survey->functions[middle]->rank < rank)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool function_at(const struct survey *survey, size_t place, const char *address)
{
	return place < survey->n && string_equal(survey->functions[place]->address, address);
}

struct function *survey_function(const struct survey *survey, const char *address)
{
	size_t place = function_place(survey, address);

	return function_at(survey, place, address) ? survey->functions[place] : NULL;
}

struct function *survey_by_path(const struct survey *survey, const char *path)
{
	for (size_t i = 0; i < survey->n; i++)
		if (function_is_at(survey->functions[i], path))
			return survey->functions[i];
	return NULL;
}

static int drivers_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void drivers_sort(struct survey *survey)
{
	if (survey->n_drivers > 0)
		qsort(survey->drivers, survey->n_drivers, sizeof(char *), drivers_compare);
}

bool survey_has_driver(const struct survey *survey, const char *driver)
{
	return survey->n_drivers > 0 &&
	       bsearch(&driver, survey->drivers, survey->n_drivers, sizeof(char *), drivers_compare);
}

struct function *survey_add(struct survey *survey, const char *address)
{
	size_t at = function_place(survey, address);
	struct function *function;

	if (function_at(survey, at, address))
		return survey->functions[at];
	function = memory_new(1, sizeof(*function));
	function->address = string_copy(address);
	function->rank = address_rank(address);
	survey->functions = memory_grow(survey->functions, survey->n, sizeof(struct function *));
	memmove(survey->functions + at + 1, survey->functions + at,
		(survey->n - at) * sizeof(struct function *));
	survey->functions[at] = function;
	survey->n++;
	return function;
}

void survey_remove(struct survey *survey, struct function *function)
{
	size_t at = function_place(survey, function->address);

	function_untie(function);
	function_free(function);
	survey->n--;
	memmove(survey->functions + at, survey->functions + at + 1,
		(survey->n - at) * sizeof(struct function *));
}

static void debt_overlay(struct survey *survey, const struct debt *debt, const char *value)
{
	struct function *function = survey_function(survey, debt->target);

	for (size_t i = 0; function && i < N_ATTRIBUTES; i++) {
		bool no_link = attributes[i].link && !*value;

		if (attributes[i].knob == debt->knob)
			function_set(function, (enum attribute)i, no_link ? NULL : value);
	}
}

void survey_overlay_debts(struct survey *survey)
{
	for (size_t i = 0; i < survey->n_debts; i++)
		debt_overlay(survey, &survey->debts[i], survey->debts[i].value);
}

void survey_leave_debt(struct survey *survey, const struct debt *debt)
{
	debt_overlay(survey, debt, debt->left);
}

static void debts_free(struct survey *survey)
{
	for (size_t i = 0; i < survey->n_debts; i++) {
		free(survey->debts[i].target);
		free(survey->debts[i].value);
		free(survey->debts[i].left);
	}
	free(survey->debts);
}

void survey_free(struct survey *survey)
{
	for (size_t i = 0; i < survey->n; i++)
		function_free(survey->functions[i]);
	for (size_t i = 0; i < survey->n_drivers; i++)
		free(survey->drivers[i]);
	for (size_t i = 0; i < N_MACHINE_FACTS; i++)
		reading_free(&survey->machine[i]);
	debts_free(survey);
	pins_free(&survey->pins);
	pins_free(&survey->stood);
	applied_free(&survey->applied);
	applied_free(&survey->kept);
	users_free(&survey->users);
	claims_free(&survey->claims);
	guests_free(&survey->guests);
	domains_free(&survey->domains);
	free(survey->ledger.why);
	free(survey->ledger.lost_runs);
	free(survey->functions);
	free(survey->drivers);
	*survey = (struct survey){ 0 };
}

/* The bridge right above the function: the last address but one of its path. */
static const struct function *bridge_above(const struct survey *survey, const struct function *function)
{
	const char *path = function_text(function, A_PATH), *end = path ? strrchr(path, '/') : NULL;
	size_t length = strlen("0000:00:00.0");
	AUTO_FREE char *address = NULL;

	if (!end || end - path < (long)length)
		return NULL;
	address = string_part(end - length, length);
	return survey_function(survey, address);
}

bool vfs_share_group(const struct survey *survey, const struct function *pf)
{
	const struct function *bridge = bridge_above(survey, pf);
	const char *group = function_link(pf, A_GROUP);

	return bridge && group && string_equal(function_link(bridge, A_GROUP), group);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What writing sriov_numvfs and sriov_drivers_autoprobe does: drivers/pci/iov.c. */
#include "address.h"
#include "nvme.h"
#include "twin_inside.h"
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENABLE  (100 * MILLISECOND) /* sriov_enable: msleep(100) */
#define DISABLE (1 * SECOND)        /* sriov_disable: ssleep(1) */
#define VF      (50 * MILLISECOND)  /* assumed for hardware; two VFs took 0.13 s with ENABLE in the lab */

#define OFFLINE "offline"

int64_t vfs_count(const struct function *pf)
{
	int64_t count;

	return function_number(pf, A_NUMVFS, &count) == 0 ? count : 0;
}

/* pci_device_can_probe (drivers/pci/pci-driver.c), without its exception for an override. */
bool function_may_probe(const struct function *function)
{
	return !function->physfn || !string_equal(function_text(function->physfn, A_AUTOPROBE), "0");
}

/* kstrtou16(buf, 0) (lib/kstrtox.c): one plus sign, one newline, no blanks. */
static bool count_parse(const char *value, int64_t *ret_count)
{
	char *end;
	unsigned long count;

	if (!isdigit((unsigned char)value[*value == '+']))
		return false;
	errno = 0;
	count = strtoul(value, &end, 0);
	if (*end == '\n')
		end++;
	if (*end || errno || count > UINT16_MAX)
		return false;
	*ret_count = (int64_t)count;
	return true;
}

/* First VF Offset or VF Stride: 16 bits (SR-IOV specification, 3.3.9 and 3.3.10). */
static bool spacing(const struct function *pf, enum attribute attribute, int64_t *ret_spacing)
{
	int64_t number;

	if (function_number(pf, attribute, &number) < 0 || number < 0 || number > UINT16_MAX)
		return false;
	*ret_spacing = number;
	return true;
}

void virtuals_count(struct twin *twin)
{
	for (size_t i = 0; i < twin->world.n; i++)
		if (function_is_vf(twin->world.functions[i]))
			entries_set(&twin->virtuals, twin->world.functions[i]->address, "", 0);
}

bool function_is_virtual(const struct twin *twin, const struct function *function)
{
	return entries_find(&twin->virtuals, function->address) != NULL;
}

/*
 * A secondary controller is offline until its primary brings it online (NVM Express 1.4, 5.22 and 8.5; seen
 * in the lab). Of a drive that is not known: what one was when the facts were captured, its driver has seen.
 */
bool function_is_offline(const struct twin *twin, const struct function *function)
{
	const struct entry *entry = entries_find(&twin->virtuals, function->address);
	const struct secondary *secondary = vf_secondary(function);

	if (secondary)
		return !secondary->online;
	return entry && string_equal(entry->bytes, OFFLINE);
}

/* virtfn_bus, virtfn_devfn: the routing id carries into the bus number. NULL: beyond bus 255. */
static char *vf_address(const struct function *pf, int64_t offset)
{
	struct routing routing = address_routing(pf->address);

	routing.number += offset;
	return routing_print(&routing);
}

/*
 * All addresses, or an errno: a PF without offset and stride makes no VFs (compute_max_vf_buses), one bus too
 * many none either (sriov_enable: "bus %02x out of range"), and two functions have not one address (measured
 * with VFs that a removed PF left: EIO, Linux 6.12).
 */
static int vfs_place(const struct twin *twin, const struct function *pf, int64_t count, char **addresses)
{
	int64_t offset, stride;

	if (!spacing(pf, A_OFFSET, &offset) || !spacing(pf, A_STRIDE, &stride) || !offset ||
		(count > 1 && !stride))
		return EIO;
	for (int64_t i = 0; i < count; i++) {
		addresses[i] = vf_address(pf, offset + i * stride);
		if (!addresses[i])
			return ENOMEM;
		if (survey_function(&twin->world, addresses[i]))
			return survey_function(&twin->world, addresses[i])->orphan_of ? EIO : EEXIST;
	}
	return 0;
}

static void attribute_copy(struct function *to, enum attribute row, const struct reading *from)
{
	if (from->is == R_VALUE)
		function_set(to, row, from->text);
	else if (from->is == R_ABSENT)
		function_set(to, row, NULL);
}

/* "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.0" -> the same with the VF's address: its sibling. */
static void vf_set_path(struct function *vf, const struct function *pf)
{
	const char *path = function_text(pf, A_PATH), *last = function_link(pf, A_PATH);
	AUTO_FREE char *own = NULL;

	if (!path || !last)
		return;
	own = text_print("%.*s%s", (int)(last - path), path, vf->address);
	function_set(vf, A_PATH, own);
}

/* SR-IOV specification, 3.4.1: vendor, class and subsystem vendor of a VF are its PF's. */
static void vf_fill(struct twin *twin, struct function *vf, const struct function *pf)
{
	static const enum attribute same[] = { A_VENDOR, A_SUBSYSTEM_VENDOR, A_SUBSYSTEM_DEVICE, A_CLASS,
		A_NUMA };
	const char *id = function_text(pf, A_VF_DEVICE);
	AUTO_FREE char *device = id ? text_print("0x%s", id) : NULL;

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		attribute_copy(vf, same[i], &pf->attr[same[i]]);
	for (enum attribute i = A_TOTALVFS; i < N_ATTRIBUTES; i++)
		function_set(vf, i, NULL);
	vf_set_path(vf, pf);
	function_set(vf, A_DEVICE, device);
	function_set(vf, A_DRIVER, NULL);
	function_set(vf, A_OVERRIDE, "");
	if (pf->attr[A_GROUP].is != R_UNKNOWN)
		function_set(vf, A_GROUP, NULL);
	group_add(twin, vf, pf);
	identity_born(twin, vf, pf);
	if (twin_is_secure(twin, pf->address))
		twin_secure(twin, vf->address);
	vf_settings_born(vf, pf);
	entries_set(&twin->virtuals, vf->address, OFFLINE, function_is_nvme(vf) ? strlen(OFFLINE) : 0);
}

/* pci_iov_add_virtfn: `add` comes before the links, `change` after them, probing last. */
static void vf_add(struct twin *twin, struct function *pf, int64_t number, const char *address)
{
	struct function *vf = survey_add(&twin->world, address);

	vf_fill(twin, vf, pf);
	twin_delay(twin, VF);
	kernel_announces(twin, "add", address);
	survey_link_virtfn(pf, (size_t)number, vf);
	kernel_announces(twin, "change", address);
	if (function_may_probe(vf))
		driver_attach(twin, vf);
}

/* sriov_enable, sriov_add_vfs. */
static int vfs_add(struct twin *twin, struct function *pf, int64_t count)
{
	AUTO_FREE char *text = text_print("%lld", (long long)count);
	AUTO_FREE char **addresses = memory_new((size_t)count, sizeof(char *));
	int err = vfs_place(twin, pf, count, addresses);

	if (!err)
		twin_delay(twin, ENABLE);
	for (int64_t i = 0; i < count; i++) {
		if (!err)
			vf_add(twin, pf, i, addresses[i]);
		free(addresses[i]);
	}
	if (err)
		return err;
	drive_tell(pf);
	kernel_announces(twin, "change", pf->address);
	function_set(pf, A_NUMVFS, text);
	return 0;
}

/* pci_iov_remove_virtfn, for one VF after the other: those before a held one are gone when it blocks. */
int vfs_remove(struct twin *twin, struct function *pf)
{
	for (size_t i = 0; i < pf->n_virtfn; i++) {
		struct function *vf = pf->virtfn[i];

		if (!vf)
			continue;
		if (!device_lock(twin, vf->address))
			return TWIN_BLOCKED;
		function_set(vf, A_DRIVER, NULL); /* pci_stop_dev releases the driver first */
		if (twin_holder(twin, vf->address))
			return TWIN_BLOCKED;
		kernel_announces(twin, "remove", vf->address);
		entries_remove(&twin->virtuals, vf->address);
		group_leave(twin, vf);
		survey_remove(&twin->world, vf);
	}
	drive_vfs_gone(pf, vfs_count(pf));
	function_set(pf, A_NUMVFS, "0");
	twin_delay(twin, DISABLE);
	return 0;
}

/* sriov_numvfs_store */
int numvfs_write(struct twin *twin, const char *path, const char *value)
{
	const char *rest, *driver;
	struct function *pf = path_function(twin, path, &rest);
	int64_t count, total;

	if (!pf || function_number(pf, A_TOTALVFS, &total) < 0)
		return ENOENT;
	if (!count_parse(value, &count))
		return EINVAL;
	if (count > total)
		return ERANGE;
	if (!device_lock(twin, pf->address))
		return TWIN_BLOCKED;
	watch_numvfs(twin, pf, vfs_count(pf), count);
	if (count == vfs_count(pf))
		return 0;
	driver = function_link(pf, A_DRIVER);
	if (!driver || driver_is_stub(driver)) /* vfio-pci: with enable_sriov at its default, N */
		return ENOENT;
	if (count && vfs_count(pf))
		return EBUSY;
	return count ? vfs_add(twin, pf, count) : vfs_remove(twin, pf);
}

/* sriov_drivers_autoprobe_store with kstrtobool (lib/kstrtox.c): the first character decides, two of "on". */
int autoprobe_write(struct twin *twin, const char *path, const char *value)
{
	const char *rest;
	struct function *pf = path_function(twin, path, &rest);
	int first = tolower((unsigned char)value[0]);

	if (!pf || pf->attr[A_AUTOPROBE].is != R_VALUE)
		return ENOENT;
	if (first == 'o')
		first = tolower((unsigned char)value[1]) == 'n' ? 'y' : tolower((unsigned char)value[1]);
	else if (first == 't' || first == '1')
		first = 'y';
	else if (first == 'n' || first == '0')
		first = 'f';
	if (first != 'y' && first != 'f')
		return EINVAL;
	function_set(pf, A_AUTOPROBE, first == 'y' ? "1" : "0");
	return 0;
}

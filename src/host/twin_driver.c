/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which driver takes a function on the twin, and what binding does. */
#include "twin_inside.h"
#include <errno.h>
#include <string.h>

/* Assumed: a network driver's probe with its firmware; not measured by itself. */
#define BIND   (30 * MILLISECOND)
#define UNBIND (30 * MILLISECOND)

/* What no function of the facts tells: which driver takes VFs that do not exist yet. */
static const struct match claims[] = {
	{ "0x8086", "0x10ca", "igbvf", "drivers/net/ethernet/intel/igbvf/netdev.c, igbvf_pci_tbl" },
	{ "0x8086", "0x1520", "igbvf", "drivers/net/ethernet/intel/igbvf/netdev.c, igbvf_pci_tbl" },
	{ "0x19e5", "0x0222", "hisdk3",
		"openEuler drivers/net/ethernet/huawei/hinic3/hw/hinic3_pci_id_tbl.h" },
	{ "0x19e5", "0x375f", "hisdk3",
		"openEuler drivers/net/ethernet/huawei/hinic3/hw/hinic3_pci_id_tbl.h" },
	{ "0x19e5", "0xa22e", "hns3", "drivers/net/ethernet/hisilicon/hns3/hns3_enet.c, hns3_pci_tbl" },
	{ "0x19e5", "0xa22f", "hns3", "drivers/net/ethernet/hisilicon/hns3/hns3_enet.c, hns3_pci_tbl" },
	{ "0x15b3", "0x101e", "mlx5_core", "drivers/net/ethernet/mellanox/mlx5/core/main.c" },
};

/* PCI_CLASS_STORAGE_EXPRESS closes nvme_id_table (drivers/nvme/host/pci.c). */
static const struct match nvme_class = { "", "", "nvme", "drivers/nvme/host/pci.c, nvme_id_table" };
#define CLASS_NVME "0x010802"

/*
 * What physical functions' drivers do beyond the rest. Most disable SR-IOV when they go, as igb, mlx5 and
 * hinic3 do. A limit of VFs holds while its driver is bound (drivers/pci/iov.c, pci_sriov_set_totalvfs and
 * pci_iov_remove).
 */
static const struct driver_row {
	const char *name;
	bool leaves_sriov;
	const char *limit, *hardware; /* sriov_totalvfs with the driver and without it */
	const char *source;
} rows[] = {
	{ "nvme", .leaves_sriov = true, .source = "the lab: \"driver left SR-IOV enabled after remove\"" },
	{ "igb", .limit = "7", .hardware = "8", .source = "the lab; igb_main.c, igb_probe_vfs" },
};

static const struct driver_row *driver_row(const char *name)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (string_equal(rows[i].name, name))
			return &rows[i];
	return NULL;
}

static void total_change(struct function *pf, const char *from, const char *to)
{
	if (from && string_equal(function_text(pf, A_TOTALVFS), from))
		function_set(pf, A_TOTALVFS, to);
}

/* The override that is set, NULL when there is none. */
static const char *function_override(const struct function *function)
{
	const char *override = function_text(function, A_OVERRIDE);

	return override && *override && !string_equal(override, "(null)") ? override : NULL;
}

static const struct match *match_find(const struct match *all, size_t n, const struct function *function)
{
	for (size_t i = 0; i < n; i++)
		if (string_equal(all[i].vendor, function_text(function, A_VENDOR)) &&
			string_equal(all[i].device, function_text(function, A_DEVICE)))
			return &all[i];
	return NULL;
}

bool function_is_nvme(const struct function *function)
{
	return string_equal(function_text(function, A_CLASS), CLASS_NVME);
}

static const char *match_driver(const struct twin *twin, const struct function *function)
{
	const struct match *match = match_find(twin->learned, twin->n_learned, function);

	if (!match)
		match = match_find(claims, sizeof(claims) / sizeof(claims[0]), function);
	if (!match && function_is_nvme(function))
		match = &nvme_class;
	return match ? match->driver : NULL;
}

static void driver_learn(struct twin *twin, const struct function *function, const char *driver)
{
	if (!driver || !*driver || driver_is_stub(driver) ||
		match_find(twin->learned, twin->n_learned, function))
		return;
	twin->learned = memory_grow(twin->learned, twin->n_learned, sizeof(*twin->learned));
	twin->learned[twin->n_learned++] = (struct match){
		.vendor = string_copy(function_text(function, A_VENDOR)),
		.device = string_copy(function_text(function, A_DEVICE)),
		.driver = string_copy(driver),
	};
}

/* Whether it had an override before pawl set one, or has one that is not pawl's. */
static bool function_was_forced(const struct survey *world, const struct function *function)
{
	const struct applied *ours = applied_find(&world->applied, &knob_override, function->address);

	return ours ? *ours->original : function_override(function) != NULL;
}

/* A driver that has a function without having been forced on it, or had, has its ids in its table. */
void drivers_learn(struct twin *twin)
{
	const struct survey *world = &twin->world;

	for (size_t i = 0; i < world->n; i++)
		if (!function_override(world->functions[i]))
			driver_learn(twin, world->functions[i], function_link(world->functions[i], A_DRIVER));
	for (size_t i = 0; i < world->applied.n; i++) {
		const struct applied *applied = &world->applied.all[i];
		const struct function *function = survey_function(world, applied->target);

		if (function && applied->knob == &knob_driver && !function_was_forced(world, function))
			driver_learn(twin, function, applied->original);
	}
}

const char *twin_driver_for(struct twin *twin, const struct function *function)
{
	const char *driver = function_override(function);

	if (!driver)
		driver = match_driver(twin, function);
	return driver && survey_has_driver(&twin->world, driver) ? driver : NULL;
}

/* Links of sysfs are relative to the function's own directory (fs/sysfs/symlink.c). */
void function_set_link(struct function *function, enum attribute row, const char *directory, const char *name)
{
	AUTO_TEXT struct text link = { 0 };
	const char *path = function_text(function, A_PATH);
	const char *part = path ? strstr(path, "devices/") : NULL;

	if (!part)
		part = "devices/bus/port/function";
	for (; part; part = strchr(part + 1, '/'))
		text_add(&link, "../");
	text_addf(&link, "%s/%s", directory, name);
	function_set(function, row, text_string(&link));
}

/*
 * vfio_pci_core_register_device (drivers/vfio/pci/vfio_pci_core.c), which vfio-pci's variants call too. They
 * take what an override sends there: pci_match_device asks no table then, and what is not theirs gets no more
 * than vfio-pci does (mlx5/main.c, mlx5vf_pci_probe; virtio/main.c, virtiovf_pci_probe).
 */
static int stub_probe(const struct function *function)
{
	const char *class = function_text(function, A_CLASS);

	if (class && string_starts(class, "0x0604"))
		return EINVAL;
	if (vfs_count(function) > 0)
		return EBUSY;
	return function->attr[A_GROUP].is == R_ABSENT ? EINVAL : 0;
}

/*
 * A driver refuses what it cannot drive, even when an override sends it there (measured: nvme, virtio-pci,
 * pcieport and serial on an igb VF), and what does not answer (measured: nvme on a VF that is offline).
 */
static int driver_probe(const struct twin *twin, const struct function *function, const char *driver)
{
	const char *owner = match_driver(twin, function);

	if (driver_is_vfio(driver))
		return stub_probe(function);
	if (driver_is_stub(driver) || !owner)
		return 0;
	if (!string_equal(driver, owner))
		return ENODEV;
	return function_is_nvme(function) && function_is_offline(twin, function) ? ENODEV : 0;
}

/* __driver_probe_device (drivers/base/dd.c), pci_device_probe (drivers/pci/pci-driver.c). */
int twin_bind(struct twin *twin, struct function *function, const char *driver)
{
	const struct driver_row *row = driver_row(driver);
	int err;

	if (!survey_has_driver(&twin->world, driver))
		return ENODEV;
	if (!device_lock(twin, function->address))
		return TWIN_BLOCKED;
	if (function_link(function, A_DRIVER))
		return EBUSY;
	if (!function_override(function) && !function_may_probe(function))
		return ENODEV;
	watch_bind(twin, function, driver);
	group_probe(twin, function);
	err = driver_probe(twin, function, driver);
	if (err)
		return err;
	if (row)
		total_change(function, row->hardware, row->limit);
	function_set_link(function, A_DRIVER, "bus/pci/drivers", driver);
	identity_appear(twin, function);
	twin_delay(twin, BIND);
	kernel_announces(twin, "bind", function->address);
	return 0;
}

/*
 * __device_release_driver (drivers/base/dd.c) takes the link away first. Then the driver's remove() runs:
 * vfio's waits until its user has let go (drivers/vfio/vfio_main.c, vfio_unregister_group_dev).
 */
int twin_unbind(struct twin *twin, struct function *function)
{
	const struct driver_row *row = driver_row(function_link(function, A_DRIVER));
	int err = 0;

	if (!device_lock(twin, function->address))
		return TWIN_BLOCKED;
	watch_unbind(twin, function);
	function_set(function, A_DRIVER, NULL);
	identity_vanish(twin, function);
	if (twin_holder(twin, function->address))
		return TWIN_BLOCKED;
	if (vfs_count(function) > 0 && !(row && row->leaves_sriov))
		err = vfs_remove(twin, function);
	if (err)
		return err;
	if (row)
		total_change(function, row->limit, row->hardware);
	twin_delay(twin, UNBIND);
	kernel_announces(twin, "unbind", function->address);
	return 0;
}

void driver_attach(struct twin *twin, struct function *function)
{
	const char *driver = twin_driver_for(twin, function);

	if (driver)
		twin_bind(twin, function, driver);
}

void driver_boot(struct twin *twin, struct function *function)
{
	const char *driver = twin_driver_for(twin, function), *bound = function_link(function, A_DRIVER);

	if (bound && (driver ? !string_equal(driver, bound) : driver_is_stub(bound))) {
		function_set(function, A_DRIVER, NULL);
		identity_vanish(twin, function);
	}
	driver_attach(twin, function);
}

/* The place of a driver among the registered ones, which are sorted (survey.h). */
static size_t driver_place(const struct survey *world, const char *driver)
{
	size_t at = 0;

	while (at < world->n_drivers && strcmp(world->drivers[at], driver) < 0)
		at++;
	return at;
}

/* driver_attach (drivers/base/dd.c): each function without a driver is offered to the new one. */
void twin_modprobe(struct twin *twin, const char *driver)
{
	struct survey *world = &twin->world;
	size_t at = driver_place(world, driver);

	if (survey_has_driver(world, driver))
		return;
	world->drivers = memory_grow(world->drivers, world->n_drivers, sizeof(char *));
	memmove(world->drivers + at + 1, world->drivers + at, (world->n_drivers - at) * sizeof(char *));
	world->drivers[at] = string_copy(driver);
	world->n_drivers++;
	for (size_t i = 0; i < world->n; i++)
		if (string_equal(twin_driver_for(twin, world->functions[i]), driver))
			twin_bind(twin, world->functions[i], driver);
}

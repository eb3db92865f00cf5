/* SPDX-License-Identifier: GPL-2.0-or-later */
/* twin_world.h: a small machine for the tests of the twin, and short ways to work on it. */
#ifndef TWIN_WORLD_H
#define TWIN_WORLD_H

#include "twin.h"
#include <check.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define DEVICES     "sys/bus/pci/devices/"
#define IGB         "0000:02:00.0"
#define NVME        "0000:03:00.0"
#define NIC         "0000:17:00.0"
#define WIDE        "0000:20:00.0" /* its VFs reach the next bus */
#define IGB_VF0     "0000:02:10.0"
#define IGB_VF1     "0000:02:10.2"
#define SECONDS     UINT64_C(1000000000)
#define JOURNAL     "var/lib/pawl/journal"
#define NVME_VF0    "0000:03:00.1"
#define NUMVFS      DEVICES IGB "/sriov_numvfs"
#define DEVICE_LOCK "device/0000:02:00"

struct pf_row {
	const char *address, *port, *vendor, *device, *class, *driver, *group;
	const char *total, *offset, *stride, *vf_device;
};

static inline void world_add(struct survey *world, const struct pf_row *row)
{
	struct function *function = survey_add(world, row->address);
	AUTO_FREE char *path = text_print("../../../devices/pci0000:00/%s%s%s", row->port ? row->port : "",
		row->port ? "/" : "", row->address);
	AUTO_FREE char *group = text_print("../../../../kernel/iommu_groups/%s", row->group);
	AUTO_FREE char *driver = text_print("../../../../bus/pci/drivers/%s", row->driver);
	const char *sriov[] = { row->total, row->total ? "0" : NULL, row->total ? "1" : NULL, row->offset,
		row->stride, row->vf_device };

	function_set(function, A_PATH, path);
	function_set(function, A_VENDOR, row->vendor);
	function_set(function, A_DEVICE, row->device);
	function_set(function, A_SUBSYSTEM_VENDOR, row->vendor);
	function_set(function, A_SUBSYSTEM_DEVICE, "0x0001");
	function_set(function, A_CLASS, row->class);
	function_set(function, A_DRIVER, driver);
	function_set(function, A_OVERRIDE, "");
	function_set(function, A_GROUP, group);
	function_set(function, A_NUMA, "0");
	for (unsigned i = 0; i < sizeof(sriov) / sizeof(sriov[0]); i++)
		function_set(function, A_TOTALVFS + i, sriov[i]);
}

static inline void world_add_driver(struct survey *world, const char *name)
{
	world->drivers = memory_grow(world->drivers, world->n_drivers, sizeof(char *));
	world->drivers[world->n_drivers++] = string_copy(name);
}

static inline struct twin *twin_make_with(const struct reaction *more)
{
	static const struct pf_row rows[] = {
		{ "0000:00:01.0", NULL, "0x8086", "0x3420", "0x060400", "pcieport", "1", NULL, NULL, NULL,
			NULL },
		{ IGB, "0000:00:01.0", "0x8086", "0x10c9", "0x020000", "igb", "2", "7", "128", "2", "10ca" },
		{ NVME, "0000:00:02.0", "0x1b36", "0x0010", "0x010802", "nvme", "3", "4", "1", "1", "10" },
		{ NIC, "0000:00:03.0", "0x19e5", "0x0222", "0x020000", "hisdk3", "5", "60", "8", "1",
			"375f" },
		{ WIDE, "0000:00:04.0", "0x19e5", "0x0222", "0x020000", "hisdk3", "6", "100", "128", "2",
			"375f" },
	};
	static const char *const drivers[] = { "hisdk3", "igb", "igbvf", "nvme", "pcieport", "vfio-pci" };
	struct survey world = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		world_add(&world, &rows[i]);
	for (size_t i = 0; i < sizeof(drivers) / sizeof(drivers[0]); i++)
		world_add_driver(&world, drivers[i]);
	world.machine[M_BOOT_ID] = (struct reading){ .is = R_VALUE, .text = string_copy("first-boot") };
	return twin_new(&world, more);
}

static inline struct twin *twin_make(void)
{
	return twin_make_with(NULL);
}

static inline void twin_end(struct twin *twin)
{
	host_free(twin_host(twin));
}

/* An operation from begin to end: its errno; `ret_data` NULL: the answer is not wanted. */
static inline int operate(struct twin *twin, const struct op *op, char **ret_data)
{
	struct done done = { 0 };
	int err = host_do(twin_host(twin), op, &done);

	if (ret_data)
		*ret_data = string_copy(done.data ? done.data : "");
	done_free(&done);
	return err;
}

static inline void expect_answer(struct twin *twin, enum op_verb verb, const char *path, const char *want)
{
	AUTO_FREE char *data = NULL;
	int err = operate(twin, &(struct op){ .verb = verb, .path = path, .deadline_ns = SECONDS }, &data);

	ck_assert_msg(err == 0, "%s: %s", path, strerror(err));
	ck_assert_str_eq(data, want);
}

static inline void expect_read(struct twin *twin, const char *path, const char *want)
{
	expect_answer(twin, OP_READ, path, want);
}

static inline void expect_error(struct twin *twin, enum op_verb verb, const char *path, int want)
{
	int err = operate(twin, &(struct op){ .verb = verb, .path = path, .deadline_ns = SECONDS }, NULL);

	ck_assert_msg(err == want, "%s: %s, not %s", path, strerror(err), strerror(want));
}

static inline void expect_write(struct twin *twin, const char *path, const char *value, int want)
{
	int err = twin_write(twin, path, value);

	ck_assert_msg(err == want, "%s <- %s: %s, not %s", path, value ? value : "NULL", strerror(err),
		strerror(want));
}

static inline void expect_driver(struct twin *twin, const char *address, const char *driver)
{
	const struct function *function = survey_function(twin_world(twin), address);

	ck_assert_ptr_nonnull(function);
	ck_assert_pstr_eq(function_link(function, A_DRIVER), driver);
}

static inline uint64_t begin(struct twin *twin, const struct op *op)
{
	return twin_host(twin)->ops->begin(twin_host(twin), op);
}

static inline struct op write_op(const char *path, const char *value)
{
	return (struct op){ .verb = OP_WRITE,
		.path = path,
		.in = value,
		.in_len = strlen(value),
		.deadline_ns = 10 * SECONDS,
		.lock = DEVICE_LOCK };
}

static inline struct op append_op(const char *text)
{
	return (struct op){ .verb = OP_APPEND, .path = JOURNAL, .in = text, .in_len = strlen(text) };
}

#endif

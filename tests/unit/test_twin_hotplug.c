/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Functions taken off the twin's bus, and what a rescan finds again. */
#include "suite.h"
#include "twin_world.h"

#define BUS    "sys/bus/pci/"
#define PORT   "0000:00:01.0"
#define RESCAN BUS "rescan"

static void expect_here(struct twin *twin, const char *address, bool want)
{
	ck_assert_msg(!survey_function(twin_world(twin), address) != want, "%s", address);
}

START_TEST(a_function_goes_and_comes_back_new)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES IGB "/sriov_drivers_autoprobe", "0", 0);
	expect_write(twin, NUMVFS, "2", 0);
	expect_write(twin, DEVICES IGB "/driver_override", "igb", 0);
	expect_write(twin, DEVICES IGB "/remove", "1", 0);
	expect_here(twin, IGB, false);
	expect_here(twin, IGB_VF0, false);
	expect_error(twin, OP_LIST, "sys/kernel/iommu_groups/2", ENOENT);
	expect_write(twin, DEVICES IGB "/remove", "1", ENOENT);
	expect_write(twin, RESCAN, "1", 0);
	expect_driver(twin, IGB, "igb");
	expect_read(twin, NUMVFS, "0\n");
	expect_read(twin, DEVICES IGB "/sriov_drivers_autoprobe", "1\n");
	expect_read(twin, DEVICES IGB "/driver_override", "(null)\n");
	expect_answer(twin, OP_LIST, "sys/kernel/iommu_groups/2/devices", IGB "\n");
	expect_write(twin, NUMVFS, "1", 0);
	twin_end(twin);
}
END_TEST

START_TEST(a_bridge_takes_all_below_it)
{
	struct twin *twin = twin_make();

	expect_write(twin, NUMVFS, "2", 0);
	expect_write(twin, DEVICES PORT "/remove", "1", 0);
	expect_here(twin, PORT, false);
	expect_here(twin, IGB, false);
	expect_here(twin, IGB_VF1, false);
	expect_here(twin, NVME, true);
	expect_write(twin, DEVICES NVME "/rescan", "1", 0);
	expect_here(twin, PORT, false);
	expect_write(twin, RESCAN, "1", 0);
	expect_driver(twin, PORT, "pcieport");
	expect_driver(twin, IGB, "igb");
	expect_here(twin, IGB_VF0, false);
	twin_end(twin);
}
END_TEST

START_TEST(a_driver_that_leaves_sriov_leaves_vfs_alone)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES NVME "/sriov_numvfs", "2", 0);
	expect_write(twin, DEVICES NVME_VF0 "/remove", "1", ENOENT);
	expect_write(twin, DEVICES NVME_VF0 "/rescan", "1", ENOENT);
	expect_write(twin, DEVICES NVME "/remove", "1", 0);
	expect_here(twin, NVME_VF0, true);
	expect_answer(twin, OP_LINK, DEVICES NVME_VF0 "/physfn", "../" NVME);
	expect_error(twin, OP_READ, DEVICES NVME_VF0 "/physfn/vendor", ENOENT);
	expect_write(twin, DEVICES NVME_VF0 "/remove", "1", ENOENT);
	expect_write(twin, RESCAN, "1", 0);
	expect_driver(twin, NVME, "nvme");
	expect_read(twin, DEVICES NVME "/sriov_numvfs", "0\n");
	expect_write(twin, DEVICES NVME "/sriov_numvfs", "1", EIO);
	expect_read(twin, DEVICES NVME "/sriov_numvfs", "0\n");
	twin_end(twin);
}
END_TEST

START_TEST(only_a_number_that_is_not_0_removes_or_finds)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES IGB "/remove", "x", EINVAL);
	expect_write(twin, DEVICES IGB "/remove", "-1", EINVAL);
	expect_write(twin, DEVICES IGB "/remove", "0", 0);
	expect_here(twin, IGB, true);
	expect_write(twin, DEVICES IGB "/remove", "2\n", 0);
	expect_write(twin, RESCAN, "x", EINVAL);
	expect_write(twin, RESCAN, "0", 0);
	expect_here(twin, IGB, false);
	twin_revive(twin, true);
	expect_driver(twin, IGB, "igb");
	twin_end(twin);
}
END_TEST

START_TEST(a_held_vf_keeps_its_physical_function)
{
	struct twin *twin = twin_make();

	expect_write(twin, NUMVFS, "1", 0);
	twin_hold(twin, IGB_VF0, "guest");
	expect_write(twin, DEVICES IGB "/remove", "1", EAGAIN);
	expect_here(twin, IGB, true);
	expect_write(twin, RESCAN, "1", EAGAIN);
	twin_hold(twin, IGB_VF0, NULL);
	expect_here(twin, IGB_VF0, false);
	expect_write(twin, RESCAN, "1", 0);
	expect_driver(twin, IGB, "igb");
	twin_end(twin);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_function_goes_and_comes_back_new);
	tcase_add_test(tests, a_bridge_takes_all_below_it);
	tcase_add_test(tests, a_driver_that_leaves_sriov_leaves_vfs_alone);
	tcase_add_test(tests, only_a_number_that_is_not_0_removes_or_finds);
	tcase_add_test(tests, a_held_vf_keeps_its_physical_function);
}

int main(void)
{
	return suite_run("twin_hotplug", tests_add);
}

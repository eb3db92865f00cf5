/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The reactions of the twin's PCI core, each errno of them. */
#include "suite.h"
#include "twin_world.h"
#include <time.h>

START_TEST(vfs_appear_as_the_kernel_makes_them)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES IGB "/sriov_numvfs", "2\n", 0);
	expect_read(twin, DEVICES IGB "/sriov_numvfs", "2\n");
	expect_answer(twin, OP_LINK, DEVICES IGB "/virtfn1", "../" IGB_VF1);
	expect_answer(twin, OP_LINK, DEVICES IGB_VF1 "/physfn", "../" IGB);
	expect_error(twin, OP_LINK, DEVICES IGB "/virtfn2", ENOENT);
	expect_answer(twin, OP_LINK, DEVICES IGB_VF0, "../../../devices/pci0000:00/0000:00:01.0/" IGB_VF0);
	expect_answer(twin, OP_LINK, DEVICES IGB_VF0 "/driver", "../../../../bus/pci/drivers/igbvf");
	expect_answer(twin, OP_LINK, DEVICES IGB_VF0 "/iommu_group", "../../../../kernel/iommu_groups/7");
	expect_answer(twin, OP_LIST, "sys/kernel/iommu_groups/8/devices", IGB_VF1 "\n");
	expect_read(twin, DEVICES IGB_VF0 "/vendor", "0x8086\n");
	expect_read(twin, DEVICES IGB_VF0 "/device", "0x10ca\n");
	expect_read(twin, DEVICES IGB_VF0 "/class", "0x020000\n");
	expect_read(twin, DEVICES IGB_VF0 "/numa_node", "0\n");
	expect_read(twin, DEVICES IGB_VF0 "/driver_override", "(null)\n");
	expect_error(twin, OP_READ, DEVICES IGB_VF0 "/sriov_totalvfs", ENOENT);
	expect_answer(twin, OP_LIST, "sys/bus/pci/drivers/igbvf",
		IGB_VF0 "\n" IGB_VF1 "\nbind\nnew_id\nremove_id\nuevent\nunbind\n");
	twin_end(twin);
}
END_TEST

START_TEST(vfs_go_and_their_groups_are_free_again)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES IGB "/sriov_numvfs", "2", 0);
	expect_write(twin, DEVICES NVME "/sriov_numvfs", "1", 0);
	expect_write(twin, DEVICES IGB_VF0 "/driver_override", "vfio-pci", 0);
	expect_write(twin, DEVICES IGB "/sriov_numvfs", "0", 0);
	expect_read(twin, DEVICES IGB "/sriov_numvfs", "0\n");
	ck_assert_ptr_null(survey_function(twin_world(twin), IGB_VF0));
	expect_error(twin, OP_LIST, "sys/kernel/iommu_groups/7", ENOENT);
	expect_write(twin, DEVICES IGB "/sriov_numvfs", "1", 0);
	expect_read(twin, DEVICES IGB_VF0 "/driver_override", "(null)\n");
	expect_answer(twin, OP_LIST, "sys/kernel/iommu_groups", "1\n2\n3\n5\n6\n7\n9\n");
	twin_end(twin);
}
END_TEST

static const struct {
	const char *before, *value;
	int want;
} counts[] = {
	{ "0", "", EINVAL },
	{ "0", "\n", EINVAL },
	{ "0", "junk", EINVAL },
	{ "0", "-1", EINVAL },
	{ "0", " 1", EINVAL },
	{ "0", "1 ", EINVAL },
	{ "0", "1\n\n", EINVAL },
	{ "0", "08", EINVAL },
	{ "0", "65536", EINVAL },
	{ "0", "99999999999999999999", EINVAL },
	{ "0", "8", ERANGE },
	{ "0", "65535", ERANGE },
	{ "0", "0", 0 },
	{ "0", "0x2", 0 },
	{ "0", "+7\n", 0 },
	{ "2", "2", 0 },
	{ "2", "3", EBUSY },
	{ "2", "1", EBUSY },
	{ "2", "0", 0 },
};

START_TEST(count_answers_as_measured)
{
	struct twin *twin = twin_make();

	if (strcmp(counts[_i].before, "0") != 0)
		expect_write(twin, DEVICES IGB "/sriov_numvfs", counts[_i].before, 0);
	expect_write(twin, DEVICES IGB "/sriov_numvfs", counts[_i].value, counts[_i].want);
	twin_end(twin);
}
END_TEST

START_TEST(count_needs_a_driver_that_can)
{
	struct twin *twin = twin_make();

	expect_write(twin, "sys/bus/pci/drivers/igb/unbind", IGB, 0);
	expect_write(twin, DEVICES IGB "/sriov_numvfs", "1", ENOENT);
	expect_write(twin, DEVICES IGB "/driver_override", "vfio-pci", 0);
	expect_write(twin, "sys/bus/pci/drivers_probe", IGB, 0);
	expect_driver(twin, IGB, "vfio-pci");
	expect_write(twin, DEVICES IGB "/sriov_numvfs", "1", ENOENT);
	expect_write(twin, DEVICES "0000:00:01.0/sriov_numvfs", "1", ENOENT);
	expect_write(twin, DEVICES "0000:ff:00.0/sriov_numvfs", "1", ENOENT);
	twin_end(twin);
}
END_TEST

START_TEST(autoprobe_is_a_kernel_boolean)
{
	static const struct {
		const char *value, *reads;
		int want;
	} rows[] = {
		{ "0", "0\n", 0 },
		{ "y\n", "1\n", 0 },
		{ "N", "0\n", 0 },
		{ "on", "1\n", 0 },
		{ "off", "0\n", 0 },
		{ "true", "1\n", 0 },
		{ "f", "0\n", 0 },
		{ "1", "1\n", 0 },
		{ "2", "1\n", EINVAL },
		{ "ox", "1\n", EINVAL },
		{ "", "1\n", EINVAL },
	};
	struct twin *twin = twin_make();

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		expect_write(twin, DEVICES IGB "/sriov_drivers_autoprobe", rows[i].value, rows[i].want);
		expect_read(twin, DEVICES IGB "/sriov_drivers_autoprobe", rows[i].reads);
	}
	expect_write(twin, DEVICES "0000:00:01.0/sriov_drivers_autoprobe", "0", ENOENT);
	twin_end(twin);
}
END_TEST

START_TEST(autoprobe_off_leaves_vfs_alone_unless_overridden)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES IGB "/sriov_drivers_autoprobe", "0", 0);
	expect_write(twin, DEVICES IGB "/sriov_numvfs", "2", 0);
	expect_driver(twin, IGB_VF0, NULL);
	expect_write(twin, "sys/bus/pci/drivers/igbvf/bind", IGB_VF0, ENODEV);
	expect_write(twin, "sys/bus/pci/drivers_probe", IGB_VF0, 0);
	expect_driver(twin, IGB_VF0, NULL);
	expect_write(twin, DEVICES IGB "/virtfn0/driver_override", "vfio-pci\n", 0);
	expect_driver(twin, IGB_VF0, NULL);
	expect_write(twin, "sys/bus/pci/drivers_probe", IGB_VF0 "\n", 0);
	expect_driver(twin, IGB_VF0, "vfio-pci");
	expect_write(twin, DEVICES IGB "/sriov_drivers_autoprobe", "1", 0);
	expect_driver(twin, IGB_VF1, NULL);
	expect_write(twin, "sys/bus/pci/drivers/igbvf/bind", IGB_VF1, 0);
	expect_driver(twin, IGB_VF1, "igbvf");
	twin_end(twin);
}
END_TEST

START_TEST(override_decides_who_may_bind)
{
	struct twin *twin = twin_make();
	AUTO_FREE char *longest = memory_new(5000, 1);

	memset(longest, 'x', 4999);
	expect_write(twin, DEVICES IGB "/sriov_numvfs", "1", 0);
	expect_write(twin, DEVICES IGB_VF0 "/driver/unbind", IGB_VF0, 0);
	expect_write(twin, DEVICES IGB_VF0 "/driver_override", "none", 0);
	expect_read(twin, DEVICES IGB_VF0 "/driver_override", "none\n");
	expect_write(twin, "sys/bus/pci/drivers/igbvf/bind", IGB_VF0, ENODEV);
	expect_write(twin, "sys/bus/pci/drivers_probe", IGB_VF0, 0);
	expect_driver(twin, IGB_VF0, NULL);
	expect_write(twin, DEVICES IGB_VF0 "/driver_override", longest, EINVAL);
	expect_write(twin, DEVICES IGB_VF0 "/driver_override", "\n", 0);
	expect_read(twin, DEVICES IGB_VF0 "/driver_override", "(null)\n");
	expect_write(twin, "sys/bus/pci/drivers_probe", IGB_VF0, 0);
	expect_driver(twin, IGB_VF0, "igbvf");
	expect_write(twin, DEVICES "0000:ff:00.0/driver_override", "x", ENOENT);
	twin_end(twin);
}
END_TEST

START_TEST(binding_answers_as_measured)
{
	struct twin *twin = twin_make();

	expect_write(twin, "sys/bus/pci/drivers/igb/bind", IGB, EBUSY);
	expect_write(twin, "sys/bus/pci/drivers/nvme/bind", IGB, ENODEV);
	expect_write(twin, "sys/bus/pci/drivers/vfio-pci/bind", IGB, ENODEV);
	expect_write(twin, "sys/bus/pci/drivers/igb/bind", "0000:ff:00.0", ENODEV);
	expect_write(twin, "sys/bus/pci/drivers/e1000/bind", IGB, ENOENT);
	expect_write(twin, "sys/bus/pci/drivers/nvme/unbind", IGB, ENODEV);
	expect_write(twin, "sys/bus/pci/drivers/igb/unbind", "0000:ff:00.0", ENODEV);
	expect_write(twin, "sys/bus/pci/drivers/e1000/unbind", IGB, ENOENT);
	expect_write(twin, "sys/bus/pci/drivers_probe", "0000:ff:00.0", ENODEV);
	expect_write(twin, "sys/bus/pci/drivers_probe", IGB, 0);
	expect_write(twin, "sys/bus/pci/drivers/igb/unbind", IGB, 0);
	expect_driver(twin, IGB, NULL);
	expect_write(twin, "sys/bus/pci/drivers/igb/bind", IGB, 0);
	expect_driver(twin, IGB, "igb");
	twin_end(twin);
}
END_TEST

START_TEST(pf_drivers_differ_in_what_they_leave)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES IGB "/sriov_numvfs", "2", 0);
	expect_write(twin, "sys/bus/pci/drivers/igb/unbind", IGB, 0);
	ck_assert_ptr_null(survey_function(twin_world(twin), IGB_VF0));
	expect_read(twin, DEVICES IGB "/sriov_numvfs", "0\n");
	expect_write(twin, DEVICES NVME "/sriov_numvfs", "1", 0);
	expect_driver(twin, NVME_VF0, NULL); /* offline: its driver refuses it */
	expect_write(twin, DEVICES IGB "/sriov_totalvfs", "1", EACCES);
	expect_read(twin, DEVICES IGB "/sriov_totalvfs", "8\n");
	expect_write(twin, "sys/bus/pci/drivers/igb/bind", IGB, 0);
	expect_read(twin, DEVICES IGB "/sriov_totalvfs", "7\n");
	expect_write(twin, "sys/bus/pci/drivers/nvme/unbind", NVME, 0);
	expect_read(twin, DEVICES NVME "/sriov_numvfs", "1\n");
	ck_assert_ptr_nonnull(survey_function(twin_world(twin), NVME_VF0));
	expect_write(twin, DEVICES NVME "/sriov_numvfs", "0", ENOENT);
	twin_end(twin);
}
END_TEST

START_TEST(vfio_refuses_what_it_cannot_hand_out)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES NVME "/sriov_numvfs", "1", 0);
	expect_write(twin, "sys/bus/pci/drivers/nvme/unbind", NVME, 0);
	expect_write(twin, DEVICES NVME "/driver_override", "vfio-pci", 0);
	expect_write(twin, "sys/bus/pci/drivers/vfio-pci/bind", NVME, EBUSY);
	expect_write(twin, "sys/bus/pci/drivers_probe", NVME, 0);
	expect_driver(twin, NVME, NULL);
	expect_write(twin, "sys/bus/pci/drivers/pcieport/unbind", "0000:00:01.0", 0);
	expect_write(twin, DEVICES "0000:00:01.0/driver_override", "vfio-pci", 0);
	expect_write(twin, "sys/bus/pci/drivers/vfio-pci/bind", "0000:00:01.0", EINVAL);
	function_set(survey_function(twin_world(twin), NVME_VF0), A_GROUP, NULL);
	expect_write(twin, DEVICES NVME_VF0 "/driver_override", "vfio-pci", 0);
	expect_write(twin, "sys/bus/pci/drivers/vfio-pci/bind", NVME_VF0, EINVAL);
	twin_end(twin);
}
END_TEST

/* In facts that were captured with a function on vfio-pci, nobody can see whose ids it has. */
START_TEST(claims_come_from_natural_bindings_only)
{
	static const struct pf_row taken = { "0000:40:00.0", "0000:00:06.0", "0x1234", "0x0001", "0x020000",
		"vfio-pci", "11", NULL, NULL, NULL, NULL };
	static const struct pf_row own = { "0000:41:00.0", "0000:00:07.0", "0x1234", "0x0001", "0x020000",
		"own", "12", NULL, NULL, NULL, NULL };
	struct survey world = { 0 };
	struct twin *twin;

	world_add(&world, &taken);
	world_add(&world, &own);
	world_add_driver(&world, "own");
	world_add_driver(&world, "vfio-pci");
	twin = twin_new(&world, NULL);
	ck_assert_str_eq(twin_driver_for(twin, survey_function(twin_world(twin), "0000:40:00.0")), "own");
	twin_end(twin);
}
END_TEST

/* Measured: with autoprobe back at 1, a later module load binds every VF that has no override. */
START_TEST(a_loaded_module_takes_what_it_may)
{
	struct twin *twin = twin_make();
	struct survey *world = twin_world(twin);

	free(world->drivers[2]);
	memmove(world->drivers + 2, world->drivers + 3, 3 * sizeof(char *));
	world->n_drivers--;
	expect_write(twin, NUMVFS, "3", 0);
	expect_driver(twin, IGB_VF0, NULL);
	expect_write(twin, DEVICES IGB_VF0 "/driver_override", "none", 0);
	twin_modprobe(twin, "igbvf");
	expect_driver(twin, IGB_VF0, NULL);
	expect_driver(twin, IGB_VF1, "igbvf");
	expect_driver(twin, IGB, "igb");
	expect_answer(twin, OP_LIST, "sys/bus/pci/drivers", "hisdk3\nigb\nigbvf\nnvme\npcieport\nvfio-pci\n");
	twin_end(twin);
}
END_TEST

START_TEST(listings_are_sorted_and_whole)
{
	struct twin *twin = twin_make();

	expect_answer(
		twin, OP_LIST, "sys/bus/pci/devices", "0000:00:01.0\n" IGB "\n" NVME "\n" NIC "\n" WIDE "\n");
	expect_answer(twin, OP_LIST, "sys/bus/pci/drivers", "hisdk3\nigb\nigbvf\nnvme\npcieport\nvfio-pci\n");
	expect_answer(twin, OP_LIST, DEVICES "0000:00:01.0",
		"class\ndevice\ndriver\ndriver_override\niommu_group\nnuma_node\nsubsystem_device\n"
		"subsystem_vendor\nvendor\n");
	expect_error(twin, OP_LIST, DEVICES "0000:ff:00.0", ENOENT);
	expect_error(twin, OP_LIST, DEVICES IGB "/vendor", ENOTDIR);
	expect_error(twin, OP_LIST, "sys/bus/pci/drivers/e1000", ENOENT);
	twin_end(twin);
}
END_TEST

START_TEST(thousands_of_vfs_take_no_time)
{
	struct survey world = { 0 };
	struct twin *twin;
	clock_t begun;
	double seconds;

	for (unsigned i = 0; i < 64; i++) {
		AUTO_FREE char *address = text_print("0000:%02x:00.0", i + 1);
		AUTO_FREE char *group = text_print("%u", i);
		struct pf_row row = { address, "0000:00:06.0", "0x19e5", "0x0222", "0x020000", "hisdk3",
			group, "64", "8", "1", "375f" };

		world_add(&world, &row);
	}
	world_add_driver(&world, "hisdk3");
	twin = twin_new(&world, NULL);
	begun = clock();
	for (unsigned i = 0; i < 64; i++) {
		AUTO_FREE char *path = text_print(DEVICES "0000:%02x:00.0/sriov_numvfs", i + 1);

		expect_write(twin, path, "64", 0);
	}
	seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
	ck_assert_uint_eq(twin_world(twin)->n, 64 * 65);
	ck_assert_msg(seconds < 1.0, "took %.2f s", seconds);
	twin_end(twin);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, vfs_appear_as_the_kernel_makes_them);
	tcase_add_test(tests, vfs_go_and_their_groups_are_free_again);
	tcase_add_loop_test(tests, count_answers_as_measured, 0, sizeof(counts) / sizeof(counts[0]));
	tcase_add_test(tests, count_needs_a_driver_that_can);
	tcase_add_test(tests, autoprobe_is_a_kernel_boolean);
	tcase_add_test(tests, autoprobe_off_leaves_vfs_alone_unless_overridden);
	tcase_add_test(tests, override_decides_who_may_bind);
	tcase_add_test(tests, binding_answers_as_measured);
	tcase_add_test(tests, pf_drivers_differ_in_what_they_leave);
	tcase_add_test(tests, vfio_refuses_what_it_cannot_hand_out);
	tcase_add_test(tests, claims_come_from_natural_bindings_only);
	tcase_add_test(tests, a_loaded_module_takes_what_it_may);
	tcase_add_test(tests, listings_are_sorted_and_whole);
	tcase_add_test(tests, thousands_of_vfs_take_no_time);
}

int main(void)
{
	return suite_run("twin_pci", tests_add);
}

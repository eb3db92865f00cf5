/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Into which IOMMU group the twin puts a new VF, and when. */
#include "suite.h"
#include "twin_world.h"

#define PF "0000:05:00.0"
#define VF "0000:05:10.0"

/* A port in group 1 and a card of two functions below it, in the group that is told. */
static struct twin *card_make(const char *group, const char *kernel)
{
	const struct pf_row rows[] = {
		{ "0000:00:05.0", NULL, "0x8086", "0x3420", "0x060400", "pcieport", "1", NULL, NULL, NULL,
			NULL },
		{ PF, "0000:00:05.0", "0x8086", "0x10c9", "0x020000", "igb", group, "7", "128", "2", "10ca" },
		{ "0000:05:00.1", "0000:00:05.0", "0x8086", "0x10c9", "0x020000", "igb", group, NULL, NULL,
			NULL, NULL },
	};
	struct survey world = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		world_add(&world, &rows[i]);
	world_add_driver(&world, "igb");
	world_add_driver(&world, "vfio-pci");
	world.machine[M_KERNEL] = (struct reading){ .is = R_VALUE, .text = string_copy(kernel) };
	return twin_new(&world, NULL);
}

static void expect_group(struct twin *twin, const char *address, const char *want)
{
	const char *group = function_link(survey_function(twin_world(twin), address), A_GROUP);

	ck_assert_msg(string_equal(group, want), "%s is in group %s", address, group ? group : "(none)");
}

START_TEST(below_a_port_without_acs_all_share_the_ports)
{
	struct twin *twin = card_make("1", "6.12.95");

	expect_write(twin, DEVICES PF "/sriov_numvfs", "2", 0);
	expect_group(twin, VF, "1");
	expect_group(twin, "0000:05:10.2", "1");
	expect_answer(twin, OP_LIST, "sys/kernel/iommu_groups/1/devices",
		"0000:00:05.0\n0000:05:00.0\n0000:05:00.1\n0000:05:10.0\n0000:05:10.2\n");
	expect_write(twin, DEVICES PF "/sriov_numvfs", "0", 0);
	expect_group(twin, PF, "1");
	twin_end(twin);
}
END_TEST

START_TEST(functions_of_a_card_share_and_its_vfs_do_not)
{
	struct twin *twin = card_make("2", "6.12.95");

	expect_write(twin, DEVICES PF "/sriov_numvfs", "2", 0);
	expect_group(twin, VF, "3");
	expect_group(twin, "0000:05:10.2", "4");
	expect_write(twin, DEVICES PF "/sriov_numvfs", "0", 0);
	expect_write(twin, DEVICES PF "/sriov_numvfs", "1", 0);
	expect_group(twin, VF, "3");
	twin_end(twin);
}
END_TEST

static const struct {
	const char *kernel;
	bool late;
} kernels[] = {
	{ "6.6.0-98.oe2403sp2.aarch64", true },
	{ "5.10.0-arm64", true },
	{ "6.15.1-arm64", false },
	{ "7.0.0.aarch64", false },
	{ "6.12.95+deb12-amd64", false },
	{ "unknown", false },
};

START_TEST(a_group_may_come_with_the_first_probe)
{
	struct twin *twin = card_make("2", kernels[_i].kernel);

	expect_write(twin, DEVICES PF "/sriov_numvfs", "1", 0);
	expect_group(twin, VF, kernels[_i].late ? NULL : "3");
	expect_write(twin, DEVICES VF "/driver_override", "vfio-pci", 0);
	expect_write(twin, "sys/bus/pci/drivers_probe", VF, 0);
	expect_group(twin, VF, "3");
	expect_driver(twin, VF, "vfio-pci");
	expect_write(twin, "sys/bus/pci/drivers/vfio-pci/unbind", VF, 0);
	expect_group(twin, VF, "3");
	twin_end(twin);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, below_a_port_without_acs_all_share_the_ports);
	tcase_add_test(tests, functions_of_a_card_share_and_its_vfs_do_not);
	tcase_add_loop_test(
		tests, a_group_may_come_with_the_first_probe, 0, sizeof(kernels) / sizeof(kernels[0]));
}

int main(void)
{
	return suite_run("twin_group", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the twin puts the VFs of a PF, and which offsets and strides it cannot place. */
#include "suite.h"
#include "twin_world.h"

START_TEST(addresses_carry_into_the_next_bus)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES NIC "/sriov_numvfs", "9", 0);
	expect_answer(twin, OP_LINK, DEVICES NIC "/virtfn8", "../0000:17:02.0");
	expect_write(twin, DEVICES WIDE "/sriov_numvfs", "100", 0);
	expect_answer(twin, OP_LINK, DEVICES WIDE "/virtfn63", "../0000:20:1f.6");
	expect_answer(twin, OP_LINK, DEVICES WIDE "/virtfn64", "../0000:21:00.0");
	expect_answer(twin, OP_LINK, DEVICES "0000:21:00.0",
		"../../../devices/pci0000:00/0000:00:04.0/0000:21:00.0");
	expect_driver(twin, "0000:21:00.0", "hisdk3");
	twin_end(twin);
}
END_TEST

START_TEST(addresses_end_at_bus_255)
{
	static const struct pf_row last = { "0000:ff:00.0", "0000:00:05.0", "0x19e5", "0x0222", "0x020000",
		"hisdk3", "9", "100", "128", "2", "375f" };
	struct survey world = { 0 };
	struct twin *twin;

	world_add(&world, &last);
	world_add_driver(&world, "hisdk3");
	twin = twin_new(&world, NULL);
	expect_write(twin, DEVICES "0000:ff:00.0/sriov_numvfs", "65", ENOMEM);
	expect_write(twin, DEVICES "0000:ff:00.0/sriov_numvfs", "64", 0);
	ck_assert_ptr_nonnull(survey_function(twin_world(twin), "0000:ff:1f.6"));
	twin_end(twin);
}
END_TEST

/* One PF of these, with its neighbour one function further: the errno of so many VFs. */
static const struct {
	const char *offset, *stride, *count;
	int want;
} spacings[] = {
	{ "0", "1", "1", EIO },
	{ "0", "0", "1", EIO },
	{ "1", "0", "2", EIO },
	{ "-1", "1", "1", EIO },
	{ "1", "-1", "2", EIO },
	{ "65536", "1", "1", EIO },
	{ "9223372036854775807", "9223372036854775807", "2", EIO },
	{ NULL, "1", "1", EIO },
	{ "1", NULL, "1", EIO },
	{ "65535", "65535", "2", ENOMEM },
	{ "1", "1", "1", EEXIST },
	{ "1", "1", "2", EEXIST },
	{ "2", "0", "1", 0 },
	{ "2", "1", "2", 0 },
};

START_TEST(vfs_need_addresses_of_their_own)
{
	const struct pf_row pf = { "0000:05:00.0", "0000:00:05.0", "0x8086", "0x10c9", "0x020000", "igb", "9",
		"2", spacings[_i].offset, spacings[_i].stride, "10ca" };
	const struct pf_row next = { "0000:05:00.1", "0000:00:05.0", "0x8086", "0x10c9", "0x020000", "igb",
		"10", NULL, NULL, NULL, NULL };
	AUTO_FREE char *reads = text_print("%s\n", spacings[_i].want ? "0" : spacings[_i].count);
	struct survey world = { 0 };
	struct twin *twin;

	world_add(&world, &pf);
	world_add(&world, &next);
	world_add_driver(&world, "igb");
	twin = twin_new(&world, NULL);
	expect_write(twin, DEVICES "0000:05:00.0/sriov_numvfs", spacings[_i].count, spacings[_i].want);
	expect_read(twin, DEVICES "0000:05:00.0/sriov_numvfs", reads);
	expect_driver(twin, "0000:05:00.0", "igb");
	expect_driver(twin, "0000:05:00.1", "igb");
	twin_end(twin);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, addresses_carry_into_the_next_bus);
	tcase_add_test(tests, addresses_end_at_bus_255);
	tcase_add_loop_test(
		tests, vfs_need_addresses_of_their_own, 0, sizeof(spacings) / sizeof(spacings[0]));
}

int main(void)
{
	return suite_run("twin_sriov", tests_add);
}

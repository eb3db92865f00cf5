/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names on the twin: who can read them, and that they come and go with drivers. */
#include "suite.h"
#include "twin_world.h"

static void identify(struct survey *world, const char *address, enum identity identity, const char *text)
{
	survey_function(world, address)->identity[identity] =
		(struct reading){ .is = R_VALUE, .text = string_copy(text) };
}

/* The world of the fixture, all of whose names are captured. */
static struct twin *named_twin(void)
{
	struct twin *twin = twin_make();
	struct survey *world = twin_world(twin);

	for (size_t i = 0; i < world->n; i++)
		for (enum identity id = 0; id < N_IDENTITIES; id++)
			world->functions[i]->identity[id].is = R_ABSENT;
	identify(world, IGB, I_NETDEV, "eth0");
	identify(world, IGB, I_ALTNAME, "enp2s0\nuplink");
	identify(world, IGB, I_MAC, "52:54:00:11:22:33");
	identify(world, IGB, I_SERIAL, "52-54-00-ff-ff-11-22-33");
	identify(world, IGB, I_SLOT, "2");
	identify(world, NVME, I_NVME_SERIAL, "LABNVME0001");
	identify(world, NVME, I_NVME_MODEL, "QEMU NVMe Ctrl");
	identify(world, NIC, I_SERIAL, "033XYZ10L8000123");
	identify(world, NIC, I_NETDEV, "ens3f0\nens3f0r1");
	identify(world, NIC, I_MAC, "44:a1:91:10:00:00");
	return twin;
}

static void expect_identity(struct twin *twin, const char *address, enum identity identity, const char *want)
{
	const struct function *function = survey_function(twin_world(twin), address);

	ck_assert_ptr_nonnull(function);
	ck_assert_int_eq(function->identity[identity].is, want ? R_VALUE : R_ABSENT);
	ck_assert_pstr_eq(function->identity[identity].text, want);
}

START_TEST(the_survey_sees_what_the_world_has)
{
	struct twin *twin = named_twin();
	struct survey survey = { 0 };
	struct report report = { 0 };

	ck_assert_int_eq(survey_take(twin_host(twin), &survey, &report), 0);
	ck_assert_uint_eq(survey.n, twin_world(twin)->n);
	for (size_t i = 0; i < survey.n; i++)
		for (enum identity id = 0; id < N_IDENTITIES; id++) {
			const struct reading *seen = &survey.functions[i]->identity[id];
			const struct reading *real = &twin_world(twin)->functions[i]->identity[id];

			ck_assert_int_eq(seen->is, real->is);
			ck_assert_pstr_eq(seen->text, real->text);
		}
	survey_free(&survey);
	report_free(&report);
	twin_end(twin);
}
END_TEST

START_TEST(names_are_read_where_the_kernel_has_them)
{
	struct twin *twin = named_twin();

	expect_answer(twin, OP_LIST, "sys/bus/pci/slots", "2\n");
	expect_read(twin, "sys/bus/pci/slots/2/address", "0000:02:00\n");
	expect_error(twin, OP_READ, "sys/bus/pci/slots/3/address", ENOENT);
	expect_answer(twin, OP_LIST, "sys/class/nvme", "nvme0\n");
	expect_read(twin, "sys/class/nvme/nvme0/address", NVME "\n");
	expect_read(twin, "sys/class/nvme/nvme0/model", "QEMU NVMe Ctrl\n");
	expect_error(twin, OP_READ, "sys/class/nvme/nvme1/serial", ENOENT);
	expect_answer(twin, OP_NETLINK, "links",
		"eth0\t" IGB "\t\t52:54:00:11:22:33\tenp2s0\tuplink\n"
		"ens3f0\t" NIC "\t\t44:a1:91:10:00:00\nens3f0r1\t" NIC "\t\t\n");
	expect_error(twin, OP_NETLINK, "routes", ENOSYS);
	expect_read(twin, DEVICES IGB "/power/runtime_status", "active\n");
	twin_end(twin);
}
END_TEST

START_TEST(what_was_not_captured_is_no_answer)
{
	struct twin *twin = twin_make();

	expect_error(twin, OP_LIST, "sys/bus/pci/slots", EIO);
	expect_error(twin, OP_LIST, "sys/class/nvme", EIO);
	expect_error(twin, OP_NETLINK, "links", EIO);
	expect_error(twin, OP_READ, DEVICES IGB "/power/runtime_status", EIO);
	expect_write(twin, NUMVFS, "1", 0);
	ck_assert_int_eq(survey_function(twin_world(twin), IGB_VF0)->identity[I_NETDEV].is, R_UNKNOWN);
	ck_assert_int_eq(survey_function(twin_world(twin), IGB_VF0)->identity[I_SERIAL].is, R_ABSENT);
	twin_end(twin);
}
END_TEST

START_TEST(asleep_reads_suspended)
{
	struct twin *twin = named_twin();
	struct reading *serial = &survey_function(twin_world(twin), IGB)->identity[I_SERIAL];

	reading_free(serial);
	*serial = (struct reading){ .is = R_UNKNOWN, .text = string_copy("asleep") };
	expect_read(twin, DEVICES IGB "/power/runtime_status", "suspended\n");
	twin_end(twin);
}
END_TEST

START_TEST(an_interface_is_there_while_its_driver_is)
{
	struct twin *twin = named_twin();

	expect_write(twin, "sys/bus/pci/drivers/igb/unbind", IGB, 0);
	for (enum identity id = I_NETDEV; id <= I_MAC; id++)
		expect_identity(twin, IGB, id, NULL);
	expect_identity(twin, IGB, I_SLOT, "2");
	expect_identity(twin, IGB, I_SERIAL, "52-54-00-ff-ff-11-22-33");
	expect_write(twin, DEVICES IGB "/driver_override", "vfio-pci", 0);
	expect_write(twin, "sys/bus/pci/drivers/vfio-pci/bind", IGB, 0);
	expect_identity(twin, IGB, I_NETDEV, NULL);
	expect_write(twin, "sys/bus/pci/drivers/vfio-pci/unbind", IGB, 0);
	expect_write(twin, DEVICES IGB "/driver_override", "\n", 0);
	expect_write(twin, "sys/bus/pci/drivers/igb/bind", IGB, 0);
	expect_identity(twin, IGB, I_NETDEV, "eth0");
	expect_identity(twin, IGB, I_MAC, "52:54:00:11:22:33");
	expect_identity(twin, IGB, I_ALTNAME, NULL);
	twin_end(twin);
}
END_TEST

START_TEST(a_controller_is_there_while_its_driver_is)
{
	struct twin *twin = named_twin();

	expect_write(twin, "sys/bus/pci/drivers/nvme/unbind", NVME, 0);
	expect_identity(twin, NVME, I_NVME_SERIAL, NULL);
	expect_answer(twin, OP_LIST, "sys/class/nvme", "");
	expect_write(twin, "sys/bus/pci/drivers_probe", NVME, 0);
	expect_identity(twin, NVME, I_NVME_SERIAL, "LABNVME0001");
	expect_identity(twin, NVME, I_NVME_MODEL, "QEMU NVMe Ctrl");
	twin_end(twin);
}
END_TEST

START_TEST(vfs_get_the_next_name_and_lose_it)
{
	struct twin *twin = named_twin();

	expect_write(twin, NUMVFS, "2", 0);
	expect_identity(twin, IGB_VF0, I_NETDEV, "eth1");
	expect_identity(twin, IGB_VF1, I_NETDEV, "eth2");
	expect_identity(twin, IGB_VF1, I_MAC, "02:00:00:02:10:02");
	expect_identity(twin, IGB_VF1, I_SLOT, NULL);
	expect_write(twin, NUMVFS, "0", 0);
	expect_write(twin, DEVICES IGB "/sriov_drivers_autoprobe", "0", 0);
	expect_write(twin, NUMVFS, "2", 0);
	expect_identity(twin, IGB_VF0, I_NETDEV, NULL);
	expect_write(twin, DEVICES IGB_VF1 "/driver_override", "igbvf", 0);
	expect_write(twin, "sys/bus/pci/drivers_probe", IGB_VF1, 0);
	twin_end(twin);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, the_survey_sees_what_the_world_has);
	tcase_add_test(tests, names_are_read_where_the_kernel_has_them);
	tcase_add_test(tests, what_was_not_captured_is_no_answer);
	tcase_add_test(tests, asleep_reads_suspended);
	tcase_add_test(tests, an_interface_is_there_while_its_driver_is);
	tcase_add_test(tests, a_controller_is_there_while_its_driver_is);
	tcase_add_test(tests, vfs_get_the_next_name_and_lose_it);
}

int main(void)
{
	return suite_run("twin_identity", add_tests);
}

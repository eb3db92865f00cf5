/* SPDX-License-Identifier: GPL-2.0-or-later */
/* NVMe drives of the twin: what their controllers take, what they refuse, and what takes all shares away. */
#include "identify.h"
#include "twin_drive.h"
#include "vf.h"

static void vfs_make(const char *count)
{
	ck_assert_int_eq(twin_write(twin, DEVICES NVME "/sriov_drivers_autoprobe", "0"), 0);
	ck_assert_int_eq(twin_write(twin, DEVICES NVME "/sriov_numvfs", count), 0);
}

/* What is refused says `says`. */
static void expect_set(unsigned vf, const char *setting, const char *value, int want, const char *says)
{
	AUTO_FREE char *path = text_print(NVME_DRIVES NVME "/%u/%s", vf, setting), *said = NULL;
	struct op op = drive_op(path, value);

	ck_assert_int_eq(operate(twin, &op, &said), want);
	ck_assert_msg(strstr(said, says), "%s, not %s", said, says);
}

static void expect_value(unsigned vf, const char *setting, const char *want)
{
	AUTO_FREE char *path = text_print(NVME_DRIVES NVME "/%u/%s", vf, setting);

	expect_answer(twin, OP_NVME, path, want);
}

static void share(unsigned vf, const char *queues, const char *interrupts)
{
	expect_set(vf, "queues", queues, 0, "");
	expect_set(vf, "interrupts", interrupts, 0, "");
}

START_TEST(shares_are_given_and_a_controller_goes_online)
{
	vfs_make("2");
	share(0, "4", "2");
	expect_set(0, "online", "true", 0, "");
	expect_set(0, "online", "true", 0, "");
	expect_value(0, "queues", "4");
	expect_value(0, "interrupts", "2");
	expect_value(0, "online", "true");
	expect_value(1, "online", "false");
	ck_assert_uint_eq(pf->drive->numbers[D_VQRFA], 4);
	ck_assert_uint_eq(pf->drive->numbers[D_VIRFA], 2);
	ck_assert_str_eq(pf->virtfn[0]->setting[VF_QUEUES].text, "4");
	ck_assert_str_eq(pf->virtfn[0]->setting[VF_ONLINE].text, "true");
}
END_TEST

START_TEST(going_offline_takes_the_resources)
{
	vfs_make("1");
	share(0, "4", "2");
	expect_set(0, "online", "true", 0, "");
	expect_set(0, "online", "false", 0, "");
	expect_value(0, "queues", "0");
	expect_value(0, "interrupts", "0");
	ck_assert_uint_eq(pf->drive->numbers[D_VQRFA], 0);
	ck_assert_str_eq(pf->virtfn[0]->setting[VF_INTERRUPTS].text, "0");
}
END_TEST

START_TEST(what_the_specification_refuses_is_refused)
{
	share(0, "2", "1");
	expect_set(0, "online", "true", EPROTO,
		"controller 2, Virtualization Management, online true: "
		"status 120h, Invalid Secondary Controller State");
	vfs_make("4");
	expect_set(0, "online", "true", 0, "");
	expect_set(0, "queues", "3", EPROTO, "status 120h");
	expect_set(1, "online", "true", EPROTO, "status 120h");
	expect_set(1, "queues", "5", ERANGE, "status 121h, Invalid Number of Controller Resources");
	expect_set(1, "queues", "2", 0, "");
	expect_set(1, "online", "true", EPROTO, "status 120h");
	expect_set(2, "queues", "4", 0, "");
	expect_set(3, "queues", "4", 0, "");
	expect_set(1, "queues", "3", ERANGE, "status 121h");
	expect_set(4, "queues", "2", ENOENT, "none of its secondary controllers is that of VF 4");
	expect_set(1, "queues", "two", EINVAL, "");
}
END_TEST

START_TEST(a_drive_with_queues_alone_needs_no_interrupts)
{
	vfs_make("1");
	pf->drive->numbers[D_VIFRT] = pf->drive->numbers[D_VIFRSM] = 0;
	expect_set(0, "interrupts", "1", EINVAL, "status 122h, Invalid Resource Identifier");
	expect_set(0, "queues", "2", 0, "");
	expect_set(0, "online", "true", 0, "");
}
END_TEST

START_TEST(qemu_calls_too_many_by_another_name)
{
	identify(pf, I_NVME_MODEL, "QEMU NVMe Ctrl");
	share(0, "4", "1");
	share(1, "4", "1");
	share(2, "4", "1");
	expect_set(3, "queues", "5", ERANGE, "status 121h");
	expect_set(3, "queues", "1", EINVAL, "status 122h");
}
END_TEST

START_TEST(without_virtualization_there_is_no_such_command)
{
	pf->drive->numbers[D_OACS] = 0;
	expect_set(0, "queues", "2", EOPNOTSUPP, "it refuses page 15h of Identify: status 002h");
}
END_TEST

START_TEST(who_is_not_known_is_not_asked)
{
	drive_free(pf->drive);
	pf->drive = NULL;
	expect_set(0, "queues", "2", EIO, "the facts do not have it");
	expect_error(twin, OP_NVME, NVME_DRIVES IGB, ENODEV);
	expect_error(twin, OP_NVME, NVME_DRIVES NVME, EIO);
}
END_TEST

START_TEST(the_number_of_vfs_takes_their_shares_and_no_others)
{
	vfs_make("1");
	share(0, "2", "1");
	share(1, "2", "1");
	ck_assert_int_eq(twin_write(twin, DEVICES NVME "/sriov_numvfs", "0"), 0);
	expect_value(0, "queues", "0");
	expect_value(1, "queues", "2");
	ck_assert_uint_eq(pf->drive->numbers[D_VQRFA], 2);
}
END_TEST

START_TEST(unbinding_the_physical_function_takes_all)
{
	vfs_make("1");
	share(0, "2", "1");
	share(1, "2", "1");
	expect_set(0, "online", "true", 0, "");
	expect_write(twin, "sys/bus/pci/drivers/nvme/unbind", NVME, 0);
	expect_error(twin, OP_NVME, NVME_DRIVES NVME, ENODEV);
	ck_assert_ptr_null(pf->drive);
	ck_assert_int_eq(pf->virtfn[0]->setting[VF_QUEUES].is, R_ABSENT);
	expect_write(twin, "sys/bus/pci/drivers/nvme/bind", NVME, 0);
	expect_value(0, "online", "false");
	expect_value(1, "queues", "0");
	ck_assert_str_eq(pf->virtfn[0]->setting[VF_QUEUES].text, "0");
}
END_TEST

START_TEST(a_boot_takes_all)
{
	share(1, "2", "1");
	twin_revive(twin, true);
	expect_value(1, "queues", "0");
	ck_assert_uint_eq(pf->drive->numbers[D_VIRFA], 0);
}
END_TEST

START_TEST(a_reset_takes_all)
{
	identify(pf, I_NVME_MODEL, "any");
	identify(pf, I_NVME_SERIAL, "0503L210");
	share(0, "2", "1");
	expect_write(twin, "sys/class/nvme/nvme1/reset_controller", "1", ENOENT);
	expect_write(twin, "sys/class/nvme/nvme0/reset_controller", "1", 0);
	expect_value(0, "queues", "0");
	share(0, "2", "1");
	expect_write(twin, DEVICES NVME "/reset", "0", EINVAL);
	expect_write(twin, DEVICES IGB "/reset", "1", ENOENT);
	expect_write(twin, DEVICES NVME "/reset", "1", 0);
	expect_value(0, "interrupts", "0");
}
END_TEST

START_TEST(a_driver_binds_to_a_vf_that_is_online)
{
	vfs_make("1");
	ck_assert_int_eq(twin_write(twin, DEVICES NVME "/sriov_drivers_autoprobe", "1"), 0);
	expect_write(twin, "sys/bus/pci/drivers/nvme/bind", NVME_VF0, ENODEV);
	share(0, "2", "1");
	expect_set(0, "online", "true", 0, "");
	expect_write(twin, "sys/bus/pci/drivers/nvme/bind", NVME_VF0, 0);
	expect_driver(twin, NVME_VF0, "nvme");
}
END_TEST

/* The first VF is online, and pawl takes it offline. */
static void offline_expect(const char *broken)
{
	share(0, "2", "1");
	expect_set(0, "online", "true", 0, "");
	ck_assert(!strstr(twin_broken_rules(twin), "taken offline"));
	expect_set(0, "online", "false", 0, "");
	if (broken)
		ck_assert_msg(strstr(twin_broken_rules(twin), broken), "%s", twin_broken_rules(twin));
	else
		ck_assert_msg(
			!strstr(twin_broken_rules(twin), "taken offline"), "%s", twin_broken_rules(twin));
}

START_TEST(a_controller_that_nobody_uses_may_go_offline)
{
	vfs_make("1");
	expect_write(twin, DEVICES NVME_VF0 "/driver_override", "vfio-pci", 0);
	expect_write(twin, "sys/bus/pci/drivers_probe", NVME_VF0, 0);
	expect_driver(twin, NVME_VF0, "vfio-pci");
	offline_expect(NULL);
	twin_hold(twin, NVME_VF0, "guest db");
	ck_assert_int_eq(twin_write(twin, NVME_DRIVES NVME "/0/online", "false"), 0);
	ck_assert(!strstr(twin_broken_rules(twin), "taken offline")); /* by hand */
}
END_TEST

START_TEST(taking_a_controller_offline_under_its_user_breaks_a_rule)
{
	vfs_make("1");
	twin_hold(twin, NVME_VF0, "guest db");
	offline_expect("rule 3: " NVME_DRIVES NVME "/0/online: its controller taken offline while " NVME_VF0);
}
END_TEST

START_TEST(taking_a_controller_offline_under_a_driver_breaks_a_rule)
{
	vfs_make("1");
	share(0, "2", "1");
	expect_set(0, "online", "true", 0, "");
	expect_write(twin, DEVICES NVME_VF0 "/driver_override", "nvme", 0);
	expect_write(twin, "sys/bus/pci/drivers_probe", NVME_VF0, 0);
	expect_driver(twin, NVME_VF0, "nvme");
	expect_set(0, "online", "false", 0, "");
	ck_assert_msg(strstr(twin_broken_rules(twin), "taken offline while nvme has " NVME_VF0), "%s",
		twin_broken_rules(twin));
}
END_TEST

START_TEST(a_write_is_held_to_the_rules_of_writes)
{
	share(0, "2", "1");
	ck_assert_ptr_nonnull(strstr(twin_broken_rules(twin), "rule 15: " NVME_DRIVES NVME "/0/queues"));
	ck_assert_ptr_nonnull(strstr(twin_broken_rules(twin),
		"written before the journal says \"intend\" for vf_interrupts of " NVME " vf 0"));
	ck_assert_uint_eq(twin_writes(twin), 2);
	expect_value(0, "queues", "2");
	ck_assert_uint_eq(twin_writes(twin), 2);
}
END_TEST

START_TEST(virtualization_management_takes_its_time)
{
	struct host *host = twin_host(twin);
	uint64_t before = host->ops->now_ns(host), asked;

	expect_value(0, "queues", "0");
	asked = host->ops->now_ns(host) - before;
	expect_set(0, "queues", "2", 0, "");
	ck_assert_uint_ge(host->ops->now_ns(host) - before - asked, SECONDS / 20);
	ck_assert_uint_lt(asked, SECONDS / 1000);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, shares_are_given_and_a_controller_goes_online);
	tcase_add_test(tests, going_offline_takes_the_resources);
	tcase_add_test(tests, what_the_specification_refuses_is_refused);
	tcase_add_test(tests, a_drive_with_queues_alone_needs_no_interrupts);
	tcase_add_test(tests, qemu_calls_too_many_by_another_name);
	tcase_add_test(tests, without_virtualization_there_is_no_such_command);
	tcase_add_test(tests, who_is_not_known_is_not_asked);
	tcase_add_test(tests, the_number_of_vfs_takes_their_shares_and_no_others);
	tcase_add_test(tests, unbinding_the_physical_function_takes_all);
	tcase_add_test(tests, a_boot_takes_all);
	tcase_add_test(tests, a_reset_takes_all);
	tcase_add_test(tests, a_driver_binds_to_a_vf_that_is_online);
	tcase_add_test(tests, a_controller_that_nobody_uses_may_go_offline);
	tcase_add_test(tests, taking_a_controller_offline_under_its_user_breaks_a_rule);
	tcase_add_test(tests, taking_a_controller_offline_under_a_driver_breaks_a_rule);
	tcase_add_test(tests, a_write_is_held_to_the_rules_of_writes);
	tcase_add_test(tests, virtualization_management_takes_its_time);
}

int main(void)
{
	return suite_run("twin_nvme", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Namespaces of the twin's drives: made, removed, given to controllers, and what is refused of that. */
#include "../../src/host/twin_nvme.h"
#include "nvme_namespaces.h"
#include "twin_drive.h"
#include <nvme/types.h>

static void expect_namespaces(const char *path, const char *value, int want, const char *says)
{
	struct op op = drive_op(path, value);
	AUTO_FREE char *said = NULL;

	ck_assert_int_eq(operate(twin, &op, &said), want);
	ck_assert_msg(strstr(said, says), "%s, not %s", said, says);
}

#define PORT     "0000:7f:00.0"
#define OF_DRIVE NVME_DRIVES NVME "/ns/db"
#define OF_ONE   NVME_DRIVES NVME "/namespace/1"
#define ALL      "262144x4096" /* all that the drive has left */

static void expect_by_hand(const char *order, int error)
{
	ck_assert_int_eq(twin_write(twin, OF_DRIVE, order), error);
}

/* As the door asks for it when nothing has held it up before: 0 or the status. */
static int delete_unasked(uint32_t nsid)
{
	struct pending pending = { .op = { .path = OF_DRIVE } };
	struct controller controller = { .twin = twin, .pf = pf };
	struct nvme_command command = { .opcode = nvme_admin_ns_mgmt, .nsid = nsid, .cdw10 = 1 };
	int status;

	twin->current = &pending;
	status = controller_submit(&controller.door, &command);
	twin->current = NULL;
	return status;
}

START_TEST(a_namespace_is_made_and_removed)
{
	AUTO_FREE char *first = NULL;

	expect_namespaces(OF_DRIVE, "create:" ALL, 0, "1");
	ck_assert_uint_eq(pf->drive->numbers[D_UNVMCAP], 0);
	expect_namespaces(OF_DRIVE, NULL, 0, "1:" ALL ":nguid.");
	first = string_copy(pf->drive->namespaces[0].nguid);
	expect_namespaces(OF_DRIVE, "create:1x512", ENOSPC, "status 115h, Namespace Insufficient Capacity");
	expect_by_hand("delete:2", EINVAL);
	expect_by_hand("delete:1", 0);
	expect_answer(twin, OP_NVME, OF_DRIVE, "");
	ck_assert_uint_eq(pf->drive->numbers[D_UNVMCAP], UINT64_C(1024) << 20);
	expect_namespaces(OF_DRIVE, "create:1x512s", 0, "1");
	ck_assert(pf->drive->namespaces[0].shared);
	ck_assert_str_ne(pf->drive->namespaces[0].nguid, first);
	pf->drive->numbers[D_NN] = 1;
	expect_namespaces(OF_DRIVE, "create:1x512", ENOSPC, "status 116h, Namespace Identifier Unavailable");
}
END_TEST

/* 5.17.2.1: MNAN is how many there may be, NN how they may be numbered; 0: as many as that. */
START_TEST(there_are_no_more_than_the_drive_may_have)
{
	drive_make_namespace(pf->drive, 7);
	pf->drive->numbers[D_MNAN] = 2;
	expect_namespaces(OF_DRIVE, "create:1x512", 0, "1");
	expect_namespaces(OF_DRIVE, "create:1x512", ENOSPC, "status 116h, Namespace Identifier Unavailable");
	pf->drive->numbers[D_MNAN] = 0;
	expect_namespaces(OF_DRIVE, "create:1x512", 0, "2");
}
END_TEST

START_TEST(a_namespace_is_given_to_controllers)
{
	expect_namespaces(OF_ONE, "attach:2", EINVAL, "status 002h");
	expect_namespaces(OF_DRIVE, "create:8x512", 0, "1");
	expect_namespaces(OF_ONE, "attach:9", ENXIO, "status 11ch, Controller List Invalid");
	expect_namespaces(OF_ONE, "attach:2", 0, "");
	expect_answer(twin, OP_NVME, OF_ONE, "2");
	expect_namespaces(OF_ONE, "attach:2", EALREADY, "status 118h");
	expect_namespaces(OF_ONE, "attach:3", EPERM, "status 119h, Namespace Is Private");
	expect_namespaces(OF_ONE, "detach:3", EALREADY, "status 11ah");
	pf->drive->namespaces[0].shared = true;
	expect_namespaces(OF_ONE, "attach:1", 0, "");
	expect_answer(twin, OP_NVME, OF_ONE, "1 2");
	expect_namespaces(OF_ONE, "detach:2", 0, "");
	expect_answer(twin, OP_NVME, OF_ONE, "1");
}
END_TEST

START_TEST(a_controller_may_have_so_many_namespaces)
{
	identify(pf, I_NVME_MODEL, "PAWL narrow");
	expect_namespaces(OF_DRIVE, "create:8x512", 0, "1");
	expect_namespaces(OF_DRIVE, "create:8x512", 0, "2");
	expect_namespaces(OF_ONE, "attach:2", 0, "");
	expect_namespaces(NVME_DRIVES NVME "/namespace/2", "attach:2", ENOSPC,
		"status 127h, Namespace Attachment Limit Exceeded");
	expect_namespaces(NVME_DRIVES NVME "/namespace/2", "attach:3", 0, "");
}
END_TEST

START_TEST(attachments_stay_when_vfs_go)
{
	drive_make_namespace(pf->drive, 1)->shared = true;
	ck_assert_int_eq(twin_write(twin, DEVICES NVME "/sriov_numvfs", "1"), 0);
	expect_namespaces(OF_ONE, "attach:2", 0, "");
	ck_assert_int_eq(twin_write(twin, DEVICES NVME "/sriov_numvfs", "0"), 0);
	expect_answer(twin, OP_NVME, OF_ONE, "1 2");
}
END_TEST

/* Checked by the door right before it goes or is given away. */
START_TEST(what_is_not_as_planned_is_left_alone)
{
	AUTO_FREE char *word = NULL, *order = NULL, *other = NULL, *one = NULL, *others = NULL;

	expect_namespaces(OF_DRIVE, "create:8x512", 0, "");
	expect_namespaces(OF_DRIVE, "delete:1", EINVAL, "");
	word = namespace_word(drive_namespace(pf->drive, 1));
	order = text_print("delete:%s", word);
	other = text_print("delete:%sf", word);
	expect_namespaces(OF_DRIVE, other, ESTALE,
		"is meant, and what the drive has by that number is 1 (4 KiB in blocks of 512 B, nguid.");
	expect_namespaces(OF_DRIVE, "delete:2:8x512:-", ESTALE, "what the drive has by that number is none");
	one = text_print(NVME_DRIVES NVME "/namespace/%s", word);
	others = text_print("%sf", one);
	expect_namespaces(others, "attach:2", ESTALE,
		"what the drive has by that number is 1 (4 KiB in blocks of 512 B, nguid.");
	expect_namespaces(others, NULL, ESTALE,
		"what the drive has by that number is 1 (4 KiB in blocks of 512 B, nguid.");
	expect_namespaces(one, "attach:2", 0, "");
	expect_namespaces(one, NULL, 0, "2");
	expect_namespaces(OF_DRIVE, order, EADDRINUSE, "namespace 1 is attached to vf.0");
	expect_namespaces(OF_ONE, "detach:2", 0, "");
	expect_namespaces(OF_DRIVE, order, 0, "");
	expect_answer(twin, OP_NVME, OF_DRIVE, "");
}
END_TEST

static void expect_breach(const char *path, const char *in, const char *rule)
{
	const struct op op = { .verb = OP_NVME, .path = path, .in = in, .in_len = strlen(in) };
	AUTO_FREE char *said = NULL;

	ck_assert_int_eq(operate(twin, &op, &said), 0);
	ck_assert_msg(strstr(twin_broken_rules(twin), rule), "%s: %s", in, twin_broken_rules(twin));
}

START_TEST(the_watch_guards_who_uses_a_namespace)
{
	struct user user = { .use = USE_MOUNT, .function = (char *)NVME, .who = (char *)"/srv", .nsid = 2 };

	drive_make_namespace(pf->drive, 1);
	drive_make_namespace(pf->drive, 2);
	users_add(&twin_world(twin)->users, &user);
	expect_namespaces(OF_ONE, "detach:1", 0, "");
	ck_assert_ptr_null(strstr(twin_broken_rules(twin), "taken while"));
	expect_breach(NVME_DRIVES NVME "/namespace/2", "detach:1",
		"rule 11: " NVME_DRIVES NVME "/namespace/2: namespace 2 taken while " NVME
		" is mounted on /srv");
	expect_namespaces(NVME_DRIVES NVME "/namespace/2", "attach:1", 0, "");
	user.nsid = 0;
	users_add(&twin_world(twin)->users, &user);
	expect_namespaces(OF_ONE, "attach:1", 0, "");
	ck_assert_int_eq(delete_unasked(1), 0);
	ck_assert_ptr_nonnull(strstr(
		twin_broken_rules(twin), OF_DRIVE ": namespace 1 taken while " NVME " is mounted on /srv"));
	ck_assert_int_eq(delete_unasked(1), NVME_INVALID_FIELD);
	ck_assert_int_eq(delete_unasked(33), NVME_INVALID_NAMESPACE);
}
END_TEST

static void controllers_list(struct drive *drive)
{
	drive->controllers = memory_new(2, sizeof(*drive->controllers));
	drive->controllers[0] = 1;
	drive->controllers[1] = 9;
	drive->n_controllers = 2;
}

/* The drive is one, and each port has a function of its own. */
START_TEST(the_watch_guards_who_uses_it_through_another_port)
{
	struct user user = { .use = USE_MOUNT, .function = (char *)PORT, .who = (char *)"/srv", .nsid = 1 };
	struct function *port = survey_add(twin_world(twin), PORT);

	port->drive = drive_make();
	port->drive->numbers[D_CNTLID] = 9;
	controllers_list(pf->drive);
	controllers_list(port->drive);
	identify(pf, I_NVME_SERIAL, "S1");
	identify(pf, I_NVME_MODEL, "M1");
	identify(port, I_NVME_SERIAL, "S1");
	identify(port, I_NVME_MODEL, "M1");
	namespace_attach(drive_make_namespace(pf->drive, 1), 9);
	users_add(&twin_world(twin)->users, &user);
	expect_namespaces(OF_ONE, "detach:1", 0, "");
	ck_assert_ptr_null(strstr(twin_broken_rules(twin), "taken while"));
	expect_breach(OF_ONE, "detach:9", "namespace 1 taken while " PORT " is mounted on /srv");
}
END_TEST

START_TEST(qemu_says_that_it_manages_namespaces_and_attaches_alone)
{
	drive_make_namespace(pf->drive, 1);
	namespace_detach(drive_namespace(pf->drive, 1), 1);
	identify(pf, I_NVME_MODEL, "QEMU NVMe Ctrl");
	expect_namespaces(OF_DRIVE, "create:1x512", EOPNOTSUPP, "status 001h, Invalid Command Opcode");
	expect_namespaces(OF_ONE, "detach:2", 0, "");
	expect_namespaces(OF_ONE, "attach:2", 0, "");
	expect_namespaces(OF_ONE, "attach:2", EPERM, "status 119h");
	drive_namespace(pf->drive, 1)->shared = true;
	expect_namespaces(OF_ONE, "attach:2", 0, "");
	expect_namespaces(OF_ONE, "attach:1", 0, "");
	expect_namespaces(OF_ONE, "attach:3", EALREADY, "status 118h");
}
END_TEST

START_TEST(who_does_not_manage_namespaces_knows_no_such_command)
{
	drive_make_namespace(pf->drive, 1);
	pf->drive->numbers[D_OACS] = OACS_VIRTUALIZATION;
	expect_by_hand("delete:1", EOPNOTSUPP);
	expect_namespaces(OF_ONE, "detach:1", EOPNOTSUPP, "status 001h");
}
END_TEST

START_TEST(a_uuid_is_told_to_a_controller_that_has_the_namespace)
{
	identify(pf, I_NVME_MODEL, "PAWL uuid store");
	expect_namespaces(OF_DRIVE, "create:8x512", 0, "1");
	expect_answer(twin, OP_NVME, OF_DRIVE, "1:8x512:-");
	expect_namespaces(OF_ONE, "attach:1", 0, "");
	expect_namespaces(OF_DRIVE, NULL, 0, "1:8x512:uuid.");
	expect_namespaces(OF_ONE, "detach:1", 0, "");
	expect_namespaces(OF_ONE, "attach:2", 0, "");
	expect_answer(twin, OP_NVME, OF_DRIVE, "1:8x512:-+");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, a_namespace_is_made_and_removed);
	tcase_add_test(tests, there_are_no_more_than_the_drive_may_have);
	tcase_add_test(tests, a_namespace_is_given_to_controllers);
	tcase_add_test(tests, a_uuid_is_told_to_a_controller_that_has_the_namespace);
	tcase_add_test(tests, a_controller_may_have_so_many_namespaces);
	tcase_add_test(tests, attachments_stay_when_vfs_go);
	tcase_add_test(tests, what_is_not_as_planned_is_left_alone);
	tcase_add_test(tests, the_watch_guards_who_uses_a_namespace);
	tcase_add_test(tests, the_watch_guards_who_uses_it_through_another_port);
	tcase_add_test(tests, qemu_says_that_it_manages_namespaces_and_attaches_alone);
	tcase_add_test(tests, who_does_not_manage_namespaces_knows_no_such_command);
}

int main(void)
{
	return suite_run("twin_nvme_namespaces", tests_add);
}

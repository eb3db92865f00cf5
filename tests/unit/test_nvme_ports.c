/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Controllers of one drive: its own, its VFs', those of another port here, and those that nobody sees. */
#include "drive_fixture.h"
#include "identify.h"
#include "nvme_namespaces.h"
#include "suite.h"
#include "survey.h"

#define FIRST  "0000:03:00.0"
#define SECOND "0000:04:00.0"
#define VF     "0000:04:00.1"

static struct survey survey;
static struct function *first, *second, *vf;

/* The drive's two ports, and those of their VFs. */
static void controllers_list(struct drive *drive)
{
	static const uint16_t all[] = { 1, 2, 3, 4, 5, 9, 10, 11, 12, 13 };

	drive->n_controllers = sizeof(all) / sizeof(all[0]);
	drive->controllers = memory_new(drive->n_controllers, sizeof(all[0]));
	memcpy(drive->controllers, all, sizeof(all));
}

static struct function *port_make(const char *address, uint16_t cntlid)
{
	struct function *port = survey_add(&survey, address);

	port->drive = drive_make();
	port->drive->numbers[D_CNTLID] = cntlid;
	controllers_list(port->drive);
	for (uint16_t i = 0; i < FIXTURE_VFS; i++)
		port->drive->secondaries[i].cntlid = (uint16_t)(cntlid + 1 + i);
	identify(port, I_NVME_SERIAL, "S1");
	identify(port, I_NVME_MODEL, "M1");
	return port;
}

static void start(void)
{
	first = port_make(FIRST, 1);
	second = port_make(SECOND, 9);
	vf = survey_add(&survey, VF);
	survey_link_virtfn(second, 0, vf);
}

static void stop(void)
{
	survey_free(&survey);
	survey = (struct survey){ 0 };
}

static void expect(uint16_t cntlid, enum controller_is is, const struct function *whose)
{
	struct function *function = first;

	ck_assert_int_eq(subsystem_controller(&survey, first, cntlid, &function), is);
	ck_assert_ptr_eq(function, whose);
}

START_TEST(each_controller_is_somebodys)
{
	expect(1, CONTROLLER_HERE, first);
	expect(2, CONTROLLER_IDLE, NULL);
	expect(9, CONTROLLER_HERE, second);
	expect(10, CONTROLLER_HERE, vf);
	expect(11, CONTROLLER_IDLE, NULL);
	expect(17, CONTROLLER_UNSEEN, NULL);
}
END_TEST

START_TEST(a_secondary_is_of_one_port)
{
	ck_assert_ptr_eq(controller_port(&survey, first, 2), first);
	ck_assert_ptr_eq(controller_port(&survey, first, 11), second);
	ck_assert_ptr_null(controller_port(&survey, first, 9));
	ck_assert_ptr_null(controller_port(&survey, first, 17));
	identify(second, I_NVME_SERIAL, "S2");
	ck_assert_ptr_null(controller_port(&survey, first, 11));
}
END_TEST

/* Whichever port is asked. */
START_TEST(a_namespace_is_told_at_one_port)
{
	struct drive_namespace nobodys = { .nsid = 1 }, seconds = { .nsid = 2 };

	ck_assert_ptr_eq(namespace_port(&survey, second, &nobodys), first);
	namespace_attach(&seconds, 11);
	ck_assert_ptr_eq(namespace_port(&survey, first, &seconds), second);
	ck_assert_ptr_eq(namespace_port(&survey, second, &seconds), second);
	identify(second, I_NVME_SERIAL, "S2");
	ck_assert_ptr_eq(namespace_port(&survey, first, &seconds), first);
	namespace_clear(&seconds);
}
END_TEST

START_TEST(another_drive_is_no_port)
{
	identify(second, I_NVME_SERIAL, "S2");
	expect(9, CONTROLLER_UNSEEN, NULL);
	identify(second, I_NVME_SERIAL, "S1");
	identify(second, I_NVME_MODEL, "M2");
	expect(9, CONTROLLER_UNSEEN, NULL);
	reading_free(&second->identity[I_NVME_MODEL]);
	reading_free(&first->identity[I_NVME_MODEL]);
	expect(9, CONTROLLER_UNSEEN, NULL);
}
END_TEST

START_TEST(targets_are_of_a_drive_whichever_port_they_name)
{
	AUTO_FREE char *one = namespace_target(first->address, "a"),
		       *two = namespace_target(second->address, "a");

	ck_assert(targets_are_of_one_drive(&survey, one, two));
	identify(second, I_NVME_SERIAL, "S2");
	ck_assert(!targets_are_of_one_drive(&survey, one, two));
	ck_assert(!targets_are_of_one_drive(&survey, one, "0000:ff:00.0 ns a"));
	ck_assert(!targets_are_of_one_drive(&survey, "0000:fe:00.0 ns a", "0000:ff:00.0 ns a"));
	ck_assert(targets_are_of_one_drive(&survey, "0000:ff:00.0 ns b", "0000:ff:00.0 ns a"));
}
END_TEST

START_TEST(lists_of_all_controllers_tell_twins_apart)
{
	first->drive->controllers[5] = 8;
	expect(9, CONTROLLER_UNSEEN, NULL);
	first->drive->controllers[5] = 9;
	expect(9, CONTROLLER_HERE, second);
	second->drive->controllers[0] = 0;
	expect(9, CONTROLLER_UNSEEN, NULL);
}
END_TEST

/* One may be a stranger's, with the same serial, and its VF that is not there no VF of this drive. */
START_TEST(without_lists_nothing_is_a_port)
{
	expect(11, CONTROLLER_IDLE, NULL);
	second->drive->n_controllers = 0;
	expect(11, CONTROLLER_UNSEEN, NULL);
	expect(10, CONTROLLER_UNSEEN, NULL);
	first->drive->n_controllers = 0;
	expect(11, CONTROLLER_UNSEEN, NULL);
	expect(2, CONTROLLER_IDLE, NULL);
}
END_TEST

START_TEST(without_lists_one_subnqn_tells_that_they_are_one)
{
	struct drive *drives[] = { first->drive, second->drive };

	for (size_t i = 0; i < 2; i++) {
		drives[i]->n_controllers = 0;
		drives[i]->subnqn = string_copy("nqn.2026-11.net.pawl:S1");
	}
	expect(9, CONTROLLER_UNSEEN, NULL); /* each says that it is alone */
	first->drive->numbers[D_CMIC] = second->drive->numbers[D_CMIC] = CMIC_CONTROLLERS;
	expect(9, CONTROLLER_HERE, second);
	first->drive->n_controllers = 5; /* it has a list, and the other is not there */
	expect(9, CONTROLLER_UNSEEN, NULL);
	first->drive->n_controllers = 0;
	second->drive->subnqn[0] = 'N';
	expect(9, CONTROLLER_UNSEEN, NULL);
	free(second->drive->subnqn);
	second->drive->subnqn = NULL;
	expect(9, CONTROLLER_UNSEEN, NULL);
}
END_TEST

START_TEST(of_a_port_that_is_not_asked_nothing_is_seen)
{
	second->drive->unknown = string_copy("it does not answer");
	expect(9, CONTROLLER_UNSEEN, NULL);
	expect(10, CONTROLLER_UNSEEN, NULL);
}
END_TEST

START_TEST(a_secondary_controller_of_no_vf_is_not_seen)
{
	first->drive->secondaries[0].vf = 0;
	expect(2, CONTROLLER_UNSEEN, NULL);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, each_controller_is_somebodys);
	tcase_add_test(tests, a_secondary_is_of_one_port);
	tcase_add_test(tests, a_namespace_is_told_at_one_port);
	tcase_add_test(tests, another_drive_is_no_port);
	tcase_add_test(tests, targets_are_of_a_drive_whichever_port_they_name);
	tcase_add_test(tests, lists_of_all_controllers_tell_twins_apart);
	tcase_add_test(tests, without_lists_nothing_is_a_port);
	tcase_add_test(tests, without_lists_one_subnqn_tells_that_they_are_one);
	tcase_add_test(tests, of_a_port_that_is_not_asked_nothing_is_seen);
	tcase_add_test(tests, a_secondary_controller_of_no_vf_is_not_seen);
}

int main(void)
{
	return suite_run("nvme_ports", tests_add);
}

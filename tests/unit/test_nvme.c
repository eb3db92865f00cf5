/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A drive in memory: its lists, its copy, and what it tells of its VFs. */
#include "drive_fixture.h"
#include "suite.h"
#include "survey.h"

#define PF "0000:03:00.0"
#define VF "0000:03:00.2"

START_TEST(namespaces_are_in_order_and_there_once)
{
	struct drive *drive = drive_new();

	drive_add_namespace(drive, 3)->blocks = 30;
	drive_add_namespace(drive, 1)->blocks = 10;
	drive_add_namespace(drive, 2)->blocks = 20;
	ck_assert_uint_eq(drive_add_namespace(drive, 3)->blocks, 30);
	ck_assert_uint_eq(drive->n_namespaces, 3);
	for (uint32_t i = 0; i < 3; i++)
		ck_assert_uint_eq(drive->namespaces[i].blocks, 10 * (i + 1));
	drive_remove_namespace(drive, 2);
	drive_remove_namespace(drive, 2);
	ck_assert_uint_eq(drive->n_namespaces, 2);
	ck_assert_uint_eq(drive->namespaces[1].nsid, 3);
	ck_assert_ptr_null(drive_namespace(drive, 2));
	drive_free(drive);
}
END_TEST

START_TEST(controllers_of_a_namespace_are_in_order_and_there_once)
{
	struct drive *drive = drive_new();
	struct drive_namespace *namespace = drive_add_namespace(drive, 1);

	namespace_attach(namespace, 5);
	namespace_attach(namespace, 1);
	namespace_attach(namespace, 5);
	ck_assert_uint_eq(namespace->n_controllers, 2);
	ck_assert_uint_eq(namespace->controllers[0], 1);
	ck_assert(namespace_has(namespace, 5));
	namespace_detach(namespace, 1);
	namespace_detach(namespace, 1);
	ck_assert(!namespace_has(namespace, 1));
	ck_assert_uint_eq(namespace->controllers[0], 5);
	drive_free(drive);
}
END_TEST

START_TEST(a_drive_may_have_more_numbers_than_namespaces)
{
	struct drive *drive = drive_new();

	drive->numbers[D_NN] = 1024;
	ck_assert_uint_eq(drive_most_namespaces(drive), 1024);
	drive->numbers[D_MNAN] = 128;
	ck_assert_uint_eq(drive_most_namespaces(drive), 128);
	drive->numbers[D_NN] = 8;
	ck_assert_uint_eq(drive_most_namespaces(drive), 8);
	drive_free(drive);
}
END_TEST

START_TEST(a_copy_is_its_own)
{
	struct drive *drive = drive_make(), *copy;

	drive_make_namespace(drive, 7)->nguid = string_copy("00112233445566778899aabbccddeeff");
	copy = drive_copy(drive);
	drive->secondaries[0].queues = 4;
	namespace_detach(drive_namespace(drive, 7), 1);
	drive_free(drive);
	ck_assert_uint_eq(copy->secondaries[0].queues, 0);
	ck_assert_uint_eq(copy->numbers[D_VQFRT], 12);
	ck_assert_uint_eq(copy->formats[2], 4096);
	ck_assert(namespace_has(drive_namespace(copy, 7), 1));
	ck_assert_str_eq(drive_namespace(copy, 7)->nguid, "00112233445566778899aabbccddeeff");
	drive_free(copy);
	ck_assert_ptr_null(drive_copy(NULL));
}
END_TEST

/* Its arrays have room as theirs would that grew one by one. */
START_TEST(a_copy_grows)
{
	struct drive *drive = drive_new(), *copy;

	for (uint32_t nsid = 1; nsid <= 3; nsid++) {
		drive_make_namespace(drive, nsid);
		namespace_attach(drive_namespace(drive, 1), (uint16_t)nsid);
	}
	copy = drive_copy(drive);
	drive_make_namespace(copy, 4);
	namespace_attach(drive_namespace(copy, 1), 40);
	ck_assert_uint_eq(copy->n_namespaces, 4);
	ck_assert_uint_eq(
		drive_namespace(copy, 1)->n_controllers, drive_namespace(drive, 1)->n_controllers + 1);
	ck_assert_uint_eq(drive->n_namespaces, 3);
	drive_free(copy);
	drive_free(drive);
}
END_TEST

START_TEST(a_vf_is_found_by_its_number_and_nothing_else)
{
	struct drive *drive = drive_make();

	drive->secondaries[3].vf = 0; /* not that of a VF */
	ck_assert_uint_eq(drive_secondary(drive, 0)->cntlid, FIXTURE_FIRST);
	ck_assert_uint_eq(drive_secondary(drive, 2)->cntlid, FIXTURE_FIRST + 2);
	ck_assert_ptr_null(drive_secondary(drive, 3));
	ck_assert_ptr_null(drive_secondary(drive, UINT16_MAX));
	drive_free(drive);
}
END_TEST

/* What is known by less at one port, as inactive ones are, stays so there. */
START_TEST(a_port_follows_another_one)
{
	struct drive *drive = drive_make(), *other = drive_make();

	drive_make_namespace(drive, 2);
	drive_make_namespace(drive, 3);
	free(drive_namespace(drive, 3)->uuid);
	drive_namespace(drive, 3)->uuid = NULL;
	drive_make_namespace(other, 3);
	namespace_attach(drive_namespace(other, 3), 9);
	drive_make_namespace(other, 4);
	other->numbers[D_UNVMCAP] = 5;
	drive_follow(drive, other);
	ck_assert_uint_eq(drive->n_namespaces, 2);
	ck_assert(namespace_has(drive_namespace(drive, 3), 1) && namespace_has(drive_namespace(drive, 3), 9));
	ck_assert_ptr_null(drive_namespace(drive, 3)->uuid);
	ck_assert_str_eq(drive_namespace(drive, 4)->uuid, drive_namespace(other, 4)->uuid);
	ck_assert_uint_eq(drive_namespace(drive, 4)->blocks, 1000);
	ck_assert_uint_eq(drive->numbers[D_UNVMCAP], 5);
	drive_free(other);
	namespace_attach(drive_namespace(drive, 4), 9);
	ck_assert_uint_eq(drive_namespace(drive, 4)->n_controllers, 2);
	drive_free(drive);
}
END_TEST

START_TEST(controllers_are_its_own_its_vfs_and_those_of_the_list)
{
	struct drive *drive = drive_make();

	ck_assert(drive_has_controller(drive, 1));
	ck_assert(drive_has_controller(drive, FIXTURE_FIRST + FIXTURE_VFS - 1));
	ck_assert(!drive_has_controller(drive, FIXTURE_FIRST + FIXTURE_VFS));
	drive->controllers = memory_new(1, sizeof(*drive->controllers));
	drive->controllers[drive->n_controllers++] = FIXTURE_FIRST + FIXTURE_VFS;
	ck_assert(drive_has_controller(drive, FIXTURE_FIRST + FIXTURE_VFS));
	ck_assert(drive_has_controller(drive, 1));
	drive_free(drive);
}
END_TEST

START_TEST(formats_with_metadata_are_not_told)
{
	struct drive *drive = drive_make(), *other = drive_new();
	AUTO_FREE char *formats = drive_formats(drive), *none = drive_formats(other);

	ck_assert_str_eq(formats, "512 B, 4096 B");
	ck_assert_str_eq(none, "none that it tells");
	ck_assert_uint_eq(drive_format(drive, 4096), 2);
	ck_assert_uint_eq(drive_format(drive, 0), 1);
	ck_assert_uint_eq(drive_format(drive, 1024), drive->n_formats);
	drive_free(drive);
	drive_free(other);
}
END_TEST

START_TEST(what_is_left_nobody_has)
{
	struct drive *drive = drive_make();

	drive->numbers[D_VQRFA] = 4;
	drive->numbers[D_VQRFAP] = 5;
	ck_assert_uint_eq(drive_left(drive, FLEXIBLE_QUEUES), 3);
	ck_assert_uint_eq(drive_left(drive, FLEXIBLE_INTERRUPTS), 8);
	drive->numbers[D_VQRFA] = 40; /* more than there is */
	ck_assert_uint_eq(drive_left(drive, FLEXIBLE_QUEUES), 0);
	drive_free(drive);
}
END_TEST

START_TEST(what_is_not_known_is_not_told)
{
	struct function pf = { 0 };

	ck_assert_ptr_null(drive_told(NULL));
	ck_assert(!drive_manages(&pf));
	pf.drive = drive_make();
	ck_assert_ptr_eq(drive_told(&pf), pf.drive);
	ck_assert(drive_manages(&pf));
	pf.drive->unknown = string_copy("it is asleep");
	ck_assert_ptr_null(drive_told(&pf));
	ck_assert(!drive_manages(&pf));
	drive_free(pf.drive);
	pf.drive = drive_make();
	pf.drive->numbers[D_OACS] &= ~OACS_NAMESPACES;
	ck_assert(!drive_manages(&pf));
	drive_free(pf.drive);
}
END_TEST

/* A PF that the nvme driver has, and its second VF. */
static void machine_make(struct survey *survey)
{
	struct function *pf, *vf;

	survey_add(survey, PF);
	survey_add(survey, VF);
	pf = survey_function(survey, PF);
	vf = survey_function(survey, VF);
	function_set(pf, A_CLASS, "0x010802");
	function_set(vf, A_CLASS, "0x010802");
	function_set(pf, A_DRIVER, "../../../bus/pci/drivers/nvme");
	function_set(vf, A_DRIVER, "../../../bus/pci/drivers/nvme");
	survey_link_virtfn(pf, 1, vf);
}

START_TEST(physical_functions_that_the_driver_has_are_drives)
{
	struct survey survey = { 0 };
	struct function *pf;

	machine_make(&survey);
	pf = survey_function(&survey, PF);
	ck_assert(function_is_drive(pf));
	ck_assert(!function_is_drive(survey_function(&survey, VF)));
	function_set(pf, A_DRIVER, "../../../bus/pci/drivers/vfio-pci");
	ck_assert(!function_is_drive(pf));
	function_set(pf, A_DRIVER, "../../../bus/pci/drivers/nvme");
	function_set(pf, A_CLASS, "0x010601");
	ck_assert(!function_is_drive(pf));
	survey_free(&survey);
}
END_TEST

START_TEST(a_drive_tells_what_its_vfs_have)
{
	struct survey survey = { 0 };
	struct function *pf, *vf;

	machine_make(&survey);
	pf = survey_function(&survey, PF);
	vf = survey_function(&survey, VF);
	drives_tell(&survey);
	ck_assert_int_eq(vf->setting[VF_QUEUES].is, R_UNKNOWN);
	ck_assert_int_eq(pf->setting[VF_QUEUES].is, R_ABSENT);
	pf->drive = drive_make();
	pf->drive->secondaries[1] =
		(struct secondary){ .cntlid = 3, .vf = 2, .queues = 4, .interrupts = 2, .online = true };
	drive_tell(pf);
	ck_assert_str_eq(vf->setting[VF_QUEUES].text, "4");
	ck_assert_str_eq(vf->setting[VF_INTERRUPTS].text, "2");
	ck_assert_str_eq(vf->setting[VF_ONLINE].text, "true");
	pf->drive->secondaries[1].vf = 0;
	drive_tell(pf);
	ck_assert_int_eq(vf->setting[VF_ONLINE].is, R_ABSENT);
	pf->drive->unknown = string_copy("it sleeps");
	drive_tell(pf);
	ck_assert_int_eq(vf->setting[VF_ONLINE].is, R_UNKNOWN);
	ck_assert_str_eq(vf->setting[VF_ONLINE].text, "it sleeps");
	survey_free(&survey);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, namespaces_are_in_order_and_there_once);
	tcase_add_test(tests, controllers_of_a_namespace_are_in_order_and_there_once);
	tcase_add_test(tests, a_drive_may_have_more_numbers_than_namespaces);
	tcase_add_test(tests, a_copy_is_its_own);
	tcase_add_test(tests, a_copy_grows);
	tcase_add_test(tests, a_vf_is_found_by_its_number_and_nothing_else);
	tcase_add_test(tests, a_port_follows_another_one);
	tcase_add_test(tests, controllers_are_its_own_its_vfs_and_those_of_the_list);
	tcase_add_test(tests, formats_with_metadata_are_not_told);
	tcase_add_test(tests, what_is_left_nobody_has);
	tcase_add_test(tests, what_is_not_known_is_not_told);
	tcase_add_test(tests, physical_functions_that_the_driver_has_are_drives);
	tcase_add_test(tests, a_drive_tells_what_its_vfs_have);
}

int main(void)
{
	return suite_run("nvme", tests_add);
}

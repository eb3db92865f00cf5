/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A drive becomes pages, and the pages the same drive again. */
#include "../../src/host/nvme_pages.h"
#include "drive_fixture.h"
#include "suite.h"

/* Answers from `drive`. */
struct maker {
	struct nvme_door door;
	const struct drive *drive;
	unsigned asked;
};

static int make(struct nvme_door *door, struct nvme_command *command)
{
	struct maker *maker = (struct maker *)door;

	maker->asked++;
	return drive_identify(maker->drive, command);
}

static struct drive *taken_again(const struct drive *drive, unsigned *ret_asked)
{
	struct maker maker = { .door.submit = make, .drive = drive };
	AUTO_TEXT struct text pages = { 0 };
	struct drive *again = drive_new();

	ck_assert_int_eq(nvme_operate(&maker.door, NVME_DRIVES "0000:03:00.0", NULL, &pages), 0);
	ck_assert_int_eq(drive_take(again, pages.bytes, pages.length), 0);
	*ret_asked = maker.asked;
	return again;
}

static void expect_namespace(const struct drive_namespace *now, const struct drive_namespace *was)
{
	ck_assert_uint_eq(now->nsid, was->nsid);
	ck_assert_uint_eq(now->blocks, was->blocks);
	ck_assert_uint_eq(now->block_bytes, was->block_bytes);
	ck_assert_uint_eq(now->metadata_bytes, was->metadata_bytes);
	ck_assert_int_eq(now->shared, was->shared);
	ck_assert_pstr_eq(now->nguid, was->nguid);
	ck_assert_pstr_eq(now->eui64, was->eui64);
	ck_assert_pstr_eq(now->uuid, was->uuid);
	ck_assert_uint_eq(now->n_controllers, was->n_controllers);
	for (size_t i = 0; i < was->n_controllers; i++)
		ck_assert_uint_eq(now->controllers[i], was->controllers[i]);
}

static void expect_drive(const struct drive *now, const struct drive *was)
{
	ck_assert_ptr_null(now->unknown);
	ck_assert_pstr_eq(now->subnqn, was->subnqn);
	for (enum drive_number i = 0; i < N_DRIVE_NUMBERS; i++)
		ck_assert_msg(now->numbers[i] == was->numbers[i], "%s", drive_numbers[i].name);
	ck_assert_uint_eq(now->n_secondaries, was->n_secondaries);
	for (size_t i = 0; i < was->n_secondaries; i++) {
		ck_assert_uint_eq(now->secondaries[i].cntlid, was->secondaries[i].cntlid);
		ck_assert_uint_eq(now->secondaries[i].vf, was->secondaries[i].vf);
		ck_assert_uint_eq(now->secondaries[i].queues, was->secondaries[i].queues);
		ck_assert_uint_eq(now->secondaries[i].interrupts, was->secondaries[i].interrupts);
		ck_assert_int_eq(now->secondaries[i].online, was->secondaries[i].online);
	}
	ck_assert_uint_eq(now->n_namespaces, was->n_namespaces);
	for (size_t i = 0; i < was->n_namespaces; i++)
		expect_namespace(&now->namespaces[i], &was->namespaces[i]);
	ck_assert_uint_eq(now->n_controllers, was->n_controllers);
	ck_assert_uint_eq(now->n_formats, was->n_formats);
	for (size_t i = 0; i < was->n_formats; i++)
		ck_assert_uint_eq(now->formats[i], was->formats[i]);
}

/* Everything that a drive may have. */
static struct drive *drive_full(void)
{
	struct drive *drive = drive_make();
	struct drive_namespace *namespace = drive_make_namespace(drive, 1);

	namespace->nguid = string_copy("00112233445566778899aabbccddeeff");
	namespace->eui64 = string_copy("0025385b71b00001");
	namespace->shared = true;
	namespace_attach(namespace, 3);
	namespace = drive_make_namespace(drive, 9);
	namespace->block_bytes = 512;
	namespace->metadata_bytes = 8;
	namespace_detach(namespace, 1);
	free(namespace->uuid); /* it is told of what the controller has */
	namespace->uuid = NULL;
	drive->secondaries[2] =
		(struct secondary){ .cntlid = 9, .vf = 3, .queues = 4, .interrupts = 3, .online = true };
	drive->controllers = memory_new(2, sizeof(*drive->controllers));
	drive->n_controllers = 2;
	drive->controllers[1] = 0x1234;
	for (enum drive_number i = 0; i < N_DRIVE_NUMBERS; i++)
		if (!drive->numbers[i])
			drive->numbers[i] = i + 1;
	drive->numbers[D_CNTLID] = 1;
	return drive;
}

START_TEST(a_drive_comes_back_as_it_was)
{
	struct drive *drive = drive_full(), *again;
	unsigned asked;

	drive->subnqn = string_copy("nqn.2026-11.net.pawl:S1");
	again = taken_again(drive, &asked);
	expect_drive(again, drive);
	drive_free(drive);
	drive_free(again);
}
END_TEST

START_TEST(one_that_manages_nothing_tells_of_its_own_namespaces)
{
	struct drive *drive = drive_full(), *again;
	unsigned asked;

	drive->numbers[D_OACS] = 0;
	again = taken_again(drive, &asked);
	ck_assert_ptr_null(again->unknown);
	ck_assert_uint_eq(again->n_namespaces, 1);
	ck_assert_uint_eq(again->n_secondaries, 0);
	ck_assert_uint_eq(again->numbers[D_VQFRT], 0);
	drive_free(drive);
	drive_free(again);
}
END_TEST

/* Its formats are then those that its first namespace tells. */
START_TEST(one_without_formats_is_known_all_the_same)
{
	struct drive *drive = drive_full(), *again;
	unsigned asked;

	drive->n_formats = 0;
	again = taken_again(drive, &asked);
	drive->n_formats = 1;
	drive->formats[0] = drive->namespaces[0].block_bytes;
	expect_drive(again, drive);
	drive_free(drive);
	drive_free(again);
}
END_TEST

/* Six, and three for each namespace. */
START_TEST(a_drive_is_known_by_few_commands)
{
	struct drive *drive = drive_full(), *again;
	unsigned asked;

	free(drive->secondaries);
	drive->n_secondaries = 127;
	drive->secondaries = memory_new(127, sizeof(*drive->secondaries));
	free(drive->controllers);
	drive->n_controllers = 128;
	drive->controllers = memory_new(128, sizeof(*drive->controllers));
	for (uint16_t i = 0; i < 127; i++) {
		drive->secondaries[i] = (struct secondary){ .cntlid = i + 2, .vf = i + 1 };
		drive->controllers[i + 1] = i + 2;
	}
	drive->controllers[0] = 1;
	again = taken_again(drive, &asked);
	ck_assert_uint_eq(again->n_secondaries, 127);
	ck_assert_uint_le(asked, 6 + 3 * drive->n_namespaces);
	drive_free(drive);
	drive_free(again);
}
END_TEST

/* A list has 2,047 of them: 12h and 13h are read on, whether the last one is full or not. */
START_TEST(many_controllers_have_a_namespace)
{
	enum { MANY = 2 * NVME_ID_CTRL_LIST_MAX };
	struct drive *drive = drive_full(), *again;
	unsigned asked;

	free(drive->controllers);
	drive->controllers = memory_new(MANY, sizeof(*drive->controllers));
	drive->n_controllers = MANY;
	for (uint16_t i = 0; i < MANY; i++) {
		drive->controllers[i] = i + 1;
		if (i < 3000)
			namespace_attach(drive_namespace(drive, 9), i + 1);
	}
	again = taken_again(drive, &asked);
	expect_drive(again, drive);
	ck_assert_uint_eq(again->controllers[MANY - 1], MANY);
	drive_free(drive);
	drive_free(again);
}
END_TEST

START_TEST(pages_that_it_does_not_have_are_refused)
{
	static const struct {
		uint32_t cns, nsid;
		int status;
	} cases[] = {
		{ 0x7f, 0, NVME_INVALID_FIELD },
		{ 0x11, 0, NVME_INVALID_NAMESPACE },
		{ 0x11, 33, NVME_INVALID_NAMESPACE },
		{ 0x11, 2, 0 },
		{ 0x03, 0, NVME_INVALID_NAMESPACE },
		{ 0x03, 33, NVME_INVALID_NAMESPACE },
		{ 0x03, 2, NVME_INVALID_FIELD },
		{ 0x03, 4, NVME_INVALID_FIELD },
		{ 0x03, 5, 0 },
		{ 0x00, 4, 0 },
		{ 0x12, 2, NVME_INVALID_FIELD },
	};
	struct drive *drive = drive_make();
	struct nvme_page page;

	namespace_detach(drive_make_namespace(drive, 4), 1);
	drive_make_namespace(drive, 5);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct nvme_command command = {
			.cdw10 = cases[i].cns, .nsid = cases[i].nsid, .data = page.data, .length = NVME_PAGE
		};

		ck_assert_int_eq(drive_identify(drive, &command), cases[i].status);
		command.length = 512;
		ck_assert_int_eq(drive_identify(drive, &command), NVME_INVALID_FIELD);
	}
	drive_free(drive);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_drive_comes_back_as_it_was);
	tcase_add_test(tests, one_that_manages_nothing_tells_of_its_own_namespaces);
	tcase_add_test(tests, one_without_formats_is_known_all_the_same);
	tcase_add_test(tests, a_drive_is_known_by_few_commands);
	tcase_add_test(tests, many_controllers_have_a_namespace);
	tcase_add_test(tests, pages_that_it_does_not_have_are_refused);
}

int main(void)
{
	return suite_run("nvme_pages_make", tests_add);
}

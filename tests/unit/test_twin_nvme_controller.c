/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A controller of the twin, command by command: what OP_NVME has no path for. */
#include "../../src/host/twin_nvme.h"
#include "drive_fixture.h"
#include "identify.h"
#include "suite.h"

static struct twin *twin;
static struct function *pf;
static struct controller controller;

/* One drive and nothing else. */
static void start(void)
{
	struct survey world = { 0 };

	pf = survey_add(&world, "0000:03:00.0");
	pf->drive = drive_make();
	twin = twin_new(&world, NULL);
	controller = (struct controller){ .twin = twin, .pf = pf };
}

static void stop(void)
{
	host_free(twin_host(twin));
}

static void model_set(const char *model)
{
	reading_free(&pf->identity[I_NVME_MODEL]);
	identify(pf, I_NVME_MODEL, model);
}

static int assign(uint32_t cntlid, uint32_t number)
{
	struct nvme_command command = { .opcode = 0x1c, .cdw10 = cntlid << 16 | 8, .cdw11 = number };

	return controller_submit(&controller.door, &command);
}

static void allot(const char *model, uint32_t number)
{
	struct nvme_command command = { .opcode = 0x1c, .cdw10 = 1u << 16 | 1, .cdw11 = number };

	model_set(model);
	ck_assert_int_eq(controller_submit(&controller.door, &command), 0);
	ck_assert_uint_eq(command.result, number);
}

START_TEST(what_the_primary_is_allotted_it_gets_at_a_reset)
{
	allot("any", 9);
	ck_assert_uint_eq(pf->drive->numbers[D_VQRFAP], 0);
	controller_reset(twin, pf, RESET_CONTROLLER);
	ck_assert_uint_eq(pf->drive->numbers[D_VQRFAP], 9);
	ck_assert_int_eq(assign(2, 3), 0);
	ck_assert_int_eq(assign(3, 1), NVME_INVALID_COUNT);
	allot("QEMU NVMe Ctrl", 0);
	controller_reset(twin, pf, RESET_CONTROLLER);
	ck_assert_uint_eq(pf->drive->numbers[D_VQRFAP], 9);
	controller_reset(twin, pf, RESET_FUNCTION);
	ck_assert_uint_eq(pf->drive->numbers[D_VQRFAP], 0);
}
END_TEST

START_TEST(the_primary_is_allotted_what_there_is)
{
	static const struct {
		uint32_t cdw10, cdw11;
		int status;
	} cases[] = {
		{ 2u << 16 | 1, 1, NVME_INVALID_CONTROLLER },
		{ 1u << 16 | 1, 13, NVME_INVALID_COUNT },
		{ 1u << 16 | 1, 11, NVME_INVALID_RESOURCE },
		{ 1u << 16 | 2u << 8 | 1, 1, NVME_INVALID_RESOURCE },
		{ 1u << 16 | 9, 0, NVME_INVALID_CONTROLLER },
		{ 1u << 16 | 3, 0, NVME_INVALID_FIELD },
	};

	ck_assert_int_eq(assign(2, 2), 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct nvme_command command = {
			.opcode = 0x1c, .cdw10 = cases[i].cdw10, .cdw11 = cases[i].cdw11
		};

		ck_assert_int_eq(controller_submit(&controller.door, &command), cases[i].status);
	}
}
END_TEST

START_TEST(an_unknown_controller_is_none)
{
	static const uint32_t actions[] = { 7, 8, 9 };

	for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++) {
		struct nvme_command command = { .opcode = 0x1c, .cdw10 = 1u << 16 | actions[i] };

		ck_assert_int_eq(controller_submit(&controller.door, &command), NVME_INVALID_CONTROLLER);
	}
}
END_TEST

/* Where the list has the state of its first entry: 5.17.2.15. */
static unsigned state_of_first(void)
{
	_Alignas(uint64_t) unsigned char page[NVME_PAGE];
	struct nvme_command command = { .opcode = 6, .cdw10 = 0x15, .data = page, .length = sizeof(page) };

	ck_assert_int_eq(controller_submit(&controller.door, &command), 0);
	return page[32 + 4];
}

START_TEST(an_es3000_has_a_number_for_offline)
{
	ck_assert_uint_eq(state_of_first(), 0);
	model_set("HWE62P443T8L005N");
	ck_assert_uint_eq(state_of_first(), 2);
	pf->drive->secondaries[0].online = true;
	ck_assert_uint_eq(state_of_first(), 1);
}
END_TEST

/*
 * Status 10Ah (5.23.1) of a format that the drive has not, and of one with metadata, which pawl never asks
 * for. NSZE, NCAP and FLBAS have the places of Identify Namespace.
 */
START_TEST(a_namespace_of_no_format_is_not_made)
{
	static const unsigned char formats[] = { 1, 7 };

	for (size_t i = 0; i < sizeof(formats); i++) {
		_Alignas(uint64_t) unsigned char data[NVME_PAGE] = { [0] = 8, [8] = 8, [26] = formats[i] };
		struct nvme_command command = { .opcode = 0x0d, .data = data, .length = sizeof(data) };

		ck_assert_int_eq(controller_submit(&controller.door, &command), NVME_INVALID_FORMAT);
	}
	ck_assert_uint_eq(pf->drive->n_namespaces, 0);
}
END_TEST

START_TEST(other_commands_are_refused)
{
	struct nvme_command command = { .opcode = 0x80 };

	ck_assert_int_eq(controller_submit(&controller.door, &command), NVME_INVALID_OPCODE);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, what_the_primary_is_allotted_it_gets_at_a_reset);
	tcase_add_test(tests, the_primary_is_allotted_what_there_is);
	tcase_add_test(tests, an_unknown_controller_is_none);
	tcase_add_test(tests, an_es3000_has_a_number_for_offline);
	tcase_add_test(tests, a_namespace_of_no_format_is_not_made);
	tcase_add_test(tests, other_commands_are_refused);
}

int main(void)
{
	return suite_run("twin_nvme_controller", tests_add);
}

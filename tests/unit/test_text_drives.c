/* SPDX-License-Identifier: GPL-2.0-or-later */
/* NVMe drives as tables, as wide as there is room. */
#include "../../src/cli/chosen.h"
#include "../../src/cli/print.h"
#include "identify.h"
#include "nvme.h"
#include "suite.h"
#include <stdlib.h>
#include <string.h>

static struct survey survey;
static struct text text;

static struct function *add_vf(struct function *pf, size_t number)
{
	AUTO_FREE char *address = text_print("0000:a1:00.%zu", number + 1);

	survey_link_virtfn(pf, number, survey_add(&survey, address));
	return pf->virtfn[number];
}

static void add_namespace(struct drive *drive, uint32_t nsid, uint64_t blocks, uint16_t controller)
{
	struct drive_namespace *namespace = drive_add_namespace(drive, nsid);

	namespace->blocks = blocks;
	namespace->block_bytes = 4096;
	if (controller)
		namespace_attach(namespace, controller);
}

/* Queues alone, the first VF is controller 2, and four of the six VFs that could be are there. */
static struct drive *make_drive(void)
{
	struct drive *drive = drive_new();

	drive->numbers[D_CNTLID] = 1;
	drive->numbers[D_OACS] = OACS_VIRTUALIZATION | OACS_NAMESPACES;
	drive->numbers[D_TNVMCAP] = UINT64_C(3840755982336);
	drive->numbers[D_UNVMCAP] = UINT64_C(2999999999999);
	drive->numbers[D_NN] = 128;
	drive->numbers[D_CRT] = CRT_QUEUES;
	drive->numbers[D_VQFRT] = 64;
	drive->numbers[D_VQRFA] = 16;
	drive->numbers[D_VQRFAP] = 8;
	drive->numbers[D_VQFRSM] = 12;
	drive->n_secondaries = 6;
	drive->secondaries = memory_new(6, sizeof(*drive->secondaries));
	for (uint16_t i = 0; i < 6; i++)
		drive->secondaries[i] = (struct secondary){
			.cntlid = i + 2, .vf = i + 1, .queues = i < 2 ? 8 : 0, .online = i < 2
		};
	return drive;
}

static void start(void)
{
	struct function *pf = survey_add(&survey, "0000:a1:00.0");

	pf->drive = make_drive();
	identify(pf, I_NVME_MODEL, "HWE62P443T8L005N");
	for (size_t i = 0; i < 4; i++)
		add_vf(pf, i);
	drives_tell(&survey);
}

static void stop(void)
{
	survey_free(&survey);
	text_free(&text);
	survey = (struct survey){ 0 };
}

static const char *show(const char *selector, unsigned width)
{
	const char *words[] = { selector, NULL };
	struct chosen chosen;
	struct report report = { 0 };

	text_free(&text);
	ck_assert_int_eq(chosen_make(&chosen, words, NULL, &report), 0);
	drives_print(&survey, &chosen, width, &text);
	chosen_free(&chosen);
	return text_string(&text);
}

static struct drive *drive(void)
{
	return survey.functions[0]->drive;
}

#define SHOWS(selector, width, words)                                                                        \
	ck_assert_msg(                                                                                       \
		strstr(show(selector, width), words) != NULL, "%s\nlacks: %s", text_string(&text), words)

START_TEST(what_is_given_and_left_is_shown_where_there_is_room)
{
	SHOWS(NULL, 0,
		"3.49 TiB  2.72 TiB  0 of 128    16 of 64, 40 left, 8 its own, at most 12 a VF  2 of 4\n");
	SHOWS(NULL, 80, "3.49 TiB  2.72 TiB  16 of 64      2 of 4\n");
	SHOWS("a1:00.0", 80, "16 of 64, 40 left");
	drive()->numbers[D_VQGRAN] = 4;
	SHOWS(NULL, 0, "8 its own, at most 12 a VF, best by 4  2 of 4\n");
	ck_assert_ptr_null(strstr(show(NULL, 0), "INTERRUPTS"));
	ck_assert_ptr_null(strstr(show(NULL, 0), "NAMESPACE "));
}
END_TEST

START_TEST(who_shares_nothing_and_tells_no_capacity_has_no_such_columns)
{
	drive()->numbers[D_OACS] = 0;
	drive()->numbers[D_TNVMCAP] = 0;
	ck_assert_ptr_null(strstr(show(NULL, 0), "QUEUES"));
	ck_assert_ptr_null(strstr(show(NULL, 0), "CAPACITY"));
	ck_assert_ptr_null(strstr(show(NULL, 0), "NAMESPACES"));
	ck_assert_ptr_nonnull(strstr(show(NULL, 0), "HWE62P443T8L005N"));
}
END_TEST

START_TEST(namespaces_that_are_alike_share_a_row_unless_one_asks)
{
	add_namespace(drive(), 1, 1 << 18, 1);
	for (uint32_t i = 0; i < 4; i++)
		add_namespace(drive(), i + 2, 1 << 20, (uint16_t)(i + 2));
	add_namespace(drive(), 9, 1 << 20, 0);
	SHOWS(NULL, 0, "1          1 GiB       4096 B  1           itself\n");
	SHOWS(NULL, 0, "2-5        4 GiB each  4096 B  2-5         vf.[0-3]\n");
	SHOWS(NULL, 0, "9          4 GiB       4096 B  -\n");
	SHOWS("a1:00.0", 0, "3          4 GiB  4096 B  3           vf.1\n");
}
END_TEST

START_TEST(a_shared_one_goes_to_several_and_to_whom_nobody_knows)
{
	struct drive_namespace *namespace;

	add_namespace(drive(), 1, 1 << 18, 1);
	namespace = drive_namespace(drive(), 1);
	namespace->shared = true;
	namespace->metadata_bytes = 8;
	namespace->eui64 = string_copy("286ed40000000001");
	namespace_attach(namespace, 2);
	namespace_attach(namespace, 40);
	SHOWS(NULL, 0, "4096+8 B  1-2,40      itself, vf.0, controller 40  yes     eui.286ed40000000001\n");
	ck_assert_ptr_null(strstr(show(NULL, 80), "eui."));
}
END_TEST

START_TEST(no_line_is_wider_than_the_terminal)
{
	add_namespace(drive(), 1, 1 << 18, 1);
	AUTO_FREE char *lines = string_copy(show(NULL, 40));
	char *rest = NULL;

	for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		ck_assert_uint_le(text_columns(line), 40);
}
END_TEST

START_TEST(what_is_not_known_is_said_and_nothing_else)
{
	drive()->unknown = string_copy("it did not \033answer");
	ck_assert_str_eq(show(NULL, 0), "not known of the drive 0000:a1:00.0: it did not \\x1banswer\n");
	ck_assert_str_eq(show("a1:00.2", 0), "");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, what_is_given_and_left_is_shown_where_there_is_room);
	tcase_add_test(tests, who_shares_nothing_and_tells_no_capacity_has_no_such_columns);
	tcase_add_test(tests, namespaces_that_are_alike_share_a_row_unless_one_asks);
	tcase_add_test(tests, a_shared_one_goes_to_several_and_to_whom_nobody_knows);
	tcase_add_test(tests, no_line_is_wider_than_the_terminal);
	tcase_add_test(tests, what_is_not_known_is_said_and_nothing_else);
}

int main(void)
{
	return suite_run("text_drives", tests_add);
}

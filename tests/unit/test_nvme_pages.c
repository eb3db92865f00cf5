/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pages of Identify become a drive: places as the specification has them, and pages that are none. */
#include "../../src/host/nvme_pages.h"
#include "suite.h"
#include <string.h>

static struct nvme_page *page_new(uint32_t cns, uint32_t nsid)
{
	struct nvme_page *page = memory_new(1, sizeof(*page));

	page->cns = cns;
	page->nsid = nsid;
	return page;
}

/* The drive of one page; the page is gone. */
static struct drive *drive_of(struct nvme_page *page)
{
	struct drive *drive = drive_new();

	ck_assert_int_eq(drive_take(drive, page, sizeof(*page)), 0);
	free(page);
	return drive;
}

/* Offsets: NVM Express Base Specification 2.0, figure 275. */
START_TEST(numbers_of_the_controller_stand_where_the_specification_has_them)
{
	struct nvme_page *page = page_new(0x01, 0);
	struct drive *drive;

	page->data[78] = 0x34;
	page->data[79] = 0x12;
	page->data[256] = 0x88;
	page->data[280 + 1] = 0x10;
	page->data[280 + 9] = 0xff; /* more than 16 EiB */
	page->data[296] = 7;
	page->data[516] = 32;
	drive = drive_of(page);
	ck_assert_uint_eq(drive->numbers[D_CNTLID], 0x1234);
	ck_assert_uint_eq(drive->numbers[D_OACS], 0x88);
	ck_assert_uint_eq(drive->numbers[D_TNVMCAP], 0x1000);
	ck_assert_uint_eq(drive->numbers[D_UNVMCAP], 7);
	ck_assert_uint_eq(drive->numbers[D_NN], 32);
	drive_free(drive);
}
END_TEST

static void expect_subnqn(const char *told, const char *is)
{
	struct nvme_page *page = page_new(0x01, 0);
	struct drive *drive;

	memcpy(page->data + 768, told, strlen(told));
	drive = drive_of(page);
	ck_assert_pstr_eq(drive->subnqn, is);
	drive_free(drive);
}

/* Bytes 1023:768 of the same figure; 4.5 says what a name is. */
START_TEST(of_the_subsystems_name_what_is_none_is_not_taken)
{
	char longest[257] = "nqn.";

	expect_subnqn("nqn.2026-11.net.pawl:S1", "nqn.2026-11.net.pawl:S1");
	expect_subnqn("", NULL);
	expect_subnqn("uuid:1", NULL);
	expect_subnqn("nqn.2026-11.net.pawl:S1\n", NULL);
	expect_subnqn("nqn.2026-11.net.pawl:S1   ", NULL);
	memset(longest + 4, 'x', 223 - 4);
	expect_subnqn(longest, longest);
	memset(longest + 4, 'x', 256 - 4);
	expect_subnqn(longest, NULL);
}
END_TEST

/* 5.17.2.14. */
START_TEST(capabilities_of_the_primary_stand_where_the_specification_has_them)
{
	struct nvme_page *page = page_new(0x14, 0);
	static const unsigned char at[] = { 4, 32, 36, 40, 42, 44, 46, 64, 68, 72, 74, 76, 78 };
	struct drive *drive;

	for (size_t i = 0; i < sizeof(at); i++)
		page->data[at[i]] = (unsigned char)(i + 1);
	drive = drive_of(page);
	for (enum drive_number i = D_CRT; i <= D_VIGRAN; i++)
		ck_assert_uint_eq(drive->numbers[i], i - D_CRT + 1);
	drive_free(drive);
}
END_TEST

/* 5.17.2.15; an ES3000 has 02h for one that is offline. */
START_TEST(secondary_controllers_are_read)
{
	struct nvme_page *page = page_new(0x15, 0);
	struct drive *drive;

	page->data[0] = 2;
	page->data[32] = 2; /* SCID */
	page->data[36] = 1; /* SCS */
	page->data[40] = 1; /* VFN */
	page->data[42] = 8; /* NVQ */
	page->data[44] = 9; /* NVI */
	page->data[64] = 3;
	page->data[68] = 2;
	drive = drive_of(page);
	ck_assert_uint_eq(drive->n_secondaries, 2);
	ck_assert_uint_eq(drive->secondaries[0].cntlid, 2);
	ck_assert_uint_eq(drive->secondaries[0].vf, 1);
	ck_assert_uint_eq(drive->secondaries[0].queues, 8);
	ck_assert_uint_eq(drive->secondaries[0].interrupts, 9);
	ck_assert(drive->secondaries[0].online);
	ck_assert(!drive->secondaries[1].online);
	drive_free(drive);
}
END_TEST

/* At 0 in the entry is its id, at 8 its VF; 0 is none, and so may several have it. */
START_TEST(a_list_in_which_two_are_one_is_not_known)
{
	static const struct {
		unsigned char id[2], vf[2];
		bool clash;
	} rows[] = {
		{ { 2, 3 }, { 1, 2 }, false },
		{ { 2, 3 }, { 0, 0 }, false },
		{ { 2, 2 }, { 1, 2 }, true },
		{ { 2, 3 }, { 2, 2 }, true },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct nvme_page *page = page_new(0x15, 0);
		struct drive *drive;

		page->data[0] = 2;
		for (size_t k = 0; k < 2; k++) {
			page->data[32 * (k + 1)] = rows[i].id[k];
			page->data[32 * (k + 1) + 8] = rows[i].vf[k];
		}
		drive = drive_of(page);
		ck_assert_msg((drive->unknown != NULL) == rows[i].clash, "row %zu", i);
		drive_free(drive);
	}
}
END_TEST

START_TEST(a_list_that_says_more_than_it_may_is_read_to_its_end)
{
	struct nvme_page *page = page_new(0x15, 0);
	struct drive *drive;

	page->data[0] = 255;
	drive = drive_of(page);
	ck_assert_uint_eq(drive->n_secondaries, 127);
	drive_free(drive);
	page = page_new(0x13, 0);
	memset(page->data, 0xff, sizeof(page->data));
	drive = drive_of(page);
	ck_assert_uint_eq(drive->n_controllers, 2047);
	drive_free(drive);
}
END_TEST

/* A namespace is known by a list first. Descriptors: 5.17.2.3. */
static struct drive *drive_with_namespace(struct nvme_page *page)
{
	struct nvme_page both[2] = { { .cns = 0x10 } };
	struct drive *drive = drive_new();

	both[0].data[0] = 1;
	both[1] = *page;
	free(page);
	ck_assert_int_eq(drive_take(drive, both, sizeof(both)), 0);
	ck_assert_uint_eq(drive->n_namespaces, 1);
	return drive;
}

START_TEST(a_descriptor_that_runs_over_the_page_is_none)
{
	struct nvme_page *page = page_new(0x03, 1);
	struct drive *drive;

	page->data[0] = 9; /* of no kind that is known */
	page->data[1] = 255;
	page->data[259] = 3; /* UUID */
	page->data[260] = 16;
	memset(page->data + 263, 0xab, 16);
	drive = drive_with_namespace(page);
	ck_assert_str_eq(drive->namespaces[0].uuid, "abababababababababababababababab");
	drive_free(drive);
	page = page_new(0x03, 1);
	memset(page->data, 0xff, sizeof(page->data));
	drive = drive_with_namespace(page);
	ck_assert_ptr_null(drive->namespaces[0].uuid);
	drive_free(drive);
}
END_TEST

/* The format's number beyond 15 stands in two more bits: 5.17.2.1, FLBAS. */
START_TEST(a_namespace_has_the_blocks_of_its_format)
{
	struct nvme_page *page = page_new(0x11, 1);
	struct drive *drive;

	page->data[1] = 1;            /* 256 blocks */
	page->data[26] = 0x22;        /* format 18 */
	page->data[30] = 1;           /* shared */
	page->data[128 + 18 * 4] = 8; /* bytes of metadata */
	page->data[128 + 18 * 4 + 2] = 12;
	page->data[120] = 0xee; /* EUI64 */
	drive = drive_with_namespace(page);
	ck_assert_uint_eq(drive->namespaces[0].blocks, 256);
	ck_assert_uint_eq(drive->namespaces[0].block_bytes, 4096);
	ck_assert_uint_eq(drive->namespaces[0].metadata_bytes, 8);
	ck_assert(drive->namespaces[0].shared);
	ck_assert_str_eq(drive->namespaces[0].eui64, "ee00000000000000");
	ck_assert_ptr_null(drive->namespaces[0].nguid);
	drive_free(drive);
}
END_TEST

START_TEST(a_page_that_is_refused_is_not_known)
{
	struct nvme_page *page = page_new(0x15, 0);
	struct drive *drive;

	page->status = NVME_INVALID_FIELD;
	drive = drive_of(page);
	ck_assert_str_eq(drive->unknown,
		"it refuses page 15h of Identify: status 002h, Invalid Field in Command (type 0h, code 02h)");
	drive_free(drive);
	page = page_new(0x13, 0);
	page->status = NVME_INVALID_FIELD;
	drive = drive_of(page);
	ck_assert_ptr_null(drive->unknown);
	drive_free(drive);
}
END_TEST

/* A drive may know no such page; one that is refused for the moment it has. */
START_TEST(only_a_page_that_the_drive_has_not_is_spared)
{
	static const struct {
		uint32_t cns;
		int status;
		bool spared;
	} rows[] = {
		{ 0x03, NVME_INVALID_FIELD, true },
		{ 0x03, NVME_INVALID_NAMESPACE, true },
		{ 0x03, NVME_INTERRUPTED, false },
		{ 0x13, NVME_INVALID_OPCODE, true },
		{ 0x13, NVME_INTERNAL_ERROR, false },
		{ 0x12, NVME_INVALID_FIELD, false },
		{ 0x12, NVME_INTERRUPTED, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct nvme_page *page = page_new(rows[i].cns, 1);
		struct drive *drive;

		page->status = rows[i].status;
		drive = drive_of(page);
		ck_assert_msg((drive->unknown == NULL) == rows[i].spared, "row %zu: %s", i, drive->unknown);
		drive_free(drive);
	}
}
END_TEST

START_TEST(what_is_no_page_is_refused)
{
	struct drive *drive = drive_new();

	ck_assert_int_eq(drive_take(drive, "", 0), -1);
	ck_assert_int_eq(drive_take(drive, "page", 4), -1);
	drive_free(drive);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, numbers_of_the_controller_stand_where_the_specification_has_them);
	tcase_add_test(tests, of_the_subsystems_name_what_is_none_is_not_taken);
	tcase_add_test(tests, capabilities_of_the_primary_stand_where_the_specification_has_them);
	tcase_add_test(tests, secondary_controllers_are_read);
	tcase_add_test(tests, a_list_in_which_two_are_one_is_not_known);
	tcase_add_test(tests, a_list_that_says_more_than_it_may_is_read_to_its_end);
	tcase_add_test(tests, a_descriptor_that_runs_over_the_page_is_none);
	tcase_add_test(tests, a_namespace_has_the_blocks_of_its_format);
	tcase_add_test(tests, a_page_that_is_refused_is_not_known);
	tcase_add_test(tests, only_a_page_that_the_drive_has_not_is_spared);
	tcase_add_test(tests, what_is_no_page_is_refused);
}

int main(void)
{
	return suite_run("nvme_pages", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* OP_NVME as admin commands: which are sent for what is asked, and what becomes of their answers. */
#include "../../src/host/nvme_pages.h"
#include "drive_fixture.h"
#include "suite.h"
#include <endian.h>
#include <errno.h>

#define PF   "0000:a1:00.0"
#define WORD "7:1000x4096:uuid.7061776c6c6148628d78383600000101"

/* Answers Identify from its drive, and keeps the last of all other commands; `status` is for them. */
struct recorder {
	struct nvme_door door;
	struct drive *drive;
	struct nvme_command last;
	unsigned char data[NVME_PAGE];
	unsigned n;
	int status, identify;
	uint32_t cns; /* `identify` is the status of this page, or the error of all */
	uint32_t result;
	uint32_t oaes;
	uint16_t told; /* the controller whose driver was told to look; 0: none */
	bool lonely;   /* it tells nothing that all namespaces share */
};
static struct recorder recorder;

static int identify(const struct recorder *own, struct nvme_command *command)
{
	int status = drive_identify(own->drive, command);

	if ((command->cdw10 & 0xff) == NVME_IDENTIFY_CNS_CTRL)
		((struct nvme_id_ctrl *)command->data)->oaes = htole32(own->oaes);
	return status;
}

static void note_rescan(struct nvme_door *door, uint16_t cntlid)
{
	((struct recorder *)door)->told = cntlid;
}

static int record(struct nvme_door *door, struct nvme_command *command)
{
	struct recorder *own = (struct recorder *)door;

	if (command->opcode == nvme_admin_identify && own->lonely && command->nsid == ALL_NAMESPACES)
		return NVME_INVALID_NAMESPACE;
	if (command->opcode == nvme_admin_identify && own->identify &&
		(own->identify < 0 || own->cns == (command->cdw10 & 0xff)))
		return own->identify;
	if (command->opcode == nvme_admin_identify)
		return identify(own, command);
	own->n++;
	own->last = *command;
	if (command->data)
		memcpy(own->data, command->data, command->length);
	command->result = own->result;
	return own->status;
}

static void start(void)
{
	recorder = (struct recorder){ .door.submit = record, .drive = drive_make() };
}

static void stop(void)
{
	drive_free(recorder.drive);
}

static void expect(const char *path, const char *in, int error, const char *said)
{
	AUTO_TEXT struct text out = { 0 };

	ck_assert_int_eq(nvme_operate(&recorder.door, path, in, &out), error);
	ck_assert_str_eq(text_string(&out), said);
}

static void expect_error(const char *path, const char *in)
{
	AUTO_TEXT struct text out = { 0 };

	ck_assert_msg(nvme_operate(&recorder.door, path, in, &out) != 0, "%s: %s", path, text_string(&out));
	ck_assert_uint_gt(out.length, 0);
}

static void expect_order(unsigned opcode, uint32_t nsid, uint32_t cdw10, uint32_t cdw11)
{
	ck_assert_uint_eq(recorder.n, 1);
	ck_assert_uint_eq(recorder.last.opcode, opcode);
	ck_assert_uint_eq(recorder.last.nsid, nsid);
	ck_assert_uint_eq(recorder.last.cdw10, cdw10);
	ck_assert_uint_eq(recorder.last.cdw11, cdw11);
	recorder.n = 0;
}

/* 5.24, figure 321: the controller, what kind of resources, the action. */
START_TEST(a_setting_is_one_command_to_the_controller_of_the_list)
{
	recorder.drive->secondaries[1].cntlid = 0x41;
	recorder.result = 3;
	expect(NVME_DRIVES PF "/1/queues", "3", 0, "");
	expect_order(0x1c, 0, 0x410008, 3);
	expect(NVME_DRIVES PF "/1/interrupts", "3", 0, "");
	expect_order(0x1c, 0, 0x410108, 3);
	expect(NVME_DRIVES PF "/1/online", "true", 0, "");
	expect_order(0x1c, 0, 0x410009, 0);
	expect(NVME_DRIVES PF "/1/online", "false", 0, "");
	expect_order(0x1c, 0, 0x410007, 0);
}
END_TEST

START_TEST(a_setting_is_read_from_the_list)
{
	recorder.drive->secondaries[1] =
		(struct secondary){ .cntlid = 9, .vf = 2, .queues = 4, .interrupts = 3, .online = true };
	expect(NVME_DRIVES PF "/1/queues", NULL, 0, "4");
	expect(NVME_DRIVES PF "/1/interrupts", NULL, 0, "3");
	expect(NVME_DRIVES PF "/1/online", NULL, 0, "true");
	expect(NVME_DRIVES PF "/0/online", NULL, 0, "false");
	expect(NVME_DRIVES PF "/4/online", NULL, ENOENT, "none of its secondary controllers is that of VF 4");
	ck_assert_uint_eq(recorder.n, 0);
}
END_TEST

START_TEST(a_refusal_says_where_what_and_the_status)
{
	recorder.status = NVME_INVALID_COUNT;
	expect(NVME_DRIVES PF "/0/queues", "9", ERANGE,
		"sys/bus/pci/devices/" PF "/nvme\ncontroller 2, Virtualization Management, queues 9: "
		"status 121h, Invalid Number of Controller Resources (type 1h, code 21h)");
	recorder.status = -EINTR;
	expect(NVME_DRIVES PF "/0/online", "true", EINTR,
		"sys/bus/pci/devices/" PF "/nvme\ncontroller 2, Virtualization Management, online true: "
		"the drive did not answer, and the kernel resets it");
}
END_TEST

START_TEST(fewer_than_asked_for_is_refused)
{
	recorder.result = 2;
	expect(NVME_DRIVES PF "/0/queues", "3", ERANGE,
		"sys/bus/pci/devices/" PF "/nvme\ncontroller 2, Virtualization Management, queues 3: "
		"it gave 2");
}
END_TEST

START_TEST(no_command_is_sent_for_what_is_no_value)
{
	expect(NVME_DRIVES PF "/0/queues", "three", EINVAL, "");
	expect(NVME_DRIVES PF "/0/online", "yes", EINVAL, "");
	expect(NVME_DRIVES PF, "3", EINVAL, "");
	expect(NVME_DRIVES PF "/0/mac", "3", ENOSYS, "");
	expect(NVME_DRIVES "eth0", NULL, ENOSYS, "");
	ck_assert_uint_eq(recorder.n, 0);
}
END_TEST

START_TEST(a_drive_that_goes_away_is_an_error)
{
	static const char said[] = "it does not take Identify: No such device";
	static const char *const reads[] = { PF "/0/queues", PF, PF "/ns/db", PF "/namespace/7",
		PF "/namespace/" WORD, PF "/primary" };

	recorder.identify = -ENODEV;
	for (size_t i = 0; i < sizeof(reads) / sizeof(reads[0]); i++) {
		AUTO_FREE char *path = text_print(NVME_DRIVES "%s", reads[i]);

		expect(path, NULL, ENODEV, said);
	}
	expect(NVME_DRIVES PF "/0/queues", "2", ENODEV, said);
	expect(NVME_DRIVES PF "/ns/db", "delete:" WORD, ENODEV, said);
	expect(NVME_DRIVES PF "/ns/db", "create:256x512", ENODEV, said);
	expect(NVME_DRIVES PF "/namespace/" WORD, "attach:2", ENODEV, said);
	expect(NVME_DRIVES PF "/primary", "queues 0 interrupts 0", ENODEV, said);
	ck_assert_uint_eq(recorder.n, 0);
}
END_TEST

/* Which page, and what the drive says: an order has the errno of that, a read none that tells of locks. */
START_TEST(a_page_that_is_refused_is_an_error)
{
	static const struct {
		uint32_t cns;
		const char *path, *order;
	} rows[] = {
		{ 0x15, PF "/0/queues", "2" },
		{ 0x10, PF "/ns/db", NULL },
		{ 0x00, PF "/ns/db", "create:256x512" },
		{ 0x11, PF "/namespace/" WORD, "attach:2" },
		{ 0x12, PF "/ns/db", "delete:" WORD },
		{ 0x01, PF "/primary", "queues 0 interrupts 0" },
		{ 0x14, PF "/primary", "queues 0 interrupts 0" },
	};

	namespace_detach(drive_make_namespace(recorder.drive, 7), 1);
	recorder.identify = NVME_INTERRUPTED;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_FREE char *path = text_print(NVME_DRIVES "%s", rows[i].path), *said = NULL;

		recorder.cns = rows[i].cns;
		said = text_print("it refuses page %02xh of Identify: status 021h, Command Interrupted (type "
				  "0h, code 21h)",
			rows[i].cns);
		if (rows[i].order)
			expect(path, rows[i].order, EAGAIN, said);
		if (rows[i].cns)
			expect(path, NULL, EIO, said);
	}
	ck_assert_uint_eq(recorder.n, 0);
}
END_TEST

/* 5.17: a page holds 127 of the one and 1,024 of the other; who asks on gets the rest. */
START_TEST(lists_are_read_beyond_their_first_page)
{
	enum { SECONDARIES = 300, NAMESPACES = 2050 };
	AUTO_TEXT struct text out = { 0 }, listed = { 0 };
	struct drive *taken = drive_new(), *drive = recorder.drive;

	free(drive->secondaries);
	drive->n_secondaries = SECONDARIES;
	drive->secondaries = memory_new(SECONDARIES, sizeof(*drive->secondaries));
	for (uint16_t i = 0; i < SECONDARIES; i++)
		drive->secondaries[i] =
			(struct secondary){ .cntlid = i + 2, .vf = i + 1, .queues = i, .online = true };
	drive->numbers[D_NN] = NAMESPACES;
	for (uint32_t i = 1; i <= NAMESPACES; i++)
		drive_make_namespace(drive, i);
	ck_assert_int_eq(nvme_operate(&recorder.door, NVME_DRIVES PF, NULL, &out), 0);
	ck_assert_int_eq(drive_take(taken, out.bytes, out.length), 0);
	ck_assert_ptr_null(taken->unknown);
	ck_assert_uint_eq(taken->n_secondaries, SECONDARIES);
	ck_assert_uint_eq(drive_secondary(taken, 299)->cntlid, 301);
	ck_assert_uint_eq(taken->n_namespaces, NAMESPACES);
	expect(NVME_DRIVES PF "/299/queues", NULL, 0, "299");
	expect(NVME_DRIVES PF "/300/queues", NULL, ENOENT,
		"none of its secondary controllers is that of VF 300");
	ck_assert_int_eq(nvme_operate(&recorder.door, NVME_DRIVES PF "/ns/db", NULL, &listed), 0);
	ck_assert_ptr_nonnull(strstr(text_string(&listed), " 2050:"));
	drive_free(taken);
}
END_TEST

/* One that refuses what all of its namespaces share is asked for the first of them. */
START_TEST(formats_are_those_of_a_namespace_when_the_drive_tells_none)
{
	AUTO_TEXT struct text out = { 0 };
	struct drive *taken = drive_new();

	drive_make_namespace(recorder.drive, 3);
	recorder.lonely = true;
	ck_assert_int_eq(nvme_operate(&recorder.door, NVME_DRIVES PF, NULL, &out), 0);
	ck_assert_int_eq(drive_take(taken, out.bytes, out.length), 0);
	ck_assert_uint_eq(taken->n_formats, 3);
	ck_assert_uint_eq(taken->formats[2], 4096);
	expect(NVME_DRIVES PF "/ns/db", "create:256x4096", 0, "");
	ck_assert_uint_eq(recorder.data[26], 2);
	drive_remove_namespace(recorder.drive, 3);
	expect(NVME_DRIVES PF "/ns/db", "create:256x4096", EINVAL,
		"it has no blocks of 4096 B, but of none that it tells");
	drive_free(taken);
}
END_TEST

/* 5.23.1: where the size, the format and whether it is shared stand in what is handed over. */
START_TEST(a_namespace_is_made_of_a_format_of_that_size)
{
	recorder.result = 7; /* its number */
	expect(NVME_DRIVES PF "/ns/db", "create:256x4096s", 0, "7");
	expect_order(0x0d, 0, 0, 0);
	ck_assert_uint_eq(recorder.data[1], 1); /* NSZE and NCAP: 256 */
	ck_assert_uint_eq(recorder.data[9], 1);
	ck_assert_uint_eq(recorder.data[26], 2);
	ck_assert_uint_eq(recorder.data[30], 1);
	expect(NVME_DRIVES PF "/ns/db", "create:256x1024", EINVAL,
		"it has no blocks of 1024 B, but of 512 B, 4096 B");
	ck_assert_uint_eq(recorder.n, 0);
}
END_TEST

START_TEST(what_is_no_order_is_not_sent)
{
	static const char *const orders[] = { "delete:4294967295", "delete:3", "delete:4294967299", "erase:3",
		"create:100x512junk", "attach:2" };
	static const char *const of_one[] = { "attach:", "attach:65537", "delete:" WORD, "create:8x512" };

	drive_make_namespace(recorder.drive, 3);
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		expect(NVME_DRIVES PF "/ns/db", orders[i], EINVAL, "");
	for (size_t i = 0; i < sizeof(of_one) / sizeof(of_one[0]); i++)
		expect(NVME_DRIVES PF "/namespace/3", of_one[i], EINVAL, "");
	ck_assert_uint_eq(recorder.n, 0);
}
END_TEST

START_TEST(a_namespace_is_given_and_taken)
{
	expect(NVME_DRIVES PF "/namespace/7", "attach:513", 0, "");
	expect_order(0x15, 7, 0, 0);
	ck_assert_uint_eq(recorder.data[0], 1);
	ck_assert_uint_eq(recorder.data[2], 1);
	ck_assert_uint_eq(recorder.data[3], 2);
	recorder.status = NVME_PRIVATE;
	expect(NVME_DRIVES PF "/namespace/7", "detach:2", EPERM,
		"sys/bus/pci/devices/" PF "/nvme\nNamespace Attachment, detach controller 2, namespace 7: "
		"status 119h, Namespace Is Private (type 1h, code 19h)");
	expect_order(0x15, 7, 1, 0);
}
END_TEST

/* The last look before data is gone: who has it, has it mounted for all that is known. */
START_TEST(a_namespace_of_which_nobody_tells_who_has_it_is_not_removed)
{
	drive_make_namespace(recorder.drive, 7);
	recorder.cns = 0x12;
	recorder.identify = NVME_INTERRUPTED;
	expect_error(NVME_DRIVES PF "/ns/db", "delete:" WORD);
	expect_error(NVME_DRIVES PF "/namespace/" WORD, NULL);
	expect_error(NVME_DRIVES PF "/namespace/7", NULL);
	expect_error(NVME_DRIVES PF "/ns/db", NULL);
	ck_assert_uint_eq(recorder.n, 0);
	recorder.identify = 0;
	expect(NVME_DRIVES PF "/ns/db", "delete:" WORD, EADDRINUSE, "namespace 7 is attached to pf");
	/* a drive that has no VFs knows no list of them (5.17.1: Invalid Field) */
	recorder.drive->numbers[D_OACS] &= ~OACS_VIRTUALIZATION;
	recorder.cns = 0x15;
	recorder.identify = NVME_INVALID_FIELD;
	expect(NVME_DRIVES PF "/ns/db", "delete:" WORD, EADDRINUSE, "namespace 7 is attached to pf");
	namespace_detach(drive_namespace(recorder.drive, 7), 1);
	expect(NVME_DRIVES PF "/ns/db", "delete:" WORD, 0, "");
	expect_order(0x0d, 7, 1, 0);
}
END_TEST

START_TEST(who_has_a_namespace_is_told)
{
	namespace_attach(drive_make_namespace(recorder.drive, 7), 3);
	expect(NVME_DRIVES PF "/namespace/7", NULL, 0, "1 3");
	expect(NVME_DRIVES PF "/ns/db", NULL, 0, "7:1000x4096:uuid.7061776c6c6148628d78383600000101+");
}
END_TEST

/* Of a drive that gives notice (OAES bit 8) a driver hears by itself; of what is refused there is nothing. */
START_TEST(who_is_given_a_namespace_hears_of_it)
{
	recorder.door.rescan = note_rescan;
	recorder.oaes = 0x100;
	expect(NVME_DRIVES PF "/namespace/7", "attach:3", 0, "");
	ck_assert_uint_eq(recorder.told, 0);
	recorder.oaes = ~UINT32_C(0x100);
	expect(NVME_DRIVES PF "/namespace/7", "attach:3", 0, "");
	ck_assert_uint_eq(recorder.told, 3);
	expect(NVME_DRIVES PF "/namespace/7", "detach:2", 0, "");
	ck_assert_uint_eq(recorder.told, 2);
	recorder.status = NVME_PRIVATE;
	expect_error(NVME_DRIVES PF "/namespace/7", "attach:4");
	ck_assert_uint_eq(recorder.told, 2);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, who_is_given_a_namespace_hears_of_it);
	tcase_add_test(tests, a_setting_is_one_command_to_the_controller_of_the_list);
	tcase_add_test(tests, a_setting_is_read_from_the_list);
	tcase_add_test(tests, a_refusal_says_where_what_and_the_status);
	tcase_add_test(tests, fewer_than_asked_for_is_refused);
	tcase_add_test(tests, no_command_is_sent_for_what_is_no_value);
	tcase_add_test(tests, a_drive_that_goes_away_is_an_error);
	tcase_add_test(tests, a_page_that_is_refused_is_an_error);
	tcase_add_test(tests, lists_are_read_beyond_their_first_page);
	tcase_add_test(tests, formats_are_those_of_a_namespace_when_the_drive_tells_none);
	tcase_add_test(tests, a_namespace_is_made_of_a_format_of_that_size);
	tcase_add_test(tests, what_is_no_order_is_not_sent);
	tcase_add_test(tests, a_namespace_is_given_and_taken);
	tcase_add_test(tests, a_namespace_of_which_nobody_tells_who_has_it_is_not_removed);
	tcase_add_test(tests, who_has_a_namespace_is_told);
}

int main(void)
{
	return suite_run("nvme_operate", tests_add);
}

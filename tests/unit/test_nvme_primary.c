/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the primary controller holds itself: read, given back by commands and one reset, refused in words. */
#include "../../src/host/nvme_pages.h"
#include "drive_fixture.h"
#include "suite.h"
#include <errno.h>

#define PF      "0000:a1:00.0"
#define PRIMARY NVME_DRIVES PF "/primary"

/* Takes what is allotted at the reset; `told` has each command and reset. */
static struct recorder {
	struct nvme_door door;
	struct drive *drive;
	struct text told;
	int status, reset;
	int refuses_interrupts; /* the status, when queues are taken; 0: it takes both */
	uint32_t missing;       /* of what it was asked for */
} recorder;

static int record(struct nvme_door *door, struct nvme_command *command)
{
	struct recorder *own = (struct recorder *)door;

	if (command->opcode == nvme_admin_identify)
		return drive_identify(own->drive, command);
	text_addf(&own->told, "%x %x; ", command->cdw10, command->cdw11);
	command->result = command->cdw11 - own->missing;
	if (own->refuses_interrupts && command->cdw10 >> 8 & 1)
		return own->refuses_interrupts;
	return own->status;
}

static int reset(struct nvme_door *door)
{
	struct recorder *own = (struct recorder *)door;

	text_add(&own->told, "reset");
	return own->reset;
}

static void start(void)
{
	recorder = (struct recorder){ .door = { record, reset }, .drive = drive_make() };
	recorder.drive->numbers[D_CNTLID] = 0x21;
	recorder.drive->numbers[D_VQFRT] = 64;
	recorder.drive->numbers[D_VIFRT] = 32;
	recorder.drive->numbers[D_VQRFAP] = 40;
	recorder.drive->numbers[D_VIRFAP] = 8;
}

static void stop(void)
{
	drive_free(recorder.drive);
	text_free(&recorder.told);
}

static void expect(const char *in, int error, const char *said, const char *told)
{
	AUTO_TEXT struct text out = { 0 };

	text_free(&recorder.told);
	ck_assert_int_eq(nvme_operate(&recorder.door, PRIMARY, in, &out), error);
	ck_assert_str_eq(text_string(&out), said);
	ck_assert_str_eq(text_string(&recorder.told), told);
}

START_TEST(it_reads_what_the_capabilities_say)
{
	expect(NULL, 0, "queues 40 interrupts 8", "");
}
END_TEST

/* 5.24: action 1, the type of resource in bits 8 to 10, the controller's own id above. */
START_TEST(only_what_differs_is_allotted_and_one_reset_follows)
{
	expect("queues 0 interrupts 0", 0, "", "210001 0; 210101 0; reset");
	expect("queues 0 interrupts 8", 0, "", "210001 0; reset");
	expect("queues 40 interrupts 3", 0, "", "210101 3; reset");
	recorder.drive->numbers[D_VIFRT] = 0;
	expect("queues 1 interrupts 0", 0, "", "210001 1; reset");
}
END_TEST

START_TEST(what_is_refused_is_not_reset)
{
	recorder.status = NVME_INVALID_COUNT;
	expect("queues 0 interrupts 0", ERANGE,
		"sys/bus/pci/devices/" PF
		"/nvme\ncontroller 33, Virtualization Management, queues 0 for itself: "
		"status 121h, Invalid Number of Controller Resources (type 1h, code 21h)",
		"210001 0; ");
	recorder.status = 0;
	recorder.missing = 1;
	expect("queues 2 interrupts 8", ERANGE,
		"sys/bus/pci/devices/" PF
		"/nvme\ncontroller 33, Virtualization Management, queues 2 for itself: "
		"it gave 1",
		"210001 2; ");
	recorder.missing = 0;
	recorder.reset = -ENOTTY;
	expect("queues 0 interrupts 8", ENOTTY,
		"sys/bus/pci/devices/" PF
		"/nvme\nits function level reset: Inappropriate ioctl for device; queues are allotted, and "
		"it has so many from its next reset on",
		"210001 0; reset");
	expect("queues 0 interrupts 0", ENOTTY,
		"sys/bus/pci/devices/" PF
		"/nvme\nits function level reset: Inappropriate ioctl for device; queues and interrupts "
		"are allotted, and it has so many from its next reset on",
		"210001 0; 210101 0; reset");
}
END_TEST

/* What it has then it tells after its next reset: until then the capabilities are those of before. */
START_TEST(queues_that_are_taken_stay_allotted_when_interrupts_are_refused)
{
	recorder.refuses_interrupts = NVME_INVALID_COUNT;
	expect("queues 0 interrupts 0", ERANGE,
		"sys/bus/pci/devices/" PF
		"/nvme\ncontroller 33, Virtualization Management, interrupts 0 for itself: "
		"status 121h, Invalid Number of Controller Resources (type 1h, code 21h); queues are "
		"allotted, and it has so many from its next reset on",
		"210001 0; 210101 0; ");
}
END_TEST

START_TEST(other_words_are_no_order)
{
	static const char *const words[] = { "", "0", "queues 0", "queues 0 interrupts 0 ",
		"queues 00 interrupts 0", "queues -1 interrupts 0", "queues 65536 interrupts 0",
		"interrupts 0 queues 0" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		expect(words[i], EINVAL, "", "");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, it_reads_what_the_capabilities_say);
	tcase_add_test(tests, only_what_differs_is_allotted_and_one_reset_follows);
	tcase_add_test(tests, what_is_refused_is_not_reset);
	tcase_add_test(tests, queues_that_are_taken_stay_allotted_when_interrupts_are_refused);
	tcase_add_test(tests, other_words_are_no_order);
}

int main(void)
{
	return suite_run("nvme_primary", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: pages of Identify as a drive answers them; what was read of them comes back from its own. */
#include "../../src/host/nvme_pages.h"
#include "fuzz.h"
#include "nvme_namespaces.h"
#include <stdlib.h>
#include <string.h>

/* Of each page: its number, its namespace (255: all), whether it is refused, how much of it is given. */
struct head {
	uint8_t cns, nsid, refused, length[2];
};

/* A page from the input, which goes on at `at` then. */
static void page_take(const uint8_t *bytes, size_t n, size_t *at, struct text *pages)
{
	struct nvme_page page = { 0 };
	struct head head;
	size_t length;

	memcpy(&head, bytes + *at, sizeof(head));
	*at += sizeof(head);
	length = (size_t)(head.length[0] | head.length[1] << 8) % (NVME_PAGE + 1);
	length = length < n - *at ? length : n - *at;
	page.cns = head.cns;
	page.nsid = head.nsid == UINT8_MAX ? ALL_NAMESPACES : head.nsid;
	page.status = head.refused ? NVME_INVALID_FIELD : 0;
	memcpy(page.data, bytes + *at, length);
	*at += length;
	text_add_bytes(pages, (const char *)&page, sizeof(page));
}

/* Answers from a drive. */
struct maker {
	struct nvme_door door;
	const struct drive *drive;
};

static int answer(struct nvme_door *door, struct nvme_command *command)
{
	return drive_identify(((struct maker *)door)->drive, command);
}

static char *namespaces_of(const struct drive *drive)
{
	struct text text = { 0 };

	namespaces_print(drive, &text);
	return text_take(&text);
}

/*
 * Of one that is not known nothing holds. Secondary controllers are listed by their ids (NVM Express Base
 * Specification 2.0, 5.17.2), up to the last that can be: of others the next page is not to be asked for.
 */
static bool comes_back(const struct drive *drive)
{
	for (size_t i = 0; i < drive->n_secondaries; i++)
		if (drive->secondaries[i].cntlid == UINT16_MAX ||
			(i > 0 && drive->secondaries[i - 1].cntlid >= drive->secondaries[i].cntlid))
			return false;
	return !drive->unknown;
}

/* As one that manages namespaces and gives resources, so that every page is asked for. */
static void again(struct drive *drive)
{
	struct maker maker = { .door.submit = answer, .drive = drive };
	AUTO_TEXT struct text pages = { 0 };
	AUTO_FREE char *was = namespaces_of(drive), *is = NULL;
	struct drive *back = drive_new();

	drive->numbers[D_OACS] |= OACS_NAMESPACES | OACS_VIRTUALIZATION;
	drive->numbers[D_NN] = UINT32_MAX;
	must(nvme_operate(&maker.door, NVME_DRIVES "0000:a1:00.0", NULL, &pages) == 0,
		"pages are made of it");
	must(drive_take(back, pages.bytes, pages.length) == 0, "they are pages");
	is = namespaces_of(back);
	must(drive->n_namespaces > NVME_ID_NS_LIST_MAX || string_equal(was, is), "its namespaces come back");
	must(back->n_secondaries == drive->n_secondaries, "its secondary controllers come back");
	drive_free(back);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	AUTO_TEXT struct text pages = { 0 };
	struct drive *drive = drive_new(), *copy;
	size_t at = 0;

	while (n - at >= sizeof(struct head) && pages.length < sizeof(struct nvme_page) * 64)
		page_take(bytes, n, &at, &pages);
	if (pages.length)
		must(drive_take(drive, pages.bytes, pages.length) == 0, "pages are pages");
	for (size_t i = 1; i < drive->n_namespaces; i++)
		must(drive->namespaces[i - 1].nsid < drive->namespaces[i].nsid, "namespaces are in order");
	copy = drive_copy(drive);
	drive_free(drive);
	if (comes_back(copy))
		again(copy);
	drive_free(copy);
	return 0;
}

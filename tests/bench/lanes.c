/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lanes.c: how much longer 16 lanes take than one, each delayed 100 ms by its device: by the twin's clock,
 * and by this machine's when the twin keeps its time. And four drives than one, each of which gives queues to
 * 16 VFs, 50 ms a command of any kind (twin_nvme_controller.c): by the twin's clock, with the surveys before
 * and after.
 */
#include "engine.h"
#include "nvme.h"
#include "twin.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MILLISECOND UINT64_C(1000000)

enum { LANES = 16, DRIVES = 4, DRIVE_VFS = 16 };

/* A twin whose answers come no sooner than they would from a machine. */
struct timed_host {
	struct host host;
	struct host *twin;
	uint64_t began, began_there;
	bool hurries;
};

static uint64_t clock_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 * MILLISECOND + (uint64_t)now.tv_nsec;
}

static struct timed_host *timed(struct host *host)
{
	return (struct timed_host *)host;
}

static uint64_t timed_begin(struct host *host, const struct op *op)
{
	return timed(host)->twin->ops->begin(timed(host)->twin, op);
}

static int timed_next(struct host *host, struct done *done)
{
	struct timed_host *self = timed(host);
	int answer = self->twin->ops->next(self->twin, done);
	uint64_t there = self->twin->ops->now_ns(self->twin) - self->began_there;
	uint64_t here = clock_now() - self->began;
	uint64_t left = there > here && !self->hurries ? there - here : 0;
	struct timespec pause = { (time_t)(left / (1000 * MILLISECOND)),
		(long)(left % (1000 * MILLISECOND)) };

	if (left)
		nanosleep(&pause, NULL);
	return answer;
}

static uint64_t timed_now(struct host *host)
{
	return timed(host)->twin->ops->now_ns(timed(host)->twin);
}

static void timed_free(struct host *host)
{
	(void)host;
}

static const struct host_ops timed_ops = {
	.begin = timed_begin, .next = timed_next, .now_ns = timed_now, .free = timed_free
};

/* A card in a slot of its own, and what is wished of it. */
struct card {
	const char *vendor, *device, *class, *driver, *vfs, *offset, *stride, *vf_device;
	const char *wish;
	void (*fill)(struct function *);
};

static void world_add(struct survey *world, const struct card *card, unsigned bus)
{
	AUTO_FREE char *port = text_print("0000:00:%02x.0", bus),
		       *address = text_print("0000:%02x:00.0", bus);
	AUTO_FREE char *path = text_print("../../../devices/pci0000:00/%s/%s", port, address);
	AUTO_FREE char *group = text_print("../../../../kernel/iommu_groups/%u", bus);
	struct function *function = survey_add(world, address);
	const struct {
		enum attribute attribute;
		const char *text;
	} rows[] = { { A_PATH, path }, { A_VENDOR, card->vendor }, { A_DEVICE, card->device },
		{ A_SUBSYSTEM_VENDOR, card->vendor }, { A_SUBSYSTEM_DEVICE, "0xa03c" },
		{ A_CLASS, card->class }, { A_DRIVER, card->driver }, { A_OVERRIDE, "" }, { A_GROUP, group },
		{ A_NUMA, "0" }, { A_TOTALVFS, card->vfs }, { A_NUMVFS, "0" }, { A_AUTOPROBE, "1" },
		{ A_OFFSET, card->offset }, { A_STRIDE, card->stride }, { A_VF_DEVICE, card->vf_device } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		function_set(function, rows[i].attribute, rows[i].text);
	if (card->fill)
		card->fill(function);
}

/* Queues alone, as an ES3000 has them to give. */
static void drive_fill(struct function *pf)
{
	struct drive *drive = pf->drive = drive_new();

	pf->identity[I_NVME_MODEL] = (struct reading){ .is = R_VALUE, .text = string_copy("PAWL even") };
	drive->numbers[D_OACS] = OACS_VIRTUALIZATION;
	drive->numbers[D_CRT] = CRT_QUEUES;
	drive->numbers[D_VQFRT] = DRIVE_VFS * UINT64_C(8);
	drive->numbers[D_VQFRSM] = 8;
	drive->secondaries = memory_new(DRIVE_VFS, sizeof(*drive->secondaries));
	for (uint16_t i = 0; i < DRIVE_VFS; i++)
		drive->secondaries[drive->n_secondaries++] =
			(struct secondary){ .cntlid = (uint16_t)(i + 2), .vf = (uint16_t)(i + 1) };
}

/* One step a lane: a card without a driver is kept so. */
static const struct card network = { "0x8086", "0x10c9", "0x020000", NULL, "7", "128", "2", "10ca",
	.wish = "driver: none" };
static const struct card drive = { "0x19e5", "0x3754", "0x010802", "../../../../bus/pci/drivers/nvme", "16",
	"1", "1", "3754", .wish = "vfs: {count: 16, driver: none}, nvme: {vf-queues: 8}",
	.fill = drive_fill };

static struct twin *twin_make(const struct card *card, unsigned lanes)
{
	struct survey world = { .drivers = memory_new(2, sizeof(char *)), .n_drivers = 2 };
	struct twin *twin;

	world.drivers[0] = string_copy("igb");
	world.drivers[1] = string_copy("nvme");
	for (unsigned bus = 1; bus <= lanes; bus++)
		world_add(&world, card, bus);
	twin = twin_new(&world, NULL);
	twin_slow(twin, "*/driver_override", 100 * MILLISECOND);
	return twin;
}

static int planning_fill(struct planning *planning, struct wish *wish, struct host *host,
	const struct card *card, unsigned lanes, struct report *report)
{
	const struct asked asked = { .host_name = "bench" };
	AUTO_TEXT struct text yaml = { 0 };

	text_add(&yaml, "pawl: 1\nhosts:\n  bench:\n    devices:\n");
	for (unsigned bus = 1; bus <= lanes; bus++)
		text_addf(&yaml, "      card%u: {select: {pci: \"0000:%02x:00.0\"}, %s}\n", bus, bus,
			card->wish);
	if (wish_parse(wish, "bench.yaml", yaml.bytes, yaml.length, report) < 0 ||
		wish_join(wish, report) < 0 || survey_take(host, &planning->survey, report) < 0)
		return -1;
	return planning_make(planning, wish, &asked, report);
}

struct took {
	uint64_t there, here; /* by the twin's clock, by this machine's */
	uint64_t whole;       /* by the twin's, from the survey before to the one after */
};

static int run(
	struct timed_host *host, struct planning *planning, struct took *ret_took, struct report *report)
{
	const struct manner manner = { .parallel = LANES };
	struct journal journal;
	struct done done = { 0 };
	int result;

	host_do(&host->host, &(struct op){ .verb = OP_LOCK, .path = LOCK_HOST }, &done);
	done_free(&done);
	if (journal_open(&journal, &host->host, report) < 0)
		return -1;
	host->began = clock_now();
	host->began_there = timed_now(&host->host);
	result = plan_apply(planning, &host->host, &journal, &manner, report);
	ret_took->here = clock_now() - host->began;
	ret_took->there = timed_now(&host->host) - host->began_there;
	journal_free(&journal);
	return result;
}

static int verify(struct timed_host *host, struct took *ret_took, struct report *report)
{
	struct survey after = { 0 };
	int result = survey_take(&host->host, &after, report);

	survey_free(&after);
	ret_took->whole = timed_now(&host->host);
	return result;
}

static struct took measure(const struct card *card, unsigned lanes)
{
	struct twin *twin = twin_make(card, lanes);
	struct timed_host host = {
		.host.ops = &timed_ops, .twin = twin_host(twin), .began = clock_now(), .hurries = card->fill
	};
	struct planning planning = { 0 };
	struct wish wish = { 0 };
	struct report report = { 0 };
	struct took took = { 0 };

	if (planning_fill(&planning, &wish, &host.host, card, lanes, &report) < 0 ||
		run(&host, &planning, &took, &report) < 0 || verify(&host, &took, &report) < 0 ||
		planning.plan.n_lanes != lanes) {
		for (size_t i = 0; i < report.n; i++)
			fprintf(stderr, "%s\n", report.findings[i].text);
		fprintf(stderr, "lanes: %zu for %u cards\n", planning.plan.n_lanes, lanes);
		exit(EXIT_FAILURE);
	}
	planning_free(&planning);
	wish_free(&wish);
	report_free(&report);
	host_free(&host.host);
	host_free(twin_host(twin));
	return took;
}

int main(void)
{
	struct took one = measure(&network, 1), many = measure(&network, LANES);
	struct took one_drive = measure(&drive, 1), drives = measure(&drive, DRIVES);

	printf("virtual %.2f clock %.2f drives %.2f\n", (double)many.there / (double)one.there,
		(double)many.here / (double)one.here, (double)drives.whole / (double)one_drive.whole);
	return EXIT_SUCCESS;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes lines of a wish on namespaces, and reads them again. */
#include "disks.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GIB(n) ((uint64_t)(n) << 30)

/* What stands behind "KEY" up to one of `ends`; "" when there is none. */
static void part_take(const char *line, const char *key, const char *ends, char *part, size_t size)
{
	const char *at = strstr(line, key);

	part[0] = '\0';
	if (at)
		snprintf(part, size, "%.*s", (int)strcspn(at + strlen(key), ends), at + strlen(key));
}

static void holder_take(const char *line, char *holder, size_t size)
{
	static const char *const keys[] = { ", vf: ", ", pf: ", ", controllers: [" };

	holder[0] = '\0';
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]) && !*holder; i++) {
		AUTO_FREE char *value = memory_new(size, 1);

		part_take(line, keys[i], i == 2 ? "]" : ",}", value, size);
		if (*value)
			snprintf(holder, size, "%s%s%s", keys[i] + 2, value, i == 2 ? "]" : "");
	}
}

bool disk_parse(const char *line, struct disk *disk)
{
	char name[sizeof(disk->name)];
	int length = 0;

	if (sscanf(line, " %7[a-z0-9]: {%n", name, &length) != 1 || !length || string_equal(name, "select"))
		return false;
	snprintf(disk->name, sizeof(disk->name), "%s", name);
	part_take(line, "adopt: {", "}", disk->adopt, sizeof(disk->adopt));
	part_take(line, "size: ", ",}", disk->size, sizeof(disk->size));
	holder_take(line, disk->holder, sizeof(disk->holder));
	disk->absent = strstr(line, "state: absent");
	disk->shared = strstr(line, "shared: true");
	return true;
}

bool disk_next(const char **rest, struct disk *disk)
{
	while (**rest) {
		size_t length = strcspn(*rest, "\n"), indent = strspn(*rest, " ");
		AUTO_FREE char *line = string_part(*rest, length);

		*rest += length + ((*rest)[length] == '\n');
		if (indent == 6)
			part_take(line, "      ", ":", disk->handle, sizeof(disk->handle));
		else if (strstr(line, "select: "))
			part_take(line, "{pci: \"", "\"", disk->address, sizeof(disk->address));
		else if (disk_parse(line, disk))
			return true;
	}
	return false;
}

void disk_print(const struct disk *disk, struct text *text)
{
	struct text said = { 0 };
	const char *size = disk->size;

	if (*disk->adopt)
		text_addf(&said, ", adopt: {%s}", disk->adopt);
	if (disk->absent)
		text_add(&said, ", state: absent");
	if (*size)
		text_addf(&said, ", size: %s", size);
	if (disk->shared)
		text_add(&said, ", shared: true");
	if (*disk->holder)
		text_addf(&said, ", %s", disk->holder);
	text_addf(text, "            %s: {%s}\n", disk->name, said.length ? text_string(&said) + 2 : "");
	text_free(&said);
}

/* From 1: its own sizes are so many GiB, and four more. "sh" has 4, and "rest" no whole number. */
static unsigned number_of(const char *name)
{
	return string_starts(name, "ns") ? (unsigned)strtoul(name + 2, NULL, 10) : 0;
}

/* Who says a number alone means whatever has it; nothing is deleted for that. */
static bool is_by_number(const struct disk *disk, const struct drive_namespace *one)
{
	unsigned nsid = 0;

	return !disk->absent && !strstr(disk->adopt, "eui64") &&
	       sscanf(disk->adopt, "nsid: %u", &nsid) == 1 && nsid == one->nsid;
}

bool disk_is(const struct disk *disk, const struct drive_namespace *one)
{
	const char *name = disk->name;
	uint64_t bytes = one->blocks * one->block_bytes;
	bool whole = bytes % GIB(1) == 0 && bytes < GIB(8);

	if (is_by_number(disk, one))
		return true;
	if (one->eui64)
		return (string_starts(name, "ad") || string_starts(name, "re")) &&
		       strtoul(name + 2, NULL, 10) == one->nsid;
	if (string_equal(name, "sh"))
		return bytes == GIB(4);
	if (string_equal(name, "rest"))
		return !whole;
	return number_of(name) && whole && (bytes >> 30) % 4 == number_of(name);
}

static uint16_t vf_controller(const struct drive *drive, unsigned vf)
{
	for (size_t i = 0; i < drive->n_secondaries; i++)
		if (drive->secondaries[i].vf == vf + 1)
			return drive->secondaries[i].cntlid;
	return 0;
}

/* By the drive's own list, which has other ids than VFs have numbers (machine.c). */
size_t disk_holders(const struct disk *disk, const struct drive *drive, uint16_t ids[8])
{
	const char *list = strchr(disk->holder, '[');
	size_t n = 0;

	if (string_starts(disk->holder, "vf: "))
		ids[n++] = vf_controller(drive, (unsigned)strtoul(disk->holder + 4, NULL, 10));
	else if (string_equal(disk->holder, "pf: true"))
		ids[n++] = (uint16_t)drive->numbers[D_CNTLID];
	while (list && n < 8 && list[1] && list[1] != ']') {
		ids[n++] = (uint16_t)strtoul(list + 1, NULL, 10);
		list = strchr(list + 1, ',');
	}
	return n;
}

static void holder_choose(struct dice *dice, unsigned vfs, struct disk *disk)
{
	static const char *const others[] = { "", "", "pf: true", "pf: false" };
	size_t pick = dice_pick(dice, 4 + (vfs < 3 ? vfs : 3) * 2);

	if (pick < 4)
		snprintf(disk->holder, sizeof(disk->holder), "%s", others[pick]);
	else
		snprintf(disk->holder, sizeof(disk->holder), "vf: %zu", (pick - 4) / 2);
}

/* One that is deleted is so by its name alone, or by its `adopt`. */
static void disk_add(struct dice *dice, unsigned vfs, struct disk *disk, struct text *text)
{
	disk->absent = dice_chance(dice, 15);
	if (!disk->absent && !*disk->holder)
		holder_choose(dice, vfs, disk);
	if (disk->absent) {
		disk->holder[0] = '\0';
		disk->shared = false;
	}
	if (disk->absent && dice_chance(dice, 50))
		disk->size[0] = '\0';
	disk_print(disk, text);
}

static void write_made(struct dice *dice, unsigned vfs, struct text *text)
{
	for (unsigned i = 1; i <= 3; i++) {
		struct disk disk = { 0 };

		snprintf(disk.name, sizeof(disk.name), "ns%u", i);
		snprintf(disk.size, sizeof(disk.size), "%uGiB", dice_chance(dice, 5) ? i + 4 : i);
		if (dice_chance(dice, 60))
			disk_add(dice, vfs, &disk, text);
	}
}

/* The drive's own, and one or two of its VFs'. */
static void write_shared(struct dice *dice, const struct drive *drive, unsigned vfs, struct text *text)
{
	struct disk disk = { .name = "sh", .size = "4GiB", .shared = true };
	size_t first = dice_pick(dice, drive->n_secondaries + 1);

	if (first + 1 < drive->n_secondaries)
		snprintf(disk.holder, sizeof(disk.holder), "controllers: [%u, %u]",
			drive->secondaries[first].cntlid, drive->secondaries[first + 1].cntlid);
	else
		snprintf(disk.holder, sizeof(disk.holder), "controllers: [%u]",
			(unsigned)drive->numbers[D_CNTLID]);
	disk_add(dice, vfs, &disk, text);
}

/* What pawl has not made, by all that it is known by or by its number alone, and by another name one day. */
static void write_adopted(
	struct dice *dice, const struct drive_namespace *one, unsigned vfs, struct text *text)
{
	struct disk disk = { 0 };

	snprintf(disk.name, sizeof(disk.name), "%s%u", dice_chance(dice, 75) ? "ad" : "re", one->nsid);
	if (dice_chance(dice, 85))
		snprintf(disk.adopt, sizeof(disk.adopt), "nsid: %u, eui64: \"%s\"", one->nsid, one->eui64);
	else if (dice_chance(dice, 50))
		snprintf(disk.adopt, sizeof(disk.adopt), "nsid: %u", one->nsid);
	/* with a size a name that pawl does not know would be another's, made anew */
	if (*disk.adopt && dice_chance(dice, 40))
		snprintf(disk.size, sizeof(disk.size), "3584MiB");
	if (one->n_controllers && dice_chance(dice, 60))
		snprintf(disk.holder, sizeof(disk.holder), "pf: true");
	disk_add(dice, vfs, &disk, text);
}

void disks_write(struct dice *dice, const struct function *pf, unsigned vfs, struct text *text)
{
	const struct drive *drive = pf->drive;
	struct disk rest = { .name = "rest", .size = "all-remaining" };

	for (size_t i = 0; i < drive->n_namespaces; i++)
		if (dice_chance(dice, 50))
			write_adopted(dice, &drive->namespaces[i], vfs, text);
	write_made(dice, vfs, text);
	if (dice_chance(dice, 30))
		write_shared(dice, drive, vfs, text);
	if (dice_chance(dice, 20))
		disk_add(dice, vfs, &rest, text);
}

/* "controllers: [3, 4]" without the last of them. */
static void list_shorten(struct disk *disk)
{
	char *comma = strrchr(disk->holder, ',');

	if (comma)
		snprintf(comma, (size_t)(disk->holder + sizeof(disk->holder) - comma), "]");
}

void disk_vary(struct dice *dice, struct disk *disk, struct text *text)
{
	switch (dice_pick(dice, 7)) {
	case 0:
		return;
	case 1:
		disk->absent = true, disk->shared = false;
		disk->holder[0] = '\0';
		break;
	case 2:
		disk->absent = false;
		break;
	case 3:
		if (string_starts(disk->name, "ad") && *disk->adopt)
			memcpy(disk->name, "re", 2);
		/* fall through */
	case 4:
		if (disk->shared)
			list_shorten(disk);
		else if (!disk->absent)
			holder_choose(dice, 1, disk);
	}
	disk_print(disk, text);
}

static void consent_add(const struct disk *disk, struct text *text)
{
	text_addf(text, "%sdata-loss:%s.ns.%s,namespace-nameless:%s.ns.%s",
		text->length ? "," : "--allow=", disk->handle, disk->name, disk->handle, disk->name);
}

char *consents_print(struct dice *dice, const char *wish)
{
	size_t manner =
		dice ? dice_pick(dice, 10) : 0; /* 0 to 4: all; 5: some; 6, 7: of others alone; none */
	struct disk disk = { 0 };
	struct text text = { 0 };

	while (manner < 8 && disk_next(&wish, &disk))
		if (disk.absent == (manner < 6) && (manner != 5 || dice_chance(dice, 50)))
			consent_add(&disk, &text);
	if (text.length)
		text_add(&text, " ");
	return text_take(&text);
}

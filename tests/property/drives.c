/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Holds what a run has done to namespaces against what was asked of it. */
#include "drives.h"
#include "disks.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void drives_free(struct drives *drives)
{
	survey_free(&drives->seen);
	for (size_t i = 0; i < drives->n; i++)
		free(drives->holdings[i].drive), free(drives->holdings[i].namespace);
	free(drives->holdings);
	*drives = (struct drives){ 0 };
}

/* All drives that are made here tell one or the other (machine.c, twin_nvme_namespaces.c). */
static const char *identity_of(const struct drive_namespace *one)
{
	return one->eui64 ? one->eui64 : one->nguid ? one->nguid : "-";
}

static struct holding *holding_find(
	struct drives *drives, const char *drive, const struct drive_namespace *one, uint16_t cntlid)
{
	for (size_t i = 0; i < drives->n; i++) {
		struct holding *holding = &drives->holdings[i];

		if (string_equal(holding->drive, drive) &&
			string_equal(holding->namespace, identity_of(one)) && holding->cntlid == cntlid)
			return holding;
	}
	return NULL;
}

static void holding_note(struct drives *drives, const char *drive, const struct drive_namespace *one,
	uint16_t cntlid, bool pawls)
{
	struct holding *holding = holding_find(drives, drive, one, cntlid);

	if (!holding) {
		drives->holdings = memory_grow(drives->holdings, drives->n, sizeof(*drives->holdings));
		holding = &drives->holdings[drives->n++];
		*holding =
			(struct holding){ string_copy(drive), string_copy(identity_of(one)), cntlid, false };
	}
	holding->pawls |= pawls;
}

static const struct drive_namespace *namespace_again(
	const struct drive *drive, const struct drive_namespace *one)
{
	for (size_t i = 0; drive && i < drive->n_namespaces; i++)
		if (string_equal(identity_of(&drive->namespaces[i]), identity_of(one)))
			return &drive->namespaces[i];
	return NULL;
}

static struct drive *drive_before(const struct drives *drives, const char *address)
{
	const struct function *pf = survey_function(&drives->seen, address);

	return pf ? pf->drive : NULL;
}

static void drive_keep(struct drives *drives, const struct function *pf)
{
	struct function *seen = survey_function(&drives->seen, pf->address);

	if (!seen)
		seen = survey_add(&drives->seen, pf->address);
	drive_free(seen->drive);
	seen->drive = drive_copy(pf->drive);
}

/* One namespace of one drive, and what may become of it. */
struct view {
	const struct deed *deed;
	const struct function *pf;
	const struct drive_namespace *one;
	struct text *why;
};

/* "meanwhile PATTERN write nvme/0000:08:00.0/namespace/3 detach:5": somebody did that in the middle. */
static bool did_by_hand(const struct view *in, const char *path, const char *value)
{
	AUTO_FREE char *did = text_print("nvme/%s/%s %s", in->pf->address, path, value);

	return in->deed->meanwhile && strstr(in->deed->meanwhile, did);
}

static bool was_moved_by_hand(const struct view *in, const char *order, uint16_t cntlid)
{
	AUTO_FREE char *path = text_print("namespace/%" PRIu32, in->one->nsid);
	AUTO_FREE char *value = text_print("%s:%u", order, cntlid);

	return did_by_hand(in, path, value);
}

/* Who has what and had it not before; what others gave in the middle of a run is not pawl's. */
static void holdings_note(struct drives *drives, const struct function *pf, const struct deed *deed)
{
	const struct drive *before = drive_before(drives, pf->address);

	for (size_t i = 0; i < pf->drive->n_namespaces; i++) {
		struct view in = { .deed = deed, .pf = pf, .one = &pf->drive->namespaces[i] };
		const struct drive_namespace *was = namespace_again(before, in.one);

		for (size_t k = 0; k < in.one->n_controllers; k++) {
			uint16_t cntlid = in.one->controllers[k];

			if (!was || !namespace_has(was, cntlid))
				holding_note(drives, pf->address, in.one, cntlid,
					deed && !was_moved_by_hand(&in, "attach", cntlid));
		}
	}
}

/* After a run; without one, after whatever others did. */
static void look(struct drives *drives, const struct survey *world, const struct deed *deed)
{
	for (size_t i = 0; i < world->n; i++) {
		const struct function *pf = world->functions[i];

		if (!pf->drive)
			continue;
		holdings_note(drives, pf, deed);
		drive_keep(drives, pf);
	}
}

void drives_look(struct drives *drives, const struct survey *world)
{
	look(drives, world, NULL);
}

/* The wishes that the run may be carrying out, one after the other; NULL: there are no more. */
static const char *wish_of(const struct deed *deed, size_t number)
{
	bool other = false, first = false;

	for (char *const *word = deed->words; *word; word++) {
		other |= string_equal(*word, "other.yaml");
		first |= string_equal(*word, "wish.yaml");
	}
	if (number == 0)
		return other ? deed->tale->other : deed->tale->wish;
	return number == 1 && !other && !first ? deed->tale->other : NULL;
}

/* What is saved, resumed or restored may be of any wish. */
static bool is_said(const struct view *in, bool (*says)(const struct view *, const struct disk *, uint16_t),
	uint16_t cntlid)
{
	const char *wish;

	for (size_t i = 0; (wish = wish_of(in->deed, i)); i++) {
		struct disk disk = { 0 };

		while (disk_next(&wish, &disk))
			if (string_equal(disk.address, in->pf->address) && disk_is(&disk, in->one) &&
				says(in, &disk, cntlid))
				return true;
	}
	return false;
}

static bool says_present(const struct view *in, const struct disk *disk, uint16_t cntlid)
{
	(void)in, (void)cntlid;
	return !disk->absent;
}

static bool says_given(const struct view *in, const struct disk *disk, uint16_t cntlid)
{
	uint16_t ids[8];
	size_t n = disk_holders(disk, in->pf->drive, ids);

	for (size_t i = 0; i < n && !disk->absent; i++)
		if (ids[i] == cntlid)
			return true;
	return false;
}

/* By its whole name, and where a command may lose anything at all. */
static bool says_deleted(const struct view *in, const struct disk *disk, uint16_t cntlid)
{
	AUTO_FREE char *consent = text_print("data-loss:%s.ns.%s", disk->handle, disk->name);

	(void)cntlid;
	for (char *const *word = in->deed->words; *word; word++) {
		const char *at = string_starts(*word, "--allow=") ? strstr(*word, consent) : NULL;

		if (at && disk->absent && (!at[strlen(consent)] || at[strlen(consent)] == ','))
			return true;
	}
	return false;
}

static bool gives_back(const struct deed *deed)
{
	return string_equal(deed->words[1], "rollback");
}

static int breach(const struct view *in, const char *property, const char *what)
{
	text_addf(in->why, "[%s] `%s`: namespace %" PRIu32 " (%s) of %s %s\n", property, in->deed->words[1],
		in->one->nsid, identity_of(in->one), in->pf->address, what);
	return -1;
}

static int check_taken(struct drives *drives, const struct view *in, const struct drive_namespace *now)
{
	for (size_t i = 0; i < in->one->n_controllers; i++) {
		uint16_t cntlid = in->one->controllers[i];
		const struct holding *holding = holding_find(drives, in->pf->address, in->one, cntlid);

		if (!(now && namespace_has(now, cntlid)) && !(holding && holding->pawls) &&
			!was_moved_by_hand(in, "detach", cntlid))
			return breach(in, "taken", "was taken from whom pawl did not give it");
	}
	return 0;
}

/* Those that were there before the run. */
static int check_kept(struct drives *drives, const struct view *in)
{
	const struct drive_namespace *now = namespace_again(in->pf->drive, in->one);
	AUTO_FREE char *order = text_print("delete:%" PRIu32, in->one->nsid);

	if (!now && did_by_hand(in, "ns/by-hand", order))
		return 0;
	if (!now && (gives_back(in->deed) || !is_said(in, says_deleted, 0)))
		return breach(in, "deleted", "was deleted, and nobody allowed it by its name");
	if (now && (now->blocks != in->one->blocks || now->block_bytes != in->one->block_bytes))
		return breach(in, "resized", "has another size");
	return check_taken(drives, in, now);
}

static int check_given(struct drives *drives, const struct view *in, const struct drive_namespace *was)
{
	for (size_t i = 0; i < in->one->n_controllers; i++) {
		uint16_t cntlid = in->one->controllers[i];

		if ((was && namespace_has(was, cntlid)) || was_moved_by_hand(in, "attach", cntlid))
			continue;
		if (gives_back(in->deed) ? !holding_find(drives, in->pf->address, in->one, cntlid)
					 : !is_said(in, says_given, cntlid))
			return breach(in, "given", "was given to whom no wish gives it");
	}
	return 0;
}

/* Those that are there after it. */
static int check_come(struct drives *drives, const struct view *in)
{
	const struct drive_namespace *was = namespace_again(drive_before(drives, in->pf->address), in->one);

	if (!was && !did_by_hand(in, "ns/by-hand", "create:") && !is_said(in, says_present, 0))
		return breach(in, "made", "was made, and no wish has it");
	if (in->one->n_controllers > 1 && !in->one->shared)
		return breach(in, "given-twice", "is private, and two have it");
	return check_given(drives, in, was);
}

static int check_drive(struct drives *drives, struct view *in)
{
	const struct drive *before = drive_before(drives, in->pf->address), *now = in->pf->drive;

	for (size_t i = 0; before && i < before->n_namespaces; i++) {
		in->one = &before->namespaces[i];
		if (check_kept(drives, in) < 0)
			return -1;
	}
	for (size_t i = 0; i < now->n_namespaces; i++) {
		in->one = &now->namespaces[i];
		if (check_come(drives, in) < 0)
			return -1;
	}
	return 0;
}

int drives_check(struct drives *drives, const struct survey *world, const struct deed *deed, struct text *why)
{
	int result = 0;

	for (size_t i = 0; result == 0 && i < world->n; i++) {
		struct view in = { .deed = deed, .pf = world->functions[i], .why = why };

		if (in.pf->drive)
			result = check_drive(drives, &in);
	}
	look(drives, world, deed);
	return result;
}

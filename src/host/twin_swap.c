/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two cards of the twin change places, each with what is stored on it. */
#include "nvme.h"
#include "twin_inside.h"

static void reading_swap(struct reading *one, struct reading *other)
{
	struct reading held = *one;

	*one = *other;
	*other = held;
}

/* What the twin keeps of a card under its place. */
static void entry_swap(struct entries *entries, const char *one, const char *other)
{
	const struct entry *first = entries_find(entries, one), *second = entries_find(entries, other);
	AUTO_FREE char *was = first ? string_copy(first->bytes) : NULL;
	AUTO_FREE char *is = second ? string_copy(second->bytes) : NULL;

	entries_remove(entries, one);
	entries_remove(entries, other);
	if (is)
		entries_set(entries, one, is, strlen(is));
	if (was)
		entries_set(entries, other, was, strlen(was));
}

static void remembered_swap(struct twin *twin, const struct function *one, const struct function *other)
{
	static const char *const carried[] = { "mac", "nvme_serial", "nvme_model", "vqrfap", "virfap",
		"commands" };

	for (size_t i = 0; i < sizeof(carried) / sizeof(carried[0]); i++) {
		AUTO_FREE char *first = text_print("%s %s", one->address, carried[i]);
		AUTO_FREE char *second = text_print("%s %s", other->address, carried[i]);

		entry_swap(&twin->remembered, first, second);
	}
}

/* Where a drive is that has no driver, its function has none. */
static struct drive **drive_place(struct twin *twin, struct function *pf)
{
	return function_is_drive(pf) ? &pf->drive : &survey_add(&twin->driverless, pf->address)->drive;
}

/* They have been without power in between. */
static void drives_swap(struct twin *twin, struct function *one, struct function *other)
{
	struct drive **first, **second, *held;

	if (!function_may_be_drive(one) || !function_may_be_drive(other))
		return;
	drive_reset(twin, one, RESET_FUNCTION);
	drive_reset(twin, other, RESET_FUNCTION);
	first = drive_place(twin, one);
	second = drive_place(twin, other);
	held = *first;
	*first = *second;
	*second = held;
	entry_swap(&twin->subsystems, one->address, other->address);
	drive_tell(one);
	drive_tell(other);
}

int twin_swap(struct twin *twin, const char *address, const char *with)
{
	static const enum identity carried[] = { I_SERIAL, I_MAC, I_NVME_SERIAL, I_NVME_MODEL };
	static const enum attribute ids[] = { A_VENDOR, A_DEVICE, A_SUBSYSTEM_VENDOR, A_SUBSYSTEM_DEVICE };
	struct function *one = survey_function(&twin->world, address);
	struct function *other = survey_function(&twin->world, with);

	if (!one || !other)
		return -1;
	drives_swap(twin, one, other);
	remembered_swap(twin, one, other);
	for (size_t i = 0; i < sizeof(carried) / sizeof(carried[0]); i++)
		reading_swap(&one->identity[carried[i]], &other->identity[carried[i]]);
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
		reading_swap(&one->attr[ids[i]], &other->attr[ids[i]]);
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* NVMe drives as a table: what they have, what of it is given to VFs, and what is left. */
#include "chosen.h"
#include "nvme_namespaces.h"
#include "print.h"
#include <inttypes.h>

enum { MODEL_COLUMN = 1 };

/* A drive may tell nothing of its capacity: then both numbers are 0 (5.17.2.1, TNVMCAP). */
static void add_bytes(struct table *table, const struct drive *drive, enum drive_number number)
{
	AUTO_TEXT struct text words = { 0 };

	if (drive->numbers[D_TNVMCAP])
		bytes_tell(drive->numbers[number], &words);
	table_add(table, text_string(&words));
}

/* "3 of 8": with more the drive refuses. */
static void add_namespaces(struct table *table, const struct function *pf)
{
	bool roomy = table->width == 0 || table->width >= WIDE;
	AUTO_FREE char *words = roomy && drive_manages(pf)
					? text_print("%zu of %" PRIu64, pf->drive->n_namespaces,
						  drive_most_namespaces(pf->drive))
					: NULL;

	table_add(table, words);
}

/* "24 of 256"; where there is room, what that leaves. NULL: it gives none of the kind. */
static char *resources_words(const struct drive *drive, enum flexible resource, bool wide)
{
	const struct flexible_row *row = &flexible_resources[resource];
	uint64_t total = drive->numbers[row->total], own = drive->numbers[row->primary];
	struct text text = { 0 };

	if (!drive_has_number(drive, row->total) || !total)
		return NULL;
	text_addf(&text, "%" PRIu64 " of %" PRIu64, drive->numbers[row->assigned], total);
	if (wide) {
		text_addf(&text, ", %" PRIu64 " left", drive_left(drive, resource));
		if (own > 0)
			text_addf(&text, ", %" PRIu64 " its own", own);
		text_addf(&text, ", at most %" PRIu64 " a VF", drive->numbers[row->most]);
		if (drive->numbers[row->grain] > 1)
			text_addf(&text, ", best by %" PRIu64, drive->numbers[row->grain]);
	}
	return text_take(&text);
}

static void add_resources(struct table *table, const struct drive *drive, enum flexible resource, bool wide)
{
	AUTO_FREE char *words = resources_words(drive, resource, wide);

	table_add(table, words);
}

char *drive_resources(const struct drive *drive)
{
	AUTO_FREE char *of_queues = resources_words(drive, FLEXIBLE_QUEUES, true);
	AUTO_FREE char *of_interrupts = resources_words(drive, FLEXIBLE_INTERRUPTS, true);
	struct text text = { 0 };

	if (of_queues)
		text_addf(&text, "queues: %s", of_queues);
	if (of_interrupts)
		text_addf(&text, "%sinterrupts: %s", of_queues ? "; " : "", of_interrupts);
	return text.length ? text_take(&text) : NULL;
}

static void add_online(struct table *table, const struct function *pf)
{
	AUTO_FREE char *words = NULL;
	size_t online = 0;

	for (size_t i = 0; i < pf->n_virtfn; i++) {
		const struct secondary *secondary = drive_secondary(pf->drive, i);

		online += secondary && secondary->online;
	}
	if (pf->n_virtfn > 0)
		words = text_print("%zu of %zu", online, pf->n_virtfn);
	table_add(table, words);
}

bool function_shows_drive(const struct function *function, const struct chosen *chosen)
{
	return function->drive && chosen_has(chosen, function);
}

static void add_drive(struct table *table, const struct function *pf, const struct chosen *chosen, bool wide)
{
	const struct reading *model = &pf->identity[I_NVME_MODEL];
	AUTO_FREE char *handle = function_handle(pf, chosen->want);

	table_add(table, pf->address);
	table_add(table, model->is == R_VALUE ? model->text : NULL);
	add_bytes(table, pf->drive, D_TNVMCAP);
	add_bytes(table, pf->drive, D_UNVMCAP);
	add_namespaces(table, pf);
	add_resources(table, pf->drive, FLEXIBLE_QUEUES, wide);
	add_resources(table, pf->drive, FLEXIBLE_INTERRUPTS, wide);
	add_online(table, pf);
	table_add(table, handle);
}

static void print_known(
	const struct survey *survey, const struct chosen *chosen, unsigned width, struct text *text)
{
	static const char *const titles[] = { "DRIVE", "MODEL", "CAPACITY", "FREE", "NAMESPACES",
		"QUEUES GIVEN", "INTERRUPTS GIVEN", "ONLINE", "HANDLE" };
	struct table table = { .columns = sizeof(titles) / sizeof(*titles), .width = width };
	bool wide = chosen->n > 0 || width == 0 || width >= WIDE;

	for (size_t i = 0; i < table.columns; i++)
		table_add(&table, titles[i]);
	for (size_t i = 0; i < survey->n; i++)
		if (function_shows_drive(survey->functions[i], chosen) &&
			!survey->functions[i]->drive->unknown)
			add_drive(&table, survey->functions[i], chosen, wide);
	table_drop_empty(&table);
	table_fit(&table, MODEL_COLUMN);
	if (table.n > table.columns) {
		text_add(text, "\n");
		table_print(&table, "", text);
	}
	table_free(&table);
}

void drives_print(const struct survey *survey, const struct chosen *chosen, unsigned width, struct text *text)
{
	print_known(survey, chosen, width, text);
	namespaces_show(survey, chosen, width, text);
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *function = survey->functions[i];

		if (!function_shows_drive(function, chosen) || !function->drive->unknown)
			continue;
		text_addf(text, "not known of the drive %s: ", function->address);
		text_add_safe(text, function->drive->unknown);
		text_add(text, "\n");
	}
}

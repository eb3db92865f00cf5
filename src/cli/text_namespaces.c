/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The namespaces of NVMe drives as a table: how large they are, and which VFs they go to. */
#include "chosen.h"
#include "knob.h"
#include "namespaces.h"
#include "nvme.h"
#include "nvme_namespaces.h"
#include "object.h"
#include "print.h"
#include <stdlib.h>
#include <string.h>

enum { KNOWN_COLUMN = 8, NAME_COLUMNS = 32 };

/* Namespaces first to end of a drive, alike in all but where they go, each to the next controller. */
struct alike {
	const struct function *pf;
	const struct drive_namespace *first;
	const char *const *names; /* of all of the drive */
	size_t n;
};

/* The drive's own are of the host, and no VF's. */
static bool are_alike(
	const struct drive *drive, const struct drive_namespace *a, const struct drive_namespace *b)
{
	uint16_t own = (uint16_t)drive->numbers[D_CNTLID];

	if (a->blocks != b->blocks || a->block_bytes != b->block_bytes ||
		a->metadata_bytes != b->metadata_bytes || a->shared != b->shared ||
		a->n_controllers != b->n_controllers || a->n_controllers > 1 || namespace_has(a, own) ||
		namespace_has(b, own))
		return false;
	return a->n_controllers == 0 || a->controllers[0] + 1 == b->controllers[0];
}

static struct alike alike_at(const struct function *pf, size_t at, bool some)
{
	const struct drive *drive = pf->drive;
	struct alike alike = { .pf = pf, .first = &drive->namespaces[at], .n = 1 };

	while (!some && at + alike.n < drive->n_namespaces &&
		are_alike(drive, &alike.first[alike.n - 1], &alike.first[alike.n]))
		alike.n++;
	return alike;
}

static void add_numbers(struct table *table, const struct alike *alike)
{
	AUTO_FREE size_t *numbers = memory_new(alike->n, sizeof(*numbers));
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < alike->n; i++)
		numbers[i] = alike->first[i].nsid;
	numbers_fold(numbers, alike->n, &text);
	table_add(table, text_string(&text));
}

static void add_size(struct table *table, const struct alike *alike)
{
	const struct drive_namespace *one = alike->first;
	uint64_t bytes = one->block_bytes;
	AUTO_FREE char *size = bytes_words(blocks_bytes(one->blocks, bytes));
	AUTO_FREE char *words = text_print("%s%s", bytes ? size : "?", alike->n > 1 ? " each" : "");
	AUTO_TEXT struct text block = { 0 };

	if (bytes)
		text_addf(&block, "%u", one->block_bytes);
	if (one->metadata_bytes)
		text_addf(&block, "+%u", one->metadata_bytes);
	table_add(table, words);
	table_add(table, text_string(&block));
}

/* "itself", "ssd0.vf.3", "vf.3" when no file names the drive; another port's: "controller 7". */
static char *controller_words(const struct function *pf, const char *handle, uint16_t cntlid)
{
	const struct drive *drive = pf->drive;

	if (cntlid == drive->numbers[D_CNTLID])
		return string_copy("itself");
	for (size_t i = 0; i < drive->n_secondaries; i++) {
		const struct secondary *secondary = &drive->secondaries[i];

		if (secondary->cntlid == cntlid && secondary->vf > 0)
			return handle ? name_print(handle, secondary->vf - 1, NULL)
				      : text_print("vf.%d", secondary->vf - 1);
	}
	return text_print("controller %u", cntlid);
}

static size_t alike_controllers(const struct alike *alike)
{
	return alike->n * alike->first->n_controllers;
}

/* Those of all its namespaces, one behind the other: they have the same number of them. */
static uint16_t controller_at(const struct alike *alike, size_t at)
{
	size_t each = alike->first->n_controllers;

	return alike->first[at / each].controllers[at % each];
}

static void add_controllers(struct table *table, const struct alike *alike)
{
	size_t n = alike_controllers(alike);
	AUTO_FREE size_t *numbers = memory_new(n + 1, sizeof(*numbers));
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < n; i++)
		numbers[i] = controller_at(alike, i);
	numbers_fold(numbers, n, &text);
	table_add(table, n ? text_string(&text) : "-");
}

static void add_users(struct table *table, const struct alike *alike, const struct state *want)
{
	size_t n = alike_controllers(alike);
	AUTO_FREE char *handle = function_handle(alike->pf, want);
	AUTO_FREE char **names = memory_new(n + 1, sizeof(*names));
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < n; i++)
		names[i] = controller_words(alike->pf, handle, controller_at(alike, i));
	names_fold((const char *const *)names, n, &text);
	table_add(table, text_string(&text));
	for (size_t i = 0; i < n; i++)
		free(names[i]);
}

/* "eui.286ed40000000001"; NULL: by nothing. */
static char *known_as(const struct drive_namespace *namespace)
{
	AUTO_FREE char *word = namespace_word(namespace);
	const char *name = strrchr(word, ':') + 1;

	return string_equal(name, "-") ? NULL : string_copy(name);
}

/* "ssd0.ns.db", as pawl knows each; NULL: it has no name for it. */
static const char **names_find(const struct survey *survey, const struct function *pf)
{
	const struct drive *drive = pf->drive;
	const char **names = memory_new(drive->n_namespaces + 1, sizeof(*names));

	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];
		const struct drive_namespace *namespace = NULL;

		if (kept->knob == &knob_namespace && string_starts(kept->target, pf->address))
		namespace = namespace_called(survey, pf, kept->object);
		if (namespace)
			names[namespace - drive->namespaces] = kept->object;
	}
	return names;
}

/* Of many the first, and how many more. */
static void add_names(struct table *table, const struct alike *alike)
{
	const char *const *own = alike->names + (alike->first - alike->pf->drive->namespaces);
	AUTO_FREE const char **names = memory_new(alike->n, sizeof(*names));
	AUTO_TEXT struct text text = { 0 };
	AUTO_FREE char *more = NULL;
	size_t n = 0;

	for (size_t i = 0; i < alike->n; i++)
		if (own[i])
			names[n++] = own[i];
	names_fold(names, n, &text);
	if (n > 1 && text.length > NAME_COLUMNS)
		more = text_print("%s and %zu more", names[0], n - 1);
	table_add(table, more ? more : text_string(&text));
}

static void add_alike(struct table *table, const struct alike *alike, const struct state *want, bool wide)
{
	AUTO_FREE char *name = wide && alike->n == 1 ? known_as(alike->first) : NULL;

	table_add(table, alike->pf->address);
	add_numbers(table, alike);
	add_names(table, alike);
	add_size(table, alike);
	add_controllers(table, alike);
	add_users(table, alike, want);
	table_add(table, alike->first->shared ? "yes" : NULL);
	table_add(table, name);
}

static void add_drive(struct table *table, const struct survey *survey, const struct function *pf,
	const struct chosen *chosen, bool wide)
{
	AUTO_FREE const char **names = names_find(survey, pf);
	struct alike alike = { 0 };

	for (size_t at = 0; at < pf->drive->n_namespaces; at += alike.n) {
		alike = alike_at(pf, at, chosen->n > 0);
		alike.names = names;
		add_alike(table, &alike, chosen->want, wide);
	}
}

void namespaces_show(
	const struct survey *survey, const struct chosen *chosen, unsigned width, struct text *text)
{
	static const char *const titles[] = { "DRIVE", "NAMESPACE", "NAME", "SIZE", "BLOCK", "CONTROLLER",
		"GOES TO", "SHARED", "KNOWN AS" };
	struct table table = { .columns = sizeof(titles) / sizeof(*titles), .width = width };
	bool wide = chosen->n > 0 || width == 0 || width >= WIDE;

	for (size_t i = 0; i < table.columns; i++)
		table_add(&table, titles[i]);
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *pf = survey->functions[i];

		if (function_shows_drive(pf, chosen) && !pf->drive->unknown)
			add_drive(&table, survey, pf, chosen, wide);
	}
	table_drop_empty(&table);
	table_fit(&table, KNOWN_COLUMN);
	if (table.n > table.columns) {
		text_add(text, "\n");
		table_print(&table, "", text);
	}
	table_free(&table);
}

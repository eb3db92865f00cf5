/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The namespaces of NVMe drives as a table: how large they are, and which VFs they go to. */
#include "chosen.h"
#include "knob.h"
#include "namespace_known.h"
#include "nvme.h"
#include "nvme_namespaces.h"
#include "object.h"
#include "print.h"
#include <stdlib.h>
#include <string.h>

enum { KNOWN_COLUMN = 8, NAME_COLUMNS = 32 };

/* What all rows of a drive are made from. */
struct showing {
	const struct survey *survey;
	const struct state *want;
	const struct function *pf;
	const char **names; /* of its namespaces; NULL where one has none */
	bool some, wide;    /* some: the drive was chosen, and each namespace has its row */
};

/* Namespaces first to end of a drive, alike in all but where they go, each to the next controller. */
struct alike {
	const struct showing *showing;
	const struct drive_namespace *first;
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

static struct alike alike_at(const struct showing *showing, size_t at)
{
	const struct drive *drive = showing->pf->drive;
	struct alike alike = { .showing = showing, .first = &drive->namespaces[at], .n = 1 };

	while (!showing->some && at + alike.n < drive->n_namespaces &&
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
	AUTO_TEXT struct text size = { 0 }, block = { 0 };

	if (bytes)
		bytes_tell(blocks_bytes(one->blocks, bytes), &size);
	else
		text_add(&size, "?");
	if (alike->n > 1)
		text_add(&size, " each");
	if (bytes)
		text_addf(&block, "%u", one->block_bytes);
	if (one->metadata_bytes)
		text_addf(&block, "+%u", one->metadata_bytes);
	if (block.length)
		text_add(&block, " B");
	table_add(table, text_string(&size));
	table_add(table, text_string(&block));
}

/* "ssd0.vf.3", "vf.3" when no file names the drive; NULL: it is not that of one of its VFs. */
static char *secondary_words(const struct drive *drive, const char *handle, uint16_t cntlid)
{
	const struct secondary *secondary = drive_secondary_by_id(drive, cntlid);

	if (!secondary || !secondary->vf)
		return NULL;
	return handle ? name_print(handle, secondary->vf - 1, NULL) : text_print("vf.%d", secondary->vf - 1);
}

/* "port1", "port1.vf.3", of what no file names "0000:41:00.0", "0000:41:00.0 vf.3". */
static char *port_words(const struct function *port, const struct state *want, uint16_t cntlid)
{
	AUTO_FREE char *handle = function_handle(port, want), *vf = NULL;

	if (cntlid == port->drive->numbers[D_CNTLID])
		return string_copy(handle ? handle : port->address);
	vf = secondary_words(port->drive, handle, cntlid);
	return vf && !handle ? text_print("%s %s", port->address, vf) : string_copy(vf);
}

/* "itself", a VF of its own, or what has it at another port; of one of another host: "controller 7". */
static char *controller_words(const struct showing *showing, const char *handle, uint16_t cntlid)
{
	const struct survey *survey = showing->survey;
	const struct function *pf = showing->pf;
	char *words = cntlid == pf->drive->numbers[D_CNTLID] ? string_copy("itself")
							     : secondary_words(pf->drive, handle, cntlid);

	for (size_t i = 0; !words && i < survey->n; i++)
		if (drive_is_port(survey->functions[i], pf))
			words = port_words(survey->functions[i], showing->want, cntlid);
	return words ? words : text_print("controller %u", cntlid);
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

static void add_users(struct table *table, const struct alike *alike)
{
	const struct showing *showing = alike->showing;
	size_t n = alike_controllers(alike);
	AUTO_FREE char *handle = function_handle(showing->pf, showing->want);
	AUTO_FREE char **names = memory_new(n + 1, sizeof(*names));
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < n; i++)
		names[i] = controller_words(showing, handle, controller_at(alike, i));
	names_fold((const char *const *)names, n, &text);
	table_add(table, text_string(&text));
	for (size_t i = 0; i < n; i++)
		free(names[i]);
}

/* "eui.286ed40000000001"; NULL: by nothing. */
static char *known_as(const struct drive_namespace *namespace)
{
	AUTO_FREE char *word = namespace_word(namespace);

	return namespace_is_told(word) ? string_copy(word_identity(word)) : NULL;
}

/* Whether the drive is the one on which a namespace of that name was made, at whichever port. */
static bool is_on(const struct survey *survey, const struct applied *kept, const struct function *pf)
{
	AUTO_FREE char *address = target_address(kept->target);
	const struct function *port = survey_function(survey, address);
	enum pin_says says = pins_tell(survey, address, pf);

	return says == PIN_SAME || (says == PIN_UNTOLD && drive_is_same(port, pf));
}

const char **namespaces_names(const struct survey *survey, const struct function *pf)
{
	const struct drive *drive = pf->drive;
	const char **names = memory_new(drive->n_namespaces + 1, sizeof(*names));

	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];
		const struct drive_namespace *there = kept->knob == &knob_namespace && is_on(survey, kept, pf)
							      ? namespace_called(survey, pf, kept->object)
							      : NULL;

		if (there)
			names[there - drive->namespaces] = kept->object;
	}
	return names;
}

/* Of many the first, and how many more. */
static void add_names(struct table *table, const struct alike *alike)
{
	const char **own = alike->showing->names + (alike->first - alike->showing->pf->drive->namespaces);
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

static void add_alike(struct table *table, const struct alike *alike)
{
	AUTO_FREE char *name = alike->showing->wide && alike->n == 1 ? known_as(alike->first) : NULL;

	table_add(table, alike->showing->pf->address);
	add_numbers(table, alike);
	add_names(table, alike);
	add_size(table, alike);
	add_controllers(table, alike);
	add_users(table, alike);
	table_add(table, alike->first->shared ? "yes" : NULL);
	table_add(table, name);
}

static void add_drive(struct table *table, const struct showing *like, const struct function *pf)
{
	AUTO_FREE const char **names = namespaces_names(like->survey, pf);
	struct showing showing = *like;
	struct alike alike = { 0 };

	showing.pf = pf;
	showing.names = names;
	for (size_t at = 0; at < pf->drive->n_namespaces; at += alike.n) {
		alike = alike_at(&showing, at);
		add_alike(table, &alike);
	}
}

void namespaces_show(
	const struct survey *survey, const struct chosen *chosen, unsigned width, struct text *text)
{
	static const char *const titles[] = { "DRIVE", "NAMESPACE", "NAME", "SIZE", "BLOCK", "CONTROLLER",
		"GOES TO", "SHARED", "KNOWN AS" };
	struct table table = { .columns = sizeof(titles) / sizeof(*titles), .width = width };
	const struct showing like = { .survey = survey,
		.want = chosen->want,
		.some = chosen->n > 0,
		.wide = chosen->n > 0 || width == 0 || width >= WIDE };

	for (size_t i = 0; i < table.columns; i++)
		table_add(&table, titles[i]);
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *pf = survey->functions[i];

		if (function_shows_drive(pf, chosen) && !pf->drive->unknown)
			add_drive(&table, &like, pf);
	}
	table_drop_empty(&table);
	table_fit(&table, KNOWN_COLUMN);
	if (table.n > table.columns) {
		text_add(text, "\n");
		table_print(&table, "", text);
	}
	table_free(&table);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl calls the namespaces of a drive, for programs. */
#include "document_step.h"
#include "nvme.h"
#include "print.h"

struct known_namespace {
	const char *name;
	uint32_t nsid;
};

static void put_known_name(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct known_namespace *)thing)->name);
}

static void put_known_nsid(const void *thing, struct cell *cell)
{
	cell_number(cell, ((const struct known_namespace *)thing)->nsid);
}

const struct document_row known_namespace_rows[] = {
	{ .name = "name",
		.help = "as the files have it: ssd0.ns.db",
		.type = ROW_WORDS,
		.put = put_known_name },
	{ .name = "nsid", .help = "its number on the drive", .type = ROW_NUMBER, .put = put_known_nsid },
	{ 0 },
};

void function_put_namespaces(const struct survey *survey, const struct function *function, struct cell *cell)
{
	const struct drive *drive = drive_told(function);
	AUTO_FREE const char **names = drive ? namespaces_names(survey, function) : NULL;

	if (drive)
		cell_list(cell);
	for (size_t i = 0; drive && i < drive->n_namespaces; i++)
		if (names[i])
			cell_entry(cell, &(struct known_namespace){ names[i], drive->namespaces[i].nsid });
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an NVMe drive tells of itself, for programs; facts hold the same. */
#include "document.h"
#include "nvme.h"

static const struct drive *drive_of(const void *thing)
{
	return thing;
}

/* JSON's numbers are jansson's, of 63 bits: 8 EiB stand for what is above. */
static void put_bytes(struct cell *cell, uint64_t number)
{
	cell_number(cell, number < INT64_MAX ? (int64_t)number : INT64_MAX);
}

static void put_unknown(const void *thing, struct cell *cell)
{
	if (drive_of(thing)->unknown)
		cell_words(cell, drive_of(thing)->unknown);
}

static void put_number(const void *thing, struct cell *cell)
{
	const struct drive *drive = drive_of(thing);
	enum drive_number number = (enum drive_number)cell_index(cell);

	if (!drive->unknown && drive_has_number(drive, number))
		put_bytes(cell, drive->numbers[number]);
}

static void fill_number(size_t index, struct document_row *row)
{
	row->name = drive_numbers[index].name;
	row->help = drive_numbers[index].help;
	row->type = ROW_NUMBER;
	row->flags = ROW_OPTIONAL;
}

static const struct row_source number_source = { .n = N_DRIVE_NUMBERS, .fill = fill_number };

static const struct secondary *secondary_of(const void *thing)
{
	return thing;
}

static void put_cntlid(const void *thing, struct cell *cell)
{
	cell_number(cell, secondary_of(thing)->cntlid);
}

static void put_vf(const void *thing, struct cell *cell)
{
	cell_number(cell, secondary_of(thing)->vf);
}

static void put_queues(const void *thing, struct cell *cell)
{
	cell_number(cell, secondary_of(thing)->queues);
}

static void put_interrupts(const void *thing, struct cell *cell)
{
	cell_number(cell, secondary_of(thing)->interrupts);
}

static void put_online(const void *thing, struct cell *cell)
{
	cell_flag(cell, secondary_of(thing)->online);
}

static const struct document_row secondary_rows[] = {
	{ .name = "cntlid", .help = "its id in the subsystem", .type = ROW_NUMBER, .put = put_cntlid },
	{
		.name = "vf",
		.help = "the number of its virtual function, counted from 1; 0: it has none",
		.type = ROW_NUMBER,
		.put = put_vf,
	},
	{ .name = "queues", .help = "the queues it was given", .type = ROW_NUMBER, .put = put_queues },
	{
		.name = "interrupts",
		.help = "the interrupts it was given",
		.type = ROW_NUMBER,
		.put = put_interrupts,
	},
	{ .name = "online", .help = "whether it works", .type = ROW_FLAG, .put = put_online },
	{ 0 },
};

static void put_secondaries(const void *thing, struct cell *cell)
{
	const struct drive *drive = drive_of(thing);

	if (!drive->unknown)
		cell_list(cell);
	for (size_t i = 0; !drive->unknown && i < drive->n_secondaries; i++)
		cell_entry(cell, &drive->secondaries[i]);
}

static void put_ids(struct cell *cell, const uint16_t *ids, size_t n)
{
	cell_list(cell);
	for (size_t i = 0; i < n; i++)
		cell_item_number(cell, ids[i]);
}

static const struct drive_namespace *namespace_of(const void *thing)
{
	return thing;
}

static void put_nsid(const void *thing, struct cell *cell)
{
	cell_number(cell, namespace_of(thing)->nsid);
}

static void put_blocks(const void *thing, struct cell *cell)
{
	put_bytes(cell, namespace_of(thing)->blocks);
}

static void put_block_bytes(const void *thing, struct cell *cell)
{
	cell_number(cell, namespace_of(thing)->block_bytes);
}

static void put_metadata_bytes(const void *thing, struct cell *cell)
{
	cell_number(cell, namespace_of(thing)->metadata_bytes);
}

static void put_shared(const void *thing, struct cell *cell)
{
	cell_flag(cell, namespace_of(thing)->shared);
}

static void put_nguid(const void *thing, struct cell *cell)
{
	cell_words(cell, namespace_of(thing)->nguid);
}

static void put_eui64(const void *thing, struct cell *cell)
{
	cell_words(cell, namespace_of(thing)->eui64);
}

static void put_uuid(const void *thing, struct cell *cell)
{
	cell_words(cell, namespace_of(thing)->uuid);
}

static void put_attached(const void *thing, struct cell *cell)
{
	put_ids(cell, namespace_of(thing)->controllers, namespace_of(thing)->n_controllers);
}

#define HEXADECIMAL(digits) "^[0-9a-f]{" #digits "}$"

static const struct document_row namespace_rows[] = {
	{ .name = "nsid", .help = "its number", .type = ROW_NUMBER, .put = put_nsid },
	{ .name = "blocks", .help = "its size in blocks", .type = ROW_NUMBER, .put = put_blocks },
	{
		.name = "block_bytes",
		.help = "bytes of data of a block; 0: pawl does not know such",
		.type = ROW_NUMBER,
		.put = put_block_bytes,
	},
	{
		.name = "metadata_bytes",
		.help = "bytes of metadata of a block",
		.type = ROW_NUMBER,
		.put = put_metadata_bytes,
	},
	{
		.name = "shared",
		.help = "whether it may be attached to more than one controller",
		.type = ROW_FLAG,
		.put = put_shared,
	},
	{
		.name = "nguid",
		.help = "its globally unique identifier",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.pattern = HEXADECIMAL(32),
		.put = put_nguid,
	},
	{
		.name = "eui64",
		.help = "its extended unique identifier",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.pattern = HEXADECIMAL(16),
		.put = put_eui64,
	},
	{
		.name = "uuid",
		.help = "its UUID, without hyphens",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.pattern = HEXADECIMAL(32),
		.put = put_uuid,
	},
	{
		.name = "controllers",
		.help = "the ids of the controllers that it is attached to",
		.type = ROW_NUMBERLIST,
		.put = put_attached,
	},
	{ 0 },
};

static void put_namespaces(const void *thing, struct cell *cell)
{
	const struct drive *drive = drive_of(thing);

	if (!drive->unknown)
		cell_list(cell);
	for (size_t i = 0; !drive->unknown && i < drive->n_namespaces; i++)
		cell_entry(cell, &drive->namespaces[i]);
}

static void put_controllers(const void *thing, struct cell *cell)
{
	if (!drive_of(thing)->unknown)
		put_ids(cell, drive_of(thing)->controllers, drive_of(thing)->n_controllers);
}

static void put_formats(const void *thing, struct cell *cell)
{
	const struct drive *drive = drive_of(thing);

	if (!drive->unknown)
		cell_list(cell);
	for (size_t i = 0; !drive->unknown && i < drive->n_formats; i++)
		cell_item_number(cell, drive->formats[i]);
}

const struct document_row drive_rows[] = {
	{
		.name = "unknown",
		.help = "why nothing else of it is known",
		.type = ROW_WORDS,
		.flags = ROW_OPTIONAL,
		.put = put_unknown,
	},
	{ .type = ROW_EACH, .source = &number_source, .put = put_number },
	{
		.name = "secondaries",
		.help = "its secondary controllers: those of its virtual functions",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = secondary_rows,
		.put = put_secondaries,
	},
	{
		.name = "namespaces",
		.help = "its namespaces; without namespace management those that are its own",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = namespace_rows,
		.put = put_namespaces,
	},
	{
		.name = "controllers",
		.help = "the ids of all controllers of its subsystem",
		.type = ROW_NUMBERLIST,
		.flags = ROW_OPTIONAL,
		.put = put_controllers,
	},
	{
		.name = "formats",
		.help = "by the format's number: bytes of a block; 0: one with metadata",
		.type = ROW_NUMBERLIST,
		.flags = ROW_OPTIONAL,
		.put = put_formats,
	},
	{ 0 },
};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an NVMe drive tells of itself, for programs, as facts hold it. */
#include "document_step.h"
#include "nvme_keys.h"
#include "print.h"

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

static void put_ids(struct cell *cell, const uint16_t *ids, size_t n)
{
	cell_list(cell);
	for (size_t i = 0; i < n; i++)
		cell_item_number(cell, ids[i]);
}

static void put_key(const struct drive_key *key, const void *entry, struct cell *cell)
{
	const struct drive_namespace *namespace = entry;

	switch (key->type) {
	case KEY_NUMBER:
		put_bytes(cell, drive_key_number(key, entry));
		break;
	case KEY_FLAG:
		cell_flag(cell, drive_key_flag(key, entry));
		break;
	case KEY_HEX:
		cell_words(cell, drive_key_hex(key, entry));
		break;
	case KEY_CONTROLLERS:
		put_ids(cell, namespace->controllers, namespace->n_controllers);
		break;
	}
}

#define HEXADECIMAL(digits) "^[0-9a-f]{" #digits "}$"

static void fill_key(const struct drive_key *key, struct document_row *row)
{
	static const enum row_type types[] = {
		[KEY_NUMBER] = ROW_NUMBER,
		[KEY_FLAG] = ROW_FLAG,
		[KEY_HEX] = ROW_WORDS,
		[KEY_CONTROLLERS] = ROW_NUMBERLIST,
	};

	row->name = key->name;
	row->help = key->help;
	row->type = types[key->type];
	if (key->type == KEY_HEX) {
		row->flags = ROW_NULL;
		row->pattern = key->width == EUI64_BYTES ? HEXADECIMAL(16) : HEXADECIMAL(32);
	}
}

static void fill_secondary_key(size_t index, struct document_row *row)
{
	fill_key(&secondary_keys[index], row);
}

static const struct row_source secondary_source = { .n = N_SECONDARY_KEYS, .fill = fill_secondary_key };

static void put_secondary_key(const void *thing, struct cell *cell)
{
	put_key(&secondary_keys[cell_index(cell)], thing, cell);
}

static const struct document_row secondary_rows[] = {
	{ .type = ROW_EACH, .source = &secondary_source, .put = put_secondary_key },
	{ 0 },
};

static void fill_namespace_key(size_t index, struct document_row *row)
{
	fill_key(&namespace_keys[index], row);
}

static const struct row_source namespace_source = { .n = N_NAMESPACE_KEYS, .fill = fill_namespace_key };

static void put_namespace_key(const void *thing, struct cell *cell)
{
	put_key(&namespace_keys[cell_index(cell)], thing, cell);
}

static const struct document_row namespace_rows[] = {
	{ .type = ROW_EACH, .source = &namespace_source, .put = put_namespace_key },
	{ 0 },
};

static void put_subnqn(const void *thing, struct cell *cell)
{
	if (!drive_of(thing)->unknown && drive_of(thing)->subnqn)
		cell_words(cell, drive_of(thing)->subnqn);
}

static void put_secondaries(const void *thing, struct cell *cell)
{
	const struct drive *drive = drive_of(thing);

	if (!drive->unknown)
		cell_list(cell);
	for (size_t i = 0; !drive->unknown && i < drive->n_secondaries; i++)
		cell_entry(cell, &drive->secondaries[i]);
}

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
		.name = DRIVE_UNKNOWN,
		.help = "why nothing else of it is known",
		.type = ROW_WORDS,
		.flags = ROW_OPTIONAL,
		.put = put_unknown,
	},
	{ .type = ROW_EACH, .source = &number_source, .put = put_number },
	{
		.name = DRIVE_SUBNQN,
		.help = "its subsystem's NVMe qualified name; not there: it tells none, or nobody has asked",
		.type = ROW_WORDS,
		.flags = ROW_OPTIONAL,
		.put = put_subnqn,
	},
	{
		.name = DRIVE_SECONDARIES,
		.help = "its secondary controllers: those of its virtual functions",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = secondary_rows,
		.put = put_secondaries,
	},
	{
		.name = DRIVE_NAMESPACES,
		.help = "its namespaces; without namespace management those that are its own",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = namespace_rows,
		.put = put_namespaces,
	},
	{
		.name = DRIVE_CONTROLLERS,
		.help = "the ids of all controllers of its subsystem",
		.type = ROW_NUMBERLIST,
		.flags = ROW_OPTIONAL,
		.put = put_controllers,
	},
	{
		.name = DRIVE_FORMATS,
		.help = "by the format's number: bytes of a block; 0: one with metadata",
		.type = ROW_NUMBERLIST,
		.flags = ROW_OPTIONAL,
		.put = put_formats,
	},
	{ 0 },
};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the secondary controllers and the namespaces of a drive of a facts file. */
#include "facts_drive.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* It was there before; VF 0 is none. */
static bool secondary_is_there(struct drive_parsing *reading, const struct secondary *one)
{
	bool there = reading->cntlids[one->cntlid] || (one->vf > 0 && reading->vfs[one->vf]);

	reading->cntlids[one->cntlid] = reading->vfs[one->vf] = true;
	return there;
}

/* One entry of a list while it is read: what is wrong stays in the report, and the value empty. */
struct entry {
	struct drive_parsing *reading;
	const char *list;
	size_t number;
	const json_t *object;
	void *to;
};

static void take_number(const struct entry *entry, const struct drive_key *key)
{
	uint64_t number = 0;

	if (drive_number_parse(json_object_get(entry->object, key->name), key->most, &number) < 0 ||
		number < key->least)
		drive_refuse(entry->reading, entry->list, "number %zu: %s must be a number from %llu to %llu",
			entry->number, key->name, (unsigned long long)key->least,
			(unsigned long long)key->most);
	drive_key_set_number(key, entry->to, number);
}

static void take_flag(const struct entry *entry, const struct drive_key *key)
{
	const json_t *value = json_object_get(entry->object, key->name);

	if (!json_is_boolean(value))
		drive_refuse(entry->reading, entry->list, "number %zu: %s must be true or false",
			entry->number, key->name);
	drive_key_set_flag(key, entry->to, json_is_true(value));
}

static void take_hex(const struct entry *entry, const struct drive_key *key)
{
	const json_t *value = json_object_get(entry->object, key->name);
	const char *text = json_string_value(value);
	size_t digits = 2 * key->width;

	if (text && strlen(text) == digits && strspn(text, "0123456789abcdef") == digits)
		drive_key_set_hex(key, entry->to, string_copy(text));
	else if (!json_is_null(value))
		drive_refuse(entry->reading, entry->list,
			"number %zu: %s must be null or %zu hexadecimal digits in lower case", entry->number,
			key->name, digits);
}

static void take_controllers(const struct entry *entry, const struct drive_key *key)
{
	const json_t *array = json_object_get(entry->object, key->name);
	uint64_t number = 0;

	if (!json_is_array(array) || json_array_size(array) > MAX_CONTROLLERS)
		drive_refuse(entry->reading, entry->list, "number %zu: %s must be an array of at most %d",
			entry->number, key->name, MAX_CONTROLLERS);
	for (size_t i = 0; i < json_array_size(array) && i < MAX_CONTROLLERS; i++)
		if (drive_number_parse(json_array_get(array, i), UINT16_MAX, &number) == 0)
			namespace_attach(entry->to, (uint16_t)number);
		else
			drive_refuse(entry->reading, entry->list,
				"number %zu: %s: number %zu: must be a controller's id", entry->number,
				key->name, i);
}

static void (*const take[])(const struct entry *, const struct drive_key *) = {
	[KEY_NUMBER] = take_number,
	[KEY_FLAG] = take_flag,
	[KEY_HEX] = take_hex,
	[KEY_CONTROLLERS] = take_controllers,
};

static void take_entry(const struct entry *entry, const struct drive_key *keys, size_t n)
{
	size_t known = 0;

	if (!json_is_object(entry->object)) {
		drive_refuse(entry->reading, entry->list, "number %zu: must be an object", entry->number);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		known += json_object_get(entry->object, keys[i].name) != NULL;
		take[keys[i].type](entry, &keys[i]);
	}
	if (json_object_size(entry->object) != known)
		drive_refuse(entry->reading, entry->list, "number %zu: has unknown keys", entry->number);
}

static void take_secondary(struct drive_parsing *reading, size_t at, const json_t *object)
{
	struct drive *drive = reading->drive;
	struct secondary one = { 0 };

	take_entry(&(struct entry){ reading, DRIVE_SECONDARIES, at, object, &one }, secondary_keys,
		N_SECONDARY_KEYS);
	if (secondary_is_there(reading, &one))
		drive_refuse(reading, DRIVE_SECONDARIES, "number %zu: its cntlid or vf was there before", at);
	else
		drive->secondaries[drive->n_secondaries++] = one;
}

void drive_take_secondaries(struct drive_parsing *reading, const json_t *array)
{
	struct drive *drive = reading->drive;

	drive->secondaries = memory_new(json_array_size(array) + 1, sizeof(*drive->secondaries));
	reading->cntlids = memory_new(UINT16_MAX + 1, sizeof(*reading->cntlids));
	reading->vfs = memory_new(UINT16_MAX + 1, sizeof(*reading->vfs));
	for (size_t i = 0; i < json_array_size(array); i++)
		take_secondary(reading, i, json_array_get(array, i));
	free(reading->cntlids);
	free(reading->vfs);
}

static void take_namespace(struct drive_parsing *reading, size_t at, const json_t *object)
{
	struct drive_namespace one = { 0 };

	take_entry(&(struct entry){ reading, DRIVE_NAMESPACES, at, object, &one }, namespace_keys,
		N_NAMESPACE_KEYS);
	if (!block_bytes_valid(one.block_bytes))
		drive_refuse(reading, DRIVE_NAMESPACES, "number %zu: block_bytes must be a power of two", at);
	if (drive_namespace(reading->drive, one.nsid)) {
		drive_refuse(reading, DRIVE_NAMESPACES, "number %zu: its nsid was there before", at);
		namespace_clear(&one);
	} else
		*drive_add_namespace(reading->drive, one.nsid) = one;
}

void drive_take_namespaces(struct drive_parsing *reading, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++)
		take_namespace(reading, i, json_array_get(array, i));
}

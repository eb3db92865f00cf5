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

/* A number of 16 bits of an entry; what is wrong stays in the report. */
static uint16_t take_word(
	struct drive_parsing *reading, const char *list, size_t at, const json_t *object, const char *key)
{
	uint64_t number = 0;

	if (drive_number_parse(json_object_get(object, key), UINT16_MAX, &number) < 0)
		drive_refuse(
			reading, list, "number %zu: %s must be a number from 0 to %d", at, key, UINT16_MAX);
	return (uint16_t)number;
}

static bool take_flag(
	struct drive_parsing *reading, const char *list, size_t at, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (!json_is_boolean(value))
		drive_refuse(reading, list, "number %zu: %s must be true or false", at, key);
	return json_is_true(value);
}

static void take_secondary(struct drive_parsing *reading, size_t at, const json_t *object)
{
	struct drive *drive = reading->drive;
	const struct secondary one = {
		.cntlid = take_word(reading, DRIVE_SECONDARIES, at, object, "cntlid"),
		.vf = take_word(reading, DRIVE_SECONDARIES, at, object, "vf"),
		.queues = take_word(reading, DRIVE_SECONDARIES, at, object, "queues"),
		.interrupts = take_word(reading, DRIVE_SECONDARIES, at, object, "interrupts"),
		.online = take_flag(reading, DRIVE_SECONDARIES, at, object, "online"),
	};

	if (json_object_size(object) != 5)
		drive_refuse(reading, DRIVE_SECONDARIES, "number %zu: has unknown keys", at);
	else if (secondary_is_there(reading, &one))
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

static uint64_t take_long(struct drive_parsing *reading, size_t at, const json_t *object, const char *key,
	uint64_t least, uint64_t most)
{
	uint64_t number = 0;

	if (drive_number_parse(json_object_get(object, key), most, &number) < 0 || number < least)
		drive_refuse(reading, DRIVE_NAMESPACES, "number %zu: %s must be a number from %llu to %llu",
			at, key, (unsigned long long)least, (unsigned long long)most);
	return number;
}

/* What a namespace is known by: so many bytes, as pawl prints them; NULL: nothing such, or it is refused. */
static const char *take_name(
	struct drive_parsing *reading, size_t at, const json_t *object, const char *key, size_t bytes)
{
	const json_t *value = json_object_get(object, key);
	const char *text = json_string_value(value);

	if (json_is_null(value))
		return NULL;
	if (text && strlen(text) == 2 * bytes && strspn(text, "0123456789abcdef") == 2 * bytes)
		return text;
	drive_refuse(reading, DRIVE_NAMESPACES,
		"number %zu: %s must be null or %zu hexadecimal digits in lower case", at, key, 2 * bytes);
	return NULL;
}

static void take_attached(
	struct drive_parsing *reading, size_t at, const json_t *object, struct drive_namespace *namespace)
{
	const json_t *array = json_object_get(object, "controllers");
	uint64_t number = 0;

	if (!json_is_array(array) || json_array_size(array) > MAX_CONTROLLERS)
		drive_refuse(reading, DRIVE_NAMESPACES,
			"number %zu: controllers must be an array of at most %d", at, MAX_CONTROLLERS);
	for (size_t i = 0; i < json_array_size(array) && i < MAX_CONTROLLERS; i++)
		if (drive_number_parse(json_array_get(array, i), UINT16_MAX, &number) == 0)
			namespace_attach(namespace, (uint16_t)number);
		else
			drive_refuse(reading, DRIVE_NAMESPACES,
				"number %zu: controllers: number %zu: must be a controller's id", at, i);
}

static void take_namespace(struct drive_parsing *reading, size_t at, const json_t *object)
{
	uint32_t nsid = (uint32_t)take_long(reading, at, object, "nsid", 1, UINT32_MAX - 1);
	struct drive_namespace *namespace;
	uint64_t bytes;

	if (drive_namespace(reading->drive, nsid) || json_object_size(object) != 9) {
		drive_refuse(reading, DRIVE_NAMESPACES, "number %zu: %s", at,
			drive_namespace(reading->drive, nsid) ? "its nsid was there before"
							      : "it must have nine keys");
		return;
	}
	namespace = drive_add_namespace(reading->drive, nsid);
	namespace->blocks = take_long(reading, at, object, "blocks", 0, INT64_MAX);
	namespace->metadata_bytes = take_word(reading, DRIVE_NAMESPACES, at, object, "metadata_bytes");
	namespace->shared = take_flag(reading, DRIVE_NAMESPACES, at, object, "shared");
	namespace->nguid = string_copy(take_name(reading, at, object, "nguid", NGUID_BYTES));
	namespace->eui64 = string_copy(take_name(reading, at, object, "eui64", EUI64_BYTES));
	namespace->uuid = string_copy(take_name(reading, at, object, "uuid", UUID_BYTES));
	take_attached(reading, at, object, namespace);
	bytes = take_long(reading, at, object, "block_bytes", 0, UINT32_MAX);
	if (!block_bytes_valid(bytes))
		drive_refuse(reading, DRIVE_NAMESPACES, "number %zu: block_bytes must be a power of two", at);
	namespace->block_bytes = (uint32_t)bytes;
}

void drive_take_namespaces(struct drive_parsing *reading, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++)
		take_namespace(reading, i, json_array_get(array, i));
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What NVMe drives tell of themselves, as JSON. */
#include "facts_drive.h"
#include <jansson.h>

/* JSON's numbers are jansson's, of 63 bits: 8 EiB stand for what is above. */
static json_t *print_number(uint64_t number)
{
	return json_integer(number < INT64_MAX ? (json_int_t)number : INT64_MAX);
}

static json_t *print_controllers(const uint16_t *controllers, size_t n)
{
	json_t *array = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(array, print_number(controllers[i]));
	return array;
}

static json_t *print_key(const struct drive_key *key, const void *entry)
{
	const struct drive_namespace *namespace = entry;

	switch (key->type) {
	case KEY_NUMBER:
		return print_number(drive_key_number(key, entry));
	case KEY_FLAG:
		return json_boolean(drive_key_flag(key, entry));
	case KEY_HEX:
		return facts_string(drive_key_hex(key, entry));
	case KEY_CONTROLLERS:
		return print_controllers(namespace->controllers, namespace->n_controllers);
	}
	return NULL;
}

static json_t *print_entry(const struct drive_key *keys, size_t n, const void *entry)
{
	json_t *object = json_object();

	for (size_t i = 0; i < n; i++)
		json_object_set_new(object, keys[i].name, print_key(&keys[i], entry));
	return object;
}

static json_t *print_secondaries(const struct drive *drive)
{
	json_t *array = json_array();

	for (size_t i = 0; i < drive->n_secondaries; i++)
		json_array_append_new(
			array, print_entry(secondary_keys, N_SECONDARY_KEYS, &drive->secondaries[i]));
	return array;
}

static json_t *print_namespaces(const struct drive *drive)
{
	json_t *array = json_array();

	for (size_t i = 0; i < drive->n_namespaces; i++)
		json_array_append_new(
			array, print_entry(namespace_keys, N_NAMESPACE_KEYS, &drive->namespaces[i]));
	return array;
}

static json_t *print_formats(const struct drive *drive)
{
	json_t *array = json_array();

	for (size_t i = 0; i < drive->n_formats; i++)
		json_array_append_new(array, print_number(drive->formats[i]));
	return array;
}

json_t *facts_print_drive(const struct drive *drive)
{
	json_t *object = json_object();

	if (drive->unknown) {
		json_object_set_new(object, DRIVE_UNKNOWN, facts_string(drive->unknown));
		return object;
	}
	for (enum drive_number i = 0; i < N_DRIVE_NUMBERS; i++)
		if (drive_has_number(drive, i))
			json_object_set_new(object, drive_numbers[i].name, print_number(drive->numbers[i]));
	if (drive->subnqn)
		json_object_set_new(object, DRIVE_SUBNQN, facts_string(drive->subnqn));
	json_object_set_new(object, DRIVE_SECONDARIES, print_secondaries(drive));
	json_object_set_new(object, DRIVE_NAMESPACES, print_namespaces(drive));
	json_object_set_new(
		object, DRIVE_CONTROLLERS, print_controllers(drive->controllers, drive->n_controllers));
	json_object_set_new(object, DRIVE_FORMATS, print_formats(drive));
	return object;
}

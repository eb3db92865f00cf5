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

static json_t *print_secondaries(const struct drive *drive)
{
	json_t *array = json_array();

	for (size_t i = 0; i < drive->n_secondaries; i++) {
		const struct secondary *secondary = &drive->secondaries[i];
		json_t *object = json_object();

		json_object_set_new(object, "cntlid", print_number(secondary->cntlid));
		json_object_set_new(object, "vf", print_number(secondary->vf));
		json_object_set_new(object, "queues", print_number(secondary->queues));
		json_object_set_new(object, "interrupts", print_number(secondary->interrupts));
		json_object_set_new(object, "online", json_boolean(secondary->online));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *print_namespace(const struct drive_namespace *namespace)
{
	json_t *object = json_object();

	json_object_set_new(object, "nsid", print_number(namespace->nsid));
	json_object_set_new(object, "blocks", print_number(namespace->blocks));
	json_object_set_new(object, "block_bytes", print_number(namespace->block_bytes));
	json_object_set_new(object, "metadata_bytes", print_number(namespace->metadata_bytes));
	json_object_set_new(object, "shared", json_boolean(namespace->shared));
	json_object_set_new(object, "nguid", facts_string(namespace->nguid));
	json_object_set_new(object, "eui64", facts_string(namespace->eui64));
	json_object_set_new(object, "uuid", facts_string(namespace->uuid));
	json_object_set_new(
		object, "controllers", print_controllers(namespace->controllers, namespace->n_controllers));
	return object;
}

static json_t *print_namespaces(const struct drive *drive)
{
	json_t *array = json_array();

	for (size_t i = 0; i < drive->n_namespaces; i++)
		json_array_append_new(array, print_namespace(&drive->namespaces[i]));
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
	json_object_set_new(object, DRIVE_SECONDARIES, print_secondaries(drive));
	json_object_set_new(object, DRIVE_NAMESPACES, print_namespaces(drive));
	json_object_set_new(
		object, DRIVE_CONTROLLERS, print_controllers(drive->controllers, drive->n_controllers));
	json_object_set_new(object, DRIVE_FORMATS, print_formats(drive));
	return object;
}

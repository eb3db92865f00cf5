/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads what the NVMe drives of a facts file tell of themselves. */
#include "facts_drive.h"
#include <jansson.h>
#include <string.h>

void drive_refuse(struct drive_parsing *reading, const char *key, const char *format, ...)
{
	AUTO_TEXT struct text text = { 0 };
	va_list values;

	va_start(values, format);
	text_addv(&text, format, values);
	va_end(values);
	parsing_refuse(reading->parsing, "functions.%s." FACTS_DRIVE ".%s: %s", reading->address, key,
		text_string(&text));
}

int drive_number_parse(const json_t *value, uint64_t most, uint64_t *ret_number)
{
	json_int_t number = json_integer_value(value);

	if (!json_is_integer(value) || number < 0 || (uint64_t)number > most)
		return -1;
	*ret_number = (uint64_t)number;
	return 0;
}

bool block_bytes_valid(uint64_t bytes)
{
	return bytes == 0 || (bytes >= 512 && (bytes & (bytes - 1)) == 0);
}

/* What was not captured leaves nothing of the drive that could be planned with. */
static void doubt(struct drive *drive, const char *key)
{
	if (!drive->unknown)
		drive->unknown = text_print("the facts were captured without its %s", key);
}

static uint64_t most_of(enum drive_number number)
{
	size_t width = drive_numbers[number].width;

	return width < sizeof(uint64_t) ? (UINT64_C(1) << 8 * width) - 1 : INT64_MAX;
}

/* Which of them it must have, its oacs says. */
static void check_numbers(struct drive_parsing *reading, const json_t *object)
{
	bool told = json_object_get(object, drive_numbers[D_OACS].name) != NULL;

	for (enum drive_number i = 0; i < N_DRIVE_NUMBERS; i++) {
		const char *name = drive_numbers[i].name;
		bool there = json_object_get(object, name) != NULL;

		if (there && told && !drive_has_number(reading->drive, i))
			drive_refuse(reading, name, "but its oacs lacks 0x%x", (unsigned)OACS_VIRTUALIZATION);
		else if (!there && drive_has_number(reading->drive, i))
			doubt(reading->drive, name);
	}
}

static void take_numbers(struct drive_parsing *reading, const json_t *object)
{
	struct drive *drive = reading->drive;

	for (enum drive_number i = 0; i < N_DRIVE_NUMBERS; i++) {
		const char *name = drive_numbers[i].name;
		const json_t *value = json_object_get(object, name);

		if (value && drive_number_parse(value, most_of(i), &drive->numbers[i]) < 0)
			drive_refuse(reading, name, "must be a number from 0 to %llu",
				(unsigned long long)most_of(i));
	}
	check_numbers(reading, object);
}

static void take_controllers(struct drive_parsing *reading, const json_t *array)
{
	struct drive *drive = reading->drive;
	uint64_t number = 0;

	drive->controllers = memory_new(json_array_size(array) + 1, sizeof(*drive->controllers));
	for (size_t i = 0; i < json_array_size(array); i++)
		if (drive_number_parse(json_array_get(array, i), UINT16_MAX, &number) == 0)
			drive->controllers[drive->n_controllers++] = (uint16_t)number;
		else
			drive_refuse(reading, DRIVE_CONTROLLERS, "number %zu: must be a controller's id", i);
}

static void take_formats(struct drive_parsing *reading, const json_t *array)
{
	struct drive *drive = reading->drive;
	uint64_t bytes = 0;

	drive->formats = memory_new(json_array_size(array) + 1, sizeof(*drive->formats));
	for (size_t i = 0; i < json_array_size(array); i++)
		if (drive_number_parse(json_array_get(array, i), UINT32_MAX, &bytes) == 0 &&
			block_bytes_valid(bytes))
			drive->formats[drive->n_formats++] = (uint32_t)bytes;
		else
			drive_refuse(reading, DRIVE_FORMATS,
				"number %zu: must be the bytes of a block, a power of two from 512 on, or 0",
				i);
}

/* Facts of before it was read have none. */
static void take_subnqn(struct drive_parsing *reading, const json_t *value)
{
	const char *name = json_string_value(value);

	if (!value)
		return;
	if (name && *name && strlen(name) <= SUBNQN_MOST && !text_controls(name))
		reading->drive->subnqn = string_copy(name);
	else
		drive_refuse(reading, DRIVE_SUBNQN, "must be a name of at most %d bytes", SUBNQN_MOST);
}

static const struct {
	const char *key;
	size_t most;
	void (*take)(struct drive_parsing *, const json_t *array);
} lists[] = {
	{ DRIVE_SECONDARIES, MAX_SECONDARIES, drive_take_secondaries },
	{ DRIVE_NAMESPACES, MAX_NAMESPACES, drive_take_namespaces },
	{ DRIVE_CONTROLLERS, MAX_CONTROLLERS, take_controllers },
	{ DRIVE_FORMATS, MAX_FORMATS, take_formats },
};
enum { N_LISTS = sizeof(lists) / sizeof(lists[0]) };

static void take_lists(struct drive_parsing *reading, const json_t *object)
{
	for (size_t i = 0; i < N_LISTS; i++) {
		const json_t *array = json_object_get(object, lists[i].key);

		if (!array)
			doubt(reading->drive, lists[i].key);
		else if (!json_is_array(array) || json_array_size(array) > lists[i].most)
			drive_refuse(reading, lists[i].key, "must be an array of at most %zu", lists[i].most);
		else
			lists[i].take(reading, array);
	}
}

static bool key_known(const char *key)
{
	for (enum drive_number i = 0; i < N_DRIVE_NUMBERS; i++)
		if (string_equal(drive_numbers[i].name, key))
			return true;
	for (size_t i = 0; i < N_LISTS; i++)
		if (string_equal(lists[i].key, key))
			return true;
	return string_equal(key, DRIVE_SUBNQN);
}

/* Why nothing is known of it, and nothing else. */
static void take_doubt(struct drive_parsing *reading, const json_t *object)
{
	const char *why = json_string_value(json_object_get(object, DRIVE_UNKNOWN));

	if (why && *why && !text_controls(why) && json_object_size(object) == 1)
		reading->drive->unknown = string_copy(why);
	else
		drive_refuse(reading, DRIVE_UNKNOWN, "must be words, and then nothing else is told of it");
}

static void take_drive(struct drive_parsing *reading, const json_t *object)
{
	const json_t *value;
	const char *key;

	if (json_object_get(object, DRIVE_UNKNOWN)) {
		take_doubt(reading, object);
		return;
	}
	json_object_foreach ((json_t *)object, key, value)
		if (!key_known(key))
			drive_refuse(reading, key, "unknown key");
	take_numbers(reading, object);
	take_subnqn(reading, json_object_get(object, DRIVE_SUBNQN));
	take_lists(reading, object);
}

static void parse_drive(struct parsing *parsing, struct function *function, const json_t *value)
{
	struct drive_parsing reading = { .parsing = parsing, .address = function->address };

	if (json_is_null(value) && function_is_drive(function))
		parsing_refuse(parsing, "functions.%s." FACTS_DRIVE ": is null, but the nvme driver has it",
			function->address);
	else if (!json_is_null(value) && !json_is_object(value))
		parsing_refuse(parsing, "functions.%s." FACTS_DRIVE ": must be an object or null",
			function->address);
	else if (json_is_object(value) && !function_may_be_drive(function))
		parsing_refuse(parsing,
			"functions.%s." FACTS_DRIVE ": it is no NVMe controller, or a virtual function",
			function->address);
	else if (json_is_object(value)) {
		function->drive = reading.drive = drive_new();
		take_drive(&reading, value);
	}
}

void parsing_take_drives(struct parsing *parsing, const json_t *functions)
{
	for (size_t i = 0; i < parsing->survey->n; i++) {
		struct function *function = parsing->survey->functions[i];
		const json_t *value =
			json_object_get(json_object_get(functions, function->address), FACTS_DRIVE);

		if (value)
			parse_drive(parsing, function, value);
	}
	drives_tell(parsing->survey);
}

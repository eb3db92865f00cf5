/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An entry of a record as one line of JSON, by the rows of its members. */
#include "record.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static char **text_at(const struct member *member, const void *entry)
{
	return (char **)((char *)entry + member->offset);
}

static uint64_t *number_at(const struct member *member, const void *entry)
{
	return (uint64_t *)((char *)entry + member->offset);
}

static bool *flag_at(const struct member *member, const void *entry)
{
	return (bool *)((char *)entry + member->offset);
}

void entry_copy(const struct record_row *row, void *to, const void *from)
{
	memcpy(to, from, row->size);
	for (const struct member *member = row->members; member->name; member++)
		if (member->type == MEMBER_TEXT)
			*text_at(member, to) = string_copy(*text_at(member, from));
}

void entry_free(const struct record_row *row, void *entry)
{
	for (const struct member *member = row->members; member->name; member++)
		if (member->type == MEMBER_TEXT)
			free(*text_at(member, entry));
	memset(entry, 0, row->size);
}

/* JSON has no words for bytes that are no UTF-8, which sysfs may hold: they are written as \\xff. */
static json_t *json_of(const char *text)
{
	json_t *json = text ? json_string(text) : NULL;
	AUTO_TEXT struct text printable = { 0 };

	if (json || !text)
		return json;
	text_add_printable(&printable, text, strlen(text));
	return json_string(text_string(&printable));
}

static json_t *member_json(const struct member *member, const void *entry)
{
	switch (member->type) {
	case MEMBER_TEXT:
		return json_of(*text_at(member, entry));
	case MEMBER_NUMBER:
		return json_integer((json_int_t)*number_at(member, entry));
	case MEMBER_FLAG:
		return json_boolean(*flag_at(member, entry));
	}
	return NULL;
}

/* Over the line as it is without its CRC. */
static char *crc_print(const json_t *line)
{
	AUTO_FREE char *bytes = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);

	return text_print("%08lx", crc32_z(0, (const unsigned char *)bytes, strlen(bytes)));
}

char *record_print_line(const struct record_row *row, const void *entry, uint64_t seq)
{
	json_t *line = json_pack("{s:I}", "seq", (json_int_t)seq);
	AUTO_FREE char *crc = NULL;
	char *text;

	for (const struct member *member = row->members; member->name; member++) {
		json_t *value = member_json(member, entry);

		if (value)
			json_object_set_new(line, member->name, value);
	}
	crc = row->crc ? crc_print(line) : NULL;
	if (crc)
		json_object_set_new(line, "crc", json_string(crc));
	text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(line);
	return text;
}

/* -1 when the value is of another type than the row says; a text may be missing. */
static int member_take(const struct member *member, const json_t *line, void *entry)
{
	const json_t *value = json_object_get(line, member->name);

	switch (member->type) {
	case MEMBER_TEXT:
		*text_at(member, entry) = string_copy(json_string_value(value));
		return !value || json_is_string(value) ? 0 : -1;
	case MEMBER_NUMBER:
		*number_at(member, entry) = (uint64_t)json_integer_value(value);
		return json_is_integer(value) && json_integer_value(value) >= 0 ? 0 : -1;
	case MEMBER_FLAG:
		*flag_at(member, entry) = json_is_true(value);
		return json_is_boolean(value) ? 0 : -1;
	}
	return -1;
}

/*
 * As record_print_line writes it, the line without its CRC is its own bytes without that member, which is
 * never the last one: "seq" comes after it.
 */
static bool crc_fits_bytes(const char *bytes, size_t length, const char *said)
{
	AUTO_FREE char *member = text_print("\"crc\":\"%s\",", said), *is = NULL;
	const char *at = memmem(bytes, length, member, strlen(member));
	const char *rest = at ? at + strlen(member) : NULL;
	uLong crc;

	if (!at)
		return false;
	crc = crc32_z(0, (const unsigned char *)bytes, (size_t)(at - bytes));
	crc = crc32_z(crc, (const unsigned char *)rest, length - (size_t)(rest - bytes));
	is = text_print("%08lx", crc);
	return string_equal(said, is);
}

/* Whoever has written it otherwise has it read as it would have been written here. */
static bool crc_fits(const struct record_row *row, json_t *line, const char *bytes, size_t length)
{
	AUTO_FREE char *said = string_copy(json_string_value(json_object_get(line, "crc"))), *is = NULL;

	if (!row->crc)
		return true;
	if (said && crc_fits_bytes(bytes, length, said))
		return true;
	json_object_del(line, "crc");
	is = crc_print(line);
	return string_equal(said, is);
}

int record_parse_line(const struct record_row *row, const char *bytes, size_t length, void *ret_entry)
{
	json_t *line = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
	json_int_t seq = json_integer_value(json_object_get(line, "seq"));
	int result = seq > 0 ? 0 : -1;

	memset(ret_entry, 0, row->size);
	*(uint64_t *)ret_entry = (uint64_t)seq;
	for (const struct member *member = row->members; line && member->name; member++)
		if (member_take(member, line, ret_entry) < 0)
			result = -1;
	if (result == 0 && !(crc_fits(row, line, bytes, length) && row->is_whole(ret_entry)))
		result = -1;
	if (result < 0)
		entry_free(row, ret_entry);
	json_decref(line);
	return result;
}

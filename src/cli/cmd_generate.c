/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl generate`: a file to begin with, from the hardware that is there. */
#include "commands.h"
#include "lookup.h"
#include "namespaces.h"
#include "nvme.h"
#include "print.h"
#include "session.h"
#include "share.h"
#include <inttypes.h>
#include <string.h>

#define INDENT "        "

enum { MANY = 16 }; /* namespaces of a drive: `pawl show` tells them all */

struct starter {
	const struct survey *survey;
	const struct state *as_is; /* the machine as a wish, as export has it */
	struct text *text;
	struct lookup told; /* keys that have had their remarks */
};

/* "# driver: hisdk3": as it is now, or without a value. */
static void field_suggest(
	const struct field *field, const char *indent, const char *value, bool tell, struct text *text)
{
	AUTO_TEXT struct text help = { 0 }, line = { 0 };

	text_addf(&line, INDENT "# %s%s:%s", indent, field->name, *value ? " " : "");
	text_add_safe(&line, value);
	text_add(text, text_string(&line));
	if (tell) {
		text_pad(text, line.length < 40 ? 40 - line.length : 1);
		field_help(field, &help);
		text_addf(text, "# %s", text_string(&help));
	}
	text_add(text, "\n");
}

/* What a key means is told once, where it stands first: a machine has many devices of a kind. */
static bool told_first(struct starter *starter, const struct kind *kind, const char *key)
{
	uint64_t hash = hash_pair(kind->name, key);
	size_t cursor = 0, at;

	if (lookup_next(&starter->told, hash, &cursor, &at))
		return false;
	lookup_add(&starter->told, hash, 0);
	return true;
}

/* What export says of the device with that function; another is its namesake. NULL: nothing of the kind. */
static const struct resource *exported_find(const struct starter *starter, const struct function *function,
	const struct kind *kind, size_t *cursor)
{
	while (*cursor < starter->as_is->n) {
		const struct resource *is = starter->as_is->all[(*cursor)++],
				      *device = resource_above(is, &kind_device);

		if (is->kind == kind && device &&
			string_equal(
				((const struct device_body *)device->body)->select.pci, function->address))
			return is;
	}
	return NULL;
}

/* The driver of VFs, and what they have of their drive, is wished for and in no file of the kernel. */
static void value_of(
	const struct resource *have, const struct resource *exported, size_t row, struct text *value)
{
	const struct field *fields = have->kind->fields;

	if (resource_given(have, row))
		field_print(fields, row, have->body, value);
	else if (exported && fields[row].type->shape == SHAPE_SCALAR)
		field_print(fields, row, exported->body, value);
}

static void kind_suggest(struct starter *starter, const struct resource *device, const struct kind *kind)
{
	const struct function *function = device_function(starter->survey, device);
	struct text *text = starter->text;
	struct resource *have = resource_new(kind, device->name, device);
	bool alone = kind->fields[0].flags & FIELD_ALONE;
	struct report ignored = { 0 }; /* what is not known is suggested without a value */
	size_t cursor = 0;
	const struct resource *exported = exported_find(starter, function, kind, &cursor);

	if (kind->observe)
		kind->observe(starter->survey, have, have, &ignored);
	if (!alone)
		text_addf(text, INDENT "# %s:\n", kind->key);
	for (size_t row = 0; kind->fields[row].name; row++) {
		struct field field = kind->fields[row];
		AUTO_TEXT struct text value = { 0 };

		if (field.flags & FIELD_OBSERVED ||
			(field.flags & FIELD_NETWORK && !function_is_network(function)))
			continue;
		value_of(have, exported, row, &value);
		if (alone)
			field.name = kind->key;
		field_suggest(&field, alone ? "" : "  ", text_string(&value),
			told_first(starter, kind, field.name), text);
	}
	report_free(&ignored);
	resource_free(have);
}

/* As export has it: by its name, with its size and who has it; NULL: export has it not. */
static const struct resource *namespace_exported(
	const struct starter *starter, const struct function *function, const struct drive_namespace *there)
{
	const struct resource *is;

	for (size_t cursor = 0; (is = exported_find(starter, function, &kind_namespace, &cursor));)
		if (((const struct namespace_body *)is->body)->adopt.nsid == there->nsid)
			return is;
	return NULL;
}

static void namespace_suggest(
	struct starter *starter, const struct function *function, const struct drive_namespace *there)
{
	const struct resource *is = namespace_exported(starter, function, there);
	const struct field *fields = kind_namespace.fields;
	AUTO_FREE char *adopt = namespace_adopt_print(there);
	struct text *text = starter->text;

	if (is)
		text_addf(text, INDENT "#     %s: {", strrchr(is->name, '.') + 1);
	else
		text_addf(text, INDENT "#     ns%" PRIu32 ": {", there->nsid);
	for (size_t row = 0; is && fields[row].name; row++) {
		if (row == NS_ADOPT || !resource_given(is, row))
			continue;
		text_addf(text, "%s: ", fields[row].name);
		field_print(fields, row, is->body, text);
		text_add(text, ", ");
	}
	text_addf(text, "%s}\n", adopt);
}

/* Those that are there, and what can be said of a new one: that it is to go is said of one that is there. */
static void namespaces_suggest(struct starter *starter, const struct function *function)
{
	const struct field *fields = kind_namespace.fields;
	const struct drive *drive = function->drive;

	text_add(starter->text, INDENT "#   namespaces:\n");
	for (size_t i = 0; i < drive->n_namespaces && i < MANY; i++)
		if (namespace_port(starter->survey, function, &drive->namespaces[i]) == function)
			namespace_suggest(starter, function, &drive->namespaces[i]);
	text_add(starter->text, INDENT "#     new:\n");
	for (size_t row = 0; fields[row].name; row++)
		if (!(fields[row].flags & FIELD_OBSERVED) && row != NS_STATE && row != NS_ADOPT)
			field_suggest(&fields[row], "      ", "",
				told_first(starter, &kind_namespace, fields[row].name), starter->text);
}

/* What people know it by, as a remark. */
static void function_remark(const struct function *function, struct text *text)
{
	AUTO_FREE char *name = function_name(function), *names = function_names(function);
	AUTO_FREE char *vfs = function_vfs(function), *driver = function_driver(function);
	const struct drive *drive = drive_told(function);
	AUTO_FREE char *resources = drive ? drive_resources(drive) : NULL;

	text_addf(text, "      # %s: ", class_words(function));
	text_add_safe(text, name);
	text_add(text, "; driver ");
	text_add_safe(text, driver);
	if (vfs)
		text_addf(text, "; VFs: %s", vfs);
	if (resources)
		text_addf(text, "; %s", resources);
	if (names) {
		text_add(text, "; ");
		text_add_safe(text, names);
	}
	text_add(text, "\n");
}

static bool function_can(const struct function *function, const struct kind *kind)
{
	if (kind == &kind_vf_pool)
		return function_text(function, A_TOTALVFS);
	if (kind == &kind_nvme)
		return function_is_drive(function) && (!drive_told(function) || drive_manages(function) ||
							      drive_has_number(function->drive, D_CRT));
	return kind != &kind_eswitch || function_switch(function);
}

static void device_suggest(struct starter *starter, const struct resource *device)
{
	const struct function *function = device_function(starter->survey, device);
	struct text *text = starter->text;

	function_remark(function, text);
	text_addf(text, "      %s:\n" INDENT "%s: {%s: \"%s\"}\n", device->name,
		kind_device.fields[DEVICE_SELECT].name, select_fields[SELECT_PCI].name, function->address);
	for (size_t i = 0; kinds[i]; i++)
		if (kinds[i]->key && string_equal(kinds[i]->under, kind_device.name) &&
			function_can(function, kinds[i])) {
			kind_suggest(starter, device, kinds[i]);
			if (kinds[i] == &kind_nvme && drive_manages(function))
				namespaces_suggest(starter, function);
		}
}

static void starter_print(
	const struct survey *survey, const struct state *as_is, const struct state *state, struct text *text)
{
	struct starter starter = { .survey = survey, .as_is = as_is, .text = text };

	text_add(text,
		"# What this machine has. It wishes for nothing yet: take the # from the lines that you\n"
		"# want, say what they should be, then look with `pawl plan`. What a key means stands\n"
		"# behind it the first time; `pawl explain KEY` tells more.\n"
		"pawl: 1\nhosts:\n");
	text_addf(text, "  \"%s\":\n    devices:%s\n", state->all[0]->name, state->n > 1 ? "" : " {}");
	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind == &kind_device)
			device_suggest(&starter, state->all[i]);
	lookup_free(&starter.told);
}

static int file_print(const struct survey *survey, struct text *text, struct report *report)
{
	struct state state = { 0 }, as_is = { 0 };
	struct report ignored = { 0 }; /* what cannot be exported is suggested without a value */
	int result = wish_to_start_with(survey, &state, report);

	if (result == 0) {
		wish_of_survey(survey, &as_is, &ignored);
		starter_print(survey, &as_is, &state, text);
	}
	report_free(&ignored);
	state_free(&as_is);
	state_free(&state);
	return result;
}

static enum outcome run(struct session *session)
{
	return session_write_survey(session, file_print, session_write_new);
}

const struct command command_generate = {
	.name = "generate",
	.summary = "A file to begin with: this machine's SR-IOV functions and NVMe drives, with remarks",
	.more = "Each device is selected, and what can be wished of it stands behind #, as it is now where "
		"that is known. A plan of the file as it is printed is empty. A file that says something "
		"else is not written over.",
	.run = run,
	.options = TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) | TAKES(OPTION_OUT),
};

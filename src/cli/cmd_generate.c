/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl generate`: a file to begin with, from the hardware that is there. */
#include "commands.h"
#include "print.h"
#include "session.h"
#include <string.h>

#define INDENT "        "

/* "# driver: hisdk3    # the driver, or none": as it is now, or without a value. */
static void field_suggest(const struct field *field, const char *indent, const char *value, struct text *text)
{
	AUTO_TEXT struct text help = { 0 }, line = { 0 };

	text_addf(&line, INDENT "# %s%s: ", indent, field->name);
	text_add_safe(&line, value);
	text_add(text, text_string(&line));
	text_pad(text, line.length < 40 ? 40 - line.length : 1);
	field_help(field, &help);
	text_addf(text, "# %s\n", text_string(&help));
}

static void kind_suggest(const struct survey *survey, const struct resource *device, const struct kind *kind,
	struct text *text)
{
	struct resource *have = resource_new(kind, device->name, device);
	bool alone = kind->fields[0].flags & FIELD_ALONE;
	struct report ignored = { 0 }; /* what is not known is suggested without a value */

	if (kind->observe)
		kind->observe(survey, have, have, &ignored);
	if (!alone)
		text_addf(text, INDENT "# %s:\n", kind->key);
	for (size_t row = 0; kind->fields[row].name; row++) {
		struct field field = kind->fields[row];
		AUTO_TEXT struct text value = { 0 };

		if (field.flags & FIELD_OBSERVED)
			continue;
		if (resource_given(have, row))
			field_print(kind->fields, row, have->body, &value);
		if (alone)
			field.name = kind->key;
		field_suggest(&field, alone ? "" : "  ", text_string(&value), text);
	}
	report_free(&ignored);
	resource_free(have);
}

/* What people know it by, as a remark. */
static void function_remark(const struct function *function, struct text *text)
{
	AUTO_FREE char *name = function_name(function), *names = function_names(function);
	AUTO_FREE char *vfs = function_vfs(function), *driver = function_driver(function);

	text_addf(text, "      # %s: ", class_words(function));
	text_add_safe(text, name);
	text_add(text, "; driver ");
	text_add_safe(text, driver);
	if (vfs)
		text_addf(text, "; VFs: %s", vfs);
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
	return kind != &kind_eswitch || function_switch(function);
}

static void device_suggest(const struct survey *survey, const struct resource *device, struct text *text)
{
	const struct function *function = device_function(survey, device);

	function_remark(function, text);
	text_addf(text, "      %s:\n" INDENT "%s: {%s: \"%s\"}\n", device->name,
		kind_device.fields[DEVICE_SELECT].name, select_fields[SELECT_PCI].name, function->address);
	for (size_t i = 0; kinds[i]; i++)
		if (string_equal(kinds[i]->under, kind_device.name) && function_can(function, kinds[i]))
			kind_suggest(survey, device, kinds[i], text);
}

static void starter_print(const struct survey *survey, const struct state *state, struct text *text)
{
	text_add(text,
		"# What this machine has. It wishes for nothing yet: take the # from the lines that you\n"
		"# want, say what they should be, then look with `pawl plan`. `pawl explain KEY` tells\n"
		"# more of a key.\n"
		"pawl: 1\nhosts:\n");
	text_addf(text, "  \"%s\":\n    devices:%s\n", state->all[0]->name, state->n > 1 ? "" : " {}");
	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind == &kind_device)
			device_suggest(survey, state->all[i], text);
}

static int file_print(const struct survey *survey, struct text *text, struct report *report)
{
	struct state state = { 0 };
	int result = wish_to_start_with(survey, &state, report);

	if (result == 0)
		starter_print(survey, &state, text);
	state_free(&state);
	return result;
}

static enum outcome run(struct session *session)
{
	return session_write_survey(session, file_print);
}

const struct command command_generate = {
	.name = "generate",
	.summary = "A file to begin with: this machine's SR-IOV functions and NVMe drives, with remarks",
	.more = "Each device is selected, and what can be wished of it stands behind #, as it is now where "
		"that is known. A plan of the file as it is printed is empty.",
	.run = run,
	.options = TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) | TAKES(OPTION_OUT),
};

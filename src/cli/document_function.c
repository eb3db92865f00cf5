/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions of a host, for programs. */
#include "chosen.h"
#include "document_step.h"
#include "domains.h"
#include "print.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The link of an IOMMU group ends in its number; function_number takes the whole of it. */
static void put_number(struct cell *cell, const char *value)
{
	char *end;
	long long number = strtoll(value, &end, 10);

	if (*value && !*end)
		cell_number(cell, number);
	else
		cell_words(cell, value);
}

static void put_value(struct cell *cell, const struct function *function, enum attribute attribute)
{
	const char *value = attributes[attribute].link ? function_link(function, attribute)
						       : function_text(function, attribute);
	int64_t id;

	if (attribute_form(attribute) == AS_NUMBER) {
		put_number(cell, value);
	} else if (attribute_form(attribute) == AS_ID && function_number(function, attribute, &id) == 0) {
		AUTO_FREE char *words = text_print("0x%04" PRIx64, id);

		cell_words(cell, words);
	} else {
		cell_words(cell, value);
	}
}

/* What one function is shown with. */
struct function_view {
	const struct function *function;
	const struct state *want;
	const struct survey *survey;
};

static const struct function *function_of(const void *thing)
{
	return ((const struct function_view *)thing)->function;
}

/* As in facts: null is absent, a missing key is not known. */
static void put_attribute(const void *thing, struct cell *cell)
{
	const struct function *function = function_of(thing);
	enum attribute attribute = (enum attribute)cell_index(cell);
	const struct reading *reading = &function->attr[attribute];
	bool unset = attribute == A_OVERRIDE && knob_matches(&knob_override, reading, "");

	if (attribute == A_PATH && reading->is == R_VALUE) {
		AUTO_FREE char *path = function_bridge_path(function);

		cell_words(cell, strchr(path, '/') ? path : NULL);
	} else if (reading->is == R_ABSENT || unset) {
		cell_null(cell);
	} else if (reading->is == R_VALUE) {
		put_value(cell, function, attribute);
	}
}

static void fill_attribute(size_t index, struct document_row *row)
{
	row->name = attributes[index].name;
	row->help =
		index == A_PATH ? "the bridges above it, as `select` takes them" : attributes[index].source;
	row->type = attribute_form((enum attribute)index) == AS_NUMBER ? ROW_NUMBER : ROW_WORDS;
	row->pattern = attribute_form((enum attribute)index) == AS_ID ? "^0x[0-9a-f]{4,}$" : NULL;
	row->flags = ROW_NULL | ROW_OPTIONAL;
}

static const struct row_source attribute_source = { .n = N_ATTRIBUTES, .fill = fill_attribute };

static void put_identity(const void *thing, struct cell *cell)
{
	const struct reading *reading = &function_of(thing)->identity[cell_index(cell)];

	if (reading->is == R_ABSENT)
		cell_null(cell);
	for (const char *line = reading->text; reading->is == R_VALUE && *line;) {
		size_t length = strcspn(line, "\n");
		AUTO_FREE char *words = text_print("%.*s", (int)length, line);

		cell_item(cell, words);
		line += length + (line[length] == '\n');
	}
}

static void fill_identity(size_t index, struct document_row *row)
{
	row->name = identities[index].name;
	row->help = identities[index].source;
	row->type = ROW_WORDLIST;
	row->flags = ROW_NULL | ROW_OPTIONAL;
}

const struct row_source identity_source = { .n = N_IDENTITIES, .fill = fill_identity };

static const struct document_row identity_rows[] = {
	{ .type = ROW_EACH, .source = &identity_source, .put = put_identity },
	{ 0 },
};

static void put_setting(const void *thing, struct cell *cell)
{
	const struct reading *reading = &function_of(thing)->setting[cell_index(cell)];

	if (reading->is == R_ABSENT)
		cell_null(cell);
	else if (reading->is == R_VALUE)
		cell_words(cell, reading->text);
}

static void fill_setting(size_t index, struct document_row *row)
{
	row->name = vf_settings[index].name;
	row->help = vf_settings[index].knob->help;
	row->type = ROW_WORDS;
	row->flags = ROW_NULL | ROW_OPTIONAL;
}

static const struct row_source setting_source = { .n = N_VF_SETTINGS, .fill = fill_setting };

static const struct document_row setting_rows[] = {
	{ .type = ROW_EACH, .source = &setting_source, .put = put_setting },
	{ 0 },
};

static void put_settings(const void *thing, struct cell *cell)
{
	if (function_of(thing)->physfn)
		cell_map(cell, thing);
}

static void put_drive(const void *thing, struct cell *cell)
{
	if (function_of(thing)->drive)
		cell_map(cell, function_of(thing)->drive);
}

static void put_known_namespaces(const void *thing, struct cell *cell)
{
	const struct function_view *view = thing;

	function_put_namespaces(view->survey, view->function, cell);
}

static void put_address(const void *thing, struct cell *cell)
{
	cell_words(cell, function_of(thing)->address);
}

static void put_handle(const void *thing, struct cell *cell)
{
	AUTO_FREE char *handle =
		function_handle(function_of(thing), ((const struct function_view *)thing)->want);

	cell_words(cell, handle);
}

static void put_kind(const void *thing, struct cell *cell)
{
	cell_words(cell, class_words(function_of(thing)));
}

static void put_title(const void *thing, struct cell *cell)
{
	AUTO_FREE char *name = function_name(function_of(thing));

	cell_words(cell, name);
}

static void put_physfn(const void *thing, struct cell *cell)
{
	if (function_of(thing)->physfn)
		cell_words(cell, function_of(thing)->physfn->address);
}

static void put_orphan_of(const void *thing, struct cell *cell)
{
	if (function_of(thing)->orphan_of)
		cell_words(cell, function_of(thing)->orphan_of);
}

static const struct user *user_of(const void *thing)
{
	return thing;
}

static void put_use(const void *thing, struct cell *cell)
{
	cell_words(cell, use_rows[user_of(thing)->use].name);
}

static void put_through(const void *thing, struct cell *cell)
{
	cell_words(cell, user_of(thing)->through);
}

static void put_who(const void *thing, struct cell *cell)
{
	cell_words(cell, user_of(thing)->who);
}

static const struct document_row user_rows[] = {
	{ .name = "use", .help = "how it is used", .type = ROW_WORDS, .put = put_use },
	{
		.name = "through",
		.help = "the way to who stands on it",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_through,
	},
	{ .name = "who", .help = "who stands on it", .type = ROW_WORDS, .put = put_who },
	{ 0 },
};

static void put_users(const void *thing, struct cell *cell)
{
	const struct users *users = &((const struct function_view *)thing)->survey->users;
	const struct user *first;
	size_t n = users_of(users, function_of(thing)->address, &first);

	for (size_t i = 0; i < n; i++)
		cell_entry(cell, &first[i]);
}

static void put_claims(const void *thing, struct cell *cell)
{
	const struct function_view *view = thing;

	function_put_claims(view->survey, view->function, cell);
}

/* Nothing in sysfs says it: what pawl has noted, and what libvirt tells of running guests. */
static void put_world(const void *thing, struct cell *cell)
{
	const struct function_view *view = thing;

	cell_words(cell, world_names[function_world(view->survey, view->function)]);
}

const struct document_row function_rows[] = {
	{
		.name = "address",
		.help = "the function's full PCI address",
		.type = ROW_WORDS,
		.pattern = ADDRESS_PRINTED,
		.put = put_address,
	},
	{
		.name = "handle",
		.help = "what the files call it: nic0, nic0.vf.3",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_handle,
	},
	{
		.name = "kind",
		.help = "its class in a word or two",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_kind,
	},
	{
		.name = "title",
		.help = "vendor and device as pci.ids names them",
		.type = ROW_WORDS,
		.put = put_title,
	},
	{ .type = ROW_EACH, .source = &attribute_source, .put = put_attribute },
	{
		.name = "identity",
		.help = "what it is known by; null: by none such; a key that is not there: not known",
		.type = ROW_MAP,
		.rows = identity_rows,
	},
	{
		.name = "users",
		.help = "who uses it, beyond its driver",
		.type = ROW_LIST,
		.rows = user_rows,
		.put = put_users,
	},
	{
		.name = "claims",
		.help = "what other managers of this machine are told to set on it",
		.type = ROW_LIST,
		.rows = function_claim_rows,
		.put = put_claims,
	},
	{
		.name = "world",
		.help = "whether all below its root port are secure",
		.type = ROW_WORDS,
		.choices = world_names,
		.put = put_world,
	},
	{
		.name = "vf",
		.help = "of a virtual function: how it stands with its physical function's driver; null: it "
			"does not say; a key that is not there: not known",
		.type = ROW_MAP,
		.flags = ROW_OPTIONAL,
		.rows = setting_rows,
		.put = put_settings,
	},
	{
		.name = "nvme",
		.help = "of a physical function that the nvme driver has: what the drive tells",
		.type = ROW_MAP,
		.flags = ROW_OPTIONAL,
		.rows = drive_rows,
		.put = put_drive,
	},
	{
		.name = "known_namespaces",
		.help = "of an NVMe drive: those of its namespaces that pawl knows by a name",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = known_namespace_rows,
		.put = put_known_namespaces,
	},
	{
		.name = "physfn",
		.help = "of a virtual function: its physical function",
		.type = ROW_WORDS,
		.flags = ROW_OPTIONAL,
		.put = put_physfn,
	},
	{
		.name = "orphan_of",
		.help = "of a virtual function that was left behind: the physical function that it had",
		.type = ROW_WORDS,
		.flags = ROW_OPTIONAL,
		.put = put_orphan_of,
	},
	{ 0 },
};

void put_functions(const struct document_functions *functions, struct cell *cell)
{
	const struct survey *survey = functions->survey;

	for (size_t i = 0; survey && i < survey->n; i++) {
		struct function_view view = { survey->functions[i], functions->want, survey };

		if (chosen_has(functions->chosen, view.function))
			cell_entry(cell, &view);
	}
}

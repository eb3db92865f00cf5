/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions of a host as a table. */
#include "chosen.h"
#include "object.h"
#include "print.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_COLUMN = 2 };

/* Everything that the calls below need to know. */
struct showing {
	const struct survey *survey;
	const struct state *want;
	bool wide;
	struct table table;
};

char *function_vfs(const struct function *function)
{
	int64_t total, number;

	if (function->orphan_of)
		return string_copy("orphan");
	if (function->physfn || function_number(function, A_TOTALVFS, &total) < 0 || total == 0)
		return NULL;
	if (function_number(function, A_NUMVFS, &number) < 0)
		return text_print("? of %" PRId64, total);
	return text_print("%" PRId64 " of %" PRId64, number, total);
}

const char *function_switch(const struct function *function)
{
	const struct reading *mode = &function->identity[I_ESWITCH];

	return mode->is == R_VALUE ? mode->text : NULL;
}

char *function_driver(const struct function *function)
{
	const char *driver = function_link(function, A_DRIVER);
	const char *override = function_text(function, A_OVERRIDE);
	struct reading reading = function->attr[A_OVERRIDE];
	bool set = override && !knob_matches(&knob_override, &reading, "");

	if (!driver && string_equal(override, "none"))
		return string_copy("none");
	if (set && !string_equal(driver, override))
		return text_print("%s (only %s)", driver ? driver : "-", override);
	return string_copy(driver ? driver : "-");
}

/* As select.path takes it: what stands behind no bridge has none. */
static char *path_words(const struct showing *showing, const struct function *function)
{
	AUTO_FREE char *path = showing->wide ? function_bridge_path(function) : NULL;

	return path && strchr(path, '/') ? string_copy(path) : NULL;
}

static void function_add(struct showing *showing, const struct function *function)
{
	AUTO_FREE char *name = function_short_name(function);
	AUTO_FREE char *driver = function_driver(function);
	AUTO_FREE char *vfs = function_vfs(function);
	AUTO_FREE char *handle = function_handle(function, showing->want);
	AUTO_FREE char *names = showing->wide ? function_names(function) : NULL;
	AUTO_FREE char *uses = showing->wide ? function_uses(showing->survey, function) : NULL;
	AUTO_FREE char *claims = showing->wide ? function_claims(showing->survey, function) : NULL;
	AUTO_FREE char *settings = showing->wide ? function_settings(function) : NULL;
	AUTO_FREE char *path = path_words(showing, function);

	table_add(&showing->table, function->address);
	table_add(&showing->table, class_words(function));
	table_add(&showing->table, name);
	table_add(&showing->table, driver);
	table_add(&showing->table, function_link(function, A_GROUP));
	table_add(&showing->table, vfs);
	table_add(&showing->table, function_switch(function));
	table_add(&showing->table, function_world_words(showing->survey, function));
	table_add(&showing->table, handle);
	table_add(&showing->table, names);
	table_add(&showing->table, settings);
	table_add(&showing->table, uses);
	table_add(&showing->table, claims);
	table_add(&showing->table, path);
}

bool vfs_alike(const struct function *a, const struct function *b)
{
	AUTO_FREE char *driver_a = function_driver(a), *driver_b = function_driver(b);

	return string_equal(driver_a, driver_b);
}

static char *groups_fold(struct function *const *vfs, size_t n)
{
	AUTO_FREE size_t *numbers = memory_new(n, sizeof(*numbers));
	struct text text = { 0 };

	for (size_t i = 0; i < n; i++) {
		const char *group = function_link(vfs[i], A_GROUP);

		if (!group)
			return NULL;
		numbers[i] = strtoul(group, NULL, 10);
	}
	numbers_fold(numbers, n, &text);
	return text_take(&text);
}

/* One row for VFs first to last, which differ in nothing but their number. */
static void vfs_add(struct showing *showing, struct function *const *vfs, size_t n)
{
	AUTO_FREE char *label = text_print("  %zu VF%s", n, plural(n, "", "s"));
	AUTO_FREE char *name = function_short_name(vfs[0]);
	AUTO_FREE char *driver = function_driver(vfs[0]);
	AUTO_FREE char *groups = groups_fold(vfs, n);
	AUTO_FREE char *handle = function_handle(vfs[0]->physfn, showing->want);
	AUTO_FREE char *uses = showing->wide ? vfs_uses(showing->survey, vfs, n) : NULL;
	AUTO_FREE char *settings = showing->wide ? vfs_settings(vfs, n) : NULL;
	AUTO_FREE char *claims = showing->wide ? vfs_claims(showing->survey, vfs, n) : NULL;
	AUTO_FREE char *range = n == 1 ? name_print(handle ? handle : "", (int64_t)vfs[0]->vf_number, NULL)
				       : text_print("%s.vf.[%zu-%zu]", handle ? handle : "",
						 vfs[0]->vf_number, vfs[n - 1]->vf_number);

	table_add(&showing->table, label);
	table_add(&showing->table, NULL);
	table_add(&showing->table, name);
	table_add(&showing->table, driver);
	table_add(&showing->table, groups);
	table_add(&showing->table, NULL);
	table_add(&showing->table, NULL);
	table_add(&showing->table, function_world_words(showing->survey, vfs[0]));
	table_add(&showing->table, handle ? range : NULL);
	table_add(&showing->table, NULL);
	table_add(&showing->table, settings);
	table_add(&showing->table, uses);
	table_add(&showing->table, claims);
	table_add(&showing->table, NULL);
}

static void pf_add_vfs(struct showing *showing, const struct function *pf)
{
	for (size_t first = 0; first < pf->n_virtfn;) {
		size_t end = first;

		while (end < pf->n_virtfn && pf->virtfn[end] && vfs_alike(pf->virtfn[first], pf->virtfn[end]))
			end++;
		if (end > first)
			vfs_add(showing, pf->virtfn + first, end - first);
		first = end > first ? end : first + 1;
	}
}

void functions_print(
	const struct survey *survey, const struct chosen *chosen, unsigned width, struct text *text)
{
	static const char *const titles[] = { "ADDRESS", "CLASS", "NAME", "DRIVER", "GROUP", "VFS", "SWITCH",
		"WORLD", "HANDLE", "KNOWN AS", "SETTINGS", "USED BY", "CLAIMED BY", "PATH" };
	struct showing showing = { .survey = survey, .want = chosen->want };
	bool some = chosen->n > 0;

	showing.wide = some || width == 0 || width >= WIDE;
	showing.table.columns = sizeof(titles) / sizeof(*titles);
	showing.table.width = width;
	for (size_t i = 0; i < showing.table.columns; i++)
		table_add(&showing.table, titles[i]);
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *function = survey->functions[i];

		if (!chosen_has(chosen, function) || (!some && function->physfn))
			continue;
		function_add(&showing, function);
		if (!some)
			pf_add_vfs(&showing, function);
	}
	table_drop_empty(&showing.table);
	table_fit(&showing.table, NAME_COLUMN);
	table_print(&showing.table, "", text);
	table_free(&showing.table);
}

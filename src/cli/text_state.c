/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What became of the devices and guests of a wish. */
#include "print.h"

/* The last cell of the row is the caller's. */
static void row_add(struct table *table, const struct survey *survey, const char *name, const char *addresses,
	const struct function *like)
{
	AUTO_FREE char *vfs = function_vfs(like), *driver = function_driver(like);

	table_add(table, name);
	table_add(table, addresses);
	table_add(table, driver);
	table_add(table, vfs);
	table_add(table, function_switch(like));
	table_add(table, function_world_words(survey, like));
}

enum { ADDRESS_COLUMNS = 40 };

/* Every address, where they fit: VFs need not follow each other closely (SR-IOV's VF stride). */
static void addresses_print(struct function *const *vfs, size_t n, struct text *text)
{
	AUTO_FREE const char **names = memory_new(n, sizeof(*names));

	for (size_t i = 0; i < n; i++)
		names[i] = vfs[i]->address;
	names_fold(names, n, text);
	if (text_columns(text_string(text)) <= ADDRESS_COLUMNS)
		return;
	text_free(text);
	text_addf(text, "%zu from %s to %s", n, names[0], names[n - 1]);
}

/* VFs from `first` on that are alike become one row; returns the number of the first that is not. */
static size_t vfs_add(struct table *table, const struct survey *survey, const char *handle,
	const struct function *pf, size_t first)
{
	AUTO_TEXT struct text name = { 0 }, addresses = { 0 };
	AUTO_FREE char *settings = NULL;
	size_t last = first;

	if (!pf->virtfn[first])
		return first + 1;
	while (last + 1 < pf->n_virtfn && pf->virtfn[last + 1] &&
		vfs_alike(pf->virtfn[first], pf->virtfn[last + 1]))
		last++;
	text_addf(&name, "%s.vf.", handle);
	if (first == last)
		text_addf(&name, "%zu", first);
	else
		text_addf(&name, "[%zu-%zu]", first, last);
	addresses_print(pf->virtfn + first, last + 1 - first, &addresses);
	settings = vfs_settings(pf->virtfn + first, last + 1 - first);
	row_add(table, survey, text_string(&name), text_string(&addresses), pf->virtfn[first]);
	table_add(table, settings);
	return last + 1;
}

static void device_add(struct table *table, const struct survey *survey, const struct resource *device)
{
	const struct function *function = device_function(survey, device);

	if (!function)
		return;
	row_add(table, survey, device->name, function->address, function);
	table_add(table, NULL);
	for (size_t vf = 0; vf < function->n_virtfn;)
		vf = vfs_add(table, survey, device->name, function, vf);
}

/* A row has it already: its own, or its PF's. */
static bool is_shown(const struct survey *survey, const struct state *want, const struct function *function)
{
	const struct function *own = function->physfn ? function->physfn : function;

	for (size_t i = 0; i < want->n; i++) {
		const struct function *shown =
			want->all[i]->kind == &kind_device ? device_function(survey, want->all[i]) : NULL;

		if (shown && (shown == function || shown == own))
			return true;
	}
	return false;
}

/* Of a function that no file names: it became secure along with those that a guest got. */
static bool has_switched(const struct survey *before, const struct survey *survey, const struct state *want,
	const struct function *function)
{
	const struct function *was = survey_function(before, function->address);

	return !string_equal(function_world_words(survey, function),
		       was ? function_world_words(before, was) : NULL) &&
	       !is_shown(survey, want, function);
}

static void others_add(struct table *table, const struct survey *before, const struct survey *survey,
	const struct state *want)
{
	for (size_t i = 0; i < survey->n; i++)
		if (has_switched(before, survey, want, survey->functions[i])) {
			row_add(table, survey, "", survey->functions[i]->address, survey->functions[i]);
			table_add(table, NULL);
		}
}

static void guest_add(struct table *table, const struct survey *survey, const struct resource *resource)
{
	AUTO_FREE char *id = guest_id(resource);
	const struct guest *guest = guests_find(&survey->guests, id);

	table_add(table, resource->name);
	table_add(table, !guest ? "not defined" : guest->owns ? GUEST_RUNNING : GUEST_STOPPED);
	table_add(table, guest ? guest_hostdevs(guest) : "");
}

/* A blank line, and the table; nothing when it has a title only. */
static void guests_print(const struct survey *survey, const struct state *want, struct text *text)
{
	static const char *const titles[] = { "GUEST", "STATE", "FUNCTIONS" };
	struct table table = { .columns = sizeof(titles) / sizeof(*titles) };

	for (size_t i = 0; i < table.columns; i++)
		table_add(&table, titles[i]);
	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_guest && guest_is_planned(want->all[i]))
			guest_add(&table, survey, want->all[i]);
	if (table.n > table.columns) {
		text_add(text, "\n");
		table_drop_empty(&table);
		table_print(&table, "", text);
	}
	table_free(&table);
}

void state_print(
	const struct survey *before, const struct survey *survey, const struct state *want, struct text *text)
{
	static const char *const titles[] = { "HANDLE", "ADDRESS", "DRIVER", "VFS", "SWITCH", "WORLD",
		"SETTINGS" };
	struct table table = { .columns = sizeof(titles) / sizeof(*titles) };

	for (size_t i = 0; i < table.columns; i++)
		table_add(&table, titles[i]);
	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_device)
			device_add(&table, survey, want->all[i]);
	others_add(&table, before, survey, want);
	table_drop_empty(&table);
	table_print(&table, "", text);
	table_free(&table);
	guests_print(survey, want, text);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What became of the devices of a wish. */
#include "print.h"
#include <stdlib.h>

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
	row_add(table, survey, text_string(&name), text_string(&addresses), pf->virtfn[first]);
	return last + 1;
}

void state_print(const struct survey *survey, const struct state *want, struct text *text)
{
	static const char *const titles[] = { "HANDLE", "ADDRESS", "DRIVER", "VFS", "SWITCH", "WORLD" };
	struct table table = { .columns = sizeof(titles) / sizeof(*titles) };

	for (size_t i = 0; i < table.columns; i++)
		table_add(&table, titles[i]);
	for (size_t i = 0; i < want->n; i++) {
		const struct resource *device = want->all[i];
		const struct function *function;

		if (device->kind != &kind_device)
			continue;
		function = device_function(survey, device);
		if (!function)
			continue;
		row_add(&table, survey, device->name, function->address, function);
		for (size_t vf = 0; vf < function->n_virtfn;)
			vf = vfs_add(&table, survey, device->name, function, vf);
	}
	table_drop_empty(&table);
	table_print(&table, "", text);
	table_free(&table);
}

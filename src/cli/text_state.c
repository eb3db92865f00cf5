/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What became of the devices of a wish. */
#include "print.h"
#include <stdlib.h>

static const char *override_words(const struct function *function)
{
	const char *override = function_text(function, A_OVERRIDE);

	return !override || knob_matches(&knob_override, &function->attr[A_OVERRIDE], "") ? "-" : override;
}

static const char *driver_name(const struct function *function)
{
	const char *driver = function_link(function, A_DRIVER);

	return driver ? driver : "-";
}

static void row_add(struct table *table, const char *name, const char *addresses, const struct function *like)
{
	AUTO_FREE char *vfs = function_vfs(like);

	table_add(table, name);
	table_add(table, addresses);
	table_add(table, driver_name(like));
	table_add(table, override_words(like));
	table_add(table, vfs);
}

static bool functions_alike(const struct function *a, const struct function *b)
{
	return string_equal(driver_name(a), driver_name(b)) &&
	       string_equal(override_words(a), override_words(b));
}

/* VFs from `first` on that are alike become one row; returns the number of the first that is not. */
static size_t vfs_add(struct table *table, const char *handle, const struct function *pf, size_t first)
{
	size_t last = first;

	if (!pf->virtfn[first])
		return first + 1;
	while (last + 1 < pf->n_virtfn && pf->virtfn[last + 1] &&
		functions_alike(pf->virtfn[first], pf->virtfn[last + 1]))
		last++;
	if (first == last) {
		AUTO_FREE char *name = text_print("%s.vf.%zu", handle, first);

		row_add(table, name, pf->virtfn[first]->address, pf->virtfn[first]);
	} else {
		AUTO_FREE char *name = text_print("%s.vf.[%zu-%zu]", handle, first, last);
		AUTO_FREE char *addresses =
			text_print("%s to %s", pf->virtfn[first]->address, pf->virtfn[last]->address);

		row_add(table, name, addresses, pf->virtfn[first]);
	}
	return last + 1;
}

void state_print(const struct survey *survey, const struct state *want, struct text *text)
{
	static const char *const titles[] = { "HANDLE", "ADDRESS", "DRIVER", "OVERRIDE", "VFS" };
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
		row_add(&table, device->name, function->address, function);
		for (size_t vf = 0; vf < function->n_virtfn;)
			vf = vfs_add(&table, device->name, function, vf);
	}
	table_print(&table, "", text);
	table_free(&table);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which devices a run of the ledger has changed. */
#include "run_devices.h"
#include "address.h"
#include <stdlib.h>
#include <string.h>

static bool have(const struct run_devices *devices, const char *name)
{
	size_t cursor = 0, at;

	while (lookup_next(&devices->by_name, hash_string(0, name), &cursor, &at))
		if (string_equal(devices->names[at], name))
			return true;
	return false;
}

static bool any_names(const struct applied_list *list, const char *address)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct applied *word = &list->all[i];

		if (word->object && !address_valid(word->object) &&
			(string_equal(word->target, address) || string_equal(word->pf, address)))
			return true;
	}
	return false;
}

/* Who pays a debt knows an address alone, of what the rest of the run may have a handle for. */
static void take(struct run_devices *devices, const struct ledger_run *run, const struct applied_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const char *object = list->all[i].object;
		bool is_address = object && address_valid(object);
		AUTO_FREE char *name = NULL;

		if (!object || (is_address && any_names(&run->turned, object)))
			continue;
		name = is_address ? string_copy(object) : string_part(object, strcspn(object, "."));
		if (have(devices, name))
			continue;
		lookup_add(&devices->by_name, hash_string(0, name), devices->n);
		devices->names = memory_grow(devices->names, devices->n, sizeof(*devices->names));
		devices->names[devices->n++] = string_copy(name);
	}
}

void run_devices_find(const struct ledger_run *run, struct run_devices *devices)
{
	take(devices, run, &run->turned);
	take(devices, run, &run->kept);
}

void run_devices_free(struct run_devices *devices)
{
	for (size_t i = 0; i < devices->n; i++)
		free(devices->names[i]);
	free(devices->names);
	lookup_free(&devices->by_name);
	*devices = (struct run_devices){ 0 };
}

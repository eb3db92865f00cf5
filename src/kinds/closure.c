/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All that becomes secure with one root port. */
#include "closure.h"
#include <inttypes.h>
#include <stdlib.h>

/* How many VFs the function will have when the wish is carried out; `want` NULL: has now. */
static int64_t count_then(
	const struct function *pf, const struct state *want, const struct resource **ret_device)
{
	*ret_device = NULL;
	for (size_t i = 0; want && i < want->n; i++) {
		const struct resource *pool = want->all[i];

		if (pool->kind != &kind_vf_pool || !resource_above(pool, &kind_device) ||
			!string_equal(((const struct device_body *)pool->under->body)->address, pf->address))
			continue;
		*ret_device = pool->under;
		return ((const struct pool_body *)pool->body)->count;
	}
	return (int64_t)pf->n_virtfn;
}

static void closure_add(struct closure *closure, char *name)
{
	closure->names = memory_grow(closure->names, closure->n, sizeof(*closure->names));
	closure->names[closure->n++] = name;
}

/* Consent covers what the host does with a function; with which of its addresses does not matter. */
static void add_uses(const struct survey *survey, const struct function *function, struct text *text)
{
	const struct user *users;
	size_t n = users_of(&survey->users, function->address, &users);

	for (size_t i = 0; i < n; i++)
		if (users[i].use != USE_VFIO && (i == 0 || users[i].use != users[i - 1].use))
			text_addf(text, " %s", use_rows[users[i].use].name);
}

/* A VF that is made again is the same: it goes by its PF and number, not by what it is called just now. */
static void add_line(
	const struct survey *survey, const struct function *function, int64_t count, struct text *text)
{
	AUTO_FREE char *path = function_bridge_path(function);

	text_addf(text, "%s", path ? path : function->address);
	add_uses(survey, function, text);
	text_addf(text, " %" PRId64 "\n", count);
}

static void add_vfs(struct closure *closure, const struct function *function, const struct state *want)
{
	const struct resource *device;
	int64_t count = count_then(function, want, &device);
	bool stays = count == (int64_t)function->n_virtfn;

	for (int64_t vf = 0; vf < count; vf++) {
		const struct function *there = (size_t)vf < function->n_virtfn ? function->virtfn[vf] : NULL;

		closure_add(closure, stays && there
					     ? string_copy(there->address)
					     : text_print("%s.vf.%" PRId64, device ? device->name : "", vf));
	}
}

void closure_find(
	const struct survey *survey, const struct state *want, const char *port, struct closure *ret_closure)
{
	AUTO_FREE const struct function **below = memory_new(survey->n + 1, sizeof(*below));
	AUTO_TEXT struct text text = { 0 };
	const struct resource *device;
	size_t n = 0;

	*ret_closure = (struct closure){ 0 };
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *function = survey->functions[i];
		AUTO_FREE char *above = function->physfn ? NULL : function_root_port(function);

		if (string_equal(above, port))
			below[n++] = function;
	}
	for (size_t i = 0; i < n; i++) {
		add_line(survey, below[i], count_then(below[i], want, &device), &text);
		closure_add(ret_closure, string_copy(below[i]->address));
	}
	for (size_t i = 0; i < n; i++)
		add_vfs(ret_closure, below[i], want);
	digest_of(text_string(&text), text.length, ret_closure->digest);
}

void closure_free(struct closure *closure)
{
	for (size_t i = 0; i < closure->n; i++)
		free(closure->names[i]);
	free(closure->names);
	*closure = (struct closure){ 0 };
}

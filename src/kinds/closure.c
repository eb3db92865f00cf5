/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All that becomes secure with one root port. */
#include "closure.h"
#include "object.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define UNTOLD "-"
enum { IDENTITY_LENGTH = 16 };

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

/* What the kernel tells of a function in every state that it may be in. */
static const enum attribute fixed[] = { A_CLASS, A_VENDOR, A_DEVICE, A_SUBSYSTEM_VENDOR, A_SUBSYSTEM_DEVICE,
	A_VF_DEVICE };

/* A VF that is made again is the same: it goes by its PF and number, not by what it is called just now. */
static void add_line(
	const struct survey *survey, const struct function *function, int64_t count, struct text *text)
{
	AUTO_FREE char *path = function_bridge_path(function);

	text_addf(text, "%s", path ? path : function->address);
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++) {
		const char *value = function_text(function, fixed[i]);

		text_addf(text, " %s", value ? value : "-");
	}
	add_uses(survey, function, text);
	text_addf(text, " %" PRId64 "\n", count);
}

/*
 * Which card it is comes and goes: a sleeping one does not tell its serial number, and only its driver tells
 * a MAC. So these stand beside the digest, each on its own. Of several MACs the order says nothing.
 */
static void add_identity(const struct function *function, struct text *text)
{
	static const enum identity of_one_card[] = { I_SERIAL, I_NVME_SERIAL, I_MAC };

	for (size_t i = 0; i < sizeof(of_one_card) / sizeof(*of_one_card); i++) {
		const struct reading *reading = &function->identity[of_one_card[i]];
		bool told = reading->is == R_VALUE && reading->text && *reading->text &&
			    !strchr(reading->text, '\n');
		char hex[DIGEST_LENGTH + 1] = UNTOLD;

		if (told)
			digest_of(reading->text, strlen(reading->text), hex);
		text_addf(text, ":%.*s", IDENTITY_LENGTH, hex);
	}
}

static void add_vfs(struct closure *closure, const struct function *function, const struct state *want)
{
	const struct resource *device;
	int64_t count = count_then(function, want, &device);
	bool stays = count == (int64_t)function->n_virtfn;

	for (int64_t vf = 0; vf < count; vf++) {
		const struct function *there = (size_t)vf < function->n_virtfn ? function->virtfn[vf] : NULL;

		closure_add(closure, stays && there ? string_copy(there->address)
						    : name_print(device ? device->name : "", vf, NULL));
	}
}

void closure_find(
	const struct survey *survey, const struct state *want, const char *port, struct closure *ret_closure)
{
	AUTO_FREE const struct function **below = memory_new(survey->n + 1, sizeof(*below));
	AUTO_TEXT struct text text = { 0 };
	AUTO_TEXT struct text word = { 0 };
	const struct resource *device;
	char digest[DIGEST_LENGTH + 1];
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
	digest_of(text_string(&text), text.length, digest);
	text_add(&word, digest);
	for (size_t i = 0; i < n; i++)
		add_identity(below[i], &word);
	ret_closure->digest = text_take(&word);
}

bool closure_fits(const struct closure *closure, const char *consent)
{
	const char *is = closure->digest;

	while (consent) {
		size_t length = strcspn(is, ":"), said = strcspn(consent, ":");
		bool untold = *is == *UNTOLD || *consent == *UNTOLD;

		if (!untold && (length != said || memcmp(is, consent, length) != 0))
			return false;
		is += length;
		consent += said;
		if (*is != *consent || !*is)
			return *is == *consent;
		is++;
		consent++;
	}
	return false;
}

void closure_free(struct closure *closure)
{
	for (size_t i = 0; i < closure->n; i++)
		free(closure->names[i]);
	free(closure->names);
	free(closure->digest);
	*closure = (struct closure){ 0 };
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All that becomes secure with one root port. */
#include "closure.h"
#include "object.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define UNTOLD "-"
enum { IDENTITY_LENGTH = 16, N_OF_ONE_CARD = 3 };
static const enum identity of_one_card[N_OF_ONE_CARD] = { I_SERIAL, I_NVME_SERIAL, I_MAC };

/* What stands of each physical function behind the digest: number of VFs, which card it is, uses. */
enum { FIELD_COUNT, FIELD_USES = FIELD_COUNT + 1 + N_OF_ONE_CARD, N_FIELDS };

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

/*
 * One bit a use, in hexadecimal. Consent covers what the host does with a function, and less: at boot a
 * restore comes before who manages the network. With which of its addresses it does so does not matter.
 */
static void add_uses(const struct survey *survey, const struct function *function, struct text *text)
{
	const struct user *users;
	size_t n = users_of(&survey->users, function->address, &users);
	unsigned long uses = 0;

	for (size_t i = 0; i < n; i++)
		if (users[i].use != USE_VFIO)
			uses |= 1UL << users[i].use;
	text_addf(text, ":%lx", uses);
}

/* What the kernel tells of a function in every state that it may be in. */
static const enum attribute fixed[] = { A_CLASS, A_VENDOR, A_DEVICE, A_SUBSYSTEM_VENDOR, A_SUBSYSTEM_DEVICE,
	A_VF_DEVICE };

/* A VF that is made again is the same: it goes by its PF and number, not by what it is called just now. */
static char *line_print(const struct function *function)
{
	AUTO_FREE char *path = function_bridge_path(function);
	struct text line = { 0 }, *text = &line;

	text_addf(text, "%s", path ? path : function->address);
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++) {
		const char *value = function_text(function, fixed[i]);

		text_addf(text, " %s", value ? value : "-");
	}
	return text_take(text);
}

/*
 * Which card it is comes and goes: a sleeping one does not tell its serial number, and only its driver tells
 * a MAC. So these stand beside the digest, each on its own. Of several MACs the order says nothing.
 */
static void add_identity(const struct function *function, struct text *text)
{
	for (size_t i = 0; i < N_OF_ONE_CARD; i++) {
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

/* The physical functions below a port, each with its line. */
struct below {
	const struct function **all;
	char **lines;
	size_t n;
};

static void below_find(const struct survey *survey, const char *port, struct below *below)
{
	*below = (struct below){
		.all = memory_new(survey->n + 1, sizeof(*below->all)),
		.lines = memory_new(survey->n + 1, sizeof(*below->lines)),
	};
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *function = survey->functions[i];
		AUTO_FREE char *above = function->physfn ? NULL : function_root_port(function);

		if (!string_equal(above, port))
			continue;
		below->lines[below->n] = line_print(function);
		below->all[below->n++] = function;
	}
}

static void below_free(struct below *below)
{
	for (size_t i = 0; i < below->n; i++)
		free(below->lines[i]);
	free(below->lines);
	free(below->all);
}

static char *digest_print(const struct survey *survey, const struct below *below, const int64_t *counts)
{
	AUTO_TEXT struct text text = { 0 };
	struct text word = { 0 };
	char digest[DIGEST_LENGTH + 1];

	for (size_t i = 0; i < below->n; i++)
		text_addf(&text, "%s %" PRId64 "\n", below->lines[i], counts[i]);
	digest_of(text_string(&text), text.length, digest);
	text_add(&word, digest);
	for (size_t i = 0; i < below->n; i++) {
		text_addf(&word, ":%" PRId64, counts[i]);
		add_identity(below->all[i], &word);
		add_uses(survey, below->all[i], &word);
	}
	return text_take(&word);
}

void closure_find(
	const struct survey *survey, const struct state *want, const char *port, struct closure *ret_closure)
{
	AUTO_FREE int64_t *counts = memory_new(survey->n + 1, sizeof(*counts));
	const struct resource *device;
	struct below below;

	*ret_closure = (struct closure){ 0 };
	below_find(survey, port, &below);
	for (size_t i = 0; i < below.n; i++) {
		counts[i] = count_then(below.all[i], want, &device);
		closure_add(ret_closure, string_copy(below.all[i]->address));
	}
	for (size_t i = 0; i < below.n; i++)
		add_vfs(ret_closure, below.all[i], want);
	ret_closure->digest = digest_print(survey, &below, counts);
	below_free(&below);
}

/* The number of VFs of the i-th function below the port; -1: the consent does not tell it. */
static int64_t count_consented(const char *consent, size_t i)
{
	for (size_t field = 0; consent && field <= i * N_FIELDS; field++) {
		consent = strchr(consent, ':');
		consent = consent ? consent + 1 : NULL;
	}
	return consent ? strtoll(consent, NULL, 10) : -1;
}

bool consent_has_count(
	const struct survey *survey, const char *consent, const struct function *pf, int64_t count)
{
	AUTO_FREE int64_t *counts = memory_new(survey->n + 1, sizeof(*counts));
	AUTO_FREE char *port = function_root_port(pf);
	struct closure asked = { 0 };
	struct below below;
	bool fits;

	if (!port || !consent)
		return false;
	below_find(survey, port, &below);
	for (size_t i = 0; i < below.n; i++)
		counts[i] = below.all[i] == pf ? count : count_consented(consent, i);
	asked.digest = digest_print(survey, &below, counts);
	fits = closure_fits(&asked, consent);
	closure_free(&asked);
	below_free(&below);
	return fits;
}

/* What is not told of one of both is no difference. The first of all fields is the digest. */
static bool field_fits(size_t field, const char *is, size_t length, const char *said, size_t said_length)
{
	if (*is == *UNTOLD || *said == *UNTOLD)
		return true;
	if (field > 0 && (field - 1) % N_FIELDS == FIELD_USES)
		return (strtoul(is, NULL, 16) & ~strtoul(said, NULL, 16)) == 0;
	return length == said_length && memcmp(is, said, length) == 0;
}

bool closure_fits(const struct closure *closure, const char *consent)
{
	const char *is = closure->digest;

	for (size_t field = 0; consent; field++) {
		size_t length = strcspn(is, ":"), said = strcspn(consent, ":");

		if (!field_fits(field, is, length, consent, said))
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

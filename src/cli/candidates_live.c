/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Offers of what is on this machine and in the files of the line: addresses, hosts, parts. */
#include "chosen.h"
#include "completion.h"
#include "facts.h"
#include "object.h"
#include "session.h"
#include "wish.h"
#include <fts.h>
#include <string.h>

enum {
	MOST_BYTES = 64 << 10, /* of all files: more would take longer than a key's press should */
	MOST_FACTS = 1 << 20,
	MOST_ENTRIES = 2000, /* of directories */
	MOST_VFS = 64,       /* of one pool; whoever has more knows how they are called */
};

/* Only names are read: no attribute, so no device wakes up and no driver is asked. */
static void offer_functions(struct candidates *candidates, const struct line *line)
{
	const struct world *world = line->world;
	struct report unheard = { 0 };
	struct host *host = world->open_host(world, line->root ? line->root : "/", &unheard);
	struct done done = { 0 };
	char *rest = NULL;

	if (host && host_do(host, &(struct op){ .verb = OP_LIST, .path = "sys/bus/pci/devices" }, &done) == 0)
		for (char *name = strtok_r(done.data, "\n", &rest); name; name = strtok_r(NULL, "\n", &rest))
			candidates_add(candidates, name, NULL);
	done_free(&done);
	if (host && world->close_host)
		world->close_host(world, host);
	else if (host)
		host_free(host);
	report_free(&unheard);
}

/* The host elsewhere: its facts instead of this machine. */
static void offer_functions_of(struct candidates *candidates, const char *facts)
{
	struct survey survey = { 0 };
	struct report unheard = { 0 };
	AUTO_TEXT struct text bytes = { 0 };

	if (file_peek(facts, MOST_FACTS, &bytes) == 0 &&
		facts_parse(text_string(&bytes), bytes.length, facts, &survey, &unheard) == 0)
		for (size_t i = 0; i < survey.n; i++)
			candidates_add(candidates, survey.functions[i]->address, NULL);
	survey_free(&survey);
	report_free(&unheard);
}

/* Mistakes do not matter here: what could be read is offered. */
struct loading {
	struct wish *wish;
	struct report unheard;
	size_t left;
};

static void file_load(struct loading *loading, const char *name)
{
	AUTO_TEXT struct text bytes = { 0 };

	if (file_peek(name, loading->left, &bytes) < 0)
		return;
	loading->left -= bytes.length;
	wish_parse(loading->wish, name, text_string(&bytes), bytes.length, &loading->unheard);
}

static int entries_compare(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* As the load of a directory goes through it (engine/load_directory.c), but to an end soon. */
static void directory_load(struct loading *loading, const char *name)
{
	char *const names[] = { (char *)name, NULL };
	FTS *tree = fts_open(names, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, entries_compare);
	FTSENT *entry;

	for (size_t i = 0; tree && i < MOST_ENTRIES && (entry = fts_read(tree)); i++) {
		if (entry->fts_level > 0 && *entry->fts_name == '.')
			fts_set(tree, entry, FTS_SKIP);
		else if (string_ends(entry->fts_name, ".yaml") || string_ends(entry->fts_name, ".yml"))
			file_load(loading, entry->fts_path);
	}
	if (tree)
		fts_close(tree);
}

static void files_load(const struct line *line, struct wish *wish)
{
	struct loading loading = { .wish = wish, .left = MOST_BYTES };

	for (size_t i = 0; i < line->n_files; i++)
		if (file_is_directory(line->files[i]))
			directory_load(&loading, line->files[i]);
		else
			file_load(&loading, line->files[i]);
	wish_join(wish, &loading.unheard);
	report_free(&loading.unheard);
}

void offer_hosts(struct candidates *candidates, const struct line *line)
{
	struct wish wish = { 0 };

	files_load(line, &wish);
	for (size_t i = 0; i < wish.state.n; i++)
		if (wish.state.all[i]->kind == &kind_host)
			candidates_add(candidates, wish.state.all[i]->name, NULL);
	wish_free(&wish);
}

static void offer_vfs(struct candidates *candidates, const struct resource *pool)
{
	int64_t count = ((const struct pool_body *)pool->body)->count;
	AUTO_FREE char *all = text_print("%s.vf.[0-%d]", pool->under->name, (int)count - 1);

	if (count > 1)
		candidates_add(candidates, all, "all virtual functions");
	for (int64_t i = 0; i < count && i < MOST_VFS; i++) {
		AUTO_FREE char *name = name_print(pool->under->name, i, NULL);

		candidates_add(candidates, name, "virtual function");
	}
}

/* What is wished of a set is a part of each member. */
static void offer_part(struct candidates *candidates, const struct resource *part)
{
	const struct resource *device = resource_above(part, &kind_device);
	AUTO_FREE char *of_members =
		device ? text_print("%s.*%s", device->name, part->name + strlen(device->name)) : NULL;

	if (!device)
		return;
	if (device_expects(device->body) != 1) {
		candidates_add(candidates, of_members, part->kind->summary);
		return;
	}
	candidates_add(candidates, part->name, part->kind->summary);
	if (part->kind == &kind_vf_pool)
		offer_vfs(candidates, part);
}

/* Calls `offer` for all that is wished of the host of that name, of every host for NULL. */
static void resources_each(struct candidates *candidates, const struct wish *wish, const char *name,
	void (*offer)(struct candidates *, const struct resource *))
{
	for (size_t i = 0; i < wish->state.n; i++) {
		const struct resource *host = wish->state.all[i];
		struct state own = { 0 };

		if (host->kind != &kind_host || (name && !string_equal(host->name, name)))
			continue;
		wish_host(wish, host, &own);
		for (size_t k = 0; k < own.n; k++)
			offer(candidates, own.all[k]);
		state_free(&own);
	}
}

void offer_parts(struct candidates *candidates, const struct line *line)
{
	struct wish wish = { 0 };

	files_load(line, &wish);
	resources_each(candidates, &wish, line->host_name, offer_part);
	wish_free(&wish);
}

static void offer_guest(struct candidates *candidates, const struct resource *resource)
{
	if (resource->kind == &kind_guest)
		candidates_add(candidates, resource->name, "a guest of the files");
}

void offer_guests(struct candidates *candidates, const struct line *line)
{
	struct wish wish = { 0 };

	files_load(line, &wish);
	resources_each(candidates, &wish, line->host_name, offer_guest);
	wish_free(&wish);
}

static void offer_device(struct candidates *candidates, const struct resource *resource)
{
	if (resource->kind == &kind_device)
		candidates_add(candidates, resource->name, "a device of the files");
}

/* The value is for the user to write: shells put no blank behind a word that ends in "=". */
static void offer_selector_keys(struct candidates *candidates)
{
	struct chosen_key keys[MOST_CHOSEN_KEYS];
	size_t n = chosen_keys(keys);

	for (size_t i = 0; i < n; i++) {
		AUTO_FREE char *word = text_print("%s=", keys[i].name);

		candidates_add(candidates, word, keys[i].help);
	}
}

void offer_addresses(struct candidates *candidates, const struct line *line)
{
	struct wish wish = { 0 };

	if (line->facts)
		offer_functions_of(candidates, line->facts);
	else
		offer_functions(candidates, line);
	files_load(line, &wish);
	resources_each(candidates, &wish, NULL, offer_device);
	offer_selector_keys(candidates);
	wish_free(&wish);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Offers of what is on this machine and in the files of the line: addresses, hosts, parts. */
#include "chosen.h"
#include "completion.h"
#include "session.h"
#include "wish.h"
#include <string.h>

enum {
	MOST_BYTES = 64 << 10, /* of all files: more would take longer than a key's press should */
	MOST_VFS = 64,         /* of one pool; whoever has more knows how they are called */
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

/* Mistakes do not matter here: what could be read is offered. */
static void files_load(const struct line *line, struct wish *wish)
{
	struct report unheard = { 0 };
	size_t left = MOST_BYTES;

	for (size_t i = 0; i < line->n_files; i++) {
		AUTO_TEXT struct text bytes = { 0 };

		if (file_peek(line->files[i], left, &bytes) < 0)
			continue;
		left -= bytes.length;
		wish_parse(wish, line->files[i], text_string(&bytes), bytes.length, &unheard);
	}
	wish_join(wish, &unheard);
	report_free(&unheard);
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

void offer_guests(struct candidates *candidates, const struct line *line)
{
	struct wish wish = { 0 };

	files_load(line, &wish);
	for (size_t i = 0; i < wish.state.n; i++)
		if (wish.state.all[i]->kind == &kind_guest)
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
		AUTO_FREE char *name = text_print("%s.vf.%d", pool->under->name, (int)i);

		candidates_add(candidates, name, "virtual function");
	}
}

/* What is wished of a set is a part of each member. */
static void offer_part(struct candidates *candidates, const struct resource *part)
{
	const struct resource *device = resource_above(part, &kind_device);
	size_t length = strlen(device->name);
	AUTO_FREE char *of_members = text_print("%s.*%s", device->name, part->name + length);

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
			if (resource_above(own.all[k], &kind_device))
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

	offer_functions(candidates, line);
	files_load(line, &wish);
	resources_each(candidates, &wish, NULL, offer_device);
	offer_selector_keys(candidates);
	wish_free(&wish);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leaves of a wish what --target names, and what that stands on. */
#include "wish.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_NAMED = 8 };

struct aim {
	struct state *state;
	const char *const *targets;
	size_t n_targets;
	bool *met;  /* by target */
	bool *kept; /* by resource */
};

/* "gpus.*" is the set as a whole, and so is "gpus": what is named comes with all below it. */
static size_t target_length(const char *target)
{
	return strlen(target) - (string_ends(target, ".*") ? 2 : 0);
}

static bool is_below(const char *name, const char *target)
{
	size_t length = target_length(target);

	return strncmp(name, target, length) == 0 && (name[length] == '\0' || name[length] == '.');
}

/* Of the whole host when its name is given. */
static bool is_aimed_at(struct aim *aim, const struct resource *resource)
{
	bool aimed = false;

	for (size_t i = 0; i < aim->n_targets; i++)
		for (const struct resource *up = resource; up; up = up->under)
			if (is_below(up->name, aim->targets[i]))
				aimed = aim->met[i] = true;
	return aimed;
}

/* A wish stands on what it is below and on what caused it: a VF on its pool. */
static void keep(struct aim *aim, struct lookup *positions, const struct resource *resource)
{
	size_t cursor = 0, at;

	if (!resource)
		return;
	while (lookup_next(positions, hash_string(0, resource->name), &cursor, &at)) {
		if (aim->state->all[at] != resource || aim->kept[at])
			continue;
		aim->kept[at] = true;
		keep(aim, positions, resource->under);
		keep(aim, positions, resource->cause);
	}
}

static void report_nothing(const struct aim *aim, const char *target, struct report *report)
{
	const char **names = NULL, *meant;
	size_t n = 0;
	struct finding finding = { .severity = ERROR,
		.outcome = BAD_USAGE,
		.id = "no-target",
		.object = target,
		.hint = "a device's handle, or what is below it: nic0, nic0.vfs, nic0.vf.3, gpus.*" };

	for (size_t i = 0; i < aim->state->n; i++) {
		names = memory_grow(names, n, sizeof(*names));
		names[n++] = aim->state->all[i]->name;
	}
	names = memory_grow(names, n, sizeof(*names));
	meant = string_nearest(target, names);
	report_add(report, &finding, "--target %s names nothing that is wished for this host%s%s%s", target,
		meant ? "; did you mean " : "", meant ? meant : "", meant ? "?" : "");
	free(names);
}

static bool is_kept(const struct resource *resource, void *data)
{
	const struct aim *aim = data;
	size_t cursor = 0, at;

	while (lookup_next(&aim->state->by_name, hash_string(0, resource->name), &cursor, &at))
		if (aim->state->all[at] == resource)
			return aim->kept[at];
	return false;
}

static void note_left_out(struct aim *aim, struct report *report)
{
	AUTO_TEXT struct text names = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < aim->state->n; i++) {
		const struct resource *resource = aim->state->all[i];

		/* what stands below it needs no word of its own */
		if (aim->kept[i] || resource->cause || (resource->under && !is_kept(resource->under, aim)))
			continue;
		if (n++ < MOST_NAMED)
			text_addf(&names, "%s%s", names.length ? ", " : "", resource->name);
	}
	if (n > MOST_NAMED)
		text_addf(&names, " and %zu more", n - MOST_NAMED);
	if (n > 0)
		report_add(report, &(struct finding){ .severity = NOTE, .id = "left-out" },
			"left out by --target: %s", text_string(&names));
}

int wish_target(struct state *state, const char *const *targets, size_t n_targets, struct report *report)
{
	AUTO_FREE bool *met = memory_new(n_targets, sizeof(*met));
	AUTO_FREE bool *kept = memory_new(state->n, sizeof(*kept));
	struct aim aim = { state, targets, n_targets, met, kept };
	int result = 0;

	if (n_targets == 0)
		return 0;
	for (size_t i = 0; i < state->n; i++)
		if (is_aimed_at(&aim, state->all[i]))
			keep(&aim, &state->by_name, state->all[i]);
	for (size_t i = 0; i < n_targets; i++) {
		if (met[i])
			continue;
		report_nothing(&aim, targets[i], report);
		result = -1;
	}
	if (result < 0)
		return result;
	note_left_out(&aim, report);
	state_keep(state, is_kept, &aim);
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fills "${NAME}" in a step with what an earlier step's write made known. */
#include "apply.h"
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

static const char *learned_find(const struct applying *run, const char *name)
{
	size_t cursor = 0, at;

	while (lookup_next(&run->learned_by_name, hash_string(0, name), &cursor, &at))
		if (string_equal(run->learned[at].object, name))
			return run->learned[at].after;
	return NULL;
}

static const char *learned_keep(struct applying *run, const char *name, const char *value)
{
	run->learned = memory_grow(run->learned, run->n_learned, sizeof(*run->learned));
	run->learned[run->n_learned] =
		(struct journal_entry){ .object = string_copy(name), .after = string_copy(value) };
	lookup_add(&run->learned_by_name, hash_string(0, name), run->n_learned);
	return run->learned[run->n_learned++].after;
}

void learned_free(struct applying *run)
{
	for (size_t i = 0; i < run->n_learned; i++) {
		free(run->learned[i].object);
		free(run->learned[i].after);
	}
	free(run->learned);
	lookup_free(&run->learned_by_name);
}

static const struct binding *binding_find(
	const struct plan *plan, const char *name, const struct step **ret_step)
{
	for (size_t i = 0; i < plan->n; i++)
		for (size_t b = 0; b < plan->steps[i]->n_learns; b++)
			if (fnmatch(plan->steps[i]->learns[b].name, name, 0) == 0) {
				*ret_step = plan->steps[i];
				return &plan->steps[i]->learns[b];
			}
	return NULL;
}

/* What the '*' of the pattern stands for in the name. */
static char *star_of(const char *pattern, const char *name)
{
	const char *star = strchr(pattern, '*');
	size_t head = (size_t)(star - pattern), tail = strlen(star + 1);

	return string_part(name + head, strlen(name) - head - tail);
}

/* The link beside the file that the knob of the learning step reads. */
static int link_of(const struct binding *binding, const struct step *by, const char *star, struct text *path)
{
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };
	const char *slash, *link_star = strchr(binding->link, '*');

	if (by->knob->read(by->knob, by->target, &op, &scratch) < 0 || !(slash = strrchr(op.path, '/')))
		return -1;
	text_add_bytes(path, op.path, (size_t)(slash - op.path) + 1);
	text_add_bytes(path, binding->link, (size_t)(link_star - binding->link));
	text_addf(path, "%s%s", star, link_star + 1);
	return 0;
}

/* The last word of where a link leads, NULL with its errno; the caller frees it. */
static char *link_read(struct applying *run, const char *path, int *ret_error)
{
	struct done done = { 0 };
	char *word = NULL;

	*ret_error = host_do(run->host, &(struct op){ .verb = OP_LINK, .path = path }, &done);
	if (*ret_error == 0) {
		const char *last = strrchr(done.data, '/');
		word = string_copy(last ? last + 1 : done.data);
	}
	done_free(&done);
	return word;
}

static void report_unknown(
	struct applying *run, const char *name, const char *path, int error, const char *why)
{
	report_add(run->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = FAILED,
			.id = "binding-unknown",
			.object = name,
			.path = path,
			.error = error,
			.hint = "is someone else changing the device? look at `pawl plan` again",
		},
		"%s", why);
}

/* What the link leads to, if a link leads back from there. NULL and a finding otherwise. */
static char *follow(
	struct applying *run, const char *name, const struct binding *binding, const struct step *by)
{
	AUTO_FREE char *star = star_of(binding->name, name), *back = NULL, *round = NULL, *value = NULL;
	AUTO_TEXT struct text path = { 0 };
	char *believed = NULL;
	int error = 0;

	if (link_of(binding, by, star, &path) == 0)
		value = link_read(run, text_string(&path), &error);
	if (value) {
		back = text_print("%s/%s", text_string(&path), binding->back);
		round = link_read(run, back, &error);
	}
	if (string_equal(round, by->target))
		believed = string_copy(value);
	else if (!value || error)
		report_unknown(run, name, back ? back : text_string(&path), error,
			"the address that the kernel gave it cannot be read");
	else
		report_unknown(run, name, back, 0, "the kernel's link leads to a function of another device");
	return believed;
}

static void report_untold(struct applying *run, const char *name)
{
	report_unknown(run, name, NULL, 0, "what its write came to cannot be told");
}

/* What a knob makes of its write is known right after it, and perhaps never again. */
int step_learn(struct applying *run, const struct lane_run *lane, const char *now)
{
	const struct knob *knob = lane->step->knob;

	for (size_t i = 0; knob->learn && i < lane->step->n_learns; i++) {
		const char *name = lane->step->learns[i].name;
		AUTO_FREE char *value =
			knob->learn(lane->filled.before, now, lane->answer ? lane->answer : "");

		if (!value) {
			report_untold(run, name);
			return -1;
		}
		learned_keep(run, name, value);
		if (journal_learned(run->journal, name, value, run->report) < 0) {
			run->broken = true;
			return -1;
		}
	}
	return 0;
}

static const char *learn(struct applying *run, const char *name)
{
	const struct step *by = NULL;
	const struct binding *binding = binding_find(run->plan, name, &by);
	AUTO_FREE char *value = binding && binding->link ? follow(run, name, binding, by) : NULL;
	const char *kept;

	if (binding && !binding->link)
		report_untold(run, name);
	if (!binding)
		report_unknown(run, name, NULL, 0, "no step of the plan makes it known");
	if (!value)
		return NULL;
	kept = learned_keep(run, name, value);
	if (journal_learned(run->journal, name, kept, run->report) == 0)
		return kept;
	run->broken = true;
	return NULL;
}

static char *fill(struct applying *run, const char *template)
{
	AUTO_TEXT struct text out = { 0 };
	const char *from = template, *open, *close;

	while ((open = strstr(from, "${")) && (close = strchr(open, '}'))) {
		AUTO_FREE char *name = string_part(open + 2, (size_t)(close - open) - 2);
		const char *value = learned_find(run, name);

		if (!value)
			value = learn(run, name);
		if (!value)
			return NULL;
		text_add_bytes(&out, from, (size_t)(open - from));
		text_add(&out, value);
		from = close + 1;
	}
	text_add(&out, from);
	return text_take(&out);
}

int step_fill(struct applying *run, const struct step *step, struct filled *filled)
{
	filled->target = fill(run, step->target);
	filled->before = fill(run, step->before);
	filled->after = fill(run, step->after);
	return filled->target && filled->before && filled->after ? 0 : -1;
}

void filled_free(struct filled *filled)
{
	free(filled->target);
	free(filled->before);
	free(filled->after);
	*filled = (struct filled){ 0 };
}

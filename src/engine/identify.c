/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plan id: a digest of configuration, the stable facts that the plan rests on, and its steps. */
#include "digest.h"
#include "grounds.h"
#include "survey.h"
#include <string.h>

/* Every value is ended by a NUL, so that no two lists of values read the same. */
static void add_value(struct digest *digest, const char *value)
{
	const char *text = value ? value : "\x01"; /* nothing is not the empty text */

	digest_add(digest, text, strlen(text) + 1);
}

static void add_fields(struct digest *digest, const struct field *fields, const void *body)
{
	for (size_t row = 0; fields[row].name; row++) {
		AUTO_TEXT struct text value = { 0 };

		if (!field_says(fields, row, body) || fields[row].flags & (FIELD_OBSERVED | FIELD_WRITING))
			continue;
		add_value(digest, fields[row].name);
		if (fields[row].type->shape == SHAPE_MAP) {
			add_fields(digest, fields[row].fields, (const char *)body + fields[row].offset);
			continue;
		}
		field_print(fields, row, body, &value);
		add_value(digest, text_string(&value));
	}
}

static void add_wish(struct digest *digest, const struct state *want)
{
	for (size_t i = 0; i < want->n; i++) {
		add_value(digest, want->all[i]->kind->name);
		add_value(digest, want->all[i]->name);
		add_fields(digest, want->all[i]->kind->fields, want->all[i]->body);
	}
}

static void add_grounds(struct digest *digest, const struct plan *plan, const struct survey *survey)
{
	struct grounds grounds = { 0 };

	plan_grounds(plan, survey, &grounds);
	for (size_t i = 0; i < grounds.n; i++) {
		add_value(digest, grounds.all[i].object);
		add_value(digest, grounds.all[i].fact);
		add_value(digest, grounds.all[i].value);
	}
	grounds_free(&grounds);
}

/* A step's list has mostly the words of the one before it: up to where that is so a number says them all. */
static void add_list(struct digest *digest, const char *list, const char **last)
{
	size_t same = string_alike(list, *last);
	AUTO_FREE char *up_to = text_print("%zu", same);

	add_value(digest, up_to);
	add_value(digest, list + same);
	*last = list;
}

static void add_steps(struct digest *digest, const struct plan *plan)
{
	const char *last = "";

	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		if (!step->why) /* paying a debt changes no plan id */
			continue;
		add_value(digest, step->knob->name);
		add_value(digest, step->target);
		if (step->knob->learn) {
			add_list(digest, step->before, &last);
			add_list(digest, step->after, &last);
			continue;
		}
		add_value(digest, step->before);
		add_value(digest, step->after);
	}
}

void wish_identify(const struct state *want, const char *const *targets, size_t n_targets, char ret_id[65])
{
	struct digest *digest = digest_begin();

	add_value(digest, "pawl wish 1");
	add_wish(digest, want);
	for (size_t i = 0; i < n_targets; i++)
		add_value(digest, targets[i]);
	digest_end(digest, ret_id);
}

void plan_identify(struct plan *plan, const struct survey *survey)
{
	struct digest *digest = digest_begin();

	add_value(digest, "pawl plan 2");
	add_wish(digest, plan->want);
	add_grounds(digest, plan, survey);
	add_steps(digest, plan);
	digest_end(digest, plan->id);
}

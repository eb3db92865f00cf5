/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gathers what of a host is not as wished, so that each object is told once. */
#include "differences.h"
#include "print.h"
#include "text_step.h"
#include <stdlib.h>
#include <string.h>

static struct difference *difference_of(struct differences *differences, const char *what)
{
	uint64_t hash = hash_string(0, what);
	size_t cursor = 0, at;

	while (lookup_next(&differences->by_words, hash, &cursor, &at))
		if (string_equal(differences->all[at].what, what))
			return &differences->all[at];
	lookup_add(&differences->by_words, hash, differences->n);
	differences->all = memory_grow(differences->all, differences->n, sizeof(*differences->all));
	differences->all[differences->n] = (struct difference){ .what = string_copy(what) };
	return &differences->all[differences->n++];
}

/* Takes over the object's name. */
static struct difference *add(struct differences *differences, char *object, const struct text *what)
{
	struct difference *difference = difference_of(differences, text_string(what));

	difference->objects = memory_grow(difference->objects, difference->n, sizeof(*difference->objects));
	difference->objects[difference->n++] = object;
	differences->n_objects++;
	return difference;
}

/* "nic0.vf.3" of "nic0.vf.3.driver": what differs is named by its key anyway. */
static char *object_of(const struct resource *resource)
{
	AUTO_FREE char *end = text_print(".%s", resource->kind->key);
	size_t length = strlen(resource->name), cut = strlen(end);

	if (!(resource->kind->fields[0].flags & FIELD_ALONE) || !string_ends(resource->name, end))
		return string_copy(resource->name);
	return string_part(resource->name, length - cut);
}

static bool continues(const struct plan *plan, size_t i, const struct step *first)
{
	return i < plan->n && plan->steps[i]->why == first->why &&
	       string_equal(plan->steps[i]->object, first->object);
}

/* What pawl has set and is to be taken back: of the host alone nothing would be seen. */
static void add_taken_back(
	struct differences *differences, const struct plan *plan, const struct change *change)
{
	for (size_t i = 0; i < plan->n;) {
		const struct step *first = plan->steps[i];
		AUTO_TEXT struct text what = { 0 };

		if (first->why != change) {
			i++;
			continue;
		}
		text_add(&what, "set by pawl, to be taken back");
		for (const char *between = ": "; continues(plan, i, first); between = ", ", i++) {
			text_add(&what, between);
			step_print(plan->steps[i], &what);
		}
		add(differences, string_copy(first->object), &what);
	}
}

/* Of a device that is not found, that is told, and not what is wished of it. */
static void add_change(struct differences *differences, const struct plan *plan, const struct change *change)
{
	const struct resource *resource = change->want ? change->want : change->have;
	const struct resource *device = resource_above(resource, &kind_device);
	AUTO_TEXT struct text what = { 0 };

	if (device && device_is_missing(device->body))
		return;
	if (change_takes_back(change)) {
		add_taken_back(differences, plan, change);
		return;
	}
	change_print(change, &what);
	add(differences, object_of(resource), &what)->change = change;
}

static void add_selected(struct differences *differences, const struct resource *device, const char *words)
{
	struct place at = resource_place(device, DEVICE_SELECT);
	AUTO_TEXT struct text what = { 0 };

	text_addf(&what, "%s: %s", device->kind->fields[DEVICE_SELECT].name, words);
	if (at.source) {
		text_add(&what, " (");
		text_add_safe(&what, at.source->name);
		text_addf(&what, ":%u:%u)", at.line, at.column);
	}
	add(differences, string_copy(device->name), &what)->select = at;
}

/* What is done to another card is not done to this one. */
static void add_replaced(
	struct differences *differences, const struct resource *device, const struct survey *survey)
{
	const struct function *function = device_function(survey, device);
	const struct pin *pin = function ? pins_of(&survey->pins, device->name, function) : NULL;
	AUTO_TEXT struct text words = { 0 };
	AUTO_FREE char *what = NULL;

	if (!pin || !pin_is_replaced(pin, function, &words))
		return;
	what = text_print(
		"%s is another device than at the last apply: %s", function->address, text_string(&words));
	add_selected(differences, device, what);
}

/* As the gates say it (gates/devices.c), without the functions that may have been meant. */
bool device_missing_words(const struct resource *device, const struct survey *survey, struct text *words)
{
	const struct device_body *body = device->body;
	size_t expected = (size_t)device_expects(body);
	struct selection selection;
	bool too_many;

	select_find(&body->select, device->name, expected, survey, &selection);
	if (selection.undecided)
		text_addf(words, "%s of %s is not known, so it may be meant as well",
			select_fields[selection.unknown].name, selection.undecided->address);
	else if (selection.n == 0)
		text_add(words, "no function has ");
	else
		text_addf(words, "%zu %s, %zu %s expected, with ", selection.n,
			plural(selection.n, "function is there", "functions are there"), expected,
			plural(expected, "is", "are"));
	if (!selection.undecided)
		select_words(&body->select, words);
	too_many = !selection.undecided && selection.n > expected;
	selection_free(&selection);
	return too_many;
}

static void add_missing(
	struct differences *differences, const struct resource *device, const struct survey *survey)
{
	AUTO_TEXT struct text words = { 0 };

	device_missing_words(device, survey, &words);
	add_selected(differences, device, text_string(&words));
}

static void add_device(
	struct differences *differences, const struct resource *device, const struct survey *survey)
{
	if (device_is_missing(device->body))
		add_missing(differences, device, survey);
	else
		add_replaced(differences, device, survey);
}

static bool is_told(const struct differences *differences, const struct resource *resource)
{
	for (size_t i = 0; i < differences->n; i++)
		if (differences->all[i].change && differences->all[i].change->want == resource)
			return true;
	return false;
}

/* The host is as it should be, and pawl calls it by a name that no file has. */
static void add_name(struct differences *differences, const struct resource *resource)
{
	AUTO_TEXT struct text what = { 0 };

	if (!resource->former || is_told(differences, resource))
		return;
	text_addf(&what, "known as %s", resource->former);
	add(differences, string_copy(resource->name), &what);
}

static void add_debt(struct differences *differences, const struct step *step)
{
	AUTO_TEXT struct text what = { 0 };

	step_print(step, &what);
	text_add(&what, ": left behind by an earlier run");
	add(differences, string_copy(step->object), &what);
}

void differences_find(const struct plan *plan, const struct survey *survey, struct differences *differences)
{
	const struct state *want = plan->want;

	for (size_t i = 0; want && i < want->n; i++)
		if (want->all[i]->kind == &kind_device)
			add_device(differences, want->all[i], survey);
	vfs_now_find(plan, survey, &differences->now);
	for (size_t i = 0; i < plan->changes.n; i++) {
		const struct change *change = vfs_now_change(&differences->now, &plan->changes.all[i]);

		if (change)
			add_change(differences, plan, change);
	}
	for (size_t i = 0; want && i < want->n; i++)
		add_name(differences, want->all[i]);
	for (size_t i = 0; i < plan->n; i++)
		if (!plan->steps[i]->why)
			add_debt(differences, plan->steps[i]);
}

void differences_free(struct differences *differences)
{
	for (size_t i = 0; i < differences->n; i++) {
		for (size_t k = 0; k < differences->all[i].n; k++)
			free(differences->all[i].objects[k]);
		free(differences->all[i].objects);
		free(differences->all[i].what);
	}
	free(differences->all);
	lookup_free(&differences->by_words);
	vfs_now_free(&differences->now);
	*differences = (struct differences){ 0 };
}

void differences_print(const struct differences *differences, struct text *text)
{
	struct table table = { .columns = 2 };

	for (size_t i = 0; i < differences->n; i++) {
		const struct difference *difference = &differences->all[i];
		AUTO_TEXT struct text objects = { 0 };

		names_fold((const char *const *)difference->objects, difference->n, &objects);
		table_add(&table, text_string(&objects));
		table_add(&table, difference->what);
	}
	table_print(&table, "  ", text);
	table_free(&table);
}

bool plan_awaits_reboot(const struct plan *plan)
{
	for (size_t i = 0; i < plan->n; i++)
		if (!(plan->steps[i]->flags & STEP_NEEDS_REBOOT))
			return false;
	return plan->n > 0;
}

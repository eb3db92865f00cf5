/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions that devices were when they were last applied, as a list with one word on each. */
#include "nvme_namespaces.h"
#include "survey.h"
#include <stdlib.h>
#include <string.h>

static uint64_t hash_set(const char *handle)
{
	AUTO_FREE char *set = string_part(handle, strcspn(handle, "."));

	return hash_string(0, set);
}

static struct pin *find(const struct pin_list *pins, const char *handle)
{
	size_t cursor = 0, at;

	while (lookup_next(&pins->by_handle, hash_string(0, handle), &cursor, &at))
		if (string_equal(pins->all[at].handle, handle))
			return &pins->all[at];
	return NULL;
}

const struct pin *pins_find(const struct pin_list *pins, const char *handle)
{
	return find(pins, handle);
}

const struct pin *pins_at(const struct pin_list *pins, const char *address)
{
	size_t cursor = 0, at;

	while (lookup_next(&pins->by_place, hash_string(0, address), &cursor, &at))
		if (string_equal(pins->all[at].address, address))
			return &pins->all[at];
	return NULL;
}

/*
 * Goes on from `found`, which may be NULL, to those that stood at this place until one does not say OTHER;
 * NULL: none stood there. `place` is the function's address or path.
 */
static const struct pin *find_at(const struct pin_list *pins, const char *place,
	const struct function *function, const struct pin *found)
{
	size_t cursor = 0, at;

	while (place && lookup_next(&pins->by_place, hash_string(0, place), &cursor, &at))
		if (pin_stood_at(&pins->all[at], function) &&
			(!found || pin_compare(found, function, NULL) == PIN_OTHER))
			found = &pins->all[at];
	return found;
}

const struct pin *pins_of(const struct pin_list *pins, const char *handle, const struct function *function)
{
	const struct pin *own = handle ? find(pins, handle) : NULL, *there;
	AUTO_FREE char *path = NULL;

	if (pins->n == 0 ||
		(own && (pin_stood_at(own, function) || pin_compare(own, function, NULL) == PIN_SAME)))
		return own;
	path = function_bridge_path(function);
	there = find_at(pins, function->address, function, NULL);
	there = find_at(pins, path, function, there);
	return there ? there : own;
}

const struct pin *pins_stood(const struct survey *survey, const struct function *function)
{
	const struct pin *stood = pins_find(&survey->stood, function->address);

	return stood ? stood : pins_of(&survey->pins, NULL, function);
}

/*
 * Of handles SAME before UNTOLD before OTHER: one of several that were noted there is enough. A handle which
 * no plan has named since stays at its address when the device moves.
 */
static enum pin_says tell_at(
	const struct survey *survey, const char *address, const struct function *function)
{
	const struct pin *stood = pins_find(&survey->stood, address);
	const struct pin_list *pins = &survey->pins;
	enum pin_says says = PIN_OTHER;
	size_t cursor = 0, at, n = 0;

	if (stood)
		return pin_compare_drive(stood, function);
	while (says != PIN_SAME && lookup_next(&pins->by_place, hash_string(0, address), &cursor, &at)) {
		enum pin_says one;

		if (!string_equal(pins->all[at].address, address))
			continue;
		one = pin_compare_drive(&pins->all[at], function);
		says = one == PIN_OTHER ? says : one;
		n++;
	}
	return n > 0 ? says : PIN_UNTOLD;
}

enum pin_says pins_tell(const struct survey *survey, const char *address, const struct function *function)
{
	const struct function *there = survey_function(survey, address);
	enum pin_says says, its;

	/* a drive's ports have one serial number */
	if (survey->pins.n + survey->stood.n == 0 ||
		(there && there != function && drive_is_port(there, function)))
		return PIN_UNTOLD;
	says = tell_at(survey, address, function);
	if (says != PIN_SAME || !there || there == function)
		return says;
	its = tell_at(survey, address, there);
	return its == PIN_OTHER ? PIN_SAME : its == PIN_SAME ? PIN_OTHER : PIN_UNTOLD;
}

static bool is_of_device(const struct pin *pin, const char *device)
{
	size_t length = strlen(device);

	return strncmp(pin->handle, device, length) == 0 &&
	       (pin->handle[length] == '\0' || pin->handle[length] == '.');
}

const struct pin *pins_next(const struct pin_list *pins, const char *device, size_t *cursor)
{
	size_t at;

	while (lookup_next(&pins->by_set, hash_set(device), cursor, &at))
		if (is_of_device(&pins->all[at], device))
			return &pins->all[at];
	return NULL;
}

static void pin_copy(struct pin *to, const struct pin *from)
{
	for (enum pin_member i = 0; i < N_PIN_MEMBERS; i++)
		*pin_member(to, i) = string_copy(*pin_member(from, i));
}

/* Where it stood before stays in the lookup: who looks there compares. */
static void add_places(struct pin_list *pins, size_t position, const struct pin *pin)
{
	if (pin->address)
		lookup_add(&pins->by_place, hash_string(0, pin->address), position);
	if (pin->path)
		lookup_add(&pins->by_place, hash_string(0, pin->path), position);
}

void pins_keep(struct pin_list *pins, const struct pin *like)
{
	struct pin *pin = find(pins, like->handle), copy;

	pin_copy(&copy, like);
	add_places(pins, pin ? (size_t)(pin - pins->all) : pins->n, &copy);
	if (pin) {
		pin_clear(pin);
		*pin = copy;
		return;
	}
	lookup_add(&pins->by_handle, hash_string(0, like->handle), pins->n);
	lookup_add(&pins->by_set, hash_set(like->handle), pins->n);
	pins->all = memory_grow(pins->all, pins->n, sizeof(*pins->all));
	pins->all[pins->n++] = copy;
}

void pins_copy(const struct pin_list *pins, struct pin_list *copy)
{
	for (size_t i = 0; i < pins->n; i++)
		pins_keep(copy, &pins->all[i]);
}

void pins_free(struct pin_list *pins)
{
	for (size_t i = 0; i < pins->n; i++)
		pin_clear(&pins->all[i]);
	free(pins->all);
	lookup_free(&pins->by_handle);
	lookup_free(&pins->by_set);
	lookup_free(&pins->by_place);
	*pins = (struct pin_list){ 0 };
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the functions that a `select` means, by what they have or by what they were pinned for. */
#include "criteria.h"
#include <stdlib.h>
#include <string.h>

/* One search through the survey. */
struct search {
	const struct select *select;
	struct wanted wanted;
	const struct survey *survey;
	const struct pin **pins; /* of this handle and these names */
	size_t n_pins;
	const struct function **open; /* those of which it is not known, and the row that is not */
	enum select_row *open_rows;
	size_t n_open;
	struct selection *found;
};

/* Another card at the same address is not the one that was pinned. */
static enum pin_says pin_says(const struct pin *pin, const struct function *function)
{
	AUTO_FREE char *path = pin->path ? function_bridge_path(function) : NULL;

	if (!string_equal(pin->address, function->address) || (path && !string_equal(pin->path, path)))
		return PIN_OTHER;
	return pin_compare(pin, function, NULL);
}

/* PIN_OTHER: no pin is this function's. */
static enum pin_says pins_say(const struct search *search, const struct function *function)
{
	enum pin_says says = PIN_OTHER;

	for (size_t i = 0; i < search->n_pins && says == PIN_OTHER; i++)
		says = pin_says(search->pins[i], function);
	return says;
}

/*
 * A name that another driver takes away, and that is gone, speaks against nobody who is pinned; the driver is
 * another one then. An interface that has another name speaks against who is not known to be the same one.
 * Any other name that is there is the function's own word.
 */
static bool has_lost(const struct search *search, enum select_row row, const struct function *function,
	enum pin_says pinned)
{
	AUTO_TEXT struct text has = { 0 };

	if (pinned == PIN_OTHER || !(criteria[row].flags & MAY_CHANGE))
		return false;
	if (row == SELECT_DRIVER || (pinned == PIN_SAME && criteria[row].flags & RENAMED_BY_ANYBODY))
		return true;
	return wanted_fits(&search->wanted, row, function, &has) == FIT_NO && !has.length;
}

/* Rows that say NO outweigh those that are not known: then it is decided. */
static enum fit fits_all(
	const struct search *search, const struct function *function, enum select_row *ret_unknown)
{
	enum pin_says pinned = pins_say(search, function);
	enum fit all = FIT_YES;

	for (size_t row = 0; row < N_SELECT; row++) {
		enum fit fit;

		if (!search->wanted.texts[row] || has_lost(search, (enum select_row)row, function, pinned))
			continue;
		fit = wanted_fits(&search->wanted, (enum select_row)row, function, NULL);
		if (fit == FIT_NO)
			return FIT_NO;
		/* what may be shared decides more than what one card has alone */
		if (fit == FIT_UNKNOWN && (all == FIT_YES || !(criteria[row].flags & OF_ONE_CARD))) {
			all = FIT_UNKNOWN;
			*ret_unknown = (enum select_row)row;
		}
	}
	return all;
}

static void consider(struct search *search, const struct function *function)
{
	enum select_row unknown = N_SELECT;
	struct selection *found = search->found;
	enum fit fit = fits_all(search, function, &unknown);

	if (fit == FIT_YES) {
		found->found = memory_grow(found->found, found->n, sizeof(*found->found));
		found->found[found->n++] = function;
	} else if (fit == FIT_UNKNOWN) {
		search->open = memory_grow(search->open, search->n_open, sizeof(*search->open));
		search->open_rows =
			memory_grow(search->open_rows, search->n_open, sizeof(*search->open_rows));
		search->open[search->n_open] = function;
		search->open_rows[search->n_open++] = unknown;
	}
}

/* An address or a path names one function, a virtual one too; without them all physical ones may be meant. */
static void consider_all(struct search *search)
{
	const struct select *select = search->select;
	const struct function *named;

	if (field_given(select, SELECT_PCI) || field_given(select, SELECT_PATH)) {
		named = field_given(select, SELECT_PCI) ? survey_function(search->survey, select->pci)
							: survey_by_path(search->survey, select->path);
		if (named)
			consider(search, named);
		return;
	}
	for (size_t i = 0; i < search->survey->n; i++)
		if (!function_is_vf(search->survey->functions[i]))
			consider(search, search->survey->functions[i]);
}

static void find_pins(struct search *search, const char *handle)
{
	AUTO_FREE char *names = select_names(search->select);
	const struct pin *pin;

	for (size_t cursor = 0; *names && (pin = pins_next(&search->survey->pins, handle, &cursor));) {
		if (!string_equal(pin->select, names))
			continue;
		search->pins = memory_grow(search->pins, search->n_pins, sizeof(*search->pins));
		search->pins[search->n_pins++] = pin;
	}
}

static bool on_one_card(const struct function *a, const struct function *b)
{
	AUTO_FREE char *one = function_device(a), *other = function_device(b);

	return string_equal(one, other);
}

/*
 * Whether what is not known of a function could change what is found. A serial number that one card answers
 * to is no other card's, so sleeping cards do not matter then; the other functions of the same card do.
 */
static bool decides(const struct search *search, size_t open, size_t expected)
{
	const struct selection *found = search->found;

	if (!(criteria[search->open_rows[open]].flags & OF_ONE_CARD) || expected != 1 || found->n == 0)
		return true;
	for (size_t i = 0; i < found->n; i++)
		if (on_one_card(found->found[i], search->open[open]))
			return true;
	return false;
}

void select_find(const struct select *select, const char *handle, size_t expected,
	const struct survey *survey, struct selection *ret_selection)
{
	struct search search = { .select = select, .survey = survey, .found = ret_selection };

	*ret_selection = (struct selection){ 0 };
	wanted_make(select, &search.wanted);
	find_pins(&search, handle);
	consider_all(&search);
	for (size_t i = 0; i < search.n_open && !ret_selection->undecided; i++) {
		if (!decides(&search, i, expected))
			continue;
		ret_selection->undecided = search.open[i];
		ret_selection->unknown = search.open_rows[i];
	}
	wanted_free(&search.wanted);
	free(search.pins);
	free(search.open);
	free(search.open_rows);
}

void selection_free(struct selection *selection)
{
	free(selection->found);
	*selection = (struct selection){ 0 };
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names the functions that were meant perhaps, when `select` does not find what it should. */
#include "devices.h"
#include "names.h"
#include "object.h"
#include <inttypes.h>
#include <string.h>

enum { CANDIDATES = 8 }; /* more would hide the message that they belong to */

/* Several values of one key come on lines of their own. */
static void add_value(struct text *text, const char *lines)
{
	for (const char *at = lines; *at; at++)
		text_add_bytes(text, *at == '\n' ? "/" : at, 1);
}

/* "0000:17:00.0 (Huawei Technologies Hi1822, driver hns3, serial 021ABC)" */
static void add_function(const struct function *function, struct text *text)
{
	const char *vendor = function_text(function, A_VENDOR), *device = function_text(function, A_DEVICE);
	const char *driver = function_link(function, A_DRIVER);
	const struct reading *serial = &function->identity[I_SERIAL];
	char name[64];

	text_addf(text, "%s (%s, %s%s", function->address,
		vendor && device ? names_device(vendor, device, name, sizeof(name)) : "ids not known",
		driver ? "driver " : "no driver", driver ? driver : "");
	if (serial->is == R_VALUE && serial->text) {
		text_add(text, ", serial ");
		add_value(text, serial->text);
	}
	text_add(text, ")");
}

/* The only key that does not fit, N_SELECT when all do, or more than one does not. */
static size_t only_misfit(const struct select *select, const struct function *function)
{
	size_t misfit = N_SELECT;

	for (size_t row = 0; row < N_SELECT; row++) {
		if (!field_given(select, row) ||
			select_fits(select, (enum select_row)row, function, NULL) == FIT_YES)
			continue;
		if (misfit != N_SELECT)
			return N_SELECT;
		misfit = row;
	}
	return misfit;
}

static size_t keys_given(const struct select *select)
{
	return (size_t)__builtin_popcountll(select->set);
}

/* Of a single key every function is off; those that can have VFs are what people mostly meant. */
static bool is_near(const struct select *select, const struct function *function, size_t *ret_row)
{
	if (keys_given(select) == 1 && !function_text(function, A_TOTALVFS))
		return false;
	if (function_is_vf(function) && !field_given(select, SELECT_PCI) && !field_given(select, SELECT_PATH))
		return false;
	*ret_row = only_misfit(select, function);
	return *ret_row != N_SELECT;
}

/* One that is off by this key: what it has there instead. */
struct near {
	const struct function *function;
	enum select_row row;
	bool has; /* something, and that is known */
};

static void near_print(const struct near *near, struct text *text)
{
	AUTO_TEXT struct text has = { 0 };

	select_has(near->row, near->function, &has);
	text_addf(text, "%s (%s%s", near->function->address, near->has || has.length ? "" : "no ",
		select_fields[near->row].name);
	text_add(text, has.length ? near->has ? " " : " not known: " : "");
	add_value(text, text_string(&has));
	text_add(text, ")");
}

/* All that are near: first those that have something there, as drives have a model and cards have none. */
static struct near *near_find(const struct select *select, const struct survey *survey, size_t *ret_n)
{
	struct near *all = memory_new(survey->n + 1, sizeof(*all));
	size_t n = 0, n_has = 0, row;

	for (size_t i = 0; i < survey->n; i++) {
		struct near near = { .function = survey->functions[i] };

		if (!is_near(select, near.function, &row))
			continue;
		/* where it is says more than its address once more */
		near.row = row == SELECT_PCI ? SELECT_PATH : (enum select_row)row;
		near.has = select_has(near.row, near.function, NULL) == FIT_YES;
		all[n] = near;
		if (near.has) {
			memmove(all + n_has + 1, all + n_has, (n - n_has) * sizeof(*all));
			all[n_has++] = near;
		}
		n++;
	}
	*ret_n = n;
	return all;
}

static void add_near(const struct select *select, const struct survey *survey, struct text *text)
{
	const char *begin = keys_given(select) == 1 ? "; with SR-IOV there are " : "; all but one key fit ";
	size_t n;
	AUTO_FREE struct near *all = near_find(select, survey, &n);

	for (size_t i = 0; i < n && i < CANDIDATES; i++) {
		text_add(text, i == 0 ? begin : ", ");
		near_print(&all[i], text);
	}
	if (n > CANDIDATES)
		text_addf(text, " and %zu more", n - CANDIDATES);
}

size_t candidates_misfit(const struct device_body *device, const struct survey *survey)
{
	size_t misfit = N_SELECT, row;

	for (size_t i = 0; i < survey->n; i++) {
		if (!is_near(&device->select, survey->functions[i], &row))
			continue;
		if (misfit != N_SELECT && misfit != row)
			return N_SELECT;
		misfit = row;
	}
	return misfit;
}

static bool fits_all(const struct select *select, const struct function *function)
{
	for (size_t row = 0; row < N_SELECT; row++)
		if (field_given(select, row) &&
			select_fits(select, (enum select_row)row, function, NULL) != FIT_YES)
			return false;
	return true;
}

/* What fits and yet is not meant (select.h); false: there is none. */
static bool add_virtual(const struct select *select, const struct survey *survey, struct text *text)
{
	AUTO_FREE const char **names = memory_new(survey->n + 1, sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < survey->n; i++)
		if (function_is_vf(survey->functions[i]) && fits_all(select, survey->functions[i]))
			names[n++] = survey->functions[i]->address;
	if (n > 0) {
		text_add(text, ", save VFs, and a VF is meant by `pci` or `path` alone: ");
		names_fold(names, n, text);
	}
	return n > 0;
}

static void add_all(const struct selection *selection, struct text *text)
{
	for (size_t i = 0; i < selection->n && i < CANDIDATES; i++) {
		text_add(text, i ? ", " : ": ");
		add_function(selection->found[i], text);
	}
	if (selection->n > CANDIDATES)
		text_addf(text, " and %zu more", selection->n - CANDIDATES);
}

void candidates_near(const struct device_body *device, const struct selection *selection,
	const struct survey *survey, struct text *text)
{
	if (device_expects(device) == 1) {
		text_add(text, "no PCI function has ");
		select_words(&device->select, text);
	} else {
		text_addf(text, "%" PRId64 " functions expected, %zu found with ", device_expects(device),
			selection->n);
		select_words(&device->select, text);
		add_all(selection, text);
	}
	if (!add_virtual(&device->select, survey, text))
		add_near(&device->select, survey, text);
}

/* Whether each of the functions has something of its own there. */
static bool tells_apart(const struct selection *selection, enum select_row row)
{
	AUTO_TEXT struct text all = { 0 };

	for (size_t i = 0; i < selection->n; i++) {
		AUTO_TEXT struct text has = { 0 };
		AUTO_FREE char *line = NULL;

		if (select_has(row, selection->found[i], &has) != FIT_YES)
			return false;
		line = text_print("\n%s\n", text_string(&has));
		if (strstr(text_string(&all), line))
			return false;
		text_add(&all, line);
	}
	return true;
}

void candidates_many(const struct device_body *device, const struct selection *selection, struct text *text)
{
	const char *between = "; apart they are told by ";

	text_addf(text, "%zu functions fit, %" PRId64 " %s expected", selection->n, device_expects(device),
		device_expects(device) == 1 ? "is" : "are");
	add_all(selection, text);
	for (size_t row = 0; row < N_SELECT; row++) {
		if (field_given(&device->select, row) || !tells_apart(selection, (enum select_row)row))
			continue;
		text_addf(text, "%s%s", between, select_fields[row].name);
		between = ", ";
	}
}

void candidates_undecided(
	const struct device_body *device, const struct selection *selection, struct text *text)
{
	const struct function *function = selection->undecided;
	AUTO_TEXT struct text why = { 0 };

	select_fits(&device->select, selection->unknown, function, &why);
	text_addf(text, "%s of %s is not known%s%s, so it may be meant as well",
		select_fields[selection->unknown].name, function->address, why.length ? ": " : "",
		text_string(&why));
	if (string_equal(text_string(&why), "asleep"))
		text_addf(text,
			"; wake it with `echo on > /sys/bus/pci/devices/%s/power/control`, or select by pci",
			function->address);
}

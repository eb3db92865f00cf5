/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The keys of `select`: where a function has what each of them names, and how the two are compared. */
#include "criteria.h"
#include <stdlib.h>
#include <string.h>

/* What a function has: as a reading, and the memory that its text may need. */
struct answer {
	struct reading reading;
	char *owned;
};

static void read_attribute(const struct function *function, int which, struct answer *answer)
{
	answer->reading = function->attr[which];
}

static void read_link(const struct function *function, int which, struct answer *answer)
{
	answer->reading = function->attr[which];
	if (answer->reading.is == R_VALUE)
		answer->reading.text = (char *)function_link(function, (enum attribute)which);
}

static void read_identity(const struct function *function, int which, struct answer *answer)
{
	answer->reading = function->identity[which];
}

static void read_address(const struct function *function, int which, struct answer *answer)
{
	(void)which;
	answer->reading = (struct reading){ .is = R_VALUE, .text = function->address };
}

/* "0000:17:00.1" is function 1 of its device. */
static void read_number(const struct function *function, int which, struct answer *answer)
{
	(void)which;
	answer->reading = (struct reading){ .is = R_VALUE, .text = strchr(function->address, '.') + 1 };
}

static void read_path(const struct function *function, int which, struct answer *answer)
{
	answer->owned = function_bridge_path(function);
	answer->reading = function->attr[which];
	if (answer->reading.is == R_VALUE)
		answer->reading.text = answer->owned;
}

static bool is_same(const char *has, size_t length, const char *want)
{
	return strlen(want) == length && memcmp(has, want, length) == 0;
}

/* "0x0200" is the class of every Ethernet controller, "0x020000" names the programming interface as well. */
static bool is_class(const char *has, size_t length, const char *want)
{
	return length >= strlen(want) && memcmp(has, want, strlen(want)) == 0;
}

const struct criterion criteria[N_SELECT] = {
	[SELECT_PCI] = { .read = read_address, .same = is_same },
	[SELECT_PATH] = { .read = read_path, .from = A_PATH, .same = is_same },
	[SELECT_SLOT] = { .read = read_identity, .from = I_SLOT, .same = is_same },
	[SELECT_FUNCTION] = { .read = read_number, .same = is_same },
	[SELECT_SERIAL] = { .read = read_identity, .from = I_SERIAL, .same = is_same, .flags = OF_ONE_CARD },
	[SELECT_VENDOR] = { .read = read_attribute, .from = A_VENDOR, .same = is_same },
	[SELECT_DEVICE] = { .read = read_attribute, .from = A_DEVICE, .same = is_same },
	[SELECT_CLASS] = { .read = read_attribute, .from = A_CLASS, .same = is_class },
	[SELECT_SUBSYSTEM_VENDOR] = { .read = read_attribute, .from = A_SUBSYSTEM_VENDOR, .same = is_same },
	[SELECT_SUBSYSTEM_DEVICE] = { .read = read_attribute, .from = A_SUBSYSTEM_DEVICE, .same = is_same },
	[SELECT_DRIVER] = { .read = read_link, .from = A_DRIVER, .same = is_same, .flags = MAY_CHANGE },
	[SELECT_NETDEV] = { .read = read_identity,
		.from = I_NETDEV,
		.or_from = I_ALTNAME,
		.same = is_same,
		.flags = MAY_CHANGE | OF_ONE_CARD | RENAMED_BY_ANYBODY },
	[SELECT_MAC] = { .read = read_identity,
		.from = I_MAC,
		.same = is_same,
		.flags = MAY_CHANGE | OF_ONE_CARD },
	[SELECT_NVME_SERIAL] = { .read = read_identity,
		.from = I_NVME_SERIAL,
		.same = is_same,
		.flags = MAY_CHANGE | OF_ONE_CARD },
	[SELECT_NVME_MODEL] = { .read = read_identity,
		.from = I_NVME_MODEL,
		.same = is_same,
		.flags = MAY_CHANGE },
	[SELECT_NUMA] = { .read = read_attribute, .from = A_NUMA, .same = is_same },
};

void select_print(const struct select *select, enum select_row row, struct text *text)
{
	field_print(select_fields, row, select, text);
}

void select_words(const struct select *select, struct text *text)
{
	const char *between = "";

	for (size_t row = 0; row < N_SELECT; row++) {
		if (!field_given(select, row))
			continue;
		bool quoted = string_equal(select_fields[row].type->json_type, "string");

		text_addf(text, "%s%s %s", between, select_fields[row].name, quoted ? "\"" : "");
		select_print(select, (enum select_row)row, text);
		text_add(text, quoted ? "\"" : "");
		between = ", ";
	}
}

/* Whether a line of the text is what is wanted. */
static bool has_line(const struct criterion *criterion, const char *has, const char *want)
{
	for (;;) {
		size_t length = strcspn(has, "\n");

		if (criterion->same(has, length, want))
			return true;
		if (has[length] == '\0')
			return false;
		has += length + 1;
	}
}

/* The text of a reading, one value a line; why it is not known, when it is not. */
static void tell(const struct reading *reading, struct text *ret_has)
{
	const char *text = reading->is == R_BUSY ? "a write to the device is in the kernel" : reading->text;

	if (ret_has && text && *text)
		text_addf(ret_has, "%s%s", ret_has->length ? "\n" : "", text);
}

/* `want` NULL: any value fits. */
static enum fit fits_at(const struct criterion *criterion, int from, const struct function *function,
	const char *want, struct text *ret_has)
{
	struct answer answer = { 0 };
	enum fit fit = FIT_UNKNOWN;

	criterion->read(function, from, &answer);
	if (answer.reading.is == R_ABSENT)
		fit = FIT_NO;
	else if (answer.reading.is == R_VALUE && answer.reading.text)
		fit = !want || has_line(criterion, answer.reading.text, want) ? FIT_YES : FIT_NO;
	tell(&answer.reading, ret_has);
	free(answer.owned);
	return fit;
}

static enum fit fits_anywhere(
	enum select_row row, const struct function *function, const char *want, struct text *ret_has)
{
	const struct criterion *criterion = &criteria[row];
	enum fit fit = fits_at(criterion, criterion->from, function, want, ret_has), other;

	if (!criterion->or_from || (want && fit == FIT_YES))
		return fit;
	other = fits_at(criterion, criterion->or_from, function, want, ret_has);
	return fit == FIT_YES || other == FIT_NO ? fit : other;
}

enum fit select_has(enum select_row row, const struct function *function, struct text *ret_has)
{
	return fits_anywhere(row, function, NULL, ret_has);
}

enum fit wanted_fits(const struct wanted *wanted, enum select_row row, const struct function *function,
	struct text *ret_has)
{
	return fits_anywhere(row, function, wanted->texts[row], ret_has);
}

enum fit select_fits(const struct select *select, enum select_row row, const struct function *function,
	struct text *ret_has)
{
	struct wanted wanted;
	enum fit fit;

	wanted_make(select, &wanted);
	fit = wanted_fits(&wanted, row, function, ret_has);
	wanted_free(&wanted);
	return fit;
}

void wanted_make(const struct select *select, struct wanted *wanted)
{
	for (size_t row = 0; row < N_SELECT; row++) {
		struct text text = { 0 };

		if (field_given(select, row))
			select_print(select, (enum select_row)row, &text);
		wanted->texts[row] = field_given(select, row) ? text_take(&text) : NULL;
	}
}

void wanted_free(struct wanted *wanted)
{
	for (size_t row = 0; row < N_SELECT; row++)
		free(wanted->texts[row]);
}

char *select_names(const struct select *select)
{
	struct text names = { 0 };

	for (size_t row = 0; row < N_SELECT; row++) {
		if (!field_given(select, row) || !(criteria[row].flags & MAY_CHANGE))
			continue;
		text_addf(&names, "%s%s=", names.length ? " " : "", select_fields[row].name);
		select_print(select, (enum select_row)row, &names);
	}
	return text_take(&names);
}

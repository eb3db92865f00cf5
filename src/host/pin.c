/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a function is known by from one run to the next, and whether another one is the same. */
#include "pin.h"
#include "nvme.h"
#include "survey.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEMBER(member) .name = #member, .offset = offsetof(struct pin, member)
const struct pin_row pin_rows[N_PIN_MEMBERS] = {
	[PIN_HANDLE] = { MEMBER(handle) },
	[PIN_SELECT] = { MEMBER(select) },
	[PIN_STATE] = { MEMBER(state) },
	[PIN_ADDRESS] = { MEMBER(address) },
	[PIN_PATH] = { MEMBER(path) },
	[PIN_SERIAL] = { MEMBER(serial), .words = "serial number" },
	[PIN_NVME_SERIAL] = { MEMBER(nvme_serial), .words = "NVMe serial number" },
	[PIN_MAC] = { MEMBER(mac), .words = "MAC" },
	[PIN_VENDOR] = { MEMBER(vendor), .words = "vendor id" },
	[PIN_DEVICE] = { MEMBER(device), .words = "device id" },
	[PIN_CNTLID] = { MEMBER(cntlid), .words = "NVMe controller id" },
};

char **pin_member(const struct pin *pin, enum pin_member member)
{
	return (char **)((char *)pin + pin_rows[member].offset);
}

/*
 * Where a function has what a pin says that it is. What is of one card alone is the physical function's: a VF
 * has no serial number, and a MAC that its driver may have made up (igbvf_probe,
 * drivers/net/ethernet/intel/igbvf/netdev.c).
 */
static const struct reading *reading_of(const struct function *function, enum pin_member member)
{
	const struct function *card = function->physfn ? function->physfn : function;

	switch (member) {
	case PIN_SERIAL:
		return &card->identity[I_SERIAL];
	case PIN_NVME_SERIAL:
		return &card->identity[I_NVME_SERIAL];
	case PIN_MAC:
		return &card->identity[I_MAC];
	case PIN_VENDOR:
		return &function->attr[A_VENDOR];
	case PIN_DEVICE:
		return &function->attr[A_DEVICE];
	default:
		return NULL;
	}
}

static bool is_of_one_card(enum pin_member member)
{
	return member == PIN_SERIAL || member == PIN_NVME_SERIAL || member == PIN_MAC;
}

static const char *known(const struct reading *reading)
{
	return reading->is == R_VALUE && reading->text && *reading->text ? reading->text : NULL;
}

/* NVM Express Base Specification 2.0, 5.17.2.1: no other controller of the subsystem has its CNTLID. */
struct scratch {
	char text[sizeof("18446744073709551615")];
};
static const char *cntlid_of(const struct function *function, struct scratch *scratch)
{
	const struct drive *drive = drive_told(function->physfn ? function->physfn : function);

	if (!drive)
		return NULL;
	snprintf(scratch->text, sizeof(scratch->text), "%" PRIu64, drive->numbers[D_CNTLID]);
	return scratch->text;
}

static const char *value_of(const struct function *function, enum pin_member member, struct scratch *scratch)
{
	return member == PIN_CNTLID ? cntlid_of(function, scratch) : known(reading_of(function, member));
}

/* Several values come on lines of their own; the first one stands for them. */
static char *first_line(const char *lines)
{
	return lines ? string_part(lines, strcspn(lines, "\n")) : NULL;
}

static bool has_line(const char *lines, const char *line)
{
	size_t length = strlen(line);

	for (;;) {
		size_t n = strcspn(lines, "\n");

		if (n == length && memcmp(lines, line, n) == 0)
			return true;
		if (!lines[n])
			return false;
		lines += n + 1;
	}
}

void pin_of(const struct function *function, struct pin *ret_pin)
{
	struct scratch scratch;

	*ret_pin = (struct pin){ .address = string_copy(function->address),
		.path = function_bridge_path(function) };
	for (enum pin_member i = PIN_SERIAL; i < N_PIN_MEMBERS; i++)
		*pin_member(ret_pin, i) = first_line(value_of(function, i, &scratch));
}

void pin_clear(struct pin *pin)
{
	for (enum pin_member i = 0; i < N_PIN_MEMBERS; i++)
		free(*pin_member(pin, i));
	*pin = (struct pin){ 0 };
}

bool pin_equal(const struct pin *one, const struct pin *other)
{
	for (enum pin_member i = 0; i < N_PIN_MEMBERS; i++)
		if (!string_equal(*pin_member(one, i), *pin_member(other, i)))
			return false;
	return true;
}

static void tell(enum pin_member member, const char *is, const char *was, struct text *ret_words)
{
	AUTO_FREE char *first = first_line(is);

	if (ret_words)
		text_addf(ret_words, "%s%s %s, not %s", ret_words->length ? ", " : "", pin_rows[member].words,
			first, was);
}

static enum pin_says compare(
	const struct pin *pin, const struct function *function, enum pin_member end, struct text *ret_words)
{
	enum pin_says says = PIN_UNTOLD;
	struct scratch scratch;

	for (enum pin_member i = PIN_SERIAL; i < end; i++) {
		const char *was = *pin_member(pin, i), *is = was ? value_of(function, i, &scratch) : NULL;

		if (!was || !is)
			continue;
		if (!has_line(is, was)) {
			tell(i, is, was, ret_words);
			says = PIN_OTHER;
		} else if (says == PIN_UNTOLD && is_of_one_card(i)) {
			says = PIN_SAME;
		}
	}
	return says;
}

enum pin_says pin_compare(const struct pin *pin, const struct function *function, struct text *ret_words)
{
	return compare(pin, function, N_PIN_MEMBERS, ret_words);
}

enum pin_says pin_compare_drive(const struct pin *pin, const struct function *function)
{
	return compare(pin, function, PIN_CNTLID, NULL);
}

enum pin_says pin_against(const struct pin *pin, const struct pin *other)
{
	enum pin_says says = PIN_UNTOLD;

	for (enum pin_member i = PIN_SERIAL; i < N_PIN_MEMBERS; i++) {
		const char *was = *pin_member(pin, i), *is = *pin_member(other, i);

		if (!was || !is)
			continue;
		if (!string_equal(was, is))
			return PIN_OTHER;
		if (is_of_one_card(i))
			says = PIN_SAME;
	}
	return says;
}

bool pin_stood_at(const struct pin *pin, const struct function *function)
{
	AUTO_FREE char *path = NULL;

	if (string_equal(pin->address, function->address))
		return true;
	path = pin->path ? function_bridge_path(function) : NULL;
	return path && string_equal(path, pin->path);
}

bool pin_is_replaced(const struct pin *pin, const struct function *function, struct text *ret_words)
{
	return pin_compare(pin, function, ret_words) == PIN_OTHER && pin_stood_at(pin, function);
}

static void remember_lines(struct pin_search *search, const char *lines, size_t position)
{
	while (lines && *lines) {
		size_t length = strcspn(lines, "\n");
		AUTO_FREE char *line = string_part(lines, length);

		lookup_add(&search->by_identity, hash_string(0, line), position);
		lines += length + (lines[length] == '\n');
	}
}

static void search_prepare(struct pin_search *search)
{
	for (size_t i = 0; !search->ready && i < search->survey->n; i++) {
		const struct function *function = search->survey->functions[i];

		for (enum pin_member k = PIN_SERIAL; !function_is_vf(function) && k < PIN_VENDOR; k++)
			remember_lines(search, known(reading_of(function, k)), i);
	}
	search->ready = true;
}

/* All functions of a card may have one serial number: it is the one of the same number. */
static bool is_it(const struct pin *pin, const struct function *function)
{
	const char *was = strrchr(pin->address, '.'), *is = strrchr(function->address, '.');

	return string_equal(was, is) && !string_equal(pin->address, function->address) &&
	       pin_compare(pin, function, NULL) == PIN_SAME;
}

const struct function *pin_search(struct pin_search *search, const struct pin *pin)
{
	const struct function *found = NULL, *there = survey_function(search->survey, pin->address);

	if (there && pin_compare(pin, there, NULL) == PIN_SAME)
		return NULL;
	search_prepare(search);
	for (enum pin_member i = PIN_SERIAL; i < PIN_VENDOR; i++) {
		const char *was = *pin_member(pin, i);
		size_t cursor = 0, at;

		while (was && lookup_next(&search->by_identity, hash_string(0, was), &cursor, &at)) {
			const struct function *function = search->survey->functions[at];

			if (function == found || !is_it(pin, function))
				continue;
			if (found)
				return NULL;
			found = function;
		}
	}
	return found;
}

void pin_search_free(struct pin_search *search)
{
	lookup_free(&search->by_identity);
	*search = (struct pin_search){ 0 };
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chooses functions by addresses, handles and what is known of them. */
#include "chosen.h"
#include "print.h"
#include "usage.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* What a word asks for. */
struct selector {
	enum { BY_ADDRESS, BY_HANDLE, BY_SELECT, BY_ATTRIBUTE, BY_IDENTITY, BY_TITLE } by;
	unsigned row; /* of select_fields[], attributes[] or identities[] */
	const char *value;
};

/* Short names of attributes. */
static const struct {
	const char *name, *help;
	enum attribute attribute;
} short_names[] = {
	{ "group", "the number of its IOMMU group", A_GROUP },
	{ "override", "the driver override; empty: none", A_OVERRIDE },
};
enum { N_SHORT = sizeof(short_names) / sizeof(*short_names) };

static const struct chosen_key title_key = { "title", "vendor and device, as pci.ids names them" };

size_t chosen_keys(struct chosen_key ret_keys[MOST_CHOSEN_KEYS])
{
	size_t n = 0;

	for (size_t i = 0; i < N_SELECT; i++)
		ret_keys[n++] = (struct chosen_key){ select_fields[i].name, select_fields[i].help };
	for (size_t i = 0; i < N_SHORT; i++)
		ret_keys[n++] = (struct chosen_key){ short_names[i].name, short_names[i].help };
	ret_keys[n++] = title_key;
	return n;
}

static bool key_is(const char *key, const char *name)
{
	for (; *key && *name; key++, name++)
		if (*key != *name && !(*key == '-' && *name == '_') && !(*key == '_' && *name == '-'))
			return false;
	return *key == *name;
}

static int key_take(struct selector *selector, int by, unsigned row)
{
	selector->by = by;
	selector->row = row;
	return 0;
}

/* The keys of `select` first: what they are for is said there. */
static int key_find(const char *key, struct selector *selector)
{
	for (unsigned i = 0; i < N_SELECT; i++)
		if (key_is(key, select_fields[i].name))
			return key_take(selector, BY_SELECT, i);
	for (size_t i = 0; i < N_SHORT; i++)
		if (key_is(key, short_names[i].name))
			return key_take(selector, BY_ATTRIBUTE, short_names[i].attribute);
	if (key_is(key, title_key.name))
		return key_take(selector, BY_TITLE, 0);
	for (unsigned i = 0; i < N_ATTRIBUTES; i++)
		if (key_is(key, attributes[i].name))
			return key_take(selector, BY_ATTRIBUTE, i);
	for (unsigned i = 0; i < N_IDENTITIES; i++)
		if (key_is(key, identities[i].name))
			return key_take(selector, BY_IDENTITY, i);
	return -1;
}

static int report_key(const char *key, struct report *report)
{
	struct chosen_key keys[MOST_CHOSEN_KEYS];
	size_t n = chosen_keys(keys);
	const char *names[MOST_CHOSEN_KEYS + 1] = { NULL }, *meant;
	AUTO_TEXT struct text hint = { 0 };

	for (size_t i = 0; i < n; i++)
		names[i] = keys[i].name;
	meant = string_nearest(key, names);
	if (meant)
		text_addf(&hint, "did you mean %s? ", meant);
	text_add(&hint, "the keys are:");
	for (size_t i = 0; i < n; i++)
		text_addf(&hint, "%s %s", i > 0 ? "," : "", names[i]);
	text_add(&hint, "; attributes go by their names in -o json, too");
	usage_report(report, text_string(&hint), "\"%s\" is nothing that functions are chosen by", key);
	return -1;
}

/* "*" and "nic[0-1]" name devices too. */
static bool device_is_named(const struct state *want, const char *word)
{
	AUTO_FREE char *device = text_print("%.*s", (int)strcspn(word, "."), word);

	for (size_t i = 0; want && i < want->n; i++)
		if (want->all[i]->kind == &kind_device && name_fits(want->all[i]->name, device))
			return true;
	return false;
}

static int report_handle(const char *word, const struct state *want, struct report *report)
{
	if (strchr(word, '/') || string_ends(word, ".plan")) {
		usage_report(
			report, "name a saved plan that is there, or a device", "there is no file %s", word);
		return -1;
	}
	usage_report(report,
		want ? "`pawl show -f FILE` lists the handles"
		     : "handles come with the files that give them: pawl show -f FILE HANDLE; else an "
		       "address or how it begins, or KEY=VALUE as in driver=vfio-pci",
		want ? "the files give no device \"%s\"" : "\"%s\" is neither an address nor KEY=VALUE",
		word);
	return -1;
}

/* How an address begins, or addresses as they are shown; a handle may look so too, and comes first. */
static bool is_address_word(const char *word)
{
	return isxdigit((unsigned char)*word) && word[strspn(word, "0123456789abcdefABCDEF:.[,-]")] == '\0';
}

static int selector_make(
	const char *word, struct selector *selector, const struct state *want, struct report *report)
{
	const char *equals = strchr(word, '=');
	AUTO_FREE char *key = equals ? text_print("%.*s", (int)(equals - word), word) : NULL;

	*selector = (struct selector){ .value = equals ? equals + 1 : word };
	if (key)
		return key_find(key, selector) < 0 ? report_key(key, report) : 0;
	selector->by = device_is_named(want, word) ? BY_HANDLE : BY_ADDRESS;
	if (selector->by == BY_HANDLE || is_address_word(word))
		return 0;
	return report_handle(word, want, report);
}

int chosen_make(
	struct chosen *chosen, const char *const *words, const struct state *want, struct report *report)
{
	int result = 0;

	*chosen = (struct chosen){ .want = want };
	for (; *words; words++) {
		struct selector selector;

		if (selector_make(*words, &selector, want, report) < 0) {
			result = -1;
			continue;
		}
		chosen->all = memory_grow(chosen->all, chosen->n, sizeof(*chosen->all));
		chosen->all[chosen->n++] = selector;
	}
	return result;
}

void chosen_free(struct chosen *chosen)
{
	free(chosen->all);
	*chosen = (struct chosen){ 0 };
}

static bool selector_fits(
	const struct selector *selector, const struct function *function, const struct state *want)
{
	AUTO_FREE char *handle = NULL;

	switch (selector->by) {
	case BY_ADDRESS:
		return address_begins(function, selector->value);
	case BY_HANDLE:
		handle = function_handle(function, want);
		return handle && name_fits(handle, selector->value);
	case BY_SELECT:
		return key_fits(function, (enum select_row)selector->row, selector->value);
	case BY_TITLE:
		return title_fits(function, selector->value);
	case BY_ATTRIBUTE:
		return attribute_fits(function, (enum attribute)selector->row, selector->value);
	default:
		return identity_fits(function, (enum identity)selector->row, selector->value);
	}
}

/* Addresses and handles say the same in two ways. */
static bool selectors_share_key(const struct selector *a, const struct selector *b)
{
	bool names_a = a->by == BY_ADDRESS || a->by == BY_HANDLE,
	     names_b = b->by == BY_ADDRESS || b->by == BY_HANDLE;

	return names_a || names_b ? names_a && names_b : a->by == b->by && a->row == b->row;
}

static bool any_alternative_fits(
	const struct chosen *chosen, const struct selector *like, const struct function *function)
{
	for (size_t i = 0; i < chosen->n; i++)
		if (selectors_share_key(&chosen->all[i], like) &&
			selector_fits(&chosen->all[i], function, chosen->want))
			return true;
	return false;
}

bool chosen_has(const struct chosen *chosen, const struct function *function)
{
	for (size_t i = 0; chosen && i < chosen->n; i++)
		if (!any_alternative_fits(chosen, &chosen->all[i], function))
			return false;
	return true;
}

static const char *reading_why(const struct reading *reading)
{
	return reading->is == R_BUSY ? "a write is under way" : reading->text ? reading->text : "";
}

/* Why it is not known whether the function has what is asked for; false: it is known. */
static bool asks_unknown(
	const struct selector *selector, const struct function *function, struct text *ret_why)
{
	const struct reading *reading;

	if (selector->by == BY_SELECT)
		return select_has((enum select_row)selector->row, function, ret_why) == FIT_UNKNOWN;
	if (selector->by != BY_ATTRIBUTE && selector->by != BY_IDENTITY)
		return false;
	reading = selector->by == BY_ATTRIBUTE ? &function->attr[selector->row]
					       : &function->identity[selector->row];
	if (reading->is == R_VALUE || reading->is == R_ABSENT)
		return false;
	text_add(ret_why, reading_why(reading));
	return true;
}

static const char *selector_key(const struct selector *selector)
{
	if (selector->by == BY_SELECT)
		return select_fields[selector->row].name;
	return selector->by == BY_ATTRIBUTE ? attributes[selector->row].name : identities[selector->row].name;
}

const char *chosen_unknown(const struct chosen *chosen, const struct survey *survey, struct text *ret_why)
{
	for (size_t i = 0; i < chosen->n; i++)
		for (size_t f = 0; f < survey->n; f++) {
			text_free(ret_why);
			if (asks_unknown(&chosen->all[i], survey->functions[f], ret_why))
				return selector_key(&chosen->all[i]);
		}
	text_free(ret_why);
	return NULL;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the claims that mean a function. */
#include "claims_read.h"
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What a word of claim.names says fits, does not, or cannot be told. */
enum fit { FIT_NO, FIT_YES, FIT_UNKNOWN };

static enum fit text_fits(const char *pattern, const char *text)
{
	return fnmatch(pattern, text, FNM_CASEFOLD) == 0 ? FIT_YES : FIT_NO;
}

static enum fit lines_fit(const char *pattern, const struct reading *reading)
{
	AUTO_FREE char *lines = string_copy(reading->is == R_VALUE ? reading->text : NULL);
	char *rest = lines, *line;

	if (reading->is != R_VALUE)
		return reading->is == R_ABSENT ? FIT_NO : FIT_UNKNOWN;
	while ((line = strsep(&rest, "\n")))
		if (text_fits(pattern, line) == FIT_YES)
			return FIT_YES;
	return FIT_NO;
}

static enum fit interface_fits(const char *pattern, const struct claimed *claimed)
{
	const struct function *function = claimed->function;
	enum fit name = lines_fit(pattern, &function->identity[I_NETDEV]);

	return name == FIT_NO ? lines_fit(pattern, &function->identity[I_ALTNAME]) : name;
}

/* What net/core/dev.c makes of "eth%d" (net/ethernet/eth.c) and "ib%d" (ipoib_main.c). */
static const char *const kernel_names[] = { "eth", "ib" };
enum { N_KERNEL_NAMES = sizeof(kernel_names) / sizeof(kernel_names[0]) };

/* Of a pattern only what stands before its first sign is looked at. */
static bool word_is_kernels(const char *word, const char *stem)
{
	size_t length = strlen(stem), plain = strcspn(word, "*?[|");
	bool is_pattern = word[plain] && word[plain] != '|';

	if (strncmp(word, stem, plain < length ? plain : length) != 0)
		return false;
	if (plain <= length)
		return is_pattern;
	return length + strspn(word + length, "0123456789") == plain;
}

bool name_is_kernels(const char *pattern)
{
	for (const char *word = pattern; word; word = strchr(word, '|') ? strchr(word, '|') + 1 : NULL)
		for (size_t i = 0; i < N_KERNEL_NAMES; i++)
			if (word_is_kernels(word, kernel_names[i]))
				return true;
	return false;
}

enum claim_word interface_word(const char *pattern)
{
	return name_is_kernels(pattern) ? CLAIM_KERNEL_NAME : CLAIM_INTERFACE;
}

/*
 * What has another name today may have begun with any. Who still has one of the kernel's own has kept it:
 * systemd.link(5) warns of giving such names.
 */
static enum fit kernel_name_fits(const char *pattern, const struct claimed *claimed)
{
	const struct reading *today = &claimed->function->identity[I_NETDEV];
	enum fit fit = interface_fits(pattern, claimed);

	if (fit != FIT_NO || !name_is_kernels(pattern))
		return fit;
	return today->is == R_VALUE && name_is_kernels(today->text) ? FIT_NO : FIT_UNKNOWN;
}

/* A VF has its PF's vendor and the device id that the PF tells; who made its card is not known before. */
static const char *id_of(const struct claimed *claimed, size_t field)
{
	static const enum attribute own[] = { A_VENDOR, A_DEVICE, A_SUBSYSTEM_VENDOR, A_SUBSYSTEM_DEVICE };
	static const enum attribute of_vf[] = { A_VENDOR, A_VF_DEVICE };

	if (!claimed->to_come)
		return function_text(claimed->function, own[field]);
	return field < 2 ? function_text(claimed->function, of_vf[field]) : NULL;
}

/* drivers/vfio/pci/vfio_pci.c, vfio_pci_fill_ids: "8086:10ca", or with the two ids of the card's maker. */
static enum fit ids_fit(const char *pattern, const struct claimed *claimed)
{
	AUTO_FREE char *ids = string_copy(pattern);
	char *rest = ids, *id;
	enum fit fit = FIT_YES;

	for (size_t field = 0; field < 4 && (id = strsep(&rest, ":")); field++) {
		const char *has = id_of(claimed, field);

		if (has && strtoul(has, NULL, 16) != strtoul(id, NULL, 16))
			return FIT_NO;
		fit = has ? fit : FIT_UNKNOWN;
	}
	return fit;
}

/* The PCI class's first byte, "0x020000". */
static enum fit class_fits(const char *pattern, const struct function *function)
{
	const char *class = function_text(function, A_CLASS);
	AUTO_FREE char *first = class ? string_part(class + 2, strlen(pattern)) : NULL;

	return class ? text_fits(pattern, first) : FIT_UNKNOWN;
}

/* "../../../devices/pci0000:00/0000:00:05.0/0000:02:00.0": one of these; of a VF to come its PF's will do. */
static enum fit above_fits(const char *pattern, const struct function *function)
{
	const char *path = function_text(function, A_PATH);
	AUTO_FREE char *parts = string_copy(path);
	char *rest = parts, *part;

	while (parts && (part = strsep(&rest, "/")))
		if (text_fits(pattern, part) == FIT_YES)
			return FIT_YES;
	return path ? FIT_NO : FIT_UNKNOWN;
}

static enum fit one_fits(enum claim_word word, const char *pattern, const struct claimed *claimed)
{
	const struct function *function = claimed->function;

	if (word == CLAIM_ADDRESS)
		return claimed->address ? text_fits(pattern, claimed->address) : FIT_UNKNOWN;
	if (word == CLAIM_IDS)
		return ids_fit(pattern, claimed);
	if (word == CLAIM_ABOVE && claimed->address && text_fits(pattern, claimed->address) == FIT_YES)
		return FIT_YES;
	if (word == CLAIM_ABOVE)
		return above_fits(pattern, function);
	if (word == CLAIM_CLASS)
		return class_fits(pattern, function);
	if (claimed->to_come)
		return FIT_UNKNOWN;
	if (word == CLAIM_INTERFACE)
		return interface_fits(pattern, claimed);
	if (word == CLAIM_KERNEL_NAME)
		return kernel_name_fits(pattern, claimed);
	if (word == CLAIM_MAC)
		return lines_fit(pattern, &function->identity[I_MAC]);
	if (function->attr[A_DRIVER].is == R_UNKNOWN)
		return FIT_UNKNOWN;
	return function_link(function, A_DRIVER) ? text_fits(pattern, function_link(function, A_DRIVER))
						 : FIT_NO;
}

/* "interface=eth*|ens1": one of them must. */
static bool word_fits(char *words, const struct claimed *claimed)
{
	const char *name = strsep(&words, "=");
	enum claim_word word = 0;
	char *one;

	while (word < N_CLAIM_WORDS && !string_equal(claim_words[word], name))
		word++;
	if (word == N_CLAIM_WORDS || !words)
		return true;
	while ((one = strsep(&words, "|")))
		if (one_fits(word, one, claimed) != FIT_NO)
			return true;
	return false;
}

static bool claim_fits(const struct claim *claim, const struct claimed *claimed)
{
	AUTO_FREE char *names = string_copy(claim->names);
	char *rest = names, *word;

	while ((word = strsep(&rest, " ")))
		if (*word && !word_fits(word, claimed))
			return false;
	return true;
}

struct seeing {
	const struct claims *claims;
	const struct claimed *claimed;
	void (*see)(void *data, const struct claim *);
	void *data;
};

static void see_at(const struct seeing *seeing, size_t at)
{
	const struct claim *claim = &seeing->claims->all[at];

	if ((!seeing->claimed->knob || seeing->claimed->knob == claim->knob) &&
		claim_fits(claim, seeing->claimed))
		seeing->see(seeing->data, claim);
}

static void see_named(const struct seeing *seeing, enum claim_word word, const char *value)
{
	AUTO_FREE char *name = text_print("%s=%s", claim_words[word], value);
	uint64_t hash = hash_string(0, name);
	size_t at;

	for (size_t cursor = 0; lookup_next(&seeing->claims->by_name, hash, &cursor, &at);)
		if (string_starts(seeing->claims->all[at].names, name))
			see_at(seeing, at);
}

static void see_lines(const struct seeing *seeing, enum claim_word word, enum identity identity)
{
	const struct reading *reading = &seeing->claimed->function->identity[identity];
	AUTO_FREE char *lines = string_copy(reading->is == R_VALUE ? reading->text : NULL);
	char *rest = lines, *line;

	while (lines && (line = strsep(&rest, "\n")))
		see_named(seeing, word, line);
}

/* What it is known by is not told: each claim by such a name may mean it. */
static void see_unnamed(const struct seeing *seeing, enum claim_word word)
{
	const struct claim *all = seeing->claims->all;

	for (size_t i = 0; i < seeing->claims->n; i++)
		if (claim_is_narrow(&all[i]) && string_starts(all[i].names, claim_words[word]))
			see_at(seeing, i);
}

void claims_each(const struct claims *claims, const struct claimed *claimed,
	void (*see)(void *data, const struct claim *), void *data)
{
	const struct seeing seeing = { claims, claimed, see, data };
	const struct reading *identity = claimed->function->identity;

	for (size_t i = 0; i < claims->n_wide; i++)
		see_at(&seeing, claims->wide[i]);
	if (claimed->address)
		see_named(&seeing, CLAIM_ADDRESS, claimed->address);
	if (claimed->to_come)
		return;
	see_lines(&seeing, CLAIM_INTERFACE, I_NETDEV);
	see_lines(&seeing, CLAIM_INTERFACE, I_ALTNAME);
	see_lines(&seeing, CLAIM_MAC, I_MAC);
	if (identity[I_NETDEV].is == R_UNKNOWN)
		see_unnamed(&seeing, CLAIM_INTERFACE);
	if (identity[I_MAC].is == R_UNKNOWN)
		see_unnamed(&seeing, CLAIM_MAC);
}

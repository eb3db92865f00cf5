/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims of NetworkManager's own configuration, NetworkManager.conf(5). */
#include "claims_ini.h"
#include <string.h>

/* "Device List Format": what stands before the colon. Without any of these words it may mean what it will. */
static const struct {
	const char *prefix;
	enum claim_word word;
} specs[] = {
	{ "interface-name:", CLAIM_INTERFACE },
	{ "mac:", CLAIM_MAC },
	{ "driver:", CLAIM_DRIVER },
};
enum { N_SPECS = sizeof(specs) / sizeof(specs[0]) };

static size_t spec_find(const char *one)
{
	size_t i = 0;

	while (i < N_SPECS && !string_starts(one, specs[i].prefix))
		i++;
	return i;
}

/* A name behind "=" is no pattern, one behind "~" is; a driver may have its version behind "/". */
static bool value_add(struct text *values, size_t spec, const char *one)
{
	const char *value = one + strlen(specs[spec].prefix);
	AUTO_FREE char *mac = specs[spec].word == CLAIM_MAC ? word_mac(value) : NULL;

	if (specs[spec].word == CLAIM_INTERFACE)
		value += strspn(value, "=~");
	if (!*value || strpbrk(value, "/\\|= "))
		return false;
	text_addf(values, "%s%s", values->length ? "|" : "", mac ? mac : value);
	return true;
}

/* Any of them may fit: only when all are of one kind, and none takes away, a claim can say so. */
static void match_add(struct text *names, char *list)
{
	AUTO_TEXT struct text values = { 0 };
	size_t kind = N_SPECS;
	char *one;

	while ((one = strsep(&list, ",; \t"))) {
		size_t spec = spec_find(one);

		if (!*one)
			continue;
		if (spec == N_SPECS || (kind != N_SPECS && kind != spec) || !value_add(&values, spec, one))
			return;
		kind = spec;
	}
	if (kind != N_SPECS)
		text_addf(names, "%s=%s ", claim_words[specs[kind].word], text_string(&values));
}

/* One "[device...]" section; match-device may stand behind the number. */
struct section {
	size_t line, counted;
	char *match, *count;
};

static void section_end(const struct claim_file *file, struct section *section)
{
	AUTO_TEXT struct text names = { 0 };

	if (section->count) {
		if (section->match)
			match_add(&names, section->match);
		text_addf(&names, "%s=02", claim_words[CLAIM_CLASS]);
		claim_found(file, section->counted, text_string(&names), &knob_numvfs, section->count);
	}
	*section = (struct section){ 0 };
}

/*
 * What is left unmanaged ([keyfile] unmanaged-devices, managed=0) claims as well: whether it is is nothing
 * that a file alone tells, nmcli and udev's rules have a word in it.
 */
void claims_of_nm_conf(const struct claim_file *file, char *text)
{
	struct ini ini = { .lines.rest = text };
	struct section section = { 0 };

	while (ini_next(&ini)) {
		if (ini.section_line != section.line)
			section_end(file, &section);
		section.line = ini.section_line;
		if (!ini.section || !string_starts(ini.section, "device"))
			continue;
		if (string_equal(ini.key, "match-device")) {
			section.match = ini.value;
		} else if (string_equal(ini.key, "sriov-num-vfs")) {
			section.count = ini.value;
			section.counted = ini.lines.number;
		}
	}
	section_end(file, &section);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims of systemd's files for network interfaces, systemd.link(5) and systemd.network(5). */
#include "claims_ini.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define MATCH "Match"
#define SRIOV "SR-IOV"

/* udev's ID_PATH of a function's interface ends in "pci-ADDRESS"; NULL: any may be meant. */
static char *path_word(const char *path)
{
	const char *pci = strstr(path, "pci-");

	if (pci)
		return string_copy(pci + strlen("pci-"));
	return strpbrk(path, "*?[") ? NULL : string_copy(path);
}

static char *value_word(enum claim_word word, const char *value)
{
	if (word == CLAIM_MAC)
		return word_mac(value);
	return word == CLAIM_ADDRESS ? path_word(value) : string_copy(value);
}

/* A list that begins with "!" means all others, which no word of a claim can say: then it says nothing. */
static void list_add(struct text *names, enum claim_word word, char *list)
{
	AUTO_TEXT struct text values = { 0 };
	char *value;

	while (*list != '!' && (value = strsep(&list, " \t"))) {
		AUTO_FREE char *one = *value ? value_word(word, value) : NULL;

		if (*value && !one)
			return;
		if (one)
			text_addf(&values, "%s%s", values.length ? "|" : "", one);
		if (!list)
			break;
	}
	if (word == CLAIM_KERNEL_NAME)
		word = interface_word(text_string(&values));
	if (values.length)
		text_addf(names, "%s=%s ", claim_words[word], text_string(&values));
}

static const struct {
	const char *key;
	enum claim_word word;
} matches[] = {
	{ "OriginalName", CLAIM_KERNEL_NAME },
	{ "Name", CLAIM_INTERFACE },
	{ "MACAddress", CLAIM_MAC },
	{ "PermanentMACAddress", CLAIM_MAC },
	{ "Path", CLAIM_ADDRESS },
	{ "Driver", CLAIM_DRIVER },
};

enum { N_MATCHES = sizeof(matches) / sizeof(matches[0]) };

/* systemd.syntax(7): lists add up, an empty one begins anew, words may be quoted: then any may fit. */
static void plain_find(const char *text, bool ret_plain[N_MATCHES])
{
	AUTO_FREE char *copy = string_copy(text);
	struct ini ini = { .lines = { .rest = copy, .joins = true } };
	size_t n[N_MATCHES] = { 0 };

	for (size_t i = 0; i < N_MATCHES; i++)
		ret_plain[i] = true;
	while (ini_next(&ini))
		for (size_t i = 0; i < N_MATCHES; i++)
			if (ini_is(&ini, MATCH, matches[i].key) &&
				(n[i]++ > 0 || strpbrk(ini.value, "\"'\\")))
				ret_plain[i] = false;
}

/* What else a file may ask for, as the host's name or a property of udev's, is not known here: it may fit. */
static char *names_of(const char *text)
{
	AUTO_FREE char *copy = string_copy(text);
	struct ini ini = { .lines = { .rest = copy, .joins = true } };
	struct text names = { 0 };
	bool plain[N_MATCHES];

	plain_find(text, plain);
	while (ini_next(&ini))
		for (size_t i = 0; i < N_MATCHES; i++)
			if (plain[i] && ini_is(&ini, MATCH, matches[i].key))
				list_add(&names, matches[i].word, ini.value);
	text_addf(&names, "%s=02", claim_words[CLAIM_CLASS]);
	return text_take(&names);
}

/* One [SR-IOV] section: its keys may come in any order, and the VF's number is one of them. */
struct section {
	size_t line; /* 0: none is open */
	uint32_t vf;
	bool has_vf;
	struct claim_setting settings[N_VF_NET_SETTINGS];
};

static void link_state_take(struct claim_setting *setting, const char *word)
{
	bool up = false;

	setting->which = VF_LINK_STATE;
	setting->given = word_flag(word, &up) || string_equal(word, "auto");
	setting->value.number[0] = string_equal(word, "auto") ? VF_LINK_AUTO
				   : up                       ? VF_LINK_ENABLE
							      : VF_LINK_DISABLE;
}

static void key_take(struct section *section, const struct ini *ini)
{
	struct claim_setting *vlan = &section->settings[VF_VLAN];

	if (string_equal(ini->key, "VirtualFunction"))
		section->has_vf = word_number(ini->value, &section->vf);
	else if (string_equal(ini->key, "MACAddress"))
		mac_setting(&section->settings[VF_MAC], ini->value);
	else if (string_equal(ini->key, "Trust"))
		flag_setting(&section->settings[VF_TRUST], VF_TRUST, ini->value);
	else if (string_equal(ini->key, "MACSpoofCheck"))
		flag_setting(&section->settings[VF_SPOOFCHK], VF_SPOOFCHK, ini->value);
	else if (string_equal(ini->key, "LinkState"))
		link_state_take(&section->settings[VF_LINK_STATE], ini->value);
	else if (string_equal(ini->key, "VLANId"))
		vlan->given = word_number(ini->value, &vlan->value.number[0]);
	else if (string_equal(ini->key, "QualityOfService"))
		word_number(ini->value, &vlan->value.number[1]);
}

/* What a file says so far. */
struct unit {
	const struct claim_file *file;
	char *names;
	struct section section;
	uint32_t needed; /* so many VFs must be there for its sections */
	size_t needed_line;
};

static void section_end(struct unit *unit)
{
	struct section *section = &unit->section;

	section->settings[VF_VLAN].which = VF_VLAN;
	for (size_t i = 0; section->has_vf && i < N_VF_NET_SETTINGS; i++)
		if (section->settings[i].given)
			claim_setting(
				unit->file, section->line, unit->names, section->vf, &section->settings[i]);
	if (section->has_vf && section->vf >= unit->needed) {
		unit->needed = section->vf + 1;
		unit->needed_line = section->line;
	}
	*section = (struct section){ 0 };
}

/*
 * src/shared/netif-sriov.c, sr_iov_set_num_vfs: without a number of its own a .link file makes VFs for its
 * sections, when fewer are there. A .network file makes none (src/network/networkd-sriov.c).
 */
static void needed_found(const struct unit *unit)
{
	AUTO_FREE char *count = text_print(CLAIM_AT_LEAST "%" PRIu32, unit->needed);

	if (unit->needed > 0 && string_ends(unit->file->name, ".link"))
		claim_found(unit->file, unit->needed_line, unit->names, &knob_numvfs, count);
}

void claims_of_networkd(const struct claim_file *file, char *text)
{
	struct unit unit = { .file = file, .names = names_of(text) };
	struct ini ini = { .lines = { .rest = text, .joins = true } };
	bool counted = false;

	while (ini_next(&ini)) {
		bool inside = string_equal(ini.section, SRIOV);

		if (unit.section.line > 0 && (!inside || ini.section_line != unit.section.line))
			section_end(&unit);
		if (inside) {
			unit.section.line = ini.section_line;
			key_take(&unit.section, &ini);
		} else if (ini_is(&ini, "Link", "SR-IOVVirtualFunctions") && *ini.value) {
			claim_found(file, ini.lines.number, unit.names, &knob_numvfs, ini.value);
			counted = true;
		}
	}
	section_end(&unit);
	if (!counted)
		needed_found(&unit);
	free(unit.names);
}

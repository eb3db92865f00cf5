/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims of NetworkManager's connections, nm-settings-keyfile(5). */
#include "claims_ini.h"
#include "eswitch.h"
#include <stdlib.h>
#include <string.h>

#define SRIOV "sriov"

/* Several stand in such a file with ';' between them; with '!' or '&' (nm-settings(5), match) any may fit. */
static void name_add(struct text *names, enum claim_word word, char *values)
{
	const char *before = "";
	char *value;

	if (!*values || strpbrk(values, "!&|\\ \t"))
		return;
	text_addf(names, "%s%s=", names->length ? " " : "", claim_words[word]);
	while ((value = strsep(&values, ";"))) {
		if (!*word_trim(value))
			continue;
		text_addf(names, "%s%s", before, word_trim(value));
		before = "|";
	}
}

/* "pci-0000:02:00.0" is what udev calls the path of a function (ID_PATH). */
static void path_add(struct text *names, char *values)
{
	if (string_starts(values, "pci-") && !strchr(values, ';'))
		name_add(names, CLAIM_ADDRESS, values + strlen("pci-"));
}

/* Whom the connection is for; one without any such key is for each network card. */
static char *names_of(const char *text)
{
	AUTO_FREE char *copy = string_copy(text);
	struct ini ini = { .lines.rest = copy };
	struct text names = { 0 };

	while (ini_next(&ini)) {
		bool ethernet =
			string_equal(ini.section, "ethernet") || string_equal(ini.section, "802-3-ethernet");

		if (ini_is(&ini, "connection", "interface-name") || ini_is(&ini, "match", "interface-name"))
			name_add(&names, CLAIM_INTERFACE, ini.value);
		else if (ini_is(&ini, "match", "path"))
			path_add(&names, ini.value);
		else if (ini_is(&ini, "match", "driver"))
			name_add(&names, CLAIM_DRIVER, ini.value);
		else if (ethernet && string_equal(ini.key, "mac-address")) {
			AUTO_FREE char *mac = word_mac(ini.value);

			name_add(&names, CLAIM_MAC, mac);
		}
	}
	text_addf(&names, "%s%s=02", names.length ? " " : "", claim_words[CLAIM_CLASS]);
	return text_take(&names);
}

/* "100.2.ad": id, priority and protocol, of which the first may stand alone. */
static bool vlan_take(struct claim_setting *setting, const char *word)
{
	char *end;

	setting->which = VF_VLAN;
	setting->value.number[0] = (uint32_t)strtoul(word, &end, 10);
	setting->value.number[1] = *end == '.' ? (uint32_t)strtoul(end + 1, NULL, 10) : 0;
	return setting->given = end > word;
}

/* The attributes of a VF, "mac=52:54:00:00:00:01 trust=true": nm-settings(5), sriov.vfs. */
static void attributes_take(
	const struct claim_file *file, size_t line, const char *names, int64_t vf, char *words)
{
	struct claim_setting rate = { .which = VF_RATE };
	char *name;

	while ((name = strsep(&words, " "))) {
		char *value = strchr(name, '=');
		struct claim_setting setting = { 0 };

		if (!value)
			continue;
		*value++ = '\0';
		if (string_equal(name, "mac"))
			mac_setting(&setting, value);
		else if (string_equal(name, "trust"))
			flag_setting(&setting, VF_TRUST, value);
		else if (string_equal(name, "spoof-check"))
			flag_setting(&setting, VF_SPOOFCHK, value);
		else if (string_equal(name, "vlans"))
			vlan_take(&setting, value);
		else if (string_equal(name, "min-tx-rate"))
			rate.given |= word_number(value, &rate.value.number[0]);
		else if (string_equal(name, "max-tx-rate"))
			rate.given |= word_number(value, &rate.value.number[1]);
		if (setting.given)
			claim_setting(file, line, names, vf, &setting);
	}
	if (rate.given)
		claim_setting(file, line, names, vf, &rate);
}

/* NMSriovEswitchMode: the kernel's numbers; -1 leaves it as it is. */
static void switch_take(const struct claim_file *file, size_t line, const char *names, const char *number)
{
	if (string_equal(number, "0"))
		claim_found(file, line, names, &knob_eswitch, ESWITCH_LEGACY);
	else if (string_equal(number, "1"))
		claim_found(file, line, names, &knob_eswitch, ESWITCH_SWITCHDEV);
}

/* A setting that is there is enforced, a count of 0 too: nm-settings(5), sriov.total-vfs. */
void claims_of_keyfile(const struct claim_file *file, char *text)
{
	AUTO_FREE char *names = names_of(text), *count = string_copy("0");
	struct ini ini = { .lines.rest = text };
	size_t line = 0;

	while (ini_next(&ini)) {
		uint32_t vf;

		if (!string_equal(ini.section, SRIOV))
			continue;
		if (line == 0)
			line = ini.section_line;
		if (string_equal(ini.key, "total-vfs")) {
			free(count);
			count = string_copy(ini.value);
			line = ini.lines.number;
		} else if (string_equal(ini.key, "eswitch-mode")) {
			switch_take(file, ini.lines.number, names, ini.value);
		} else if (string_starts(ini.key, "vf.") && word_number(ini.key + strlen("vf."), &vf)) {
			attributes_take(file, ini.lines.number, names, vf, ini.value);
		}
	}
	if (line > 0)
		claim_found(file, line, names, &knob_numvfs, count);
}

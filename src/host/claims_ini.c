/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes files of sections and keys apart, as NetworkManager and systemd have them. */
#include "claims_ini.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void section_begin(struct ini *ini, char *line)
{
	char *end = strchr(line, ']');

	if (end)
		*end = '\0';
	ini->section = line + 1;
	ini->section_line = ini->lines.number;
}

bool ini_next(struct ini *ini)
{
	char *line;

	while ((line = line_next(&ini->lines))) {
		char *value = strchr(line, '=');

		if (*line == '[')
			section_begin(ini, line);
		if (*line == '[' || *line == '#' || *line == ';' || !value)
			continue;
		*value = '\0';
		ini->key = word_trim(line);
		ini->value = word_trim(value + 1);
		return true;
	}
	return false;
}

bool ini_is(const struct ini *ini, const char *section, const char *key)
{
	return string_equal(ini->section, section) && string_equal(ini->key, key);
}

/* systemd.syntax(7): yes, on and 1 are true as well; NetworkManager writes true and false. */
bool word_flag(const char *word, bool *ret_flag)
{
	static const char *const words[][4] = { { "false", "no", "off", "0" }, { "true", "yes", "on", "1" } };

	for (size_t flag = 0; flag < 2; flag++)
		for (size_t i = 0; i < 4; i++)
			if (string_equal(words[flag][i], word)) {
				*ret_flag = flag;
				return true;
			}
	return false;
}

/* Colons, hyphens or Cisco's dots stand between the digits; here it is as the kernel prints it. */
char *word_mac(const char *word)
{
	struct text mac = { 0 };
	size_t digits = 0;

	for (; *word; word++) {
		if (!isxdigit((unsigned char)*word))
			continue;
		text_addf(&mac, "%s%c", digits > 0 && digits % 2 == 0 ? ":" : "",
			tolower((unsigned char)*word));
		digits++;
	}
	return text_take(&mac);
}

bool word_number(const char *word, uint32_t *ret_number)
{
	char *end;
	unsigned long number = strtoul(word, &end, 10);

	if (!isdigit((unsigned char)*word) || *end || number > UINT32_MAX)
		return false;
	*ret_number = (uint32_t)number;
	return true;
}

void claim_setting(const struct claim_file *file, size_t line, const char *names, int64_t vf,
	const struct claim_setting *setting)
{
	AUTO_TEXT struct text value = { 0 };
	struct claim claim = {
		.manager = file->manager,
		.file = (char *)file->path,
		.line = line,
		.names = (char *)names,
		.knob = vf_settings[setting->which].knob,
		.vf = vf,
	};

	vf_value_print(setting->which, &setting->value, &value);
	claim.value = (char *)text_string(&value);
	claims_add(file->claims, &claim);
}

void mac_setting(struct claim_setting *setting, const char *word)
{
	AUTO_FREE char *mac = word_mac(word);

	setting->which = VF_MAC;
	setting->given = mac && vf_value_parse(VF_MAC, mac, &setting->value) == 0;
}

void flag_setting(struct claim_setting *setting, enum vf_setting which, const char *word)
{
	bool flag = false;

	setting->which = which;
	setting->given = word_flag(word, &flag);
	setting->value.number[0] = flag;
}

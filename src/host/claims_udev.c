/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims of udev's rules, udev(7). */
#include "claims_ini.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* One "KEY{attribute}OPERATOR"value"" of a rule. */
struct term {
	char *key, *attribute; /* attribute "": none */
	bool matches, assigns; /* "==" ; "=", ":=", "+=". Neither: "!=", "-=" */
	char *value;
};

/* What a rule says of whom it means, and what it sets. */
struct rule {
	struct text names; /* those that find a claim at once stand first */
	struct text more;
	char *vendor, *device;
	const char *subsystem;
	char *count, *override; /* NULL: not set; "": it cannot be told to what */
};

static char *until_quote(char *at)
{
	char *end = at;

	while (*end && *end != '"')
		end += *end == '\\' && end[1] ? 2 : 1;
	return end;
}

/* False: no more terms, or none that is understood. */
static bool term_next(char **rest, struct term *ret_term)
{
	struct term term = { .attribute = (char *)"" };
	char *at = *rest + strspn(*rest, " \t,"), *brace = at + strcspn(at, "{=\"");
	char *sign = strpbrk(*brace == '{' ? brace + strcspn(brace, "}") : at, "!=+-:");

	if (!sign || !(term.value = strchr(sign, '"')))
		return false;
	term.key = at;
	term.matches = string_starts(sign, "==");
	term.assigns = !term.matches && *sign != '!' && *sign != '-';
	*rest = until_quote(++term.value);
	if (**rest)
		*(*rest)++ = '\0';
	*sign = '\0';
	if (*brace == '{') {
		*brace = '\0';
		term.attribute = brace + 1;
		term.attribute[strcspn(term.attribute, "}")] = '\0';
	}
	term.key = word_trim(term.key);
	*ret_term = term;
	return true;
}

static void name_add(struct text *names, enum claim_word word, const char *value)
{
	text_addf(names, "%s%s=%s", names->length ? " " : "", claim_words[word], value);
}

/* "0000:02:00.0" is a function, "eth0" an interface. */
static void kernel_take(struct rule *rule, const char *name)
{
	name_add(&rule->names, strchr(name, ':') ? CLAIM_ADDRESS : CLAIM_INTERFACE, name);
}

static void match_take(struct rule *rule, const struct term *term)
{
	bool attribute = string_starts(term->key, "ATTR");

	if (string_starts(term->key, "KERNEL"))
		kernel_take(rule, term->value);
	else if (string_starts(term->key, "SUBSYSTEM"))
		rule->subsystem = term->value;
	else if (string_starts(term->key, "DRIVER") || string_equal(term->attribute, "ID_NET_DRIVER"))
		name_add(&rule->more, CLAIM_DRIVER, term->value);
	else if (attribute && string_equal(term->attribute, "address")) {
		AUTO_FREE char *mac = word_mac(term->value);

		name_add(&rule->names, CLAIM_MAC, mac);
	} else if (attribute && string_ends(term->attribute, "vendor"))
		rule->vendor = term->value;
	else if (attribute &&
		 (string_equal(term->attribute, "device") || string_equal(term->attribute, "device/device")))
		rule->device = term->value;
}

/* "echo 4 > /sys/class/net/eth0/device/sriov_numvfs": what is written, when it is a word; else "". */
static char *echoed(const char *command)
{
	const char *echo = strstr(command, "echo ");
	size_t length;

	if (!echo)
		return string_copy("");
	echo += strlen("echo ");
	echo += strspn(echo, " -n'\"");
	length = strcspn(echo, " >'\"|;");
	return strpbrk(echo, "$%") && strcspn(echo, "$%") < length ? string_copy("")
								   : string_part(echo, length);
}

static void set_take(char **value, char *other)
{
	free(*value);
	*value = other;
}

static void assignment_take(struct rule *rule, const struct term *term)
{
	bool attribute = string_equal(term->key, "ATTR"), run = string_equal(term->key, "RUN");

	if (attribute && string_ends(term->attribute, "sriov_numvfs"))
		set_take(&rule->count, string_copy(term->value));
	else if (attribute && string_ends(term->attribute, "driver_override"))
		set_take(&rule->override, string_copy(term->value));
	else if (run && strstr(term->value, "sriov_numvfs"))
		set_take(&rule->count, echoed(term->value));
	else if (run && strstr(term->value, "driver_override"))
		set_take(&rule->override, echoed(term->value));
}

/* Ids are patterns too, and in one list of words only whole ones are compared. */
static bool is_id(const char *id)
{
	return id && string_starts(id, "0x") && isxdigit((unsigned char)id[2]) &&
	       strspn(id + 2, "0123456789abcdefABCDEF") == strlen(id + 2);
}

static char *names_of(const struct rule *rule)
{
	struct text names = { 0 };

	text_add(&names, text_string(&rule->names));
	if (rule->more.length)
		text_addf(&names, "%s%s", names.length ? " " : "", text_string(&rule->more));
	if (is_id(rule->vendor))
		text_addf(&names, "%s%s=%s%s%s", names.length ? " " : "", claim_words[CLAIM_IDS],
			rule->vendor + 2, is_id(rule->device) ? ":" : "",
			is_id(rule->device) ? rule->device + 2 : "");
	if (string_equal(rule->subsystem, "net"))
		name_add(&names, CLAIM_CLASS, "02");
	return text_take(&names);
}

/* Functions of PCI alone have this override in pawl's sense; interfaces and graphics lie below them. */
static bool is_of_pci(const struct rule *rule)
{
	static const char *const subsystems[] = { "pci", "net", "drm" };

	for (size_t i = 0; i < 3; i++)
		if (!rule->subsystem || string_equal(rule->subsystem, subsystems[i]))
			return true;
	return strstr(text_string(&rule->names), "address=") != NULL;
}

static void rule_take(const struct claim_file *file, size_t line, char *text)
{
	struct rule rule = { 0 };
	struct term term;

	while (term_next(&text, &term)) {
		if (term.matches)
			match_take(&rule, &term);
		else if (term.assigns)
			assignment_take(&rule, &term);
	}
	if ((rule.count || rule.override) && is_of_pci(&rule)) {
		AUTO_FREE char *names = names_of(&rule);

		if (rule.count)
			claim_found(file, line, names, &knob_numvfs, rule.count);
		if (rule.override)
			claim_found(file, line, names, &knob_override, rule.override);
	}
	text_free(&rule.names);
	text_free(&rule.more);
	free(rule.count);
	free(rule.override);
}

/* Programs that a rule starts are not followed, nor is GOTO: who jumps over a rule has no claim by it. */
void claims_of_udev(const struct claim_file *file, char *text)
{
	struct lines lines = { .rest = text, .joins = true };
	char *line;

	if (!strstr(text, "sriov_numvfs") && !strstr(text, "driver_override"))
		return;
	while ((line = line_next(&lines)))
		if (*line != '#')
			rule_take(file, lines.number, line);
}

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

/* What a rule sets, on the function of its event alone or on any. */
struct set {
	const struct knob *knob;
	char *value; /* "": it cannot be told */
	bool own;
};

/* What a rule says of whom it means: only what certainly leaves others out. */
struct rule {
	struct text names;
	const char *kernel, *above, *mac, *driver, *vendor, *device;
	const char *subsystem;
	struct set *sets;
	size_t n_sets;
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

/* A pattern that fnmatch(3) takes as udev does, and that is one word of claim.names. */
static bool is_pattern(const char *value)
{
	return *value && value[strcspn(value, "\\ \t$%={}")] == '\0' &&
	       !(strchr(value, '[') && strchr(value, '|'));
}

/* Where the bridges above are looked at too (KERNELS, ATTRS, DRIVERS), one of them may be what fits. */
static void match_take(struct rule *rule, const struct term *term)
{
	bool attribute = string_equal(term->key, "ATTR");

	if (string_equal(term->key, "SUBSYSTEM") && !strpbrk(term->value, "*?[|\\"))
		rule->subsystem = term->value;
	else if (!is_pattern(term->value))
		return;
	else if (string_equal(term->key, "KERNEL"))
		rule->kernel = term->value;
	else if (string_equal(term->key, "KERNELS"))
		rule->above = term->value;
	else if (string_equal(term->key, "DRIVER") ||
		 (string_equal(term->key, "ENV") && string_equal(term->attribute, "ID_NET_DRIVER")))
		rule->driver = term->value;
	else if (attribute && string_equal(term->attribute, "address"))
		rule->mac = term->value;
	else if (attribute &&
		 (string_equal(term->attribute, "vendor") || string_equal(term->attribute, "device/vendor")))
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

	if (!echo || strstr(echo + 1, "echo "))
		return string_copy("");
	echo += strlen("echo ");
	echo += strspn(echo, " -n'\"");
	length = strcspn(echo, " >'\"|;");
	return strpbrk(echo, "$%") && strcspn(echo, "$%") < length ? string_copy("")
								   : string_part(echo, length);
}

static void set_add(struct rule *rule, const struct knob *knob, bool own, char *value)
{
	rule->sets = memory_grow(rule->sets, rule->n_sets, sizeof(*rule->sets));
	rule->sets[rule->n_sets++] = (struct set){ .knob = knob, .own = own, .value = value };
}

/* "/sys/class/net/%k/device/sriov_numvfs" is the event's own, when nothing else of this name is there. */
static bool is_own_path(const char *command, const char *word)
{
	static const char *const starts[] = { "/sys/class/net/%k/device/", "/sys/class/net/$kernel/device/",
		"/sys/bus/pci/devices/%k/", "/sys/bus/pci/devices/$kernel/", "/sys%p/", "/sys/%p/",
		"/sys$devpath/", "/sys/$devpath/", "/sys%p/device/", "/sys$devpath/device/" };
	const char *at = strstr(command, word);

	if (!at || strstr(at + 1, word))
		return false;
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		size_t length = strlen(starts[i]);

		if ((size_t)(at - command) >= length && strncmp(at - length, starts[i], length) == 0)
			return true;
	}
	return false;
}

/* A program that is started may write anywhere, and so may what is kept for one; TEST only looks. */
static void command_take(struct rule *rule, const struct term *term)
{
	bool run = string_equal(term->key, "RUN");

	if (string_equal(term->key, "TEST"))
		return;
	for (const struct knob *const *knob = attribute_knobs; *knob; knob++)
		if (strstr(term->value, (*knob)->attribute))
			set_add(rule, *knob, run && is_own_path(term->value, (*knob)->attribute),
				echoed(term->value));
}

/* "ATTR{[pci/0000:02:00.0]sriov_numvfs}" is another device's. */
static void assignment_take(struct rule *rule, const struct term *term)
{
	if (!string_equal(term->key, "ATTR"))
		return;
	for (const struct knob *const *knob = attribute_knobs; *knob; knob++)
		if (string_ends(term->attribute, (*knob)->attribute))
			set_add(rule, *knob, !strpbrk(term->attribute, "[$%"), string_copy(term->value));
}

/* Ids are patterns too, and in one list of words only whole ones are compared. */
static bool is_id(const char *id)
{
	return id && string_starts(id, "0x") && isxdigit((unsigned char)id[2]) &&
	       strspn(id + 2, "0123456789abcdefABCDEF") == strlen(id + 2);
}

/* "52:54:00:00:00:01|52:54:00:00:00:02"; of patterns nothing is said. */
static void mac_add(struct text *names, const char *value)
{
	AUTO_FREE char *copy = string_copy(value);
	AUTO_TEXT struct text macs = { 0 };
	char *rest = copy, *one;

	while ((one = strsep(&rest, "|"))) {
		AUTO_FREE char *mac = word_mac(one);

		if (!mac || strlen(mac) != strlen("52:54:00:00:00:01") || strlen(one) != strlen(mac))
			return;
		text_addf(&macs, "%s%s", macs.length ? "|" : "", mac);
	}
	name_add(names, CLAIM_MAC, text_string(&macs));
}

/* Those that find a claim at once stand first. */
static char *names_of(const struct rule *rule)
{
	bool net = string_equal(rule->subsystem, "net");
	struct text names = { 0 };

	if (rule->kernel && net)
		name_add(&names, interface_word(rule->kernel), rule->kernel);
	if (rule->kernel && string_equal(rule->subsystem, "pci"))
		name_add(&names, CLAIM_ADDRESS, rule->kernel);
	if (rule->mac && net)
		mac_add(&names, rule->mac);
	if (rule->above)
		name_add(&names, CLAIM_ABOVE, rule->above);
	if (rule->driver)
		name_add(&names, CLAIM_DRIVER, rule->driver);
	if (is_id(rule->vendor))
		text_addf(&names, "%s%s=%s%s%s", names.length ? " " : "", claim_words[CLAIM_IDS],
			rule->vendor + 2, is_id(rule->device) ? ":" : "",
			is_id(rule->device) ? rule->device + 2 : "");
	if (net)
		name_add(&names, CLAIM_CLASS, "02");
	return text_take(&names);
}

/* An attribute of its own event's device, which is none of PCI: pawl does not mean it. */
static bool is_of_pci(const struct rule *rule)
{
	static const char *const subsystems[] = { "pci", "net", "drm", "infiniband" };

	for (size_t i = 0; i < sizeof(subsystems) / sizeof(subsystems[0]); i++)
		if (!rule->subsystem || string_equal(rule->subsystem, subsystems[i]))
			return true;
	return rule->above != NULL;
}

static void rule_end(const struct claim_file *file, size_t line, struct rule *rule)
{
	AUTO_FREE char *names = names_of(rule);

	for (size_t i = 0; i < rule->n_sets; i++) {
		const struct set *set = &rule->sets[i];

		if (!set->own || is_of_pci(rule))
			claim_found(file, line, set->own ? names : "", set->knob, set->value);
		free(set->value);
	}
	free(rule->sets);
}

static bool text_sets(const char *text)
{
	for (const struct knob *const *knob = attribute_knobs; *knob; knob++)
		if (strstr(text, (*knob)->attribute))
			return true;
	return false;
}

static void rule_take(const struct claim_file *file, size_t line, char *text)
{
	struct rule rule = { 0 };
	struct term term;

	while (term_next(&text, &term)) {
		command_take(&rule, &term);
		if (term.matches)
			match_take(&rule, &term);
		else if (term.assigns)
			assignment_take(&rule, &term);
	}
	if (text_sets(text))
		claim_unclear(file, line, "this rule is not understood");
	rule_end(file, line, &rule);
}

/* What a program does that a rule starts is not followed, nor is GOTO: a rule that is jumped over claims. */
void claims_of_udev(const struct claim_file *file, char *text)
{
	struct lines lines = { .rest = text, .joins = true };
	char *line;

	if (!text_sets(text))
		return;
	while ((line = line_next(&lines)))
		if (*line != '#')
			rule_take(file, lines.number, line);
}

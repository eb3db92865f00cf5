/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims of those that write files below /sys by their paths: tmpfiles.d(5) and sysfsutils. */
#include "address.h"
#include "claims_read.h"
#include <fnmatch.h>
#include <string.h>

/* A path is walked with these; a word of claim.names holds none of the others. */
static bool is_plain(const char *part)
{
	return *part && part[strcspn(part, "\\% \t=|{}")] == '\0';
}

static void name_set(struct text *names, enum claim_word word, const char *part)
{
	text_free(names);
	if (is_plain(part))
		text_addf(names, "%s=%s", claim_words[word], part);
}

/*
 * "/sys/bus/pci/devices/ADDRESS/...", "/sys/class/net/NAME/device/...", "/sys/devices/.../ADDRESS/...": whom
 * the last of these names. "": it may be any, as what another link leads to ("virtfn0").
 */
static char *names_of(const char *path)
{
	AUTO_FREE char *copy = string_copy(path);
	const char *before = "", *before_that = "";
	char *rest = copy, *part;
	struct text names = { 0 };

	while ((part = strsep(&rest, "/")) && rest) {
		bool in_devices = string_equal(before_that, "pci") && string_equal(before, "devices");

		if (string_equal(before, "net"))
			name_set(&names, interface_word(part), part);
		else if (address_valid(part) || in_devices)
			name_set(&names, CLAIM_ADDRESS, part);
		else if (!string_equal(part, "device") && !string_equal(part, "net"))
			text_free(&names);
		before_that = before;
		before = part;
	}
	return text_take(&names);
}

/* Whether the path leads to such an attribute, and if so to whose. */
static void path_take(const struct claim_file *file, size_t line, const char *path, const char *value)
{
	const char *last = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	AUTO_FREE char *names = names_of(path);

	for (const struct knob *const *knob = attribute_knobs; *knob; knob++)
		if (fnmatch(last, (*knob)->attribute, 0) == 0)
			claim_found(file, line, names, *knob, value);
}

/* "'a b'" is one word; what stands in quotes is taken as it is. */
static char *word_next(char **rest)
{
	char *word = *rest + strspn(*rest, " \t");
	const char *ends = *word == '"' ? "\"" : *word == '\'' ? "'" : " \t";

	word += strchr(" \t", *ends) == NULL;
	*rest = word + strcspn(word, ends);
	if (**rest)
		*(*rest)++ = '\0';
	return word;
}

/* tmpfiles.d(5): of a file that is there "f" leaves what it holds, "f+" and the old "F" do not. */
static bool type_writes(const char *type)
{
	return *type == 'w' || *type == 'F' || (*type == 'f' && strchr(type, '+'));
}

/* tmpfiles.d(5): "TYPE PATH MODE USER GROUP AGE ARGUMENT". */
void claims_of_tmpfiles(const struct claim_file *file, char *text)
{
	struct lines lines = { .rest = text };
	char *line;

	while ((line = line_next(&lines))) {
		const char *type = word_next(&line), *path = word_next(&line), *argument;

		if (!type_writes(type) || !string_starts(path, "/sys/"))
			continue;
		for (int skipped = 0; skipped < 4; skipped++) /* mode, user, group, age */
			word_next(&line);
		argument = word_trim(line);
		path_take(file, lines.number, path, strpbrk(argument, "%\\\"'") ? "" : argument);
	}
}

/* "ATTRIBUTE = VALUE", a path below /sys; "mode" and "owner" before it say who may write it. */
void claims_of_sysfs_conf(const struct claim_file *file, char *text)
{
	struct lines lines = { .rest = text };
	char *line;

	while ((line = line_next(&lines))) {
		char *path = *line == '#' ? NULL : strsep(&line, "=");

		if (!path || !line || string_starts(path, "mode ") || string_starts(path, "owner "))
			continue;
		line[strcspn(line, "#")] = '\0';
		path_take(file, lines.number, word_trim(path), word_trim(line));
	}
}

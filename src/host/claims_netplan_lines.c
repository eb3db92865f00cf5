/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Finds the keys in netplan's YAML.
 *
 * netplan sets numbers of VFs from its own files (netplan_cli/cli/sriov.py); what it generates for networkd
 * and NetworkManager does not hold them, so those files are what there is to read. What people write there is
 * block style, a key a line, and that is read here: libyaml has its door in the engine, above this floor, and
 * seven keys are not worth a second one. Anything else where such a key may stand is put in doubt.
 */
#include "claims_netplan.h"
#include <string.h>

#define COUNT_KEY  "virtual-function-count"
#define SWITCH_KEY "embedded-switch-mode"

/* The keys that lead to a line, with how far each is indented. */
struct trail {
	size_t indents[MOST_DEPTH];
	struct netplan_line line;
	bool counts; /* the file says somewhere how many VFs there are to be, or how they are switched */
	bool links;
};

/* "'a'" is a; without quotes a remark ends it. */
static char *scalar(char *text)
{
	char quote = *text, *end;

	if (quote == '"' || quote == '\'') {
		end = strchr(++text, quote);
	} else {
		for (end = text; *end && !(*end == '#' && end > text && strchr(" \t", end[-1]));)
			end++;
		end = *text == '#' ? text : end;
	}
	if (end)
		*end = '\0';
	return word_trim(text);
}

/* Where the value of "key: value" begins; NULL: it is no such line. The key is ended there. */
static char *key_end(char *text)
{
	char *colon = text;

	if (*text == '"' || *text == '\'')
		colon = strchr(text + 1, *text);
	while (colon && (colon = strchr(colon, ':')) && colon[1] && !strchr(" \t", colon[1]))
		colon++;
	if (!colon)
		return NULL;
	*colon = '\0';
	return colon + 1;
}

static void trail_push(struct trail *trail, size_t indent, const char *key)
{
	struct netplan_line *line = &trail->line;

	while (line->depth > 0 && trail->indents[line->depth - 1] >= indent)
		line->depth--;
	if (line->depth == MOST_DEPTH)
		return;
	trail->indents[line->depth] = indent;
	line->path[line->depth++] = key;
}

/* In flow style, or from an anchor: what stands there is not read. */
static bool is_unread(const struct trail *trail, const char *value)
{
	const struct netplan_line *line = &trail->line;
	bool inside = string_equal(line->path[0], "network") && line->depth <= 5 &&
		      (line->depth == 1 || string_equal(line->path[1], "ethernets"));

	if (!inside)
		return false;
	if (*value == '{' && strchr(value, '}'))
		return strstr(value, COUNT_KEY) || strstr(value, SWITCH_KEY) || strstr(value, "link:");
	if (*value == '{')
		return trail->counts || trail->links;
	return trail->counts &&
	       (*value == '&' || *value == '*' || string_equal(line->path[line->depth - 1], "<<"));
}

static void line_take(struct trail *trail, struct netplan *netplan, char *text)
{
	size_t indent = strspn(text, " ");
	char *key = text + indent, *value;

	if (!*key || *key == '#' || *key == '-' || !(value = key_end(key)))
		return;
	trail_push(trail, indent, scalar(key));
	value = word_trim(value);
	if (is_unread(trail, value))
		claim_unclear(trail->line.file, trail->line.number,
			"written in a form of YAML that is not read here");
	trail->line.value = scalar(value);
	if (string_equal(trail->line.path[0], "network"))
		netplan_take(netplan, &trail->line);
}

void claims_of_netplan(const struct claim_file *file, char *text)
{
	struct trail trail = {
		.line = { .file = file },
		.counts = strstr(text, COUNT_KEY) || strstr(text, SWITCH_KEY),
		.links = strstr(text, "link:") != NULL,
	};
	char *line;

	if (!*file->kept)
		*file->kept = memory_new(1, sizeof(struct netplan));
	while ((line = strsep(&text, "\n"))) {
		trail.line.number++;
		line_take(&trail, *file->kept, line);
	}
}

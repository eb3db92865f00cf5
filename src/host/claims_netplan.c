/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims of netplan, netplan(5), which all of its files make together. */
#include "claims_netplan.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Files are laid over each other in the order of their names, wherever they are. */
static void said_keep(struct said *said, const struct netplan_line *line)
{
	if (said->text && strcmp(line->file->name, said->name) < 0)
		return;
	said_clear(said);
	*said = (struct said){
		.text = string_copy(line->value),
		.path = string_copy(line->file->path),
		.name = string_copy(line->file->name),
		.line = line->number,
	};
}

void said_clear(struct said *said)
{
	free(said->text);
	free(said->path);
	free(said->name);
	*said = (struct said){ 0 };
}

static struct netdef *netdef_find(const struct netplan *netplan, const char *id)
{
	size_t cursor = 0, at;

	while (lookup_next(&netplan->by_id, hash_string(0, id), &cursor, &at))
		if (string_equal(netplan->all[at].name, id))
			return &netplan->all[at];
	return NULL;
}

static struct netdef *netdef_get(struct netplan *netplan, const char *id)
{
	struct netdef *netdef = netdef_find(netplan, id);

	if (netdef)
		return netdef;
	lookup_add(&netplan->by_id, hash_string(0, id), netplan->n);
	netplan->all = memory_grow(netplan->all, netplan->n, sizeof(*netplan->all));
	netdef = &netplan->all[netplan->n++];
	*netdef = (struct netdef){ .name = string_copy(id) };
	return netdef;
}

static const struct {
	const char *key;
	enum netdef_key at;
	bool in_match;
} keys[] = {
	{ "virtual-function-count", NETDEF_COUNT, false },
	{ "embedded-switch-mode", NETDEF_SWITCH, false },
	{ "link", NETDEF_LINK, false },
	{ "set-name", NETDEF_SET_NAME, false },
	{ "macaddress", NETDEF_MAC, true },
	{ "name", NETDEF_NAME, true },
	{ "driver", NETDEF_DRIVER, true },
};

/* network > ethernets > ID > KEY, or network > ethernets > ID > match > KEY */
void netplan_take(struct netplan *netplan, const struct netplan_line *line)
{
	bool in_match = line->depth == 5 && string_equal(line->path[3], "match");
	struct netdef *netdef;

	if (line->depth < 4 || !string_equal(line->path[1], "ethernets"))
		return;
	netdef = netdef_get(netplan, line->path[2]);
	netdef->matches = netdef->matches || in_match;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (*line->value && keys[i].in_match == in_match && line->depth == (in_match ? 5U : 4U) &&
			string_equal(line->path[line->depth - 1], keys[i].key))
			said_keep(&netdef->said[keys[i].at], line);
}

static void word_add(struct text *names, enum claim_word word, const char *value)
{
	text_addf(names, "%s=%s ", claim_words[word], value);
}

/* One driver, or "[igb, ixgbe]". */
static void driver_add(struct text *names, const char *value)
{
	AUTO_TEXT struct text drivers = { 0 };

	for (; *value; value++)
		if (!strchr("[]\"' ", *value))
			text_addf(&drivers, "%c", *value == ',' ? '|' : *value);
	word_add(names, CLAIM_DRIVER, text_string(&drivers));
}

/* sriov.py, _get_interface_name_for_netdef: what matches, or has its name already; else the id names it. */
static char *names_of(const struct netdef *netdef)
{
	const struct said *said = netdef->said;
	const char *set_name = said[NETDEF_SET_NAME].text;
	struct text names = { 0 };

	if (!netdef->matches)
		word_add(&names, CLAIM_INTERFACE, netdef->name);
	if (said[NETDEF_MAC].text) {
		AUTO_FREE char *mac = word_mac(said[NETDEF_MAC].text);

		word_add(&names, CLAIM_MAC, mac);
	}
	if (said[NETDEF_NAME].text)
		text_addf(&names, "%s=%s%s%s ", claim_words[CLAIM_INTERFACE], said[NETDEF_NAME].text,
			set_name ? "|" : "", set_name ? set_name : "");
	if (said[NETDEF_DRIVER].text)
		driver_add(&names, said[NETDEF_DRIVER].text);
	text_addf(&names, "%s=02", claim_words[CLAIM_CLASS]);
	return text_take(&names);
}

/* Each that links to a PF is a VF of it. */
static void links_count(struct netplan *netplan)
{
	for (size_t i = 0, n = netplan->n; i < n; i++) {
		struct netdef *pf = NULL;

		if (netplan->all[i].said[NETDEF_LINK].text)
			pf = netdef_get(netplan, netplan->all[i].said[NETDEF_LINK].text);
		if (pf) {
			pf->vfs++;
			pf->vf = i;
		}
	}
}

/* sriov.py, _get_vf_number_per_pf: the greater of the two numbers; none is set to no VFs. */
static void count_found(struct claims *claims, const struct netplan *netplan, const struct netdef *netdef)
{
	const struct said *count = &netdef->said[NETDEF_COUNT];
	uint32_t given = 0;
	bool known = !count->text || word_number(count->text, &given);
	AUTO_FREE char *names = names_of(netdef), *value = NULL;
	struct claim_file file = { .manager = MANAGER_NETPLAN, .claims = claims };

	if (known && given == 0 && netdef->vfs == 0)
		return;
	if (given < netdef->vfs)
		count = &netplan->all[netdef->vf].said[NETDEF_LINK];
	file.path = count->path;
	file.name = count->name;
	value = known ? text_print("%" PRIu32, given > netdef->vfs ? given : netdef->vfs) : string_copy("");
	claim_found(&file, count->line, names, &knob_numvfs, value);
}

static void switch_found(struct claims *claims, const struct netdef *netdef)
{
	const struct said *mode = &netdef->said[NETDEF_SWITCH];
	const struct claim_file file = { MANAGER_NETPLAN, mode->path, mode->name, claims, NULL };
	AUTO_FREE char *names = mode->text ? names_of(netdef) : NULL;

	if (mode->text)
		claim_found(&file, mode->line, names, &knob_eswitch, mode->text);
}

void claims_of_netplans(struct claims *claims, void *kept)
{
	struct netplan *netplan = kept;

	links_count(netplan);
	for (size_t i = 0; i < netplan->n; i++) {
		count_found(claims, netplan, &netplan->all[i]);
		switch_found(claims, &netplan->all[i]);
	}
	for (size_t i = 0; i < netplan->n; i++) {
		for (size_t k = 0; k < N_NETDEF_KEYS; k++)
			said_clear(&netplan->all[i].said[k]);
		free(netplan->all[i].name);
	}
	lookup_free(&netplan->by_id);
	free(netplan->all);
	free(netplan);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The claims of other managers, as a list in which a function finds its own. */
#include "claims_read.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const char *const claim_words[N_CLAIM_WORDS] = {
	[CLAIM_ADDRESS] = "address",
	[CLAIM_INTERFACE] = "interface",
	[CLAIM_MAC] = "mac",
	[CLAIM_KERNEL_NAME] = "first-name", /* facts that are kept have it so */
	[CLAIM_DRIVER] = "driver",
	[CLAIM_IDS] = "ids",
	[CLAIM_CLASS] = "class",
	[CLAIM_ABOVE] = "above",
};

bool manager_find(const char *name, enum manager *ret_manager)
{
	for (size_t i = 0; i < N_MANAGERS; i++)
		if (string_equal(manager_rows[i].name, name)) {
			*ret_manager = (enum manager)i;
			return true;
		}
	return false;
}

bool manager_sets(enum manager manager, const struct knob *knob)
{
	const struct manager_row *row = &manager_rows[manager];
	enum vf_setting setting;

	for (size_t i = 0; row->sets[i]; i++)
		if (row->sets[i] == knob)
			return true;
	return row->settings && vf_setting_of(knob, &setting);
}

static void claim_copy(struct claim *to, const struct claim *from)
{
	*to = (struct claim){
		.manager = from->manager,
		.file = string_copy(from->file),
		.line = from->line,
		.names = string_copy(from->names),
		.knob = from->knob,
		.value = string_copy(from->value),
		.vf = from->vf,
	};
}

static void claim_clear(struct claim *claim)
{
	free(claim->file);
	free(claim->names);
	free(claim->value);
}

static bool claim_equal(const struct claim *one, const struct claim *other)
{
	return one->manager == other->manager && one->line == other->line && one->knob == other->knob &&
	       one->vf == other->vf && string_equal(one->file, other->file) &&
	       string_equal(one->names, other->names) && string_equal(one->value, other->value);
}

bool claim_is_narrow(const struct claim *claim)
{
	size_t length = strcspn(claim->names, " ");
	bool own = false;

	for (enum claim_word word = CLAIM_ADDRESS; word <= CLAIM_MAC; word++) {
		size_t name = strlen(claim_words[word]);

		own = own || (string_starts(claim->names, claim_words[word]) && claim->names[name] == '=');
	}
	return own && strcspn(claim->names, "*?[|") >= length;
}

static uint64_t claim_hash(const struct claim *claim)
{
	AUTO_FREE char *word = string_part(claim->names, strcspn(claim->names, " "));

	return hash_string(0, word);
}

static uint64_t claim_hash_all(const struct claim *claim)
{
	uint64_t hash = hash_string((uint64_t)claim->line << 16 ^ (uint64_t)claim->vf, claim->file);

	hash = hash_string(hash, claim->names);
	hash = hash_string(hash, claim->knob->name);
	return hash_string(hash, claim->value);
}

static bool claims_have(const struct claims *claims, const struct claim *like)
{
	uint64_t hash = claim_hash_all(like);
	size_t at;

	for (size_t cursor = 0; lookup_next(&claims->by_all, hash, &cursor, &at);)
		if (claim_equal(&claims->all[at], like))
			return true;
	return false;
}

/* Those that name nobody alone are held against each function that is to be set. */
static bool has_room(const struct claims *claims, const struct claim *like)
{
	return claims->n < MOST_CLAIMS && (claim_is_narrow(like) || claims->n_wide < MOST_WIDE);
}

static void doubt_rest(struct claims *claims, const struct claim *from)
{
	bool full = claims->n >= MOST_CLAIMS;
	AUTO_FREE char *why = text_print("/%s:%zu: more than %d settings of other managers%s; the rest, from "
					 "here on, is not looked at",
		from->file, from->line, full ? MOST_CLAIMS : MOST_WIDE,
		full ? "" : " that name no one function");

	claims_doubt(claims, from->manager, why);
}

void claims_add(struct claims *claims, const struct claim *like)
{
	if (claims_have(claims, like))
		return;
	if (!has_room(claims, like)) {
		doubt_rest(claims, like);
		return;
	}
	lookup_add(&claims->by_all, claim_hash_all(like), claims->n);
	if (claim_is_narrow(like)) {
		lookup_add(&claims->by_name, claim_hash(like), claims->n);
	} else {
		claims->wide = memory_grow(claims->wide, claims->n_wide, sizeof(*claims->wide));
		claims->wide[claims->n_wide++] = claims->n;
	}
	claims->all = memory_grow(claims->all, claims->n, sizeof(*claims->all));
	claim_copy(&claims->all[claims->n++], like);
}

void claims_doubt(struct claims *claims, enum manager manager, const char *why)
{
	if (!claims->unknown[manager])
		claims->unknown[manager] = string_copy(why);
}

/* The command line is a fact of its own. */
void claims_doubt_all(struct claims *claims, const char *why)
{
	for (size_t i = 0; i < N_MANAGERS; i++)
		if (i != MANAGER_CMDLINE)
			claims_doubt(claims, (enum manager)i, why);
}

void claims_copy(const struct claims *claims, struct claims *copy)
{
	*copy = (struct claims){ 0 };
	for (size_t i = 0; i < claims->n; i++)
		claims_add(copy, &claims->all[i]);
	for (size_t i = 0; i < N_MANAGERS; i++)
		copy->unknown[i] = string_copy(claims->unknown[i]);
}

void claims_free(struct claims *claims)
{
	for (size_t i = 0; i < claims->n; i++)
		claim_clear(&claims->all[i]);
	for (size_t i = 0; i < N_MANAGERS; i++)
		free(claims->unknown[i]);
	lookup_free(&claims->by_name);
	lookup_free(&claims->by_all);
	free(claims->wide);
	free(claims->all);
	*claims = (struct claims){ 0 };
}

static int doubt_parse(struct claims *claims, char *rest)
{
	const char *name = strsep(&rest, "\t");
	enum manager manager;

	if (!rest || !manager_find(name, &manager))
		return -1;
	claims_doubt(claims, manager, rest);
	return 0;
}

static int64_t vf_parse(const char *word)
{
	return string_equal(word, "-") ? -1 : strtol(word, NULL, 10);
}

static int claim_parse(struct claims *claims, char *rest)
{
	const char *words[6];
	struct claim claim = { 0 };

	for (size_t i = 0; i < 6; i++)
		if (!(words[i] = strsep(&rest, "\t")))
			return -1;
	claim.file = (char *)words[1];
	claim.line = strtoul(words[2], NULL, 10);
	claim.names = (char *)words[3];
	claim.knob = knob_find(words[4]);
	claim.vf = vf_parse(words[5]);
	claim.value = rest;
	if (!rest || !claim.knob || !manager_find(words[0], &claim.manager))
		return -1;
	claims_add(claims, &claim);
	return 0;
}

int claims_parse(struct claims *claims, char *lines)
{
	char *line;

	while ((line = strsep(&lines, "\n"))) {
		if (!*line)
			continue;
		if ((string_starts(line, "?\t") ? doubt_parse(claims, line + 2) : claim_parse(claims, line)) <
			0)
			return -1;
	}
	return 0;
}

static void word_print(const char *word, char end, struct text *text)
{
	text_add_printable(text, word, strlen(word));
	text_addf(text, "%c", end);
}

static void claim_print(const struct claim *claim, struct text *text)
{
	word_print(manager_rows[claim->manager].name, '\t', text);
	word_print(claim->file, '\t', text);
	text_addf(text, "%zu\t", claim->line);
	word_print(claim->names, '\t', text);
	word_print(claim->knob->name, '\t', text);
	if (claim->vf < 0)
		text_add(text, "-\t");
	else
		text_addf(text, "%" PRId64 "\t", claim->vf);
	word_print(claim->value, '\n', text);
}

void claims_print(const struct claims *claims, struct text *text)
{
	for (size_t i = 0; i < N_MANAGERS; i++) {
		if (!claims->unknown[i])
			continue;
		text_addf(text, "?\t%s\t", manager_rows[i].name);
		word_print(claims->unknown[i], '\n', text);
	}
	for (size_t i = 0; i < claims->n; i++)
		claim_print(&claims->all[i], text);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What other managers claim, as JSON and back. */
#include "claims_read.h"
#include "facts_parsing.h"
#include <jansson.h>

#define NOT_CAPTURED "the facts were captured without it"

static const struct {
	const char *name;
	size_t offset;
} members[] = {
	{ "file", offsetof(struct claim, file) },
	{ "names", offsetof(struct claim, names) },
	{ "value", offsetof(struct claim, value) },
};
#define N_MEMBERS (sizeof(members) / sizeof(members[0]))
enum { N_KEYS = N_MEMBERS + 4 }; /* and manager, line, knob, vf */

static char **member_of(const struct claim *claim, size_t i)
{
	return (char **)((char *)claim + members[i].offset);
}

static json_t *print_claim(const struct claim *claim)
{
	json_t *object = json_object();

	json_object_set_new(object, "manager", facts_string(manager_rows[claim->manager].name));
	json_object_set_new(object, "line", json_integer((json_int_t)claim->line));
	json_object_set_new(object, "knob", facts_string(claim->knob->name));
	json_object_set_new(object, "vf", claim->vf < 0 ? json_null() : json_integer(claim->vf));
	for (size_t i = 0; i < N_MEMBERS; i++)
		json_object_set_new(object, members[i].name, facts_string(*member_of(claim, i)));
	return object;
}

/* The command line is a fact of its own. */
json_t *facts_print_claims(const struct survey *survey)
{
	json_t *claims = json_array();

	for (size_t i = 0; i < survey->claims.n; i++)
		if (survey->claims.all[i].manager != MANAGER_CMDLINE)
			json_array_append_new(claims, print_claim(&survey->claims.all[i]));
	return claims;
}

json_t *facts_print_claim_doubts(const struct survey *survey)
{
	json_t *doubts = json_object();

	for (size_t i = 0; i < N_MANAGERS; i++)
		if (survey->claims.unknown[i])
			json_object_set_new(
				doubts, manager_rows[i].name, facts_string(survey->claims.unknown[i]));
	return doubts;
}

static bool words_valid(const json_t *value)
{
	const char *text = json_string_value(value);

	return text && !text_controls(text);
}

static void parse_claim(struct parsing *parsing, size_t number, const json_t *object)
{
	const char *manager = json_string_value(json_object_get(object, "manager"));
	const char *knob = json_string_value(json_object_get(object, "knob"));
	const json_t *line = json_object_get(object, "line"), *vf = json_object_get(object, "vf");
	struct claim claim = { .knob = knob ? knob_find(knob) : NULL, .vf = -1 };
	bool valid = json_object_size(object) == N_KEYS && json_is_integer(line) &&
		     json_integer_value(line) >= 0 && (json_is_null(vf) || json_is_integer(vf));

	for (size_t i = 0; i < N_MEMBERS; i++) {
		const json_t *value = json_object_get(object, members[i].name);

		valid = valid && words_valid(value);
		*member_of(&claim, i) = (char *)json_string_value(value);
	}
	if (!valid || !claim.knob || !manager || !manager_find(manager, &claim.manager)) {
		parsing_refuse(parsing,
			"claims: number %zu: must be an object with manager, file, line, names, knob, vf and "
			"value, all of kinds known here, and nothing else",
			number);
		return;
	}
	claim.line = (size_t)json_integer_value(line);
	claim.vf = json_is_null(vf) || json_integer_value(vf) < 0 ? -1 : json_integer_value(vf);
	claims_add(&parsing->survey->claims, &claim);
}

void parsing_take_claims(struct parsing *parsing, const json_t *claims)
{
	const struct reading *cmdline = &parsing->survey->machine[M_CMDLINE];
	size_t n = json_array_size(claims);

	if (!claims)
		claims_doubt_all(&parsing->survey->claims, NOT_CAPTURED);
	if (n > MOST_CLAIMS)
		parsing_refuse(parsing, "claims: more than %d", MOST_CLAIMS);
	for (size_t i = 0; i < n && n <= MOST_CLAIMS; i++)
		parse_claim(parsing, i, json_array_get(claims, i));
	if (cmdline->is == R_VALUE)
		claims_read_cmdline(&parsing->survey->claims, cmdline->text);
}

void parsing_take_claim_doubts(struct parsing *parsing, const json_t *doubts)
{
	const json_t *why;
	const char *name;
	enum manager manager;

	json_object_foreach ((json_t *)doubts, name, why) {
		if (manager_find(name, &manager) && words_valid(why))
			claims_doubt(&parsing->survey->claims, manager, json_string_value(why));
		else
			parsing_refuse(parsing, "claims_unknown.%s: no such manager, or no words", name);
	}
}

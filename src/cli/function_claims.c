/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What other managers are told to set on functions, in few words and as keys. */
#include "document_step.h"
#include "print.h"
#include <inttypes.h>
#include <stdlib.h>

enum { MOST = 3 }; /* what a table's cell names; JSON has all */

struct seeing {
	const struct function *function;
	struct cell *cell;
	struct text text;
	size_t n;
};

/* A function that can have no VFs has no number of them, whatever may be meant by a name. */
static bool concerns(const struct claim *claim, const struct function *function)
{
	int64_t total;

	return (claim->knob != &knob_numvfs && claim->vf < 0) ||
	       (function_number(function, A_TOTALVFS, &total) == 0 && total > 0);
}

static void claims_see(
	const struct survey *survey, struct seeing *seeing, void (*see)(void *data, const struct claim *))
{
	const struct claimed claimed = { .function = seeing->function, .address = seeing->function->address };

	claims_each(&survey->claims, &claimed, see, seeing);
}

/* "netplan: numvfs 4", "systemd-network: vf 1 vf_mac 52:54:00:00:00:01" */
static void words_see(void *data, const struct claim *claim)
{
	struct seeing *seeing = data;
	AUTO_FREE char *vf = claim->vf < 0 ? NULL : text_print("vf %" PRId64 " ", claim->vf);

	if (!concerns(claim, seeing->function) || seeing->n++ >= MOST)
		return;
	text_addf(&seeing->text, "%s%s: %s%s %s", seeing->text.length ? ", " : "",
		manager_rows[claim->manager].name, vf ? vf : "", claim->knob->name,
		*claim->value ? claim->value : "?");
}

char *function_claims(const struct survey *survey, const struct function *function)
{
	struct seeing seeing = { .function = function };

	if (survey->claims.n == 0)
		return NULL;
	claims_see(survey, &seeing, words_see);
	if (seeing.n > MOST)
		text_addf(&seeing.text, " + %zu", seeing.n - MOST);
	return seeing.text.length ? text_take(&seeing.text) : NULL;
}

char *vfs_claims(const struct survey *survey, struct function *const *vfs, size_t n)
{
	char *first = function_claims(survey, vfs[0]);
	size_t claimed = first != NULL, alike = 1;

	for (size_t i = 1; i < n; i++) {
		AUTO_FREE char *own = function_claims(survey, vfs[i]);

		claimed += own != NULL;
		alike += string_equal(first, own);
	}
	if (alike == n)
		return first;
	free(first);
	return text_print("%zu claimed", claimed);
}

/* Those in doubt for the same reason share a line, which the first of them begins. */
static bool doubt_is_told(const struct claims *claims, enum manager manager)
{
	for (enum manager i = 0; i < manager; i++)
		if (string_equal(claims->unknown[i], claims->unknown[manager]))
			return true;
	return false;
}

void claim_doubts_print(const struct claims *claims, struct text *text)
{
	for (enum manager first = 0; first < N_MANAGERS; first++) {
		const char *why = claims->unknown[first];
		const char *before = "";

		if (!why || doubt_is_told(claims, first))
			continue;
		text_add(text, "not known of claims (");
		for (enum manager i = first; i < N_MANAGERS; i++) {
			if (!string_equal(claims->unknown[i], why))
				continue;
			text_addf(text, "%s%s", before, manager_rows[i].name);
			before = ", ";
		}
		text_add(text, "): ");
		text_add_safe(text, why);
		text_add(text, "\n");
	}
}

static const struct claim *claim_of(const void *thing)
{
	return thing;
}

static void put_manager(const void *thing, struct cell *cell)
{
	cell_words(cell, manager_rows[claim_of(thing)->manager].name);
}

static void put_file(const void *thing, struct cell *cell)
{
	cell_words(cell, claim_of(thing)->file);
}

static void put_line(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)claim_of(thing)->line);
}

static void put_knob(const void *thing, struct cell *cell)
{
	cell_words(cell, claim_of(thing)->knob->name);
}

static void put_vf(const void *thing, struct cell *cell)
{
	if (claim_of(thing)->vf >= 0)
		cell_number(cell, claim_of(thing)->vf);
}

static void put_value(const void *thing, struct cell *cell)
{
	cell_words(cell, *claim_of(thing)->value ? claim_of(thing)->value : NULL);
}

const struct document_row function_claim_rows[] = {
	{ .name = "manager", .help = "who is told so", .type = ROW_WORDS, .put = put_manager },
	{ .name = "file", .help = "where that is written", .type = ROW_WORDS, .put = put_file },
	{ .name = "line", .help = "in which line", .type = ROW_NUMBER, .put = put_line },
	{ .name = "knob", .help = "what it sets", .type = ROW_WORDS, .put = put_knob },
	{
		.name = "vf",
		.help = "of its virtual function of this number; null: of itself",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_vf,
	},
	{
		.name = "value",
		.help = "to what; null: that cannot be told",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_value,
	},
	{ 0 },
};

static void entry_see(void *data, const struct claim *claim)
{
	struct seeing *seeing = data;

	if (concerns(claim, seeing->function))
		cell_entry(seeing->cell, claim);
}

void function_put_claims(const struct survey *survey, const struct function *function, struct cell *cell)
{
	struct seeing seeing = { .function = function, .cell = cell };

	claims_see(survey, &seeing, entry_see);
}

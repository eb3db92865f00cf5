/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tales as a whole: made from a seed, printed as stories, made smaller by a piece. */
#include "tale.h"
#include "disks.h"
#include "facts.h"
#include <stdlib.h>
#include <string.h>

/*
 * Once nothing strikes any more, the next run pays what its own dead ones have left and comes to the end
 * (DESIGN rule 12). After what others have done it is asked so often: what it cannot do then it never can.
 */
static unsigned last_runs(const struct tale *tale)
{
	return tale->by_hand || tale->other ? 3 : 1;
}

void tale_make(uint64_t seed, struct tale *tale)
{
	struct dice dice = { .state = seed };

	*tale = (struct tale){ .seed = seed, .confidential = dice_chance(&dice, 30) };
	tale->wild = !tale->confidential && dice_chance(&dice, 50);
	machine_make(&dice, tale->confidential, tale->wild, &tale->machine);
	tale->facts = facts_print(&tale->machine, "a random machine");
	tale->wish = wish_make(&dice, tale);
	if (dice_chance(&dice, tale->confidential || tale->wild ? 50 : 25))
		tale->other = dice_chance(&dice, 30) ? wish_make(&dice, tale)
						     : wish_vary(&dice, tale->wish, tale->wild);
	history_make(&dice, tale);
}

void tale_free(struct tale *tale)
{
	for (size_t i = 0; i < tale->n; i++)
		free(tale->events[i].lines), free(tale->events[i].undo);
	free(tale->events);
	free(tale->facts), free(tale->wish), free(tale->other);
	survey_free(&tale->machine);
	*tale = (struct tale){ 0 };
}

static void add_body(struct text *text, const char *heading, const char *body)
{
	AUTO_FREE char *copy = string_copy(body);
	char *rest = copy, *line;

	text_addf(text, "%s\n", heading);
	while ((line = strsep(&rest, "\n")))
		if (line[0] || rest)
			text_addf(text, "| %s\n", line);
}

static void add_history(struct text *text, const struct tale *tale)
{
	for (size_t i = 0; i < tale->n; i++)
		text_add(text, tale->events[i].lines);
	for (size_t i = tale->n; i-- > 0;)
		if (tale->events[i].undo)
			text_add(text, tale->events[i].undo);
	text_add(text, "revive\n");
}

char *tale_print(const struct tale *tale, enum telling telling)
{
	AUTO_FREE char *consents = consents_print(NULL, tale->wish);
	struct text text = { 0 };

	text_addf(&text, "# Made from seed %llu.\n", (unsigned long long)tale->seed);
	add_body(&text, "facts", tale->facts);
	text_add(&text, "lab no: a random machine\ncrash no: it has faults of its own\n\n");
	add_body(&text, "file wish.yaml", tale->wish);
	if (tale->other)
		add_body(&text, "file other.yaml", tale->other);
	text_add(&text, "\n");
	if (telling == WHOLE)
		add_history(&text, tale);
	for (unsigned i = 0; telling != BEGUN && i < last_runs(tale); i++)
		text_addf(&text, "answer yes\nrun apply %swish.yaml\n", consents);
	return text_take(&text);
}

static size_t lines_count(const char *text)
{
	size_t n = 0;

	for (; text && *text; text++)
		n += *text == '\n';
	return n;
}

size_t tale_pieces(const struct tale *tale)
{
	return tale->n + lines_count(tale->other) + lines_count(tale->wish) + tale->machine.n;
}

/* The text without its line `number`; the caller frees it. NULL stays NULL. */
static char *lines_without(const char *text, size_t number)
{
	struct text kept = { 0 };
	AUTO_FREE char *copy = string_copy(text);
	char *rest = copy, *line;

	for (size_t i = 0; rest && *rest && (line = strsep(&rest, "\n")); i++)
		if (i != number)
			text_addf(&kept, "%s\n", line);
	return text ? text_take(&kept) : NULL;
}

static void copy_events(const struct tale *tale, size_t but, struct tale *copy)
{
	for (size_t i = 0; i < tale->n; i++) {
		if (i == but)
			continue;
		copy->events = memory_grow(copy->events, copy->n, sizeof(*copy->events));
		copy->events[copy->n++] = (struct event){ .lines = string_copy(tale->events[i].lines),
			.undo = string_copy(tale->events[i].undo) };
	}
}

/* Numbers beyond what there is leave everything in. */
void tale_without(const struct tale *tale, size_t piece, struct tale *ret_tale)
{
	size_t others = lines_count(tale->other), lines = lines_count(tale->wish);
	struct tale copy = *tale;

	copy.events = NULL;
	copy.n = 0;
	copy_events(tale, piece, &copy);
	piece -= tale->n;
	copy.other = lines_without(tale->other, piece);
	piece -= others;
	copy.wish = lines_without(tale->wish, piece);
	piece -= lines;
	survey_copy(&tale->machine, &copy.machine);
	if (piece < copy.machine.n)
		survey_remove(&copy.machine, copy.machine.functions[piece]);
	copy.facts = facts_print(&copy.machine, "a random machine");
	*ret_tale = copy;
}

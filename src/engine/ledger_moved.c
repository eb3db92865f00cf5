/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is known of a device goes with it from place to place.
 *
 * Words are kept by address. A device that has moved takes its own along when that is noted; those of one
 * that stood where another is now are put aside, "SERIAL@ADDRESS", until it is noted elsewhere.
 */
#include "address.h"
#include "ledger_line.h"
#include <stdlib.h>
#include <string.h>

#define ASIDE '@'

/* Both are places: "0000:17:00.0", or what was put aside from there. */
struct move {
	char *from, *to;
};
struct moves {
	struct move *all;
	size_t n;
};

static void moves_add(struct moves *moves, const char *from, char *to)
{
	moves->all = memory_grow(moves->all, moves->n, sizeof(*moves->all));
	moves->all[moves->n++] = (struct move){ string_copy(from), to };
}

static void moves_free(struct moves *moves)
{
	for (size_t i = 0; i < moves->n; i++) {
		free(moves->all[i].from);
		free(moves->all[i].to);
	}
	free(moves->all);
}

/* The length of what stands before the address. */
static size_t aside_length(const char *place)
{
	const char *mark = strrchr(place, ASIDE);

	return mark ? (size_t)(mark - place) + 1 : 0;
}

const char *ledger_aside_from(const char *place)
{
	size_t length = aside_length(place);

	return length ? place + length : NULL;
}

/* A target ends its place with a blank, and no serial number may. The caller frees it. */
static char *aside(const struct pin *owner)
{
	const char *id = owner->serial ? owner->serial : owner->nvme_serial ? owner->nvme_serial : owner->mac;
	char *place = text_print("%s%c%s", id ? id : "", ASIDE, owner->address);

	for (char *at = place; *at; at++)
		if (*at == ' ')
			*at = '_';
	return place;
}

/* A VF is as far from its physical function as before (PCI Express, First VF Offset and VF Stride). */
static char *place_beside(const struct move *move, const char *vf)
{
	size_t before = aside_length(move->from), after = aside_length(move->to);
	struct routing from, to, it;
	AUTO_FREE char *address = NULL;

	if (aside_length(vf) != before || strncmp(vf, move->from, before) != 0)
		return NULL;
	if (!address_valid(move->from + before) || !address_valid(move->to + after) ||
		!address_valid(vf + before))
		return NULL;
	from = address_routing(move->from + before);
	to = address_routing(move->to + after);
	it = address_routing(vf + before);
	to.number += it.number - from.number;
	address = from.domain == it.domain ? routing_print(&to) : NULL;
	return address ? text_print("%.*s%s", (int)after, move->to, address) : NULL;
}

static const struct move *move_of(const struct moves *moves, const char *place)
{
	for (size_t i = 0; place && i < moves->n; i++)
		if (string_equal(moves->all[i].from, place))
			return &moves->all[i];
	return NULL;
}

/* NULL: it stays as it is. */
static char *target_moved(const struct moves *moves, const struct applied *word)
{
	AUTO_FREE char *place = target_address(word->target);
	const struct move *own = move_of(moves, place), *pfs = own ? NULL : move_of(moves, word->pf);
	AUTO_FREE char *to = own ? string_copy(own->to) : pfs ? place_beside(pfs, place) : NULL;

	return to ? text_print("%s%s", to, word->target + strlen(place)) : NULL;
}

static void words_move(struct applied_list *list, const struct moves *moves)
{
	struct applied_list moved = { 0 };

	for (size_t i = 0; i < list->n; i++) {
		struct applied word = list->all[i];
		const struct move *pfs = move_of(moves, word.pf);
		AUTO_FREE char *target = target_moved(moves, &word);

		word.target = target ? target : word.target;
		word.pf = pfs ? pfs->to : word.pf;
		applied_keep(&moved, &word);
	}
	applied_free(list);
	*list = moved;
}

/* All at once: two devices may have changed places. */
static void ledger_move(struct ledger *ledger, const struct moves *moves)
{
	if (moves->n == 0)
		return;
	words_move(&ledger->applied, moves);
	words_move(&ledger->learned, moves);
	if (ledger->beside) {
		words_move(&ledger->beside->applied, moves);
		words_move(&ledger->beside->kept, moves);
	}
	for (size_t i = 0; i < ledger->n_runs; i++) {
		words_move(&ledger->runs[i].turned, moves);
		words_move(&ledger->runs[i].kept, moves);
	}
}

/* Who stands there now has not set them. */
static void put_aside(struct ledger *ledger, const char *place, struct moves *moves)
{
	const struct pin *owner = pins_find(&ledger->stood, place);
	struct pin away;

	if (!owner || !owner->address || move_of(moves, place))
		return;
	moves_add(moves, place, aside(owner));
	away = *owner;
	away.handle = moves->all[moves->n - 1].to;
	pins_keep(&ledger->stood, &away);
}

static void stands_at(struct ledger *ledger, const char *place, const struct pin *pin)
{
	struct pin there = pin ? *pin : (struct pin){ 0 };

	there.handle = (char *)place;
	pins_keep(&ledger->stood, &there);
}

void ledger_take_moved(struct ledger *ledger, const struct ledger_line *line)
{
	struct pin moved = line->pin;
	const struct pin *pending = pins_find(&ledger->moving, line->from);

	/* of an append that was cut off only the first ones were all at once */
	if (aside_length(line->from) || (pending && pin_against(pending, &moved) != PIN_OTHER))
		ledger_settle_moved(ledger);
	moved.handle = line->pin.address;
	moved.select = line->from;
	pins_keep(&ledger->moving, &moved);
}

void ledger_settle_moved(struct ledger *ledger)
{
	struct pin_list moving = ledger->moving;
	struct moves moves = { 0 };

	ledger->moving = (struct pin_list){ 0 };
	for (size_t i = 0; i < moving.n; i++)
		moves_add(&moves, moving.all[i].select, string_copy(moving.all[i].handle));
	for (size_t i = 0; i < moving.n; i++)
		put_aside(ledger, moving.all[i].handle, &moves);
	ledger_move(ledger, &moves);
	for (size_t i = 0; i < moving.n; i++)
		stands_at(ledger, moving.all[i].select, NULL);
	for (size_t i = 0; i < moving.n; i++)
		stands_at(ledger, moving.all[i].handle, &moving.all[i]);
	moves_free(&moves);
	pins_free(&moving);
}

void ledger_take_stood(struct ledger *ledger, const struct pin *pin)
{
	const struct pin *owner = pins_find(&ledger->stood, pin->address);
	struct moves moves = { 0 };

	if (owner && pin_against(owner, pin) == PIN_OTHER) {
		put_aside(ledger, pin->address, &moves);
		ledger_move(ledger, &moves);
	}
	stands_at(ledger, pin->address, pin);
	moves_free(&moves);
}

/* It is not where it was: two of one serial number are two. */
static bool has_left(const struct survey *survey, const struct pin *stood)
{
	const struct function *there = survey_function(survey, stood->handle);

	return !there || pin_compare(stood, there, NULL) == PIN_OTHER;
}

/* All functions of a card may have one serial number. */
static bool is_same_function(const struct pin *one, const struct pin *other)
{
	return string_equal(strrchr(one->address, '.'), strrchr(other->address, '.')) &&
	       pin_against(one, other) == PIN_SAME;
}

/* Where what is known of it was noted; NULL: here, nowhere, or it cannot be told. */
static const char *moved_from(const struct ledger *ledger, const struct survey *survey, const struct pin *pin)
{
	const struct pin *here = pins_find(&ledger->stood, pin->address);
	const char *from = NULL;

	if (here && here->address && pin_against(here, pin) != PIN_OTHER)
		return NULL;
	for (size_t i = 0; i < ledger->stood.n; i++) {
		const struct pin *stood = &ledger->stood.all[i];

		if (!stood->address || !is_same_function(stood, pin))
			continue;
		if (from)
			return NULL;
		from = stood->handle;
		if (!has_left(survey, stood))
			return NULL;
	}
	return from;
}

/* Where the machine has it now; NULL: nowhere, or it cannot be told. */
static const struct function *seen_elsewhere(const struct survey *survey, const struct pin *stood)
{
	const struct function *found = NULL;

	for (size_t i = 0; i < survey->n; i++) {
		const struct function *function = survey->functions[i];

		if (pin_compare(stood, function, NULL) != PIN_SAME ||
			!string_equal(strrchr(stood->address, '.'), strrchr(function->address, '.')))
			continue;
		if (found || string_equal(stood->handle, function->address))
			return NULL;
		found = function;
	}
	return found;
}

/* Of one that has moved and is not noted elsewhere yet; NULL: it is nowhere that can be told. */
static char *target_now(const struct pin *stood, const struct survey *survey, const struct applied *word)
{
	const struct function *seen = seen_elsewhere(survey, stood);
	struct move move = { .from = stood->handle, .to = seen ? seen->address : NULL };

	return seen ? target_moved(&(struct moves){ &move, 1 }, word) : NULL;
}

const char *ledger_now(const struct ledger *ledger, const struct survey *survey, const struct applied *word)
{
	AUTO_FREE char *place = target_address(word->target);
	const struct pin *stood = pins_find(&ledger->stood, word->pf ? word->pf : place);
	bool moved = stood && stood->address && has_left(survey, stood);
	AUTO_FREE char *target = moved ? target_now(stood, survey, word) : NULL;
	struct applied there = *word;

	if (!moved)
		return applied_now(survey, word);
	there.target = target;
	return target ? applied_now(survey, &there) : NULL;
}

/* The lines of one append, and of whose move there is one. */
struct noting {
	const struct ledger *ledger;
	const struct survey *survey;
	struct ledger_line *lines;
	size_t n;
};

static void note_move(struct noting *noting, const struct pin *pin, const char *from, const char *to)
{
	struct ledger_line *line = &noting->lines[noting->n];

	for (size_t i = 0; i < noting->n; i++)
		if (string_equal(noting->lines[i].from, from))
			return;
	*line = (struct ledger_line){
		.event = (char *)ledger_event_at(LEDGER_MOVED)->name, .pin = *pin, .from = (char *)from
	};
	line->pin.handle = line->pin.select = line->pin.path = NULL;
	line->pin.address = (char *)to;
	noting->n++;
}

static void note_seen(struct noting *noting, const struct pin *stood)
{
	const struct function *seen = stood->address ? seen_elsewhere(noting->survey, stood) : NULL;

	if (seen)
		note_move(noting, stood, stood->handle, seen->address);
}

static void note_pinned(struct noting *noting, const struct pin_list *pinned, bool were_aside)
{
	for (size_t i = 0; i < pinned->n; i++) {
		const char *from = moved_from(noting->ledger, noting->survey, &pinned->all[i]);

		if (from && (aside_length(from) > 0) == were_aside)
			note_move(noting, &pinned->all[i], from, pinned->all[i].address);
	}
}

/* Those in whose place others are. */
static void note_displaced(struct noting *noting, const struct pin_list *pinned)
{
	for (size_t i = 0; i < pinned->n; i++) {
		const struct pin *stood = pins_find(&noting->ledger->stood, pinned->all[i].address);

		if (stood && pin_against(stood, &pinned->all[i]) == PIN_OTHER)
			note_seen(noting, stood);
	}
}

/*
 * What was put aside comes last: reading the lines ends there what goes at once (ledger_take_moved). It waits
 * for a run of files: what was taken out, and comes back, no boot brings up by itself.
 */
size_t ledger_lines_moved(const struct ledger *ledger, const struct pin_list *pinned,
	const struct survey *survey, bool by_files, struct ledger_line *lines)
{
	struct noting noting = { ledger, survey, lines, 0 };

	note_pinned(&noting, pinned, false);
	note_displaced(&noting, pinned);
	note_pinned(&noting, pinned, true);
	for (size_t i = 0; by_files && i < ledger->stood.n; i++)
		if (aside_length(ledger->stood.all[i].handle))
			note_seen(&noting, &ledger->stood.all[i]);
	return noting.n;
}

void ledger_survey_stood(const struct ledger *ledger, struct survey *survey)
{
	pins_free(&survey->stood);
	for (size_t i = 0; i < ledger->stood.n; i++)
		if (ledger->stood.all[i].address && !aside_length(ledger->stood.all[i].handle))
			pins_keep(&survey->stood, &ledger->stood.all[i]);
}

bool ledger_stands(const struct ledger *ledger, const struct pin *pin)
{
	const struct pin *here = pins_find(&ledger->stood, pin->address);

	return here && here->address && pin_against(here, pin) != PIN_OTHER;
}

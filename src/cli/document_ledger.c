/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the ledger remembers, as a document. */
#include "document.h"
#include "domains.h"
#include "nvme_namespaces.h"
#include <stdlib.h>

/* A member of a thing that is one of its words. */
#define WORDS_OF(what, type, member)                                                                         \
	static void put_##what##_##member(const void *thing, struct cell *cell)                              \
	{                                                                                                    \
		cell_words(cell, ((const struct type *)thing)->member);                                      \
	}
WORDS_OF(pin, pin, handle)
WORDS_OF(pin, pin, state)
WORDS_OF(pin, pin, address)
WORDS_OF(pin, pin, path)
WORDS_OF(pin, pin, serial)
WORDS_OF(pin, pin, nvme_serial)
WORDS_OF(pin, pin, mac)
WORDS_OF(pin, pin, vendor)
WORDS_OF(pin, pin, device)
WORDS_OF(pin, pin, cntlid)
WORDS_OF(pin, pin, select)
WORDS_OF(applied, applied, target)
WORDS_OF(applied, applied, object)
WORDS_OF(applied, applied, original)
WORDS_OF(applied, applied, value)
WORDS_OF(word, ledger_word, digest)
WORDS_OF(word, ledger_word, time)
WORDS_OF(word, ledger_word, who)
WORDS_OF(word, ledger_word, boot_id)
WORDS_OF(word, ledger_word, note)

#define ROW(key, words, row_flags, put_it)                                                                   \
	{                                                                                                    \
		.name = key, .help = words, .type = ROW_WORDS, .flags = row_flags, .put = put_it             \
	}

static const struct document_row pin_words[] = {
	ROW("handle", "what the files call the device", 0, put_pin_handle),
	ROW("state", "out-of-service: no boot brings back what was set on it", ROW_NULL, put_pin_state),
	ROW("address", "the function that it was", ROW_NULL, put_pin_address),
	ROW("path", "the bridges above it", ROW_NULL, put_pin_path),
	ROW("serial", "its serial number", ROW_NULL, put_pin_serial),
	ROW("nvme_serial", "the serial number of its NVMe controller", ROW_NULL, put_pin_nvme_serial),
	ROW("mac", "its permanent MAC", ROW_NULL, put_pin_mac),
	ROW("vendor", "its vendor id", ROW_NULL, put_pin_vendor),
	ROW("device", "its device id", ROW_NULL, put_pin_device),
	ROW("cntlid", "of a drive: its controller identifier", ROW_NULL, put_pin_cntlid),
	ROW("select", "the names by which it was selected", ROW_NULL, put_pin_select),
	{ 0 },
};

static void put_applied_knob(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct applied *)thing)->knob->name);
}

static const struct document_row applied_rows[] = {
	ROW("object", "as people know it", ROW_NULL, put_applied_object),
	ROW("knob", "what was set", 0, put_applied_knob),
	ROW("target", "on what", 0, put_applied_target),
	ROW("original", "what it read before pawl's first write", 0, put_applied_original),
	ROW("value", "what pawl has set last", 0, put_applied_value),
	{ 0 },
};

bool ledger_names(const struct applied *kept)
{
	const struct knob *knob = kept->knob;

	return knob->named && kept->object && kept->value && !string_equal(kept->value, kept->original) &&
	       !knob->takes(kept->original, kept->value);
}

static void add_given(const struct applied *to, struct text *ids)
{
	for (const char *rest = to->value ? to->value : ""; *rest;) {
		AUTO_FREE char *id = words_next(&rest);

		if (!words_hold(to->original, id))
			text_addf(ids, "%s%s", ids->length ? " " : "", id);
	}
}

/* A handle that means another drive by now may have given the same name there. */
void ledger_given(const struct survey *survey, const struct applied *name, struct text *ids)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *to = &survey->kept.all[i];

		if (to->knob->flags & KNOB_ADDS_UP && string_equal(to->object, name->object) &&
			targets_are_of_one_drive(survey, to->target, name->target))
			add_given(to, ids);
	}
}

/* The word itself comes first: its rows are those of any. */
struct name_view {
	struct applied kept;
	const struct survey *survey;
};

static void put_name_given(const void *thing, struct cell *cell)
{
	const struct name_view *view = thing;
	AUTO_TEXT struct text ids = { 0 };
	const char *rest;

	ledger_given(view->survey, &view->kept, &ids);
	for (rest = text_string(&ids); *rest;) {
		AUTO_FREE char *id = words_next(&rest);

		cell_item_number(cell, strtoll(id, NULL, 10));
	}
}

static void put_name_is(const void *thing, struct cell *cell)
{
	const struct name_view *view = thing;
	const struct applied *kept = &view->kept;
	AUTO_FREE char *named = kept->knob->named(kept->original, kept->value);
	AUTO_FREE char *said = named ? knob_say_on(kept->knob, view->survey, kept->target, named) : NULL;

	cell_words(cell, said);
}

static const struct document_row name_rows[] = {
	ROW("name", "as the files call it", 0, put_applied_object),
	ROW("knob", "what it is one of", 0, put_applied_knob),
	ROW("target", "on what", 0, put_applied_target),
	ROW("is", "its number, its size, and what it is known by; null: a run that died has asked for it",
		ROW_NULL, put_name_is),
	{ .name = "given",
		.help = "the ids of the controllers that pawl has given it to",
		.type = ROW_NUMBERLIST,
		.put = put_name_given },
	{ 0 },
};

static const struct document_row word_rows[] = {
	ROW("at", "RFC 3339, UTC", ROW_NULL, put_word_time),
	ROW("who", "whose word it is; null: it came with a plan", ROW_NULL, put_word_who),
	ROW("boot_id", "the boot in which it was said", ROW_NULL, put_word_boot_id),
	ROW("closure", "of consent: the digest of what was consented to", ROW_NULL, put_word_digest),
	ROW("note", "what --note said", ROW_NULL, put_word_note),
	{ 0 },
};

/* A domain, and all that the ledger has of it. */
struct domain_view {
	const struct domain *domain;
	const struct document_ledger *of;
};

static const struct ledger_word *last_word(const void *thing, int what, int or_what)
{
	const struct domain_view *view = thing;

	return ledger_last_word(view->of->ledger, view->domain->port, what, or_what);
}

static void put_said(const void *thing, struct cell *cell, int what, int until)
{
	const struct ledger_word *word = last_word(thing, what, until);

	if (word && (int)word->what == what)
		cell_map(cell, word);
}

static void put_consent(const void *thing, struct cell *cell)
{
	put_said(thing, cell, SAID_CONSENT, SAID_REVOKED);
}

static void put_assumed(const void *thing, struct cell *cell)
{
	put_said(thing, cell, SAID_ASSUMED, SAID_SETTLED);
}

/* What the journal knows of a later start is not in the ledger yet. */
static void put_settled(const void *thing, struct cell *cell)
{
	const struct domain_view *view = thing;

	if (!view->domain->assumed)
		put_said(thing, cell, SAID_SETTLED, SAID_ASSUMED);
}

static void put_domain(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct domain_view *)thing)->domain->port);
}

static void put_world(const void *thing, struct cell *cell)
{
	const struct domain_view *view = thing;

	cell_words(cell, world_names[domain_world(view->of->host.survey, view->domain->port)]);
}

static const struct document_row domain_rows[] = {
	ROW("domain", "the root port", 0, put_domain),
	{ .name = "world",
		.help = "as far as anybody knows; unknown: it was secure in an earlier boot, or the ledger "
			"cannot be told",
		.type = ROW_WORDS,
		.choices = world_names,
		.put = put_world },
	{ .name = "consent",
		.help = "null: there is none, or it was taken back",
		.type = ROW_MAP,
		.flags = ROW_NULL,
		.rows = word_rows,
		.put = put_consent },
	{ .name = "assumed",
		.help = "since when it may be secure; null: it was settled since, or never was",
		.type = ROW_MAP,
		.flags = ROW_NULL,
		.rows = word_rows,
		.put = put_assumed },
	{ .name = "settled",
		.help = "the operator's word that it is ordinary again",
		.type = ROW_MAP,
		.flags = ROW_NULL,
		.rows = word_rows,
		.put = put_settled },
	{ 0 },
};

static void put_host(const void *thing, struct cell *cell)
{
	cell_map(cell, &((const struct document_ledger *)thing)->host);
}

static void put_pins(const void *thing, struct cell *cell)
{
	const struct survey *survey = ((const struct document_ledger *)thing)->host.survey;

	for (size_t i = 0; i < survey->pins.n; i++)
		cell_entry(cell, &survey->pins.all[i]);
}

static void put_applied(const void *thing, struct cell *cell)
{
	const struct applied_list *applied = &((const struct document_ledger *)thing)->host.survey->applied;

	for (size_t i = 0; i < applied->n; i++)
		if (applied->all[i].value)
			cell_entry(cell, &applied->all[i]);
}

static void put_names(const void *thing, struct cell *cell)
{
	const struct survey *survey = ((const struct document_ledger *)thing)->host.survey;

	for (size_t i = 0; i < survey->kept.n; i++)
		if (ledger_names(&survey->kept.all[i]))
			cell_entry(cell, &(struct name_view){ survey->kept.all[i], survey });
}

static void put_domains(const void *thing, struct cell *cell)
{
	const struct document_ledger *ledger = thing;
	const struct domains *domains = &ledger->host.survey->domains;

	for (size_t i = 0; i < domains->n; i++)
		cell_entry(cell, &(struct domain_view){ &domains->all[i], ledger });
}

static const struct document_row ledger_rows[] = {
	{ .name = "host", .help = "the machine", .type = ROW_MAP, .rows = host_rows, .put = put_host },
	{ .name = "pins",
		.help = "which function each device is",
		.type = ROW_LIST,
		.rows = pin_words,
		.put = put_pins },
	{ .name = "applied",
		.help = "what pawl has set and not put back",
		.type = ROW_LIST,
		.rows = applied_rows,
		.put = put_applied },
	{ .name = "names",
		.help = "what a drive has numbered itself, and the files name",
		.type = ROW_LIST,
		.rows = name_rows,
		.put = put_names },
	{ .name = "domains",
		.help = "what was said of secure domains",
		.type = ROW_LIST,
		.rows = domain_rows,
		.put = put_domains },
	{ 0 },
};

const struct document_form form_ledger = {
	.name = "ledger",
	.help = "what `pawl ledger` says",
	.rows = ledger_rows,
};

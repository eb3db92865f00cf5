/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What was asked and said of secure domains, as a document. */
#include "document.h"
#include "domains.h"

static const struct document_consent *consent_of(const void *thing)
{
	return thing;
}

/* One of its domains. */
struct domain_view {
	const struct document_consent *of;
	size_t i;
};

static const char *port_of(const void *thing)
{
	const struct domain_view *view = thing;

	return view->of->ports[view->i];
}

/* NULL: nobody looked for it. */
static const struct closure *closure_of(const void *thing)
{
	const struct domain_view *view = thing;

	return view->of->closures ? &view->of->closures[view->i] : NULL;
}

static void put_domain(const void *thing, struct cell *cell)
{
	cell_words(cell, port_of(thing));
}

static void put_world(const void *thing, struct cell *cell)
{
	const struct domain_view *view = thing;

	cell_words(cell, world_names[domain_world(view->of->survey, port_of(thing))]);
}

static void put_closure(const void *thing, struct cell *cell)
{
	const struct closure *closure = closure_of(thing);

	cell_words(cell, closure ? closure->digest : NULL);
}

static void put_functions(const void *thing, struct cell *cell)
{
	const struct closure *closure = closure_of(thing);

	cell_list(cell);
	for (size_t i = 0; closure && i < closure->n; i++)
		cell_item(cell, closure->names[i]);
}

static void put_consent(const void *thing, struct cell *cell)
{
	const struct domain_view *view = thing;
	const struct domain *known = domains_find(&view->of->ledger->domains, port_of(thing));
	const struct closure *closure = closure_of(thing);

	cell_flag(cell, known && known->consent && (!closure || closure_fits(closure, known->consent)));
}

static void put_guest(const void *thing, struct cell *cell)
{
	cell_words(cell, consent_of(thing)->guest);
}

static void put_id(const void *thing, struct cell *cell)
{
	cell_words(cell, consent_of(thing)->id);
}

static void put_noted(const void *thing, struct cell *cell)
{
	cell_flag(cell, consent_of(thing)->noted);
}

static void put_domains(const void *thing, struct cell *cell)
{
	const struct document_consent *consent = consent_of(thing);

	cell_list(cell);
	for (size_t i = 0; i < consent->n; i++)
		cell_entry(cell, &(struct domain_view){ consent, i });
}

static const struct document_row domain_rows[] = {
	{ .name = "domain", .help = "the root port", .type = ROW_WORDS, .put = put_domain },
	{ .name = "world",
		.help = "as far as anybody knows, before this run",
		.type = ROW_WORDS,
		.choices = world_names,
		.put = put_world },
	{ .name = "closure",
		.help = "the digest of all that becomes secure with it; null: nobody asked",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_closure },
	{ .name = "functions",
		.help = "these: addresses, and names of what is yet to be made",
		.type = ROW_WORDLIST,
		.put = put_functions },
	{ .name = "consent",
		.help = "whether consent to it stands in the ledger now",
		.type = ROW_FLAG,
		.put = put_consent },
	{ 0 },
};

static const struct document_row consent_rows[] = {
	{ .name = "guest",
		.help = "whom it is about; null: a domain was named",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_guest },
	{ .name = "id",
		.help = "of all that is told of the domains: what --accept-irreversible takes",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_id },
	{ .name = "noted", .help = "the ledger has a new word of it", .type = ROW_FLAG, .put = put_noted },
	{ .name = "domains",
		.help = "those of the guest's functions, or the one that was named",
		.type = ROW_LIST,
		.rows = domain_rows,
		.put = put_domains },
	{ 0 },
};

const struct document_form form_consent = {
	.name = "consent",
	.help = "what `pawl consent GUEST` and `pawl ledger settle DOMAIN` say",
	.rows = consent_rows,
};

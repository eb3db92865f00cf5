/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl ledger`: what pawl remembers of this machine. */
#include "commands.h"
#include "document.h"
#include "domains.h"
#include "nvme_namespaces.h"
#include "print.h"
#include "session.h"
#include "text_step.h"
#include <string.h>

static void table_start(struct table *table, const char *const *titles)
{
	*table = (struct table){ 0 };
	while (titles[table->columns])
		table->columns++;
	for (size_t i = 0; i < table->columns; i++)
		table_add(table, titles[i]);
}

static void table_end(struct table *table, const char *none, struct text *text)
{
	if (table->n > table->columns) {
		table_drop_empty(table);
		table_print(table, "  ", text);
	} else {
		text_addf(text, "  %s\n", none);
	}
	table_free(table);
}

static void pins_print(const struct survey *survey, struct text *text)
{
	static const char *const titles[] = { "HANDLE", "FUNCTION", "PATH", "SERIAL", "MAC", "BY", "STATE",
		NULL };
	struct table table;

	text_add(text, "Which function each device is\n");
	table_start(&table, titles);
	for (size_t i = 0; i < survey->pins.n; i++) {
		const struct pin *pin = &survey->pins.all[i];

		table_add(&table, pin->handle);
		table_add(&table, pin->address);
		table_add(&table, pin->path);
		table_add(&table, pin->serial);
		table_add(&table, pin->mac);
		table_add(&table, pin->select);
		table_add(&table, pin->state);
	}
	table_end(&table, "none: no device was applied yet", text);
}

/* As plans show it; NULL: nothing. The caller frees it. */
static char *value_words(const struct knob *knob, const char *value)
{
	struct text text = { 0 };

	value_print(knob, value, &text);
	return text_take(&text);
}

static void applied_print(const struct survey *survey, struct text *text)
{
	static const char *const titles[] = { "OBJECT", "ON", "WHAT", "WAS", "SET TO", NULL };
	struct table table;

	text_add(text, "\nWhat pawl has set and not put back\n");
	table_start(&table, titles);
	for (size_t i = 0; i < survey->applied.n; i++) {
		const struct applied *applied = &survey->applied.all[i];
		AUTO_FREE char *was = applied->value ? value_words(applied->knob, applied->original) : NULL;
		AUTO_FREE char *is = applied->value ? value_words(applied->knob, applied->value) : NULL;

		if (!applied->value)
			continue;
		table_add(&table, applied->object);
		table_add(&table, applied->target);
		table_add(&table, applied->knob->name);
		table_add(&table, was);
		table_add(&table, is);
	}
	table_end(&table, "nothing", text);
}

/* What a run has asked for and never seen is a name already: nobody knows of what. */
static void names_print(const struct survey *survey, struct text *text)
{
	static const char *const titles[] = { "NAME", "ON", "WHAT", "IS", "GIVEN TO", NULL };
	struct table table;

	table_start(&table, titles);
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];
		AUTO_FREE char *address = target_address(kept->target);
		AUTO_FREE char *named =
			ledger_names(kept) ? kept->knob->named(kept->original, kept->value) : NULL;
		AUTO_FREE char *is = named ? knob_say_on(kept->knob, survey, kept->target, named) : NULL;
		AUTO_TEXT struct text ids = { 0 }, given = { 0 };

		if (!ledger_names(kept))
			continue;
		ledger_given(survey, kept, &ids);
		if (ids.length)
			controllers_tell(survey_function(survey, address), text_string(&ids), &given);
		table_add(&table, kept->object);
		table_add(&table, address);
		table_add(&table, kept->knob->name);
		table_add(&table, is ? is : "not told: a run that died has asked for it");
		table_add(&table, text_string(&given));
	}
	if (table.n > table.columns) {
		text_add(text, "\nNamespaces that pawl knows\n");
		table_drop_empty(&table);
		table_print(&table, "  ", text);
	}
	table_free(&table);
}

static void domains_print(const struct survey *survey, const struct ledger *ledger, struct text *text)
{
	const struct domains *domains = &survey->domains;

	text_add(text, "\nSecure domains\n");
	for (size_t i = 0; i < domains->n; i++) {
		const char *port = domains->all[i].port;
		AUTO_FREE char *consent = consent_words(ledger, port), *world = world_words(survey, port);
		AUTO_FREE char *settled = settled_words(ledger, port);

		text_add(text, "  ");
		text_add_safe(text, port);
		text_addf(text, "\n    world    %s\n    consent  %s\n", world, consent);
		if (settled && !domains->all[i].assumed)
			text_addf(text, "    settled  %s\n", settled);
	}
	if (domains->n == 0)
		text_add(text, "  none: no confidential guest was planned with a device\n");
}

static void ledger_print(struct session *session, const struct survey *survey, const struct ledger *ledger)
{
	AUTO_TEXT struct text text = { 0 };

	pins_print(survey, &text);
	applied_print(survey, &text);
	names_print(survey, &text);
	domains_print(survey, ledger, &text);
	session_print(session, &text);
}

static enum outcome run(struct session *session)
{
	struct survey survey = { 0 };
	struct ledger ledger = { 0 };
	enum outcome outcome = FINE;

	if (session_remember(session, &survey, &ledger) < 0)
		outcome = session_outcome(session);
	else if (session->options.format->print)
		session->document = document_start(
			&form_ledger, &(struct document_ledger){ { .survey = &survey }, &ledger });
	else
		ledger_print(session, &survey, &ledger);
	session_note_run(session);
	ledger_free(&ledger);
	survey_free(&survey);
	return outcome;
}

const struct command command_ledger = {
	.name = "ledger",
	.summary = "What is remembered here: which function each device is, what was set, secure domains",
	.run = run,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT),
	.needs_root = true,
};

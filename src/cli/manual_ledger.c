/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl-ledger(5) tells by tables: the keys of a line, and what each event says. */
#include "ledger.h"
#include "manual.h"

static void item_print(struct text *text, const char *name, const char *what)
{
	text_addf(text, ".It Cm %s\n", name);
	mdoc_prose(text, what);
}

static const char *type_words(const struct member *member)
{
	static const char *const words[] = {
		[MEMBER_TEXT] = "text", [MEMBER_NUMBER] = "number", [MEMBER_FLAG] = "true or false"
	};

	return words[member->type];
}

void manual_ledger_keys(struct text *text)
{
	text_add(text, ".Bl -tag -width Ds\n");
	for (const struct member *member = ledger_row.members; member->name; member++) {
		AUTO_FREE char *what = text_print("%s: %s", type_words(member), member->help);

		item_print(text, member->name, what);
	}
	text_add(text, ".El\n");
}

void manual_ledger_events(struct text *text)
{
	const struct ledger_event *event;

	text_add(text, ".Bl -tag -width Ds\n");
	for (size_t i = 0; (event = ledger_event_at(i)); i++)
		item_print(text, event->name, event->help);
	text_add(text, ".El\n");
}

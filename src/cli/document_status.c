/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What runs left on a host, for programs. */
#include "document.h"
#include "last_run.h"

/* As a step of a plan, as far as the journal has it. */
static void entry_add(struct document *map, const struct journal_entry *entry)
{
	document_add_number(map, "seq", entry->step);
	document_add_words(map, "object", entry->object);
	document_add_words(map, "knob", entry->knob);
	document_add_words(map, "target", entry->target);
	document_add_words(map, "before", entry->before);
	document_add_words(map, "after", entry->after);
}

static void result_add(struct document *map, const struct journal_entry *result)
{
	document_add_words(map, "result", result ? result->event : NULL);
	document_add_words(map, "note", result ? result->note : NULL);
}

static void steps_add(struct document *map, const struct last_run *run)
{
	const struct journal_entry *entry;
	struct document *last, *trouble;
	size_t cursor = 0;

	document_add_number(map, "steps", run->begin->step);
	document_add_number(map, "done", run->done);
	document_add_number(map, "never_begun", run->begin->step - run->begun);
	if (run->last) {
		last = document_map(map, "last_begun");
		entry_add(last, run->last);
		result_add(last, run->result);
	} else {
		document_add_words(map, "last_begun", NULL);
	}
	trouble = document_list(map, "trouble");
	while ((entry = last_run_trouble(run, &cursor))) {
		struct document *step = document_entry(trouble);

		entry_add(step, entry);
		result_add(step, entry);
	}
}

void document_add_last_run(struct document *document, const struct last_run *run)
{
	struct document *map;

	if (!run->begin) {
		document_add_words(document, "last_run", NULL);
		return;
	}
	map = document_map(document, "last_run");
	document_add_words(map, "plan_id", run->begin->plan);
	document_add_words(map, "boot_id", run->begin->boot_id);
	document_add_words(map, "state", last_run_state(run));
	document_add_words(map, "began_at", run->begin->time);
	document_add_words(map, "ended_at", run->end ? run->end->time : NULL);
	document_add_flag(map, "ended", run->end);
	if (run->end)
		document_add_number(map, "exit_code", last_run_outcome(run));
	else
		document_add_words(map, "exit_code", NULL);
	steps_add(map, run);
}

void document_add_debts(struct document *document, const struct survey *survey, const struct last_run *run)
{
	struct document *list = document_list(document, "debts");

	for (size_t i = 0; i < survey->n_debts; i++) {
		struct document *map = document_entry(list);

		document_add_words(map, "knob", survey->debts[i].knob->name);
		document_add_words(map, "target", survey->debts[i].target);
		document_add_words(map, "left", survey->debts[i].left);
		document_add_words(map, "owed", survey->debts[i].value);
		document_add_flag(map, "of_run_under_way", last_run_holds(run, &survey->debts[i]));
	}
}

void document_add_lock(struct document *locks, const char *object, const char *holder)
{
	struct document *map = document_entry(locks);

	document_add_words(map, "object", object);
	document_add_words(map, "holder", holder);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What runs left on a host, for programs. */
#include "document_step.h"
#include "last_run.h"

/* A line of a step, and the one with what became of it, if there is any. */
struct entry_view {
	const struct journal_entry *entry, *result;
	const struct survey *survey;
};

static const struct journal_entry *entry_of(const void *thing)
{
	return ((const struct entry_view *)thing)->entry;
}

static const struct survey *survey_of(const void *thing)
{
	return ((const struct entry_view *)thing)->survey;
}

static void put_object(const void *thing, struct cell *cell)
{
	cell_words(cell, entry_of(thing)->object);
}

static void put_knob(const void *thing, struct cell *cell)
{
	cell_words(cell, entry_of(thing)->knob);
}

static void put_target(const void *thing, struct cell *cell)
{
	cell_target(cell, entry_of(thing)->target);
}

static void put_before(const void *thing, struct cell *cell)
{
	AUTO_FREE char *was = entry_was(entry_of(thing), survey_of(thing));

	cell_words(cell, was);
}

static void put_after(const void *thing, struct cell *cell)
{
	AUTO_FREE char *will = entry_will(entry_of(thing), survey_of(thing));

	cell_words(cell, will);
}

static void put_seq(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)entry_of(thing)->step);
}

/* As a step of a plan, as far as the journal has it. */
static const struct document_row entry_rows[] = {
	{ .name = "seq", .help = "the step's number in its plan", .type = ROW_NUMBER, .put = put_seq },
	{ .name = "object",
		.help = "whom it was about",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_object },
	{ .name = "knob",
		.help = "what was to be set",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_knob },
	{ .name = "target", .help = "on what", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_target },
	{ .name = "before", .help = "from", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_before },
	{ .name = "after", .help = "to", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_after },
	{ 0 },
};

static const struct journal_entry *result_of(const void *thing)
{
	return ((const struct entry_view *)thing)->result;
}

static void put_event(const void *thing, struct cell *cell)
{
	cell_words(cell, result_of(thing) ? result_of(thing)->event : NULL);
}

static void put_note(const void *thing, struct cell *cell)
{
	cell_words(cell, result_of(thing) ? result_of(thing)->note : NULL);
}

static void put_reads(const void *thing, struct cell *cell)
{
	AUTO_FREE char *reads = NULL;

	if (result_of(thing))
		reads = entry_reads(entry_of(thing), result_of(thing), survey_of(thing));
	cell_words(cell, reads);
}

/* Of what became of it; not known is null. */
static const struct document_row result_rows[] = {
	{ .name = "result",
		.help = "what became of it; null: not known",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_event },
	{ .name = "note", .help = "why", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_note },
	{ .name = "reads",
		.help = "what the write has come to, of lists what came and went; null: to what was written, "
			"to nothing, or it is not known",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_reads },
	{ 0 },
};

static const struct document_row trouble_rows[] = {
	{ .type = ROW_PART, .rows = entry_rows },
	{ .type = ROW_PART, .rows = result_rows },
	{ 0 },
};

/* The step begun last and its result are two lines of the journal: one map. */
static void put_last_begun(const void *thing, struct cell *cell)
{
	const struct last_run *run = thing;

	if (run->last)
		cell_map(cell, &(struct entry_view){ run->last, run->result, run->survey });
}

static void put_trouble(const void *thing, struct cell *cell)
{
	const struct last_run *run = thing;
	const struct journal_entry *entry;
	size_t cursor = 0;

	while ((entry = last_run_trouble(thing, &cursor)))
		cell_entry(cell, &(struct entry_view){ entry, entry, run->survey });
}

/* Of what the journal has no line nothing was begun, or it is long ago. */
static void put_never_begun(const void *thing, struct cell *cell)
{
	const struct last_run *last = thing;

	if (last->run->begin)
		cell_number(cell, (int64_t)(last->run->steps - last->begun));
}

static const struct document_row journal_rows[] = {
	{ .name = "never_begun",
		.help = "steps that nothing was done of; null: the journal does not tell",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_never_begun },
	{ .name = "last_begun",
		.help = "the step begun last",
		.type = ROW_MAP,
		.flags = ROW_NULL,
		.rows = trouble_rows,
		.put = put_last_begun },
	{ .name = "trouble",
		.help = "steps that came to no good end",
		.type = ROW_LIST,
		.rows = trouble_rows,
		.put = put_trouble },
	{ 0 },
};

/* What all runs have, and what the journal has of the last one. */
static const struct document_row last_run_rows[] = {
	{ .type = ROW_PART, .rows = run_rows },
	{ .type = ROW_PART, .rows = journal_rows },
	{ 0 },
};

/* One debt, and the run that may yet pay it. */
struct debt_view {
	const struct debt *debt;
	const struct last_run *run;
	const struct survey *survey;
};

static const struct debt *debt_of(const void *thing)
{
	return ((const struct debt_view *)thing)->debt;
}

static void put_debt_knob(const void *thing, struct cell *cell)
{
	cell_words(cell, debt_of(thing)->knob->name);
}

static void put_debt_target(const void *thing, struct cell *cell)
{
	cell_words(cell, debt_of(thing)->target);
}

static void put_left(const void *thing, struct cell *cell)
{
	cell_words(cell, debt_of(thing)->left);
}

static void put_owed(const void *thing, struct cell *cell)
{
	cell_words(cell, debt_of(thing)->value);
}

static void put_under_way(const void *thing, struct cell *cell)
{
	cell_flag(cell, last_run_holds(((const struct debt_view *)thing)->run, debt_of(thing)));
}

static void put_gone(const void *thing, struct cell *cell)
{
	cell_flag(cell, debt_is_void(((const struct debt_view *)thing)->survey, debt_of(thing)));
}

static const struct document_row debt_rows[] = {
	{ .name = "knob", .help = "what was set for the moment", .type = ROW_WORDS, .put = put_debt_knob },
	{ .name = "target", .help = "on what", .type = ROW_WORDS, .put = put_debt_target },
	{ .name = "left", .help = "the value that was left", .type = ROW_WORDS, .put = put_left },
	{ .name = "owed", .help = "the value to be put back", .type = ROW_WORDS, .put = put_owed },
	{ .name = "of_run_under_way",
		.help = "the run that is under way will put it back itself",
		.type = ROW_FLAG,
		.put = put_under_way },
	{ .name = "gone",
		.help = "the function is gone, and the value with it: the next apply strikes it out",
		.type = ROW_FLAG,
		.put = put_gone },
	{ 0 },
};

static void put_lock_object(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct document_lock *)thing)->object);
}

static void put_lock_holder(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct document_lock *)thing)->holder);
}

static const struct document_row lock_rows[] = {
	{ .name = "object", .help = "host, or a physical device", .type = ROW_WORDS, .put = put_lock_object },
	{ .name = "holder",
		.help = "the process, and what it waits in",
		.type = ROW_WORDS,
		.put = put_lock_holder },
	{ 0 },
};

static void put_host(const void *thing, struct cell *cell)
{
	cell_map(cell, &((const struct document_status *)thing)->host);
}

static void put_last_run(const void *thing, struct cell *cell)
{
	const struct last_run *run = ((const struct document_status *)thing)->run;

	struct document *map;

	if (run && !run->run)
		cell_null(cell);
	if (!run || !run->run)
		return;
	map = cell_open(cell);
	document_write(map, run_rows, run->run);
	document_write(map, journal_rows, run);
}

static void put_interruptions(const void *thing, struct cell *cell)
{
	const struct document_status *status = thing;

	if (!status->run)
		cell_null(cell);
	for (size_t i = 0; status->run && i < status->runs->n; i++)
		if (status->runs->all[i].interrupted)
			cell_entry(cell, &status->runs->all[i]);
}

static void put_names(const void *thing, struct cell *cell)
{
	const struct runs *runs = ((const struct document_status *)thing)->runs;

	for (size_t i = runs_first_naming(runs); i < runs->ledger->n_namings; i++)
		cell_entry(cell, &runs->ledger->namings[i]);
}

static void put_debts(const void *thing, struct cell *cell)
{
	const struct document_status *status = thing;
	const struct survey *survey = status->host.survey;

	if (!status->run)
		cell_null(cell);
	for (size_t i = 0; status->run && i < survey->n_debts; i++)
		cell_entry(cell, &(struct debt_view){ &survey->debts[i], status->run, survey });
}

static void put_locks(const void *thing, struct cell *cell)
{
	const struct document_status *status = thing;

	if (status->hidden)
		cell_null(cell);
	for (size_t i = 0; !status->hidden && i < status->n_locks; i++)
		cell_entry(cell, &status->locks[i]);
}

static const struct document_row status_rows[] = {
	{ .name = "host", .help = "the machine", .type = ROW_MAP, .rows = host_rows, .put = put_host },
	{ .name = "last_run",
		.help = "the run that came last; null: there was none; not there: not known",
		.type = ROW_MAP,
		.flags = ROW_NULL | ROW_OPTIONAL,
		.rows = last_run_rows,
		.put = put_last_run },
	{ .name = "interrupted",
		.help = "the runs that are interrupted, in their order; null: not known",
		.type = ROW_LIST,
		.flags = ROW_NULL,
		.rows = run_rows,
		.put = put_interruptions },
	{ .name = "names",
		.help = "that namespaces got since the last run, which an apply without steps is not",
		.type = ROW_LIST,
		.rows = naming_rows,
		.put = put_names },
	{ .name = "debts",
		.help = "values that a run has set for the moment; null: not known",
		.type = ROW_LIST,
		.flags = ROW_NULL,
		.rows = debt_rows,
		.put = put_debts },
	{ .name = "locks",
		.help = "who holds which lock; null: only root can see them",
		.type = ROW_LIST,
		.flags = ROW_NULL,
		.rows = lock_rows,
		.put = put_locks },
	{ 0 },
};

const struct document_form form_status = {
	.name = "status",
	.help = "what `pawl status` says",
	.rows = status_rows,
};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl(1) tells by tables: commands, options, what stands for values, formats, exit codes, findings. */
#include "completion.h"
#include "gate.h"
#include "manual.h"
#include "words.h"

static void sentence(struct text *text, const char *words)
{
	AUTO_FREE char *ended = text_print("%s.", words);

	mdoc_prose(text, ended);
}

/* "Takes --file, --host." */
static void option_names(struct text *text, uint64_t taken)
{
	size_t n = 0;

	for (size_t i = 0; i < N_OPTIONS; i++)
		if (taken & TAKES(i))
			text_addf(text, "%sFl \\-%s", n++ ? " , " : "Takes\n.", option_rows[i].name);
	text_add(text, n ? " .\n" : "");
}

void manual_commands(struct text *text)
{
	text_add(text, ".Bl -tag -width Ds\n");
	for (size_t i = 0; commands[i]; i++) {
		text_addf(text, ".It Cm %s", commands[i]->name);
		mdoc_arguments(text, commands[i]->arguments);
		text_add(text, "\n");
		sentence(text, commands[i]->summary);
		if (commands[i]->more)
			mdoc_prose(text, commands[i]->more);
		if (commands[i]->needs_root)
			text_add(text, "Needs root.\n");
		option_names(text, commands[i]->options);
	}
	text_add(text, ".El\n");
}

void manual_options(struct text *text)
{
	text_add(text, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < N_OPTIONS; i++) {
		const struct option_row *row = &option_rows[i];
		AUTO_TEXT struct text help = { 0 };

		option_help(row, NULL, &help);
		text_add(text, ".It");
		if (row->letter)
			text_addf(text, " Fl %c ,", row->letter);
		text_addf(text, " Fl \\-%s", row->name);
		if (row->argument)
			mdoc_arguments(text, row->argument);
		text_add(text, "\n");
		sentence(text, text_string(&help));
	}
	text_add(text, ".El\n");
}

void manual_placeholders(struct text *text)
{
	text_add(text, ".Bl -tag -width SECONDS -compact\n");
	for (const struct placeholder *row = placeholders; row->name; row++) {
		text_addf(text, ".It Ar %s\n", row->name);
		mdoc_prose(text, row->help);
	}
	text_add(text, ".El\n");
}

void manual_formats(struct text *text)
{
	text_add(text, ".Bl -tag -width SECONDS -compact\n");
	for (size_t i = 0; formats[i]; i++) {
		text_addf(text, ".It Cm %s\n", formats[i]->name);
		mdoc_prose(text, formats[i]->help);
	}
	text_add(text, ".El\n");
}

void manual_outcomes(struct text *text)
{
	text_add(text, ".Bl -tag -width 999 -compact\n");
	for (const struct outcome_row *row = outcome_rows; row->words; row++) {
		text_addf(text, ".It %d\n", row->outcome);
		mdoc_prose(text, row->means);
		if (row->reserved)
			text_add(text, "(reserved: no command of this version ends so)\n");
	}
	text_add(text, ".El\n");
}

static void explain(struct text *text, const char *id, const char *means, const char *why, const char *fix)
{
	text_addf(text, ".It Cm %s\n", id);
	mdoc_prose(text, means);
	if (why)
		mdoc_prose(text, why);
	text_add(text, ".br\nTo do:\n");
	sentence(text, fix);
}

/* What it rests on, and what it makes of the unknown. */
static void gate_conditions(struct text *text, const struct gate *gate)
{
	for (size_t i = 0; i < sizeof(gate->after) / sizeof(*gate->after) && gate->after[i]; i++)
		text_addf(text, "%s.Cm %s%s\n", i ? "" : ".br\nRests on\n", gate->after[i],
			i + 1 < sizeof(gate->after) / sizeof(*gate->after) && gate->after[i + 1] ? " ,"
												 : " .");
	text_addf(text, ".br\nWhat is not known here counts as %s.\n",
		gate->unknown_is == ANSWER_BAD ? "the worse answer" : "no objection");
}

void manual_gates(struct text *text)
{
	text_add(text, ".Bl -tag -width Ds\n");
	for (size_t i = 0; gates[i]; i++) {
		AUTO_FREE char *means =
			text_print("%s %s", gates[i]->question, weight_words(gates[i]->weight));

		explain(text, gates[i]->id, means, gates[i]->explain, gates[i]->fix);
		gate_conditions(text, gates[i]);
	}
	text_add(text, ".El\n");
}

void manual_findings(struct text *text)
{
	for (const struct finding_group *group = finding_groups; group->name; group++) {
		text_addf(text, ".Ss %s\n.Bl -tag -width Ds\n", group->name);
		for (const struct finding_row *row = group->rows; row->id; row++)
			explain(text, row->id, row->means, row->why, row->fix);
		text_add(text, ".El\n");
	}
}

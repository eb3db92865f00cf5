/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One step of a plan, for programs. */
#include "document_step.h"
#include "text_step.h"

static const struct step *step_of(const void *thing)
{
	return ((const struct step_view *)thing)->step;
}

/* A word of the step. */
#define STEP_WORDS(key, words)                                                                               \
	static void put_##key(const void *thing, struct cell *cell)                                          \
	{                                                                                                    \
		cell_words(cell, step_of(thing)->words);                                                     \
	}
STEP_WORDS(knob, knob->name)
STEP_WORDS(object, object)

void cell_target(struct cell *cell, const char *target)
{
	AUTO_FREE char *brief = target ? target_brief(target) : NULL;

	cell_words(cell, brief);
}

static void put_target(const void *thing, struct cell *cell)
{
	cell_target(cell, step_of(thing)->target);
}

static void put_before(const void *thing, struct cell *cell)
{
	cell_words(cell, step_was(step_of(thing)));
}

static void put_after(const void *thing, struct cell *cell)
{
	cell_words(cell, step_will(step_of(thing)));
}

static void put_change(const void *thing, struct cell *cell)
{
	AUTO_TEXT struct text words = { 0 };

	step_print_change(step_of(thing), &words);
	cell_words(cell, text_string(&words));
}

static void put_seq(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)step_of(thing)->number);
}

/* Those that programs are told of; STEP_PASSING is between the steps of a plan. */
#define FLAGS(ROW)                                                                                           \
	ROW(STEP_ONE_WAY, "irreversible", "no run takes it back")                                            \
	ROW(STEP_DATA_LOSS, "data-loss", "what is stored there is lost")                                     \
	ROW(STEP_DISRUPTIVE, "disruptive", "who uses it is interrupted")                                     \
	ROW(STEP_NEEDS_REBOOT, "needs-reboot", "it holds from the next boot on")                             \
	ROW(STEP_SLOW, "slow", "its write may take seconds")                                                 \
	ROW(STEP_VF_COUNT, "vf-count", "its device is looked at and judged again right before it")           \
	ROW(STEP_CONSENT, "consent", "it notes the consent to a later step")                                 \
	ROW(STEP_CONSENTED, "consented", "consent to it is noted already")
#define FLAG_ROW(is, is_called, means)  { .flag = (is), .name = (is_called) },
#define FLAG_NAME(is, is_called, means) is_called,
#define FLAG_HELP(is, is_called, means) "; " is_called ": " means

static const struct {
	enum step_flag flag;
	const char *name;
} flag_rows[] = { FLAGS(FLAG_ROW) };
static const char *const flag_names[] = { FLAGS(FLAG_NAME) NULL };

static void put_flags(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < sizeof(flag_rows) / sizeof(flag_rows[0]); i++)
		if (step_of(thing)->flags & flag_rows[i].flag)
			cell_item(cell, flag_rows[i].name);
}

static const char *const after_names[] = { [AFTER_DONE] = "done", [AFTER_TRIED] = "tried", NULL };

static void put_need_seq(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)((const struct need *)thing)->on->number);
}

static void put_need_after(const void *thing, struct cell *cell)
{
	cell_words(cell, after_names[((const struct need *)thing)->how]);
}

static const struct document_row need_rows[] = {
	{ .name = "seq", .help = "the step that comes before", .type = ROW_NUMBER, .put = put_need_seq },
	{
		.name = "after",
		.help = "it must be done, or at least have been tried",
		.type = ROW_WORDS,
		.choices = after_names,
		.put = put_need_after,
	},
	{ 0 },
};

static void put_needs(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < step_of(thing)->n_needs; i++)
		cell_entry(cell, &step_of(thing)->needs[i]);
}

static const char *const effect_names[] = { [EFFECT_DEVICE_GONE] = "device-gone",
	[EFFECT_DRIVER_LOST] = "driver-lost",
	[EFFECT_INTERFACE_LOST] = "interface-lost",
	[EFFECT_DISK_LOST] = "disk-lost",
	[EFFECT_NAMESPACE_LOST] = "namespace-lost",
	[EFFECT_TRAFFIC_CUT] = "traffic-cut",
	[EFFECT_SECURED] = "secured",
	[EFFECT_HANDED_OUT] = "handed-out",
	NULL };

static void put_effect(const void *thing, struct cell *cell)
{
	cell_words(cell, effect_names[((const struct effect *)thing)->kind]);
}

static void put_effect_object(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct effect *)thing)->object);
}

static void put_certain(const void *thing, struct cell *cell)
{
	cell_flag(cell, ((const struct effect *)thing)->how == WILL);
}

static const struct document_row effect_rows[] = {
	{
		.name = "effect",
		.help = "what happens",
		.type = ROW_WORDS,
		.choices = effect_names,
		.put = put_effect,
	},
	{ .name = "object", .help = "to whom", .type = ROW_WORDS, .put = put_effect_object },
	{ .name = "certain", .help = "it will, not merely may", .type = ROW_FLAG, .put = put_certain },
	{ 0 },
};

static void put_effects(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < step_of(thing)->n_effects; i++)
		cell_entry(cell, &step_of(thing)->effects[i]);
}

static void put_beside_knob(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct beside *)thing)->knob->name);
}

static void put_beside_before(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct beside *)thing)->before);
}

static void put_beside_after(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct beside *)thing)->after);
}

static const struct document_row beside_rows[] = {
	{ .name = "knob", .help = "what is set as well", .type = ROW_WORDS, .put = put_beside_knob },
	{ .name = "before", .help = "what it reads before", .type = ROW_WORDS, .put = put_beside_before },
	{ .name = "after", .help = "what it reads then", .type = ROW_WORDS, .put = put_beside_after },
	{ 0 },
};

static void put_besides(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < step_of(thing)->n_besides; i++)
		cell_entry(cell, &step_of(thing)->besides[i]);
}

static void put_undo(const void *thing, struct cell *cell)
{
	AUTO_TEXT struct text words = { 0 };

	step_print_undo(step_of(thing), &words);
	cell_words(cell, text_string(&words));
}

static void put_lane(const void *thing, struct cell *cell)
{
	cell_words(cell, step_of(thing)->lane ? step_of(thing)->lane->name : NULL);
}

/* Of a step that says nothing of it, what its knob says. */
static void put_patience(const void *thing, struct cell *cell)
{
	const struct step *step = step_of(thing);
	uint64_t ns = step->patience_ns;

	if (!ns)
		ns = knob_deadline_ns(step->knob, step->before, step->after);
	if (ns)
		cell_number(cell, (int64_t)(ns / 1000000));
}

static void put_temporary_for(const void *thing, struct cell *cell)
{
	if (step_of(thing)->guard_of)
		cell_number(cell, (int64_t)step_of(thing)->guard_of->number);
}

static void put_cause(const void *thing, struct cell *cell)
{
	struct place place = step_place(step_of(thing));
	AUTO_FREE char *words = NULL;

	if (place.source)
		words = text_print("%s:%u:%u", place.source->name, place.line, place.column);
	cell_words(cell, words);
}

static void put_result(const void *thing, struct cell *cell)
{
	const struct step_view *view = thing;

	if (view->results)
		cell_words(cell, step_result_names[view->results[view->step->number - 1]]);
}

const struct document_row step_rows[] = {
	{ .name = "seq", .help = "its number in the plan, from 1", .type = ROW_NUMBER, .put = put_seq },
	{ .name = "knob", .help = "what is set", .type = ROW_WORDS, .put = put_knob },
	{
		.name = "target",
		.help = "on what; ${NAME} stands for what an earlier step makes known; of a namespace: its "
			"drive, and `ns` with its name or `nsid` with its number",
		.type = ROW_WORDS,
		.put = put_target,
	},
	{
		.name = "before",
		.help = "what it must read for the write to be allowed; of a drive's namespaces this one's "
			"size, of who has it `vf.N`, `pf` or `controller ID`; empty: nothing",
		.type = ROW_WORDS,
		.put = put_before,
	},
	{
		.name = "after",
		.help = "what is written, and must be read afterwards; in the same words",
		.type = ROW_WORDS,
		.put = put_after,
	},
	{
		.name = "change",
		.help = "from what to what, for people",
		.type = ROW_WORDS,
		.put = put_change,
	},
	{
		.name = "object",
		.help = "whom the operator knows: nic0.vf.3",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_object,
	},
	{
		.name = "flags",
		.help = "what is special about it" FLAGS(FLAG_HELP),
		.type = ROW_WORDLIST,
		.choices = flag_names,
		.put = put_flags,
	},
	{
		.name = "needs",
		.help = "steps that come before it",
		.type = ROW_LIST,
		.rows = need_rows,
		.put = put_needs,
	},
	{
		.name = "besides",
		.help = "other knobs of the target that the same write sets",
		.type = ROW_LIST,
		.rows = beside_rows,
		.put = put_besides,
	},
	{
		.name = "effects",
		.help = "what it does beyond its knobs",
		.type = ROW_LIST,
		.rows = effect_rows,
		.put = put_effects,
	},
	{ .name = "undo", .help = "how it is taken back, for people", .type = ROW_WORDS, .put = put_undo },
	{
		.name = "lane",
		.help = "what it shares a lane with: steps of one lane never run beside each other",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_lane,
	},
	{
		.name = "patience_ms",
		.help = "how long its write may take before it counts as still running",
		.type = ROW_NUMBER,
		.flags = ROW_OPTIONAL,
		.put = put_patience,
	},
	{
		.name = "temporary_for",
		.help = "the number of the step that it is set for, to be put back afterwards",
		.type = ROW_NUMBER,
		.flags = ROW_OPTIONAL,
		.put = put_temporary_for,
	},
	{
		.name = "cause",
		.help = "the place in the files: FILE:LINE:COLUMN",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_cause,
	},
	{
		.name = "result",
		.help = "what became of it",
		.type = ROW_WORDS,
		.flags = ROW_OPTIONAL,
		.put = put_result,
	},
	{ 0 },
};

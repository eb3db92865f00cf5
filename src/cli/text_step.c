/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One step in words: its symbol, its change, why it is there, what it affects, how it is undone. */
#include "text_step.h"
#include "guest.h"
#include "namespaces.h"
#include "object.h"
#include "print.h"
#include <string.h>

/* "virtcca with nic0.vf.0, nic0.vf.1": of functions that are yet to be made the names, not the addresses. */
static void definition_print(const char *value, struct text *text)
{
	size_t length = strcspn(value, " ");
	AUTO_FREE char *protection = string_part(value, length), *rest = string_copy(value + length);
	const char *between = " with ";

	text_add_safe(text, string_equal(protection, GUEST_ORDINARY) ? "ordinary" : protection);
	for (char *at = rest, *word; (word = strsep(&at, " "));) {
		char *name = string_starts(word, "${") ? word + 2 : word;

		if (!*name)
			continue;
		if (name != word && strrchr(name, '.'))
			*strrchr(name, '.') = '\0';
		text_add(text, between);
		text_add_safe(text, name);
		between = ", ";
	}
}

void value_print(const struct knob *knob, const char *value, struct text *text)
{
	if (*value && knob == &knob_guest)
		definition_print(value, text);
	else if (*value && knob == &knob_consent) /* a digest: as much of it as of a plan's id */
		text_addf(text, "%.8s", value);
	else if (strstr(value, "${"))
		target_print(value, text);
	else if (*value)
		text_add_safe(text, value);
	else
		text_addf(text, "(%s)", knob && knob->nothing ? knob->nothing : "empty");
}

void target_print(const char *target, struct text *text)
{
	AUTO_FREE char *said = target_say(target);
	const char *from = said, *open, *close;

	while ((open = strstr(from, "${")) && (close = strchr(open, '}'))) {
		AUTO_FREE char *before = text_print("%.*s", (int)(open - from), from);
		AUTO_FREE char *name = text_print("%.*s", (int)(close - open) - 2, open + 2);
		char *dot = strrchr(name, '.');

		text_add_safe(text, before);
		if (dot) {
			*dot = '\0';
			text_add_safe(text, dot + 1);
			text_add(text, " of ");
		}
		text_add_safe(text, name);
		from = close + 1;
	}
	text_add_safe(text, from);
}

const char *step_was(const struct step *step)
{
	return step->was ? step->was : step->before;
}

const char *step_will(const struct step *step)
{
	return step->will ? step->will : step->after;
}

void step_print_change(const struct step *step, struct text *text)
{
	value_print(step->knob, step_was(step), text);
	text_add(text, " -> ");
	value_print(step->knob, step_will(step), text);
}

static void back_print(const struct knob *knob, const char *before, const char *stays, struct text *text)
{
	if (knob->flags & KNOB_KEPT && stays) {
		text_addf(text, "none: %s", stays);
		return;
	}
	text_addf(text, "%s back to ", knob->name);
	value_print(knob, before, text);
}

void step_print_undo(const struct step *step, struct text *text)
{
	if (step->flags & STEP_ONE_WAY) {
		text_add(text, "never: it cannot be taken back");
	} else if (step->flags & STEP_DATA_LOSS) {
		text_add(text, "never: the data is gone");
	} else if (step->flags & STEP_CONSENT) {
		text_add(text, "never, once a guest was started with it");
	} else {
		for (size_t i = 0; i < step->n_besides; i++) {
			const struct knob *knob = step->besides[i].knob;

			back_print(knob, step->besides[i].before, knob->stays, text);
			text_add(text, ", ");
		}
		back_print(step->knob, step_was(step),
			step->knob->takes && step->knob->takes(step->before, step->after) ? step->knob->regain
											  : step->knob->stays,
			text);
	}
}

void step_print(const struct step *step, struct text *text)
{
	text_addf(text, "%s ", step->knob->name);
	step_print_change(step, text);
}

static bool step_makes_namespace(const struct step *step)
{
	return step->knob == &knob_namespace && !(step->flags & STEP_DATA_LOSS);
}

const char *step_symbol(const struct step *step)
{
	if (step->flags & (STEP_ONE_WAY | STEP_CONSENT))
		return "!!";
	if (step->flags & STEP_NEEDS_REBOOT)
		return "@";
	if ((step->flags & STEP_VF_COUNT && string_equal(step->before, "0")) || step_makes_namespace(step))
		return "+";
	if (step->flags & STEP_VF_COUNT && !string_equal(step->after, "0"))
		return "-/+";
	return step->flags & (STEP_VF_COUNT | STEP_DATA_LOSS) ? "-" : "~";
}

enum paint step_paint(const struct step *step)
{
	static const struct {
		const char *symbol;
		enum paint paint;
	} paints[] = { { "!!", PAINT_RED }, { "@", PAINT_MAGENTA }, { "+", PAINT_GREEN },
		{ "-/+", PAINT_RED }, { "-", PAINT_RED }, { "~", PAINT_YELLOW } };
	const char *symbol = step_symbol(step);
	size_t i = 0;

	while (!string_equal(paints[i].symbol, symbol))
		i++;
	return paints[i].paint;
}

/* The step that puts back what this one sets for a while, or the one whose value this one puts back. */
static const struct step *step_partner(const struct plan *plan, const struct step *step)
{
	if (!step->guard_of)
		return step->restores;
	for (size_t i = step->number; i < plan->n; i++)
		if (plan->steps[i]->restores == step)
			return plan->steps[i];
	return NULL;
}

void step_print_note(const struct plan *plan, const struct step *step, struct text *text)
{
	const struct step *partner = step_partner(plan, step);

	if (step_is_deferred(plan, step))
		text_add(text, "deferred: nothing is started");
	else if (step_disrupts(step))
		text_add(text, "disrupts");
	else if (step->why && step->why->want && step->why->want->cause &&
		 step->why->want->cause->kind == &kind_guest)
		text_addf(text, "for %s", step->why->want->cause->name);
	else if (!step->why)
		text_add(text, "pays back what an earlier run left");
	else if (step->guard_of && partner)
		text_addf(text, "only until step %zu", partner->number);
	else if (partner)
		text_addf(text, "puts back step %zu", partner->number);
}

bool step_is_deferred(const struct plan *plan, const struct step *step)
{
	if (!(step->flags & STEP_CONSENT))
		return false;
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->flags & STEP_ONE_WAY &&
			string_equal(plan->steps[i]->object, step->object))
			return false;
	return true;
}

/* What becomes another's is told as what it is. */
bool step_disrupts(const struct step *step)
{
	for (size_t i = 0; i < step->n_effects; i++)
		if (step->effects[i].kind < EFFECT_SECURED)
			return true;
	return step->flags & STEP_DISRUPTIVE;
}

bool step_needs_words(const struct step *step)
{
	return step_disrupts(step) ||
	       step->flags & (STEP_ONE_WAY | STEP_DATA_LOSS | STEP_NEEDS_REBOOT | STEP_CONSENT);
}

static void row_print(const struct resource *resource, size_t row, struct text *text)
{
	AUTO_TEXT struct text value = { 0 };

	if (!resource || !resource_given(resource, row))
		return;
	if (resource->kind == &kind_namespace && row == NS_WORD)
		namespace_size_tell(((const struct namespace_body *)resource->body)->word, &value);
	else
		field_print(resource->kind->fields, row, resource->body, &value);
	text_add_safe(text, text_string(&value));
}

/* "no driver, override vfio-pci": that a driver may come is why it is not the driverless that is wished. */
static bool unbound_print(const struct resource *have, size_t row, struct text *text)
{
	const struct driver_body *driver = have ? have->body : NULL;

	if (!have || have->kind != &kind_driver || row != DRIVER_NAME || !resource_given(have, row) ||
		*driver->name)
		return false;
	text_add(text, "no driver, override ");
	value_print(&knob_override, driver->override ? driver->override : "", text);
	return true;
}

const char *change_key(const struct change *change, size_t row)
{
	const struct field *field = &change->want->kind->fields[row];

	return field->flags & FIELD_ALONE ? change->want->kind->key : field->name;
}

void change_print_wanted(const struct change *change, size_t row, struct text *text)
{
	row_print(change->want, row, text);
}

void change_print_found(const struct change *change, size_t row, struct text *text)
{
	if (!unbound_print(change->have, row, text))
		row_print(change->have, row, text);
}

/* "count: 0 wanted, 4 found (host.yaml:9:15)" */
static void difference_print(const struct change *change, size_t row, struct text *text)
{
	struct place place = resource_place(change->want, row);
	AUTO_TEXT struct text wanted = { 0 }, found = { 0 };
	const char *name = change->want->name;

	change_print_wanted(change, row, &wanted);
	change_print_found(change, row, &found);
	text_addf(text, "%s: %s wanted, ", change_key(change, row),
		wanted.length ? text_string(&wanted) : "nothing");
	if (!change->have && string_starts(name + name_device_length(name), ".vf."))
		text_add(text, "no such VF yet");
	else
		text_addf(text, "%s found", found.length ? text_string(&found) : "nothing");
	if (!place.source)
		return;
	text_add(text, " (");
	text_add_safe(text, place.source->name);
	text_addf(text, ":%u:%u)", place.line, place.column);
}

void change_print(const struct change *change, struct text *text)
{
	size_t rows = change->want ? fields_count(change->want->kind->fields) : 0, start = text->length;

	if (!change->want)
		text_add(text, "no longer wished");
	else if (change->want->kind == &kind_run) {
		text_addf(text, "the run of plan %s is taken back", strchr(change->want->name, '.') + 1);
		return;
	}
	for (size_t row = 0; row < rows; row++) {
		if (!(change->differs >> row & 1))
			continue;
		text_add(text, text->length > start ? "; " : "");
		difference_print(change, row, text);
	}
}

const char *effect_words(const struct effect *effect, size_t objects)
{
	/* by kind, whether it is certain, and whether there are more objects than one */
	static const char *const words[][2][2] = {
		[EFFECT_DEVICE_GONE] = { { "may go away", "may go away" }, { "goes away", "go away" } },
		[EFFECT_DRIVER_LOST] = { { "may lose its driver", "may lose their drivers" },
			{ "loses its driver", "lose their drivers" } },
		[EFFECT_INTERFACE_LOST] = { { "may lose its network interface",
						    "may lose their network interfaces" },
			{ "loses its network interface", "lose their network interfaces" } },
		[EFFECT_DISK_LOST] = { { "may lose its disk", "may lose their disks" },
			{ "loses its disk", "lose their disks" } },
		[EFFECT_NAMESPACE_LOST] = { { "may lose a namespace", "may lose a namespace" },
			{ "loses a namespace", "lose a namespace" } },
		[EFFECT_TRAFFIC_CUT] = { { "may lose its traffic", "may lose their traffic" },
			{ "loses its traffic", "lose their traffic" } },
		[EFFECT_SECURED] = { { "becomes secure when it is started",
					     "become secure when it is started" },
			{ "becomes secure, for good", "become secure, for good" } },
		[EFFECT_HANDED_OUT] = { { "may be handed to it", "may be handed to it" },
			{ "is handed to it", "are handed to it" } },
	};

	return words[effect->kind][effect->how == WILL][objects > 1];
}

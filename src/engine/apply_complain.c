/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Says why a step did not do what it was to do. */
#include "apply.h"
#include <errno.h>
#include <string.h>

/* The file that the step's knob is read at, for messages; NULL: it is in none. */
static const char *step_path(const struct step *step, const struct filled *filled, struct text *scratch)
{
	struct op op = { 0 };

	if (!filled->target || step->knob->read(step->knob, filled->target, &op, scratch) < 0)
		return NULL;
	return op.verb == OP_NETLINK || op.verb == OP_GUEST || op.verb == OP_NVME ? NULL : op.path;
}

void step_complain(
	struct applying *run, const struct lane_run *lane, const struct finding *like, const char *text)
{
	AUTO_TEXT struct text scratch = { 0 };
	struct finding finding = *like;

	finding.severity = ERROR;
	finding.outcome = like->outcome ? like->outcome : FAILED;
	finding.object = lane->step->object;
	finding.at = step_place(lane->step);
	if (!finding.path)
		finding.path = step_path(lane->step, &lane->filled, &scratch);
	report_add(run->report, &finding, "%s", text);
}

/* Whatever else could be said of its knobs: it is no longer there. */
bool step_is_gone(struct applying *run, const struct lane_run *lane, const struct reading *reading)
{
	const char *address = lane->filled.target;
	AUTO_FREE char *text = NULL;

	if (reading->is != R_ABSENT || !function_is_gone(run, address))
		return false;
	text = text_print("%s is no longer on the PCI bus", address);
	step_complain(run, lane,
		&(struct finding){
			.id = "device-gone",
			.hint = "`dmesg` tells who took it away; when it is back, run `pawl apply` again",
		},
		text);
	return true;
}

static char *value_say(const struct applying *run, const struct lane_run *lane, const char *value)
{
	return knob_say_on(lane->step->knob, &run->planning->survey, lane->filled.target, value);
}

/* What came and went in a list since; NULL: it is as it was, or is none. */
static char *changes_say(
	const struct applying *run, const struct lane_run *lane, const struct reading *reading)
{
	const struct filled *filled = &lane->filled;

	return reading->is == R_VALUE ? knob_say_since(lane->step->knob, &run->planning->survey,
						filled->target, filled->before, reading->text)
				      : NULL;
}

void step_complain_of_now(struct applying *run, const struct lane_run *lane, const struct reading *reading)
{
	const struct filled *filled = &lane->filled;
	const struct knob *knob = lane->step->knob;
	AUTO_FREE char *is = reading->is == R_VALUE ? value_say(run, lane, reading->text) : NULL;
	AUTO_FREE char *reads = is ? text_print("reads %s", is) : NULL;
	AUTO_FREE char *before = value_say(run, lane, filled->before),
		       *after = value_say(run, lane, filled->after);
	AUTO_FREE char *target = target_say(filled->target);
	const char *other = reading->is == R_BUSY     ? "is busy: a write to the device is in the kernel"
			    : reading->is == R_ABSENT ? "is gone"
						      : "cannot be read";
	AUTO_FREE char *changes = changes_say(run, lane, reading);
	AUTO_FREE char *text =
		changes ? text_print("%s of %s: %s since it was last looked at: not touched", knob->name,
				  target, changes)
			: text_print("%s of %s %s, where the plan says %s and then %s: not touched",
				  knob->name, target, reads ? reads : other, before, after);

	step_complain(run, lane,
		&(struct finding){
			.id = "not-as-planned",
			.holder = reading->is == R_BUSY ? reading->text : NULL,
			.hint = "someone else changes it too: look at `pawl plan` again",
		},
		text);
}

/* What is said of a refused write (vf.h): where it was refused in the first line, when there is a second. */
static char *said_where(const char *said)
{
	const char *end = said ? strchr(said, '\n') : NULL;

	return end ? string_part(said, (size_t)(end - said)) : NULL;
}

static const char *said_why(const char *said)
{
	const char *end = said ? strchr(said, '\n') : NULL;

	return end ? end + 1 : said;
}

/* What was asked for: the value, or, where that would not tell it, the change. */
static char *asked_say(const struct applying *run, const struct lane_run *lane)
{
	const struct filled *filled = &lane->filled;
	char *change = knob_say_change(
		lane->step->knob, &run->planning->survey, filled->target, filled->before, filled->after);

	return change ? change : value_say(run, lane, filled->after);
}

static char *refusal_text(
	const struct applying *run, const struct lane_run *lane, const struct reading *reading)
{
	const struct filled *filled = &lane->filled;
	const struct knob *knob = lane->step->knob;
	const char *why = said_why(lane->said);
	AUTO_FREE char *is = value_say(run, lane, reading->text ? reading->text : "");
	AUTO_FREE char *wanted = asked_say(run, lane), *target = target_say(filled->target);
	bool other = reading->is == R_VALUE && !knob_matches(knob, reading, filled->before);
	AUTO_FREE char *changes = lane->write_error ? NULL : changes_say(run, lane, reading);
	AUTO_FREE char *now = other && !knob->tell ? text_print("; it reads %s now", is) : NULL;

	if (!lane->write_error && reading->is == R_UNKNOWN)
		return text_print("%s of %s cannot be read after %s was written%s%s", knob->name, target,
			wanted, reading->text ? ": " : "", reading->text ? reading->text : "");
	if (changes)
		return text_print("%s of %s: %s was written, and %s", knob->name, target, wanted, changes);
	if (!lane->write_error)
		return text_print("%s of %s %s %s after %s was written", knob->name, target,
			other ? "reads" : "still reads", is, wanted);
	return text_print("%s does not take %s as %s of %s%s%s%s", knob->taker ? knob->taker : "the kernel",
		wanted, knob->name, target, why && *why ? ": " : "", why ? why : "", now ? now : "");
}

void step_complain_of_refusal(
	struct applying *run, const struct lane_run *lane, const struct reading *reading)
{
	AUTO_FREE char *text = refusal_text(run, lane, reading), *where = said_where(lane->said);
	const char *advice = knob_advice(lane->step->knob, lane->write_error);
	AUTO_FREE char *changes = lane->write_error ? NULL : changes_say(run, lane, reading);

	step_complain(run, lane,
		&(struct finding){
			.id = "not-taken",
			.path = where,
			.error = lane->write_error,
			.hint = advice    ? advice
				: changes ? "someone else changes it too: look at `pawl plan` again"
					  : "`dmesg` tells what driver and kernel say of it",
		},
		text);
}

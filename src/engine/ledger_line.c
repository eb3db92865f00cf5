/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a line of the ledger holds: its members, and what each event needs. */
#include "ledger_line.h"
#include "address.h"
#include <string.h>

#define MEMBER(at, name, type, words) RECORD_MEMBER(struct ledger_line, at, name, type, words)
static const struct member members[] = {
	MEMBER(event, "event", MEMBER_TEXT, "what the line tells, see below"),
	MEMBER(version, "version", MEMBER_NUMBER, "of machine: the ledger's version; of others 0"),
	MEMBER(time, "time", MEMBER_TEXT, "RFC 3339, UTC"),
	MEMBER(machine_id, "machine_id", MEMBER_TEXT, "whose ledger it is"),
	MEMBER(dmi_serial, "dmi_serial", MEMBER_TEXT, "whose ledger it is"),
	MEMBER(pin.handle, "handle", MEMBER_TEXT, "the device in the YAML"),
	MEMBER(pin.select, "select", MEMBER_TEXT, "the names by which it was selected"),
	MEMBER(pin.state, "state", MEMBER_TEXT, "out-of-service: no boot brings back what was set on it"),
	MEMBER(pin.address, "address", MEMBER_TEXT, "the function that it was"),
	MEMBER(pin.path, "path", MEMBER_TEXT, "the bridges above it"),
	MEMBER(pin.serial, "serial", MEMBER_TEXT, "its serial number"),
	MEMBER(pin.nvme_serial, "nvme_serial", MEMBER_TEXT, "its serial number as an NVMe drive"),
	MEMBER(pin.mac, "mac", MEMBER_TEXT, "its permanent MAC"),
	MEMBER(pin.vendor, "vendor", MEMBER_TEXT, "its vendor id"),
	MEMBER(pin.device, "device", MEMBER_TEXT, "its device id"),
	MEMBER(pin.cntlid, "cntlid", MEMBER_TEXT,
		"of a drive: its controller identifier, which tells its ports apart"),
	MEMBER(from, "from", MEMBER_TEXT,
		"of moved: where it stood, or SERIAL@ADDRESS when another one has been noted there since"),
	MEMBER(plan, "plan", MEMBER_TEXT, "the id of the plan that the run applies"),
	MEMBER(boot_id, "boot_id", MEMBER_TEXT,
		"the boot that the line is from; of applied: the one in which "
		"it was set last, when the run cannot tell whether it did"),
	MEMBER(note, "note", MEMBER_TEXT, "what --note said"),
	MEMBER(what, "what", MEMBER_TEXT,
		"of run-begin: restore, of a run that puts back what a boot took away; part, of one that was "
		"meant for a part of its wish (--target); of applied: partial, of a number of VFs that a run "
		"held back from drivers before it came to no good end: what it was to set on them may be "
		"missing; of applied and released: passing, of a number of VFs at which it came to that end "
		"on its way to another: the next boot brings back what stood before; halfway, of what a VF "
		"has of a drive, and of the driver that it lets go for it, when the run died in between: "
		"restore brings back what stood before"),
	MEMBER(steps, "steps", MEMBER_TEXT, "how many steps the plan has"),
	MEMBER(wish, "wish", MEMBER_TEXT, "the digest of what is wished, whatever the machine is like"),
	MEMBER(about, "about", MEMBER_TEXT,
		"the functions and guests that are wished for, or *: what a later run must name to stand for "
		"it"),
	MEMBER(plan_file, "plan_file", MEMBER_TEXT, "the digest of the plan that is kept for resume"),
	MEMBER(takes_back, "takes_back", MEMBER_TEXT, "the number of the run-begin whose run it takes back"),
	MEMBER(finishes, "finishes", MEMBER_TEXT,
		"the number of the run-begin whose run this goes on with: it had the same wish, and came to "
		"no good end"),
	MEMBER(knob, "knob", MEMBER_TEXT, "what was turned"),
	MEMBER(target, "target", MEMBER_TEXT, "whose knob it is"),
	MEMBER(object, "object", MEMBER_TEXT, "as people know it"),
	MEMBER(pf, "pf", MEMBER_TEXT, "of a virtual function: the function that it goes away with"),
	MEMBER(original, "original", MEMBER_TEXT, "what it read before pawl's first write"),
	MEMBER(before, "before", MEMBER_TEXT, "what it read before the run"),
	MEMBER(value, "value", MEMBER_TEXT, "what pawl set it to last"),
	MEMBER(outcome, "outcome", MEMBER_TEXT, "the run's exit code, died, or lost: its journal was"),
	MEMBER(done, "done", MEMBER_TEXT, "how many steps were done, or so already"),
	MEMBER(who, "who", MEMBER_TEXT, "whose word on a secure domain it is; none: it came with a plan"),
	{ 0 },
};

/* A line without its knob and values would be taken back as something that pawl never did. */
static bool setting_is_whole(const struct ledger_line *line)
{
	const struct knob *knob = line->knob ? knob_find(line->knob) : NULL;

	return knob && line->target && line->original && line->before && knob_is_of(knob, line->target) &&
	       (!line->pf || address_valid(line->pf));
}

static bool machine_is_whole(const struct ledger_line *line)
{
	return line->version > 0;
}

static bool pin_is_whole(const struct ledger_line *line)
{
	return line->pin.handle && line->pin.address;
}

static bool moved_is_whole(const struct ledger_line *line)
{
	return line->pin.address && line->from;
}

static bool begin_is_whole(const struct ledger_line *line)
{
	return line->plan && line->time && line->steps;
}

static bool applied_is_whole(const struct ledger_line *line)
{
	return line->value && setting_is_whole(line);
}

/* A rollback only tells of it. */
static bool kept_is_whole(const struct ledger_line *line)
{
	return line->knob && knob_find(line->knob) && line->target && line->before && line->value;
}

static bool domain_is_whole(const struct ledger_line *line)
{
	return line->target && line->value;
}

/* Digests, of what is not known none (closure.h): of what else stands there nobody has seen the plan. */
static bool consent_is_whole(const struct ledger_line *line)
{
	return domain_is_whole(line) && line->value[strspn(line->value, "0123456789abcdef:-")] == '\0';
}

static bool word_is_whole(const struct ledger_line *line)
{
	return line->target && line->who && line->boot_id;
}

static bool end_is_whole(const struct ledger_line *line)
{
	return line->outcome && line->done;
}

static const struct {
	struct ledger_event shown;
	bool (*is_whole)(const struct ledger_line *);
} events[N_LEDGER_EVENTS + 1] = {
	[LEDGER_MACHINE] = { { "machine", "the first line: the ledger's version, and whose it is" },
		machine_is_whole },
	[LEDGER_PIN] = { { "pin", "which function a device of the YAML was" }, pin_is_whole },
	[LEDGER_RUN_BEGIN] = { { "run-begin", "a run begins to apply its plan" }, begin_is_whole },
	[LEDGER_APPLIED] = { { "applied", "the run has set a knob" }, applied_is_whole },
	[LEDGER_RELEASED] = { { "released",
				      "a knob is back at its original; without value: gone with the "
				      "function that it was of, or somebody has changed it and an apply left "
				      "it so" },
		setting_is_whole },
	[LEDGER_KEPT] = { { "kept", "the run has set a knob that no run takes back" }, kept_is_whole },
	[LEDGER_CONSENT] = { { "consent", "to the secure domain `target`; value: the digest of it" },
		consent_is_whole },
	[LEDGER_ASSUMED] = { { "assumed", "`target` may be secure since the boot `value`" },
		domain_is_whole },
	[LEDGER_REVOKED] = { { "revoked", "consent to `target` is taken back" }, word_is_whole },
	[LEDGER_SETTLED] = { { "settled", "`target` is ordinary again, as `who` says after a cold start" },
		word_is_whole },
	[LEDGER_NAMED] = { { "named",
				   "`object` is the namespace `value` of an NVMe drive from now on; or the "
				   "controllers `value` have it, of which pawl has not given those of "
				   "`before`: the files say so, or the journal of a lost ledger" },
		kept_is_whole },
	[LEDGER_MOVED] = { { "moved",
				   "the function has come from another place: what is known of it there is "
				   "of this one from now on" },
		moved_is_whole },
	[LEDGER_RUN_END] = { { "run-end", "how the run ended" }, end_is_whole },
};

const struct ledger_event *ledger_event_at(size_t i)
{
	return i < N_LEDGER_EVENTS ? &events[i].shown : NULL;
}

size_t ledger_event_of(const struct ledger_line *line)
{
	size_t event = 0;

	while (event < N_LEDGER_EVENTS && !string_equal(line->event, events[event].shown.name))
		event++;
	return event;
}

/* The first line, and only that one, says whose ledger it is. */
static bool line_is_whole(const void *data)
{
	const struct ledger_line *line = data;
	size_t event = ledger_event_of(line);

	return event < N_LEDGER_EVENTS && (line->seq == 1) == (event == LEDGER_MACHINE) &&
	       events[event].is_whole(line);
}

const struct record_row ledger_row = {
	.path = "var/lib/pawl/ledger",
	.name = "ledger",
	.damaged = "ledger-damaged",
	.torn = "ledger-torn",
	.unreadable = "ledger-unreadable",
	.unwritable = "ledger-unwritable",
	.lost = "which function each device was, and what pawl has set, cannot be told",
	.members = members,
	.size = sizeof(struct ledger_line),
	.crc = true,
	.is_whole = line_is_whole,
};

struct ledger_line ledger_line_released(const struct applied *applied)
{
	return (struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_RELEASED)->name,
		.knob = (char *)applied->knob->name,
		.target = applied->target,
		.object = applied->object,
		.pf = applied->pf,
		.original = applied->original,
		.before = applied->value };
}

struct ledger_line ledger_line_confirmed(const struct applied *applied)
{
	struct ledger_line line = ledger_line_released(applied);

	line.event = (char *)ledger_event_at(LEDGER_APPLIED)->name;
	line.value = applied->value;
	line.boot_id = applied->boot_id;
	return line;
}

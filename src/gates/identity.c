/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on devices that are other ones than when they were last applied. */
#include "gates_rows.h"
#include <string.h>

/* Whose step is asked about has one device; of the whole plan all are asked about. */
static bool is_asked_about(const struct question *question, const struct resource *device)
{
	const struct resource *own = question->step ? step_resource(question->step) : NULL;

	return device->kind == &kind_device &&
	       (!question->step || (own && resource_above(own, &kind_device) == device));
}

/*
 * A member's handle is its address, and no file can say that it is elsewhere now. A restore and a rollback
 * have no `select`: the configuration that was applied has.
 */
static const char *hint_of(
	const struct question *question, const struct resource *device, const struct function *moved)
{
	if (strchr(device->name, '.'))
		return "put the cards back; or take the set apart in the files: a device for each, selected "
		       "by its serial number, that says by `adopt` which namespaces are its own";
	if (device->at.line)
		return question->gate->fix;
	return moved ? "apply its configuration: `select` by serial number or MAC finds it there, one by "
		       "address is mended first; or put the card back"
		     : "put the card back; or apply a configuration that means the one that is there";
}

static void refuse_replaced(const struct question *question, const struct resource *device,
	const struct pin *pin, struct pin_search *search, const char *words)
{
	const struct function *function = device_function(question->now, device);
	const struct function *moved = pin_search(search, pin);
	AUTO_FREE char *where = moved ? text_print("; that one is at %s now", moved->address) : NULL;

	gate_refuse_for(question, device, DEVICE_SELECT, hint_of(question, device, moved),
		"%s is another device than when %s was last applied: %s%s", function->address, pin->handle,
		words, where ? where : "");
}

static void judge_replaced(const struct question *question)
{
	const struct state *want = question->plan->want;
	struct pin_search search = { .survey = question->now };

	for (size_t i = 0; i < want->n; i++) {
		const struct resource *device = want->all[i];
		const struct function *function =
			is_asked_about(question, device) ? device_function(question->now, device) : NULL;
		const struct pin *pin =
			function ? pins_of(&question->now->pins, device->name, function) : NULL;
		AUTO_TEXT struct text words = { 0 };

		if (pin && pin_is_replaced(pin, function, &words))
			refuse_replaced(question, device, pin, &search, text_string(&words));
	}
	pin_search_free(&search);
}

/* The devices by what effects call them: the address of their function. */
static void devices_index(const struct state *want, struct lookup *by_address)
{
	for (size_t i = 0; i < want->n; i++) {
		const struct device_body *body = want->all[i]->body;

		if (want->all[i]->kind == &kind_device && body->address)
			lookup_add(by_address, hash_string(0, body->address), i);
	}
}

static const struct resource *device_indexed(
	const struct state *want, const struct lookup *by_address, const char *address)
{
	size_t cursor = 0, at;

	while (lookup_next(by_address, hash_string(0, address), &cursor, &at))
		if (string_equal(((const struct device_body *)want->all[at]->body)->address, address))
			return want->all[at];
	return NULL;
}

/* Why it cannot be told that the function is the pinned one; NULL: it can, or it could never be. */
static const char *doubt_of(const struct pin *pin, const struct function *function)
{
	const struct function *card = function->physfn ? function->physfn : function;
	const struct reading *serial = &card->identity[I_SERIAL];

	if (!pin->serial || serial->is == R_VALUE || pin_compare(pin, function, NULL) != PIN_UNTOLD)
		return NULL;
	if (serial->is == R_ABSENT)
		return "it has none now";
	return serial->text ? serial->text : "not known";
}

static void judge_doubt(
	const struct question *question, const struct step *step, const struct resource *device)
{
	const struct function *function = device ? device_function(question->now, device) : NULL;
	const struct pin *pin = function ? pins_of(&question->now->pins, device->name, function) : NULL;
	const char *why = pin ? doubt_of(pin, function) : NULL;
	AUTO_FREE char *hint = NULL;

	if (!why)
		return;
	hint = text_print("let it tell its serial number: `echo on > /sys/bus/pci/devices/%s/power/control`",
		function->address);
	gate_refuse_for(question, device, DEVICE_SELECT, hint,
		"%s of %s can never be taken back, and whether %s is the device that %s was when it was last "
		"applied is not known: serial number %s then, now %s",
		step->knob->name, step->object, function->address, pin->handle, pin->serial, why);
}

static void judge_step_doubts(
	const struct question *question, const struct step *step, const struct lookup *by_address)
{
	const struct state *want = question->plan->want;
	const struct resource *own = step_resource(step);

	judge_doubt(question, step, own ? resource_above(own, &kind_device) : NULL);
	for (size_t i = 0; i < step->n_effects; i++) {
		const char *object = step->effects[i].object;
		const struct function *function = survey_function(question->now, object);
		const struct function *card = function && function->physfn ? function->physfn : function;

		judge_doubt(question, step,
			card ? device_indexed(want, by_address, card->address) : device_named(want, object));
	}
}

/* What can be undone may be done to a card that may be another one; what can never be, not. */
static void judge_doubts(const struct question *question)
{
	const struct plan *plan = question->plan;
	struct lookup by_address = { 0 };

	for (size_t i = 0; question->now->pins.n > 0 && i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		if (!(step->flags & (STEP_ONE_WAY | STEP_DATA_LOSS)) ||
			(question->step && question->step != step))
			continue;
		if (!by_address.n)
			devices_index(plan->want, &by_address);
		judge_step_doubts(question, step, &by_address);
	}
	lookup_free(&by_address);
}

static void judge_identity(const struct question *question)
{
	if (question->now->pins.n == 0)
		return;
	judge_replaced(question);
	judge_doubts(question);
}

const struct gate gate_identity_changed = {
	.id = "identity-changed",
	.question = "Is each device still the one that it was when it was last applied?",
	.explain =
		"An address names a place, not a card. At each apply pawl notes of every device its "
		"address, the bridges above it, its serial number (as an NVMe drive too), permanent MAC, "
		"vendor and device id. When another card stands there, neither what is wished nor what was "
		"consented to may be meant for it, by whatever name the device goes now. Once that is "
		"allowed and applied, the device is the new card. A serial number cannot be read while "
		"a card sleeps (power/runtime_status), a MAC and "
		"a drive's number while another driver has it. So only what can never be taken back waits "
		"for an answer, and only for a serial number, which waking the card brings back: under the "
		"driver that hands a card to guests the others are always hidden. Cards that have neither "
		"number nor MAC are told apart by their ids alone.",
	.fix = "compare with `pawl show`; put the card back, or mend `select`",
	.weight = WEIGHT_ALLOWABLE,
	.unknown_is = ANSWER_GOOD,
	.judge = judge_identity,
};

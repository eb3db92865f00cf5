/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on which function a device is. */
#include "devices.h"
#include "gates_rows.h"

/* Of several keys, which layers may give, the one that does not fit is the cause. */
static struct place misfit_place(const struct question *question, const struct resource *device)
{
	size_t row = candidates_misfit(device->body, question->now);

	return row == N_SELECT ? resource_place(device, DEVICE_SELECT)
			       : resource_place_in(device, DEVICE_SELECT, row);
}

static void refuse_missing(const struct question *question, const struct resource *device, const char *words)
{
	const struct blame blame = { device->name, question->gate->fix, misfit_place(question, device) };

	gate_refuse_blame(question, &blame, "%s", words);
}

static void judge_not_found(const struct question *question)
{
	const struct resource *device;

	for (size_t cursor = 0; (device = next_resource(question, &kind_device, &cursor));) {
		const struct device_body *body = device->body;
		size_t expected = (size_t)device_expects(body);
		AUTO_TEXT struct text text = { 0 };
		struct selection selection;

		if (!device_is_missing(body))
			continue;
		select_find(&body->select, device->name, expected, question->now, &selection);
		if (selection.undecided)
			candidates_undecided(body, &selection, &text);
		else if (selection.n < expected)
			candidates_near(body, &selection, question->now, &text);
		if (text.length)
			refuse_missing(question, device, text_string(&text));
		selection_free(&selection);
	}
}

const struct gate gate_device_not_found = {
	.id = "device-not-found",
	.question = "Is there a function for each device that is wished for?",
	.explain =
		"A device names one PCI function by what `select` says of it, or as many as `expect` says. "
		"When fewer fit, a card may be in another slot, powered off, or its name written wrongly; "
		"pawl never takes the next best one, and no set with a member missing. What is broken or "
		"pulled gets `state: out-of-service`.",
	.fix = "compare with `pawl show`; write the address or the bridge path that it prints",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_not_found,
};

/* More functions than are expected: which one is meant cannot be told. */
static void judge_too_many(const struct question *question, const struct resource *device)
{
	const struct device_body *body = device->body;
	size_t expected = (size_t)device_expects(body);
	AUTO_TEXT struct text text = { 0 };
	struct selection selection;

	if (!device_is_missing(body))
		return;
	select_find(&body->select, device->name, expected, question->now, &selection);
	if (selection.n > expected && !selection.undecided) {
		candidates_many(body, &selection, &text);
		gate_refuse_for(question, device, DEVICE_SELECT,
			expected > 1 ? "give `select` another key that those alone have that are meant, or "
				       "say another number with `expect`"
				     : "give `select` another key that one of them alone has, or say with "
				       "`expect` how many are meant",
			"%s", text_string(&text));
	}
	selection_free(&selection);
}

/* The device before this one that is the same function; NULL: none is, and this one is remembered. */
static const struct resource *earlier_find(
	struct lookup *seen, const struct state *want, const struct resource *device, size_t position)
{
	const char *address = ((const struct device_body *)device->body)->address;
	size_t cursor = 0, at;

	if (!address)
		return NULL;
	while (lookup_next(seen, hash_string(0, address), &cursor, &at))
		if (string_equal(((const struct device_body *)want->all[at]->body)->address, address))
			return want->all[at];
	lookup_add(seen, hash_string(0, address), position);
	return NULL;
}

static void judge_doubles(const struct question *question)
{
	const struct state *want = question->plan->want;
	struct lookup seen = { 0 };

	for (size_t i = 0; i < want->n; i++) {
		const struct resource *device = want->all[i], *earlier;

		earlier = device->kind == &kind_device ? earlier_find(&seen, want, device, i) : NULL;
		if (earlier)
			gate_refuse(question, device, DEVICE_SELECT, "%s is already the device %s (line %u)",
				((const struct device_body *)device->body)->address, earlier->name,
				earlier->at.line);
	}
	lookup_free(&seen);
}

/* The pool of the VF that this device selects, when it wishes a driver for it; NULL: it does not. */
static const struct resource *pool_with_wish(const struct question *question, const struct function *vf)
{
	const struct resource *pool;
	struct place place;

	for (size_t cursor = 0; (pool = next_resource(question, &kind_vf_pool, &cursor));)
		if (device_function(question->now, pool) == vf->physfn &&
			pool_driver(pool, (int64_t)vf->vf_number, &place))
			return pool;
	return NULL;
}

static bool means(const struct resource *device, const struct function *function)
{
	const struct select *select = &((const struct device_body *)device->body)->select;

	for (size_t row = 0; row < N_SELECT; row++)
		if (field_given(select, row) &&
			select_fits(select, (enum select_row)row, function, NULL) != FIT_YES)
			return false;
	return true;
}

/* The device out of service that means this function; NULL: none does. */
static const struct resource *out_of_service(const struct question *question, const struct function *function)
{
	const struct state *want = question->plan->want;

	for (size_t i = 0; function && i < want->n; i++)
		if (want->all[i]->kind == &kind_device && device_is_out_of_service(want->all[i]->body) &&
			means(want->all[i], function))
			return want->all[i];
	return NULL;
}

static void judge_ambiguous(const struct question *question)
{
	const struct resource *device, *broken;

	for (size_t cursor = 0; (device = next_resource(question, &kind_device, &cursor));) {
		const struct function *function = device_function(question->now, device);
		bool is_vf = function && function->physfn;
		const struct resource *pool = is_vf ? pool_with_wish(question, function) : NULL;

		judge_too_many(question, device);
		if ((broken = out_of_service(question, function)))
			gate_refuse(question, device, DEVICE_SELECT,
				"%s is %s (line %u), which is out of service", function->address,
				broken->name, broken->at.line);
		if (pool)
			gate_refuse(question, device, DEVICE_SELECT,
				"%s is one of %s (line %u), which wishes a driver for it", function->address,
				pool->name, pool->at.line);
	}
	if (!question->step)
		judge_doubles(question);
}

const struct gate gate_device_ambiguous = {
	.id = "device-ambiguous",
	.question = "Does each device mean functions of its own, and no more than it expects?",
	.explain = "When more functions fit than are expected, pawl does not choose. Two devices that select "
		   "the same function would each wish something of it, and whichever came last would win. "
		   "pawl applies neither.",
	.fix = "give `select` a key that tells them apart, or keep one of the two devices",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_ambiguous,
};

/* The step that takes away all VFs of this PF, NULL when the plan has none. */
static const struct step *find_removal(const struct plan *plan, const struct function *pf)
{
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_numvfs &&
			string_equal(plan->steps[i]->target, pf->address) &&
			string_equal(plan->steps[i]->after, "0"))
			return plan->steps[i];
	return NULL;
}

static void judge_in_removal(const struct question *question)
{
	const struct resource *device;

	for (size_t cursor = 0; (device = next_resource(question, &kind_device, &cursor));) {
		const struct function *vf = device_function(question->now, device);
		const struct step *removal =
			vf && vf->physfn ? find_removal(question->plan, vf->physfn) : NULL;

		if (removal)
			gate_refuse(question, device, DEVICE_SELECT,
				"%s is VF %zu of %s, which the same wish removes (%s)", vf->address,
				vf->vf_number, vf->physfn->address, removal->object);
	}
}

const struct gate gate_device_in_removal = {
	.id = "device-in-removal",
	.question = "Does every device that is wished for outlive the plan?",
	.explain = "A device that selects a virtual function disappears when the count of its physical "
		   "function is changed. What was wished for it could not hold.",
	.fix = "take the device out of the file, or leave the count of its physical function as it is",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_in_removal,
};

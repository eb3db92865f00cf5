/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on which function a device is. */
#include "gates_rows.h"

enum { CANDIDATES = 8 }; /* more would hide the message that they belong to */

/* The functions that can have VFs: what people usually meant. */
static void add_candidates(const struct survey *survey, struct text *text)
{
	size_t shown = 0;

	for (size_t i = 0; i < survey->n && shown < CANDIDATES; i++)
		if (function_text(survey->functions[i], A_TOTALVFS)) {
			AUTO_FREE char *path = function_bridge_path(survey->functions[i]);
			text_addf(text, "%s %s (%s)", shown++ ? "," : "; with SR-IOV there are",
				survey->functions[i]->address, path ? path : "no bridge path");
		}
}

static void add_wish(const struct select *select, struct text *text)
{
	if (field_given(select, SELECT_PCI))
		text_addf(text, " pci \"%s\"", select->pci);
	if (field_given(select, SELECT_PATH))
		text_addf(text, " path \"%s\"", select->path);
}

static void judge_not_found(const struct question *question)
{
	const struct resource *device;

	for (size_t cursor = 0; (device = next_resource(question, &kind_device, &cursor));) {
		const struct device_body *body = device->body;
		AUTO_TEXT struct text text = { 0 };

		if (body->address)
			continue;
		add_wish(&body->select, &text);
		add_candidates(question->now, &text);
		gate_refuse(question, device, DEVICE_SELECT, "no PCI function has%s", text_string(&text));
	}
}

const struct gate gate_device_not_found = {
	.id = "device-not-found",
	.question = "Is there exactly one function for each device that is wished for?",
	.explain = "A device names one PCI function by what `select` says of it. When nothing fits, the card "
		   "may be "
		   "in another slot, powered off, or the address written wrongly; pawl never takes the next "
		   "best one.",
	.fix = "compare with `pawl show`; write the address or the bridge path that it prints",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_not_found,
};

/* The other device of the same address that the file gives first. */
static const struct resource *earlier_twin(const struct plan *plan, const struct resource *device)
{
	const struct device_body *body = device->body;

	for (size_t i = 0; plan->want->all[i] != device; i++) {
		const struct resource *other = plan->want->all[i];

		if (other->kind == &kind_device &&
			string_equal(((const struct device_body *)other->body)->address, body->address))
			return other;
	}
	return NULL;
}

/* The pool that wishes a driver for the VF which this device selects, NULL when there is none. */
static const struct resource *pool_with_wish(const struct question *question, const struct resource *device)
{
	const struct function *vf = device_function(question->now, device);
	const struct state *want = question->plan->want;

	for (size_t i = 0; vf && vf->physfn && i < want->n; i++)
		if (want->all[i]->kind == &kind_vf_pool && resource_given(want->all[i], POOL_DRIVER) &&
			device_function(question->now, want->all[i]) == vf->physfn)
			return want->all[i];
	return NULL;
}

static void judge_ambiguous(const struct question *question)
{
	const struct resource *device;

	for (size_t cursor = 0; (device = next_resource(question, &kind_device, &cursor));) {
		const struct device_body *body = device->body;
		const struct resource *twin = body->address ? earlier_twin(question->plan, device) : NULL;
		const struct resource *pool = pool_with_wish(question, device);

		if (twin)
			gate_refuse(question, device, DEVICE_SELECT, "%s is already the device %s (line %u)",
				body->address, twin->name, twin->at.line);
		if (pool)
			gate_refuse(question, device, DEVICE_SELECT,
				"%s is one of %s (line %u), which wishes a driver for all of them",
				body->address, pool->name, pool->at.line);
	}
}

const struct gate gate_device_ambiguous = {
	.id = "device-ambiguous",
	.question = "Is each function meant by one device only?",
	.explain = "Two devices that select the same function would each wish something of it, and whichever "
		   "came "
		   "last would win. pawl applies neither.",
	.fix = "keep one of the two devices, or make their `select` differ",
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
		   "function is "
		   "changed. What was wished for it could not hold.",
	.fix = "take the device out of the file, or leave the count of its physical function as it is",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_in_removal,
};

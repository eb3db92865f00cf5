/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on which function a device is. */
#include "gates_rows.h"
#include <stdlib.h>

enum { CANDIDATES = 8 }; /* more would hide the message that they belong to */

static const struct device_body *device_of(const struct resource *resource)
{
	return resource->kind == &kind_device ? resource->body : NULL;
}

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

static void judge_not_found(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	(void)step, (void)then;
	for (size_t i = 0; i < plan->want->n; i++) {
		const struct device_body *device = device_of(plan->want->all[i]);
		AUTO_TEXT struct text text = { 0 };

		if (!device || device->address)
			continue;
		add_wish(&device->select, &text);
		add_candidates(now, &text);
		gate_refuse(gate, plan->want->all[i], DEVICE_SELECT, report, "no PCI function has%s",
			text_string(&text));
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

static const struct resource *earlier_with_address(
	const struct plan *plan, size_t before, const char *address)
{
	for (size_t i = 0; i < before; i++) {
		const struct device_body *device = device_of(plan->want->all[i]);
		if (device && string_equal(device->address, address))
			return plan->want->all[i];
	}
	return NULL;
}

static void judge_ambiguous(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	(void)step, (void)now, (void)then;
	for (size_t i = 0; i < plan->want->n; i++) {
		const struct device_body *device = device_of(plan->want->all[i]);
		const struct resource *twice =
			device && device->address ? earlier_with_address(plan, i, device->address) : NULL;
		if (twice)
			gate_refuse(gate, plan->want->all[i], DEVICE_SELECT, report,
				"%s is already the device %s (line %u)", device->address, twice->name,
				twice->at.line);
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

/* The pool step that takes away VFs of this PF. */
static bool is_removal(const struct step *step)
{
	return step->knob == &knob_numvfs && string_equal(step->after, "0");
}

static void judge_in_removal(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	(void)step, (void)then;
	for (size_t i = 0; i < plan->want->n; i++) {
		const struct resource *device = plan->want->all[i];
		const struct function *vf = device_of(device) ? device_function(now, device) : NULL;
		const struct step *count =
			vf && vf->physfn ? find_step(plan, &knob_numvfs, vf->physfn->address) : NULL;

		if (count && is_removal(count))
			gate_refuse(gate, device, DEVICE_SELECT, report,
				"%s is VF %zu of %s, which the same wish removes (%s)", vf->address,
				vf->vf_number, vf->physfn->address, count->object);
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

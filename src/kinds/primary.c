/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an NVMe drive's own controller keeps of what its VFs need: derived where they have too little. */
#include "kinds_rows.h"
#include "nvme.h"
#include "nvme_command.h"
#include "share.h"

static const struct field fields[] = {
	[PRIMARY_QUEUES] = { .name = "queues",
		.help = "flexible queues of the drive's own controller",
		.type = &value_number,
		.offset = FIELD_AT(struct primary_body, keeps[PRIMARY_QUEUES], int64_t),
		.max = MOST_RESOURCES,
		.cost = COST_REBIND },
	[PRIMARY_INTERRUPTS] = { .name = "interrupts",
		.help = "flexible interrupts of the drive's own controller",
		.type = &value_number,
		.offset = FIELD_AT(struct primary_body, keeps[PRIMARY_INTERRUPTS], int64_t),
		.max = MOST_RESOURCES,
		.cost = COST_REBIND },
	{ 0 },
};

/*
 * It is short, and would not be without what the drive itself holds. What controllers have of which the wish
 * says nothing, somebody has given them, and the reset would take that, too.
 */
static bool is_needed(const struct shares_fit *fit)
{
	return fit->needed > fit->left && fit->primary > 0 && fit->needed <= fit->left + fit->primary;
}

/*
 * Huawei's drives have action 1 as Primary Controller Remove, by a number to take away, where the
 * specification has one to keep (ES3000 V3 NVMe PCIe SSD User Guide, issue 20, table A-36; V5 and V6 are
 * taken to be like it).
 */
bool primary_removes(const struct function *pf)
{
	const struct reading *model = &pf->identity[I_NVME_MODEL];

	return model->is == R_VALUE && string_starts(model->text, "HWE");
}

/* A reset takes all from VFs: while some stay nothing is derived, and a gate says what is short. */
static bool vfs_stay(const struct resource *nvme, const struct state *want, const struct function *pf)
{
	const struct resource *pool = pool_of(want, nvme);
	int64_t now = 0;

	function_number(pf, A_NUMVFS, &now);
	return !pool || (now > 0 && now == ((const struct pool_body *)pool->body)->count);
}

static void keep(struct resource *primary, enum flexible resource, uint64_t number)
{
	struct primary_body *body = primary->body;

	body->keeps[resource] = (int64_t)number;
	field_set_given(body, resource);
}

void primary_derive(const struct resource *nvme, const struct survey *survey, struct state *state)
{
	const struct function *pf = device_function(survey, nvme);
	AUTO_FREE char *name = text_print("%s." PRIMARY_KEY, nvme->name);
	struct shares_fit fits[N_FLEXIBLE];
	struct resource *primary;
	bool needed = false, others = false;

	if (!drive_told(pf) || primary_removes(pf) || vfs_stay(nvme, state, pf))
		return;
	for (enum flexible i = 0; i < N_FLEXIBLE; i++) {
		shares_fit(nvme, state, pf, i, &fits[i]);
		needed |= is_needed(&fits[i]);
		others |= fits[i].others > 0;
	}
	if (!needed || others)
		return;
	primary = state_add(state, &kind_primary, name, nvme);
	primary->at = nvme->at;
	for (enum flexible i = 0; i < N_FLEXIBLE; i++)
		keep(primary, i, is_needed(&fits[i]) ? 0 : fits[i].primary);
}

static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct function *pf = device_function(survey, want);

	(void)report;
	if (!drive_told(pf))
		return 0;
	for (enum flexible i = 0; i < N_FLEXIBLE; i++)
		keep(have, i, pf->drive->numbers[flexible_resources[i].primary]);
	return 0;
}

static void print(const struct resource *primary, struct text *text)
{
	const struct primary_body *body = primary->body;
	uint64_t numbers[N_FLEXIBLE];

	for (enum flexible i = 0; i < N_FLEXIBLE; i++)
		numbers[i] = (uint64_t)body->keeps[i];
	primary_print(numbers, text);
}

/* In between: the VFs of before lose their shares with the reset, and new ones find what it gives back. */
static void add_step(const struct change *change, const struct function *pf, struct plan *plan)
{
	AUTO_TEXT struct text before = { 0 }, after = { 0 };
	AUTO_FREE char *lock = function_device(pf);
	const struct resource *device = resource_above(change->want, &kind_device);
	struct step *step;

	print(change->have, &before);
	print(change->want, &after);
	step = plan_add(plan, &(struct step){ .knob = &knob_primary,
				      .target = pf->address,
				      .before = (char *)text_string(&before),
				      .after = (char *)text_string(&after),
				      .object = device->name,
				      .lock = lock,
				      .why = change,
				      .flags = STEP_SLOW | STEP_DISRUPTIVE });
	step_affects(step, EFFECT_DISK_LOST, pf->address, false);
	for (size_t i = 0; i < plan->n; i++) {
		struct step *count = plan->steps[i];

		if (count->knob != &knob_numvfs || !string_equal(count->target, pf->address))
			continue;
		if (string_equal(count->after, "0"))
			step_needs(step, count, AFTER_DONE);
		else
			step_needs(count, step, AFTER_DONE);
	}
}

static void steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	for (size_t i = 0; i < changes->n; i++) {
		const struct function *pf = device_function(survey, changes->all[i].want);

		if (pf && changes->all[i].have)
			add_step(&changes->all[i], pf, plan);
	}
}

const struct kind kind_primary = {
	.name = "nvme_primary",
	.summary = "what an NVMe drive's own controller keeps of what its virtual functions could have",
	.under = "nvme",
	.size = sizeof(struct primary_body),
	.fields = fields,
	.observe = observe,
	.steps = steps,
};

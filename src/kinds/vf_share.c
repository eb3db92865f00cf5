/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the controller of one VF of an NVMe drive has: queues, interrupts, and whether it is online. */
#include "kinds_rows.h"
#include "lookup.h"
#include "object.h"
#include "share.h"

static const struct field fields[] = {
	[SHARE_QUEUES] = { .name = "queues",
		.help = "flexible queues of the VF's controller",
		.type = &value_number,
		.offset = FIELD_AT(struct share_body, queues, int64_t),
		.max = MOST_RESOURCES,
		.cost = COST_REBIND },
	[SHARE_INTERRUPTS] = { .name = "interrupts",
		.help = "flexible interrupts of the VF's controller",
		.type = &value_number,
		.offset = FIELD_AT(struct share_body, interrupts, int64_t),
		.max = MOST_RESOURCES,
		.cost = COST_REBIND },
	[SHARE_ONLINE] = { .name = "online",
		.help = "whether the VF's controller works",
		.type = &value_flag,
		.offset = FIELD_AT(struct share_body, online, bool),
		.cost = COST_REBIND },
	{ 0 },
};

static const char *device_name(const struct resource *share)
{
	return resource_above(share, &kind_device)->name;
}

static size_t row_of(enum vf_setting setting)
{
	return (size_t)(setting - VF_QUEUES) + SHARE_QUEUES;
}

void share_take(struct share_body *body, enum vf_setting setting, const char *text)
{
	field_take(fields, row_of(setting), body, text);
}

static const struct function *share_vf(const struct survey *survey, const struct resource *share)
{
	const struct function *pf = device_function(survey, share);
	const struct share_body *body = share->body;

	return pf ? pool_vf(pf, body->vfs, body->vf) : NULL;
}

/* A drive that gives nothing away has no such settings: a gate says so in its words. */
static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct function *vf = share_vf(survey, want);
	const char *text;

	for (enum vf_setting i = VF_QUEUES; vf && i < N_VF_SETTINGS; i++) {
		if (vf->setting[i].is == R_ABSENT)
			continue;
		if (setting_known(vf, i, want, row_of(i), report, &text) < 0)
			return -1;
		share_take(have->body, i, text);
	}
	return 0;
}

/* Going offline takes all of them away: who says one says what becomes of the others. */
static bool has_word(const struct resource *share, const struct knob *knob, int64_t vf)
{
	return ((const struct share_body *)share->body)->vf == vf && knob_is_of_share(knob);
}

static struct share share_of(const struct resource *resource)
{
	const struct share_body *body = resource ? resource->body : NULL;
	struct share share = { 0 };

	if (body && field_given(body, SHARE_QUEUES))
		share_tell(&share, VF_QUEUES, body->queues);
	if (body && field_given(body, SHARE_INTERRUPTS))
		share_tell(&share, VF_INTERRUPTS, body->interrupts);
	if (body && field_given(body, SHARE_ONLINE))
		share_tell(&share, VF_ONLINE, body->online);
	return share;
}

/* Another kind makes the steps of these. */
static void drivers_find(const struct plan *plan, struct lookup *changing)
{
	for (size_t i = 0; i < plan->changes.n; i++)
		if (plan->changes.all[i].want->kind == &kind_driver)
			lookup_add(changing, hash_string(0, plan->changes.all[i].want->name), i);
}

static bool driver_changes(
	const struct resource *share, const struct plan *plan, const struct lookup *changing)
{
	const struct share_body *body = share->body;
	AUTO_FREE char *name = name_print(device_name(share), body->vf, kind_driver.key);
	size_t cursor = 0, at;

	while (lookup_next(changing, hash_string(0, name), &cursor, &at))
		if (string_equal(plan->changes.all[at].want->name, name))
			return true;
	return false;
}

static void work_begin(struct share_work *work, const struct change *change, const struct survey *survey,
	struct plan *plan, const struct lookup *drivers)
{
	const struct share_body *body = change->want->body;
	const struct resource *pool = pool_of(plan->want, change->want);
	const struct function *pf = device_function(survey, change->want);

	work->vf = share_vf(survey, change->want);
	work->now = share_of(work->vf ? change->have : NULL);
	work->want = share_of(change->want);
	work->like = (struct step){ .target = vf_target(pf->address, (size_t)body->vf),
		.object = name_print(device_name(change->want), body->vf, NULL),
		.lock = function_device(pf),
		.batch = text_print("%s.vf", device_name(change->want)),
		.why = change };
	work->driver = driver_changes(change->want, plan, drivers) ? DRIVER_CHANGES : share_rebinds(work->vf);
	work->last = work->vf || !pool ? NULL : pool_made_by(plan, pool);
	work->opens = work->last ? pool_opened_by(plan, work->last) : NULL;
}

static void work_end(struct share_work *work)
{
	if (work->opens)
		step_needs(work->opens, work->last, AFTER_TRIED);
	share_work_free(work);
}

/* They are of one device; all that is given back comes before what is taken. */
static void steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	const struct function *pf = device_function(survey, changes->all[0].want);
	AUTO_FREE struct share_work *works = memory_new(changes->n, sizeof(*works));
	struct lookup drivers = { 0 };

	if (!pf)
		return;
	drivers_find(plan, &drivers);
	for (size_t i = 0; i < changes->n; i++)
		work_begin(&works[i], &changes->all[i], survey, plan, &drivers);
	shares_change(plan, works, changes->n);
	for (size_t i = 0; i < changes->n; i++)
		work_end(&works[i]);
	lookup_free(&drivers);
}

const struct kind kind_vf_share = {
	.name = "vf_share",
	.summary = "what the controller of a virtual function of an NVMe drive has",
	.under = "nvme",
	.size = sizeof(struct share_body),
	.fields = fields,
	.observe = observe,
	.has_word = has_word,
	.steps = steps,
};

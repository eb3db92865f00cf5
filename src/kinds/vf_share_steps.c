/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps by which the controllers of a drive's VFs come from what they have to what they are to have. */
#include "kinds_rows.h"
#include <stdlib.h>

enum { ONLINE = VF_ONLINE - VF_QUEUES };

void share_tell(struct share *share, enum vf_setting setting, int64_t value)
{
	share->value[setting - VF_QUEUES] = value;
	share->set |= UINT64_C(1) << (setting - VF_QUEUES);
}

static bool is_told(const struct share *share, size_t i)
{
	return share->set >> i & 1;
}

static bool share_is(const struct share *share, size_t i, int64_t value)
{
	return is_told(share, i) && share->value[i] == value;
}

static bool changes(const struct share_work *work, size_t i)
{
	return is_told(&work->want, i) && !share_is(&work->now, i, work->want.value[i]);
}

/* A controller that is online takes no other resources (8.26.3; seen in the lab: status 120h). */
static bool must_go_offline(const struct share_work *work)
{
	bool differs = false;

	for (size_t i = 0; i < N_SHARES; i++)
		differs |= changes(work, i);
	return share_is(&work->now, ONLINE, 1) && differs;
}

/* What a wish leaves open stays as it is, or comes back as it was when it went away in between. */
static void complete(struct share_work *work)
{
	for (size_t i = 0; i < N_SHARES; i++)
		if (!is_told(&work->want, i) && is_told(&work->now, i))
			share_tell(&work->want, VF_QUEUES + (enum vf_setting)i, work->now.value[i]);
}

static char *value_text(const struct share *share, size_t i)
{
	const struct vf_value value = { .number = { (uint32_t)share->value[i] } };
	struct text text = { 0 };

	if (is_told(share, i))
		vf_value_print(VF_QUEUES + (enum vf_setting)i, &value, &text);
	return text_take(&text);
}

static struct step *add_step(struct plan *plan, struct share_work *work, const struct step *like)
{
	work->last = step_then(plan_add(plan, like), work->last);
	return work->last;
}

static struct step *add_setting(struct plan *plan, struct share_work *work, size_t i, int64_t to)
{
	AUTO_FREE char *before = value_text(&work->now, i), *after = NULL;
	struct step like = work->like;

	share_tell(&work->now, VF_QUEUES + (enum vf_setting)i, to);
	after = value_text(&work->now, i);
	like.knob = vf_settings[VF_QUEUES + i].knob;
	like.before = before;
	like.after = after;
	return add_step(plan, work, &like);
}

/* Where a driver goes first, its step says so. Without one somebody may have it open all the same. */
static void offline_affects(struct step *step, const struct share_work *work)
{
	bool has_driver = work->vf->attr[A_DRIVER].is != R_ABSENT;

	if (work->driver == DRIVER_STAYS || !has_driver)
		step_affects(step, EFFECT_DISK_LOST, work->vf->address, has_driver);
}

static void add_offline(struct plan *plan, struct share_work *work)
{
	struct step *step;

	if (!must_go_offline(work))
		return;
	step = add_setting(plan, work, ONLINE, 0);
	step->flags |= STEP_DISRUPTIVE | (share_is(&work->want, ONLINE, 0) ? 0 : STEP_PASSING);
	offline_affects(step, work);
	for (size_t i = 0; i < ONLINE; i++) {
		AUTO_FREE char *had = value_text(&work->now, i);

		if (!is_told(&work->now, i) || share_is(&work->now, i, 0))
			continue;
		step_sets(step, vf_settings[VF_QUEUES + i].knob, had, "0");
		work->now.value[i] = 0;
	}
}

static void add_resources(struct plan *plan, struct share_work *work, bool gives_back)
{
	for (size_t i = 0; i < ONLINE; i++)
		if (changes(work, i) &&
			(is_told(&work->now, i) && work->now.value[i] > work->want.value[i]) == gives_back)
			add_setting(plan, work, i, work->want.value[i]);
}

static void add_driver(struct plan *plan, struct share_work *work, const char *from, const char *to)
{
	struct step like = work->like;

	like.knob = &knob_driver;
	like.target = work->vf->address;
	like.before = (char *)from;
	like.after = (char *)to;
	add_step(plan, work, &like);
}

static void lets_go(struct plan *plan, struct share_work *work)
{
	if (work->driver != DRIVER_REBINDS)
		return;
	add_driver(plan, work, function_link(work->vf, A_DRIVER), "");
	work->last->flags |= STEP_DISRUPTIVE | (share_is(&work->want, ONLINE, 0) ? 0 : STEP_PASSING);
	step_takes_driver(work->last, work->vf);
}

static void goes_online(struct plan *plan, struct share_work *work)
{
	if (changes(work, ONLINE))
		add_setting(plan, work, ONLINE, work->want.value[ONLINE]);
	if (work->driver != DRIVER_REBINDS || share_is(&work->want, ONLINE, 0))
		return;
	add_driver(plan, work, "", function_link(work->vf, A_DRIVER));
}

/* nvme finds nothing of a controller that was offline below it: it must probe again (seen in the lab). */
int share_rebinds(const struct function *vf)
{
	const char *driver = vf ? function_link(vf, A_DRIVER) : NULL;

	return driver && !driver_is_stub(driver) ? DRIVER_REBINDS : DRIVER_STAYS;
}

void shares_change(struct plan *plan, struct share_work *works, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		complete(&works[i]);
		lets_go(plan, &works[i]);
		add_offline(plan, &works[i]);
	}
	for (size_t i = 0; i < n; i++)
		add_resources(plan, &works[i], true);
	for (size_t i = 0; i < n; i++)
		add_resources(plan, &works[i], false);
	for (size_t i = 0; i < n; i++)
		goes_online(plan, &works[i]);
}

void share_work_free(struct share_work *work)
{
	free(work->like.target);
	free(work->like.object);
	free(work->like.lock);
	free(work->like.batch);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the VFs of an NVMe drive had of it before comes back, all of a VF together. */
#include "put_back.h"
#include <string.h>

static int64_t value_of(enum vf_setting setting, const char *text)
{
	struct vf_value value = { 0 };

	vf_value_parse(setting, text, &value);
	return value.number[0];
}

/* Whose word brings it back: all three go when the controller goes offline, and one may be ours alone. */
static const struct applied *share_fill(
	const struct taking *taking, const char *target, struct share_work *work)
{
	const struct applied *ours = NULL;

	work->now = (struct share){ 0 };
	for (enum vf_setting setting = VF_QUEUES; setting < N_VF_SETTINGS; setting++)
		if (work->vf->setting[setting].is == R_VALUE)
			share_tell(&work->now, setting, value_of(setting, work->vf->setting[setting].text));
	work->want = work->now;
	for (enum vf_setting setting = VF_QUEUES; setting < N_VF_SETTINGS; setting++) {
		const struct applied *due = put_back_due(taking->survey, vf_settings[setting].knob, target);

		if (due)
			share_tell(&work->want, setting, value_of(setting, due->original));
		ours = due ? due : ours;
	}
	return ours;
}

static bool ends_offline(const struct survey *survey, const char *vf_address)
{
	const struct function *vf = survey_function(survey, vf_address);
	AUTO_FREE char *target = vf && vf->physfn ? vf_target(vf->physfn->address, vf->vf_number) : NULL;
	const struct applied *due = put_back_due(survey, &knob_vf_online, target);
	const struct reading *now = target ? &vf->setting[VF_ONLINE] : NULL;

	return due ? string_equal(due->original, "false")
		   : now && now->is == R_VALUE && string_equal(now->text, "false");
}

/* None of the host's stays at a controller that is offline (seen in the lab: "Device not ready"). */
bool share_finds_nothing(const struct survey *survey, const char *vf, const char *driver)
{
	return driver && *driver && !driver_is_stub(driver) && ends_offline(survey, vf);
}

bool share_let_go(const struct survey *survey, const struct applied *applied, const char *now)
{
	return applied->knob == &knob_driver && !*now &&
	       share_finds_nothing(survey, applied->target, applied->original);
}

/* Whose driver would be there and find nothing. */
void share_note(const struct asking *asking, const struct applied *applied)
{
	const struct finding note = put_back_stays(asking, applied);
	const struct survey *survey = asking->survey;
	bool is_driver = applied->knob == &knob_driver;
	const struct function *vf =
		is_driver ? survey_function(survey, applied->target) : vf_by_target(survey, applied->target);
	const char *driver = is_driver || !vf ? applied->original : function_link(vf, A_DRIVER);

	if ((!is_driver && applied->knob != &knob_vf_online) || !vf ||
		!put_back_due(survey, applied->knob, applied->target) ||
		(!is_driver && put_back_due(survey, &knob_driver, vf->address)) ||
		!share_finds_nothing(survey, vf->address, driver))
		return;
	report_add(asking->report, &note,
		"%s ends without its driver: its controller is offline again, as it was, and %s finds "
		"nothing there",
		vf->address, driver);
}

static bool work_begin(const struct taking *taking, const struct function *vf, struct share_work *work)
{
	AUTO_FREE char *target = vf_target(vf->physfn->address, vf->vf_number);
	const struct applied *ours, *driver = put_back_due(taking->survey, &knob_driver, vf->address);
	const char *dot;

	*work = (struct share_work){ .vf = vf };
	ours = share_fill(taking, target, work);
	if (!ours)
		return false;
	dot = ours->object ? strrchr(ours->object, '.') : NULL;
	work->driver = driver ? DRIVER_CHANGES : share_rebinds(vf);
	work->like = (struct step){ .target = string_copy(target),
		.object = string_copy(ours->object ? ours->object : target),
		.lock = function_device(vf),
		.batch = dot ? string_part(ours->object, (size_t)(dot - ours->object)) : string_copy(target),
		.why = taking->change };
	return true;
}

void put_back_shares(const struct taking *taking, const struct function *pf)
{
	AUTO_FREE struct share_work *works = memory_new(pf->n_virtfn + 1, sizeof(*works));
	size_t n = 0;

	for (size_t i = 0; i < pf->n_virtfn; i++)
		n += pf->virtfn[i] && work_begin(taking, pf->virtfn[i], &works[n]);
	shares_change(taking->plan, works, n);
	for (size_t i = 0; i < n; i++)
		share_work_free(&works[i]);
}

static bool is_of_share(const struct step *step, const char *vf_target)
{
	return string_equal(step->target, vf_target) && knob_is_of_share(step->knob);
}

struct step *share_first(const struct taking *taking, const char *vf_target)
{
	for (size_t i = 0; i < taking->plan->n; i++)
		if (is_of_share(taking->plan->steps[i], vf_target))
			return taking->plan->steps[i];
	return NULL;
}

struct step *share_last(const struct taking *taking, const char *vf_target)
{
	for (size_t i = taking->plan->n; i-- > 0;)
		if (is_of_share(taking->plan->steps[i], vf_target))
			return taking->plan->steps[i];
	return NULL;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What of all that pawl has set (survey->applied) is taken back, and what stays and why. */
#include "put_back.h"

/* What is set for the moment only is a debt, and paid. */
static bool is_ours(const struct applied *applied)
{
	return !(applied->knob->flags & KNOB_TEMPORARY);
}

static bool is_due(const struct survey *survey, const struct applied *applied)
{
	const char *now = applied_now(survey, applied);

	return is_ours(applied) && knob_is(applied->knob, now, applied->value) &&
	       !knob_is(applied->knob, now, applied->original) && put_back_owns(survey, applied, NULL);
}

/*
 * The driver_override that is there once all is taken back: the kernel lets no other driver bind
 * (Documentation/ABI/testing/sysfs-bus-pci, driver_override). NULL: it lets this one, or it is not known.
 */
static const char *override_against(const struct survey *survey, const struct applied *driver)
{
	const struct applied *ours = applied_find(&survey->applied, &knob_override, driver->target);
	const struct applied here = { .knob = &knob_override, .target = driver->target };
	const char *stays = ours && is_due(survey, ours) ? ours->original : applied_now(survey, &here);

	if (driver->knob != &knob_driver || !*driver->original || !stays)
		return NULL;
	if (knob_is(&knob_override, stays, "") || string_equal(stays, driver->original))
		return NULL;
	return stays;
}

const struct applied *put_back_due(const struct survey *survey, const struct knob *knob, const char *target)
{
	const struct applied *applied = target ? applied_find(&survey->applied, knob, target) : NULL;
	const struct applied *vfs;

	if (!applied || !is_due(survey, applied) || override_against(survey, applied))
		return NULL;
	vfs = applied->pf ? put_back_due(survey, &knob_numvfs, applied->pf) : NULL;
	return vfs ? NULL : applied;
}

/* So is a switch that went with its driver. */
static bool switch_is_known(const struct asking *asking, const struct applied *applied)
{
	const struct function *pf = survey_function(asking->survey, applied->target);

	if (applied->knob != &knob_eswitch || !pf || pf->identity[I_ESWITCH].is != R_UNKNOWN)
		return true;
	fact_unknown(asking->report, asking->whose, asking->row,
		"run as root, or capture the facts anew as root",
		"the mode of the embedded switch of %s is not known", pf->address);
	return false;
}

/* A setting that the driver has no more is nobody's. */
static bool setting_is_known(const struct asking *asking, const struct applied *applied)
{
	const struct function *vf = vf_by_target(asking->survey, applied->target);
	enum vf_setting setting;
	const char *value;

	if (!vf || !vf_setting_of(applied->knob, &setting) || vf->setting[setting].is == R_ABSENT)
		return true;
	return setting_known(vf, setting, asking->whose, asking->row, asking->report, &value) == 0;
}

static bool is_known(const struct asking *asking, const struct applied *applied)
{
	const struct function *function = survey_function(asking->survey, applied->target);
	const char *value;

	for (size_t i = 0; function && i < N_ATTRIBUTES; i++)
		if (attributes[i].knob == applied->knob &&
			attribute_known(function, (enum attribute)i, asking->whose, asking->row,
				asking->report, &value) < 0)
			return false;
	return setting_is_known(asking, applied) && switch_is_known(asking, applied) &&
	       holders_are_known(asking, applied);
}

/* Somebody else's word is not taken back (DESIGN rule 9). */
static void note_changed(const struct asking *asking, const struct applied *applied, const char *now)
{
	const struct finding note = { .severity = NOTE,
		.id = "changed-since",
		.object = put_back_object(applied),
		.at = resource_place(asking->whose, asking->row) };
	AUTO_FREE char *is = knob_say_on(applied->knob, asking->survey, applied->target, now);
	AUTO_FREE char *was = knob_say_on(applied->knob, asking->survey, applied->target, applied->value);
	AUTO_FREE char *target = target_say(applied->target);

	report_add(asking->report, &note,
		"%s of %s is %s; pawl had set %s, so this is somebody else's and stays", applied->knob->name,
		target, is, was);
}

/* It reads what pawl had set, and yet that is not what pawl has set. */
static void note_not_owned(const struct asking *asking, const struct applied *applied, const char *why)
{
	const struct finding note = { .severity = NOTE,
		.id = "changed-since",
		.object = put_back_object(applied),
		.at = resource_place(asking->whose, asking->row) };
	AUTO_FREE char *is = knob_say_on(applied->knob, asking->survey, applied->target, applied->value);
	AUTO_FREE char *target = target_say(applied->target);

	report_add(asking->report, &note, "%s of %s is %s, as pawl had set it, but %s: it stays",
		applied->knob->name, target, is, why);
}

struct finding put_back_stays(const struct asking *asking, const struct applied *applied)
{
	return (struct finding){ .severity = NOTE,
		.id = "not-taken-back",
		.object = put_back_object(applied),
		.at = resource_place(asking->whose, asking->row) };
}

/* What a new VF had, its driver chose, and nobody has read it. */
static void note_untold(const struct asking *asking, const struct applied *applied)
{
	const struct finding note = put_back_stays(asking, applied);
	AUTO_FREE char *is = knob_say(applied->knob, applied->value);

	report_add(asking->report, &note,
		"%s of %s stays %s: the VF was new when pawl set it, and what it had before is not known",
		applied->knob->name, applied->target, is);
}

/* A smaller number is reached through none, and what was set on the VFs went with them. */
static void note_bare(const struct asking *asking, const struct applied *count)
{
	struct finding note = put_back_stays(asking, count);

	note.hint = "then apply the configuration of that time: `pawl plan` tells what it sets again";
	if (!put_back_due(asking->survey, count->knob, count->target) || string_equal(count->original, "0"))
		return;
	report_add(asking->report, &note,
		"VFs of %s are made anew, %s of them, as the kernel makes them, with the host's driver where "
		"it probes new ones: what had been set on them is not set again",
		count->target, count->original);
}

/* The function would end without a driver. */
static void note_forbidden(const struct asking *asking, const struct applied *driver, const char *override)
{
	const struct finding note = put_back_stays(asking, driver);
	AUTO_FREE char *is = knob_say(driver->knob, driver->value);

	report_add(asking->report, &note,
		"driver of %s stays %s: its driver_override \"%s\", which stays too, lets %s not bind it",
		driver->target, is, override, driver->original);
}

/* It is with its device, and what reads here is another one's. */
static bool has_moved(const struct asking *asking, const struct applied *applied, struct text *ret_why)
{
	return !(applied->knob->flags & KNOB_VOLATILE) && !string_equal(applied->value, applied->original) &&
	       !put_back_owns(asking->survey, applied, ret_why);
}

static void note_moved(const struct asking *asking, const struct applied *applied, const char *why)
{
	struct finding note = put_back_stays(asking, applied);
	AUTO_FREE char *is = knob_say_on(applied->knob, asking->survey, applied->target, applied->value);
	AUTO_FREE char *target = target_say(applied->target);

	note.hint = "an apply that finds it where it is now notes that: then it can be taken back";
	report_add(asking->report, &note, "%s of %s stays %s, as pawl had set it: %s", applied->knob->name,
		target, is, why);
}

static void note_staying(const struct asking *asking, const struct applied *applied)
{
	const char *now = applied_now(asking->survey, applied);
	bool ours = knob_is(applied->knob, now, applied->value),
	     was = knob_is(applied->knob, now, applied->original);
	AUTO_TEXT struct text why = { 0 };

	if (!is_ours(applied) || (applied->pf && put_back_due(asking->survey, &knob_numvfs, applied->pf)))
		return;
	if (!ours && has_moved(asking, applied, &why))
		note_moved(asking, applied, text_string(&why));
	else if (now && !ours && !was && !share_let_go(asking->survey, applied, now))
		note_changed(asking, applied, now);
	else if (ours && !was && !put_back_owns(asking->survey, applied, &why))
		note_not_owned(asking, applied, text_string(&why));
	else if (ours && was && !string_equal(applied->value, applied->original))
		note_untold(asking, applied);
	else if (ours && override_against(asking->survey, applied))
		note_forbidden(asking, applied, override_against(asking->survey, applied));
}

int put_back_observe(const struct survey *survey, const struct resource *whose, size_t row,
	struct report *report, bool *ret_stands)
{
	const struct applied_list *list = &survey->applied;
	const struct asking asking = { survey, whose, row, report };
	const struct finding unknown = { .object = whose->name, .at = resource_place(whose, row) };

	*ret_stands = false;
	if (remembered_check(&survey->ledger, &unknown, report) < 0)
		return -1;
	for (size_t i = 0; i < list->n; i++) {
		if (!is_known(&asking, &list->all[i]))
			return -1;
		note_staying(&asking, &list->all[i]);
		share_note(&asking, &list->all[i]);
		if (list->all[i].knob == &knob_numvfs)
			note_bare(&asking, &list->all[i]);
		*ret_stands |= put_back_due(survey, list->all[i].knob, list->all[i].target) != NULL;
	}
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The wish that the shares of an NVMe drive fulfil which its virtual functions have. */
#include "nvme.h"
#include "share.h"
#include "wish_inside.h"

/* A wish gives each of them the same. */
static bool is_same(const struct function *pf, enum vf_setting setting)
{
	const struct reading *first = pf->n_virtfn && pf->virtfn[0] ? &pf->virtfn[0]->setting[setting] : NULL;

	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (!first || !pf->virtfn[i] || first->is != R_VALUE ||
			!string_equal(pf->virtfn[i]->setting[setting].text, first->text))
			return false;
	return pf->n_virtfn > 0;
}

static bool is_online(const struct function *pf)
{
	return is_same(pf, VF_QUEUES) && is_same(pf, VF_INTERRUPTS) && is_same(pf, VF_ONLINE) &&
	       string_equal(pf->virtfn[0]->setting[VF_ONLINE].text, "true");
}

/* What the row cannot hold is left out: a drive that gives no interrupts says 0 of them. */
static void take(struct nvme_body *body, size_t row, const struct function *vf, enum vf_setting setting)
{
	AUTO_TEXT struct text why = { 0 };

	field_parse(kind_nvme.fields, row, body, vf->setting[setting].text, &why);
}

/* Something that a wish could not bring again, or may be. */
static bool has_other(const struct reading *setting, enum vf_setting row)
{
	return setting->is != R_ABSENT &&
	       (setting->is != R_VALUE || !string_equal(setting->text, vf_settings[row].knob->at_boot));
}

/* What is left out is said: VFs that come back without their share are dead. */
static void complain(const struct resource *device, const struct function *pf, struct report *report)
{
	bool other = false, unknown = pf->drive && pf->drive->unknown;

	for (size_t i = 0; i < pf->n_virtfn; i++)
		for (enum vf_setting row = VF_QUEUES; row < N_VF_SETTINGS; row++)
			other = other || (pf->virtfn[i] && has_other(&pf->virtfn[i]->setting[row], row));
	if (!other)
		return;
	report_add(report,
		&(struct finding){ .severity = WARNING,
			.id = "shares-left-out",
			.object = device->name,
			.hint = unknown ? "find out why, or write `nvme` by hand"
					: "`pawl show` tells what each has; write `nvme` by hand" },
		"no `nvme` is written: %s",
		unknown ? pf->drive->unknown : "its VFs differ in what they have");
}

void shares_take(
	struct state *state, const struct resource *device, const struct function *pf, struct report *report)
{
	AUTO_FREE char *name = text_print("%s.%s", device->name, kind_nvme.key);
	struct nvme_body *body;

	if (!is_online(pf)) {
		complain(device, pf, report);
		return;
	}
	body = state_add(state, &kind_nvme, name, device)->body;
	take(body, NVME_QUEUES, pf->virtfn[0], VF_QUEUES);
	take(body, NVME_INTERRUPTS, pf->virtfn[0], VF_INTERRUPTS);
}

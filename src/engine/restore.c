/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plans what a boot has taken away, without the devices that cannot come back. */
#include "restore.h"
#include "predict.h"
#include "restore_words.h"
#include <string.h>

/* The device that a finding is about, also when it names a VF, a set's member or a pool; NULL: none. */
static const struct resource *device_meant(const struct state *want, const char *object)
{
	AUTO_FREE char *name = string_copy(object);
	const struct resource *device = NULL;
	char *dot;

	while (name && !(device = state_find(want, &kind_device, name)) && (dot = strrchr(name, '.')))
		*dot = '\0';
	return device;
}

static bool device_drop(struct applied_list *words, const struct survey *survey, const char *handle)
{
	struct words all;
	struct applied_list kept = { 0 };
	bool dropped;

	words_read(words, survey, &all);
	for (size_t i = 0; i < all.n; i++)
		if (!string_equal(all.devices[all.all[i].device].handle, handle))
			applied_keep(&kept, all.all[i].applied);
	dropped = kept.n < words->n;
	words_free(&all);
	applied_free(words);
	*words = kept;
	return dropped;
}

/* A gate's no changes nothing when it is of the whole plan; of one device it is one that has failed. */
static bool findings_take(struct planning *planning, struct applied_list *words, const struct report *own,
	struct report *report)
{
	bool dropped = false;

	for (size_t i = 0; i < own->n; i++) {
		struct finding finding = own->findings[i];
		const struct resource *device =
			finding.severity == ERROR ? device_meant(&planning->want, finding.object) : NULL;

		if (device) {
			finding.outcome = FAILED;
			dropped |= device_drop(words, &planning->survey, device->name);
		}
		report_add(report, &finding, "%s", finding.text);
	}
	return dropped;
}

/* What was seen stays. */
static void planning_forget(struct planning *planning)
{
	plan_free(&planning->plan);
	state_free(&planning->have);
	state_free(&planning->want);
	planning->plan = (struct plan){ 0 };
	planning->have = planning->want = (struct state){ 0 };
}

int restore_plan(struct planning *planning, const struct asked *asked, struct applied_list *words,
	bool *ret_refused, struct report *report)
{
	for (;;) {
		struct report own = { 0 };
		int result = planning_make(planning, NULL, asked, &own);
		bool dropped, refused;

		refused = result == 0 && planning_judge(planning, &own) < 0;
		dropped = findings_take(planning, words, &own, report);
		report_free(&own);
		if (!dropped) {
			*ret_refused = refused;
			return result;
		}
		planning_forget(planning);
	}
}

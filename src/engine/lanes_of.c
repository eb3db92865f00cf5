/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which physical devices of a survey must share a lane. */
#include "engine.h"
#include "lanes.h"

/* IOMMU groups join the physical devices of their functions: what is in one group is handed over as one. */
struct lanes *survey_lanes(const struct survey *survey)
{
	struct lanes *lanes = lanes_new();

	for (size_t i = 0; i < survey->n; i++) {
		const char *group = function_link(survey->functions[i], A_GROUP);
		AUTO_FREE char *device = group ? function_device(survey->functions[i]) : NULL;
		AUTO_FREE char *name = group ? text_print("group %s", group) : NULL;

		if (group)
			lanes_join(lanes, device, name);
	}
	return lanes;
}

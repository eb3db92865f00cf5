/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads some devices of a survey anew and leaves the others as they were seen. */
#include "function.h"
#include "survey_part.h"
#include <stdlib.h>
#include <string.h>

/* A VF is of its PF's device, whatever its own address. */
static bool device_has(const char *device, const struct function *function)
{
	const char *address = function->physfn ? function->physfn->address : function->address;
	size_t length = strlen(device);

	return strncmp(address, device, length) == 0 && address[length] == '.';
}

static bool part_has_function(const struct part *part, const struct function *function)
{
	for (size_t i = 0; i < part->n; i++)
		if (device_has(part->devices[i], function))
			return true;
	return false;
}

bool part_has(const struct part *part, const char *address)
{
	const struct function *function = survey_function(part->before, address);

	return function && part_has_function(part, function);
}

bool part_lacks(const struct part *part, const char *address)
{
	return !survey_function(part->before, address);
}

/* The functions of both in one order. */
static struct function **functions_merge(
	const struct survey *survey, const bool *left_out, const struct survey *fresh, size_t *ret_n)
{
	struct function **all = memory_new(survey->n + fresh->n + 1, sizeof(struct function *));
	size_t n = 0, next = 0;

	for (size_t i = 0; i < survey->n; i++) {
		struct function *old = survey->functions[i];

		while (next < fresh->n && fresh->functions[next]->rank < old->rank)
			all[n++] = fresh->functions[next++];
		if (!left_out[i])
			all[n++] = old;
	}
	while (next < fresh->n)
		all[n++] = fresh->functions[next++];
	*ret_n = n;
	return all;
}

/* What was read anew takes the place of what was seen before. `fresh` owns nothing of it afterwards. */
static void survey_replace(struct survey *survey, const struct part *part, struct survey *fresh)
{
	AUTO_FREE bool *left_out = memory_new(survey->n + 1, sizeof(*left_out));
	struct survey before = *survey;

	for (size_t i = 0; i < survey->n; i++)
		left_out[i] = part_has_function(part, survey->functions[i]);
	survey->functions = functions_merge(&before, left_out, fresh, &survey->n);
	for (size_t i = 0; i < before.n; i++)
		if (left_out[i])
			function_free(before.functions[i]);
	free(before.functions);
	survey->drivers = fresh->drivers;
	survey->n_drivers = fresh->n_drivers;
	memcpy(survey->machine, fresh->machine, sizeof(survey->machine));
	survey->users = fresh->users;
	survey->claims = fresh->claims;
	survey->guests = fresh->guests;
	free(fresh->functions);
	*fresh = (struct survey){
		.drivers = before.drivers,
		.n_drivers = before.n_drivers,
		.users = before.users,
		.claims = before.claims,
		.guests = before.guests,
		.domains = fresh->domains, /* of the part alone; domains_prove tells of the whole */
	};
	memcpy(fresh->machine, before.machine, sizeof(before.machine));
}

int survey_take_again(struct host *host, struct survey *survey, const char *const *devices, size_t n,
	struct asks *asks, struct report *report)
{
	const struct part part = { .before = survey, .devices = devices, .n = n, .asks = asks };
	struct survey fresh = { 0 };

	if (survey_take_part(host, &part, &fresh, report) < 0)
		return -1;
	survey_replace(survey, &part, &fresh);
	domains_prove(survey);
	survey_free(&fresh);
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Copies what was seen of a machine, so that a part of it can be read anew. */
#include "nvme.h"
#include "survey.h"

static void readings_copy(struct reading *to, const struct reading *from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		to[i] = (struct reading){ .is = from[i].is,
			.text = from[i].is == R_UNKNOWN ? reason_keep(from[i].text)
							: string_copy(from[i].text) };
}

static void links_copy(struct survey *copy, const struct function *from)
{
	struct function *pf = survey_function(copy, from->address);

	for (size_t i = 0; i < from->n_virtfn; i++)
		if (from->virtfn[i])
			survey_link_virtfn(pf, i, survey_function(copy, from->virtfn[i]->address));
}

/* No debts: they are paid in time, and count as paid. */
void survey_copy(const struct survey *survey, struct survey *copy)
{
	*copy = (struct survey){ .partial = survey->partial };
	readings_copy(copy->machine, survey->machine, N_MACHINE_FACTS);
	for (size_t i = 0; i < survey->n_drivers; i++) {
		copy->drivers = memory_grow(copy->drivers, copy->n_drivers, sizeof(char *));
		copy->drivers[copy->n_drivers++] = string_copy(survey->drivers[i]);
	}
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *from = survey->functions[i];
		struct function *to = survey_add(copy, from->address);

		to->orphan_of = string_copy(from->orphan_of);
		readings_copy(to->attr, from->attr, N_ATTRIBUTES);
		readings_copy(to->identity, from->identity, N_IDENTITIES);
		readings_copy(to->setting, from->setting, N_VF_SETTINGS);
		to->drive = drive_copy(from->drive);
	}
	for (size_t i = 0; i < survey->n; i++)
		links_copy(copy, survey->functions[i]);
	pins_copy(&survey->pins, &copy->pins);
	pins_copy(&survey->stood, &copy->stood);
	applied_copy(&survey->applied, &copy->applied);
	applied_copy(&survey->kept, &copy->kept);
	users_copy(&survey->users, &copy->users);
	claims_copy(&survey->claims, &copy->claims);
	guests_copy(&survey->guests, &copy->guests);
	domains_copy(&survey->domains, &copy->domains);
	copy->ledger = survey->ledger;
	copy->ledger.why = string_copy(survey->ledger.why);
	copy->ledger.lost_runs = string_copy(survey->ledger.lost_runs);
}

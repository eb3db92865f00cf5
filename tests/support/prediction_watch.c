/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Holds what was predicted of a plan against the machine that its run has left. */
#include "prediction_watch.h"
#include "vf.h"

struct prediction *prediction_take(const struct planning *planning)
{
	struct prediction *prediction = planning_predict(planning);

	prediction->make(prediction);
	return prediction;
}

static void compare_reading(const char *who, const char *what, const struct reading *predicted,
	const struct reading *came, struct text *breaches)
{
	const char *old = predicted->is == R_VALUE ? predicted->text : "-";
	const char *new = came->is == R_VALUE ? came->text : "-";

	/* what was not known before tells nothing of what comes */
	if ((predicted->is == R_VALUE || predicted->is == R_ABSENT) && !string_equal(old, new))
		text_addf(breaches, "%s was predicted to have the %s %s, and has %s\n", who, what, old, new);
}

/* Drivers make one up where none is given. */
static bool is_made_up(const struct reading *mac)
{
	return mac->is == R_VALUE &&
	       (string_starts(mac->text, "02:00:") || string_starts(mac->text, "00:00:"));
}

/* Groups are numbered in the order of their coming. */
static void compare_function(
	const struct function *predicted, const struct function *came, struct text *breaches)
{
	for (enum attribute row = 0; row < N_ATTRIBUTES; row++)
		if (row != A_GROUP)
			compare_reading(came->address, attributes[row].name, &predicted->attr[row],
				&came->attr[row], breaches);
	for (size_t row = 0; row < N_VF_SETTINGS; row++)
		if (row != VF_MAC || !is_made_up(&came->setting[row]))
			compare_reading(came->address, vf_settings[row].name, &predicted->setting[row],
				&came->setting[row], breaches);
	compare_reading(came->address, identities[I_ESWITCH].name, &predicted->identity[I_ESWITCH],
		&came->identity[I_ESWITCH], breaches);
}

static void compare_functions(
	const struct survey *predicted, const struct survey *came, struct text *breaches)
{
	for (size_t i = 0; i < came->n; i++) {
		const struct function *new = came->functions[i],
				      *old = survey_function(predicted, new->address);

		if (old)
			compare_function(old, new, breaches);
		else
			text_addf(breaches, "%s is there, which was not predicted\n", new->address);
	}
	for (size_t i = 0; i < predicted->n; i++)
		if (!survey_function(came, predicted->functions[i]->address))
			text_addf(breaches, "%s is gone, which was not predicted\n",
				predicted->functions[i]->address);
}

static void compare_guests(const struct guests *predicted, const struct guests *came, struct text *breaches)
{
	for (size_t i = 0; i < came->n; i++) {
		const struct guest *new = &came->all[i], *old = guests_find(predicted, new->uri);

		if (!old || !string_equal(old->definition, new->definition) ||
			!string_equal(old->owns, new->owns))
			text_addf(breaches, "%s is another guest than was predicted\n", new->uri);
	}
	for (size_t i = 0; i < predicted->n; i++)
		if (!guests_find(came, predicted->all[i].uri))
			text_addf(breaches, "%s is gone, which was not predicted\n", predicted->all[i].uri);
}

void prediction_compare(
	const struct prediction *prediction, const struct survey *machine, struct text *breaches)
{
	if (prediction->first)
		text_addf(breaches, "the run went well, and it was predicted to stop: %s\n",
			prediction->first->why);
	compare_functions(prediction->end, machine, breaches);
	compare_guests(&prediction->end->guests, &machine->guests, breaches);
}

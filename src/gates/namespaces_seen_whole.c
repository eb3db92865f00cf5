/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a drive that goes away whole has namespaces that pawl knows, or that files name by another port. */
#include "gates_rows.h"
#include "namespace_known.h"
#include "namespaces.h"
#include "namespaces_seen.h"
#include "object.h"
#include <inttypes.h>

/* Of a file's word alone, the drive being asked by another of its ports. */
static void judge_named(struct seeing *seeing, const struct given *given)
{
	const struct resource *named;

	for (size_t cursor = 0; (named = seeing_named(seeing, given->pf, &cursor));)
		gate_refuse_of(seeing->question, named->name, given->step,
			"give away either the port or what the files share out by the other",
			"%s goes to %s, and with it all of the drive that the files share out: %s",
			given->pf->address, given->step->after, named->name);
}

static bool files_name(const struct question *question, const char *name)
{
	const struct plan *plan = question->plan;

	return name && (state_find(plan->want, &kind_namespace, name) ||
			       (plan->left_out && state_find(plan->left_out, &kind_namespace, name)));
}

static bool is_pawls(const struct survey *now, const struct function *pf, const struct drive_namespace *there)
{
	for (size_t i = 0; i < there->n_controllers; i++)
		if (namespace_is_given(now, pf, there, there->controllers[i]))
			return true;
	return namespace_owner(now, pf, "", there);
}

static void refuse_known(
	const struct seeing *seeing, const struct given *given, const struct drive_namespace *there)
{
	const char *name = namespace_owner(seeing->question->now, given->pf, "", there);
	AUTO_FREE char *object = seeing_blamed(seeing, given, name);
	AUTO_FREE char *known = name ? text_print(", which pawl knows as %s", name) : NULL;

	gate_refuse_of(seeing->question, object, given->step,
		"what nobody needs any more is deleted before, while the drive has its nvme driver: with "
		"`state: absent`",
		"%s goes to %s, and with it namespace %" PRIu32 "%s: who has the physical function reads, "
		"gives away and deletes all of the drive's",
		given->pf->address, given->step->after, there->nsid, known ? known : "");
}

static void judge_known(const struct seeing *seeing, const struct given *given)
{
	const struct survey *now = seeing->question->now;
	const struct drive *drive = given->pf->drive;

	for (size_t i = 0; i < drive->n_namespaces; i++) {
		const struct drive_namespace *there = &drive->namespaces[i];

		if (is_pawls(now, given->pf, there) &&
			!files_name(seeing->question, namespace_owner(now, given->pf, "", there)))
			refuse_known(seeing, given, there);
	}
}

static bool is_of_drive(const struct survey *now, const struct applied *kept, const struct function *pf)
{
	AUTO_FREE char *address = target_address(kept->target);
	enum pin_says says = pins_tell(now, address, pf);

	return kept->knob == &knob_namespace && kept->nsid &&
	       (says == PIN_SAME || (says == PIN_UNTOLD && string_equal(address, pf->address)));
}

/* By the ledger alone: a run may have died between two drivers, and consent is for a name then as well. */
static void judge_untold(const struct seeing *seeing, const struct given *given)
{
	const struct survey *now = seeing->question->now;

	for (size_t i = 0; i < now->kept.n; i++) {
		const struct applied *kept = &now->kept.all[i];
		AUTO_FREE char *object = NULL;

		if (!is_of_drive(now, kept, given->pf))
			continue;
		object = seeing_blamed(seeing, given, kept->object);
		gate_refuse_of(seeing->question, object, given->step,
			"bound to nvme the drive tells whether it is there still",
			"%s goes to %s, and with it %s, which pawl knows: who has the physical function "
			"reads, gives away and deletes all of the drive's",
			given->pf->address, given->step->after, kept->object);
	}
}

/*
 * A restore gives back what it was given to: who asked has answered, and nothing was named since. A run that
 * died between the two drivers has set the override.
 */
static bool is_given_back(const struct seeing *seeing, const struct given *given)
{
	static const struct knob *const sets[] = { &knob_driver, &knob_override };
	bool is_given = false;

	for (size_t i = 0; !step_place(given->step).source && i < sizeof(sets) / sizeof(sets[0]); i++) {
		const struct applied *last =
			applied_find(&seeing->question->now->applied, sets[i], given->pf->address);

		is_given |= last && string_equal(last->value, given->step->after);
	}
	return is_given;
}

void seeing_judge_whole(struct seeing *seeing, struct given given, const struct function *pf)
{
	given.pf = pf;
	if (!function_may_be_drive(pf) || string_equal(given.step->after, DRIVE_DRIVER) ||
		is_given_back(seeing, &given))
		return;
	judge_named(seeing, &given);
	if (drive_told(pf))
		judge_known(seeing, &given);
	else
		judge_untold(seeing, &given);
}

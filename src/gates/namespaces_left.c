/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on what nobody wishes for: a namespace of no file any more, or one that somebody else gave away. */
#include "gates_rows.h"
#include "namespace_known.h"
#include "namespace_matters.h"
#include <inttypes.h>

/* The first VF of the wish whose controller has it, from 1; 0: none has. */
static int64_t vf_that_has(const struct drive *drive, const struct drive_namespace *namespace, int64_t vfs)
{
	for (size_t i = 0; i < drive->n_secondaries; i++) {
		const struct secondary *secondary = &drive->secondaries[i];

		if (secondary->vf && secondary->vf <= vfs && namespace_has(namespace, secondary->cntlid))
			return secondary->vf;
	}
	return 0;
}

/* What has been said of the whole plan is not said again before each step. */
static const struct resource *next_left(const struct question *question, size_t *cursor,
	const struct function **ret_pf, const struct drive_namespace **ret_there)
{
	const struct resource *left;

	while (!question->step && (left = next_of_drive(question, &kind_namespace_left, cursor, ret_pf))) {
		*ret_there = namespace_called(question->now, *ret_pf, left->name);
		if (*ret_there)
			return left;
	}
	return NULL;
}

/* Only the drive's own driver asks it and tells it: what is to go goes before the drive does. */
static const char *left_hint(const struct question *question, const struct resource *left)
{
	AUTO_FREE char *name = text_print("%s.%s", left->under->name, kind_driver.key);
	const struct resource *wish = state_find(question->plan->want, &kind_driver, name);
	const char *driver = wish ? ((const struct driver_body *)wish->body)->name : DRIVE_DRIVER;

	return string_equal(driver, DRIVE_DRIVER)
		       ? question->gate->fix
		       : "if it is to be deleted, do so before, while the drive has its nvme driver: with "
			 "`state: absent`";
}

static void judge_left(const struct question *question)
{
	const struct drive_namespace *there;
	const struct resource *left;
	const struct function *pf;

	for (size_t cursor = 0; (left = next_left(question, &cursor, &pf, &there));) {
		int64_t vf = vf_that_has(pf->drive, there, vfs_wished(question->plan->want, left));
		AUTO_FREE char *seen =
			vf ? text_print(", and VF %" PRId64 " goes on having it", vf - 1) : NULL;

		gate_refuse_for(question, left, 0, left_hint(question, left),
			"namespace %" PRIu32
			" of %s, which pawl knows as %s, is in no file any more: it stays%s",
			there->nsid, pf->address, left->name, seen ? seen : "");
	}
}

const struct gate gate_namespace_left = {
	.id = "namespace-left",
	.question = "Is every namespace that pawl has made still in the files?",
	.explain =
		"What a file says no more of is not touched, least of all data: the namespace stays, with "
		"who has it, and takes room on the drive. Nobody wishes for it, so that somebody should say "
		"what is to become of it. Of a drive that these files do not name nothing is said.",
	.fix = "say `state: absent` of it, which deletes it with its data, or wish for it again",
	.weight = WEIGHT_ADVICE,
	.after = { "device-not-found", "namespace-renamed", "namespace-visible" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge_left,
};

/* A controller of nobody has no VF; what nobody here sees is for namespace-unseen to say. */
static bool is_seen(const struct question *question, const struct function *pf, uint16_t cntlid)
{
	struct function *function;

	return subsystem_controller(question->now, pf, cntlid, &function) == CONTROLLER_HERE;
}

static void judge_given(
	const struct question *question, const struct resource *namespace, const struct function *pf)
{
	struct drive_namespace *there;

	if (namespace_find(question->now, pf, namespace, &there) != NAMESPACE_HERE)
		return;
	for (size_t i = 0; i < there->n_controllers; i++) {
		uint16_t cntlid = there->controllers[i];

		AUTO_FREE char *id = text_print("%u", cntlid), *command = NULL, *hint = NULL;
		AUTO_TEXT struct text who = { 0 };

		if (!is_seen(question, pf, cntlid) ||
			namespace_gave(question->now, pf, namespace, there, cntlid))
			continue;
		controllers_tell(pf, id, &who);
		command = namespace_detach_command(pf, there->nsid, cntlid);
		hint = text_print("when nobody uses it there, take it away: %s", command);
		gate_refuse_for(question, namespace, NS_STATE, hint,
			"namespace %" PRIu32 " of %s is attached to %s, and not by pawl", there->nsid,
			pf->address, text_string(&who));
	}
}

static void judge_attached(const struct question *question)
{
	const struct resource *namespace;
	const struct function *pf;

	if (question->step)
		return;
	for (size_t cursor = 0; (namespace = next_of_drive(question, &kind_namespace, &cursor, &pf));)
		if (namespace_is_absent(namespace))
			judge_given(question, namespace, pf);
}

const struct gate gate_namespace_attached = {
	.id = "namespace-attached",
	.question = "Has nobody but pawl given away what is to be deleted?",
	.explain =
		"Who attached a namespace to a controller wanted something of it, also when nobody uses it "
		"at the moment. What pawl attached itself it takes away by itself. Controllers of another "
		"host are the matter of namespace-unseen.",
	.fix = "when nobody uses it there, take it away: `nvme detach-ns DEVICE -n NSID -c ID`",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found", "namespace-in-use" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_attached,
};

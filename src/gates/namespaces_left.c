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

/* The host whose files say all that is wished; NULL: they say a part of it, or there are none. */
static const struct resource *host_of_files(const struct question *question)
{
	const struct state *want = question->plan->want, *left_out = question->plan->left_out;
	const struct resource *host = NULL;

	if (question->step || (left_out && left_out->n > 0))
		return NULL;
	for (size_t i = 0; i < want->n; i++) {
		const struct resource *resource = want->all[i];

		if (resource->kind == &kind_device && device_is_missing(resource->body))
			return NULL;
		if (resource->kind == &kind_host && resource->at.source && !host_is_absent(resource->body))
			host = resource;
	}
	return host;
}

/* Of a device that is out of service the ledger tells where it was. */
static bool is_meant(
	const struct question *question, const struct resource *device, const struct function *pf)
{
	const struct function *function = device_function(question->now, device);
	const struct pin *pin;

	if (function)
		return drive_is_same(function, pf);
	for (size_t cursor = 0; (pin = pins_next(&question->now->pins, device->name, &cursor));)
		if (string_equal(pin->address, pf->address))
			return true;
	return false;
}

/* No file names the drive, whichever port of it; of its ports the first tells. */
static bool is_in_no_file(const struct question *question, size_t function)
{
	const struct survey *now = question->now;
	const struct function *pf = now->functions[function];
	const struct state *want = question->plan->want;

	if (!drive_told(pf))
		return false;
	for (size_t i = 0; i < function; i++)
		if (drive_told(now->functions[i]) && drive_is_same(now->functions[i], pf))
			return false;
	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_device && is_meant(question, want->all[i], pf))
			return false;
	return true;
}

static void warn_drive(
	const struct question *question, const struct resource *host, const struct function *pf)
{
	for (size_t i = 0; i < pf->drive->n_namespaces; i++) {
		const struct drive_namespace *there = &pf->drive->namespaces[i];
		const char *name = namespace_owner(question->now, pf, "", there);
		const struct blame blame = { name,
			"when another configuration has the drive, all is well; else wish for it under a "
			"device that selects it: with `{}` it stays, `state: absent` deletes it with its "
			"data",
			host->at };

		if (name)
			gate_refuse_blame(question, &blame,
				"namespace %" PRIu32
				" of %s, which pawl knows as %s, is in no file any more, nor is its drive: "
				"it stays",
				there->nsid, pf->address, name);
	}
}

static void judge_drives(const struct question *question)
{
	const struct resource *host = question->now->kept.n > 0 ? host_of_files(question) : NULL;

	for (size_t i = 0; host && i < question->now->n; i++)
		if (is_in_no_file(question, i))
			warn_drive(question, host, question->now->functions[i]);
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
	judge_drives(question);
}

const struct gate gate_namespace_left = {
	.id = "namespace-left",
	.question = "Is every namespace that pawl has made still in the files?",
	.explain =
		"What a file says no more of is not touched, least of all data: the namespace stays, with "
		"who has it, and takes room on the drive. Nobody wishes for it, so that somebody should say "
		"what is to become of it, also where no file has the drive any more.",
	.fix = "wish for it again: its name with `{}` under its drive changes nothing; or say "
	       "`state: absent` of it, which deletes it with its data",
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

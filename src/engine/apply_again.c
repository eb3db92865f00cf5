/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Looks at a lane once more while a plan is applied: which lanes there are now, whether the gates agree. */
#include "apply.h"
#include "lanes.h"
#include "ledger.h"
#include <stdlib.h>

/* Physical devices, by name. */
struct devices {
	const char **names;
	size_t n;
};

static bool devices_have(const struct devices *devices, const char *name)
{
	return devices->n > 0 && string_equal(devices->names[devices->n - 1], name);
}

/* All that share a lane with the step's device. Functions come in the order of their addresses. */
static void devices_find(const struct applying *run, const struct step *step, struct devices *devices)
{
	const char *lane = step->lock ? lanes_name(run->united, step->lock) : NULL;

	for (size_t i = 0; lane && i < run->now.n; i++) {
		const struct function *function = run->now.functions[i];
		char *name = function->physfn ? NULL : function_device(function);

		if (!name || devices_have(devices, name) ||
			!string_equal(lanes_name(run->united, name), lane)) {
			free(name);
			continue;
		}
		devices->names = memory_grow(devices->names, devices->n, sizeof(*devices->names));
		devices->names[devices->n++] = name;
	}
}

static void devices_free(struct devices *devices)
{
	for (size_t i = 0; i < devices->n; i++)
		free((char *)devices->names[i]);
	free(devices->names);
}

/* From now on the two sets are one. */
static void sets_unite(struct applying *run, size_t into, size_t from)
{
	run->sets[into].in_hand += run->sets[from].in_hand;
	run->sets[into].stopped |= run->sets[from].stopped;
	for (size_t i = 0; i < run->plan->n_lanes; i++)
		if (run->lanes[i].set == from)
			run->lanes[i].set = into;
}

/* Names that were met, and in which lane. */
struct met {
	struct lookup by_name;
	const char **names;
	size_t *lanes, n;
};

/* The lane that the name was first met in. */
static size_t met_lane(struct met *met, const char *name, size_t lane)
{
	size_t cursor = 0, at;

	while (lookup_next(&met->by_name, hash_string(0, name), &cursor, &at))
		if (string_equal(met->names[at], name))
			return met->lanes[at];
	lookup_add(&met->by_name, hash_string(0, name), met->n);
	met->names = memory_grow(met->names, met->n, sizeof(*met->names));
	met->lanes = memory_grow(met->lanes, met->n, sizeof(*met->lanes));
	met->names[met->n] = name;
	met->lanes[met->n++] = lane;
	return lane;
}

static void lane_unite(struct applying *run, struct met *met, size_t number)
{
	const struct lane_run *lane = &run->lanes[number];
	const char *lock = NULL;

	for (size_t i = 0; i < lane->n; i++) {
		size_t other;

		if (i > 0 && string_equal(lane->steps[i]->lock, lock))
			continue;
		lock = lane->steps[i]->lock;
		other = met_lane(met, lock ? lanes_name(run->united, lock) : "", number);
		if (run->lanes[other].set != lane->set)
			sets_unite(run, run->lanes[other].set, lane->set);
	}
}

/* What was joined once stays so: a group may be gone with its VFs, and with it what told of it. */
static void lanes_unite(struct applying *run)
{
	struct met met = { 0 };

	for (size_t i = 0; i < run->plan->n_lanes; i++)
		lane_unite(run, &met, i);
	lookup_free(&met.by_name);
	free(met.names);
	free(met.lanes);
}

static void lanes_find(struct applying *run)
{
	lanes_free(run->united);
	run->united = survey_lanes(&run->now, &run->planning->want);
}

void lane_ask(struct applying *run, struct lane_run *lane)
{
	struct devices devices = { 0 };

	if (run->manner->unjudged)
		return;
	if (!run->united) {
		survey_copy(&run->planning->survey, &run->now);
		lanes_find(run);
	}
	devices_find(run, lane->step, &devices);
	asks_begin(&lane->asks, run->host, &run->now, devices.names, devices.n);
	devices_free(&devices);
}

/* The lane alone: another one may have a write in the kernel, which is nobody's business here. */
static int lane_survey(struct applying *run, struct lane_run *lane)
{
	struct devices devices = { 0 };
	int result;

	devices_find(run, lane->step, &devices);
	result = survey_take_again(run->host, &run->now, devices.names, devices.n, &lane->asks, run->report);
	devices_free(&devices);
	if (result < 0)
		return -1;
	if (run->manner->ledger)
		ledger_survey_run(run->manner->ledger, run->journal, &run->now);
	lanes_find(run);
	lanes_unite(run);
	return 0;
}

/* NULL: it may go on, else what the journal notes. */
const char *lane_refusal(struct applying *run, struct lane_run *lane)
{
	int surveyed;

	if (run->manner->unjudged)
		return NULL;
	surveyed = lane_survey(run, lane);
	asks_free(&lane->asks);
	if (surveyed < 0)
		return run->host->asked_to_stop ? "asked to stop" : "the machine could not be read again";
	if (plan_judge(run->plan, lane->step, &run->now, NULL, run->report) < 0)
		return "refused by a gate";
	return NULL;
}

/* What is not written yet is lost with it, and another guest's each time: there no second is short enough. */
static bool takes_disk(const struct step *step)
{
	for (size_t i = 0; i < step->n_effects; i++)
		if (step->effects[i].kind == EFFECT_NAMESPACE_LOST ||
			step->effects[i].kind == EFFECT_DISK_LOST)
			return true;
	return false;
}

/*
 * The drivers of one device's VFs are taken one after the other: once a second is often enough for these.
 * What goes with a VF that is given to somebody cannot be taken back, as they have read it: a tenth of that.
 */
bool must_ask_again(struct applying *run, struct lane_run *lane)
{
	const struct step *step = lane->step;
	const struct resource *device = step_resource(step) ? step_resource(step)->under : NULL;
	const struct survey *seen = run->united ? &run->now : &run->planning->survey;
	uint64_t now = run_now(run);
	bool gives = step_gives_namespaces(run->plan, step, lane->filled.target, seen);
	uint64_t often_ns = gives ? UINT64_C(100000000) : UINT64_C(1000000000);
	bool just_asked = device && device == lane->asked_about && now - lane->asked_ns < often_ns;

	if (!(step->flags & (STEP_ONE_WAY | STEP_DATA_LOSS | STEP_VF_COUNT)) && !takes_disk(step) &&
		(just_asked || !(step->flags & STEP_DISRUPTIVE || gives)))
		return false;
	lane->asked_about = device;
	lane->asked_ns = now;
	return true;
}

bool must_ask_after(const struct applying *run, const struct lane_run *lane)
{
	bool makes = lane->step->flags & STEP_VF_COUNT && lane->step->n_learns > 0;

	/* who was asked to stop begins nothing more that could need it */
	return makes && !run->host->asked_to_stop;
}

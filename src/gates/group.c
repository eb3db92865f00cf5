/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on IOMMU groups of which user space would get a part only. */
#include "gates_rows.h"
#include <stdlib.h>

/* What a plan does to functions, found by their addresses, and functions by their groups. */
struct outlook {
	const struct question *question;
	struct lookup members, bound, gone, told;
};

static uint64_t hash_of(const char *text)
{
	return hash_string(0, text);
}

static void outlook_add_step(struct outlook *outlook, const struct step *step, size_t at)
{
	if (step->knob == &knob_driver)
		lookup_add(&outlook->bound, hash_of(step->target), at);
	for (size_t i = 0; i < step->n_effects; i++)
		if (step->effects[i].kind == EFFECT_DEVICE_GONE)
			lookup_add(&outlook->gone, hash_of(step->effects[i].object), at);
}

static void outlook_make(struct outlook *outlook, const struct question *question)
{
	const struct survey *now = question->now;

	*outlook = (struct outlook){ .question = question };
	for (size_t i = 0; i < now->n; i++) {
		const char *group = function_link(now->functions[i], A_GROUP);

		if (group)
			lookup_add(&outlook->members, hash_of(group), i);
	}
	for (size_t i = 0; i < question->plan->n; i++)
		outlook_add_step(outlook, question->plan->steps[i], i);
}

static void outlook_free(struct outlook *outlook)
{
	lookup_free(&outlook->members);
	lookup_free(&outlook->bound);
	lookup_free(&outlook->gone);
	lookup_free(&outlook->told);
}

static bool step_removes(const struct step *step, const char *address)
{
	for (size_t i = 0; i < step->n_effects; i++)
		if (step->effects[i].kind == EFFECT_DEVICE_GONE &&
			string_equal(step->effects[i].object, address))
			return true;
	return false;
}

static bool goes_away(const struct outlook *outlook, const char *address)
{
	size_t cursor = 0, at;

	while (lookup_next(&outlook->gone, hash_of(address), &cursor, &at))
		if (step_removes(outlook->question->plan->steps[at], address))
			return true;
	return false;
}

/* The driver that the function will have when the plan is done; NULL: none. The last step on it tells. */
static const char *driver_at_end(const struct outlook *outlook, const struct function *function)
{
	const char *driver = function_link(function, A_DRIVER);
	size_t cursor = 0, at, last = 0;

	while (lookup_next(&outlook->bound, hash_of(function->address), &cursor, &at)) {
		const struct step *step = outlook->question->plan->steps[at];

		if (at < last || !string_equal(step->target, function->address))
			continue;
		last = at;
		driver = *step->after ? step->after : NULL;
	}
	return driver;
}

/* The function that a step binds; of a VF that is yet to come its PF. `ret_new`: it is one. */
static const struct function *bound_function(
	const struct question *question, const struct step *bind, bool *ret_new)
{
	const struct function *function = survey_function(question->now, bind->target);
	const struct resource *driver = step_resource(bind);
	const struct function *pf = driver ? device_function(question->now, driver) : NULL;
	const struct driver_body *body = driver ? driver->body : NULL;

	*ret_new = false;
	if (function || !pf)
		return function;
	if (question->step && (size_t)body->vf < pf->n_virtfn && pf->virtfn[body->vf])
		return pf->virtfn[body->vf]; /* it has come meanwhile */
	*ret_new = true;
	return pf;
}

/* The group that the function is in, or will be; NULL: one of its own, or none. */
static const char *group_then(const struct question *question, const struct step *bind)
{
	bool is_new;
	const struct function *function = bound_function(question, bind, &is_new);

	if (!function || (is_new && !vfs_share_group(question->now, function)))
		return NULL;
	return function_link(function, A_GROUP);
}

static int compare_places(const void *a, const void *b)
{
	const size_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

/* The members' places in the survey, in its order; the caller frees them. */
static size_t *members_of(const struct outlook *outlook, const char *group, size_t *ret_n)
{
	const struct survey *now = outlook->question->now;
	size_t *places = NULL, n = 0, cursor = 0, at;

	while (lookup_next(&outlook->members, hash_of(group), &cursor, &at)) {
		if (!string_equal(function_link(now->functions[at], A_GROUP), group))
			continue;
		places = memory_grow(places, n, sizeof(*places));
		places[n++] = at;
	}
	if (n > 0)
		qsort(places, n, sizeof(*places), compare_places);
	*ret_n = n;
	return places;
}

/* Members that keep, or get, a driver of the host's: "0000:03:00.0 (nvme), 0000:04:00.0 (igb)". */
static void holders_print(const struct outlook *outlook, const char *group, struct text *text)
{
	enum { MEMBERS_TOLD = 8 };
	size_t n_members, n = 0;
	AUTO_FREE size_t *places = members_of(outlook, group, &n_members);

	for (size_t i = 0; i < n_members; i++) {
		const struct function *member = outlook->question->now->functions[places[i]];
		const char *driver = driver_at_end(outlook, member);

		if (!driver || driver_shares_group(driver) || goes_away(outlook, member->address))
			continue;
		if (n++ < MEMBERS_TOLD)
			text_addf(text, "%s%s (%s)", n > 1 ? ", " : "", member->address, driver);
	}
	if (n > MEMBERS_TOLD)
		text_addf(text, " and %zu more", n - MEMBERS_TOLD);
}

/* A group is told of once for each device. False: it was told of before. */
static bool is_first(struct outlook *outlook, const struct step *bind, const char *group, size_t place)
{
	const struct plan *plan = outlook->question->plan;
	uint64_t hash = hash_string(hash_of(group), bind->lock);
	size_t cursor = 0, at;

	while (lookup_next(&outlook->told, hash, &cursor, &at)) {
		const char *told = group_then(outlook->question, plan->steps[at]);

		if (string_equal(told, group) && string_equal(plan->steps[at]->lock, bind->lock))
			return false;
	}
	lookup_add(&outlook->told, hash, place);
	return true;
}

static void judge_group(const struct question *question)
{
	struct outlook outlook;
	const struct step *bind;

	outlook_make(&outlook, question);
	for (size_t cursor = 0; (bind = next_step(question, &knob_driver, &cursor));) {
		const char *group = driver_is_vfio(bind->after) ? group_then(question, bind) : NULL;
		AUTO_TEXT struct text holders = { 0 };

		if (!group || !is_first(&outlook, bind, group, cursor - 1))
			continue;
		holders_print(&outlook, group, &holders);
		if (holders.length)
			gate_refuse_step(question, bind, question->gate->fix,
				"nobody could open it: IOMMU group %s has members with drivers of the "
				"host's: %s",
				group, text_string(&holders));
	}
	outlook_free(&outlook);
}

const struct gate gate_group_not_whole = {
	.id = "group-not-whole",
	.question = "Does user space get all of an IOMMU group, or nothing of it?",
	.explain =
		"The IOMMU cannot tell the functions of one group apart, so the kernel gives a group to user "
		"space only when no driver of the host's is bound in it (drivers/iommu/iommu.c, "
		"iommu_group_claim_dma_owner: EBUSY; Documentation/driver-api/vfio.rst). vfio-pci binds all "
		"the same, and the guest then does not start: \"group N is not viable\". Bridges with "
		"pcieport and functions without a driver are no obstacle. New virtual functions share the "
		"group of their physical function where a bridge above has no access control services.",
	.fix = "wish vfio-pci or none for these too, or put the card into a slot behind access control "
	       "services (ACS)",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "iommu-off" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge_group,
};

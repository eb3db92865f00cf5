/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the VF of a wish, and the steps of a plan that its own wait for. */
#include "kinds_rows.h"
#include "share.h"

struct resource *pool_of(const struct state *state, const struct resource *resource)
{
	AUTO_FREE char *name =
		text_print("%s.%s", resource_above(resource, &kind_device)->name, kind_vf_pool.key);

	return state_find(state, &kind_vf_pool, name);
}

int64_t vfs_wished(const struct state *state, const struct resource *resource)
{
	const struct resource *pool = pool_of(state, resource);

	return pool ? ((const struct pool_body *)pool->body)->count : 0;
}

/* The kernel goes from one number to another through none: the VF that is there is not the one wished for. */
const struct function *pool_vf(const struct function *pf, int64_t vfs, int64_t number)
{
	int64_t count;

	if (function_number(pf, A_NUMVFS, &count) == 0 && count != vfs)
		return NULL;
	return (size_t)number < pf->n_virtfn ? pf->virtfn[number] : NULL;
}

/* It was added a moment ago. */
struct step *pool_made_by(const struct plan *plan, const struct resource *pool)
{
	for (size_t i = plan->n; i-- > 0;) {
		struct step *step = plan->steps[i];

		if (step->why && step->why->want == pool && step->n_learns > 0)
			return step;
	}
	return NULL;
}

struct step *pool_opened_by(const struct plan *plan, const struct step *making)
{
	for (size_t i = plan->n; i-- > 0 && plan->steps[i] != making;)
		if (plan->steps[i]->restores && plan->steps[i]->restores->guard_of == making)
			return plan->steps[i];
	return NULL;
}

static bool is_of_kind(const struct step *step, const struct kind *kind, const char *object)
{
	return step->why->want->kind == kind && string_equal(step->object, object);
}

struct step *step_then(struct step *step, const struct step *last)
{
	if (last)
		step_needs(step, last, AFTER_DONE);
	return step;
}

/* Those of the same device were added a moment ago: what is before them is another's. */
struct span device_steps(const struct plan *plan, const struct resource *device)
{
	struct span span = { .first = plan->n, .end = plan->n };

	while (span.first > 0 && plan->steps[span.first - 1]->why &&
		resource_above(plan->steps[span.first - 1]->why->want, &kind_device) == device)
		span.first--;
	return span;
}

struct step *vf_settled_by(const struct plan *plan, struct span span, const char *object)
{
	for (size_t i = span.end; i-- > span.first;)
		if (is_of_kind(plan->steps[i], &kind_vf_net, object) ||
			is_of_kind(plan->steps[i], &kind_vf_share, object))
			return plan->steps[i];
	return NULL;
}

struct step *vf_shared_by(const struct plan *plan, struct span span, const char *object)
{
	for (size_t i = span.first; i < span.end; i++)
		if (is_of_kind(plan->steps[i], &kind_vf_share, object))
			return plan->steps[i];
	return NULL;
}

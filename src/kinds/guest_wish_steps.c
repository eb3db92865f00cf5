/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Steps of a guest: consent, definition, start and stop. */
#include "closure.h"
#include "guest_wish.h"
#include "kinds_rows.h"
#include <stdlib.h>

/* All steps of one guest are made from this. */
struct making {
	const struct change *change;
	const struct guest_body *want, *have; /* have NULL: it is not defined */
	const struct survey *survey;
	const struct state *state;
	struct plan *plan;
	char *id, *lock;
	struct step *last;
};

/* `like`: what the guest does not tell already. */
static struct step *add_step(struct making *making, struct step like)
{
	struct step *step;

	like.object = making->change->want->name;
	like.lock = making->lock;
	like.why = making->change;
	step = plan_add(making->plan, &like);
	if (making->last)
		step_needs(step, making->last, AFTER_DONE);
	making->last = step;
	return step;
}

static void add_effects(struct step *step, const struct closure *closure, bool will)
{
	for (size_t i = 0; i < closure->n; i++)
		step_affects(step, EFFECT_SECURED, closure->names[i], will);
}

static bool starts(const struct making *making)
{
	return string_equal(making->want->state, GUEST_RUNNING) &&
	       !(making->have && string_equal(making->have->state, GUEST_RUNNING));
}

/*
 * What is only taken for secure may not have been switched yet: a run may have died right before the start.
 * Who runs with a domain that has not changed since proves that it is.
 */
static bool is_proven(const struct domain *known, const struct closure *closure)
{
	return known && known->guest && closure_fits(closure, known->consent);
}

/* Equal is not asked again; wider is (DESIGN rule 6). The number of ports that may be switched yet. */
static size_t add_consents(struct making *making, char *const *ports, bool *ret_kept)
{
	size_t n = 0;

	*ret_kept = true;
	for (size_t i = 0; ports[i]; i++) {
		const struct domain *known = domains_find(&making->survey->domains, ports[i]);
		const char *consent = known && known->consent ? known->consent : "";
		struct closure closure;
		struct step *step;

		closure_find(making->survey, making->state, ports[i], &closure);
		n += !is_proven(known, &closure);
		if (!closure_fits(&closure, consent)) {
			*ret_kept = false;
			step = add_step(making, (struct step){ .knob = &knob_consent,
							.target = ports[i],
							.before = (char *)consent,
							.after = closure.digest,
							.flags = STEP_CONSENT });
			if (!starts(making))
				add_effects(step, &closure, false);
		}
		closure_free(&closure);
	}
	return n;
}

static void add_secured(const struct making *making, struct step *start, char *const *ports)
{
	for (size_t i = 0; ports[i]; i++) {
		const struct domain *known = domains_find(&making->survey->domains, ports[i]);
		struct closure closure;

		closure_find(making->survey, making->state, ports[i], &closure);
		if (!is_proven(known, &closure))
			add_effects(start, &closure, domain_world(making->survey, ports[i]) != WORLD_SECURE);
		closure_free(&closure);
	}
}

/* Who is no confidential guest gets functions of the ordinary world alone. */
static void add_handed_out(const struct making *making, struct step *step)
{
	for (size_t i = 0; i < making->want->hostdevs.n; i++) {
		const struct resource *guest = making->change->want;
		const struct function *there = hostdev_there(guest, i, making->survey, making->state);
		const char *name = there ? there->address : hostdev_name(guest, i);

		if (hostdev_function(guest, i, making->survey, making->state))
			step_affects(step, EFFECT_HANDED_OUT, name, true);
	}
}

static void add_start(struct making *making, char *const *ports, size_t to_switch, bool kept)
{
	unsigned flags = to_switch ? STEP_ONE_WAY | STEP_SLOW : STEP_SLOW;
	struct step *step;

	if (!starts(making))
		return;
	step = add_step(making, (struct step){ .knob = &knob_guest_state,
					.target = making->id,
					.before = GUEST_STOPPED,
					.after = GUEST_RUNNING,
					.flags = flags | (to_switch && kept ? STEP_CONSENTED : 0) });
	if (guest_is_confidential(making->change->want))
		add_secured(making, step, ports);
	else
		add_handed_out(making, step);
}

static void add_stop(struct making *making)
{
	const struct guest *guest = guests_find(&making->survey->guests, making->id);

	if (!making->have || !string_equal(making->want->state, GUEST_STOPPED) ||
		!string_equal(making->have->state, GUEST_RUNNING))
		return;
	add_step(making, (struct step){ .knob = &knob_guest_state,
				 .target = making->id,
				 .before = GUEST_RUNNING,
				 .after = GUEST_STOPPED,
				 .flags = STEP_DISRUPTIVE | STEP_SLOW });
	namespaces_order_stop(making->plan, making->survey, making->last, guest ? guest->owns : NULL);
}

static void add_definition(struct making *making)
{
	if (making->have && string_equal(making->have->definition, making->want->definition))
		return;
	add_step(making, (struct step){ .knob = &knob_guest,
				 .target = making->id,
				 .before = making->have ? making->have->definition : "",
				 .after = making->want->definition });
}

/* Of a function that it is to get, else of one that it has; NULL: it has none, the host's lock is enough. */
static char *lock_of(const struct making *making)
{
	const struct resource *wish = making->change->want;
	const struct guest *guest = guests_find(&making->survey->guests, making->id);
	const struct function *function =
		making->want->hostdevs.n ? hostdev_function(wish, 0, making->survey, making->state) : NULL;

	if (!function && guest)
		function = words_function(making->survey, guest->definition);
	if (!function && guest)
		function = words_function(making->survey, guest->owns);
	return function ? function_device(function) : NULL;
}

static void add_steps(struct making *making)
{
	const struct resource *guest = making->change->want;
	AUTO_FREE char *missing = NULL;
	char **ports = guest_ports(guest, making->survey, making->state, &missing);
	bool confidential = guest_is_confidential(guest), kept = true;
	size_t to_switch = 0;

	making->id = guest_id(guest);
	making->lock = lock_of(making);
	add_stop(making);
	if (confidential && !string_equal(making->want->state, GUEST_STOPPED))
		to_switch = add_consents(making, ports, &kept);
	add_definition(making);
	add_start(making, ports, to_switch, kept);
	guest_ports_free(ports);
	free(making->id);
	free(making->lock);
}

void guest_steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	for (size_t i = 0; i < changes->n; i++) {
		const struct change *change = &changes->all[i];
		struct making making = {
			.change = change,
			.want = change->want->body,
			.have = change->have ? change->have->body : NULL,
			.survey = survey,
			.state = plan->want,
			.plan = plan,
		};

		if (guest_is_planned(change->want))
			add_steps(&making);
	}
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes the ledger's lines of what a run has set. */
#include "ledger_absorb.h"

const struct ledger_run *absorb_run(const struct absorbing *on)
{
	return &on->ledger->runs[on->ledger->n_runs - 1];
}

struct ledger_line *absorb_line(struct absorbing *on, size_t event)
{
	on->lines = memory_grow(on->lines, on->n, sizeof(*on->lines));
	on->lines[on->n].event = (char *)ledger_event_at(event)->name;
	return &on->lines[on->n++];
}

struct ledger_line *absorb_setting(
	struct absorbing *on, size_t event, const struct applied *applied, const char *original)
{
	struct ledger_line *line = absorb_line(on, event);

	line->knob = (char *)applied->knob->name;
	line->target = applied->target;
	line->object = applied->object;
	line->pf = applied->pf;
	line->original = (char *)original;
	line->before = applied->original;
	line->value = applied->value;
	return line;
}

const struct applied *absorb_noted(const struct absorbing *on, const struct applied *applied)
{
	const struct ledger_run *run = absorb_run(on);
	const struct applied *turned = applied_find(&run->turned, applied->knob, applied->target);

	return turned ? turned : applied_find(&run->kept, applied->knob, applied->target);
}

static bool is_noted(const struct absorbing *on, const struct applied *applied)
{
	const struct applied *noted = absorb_noted(on, applied);

	return noted && string_equal(noted->value, applied->value) &&
	       string_equal(noted->original, applied->original);
}

const struct applied *absorb_stands(const struct absorbing *on, const struct applied *applied)
{
	const struct applied *stands = applied_find(&on->ledger->applied, applied->knob, applied->target);

	if (applied_find(&on->gone, applied->knob, applied->target))
		return NULL;
	return stands && stands->value ? stands : NULL;
}

/*
 * Of a write without a result: the boot in which the same was set for certain, so that it is not taken for
 * somebody else's when it never came; NULL: this run's.
 */
static char *boot_known(
	const struct absorbing *on, const struct applied *applied, const struct applied *stands)
{
	const struct applied *open = applied_find(&on->open, applied->knob, applied->target);

	if (!open || !open->value || !stands || !string_equal(stands->value, applied->value))
		return NULL;
	return stands->boot_id;
}

/*
 * Their drivers come after all of their settings: nobody knows which the run was still to set; but for a
 * restore, which sets what is told.
 */
static bool is_partial(const struct absorbing *on, const struct applied *applied)
{
	return applied->knob == &knob_numvfs && !on->ended_well && !absorb_run(on)->restores &&
	       applied_find(&on->held, &knob_autoprobe, applied->target);
}

/*
 * The run came to its end on the way from what pawl had set to another number of VFs: at none, or the write
 * of that other number is in the kernel yet.
 */
static bool is_passing(const struct absorbing *on, const char *pf)
{
	const struct applied number = { .knob = &knob_numvfs, .target = (char *)pf };
	const struct applied *stands = absorb_stands(on, &number);
	const struct applied *net = applied_find(&on->net, number.knob, pf),
			     *open = applied_find(&on->open, number.knob, pf),
			     *passed = applied_find(&on->passing, number.knob, pf);

	if (!stands || !net || on->ended_well)
		return false;
	if (passed && string_equal(passed->value, net->value))
		return true;
	return open && open->value && (passed || stands->passing);
}

/* The run has gone on from what it was only to pass through no further. */
static bool is_at_passed(const struct absorbing *on, const struct knob *knob, const char *target)
{
	const struct applied *net = applied_find(&on->net, knob, target);
	const struct applied *passed = applied_find(&on->passing, knob, target);

	return net && net->value && passed && string_equal(passed->value, net->value);
}

/* Its controller was taken offline, now or by an earlier run, to come back with another share. */
static bool vf_is_halfway(const struct absorbing *on, const struct applied *online)
{
	const struct applied *net = applied_find(&on->net, online->knob, online->target);
	const struct applied *stands = absorb_stands(on, online);

	if (is_at_passed(on, online->knob, online->target))
		return true;
	return stands && stands->stood && (!net || !net->value || string_equal(net->value, stands->value));
}

static bool any_is_halfway(const struct absorbing *on, const struct applied_list *list, const char *pf)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->all[i].knob == &knob_vf_online && string_equal(list->all[i].pf, pf) &&
			vf_is_halfway(on, &list->all[i]))
			return true;
	return false;
}

/* A restore takes the boot's driver away to bring back another one, which nobody has given up. */
static bool is_between_drivers(const struct absorbing *on, const struct applied *driver)
{
	const struct applied *stands = absorb_stands(on, driver);

	return absorb_run(on)->restores && string_equal(driver->value, "") && stands && *stands->value;
}

/* The VFs of a drive share it: the earlier share of one may have no room beside the new one of another. */
static bool is_halfway(const struct absorbing *on, const struct applied *applied)
{
	if (on->ended_well)
		return false;
	if (applied->knob == &knob_driver)
		return is_at_passed(on, applied->knob, applied->target) || is_between_drivers(on, applied);
	return knob_is_of_share(applied->knob) && applied->pf &&
	       (any_is_halfway(on, &on->net, applied->pf) ||
		       any_is_halfway(on, &on->ledger->applied, applied->pf));
}

static const char *what_of(const struct absorbing *on, const struct applied *applied)
{
	if (applied->knob == &knob_numvfs && is_passing(on, applied->target))
		return LEDGER_PASSING;
	if (is_halfway(on, applied))
		return LEDGER_HALFWAY;
	return is_partial(on, applied) ? LEDGER_PARTIAL : NULL;
}

/* The VFs that went with the number. */
static void mark_gone(struct absorbing *on)
{
	for (size_t i = 0; i < on->n; i++)
		if (on->lines[i].pf && is_passing(on, on->lines[i].pf))
			on->lines[i].what = (char *)LEDGER_PASSING;
}

/* A VF that is named by its own address is still the one that its PF has: a boot leaves of it only that. */
static struct applied named_as(const struct absorbing *on, const struct applied *applied)
{
	static const struct knob *const of_vf[] = { &knob_override, &knob_driver };
	struct applied named = *applied;

	for (size_t i = 0; !named.pf && i < sizeof(of_vf) / sizeof(of_vf[0]); i++) {
		const struct applied at = { .knob = of_vf[i], .target = applied->target };
		const struct applied *stands = absorb_stands(on, &at);

		if (stands && stands->pf)
			named.pf = stands->pf, named.object = stands->object;
	}
	return named;
}

static void add_net(struct absorbing *on)
{
	for (size_t i = 0; i < on->net.n; i++) {
		const struct applied *applied = &on->net.all[i];
		const struct applied *stands = absorb_stands(on, applied);
		const struct applied named = named_as(on, applied);
		const char *original = stands ? stands->original : applied->original;
		size_t event = string_equal(original, applied->value) ? LEDGER_RELEASED : LEDGER_APPLIED;
		struct ledger_line *line;

		if (!applied->value || string_equal(applied->original, applied->value) ||
			is_noted(on, applied))
			continue;
		line = absorb_setting(on, event, &named, original);
		line->boot_id = boot_known(on, applied, stands);
		line->what = (char *)what_of(on, applied);
	}
}

static bool turns_shares(const struct absorbing *on, const char *pf)
{
	for (size_t i = 0; i < on->net.n; i++)
		if (knob_is_of_share(on->net.all[i].knob) && string_equal(on->net.all[i].pf, pf))
			return true;
	return false;
}

/* What an earlier run had left half done is whole once one has ended well that went on with its drive. */
static bool becomes_whole(const struct absorbing *on, const struct applied *half)
{
	const struct applied at = { .knob = &knob_vf_online, .target = half->target };
	const struct applied *net = applied_find(&on->net, at.knob, at.target);
	const struct applied *online = net ? net : absorb_stands(on, &at);

	return half->stood && half->pf && knob_is_of_share(half->knob) && on->ended_well &&
	       turns_shares(on, half->pf) && absorb_stands(on, half) &&
	       !applied_find(&on->net, half->knob, half->target) && online &&
	       string_equal(online->value, "true");
}

static void add_whole(struct absorbing *on)
{
	for (size_t i = 0; i < on->ledger->applied.n; i++) {
		const struct applied *half = &on->ledger->applied.all[i];
		struct applied whole = *half;

		whole.original = half->value; /* before this run */
		if (becomes_whole(on, half) && !is_noted(on, &whole))
			absorb_setting(on, LEDGER_APPLIED, &whole, half->original);
	}
}

static void add_kept(struct absorbing *on)
{
	for (size_t i = 0; i < on->kept.n; i++)
		if (on->kept.all[i].value && !is_noted(on, &on->kept.all[i]))
			absorb_setting(on, LEDGER_KEPT, &on->kept.all[i], NULL);
}

void absorb_lines(struct absorbing *on)
{
	mark_gone(on);
	add_net(on);
	add_whole(on);
	add_kept(on);
}

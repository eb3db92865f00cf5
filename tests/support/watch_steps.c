/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stands between the loop that turns knobs and whom it tells of that: the linker's --wrap=plan_apply. */
#include "watch_steps.h"
#include "effects_watch.h"
#include "prediction_watch.h"
#include <stdlib.h>

/* One run at a time, as everywhere in a test. */
static struct watching {
	const struct progress *told; /* NULL: nobody listens */
	const struct state *want;
	size_t turned;
	struct twin *twin;  /* NULL: effects are not looked at */
	bool looks;         /* in the run in hand */
	bool counts;        /* it is a run, and no prediction of one */
	struct sight sight; /* when it was looked at last */
	struct in_hand *steps;
	size_t n;
	struct text breaches;
} watching;

size_t steps_turned(void)
{
	return watching.turned;
}

void steps_watch(struct twin *twin)
{
	watching.twin = twin;
}

char *steps_breaches(void)
{
	return watching.breaches.length ? text_take(&watching.breaches) : NULL;
}

static void look(void)
{
	struct sight now;

	if (!watching.looks)
		return;
	sight_take(watching.twin, &now);
	effects_compare(&watching.sight, &now, watching.steps, watching.n, watching.want, &watching.breaches);
	sight_free(&watching.sight);
	watching.sight = now;
}

static void step_forget(const struct step *step)
{
	for (size_t i = watching.n; i-- > 0;) {
		if (watching.steps[i].step != step)
			continue;
		free(watching.steps[i].target);
		watching.steps[i] = watching.steps[--watching.n];
	}
}

/* A one-way step waits until all others are done, and all others for it (plan.h, plan_order). */
static void watch_barrier(const struct step *step)
{
	for (size_t i = 0; i < watching.n; i++)
		if ((step->flags | watching.steps[i].step->flags) & (STEP_ONE_WAY | STEP_NEEDS_REBOOT))
			text_addf(&watching.breaches, "step %zu and %zu are under way at once\n",
				watching.steps[i].step->number, step->number);
}

static void step_starts(void *data, const struct step *step, const char *target)
{
	look();
	watch_barrier(step);
	watching.steps = memory_grow(watching.steps, watching.n, sizeof(*watching.steps));
	watching.steps[watching.n++] = (struct in_hand){ .step = step, .target = string_copy(target) };
	if (watching.told && watching.told->starts)
		watching.told->starts(data, step, target);
}

static void step_ends(void *data, const struct step *step, const char *target, enum step_result result)
{
	look();
	step_forget(step);
	watching.turned += watching.counts && result == STEP_DONE;
	if (result == STEP_DONE && watching.looks)
		effects_come_true(&watching.sight, step, target, watching.want, &watching.breaches);
	if (result == STEP_STILL_RUNNING)
		watching.looks = false, watching.twin = NULL;
	if (watching.told && watching.told->ends)
		watching.told->ends(data, step, target, result);
}

int __real_plan_apply(
	const struct planning *, struct host *, struct journal *, const struct manner *, struct report *);
int __wrap_plan_apply(
	const struct planning *, struct host *, struct journal *, const struct manner *, struct report *);

int __wrap_plan_apply(const struct planning *planning, struct host *host, struct journal *journal,
	const struct manner *manner, struct report *report)
{
	struct progress progress = manner->progress ? *manner->progress : (struct progress){ 0 };
	struct manner watched = *manner;
	struct prediction *prediction = NULL;
	int result;

	if (watching.twin && host == twin_host(watching.twin))
		prediction = prediction_take(planning); /* which comes through here too */
	watching.told = manner->progress;
	watching.counts = !manner->unjudged;
	watching.want = &planning->want;
	watching.looks = watching.twin && host == twin_host(watching.twin);
	if (watching.looks)
		sight_take(watching.twin, &watching.sight);
	progress.starts = step_starts;
	progress.ends = step_ends;
	watched.progress = &progress;
	result = __real_plan_apply(planning, host, journal, &watched, report);
	while (watching.n > 0)
		step_forget(watching.steps[0].step);
	sight_free(&watching.sight);
	if (prediction && result == 0 && watching.looks && !twin_struck(watching.twin))
		prediction_compare(prediction, twin_world(watching.twin), &watching.breaches);
	if (prediction)
		prediction_free(prediction);
	return result;
}

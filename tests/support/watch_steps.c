/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stands between the loop that turns knobs and whom it tells of that: the linker's --wrap=plan_apply. */
#include "watch_steps.h"
#include "engine.h"

/* One run at a time, as everywhere in a test. */
static struct watching {
	const struct progress *told; /* NULL: nobody listens */
	size_t turned;
} watching;

size_t steps_turned(void)
{
	return watching.turned;
}

static void step_starts(void *data, const struct step *step, const char *target)
{
	if (watching.told && watching.told->starts)
		watching.told->starts(data, step, target);
}

static void step_ends(void *data, const struct step *step, const char *target, enum step_result result)
{
	watching.turned += result == STEP_DONE;
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

	watching.told = manner->progress;
	progress.starts = step_starts;
	progress.ends = step_ends;
	watched.progress = &progress;
	return __real_plan_apply(planning, host, journal, &watched, report);
}

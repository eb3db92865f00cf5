/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What goes wrong on the twin: failing, hanging, dying at an operation, and coming back to life. */
#include "twin_inside.h"
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

/* From the reboot to pawl's next run; only the clock knows it. */
#define BOOT (60 * SECOND)

void fault_free(struct twin *twin)
{
	free((void *)twin->strike.at_write);
	free((void *)twin->strike.path);
	free((void *)twin->strike.value);
}

void twin_set_fault(struct twin *twin, const struct strike *strike)
{
	fault_free(twin);
	twin->strike = *strike;
	twin->strike.at_write = string_copy(strike->at_write);
	twin->strike.path = string_copy(strike->path);
	twin->strike.value = string_copy(strike->value);
	twin->struck = false;
	twin->random = (strike->seed + UINT64_C(1)) * UINT64_C(0x9e3779b97f4a7c15);
}

/* Bytes that reached the disk when nobody waited for the fsync: a prefix, often none or all of them. */
static void append_torn(struct twin *twin, struct pending *pending)
{
	switch (twin_random(twin) % 4) {
	case 0:
		return;
	case 1:
		break;
	default:
		pending->op.in_len = twin_random(twin) % (pending->op.in_len + 1);
	}
	pending_execute(twin, pending);
}

/* The process is gone, the operation's effect is not. */
static void effect_stays(struct twin *twin, struct pending *pending)
{
	if (op_turns(&pending->op) || pending->op.verb == OP_GUEST) { /* the daemon has it */
		pending_execute(twin, pending);
		return;
	}
	switch (pending->op.verb) {
	case OP_REPLACE: /* rename(2): all or nothing */
		if (twin_random(twin) % 2)
			pending_execute(twin, pending);
		break;
	case OP_APPEND:
		append_torn(twin, pending);
		break;
	default:
		break;
	}
}

static void twin_die(struct twin *twin, struct pending *pending)
{
	twin->died = true;
	if (!twin->strike.after_effect) {
		pending_remove(twin, pending);
		return;
	}
	if (pending->op.verb == OP_APPEND)
		append_torn(twin, pending);
	else if (pending->op.verb != OP_WATCH)
		pending_execute(twin, pending);
}

static void twin_hang(struct twin *twin, struct pending *pending)
{
	const char *rest;
	const struct function *function = path_function(twin, pending->op.path, &rest);

	if (!pending->deadline) {
		twin_die(twin, pending);
		return;
	}
	pending->stage = WAITING;
	pending->hung = true;
	pending_moved(twin, pending);
	if (function && op_turns(&pending->op))
		pending->locked[0] = string_copy(function->address);
}

static bool fault_is_due(struct twin *twin, const struct op *op)
{
	struct strike *strike = &twin->strike;

	if (strike->fault == FAULT_NONE || twin->struck)
		return false;
	if (!strike->at_write)
		return twin->operations == strike->at_operation;
	if (!op_writes(op) || fnmatch(strike->at_write, op->path, 0) != 0)
		return false;
	if (strike->nth <= 1)
		return true;
	strike->nth--;
	return false;
}

/* A guest's start that fails has asked the platform for its functions all the same (platform.h). */
static void twin_refuse(struct twin *twin, struct pending *pending)
{
	AUTO_TEXT struct text unused = { 0 };

	if (pending->op.verb == OP_GUEST && string_equal(pending->op.in, GUEST_START))
		guest_prepare(twin, pending->op.path, &unused);
	pending_answer(twin, pending, twin->strike.error);
	if (op_writes(&pending->op))
		watch_refusal(twin, pending->op.path);
}

static void somebody_acts(struct twin *twin)
{
	const struct strike *strike = &twin->strike;

	if (strike->hold)
		twin_hold(twin, strike->path, strike->value);
	else if (strike->path)
		twin_write(twin, strike->path, strike->value);
	else
		twin_modprobe(twin, strike->value);
	if (strike->hold && strike->hold_ns)
		twin_release_after(twin, strike->path, strike->hold_ns);
}

/* It strikes once. */
void fault_strike(struct twin *twin, struct pending *pending)
{
	if (!fault_is_due(twin, &pending->op))
		return;
	twin->struck = true;
	twin->struck_at = twin->operations;
	switch (twin->strike.fault) {
	case FAULT_FAIL:
		twin_refuse(twin, pending);
		break;
	case FAULT_LOSE:
		pending_answer(twin, pending, 0);
		break;
	case FAULT_MEANWHILE:
		somebody_acts(twin);
		break;
	case FAULT_HANG:
		twin_hang(twin, pending);
		break;
	case FAULT_INTERRUPT:
		twin_interrupt(twin, 1);
		break;
	default:
		twin_die(twin, pending);
	}
}

/* Writes that the kernel, or a helper process, has go on without the process; all else ends with it. */
static void pending_outlive(struct twin *twin, struct pending *pending)
{
	if (pending->releases) {
		pending_release(twin, pending);
		return;
	}
	if (pending->hung && twin->strike.after_effect) {
		free(pending->locked[0]);
		pending->locked[0] = NULL;
		pending->hung = false;
		effect_stays(twin, pending);
	} else if (pending->stage == QUEUED) {
		effect_stays(twin, pending);
	}
	if (op_turns(&pending->op) && pending->stage == WAITING && !pending->hung)
		pending_detach(twin, pending);
	else
		pending_remove(twin, pending);
}

static int pending_by_ticket(const void *a, const void *b)
{
	uint64_t ticket_a = (*(struct pending *const *)a)->ticket;
	uint64_t ticket_b = (*(struct pending *const *)b)->ticket;

	return ticket_a < ticket_b ? -1 : ticket_a > ticket_b;
}

static void all_outlive(struct twin *twin)
{
	size_t n = twin->n_pending;
	AUTO_FREE struct pending **all = memory_new(n + 1, sizeof(struct pending *));

	if (n)
		memcpy(all, twin->pending, n * sizeof(struct pending *));
	qsort(all, n, sizeof(struct pending *), pending_by_ticket);
	for (size_t i = 0; i < n; i++)
		pending_outlive(twin, all[i]);
	pending_settle(twin);
}

/* What a removed physical function has left on the bus is in the kernel's memory only. */
static void orphans_forget(struct twin *twin)
{
	for (size_t i = twin->world.n; i-- > 0;) {
		struct function *function = twin->world.functions[i];

		if (!function->orphan_of)
			continue;
		entries_remove(&twin->virtuals, function->address);
		group_leave(twin, function);
		survey_remove(&twin->world, function);
	}
}

/* What is in memory only is gone; sysfs starts anew and drivers bind as at every boot. */
static void functions_reboot(struct twin *twin)
{
	struct survey *world = &twin->world;

	orphans_forget(twin);
	functions_find(twin, NULL);
	for (size_t i = 0; i < world->n; i++) {
		struct function *function = world->functions[i];

		if (vfs_count(function) > 0)
			vfs_remove(twin, function);
		if (function->attr[A_OVERRIDE].is == R_VALUE)
			function_set(function, A_OVERRIDE, "");
		if (function->attr[A_AUTOPROBE].is == R_VALUE)
			function_set(function, A_AUTOPROBE, "1");
		eswitch_reboot(function);
		drive_reset(twin, function, RESET_FUNCTION);
	}
	for (size_t i = 0; i < world->n; i++)
		driver_boot(twin, world->functions[i]);
}

/* No process has come through, so nobody has a function open. */
static void holders_forget(struct twin *twin)
{
	while (twin->holders.n) {
		AUTO_FREE char *object = string_copy(twin->holders.all[0].name);

		twin_hold(twin, object, NULL);
	}
}

static void machine_reboot(struct twin *twin)
{
	AUTO_FREE char *boot_id =
		text_print("7717b001-0000-4000-8000-%012llx", (unsigned long long)++twin->boots);
	struct reading *reading = &twin->world.machine[M_BOOT_ID];

	while (twin->n_pending)
		pending_remove(twin, twin->pending[0]);
	holders_forget(twin);
	users_reboot(twin);
	guests_reboot(twin);
	functions_reboot(twin);
	for (size_t i = twin->files.n; i-- > 0;)
		if (string_starts(twin->files.all[i].name, "run/"))
			entries_remove(&twin->files, twin->files.all[i].name);
	reading_free(reading);
	*reading = (struct reading){ .is = R_VALUE, .text = string_copy(boot_id) };
	twin->now += BOOT;
}

bool twin_struck(const struct twin *twin)
{
	return twin->struck;
}

void twin_revive(struct twin *twin, bool reboot)
{
	all_outlive(twin);
	entries_free(&twin->locks);
	entries_free(&twin->intended);
	twin->journal_refused = false;
	twin->died = twin->interrupt = twin->struck = false;
	twin->strike.fault = FAULT_NONE;
	if (reboot)
		machine_reboot(twin);
}

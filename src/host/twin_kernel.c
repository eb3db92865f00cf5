/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What surrounds a write in the twin's kernel: the lock of its device, its uevents, its time. */
#include "twin_inside.h"
#include <stdlib.h>
#include <string.h>

static bool pending_locks(const struct pending *pending, const char *address)
{
	for (size_t i = 0; i < LOCKS; i++)
		if (string_equal(pending->locked[i], address))
			return true;
	return false;
}

bool device_is_locked(const struct twin *twin, const char *address)
{
	for (size_t i = 0; twin->n_writes > 0 && i < twin->n_pending; i++)
		if (twin->pending[i] != twin->current && pending_locks(twin->pending[i], address))
			return true;
	return false;
}

bool device_is_ours(const struct twin *twin, const char *address)
{
	return twin->current && pending_locks(twin->current, address);
}

bool device_lock(struct twin *twin, const char *address)
{
	struct pending *pending = twin->current;
	size_t at = 0;

	if (device_is_locked(twin, address))
		return false;
	if (!pending || device_is_ours(twin, address))
		return true;
	while (at + 1 < LOCKS && pending->locked[at])
		at++;
	free(pending->locked[at]);
	pending->locked[at] = string_copy(address);
	return true;
}

void twin_delay(struct twin *twin, uint64_t ns)
{
	twin->delay += ns;
}

/* "ACTION@DEVPATH" (lib/kobject_uevent.c). */
static char *announcement(const struct twin *twin, const char *action, const char *address)
{
	const struct function *function = survey_function(&twin->world, address);
	const char *path = function ? function_text(function, A_PATH) : NULL;
	const char *devices = path ? strstr(path, "/devices/") : NULL;

	return devices ? text_print("%s@%s", action, devices) : text_print("%s@/devices/%s", action, address);
}

void kernel_announces(struct twin *twin, const char *action, const char *address)
{
	for (size_t i = 0; i < twin->n_pending; i++) {
		struct pending *pending = twin->pending[i];

		if (pending->op.verb != OP_WATCH || pending->stage != WAITING || pending->hung ||
			!string_equal(pending->op.path, address))
			continue;
		pending->stage = FINISHED;
		pending->due = twin->now + twin->delay;
		pending->done.data = announcement(twin, action, address);
		pending->done.len = strlen(pending->done.data);
		pending_moved(twin, pending);
	}
}

void twin_announce(struct twin *twin, const char *address)
{
	kernel_announces(twin, "change", address);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes that a run which died had begun, and that its helper process is still at. */
#include "journal.h"
#include <errno.h>
#include <string.h>

/* Anything that a run notes of a write but that it begins it. */
static bool is_answer(const struct journal_entry *entry, const struct journal_entry *intend)
{
	return string_equal(entry->knob, intend->knob) && string_equal(entry->target, intend->target) &&
	       !string_equal(entry->event, intend->event);
}

/* What was asked for shows only when it is there; what reads as before may be on its way. */
static bool is_unanswered(const struct journal *journal, size_t at)
{
	const struct journal_entry *intend = &journal->entries[at];
	const struct knob *knob = intend->knob ? knob_find(intend->knob) : NULL;

	if (!string_equal(intend->event, "intend") || !knob || !knob->learn)
		return false;
	for (size_t i = at + 1; i < journal->n; i++)
		if (is_answer(&journal->entries[i], intend))
			return false;
	return true;
}

/* The helper has the lock of the device for as long as the kernel has the helper (host.h). */
static bool device_is_locked(struct host *host, const char *target)
{
	AUTO_FREE char *device = string_part(target, strcspn(target, ". "));
	AUTO_FREE char *lock = text_print(LOCK_DEVICE "%s", device);
	AUTO_FREE char *path = text_print("run/pawl/%s.lock", lock);
	struct done done = { 0 };
	int error = host_do(host, &(struct op){ .verb = OP_READ, .path = path, .lock = lock }, &done);

	done_free(&done);
	return error == EBUSY;
}

int journal_note_running(struct journal *journal, struct host *host, struct report *report)
{
	const struct journal_entry *begin, *end;
	size_t n = journal->n;

	journal_last_run(journal, &begin, &end);
	for (size_t i = begin && !end ? (size_t)(begin - journal->entries) : n; i < n; i++) {
		struct journal_entry running = journal->entries[i];

		if (!is_unanswered(journal, i) || !device_is_locked(host, running.target))
			continue;
		running.event = (char *)step_result_names[STEP_STILL_RUNNING];
		running.owes = false;
		if (journal_append(journal, &running, report) < 0)
			return -1;
	}
	return 0;
}

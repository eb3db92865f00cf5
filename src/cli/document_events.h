/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * document_events.h: what --events tells, one JSON object a line. Private to cli.
 *
 * A line has the keys of event_head and those of its kind; unknown keys and kinds are to be ignored. Schema
 * and pawl-json(5) come from the same rows.
 */
#ifndef DOCUMENT_EVENTS_H
#define DOCUMENT_EVENTS_H

#include "document.h"

enum event_id {
	EVENT_RUN_BEGINS,
	EVENT_STEP_STARTS,
	EVENT_STEP_ENDS,
	EVENT_WAITS,
	EVENT_STOPS,
	EVENT_FINDING,
	EVENT_RUN_ENDS,
	N_EVENTS
};

/* One row a kind. Its rows tell of a struct event, those of EVENT_FINDING of a struct finding. */
struct event_kind {
	const char *name, *help;
	const struct document_row *rows;
};
extern const struct event_kind event_kinds[N_EVENTS];
extern const struct document_row event_head[];

/* What happened; only what the kind's rows read is set. */
struct event {
	enum event_id kind;
	uint64_t ms; /* since the plan was begun, by the clock of its machine */
	const struct plan *plan;
	const char *host;
	size_t parallel;
	const struct step *step;
	const char *target, *object, *holder;
	enum step_result result;
	uint64_t took_ms, timeout_ms;
	const struct step *const *in_hand; /* n of them */
	size_t n;
	size_t done; /* steps */
	enum outcome outcome;
};

/* The line as text, for the caller to free. `thing` is what the kind's rows tell of. */
char *event_print(const struct event *, const void *thing);

#endif

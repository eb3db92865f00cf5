/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what happens on standard output, line by line. */
#include "events.h"
#include "document_events.h"
#include "print.h"
#include <stdlib.h>

struct events {
	struct host *host; /* NULL: nothing has begun */
	uint64_t began_ns;
	uint64_t ms; /* when it was left */
	const struct plan *plan;
	const enum step_result *results;
	size_t done, n_findings;
};

const struct format format_events = {
	.name = "events",
	.help = "one JSON object a line",
	.print = document_print_json,
};

void events_open(struct session *session)
{
	session->events = memory_new(1, sizeof(*session->events));
	session->options.format = &format_events;
}

static uint64_t ms_since(const struct events *events)
{
	const struct host *host = events->host;

	return host ? (host->ops->now_ns(events->host) - events->began_ns) / 1000000 : events->ms;
}

/* A line is told as a whole and at once: whoever reads it may be waiting for it. */
static void line_print(struct session *session, const struct event *event, const void *thing)
{
	AUTO_FREE char *line = event_print(event, thing);
	AUTO_TEXT struct text text = { 0 };

	text_addf(&text, "%s\n", line);
	session_print(session, &text);
}

void events_tell(struct session *session, const struct event *like)
{
	struct event event = *like;

	if (!session->events)
		return;
	event.ms = ms_since(session->events);
	event.plan = session->events->plan;
	event.done = session->events->done;
	line_print(session, &event, &event);
}

void events_plan(
	struct session *session, const struct plan *plan, const char *host, const enum step_result *results)
{
	if (!session->events)
		return;
	session->events->plan = plan;
	session->events->results = results;
	events_tell(session, &(struct event){
				     .kind = EVENT_RUN_BEGINS,
				     .host = host,
				     .parallel = session->options.parallel,
			     });
}

void events_machine(struct session *session, struct host *host)
{
	if (!session->events)
		return;
	session->events->host = host;
	session->events->began_ns = host ? host->ops->now_ns(host) : 0;
}

void events_leave(struct session *session)
{
	struct events *events = session->events;
	size_t n = events && events->plan ? events->plan->n : 0;

	if (!events)
		return;
	events->ms = ms_since(events);
	events->done += results_count(events->results, n, STEP_DONE) +
			results_count(events->results, n, STEP_ALREADY);
	events->host = NULL;
	events->plan = NULL;
	events->results = NULL;
}

void events_findings(struct session *session)
{
	struct events *events = session->events;
	const struct finding *const *findings;
	size_t n;

	if (!events)
		return;
	findings = session_findings(session, &n);
	for (; events->n_findings < n; events->n_findings++)
		line_print(session, &(struct event){ .kind = EVENT_FINDING, .ms = ms_since(events) },
			findings[events->n_findings]);
}

void events_end(struct session *session, enum outcome outcome)
{
	events_findings(session);
	events_tell(session, &(struct event){ .kind = EVENT_RUN_ENDS, .outcome = outcome });
	free(session->events);
	session->events = NULL;
}

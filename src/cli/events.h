/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * events.h: --events: what happens, told on standard output as it happens. Private to cli.
 *
 * Nothing else is printed there. Without the option each call does nothing.
 */
#ifndef EVENTS_H
#define EVENTS_H

#include "session.h"

struct event;

void events_open(struct session *); /* from here on, when the option is given */
void events_plan(struct session *, const struct plan *, const char *host, const enum step_result *results);
void events_machine(struct session *, struct host *); /* whose clock counts, from now on */
void events_leave(struct session *);                  /* plan and machine go away */
void events_tell(struct session *, const struct event *);
void events_findings(struct session *); /* those that have come since the last call */
void events_end(struct session *, enum outcome);

extern const struct format format_events; /* that of the option: not text, and no document */

#endif

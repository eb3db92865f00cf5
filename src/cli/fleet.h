/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * fleet.h: the plans of many hosts, from a directory of their facts. Private to cli.
 *
 * One host at a time is joined, planned and freed; of hosts whose plans are equal one plan is kept.
 */
#ifndef FLEET_H
#define FLEET_H

#include "document.h"
#include "print.h"
#include "work.h"

struct fleet_host {
	char *name, *facts;
	char plan_id[DIGEST_LENGTH + 1]; /* "" when no plan could be made */
	size_t group;                    /* its index */
};

/* Hosts with the same steps, for the same reasons refused or not. */
struct fleet_group {
	char *key; /* all that makes the plans equal */
	bool planned, refused;
	struct plan_count count;
	struct text text;      /* the first host's plan, when text is asked for */
	struct document *plan; /* the same, when a document is asked for */
	struct report report;  /* what was found on the first of them */
	size_t *hosts, n;
};

struct fleet {
	struct fleet_host *hosts;
	size_t n;
	struct fleet_group *groups;
	size_t n_groups;
	struct lookup by_key, by_name;
	char **strangers; /* files of facts that fit no host */
	size_t n_strangers;
	const char **absent; /* hosts of which there are no facts; names of the wish */
	size_t n_absent;
};

/* `pawl plan --facts DIR`. */
enum outcome fleet_plan(struct session *);

/* "kp001, kp002, kp003 and 195 more". */
void fleet_names(const struct fleet *, const struct fleet_group *, struct text *);
size_t fleet_refused(const struct fleet *); /* hosts */
void fleet_print(const struct fleet *, struct text *);

/* The group of a host's plan, made when it is the first of its kind; the host is in it then. */
struct fleet_group *fleet_group_of(
	struct fleet *, const struct plan *, const struct survey *, const struct report *, size_t host);

#endif

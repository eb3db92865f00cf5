/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_identity.h: what people know functions by, read for the whole machine at once.
 */
#ifndef SURVEY_IDENTITY_H
#define SURVEY_IDENTITY_H

#include "survey_readings.h"

/* Reads the names of all functions, once it is known which are VFs. asks: answers of drives (asks.h), or
 * NULL. 0, or an errno of the host's end. */
int identities_take(struct host *, struct survey *, struct asks *);

/* Interfaces and their permanent MACs, in one request. */
void netdevs_take(struct host *, struct survey *);

/* The modes of embedded switches, in one request. */
void eswitches_take(struct host *, struct survey *);

/* Is this the phys_port_name of an end of a card's switch, and so no interface of the function's own? */
bool port_is_representor(const char *port);

/* Serial numbers of all functions that are no VFs and that are awake. 0, or an errno of the host's end. */
int serials_take(struct host *, struct survey *);

/* Who uses functions; what is not told is in doubt. */
void users_take(struct host *, struct users *);
void guests_take(struct host *, struct guests *);
void claims_take(struct host *, struct survey *); /* what the command line claims, too */

/* The same of all functions, from one to another; `why` NULL: R_ABSENT, else R_UNKNOWN with these words. */
void identities_fill(struct survey *, enum identity first, enum identity last, const char *why);

/* One more line; what no terminal may show comes as \xNN, blanks at the end are no part of it. */
void identity_add(struct function *, enum identity, const char *value);

#endif

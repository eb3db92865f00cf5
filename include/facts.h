/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * facts.h: a survey as one JSON file, and back. Floor 2, host.
 *
 * Planning on facts gives the same plan id as planning on the host that they were captured from. In a facts
 * file null is "absent"; a missing key is "not captured".
 */
#ifndef FACTS_H
#define FACTS_H

#include "report.h"
#include "survey.h"

/* The document as text, ending in a newline; the caller frees it. `origin`: how it was made, for people. */
char *facts_print(const struct survey *, const char *origin);

/* Reads text made by facts_print. -1 and findings (outcome BAD_CONFIGURATION) naming `name` and the key. */
int facts_parse(const char *text, size_t length, const char *name, struct survey *, struct report *);

#endif

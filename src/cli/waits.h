/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * waits.h: what a survey still waits for, at the end of a terminal. Private to cli.
 *
 * A drive may take its time: what has not answered within a second has a line of its own, until the survey
 * has ended. Without a terminal, and where JSON is asked for, nothing is told.
 */
#ifndef WAITS_H
#define WAITS_H

#include "session.h"

/* As survey_take. */
int waits_survey(struct session *, struct host *, struct survey *);

#endif

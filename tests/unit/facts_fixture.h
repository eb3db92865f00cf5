/* SPDX-License-Identifier: GPL-2.0-or-later */
/* facts_fixture.h: a survey and the report of what was read into it, for tests of facts. */
#ifndef FACTS_FIXTURE_H
#define FACTS_FIXTURE_H

#include "facts.h"
#include "suite.h"
#include <string.h>

static struct survey survey;
static struct report report;

static inline void clean(void)
{
	survey_free(&survey);
	report_free(&report);
}

static inline int take(const char *text)
{
	return facts_parse(text, strlen(text), "kp.json", &survey, &report);
}

/* The same when they are printed and read again. */
static inline void read_again(void)
{
	AUTO_FREE char *first = facts_print(&survey, "a test");
	struct survey again = { 0 };

	ck_assert_int_eq(facts_parse(first, strlen(first), "again.json", &again, &report), 0);
	AUTO_FREE char *second = facts_print(&again, "a test");
	ck_assert_str_eq(first, second);
	survey_free(&again);
}

#endif

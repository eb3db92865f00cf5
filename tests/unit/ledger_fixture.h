/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ledger_fixture.h: a machine with an empty ledger.
 */
#ifndef LEDGER_FIXTURE_H
#define LEDGER_FIXTURE_H

#include "../support/suite.h"
#include "ledger.h"
#include "twin.h"
#include <string.h>

static struct twin *twin;
static struct host *host;
static struct report report;
static struct survey survey;
static struct pin_list found;
static struct journal journal;

static inline void machine_set(enum machine_fact fact, const char *text)
{
	reading_free(&survey.machine[fact]);
	survey.machine[fact] = (struct reading){ .is = R_VALUE, .text = string_copy(text) };
}

/* The device is that function now. */
static inline void find(const char *handle, const char *address)
{
	const struct pin pin = {
		.handle = (char *)handle,
		.select = (char *)"driver=igb",
		.address = (char *)address,
		.serial = (char *)"A1",
	};

	pins_keep(&found, &pin);
}

static inline void begin(void)
{
	struct survey world = { 0 };

	twin = twin_new(&world, NULL);
	host = twin_host(twin);
	survey = (struct survey){ 0 };
	found = (struct pin_list){ 0 };
	machine_set(M_MACHINE_ID, "0123456789abcdef0123456789abcdef");
	machine_set(M_DMI_SERIAL, "S1");
	find("nic0", "0000:17:00.0");
}

static inline void end(void)
{
	report_free(&report);
	journal_free(&journal);
	pins_free(&found);
	survey_free(&survey);
	host_free(host);
}

/* How many lines the file has. */
static inline size_t lines(void)
{
	struct done done = { 0 };
	size_t n = 0;

	host_do(host, &(struct op){ .verb = OP_READ, .path = "var/lib/pawl/ledger" }, &done);
	for (const char *at = done.data; at && (at = strchr(at, '\n')); at++)
		n++;
	done_free(&done);
	return n;
}

static inline struct ledger opened(void)
{
	struct ledger ledger;

	ck_assert_int_eq(ledger_open(&ledger, host, &survey, &report), 0);
	return ledger;
}

#endif

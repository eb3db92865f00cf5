/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ledger.h: what pawl remembers of this machine from one run to the next. Floor 4, engine.
 *
 * var/lib/pawl/ledger: JSON lines with a sequence number and a CRC-32, only ever appended to. The first line
 * says which machine it is of. Debts are not here but in the journal: they end with a run, this does not.
 */
#ifndef LEDGER_H
#define LEDGER_H

#include "record.h"
#include "survey.h"

struct ledger {
	struct record record;
	struct pin *pins; /* the last word on each handle and function */
	size_t n_pins;
	uint64_t version;
	char *machine_id, *dmi_serial; /* whose it is; NULL: not known, or the ledger is empty */
	bool elsewhere; /* it is another machine's: nothing of it is believed, nothing is added */
};

/* Reads it and holds it against the machine surveyed. -1 and a finding when that cannot be. */
int ledger_open(struct ledger *, struct host *, const struct survey *, struct report *);
void ledger_free(struct ledger *);

/* The pins as a survey has them, for who looks for the devices. */
void ledger_pins(const struct ledger *, struct survey *);

/* Notes those pins of the first survey that are new; the second one is of the machine. -1 and a finding. */
int ledger_keep(struct ledger *, const struct survey *pinned, const struct survey *, struct report *);

#endif

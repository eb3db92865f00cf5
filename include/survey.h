/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey.h: what was seen of the machine, each attribute once. Floor 2, host.
 *
 * The list of attributes (pci.h) is fixed and does not depend on the configuration.
 */
#ifndef SURVEY_H
#define SURVEY_H

#include "applied.h"
#include "claim.h"
#include "domain.h"
#include "guest.h"
#include "pci.h"
#include "pin.h"
#include "remembered.h"
#include "use.h"

/* Facts of the machine as a whole; stable ones identify it, volatile ones take no part in a plan id. */
enum machine_fact {
	M_HOSTNAME,
	M_MACHINE_ID,
	M_DMI_SERIAL,
	M_DMI_PRODUCT,
	M_KERNEL,
	M_CMDLINE,
	M_BOOT_ID,
	N_MACHINE_FACTS
};
struct machine_row {
	const char *name, *path;
	bool is_volatile;
};
extern const struct machine_row machine_facts[N_MACHINE_FACTS];

/* A temporary value that an earlier run left behind (journal.h). */
struct debt {
	const struct knob *knob;
	char *target, *value; /* what the knob must be set to */
	char *left;           /* what the run had set it to */
};

struct survey {
	struct function **functions; /* by address */
	size_t n;
	struct reading machine[N_MACHINE_FACTS];
	char **drivers; /* registered with the PCI bus, sorted */
	struct debt *debts;
	size_t n_drivers, n_debts;
	struct pin_list pins;  /* by handle */
	struct pin_list stood; /* by address: who stood there when the ledger noted it last */
	struct applied_list applied;
	struct applied_list kept; /* what a knob that learns has made: no run takes it back */
	struct users users;
	struct claims claims;
	struct guests guests;
	struct domains domains;   /* the ledger has them, as pins */
	struct remembered ledger; /* and can it be believed? */
	bool partial;             /* from facts that did not capture everything */
};

/* Reads the machine. -1 and findings when the PCI bus cannot be read at all. `survey` must be zeroed. */
int survey_take(struct host *, struct survey *, struct report *);
/* Reads these physical devices ("0000:17:00"), drivers and the machine's facts anew, and leaves what else was
 * seen before as it is: nobody waits for another device. asks: or NULL. -1 and findings: as it was. */
struct asks;
int survey_take_again(
	struct host *, struct survey *, const char *const *devices, size_t n, struct asks *, struct report *);
void survey_copy(const struct survey *, struct survey *copy); /* without its debts */
void survey_free(struct survey *);

/* The debts count as paid: sets the attribute that each debt's knob turns, so that no plan sees them. */
void survey_overlay_debts(struct survey *);
void survey_leave_debt(struct survey *, const struct debt *);                 /* as it is */
struct function *survey_function(const struct survey *, const char *address); /* NULL: none */
struct function *survey_by_path(const struct survey *, const char *path);     /* bridge path, CONFIG.md */
bool survey_has_driver(const struct survey *, const char *driver);

struct function *survey_add(struct survey *, const char *address); /* kept in order; for twin and facts */
void survey_remove(struct survey *, struct function *);
void survey_link_virtfn(struct function *pf, size_t number, struct function *vf);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * select.h: which functions a device's `select` means. Floor 3, kinds.
 *
 * All keys that are given must fit. A virtual function is meant only by address or path: what a physical
 * function's driver or vendor says is true of its VFs as well, and nobody means them.
 */
#ifndef SELECT_H
#define SELECT_H

#include "field.h"
#include "survey.h"

/* In the order of the kind's table. */
enum select_row {
	SELECT_PCI,
	SELECT_PATH,
	SELECT_SLOT,
	SELECT_FUNCTION,
	SELECT_SERIAL,
	SELECT_VENDOR,
	SELECT_DEVICE,
	SELECT_CLASS,
	SELECT_SUBSYSTEM_VENDOR,
	SELECT_SUBSYSTEM_DEVICE,
	SELECT_DRIVER,
	SELECT_NETDEV,
	SELECT_MAC,
	SELECT_NVME_SERIAL,
	SELECT_NVME_MODEL,
	SELECT_NUMA,
	N_SELECT
};

struct select {
	uint64_t set;
	char *pci, *path, *slot, *serial, *driver, *netdev, *mac, *nvme_serial, *nvme_model;
	int64_t function, vendor, device, class, subsystem_vendor, subsystem_device, numa;
};
extern const struct field select_fields[];

enum fit { FIT_NO, FIT_YES, FIT_UNKNOWN };

/* What the function has for a key, one value a line; of FIT_UNKNOWN: why that is not known. */
enum fit select_fits(const struct select *, enum select_row, const struct function *, struct text *ret_has);

/* The same without a wish: FIT_YES when it has anything there. */
enum fit select_has(enum select_row, const struct function *, struct text *ret_has);

/* What a key wishes, as the YAML has it. */
void select_print(const struct select *, enum select_row, struct text *);

/* All that is given, in a sentence: pci "0000:17:00.0", vendor 0x19e5. */
void select_words(const struct select *, struct text *);

/*
 * What is given of names that a wish may change or take away, as a pin keeps it: "driver=igb netdev=eth0".
 * "" when nothing is; the caller frees it.
 */
char *select_names(const struct select *);

/*
 * The functions that a device means. One that is pinned under this handle and these names is meant although a
 * wish has changed them (DESIGN rule 10). `undecided`: one that may be meant as well, were it known.
 */
struct selection {
	const struct function **found; /* by address */
	size_t n;
	const struct function *undecided; /* NULL: all is known that decides */
	enum select_row unknown;          /* of it */
};
void select_find(const struct select *, const char *handle, size_t expected, const struct survey *,
	struct selection *ret_selection);
void selection_free(struct selection *);

#endif

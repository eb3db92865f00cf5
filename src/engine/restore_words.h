/* SPDX-License-Identifier: GPL-2.0-or-later */
/* restore_words.h: what pawl has set, by the devices that it was set on. Private to restore. */
#ifndef RESTORE_WORDS_H
#define RESTORE_WORDS_H

#include "kind.h"
#include "survey.h"

/* One that the ledger remembers; everything in it points into the list that was read. */
struct word {
	const struct applied *applied;
	size_t device; /* in words->devices */
	int64_t vf;    /* its number; -1: the device itself */
};

/* A physical function that something was set on, or on its VFs. */
struct word_device {
	char *address, *handle;      /* "0000:17:00.0", "nic0"; its own */
	const struct applied *count; /* of VFs; NULL: pawl has set none */
};

struct words {
	struct word *all;
	struct word_device *devices;
	size_t n, n_devices;
	struct lookup by_address;
};

/* Temporary values are left out: they are debts. */
void words_read(const struct applied_list *, const struct survey *, struct words *ret_words);
void words_free(struct words *);

/*
 * What comes back of it: of what a dead run left half done what stood before, but for the new share of a VF
 * whose controller works in the boot of that run.
 */
const char *restore_value(const struct applied *, const struct survey *);

/* What reads `now` is as a boot leaves it; `function`: whose knob it is. */
bool boot_makes(const struct applied *, const struct function *, const char *now);

/* Its handle means another function since it was applied last, and no pin tells which card stands here: where
 * it is. NULL: it is the one. */
const struct pin *device_elsewhere(const struct survey *, const struct word_device *);

/* How many VFs the device is to have: as was set, or as there are when pawl has set no number. */
int64_t device_vfs(const struct word_device *, const struct survey *);

#endif

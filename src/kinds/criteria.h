/* SPDX-License-Identifier: GPL-2.0-or-later */
/* criteria.h: the table of criteria, between the files that select functions. */
#ifndef CRITERIA_H
#define CRITERIA_H

#include "select.h"

struct answer;

enum criterion_flag {
	MAY_CHANGE = 1,         /* another driver changes it or takes it away */
	OF_ONE_CARD = 2,        /* no two cards have the same */
	RENAMED_BY_ANYBODY = 4, /* udev, an upgrade, `ip link`: another name is no other card */
};

/* One row a key of `select`. */
struct criterion {
	void (*read)(const struct function *, int from, struct answer *);
	int from;    /* an attribute or an identity, as `read` takes it */
	int or_from; /* where it may be as well; 0: nowhere */
	bool (*same)(const char *has, size_t length, const char *want);
	unsigned flags;
};
extern const struct criterion criteria[N_SELECT];

/* What a select wishes as text, made once for all functions; NULL: not given. */
struct wanted {
	char *texts[N_SELECT];
};
void wanted_make(const struct select *, struct wanted *);
void wanted_free(struct wanted *);
enum fit wanted_fits(const struct wanted *, enum select_row, const struct function *, struct text *ret_has);

#endif

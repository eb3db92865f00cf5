/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lanes.h: which names must share a lane. Floor 2, model.
 */
#ifndef LANES_H
#define LANES_H

struct lanes;

/* Two names that must share a lane are joined; plan_order gives each step the lane of its lock. */
struct lanes *lanes_new(void);
void lanes_join(struct lanes *, const char *a, const char *b);
const char *lanes_name(const struct lanes *, const char *member); /* the member itself when never joined */
void lanes_free(struct lanes *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* put_back.h: what the files of put_back share. */
#ifndef PUT_BACK_H
#define PUT_BACK_H

#include "kinds_rows.h"

/* A function whose knobs are taken back, and the steps that others wait for. */
struct taking {
	const struct change *change;
	const struct survey *survey;
	struct plan *plan;
};

/* Who asks, for whose sake words are said. */
struct asking {
	const struct survey *survey;
	const struct resource *whose;
	size_t row;
	struct report *report;
};

const char *put_back_object(const struct applied *); /* its name for people */

/* A note on what is not taken back. */
struct finding put_back_stays(const struct asking *, const struct applied *);

/* What is taken back; NULL: nothing is to be, or it goes away with its VF. */
const struct applied *put_back_due(const struct survey *, const struct knob *, const char *target);

/* The steps of what a drive's VFs had of it before; the first and the last of one VF's, NULL: none. */
void put_back_shares(const struct taking *, const struct function *pf);
struct step *share_first(const struct taking *, const char *vf_target);
struct step *share_last(const struct taking *, const char *vf_target);

/* Who has a drive's namespaces: who had it before has it again. And is that known? Else it says so. */
void put_back_holders(const struct taking *);
bool holders_are_known(const struct asking *, const struct applied *);

/* The VF's controller ends offline, where this driver finds nothing; then it ends without. */
bool share_finds_nothing(const struct survey *, const char *vf, const char *driver);
bool share_let_go(const struct survey *, const struct applied *, const char *now); /* that has been done */
void share_note(const struct asking *, const struct applied *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * restore.h: what pawl has set and a boot has taken away comes back. Floor 4, engine.
 *
 * Only values that were applied, each known with the boot in which it was: never a newer file. What reads
 * otherwise in the boot in which pawl set it, or reads what no boot makes, is somebody else's and stays.
 */
#ifndef RESTORE_H
#define RESTORE_H

#include "recall.h"

/*
 * Of what pawl has set, all on devices of which a boot has taken something away. A NOTE says what stays as
 * somebody else has set it, an ERROR (FAILED) what cannot come back because it is not there.
 */
void restore_choose(const struct survey *, struct applied_list *ret_words, struct report *);

/*
 * What a configuration's plan leaves otherwise than pawl had set it, on devices that it names: no boot is to
 * bring it back, and a NOTE says so. What a boot has taken away waits for a restore, but where the
 * configuration has a word on it.
 */
void restore_give_up(
	const struct plan *, const struct survey *, struct applied_list *ret_words, struct report *report);

/*
 * What a run that died had set on the way to more, and a configuration's plan leaves so: once that plan is
 * carried out a boot brings it back, and no longer what stood before.
 */
void restore_confirm(const struct plan *, const struct survey *, struct applied_list *ret_words);

/* The devices of these words, as they were applied, below the host. Pure. */
void restore_wish(
	const struct applied_list *words, const struct survey *, struct state *, const struct resource *host);

/*
 * Plans for these words and asks the gates. A device that cannot be looked at, or that a gate refuses, keeps
 * down only itself: it is taken out of the words, its ERROR is one of FAILED, and the plan is made anew. -1
 * when there is no plan; ret_refused: a gate refuses what belongs to no device.
 */
int restore_plan(struct planning *, const struct asked *, struct applied_list *words, bool *ret_refused,
	struct report *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* secure.h: what the gates on the secure world share. */
#ifndef SECURE_H
#define SECURE_H

#include "gates_rows.h"

/* Not its variants, which use the function themselves (drivers/vfio/pci/hisilicon, hisi_acc_vf_qm_init). */
#define SECURE_VFIO "vfio-pci"

/* The next step that has an effect of this kind, and comes from a wish. Both cursors start at 0. */
const struct step *effect_next(const struct question *, enum effect_kind, size_t *step, size_t *effect);

/* Whose function it is that the effect found last is on; NULL: one that is not there. */
const struct function *effect_function(
	const struct question *, const struct survey *, const struct step *, size_t effect);

/* The physical function of "nic0.vf.3" of the wish. */
const struct function *pf_named(const struct question *, const char *name);

/* The digest that the plan asks for, or that was consented to before; NULL: none. */
const char *consent_to(const struct question *, const char *port);

#endif

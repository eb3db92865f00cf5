/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * vf_places.h: where the VFs of physical functions are, or would be.
 */
#ifndef VF_PLACES_H
#define VF_PLACES_H

#include "survey.h"

/*
 * Says once of each PF what is wrong, whose VFs cannot be where sriov_offset and sriov_stride put them. The
 * kernel lets no such device have VFs (drivers/pci/iov.c, compute_max_vf_buses and sriov_enable).
 */
void vf_places_check(const struct survey *,
	void (*wrong)(void *data, struct function *pf, enum attribute, const char *why), void *data);

#endif

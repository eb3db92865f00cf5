/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * twin_nvme.h: an NVMe controller of the twin. Of src/host/twin_nvme*.c only.
 */
#ifndef TWIN_NVME_H
#define TWIN_NVME_H

#include "nvme_command.h"
#include "twin_inside.h"

/* Its member `door` is the first one. */
struct controller {
	struct nvme_door door;
	struct twin *twin;
	struct function *pf;
};
int controller_submit(struct nvme_door *, struct nvme_command *);
int controller_manage_namespaces(struct controller *, struct nvme_command *);
int controller_attach_namespace(struct controller *, const struct nvme_command *);
int controller_delete_namespace(struct controller *, uint32_t nsid);     /* by hand: 0 or an errno */
bool controller_manages(const struct controller *);                      /* namespaces, and it is true */
bool controller_is_loose(const struct controller *);                     /* about who has a namespace */
bool controller_tells_uuids(const struct controller *);                  /* of namespaces, and nothing else */
unsigned controller_attachments(const struct controller *);              /* the most; 0: no limit */
bool controller_is_dead(const struct twin *, const struct function *pf); /* the kernel has given it up */
void controller_reset(struct twin *, struct function *pf, enum drive_reset);

/* What has become of its namespaces, its other ports have, too. */
void drive_ports_follow(const struct twin *, const struct function *pf);

/* It has no resources any more. */
void secondary_offline(struct drive *, struct secondary *);

#endif

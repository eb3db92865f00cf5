/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nvme_paths.h: the paths that OP_NVME knows namespaces by, and what its files share. Of src/host/ only.
 */
#ifndef NVME_PATHS_H
#define NVME_PATHS_H

#include "nvme_command.h"
#include "nvme_namespaces.h"
#include "vf_settings.h"

/*
 * "nvme/0000:a1:00.0/ns/ssd0.ns.db" are those of the drive, as nvme_namespaces.h prints them; a write makes
 * or removes one, and the name says for whom. "nvme/0000:a1:00.0/namespace/3" are the controllers that have
 * this one, "1 5"; a write gives it to one or takes it away. With the whole word as its last part it is that
 * namespace alone: of another one that has got the number nothing is told or done.
 * "nvme/0000:a1:00.0/primary" is what the drive's own controller holds of what it could give to VFs, "queues
 * 40 interrupts 32"; a write resets it.
 */
enum nvme_thing { NVME_NAMESPACES, NVME_CONTROLLERS, NVME_PRIMARY };
struct nvme_path {
	char pf[32];
	enum nvme_thing of;
	uint32_t number;  /* NVME_CONTROLLERS: of this namespace */
	const char *word; /* in the path: of this number it is meant alone; NULL: whichever has it */
};
int nvme_path_parse(const char *path, struct nvme_path *ret_path); /* -1: it is no such path */
#define NVME_OF_DRIVE "ns/"
#define NVME_OF_ONE   "namespace/"
#define NVME_OWN      "primary"
#define NVME_NAMED    "ns"   /* in a target: "0000:a1:00.0 ns ssd0.ns.db" */
#define NVME_NUMBERED "nsid" /* "0000:a1:00.0 nsid 3:976773168x512:eui.0025385b71b00001" */

/* The knob that turns such a path, and its target, for the caller to free; NULL: it is no such path. */
char *nvme_path_target(const char *path, const struct knob **ret_knob);

#define NVME_CREATE "create" /* "create:976773168x512", with "s" behind it a shared one */
#define NVME_DELETE "delete" /* "delete:3:976773168x512:eui.0025385b71b00001", which nobody has */
#define NVME_ATTACH "attach" /* "attach:5", a controller */
#define NVME_DETACH "detach"
enum nvme_does { ORDER_CREATE, ORDER_DELETE, ORDER_ATTACH, ORDER_DETACH };
struct nvme_order {
	enum nvme_does does;
	uint64_t blocks;
	uint32_t block_bytes;
	bool shared;
	const char *word; /* ORDER_DELETE: of the text that it was read from */
	uint16_t cntlid;
};
int nvme_order_parse(const char *text, struct nvme_order *ret_order); /* -1: what prints otherwise is none */
void nvme_order_print(const struct nvme_order *, struct text *);

int nvme_namespaces_set(struct nvme_door *, const struct nvme_path *, const char *in, struct text *out);
int nvme_namespaces_tell(struct nvme_door *, struct text *out);
int nvme_controllers_set(struct nvme_door *, const struct nvme_path *, const char *in, struct text *out);
int nvme_controllers_tell(struct nvme_door *, const struct nvme_path *, struct text *out);
int nvme_primary_set(struct nvme_door *, const struct nvme_path *, const char *in, struct text *out);
int nvme_primary_tell(struct nvme_door *, struct text *out);

#endif

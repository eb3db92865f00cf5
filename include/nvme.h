/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nvme.h: what an NVMe controller tells of itself, its secondary controllers and namespaces. Floor 2, host.
 *
 * Only a physical function is asked, and only while the kernel's nvme driver has it. Words and layouts:
 * NVM Express Base Specification 2.0, 5.17 (Identify) and 8.26 (Virtualization Enhancements).
 */
#ifndef NVME_H
#define NVME_H

#include "nvme_numbers.h"
#include "text.h"

struct function;
struct survey;

/* An entry of the Secondary Controller List. */
struct secondary {
	uint16_t cntlid;
	uint16_t vf; /* its VF's number from 1, as the list has it; 0: it is not that of a VF */
	uint16_t queues, interrupts;
	bool online;
};
uint16_t *secondary_share(struct secondary *, enum flexible); /* queues, or interrupts */

enum { NGUID_BYTES = 16, EUI64_BYTES = 8, UUID_BYTES = 16 };
struct drive_namespace {
	uint32_t nsid;
	uint64_t blocks;
	uint32_t block_bytes, metadata_bytes;
	bool shared;
	char *nguid, *eui64, *uuid; /* in hexadecimal; NULL: it has none */
	uint16_t *controllers;      /* that it is attached to */
	char *listed;               /* they as text: "1 5"; drive_tell makes it */
	size_t n_controllers;
};

/* What it is known by wherever it goes: the first of these that it has; NULL: none. ret_which may be NULL. */
enum namespace_id { ID_NGUID, ID_EUI64, ID_UUID, N_NAMESPACE_IDS };
const char *namespace_identity(const struct drive_namespace *, enum namespace_id *ret_which);

/* `unknown`: why the rest is not known, and nothing of it holds; NULL: it is. All is the drive's. */
struct drive {
	char *unknown;
	char *listed; /* its namespaces as text (nvme_namespaces.h); drive_tell makes it */
	char *subnqn; /* its subsystem's name, which no other has; NULL: it tells none */
	uint64_t numbers[N_DRIVE_NUMBERS];
	struct secondary *secondaries;
	struct drive_namespace *namespaces;
	uint16_t *controllers; /* all of the subsystem */
	uint32_t *formats;     /* by number: bytes of a block, 0 for one with metadata */
	size_t n_secondaries, n_namespaces, n_controllers, n_formats;
};

struct drive *drive_new(void);
struct drive *drive_copy(const struct drive *); /* NULL: none */
void drive_free(struct drive *);
void namespace_clear(struct drive_namespace *);                     /* gives its memory back */
struct secondary *drive_secondary(const struct drive *, size_t vf); /* of the VF, from 0; NULL: none */
struct secondary *drive_secondary_by_id(const struct drive *, uint16_t cntlid);
struct drive_namespace *drive_namespace(const struct drive *, uint32_t nsid);
bool drive_has_controller(const struct drive *, uint64_t cntlid); /* its own, a VF's, or of another port */
uint64_t drive_most_namespaces(const struct drive *);
char *drive_formats(const struct drive *); /* "512, 4096", the caller frees it */

/* The first format of such blocks, 0 for those with metadata; n_formats when there is none. */
size_t drive_format(const struct drive *, uint32_t block_bytes);

/* The namespace's and controller's places are kept in order. */
struct drive_namespace *drive_add_namespace(struct drive *, uint32_t nsid);
void drive_remove_namespace(struct drive *, uint32_t nsid);
void namespace_attach(struct drive_namespace *, uint16_t cntlid);
void namespace_detach(struct drive_namespace *, uint16_t cntlid);
bool namespace_has(const struct drive_namespace *, uint16_t cntlid);
void controllers_print(const struct drive_namespace *, struct text *); /* those that have it: "1 5" */

/* Takes over which namespaces another port has of the same drive, and who has them. */
void drive_follow(struct drive *, const struct drive *other);

/* Without Virtualization Management no page has the numbers of what is given to secondary controllers. */
bool drive_has_number(const struct drive *, enum drive_number);

/* Neither the primary has it, nor a secondary controller. */
uint64_t drive_left(const struct drive *, enum flexible);

#define DRIVE_DRIVER "nvme"

/* A physical function of the class; and one that the nvme driver has: it is asked. */
bool function_may_be_drive(const struct function *);
bool function_is_drive(const struct function *);

/* What it has told of itself; NULL: nothing. And that it manages namespaces. Of no function it is nothing. */
struct drive *drive_told(const struct function *pf);
bool drive_manages(const struct function *pf);

/* Sets the settings of its VFs (vf.h) to what its drive tells; drives_tell: of all functions. */
void drive_tell(struct function *pf);
void drives_tell(struct survey *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nvme_ask.h: pages of Identify, asked for, and what a controller says when it refuses. Of src/host/nvme_*.c
 * only.
 */
#ifndef NVME_ASK_H
#define NVME_ASK_H

#include "nvme_pages.h"

/* Adds the page, also when the controller refuses it; 0 or an errno. */
int nvme_ask(struct nvme_door *, uint32_t cns, uint32_t nsid, struct text *pages);
int nvme_ask_of_namespaces(struct nvme_door *, bool manages, struct text *pages);
int nvme_ask_of_namespace(
	struct nvme_door *, uint32_t nsid, struct text *pages); /* of one, by who manages it */
int nvme_ask_of_secondaries(struct nvme_door *, uint32_t from, struct text *pages); /* from this id on */
int nvme_ask_of_formats(struct nvme_door *, struct text *pages);
int nvme_ask_of_all(struct nvme_door *, struct text *pages);

/*
 * Reads pages, when asking for them went without an error, into an empty drive: 0, or an errno, and in `out`
 * what was refused. 0 is no drive that is not known.
 */
int nvme_learn(int error, const struct text *pages, struct drive *, struct text *out);

/*
 * One command of Virtualization Management (5.24): 0, or an errno and words. What is given by it is a number
 * of a resource; a drive that gives another one has refused it.
 */
struct nvme_giving {
	uint32_t action;
	uint16_t cntlid;
	enum flexible resource;
	uint32_t number;
};
int nvme_give(
	struct nvme_door *, const char *pf, const char *what, const struct nvme_giving *, struct text *out);

/* The errno of a refusal (-errno or a status), and in `out` where it was, what was asked, and the answer. */
int nvme_refuse(const char *pf, const char *what, int status, struct text *out);

#endif

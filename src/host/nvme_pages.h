/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nvme_pages.h: pages of Identify, as OP_NVME carries them. Of src/host/nvme_*.c only.
 */
#ifndef NVME_PAGES_H
#define NVME_PAGES_H

#include "nvme_command.h"
#include <nvme/types.h>

#define ALL_NAMESPACES UINT32_C(0xffffffff)

/* Between processes of one program. */
struct nvme_page {
	uint32_t nsid;
	int32_t status; /* 0; else the page is not there */
	uint32_t cns;
	_Alignas(uint64_t) unsigned char data[NVME_PAGE]; /* of numbers up to that width */
};

/* As drive_take, which also says whether `unknown` is a status; 0: it is none. */
int nvme_pages_take(struct drive *, const void *pages, size_t length, int *ret_status);

uint64_t bytes_number(const unsigned char *bytes, size_t width);
size_t nvme_format_number(uint8_t flbas); /* of a namespace; and how a number is written there */
uint8_t nvme_flbas(size_t format);
uint64_t page_number(const unsigned char *page, enum drive_number);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* twin_drive.h: a twin with the drive of drive_fixture.h at NVME, for tests of what its controller does. */
#ifndef TWIN_DRIVE_H
#define TWIN_DRIVE_H

#include "drive_fixture.h"
#include "identify.h"
#include "suite.h"
#include "twin_world.h"
#include <string.h>

static struct twin *twin;
static struct function *pf;

static inline void start(void)
{
	twin = twin_make_with(NULL);
	pf = survey_function(twin_world(twin), NVME);
	pf->drive = drive_make();
}

static inline void stop(void)
{
	host_free(twin_host(twin));
}

/* A write of `value`; NULL: it is read. */
static inline struct op drive_op(const char *path, const char *value)
{
	return (struct op){ .verb = OP_NVME,
		.path = path,
		.in = value,
		.in_len = value ? strlen(value) : 0,
		.deadline_ns = SECONDS };
}

#endif

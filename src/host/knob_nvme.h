/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * knob_nvme.h: what the knobs of NVMe drives share. Of src/host/ only.
 */
#ifndef KNOB_NVME_H
#define KNOB_NVME_H

#include "knob_sysfs.h"

/* Of so many commands: the kernel gives each 60 s (drivers/nvme/host/core.c, admin_timeout). */
#define NVME_COMMANDS(n) ((n)*65 * SECOND)

/* Of a read of many pages, from one to the next (host.h): who lets one wait for longer does not answer. */
#define NVME_PATIENCE NVME_COMMANDS(1)

/* Of what a drive may say to any order; nvme_command.h has which status becomes which errno. */
extern const struct knob_advice nvme_advice[];

#endif

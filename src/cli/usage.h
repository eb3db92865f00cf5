/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * usage.h: a command line that cannot be followed. Private to cli.
 */
#ifndef USAGE_H
#define USAGE_H

#include "report.h"

/* One mistake of it; BAD_USAGE. */
enum outcome usage_report(struct report *, const char *hint, const char *format, ...) PRINTF_LIKE(3, 4);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells of what a command line cannot mean. */
#include "usage.h"

enum outcome usage_report(struct report *report, const char *hint, const char *format, ...)
{
	const struct finding usage = { .severity = ERROR, .outcome = BAD_USAGE, .id = "usage", .hint = hint };
	va_list values;

	va_start(values, format);
	report_addv(report, &usage, format, values);
	va_end(values);
	return BAD_USAGE;
}

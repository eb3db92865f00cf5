/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells of what a command line cannot mean. */
#include "usage.h"
#include "text.h"

enum outcome usage_report(struct report *report, const char *hint, const char *format, ...)
{
	AUTO_TEXT struct text text = { 0 };
	va_list values;

	va_start(values, format);
	text_addv(&text, format, values);
	va_end(values);
	report_add(report,
		&(struct finding){ .severity = ERROR, .outcome = BAD_USAGE, .id = "usage", .hint = hint },
		"%s", text_string(&text));
	return BAD_USAGE;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is known to use a function, and what people know it by. */
#include "print.h"
#include <stdlib.h>
#include <string.h>

static void add_values(struct text *text, const struct reading *reading, const char *label)
{
	AUTO_FREE char *values = reading->is == R_VALUE ? string_copy(reading->text) : NULL;
	char *rest = NULL;

	for (char *value = values ? strtok_r(values, "\n", &rest) : NULL; value;
		value = strtok_r(NULL, "\n", &rest))
		text_addf(text, "%s%s%s", text->length ? ", " : "", label, value);
}

/* The kernel's users: network interfaces by their names, NVMe controllers by their serial numbers. */
char *function_users(const struct function *function)
{
	struct text text = { 0 };

	if (function->orphan_of)
		text_addf(&text, "orphan of %s", function->orphan_of);
	add_values(&text, &function->identity[I_NETDEV], "");
	add_values(&text, &function->identity[I_NVME_SERIAL], "nvme ");
	return text.length ? text_take(&text) : NULL;
}

/* With the card's own serial number: for who has room for it. */
char *function_names(const struct function *function)
{
	AUTO_FREE char *users = function_users(function);
	struct text text = { 0 };

	if (users)
		text_add(&text, users);
	add_values(&text, &function->identity[I_SERIAL], "serial ");
	return text.length ? text_take(&text) : NULL;
}

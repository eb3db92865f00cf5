/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What people call a PCI function. */
#include "names.h"
#include "print.h"
#include <string.h>

char *function_name(const struct function *function)
{
	struct text safe = { 0 };
	char buffer[256];
	const char *vendor = function_text(function, A_VENDOR), *device = function_text(function, A_DEVICE);

	if (!vendor || !device)
		return string_copy("?");
	text_add_safe(&safe, names_device(vendor, device, buffer, sizeof(buffer)));
	return text_take(&safe);
}

/* Words of companies' names that tell nobody anything, as pci.ids writes them; the longer ones first. */
static const char *const fillers[] = { " Technologies Co., Ltd.", " Technologies Co., Ltd", " Co., Ltd.",
	" Co., Ltd", ", Inc.", " Inc.", " Corporation", " Technologies", " Semiconductor" };

static size_t filler_length(const char *at)
{
	for (size_t i = 0; i < sizeof(fillers) / sizeof(*fillers); i++) {
		size_t length = strlen(fillers[i]);

		if (string_starts(at, fillers[i]) && (at[length] == ' ' || at[length] == '\0'))
			return length;
	}
	return 0;
}

char *function_short_name(const struct function *function)
{
	AUTO_FREE char *name = function_name(function);
	struct text text = { 0 };

	for (const char *at = name; *at;) {
		size_t length = filler_length(at);

		if (length == 0)
			text_add_bytes(&text, at, 1);
		at += length ? length : 1;
	}
	return text_take(&text);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Says by which lines of a story two machines differ. */
#include "whole.h"

static const char *attribute_seen(const struct function *function, enum attribute row)
{
	const char *text = attributes[row].link ? function_link(function, row) : function_text(function, row);

	return text && *text ? text : "-";
}

static void see_attributes(const struct function *wanted, const struct function *seen, struct text *text)
{
	for (enum attribute row = 0; row < N_ATTRIBUTES; row++)
		if (row != A_PATH && row != A_GROUP &&
			!string_equal(attribute_seen(wanted, row), attribute_seen(seen, row)))
			text_addf(text, "see %s %s %s\n", wanted->address, attributes[row].name,
				attribute_seen(wanted, row));
}

char *machine_differences(const struct survey *wanted, const struct survey *seen)
{
	struct text text = { 0 };

	for (size_t i = 0; i < wanted->n; i++) {
		const struct function *function = wanted->functions[i];
		const struct function *other = survey_function(seen, function->address);

		if (other)
			see_attributes(function, other, &text);
		else
			text_addf(&text, "see %s here yes\n", function->address);
	}
	for (size_t i = 0; i < seen->n; i++)
		if (!survey_function(wanted, seen->functions[i]->address))
			text_addf(&text, "see %s here -\n", seen->functions[i]->address);
	return text_take(&text);
}

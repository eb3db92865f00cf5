/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The wording of what loading finds wrong. */
#include "node.h"
#include <string.h>

enum {
	MOST_MISTAKES = 1000,
	LONGEST_WORD = 64,
};

void load_error(struct load *load, const struct finding *like, const char *format, ...)
{
	AUTO_TEXT struct text text = { 0 };
	struct finding finding = *like;
	va_list values;

	if (++load->n_mistakes > MOST_MISTAKES + 1)
		return;
	finding.severity = ERROR;
	finding.outcome = BAD_CONFIGURATION;
	if (load->n_mistakes > MOST_MISTAKES) {
		finding.id = "too-many-mistakes";
		finding.hint = NULL;
		text_addf(&text, "more than %d mistakes: the rest of this file is not told", MOST_MISTAKES);
	} else {
		va_start(values, format);
		text_addv(&text, format, values);
		va_end(values);
	}
	report_add(load->report, &finding, "%s", text_string(&text));
}

char *word_quote(const char *word)
{
	size_t length = strnlen(word, LONGEST_WORD + 1),
	       shown = length > LONGEST_WORD ? LONGEST_WORD : length;
	struct text text = { 0 };

	text_add(&text, "\"");
	text_add_printable(&text, word, shown);
	text_add(&text, shown < length ? "...\"" : "\"");
	return text_take(&text);
}

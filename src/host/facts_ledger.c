/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far the ledger can be believed, as JSON and back. */
#include "facts_parsing.h"
#include <jansson.h>

const char *const ledger_is_names[N_LEDGER_IS + 1] = {
	[LEDGER_IS_WHOLE] = "whole",
	[LEDGER_IS_ELSEWHERE] = "elsewhere",
	[LEDGER_IS_DAMAGED] = "damaged",
	[LEDGER_IS_NEWER] = "newer",
	NULL,
};

json_t *facts_print_ledger(const struct survey *survey)
{
	json_t *object = json_object();

	json_object_set_new(object, "is", facts_string(ledger_is_names[survey->ledger.is]));
	json_object_set_new(object, "why", facts_string(survey->ledger.why));
	return object;
}

void parsing_take_ledger(struct parsing *parsing, const json_t *object)
{
	struct remembered *ledger = &parsing->survey->ledger;
	const char *is = json_string_value(json_object_get(object, "is"));
	const char *why = json_string_value(json_object_get(object, "why"));
	enum ledger_is stands = LEDGER_IS_ELSEWHERE;

	while (stands < N_LEDGER_IS && !string_equal(ledger_is_names[stands], is))
		stands++;
	if (json_object_size(object) != 2 || stands == N_LEDGER_IS || !why || !*why || text_controls(why)) {
		parsing_refuse(parsing, "ledger: must be elsewhere, damaged or newer, and say why");
		return;
	}
	*ledger = (struct remembered){ .is = stands, .why = string_copy(why) };
}

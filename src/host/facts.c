/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prints a survey as one JSON document. */
#include "facts.h"
#include "facts_parsing.h"
#include <jansson.h>

/* JSON is UTF-8; firmware's words may be anything. */
json_t *facts_string(const char *text)
{
	json_t *string = text ? json_string(text) : json_null();
	AUTO_FREE char *plain = NULL;

	if (string)
		return string;
	plain = string_copy(text);
	for (char *c = plain; *c; c++)
		if (*c & 0x80)
			*c = '?';
	return json_string(plain);
}

/* What was not captured has no key. */
static void put_reading(json_t *object, const char *key, const struct reading *reading)
{
	if (reading->is == R_VALUE || reading->is == R_ABSENT)
		json_object_set_new(object, key, facts_string(reading->is == R_VALUE ? reading->text : NULL));
}

static json_t *print_function(const struct function *function)
{
	json_t *object = json_object(), *virtfn = json_array();
	bool sriov = function->attr[A_TOTALVFS].is != R_ABSENT;

	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		if (sriov || !attributes[i].sriov)
			put_reading(object, attributes[i].name, &function->attr[i]);
	for (size_t i = 0; i < function->n_virtfn; i++)
		json_array_append_new(
			virtfn, facts_string(function->virtfn[i] ? function->virtfn[i]->address : NULL));
	if (sriov)
		json_object_set(object, "virtfn", virtfn);
	if (function->orphan_of)
		json_object_set_new(object, FACTS_ORPHAN, facts_string(function->orphan_of));
	json_object_set_new(object, FACTS_IDENTITY, facts_print_identity(function));
	if (function->physfn)
		json_object_set_new(object, FACTS_SETTINGS, facts_print_settings(function));
	if (function->drive)
		json_object_set_new(object, FACTS_DRIVE, facts_print_drive(function->drive));
	json_decref(virtfn);
	return object;
}

static json_t *print_debt(const struct debt *debt)
{
	json_t *object = json_object();

	json_object_set_new(object, "knob", facts_string(debt->knob->name));
	json_object_set_new(object, "target", facts_string(debt->target));
	json_object_set_new(object, "value", facts_string(debt->value));
	json_object_set_new(object, "left", facts_string(debt->left));
	return object;
}

static json_t *print_survey(const struct survey *survey, const char *origin)
{
	json_t *root = json_object(), *machine = json_object(), *drivers = json_array();
	json_t *functions = json_object(), *debts = json_array();

	for (size_t i = 0; i < N_MACHINE_FACTS; i++)
		put_reading(machine, machine_facts[i].name, &survey->machine[i]);
	for (size_t i = 0; i < survey->n_drivers; i++)
		json_array_append_new(drivers, facts_string(survey->drivers[i]));
	for (size_t i = 0; i < survey->n; i++)
		json_object_set_new(
			functions, survey->functions[i]->address, print_function(survey->functions[i]));
	for (size_t i = 0; i < survey->n_debts; i++)
		json_array_append_new(debts, print_debt(&survey->debts[i]));
	json_object_set_new(root, "format", json_string(FACTS_FORMAT));
	json_object_set_new(root, "version", json_integer(FACTS_VERSION));
	json_object_set_new(root, "origin", facts_string(origin));
	json_object_set_new(root, "machine", machine);
	json_object_set_new(root, "drivers", drivers);
	json_object_set_new(root, "functions", functions);
	json_object_set_new(root, "debts", debts);
	json_object_set_new(root, FACTS_PINS, facts_print_pins(&survey->pins));
	if (survey->stood.n > 0)
		json_object_set_new(root, FACTS_STOOD, facts_print_pins(&survey->stood));
	json_object_set_new(root, FACTS_APPLIED, facts_print_applied(&survey->applied));
	if (survey->kept.n > 0)
		json_object_set_new(root, FACTS_KEPT, facts_print_applied(&survey->kept));
	json_object_set_new(root, "users", facts_print_users(survey));
	json_object_set_new(root, "users_unknown", facts_print_doubts(survey));
	json_object_set_new(root, "claims", facts_print_claims(survey));
	json_object_set_new(root, "claims_unknown", facts_print_claim_doubts(survey));
	if (!survey->guests.unknown)
		json_object_set_new(root, "guests", facts_print_guests(survey));
	if (!survey->domains.unknown)
		json_object_set_new(root, "domains", facts_print_domains(survey));
	if (survey->ledger.is != LEDGER_IS_WHOLE)
		json_object_set_new(root, "ledger", facts_print_ledger(survey));
	return root;
}

char *facts_print(const struct survey *survey, const char *origin)
{
	json_t *root = print_survey(survey, origin);
	AUTO_FREE char *dump = json_dumps(root, JSON_INDENT(2) | JSON_SORT_KEYS);
	struct text text = { 0 };

	json_decref(root);
	text_add(&text, dump);
	text_add(&text, "\n");
	return text_take(&text);
}

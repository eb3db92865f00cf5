/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Guests, and what is known of secure domains, as JSON and back. */
#include "address.h"
#include "facts_parsing.h"
#include <jansson.h>

#define MAX_GUESTS   10000
#define NOT_CAPTURED "the facts were captured without it"

static bool words_valid(const json_t *value, bool required)
{
	const char *text = json_string_value(value);

	return text ? !text_controls(text) && (*text || !required) : !required && json_is_null(value);
}

json_t *facts_print_guests(const struct survey *survey)
{
	json_t *guests = json_array();

	for (size_t i = 0; i < survey->guests.n; i++) {
		const struct guest *guest = &survey->guests.all[i];
		json_t *object = json_object();

		json_object_set_new(object, "uri", facts_string(guest->uri));
		json_object_set_new(object, "definition", facts_string(guest->definition));
		json_object_set_new(object, "owns", facts_string(guest->owns));
		json_array_append_new(guests, object);
	}
	return guests;
}

json_t *facts_print_domains(const struct survey *survey)
{
	json_t *domains = json_object();

	for (size_t i = 0; i < survey->domains.n; i++) {
		const struct domain *domain = &survey->domains.all[i];
		json_t *object;

		if (!domain->consent && !domain->assumed)
			continue;
		object = json_object();
		json_object_set_new(object, "consent", facts_string(domain->consent));
		json_object_set_new(object, "assumed", facts_string(domain->assumed));
		json_object_set_new(domains, domain->port, object);
	}
	return domains;
}

static void parse_guest(struct parsing *parsing, size_t number, const json_t *object)
{
	const json_t *id = json_object_get(object, "uri"), *owns = json_object_get(object, "owns");
	const json_t *definition = json_object_get(object, "definition");

	if (json_object_size(object) != 3 || !words_valid(id, true) || !words_valid(definition, true) ||
		!owns || !words_valid(owns, false))
		parsing_refuse(
			parsing, "guests: number %zu: uri, definition and owns must be strings", number);
	else if (guests_find(&parsing->survey->guests, json_string_value(id)))
		parsing_refuse(
			parsing, "guests: number %zu: %s was there before", number, json_string_value(id));
	else
		guests_set(&parsing->survey->guests, json_string_value(id), json_string_value(definition),
			json_string_value(owns));
}

void parsing_take_guests(struct parsing *parsing, const json_t *guests)
{
	if (!guests)
		guests_doubt(&parsing->survey->guests, NOT_CAPTURED);
	if (json_array_size(guests) > MAX_GUESTS)
		parsing_refuse(parsing, "guests: more than %d", MAX_GUESTS);
	for (size_t i = 0; i < json_array_size(guests) && i < MAX_GUESTS; i++)
		parse_guest(parsing, i, json_array_get(guests, i));
}

static void parse_domain(struct parsing *parsing, const char *port, const json_t *object)
{
	const json_t *consent = json_object_get(object, "consent");
	const json_t *assumed = json_object_get(object, "assumed");
	struct domain *domain;

	if (!address_valid(port) || json_object_size(object) != 2 || !consent || !assumed ||
		!words_valid(consent, false) || !words_valid(assumed, false)) {
		parsing_refuse(parsing, "domains.%s: must be an address with consent and assumed", port);
		return;
	}
	domain = domains_keep(&parsing->survey->domains, port);
	domain_consent(domain, json_string_value(consent));
	domain_assume(domain, json_string_value(assumed));
}

void parsing_take_domains(struct parsing *parsing, const json_t *domains)
{
	const json_t *domain;
	const char *port;

	if (!domains)
		parsing->survey->domains.unknown = string_copy(NOT_CAPTURED);
	json_object_foreach ((json_t *)domains, port, domain)
		parse_domain(parsing, port, domain);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the functions of a facts file. */
#include "address.h"
#include "facts_parsing.h"
#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>

#define MAX_FUNCTIONS 100000
#define MAX_VFS       65535 /* drivers/pci/iov.c keeps the number in 16 bits */

static const struct attribute_row *attribute_named(const char *name)
{
	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		if (string_equal(attributes[i].name, name))
			return &attributes[i];
	return NULL;
}

static int least_of(enum attribute attribute)
{
	return attribute == A_NUMA ? -1 : 0;
}

static int most_of(enum attribute attribute)
{
	return attribute == A_TOTALVFS || attribute == A_NUMVFS ? MAX_VFS : INT32_MAX;
}

/* Every row but links and the override is a number; an id has 16 bits, a class 24. */
static bool attribute_fits(const struct function *function, enum attribute attribute)
{
	int64_t number;
	const char *text = function_text(function, attribute);

	if (attributes[attribute].link || attribute == A_OVERRIDE)
		return true;
	/* strtoll(3) skips blanks, and takes a sign that the kernel does not print */
	if (!isxdigit((unsigned char)*text) && *text != '-')
		return false;
	return function_number(function, attribute, &number) == 0 && number >= least_of(attribute) &&
	       number <= most_of(attribute);
}

static void parse_attribute(
	struct parsing *parsing, struct function *function, enum attribute attribute, const json_t *value)
{
	const char *name = attributes[attribute].name, *text = json_string_value(value);

	if (!text && !json_is_null(value)) {
		parsing_refuse(parsing, "functions.%s.%s: must be a string or null", function->address, name);
		return;
	}
	if (text && attribute != A_OVERRIDE && text_controls(text)) {
		parsing_refuse(parsing, "functions.%s.%s: has control characters", function->address, name);
		return;
	}
	function_set(function, attribute, text);
	if (attribute == A_DRIVER && text && !driver_name_valid(function_link(function, A_DRIVER)))
		parsing_refuse(parsing, "functions.%s.%s: \"%s\" ends in no driver's name", function->address,
			name, text);
	if (text && !attribute_fits(function, attribute))
		parsing_refuse(parsing, "functions.%s.%s: \"%s\" is not such a number: %d to %d",
			function->address, name, text, least_of(attribute), most_of(attribute));
}

/* Only VFs are left behind, and no VF has VFs of its own. */
static void parse_orphan(struct parsing *parsing, struct function *function, const json_t *value)
{
	const char *pf = json_string_value(value);

	if (!pf || !address_valid(pf) || string_equal(pf, function->address)) {
		parsing_refuse(parsing, "functions.%s.%s: must be the address of the function that it was of",
			function->address, FACTS_ORPHAN);
		return;
	}
	free(function->orphan_of);
	function->orphan_of = string_copy(pf);
}

static void parse_function(struct parsing *parsing, const char *address, const json_t *object)
{
	struct function *function;
	const json_t *value;
	const char *key;

	function = survey_function(parsing->survey, address);
	if (!function || !json_is_object(object)) {
		parsing_refuse(parsing,
			"functions.%s: must be a PCI address in full and lower case, as 0000:17:00.0, with "
			"an object",
			address);
		return;
	}
	json_object_foreach ((json_t *)object, key, value) {
		const struct attribute_row *row = attribute_named(key);

		if (row)
			parse_attribute(parsing, function, (enum attribute)(row - attributes), value);
		else if (string_equal(key, FACTS_IDENTITY))
			parsing_take_identity(parsing, function, value);
		else if (string_equal(key, FACTS_SETTINGS))
			parsing_take_settings(parsing, function, value);
		else if (string_equal(key, FACTS_ORPHAN))
			parse_orphan(parsing, function, value);
		else if (string_equal(key, FACTS_DRIVE))
			continue; /* parsing_take_drives */
		else if (!string_equal(key, "virtfn"))
			parsing_refuse(parsing, "functions.%s.%s: unknown key", address, key);
		else if (!json_is_array(value) || json_array_size(value) > MAX_VFS)
			parsing_refuse(parsing, "functions.%s.virtfn: must be an array of at most %d",
				address, MAX_VFS);
	}
}

/* A function without SR-IOV has no more to say of it; anything else that has no key was not captured. */
static void complete_function(struct parsing *parsing, struct function *function)
{
	bool sriov = function->attr[A_TOTALVFS].is != R_ABSENT;

	for (size_t i = 0; i < N_ATTRIBUTES; i++) {
		enum attribute a = (enum attribute)i;

		if (attributes[i].sriov && !sriov && function_text(function, a))
			parsing_refuse(parsing, "functions.%s.%s: but its sriov_totalvfs is null",
				function->address, attributes[i].name);
		else if (attributes[i].sriov && !sriov)
			function_set(function, a, NULL);
		else if (function->attr[i].is == R_UNKNOWN)
			parsing->survey->partial = true;
	}
}

static int address_order(const void *a, const void *b)
{
	return address_compare(*(const char *const *)a, *(const char *const *)b);
}

/* In their order: one that comes before all others would move them all. */
static void add_functions(struct parsing *parsing, const json_t *functions)
{
	AUTO_FREE const char **addresses = memory_new(json_object_size(functions) + 1, sizeof(*addresses));
	const json_t *object;
	const char *address;
	size_t n = 0;

	json_object_foreach ((json_t *)functions, address, object)
		if (address_valid(address))
			addresses[n++] = address;
	qsort(addresses, n, sizeof(*addresses), address_order);
	for (size_t i = 0; i < n; i++)
		survey_add(parsing->survey, addresses[i]);
}

void parsing_take_functions(struct parsing *parsing, const json_t *functions)
{
	const json_t *object;
	const char *address;

	if (json_object_size(functions) > MAX_FUNCTIONS) {
		parsing_refuse(parsing, "functions: more than %d", MAX_FUNCTIONS);
		return;
	}
	add_functions(parsing, functions);
	json_object_foreach ((json_t *)functions, address, object)
		parse_function(parsing, address, object);
	for (size_t i = 0; i < parsing->survey->n; i++)
		complete_function(parsing, parsing->survey->functions[i]);
	parsing_check_links(parsing);
	parsing_take_vfs(parsing, functions);
	parsing_take_drives(parsing, functions);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A host and its functions, for programs. */
#include "document.h"
#include "print.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void document_add_host(struct document *document, const char *name, const struct survey *survey)
{
	struct document *map = document_map(document, "host");

	if (name)
		document_add_words(map, "name", name);
	for (size_t i = 0; i < N_MACHINE_FACTS; i++)
		document_add_words(map, machine_facts[i].name, survey->machine[i].text);
}

/* Which attributes are numbers, and which are ids: "0x" and lower-case digits. */
static const enum {
	AS_WORDS,
	AS_NUMBER,
	AS_ID
} forms[N_ATTRIBUTES] = {
	[A_VENDOR] = AS_ID,
	[A_DEVICE] = AS_ID,
	[A_SUBSYSTEM_VENDOR] = AS_ID,
	[A_SUBSYSTEM_DEVICE] = AS_ID,
	[A_VF_DEVICE] = AS_ID,
	[A_GROUP] = AS_NUMBER,
	[A_NUMA] = AS_NUMBER,
	[A_TOTALVFS] = AS_NUMBER,
	[A_NUMVFS] = AS_NUMBER,
	[A_AUTOPROBE] = AS_NUMBER,
	[A_OFFSET] = AS_NUMBER,
	[A_STRIDE] = AS_NUMBER,
};

/* The link of an IOMMU group ends in its number; function_number takes the whole of it. */
static void number_add(struct document *map, const char *key, const char *value)
{
	char *end;
	long long number = strtoll(value, &end, 10);

	if (*value && !*end)
		document_add_number(map, key, number);
	else
		document_add_words(map, key, value);
}

static void value_add(struct document *map, const struct function *function, enum attribute attribute)
{
	const char *key = attributes[attribute].name;
	const char *value = attributes[attribute].link ? function_link(function, attribute)
						       : function_text(function, attribute);
	int64_t id;

	if (forms[attribute] == AS_NUMBER) {
		number_add(map, key, value);
	} else if (forms[attribute] == AS_ID && function_number(function, attribute, &id) == 0) {
		AUTO_FREE char *words = text_print("0x%04" PRIx64, id);

		document_add_words(map, key, words);
	} else {
		document_add_words(map, key, value);
	}
}

/* As in facts: null is absent, a missing key is not known. */
static void attribute_add(struct document *map, const struct function *function, enum attribute attribute)
{
	const struct reading *reading = &function->attr[attribute];
	bool unset = attribute == A_OVERRIDE && knob_matches(&knob_override, reading, "");

	if (attribute == A_PATH && reading->is == R_VALUE) {
		AUTO_FREE char *path = function_bridge_path(function);

		document_add_words(map, attributes[attribute].name, strchr(path, '/') ? path : NULL);
	} else if (reading->is == R_ABSENT || unset) {
		document_add_words(map, attributes[attribute].name, NULL);
	} else if (reading->is == R_VALUE) {
		value_add(map, function, attribute);
	}
}

static void function_add(struct document *list, const struct function *function, const struct state *want)
{
	AUTO_FREE char *name = function_name(function), *handle = function_handle(function, want);
	struct document *map = document_entry(list);

	document_add_words(map, "address", function->address);
	document_add_words(map, "handle", handle);
	document_add_words(map, "kind", class_words(function));
	document_add_words(map, "title", name);
	for (enum attribute i = 0; i < N_ATTRIBUTES; i++)
		attribute_add(map, function, i);
	if (function->physfn)
		document_add_words(map, "physfn", function->physfn->address);
}

void document_add_functions(struct document *document, const struct survey *survey, const char *selector,
	const struct state *want)
{
	struct document *list = document_list(document, "functions");

	for (size_t i = 0; i < survey->n; i++)
		if (function_selected(survey->functions[i], selector))
			function_add(list, survey->functions[i], want);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Warns of plain scalars that readers of YAML 1.1, Ansible among them, take for something else. */
#include "load_yaml11.h"
#include "node.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A word that begins otherwise is text to every reader. */
static bool may_be_trap(const char *plain)
{
	static const char first[] = "0123456789+-.~=<yYnNtTfFoO";

	return !*plain || strchr(first, *plain);
}

/* What pawl reads of an integer is decimal, or 0x and hexadecimal. */
static bool integer_same(const char *plain, const char *taken_for)
{
	int64_t number;
	char *end;

	if (plain[0] == '0' && plain[1] && plain[1] != 'x')
		return false;
	errno = 0;
	number = strtoll(plain, &end, 0);
	if (*end || errno)
		return false;
	return *taken_for && strtoll(taken_for, NULL, 10) == number;
}

/* Whether the other reader may take it so, as the type in JSON says what a value means. */
static bool is_meant(
	const struct value_type *type, const char *plain, enum yaml11 taken, const char *taken_for)
{
	if (taken == YAML11_STRING)
		return true;
	if (string_equal(type->json_type, "integer"))
		return taken == YAML11_INTEGER && integer_same(plain, taken_for);
	return string_equal(type->json_type, "boolean") && taken == YAML11_BOOLEAN;
}

char *yaml11_words(const struct node *scalar, const struct value_type *type)
{
	static const char *const what[] = { [YAML11_BOOLEAN] = "the boolean",
		[YAML11_INTEGER] = "the number",
		[YAML11_FLOAT] = "the number",
		[YAML11_NULL] = "nothing",
		[YAML11_TIME] = "the time",
		[YAML11_MERGE] = "a merge key",
		[YAML11_DEFAULT] = "the default value's key" };
	AUTO_TEXT struct text value = { 0 };
	enum yaml11 taken;

	if (!scalar->plain || !may_be_trap(scalar->text))
		return NULL;
	taken = yaml11_resolve(scalar->text, &value);
	if (is_meant(type, scalar->text, taken, text_string(&value)))
		return NULL;
	return text_print("%s%s%s", what[taken], value.length ? " " : "", text_string(&value));
}

void load_check_yaml11(struct load *load, const struct node *scalar, const struct value_type *type)
{
	AUTO_FREE char *words = yaml11_words(scalar, type), *hint = NULL;

	if (!words)
		return;
	hint = text_print("write \"%s\", which is the same to all readers", scalar->text);
	node_warning(load, scalar, &(struct finding){ .id = "yaml-1.1", .hint = hint },
		"a YAML 1.1 reader takes %s for %s", scalar->text, words);
}

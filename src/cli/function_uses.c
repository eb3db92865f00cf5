/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who stands on functions, in few words. */
#include "print.h"
#include <string.h>

enum { MOST = 3 }; /* whom a table's cell names; JSON has all */

/* The same one may use it twice: a disk that is mounted on "/" is the root too. */
static bool is_named(const struct user *first, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (string_equal(first[i].who, first[at].who))
			return true;
	return false;
}

char *function_uses(const struct survey *survey, const struct function *function)
{
	const struct user *first;
	size_t n = users_of(&survey->users, function->address, &first), named = 0;
	struct text text = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (is_named(first, i))
			continue;
		if (named++ < MOST)
			text_addf(&text, "%s%s", text.length ? ", " : "", first[i].who);
	}
	if (named > MOST)
		text_addf(&text, " + %zu", named - MOST);
	return text.length ? text_take(&text) : NULL;
}

char *vfs_uses(const struct survey *survey, struct function *const *vfs, size_t n)
{
	const struct user *first;
	size_t used = 0;

	for (size_t i = 0; i < n; i++)
		used += users_of(&survey->users, vfs[i]->address, &first) > 0;
	if (n == 1 && used)
		return function_uses(survey, vfs[0]);
	return used ? text_print("%zu used", used) : NULL;
}

/* Uses that are in doubt for the same reason share a line. */
static bool is_told(const struct users *users, size_t use)
{
	for (size_t i = 0; i < use; i++)
		if (string_equal(users->unknown[i], users->unknown[use]))
			return true;
	return false;
}

void doubts_print(const struct users *users, struct text *text)
{
	for (size_t use = 0; use < N_USES; use++) {
		const char *why = users->unknown[use];
		AUTO_TEXT struct text names = { 0 };
		size_t n = 0;

		if (!why || is_told(users, use))
			continue;
		for (size_t i = use; i < N_USES; i++) {
			if (!string_equal(users->unknown[i], why))
				continue;
			text_addf(&names, "%s%s", n++ ? ", " : "", use_rows[i].name);
		}
		text_addf(text, "not known of users%s%s%s: ", n < N_USES ? " (" : "",
			n < N_USES ? names.bytes : "", n < N_USES ? ")" : "");
		text_add_safe(text, why);
		text_add(text, "\n");
	}
}

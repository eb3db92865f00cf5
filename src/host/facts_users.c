/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who uses functions, as JSON and back. */
#include "facts_parsing.h"
#include <jansson.h>

#define FACTS_USE    "use"
#define FACTS_NSID   "nsid"
#define NOT_CAPTURED "the facts were captured without users"

static const struct {
	const char *name;
	size_t offset;
	bool required;
} members[] = {
	{ "function", offsetof(struct user, function), true },
	{ "through", offsetof(struct user, through), false },
	{ "who", offsetof(struct user, who), true },
};
#define N_MEMBERS (sizeof(members) / sizeof(members[0]))

static char **member_of(const struct user *user, size_t i)
{
	return (char **)((char *)user + members[i].offset);
}

static json_t *print_user(const struct user *user)
{
	json_t *object = json_object();

	json_object_set_new(object, FACTS_USE, facts_string(use_rows[user->use].name));
	for (size_t i = 0; i < N_MEMBERS; i++)
		json_object_set_new(object, members[i].name, facts_string(*member_of(user, i)));
	if (user->nsid)
		json_object_set_new(object, FACTS_NSID, json_integer(user->nsid));
	return object;
}

/* Functions and users are not read at one moment: who has one that is gone is in nobody's way. */
json_t *facts_print_users(const struct survey *survey)
{
	json_t *users = json_array();

	for (size_t i = 0; i < survey->users.n; i++)
		if (survey_function(survey, survey->users.all[i].function))
			json_array_append_new(users, print_user(&survey->users.all[i]));
	return users;
}

json_t *facts_print_doubts(const struct survey *survey)
{
	json_t *doubts = json_object();

	for (size_t use = 0; use < N_USES; use++)
		if (survey->users.unknown[use])
			json_object_set_new(
				doubts, use_rows[use].name, facts_string(survey->users.unknown[use]));
	return doubts;
}

static bool words_valid(const json_t *value, bool required)
{
	const char *text = json_string_value(value);

	return text ? *text && !text_controls(text) : !required && json_is_null(value);
}

static void parse_user(struct parsing *parsing, size_t number, const json_t *object)
{
	const char *name = json_string_value(json_object_get(object, FACTS_USE));
	const json_t *nsid = json_object_get(object, FACTS_NSID);
	struct user user = { .nsid = (uint32_t)json_integer_value(nsid) };

	if (json_object_size(object) != N_MEMBERS + 1 + (nsid != NULL) ||
		(nsid && (user.nsid == 0 || (int64_t)user.nsid != json_integer_value(nsid)))) {
		parsing_refuse(parsing,
			"users: number %zu: must be an object with " FACTS_USE ", function, "
			"through and who, perhaps a number nsid, and nothing else",
			number);
		return;
	}
	if (!name || !use_find(name, &user.use)) {
		parsing_refuse(parsing, "users: number %zu: what use it is, is not known here", number);
		return;
	}
	for (size_t i = 0; i < N_MEMBERS; i++) {
		const json_t *value = json_object_get(object, members[i].name);

		if (!words_valid(value, members[i].required)) {
			parsing_refuse(parsing, "users: number %zu: %s must be a string%s", number,
				members[i].name, members[i].required ? "" : " or null");
			return;
		}
		*member_of(&user, i) = (char *)json_string_value(value);
	}
	if (survey_function(parsing->survey, user.function))
		users_add(&parsing->survey->users, &user);
	else
		parsing_refuse(parsing, "users: number %zu: there is no function %s", number, user.function);
}

void parsing_take_users(struct parsing *parsing, const json_t *users)
{
	if (!users)
		users_doubt_all(&parsing->survey->users, NOT_CAPTURED);
	for (size_t i = 0; i < json_array_size(users); i++)
		parse_user(parsing, i, json_array_get(users, i));
}

void parsing_take_doubts(struct parsing *parsing, const json_t *doubts)
{
	const json_t *why;
	const char *name;
	enum use use;

	json_object_foreach ((json_t *)doubts, name, why) {
		if (use_find(name, &use) && words_valid(why, true))
			users_doubt(&parsing->survey->users, use, json_string_value(why));
		else
			parsing_refuse(parsing, "users_unknown.%s: no such use, or no words", name);
	}
}

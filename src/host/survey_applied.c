/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl has set and not put back, as a list with one word on each knob of each target. */
#include "nvme_namespaces.h"
#include "survey.h"
#include "vf.h"
#include <stdlib.h>
#include <string.h>

/* The strings of one that are told, each its own or NULL. */
static const size_t members[] = {
	offsetof(struct applied, target),
	offsetof(struct applied, object),
	offsetof(struct applied, pf),
	offsetof(struct applied, original),
	offsetof(struct applied, value),
	offsetof(struct applied, stood),
	offsetof(struct applied, boot_id),
};
enum { MEMBERS = sizeof(members) / sizeof(members[0]) };

static char **member_of(const struct applied *applied, size_t i)
{
	return (char **)((char *)applied + members[i]);
}

static void applied_clear(struct applied *applied)
{
	for (size_t i = 0; i < MEMBERS; i++)
		free(*member_of(applied, i));
	free(applied->came);
	free(applied->went);
}

struct applied *applied_find(const struct applied_list *list, const struct knob *knob, const char *target)
{
	size_t cursor = 0, at;

	while (lookup_next(&list->by_target, hash_pair(knob->name, target), &cursor, &at))
		if (list->all[at].knob == knob && string_equal(list->all[at].target, target))
			return &list->all[at];
	return NULL;
}

const struct applied *applied_of(
	const struct applied_list *list, const struct knob *knob, const char *object, size_t *cursor)
{
	size_t at;

	while (lookup_next(&list->by_object, hash_pair(knob->name, object), cursor, &at))
		if (list->all[at].knob == knob && string_equal(list->all[at].object, object))
			return &list->all[at];
	return NULL;
}

/* It has learned of one, and that is its number. */
static bool has_number(const struct applied *applied, uint32_t *ret_number)
{
	const char *word = applied->came ? applied->came : applied->went;

	if (word)
		*ret_number = namespace_number(word);
	return word != NULL;
}

/* A lookup's hashes are mixed: a number needs no hash of its own. */
const struct applied *applied_numbered(const struct applied_list *list, uint32_t number, size_t *cursor)
{
	uint32_t its;
	size_t at;

	while (lookup_next(&list->by_number, number, cursor, &at))
		if (has_number(&list->all[at], &its) && its == number)
			return &list->all[at];
	return NULL;
}

static void find_words(struct applied *applied)
{
	if (!applied->knob->learn || !applied->original || !applied->value)
		return;
	applied->came = listing_added(applied->original, applied->value);
	applied->went = listing_added(applied->value, applied->original);
	applied->nsid = applied->came ? namespace_number(applied->came) : 0;
}

static struct applied *applied_add(struct applied_list *list, const struct applied *like)
{
	lookup_add(&list->by_target, hash_pair(like->knob->name, like->target), list->n);
	list->all = memory_grow(list->all, list->n, sizeof(*list->all));
	list->all[list->n] = (struct applied){ 0 };
	return &list->all[list->n++];
}

/* What stood there before, and does again, is in the lookup already. */
static void add_once(struct lookup *lookup, uint64_t hash, size_t position)
{
	size_t cursor = 0, at;

	while (lookup_next(lookup, hash, &cursor, &at))
		if (at == position)
			return;
	lookup_add(lookup, hash, position);
}

/* Under its object and its number, where it does not stand there already. */
static void enlist(struct applied_list *list, const struct applied *before, const struct applied *now)
{
	size_t at = (size_t)(before - list->all);
	uint32_t was, number;

	if (now->object && !string_equal(before->object, now->object))
		add_once(&list->by_object, hash_pair(now->knob->name, now->object), at);
	if (has_number(now, &number) && !(has_number(before, &was) && was == number))
		add_once(&list->by_number, number, at);
}

/* The copy is made first: `like` may be the earlier word itself. */
void applied_keep(struct applied_list *list, const struct applied *like)
{
	struct applied *to = applied_find(list, like->knob, like->target);
	struct applied copy = { .knob = like->knob, .partial = like->partial, .passing = like->passing };

	for (size_t i = 0; i < MEMBERS; i++)
		*member_of(&copy, i) = string_copy(*member_of(like, i));
	find_words(&copy);
	if (!to)
		to = applied_add(list, like);
	enlist(list, to, &copy);
	applied_clear(to);
	*to = copy;
}

void applied_copy(const struct applied_list *list, struct applied_list *copy)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->all[i].value)
			applied_keep(copy, &list->all[i]);
}

static const struct reading *reading_of(const struct survey *survey, const struct applied *applied)
{
	const struct function *function = survey_function(survey, applied->target);
	const struct function *vf = vf_by_target(survey, applied->target);
	enum vf_setting setting;

	for (size_t i = 0; function && i < N_ATTRIBUTES; i++)
		if (attributes[i].knob == applied->knob)
			return &function->attr[i];
	for (size_t i = 0; function && i < N_IDENTITIES; i++)
		if (identities[i].knob == applied->knob)
			return &function->identity[i];
	return vf && vf_setting_of(applied->knob, &setting) ? &vf->setting[setting] : NULL;
}

/*
 * "0000:a1:00.0 ns db" are all of the drive, "0000:a1:00.0 nsid 3:.." the controllers of one: NULL also when
 * that is gone.
 */
static const char *namespaces_now(const struct survey *survey, const struct applied *applied)
{
	AUTO_FREE char *address = target_address(applied->target);
	const struct function *pf = survey_function(survey, address);
	const char *word = holders_word(applied->target);
	const struct drive_namespace *one;

	if (!drive_told(pf))
		return NULL;
	if (applied->knob == &knob_namespace)
		return pf->drive->listed;
	one = drive_namespace(pf->drive, namespace_number(word));
	return one && namespace_may_be(one, word) ? one->listed : NULL;
}

/* A driver is read as a link: its name is the last part. */
const char *applied_now(const struct survey *survey, const struct applied *applied)
{
	const struct reading *reading = reading_of(survey, applied);
	const char *slash;

	if (applied->knob == &knob_namespace || applied->knob == &knob_controllers)
		return namespaces_now(survey, applied);
	if (!reading || (reading->is != R_VALUE && reading->is != R_ABSENT))
		return NULL;
	if (reading->is == R_ABSENT)
		return "";
	slash = strrchr(reading->text, '/');
	return slash ? slash + 1 : reading->text;
}

bool applied_is_of_this_boot(const struct survey *survey, const struct applied *applied)
{
	const struct reading *boot = &survey->machine[M_BOOT_ID];

	return boot->is != R_VALUE || !applied->boot_id || string_equal(boot->text, applied->boot_id);
}

void applied_free(struct applied_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		applied_clear(&list->all[i]);
	free(list->all);
	lookup_free(&list->by_target);
	lookup_free(&list->by_object);
	lookup_free(&list->by_number);
	*list = (struct applied_list){ 0 };
}

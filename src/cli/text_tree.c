/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions of a host as a tree: physical devices, their functions, their virtual functions. */
#include "chosen.h"
#include "print.h"
#include <stdlib.h>
#include <string.h>

enum { TREE_NAME = 2 };

/* How a branch looks: one more follows, the last one, and what is below either. */
struct branches {
	const char *more, *last, *below_more, *below_last;
};
static const struct branches ascii = { "|- ", "`- ", "|  ", "   " };
static const struct branches unicode = { "├─ ", "└─ ", "│  ", "   " };

struct tree {
	const struct survey *survey;
	const struct chosen *chosen;
	const struct branches *branches;
	struct groups *groups;
	struct table table;
};

/* Virtual functions first to end of a PF, alike in all but their number. */
struct vf_run {
	const struct function *pf;
	size_t first, end;
};

static bool tree_has(const struct tree *tree, const struct function *function)
{
	return chosen_has(tree->chosen, function);
}

/* A PF stands in the tree for the sake of its VFs too. */
static bool tree_has_any(const struct tree *tree, const struct function *pf)
{
	if (tree_has(tree, pf))
		return true;
	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (pf->virtfn[i] && tree_has(tree, pf->virtfn[i]))
			return true;
	return false;
}

static bool run_next(const struct tree *tree, struct vf_run *run)
{
	const struct function *pf = run->pf;

	for (run->first = run->end; run->first < pf->n_virtfn; run->first++)
		if (pf->virtfn[run->first] && tree_has(tree, pf->virtfn[run->first]))
			break;
	for (run->end = run->first; run->end < pf->n_virtfn; run->end++)
		if (!pf->virtfn[run->end] || !tree_has(tree, pf->virtfn[run->end]) ||
			!vfs_alike(pf->virtfn[run->first], pf->virtfn[run->end]))
			break;
	return run->first < pf->n_virtfn;
}

static void add_label(struct tree *tree, const char *below, bool last, const char *words)
{
	const struct branches *branches = tree->branches;
	AUTO_FREE char *label = text_print("%s%s%s", below, last ? branches->last : branches->more, words);

	table_add(&tree->table, label);
}

static void add_folded(struct tree *tree, char **words, size_t n)
{
	AUTO_TEXT struct text text = { 0 };

	names_fold((const char *const *)words, n, &text);
	table_add(&tree->table, text_string(&text));
	for (size_t i = 0; i < n; i++)
		free(words[i]);
}

/* The words of each VF of the run; those that have none are left out. */
static void add_each(struct tree *tree, const struct vf_run *run,
	char *(*words_of)(const struct tree *, const struct function *))
{
	AUTO_FREE char **words = memory_new(run->end - run->first, sizeof(*words));
	size_t n = 0;

	for (size_t i = run->first; i < run->end; i++) {
		words[n] = words_of(tree, run->pf->virtfn[i]);
		n += words[n] != NULL;
	}
	add_folded(tree, words, n);
}

static char *address_words(const struct tree *tree, const struct function *function)
{
	(void)tree;
	return string_copy(function->address);
}

static char *group_words(const struct tree *tree, const struct function *function)
{
	const char *group = function_link(function, A_GROUP);

	if (!group)
		return NULL;
	return text_print("%s%s", group, groups_share(tree->groups, function) ? " shared" : "");
}

static char *handle_words(const struct tree *tree, const struct function *function)
{
	return function_handle(function, tree->chosen->want);
}

static char *user_words(const struct tree *tree, const struct function *function)
{
	AUTO_FREE char *names = function_users(function), *uses = function_uses(tree->survey, function);

	if (names && uses)
		return text_print("%s: %s", names, uses);
	return string_copy(names ? names : uses);
}

static void add_run(struct tree *tree, const struct vf_run *run, const char *below, bool last)
{
	AUTO_FREE char *driver = function_driver(run->pf->virtfn[run->first]);
	AUTO_FREE char *label = run->end == run->first + 1
					? text_print("vf.%zu", run->first)
					: text_print("vf.[%zu-%zu]", run->first, run->end - 1);

	add_label(tree, below, last, label);
	table_add(&tree->table, NULL);
	add_each(tree, run, address_words);
	add_each(tree, run, group_words);
	table_add(&tree->table, driver);
	table_add(&tree->table, function_world_words(tree->survey, run->pf));
	add_each(tree, run, handle_words);
	add_each(tree, run, user_words);
}

static void add_runs(struct tree *tree, const struct function *pf, const char *below)
{
	struct vf_run run = { .pf = pf }, next;

	for (bool more = run_next(tree, &run); more; run = next) {
		next = run;
		more = run_next(tree, &next);
		add_run(tree, &run, below, !more);
	}
}

static void add_pf(struct tree *tree, const struct function *pf, bool last)
{
	AUTO_FREE char *name = function_short_name(pf), *driver = function_driver(pf),
		       *group = group_words(tree, pf);
	AUTO_FREE char *handle = handle_words(tree, pf), *users = user_words(tree, pf);

	add_label(tree, "", last, pf->address);
	table_add(&tree->table, class_words(pf));
	table_add(&tree->table, name);
	table_add(&tree->table, group);
	table_add(&tree->table, driver);
	table_add(&tree->table, function_world_words(tree->survey, pf));
	table_add(&tree->table, handle);
	table_add(&tree->table, users);
	add_runs(tree, pf, last ? tree->branches->below_last : tree->branches->below_more);
}

/* "behind 0000:16:00.0, slot 3": where in the machine the device is. */
static char *place_words(const struct function *function)
{
	AUTO_FREE char *path = function_bridge_path(function);
	const struct reading *slot = &function->identity[I_SLOT];
	char *last = path ? strrchr(path, '/') : NULL;
	struct text text = { 0 };

	if (last)
		text_addf(&text, "behind %.*s", (int)(last - path), path);
	if (slot->is == R_VALUE)
		text_addf(&text, "%sslot %s", last ? ", " : "", slot->text);
	return text_take(&text);
}

static void add_device(struct tree *tree, const char *device, const struct function *first)
{
	AUTO_FREE char *place = place_words(first);

	table_add(&tree->table, device);
	table_add(&tree->table, NULL);
	table_add(&tree->table, place);
	while (tree->table.n % tree->table.columns)
		table_add(&tree->table, NULL);
}

/* The next physical function that is shown; the survey's end when there is none. */
static size_t next_pf(const struct tree *tree, size_t at)
{
	const struct survey *survey = tree->survey;

	while (at < survey->n &&
		(survey->functions[at]->physfn || !tree_has_any(tree, survey->functions[at])))
		at++;
	return at;
}

static void add_devices(struct tree *tree)
{
	const struct survey *survey = tree->survey;
	AUTO_FREE char *before = NULL;

	for (size_t at = next_pf(tree, 0), next; at < survey->n; at = next) {
		const struct function *pf = survey->functions[at];
		char *device = function_device(pf);
		AUTO_FREE char *following = NULL;

		next = next_pf(tree, at + 1);
		following = next < survey->n ? function_device(survey->functions[next]) : NULL;
		if (!string_equal(device, before))
			add_device(tree, device, pf);
		add_pf(tree, pf, !string_equal(device, following));
		free(before);
		before = device;
	}
}

void functions_print_tree(const struct survey *survey, const struct chosen *chosen, const struct world *world,
	struct text *text)
{
	static const char *const titles[] = { "DEVICE", "CLASS", "NAME", "GROUP", "DRIVER", "WORLD", "HANDLE",
		"USERS" };
	struct tree tree = {
		.survey = survey,
		.chosen = chosen,
		.branches = world->unicode ? &unicode : &ascii,
		.groups = groups_new(survey),
		.table = { .columns = sizeof(titles) / sizeof(*titles), .width = world->width },
	};

	for (size_t i = 0; i < tree.table.columns; i++)
		table_add(&tree.table, titles[i]);
	add_devices(&tree);
	table_drop_empty(&tree.table);
	table_fit(&tree.table, TREE_NAME);
	table_print(&tree.table, "", text);
	table_free(&tree.table);
	groups_free(tree.groups);
}

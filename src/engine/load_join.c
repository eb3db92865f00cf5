/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Joins all documents that were read: each host with the defaults and the classes that it names. */
#include "node.h"

struct join {
	struct load load;
	struct names classes, hosts;
	struct node *defaults;
};

static void report_twice(
	struct join *join, const char *what, const struct node *again, const struct node *first)
{
	struct finding finding = { .id = "duplicate-key", .object = again->text };
	AUTO_FREE char *word = word_quote(again->text);

	node_error(&join->load, again, &finding, "%s %s is given twice, first at %s:%u:%u", what, word,
		first->at.source->name, first->at.line, first->at.column);
}

static void report_no_map(struct join *join, const struct node *node, const char *expected)
{
	AUTO_FREE char *hint = node_is_nothing(node) ? text_print("write %s: {}", node->key->text) : NULL;
	struct finding finding = { .id = "wrong-type", .object = node->key->text, .hint = hint };

	if (node->shape != NODE_REPORTED)
		node_error(&join->load, node, &finding, "%s: must be %s, is %s", node->key->text, expected,
			node_what(node));
}

static void collect_entry(struct join *join, const struct kind *kind, struct names *names, struct node *entry,
	const struct resource *file)
{
	const struct name *first = names_find(names, entry->key->text);

	load_check_name(&join->load, kind, entry->key);
	if (first)
		report_twice(join, kind->name, entry->key, first->node->key);
	else if (entry->shape != NODE_MAP)
		report_no_map(join, entry, "a map");
	else
		names_set(names, entry->key->text, entry)->under = file;
}

static void collect_entries(
	struct join *join, const struct kind *kind, const struct node *map, const struct resource *file)
{
	struct names *names = kind->like ? &join->classes : &join->hosts;

	for (struct node *entry = map->first; entry; entry = entry->next)
		collect_entry(join, kind, names, entry, file);
}

/* What several documents say in `defaults` is one map; none of them knows of the others, so none may win. */
static void join_defaults(struct join *join, struct node *into, struct node *from)
{
	struct names names = { 0 };
	struct node *next;

	for (struct node *child = into->first; child; child = child->next)
		names_set(&names, child->key->text, child);
	for (struct node *child = from->first; child; child = next) {
		const struct name *first = names_find(&names, child->key->text);

		next = child->next;
		child->next = NULL;
		if (!first)
			node_append(into, child);
		else if (first->node->shape == NODE_MAP && child->shape == NODE_MAP)
			join_defaults(join, first->node, child);
		else
			report_twice(join, "the default", child->key, first->node->key);
	}
	names_free(&names);
}

static void collect(
	struct join *join, const struct kind *kind, struct node *node, const struct resource *file)
{
	if (node_is_nothing(node))
		return;
	if (node->shape != NODE_MAP)
		report_no_map(join, node, kind->entries ? "a map of NAME: {...}" : "a map");
	else if (kind->entries)
		collect_entries(join, kind, node, file);
	else if (join->defaults)
		join_defaults(join, join->defaults, node);
	else
		join->defaults = node;
}

static void collect_document(struct join *join, struct document_tree *tree)
{
	for (struct node *child = tree->root->first, *next; child; child = next) {
		const struct kind *kind = kind_below(&kind_file, child->key->text);

		next = child->next; /* defaults are chained anew */
		if (kind)
			collect(join, kind, child, tree->file);
	}
}

static void collect_all(struct join *join)
{
	for (size_t i = 0; i < join->load.loaded->n; i++) {
		struct document_tree *tree = &join->load.loaded->trees[i];

		if (tree->root->shape == NODE_MAP)
			collect_document(join, tree);
	}
}

/* `class: [NAME]` of a host, NULL: none. What is no list has a finding; its classes are missing then. */
static const struct node *class_list(struct join *join, const struct node *host)
{
	const struct node *list = node_child(host, kind_host.fields[HOST_CLASS].name);

	if (!list || node_is_nothing(list))
		return NULL;
	if (list->shape == NODE_LIST)
		return list;
	join->load.partial = true;
	return NULL;
}

/* A body on its own: every mistake in it is found, and found once, whoever uses it. */
static void check_shared(struct join *join, const struct kind *kind, const char *name, struct node *body)
{
	struct node *classes = node_child(body, kind_host.fields[HOST_CLASS].name);
	struct finding finding = {
		.id = "class-in-class", .object = name, .hint = "name it in the hosts: class: [one, other]"
	};
	struct state *state = join->load.state, alone = { 0 };

	if (classes && !node_is_nothing(classes)) {
		node_error(&join->load, classes->key, &finding, "%s may not name a class", name);
		classes->shape = NODE_REPORTED;
	}
	join->load.state = &alone;
	join->load.partial = true;
	load_decode_body(&join->load, kind->like, name, NULL, body);
	join->load.partial = false;
	join->load.state = state;
	state_free(&alone);
}

static void check_all_shared(struct join *join)
{
	if (join->defaults)
		check_shared(join, &kind_defaults, kind_defaults.name, join->defaults);
	for (size_t i = 0; i < join->classes.n; i++) {
		struct name *class = &join->classes.all[i];
		AUTO_FREE char *name = text_print("%s %s", kind_classes.name, class->name);

		check_shared(join, &kind_classes, name, class->node);
	}
}

/* What can be no name of a class has a finding of its own. */
static bool is_class_name(const char *text)
{
	const struct value_type *type = kind_classes.entries;
	AUTO_FREE void *value = memory_new(1, type->size);
	AUTO_TEXT struct text why = { 0 };
	bool is_name = type->parse(&(struct field){ .type = type }, text, value, &why) == 0;

	type->clear(value);
	return is_name;
}

static void report_unknown_class(struct join *join, const struct node *item)
{
	AUTO_FREE char *word = word_quote(item->text), *meant = NULL;

	/* it may stand in what could not be read, which has a finding of its own */
	if (join->load.loaded->incomplete || load_is_full(&join->load) || !is_class_name(item->text))
		return;
	meant = names_meant(&join->classes, item->text);
	node_error(&join->load, item, &(struct finding){ .id = "unknown-class" }, "no class is called %s%s",
		word, meant);
}

static bool is_too_much(const struct join *join)
{
	return join->load.loaded->n_merged > MOST_MERGED || join->load.loaded->n_merged_bytes > MOST_BYTES;
}

static struct node *layer_class(
	struct join *join, struct pool *pool, struct node *below, const struct node *item)
{
	const struct name *class = item->shape == NODE_SCALAR ? names_find(&join->classes, item->text) : NULL;

	if (class)
		return load_layer(&join->load, pool, below, class->node, true);
	join->load.partial = true;
	if (item->shape == NODE_SCALAR && !node_is_nothing(item))
		report_unknown_class(join, item);
	return below;
}

/* Defaults, then classes from left to right, then the host's own; all of it lives in `pool`. */
static struct node *layer_host(struct join *join, struct pool *pool, struct node *host)
{
	const struct node *classes = class_list(join, host);
	struct node *body = NULL;

	if (!classes && !join->defaults)
		return host;
	if (join->defaults)
		body = load_layer(&join->load, pool, NULL, join->defaults, true);
	for (const struct node *item = classes ? classes->first : NULL; item && !is_too_much(join);
		item = item->next)
		body = layer_class(join, pool, body, item);
	body = load_layer(&join->load, pool, body, host, false);
	body->key = host->key;
	return body;
}

static void make_hosts(struct join *join)
{
	struct finding finding = { .id = "too-many-values",
		.hint = "give fewer hosts at a time, or make defaults and classes smaller" };

	for (size_t i = 0; i < join->hosts.n; i++) {
		struct name *host = &join->hosts.all[i];
		struct pool pool = { 0 };
		struct node *body;

		join->load.partial = join->load.loaded->incomplete;
		body = layer_host(join, &pool, host->node);
		load_decode_body(&join->load, &kind_host, host->name, host->under, body);
		pool_free(&pool);
		if (!is_too_much(join))
			continue;
		finding.at = host->node->key->at;
		load_error(&join->load, &finding,
			"defaults and classes make more than %d values or %d MiB of text, up to this host",
			MOST_MERGED, MOST_BYTES >> 20);
		return;
	}
}

int wish_join(struct wish *wish, struct report *report)
{
	struct join join = { .load = {
				     .state = &wish->state, .loaded = wish_loaded(wish), .report = report } };

	collect_all(&join);
	check_all_shared(&join);
	make_hosts(&join);
	load_check_twice(&join.load);
	load_check_kinds(&join.load);
	names_free(&join.classes);
	names_free(&join.hosts);
	load_end(&join.load);
	loaded_free(wish->loaded);
	wish->loaded = NULL;
	return join.load.n_mistakes ? -1 : 0;
}

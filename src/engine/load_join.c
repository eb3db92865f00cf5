/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Joins all documents that were read: each host with the defaults and the classes that it names. */
#include "node.h"
#include "wish_inside.h"

static void report_twice(
	struct load *load, const char *what, const struct node *again, const struct node *first)
{
	struct finding finding = {
		.id = "duplicate-key", .object = again->text, .hint = "keep one of the two"
	};
	AUTO_FREE char *word = word_quote(again->text);

	if (string_equal(again->at.source->name, first->at.source->name) &&
		again->at.source != first->at.source) {
		finding.hint = "name the file once";
		node_error(load, again, &finding, "%s %s: the file is read twice", what, word);
		return;
	}
	node_error(load, again, &finding, "%s %s is given twice, first at %s:%u:%u", what, word,
		first->at.source->name, first->at.line, first->at.column);
}

static void report_no_map(struct load *load, const struct node *node, const char *expected)
{
	AUTO_FREE char *hint = node_is_nothing(node) ? text_print("write %s: {}", node->key->text) : NULL;
	struct finding finding = { .id = "wrong-type", .object = node->key->text, .hint = hint };

	if (node->shape != NODE_REPORTED)
		node_error(load, node, &finding, "%s: must be %s, is %s", node->key->text, expected,
			node_what(node));
}

/* A body by itself: other layers may give what it lacks. */
static void check_alone(struct load *load, const struct kind *kind, const char *name, struct node *body)
{
	struct state *state = load->state, alone = { 0 };

	load->state = &alone;
	load->partial = true;
	load_decode_body(load, kind, name, NULL, body);
	load->partial = false;
	load->state = state;
	state_free(&alone);
}

/* What stands in the second of two has its own mistakes. */
static void collect_again(struct load *load, const struct kind *kind, struct node *entry)
{
	if (entry->shape == NODE_MAP)
		check_alone(load, kind->like ? kind->like : kind, entry->key->text, entry);
}

static void collect_entry(struct load *load, const struct kind *kind, struct names *names, struct node *entry,
	const struct resource *file)
{
	const struct name *first = names_find(names, entry->key->text);

	load_check_name(load, kind, entry->key);
	if (first) {
		report_twice(load, kind->name, entry->key, first->node->key);
		collect_again(load, kind, entry);
	} else if (entry->shape != NODE_MAP) {
		report_no_map(load, entry, "a map");
	} else {
		names_set(names, entry->key->text, entry)->under = file;
	}
}

static void collect_entries(
	struct load *load, const struct kind *kind, const struct node *map, const struct resource *file)
{
	struct names *names = kind->like ? &load->loaded->classes : &load->loaded->hosts;

	for (struct node *entry = map->first; entry; entry = entry->next)
		collect_entry(load, kind, names, entry, file);
}

/* What several documents say in `defaults` is one map; none of them knows of the others, so none may win. */
static void join_defaults(struct load *load, struct node *into, struct node *from)
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
			join_defaults(load, first->node, child);
		else
			report_twice(load, "the default", child->key, first->node->key);
	}
	names_free(&names);
}

static void collect(
	struct load *load, const struct kind *kind, struct node *node, const struct resource *file)
{
	if (node_is_nothing(node))
		return;
	if (node->shape != NODE_MAP)
		report_no_map(load, node, kind->entries ? "a map of NAME: {...}" : "a map");
	else if (kind->entries)
		collect_entries(load, kind, node, file);
	else if (load->loaded->defaults)
		join_defaults(load, load->loaded->defaults, node);
	else
		load->loaded->defaults = node;
}

static void collect_document(struct load *load, struct document_tree *tree)
{
	for (struct node *child = tree->root->first, *next; child; child = next) {
		const struct kind *kind = kind_below(&kind_file, child->key->text);

		next = child->next; /* defaults are chained anew */
		if (kind)
			collect(load, kind, child, tree->file);
	}
}

static void collect_all(struct load *load)
{
	for (size_t i = 0; i < load->loaded->n; i++) {
		struct document_tree *tree = &load->loaded->trees[i];

		if (tree->root->shape == NODE_MAP)
			collect_document(load, tree);
	}
}

/* `class: [NAME]` of a host, NULL: none. What is no list has a finding; its classes are missing then. */
static const struct node *class_list(struct load *load, const struct node *host)
{
	const struct node *list = node_child(host, kind_host.fields[HOST_CLASS].name);

	if (!list || node_is_nothing(list))
		return NULL;
	if (list->shape == NODE_LIST)
		return list;
	load->partial = true;
	return NULL;
}

/* A body on its own: every mistake in it is found, and found once, whoever uses it. */
static void check_shared(struct load *load, const struct kind *kind, const char *name, struct node *body)
{
	struct node *classes = node_child(body, kind_host.fields[HOST_CLASS].name);
	struct finding finding = {
		.id = "class-in-class", .object = name, .hint = "name it in the hosts: class: [one, other]"
	};

	if (classes && !node_is_nothing(classes)) {
		node_error(load, classes->key, &finding, "%s may not name a class", name);
		classes->shape = NODE_REPORTED;
	}
	check_alone(load, kind->like, name, body);
}

static void check_all_shared(struct load *load)
{
	if (load->loaded->defaults)
		check_shared(load, &kind_defaults, kind_defaults.name, load->loaded->defaults);
	for (size_t i = 0; i < load->loaded->classes.n; i++) {
		struct name *class = &load->loaded->classes.all[i];
		AUTO_FREE char *name = text_print("%s %s", kind_classes.name, class->name);

		check_shared(load, &kind_classes, name, class->node);
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

static void report_unknown_class(struct load *load, const struct node *item)
{
	AUTO_FREE char *word = word_quote(item->text), *meant = NULL;

	/* it may stand in what could not be read, which has a finding of its own */
	if (load->loaded->incomplete || load_is_full(load) || !is_class_name(item->text))
		return;
	meant = names_meant(&load->loaded->classes, item->text);
	node_error(load, item,
		&(struct finding){
			.id = "unknown-class", .hint = "give it under classes, or mend the name here" },
		"no class is called %s%s", word, meant);
}

static bool is_too_much(const struct load *load)
{
	return load->n_merged > MOST_MERGED || load->n_merged_bytes > MOST_MERGED_BYTES;
}

static struct node *layer_class(
	struct load *load, struct pool *pool, struct node *below, const struct node *item)
{
	const struct name *class =
		item->shape == NODE_SCALAR ? names_find(&load->loaded->classes, item->text) : NULL;

	if (class)
		return load_layer(load, pool, below, class->node, true);
	load->partial = true;
	if (item->shape == NODE_SCALAR && !node_is_nothing(item))
		report_unknown_class(load, item);
	return below;
}

/* Defaults, then classes from left to right, then the host's own; all of it lives in `pool`. */
static struct node *layer_host(struct load *load, struct pool *pool, struct node *host)
{
	const struct node *classes = class_list(load, host);
	struct node *body = NULL;

	if (!classes && !load->loaded->defaults) {
		load_mark_nothing(host);
		return host;
	}
	if (load->loaded->defaults)
		body = load_layer(load, pool, NULL, load->loaded->defaults, true);
	for (const struct node *item = classes ? classes->first : NULL; item && !is_too_much(load);
		item = item->next)
		body = layer_class(load, pool, body, item);
	body = load_layer(load, pool, body, host, false);
	body->key = host->key;
	return body;
}

/* The host's resources, the host first, with all its layers. */
static void join_host(struct load *load, const struct name *host, const struct resource *under)
{
	struct pool pool = { 0 };
	struct node *body;

	load->partial = load->loaded->incomplete;
	body = layer_host(load, &pool, host->node);
	load_decode_body(load, &kind_host, host->name, under, body);
	pool_free(&pool);
}

static void report_too_much(struct load *load, const struct name *host)
{
	struct finding finding = { .id = "too-many-values",
		.at = host->node->key->at,
		.hint = "give fewer hosts at a time, or make defaults and classes smaller" };

	load_error(load, &finding,
		"defaults and classes make more than %d values or %d MiB of text, up to this host",
		MOST_MERGED, MOST_MERGED_BYTES >> 20);
}

/*
 * Hosts that inherit a thousand devices are checked one after the other, so that only one is in memory. Of
 * each the resource of the host itself stays; wish_host makes the others again.
 */
static void check_host(struct load *load, const struct name *host)
{
	struct state *all = load->state, own = { 0 };

	load->state = &own;
	join_host(load, host, host->under);
	load_check_twice(load);
	load_check_kinds(load);
	load->state = all;
	state_copy(all, own.all[0], host->name, host->under);
	state_free(&own);
}

static void check_hosts(struct load *load)
{
	const struct names *hosts = &load->loaded->hosts;

	for (size_t i = 0; i < hosts->n; i++) {
		check_host(load, &hosts->all[i]);
		if (is_too_much(load)) {
			report_too_much(load, &hosts->all[i]);
			return;
		}
	}
}

int wish_join(struct wish *wish, struct report *report)
{
	struct load load = { .state = &wish->state, .loaded = wish_loaded(wish), .report = report };

	load_check_kinds(&load);
	collect_all(&load);
	check_all_shared(&load);
	check_hosts(&load);
	load_check_twice(&load);
	load_check_hosts(&load);
	load_end(&load);
	wish_index(wish);
	return load.n_mistakes ? -1 : 0;
}

void wish_host(const struct wish *wish, const struct resource *host, struct state *state)
{
	struct report told = { 0 };
	struct load load = { .state = state, .loaded = wish->loaded, .report = &told };

	join_host(&load, names_find(&wish->loaded->hosts, host->name), NULL);
	load_end(&load);
	report_free(&told);
}

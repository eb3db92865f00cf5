/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one machine is to be, out of all that was loaded. */
#include "wish.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	MOST_NAMED = 8,
	MOST_LEVELS = 64, /* of YAML, which the loader holds to: of resources there are fewer */
};

/* The host that is looked for, and those that fit. */
struct search {
	const char *name, *machine; /* one of them, the other NULL */
	const struct resource *found;
	size_t n_found, n_hosts;
	const char **names; /* of all hosts, NULL-ended; NULL: there is none */
	struct text fitting, all;
};

/* "kp001" is also the machine "kp001.example.org"; a full name is only itself. Case: RFC 4343. */
static bool host_name_fits(const char *wanted, const char *machine)
{
	size_t length = strlen(wanted);

	if (strncasecmp(wanted, machine, length) != 0)
		return false;
	return machine[length] == '\0' || (machine[length] == '.' && !strchr(wanted, '.'));
}

static bool host_fits(const struct resource *host, const struct search *search)
{
	const struct host_body *body = host->body;
	const char *hostname = host->name;

	if (search->name)
		return string_equal(host->name, search->name);
	if (field_given(body, HOST_MATCH) && field_given(&body->match, MATCH_HOSTNAME))
		hostname = body->match.hostname;
	return search->machine && host_name_fits(hostname, search->machine);
}

static void name_host(struct text *names, size_t n_before, const struct resource *host)
{
	if (n_before < MOST_NAMED)
		text_addf(names, "%s%s", n_before ? ", " : "", host->name);
}

/* memory_grow zeroes the place behind, where the list of names ends. */
static void add_name(struct search *search, const char *name)
{
	if (!search->names)
		search->names = memory_grow(NULL, 0, sizeof(*search->names));
	search->names[search->n_hosts++] = name;
	search->names = memory_grow(search->names, search->n_hosts, sizeof(*search->names));
}

static void search_hosts(const struct wish *wish, struct search *search)
{
	for (size_t i = 0; i < wish->state.n; i++) {
		const struct resource *host = wish->state.all[i];

		if (host->kind != &kind_host)
			continue;
		name_host(&search->all, search->n_hosts, host);
		add_name(search, host->name);
		if (!host_fits(host, search))
			continue;
		name_host(&search->fitting, search->n_found++, host);
		search->found = host;
	}
}

static void end_names(struct text *names, size_t n)
{
	if (n == 0)
		text_add(names, "none");
	if (n > MOST_NAMED)
		text_addf(names, " and %zu more", n - MOST_NAMED);
}

static void report_name(const struct search *search, struct report *report)
{
	struct finding finding = { .severity = ERROR,
		.outcome = BAD_CONFIGURATION,
		.id = "host-not-found",
		.hint = "choose one of them with --host NAME" };
	const char *meant = search->names ? string_nearest(search->name, search->names) : NULL;

	if (meant)
		report_add(report, &finding,
			"no host is called \"%s\"; did you mean \"%s\"? The hosts given are: %s",
			search->name, meant, text_string(&search->all));
	else
		report_add(report, &finding, "no host is called \"%s\"; the hosts given are: %s",
			search->name, text_string(&search->all));
}

static int report_search(struct search *search, struct report *report)
{
	struct finding finding = { .severity = ERROR, .outcome = BAD_CONFIGURATION, .id = "host-not-found" };
	const char *machine = search->machine ? search->machine : "of unknown name";

	end_names(&search->all, search->n_hosts);
	end_names(&search->fitting, search->n_found);
	if (search->n_found > 1) {
		finding.id = "host-ambiguous";
		finding.at = search->found->at;
		finding.hint = "choose one with --host NAME";
		report_add(report, &finding, "more than one host fits this machine (%s): %s", machine,
			text_string(&search->fitting));
	} else if (search->name) {
		report_name(search, report);
	} else {
		finding.hint = "choose one with --host NAME, or give it match: {hostname: ...}";
		report_add(report, &finding, "no host fits this machine (%s); the hosts given are: %s",
			machine, text_string(&search->all));
	}
	return -1;
}

static struct resource *copy_resource(
	struct state *state, const struct resource *from, const struct resource *under)
{
	struct resource *copy = state_add(state, from->kind, from->name, under);
	size_t rows = fields_count(from->kind->fields);

	copy->at = from->at;
	fields_copy(from->kind->fields, copy->body, from->body);
	if (!from->at_fields)
		return copy;
	copy->at_fields = memory_new(rows + 1, sizeof(*copy->at_fields));
	memcpy(copy->at_fields, from->at_fields, rows * sizeof(*copy->at_fields));
	return copy;
}

struct level {
	const struct resource *from, *copy;
};

/*
 * A resource comes right after the one that it stands under and that one's earlier children, as a tree is
 * walked: so the way up from the last one copied holds whatever the next one can stand under.
 */
static void copy_tree(const struct wish *wish, const struct resource *host, struct state *state)
{
	struct level up[MOST_LEVELS] = { 0 };
	size_t depth = 0;

	for (size_t i = 0; i < wish->state.n; i++) {
		const struct resource *from = wish->state.all[i];

		while (depth > 0 && up[depth - 1].from != from->under)
			depth--;
		if (depth == 0 && from != host)
			continue;
		up[depth].from = from;
		up[depth].copy = copy_resource(state, from, depth ? up[depth - 1].copy : NULL);
		depth++;
	}
}

int wish_for_host(const struct wish *wish, const char *name, const struct survey *survey, struct state *state,
	struct report *report)
{
	const struct reading *machine = &survey->machine[M_HOSTNAME];
	struct search search = { .name = name };
	int result = 0;

	if (!name && machine->is == R_VALUE)
		search.machine = machine->text;
	search_hosts(wish, &search);
	if (search.n_found == 1)
		copy_tree(wish, search.found, state);
	else
		result = report_search(&search, report);
	text_free(&search.fitting);
	text_free(&search.all);
	free(search.names);
	return result;
}

/* All that `select` gives must name the same function. NULL: nothing is given, or nothing fits. */
static const struct function *select_function(const struct select *select, const struct survey *survey)
{
	const struct function *by_address = NULL, *by_path = NULL;

	if (field_given(select, SELECT_PCI) && !(by_address = survey_function(survey, select->pci)))
		return NULL;
	if (field_given(select, SELECT_PATH) && !(by_path = survey_by_path(survey, select->path)))
		return NULL;
	if (by_address && by_path && by_address != by_path)
		return NULL;
	return by_address ? by_address : by_path;
}

void wish_resolve(struct state *state, const struct survey *survey)
{
	for (size_t i = 0; i < state->n; i++) {
		struct device_body *body = state->all[i]->body;
		AUTO_TEXT struct text why = { 0 };
		const struct function *function;

		if (state->all[i]->kind != &kind_device || !field_given(body, DEVICE_SELECT))
			continue;
		function = select_function(&body->select, survey);
		if (function)
			field_parse(kind_device.fields, DEVICE_ADDRESS, body, function->address, &why);
	}
}

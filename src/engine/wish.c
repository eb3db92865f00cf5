/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one machine is to be, out of all that was loaded. */
#include "wish_inside.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_NAMED = 8 };

/* The host that is looked for, and those that fit. */
struct search {
	const char *name; /* NULL: the one that fits the machine */
	const struct survey *survey;
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

/* Where the machine has what a key of `match` names. */
static const struct {
	enum machine_fact fact;
	bool (*fits)(const char *wanted, const char *machine);
} matches[N_MATCH] = {
	[MATCH_HOSTNAME] = { M_HOSTNAME, host_name_fits },
	[MATCH_MACHINE_ID] = { M_MACHINE_ID, string_equal },
	[MATCH_DMI_SERIAL] = { M_DMI_SERIAL, string_equal },
};

/* The first key that does not fit, N_MATCH when all do. What is not known does not fit. */
static size_t match_misfit(const struct host_match *match, const struct survey *survey)
{
	for (size_t row = 0; row < N_MATCH; row++) {
		const struct reading *fact = &survey->machine[matches[row].fact];
		AUTO_TEXT struct text wanted = { 0 };

		if (!field_given(match, row))
			continue;
		field_print(kind_host.fields[HOST_MATCH].fields, row, match, &wanted);
		if (fact->is != R_VALUE || !matches[row].fits(text_string(&wanted), fact->text))
			return row;
	}
	return N_MATCH;
}

static bool gives_match(const struct host_body *body)
{
	return field_given(body, HOST_MATCH) && body->match.set;
}

static bool host_fits(const struct resource *host, const struct search *search)
{
	const struct host_body *body = host->body;
	const struct reading *hostname = &search->survey->machine[M_HOSTNAME];

	if (search->name)
		return string_equal(host->name, search->name);
	if (gives_match(body))
		return match_misfit(&body->match, search->survey) == N_MATCH;
	return hostname->is == R_VALUE && host_name_fits(host->name, hostname->text);
}

/* "kp001", or "rack7 (its machine-id is another one)". */
static void name_host(const struct search *search, struct text *names, size_t n_before,
	const struct resource *host, bool with_misfit)
{
	const struct host_body *body = host->body;
	size_t row = with_misfit && gives_match(body) ? match_misfit(&body->match, search->survey) : N_MATCH;
	const struct reading *fact = row < N_MATCH ? &search->survey->machine[matches[row].fact] : NULL;

	if (n_before >= MOST_NAMED)
		return;
	text_addf(names, "%s%s", n_before ? ", " : "", host->name);
	if (!fact)
		return;
	text_addf(names, " (%s ", kind_host.fields[HOST_MATCH].fields[row].name);
	if (fact->is == R_VALUE)
		text_addf(names, "is %s here)", fact->text);
	else if (fact->is == R_ABSENT)
		text_add(names, "is not there here)");
	else
		text_addf(names, "is not known here%s%s)", fact->text ? ": " : "",
			fact->text ? fact->text : "");
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
		name_host(search, &search->all, search->n_hosts, host, !search->name);
		add_name(search, host->name);
		if (!host_fits(host, search))
			continue;
		name_host(search, &search->fitting, search->n_found++, host, false);
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
	const struct reading *hostname = &search->survey->machine[M_HOSTNAME];
	const char *machine = hostname->is == R_VALUE ? hostname->text : "of unknown name";
	AUTO_FREE char *hint = NULL;

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
		hint = text_print("if it is one of them, give that one match: {hostname: %s}; for other "
				  "machines plan with --facts FILE, captured there (--host NAME then says "
				  "which)",
			hostname->is == R_VALUE ? machine : "...");
		finding.hint = hint;
		report_add(report, &finding, "no host fits this machine (%s); the hosts given are: %s",
			machine, text_string(&search->all));
	}
	return -1;
}

/* The name that the machine must have; NULL: any. */
static const char *host_name_wanted(const struct resource *host)
{
	const struct host_body *body = host->body;

	if (!gives_match(body))
		return host->name;
	return field_given(&body->match, MATCH_HOSTNAME) ? body->match.hostname : NULL;
}

/* Of its first word, as host_name_fits compares: what fits has the same. */
static uint64_t host_name_hash(const char *name)
{
	AUTO_FREE char *word = name ? string_part(name, strcspn(name, ".")) : NULL;

	for (char *letter = word; letter && *letter; letter++)
		*letter = (char)tolower((unsigned char)*letter);
	return hash_string(0, word);
}

void wish_index(struct wish *wish)
{
	const struct state *state = &wish->state;

	lookup_free(&wish->by_host_name);
	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind == &kind_host)
			lookup_add(&wish->by_host_name, host_name_hash(host_name_wanted(state->all[i])), i);
}

static size_t fitting_under(
	const struct wish *wish, uint64_t hash, const struct search *search, const struct resource **ret_host)
{
	size_t cursor = 0, at, n = 0;

	while (lookup_next(&wish->by_host_name, hash, &cursor, &at)) {
		if (!host_fits(wish->state.all[at], search))
			continue;
		*ret_host = wish->state.all[at];
		n++;
	}
	return n;
}

size_t wish_hosts_fitting(
	const struct wish *wish, const struct survey *survey, const struct resource **ret_host)
{
	const struct search search = { .survey = survey };
	const struct reading *name = &survey->machine[M_HOSTNAME];
	size_t n = fitting_under(wish, host_name_hash(NULL), &search, ret_host);

	if (name->is == R_VALUE)
		n += fitting_under(wish, host_name_hash(name->text), &search, ret_host);
	return n;
}

int wish_for_host(const struct wish *wish, const char *name, const struct survey *survey, struct state *state,
	struct report *report)
{
	const struct resource *named = name ? state_find(&wish->state, &kind_host, name) : NULL;
	struct search search = { .name = name, .survey = survey };
	int result = 0;

	if (named) {
		wish_host(wish, named, state);
		return 0;
	}
	search_hosts(wish, &search);
	if (search.n_found == 1)
		wish_host(wish, search.found, state);
	else
		result = report_search(&search, report);
	text_free(&search.fitting);
	text_free(&search.all);
	free(search.names);
	return result;
}

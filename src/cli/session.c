/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What commands share: the machine, its lock, the survey, the wish, the plan. */
#include "session.h"
#include "facts.h"
#include "ledger.h"
#include "saved.h"
#include "usage.h"
#include "waits.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool session_given(const struct session *session, enum option_id option)
{
	return session->options.given & TAKES(option);
}

enum outcome session_outcome(const struct session *session)
{
	enum outcome outcome = report_outcome(&session->report);

	return outcome == FINE ? FAILED : outcome;
}

struct host *session_host(struct session *session)
{
	const struct world *world = session->world;

	if (!session->host)
		session->host = world->open_host(
			world, session->options.root ? session->options.root : "/", &session->report);
	return session->host;
}

int session_facts(struct session *session, const char *path, struct survey *survey)
{
	size_t length;
	AUTO_FREE char *bytes = session_read(session, path, &length);

	return bytes ? facts_parse(bytes, length, path, survey, &session->report) : -1;
}

static bool finding_is_denied(const struct finding *finding)
{
	return finding->severity == ERROR && (finding->error == EACCES || finding->error == EPERM);
}

/*
 * Only root can read what pawl remembers; that another user's plan may lack a debt or a pin is said, and
 * stops nothing. Takes over the findings; 0 when the reading went well, or was denied.
 */
static int memory_told(struct session *session, struct report *own, int result)
{
	for (size_t i = 0; i < own->n; i++) {
		struct finding finding = own->findings[i];

		if (!session->world->root && finding_is_denied(&finding)) {
			finding.severity = WARNING;
			finding.hint = "what an earlier run left behind is not known; root can read it";
			session->forgets = true;
			result = 0;
		}
		report_add(&session->report, &finding, "%s", finding.text);
	}
	report_free(own);
	return result;
}

int session_ledger(struct session *session, const struct journal *journal, struct survey *survey)
{
	struct ledger ledger = { 0 };
	struct report own = { 0 };
	int result = ledger_open(&ledger, session->host, survey, &own);

	if (result == 0) {
		ledger_survey(&ledger, journal, survey);
		ledger_report_run_lost(&ledger, journal, survey, &own);
	}
	ledger_free(&ledger);
	return memory_told(session, &own, result);
}

int session_memory(struct session *session, struct survey *survey)
{
	struct journal journal = { 0 };
	struct report own = { 0 };
	int result;

	if (session->options.facts)
		return 0;
	result = journal_open(&journal, session->host, &own);
	if (result == 0)
		journal_debts(&journal, survey);
	result = memory_told(session, &own, result);
	if (result == 0)
		result = session_ledger(session, &journal, survey);
	journal_free(&journal);
	return result;
}

int session_remember(struct session *session, struct survey *survey, struct ledger *ledger)
{
	if (session_survey(session, survey) < 0 || session_memory(session, survey) < 0 ||
		remembered_check(&survey->ledger, &(struct finding){ 0 }, &session->report) < 0)
		return -1;
	return ledger_open(ledger, session->host, survey, &session->report);
}

bool session_run_is_under_way(struct session *session)
{
	AUTO_FREE char *holder = NULL;

	return host_lock_look(session->host, LOCK_HOST, &holder) == EBUSY;
}

/* What is looked at while a run changes it may be so no longer: that is said (rule 15). */
void session_note_run(struct session *session)
{
	AUTO_FREE char *holder = NULL;

	if (session->host && host_lock_look(session->host, LOCK_HOST, &holder) == EBUSY)
		report_add(&session->report,
			&(struct finding){ .severity = NOTE, .id = "run-under-way", .holder = holder },
			"a run is under way: what is shown here may be changing");
}

int session_survey(struct session *session, struct survey *survey)
{
	struct host *host;

	if (session->options.facts)
		return session_facts(session, session->options.facts, survey);
	host = session_host(session);
	return host ? waits_survey(session, host, survey) : -1;
}

/* What is given alone may be a saved plan. */
static int wish_take(struct session *session, const char *name, const char *bytes, size_t length)
{
	if (!saved_is_meant(bytes, length))
		return wish_parse(&session->wish, name, bytes, length, &session->report);
	if (session->options.n_files == 1)
		return session_take_saved(session, name, bytes, length);
	usage_report(&session->report, "the configuration that it was made from stands in it",
		"%s is a saved plan: it is given alone", name);
	return -1;
}

static int wish_load_input(struct session *session)
{
	size_t length;
	AUTO_FREE char *bytes = session_read(session, "-", &length);

	return bytes ? wish_take(session, "standard input", bytes, length) : -1;
}

static int wish_load_one(struct session *session, const char *path)
{
	AUTO_TEXT struct text bytes = { 0 };
	int is;

	if (string_equal(path, "-"))
		return wish_load_input(session);
	is = wish_read(&session->wish, path, &bytes, &session->report);
	if (is == 0)
		return wish_take(session, path, text_string(&bytes), bytes.length);
	return is < 0 ? -1 : wish_load(&session->wish, path, &session->report);
}

int session_wish(struct session *session)
{
	const struct options *options = &session->options;
	int result = 0;

	if (options->n_files == 0) {
		usage_report(&session->report, "name the YAML files after the command; - is standard input",
			"`pawl %s` needs a configuration", session->command->name);
		return -1;
	}
	for (size_t i = 0; i < options->n_files; i++)
		if (wish_load_one(session, options->files[i]) < 0)
			result = -1;
	return wish_join(&session->wish, &session->report) < 0 ? -1 : result;
}

/* Whether the host that --host names fits this machine, as it would were it the only one in the files. */
static bool host_is_here(const struct session *session, const struct survey *survey)
{
	const struct state *all = &session->wish.state;
	struct wish only = { .loaded = session->wish.loaded };
	struct state here = { 0 };
	struct report ignored = { 0 };
	bool fits;

	for (size_t i = 0; i < all->n; i++) {
		struct resource *resource = all->all[i];

		if (resource->kind == &kind_host && !string_equal(resource->name, session->options.host_name))
			continue;
		only.state.all = memory_grow(only.state.all, only.state.n, sizeof(*only.state.all));
		only.state.all[only.state.n++] = resource;
	}
	fits = wish_for_host(&only, NULL, survey, &here, &ignored) == 0;
	free(only.state.all);
	state_free(&here);
	report_free(&ignored);
	return fits;
}

/* The way on: there, or here from facts; the caller frees it. */
static char *other_host_hint(const struct session *session, const char *name, const char *here)
{
	if (session->saved)
		return text_print("take the saved plan to %s, and apply it there", name);
	if (!(session->command->options & TAKES(OPTION_FACTS)))
		return text_print("give this command on %s; if this is %s, say so in the file: match: "
				  "{hostname: %s}",
			name, name, here);
	return text_print("plan with --facts FILE, captured on %s; if this is %s, say so in the file: match: "
			  "{hostname: %s}",
		name, name, here);
}

/*
 * --host must name this machine, unless what is planned for is not this machine. A name that is in no file is
 * left to the search for it, which says so.
 */
static int host_check(struct session *session, const struct survey *survey)
{
	const struct options *options = &session->options;
	const char *name = options->host_name;
	const char *here = survey->machine[M_HOSTNAME].text ? survey->machine[M_HOSTNAME].text : "unknown";
	AUTO_FREE char *hint = NULL;

	if (!name || options->facts || options->root || !state_find(&session->wish.state, &kind_host, name) ||
		host_is_here(session, survey))
		return 0;
	hint = other_host_hint(session, name, here);
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR, .outcome = BAD_USAGE, .id = "other-host", .hint = hint },
		"this machine is not %s but %s", name, here);
	return -1;
}

struct asked session_asked(const struct session *session)
{
	return (struct asked){ .host_name = session->options.host_name,
		.targets = session->options.targets,
		.n_targets = session->options.n_targets,
		.allowed = &session->options.allowed };
}

int session_planning(struct session *session, struct planning *planning)
{
	struct asked asked = session_asked(session);

	if (host_check(session, &planning->survey) < 0)
		return -1;
	return planning_make(planning, &session->wish, &asked, &session->report);
}

enum outcome session_write_survey(struct session *session,
	int (*print)(const struct survey *, struct text *, struct report *),
	int (*write)(struct session *, const char *path, const char *text))
{
	struct survey survey = { 0 };
	AUTO_TEXT struct text text = { 0 };
	enum outcome outcome = FINE;

	if (session_survey(session, &survey) < 0 || session_memory(session, &survey) < 0 ||
		print(&survey, &text, &session->report) < 0 ||
		write(session, session->options.out, text_string(&text)) < 0)
		outcome = session_outcome(session);
	session_note_run(session);
	survey_free(&survey);
	return outcome;
}

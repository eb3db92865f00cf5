/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the namespaces of a VF are meant for who gets it: by the files, or by what pawl gave. */
#include "gates_rows.h"
#include "namespace_known.h"
#include "namespace_matters.h"
#include "namespaces_seen.h"
#include "object.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A namespace that the files have a word on. */
struct word {
	const struct resource *namespace;
	const struct function *pf;
	uint32_t nsid; /* 0: it is not there yet, or cannot be told */
};

static void words_add(struct seeing *seeing, const struct state *state)
{
	for (size_t i = 0; state && i < state->n; i++) {
		const struct resource *namespace = state->all[i];
		struct drive_namespace *there = NULL;
		struct word word = { .namespace = namespace };

		if (namespace->kind != &kind_namespace)
			continue;
		word.pf = device_function(seeing->question->now, namespace);
		if (drive_manages(word.pf))
			namespace_find(seeing->question->now, word.pf, namespace, &there);
		word.nsid = there ? there->nsid : 0;
		seeing->words = memory_grow(seeing->words, seeing->n, sizeof(*seeing->words));
		seeing->words[seeing->n++] = word;
	}
}

/* To find each takes long, and most plans give no VF to anybody. */
static void words_find(struct seeing *seeing)
{
	if (seeing->is_read)
		return;
	seeing->is_read = true;
	words_add(seeing, seeing->question->plan->want);
	words_add(seeing, seeing->question->plan->left_out);
}

/* What says nothing of who has it leaves it to whoever does; one that may mean another gives nothing. */
static bool word_gives(const struct word *word, const char *controller)
{
	const struct namespace_body *body = word->namespace->body;

	return !namespace_is_absent(word->namespace) && namespace_is_certain(word->namespace) &&
	       (!resource_given(word->namespace, NS_HELD) || words_hold(body->held, controller));
}

static bool takes(const struct question *question, const struct step *step, const struct given *given,
	const char *controller, uint32_t nsid)
{
	AUTO_FREE char *taken = listing_added(step->after, step->before),
		       *address = target_address(step->target);

	return string_equal(taken, controller) && namespace_number(holders_word(step->target)) == nsid &&
	       drive_is_same(survey_function(question->now, address), given->pf);
}

/* A step of this plan takes it from the controller, in time; perhaps by another port, with another lock. */
static bool is_taken(
	const struct question *question, const struct given *given, const char *controller, uint32_t nsid)
{
	const struct plan *plan = question->plan;
	size_t from = question->step ? question->step->number : 0;

	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		if (step->knob == &knob_controllers && step->number >= from &&
			(given->goes_on || step->number < given->step->number) &&
			takes(question, step, given, controller, nsid))
			return true;
	}
	return false;
}

/* What the files say is meant; without files, what pawl gave itself, but for what the plan takes back. */
static bool is_meant(const struct seeing *seeing, const struct given *given, const char *controller,
	const struct drive_namespace *there)
{
	const struct survey *now = seeing->question->now;

	if (!step_place(given->step).source)
		return namespace_is_given(now, given->pf, there, given->secondary->cntlid);
	for (size_t i = 0; i < seeing->n; i++)
		if (seeing->words[i].nsid == there->nsid && drive_is_same(seeing->words[i].pf, given->pf) &&
			word_gives(&seeing->words[i], controller))
			return true;
	return false;
}

static bool files_name(const struct seeing *seeing, const struct function *pf)
{
	for (size_t i = 0; i < seeing->n; i++)
		if (drive_is_same(seeing->words[i].pf, pf))
			return true;
	return false;
}

const struct resource *seeing_named(struct seeing *seeing, const struct function *pf, size_t *cursor)
{
	words_find(seeing);
	while (*cursor < seeing->n) {
		const struct word *word = &seeing->words[(*cursor)++];

		if (drive_is_same(word->pf, pf) && !namespace_is_absent(word->namespace))
			return word->namespace;
	}
	return NULL;
}

/* A run was about it, and what it has given to whom was lost with its journal. */
static bool journal_lost(const struct survey *now, const struct function *pf)
{
	const char *about = now->ledger.lost_runs;
	bool is = about && words_hold(about, ABOUT_ALL);

	for (size_t i = 0; about && !is && i < now->n; i++)
		is = drive_is_same(now->functions[i], pf) && words_hold(about, now->functions[i]->address);
	return is;
}

/*
 * Where neither files nor pawl say anything of a drive's namespaces, somebody sees to them by hand. Without
 * files what pawl knows of the drive stands for what they named.
 */
static bool is_pawls(
	const struct seeing *seeing, const struct given *given, const struct drive_namespace *there)
{
	const struct survey *now = seeing->question->now;
	bool named = step_place(given->step).source ? files_name(seeing, given->pf)
						    : namespaces_are_known(now, given->pf);

	return named || journal_lost(now, given->pf) || namespace_owner(now, given->pf, "", there) ||
	       namespace_is_given(now, given->pf, there, given->secondary->cntlid);
}

char *seeing_blamed(const struct seeing *seeing, const struct given *given, const char *name)
{
	const struct resource *device = device_at(seeing->question->plan->want, given->pf->address);
	bool is_own = name && (!device || name_fits(name, device->name));

	if (is_own)
		return string_copy(name);
	if (given->step->knob == &knob_controllers && device)
		return name_print(device->name, (int64_t)given->vf, NULL);
	return string_copy(given->step->object);
}

/* What has a name here the files can move by it; else it is the matter of who has attached it. */
static char *hint_of(const struct seeing *seeing, const struct given *given, const char *object,
	const struct drive_namespace *there)
{
	AUTO_FREE char *adopt = namespace_adopt_print(there),
		       *command = namespace_detach_command(given->pf, there->nsid, given->secondary->cntlid);

	if (state_find(seeing->question->plan->want, &kind_namespace_left, object))
		return string_copy(seeing->question->gate->fix);
	return text_print("when nobody needs it there, take it away: %s; if it is to be there, wish for it: "
			  "`%s` and `vf: %zu`",
		command, adopt, given->vf);
}

static void refuse_seen(
	const struct seeing *seeing, const struct given *given, const struct drive_namespace *there)
{
	const char *name = namespace_owner(seeing->question->now, given->pf, "", there);
	AUTO_FREE char *object = seeing_blamed(seeing, given, name),
		       *hint = hint_of(seeing, given, object, there);
	AUTO_FREE char *known = name ? text_print(", which pawl knows as %s", name) : NULL;

	gate_refuse_of(seeing->question, object, given->step, hint,
		"VF %zu of %s has namespace %" PRIu32 "%s, and it is not for who uses the VF from then on",
		given->vf, given->pf->address, there->nsid, known ? known : "");
}

static bool judge_namespaces(const struct seeing *seeing, const struct given *given)
{
	const struct drive *drive = given->pf->drive;
	bool refused = false;
	AUTO_FREE char *controller = text_print("%u", given->secondary->cntlid);

	for (size_t i = 0; i < drive->n_namespaces; i++) {
		const struct drive_namespace *there = &drive->namespaces[i];

		if (!namespace_has(there, given->secondary->cntlid) ||
			is_meant(seeing, given, controller, there) ||
			is_taken(seeing->question, given, controller, there->nsid) ||
			!is_pawls(seeing, given, there))
			continue;
		refuse_seen(seeing, given, there);
		refused = true;
	}
	return refused;
}

static bool judge_untold(const struct seeing *seeing, const struct given *given)
{
	const struct question *question = seeing->question;
	const char *why = given->pf->drive ? given->pf->drive->unknown : NULL;

	if (question->gate->unknown_is == ANSWER_GOOD ||
		(!files_name(seeing, given->pf) && !journal_lost(question->now, given->pf) &&
			!namespaces_are_known(question->now, given->pf)))
		return false;
	gate_refuse_of(question, given->step->object, given->step,
		"see that the drive answers: its physical function bound to nvme, run as root; `dmesg` "
		"may tell why it says nothing",
		"which namespaces VF %zu of %s has is not known: %s", given->vf, given->pf->address,
		why ? why : "nobody has asked the drive");
	return true;
}

void seeing_judge(struct seeing *seeing, struct given given, const struct function *pf, size_t vf)
{
	uint64_t hash = hash_string(vf, pf->address);
	size_t cursor = 0, at;
	bool refused = false;

	given.pf = pf;
	given.vf = vf;
	if (!function_may_be_drive(pf) || lookup_next(&seeing->told, hash, &cursor, &at))
		return;
	words_find(seeing);
	given.secondary = drive_told(pf) ? drive_secondary(pf->drive, vf) : NULL;
	if (!drive_told(pf))
		refused = judge_untold(seeing, &given);
	else if (given.secondary)
		refused = judge_namespaces(seeing, &given);
	if (refused)
		lookup_add(&seeing->told, hash, 0);
}

void seeing_free(struct seeing *seeing)
{
	free(seeing->words);
	lookup_free(&seeing->told);
}

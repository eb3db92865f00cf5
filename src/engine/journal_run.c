/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines that a run writes into the journal, and what they tell the next run. */
#include "journal.h"
#include "kind.h"
#include <stdlib.h>

/* Some megabytes: more is of no use to a run, which reads the file whole. */
enum { KEPT_ENTRIES = 20000 };

const char *const step_result_names[STEP_RESULTS + 1] = {
	[STEP_WAITING] = "waiting",
	[STEP_DONE] = "done",
	[STEP_ALREADY] = "already",
	[STEP_NEEDLESS] = "needless",
	[STEP_REFUSED] = "refused",
	[STEP_STOPPED] = "stopped",
	[STEP_STILL_RUNNING] = "running",
};

bool entry_is(const struct journal_entry *entry, enum step_result result)
{
	return string_equal(entry->event, step_result_names[result]);
}

static const char event_void[] = "void";

/* The knob has been seen at the value that was owed: put back, or never changed. Or it is no more. */
static bool entry_pays(const struct journal_entry *entry, const struct journal_entry *debt)
{
	const char *seen = entry_is(entry, STEP_DONE) || entry_is(entry, STEP_ALREADY) ? entry->after
			   : entry_is(entry, STEP_REFUSED) || string_equal(entry->event, event_void)
				   ? entry->before
				   : NULL;

	return string_equal(entry->knob, debt->knob) && string_equal(entry->target, debt->target) &&
	       string_equal(seen, debt->before);
}

/* One slot a knob and target that ever owed: its last debt, as long as nothing has paid it. */
struct debts_read {
	struct lookup by_knob;
	size_t *last, n;
	bool *open; /* by entry */
};

static uint64_t entry_hash(const struct journal_entry *entry)
{
	return hash_pair(entry->knob, entry->target);
}

/* The slot that is of this entry's knob and target; n when there is none yet. */
static size_t slot_find(
	const struct debts_read *debts, const struct journal *journal, const struct journal_entry *entry)
{
	size_t cursor = 0, slot;

	while (entry->knob && entry->target &&
		lookup_next(&debts->by_knob, entry_hash(entry), &cursor, &slot)) {
		const struct journal_entry *debt = &journal->entries[debts->last[slot]];

		if (string_equal(debt->knob, entry->knob) && string_equal(debt->target, entry->target))
			return slot;
	}
	return debts->n;
}

/* A later debt on the same knob owes the same value: one payment is enough. */
static void debts_take(struct debts_read *debts, const struct journal *journal, size_t at)
{
	const struct journal_entry *entry = &journal->entries[at];
	size_t slot = slot_find(debts, journal, entry);

	if (slot < debts->n && (entry->owes || entry_pays(entry, &journal->entries[debts->last[slot]])))
		debts->open[debts->last[slot]] = false;
	if (!entry->owes)
		return;
	if (slot == debts->n) {
		lookup_add(&debts->by_knob, entry_hash(entry), slot);
		debts->last = memory_grow(debts->last, debts->n, sizeof(*debts->last));
		debts->n++;
	}
	debts->last[slot] = at;
	debts->open[at] = true;
}

/* For each entry whether it is a debt that nothing has paid; the caller frees it. */
static bool *debts_open(const struct journal *journal)
{
	struct debts_read debts = { .open = memory_new(journal->n, sizeof(bool)) };

	for (size_t i = 0; i < journal->n; i++)
		debts_take(&debts, journal, i);
	lookup_free(&debts.by_knob);
	free(debts.last);
	return debts.open;
}

/* What else is to be known is in the ledger, unless that is lost, or one of before. */
static bool entry_is_of_domain(const struct journal_entry *entry)
{
	return string_equal(entry->event, JOURNAL_ASSUMED) || string_equal(entry->event, JOURNAL_REVOKED);
}

/* Of a run, only its debts and what it has assumed are remembered, with the boot that they were made in. */
static void remember(const struct journal *journal, bool *open)
{
	bool any = false;

	for (size_t i = journal->n; i-- > 0;) {
		open[i] |= entry_is_of_domain(&journal->entries[i]);
		any |= open[i];
		if (!string_equal(journal->entries[i].event, "begin"))
			continue;
		open[i] = any;
		any = false;
	}
}

static int journal_forget(struct journal *journal, struct report *report)
{
	bool *remembered = debts_open(journal);
	int result;

	remember(journal, remembered);
	result = journal_rewrite(journal, remembered, report);
	free(remembered);
	return result;
}

struct journal_entry journal_begin_entry(const struct plan *plan, const char *boot_id, const char *now)
{
	return (struct journal_entry){
		.event = (char *)"begin",
		.plan = (char *)plan->id,
		.boot_id = boot_id && *boot_id ? (char *)boot_id : NULL,
		.time = (char *)now,
		.step = plan->n,
	};
}

int journal_trim(struct journal *journal, struct report *report)
{
	return journal->n > KEPT_ENTRIES ? journal_forget(journal, report) : 0;
}

/* A VF's step is wished of the device that makes it. */
static char *pf_of(const struct step *step, const char *target)
{
	const struct resource *resource = step_resource(step);
	const struct resource *device = resource ? resource_above(resource, &kind_device) : NULL;
	const struct device_body *body = device ? device->body : NULL;

	return body && !string_equal(body->address, target) ? body->address : NULL;
}

static struct journal_entry entry_of(const struct step *step, const char *event, const char *target)
{
	return (struct journal_entry){
		.event = (char *)event,
		.step = step->number,
		.knob = (char *)step->knob->name,
		.target = (char *)target,
		.before = step->before,
		.after = step->after,
		.object = step->object,
		.pf = pf_of(step, target),
	};
}

/* Before the step's own line: that is the last word on it. */
static int append_besides(struct journal *journal, const struct step *step, const char *event,
	const char *target, struct report *report)
{
	int result = 0;

	for (size_t i = 0; i < step->n_besides && result == 0; i++) {
		struct journal_entry entry = entry_of(step, event, target);

		entry.knob = (char *)step->besides[i].knob->name;
		entry.before = step->besides[i].before;
		entry.after = step->besides[i].after;
		entry.note = (char *)JOURNAL_BESIDE;
		result = journal_append(journal, &entry, report);
	}
	return result;
}

int journal_intend(
	struct journal *journal, const struct step *step, const char *target, struct report *report)
{
	struct journal_entry entry = entry_of(step, "intend", target);

	if (append_besides(journal, step, entry.event, target, report) < 0)
		return -1;
	entry.owes = step->guard_of != NULL;
	entry.note = step->flags & STEP_PASSING ? (char *)JOURNAL_PASSING : NULL;
	return journal_append(journal, &entry, report);
}

int journal_learned(struct journal *journal, const char *name, const char *value, struct report *report)
{
	return journal_append(journal,
		&(struct journal_entry){
			.event = (char *)"learned",
			.object = (char *)name,
			.after = (char *)value,
		},
		report);
}

int journal_result(struct journal *journal, const struct step *step, const char *target,
	const struct step_end *end, struct report *report)
{
	struct journal_entry entry = entry_of(step, step_result_names[end->result], target);
	bool tells =
		end->result == STEP_DONE || end->result == STEP_REFUSED || end->result == STEP_STILL_RUNNING;

	/* of a write that came to anything else the machine tells, as of one without a result */
	if (tells && append_besides(journal, step, entry.event, target, report) < 0)
		return -1;
	entry.note = (char *)end->note;
	entry.reads = (char *)end->reads;
	return journal_append(journal, &entry, report);
}

int journal_assumed(struct journal *journal, const char *port, struct report *report)
{
	return journal_append(journal,
		&(struct journal_entry){ .event = (char *)JOURNAL_ASSUMED, .target = (char *)port }, report);
}

int journal_revoked(
	struct journal *journal, const char *port, const struct revocation *revoked, struct report *report)
{
	return journal_append(journal,
		&(struct journal_entry){ .event = (char *)JOURNAL_REVOKED,
			.target = (char *)port,
			.time = revoked->time,
			.note = revoked->who,
			.boot_id = revoked->boot_id },
		report);
}

int journal_end(struct journal *journal, enum outcome outcome, struct report *report)
{
	AUTO_FREE char *code = text_print("%d", outcome), *now = record_time();
	const struct journal_entry end = { .event = (char *)"end", .note = code, .time = now };

	if (journal_append(journal, &end, report) == 0)
		return 0;
	journal->entries = memory_grow(journal->entries, journal->n, sizeof(*journal->entries));
	entry_copy(journal->record.row, &journal->entries[journal->n++], &end);
	return -1;
}

/* A function that is found again has a value of its own: sriov_init begins anew (drivers/pci/iov.c). */
bool debt_is_void(const struct survey *survey, const struct debt *debt)
{
	return !survey_function(survey, debt->target);
}

int journal_void(struct journal *journal, const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < survey->n_debts; i++) {
		const struct debt *debt = &survey->debts[i];
		const struct journal_entry entry = { .event = (char *)event_void,
			.knob = (char *)debt->knob->name,
			.target = debt->target,
			.before = debt->value,
			.after = debt->left };

		if (debt_is_void(survey, debt) && journal_append(journal, &entry, report) < 0)
			return -1;
	}
	return 0;
}

static void add_debt(struct survey *survey, const struct knob *knob, const struct journal_entry *entry)
{
	survey->debts = memory_grow(survey->debts, survey->n_debts, sizeof(*survey->debts));
	survey->debts[survey->n_debts++] = (struct debt){
		.knob = knob,
		.target = string_copy(entry->target),
		.value = string_copy(entry->before),
		.left = string_copy(entry->after),
	};
}

void journal_debts(const struct journal *journal, struct survey *survey)
{
	const struct reading *boot = &survey->machine[M_BOOT_ID];
	AUTO_FREE bool *open = debts_open(journal);
	const char *now = boot->is == R_VALUE ? boot->text : NULL, *then = NULL;

	for (size_t i = 0; i < journal->n; i++) {
		const struct journal_entry *entry = &journal->entries[i];
		const struct knob *knob = entry->owes ? knob_find(entry->knob) : NULL;
		bool rebooted;

		if (string_equal(entry->event, "begin"))
			then = entry->boot_id;
		rebooted = now && then && !string_equal(now, then);
		if (knob && !(knob->flags & KNOB_VOLATILE && rebooted) && open[i])
			add_debt(survey, knob, entry);
	}
}

void journal_last_run(const struct journal *journal, const struct journal_entry **ret_begin,
	const struct journal_entry **ret_end)
{
	*ret_begin = *ret_end = NULL;
	for (size_t i = 0; i < journal->n; i++) {
		if (string_equal(journal->entries[i].event, "begin")) {
			*ret_begin = &journal->entries[i];
			*ret_end = NULL;
		}
		if (string_equal(journal->entries[i].event, "end"))
			*ret_end = &journal->entries[i];
	}
}

size_t journal_count_done(const struct journal *journal, const struct journal_entry *begin)
{
	size_t n = 0;

	for (const struct journal_entry *entry = begin; entry < journal->entries + journal->n; entry++)
		n += (entry_is(entry, STEP_DONE) || entry_is(entry, STEP_ALREADY)) &&
		     !string_equal(entry->note, JOURNAL_BESIDE);
	return n;
}

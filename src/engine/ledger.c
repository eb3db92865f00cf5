/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads and writes the ledger: which machine it is of, which function each device was, what runs have set. */
#include "ledger_line.h"
#include "runs.h"
#include <stdlib.h>

static void take_machine(struct ledger *ledger, const struct ledger_line *line)
{
	free(ledger->machine_id);
	free(ledger->dmi_serial);
	ledger->version = line->version;
	ledger->machine_id = string_copy(line->machine_id);
	ledger->dmi_serial = string_copy(line->dmi_serial);
}

static void take_pin(struct ledger *ledger, const struct ledger_line *line)
{
	pins_keep(&ledger->pins, &line->pin);
	if (!line->pin.state) /* else nobody has looked at it */
		ledger_take_stood(ledger, &line->pin);
}

static uint64_t number_of(const char *text)
{
	return text ? strtoull(text, NULL, 10) : 0;
}

static void take_begin(struct ledger *ledger, const struct ledger_line *line)
{
	const struct ledger_run *before = ledger_run_at(ledger, number_of(line->finishes));
	uint64_t root = before ? before->root : line->seq;

	ledger->runs = memory_grow(ledger->runs, ledger->n_runs, sizeof(*ledger->runs));
	ledger->runs[ledger->n_runs++] = (struct ledger_run){
		.number = line->seq,
		.takes_back = number_of(line->takes_back),
		.finishes = number_of(line->finishes),
		.root = root,
		.wish = string_copy(line->wish),
		.began = string_copy(line->time),
		.plan = string_copy(line->plan),
		.boot_id = string_copy(line->boot_id),
		.note = string_copy(line->note),
		.steps = number_of(line->steps),
		.about = string_copy(line->about),
		.plan_file = string_copy(line->plan_file),
		.restores = string_equal(line->what, RUN_RESTORE),
		.part = string_equal(line->what, RUN_PART),
	};
}

static char *setting_boot(const struct ledger *ledger, const struct ledger_line *line)
{
	if (line->boot_id)
		return line->boot_id;
	return ledger->n_runs > 0 ? ledger->runs[ledger->n_runs - 1].boot_id : NULL;
}

struct applied ledger_setting(const struct ledger *ledger, const struct ledger_line *line)
{
	return (struct applied){ .knob = knob_find(line->knob),
		.boot_id = setting_boot(ledger, line),
		.target = line->target,
		.object = line->object,
		.pf = line->pf,
		.original = line->original,
		.partial = string_equal(line->what, LEDGER_PARTIAL),
		.passing = string_equal(line->what, LEDGER_PASSING),
		.value = ledger_event_of(line) == LEDGER_APPLIED || string_equal(line->what, LEDGER_HALFWAY)
				 ? line->value
				 : NULL };
}

/*
 * What the run found is what its first word says: a new VF took the place of one that had something, or lines
 * that were cut off are written again.
 */
static void turned_keep(struct applied_list *turned, struct applied word, const struct ledger_line *line)
{
	const struct applied *first = applied_find(turned, word.knob, word.target);

	word.original = first && first->original && line->value ? first->original : line->before;
	word.value = line->value; /* of what is released the original; of what is gone there is none */
	applied_keep(turned, &word);
}

/*
 * A number of VFs that was only passed through, and the VFs that went with it: what stood before stands on,
 * as if this run's boot had set it. In that boot it is nothing; a later one has taken it away.
 */
static void applied_pass(struct applied_list *applied, const struct applied *word)
{
	const struct applied *stands = applied_find(applied, word->knob, word->target);
	struct applied passed;

	if (!stands || !stands->value)
		return;
	passed = *stands;
	passed.passing = true;
	passed.boot_id = word->boot_id;
	applied_keep(applied, &passed);
}

/* The half of something is nobody's wish: what stood before it is. */
static void applied_halve(struct applied_list *applied, const struct applied *word, const char *before)
{
	const struct applied *stands = applied_find(applied, word->knob, word->target);
	struct applied half = *word;

	half.stood = (char *)before;
	if (stands && stands->value)
		half.stood = stands->stood ? stands->stood : stands->value;
	applied_keep(applied, &half);
}

void ledger_take_setting(const struct ledger *ledger, const struct ledger_line *line,
	struct applied_list *turned, struct applied_list *applied)
{
	const struct applied word = ledger_setting(ledger, line);
	const struct applied *stands = applied_find(applied, word.knob, word.target);

	turned_keep(turned, word, line);
	if (stands && stands->passing && ledger->n_runs && ledger->runs[ledger->n_runs - 1].restores)
		ledger_pass_back(ledger, word.target, applied);
	if (word.passing)
		applied_pass(applied, &word);
	else if (string_equal(line->what, LEDGER_HALFWAY))
		applied_halve(applied, &word, line->before);
	else
		applied_keep(applied, &word);
}

static void take_setting(struct ledger *ledger, const struct ledger_line *line)
{
	struct ledger_run *run = ledger->n_runs ? &ledger->runs[ledger->n_runs - 1] : NULL;
	struct applied_list none = { 0 };

	ledger_take_setting(ledger, line, run && !run->outcome ? &run->turned : &none, &ledger->applied);
	applied_free(&none);
}

static struct applied kept_of(const struct ledger_line *line)
{
	return (struct applied){ .knob = knob_find(line->knob),
		.target = line->target,
		.object = line->object,
		.original = line->before,
		.value = line->value };
}

static void take_kept(struct ledger *ledger, const struct ledger_line *line)
{
	const struct applied kept = kept_of(line);

	if (ledger->n_runs > 0)
		applied_keep(&ledger->runs[ledger->n_runs - 1].kept, &kept);
	ledger_learn(&ledger->learned, &kept);
}

static void take_named(struct ledger *ledger, const struct ledger_line *line)
{
	const struct applied name = kept_of(line);

	ledger_take_naming(ledger, line, &name);
	ledger_learn(&ledger->learned, &name);
}

static void take_end(struct ledger *ledger, const struct ledger_line *line)
{
	struct ledger_run *run = ledger->n_runs ? &ledger->runs[ledger->n_runs - 1] : NULL;

	if (!run || run->outcome)
		return;
	run->ended = string_copy(line->time);
	run->outcome = string_copy(line->outcome);
	run->done = number_of(line->done);
}

void ledger_take(void *ledger, const void *line)
{
	static void (*const takes[N_LEDGER_EVENTS])(struct ledger *, const struct ledger_line *) = {
		[LEDGER_MACHINE] = take_machine,
		[LEDGER_PIN] = take_pin,
		[LEDGER_RUN_BEGIN] = take_begin,
		[LEDGER_APPLIED] = take_setting,
		[LEDGER_RELEASED] = take_setting,
		[LEDGER_KEPT] = take_kept,
		[LEDGER_RUN_END] = take_end,
		[LEDGER_CONSENT] = ledger_take_domain,
		[LEDGER_ASSUMED] = ledger_take_domain,
		[LEDGER_REVOKED] = ledger_take_domain,
		[LEDGER_SETTLED] = ledger_take_domain,
		[LEDGER_NAMED] = take_named,
		[LEDGER_MOVED] = ledger_take_moved,
	};

	if (ledger_event_of(line) != LEDGER_MOVED)
		ledger_settle_moved(ledger);
	takes[ledger_event_of(line)](ledger, line);
}

const char *ledger_machine_text(const struct survey *survey, enum machine_fact fact)
{
	return survey->machine[fact].is == R_VALUE ? survey->machine[fact].text : NULL;
}

int ledger_open(struct ledger *ledger, struct host *host, const struct survey *survey, struct report *report)
{
	struct report read = { 0 };
	int result;

	*ledger = (struct ledger){ .record = { .row = &ledger_row, .host = host } };
	domains_copy(&survey->domains, &ledger->domains);
	result = record_read(&ledger->record, ledger_take, ledger, &read);
	ledger_settle_moved(ledger);
	ledger_take_lost(ledger, survey);
	result = ledger_stand(ledger, survey, &read, result, report);
	report_free(&read);
	return result;
}

static void run_free(struct ledger_run *run)
{
	free(run->began);
	free(run->plan);
	free(run->boot_id);
	free(run->note);
	free(run->wish);
	free(run->about);
	free(run->plan_file);
	free(run->ended);
	free(run->outcome);
	applied_free(&run->turned);
	applied_free(&run->kept);
}

void ledger_free(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->n_runs; i++)
		run_free(&ledger->runs[i]);
	free(ledger->runs);
	ledger_free_words(ledger);
	ledger_free_namings(ledger);
	applied_free(&ledger->applied);
	applied_free(&ledger->learned);
	domains_free(&ledger->domains);
	pins_free(&ledger->pins);
	pins_free(&ledger->stood);
	free(ledger->machine_id);
	free(ledger->dmi_serial);
	free(ledger->stands.why);
	*ledger = (struct ledger){ 0 };
}

static struct ledger_line machine_line(const struct survey *survey)
{
	return (struct ledger_line){
		.event = (char *)ledger_event_at(LEDGER_MACHINE)->name,
		.version = LEDGER_VERSION,
		.machine_id = (char *)ledger_machine_text(survey, M_MACHINE_ID),
		.dmi_serial = (char *)ledger_machine_text(survey, M_DMI_SERIAL),
	};
}

/* Copies are taken in: lines may have strings of the ledger, and the first may free the next one's. */
static int lines_write(
	struct ledger *ledger, const struct ledger_line *lines, size_t n, struct report *report)
{
	AUTO_FREE struct ledger_line *taken = memory_new(n, sizeof(*taken));

	if (n == 0)
		return 0;
	if (record_append_all(&ledger->record, lines, n, report) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		entry_copy(&ledger_row, &taken[i], &lines[i]);
	for (size_t i = 0; i < n; i++) {
		taken[i].seq = ledger->record.next_seq - n + i;
		ledger_take(ledger, &taken[i]);
	}
	ledger_settle_moved(ledger);
	for (size_t i = 0; i < n; i++)
		entry_free(&ledger_row, &taken[i]);
	return 0;
}

static void lines_date(struct ledger_line *lines, size_t n, char *now)
{
	for (size_t i = 0; i < n; i++)
		lines[i].time = lines[i].time ? lines[i].time : now;
}

int ledger_append(struct ledger *ledger, struct ledger_line *lines, size_t n, const struct survey *survey,
	struct report *report)
{
	struct ledger_line first = machine_line(survey);
	AUTO_FREE struct ledger_line *lost = NULL;
	AUTO_FREE char *now = NULL;
	size_t n_lost;

	if (ledger->stands.is != LEDGER_IS_WHOLE)
		return 0;
	lost = ledger_lines_lost(ledger, survey, &n_lost);
	if (n + n_lost == 0)
		return 0;
	now = record_time();
	lines_date(&first, 1, now);
	lines_date(lost, n_lost, now);
	lines_date(lines, n, now);
	if (ledger->record.next_seq == 1 && lines_write(ledger, &first, 1, report) < 0)
		return -1;
	if (lines_write(ledger, lost, n_lost, report) < 0)
		return -1;
	return lines_write(ledger, lines, n, report);
}

int ledger_keep(struct ledger *ledger, const struct pin_list *pinned, bool by_files, struct survey *survey,
	struct report *report)
{
	AUTO_FREE struct ledger_line *lines = memory_new(3 * pinned->n + ledger->stood.n + 1, sizeof(*lines));
	size_t n = ledger_lines_moved(ledger, pinned, survey, by_files, lines);
	int result;

	for (size_t i = 0; i < pinned->n; i++) {
		const struct pin *pin = &pinned->all[i];
		const struct pin *earlier = pins_find(&ledger->pins, pin->handle);

		if (!earlier || !pin_equal(earlier, pin) || !ledger_stands(ledger, pin))
			lines[n++] = (struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_PIN)->name,
				.pin = *pin };
	}
	ledger->beside = survey;
	result = ledger_append(ledger, lines, n, survey, report);
	ledger->beside = NULL;
	return result;
}

int ledger_name(
	struct ledger *ledger, const struct applied_list *names, struct survey *survey, struct report *report)
{
	AUTO_FREE struct ledger_line *lines = memory_new(names->n + 1, sizeof(*lines));
	size_t n = 0;

	for (size_t i = 0; i < names->n; i++) {
		const struct applied *name = &names->all[i];

		lines[n++] = (struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_NAMED)->name,
			.knob = (char *)name->knob->name,
			.target = name->target,
			.object = name->object,
			.before = name->original,
			.value = name->value };
	}
	if (ledger_append(ledger, lines, n, survey, report) < 0)
		return -1;
	for (size_t i = 0; i < names->n; i++)
		ledger_learn(&survey->kept, &names->all[i]);
	return 0;
}

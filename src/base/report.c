/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Collects findings. */
#include "report.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum outcome outcome_graver(enum outcome a, enum outcome b)
{
	static const enum outcome by_gravity[] = {
		BAD_USAGE,
		NEEDS_ROOT,
		STOPPED_PART_WAY,
		ROLLED_BACK,
		NOT_VERIFIED,
		FAILED,
		UNAVAILABLE,
		LOCKED,
		BAD_CONFIGURATION,
		REFUSED,
		STALE_PLAN,
		NEEDS_REBOOT_TO_FINISH,
		DIFFERENT,
	};

	for (size_t i = 0; i < sizeof(by_gravity) / sizeof(*by_gravity); i++) {
		if (a == by_gravity[i] || b == by_gravity[i])
			return by_gravity[i];
	}
	return FINE;
}

static uint64_t finding_hash(const struct finding *finding)
{
	uint64_t hash = (uint64_t)finding->at.line << 32 | finding->at.column;

	hash = hash_string(hash, finding->id);
	hash = hash_string(hash, finding->object);
	hash = hash_string(hash, finding->path);
	return hash_string(hash, finding->text);
}

static bool place_same(const struct place *a, const struct place *b)
{
	return a->source == b->source && a->line == b->line && a->column == b->column;
}

static bool finding_same(const struct finding *a, const struct finding *b)
{
	return place_same(&a->at, &b->at) && string_equal(a->id, b->id) &&
	       string_equal(a->object, b->object) && string_equal(a->path, b->path) &&
	       string_equal(a->text, b->text);
}

static bool report_has(const struct report *report, const struct finding *finding, uint64_t hash)
{
	size_t cursor = 0, position;

	while (lookup_next(&report->by_content, hash, &cursor, &position)) {
		if (finding_same(&report->findings[position], finding))
			return true;
	}
	return false;
}

static void finding_keep(struct finding *finding)
{
	finding->object = string_copy(finding->object);
	finding->path = string_copy(finding->path);
	finding->holder = string_copy(finding->holder);
	finding->hint = string_copy(finding->hint);
}

static void finding_release(struct finding *finding)
{
	free((char *)finding->object);
	free((char *)finding->path);
	free((char *)finding->holder);
	free((char *)finding->hint);
	free(finding->text);
}

bool outcome_is_good(enum outcome outcome)
{
	return outcome == FINE || outcome == NEEDS_REBOOT_TO_FINISH || outcome == ROLLED_BACK;
}

void report_add(struct report *report, const struct finding *like, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	report_addv(report, like, format, values);
	va_end(values);
}

void report_addv(struct report *report, const struct finding *like, const char *format, va_list values)
{
	struct finding finding = *like;
	struct text text = { 0 };
	uint64_t hash;

	text_addv(&text, format, values);
	finding.text = text_take(&text);
	hash = finding_hash(&finding);
	if (report_has(report, &finding, hash)) {
		free(finding.text);
		return;
	}
	finding_keep(&finding);
	lookup_add(&report->by_content, hash, report->n);
	report->findings = memory_grow(report->findings, report->n, sizeof(finding));
	report->findings[report->n++] = finding;
}

size_t report_errors(const struct report *report)
{
	size_t errors = 0;

	for (size_t i = 0; i < report->n; i++)
		errors += report->findings[i].severity == ERROR;
	return errors;
}

enum outcome report_outcome(const struct report *report)
{
	enum outcome outcome = FINE;

	for (size_t i = 0; i < report->n; i++) {
		if (report->findings[i].severity == ERROR)
			outcome = outcome_graver(outcome, report->findings[i].outcome);
	}
	return outcome;
}

static int number_compare(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

/* Both point into the array of the report, so that the address is the order of their coming. */
static int finding_compare(const void *left, const void *right)
{
	const struct finding *a = *(const struct finding *const *)left,
			     *b = *(const struct finding *const *)right;
	int order = (a->at.source == NULL) - (b->at.source == NULL);

	if (order == 0 && a->at.source && a->at.source != b->at.source)
		order = strcmp(a->at.source->name, b->at.source->name);
	if (order == 0 && a->at.source)
		order = number_compare(a->at.line, b->at.line);
	if (order == 0 && a->at.source)
		order = number_compare(a->at.column, b->at.column);
	return order ? order : number_compare((uintptr_t)a, (uintptr_t)b);
}

void report_sort(struct report *report)
{
	AUTO_FREE const struct finding **order = memory_new(report->n, sizeof(*order));
	struct finding *sorted = NULL;

	for (size_t i = 0; i < report->n; i++)
		order[i] = &report->findings[i];
	qsort(order, report->n, sizeof(*order), finding_compare);
	lookup_free(&report->by_content);
	for (size_t i = 0; i < report->n; i++) {
		sorted = memory_grow(sorted, i, sizeof(*sorted));
		sorted[i] = *order[i];
		lookup_add(&report->by_content, finding_hash(&sorted[i]), i);
	}
	free(report->findings);
	report->findings = sorted;
}

void report_free(struct report *report)
{
	for (size_t i = 0; i < report->n; i++)
		finding_release(&report->findings[i]);
	free(report->findings);
	lookup_free(&report->by_content);
	*report = (struct report){ 0 };
}

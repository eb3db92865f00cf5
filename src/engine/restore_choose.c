/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what a boot has taken away from what somebody else has changed. */
#include "ledger_line.h"
#include "restore.h"
#include "restore_words.h"
#include <stdlib.h>

/*
 * What became of a word. LOST: as a boot makes it. OTHERS: somebody has set it since. GONE: what it was set
 * on is not there. UNTOLD: it cannot be read. IDLE: what it stands on is no longer pawl's, or went by itself.
 */
enum fate { STANDS, LOST, OTHERS, GONE, UNTOLD, IDLE };

struct choosing {
	const struct survey *survey;
	struct words words;
	enum fate *fates;  /* of each word */
	enum fate *counts; /* of each device: its number of VFs; STANDS: pawl has set none */
	struct report *report;
};

static const struct function *pf_of(const struct choosing *on, const struct word *word)
{
	return survey_function(on->survey, on->words.devices[word->device].address);
}

/* What the word was set on; NULL: it is not there. */
static const struct function *function_of(const struct choosing *on, const struct word *word)
{
	const struct function *pf = pf_of(on, word);

	if (word->vf < 0 || !pf)
		return pf;
	return (size_t)word->vf < pf->n_virtfn ? pf->virtfn[word->vf] : NULL;
}

/* A VF may have another address than in the boot before: its number is what it is known by. */
static const char *reads_now(
	const struct choosing *on, const struct word *word, const struct function *function)
{
	enum vf_setting setting;
	AUTO_FREE char *target =
		vf_setting_of(word->applied->knob, &setting)
			? vf_target(on->words.devices[word->device].address, (size_t)word->vf)
			: string_copy(function->address);
	struct applied at = *word->applied;

	at.target = target;
	return applied_now(on->survey, &at);
}

/*
 * Nobody binds a function that has the override against all: the driver is the boot's, and a restore died
 * before it took that away. Where pawl has a word on the driver, that one tells.
 */
static bool is_bound_yet(
	const struct choosing *on, const struct applied *override, const struct function *function)
{
	const char *driver = function_link(function, A_DRIVER);

	return override->knob == &knob_override && string_equal(override->value, DRIVER_NONE) && driver &&
	       *driver && !applied_find(&on->survey->applied, &knob_driver, function->address);
}

static enum fate fate_here(
	const struct choosing *on, const struct word *word, const struct function *function)
{
	const char *now = reads_now(on, word, function);
	struct applied back = *word->applied;

	back.value = (char *)restore_value(word->applied, on->survey);
	if (!now)
		return UNTOLD;
	if (knob_is(back.knob, now, back.value))
		return is_bound_yet(on, &back, function) ? LOST : STANDS;
	if (applied_is_of_this_boot(on->survey, &back))
		return back.stood && knob_is(back.knob, now, word->applied->value) ? LOST : OTHERS;
	return boot_makes(&back, function, now) ? LOST : OTHERS;
}

/* Who wishes for no driver gets an override against all: without one a run was between two drivers. */
static bool is_halfway(const struct choosing *on, const struct word *word)
{
	const struct applied *applied = word->applied;
	const struct applied *override = applied_find(&on->survey->applied, &knob_override, applied->target);

	return applied->knob == &knob_driver && !*applied->value && !applied->stood &&
	       (!override || !override->value || !*override->value);
}

/* The run that went on from it is to be gone on with, as long as no boot has come between. */
static bool is_passed(const struct choosing *on, const struct word *word)
{
	return word->applied->passing && applied_is_of_this_boot(on->survey, word->applied);
}

/* The card that stands there, or stood there as this device; under whatever name it was said of it. */
static bool is_of(const struct choosing *on, const struct pin *pin, const struct word_device *device)
{
	const struct function *function = survey_function(on->survey, device->address);
	const struct pin *own = pins_find(&on->survey->pins, device->handle);

	if (!string_equal(pin->address, device->address))
		return false;
	return function ? pin_compare(pin, function, NULL) != PIN_OTHER
			: own && pin_against(pin, own) != PIN_OTHER;
}

static bool is_out(const struct choosing *on, const struct word_device *device)
{
	const struct pin_list *pins = &on->survey->pins;

	for (size_t i = 0; i < pins->n; i++)
		if (pins->all[i].state && is_of(on, &pins->all[i], device))
			return true;
	return false;
}

/* VFs that are to be made again come back with all that was set on them. */
static enum fate fate_of(const struct choosing *on, const struct word *word)
{
	const struct word_device *device = &on->words.devices[word->device];
	const struct function *function = function_of(on, word);
	enum fate count = on->counts[word->device];

	if (is_halfway(on, word) || is_passed(on, word) || is_out(on, device))
		return IDLE;
	if (word->vf >= 0 && device->count) {
		if (word->vf >= device_vfs(device, on->survey) || count == OTHERS || count == GONE)
			return IDLE;
		if (count != STANDS)
			return count;
	}
	return function ? fate_here(on, word, function) : GONE;
}

static void warn(const struct choosing *on, const char *handle, const char *hint, const char *text)
{
	report_add(on->report,
		&(struct finding){
			.severity = WARNING, .id = "not-restored", .object = handle, .hint = hint },
		"%s", text);
}

static void warn_given_up(const struct choosing *on, const struct word_device *device, const struct pin *pin)
{
	const char *place = ledger_aside_from(device->address);
	AUTO_FREE char *text =
		place ? text_print(
				"nothing of %s is restored: the device that was at %s, %.*s, has been taken "
				"out of it, and another one was applied there since",
				device->handle, place, (int)(place - device->address) - 1, device->address)
		      : text_print("nothing of %s is restored: %s is %s since, and which card is at %s now "
				   "is not known",
				device->address, device->handle, pin->address, device->address);

	warn(on, device->handle,
		place ? "when it is on this machine again, apply a configuration that has it"
		      : "when it is still wanted, apply a configuration that gives it a handle of its own",
		text);
}

/* Once a device, and only of what would come back. */
static void give_up(struct choosing *on)
{
	const struct pin **pins = memory_new(on->words.n_devices + 1, sizeof(*pins));

	for (size_t i = 0; i < on->words.n; i++) {
		size_t device = on->words.all[i].device;
		const struct pin *pin = device_elsewhere(on->survey, &on->words.devices[device]);

		if (!pin || on->fates[i] == STANDS || on->fates[i] == OTHERS)
			continue;
		pins[device] = on->fates[i] == IDLE ? pins[device] : pin;
		on->fates[i] = IDLE;
	}
	for (size_t i = 0; i < on->words.n_devices; i++)
		if (pins[i])
			warn_given_up(on, &on->words.devices[i], pins[i]);
	free(pins);
}

static void fates_find(struct choosing *on)
{
	for (size_t i = 0; i < on->words.n; i++)
		if (on->words.all[i].applied->knob == &knob_numvfs)
			on->counts[on->words.all[i].device] = fate_of(on, &on->words.all[i]);
	for (size_t i = 0; i < on->words.n; i++)
		on->fates[i] = fate_of(on, &on->words.all[i]);
	give_up(on);
}

static void note_changed(const struct choosing *on, const struct word *word)
{
	const struct applied *applied = word->applied;
	const char *now = reads_now(on, word, function_of(on, word));
	AUTO_FREE char *is = knob_say(applied->knob, now), *was = knob_say(applied->knob, applied->value);
	bool count = applied->knob == &knob_numvfs;

	report_add(on->report,
		&(struct finding){ .severity = NOTE,
			.id = "changed-since",
			.object = applied->object ? applied->object : applied->target },
		"%s of %s is %s; pawl had set %s, so this is somebody else's and stays%s",
		applied->knob->name, applied->target, is, was, count ? ", and so do its VFs" : "");
}

static void report_gone_device(const struct choosing *on, const struct word_device *device)
{
	const struct pin *pin = pins_find(&on->survey->pins, device->handle);
	struct pin_search search = { .survey = on->survey };
	const struct function *moved = pin ? pin_search(&search, pin) : NULL;
	AUTO_FREE char *where = moved ? text_print("; that card is at %s now", moved->address) : NULL;

	pin_search_free(&search);
	report_add(on->report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "not-restored",
			.object = device->handle,
			.hint = where ? "apply its configuration: from then on it is known there"
				      : "`dmesg` tells why it did not come up; if it was pulled for good, "
					"apply its configuration with `state: out-of-service`" },
		"nothing of %s is restored: %s is not on the PCI bus%s", device->handle, device->address,
		where ? where : "");
}

static void report_gone_vfs(const struct choosing *on, const struct word_device *device, size_t n)
{
	report_add(on->report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "not-restored",
			.object = device->handle,
			.hint = device->count ? "`dmesg` tells why they did not come up"
					      : "pawl has set no number of VFs here: let it, with `vfs` in "
						"the configuration, or make them before `pawl restore`; "
						"if nobody wants them, apply it with `vfs: {count: 0}`" },
		"%zu %s of VFs of %s cannot be restored: %s has no such VFs now", n,
		n == 1 ? "value" : "values", device->handle, device->address);
}

static void note_out(const struct choosing *on)
{
	for (size_t i = 0; i < on->words.n_devices; i++) {
		const struct word_device *device = &on->words.devices[i];

		if (is_out(on, device))
			report_add(on->report,
				&(struct finding){
					.severity = NOTE, .id = "out-of-service", .object = device->handle },
				"nothing of %s is restored: it is out of service", device->handle);
	}
}

/* Once a device. */
static void report_gone(const struct choosing *on)
{
	size_t *n = memory_new(on->words.n_devices + 1, sizeof(*n));

	for (size_t i = 0; i < on->words.n; i++)
		n[on->words.all[i].device] += on->fates[i] == GONE;
	for (size_t i = 0; i < on->words.n_devices; i++) {
		const struct word_device *device = &on->words.devices[i];

		if (n[i] && !survey_function(on->survey, device->address))
			report_gone_device(on, device);
		else if (n[i])
			report_gone_vfs(on, device, n[i]);
	}
	free(n);
}

/* VFs that are made anew, and of which the run that had made them may not have set all. */
static bool is_partial(const struct choosing *on, size_t word)
{
	return on->words.all[word].applied->partial && on->fates[word] == LOST;
}

static void warn_partial(const struct choosing *on, const struct word *word)
{
	report_add(on->report,
		&(struct finding){ .severity = WARNING,
			.id = "vfs-held-back",
			.object = on->words.devices[word->device].handle,
			.hint = "apply their configuration: it gives them what they are to have" },
		"the run that had made VFs of %s came to no good end: those that it gave no driver come back "
		"without one, and none may bind them",
		word->applied->target);
}

/* Of a device that stands as it was applied nothing is wished, and no gate is asked. */
static void words_keep(const struct choosing *on, struct applied_list *ret_words)
{
	bool *lost = memory_new(on->words.n_devices + 1, sizeof(*lost));

	for (size_t i = 0; i < on->words.n; i++)
		lost[on->words.all[i].device] |= on->fates[i] == LOST || on->fates[i] == UNTOLD;
	for (size_t i = 0; i < on->words.n; i++)
		if (lost[on->words.all[i].device] &&
			(on->fates[i] == STANDS || on->fates[i] == LOST || on->fates[i] == UNTOLD)) {
			struct applied kept = *on->words.all[i].applied;

			kept.value = (char *)restore_value(&kept, on->survey);
			kept.partial = is_partial(on, i);
			applied_keep(ret_words, &kept);
		}
	free(lost);
}

void restore_choose(const struct survey *survey, struct applied_list *ret_words, struct report *report)
{
	struct choosing on = { .survey = survey, .report = report };

	words_read(&survey->applied, survey, &on.words);
	on.fates = memory_new(on.words.n + 1, sizeof(*on.fates));
	on.counts = memory_new(on.words.n_devices + 1, sizeof(*on.counts));
	fates_find(&on);
	for (size_t i = 0; i < on.words.n; i++)
		if (on.fates[i] == OTHERS)
			note_changed(&on, &on.words.all[i]);
	note_out(&on);
	report_gone(&on);
	for (size_t i = 0; i < on.words.n; i++)
		if (is_partial(&on, i))
			warn_partial(&on, &on.words.all[i]);
	words_keep(&on, ret_words);
	free(on.fates);
	free(on.counts);
	words_free(&on.words);
}

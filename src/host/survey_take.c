/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the machine into a survey, each attribute once. */
#include "address.h"
#include "function.h"
#include "knob_sysfs.h"
#include "report.h"
#include "survey_answers.h"
#include "survey_readings.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* drivers/pci/iov.c keeps the number of VFs in 16 bits; no device's word may make the list longer. */
#define MAX_VFS 65535

struct taking {
	struct host *host;
	struct survey *survey;
	struct report *report;
	struct readings readings; /* under way */
};

static int taking_refuse(struct taking *taking, const char *path, int error)
{
	report_add(taking->report,
		&(struct finding){ .severity = ERROR,
			.outcome = UNAVAILABLE,
			.id = "machine-unreadable",
			.object = "PCI bus",
			.path = path,
			.error = error,
			.hint = "is sysfs mounted, and has this machine a PCI bus?" },
		"the machine's PCI functions and drivers cannot be listed");
	return -1;
}

static int taking_interrupted(struct taking *taking)
{
	report_add(taking->report,
		&(struct finding){ .severity = ERROR, .outcome = FAILED, .id = "interrupted" },
		"asked to stop while the machine was being read");
	return -1;
}

/* Calls `add` for each line of a listing. */
static int list_each(struct taking *taking, const char *path, void (*add)(struct survey *, const char *name))
{
	struct done done;
	int err = host_do(taking->host, &(struct op){ .verb = OP_LIST, .path = path }, &done);
	char *rest = done.data, *name;

	while (!err && (name = strsep(&rest, "\n")))
		if (*name)
			add(taking->survey, name);
	done_free(&done);
	return err ? taking_refuse(taking, path, err) : 0;
}

static void function_add(struct survey *survey, const char *name)
{
	if (address_valid(name))
		survey_add(survey, name);
}

static int take_functions(struct taking *taking)
{
	struct survey *survey = taking->survey;
	AUTO_TEXT struct text names = { 0 };
	struct answers answers;

	if (list_each(taking, PCI_DEVICES, function_add) < 0)
		return -1;
	for (size_t i = 0; i < survey->n; i++)
		names_add(&names, survey->functions[i]->address, true);
	answers_gather(&answers, taking->host, PCI_DEVICES, &names);
	for (size_t i = 0; i < survey->n; i++)
		answers_take(&answers, NULL, &survey->functions[i]->attr[A_PATH]);
	answers_free(&answers);
	return 0;
}

/* Of all functions, or only of those with SR-IOV. A gather must not wait: what may block is read apart. */
static bool is_gathered(enum attribute attribute, bool sriov)
{
	bool apart = attribute == A_PATH || attribute == A_OVERRIDE || attribute == A_NUMVFS;

	return attributes[attribute].sriov == sriov && !apart;
}

static void names_add_attributes(struct text *names, bool sriov)
{
	for (enum attribute a = 0; a < N_ATTRIBUTES; a++)
		if (is_gathered(a, sriov))
			names_add(names, attributes[a].name, attributes[a].link);
}

static void answers_take_attributes(struct answers *answers, bool sriov, struct function *function)
{
	for (enum attribute a = 0; a < N_ATTRIBUTES; a++)
		if (is_gathered(a, sriov))
			answers_take(
				answers, attributes[a].link ? NULL : attributes[a].knob, &function->attr[a]);
}

static void function_lacks_sriov(struct function *function)
{
	for (enum attribute a = 0; a < N_ATTRIBUTES; a++)
		if (attributes[a].sriov)
			function_set(function, a, NULL);
}

static int take_attributes(struct taking *taking)
{
	AUTO_TEXT struct text names = { 0 };
	size_t i = 0;

	names_add_attributes(&names, false);
	while (i < taking->survey->n) {
		struct function *function = taking->survey->functions[i];
		AUTO_FREE char *path = text_print(PCI_DEVICES "/%s", function->address);
		struct answers answers;

		if (answers_gather(&answers, taking->host, path, &names) == ENOENT) {
			survey_remove(taking->survey, function); /* it went away since it was listed */
		} else {
			answers_take_attributes(&answers, false, function);
			if (function->attr[A_TOTALVFS].is == R_ABSENT)
				function_lacks_sriov(function);
			i++;
		}
		answers_free(&answers);
	}
	return 0;
}

static int taking_collect(struct taking *taking)
{
	int err = readings_collect(&taking->readings, taking->host);

	return err ? taking_refuse(taking, PCI_DEVICES, err) : 0;
}

static int take_counts(struct taking *taking)
{
	for (size_t i = 0; i < taking->survey->n; i++)
		if (function_text(taking->survey->functions[i], A_TOTALVFS))
			reading_begin(&taking->readings, taking->host, taking->survey->functions[i], A_NUMVFS,
				true);
	return taking_collect(taking);
}

/* How many virtfn links there may be: when the count cannot be told, as many as the device can have. */
static size_t function_max_vfs(const struct function *pf)
{
	int64_t number = 0;

	if (function_number(pf, A_NUMVFS, &number) < 0)
		function_number(pf, A_TOTALVFS, &number);
	return number < 0 ? 0 : number > MAX_VFS ? MAX_VFS : (size_t)number;
}

static void answers_take_virtfn(
	struct answers *answers, const struct survey *survey, size_t number, struct function *pf)
{
	struct reading link = { 0 };
	const char *slash;

	answers_take(answers, NULL, &link);
	slash = link.is == R_VALUE ? strrchr(link.text, '/') : NULL;
	struct function *vf = slash ? survey_function(survey, slash + 1) : NULL;
	if (vf)
		survey_link_virtfn(pf, number, vf);
	reading_free(&link);
}

static void take_pf(struct taking *taking, struct function *pf)
{
	AUTO_FREE char *path = text_print(PCI_DEVICES "/%s", pf->address);
	AUTO_TEXT struct text names = { 0 };
	size_t max_vfs = function_max_vfs(pf);
	struct answers answers;

	names_add_attributes(&names, true);
	for (size_t i = 0; i < max_vfs; i++) {
		char name[32];
		snprintf(name, sizeof(name), "virtfn%zu", i);
		names_add(&names, name, true);
	}
	answers_gather(&answers, taking->host, path, &names);
	answers_take_attributes(&answers, true, pf);
	for (size_t i = 0; i < max_vfs; i++)
		answers_take_virtfn(&answers, taking->survey, i, pf);
	answers_free(&answers);
}

static int take_pfs(struct taking *taking)
{
	for (size_t i = 0; i < taking->survey->n; i++)
		if (function_text(taking->survey->functions[i], A_TOTALVFS))
			take_pf(taking, taking->survey->functions[i]);
	return 0;
}

/*
 * Reading driver_override waits for the device lock as numvfs does (knob_attribute.c). A write to a PF's
 * numvfs holds it, and that of each VF while it is removed: so no function of a busy PF is asked. A driver's
 * remove() runs when the link to it is gone already (drivers/base/dd.c, __device_release_driver): so a
 * function without a driver may have to wait too, unless its PF has just said that nothing is under way.
 */
static int take_overrides(struct taking *taking)
{
	for (size_t i = 0; i < taking->survey->n; i++) {
		struct function *function = taking->survey->functions[i];
		const struct function *pf = function->physfn ? function->physfn : function;
		bool answered = function_text(pf, A_NUMVFS) || function_text(function, A_DRIVER);

		if (pf->attr[A_NUMVFS].is == R_BUSY)
			function->attr[A_OVERRIDE].is = R_BUSY;
		else
			reading_begin(&taking->readings, taking->host, function, A_OVERRIDE, !answered);
	}
	return taking_collect(taking);
}

static void driver_add(struct survey *survey, const char *name)
{
	survey->drivers = memory_grow(survey->drivers, survey->n_drivers, sizeof(char *));
	survey->drivers[survey->n_drivers++] = string_copy(name);
}

static int take_drivers(struct taking *taking)
{
	if (list_each(taking, PCI_DRIVERS, driver_add) < 0)
		return -1;
	drivers_sort(taking->survey);
	return 0;
}

static int take_machine(struct taking *taking)
{
	for (size_t i = 0; i < N_MACHINE_FACTS; i++) {
		struct done done;

		host_do(taking->host, &(struct op){ .verb = OP_READ, .path = machine_facts[i].path }, &done);
		reading_take(&done, &taking->survey->machine[i]);
		done_free(&done);
	}
	return 0;
}

int survey_take(struct host *host, struct survey *survey, struct report *report)
{
	static int (*const stages[])(struct taking *) = {
		take_functions,
		take_attributes,
		take_counts,
		take_pfs,
		take_overrides,
		take_drivers,
		take_machine,
	};
	struct taking taking = { .host = host, .survey = survey, .report = report };
	int result = 0;

	for (size_t i = 0; result == 0 && i < sizeof(stages) / sizeof(stages[0]); i++) {
		result = stages[i](&taking);
		if (result == 0 && host->asked_to_stop)
			result = taking_interrupted(&taking);
	}
	readings_free(&taking.readings);
	if (result < 0)
		survey_free(survey);
	return result;
}

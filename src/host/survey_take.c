/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the machine into a survey, each attribute once. */
#include "address.h"
#include "function.h"
#include "knob_sysfs.h"
#include "report.h"
#include "survey_answers.h"
#include "survey_identity.h"
#include "survey_listing.h"
#include "survey_overrides.h"
#include "survey_part.h"
#include "survey_readings.h"
#include "survey_vfs.h"
#include <errno.h>

/* Something may change the machine while it is read: then it is read again from the start. */
enum { TAKES = 3 };
#define PAUSE UINT64_C(100000000) /* in nanoseconds; a VF of the lab's needs 2 ms to appear */

struct taking {
	struct host *host;
	const struct part *part; /* NULL: the whole machine */
	struct survey *survey;
	struct report *report;
	struct readings readings; /* under way */
	bool last;                /* it is not read again */
	char *torn;               /* a function that shows that it must be; NULL: none */
};

static int taking_refuse(struct taking *taking, const char *path, int error)
{
	report_add(taking->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = UNAVAILABLE,
			.id = "machine-unreadable",
			.object = "PCI bus",
			.path = path,
			.error = error,
			.hint = "is sysfs mounted, and has this machine a PCI bus?",
		},
		"the machine's PCI functions and drivers cannot be listed");
	return -1;
}

static int taking_interrupted(struct taking *taking)
{
	report_add(taking->report,
		&(struct finding){
			.severity = ERROR, .outcome = FAILED, .id = "interrupted", .hint = "run it again" },
		"asked to stop while the machine was being read");
	return -1;
}

static void taking_tear(struct taking *taking, const struct function *function)
{
	if (!taking->torn)
		taking->torn = string_copy(function->address);
}

/* Calls `add` for each name in the directory. */
static int list_each(struct taking *taking, const char *path, struct survey *survey,
	void (*add)(struct survey *, const char *name))
{
	struct listing listing;
	int err = listing_read(&listing, taking->host, path);

	for (size_t i = 0; i < listing.n; i++)
		add(survey, listing.names[i]);
	listing_free(&listing);
	return err ? taking_refuse(taking, path, err) : 0;
}

static void function_add(struct survey *survey, const char *name)
{
	if (address_valid(name))
		survey_add(survey, name);
}

static int list_functions(struct taking *taking)
{
	struct survey all = { 0 };
	int result;

	if (!taking->part)
		return list_each(taking, PCI_DEVICES, taking->survey, function_add);
	result = list_each(taking, PCI_DEVICES, &all, function_add);
	for (size_t i = 0; i < all.n; i++)
		if (part_has(taking->part, all.functions[i]->address) ||
			part_lacks(taking->part, all.functions[i]->address))
			survey_add(taking->survey, all.functions[i]->address);
	survey_free(&all);
	return result;
}

static int take_functions(struct taking *taking)
{
	struct survey *survey = taking->survey;
	AUTO_TEXT struct text names = { 0 };
	struct answers answers;

	if (list_functions(taking) < 0)
		return -1;
	for (size_t i = 0; i < survey->n; i++)
		names_add(&names, survey->functions[i]->address, true);
	answers_gather(&answers, taking->host, PCI_DEVICES, &names);
	for (size_t i = 0; i < survey->n; i++)
		answers_take(&answers, NULL, &survey->functions[i]->attr[A_PATH]);
	answers_free(&answers);
	return 0;
}

static void function_lacks_sriov(struct function *function)
{
	for (enum attribute a = 0; a < N_ATTRIBUTES; a++)
		if (attributes[a].sriov)
			function_set(function, a, NULL);
}

/*
 * It went away since it was listed. When its PF says that a write is under way, that is told already; else it
 * may be one of many that are going.
 */
static void function_gone(struct taking *taking, struct function *function)
{
	struct function *pf = function->physfn;

	if (!pf || pf->attr[A_NUMVFS].is != R_BUSY)
		taking_tear(taking, function);
	if (pf && pf->attr[A_NUMVFS].is == R_VALUE)
		vfs_doubt(pf);
	survey_remove(taking->survey, function);
}

/* A function that was not there before may be of any device: read when a PF has said that it is its VF. */
static bool is_stranger(const struct taking *taking, const struct function *function)
{
	return taking->part && part_lacks(taking->part, function->address);
}

/*
 * The kernel takes the entry below bus/pci/devices away before the function's directory (drivers/base/core.c,
 * device_del): an entry without one is no function that goes, but the rest of a copied tree.
 */
static bool entry_dangles(struct taking *taking, const char *address)
{
	AUTO_FREE char *path = text_print(PCI_DEVICES "/%s", address);
	struct done done;
	int err = host_do(taking->host, &(struct op){ .verb = OP_LINK, .path = path }, &done);

	done_free(&done);
	return err == 0;
}

/* False: it is gone, and out of the survey. */
static bool function_take(struct taking *taking, struct function *function, const struct text *names)
{
	AUTO_FREE char *directory = function_directory(function);
	struct answers answers;
	bool here = answers_gather(&answers, taking->host, directory, names) != ENOENT;

	if (here) {
		answers_take_attributes(&answers, false, function);
		if (function->attr[A_TOTALVFS].is == R_ABSENT)
			function_lacks_sriov(function);
	} else if (entry_dangles(taking, function->address)) {
		survey_remove(taking->survey, function);
	} else {
		function_gone(taking, function);
	}
	answers_free(&answers);
	return here;
}

static int take_attributes(struct taking *taking)
{
	AUTO_TEXT struct text names = { 0 };
	size_t i = 0;

	names_add_attributes(&names, false);
	while (i < taking->survey->n) {
		struct function *function = taking->survey->functions[i];

		if (is_stranger(taking, function) || function_take(taking, function, &names))
			i++;
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

static int take_vfs(struct taking *taking)
{
	for (size_t i = 0; i < taking->survey->n; i++) {
		struct function *pf = taking->survey->functions[i];
		size_t strays = 0;

		if (function_text(pf, A_TOTALVFS) && !vfs_take(taking->host, taking->survey, pf, &strays))
			taking_tear(taking, pf);
		else if (strays > 0)
			vfs_report_strays(pf, strays, taking->report);
	}
	return 0;
}

/* Of a part only: VFs that are new are read, and what is another device's is left out. */
static int take_strangers(struct taking *taking)
{
	AUTO_TEXT struct text names = { 0 };

	names_add_attributes(&names, false);
	for (size_t i = taking->survey->n; i-- > 0;) {
		struct function *function = taking->survey->functions[i];

		if (!is_stranger(taking, function))
			continue;
		if (function->physfn)
			function_take(taking, function, &names);
		else
			survey_remove(taking->survey, function);
	}
	return 0;
}

/* Between the list and the counts VFs may have gone: with their links, so that no PF says a word of them. */
static int check_functions(struct taking *taking)
{
	struct survey *survey = taking->survey;
	struct listing now;
	int err = listing_read(&now, taking->host, PCI_DEVICES);

	for (size_t i = survey->n; !err && i-- > 0;)
		if (!listing_has(&now, survey->functions[i]->address))
			function_gone(taking, survey->functions[i]);
	listing_free(&now);
	return err ? taking_refuse(taking, PCI_DEVICES, err) : 0;
}

static int take_orphans(struct taking *taking)
{
	if (!taking->torn)
		orphans_take(taking->host, taking->survey, taking->report);
	return 0;
}

static int take_overrides(struct taking *taking)
{
	overrides_take(taking->host, taking->survey, &taking->readings);
	return taking_collect(taking);
}

static int take_identities(struct taking *taking)
{
	int err = identities_take(taking->host, taking->survey);

	return err ? taking_refuse(taking, PCI_DEVICES, err) : 0;
}

static void driver_add(struct survey *survey, const char *name)
{
	survey->drivers = memory_grow(survey->drivers, survey->n_drivers, sizeof(char *));
	survey->drivers[survey->n_drivers++] = string_copy(name);
}

static int take_drivers(struct taking *taking)
{
	if (list_each(taking, PCI_DRIVERS, taking->survey, driver_add) < 0)
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

static int take_users(struct taking *taking)
{
	users_take(taking->host, &taking->survey->users);
	return 0;
}

static int take_claims(struct taking *taking)
{
	claims_take(taking->host, taking->survey);
	return 0;
}

static int take_guests(struct taking *taking)
{
	guests_take(taking->host, &taking->survey->guests);
	domains_prove(taking->survey);
	return 0;
}

static int survey_take_once(struct taking *taking)
{
	static int (*const stages[])(struct taking *) = {
		take_functions,
		take_attributes,
		take_counts,
		take_vfs,
		take_strangers,
		check_functions,
		take_orphans,
		take_overrides,
		take_identities,
		take_drivers,
		take_machine,
		take_users,
		take_claims,
		take_guests,
	};
	int result = 0;

	for (size_t i = 0; result == 0 && i < sizeof(stages) / sizeof(stages[0]); i++) {
		if (taking->torn && !taking->last)
			break;
		result = stages[i](taking);
		if (result == 0 && taking->host->asked_to_stop)
			result = taking_interrupted(taking);
	}
	readings_free(&taking->readings);
	return result;
}

/* Until the kernel says something of the function that tore the survey, or a moment has passed. */
static void survey_pause(struct taking *taking)
{
	struct done done;

	host_do(taking->host, &(struct op){ .verb = OP_WATCH, .path = taking->torn, .deadline_ns = PAUSE },
		&done);
	done_free(&done);
}

/*
 * Nobody else can be kept from changing the number of VFs, and the functions are listed before the counts are
 * read. So what does not belong together is read anew; in the end the counts in doubt are said to be busy.
 */
int survey_take_part(struct host *host, const struct part *part, struct survey *survey, struct report *report)
{
	int result = 0;

	for (int takes = 1; takes <= TAKES; takes++) {
		struct taking taking = {
			.host = host,
			.part = part,
			.survey = survey,
			.report = report,
			.last = takes == TAKES,
		};
		AUTO_FREE char *torn = NULL;

		result = survey_take_once(&taking);
		torn = taking.torn;
		if (result < 0)
			survey_free(survey);
		if (result < 0 || taking.last || !torn)
			break;
		survey_free(survey);
		survey_pause(&taking);
	}
	return result;
}

int survey_take(struct host *host, struct survey *survey, struct report *report)
{
	int result = survey_take_part(host, NULL, survey, report);

	if (result == 0)
		vfs_forget_nowhere(survey, report);
	return result;
}

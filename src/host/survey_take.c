/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the machine into a survey, each attribute once. */
#include "function.h"
#include "knob_sysfs.h"
#include "report.h"
#include "survey_identity.h"
#include "survey_listing.h"
#include "survey_overrides.h"
#include "survey_taking.h"
#include "survey_vfs.h"

/* Something may change the machine while it is read: then it is read again from the start. */
enum { TAKES = 3 };
#define PAUSE UINT64_C(100000000) /* in nanoseconds; a VF of the lab's needs 2 ms to appear */

static int taking_interrupted(struct taking *taking)
{
	report_add(taking->report,
		&(struct finding){
			.severity = ERROR, .outcome = FAILED, .id = "interrupted", .hint = "run it again" },
		"asked to stop while the machine was being read");
	return -1;
}

int taking_refuse(struct taking *taking, const char *path, int error)
{
	if (taking->host->asked_to_stop)
		return taking_interrupted(taking);
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

int taking_collect(struct taking *taking)
{
	int err = readings_collect(&taking->readings, taking->host);

	return err ? taking_refuse(taking, PCI_DEVICES, err) : 0;
}

int taking_list(struct taking *taking, const char *path, struct survey *survey,
	void (*add)(struct survey *, const char *name))
{
	struct listing listing;
	int err = listing_read(&listing, taking->host, path);

	for (size_t i = 0; i < listing.n; i++)
		add(survey, listing.names[i]);
	listing_free(&listing);
	return err ? taking_refuse(taking, path, err) : 0;
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
	struct asks *asks = taking->part ? taking->part->asks : NULL;
	int err = identities_take(taking->host, taking->survey, asks);

	return err ? taking_refuse(taking, PCI_DEVICES, err) : 0;
}

static void driver_add(struct survey *survey, const char *name)
{
	survey->drivers = memory_grow(survey->drivers, survey->n_drivers, sizeof(char *));
	survey->drivers[survey->n_drivers++] = string_copy(name);
}

static int take_drivers(struct taking *taking)
{
	if (taking_list(taking, PCI_DRIVERS, taking->survey, driver_add) < 0)
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

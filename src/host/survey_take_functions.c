/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the machine's functions and their attributes, in stages. */
#include "address.h"
#include "function.h"
#include "knob_sysfs.h"
#include "survey_answers.h"
#include "survey_listing.h"
#include "survey_taking.h"
#include "survey_vfs.h"
#include <errno.h>

static void taking_tear(struct taking *taking, const struct function *function)
{
	if (!taking->torn)
		taking->torn = string_copy(function->address);
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
		return taking_list(taking, PCI_DEVICES, taking->survey, function_add);
	result = taking_list(taking, PCI_DEVICES, &all, function_add);
	for (size_t i = 0; i < all.n; i++)
		if (part_has(taking->part, all.functions[i]->address) ||
			part_lacks(taking->part, all.functions[i]->address))
			survey_add(taking->survey, all.functions[i]->address);
	survey_free(&all);
	return result;
}

int take_functions(struct taking *taking)
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

int take_attributes(struct taking *taking)
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

int take_counts(struct taking *taking)
{
	for (size_t i = 0; i < taking->survey->n; i++)
		if (function_text(taking->survey->functions[i], A_TOTALVFS))
			reading_begin(&taking->readings, taking->host, taking->survey->functions[i], A_NUMVFS,
				true);
	return taking_collect(taking);
}

int take_vfs(struct taking *taking)
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
int take_strangers(struct taking *taking)
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
int check_functions(struct taking *taking)
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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads what a physical function says of its virtual ones. */
#include "survey_vfs.h"
#include "address.h"
#include "function.h"
#include "knob_sysfs.h"
#include "report.h"
#include "survey_answers.h"
#include "vf_places.h"
#include <stdio.h>
#include <string.h>

/* drivers/pci/iov.c keeps the number of VFs in 16 bits; no device's word may make the list longer. */
#define MAX_VFS 65535

/* What the count says; false: it cannot be told, and as many as the device can have may be there. */
static bool function_count(const struct function *pf, size_t *ret_count)
{
	int64_t number = 0;
	bool known = function_number(pf, A_NUMVFS, &number) == 0;

	if (!known)
		function_number(pf, A_TOTALVFS, &number);
	*ret_count = number < 0 ? 0 : number > MAX_VFS ? MAX_VFS : (size_t)number;
	return known;
}

/*
 * A function that has VFs is none, and one VF has one PF and one number: where links say otherwise, the first
 * counts. (A VF's own `physfn` is not read: of each function the survey reads 16 attributes.)
 */
static bool link_credible(const struct function *vf)
{
	return vf && !vf->physfn && !function_text(vf, A_TOTALVFS);
}

/* What a link to a VF is worth. BROKEN: it counts for nothing, and may be another one soon. */
enum link { LINK_NONE, LINK_LEADS, LINK_BROKEN, LINK_STRAY };

static bool path_is_link(struct host *host, const char *path)
{
	struct done done;
	int err = host_do(host, &(struct op){ .verb = OP_LINK, .path = path }, &done);

	done_free(&done);
	return err == 0;
}

/*
 * Whoever removes a VF by itself, as the power switch of a hotplug slot does, leaves the link to it
 * (measured, Linux 6.12). The kernel makes the link after the VF and takes it away before the VF
 * (drivers/pci/iov.c, pci_iov_add_virtfn and pci_iov_remove_virtfn): so a link without a VF is none of its
 * changes under way.
 */
static bool link_is_stray(struct host *host, const struct function *pf, size_t number, const char *target)
{
	AUTO_FREE char *link = text_print(PCI_DEVICES "/%s/virtfn%zu", pf->address, number);
	AUTO_FREE char *vf = text_print(PCI_DEVICES "/%s", target);

	return address_valid(target) && !path_is_link(host, vf) && path_is_link(host, link);
}

static enum link virtfn_take(struct answers *answers, struct host *host, const struct survey *survey,
	struct function *pf, size_t number)
{
	struct reading link = { 0 };
	enum link is = LINK_BROKEN;

	answers_take(answers, NULL, &link);
	const char *slash = link.is == R_VALUE ? strrchr(link.text, '/') : NULL;
	struct function *vf = slash ? survey_function(survey, slash + 1) : NULL;
	if (link_credible(vf)) {
		survey_link_virtfn(pf, number, vf);
		is = LINK_LEADS;
	} else if (link.is == R_ABSENT) {
		is = LINK_NONE;
	} else if (slash && !vf && function_text(pf, A_NUMVFS) &&
		   link_is_stray(host, pf, number, slash + 1)) {
		is = LINK_STRAY;
	}
	reading_free(&link);
	return is;
}

static void names_add_virtfns(struct text *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char name[32];

		snprintf(name, sizeof(name), "virtfn%zu", i);
		names_add(names, name, true);
	}
}

static size_t vfs_linked(const struct function *pf)
{
	size_t n = 0;

	for (size_t i = 0; i < pf->n_virtfn; i++)
		n += pf->virtfn[i] != NULL;
	return n;
}

void vfs_doubt(struct function *pf)
{
	struct reading *count = &pf->attr[A_NUMVFS];
	char *why =
		text_print("somebody whose change of its VFs is not done: sriov_numvfs read %s, and %zu of "
			   "their links lead to a function",
			count->text, vfs_linked(pf));

	reading_free(count);
	*count = (struct reading){ .is = R_BUSY, .text = why };
}

bool vfs_take(struct host *host, struct survey *survey, struct function *pf, size_t *ret_strays)
{
	AUTO_FREE char *directory = function_directory(pf);
	AUTO_TEXT struct text names = { 0 };
	size_t count, links[LINK_STRAY + 1] = { 0 };
	bool known = function_count(pf, &count);
	enum link next = LINK_NONE;
	struct answers answers;

	names_add_attributes(&names, true);
	names_add_virtfns(&names, count + 1);
	answers_gather(&answers, host, directory, &names);
	answers_take_attributes(&answers, true, pf);
	for (size_t i = 0; i < count; i++)
		links[virtfn_take(&answers, host, survey, pf, i)]++;
	if (known)
		next = virtfn_take(&answers, host, survey, pf, count);
	answers_free(&answers);
	*ret_strays = links[LINK_STRAY] + (next == LINK_STRAY);
	if (!known ||
		(links[LINK_LEADS] + links[LINK_STRAY] == count && (next == LINK_NONE || next == LINK_STRAY)))
		return true;
	vfs_doubt(pf);
	return false;
}

/* What cannot be is no fact: it is not captured, so that the others of the machine remain of use. */
static void place_forget(void *data, struct function *pf, enum attribute attribute, const char *why)
{
	static const enum attribute places[] = { A_OFFSET, A_STRIDE };

	if (pf->attr[A_NUMVFS].is != R_VALUE) /* its VFs come or go */
		return;
	report_add(data,
		&(struct finding){
			.severity = WARNING,
			.id = "vf-nowhere",
			.object = pf->address,
			.path = PCI_DEVICES,
			.hint = "it can have no such virtual functions: is its firmware broken?",
		},
		"%s: %s", attributes[attribute].name, why);
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		reading_free(&pf->attr[places[i]]);
		pf->attr[places[i]] = (struct reading){ .is = R_UNKNOWN, .text = string_copy(why) };
	}
}

void vfs_forget_nowhere(struct survey *survey, struct report *report)
{
	vf_places_check(survey, place_forget, report);
}

/* Its links go with the function itself; until then the kernel makes no VF whose link is there already. */
void vfs_report_strays(const struct function *pf, size_t strays, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "vf-taken-away",
			.object = pf->address,
			.path = PCI_DEVICES,
			.hint = "sriov_numvfs counts them on, and new ones fail with \"File exists\" until "
				"the physical function is removed and found again: write 1 to its `remove`, "
				"then to /sys/bus/pci/rescan, or reboot",
		},
		"%zu of its virtual functions were taken away by hand: the links to them lead nowhere",
		strays);
}

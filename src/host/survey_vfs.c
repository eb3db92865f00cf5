/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads what a physical function says of its virtual ones. */
#include "survey_vfs.h"
#include "function.h"
#include "knob_sysfs.h"
#include "survey_answers.h"
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

/* Is there such a link? It counts only if it is credible. */
static bool answers_take_virtfn(
	struct answers *answers, const struct survey *survey, size_t number, struct function *pf)
{
	struct reading link = { 0 };
	const char *slash;

	answers_take(answers, NULL, &link);
	bool there = link.is != R_ABSENT;
	slash = link.is == R_VALUE ? strrchr(link.text, '/') : NULL;
	struct function *vf = slash ? survey_function(survey, slash + 1) : NULL;
	if (link_credible(vf))
		survey_link_virtfn(pf, number, vf);
	reading_free(&link);
	return there;
}

static void names_add_virtfns(struct text *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char name[32];

		snprintf(name, sizeof(name), "virtfn%zu", i);
		names_add(names, name, true);
	}
}

static size_t function_vfs(const struct function *pf)
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
			count->text, function_vfs(pf));

	reading_free(count);
	*count = (struct reading){ .is = R_BUSY, .text = why };
}

bool vfs_take(struct host *host, struct survey *survey, struct function *pf)
{
	AUTO_FREE char *path = text_print(PCI_DEVICES "/%s", pf->address);
	AUTO_TEXT struct text names = { 0 };
	struct answers answers;
	size_t count;
	bool known = function_count(pf, &count), more = false;

	names_add_attributes(&names, true);
	names_add_virtfns(&names, count + 1);
	answers_gather(&answers, host, path, &names);
	answers_take_attributes(&answers, true, pf);
	for (size_t i = 0; i < count; i++)
		answers_take_virtfn(&answers, survey, i, pf);
	if (known)
		more = answers_take_virtfn(&answers, survey, count, pf);
	answers_free(&answers);
	if (!known || (!more && function_vfs(pf) == count))
		return true;
	vfs_doubt(pf);
	return false;
}

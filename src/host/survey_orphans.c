/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds virtual functions whose physical function was taken away under them. */
#include "address.h"
#include "knob_sysfs.h"
#include "survey_vfs.h"
#include <string.h>

#define BRIDGE "0x06" /* the class's first byte */

/*
 * A VF that no PF has claimed. Of all others the link need not be read: what can have VFs is none, and no
 * bridge is one.
 */
static bool may_be_orphan(const struct function *function)
{
	const char *class = function_text(function, A_CLASS);

	return !function->physfn && function->attr[A_TOTALVFS].is == R_ABSENT &&
	       !(class && string_starts(class, BRIDGE));
}

/* The address of the PF that its own link names; NULL: there is none. The caller frees it. */
static char *physfn_read(struct host *host, const struct function *function)
{
	AUTO_FREE char *path = text_print(PCI_DEVICES "/%s/physfn", function->address);
	struct done done;
	const char *slash = NULL;
	char *address = NULL;

	if (host_do(host, &(struct op){ .verb = OP_LINK, .path = path }, &done) == 0)
		slash = strrchr(done.data, '/');
	if (slash && address_valid(slash + 1))
		address = string_copy(slash + 1);
	done_free(&done);
	return address;
}

/*
 * A PF that was found again at the same address is another one to the kernel, which has no VFs: only its own
 * word, read whole, makes an orphan of what it does not claim.
 */
static bool physfn_is_lost(const struct survey *survey, const char *address)
{
	const struct function *pf = survey_function(survey, address);

	return !pf || function_text(pf, A_NUMVFS);
}

static void report_orphan(const struct function *vf, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "vf-left-behind",
			.object = vf->address,
			.path = PCI_DEVICES,
			.hint = "stop who uses it; then write 1 to `remove` of the bridge above it and 1 to "
				"/sys/bus/pci/rescan, or reboot",
		},
		"it is a virtual function whose physical function, %s, was removed and left it behind",
		vf->orphan_of);
}

void orphans_take(struct host *host, struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < survey->n; i++) {
		struct function *function = survey->functions[i];
		AUTO_FREE char *pf = may_be_orphan(function) ? physfn_read(host, function) : NULL;

		if (!pf || !physfn_is_lost(survey, pf))
			continue;
		function->orphan_of = string_copy(pf);
		report_orphan(function, report);
	}
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells a value, none, and not known apart. */
#include "kinds_rows.h"

int attribute_known(const struct function *function, enum attribute attribute,
	const struct resource *for_whom, size_t row, struct report *report, const char **ret_value)
{
	const struct reading *reading = &function->attr[attribute];
	bool busy = reading->is == R_BUSY;
	AUTO_TEXT struct text hint = { 0 };

	if (reading->is == R_VALUE || reading->is == R_ABSENT) {
		*ret_value = reading->is == R_VALUE ? reading->text : NULL;
		return 0;
	}
	/* a write that is none of pawl's is in no lock that `pawl status` could show */
	text_addf(&hint, "%s; run again when it is done: `pawl show %s` has its VFs then",
		reading->text ? "wait for who holds it" : "it may be a write by hand", function->address);
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = busy ? LOCKED : FAILED,
			.id = busy ? "device-busy" : "fact-unknown",
			.object = for_whom->name,
			.at = resource_place(for_whom, row),
			.holder = busy ? reading->text : NULL,
			.hint = busy ? text_string(&hint)
				     : "capture the facts anew as root, or see why the attribute cannot be "
				       "read",
		},
		"%s of %s %s%s%s", attributes[attribute].name, function->address,
		busy ? "cannot be read: a write to the device is still in the kernel" : "is not known",
		!busy && reading->text ? ": " : "", !busy && reading->text ? reading->text : "");
	return -1;
}

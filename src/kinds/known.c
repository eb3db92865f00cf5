/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells a value, none, and not known apart. */
#include "kinds_rows.h"

int fact_unknown(struct report *report, const struct resource *for_whom, size_t row, const char *hint,
	const char *format, ...)
{
	const struct finding unknown = {
		.severity = ERROR,
		.outcome = UNAVAILABLE,
		.id = "fact-unknown",
		.object = for_whom->name,
		.at = resource_place(for_whom, row),
		.hint = hint,
	};
	va_list values;

	va_start(values, format);
	report_addv(report, &unknown, format, values);
	va_end(values);
	return -1;
}

/* A write that is none of pawl's is in no lock that `pawl status` could show. */
static int report_busy(const struct function *function, enum attribute attribute,
	const struct resource *for_whom, size_t row, struct report *report)
{
	const char *holder = function->attr[attribute].text;
	const struct place at = resource_place(for_whom, row);
	AUTO_TEXT struct text hint = { 0 };

	text_addf(&hint, "%s; run again when it is done: `pawl show %s` has its VFs then%s",
		holder ? "wait for who holds it" : "it may be a write by hand", function->address,
		at.source ? "; `pawl apply --target PART` does others meanwhile" : "");
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = LOCKED,
			.id = "device-busy",
			.object = for_whom->name,
			.at = at,
			.holder = holder,
			.hint = text_string(&hint),
		},
		"%s of %s cannot be read: a write to the device is still in the kernel",
		attributes[attribute].name, function->address);
	return -1;
}

int attribute_known(const struct function *function, enum attribute attribute,
	const struct resource *for_whom, size_t row, struct report *report, const char **ret_value)
{
	const struct reading *reading = &function->attr[attribute];

	if (reading->is == R_VALUE || reading->is == R_ABSENT) {
		*ret_value = reading->is == R_VALUE ? reading->text : NULL;
		return 0;
	}
	if (reading->is == R_BUSY)
		return report_busy(function, attribute, for_whom, row, report);
	return fact_unknown(report, for_whom, row,
		"capture the facts anew as root, or see why the attribute cannot be read",
		"%s of %s is not known%s%s", attributes[attribute].name, function->address,
		reading->text ? ": " : "", reading->text ? reading->text : "");
}

/* VFs without a PF are left behind: their settings went with it. */
static const char *pf_of(const struct function *vf)
{
	return vf->physfn ? vf->physfn->address : vf->address;
}

static void report_unsupported(const struct function *vf, enum vf_setting setting,
	const struct resource *for_whom, size_t row, struct report *report)
{
	const char *driver = vf->physfn ? function_link(vf->physfn, A_DRIVER) : NULL;

	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = FAILED,
			.id = "setting-unsupported",
			.object = for_whom->name,
			.at = resource_place(for_whom, row),
			.hint = "leave it out for these VFs, or give the physical function a driver that has "
				"it",
		},
		"%s of %s has no %s for its VFs", driver ? driver : "the driver", pf_of(vf),
		vf_settings[setting].name);
}

static void report_untold(const struct function *vf, enum vf_setting setting, const struct resource *for_whom,
	size_t row, struct report *report)
{
	const char *why = vf->setting[setting].text;
	bool is_drives = knob_is_of_share(vf_settings[setting].knob);

	fact_unknown(report, for_whom, row,
		is_drives ? "run as root, or capture the facts anew as root; where the drive is at fault, "
			    "`dmesg` tells, and `state: out-of-service` leaves it out"
			  : "capture the facts anew, or see why the kernel does not tell it",
		"%s of VF %zu of %s is not known%s%s", vf_settings[setting].name, vf->vf_number, pf_of(vf),
		why ? ": " : "", why ? why : "");
}

int setting_known(const struct function *vf, enum vf_setting setting, const struct resource *for_whom,
	size_t row, struct report *report, const char **ret_value)
{
	const struct reading *reading = &vf->setting[setting];

	if (reading->is == R_VALUE) {
		*ret_value = reading->text;
		return 0;
	}
	if (reading->is == R_ABSENT)
		report_unsupported(vf, setting, for_whom, row, report);
	else
		report_untold(vf, setting, for_whom, row, report);
	return -1;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a guest is, held against the wish for it. */
#include "guest_wish.h"
#include <stdlib.h>
#include <string.h>

static int report_unknown(const struct resource *guest, const char *why, struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = UNAVAILABLE,
			.id = "guests-unknown",
			.object = guest->name,
			.at = resource_place(guest, GUEST_STATE_WISHED),
			.hint = "leave the guest out, or say `state: untouched`" },
		"what guests there are is not known: %s", why);
	return -1;
}

/* What becomes of them then is in no plan: nobody has asked for it. */
static int report_not_given(
	const struct resource *guest, size_t row, const char *what, const char *kept, struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "hostdevs-not-given",
			.object = guest->name,
			.at = resource_place(guest, row),
			.hint = "say all that it is to have, `hostdevs: [{device: HANDLE.vf.N}]`; or `[]`" },
		"%s, and has %s, of which `hostdevs` says nothing", what, kept);
	return -1;
}

static int refuse_start(const struct resource *guest, const char *kept, struct report *report)
{
	return report_not_given(guest, GUEST_STATE_WISHED, "it is to be started", kept, report);
}

static int refuse_protection(
	const struct resource *guest, const char *now, const char *kept, struct report *report)
{
	const struct guest_body *body = guest->body;
	AUTO_FREE char *what = text_print("its protection is to be %s, not %s", body->confidential, now);

	return report_not_given(guest, GUEST_CONFIDENTIAL, what, kept, report);
}

/* The addresses of a definition that is not the one wished for. */
static void observe_hostdevs(struct guest_body *have, const struct guest *guest)
{
	const char *rest = guest_hostdevs(guest);

	while (*rest) {
		AUTO_FREE char *address = words_next(&rest);

		hostdev_add(have, address, (struct place){ 0 });
	}
	field_set_given(have, GUEST_HOSTDEVS);
}

/* Who is to be defined may run or not. */
static const char *state_seen(const struct guest *guest, const struct guest_body *want)
{
	if (string_equal(want->state, DEFINED))
		return DEFINED;
	return guest->owns ? GUEST_RUNNING : GUEST_STOPPED;
}

static void observe_guest(struct guest_body *have, const struct guest *guest, const struct guest_body *want)
{
	if (string_equal(guest->definition, want->definition))
		fields_copy(kind_guest.fields, have, want);
	else
		observe_hostdevs(have, guest);
	free(have->definition);
	free(have->state);
	free(have->confidential);
	have->definition = string_copy(guest->definition);
	have->state = string_copy(state_seen(guest, want));
	have->confidential = guest_protection(guest);
	field_set_given(have, GUEST_KEPT);
	field_set_given(have, GUEST_STATE_WISHED);
	field_set_given(have, GUEST_CONFIDENTIAL);
}

static bool starts(const struct guest *guest, const struct guest_body *want)
{
	return !guest->owns && string_equal(want->state, GUEST_RUNNING);
}

static int observe_planned(struct guest_body *have, const struct guest *guest, const struct resource *want,
	struct report *report)
{
	const struct guest_body *body = want->body;
	const char *kept = hostdevs_kept(want, guest);
	AUTO_FREE char *protection = guest_protection(guest);

	if (*kept && starts(guest, body))
		return refuse_start(want, kept, report);
	if (*kept && !string_equal(protection, body->confidential))
		return refuse_protection(want, protection, kept, report);
	observe_guest(have, guest, body);
	return 0;
}

int guest_observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	AUTO_FREE char *id = guest_id(want);
	const struct guest *guest = guests_find(&survey->guests, id);

	if (!guest_is_planned(want))
		fields_copy(kind_guest.fields, have->body, want->body);
	else if (survey->guests.unknown)
		return report_unknown(want, survey->guests.unknown, report);
	else if (guest)
		return observe_planned(have->body, guest, want, report);
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells how far a ledger that was read can be believed. */
#include "ledger_line.h"
#include <inttypes.h>
#include <string.h>

#define MOVE                                                                                                 \
	"then move it away (`mv /var/lib/pawl/ledger /var/lib/pawl/ledger.old`), and a new one is begun; "   \
	"that one does not know what is secure: give ordinary guests nothing of it before a cold start"

static const struct words {
	const char *id, *hint;
} words[N_LEDGER_IS] = {
	[LEDGER_IS_ELSEWHERE] = { .id = "ledger-elsewhere",
		.hint = "was this disk copied from another machine, or its board changed? " MOVE },
	[LEDGER_IS_DAMAGED] = { .id = "ledger-damaged",
		.hint = "look at the line and compare with the machine, " MOVE },
	[LEDGER_IS_NEWER] = { .id = "ledger-newer", .hint = "a newer pawl wrote it: use that one here" },
};

/* Only what both know can tell two machines apart. */
static bool differs(const char *said, const char *is)
{
	return said && is && !string_equal(said, is);
}

static bool is_elsewhere(const struct ledger *ledger, const struct survey *survey)
{
	return differs(ledger->machine_id, ledger_machine_text(survey, M_MACHINE_ID)) ||
	       differs(ledger->dmi_serial, ledger_machine_text(survey, M_DMI_SERIAL));
}

static const struct finding *damage_of(const struct report *read)
{
	for (size_t i = 0; i < read->n; i++)
		if (string_equal(read->findings[i].id, ledger_row.damaged))
			return &read->findings[i];
	return NULL;
}

/* A newer one may have lines that look like damage, and another machine's may be damaged too. */
static struct remembered stands_of(
	const struct ledger *ledger, const struct survey *survey, const struct finding *damage)
{
	if (ledger->version > LEDGER_VERSION)
		return (struct remembered){ .is = LEDGER_IS_NEWER,
			.why = text_print("the ledger is of version %" PRIu64 ", and this pawl knows %d",
				ledger->version, LEDGER_VERSION) };
	if (is_elsewhere(ledger, survey))
		return (struct remembered){ .is = LEDGER_IS_ELSEWHERE,
			.why = text_print("the ledger is another machine's (machine-id %s, serial %s)",
				ledger->machine_id ? ledger->machine_id : "unknown",
				ledger->dmi_serial ? ledger->dmi_serial : "unknown") };
	if (damage) /* "line 7 is out of sequence: ..." */
		return (struct remembered){ .is = LEDGER_IS_DAMAGED,
			.why = text_print(
				"the ledger's %.*s", (int)strcspn(damage->text, ":"), damage->text) };
	return (struct remembered){ 0 };
}

int ledger_stand(struct ledger *ledger, const struct survey *survey, const struct report *read, int result,
	struct report *report)
{
	const struct finding *damage = damage_of(read);
	const struct words *row;
	bool whole;

	ledger->stands = stands_of(ledger, survey, damage);
	row = &words[ledger->stands.is];
	whole = ledger->stands.is == LEDGER_IS_WHOLE;
	for (size_t i = 0; whole && i < read->n; i++)
		report_add(report, &read->findings[i], "%s", read->findings[i].text);
	if (whole)
		return result;
	report_add(report,
		&(struct finding){
			.severity = WARNING, .id = row->id, .path = ledger_row.path, .hint = row->hint },
		"%s: nothing that rests on it is done, and nothing is added to it", ledger->stands.why);
	return 0;
}

int ledger_refuse(const struct ledger *ledger, const char *object, struct report *report)
{
	const struct words *row = &words[ledger->stands.is];

	if (ledger->stands.is == LEDGER_IS_WHOLE)
		return 0;
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = row->id,
			.object = object,
			.path = ledger_row.path,
			.hint = row->hint },
		"%s: this cannot be remembered", ledger->stands.why);
	return -1;
}

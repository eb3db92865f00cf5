/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Says that what pawl has set here is not known. */
#include "remembered.h"
#include "report.h"

int remembered_check(const struct remembered *ledger, const struct finding *whose, struct report *report)
{
	struct finding finding = *whose;

	if (!ledger->why)
		return 0;
	finding.severity = ERROR;
	finding.outcome = UNAVAILABLE;
	finding.id = "set-unknown";
	finding.hint = "do first what the ledger's own finding tells";
	report_add(report, &finding, "what pawl has set here is not known: %s", ledger->why);
	return -1;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks the machine what other managers are told to set on its functions. */
#include "survey_identity.h"
#include <string.h>

/* Without an answer planning goes on: the gate knows then that it is not known. */
void claims_take(struct host *host, struct survey *survey)
{
	const struct reading *cmdline = &survey->machine[M_CMDLINE];
	struct done done;
	int err = host_do(host, &(struct op){ .verb = OP_CLAIMS, .path = "" }, &done);

	if (err)
		claims_doubt_all(&survey->claims, done.len ? done.data : strerror(err));
	else if (done.len && claims_parse(&survey->claims, done.data) < 0)
		claims_doubt_all(&survey->claims, "the answer was not understood");
	if (cmdline->is == R_VALUE)
		claims_read_cmdline(&survey->claims, cmdline->text);
	done_free(&done);
}

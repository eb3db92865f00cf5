/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks libvirt which guests there are. */
#include "survey_identity.h"
#include <string.h>

#define PATIENCE UINT64_C(5000000000) /* a daemon that does not answer is not waited for, in nanoseconds */

/* Without an answer planning goes on: who wishes for a guest says then that none is known. */
void guests_take(struct host *host, struct guests *guests)
{
	struct op op = { .verb = OP_GUEST,
		.path = "",
		.in = GUEST_LIST,
		.in_len = strlen(GUEST_LIST),
		.deadline_ns = PATIENCE };
	struct done done;
	int err = host_do(host, &op, &done);

	if (err)
		guests_doubt(guests, done.len ? done.data : strerror(err));
	else if (done.len && guests_parse(guests, done.data) < 0)
		guests_doubt(guests, "the answer was not understood");
	done_free(&done);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks the machine who uses its functions. */
#include "survey_identity.h"
#include <errno.h>
#include <string.h>

#define PATIENCE                                                                                             \
	UINT64_C(5000000000) /* for the kernel's RTNL lock and a crowd of processes, in nanoseconds */

/* Without an answer planning goes on: the gates know then that it is not known. */
void users_take(struct host *host, struct users *users)
{
	struct op op = { .verb = OP_USERS, .path = "", .deadline_ns = PATIENCE };
	struct done done;
	int err = host_do(host, &op, &done);

	if (err == ETIMEDOUT)
		users_doubt_all(users, "the kernel did not tell in time");
	else if (err)
		users_doubt_all(users, done.len ? done.data : strerror(err));
	else if (done.len && users_parse(users, done.data) < 0)
		users_doubt_all(users, "the answer was not understood");
	done_free(&done);
}

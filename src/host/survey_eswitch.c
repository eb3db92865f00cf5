/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the modes of embedded switches. */
#include "eswitch.h"
#include "survey_identity.h"
#include <errno.h>
#include <string.h>

#define PATIENCE UINT64_C(2000000000) /* for the locks of devlink instances, in nanoseconds */

/* "0000:17:00.0", a tab, and the mode or "?" and why it is not told. */
static void line_take(struct survey *survey, char *line)
{
	char *mode = line, *address = strsep(&mode, "\t");
	struct function *function = mode ? survey_function(survey, address) : NULL;

	if (function && *mode == '?')
		function->identity[I_ESWITCH] =
			(struct reading){ .is = R_UNKNOWN, .text = string_copy(mode + 1) };
	else if (function)
		identity_add(function, I_ESWITCH, mode);
}

static const char *answer_why(const struct done *done)
{
	if (done->err == ETIMEDOUT)
		return "the kernel did not tell it in time: a driver may hold its devlink lock";
	return done->len ? done->data : strerror(done->err);
}

void eswitches_take(struct host *host, struct survey *survey)
{
	struct op op = { .verb = OP_NETLINK, .path = NETLINK_ESWITCHES, .deadline_ns = PATIENCE };
	struct done done;
	int err = host_do(host, &op, &done);
	char *rest = done.data, *line;

	identities_fill(survey, I_ESWITCH, I_ESWITCH, err ? answer_why(&done) : NULL);
	while (!err && (line = strsep(&rest, "\n")) && *line)
		line_take(survey, line);
	done_free(&done);
}

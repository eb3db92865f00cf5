/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One operation from begin to end, on any host. */
#include "waiting.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void put_aside(struct host *host, const struct done *done)
{
	host->aside = memory_grow(host->aside, host->n_aside, sizeof(*host->aside));
	host->aside[host->n_aside++] = *done;
}

int host_do(struct host *host, const struct op *op, struct done *done)
{
	uint64_t ticket = host->ops->begin(host, op);

	for (;;) {
		int answer = host_await(host, done);

		if (answer == -EINTR) {
			host->asked_to_stop = true;
		} else if (answer != 1) {
			/* a machine that has died under the operation answers nothing */
			*done = (struct done){ .ticket = ticket, .err = ECANCELED };
			return done->err;
		} else if (done->ticket == ticket) {
			return done->err;
		} else {
			put_aside(host, done);
		}
	}
}

int host_next(struct host *host, struct done *done)
{
	if (host->n_aside == 0)
		return host_await(host, done);
	*done = host->aside[0];
	memmove(host->aside, host->aside + 1, --host->n_aside * sizeof(*host->aside));
	return 1;
}

void done_free(struct done *done)
{
	free(done->data);
	*done = (struct done){ 0 };
}

void host_free(struct host *host)
{
	if (!host)
		return;
	for (size_t i = 0; i < host->n_aside; i++)
		done_free(&host->aside[i]);
	free(host->aside);
	host->ops->free(host);
}

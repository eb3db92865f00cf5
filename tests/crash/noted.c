/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Notes which operations of a play only look: between the host's caller and the twin. */
#include "noted.h"
#include "host.h"
#include "memory.h"

static const struct host_ops *ops_of_twin;
static struct host_ops noting;
static bool *looks;
static size_t n_noted;

/* Locks and watches end with who has them, and nobody reads the log. */
static bool only_looks(const struct op *op)
{
	switch (op->verb) {
	case OP_NETLINK:
		return !op->in;
	case OP_READ:
	case OP_LIST:
	case OP_LINK:
	case OP_GATHER:
	case OP_CAPABILITY:
	case OP_USERS:
	case OP_CLAIMS:
	case OP_LOCK:
	case OP_UNLOCK:
	case OP_WATCH:
	case OP_LOG:
		return true;
	default:
		return false;
	}
}

static uint64_t begin(struct host *host, const struct op *op)
{
	looks = memory_grow(looks, n_noted, sizeof(*looks));
	looks[n_noted++] = only_looks(op);
	return ops_of_twin->begin(host, op);
}

void operations_note(struct twin *twin)
{
	struct host *host = twin_host(twin);

	n_noted = 0;
	ops_of_twin = host->ops;
	noting = *ops_of_twin;
	noting.begin = begin;
	host->ops = &noting;
}

bool operation_looks(uint64_t n)
{
	return n <= n_noted && looks[n - 1];
}

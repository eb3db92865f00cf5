/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Meets each operation of a play: between the host's caller and the twin. */
#include "met.h"
#include "host.h"

static const struct host_ops *ops_of_twin;
static struct host_ops meeting;
static struct {
	struct twin *twin;
	meet_fn *meet;
	void *data;
} who;

/* Locks and watches end with who has them, and nobody reads the log. */
bool operation_looks(const struct op *op)
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
	who.meet(who.data, twin_operations(who.twin) + 1, op);
	return ops_of_twin->begin(host, op);
}

void operations_meet(struct twin *twin, meet_fn *meet, void *data)
{
	struct host *host = twin_host(twin);

	who.twin = twin, who.meet = meet, who.data = data;
	ops_of_twin = host->ops;
	meeting = *ops_of_twin;
	meeting.begin = begin;
	host->ops = &meeting;
}

void operations_leave(struct twin *twin)
{
	twin_host(twin)->ops = ops_of_twin;
}

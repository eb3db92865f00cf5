/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knobs of guests, and the operator's consent. */
#include "domain.h"
#include "guest.h"
#include "knob_sysfs.h"
#include <string.h>

static int guest_op(const char *target, const char *request, struct op *op, struct text *scratch)
{
	if (!strstr(target, "://"))
		return -1;
	op_fill_write(op, scratch, target, request);
	op->verb = OP_GUEST;
	op->deadline_ns = WRITE_DEADLINE;
	return 0;
}

static int definition_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	(void)knob;
	return guest_op(target, GUEST_DEFINITION, op, scratch);
}

static int definition_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	AUTO_FREE char *request = text_print(GUEST_DEFINE " %s", turn->to);

	(void)knob;
	return *turn->to ? guest_op(turn->target, request, op, scratch) : -1;
}

const struct knob knob_guest = {
	.name = "guest",
	.nothing = "not defined",
	.help = "what libvirt keeps of a guest: its protection and the functions that it gets",
	.source = "libvirt, virDomainDefineXML",
	.read = definition_read,
	.parse = reading_take,
	.write = definition_write,
	.flags = KNOB_SLOW | KNOB_KEPT,
	.stays = "`virsh undefine` takes the guest away, `virsh edit` its functions",
	.slow_ns = WRITE_DEADLINE,
};

static int state_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	(void)knob;
	return guest_op(target, GUEST_STATE, op, scratch);
}

static int state_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	(void)knob;
	if (string_equal(turn->to, GUEST_RUNNING))
		return guest_op(turn->target, GUEST_START, op, scratch);
	return string_equal(turn->to, GUEST_STOPPED) ? guest_op(turn->target, GUEST_STOP, op, scratch) : -1;
}

const struct knob knob_guest_state = {
	.name = "guest_state",
	.help = "whether a guest runs",
	.source = "libvirt, virDomainCreate and virDomainShutdown",
	.read = state_read,
	.parse = reading_take,
	.write = state_write,
	.flags = KNOB_SLOW | KNOB_VOLATILE | KNOB_KEPT,
	.stays = "`virsh shutdown` stops a guest; what became secure when it started stays so",
	.slow_ns = WRITE_DEADLINE,
};

/* The ledger has it: no operation on the machine reads or writes it. */
static int consent_read(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	(void)knob, (void)target, (void)op, (void)scratch;
	return -1;
}

static int consent_write(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	(void)knob, (void)turn, (void)op, (void)scratch;
	return -1;
}

const struct knob knob_consent = {
	.name = "consent",
	.nothing = "none",
	.help = "the digest of the secure domain that the operator has consented to",
	.source = "the ledger",
	.read = consent_read,
	.parse = reading_take,
	.write = consent_write,
	.flags = KNOB_REMEMBERED,
	.stays = "`pawl consent GUEST --revoke` takes consent back; what became secure stays so",
};

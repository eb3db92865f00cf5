/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which operations read and set one setting of a VF. */
#include "knob_vf.h"
#include "vf_settings.h"

/* The kernel answers under its RTNL lock, which another driver may hold for long. */
#define READ_DEADLINE (2 * SECOND)

static enum vf_setting setting_of(const struct knob *knob)
{
	enum vf_setting setting = 0;

	vf_setting_of(knob, &setting);
	return setting;
}

static enum op_verb verb_of(const struct knob *knob)
{
	return string_equal(vf_settings[setting_of(knob)].door, NETLINK_VFS) ? OP_NETLINK : OP_NVME;
}

int vf_setting_read_op(const struct knob *knob, const char *target, struct op *op, struct text *scratch)
{
	size_t at = scratch->length;

	if (vf_path_print(knob, target, scratch) < 0)
		return -1;
	*op = (struct op){ .verb = verb_of(knob), .path = scratch->bytes + at, .deadline_ns = READ_DEADLINE };
	if (op->verb == OP_NVME)
		op->deadline_ns = knob->slow_ns; /* a drive may be at work */
	return 0;
}

int vf_setting_write_op(
	const struct knob *knob, const struct knob_turn *turn, struct op *op, struct text *scratch)
{
	AUTO_TEXT struct text path = { 0 };
	struct vf_value value;

	if (vf_value_parse(setting_of(knob), turn->to, &value) < 0 ||
		vf_path_print(knob, turn->target, &path) < 0)
		return -1;
	op_fill_write(op, scratch, text_string(&path), turn->to);
	op->verb = verb_of(knob);
	op->deadline_ns = knob->slow_ns;
	return 0;
}

/* What a new VF has, its driver says; nobody has set it, and so it may be anything. */
bool vf_setting_match(const char *value, const char *want)
{
	return !*want || string_equal(value, want);
}

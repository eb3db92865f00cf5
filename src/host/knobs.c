/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of knobs, with what holds for all of them. */
#include "address.h"
#include "knob_sysfs.h"
#include "vf.h"
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const struct knob *const knobs[] = {
	&knob_numvfs,
	&knob_autoprobe,
	&knob_override,
	&knob_driver,
	&knob_eswitch,
	&knob_guest,
	&knob_guest_state,
	&knob_consent,
	&knob_vf_trust,
	&knob_vf_mac,
	&knob_vf_vlan,
	&knob_vf_spoofchk,
	&knob_vf_link_state,
	&knob_vf_rate,
	&knob_vf_queues,
	&knob_vf_interrupts,
	&knob_vf_online,
	&knob_primary,
	&knob_namespace,
	&knob_controllers,
	NULL,
};

const struct knob *knob_find(const char *name)
{
	for (size_t i = 0; knobs[i]; i++)
		if (string_equal(knobs[i]->name, name))
			return knobs[i];
	return NULL;
}

/* "0000:17:00.0", "0000:17:00.0 vf 3", "0000:a1:00.0 ns ssd0.ns.db". */
char *target_address(const char *target)
{
	return string_part(target, strcspn(target, " "));
}

bool knob_is_of(const struct knob *knob, const char *target)
{
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };

	return knob->read(knob, target, &op, &scratch) == 0;
}

bool knob_is(const struct knob *knob, const char *now, const char *value)
{
	if (!now || !value)
		return false;
	return knob->match ? knob->match(now, value) : string_equal(now, value);
}

bool knob_matches(const struct knob *knob, const struct reading *reading, const char *want)
{
	return reading->is == R_VALUE && knob_is(knob, reading->text, want);
}

static const char *advice_in(const struct knob_advice *row, int error)
{
	for (; row && row->error; row++)
		if (row->error == error)
			return row->advice;
	return NULL;
}

const char *knob_advice(const struct knob *knob, int error)
{
	const char *own = advice_in(knob->refused, error);

	return own ? own : advice_in(knob->refused_by_any, error);
}

static uint64_t number_in(const char *text)
{
	return text ? strtoul(text, NULL, 10) : 0;
}

uint64_t knob_deadline_ns(const struct knob *knob, const char *from, const char *to)
{
	uint64_t before = number_in(from), after = number_in(to);

	return knob->slow_ns + knob->slow_each_ns * (before > after ? before : after);
}

/* They are few, and thousands of readings have one: a VF of a PF that nobody may ask has nine. */
static char reasons[4096];
static size_t reasons_length;

char *reason_keep(const char *why)
{
	size_t size = why ? strlen(why) + 1 : 0;
	char *end = reasons + reasons_length;

	if (!why)
		return NULL;
	for (char *kept = reasons; kept < end; kept += strlen(kept) + 1)
		if (string_equal(kept, why))
			return kept;
	if (size > sizeof(reasons) - reasons_length)
		return string_copy(why);
	reasons_length += size;
	return memcpy(end, why, size);
}

static bool is_kept(const char *text)
{
	return (uintptr_t)text - (uintptr_t)reasons < sizeof(reasons);
}

void reading_free(struct reading *reading)
{
	if (!is_kept(reading->text))
		free(reading->text);
	*reading = (struct reading){ .is = R_UNKNOWN };
}

static char *answer_text(const struct done *done)
{
	size_t length = done->len;
	const char *bytes = done->data;
	char *text;

	if (length > 0 && bytes[length - 1] == '\n')
		length--;
	text = memory_resize(NULL, length + 1);
	if (length > 0)
		memcpy(text, bytes, length);
	text[length] = '\0';
	return text;
}

void reading_take(const struct done *done, struct reading *reading)
{
	*reading = (struct reading){ .is = R_UNKNOWN };
	switch (done->err) {
	case 0:
		reading->is = R_VALUE;
		reading->text = answer_text(done);
		break;
	case ENOENT:
	case ENOTDIR:
	case ENODEV: /* the device went away while its file was open (fs/kernfs/file.c, kernfs_get_active) */
		reading->is = R_ABSENT;
		break;
	case EBUSY:
	case EWOULDBLOCK: /* the data says who has the device's lock (host.h) */
		reading->text = done->len ? string_copy(done->data) : NULL;
		reading->is = R_BUSY;
		break;
	case ETIMEDOUT:
		reading->is = R_BUSY;
		break;
	default:
		reading->text = string_copy(done->len ? done->data : strerror(done->err));
	}
}

void op_fill_write(struct op *op, struct text *scratch, const char *path, const char *value)
{
	size_t at = scratch->length, value_at = at + strlen(path) + 1;

	text_add_bytes(scratch, path, strlen(path) + 1);
	text_add_bytes(scratch, value, strlen(value) + 1);
	*op = (struct op){
		.verb = OP_WRITE,
		.path = scratch->bytes + at,
		.in = scratch->bytes + value_at,
		.in_len = strlen(value),
	};
}

int function_settle(const char *address, struct op *watch, struct text *scratch)
{
	size_t at = scratch->length;

	if (!address_valid(address))
		return -1;
	text_add(scratch, address);
	*watch = (struct op){ .verb = OP_WATCH, .path = scratch->bytes + at, .deadline_ns = SECOND };
	return 0;
}

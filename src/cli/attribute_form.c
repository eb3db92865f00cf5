/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which attributes are numbers, and which are ids: hexadecimal, and printed as "0x" and lower-case digits. */
#include "print.h"

static const enum attribute_form forms[N_ATTRIBUTES] = {
	[A_VENDOR] = AS_ID,
	[A_DEVICE] = AS_ID,
	[A_SUBSYSTEM_VENDOR] = AS_ID,
	[A_SUBSYSTEM_DEVICE] = AS_ID,
	[A_VF_DEVICE] = AS_ID,
	[A_GROUP] = AS_NUMBER,
	[A_NUMA] = AS_NUMBER,
	[A_TOTALVFS] = AS_NUMBER,
	[A_NUMVFS] = AS_NUMBER,
	[A_AUTOPROBE] = AS_NUMBER,
	[A_OFFSET] = AS_NUMBER,
	[A_STRIDE] = AS_NUMBER,
};

enum attribute_form attribute_form(enum attribute attribute)
{
	return forms[attribute];
}

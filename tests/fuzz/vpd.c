/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: vital product data as a device has it. */
#include "../../src/host/vpd.h"
#include "fuzz.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	AUTO_FREE uint8_t *copy =
		malloc(n ? n : 1); /* of its very size, so that a sanitizer sees what is beyond */

	memcpy(copy, bytes, n);
	AUTO_FREE char *serial = vpd_serial(copy, n);
	must(!serial || *serial, "a serial number that is there has characters");
	return 0;
}

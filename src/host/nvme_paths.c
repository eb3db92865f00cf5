/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The paths of OP_NVME. */
#include "nvme_paths.h"
#include "address.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define MOST_NSID UINT32_C(0xfffffffe) /* NVM Express Base Specification 2.0, 3.2.1.1 */

/* Decimal, without a leading zero, and what it is behind a colon; 0: it is none. */
static uint32_t nsid_parse(const char *text, const char **ret_word)
{
	size_t digits = strspn(text, "0123456789");
	bool ends = !text[digits] || (text[digits] == ':' && text[digits + 1] && !strchr(text, '/'));
	unsigned long long number =
		digits > 0 && digits <= 10 && ends && *text != '0' ? strtoull(text, NULL, 10) : 0;

	*ret_word = text[digits] == ':' ? text : NULL;
	return number <= MOST_NSID ? (uint32_t)number : 0;
}

bool nvme_address(const char *path, char ret_address[32])
{
	const char *address = string_starts(path, NVME_DRIVES) ? path + strlen(NVME_DRIVES) : "";
	size_t length = strcspn(address, "/");

	if (length >= 32)
		return false;
	memcpy(ret_address, address, length);
	ret_address[length] = '\0';
	return address_valid(ret_address);
}

int nvme_path_parse(const char *path, struct nvme_path *ret_path)
{
	struct nvme_path parsed = { 0 };
	const char *rest;

	if (!nvme_address(path, parsed.pf))
		return -1;
	rest = path + strlen(NVME_DRIVES) + strlen(parsed.pf);
	parsed.all = string_starts(rest, "/" NVME_OF_DRIVE) && rest[strlen("/" NVME_OF_DRIVE)];
	if (string_starts(rest, "/" NVME_OF_ONE))
		parsed.number = nsid_parse(rest + strlen("/" NVME_OF_ONE), &parsed.word);
	parsed.primary = string_equal(rest, "/" NVME_PRIMARY_OWN);
	if (!parsed.all && !parsed.primary && parsed.number == 0)
		return -1;
	*ret_path = parsed;
	return 0;
}

char *nvme_path_target(const char *path, const struct knob **ret_knob)
{
	struct nvme_path parsed;

	if (nvme_path_parse(path, &parsed) < 0)
		return NULL;
	if (parsed.primary) {
		*ret_knob = &knob_primary;
		return string_copy(parsed.pf);
	}
	*ret_knob = parsed.all ? &knob_namespace : &knob_controllers;
	return text_print(
		"%s %s %s", parsed.pf, parsed.all ? NVME_NAMED : NVME_NUMBERED, strrchr(path, '/') + 1);
}

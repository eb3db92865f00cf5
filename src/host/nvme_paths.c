/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The paths of OP_NVME. */
#include "nvme_paths.h"
#include "address.h"
#include <stdlib.h>
#include <string.h>

#define MOST_NSID UINT32_C(0xfffffffe) /* NVM Express Base Specification 2.0, 3.2.1.1 */

/* Decimal, without a leading zero, alone or as what a word begins with; 0: it is none. */
static uint32_t nsid_parse(const char *text)
{
	size_t digits = strspn(text, "0123456789");
	bool ends = !text[digits] || (text[digits] == ':' && text[digits + 1] && !strchr(text, '/'));
	unsigned long long number =
		digits > 0 && digits <= 10 && ends && *text != '0' ? strtoull(text, NULL, 10) : 0;

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

static bool thing_parse(const char *rest, struct nvme_path *path)
{
	if (string_starts(rest, NVME_OF_ONE)) {
		rest += strlen(NVME_OF_ONE);
		path->of = NVME_CONTROLLERS;
		path->number = nsid_parse(rest);
		path->word = strchr(rest, ':') ? rest : NULL;
		return path->number > 0;
	}
	path->of = string_equal(rest, NVME_OWN) ? NVME_PRIMARY : NVME_NAMESPACES;
	return path->of == NVME_PRIMARY ||
	       (string_starts(rest, NVME_OF_DRIVE) && rest[strlen(NVME_OF_DRIVE)]);
}

int nvme_path_parse(const char *path, struct nvme_path *ret_path)
{
	struct nvme_path parsed = { 0 };
	const char *rest;

	if (!nvme_address(path, parsed.pf))
		return -1;
	rest = path + strlen(NVME_DRIVES) + strlen(parsed.pf);
	if (*rest != '/' || !thing_parse(rest + 1, &parsed))
		return -1;
	*ret_path = parsed;
	return 0;
}

char *namespace_target(const char *pf, const char *name)
{
	return text_print("%s " NVME_NAMED " %s", pf, name);
}

char *holders_target(const char *pf, const char *word)
{
	return text_print("%s " NVME_NUMBERED " %s", pf, word);
}

const char *holders_word(const char *target)
{
	const char *last = strrchr(target, ' ');

	return last ? last + 1 : "";
}

char *nvme_path_target(const char *path, const struct knob **ret_knob)
{
	struct nvme_path parsed;

	if (nvme_path_parse(path, &parsed) < 0)
		return NULL;
	switch (parsed.of) {
	case NVME_PRIMARY:
		*ret_knob = &knob_primary;
		return string_copy(parsed.pf);
	case NVME_NAMESPACES:
		*ret_knob = &knob_namespace;
		return namespace_target(parsed.pf, strrchr(path, '/') + 1);
	case NVME_CONTROLLERS:
		*ret_knob = &knob_controllers;
		return holders_target(parsed.pf, strrchr(path, '/') + 1);
	}
	return NULL;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What namespaces, controllers and knobs' targets are, in people's words. */
#include "nvme_paths.h"
#include "pci.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Rounded down: what is said to be free is there. */
void bytes_tell(uint64_t bytes, struct text *text)
{
	static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB" };
	uint64_t unit = 1;
	size_t i = 0;

	for (; bytes / unit >= 1024; i++)
		unit *= 1024;
	text_addf(text, "%" PRIu64, bytes / unit);
	if (bytes % unit)
		text_addf(text, ".%02" PRIu64, (bytes % unit >> 10) * 100 / (unit >> 10));
	text_addf(text, " %s", units[i]);
}

void namespace_size_tell(const char *word, struct text *text)
{
	uint64_t blocks;
	uint32_t block_bytes;

	namespace_size(word, &blocks, &block_bytes);
	if (blocks) {
		bytes_tell(blocks_bytes(blocks, block_bytes), text);
		text_addf(text, " in blocks of %" PRIu32 " B", block_bytes);
	} else {
		text_add(text, block_bytes ? "nothing" : "size not known");
	}
}

void namespace_tell(const char *word, struct text *text)
{
	if (namespace_is_asked(word))
		text_add(text, "a new one (");
	else
		text_addf(text, "%" PRIu32 " (", namespace_number(word));
	namespace_size_tell(word, text);
	if (!namespace_is_asked(word) && namespace_is_told(word))
		text_addf(text, ", %s", word_identity(word));
	text_add(text, ")");
}

void namespaces_tell(const char *listing, struct text *text)
{
	if (!*listing)
		text_add(text, "none");
	for (const char *between = ""; *listing; between = ", ") {
		AUTO_FREE char *word = words_next(&listing);
		size_t length = strlen(word);

		if (length && word[length - 1] == NAMESPACE_HELD)
			word[length - 1] = '\0';
		text_add(text, between);
		namespace_tell(word, text);
	}
}

/* VFs count from 0 for people; the drive counts them from 1. */
static void controller_tell(const struct drive *drive, uint64_t cntlid, struct text *text)
{
	const struct secondary *secondary =
		drive && cntlid <= UINT16_MAX ? drive_secondary_by_id(drive, (uint16_t)cntlid) : NULL;

	if (secondary && secondary->vf)
		text_addf(text, "vf.%d", secondary->vf - 1);
	else if (drive && drive->numbers[D_CNTLID] == cntlid)
		text_add(text, "pf");
	else
		text_addf(text, "controller %" PRIu64, cntlid);
}

void controllers_tell(const struct function *pf, const char *ids, struct text *text)
{
	if (!*ids)
		text_add(text, "none");
	for (const char *between = ""; *ids; between = ", ") {
		AUTO_FREE char *id = words_next(&ids);

		text_add(text, between);
		controller_tell(drive_told(pf), strtoul(id, NULL, 10), text);
	}
}

char *path_brief(const char *path)
{
	const char *last = strrchr(path, '/');
	size_t digits = last ? strspn(last + 1, "0123456789") : 0;

	if (!string_starts(path, NVME_DRIVES) || !digits || last[1 + digits] != ':')
		return string_copy(path);
	return string_part(path, (size_t)(last - path) + 1 + digits);
}

char *target_brief(const char *target)
{
	const char *number = strstr(target, " " NVME_NUMBERED " ");
	uint32_t nsid = number ? namespace_number(holders_word(target)) : 0;

	if (!nsid)
		return string_copy(target);
	return text_print("%.*s " NVME_NUMBERED " %" PRIu32, (int)(number - target), target, nsid);
}

/* What the step's object names, or what stands for a word that nobody knows yet, is not said again. */
char *target_say(const char *target)
{
	const char *by_name = strstr(target, " " NVME_NAMED " "),
		   *number = strstr(target, " " NVME_NUMBERED " ");

	if (number && namespace_number(holders_word(target)))
		return target_brief(target);
	if (by_name || number)
		return string_part(target, (size_t)((by_name ? by_name : number) - target));
	return string_copy(target);
}

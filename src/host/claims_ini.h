/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * claims_ini.h: files of "[section]" and "key=value", and what such files say of a VF. Private to src/host/.
 */
#ifndef CLAIMS_INI_H
#define CLAIMS_INI_H

#include "claims_read.h"

/* A walk over the keys of a text, which it takes apart; {.lines.rest = text} is at its beginning. */
struct ini {
	struct lines lines;
	char *section; /* NULL: none has begun */
	size_t section_line;
	char *key, *value;
};
bool ini_next(struct ini *);
bool ini_is(const struct ini *, const char *section, const char *key);

bool word_flag(const char *word, bool *ret_flag);
bool word_number(const char *word, uint32_t *ret_number);
char *word_mac(const char *word); /* "52:54:00:00:00:01"; the caller frees it */

/* A setting of a VF that is given, or not. */
struct claim_setting {
	enum vf_setting which;
	bool given;
	struct vf_value value;
};
void mac_setting(struct claim_setting *, const char *word);
void flag_setting(struct claim_setting *, enum vf_setting which, const char *word);
void claim_setting(
	const struct claim_file *, size_t line, const char *names, int64_t vf, const struct claim_setting *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: a ledger that the next run finds, as it is and with the CRC that each of its lines needs. */
#include "fuzz.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static struct twin *twin_with(const char *bytes, size_t n)
{
	struct twin *twin = twin_begin();
	AUTO_TEXT struct text ledger = { 0 };

	text_add_bytes(&ledger, bytes, n);
	must(twin_write(twin, "var/lib/pawl/ledger", text_string(&ledger)) == 0, "a ledger can be there");
	return twin;
}

/* Most inputs are refused by their CRC: those that look are enough for these. */
static void ledger_look(const char *bytes, size_t n)
{
	struct twin *twin = twin_with(bytes, n);

	pawl_run(twin, "status", "-o", "json", NULL);
	pawl_run(twin, "restore", NULL);
	twin_end(twin);
}

static void ledger_find(const char *bytes, size_t n)
{
	static char *wish, *absent;
	struct twin *twin = twin_with(bytes, n);

	if (!wish) {
		wish = source_path("tests/fuzz/wish-by-name.yaml");
		absent = source_path("tests/fuzz/wish-absent.yaml");
	}
	pawl_run(twin, "facts", "capture", NULL);
	pawl_run(twin, "restore", NULL);
	pawl_run(twin, "rollback", "-y", NULL);
	pawl_run(twin, "apply", "-y", wish, NULL);
	pawl_run(twin, "apply", "-y", absent, NULL);
	pawl_run(twin, "history", "-o", "json", NULL);
	twin_end(twin);
}

/* What record_line.c computes: over the line without its CRC, compact, its keys sorted. */
static void line_seal(json_t *line)
{
	AUTO_FREE char *bytes = NULL;
	char crc[16];

	json_object_del(line, "crc");
	bytes = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
	snprintf(crc, sizeof(crc), "%08lx", crc32_z(0, (const unsigned char *)bytes, strlen(bytes)));
	json_object_set_new(line, "crc", json_string(crc));
}

/* A line that is no JSON object stays as it is. */
static void line_add(const char *bytes, size_t n, struct text *sealed)
{
	json_t *line = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, NULL);
	AUTO_FREE char *text = NULL;

	if (json_is_object(line)) {
		line_seal(line);
		text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
		text_add(sealed, text);
	} else {
		text_add_bytes(sealed, bytes, n);
	}
	json_decref(line);
}

static void ledger_seal(const char *bytes, size_t n, struct text *sealed)
{
	const char *end = bytes + n, *newline;

	while (bytes < end && (newline = memchr(bytes, '\n', (size_t)(end - bytes)))) {
		line_add(bytes, (size_t)(newline - bytes), sealed);
		text_add(sealed, "\n");
		bytes = newline + 1;
	}
	text_add_bytes(sealed, bytes, (size_t)(end - bytes));
}

/* Four bytes of a CRC are found by no mutation either. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	AUTO_TEXT struct text sealed = { 0 };

	ledger_look((const char *)bytes, n);
	ledger_seal((const char *)bytes, n, &sealed);
	ledger_find(text_string(&sealed), sealed.length);
	return 0;
}

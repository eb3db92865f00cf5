/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: a saved plan that is applied to a twin of its host, as it is and with the digest it needs. */
#include "../../src/cli/saved.h"
#include "facts.h"
#include "fuzz.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void saved_apply(const char *bytes, size_t n)
{
	struct twin *twin = twin_begin();
	AUTO_FREE char *before = facts_print(twin_world(twin), "fuzz");
	struct input input;
	int code;

	input_open(&input, (const uint8_t *)bytes, n);
	code = pawl_run(twin, "apply", "-y", input.path, NULL);
	AUTO_FREE char *after = facts_print(twin_world(twin), "fuzz");
	if (code == BAD_CONFIGURATION || code == REFUSED || code == STALE_PLAN)
		must(string_equal(before, after), "a refused plan changes nothing");
	input_close(&input);
	twin_end(twin);
}

/* The same plan as its writer would have sealed it; NULL: it is no JSON object. The caller frees it. */
static char *saved_seal(const char *bytes, size_t n)
{
	json_t *document = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, NULL);
	char *sealed = NULL;

	if (json_is_object(document)) {
		document_seal((struct document *)document);
		sealed = json_dumps(document, JSON_COMPACT);
	}
	json_decref(document);
	return sealed;
}

/* No mutation finds a SHA-256: without the second run all inputs would end as edited by hand. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	AUTO_FREE char *sealed = saved_seal((const char *)bytes, n);

	saved_apply((const char *)bytes, n);
	if (sealed)
		saved_apply(sealed, strlen(sealed));
	return 0;
}

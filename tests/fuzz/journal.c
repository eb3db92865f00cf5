/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: a journal that the next run finds. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static char *wish;
	struct twin *twin = twin_begin();
	AUTO_TEXT struct text journal = { 0 };

	if (!wish)
		wish = source_path("tests/fuzz/wish.yaml");
	text_add_bytes(&journal, bytes, n);
	must(twin_write(twin, "var/lib/pawl/journal", text_string(&journal)) == 0, "a journal can be there");
	pawl_run(twin, "status", "-o", "json", NULL);
	pawl_run(twin, "plan", wish, NULL);
	pawl_run(twin, "apply", "-y", wish, NULL);
	pawl_run(twin, "status", NULL);
	twin_end(twin);
	return 0;
}

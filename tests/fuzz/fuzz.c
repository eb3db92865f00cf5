/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the fuzz targets share. */
#include "fuzz.h"
#include "facts.h"
#include "platform.h"
#include "report.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_WORDS = 16 };

void must(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "it must hold, and does not: %s\n", what);
	abort();
}

char *source_path(const char *name)
{
	const char *source = getenv("PAWL_SOURCE");

	return text_print("%s/%s", source ? source : ".", name);
}

void input_open(struct input *input, const uint8_t *bytes, size_t n)
{
	input->fd = memfd_create("input", MFD_CLOEXEC);
	must(input->fd >= 0 && write(input->fd, bytes, n) == (ssize_t)n,
		"the input can be written to a file");
	snprintf(input->path, sizeof(input->path), "/proc/self/fd/%d", input->fd);
}

void input_close(struct input *input)
{
	close(input->fd);
}

/* Read once: a fuzzer begins many. */
struct twin *twin_begin(void)
{
	static struct twin *first;
	AUTO_FREE char *path = first ? NULL : source_path("tests/fuzz/machine.json");
	AUTO_TEXT struct text why = { 0 };
	struct survey world;

	if (!first)
		first = twin_from_file(path, &why);
	must(first != NULL, text_string(&why));
	survey_copy(twin_world(first), &world);
	return twin_new(&world, platform_virtcca.reactions);
}

void twin_end(struct twin *twin)
{
	must(*twin_broken_rules(twin) == '\0', twin_broken_rules(twin));
	host_free(twin_host(twin));
}

/* The codes are those of enum outcome. */
static bool code_is_known(int code)
{
	return (code >= FINE && code <= ROLLED_BACK) || code == BAD_USAGE || code == BAD_CONFIGURATION ||
	       code == UNAVAILABLE || code == LOCKED || code == NEEDS_ROOT;
}

int pawl_run(struct twin *twin, ...)
{
	char *words[MOST_WORDS] = { (char *)"pawl" };
	struct said said;
	size_t n = 1;
	va_list more;

	va_start(more, twin);
	while (n < MOST_WORDS - 1 && (words[n] = va_arg(more, char *)) != NULL)
		n++;
	va_end(more);
	pawl_on_twin(twin, &(struct caller){ .root = true }, words, &said);
	must(code_is_known(said.code), "pawl's exit code has a meaning");
	must(said.code == FINE || said.code == DIFFERENT || *said.err || *said.out,
		"what went wrong is told");
	said_free(&said);
	return said.code;
}

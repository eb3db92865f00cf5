/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: one text as the file of each manager that may have told this machine something. */
#include "../../src/host/claims_read.h"
#include "fuzz.h"
#include "survey.h"
#include <errno.h>
#include <string.h>

struct bytes {
	const uint8_t *all;
	size_t n;
};

/* A name for each reader, in every directory; the last one is a directory too. */
static int list(void *data, const char *directory, struct text *names)
{
	(void)data;
	text_add(names, strstr(directory, ".d/a.link.d")
				? "a.conf\n"
				: "0000:02:00.0\na.conf\na.link\na.network\na.rules\na.yaml\n"
				  "pci-0000:02:00.0\na.link.d\n");
	return 0;
}

static int read_file(void *data, const char *path, struct text *text)
{
	const struct bytes *bytes = data;

	if (string_ends(path, ".link.d"))
		return EISDIR;
	text_add_bytes(text, bytes->all, bytes->n);
	return 0;
}

static void note(void *data, const struct claim *claim)
{
	*(size_t *)data += claim->knob != NULL;
}

/* All that was found can be asked for. */
static void ask(const struct claims *claims)
{
	struct survey survey = { 0 };
	struct function *function = survey_add(&survey, "0000:02:00.0");
	const struct claimed itself = { .function = function, .address = function->address };
	const struct claimed to_come = { .function = function, .to_come = true };
	size_t n = 0;

	claims_each(claims, &itself, note, &n);
	claims_each(claims, &to_come, note, &n);
	must(n <= 2 * claims->n, "each claim is seen once");
	survey_free(&survey);
}

/* Understood, and told once more. What is not printable is told in signs that are. */
static char *tell_again(const char *told)
{
	AUTO_FREE char *lines = string_copy(told);
	struct claims claims = { 0 };
	struct text text = { 0 };

	must(claims_parse(&claims, lines) == 0, "what is told is understood");
	claims_print(&claims, &text);
	claims_free(&claims);
	return text_take(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct bytes text = { bytes, n };
	const struct claim_source source = { .data = &text, .list = list, .read = read_file };
	AUTO_FREE char *cmdline = memory_new(n + 1, 1);
	struct claims claims = { 0 };
	AUTO_TEXT struct text told = { 0 };

	memcpy(cmdline, bytes, n);
	claims_read(&source, &claims);
	claims_read_cmdline(&claims, cmdline);
	ask(&claims);
	claims_print(&claims, &told);
	AUTO_FREE char *once = tell_again(text_string(&told));
	AUTO_FREE char *twice = tell_again(once);
	must(strcmp(once, twice) == 0, "and comes back as it was");
	claims_free(&claims);
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Runs pawl as a whole in this process, on a twin. */
#include "on_twin.h"
#include "cli.h"
#include "facts.h"
#include "platform.h"
#include <stdlib.h>
#include <string.h>

static struct host *open_twin(const struct world *world, const char *root, struct report *report)
{
	(void)root, (void)report;
	return twin_host(world->data);
}

/* The process is gone, with what it had put aside and the signal that it got; the machine stays. */
static void leave_twin(const struct world *world, struct host *host)
{
	(void)world;
	while (host->n_aside > 0)
		done_free(&host->aside[--host->n_aside]);
	host->asked_to_stop = false;
}

static unsigned err_columns(const struct world *world)
{
	return world->width;
}

static FILE *typed(const char *answer)
{
	return answer ? fmemopen((char *)answer, strlen(answer), "r") : fopen("/dev/null", "re");
}

void pawl_on_twin(struct twin *twin, const struct caller *caller, char *const *words, struct said *said)
{
	size_t out_length, err_length;
	struct world world = { .in = typed(caller->answer),
		.out = open_memstream(&said->out, &out_length),
		.err = open_memstream(&said->err, &err_length),
		.terminal = caller->answer != NULL,
		.width = caller->columns,
		.err_columns = err_columns,
		.root = caller->root,
		.open_host = open_twin,
		.close_host = leave_twin,
		.data = twin };
	int count = 0;

	while (words[count])
		count++;
	said->code = pawl_main(&world, count, (char **)words);
	fclose(world.in), fclose(world.out), fclose(world.err);
}

void said_free(struct said *said)
{
	free(said->out), free(said->err);
	*said = (struct said){ 0 };
}

struct twin *twin_from_text(const char *name, const char *facts, struct text *why)
{
	struct survey world = { 0 };
	struct report report = { 0 };
	int result = facts_parse(facts, strlen(facts), name, &world, &report);

	for (size_t i = 0; i < report.n; i++)
		finding_print(&report.findings[i], why);
	report_free(&report);
	return result == 0 ? twin_new(&world, platform_virtcca.reactions) : NULL;
}

struct twin *twin_from_file(const char *path, struct text *why)
{
	AUTO_TEXT struct text text = { 0 };
	char block[4096];
	FILE *file = fopen(path, "re");
	size_t n;

	if (!file)
		return text_addf(why, "%s: %m", path), NULL;
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		text_add_bytes(&text, block, n);
	fclose(file);
	return twin_from_text(path, text_string(&text), why);
}

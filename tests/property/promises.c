/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Holds what a wish says of namespaces against the drives: each is there once, where it is to be. */
#include "promises.h"
#include "nvme.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A line of wish.c: "ns1: {size: 1GiB, vf: 0}". */
struct promise {
	const struct drive *drive;
	uint64_t bytes;
	unsigned vf;
	bool to_vf, to_pf;
};

static const struct drive *drive_at(const struct survey *machine, const char *line)
{
	char address[16] = "";
	const struct function *pf;

	if (sscanf(line, " select: {pci: \"%15[^\"]", address) != 1)
		return NULL;
	pf = survey_function(machine, address);
	return pf && pf->drive && !pf->drive->unknown ? pf->drive : NULL;
}

static bool promise_read(const char *line, struct promise *promise)
{
	const char *vf = strstr(line, "vf: ");
	unsigned gib;

	if (sscanf(line, " ns%*u: {size: %uGiB", &gib) != 1)
		return false;
	promise->bytes = (uint64_t)gib << 30;
	promise->to_vf = vf && sscanf(vf, "vf: %u", &promise->vf) == 1;
	promise->to_pf = strstr(line, "pf: true");
	return true;
}

/* By the drive's own list, which has other ids than VFs have numbers (machine.c). */
static bool is_held_as_promised(const struct promise *promise, const struct drive_namespace *namespace)
{
	uint64_t id = promise->drive->numbers[D_CNTLID];

	for (size_t i = 0; promise->to_vf && i < promise->drive->n_secondaries; i++)
		if (promise->drive->secondaries[i].vf == promise->vf + 1)
			id = promise->drive->secondaries[i].cntlid;
	if (!promise->to_vf && !promise->to_pf)
		return namespace->n_controllers == 0;
	return namespace->n_controllers == 1 && namespace->controllers[0] == id;
}

static char *promise_broken(const struct promise *promise)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < promise->drive->n_namespaces; i++) {
		const struct drive_namespace *namespace = &promise->drive->namespaces[i];

		if (namespace->blocks * namespace->block_bytes != promise->bytes)
			continue;
		n++;
		kept += is_held_as_promised(promise, namespace);
	}
	if (n == 1 && kept == 1)
		return NULL;
	return text_print("[promised] of %llu GiB there are %zu namespaces, and %zu of them are where they "
			  "are to be",
		(unsigned long long)(promise->bytes >> 30), n, kept);
}

char *promises_broken(const char *wish, const struct survey *machine)
{
	AUTO_FREE char *copy = string_copy(wish);
	struct promise promise = { 0 };
	char *rest = copy, *line, *broken = NULL;

	while (!broken && (line = strsep(&rest, "\n"))) {
		if (strstr(line, "select: "))
			promise.drive = drive_at(machine, line);
		else if (promise.drive && promise_read(line, &promise))
			broken = promise_broken(&promise);
	}
	return broken;
}

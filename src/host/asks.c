/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks drives for what they tell of themselves, for a survey that comes later. */
#include "asks.h"
#include "nvme.h"
#include "survey_part.h"
#include "vf_settings.h"
#include <stdlib.h>

struct ask {
	char *address;
	uint64_t ticket; /* 0: it is answered, or taken */
	struct done done;
	bool answered;
};

static void ask(struct asks *asks, struct host *host, const char *address)
{
	asks->all = memory_grow(asks->all, asks->n, sizeof(*asks->all));
	asks->all[asks->n++] =
		(struct ask){ .address = string_copy(address), .ticket = drive_ask(host, address) };
	asks->n_open++;
}

/* A driver may have come or gone since: who has none says so at once. */
void asks_begin(struct asks *asks, struct host *host, const struct survey *survey, const char *const *devices,
	size_t n)
{
	const struct part part = { .before = survey, .devices = devices, .n = n };

	*asks = (struct asks){ 0 };
	for (size_t i = 0; i < survey->n; i++)
		if (function_may_be_drive(survey->functions[i]) &&
			part_has(&part, survey->functions[i]->address))
			ask(asks, host, survey->functions[i]->address);
}

bool asks_hear(struct asks *asks, struct done *done)
{
	for (size_t i = 0; i < asks->n; i++) {
		struct ask *ask = &asks->all[i];

		if (!ask->ticket || ask->ticket != done->ticket)
			continue;
		ask->done = *done;
		ask->ticket = 0;
		ask->answered = true;
		asks->n_open--;
		*done = (struct done){ 0 };
		return true;
	}
	return false;
}

bool asks_take(struct asks *asks, const char *address, struct done *done)
{
	for (size_t i = 0; asks && i < asks->n; i++) {
		struct ask *ask = &asks->all[i];

		if (!ask->answered || !string_equal(ask->address, address))
			continue;
		*done = ask->done;
		ask->done = (struct done){ 0 };
		ask->answered = false;
		return true;
	}
	return false;
}

void asks_free(struct asks *asks)
{
	for (size_t i = 0; i < asks->n; i++) {
		free(asks->all[i].address);
		done_free(&asks->all[i].done);
	}
	free(asks->all);
	*asks = (struct asks){ 0 };
}

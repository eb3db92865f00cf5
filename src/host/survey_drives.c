/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads what NVMe drives tell of themselves, and with that the settings of their VFs. */
#include "asks.h"
#include "knob_nvme.h"
#include "nvme_command.h"
#include "survey_readings.h"
#include "vf_settings.h"
#include <errno.h>
#include <string.h>

static const char *answer_why(const struct done *done)
{
	if (done->err == ETIMEDOUT)
		return "the drive did not answer in time";
	return done->len ? done->data : strerror(done->err);
}

static void answer_take(struct function *pf, const struct done *done)
{
	pf->drive = drive_new();
	if (done->err)
		pf->drive->unknown = string_copy(answer_why(done));
	else if (drive_take(pf->drive, done->data, done->len) < 0)
		pf->drive->unknown = string_copy("its answer is none of the specification's");
}

uint64_t drive_ask(struct host *host, const char *address)
{
	AUTO_FREE char *path = text_print(NVME_DRIVES "%s", address);
	const struct op op = { .verb = OP_NVME, .path = path, .deadline_ns = NVME_PATIENCE };

	return host->ops->begin(host, &op);
}

static void drive_begin(struct readings *readings, struct host *host, struct function *pf, struct asks *asks)
{
	struct done done;

	if (!asks_take(asks, pf->address, &done)) {
		reading_await(readings, drive_ask(host, pf->address), pf, answer_take);
		return;
	}
	answer_take(pf, &done);
	done_free(&done);
}

/* All at once: one that is slow holds up no other. */
void drives_take(struct host *host, struct survey *survey, struct asks *asks)
{
	struct readings readings = { 0 };
	int err;

	for (size_t i = 0; i < survey->n; i++)
		if (function_is_drive(survey->functions[i]))
			drive_begin(&readings, host, survey->functions[i], asks);
	err = readings_collect(&readings, host);
	for (size_t i = 0; err && i < survey->n; i++)
		if (function_is_drive(survey->functions[i]) && !survey->functions[i]->drive)
			answer_take(survey->functions[i], &(struct done){ .err = err });
	readings_free(&readings);
	drives_tell(survey);
}

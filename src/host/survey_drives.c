/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads what NVMe drives tell of themselves, and with that the settings of their VFs. */
#include "nvme_command.h"
#include "vf_settings.h"
#include <errno.h>
#include <string.h>

#define PATIENCE UINT64_C(10000000000) /* for a drive that is at work, in nanoseconds */

static const char *answer_why(const struct done *done)
{
	if (done->err == ETIMEDOUT)
		return "the drive did not answer in time";
	return done->len ? done->data : strerror(done->err);
}

static struct drive *drive_read(struct host *host, const struct function *pf)
{
	AUTO_FREE char *path = text_print(NVME_DRIVES "%s", pf->address);
	struct op op = { .verb = OP_NVME, .path = path, .deadline_ns = PATIENCE };
	struct drive *drive = drive_new();
	struct done done;

	if (host_do(host, &op, &done))
		drive->unknown = string_copy(answer_why(&done));
	else if (drive_take(drive, done.data, done.len) < 0)
		drive->unknown = string_copy("its answer is none of the specification's");
	done_free(&done);
	return drive;
}

void drives_take(struct host *host, struct survey *survey)
{
	for (size_t i = 0; i < survey->n; i++) {
		struct function *pf = survey->functions[i];

		if (function_is_drive(pf))
			pf->drive = drive_read(host, pf);
	}
	drives_tell(survey);
}

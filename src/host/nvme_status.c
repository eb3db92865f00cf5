/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a controller says when it refuses a command. */
#include "nvme_command.h"
#include <errno.h>

/* NVM Express Base Specification 2.0, 4.2.3 (Status Field), and the commands' own tables. */
static const struct status_row {
	enum nvme_status status;
	int error;
	const char *words;
} rows[] = {
	{ NVME_INVALID_OPCODE, EOPNOTSUPP, "Invalid Command Opcode" },
	{ NVME_INVALID_FIELD, EINVAL, "Invalid Field in Command" },
	{ NVME_INTERNAL_ERROR, EIO, "Internal Error" },
	{ NVME_ABORTED, EAGAIN, "Command Abort Requested" },
	{ NVME_INVALID_NAMESPACE, EINVAL, "Invalid Namespace or Format" },
	{ NVME_SEQUENCE_ERROR, EBUSY, "Command Sequence Error" },
	{ NVME_DENIED, EACCES, "Operation Denied" },
	{ NVME_SANITIZE_FAILED, EUCLEAN, "Sanitize Failed" },
	{ NVME_SANITIZING, EBUSY, "Sanitize In Progress" },
	{ NVME_INTERRUPTED, EAGAIN, "Command Interrupted" },
	{ NVME_FORMATTING, EBUSY, "Format In Progress" },
	{ NVME_INVALID_QUEUE, EINVAL, "Invalid Queue Identifier" },
	{ NVME_INVALID_FORMAT, EINVAL, "Invalid Format" },
	{ NVME_NO_CAPACITY, ENOSPC, "Namespace Insufficient Capacity" },
	{ NVME_NO_NSID, ENOSPC, "Namespace Identifier Unavailable" },
	{ NVME_ATTACHED, EALREADY, "Namespace Already Attached" },
	{ NVME_PRIVATE, EPERM, "Namespace Is Private" },
	{ NVME_NOT_ATTACHED, EALREADY, "Namespace Not Attached" },
	{ NVME_INVALID_LIST, ENXIO, "Controller List Invalid" },
	{ NVME_TESTING, EBUSY, "Device Self-test In Progress" },
	{ NVME_INVALID_CONTROLLER, ENXIO, "Invalid Controller Identifier" },
	{ NVME_INVALID_STATE, EPROTO, "Invalid Secondary Controller State" },
	{ NVME_INVALID_COUNT, ERANGE, "Invalid Number of Controller Resources" },
	{ NVME_INVALID_RESOURCE, EINVAL, "Invalid Resource Identifier" },
	{ NVME_TOO_MANY_ATTACHED, ENOSPC, "Namespace Attachment Limit Exceeded" },
	{ NVME_NOT_SENT, EIO, "Host Path Error: the kernel resets it, and sends it nothing" },
};
enum { N_ROWS = sizeof(rows) / sizeof(rows[0]) };

static const struct status_row *row_of(int status)
{
	for (size_t i = 0; i < N_ROWS; i++)
		if ((int)rows[i].status == status)
			return &rows[i];
	return NULL;
}

/* Type 7, and of the other types the codes C0h to FFh (4.2.3). */
static const char *words_of(int status, const struct status_row *row)
{
	if (row)
		return row->words;
	return status >> 8 == 7 || (status & 0xff) >= 0xc0 ? "which is its maker's own"
							   : "which is none that pawl has words for";
}

void nvme_status_print(int status, struct text *text)
{
	const struct status_row *row = row_of(status);

	text_addf(text, "status %03xh, %s (type %xh, code %02xh)", (unsigned)status, words_of(status, row),
		(unsigned)status >> 8, (unsigned)status & 0xff);
}

int nvme_status_errno(int status)
{
	const struct status_row *row = row_of(status);

	return row ? row->error : EIO;
}

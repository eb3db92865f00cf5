/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells the system's log one line. */
#include "linux.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

/* As syslog(3) writes it: RFC 3164 section 4.1, without the host's name. */
static void line_print(const struct op *op, struct text *line)
{
	char when[32];
	time_t now = time(NULL);
	struct tm parts;

	strftime(when, sizeof(when), "%b %e %T", localtime_r(&now, &parts));
	text_addf(line, "<%d>%s pawl[%d]: ", LOG_USER | LOG_NOTICE, when, (int)getpid());
	text_add_bytes(line, op->in, op->in_len);
}

/* Not syslog(3): its /dev/log is this machine's, whatever the root is, and it waits for a full one. */
int log_do(int root, const struct op *op, struct text *data)
{
	AUTO_CLOSE int at = root_open(root, "dev/log", O_PATH);
	AUTO_CLOSE int sender = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	struct sockaddr_un log = { .sun_family = AF_UNIX };
	AUTO_TEXT struct text line = { 0 };

	(void)data;
	if (at == -1 || sender == -1)
		return errno;
	line_print(op, &line);
	snprintf(log.sun_path, sizeof(log.sun_path), "/proc/self/fd/%d", at);
	if (sendto(sender, line.bytes, line.length, MSG_DONTWAIT | MSG_NOSIGNAL, (struct sockaddr *)&log,
		    sizeof(log)) == -1)
		return errno;
	return 0;
}

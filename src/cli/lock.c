/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lock that makes one run a host: taken, waited for, looked at, given back. */
#include "progress.h"
#include "session.h"
#include <errno.h>
#include <string.h>

/* "process 202 (pawl): lock host" says no more of that lock than "process 202 (pawl)". */
static void holder_shorten(char *holder, const char *name)
{
	AUTO_FREE char *note = text_print(": lock %s", name);
	size_t length = strlen(holder), tail = strlen(note);

	if (length > tail && string_equal(holder + length - tail, note))
		holder[length - tail] = '\0';
}

static void report_held(const struct done *done, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = LOCKED,
			.id = "locked",
			.path = "run/pawl/" LOCK_HOST ".lock",
			.holder = done->data,
			.hint = "run again when it has ended, or wait for it with --lock-timeout; `pawl "
				"status` tells more",
		},
		"another run of pawl is under way");
}

static void report_lock(const struct done *done, struct report *report)
{
	if (done->err == EWOULDBLOCK) {
		report_held(done, report);
		return;
	}
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = done->err == ECANCELED ? FAILED : UNAVAILABLE,
			.id = done->err == ECANCELED ? "interrupted" : "locked",
			.path = "run/pawl/" LOCK_HOST ".lock",
			.hint = done->err == ECANCELED
					? "run it again"
					: "run/pawl must be a directory that root alone can write",
			.error = done->err == ECANCELED ? 0 : done->err,
		},
		done->err == ECANCELED ? "asked to stop while another run was waited for"
				       : "the host's lock cannot be taken%s%s",
		done->len ? ": " : "", done->len ? (const char *)done->data : "");
}

static int lock_begin(struct host *host, struct done *done)
{
	host_do(host, &(struct op){ .verb = OP_LOCK, .path = LOCK_HOST }, done);
	if (done->err == EWOULDBLOCK && done->len)
		holder_shorten(done->data, LOCK_HOST);
	return done->err;
}

/* Ends the wait, or gives the lock back, had it come just then (host.h, OP_UNLOCK). */
static void lock_give_up(struct host *host)
{
	struct done done = { 0 };

	host_do(host, &(struct op){ .verb = OP_UNLOCK, .path = LOCK_HOST }, &done);
	done_free(&done);
	host->asked_to_stop = true;
}

static int lock_wait(struct host *host, uint64_t timeout_ns, struct done *done)
{
	const struct op op = { .verb = OP_LOCK, .path = LOCK_HOST, .deadline_ns = timeout_ns };
	uint64_t ticket = host->asked_to_stop ? 0 : host->ops->begin(host, &op);
	int answer = 1;

	while (done->ticket != ticket && (answer == 1 || answer == -EINTR)) {
		done_free(done);
		answer = host_next(host, done);
		if (answer == -EINTR)
			lock_give_up(host);
	}
	if (host->asked_to_stop || answer != 1)
		done->err = ECANCELED;
	if (done->err == EWOULDBLOCK && done->len)
		holder_shorten(done->data, LOCK_HOST);
	return done->err;
}

int host_lock(struct host *host, struct report *report)
{
	struct done done = { 0 };
	int error = lock_begin(host, &done);

	if (error)
		report_lock(&done, report);
	done_free(&done);
	return error ? -1 : 0;
}

int session_lock(struct session *session)
{
	struct host *host = session_host(session);
	uint64_t timeout = session->options.lock_timeout_ns;
	struct done done = { 0 };
	int error;

	if (!host)
		return -1;
	error = lock_begin(host, &done);
	if (error == EWOULDBLOCK && timeout) {
		wait_tell(session, "host", done.data);
		done_free(&done);
		error = lock_wait(host, timeout, &done);
	}
	if (error)
		report_lock(&done, &session->report);
	done_free(&done);
	session->locked = error == 0;
	return error ? -1 : 0;
}

/* A read that needs a lock which another process holds comes back EBUSY and says whose it is (host.h). */
int host_lock_look(struct host *host, const char *name, char **ret_holder)
{
	AUTO_FREE char *path = text_print("run/pawl/%s.lock", name);
	struct done done = { 0 };
	int error = host_do(host, &(struct op){ .verb = OP_READ, .path = path, .lock = name }, &done);

	if (error == EBUSY) {
		*ret_holder = string_copy(done.len ? done.data : "another process");
		holder_shorten(*ret_holder, name);
	}
	done_free(&done);
	return error == ENOENT ? 0 : error;
}

void session_unlock(struct session *session)
{
	struct done done = { 0 };

	if (!session->locked)
		return;
	host_do(session->host, &(struct op){ .verb = OP_UNLOCK, .path = LOCK_HOST }, &done);
	done_free(&done);
	session->locked = false;
}

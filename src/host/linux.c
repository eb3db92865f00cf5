/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The machine itself as a host: which door each operation goes through, and the wait for results. */
#include "linux.h"
#include "report.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct linux_host *linux_of(struct host *host)
{
	return (struct linux_host *)host; /* its first member */
}

uint64_t clock_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

uint64_t clock_deadline(uint64_t ns_from_now)
{
	uint64_t deadline;

	return __builtin_add_overflow(clock_ns(), ns_from_now, &deadline) ? UINT64_MAX : deadline;
}

void host_finish(struct linux_host *host, struct done *done)
{
	struct queue *ready = &host->ready;

	if (ready->first == ready->n)
		ready->first = ready->n = 0;
	ready->results = memory_grow(ready->results, ready->n, sizeof(*done));
	ready->results[ready->n++] = *done;
	done->data = NULL;
}

static bool host_fetch(struct linux_host *host, struct done *ret_done)
{
	struct queue *ready = &host->ready;

	if (ready->first == ready->n)
		return false;
	*ret_done = ready->results[ready->first++];
	return true;
}

static int read_begin(struct linux_host *host, uint64_t ticket, const struct op *op, struct text *data)
{
	if (op->lock && lock_busy(host, op->lock, data))
		return EBUSY;
	if (op->deadline_ns != 0)
		return helper_begin(host, ticket, op, -1, data);
	if (op->verb == OP_GATHER) /* a survey begins, and what it reads comes before what may block */
		helper_spawn_early(host);
	return file_do(host->root, op, data);
}

static int write_begin(struct linux_host *host, uint64_t ticket, const struct op *op, struct text *data)
{
	AUTO_CLOSE int lock = -1;
	sigset_t before;
	int err = op->lock ? lock_borrow(host, op->lock, &lock, data) : 0;

	if (err != 0)
		return err;
	if (op->deadline_ns != 0)
		return helper_begin(host, ticket, op, lock, data);
	/* a signal is a question to pawl, not to the driver that the kernel hands the value to */
	signals_hold(&before);
	err = file_do(host->root, op, data);
	signals_restore(&before);
	return err;
}

static int guest_begin(struct linux_host *host, uint64_t ticket, const struct op *op, struct text *data)
{
	(void)host, (void)ticket, (void)op;
	text_add(data, "guests need libvirt: not built in this version");
	return ENOSYS;
}

static int kernel_begin(struct linux_host *host, uint64_t ticket, const struct op *op, struct text *data)
{
	if (host->is_machine)
		return op->in_len ? write_begin(host, ticket, op, data) : read_begin(host, ticket, op, data);
	text_addf(data, "%s of the running kernel, not of what --root names",
		op->verb == OP_NVME ? "an NVMe drive is asked" : "netlink tells");
	return EXDEV;
}

/* Each returns 0, an errno, or UNDER_WAY. */
static int (*const doors[])(struct linux_host *, uint64_t ticket, const struct op *, struct text *data) = {
	[OP_READ] = read_begin,
	[OP_WRITE] = write_begin,
	[OP_LIST] = read_begin,
	[OP_LINK] = read_begin,
	[OP_GATHER] = read_begin,
	[OP_REPLACE] = write_begin,
	[OP_APPEND] = write_begin,
	[OP_LOCK] = lock_begin,
	[OP_UNLOCK] = unlock_begin,
	[OP_WATCH] = uevent_watch_begin,
	[OP_CAPABILITY] = read_begin,
	[OP_NETLINK] = kernel_begin,
	[OP_USERS] = users_begin,
	[OP_LOG] = write_begin,
	[OP_CLAIMS] = read_begin,
	[OP_RUN] = NULL,
	[OP_NVME] = kernel_begin,
	[OP_GUEST] = guest_begin,
};

static uint64_t linux_begin(struct host *host, const struct op *op)
{
	struct linux_host *machine = linux_of(host);
	struct done done = { .ticket = ++machine->tickets, .err = ENOSYS };
	struct text data = { 0 };

	if (doors[op->verb])
		done.err = doors[op->verb](machine, done.ticket, op, &data);
	if (done.err == UNDER_WAY)
		return done.ticket;
	done.len = data.length;
	done.data = text_take(&data);
	host_finish(machine, &done);
	return machine->tickets;
}

static struct timespec deadline_wait(uint64_t deadline)
{
	uint64_t now = clock_ns(), left = deadline > now ? deadline - now : 0;

	return (struct timespec){ (time_t)(left / 1000000000), (long)(left % 1000000000) };
}

static uint64_t linux_deadline(const struct linux_host *host)
{
	const uint64_t all[] = { helpers_deadline(host), watches_deadline(host), lock_waits_deadline(host) };
	uint64_t earliest = all[0];

	for (size_t i = 1; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i] < earliest)
			earliest = all[i];
	return earliest;
}

/* Until something comes, a deadline passes or a signal arrives. */
static void linux_wait(struct linux_host *host)
{
	size_t room = helpers_poll(host, NULL, 0) + watches_poll(host, NULL, 0);
	AUTO_FREE struct pollfd *fds = memory_new(room + 1, sizeof(*fds));
	size_t n = helpers_poll(host, fds, room);
	uint64_t deadline = linux_deadline(host);
	struct timespec wait = deadline_wait(deadline);
	sigset_t before, open;
	int heard = 0;

	n += watches_poll(host, fds + n, room - n);
	signals_hold(&before);
	signals_open(&before, &open);
	if (signals_count() == host->signals_told)
		heard = ppoll(fds, n, deadline == UINT64_MAX ? NULL : &wait, &open);
	signals_restore(&before);
	for (size_t i = 0; heard > 0 && i < n; i++) {
		if (!fds[i].revents)
			continue;
		helpers_heard(host, fds[i].fd);
		watches_heard(host, fds[i].fd);
	}
	helpers_expire(host, clock_ns());
	watches_expire(host, clock_ns());
	lock_waits_expire(host, clock_ns());
}

static int linux_next(struct host *host, struct done *done)
{
	struct linux_host *machine = linux_of(host);

	for (;;) {
		if (signals_count() != machine->signals_told) {
			machine->signals_told++;
			return -EINTR;
		}
		if (host_fetch(machine, done))
			return 1;
		if (!helpers_under_way(machine) && !machine->watches && !machine->lock_waits)
			return 0;
		linux_wait(machine);
	}
}

static uint64_t linux_now_ns(struct host *host)
{
	(void)host;
	return clock_ns();
}

static size_t linux_waiting(struct host *host, struct waiting *all, size_t room)
{
	return helpers_waiting(linux_of(host), all, room);
}

static void linux_free(struct host *host)
{
	struct linux_host *machine = linux_of(host);
	struct done done;

	helpers_free(machine);
	watches_free(machine);
	lock_waits_free(machine);
	locks_close(machine);
	while (host_fetch(machine, &done))
		done_free(&done);
	free(machine->ready.results);
	release_fd(&machine->root);
	signals_release();
	free(machine);
}

static const struct host_ops linux_ops = {
	.begin = linux_begin,
	.next = linux_next,
	.now_ns = linux_now_ns,
	.waiting = linux_waiting,
	.free = linux_free,
};

static bool is_machine_root(int root)
{
	struct stat here, machine;

	return fstat(root, &here) == 0 && stat("/", &machine) == 0 && here.st_dev == machine.st_dev &&
	       here.st_ino == machine.st_ino;
}

static void root_refuse(const char *root, int error, struct report *report)
{
	struct finding finding = {
		.severity = ERROR,
		.outcome = UNAVAILABLE,
		.id = "root-directory",
		.path = root,
		.error = error,
		.hint = "--root takes a directory that holds a machine's files",
	};

	if (error == ENOSYS || error == EPERM)
		finding.hint = "openat2(2) is needed to stay below the directory: Linux 5.6 or newer, and a "
			       "container, or a unit of systemd (RestrictSUIDSGID=no), that lets it through";
	report_add(report, &finding, "the machine's root directory cannot be opened");
}

struct host *host_linux_new(const char *root, struct report *report)
{
	int fd = root_open_first(root);

	if (fd == -1) {
		root_refuse(root, errno, report);
		return NULL;
	}
	struct linux_host *machine = memory_new(1, sizeof(*machine));
	*machine = (struct linux_host){
		.host.ops = &linux_ops,
		.root = fd,
		.is_machine = is_machine_root(fd),
		.uevents = -1,
	};
	signals_catch();
	machine->signals_told = signals_count();
	return &machine->host;
}

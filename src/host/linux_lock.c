/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Locks that processes share by passing them on, and that end with the last of them.
 *
 * flock(2) belongs to the open file, not to the process: a helper that got the descriptor keeps the lock when
 * its parent is gone. So a lock is given back by closing it, never by LOCK_UN, which would take it from the
 * helper as well. The file says "PID verb path", for people.
 */
#include "knob_words.h"
#include "linux.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

struct lock {
	struct lock *next;
	char *name;
	int fd;
};

static struct lock **lock_find(struct linux_host *host, const char *name)
{
	struct lock **at = &host->locks;

	while (*at && !string_equal((*at)->name, name))
		at = &(*at)->next;
	return at;
}

static void lock_close(struct lock **at)
{
	struct lock *lock = *at;

	*at = lock->next;
	release_fd(&lock->fd);
	free(lock->name);
	free(lock);
}

void locks_close(struct linux_host *host)
{
	while (host->locks)
		lock_close(&host->locks);
}

static char *lock_path(const char *name)
{
	return text_print(LOCK_DIRECTORY "/%s.lock", name);
}

/* What /proc says of a process, without the newline; false when it says nothing. */
static bool process_word(pid_t pid, const char *what, char *word, size_t size)
{
	AUTO_FREE char *path = text_print("/proc/%d/%s", (int)pid, what);
	AUTO_CLOSE int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd == -1 ? -1 : read(fd, word, size - 1);

	word[n > 0 ? n : 0] = '\0';
	word[strcspn(word, "\n")] = '\0';
	return *word != '\0';
}

/*
 * Process numbers are this machine's wherever the root is. The wait channel is the kernel function that the
 * process sleeps in, "0" when it does not (proc(5), /proc/pid/wchan).
 */
void process_print(pid_t pid, struct text *text)
{
	char word[64];

	text_addf(text, "process %d", (int)pid);
	if (process_word(pid, "comm", word, sizeof(word)))
		text_addf(text, " (%s)", word);
	if (process_word(pid, "wchan", word, sizeof(word)) && !string_equal(word, "0"))
		text_addf(text, " in %s", word);
}

/* What the lock's file says, when the process that it names is still there. */
static void holder_print(int fd, struct text *text)
{
	char note[512] = "", *rest;
	ssize_t n = pread(fd, note, sizeof(note) - 1, 0);
	long pid = n > 0 ? strtol(note, &rest, 10) : 0;

	if (pid <= 0 || (kill((pid_t)pid, 0) == -1 && errno != EPERM)) {
		text_add(text, "a process that did not leave its number");
		return;
	}
	process_print((pid_t)pid, text);
	rest[strcspn(rest, "\n")] = '\0';
	text_addf(text, ":%s", rest);
}

/* The lock is as good without its note: a full disk is no reason to refuse it. */
void lock_note(int fd, pid_t pid, const char *what, const char *path)
{
	AUTO_FREE char *brief = path_brief(path);
	AUTO_FREE char *note = text_print("%d %s %s\n", (int)pid, what, brief);
	size_t length = strlen(note);

	if (pwrite(fd, note, length, 0) == (ssize_t)length && ftruncate(fd, (off_t)length) == -1)
		return;
}

void lock_note_own(struct linux_host *host, const char *name)
{
	struct lock *lock = *lock_find(host, name);

	if (lock)
		lock_note(lock->fd, getpid(), "lock", name);
}

/*
 * A reader that asks whether a lock is free holds it, shared, for an instant (lock_busy), as does a process
 * that was just forked. Neither is a reason to say that the device is taken.
 */
enum { TRIES = 10 };

static int lock_try(int fd, int tries)
{
	const struct timespec pause = { .tv_nsec = 1000 * 1000 };

	for (int i = 0; i < tries; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return 0;
		if (errno != EWOULDBLOCK)
			return errno;
		if (i + 1 < tries)
			nanosleep(&pause, NULL);
	}
	return EWOULDBLOCK;
}

static int lock_take(int root, const char *name, int tries, int *ret_fd, struct text *data)
{
	AUTO_FREE char *path = lock_path(name);

	if (name[0] == '\0' || strstr(name, ".."))
		return EINVAL; /* it would be a file elsewhere */
	AUTO_CLOSE int fd = state_open(root, path, O_RDWR, data);
	if (fd == -1)
		return errno;
	int err = lock_try(fd, tries);
	if (err == EWOULDBLOCK)
		holder_print(fd, data);
	if (err != 0)
		return err;
	*ret_fd = fd;
	fd = -1;
	return 0;
}

static int lock_get(struct linux_host *host, const char *name, int tries, struct text *data)
{
	int fd, err = lock_take(host->root, name, tries, &fd, data);

	if (err != 0)
		return err;
	struct lock *lock = memory_new(1, sizeof(*lock));
	*lock = (struct lock){ .next = host->locks, .name = string_copy(name), .fd = fd };
	host->locks = lock;
	lock_note(fd, getpid(), "lock", name);
	return 0;
}

int lock_get_now(struct linux_host *host, const char *name, struct text *data)
{
	return lock_get(host, name, 1, data);
}

int lock_begin(struct linux_host *host, uint64_t ticket, const struct op *op, struct text *data)
{
	if (*lock_find(host, op->path))
		return EALREADY;
	helper_spawn_early(host);
	int err = lock_get(host, op->path, TRIES, data);
	if (err != EWOULDBLOCK || op->deadline_ns == 0)
		return err;
	text_free(data);
	lock_wait_begin(host, ticket, op);
	return UNDER_WAY;
}

int unlock_begin(struct linux_host *host, uint64_t ticket, const struct op *op, struct text *data)
{
	struct lock **at = lock_find(host, op->path);

	(void)ticket;
	(void)data;
	if (*at)
		lock_close(at);
	else if (!lock_wait_end(host, op->path))
		return ENOLCK;
	return 0;
}

int lock_borrow(struct linux_host *host, const char *name, int *ret_fd, struct text *data)
{
	struct lock *lock = *lock_find(host, name);

	if (helpers_use_lock(host, name, data))
		return EWOULDBLOCK;
	if (!lock)
		return lock_take(host->root, name, TRIES, ret_fd, data);
	int fd = fcntl(lock->fd, F_DUPFD_CLOEXEC, 0);
	if (fd == -1)
		return errno;
	*ret_fd = fd;
	return 0;
}

/* Reading makes no file: where there is no lock file, nobody holds the lock. */
bool lock_busy(struct linux_host *host, const char *name, struct text *holder)
{
	AUTO_FREE char *path = lock_path(name);

	if (helpers_use_lock(host, name, holder))
		return true;
	if (*lock_find(host, name))
		return false;
	AUTO_CLOSE int fd = root_open(host->root, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	if (fd == -1 || flock(fd, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK)
		return false;
	holder_print(fd, holder);
	return true;
}

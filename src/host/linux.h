/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux.h: what the files of the linux host share. Private to src/host/linux*.c.
 */
#ifndef LINUX_H
#define LINUX_H

#include "host.h"
#include <poll.h>
#include <signal.h>
#include <sys/types.h>

#define STATE_DIRECTORY "var/lib/pawl"
#define LOCK_DIRECTORY  "run/pawl"

/* What a door says of an operation that has begun and will come back later. Never an errno. */
#define UNDER_WAY (-1)

struct helper;
struct lock;
struct lock_wait;
struct watch;

/* Results that wait to be fetched, oldest first. */
struct queue {
	struct done *results;
	size_t first, n;
};

struct linux_host {
	struct host host;
	int root;        /* an O_PATH descriptor */
	bool is_machine; /* the root is "/", so the kernel's announcements are about it */
	uint64_t tickets;
	int signals_told;
	struct queue ready;
	struct helper *helpers;
	struct lock *locks;
	struct lock_wait *lock_waits;
	struct watch *watches;
	int uevents; /* the kernel's announcements, -1: not heard */
};

/* linux.c */
void host_finish(struct linux_host *, struct done *); /* takes the data over */
uint64_t clock_ns(void);
uint64_t clock_deadline(uint64_t ns_from_now); /* UINT64_MAX when that is beyond time */

/* linux_root.c: descriptors and -1 with errno; never an interrupted call, always close-on-exec */
int root_open_first(const char *path); /* the root itself: as the operator names it */
int root_open(int root, const char *path, int flags);
int root_open_below(int directory, const char *name, int flags); /* no symbolic link on the way */

/*
 * A file, and nothing that has to be waited for: a pipe without a writer would hold pawl up where no signal
 * ends it. `why` says what else it is (EINVAL).
 */
int root_open_file(int root, const char *path, int flags, struct text *why);
int file_check(int fd, const char *path, struct text *why); /* -1 and errno when it is no file */

/*
 * linux_file.c: does the operation now. 0 or an errno; `data` is the answer, or says more of the error. Only
 * an operation with a deadline may wait for a file that lets it wait.
 */
int file_do(int root, const struct op *, struct text *data);
bool file_does(int verb);

/* linux_gather.c */
int gather_do(int root, const struct op *, struct text *data);

/* linux_capability.c */
int capability_do(int root, const struct op *, struct text *data);

/* linux_net.c */
int netlink_do(int root, const struct op *, struct text *data);

/* linux_net_vfs.c: of NETLINK_VFS */
int net_vfs_do(int root, const struct op *, struct text *data);

/* linux_net_eswitch.c: of NETLINK_ESWITCHES */
int net_eswitch_do(const struct op *, struct text *data);

/* linux_nvme.c */
int nvme_do(int root, const struct op *, struct text *data);

/* linux_nvme_rescan.c; where the controller is neither the function's nor one of its VFs', nothing is done */
void nvme_rescan(int root, const char *pf, uint16_t cntlid);

/* linux_log.c */
int log_do(int root, const struct op *, struct text *data);

/* linux_users.c */
int users_do(int root, const struct op *, struct text *data);
int users_begin(struct linux_host *, uint64_t ticket, const struct op *, struct text *data);

/* linux_claims.c */
int claims_do(int root, const struct op *, struct text *data);

/* linux_state.c */
int state_replace(int root, const struct op *, struct text *data);
int state_append(int root, const struct op *, struct text *data);

bool state_holds(const char *path); /* is it one of pawl's own? Then no symbolic link is followed to it */

/* May what is below this path be believed? -1 and errno (ENOENT: it is not there), and `why`. */
int state_check(int root, const char *path, struct text *why);
int state_file_check(int fd, const char *path, struct text *why); /* and the file that is open? */

/* The file, made (0600) with its directories when missing; -1 and errno, and `why` when that needs words. */
int state_open(int root, const char *path, int flags, struct text *why);

/* linux_lock.c */
int lock_begin(struct linux_host *, uint64_t ticket, const struct op *, struct text *data);
int unlock_begin(struct linux_host *, uint64_t ticket, const struct op *, struct text *data);

/* A descriptor of the lock, which is taken unless this host has it already; `data` says who holds it else. */
int lock_borrow(struct linux_host *, const char *name, int *ret_fd, struct text *data);
bool lock_busy(struct linux_host *, const char *name, struct text *holder);
void lock_note(int fd, pid_t, const char *what, const char *path);
void lock_note_own(struct linux_host *, const char *name);                  /* when this host has it */
int lock_get_now(struct linux_host *, const char *name, struct text *data); /* without patience */
void locks_close(struct linux_host *);
void process_print(pid_t, struct text *);

/* linux_lock_wait.c */
void lock_wait_begin(struct linux_host *, uint64_t ticket, const struct op *);
bool lock_wait_end(struct linux_host *, const char *name); /* ECANCELED for who waits; false: nobody does */
void lock_waits_expire(struct linux_host *, uint64_t now);
uint64_t lock_waits_deadline(const struct linux_host *);
void lock_waits_free(struct linux_host *);

/* linux_helper.c */
int helper_begin(struct linux_host *, uint64_t ticket, const struct op *, int lock_fd, struct text *data);
void helper_spawn_early(struct linux_host *);

/* linux_helpers.c */
bool helpers_use_lock(struct linux_host *, const char *name, struct text *holder);
void helpers_free(struct linux_host *);

/* What the loop of linux.c asks of those who have something under way: helpers and watches alike. */
size_t helpers_poll(const struct linux_host *, struct pollfd *, size_t room); /* how many there are */
void helpers_heard(struct linux_host *, int fd);
void helpers_expire(struct linux_host *, uint64_t now);
uint64_t helpers_deadline(const struct linux_host *); /* UINT64_MAX: none */
bool helpers_under_way(const struct linux_host *);
size_t helpers_waiting(const struct linux_host *, struct waiting *, size_t room);

/* linux_serve.c: a helper's whole life */
_Noreturn void serve_requests(int socket, int root);
void serve_beat(void); /* the operation in hand goes on; in any other process it does nothing */

/* linux_message.c */
enum { MESSAGE_BEAT = 4095 }; /* no errno and no answer yet (include/linux/err.h, MAX_ERRNO) */
struct message {
	int code;    /* a request's verb, an answer's errno, or MESSAGE_BEAT */
	char *path;  /* NULL: none */
	void *bytes; /* NUL-terminated beyond length, NULL: none */
	size_t length;
	int fd; /* -1: none */
};
int message_send(int socket, const struct message *);
int message_receive(int socket, struct message *ret_message); /* the caller frees path and bytes, closes fd */

/* linux_uevent.c */
int uevent_watch_begin(struct linux_host *, uint64_t ticket, const struct op *, struct text *data);
size_t watches_poll(const struct linux_host *, struct pollfd *, size_t room);
void watches_heard(struct linux_host *, int fd);
void watches_expire(struct linux_host *, uint64_t now);
uint64_t watches_deadline(const struct linux_host *);
void watches_free(struct linux_host *);

/* linux_signal.c */
void signals_catch(void);
void signals_release(void);
int signals_count(void);                 /* that came since signals_catch */
void signals_hold(sigset_t *ret_before); /* until signals_restore */
void signals_restore(const sigset_t *before);
void signals_open(const sigset_t *before, sigset_t *ret_mask); /* `before` without those that ask to stop */

#endif

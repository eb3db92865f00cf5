/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each verb of an operation does to the twin. */
#include "eswitch.h"
#include "nvme_command.h"
#include "twin_inside.h"
#include <errno.h>
#include <string.h>

/* Helpers have no processes on the twin; their numbers are for people. */
#define HELPER_PID 4000

/* sysfs and procfs take no new files; the rest of the machine does. */
/* What netlink or a drive is asked is no file either. */
static bool path_takes_files(const char *path)
{
	return !string_starts(path, "sys/") && !string_starts(path, "proc/") &&
	       !string_starts(path, NETLINK_VFS) && !string_starts(path, NETLINK_ESWITCHES) &&
	       !string_starts(path, NVME_DRIVES);
}

bool lock_is_ours(const struct twin *twin, const char *name)
{
	return entries_find(&twin->locks, name) != NULL;
}

/* A helper process has the lock of its write for as long as the kernel has the helper (host.h). */
static const struct pending *lock_helper(const struct twin *twin, const char *name)
{
	for (size_t i = 0; twin->n_writes > 0 && i < twin->n_pending; i++) {
		const struct pending *pending = twin->pending[i];

		if (pending != twin->current && op_turns(&pending->op) && pending->deadline &&
			pending->stage != QUEUED && string_equal(pending->op.lock, name))
			return pending;
	}
	return NULL;
}

void helper_print(const struct pending *helper, struct text *out)
{
	AUTO_FREE char *path = path_brief(helper->op.path);

	text_addf(out, "process %u (pawl): write %s", HELPER_PID + (unsigned)helper->ticket, path);
}

/* `error` when another process has the lock, and `out` says which. */
static int lock_refuses(const struct twin *twin, const char *name, int error, struct text *out)
{
	const struct pending *helper = name ? lock_helper(twin, name) : NULL;
	const char *other = name ? twin_holder(twin, name) : NULL;

	if (other)
		text_add(out, other);
	else if (helper)
		helper_print(helper, out);
	return other || helper ? error : 0;
}

/* The wait for it has come to its end. */
void lock_overdue(const struct twin *twin, const struct pending *pending, struct done *done)
{
	AUTO_TEXT struct text holder = { 0 };

	done->err = lock_refuses(twin, pending->op.path, EWOULDBLOCK, &holder);
	done->len = holder.length;
	done->data = text_take(&holder);
}

static int do_read(struct twin *twin, const struct op *op, struct text *out)
{
	return path_read(twin, op->path, out);
}

static int do_list(struct twin *twin, const struct op *op, struct text *out)
{
	return path_list(twin, op->path, out);
}

static int do_link(struct twin *twin, const struct op *op, struct text *out)
{
	return path_link(twin, op->path, out);
}

/* A write of no bytes never reaches the attribute (fs/sysfs/file.c, sysfs_kf_write). */
static int do_write(struct twin *twin, const struct op *op, struct text *out)
{
	AUTO_TEXT struct text value = { 0 };

	(void)out;
	if (op->in_len == 0)
		return 0;
	text_add_bytes(&value, op->in, op->in_len);
	return reaction_write(twin, op->path, text_string(&value));
}

static int do_replace(struct twin *twin, const struct op *op, struct text *out)
{
	(void)out;
	if (!path_takes_files(op->path))
		return EACCES;
	entries_set(&twin->files, op->path, op->in, op->in_len);
	return 0;
}

static int do_append(struct twin *twin, const struct op *op, struct text *out)
{
	(void)out;
	if (!path_takes_files(op->path))
		return EACCES;
	entries_append(&twin->files, op->path, op->in, op->in_len);
	watch_append(twin, op->path, op->in, op->in_len);
	return 0;
}

static int do_lock(struct twin *twin, const struct op *op, struct text *out)
{
	if (lock_is_ours(twin, op->path))
		return EALREADY;
	if (lock_refuses(twin, op->path, EWOULDBLOCK, out))
		return op->deadline_ns ? TWIN_BLOCKED : EWOULDBLOCK;
	entries_set(&twin->locks, op->path, "", 0);
	watch_lock(twin, op->path);
	return 0;
}

/* Who waits for the lock of that name does so no longer. */
static bool lock_wait_end(struct twin *twin, const char *name)
{
	for (size_t i = 0; i < twin->n_pending; i++) {
		struct pending *pending = twin->pending[i];

		if (pending->op.verb != OP_LOCK || pending->stage != WAITING ||
			!string_equal(pending->op.path, name))
			continue;
		pending_answer(twin, pending, ECANCELED);
		return true;
	}
	return false;
}

static int do_unlock(struct twin *twin, const struct op *op, struct text *out)
{
	(void)out;
	return entries_remove(&twin->locks, op->path) || lock_wait_end(twin, op->path) ? 0 : ENOLCK;
}

static int do_netlink(struct twin *twin, const struct op *op, struct text *out)
{
	int err = op->in_len > 0 ? do_write(twin, op, out) : 0;

	if (err > 0 && string_starts(op->path, NETLINK_ESWITCHES))
		eswitch_refusal_tell(twin, op->path, err, out);
	else if (err > 0)
		vf_refusal_tell(twin, op->path, out);
	if (op->in_len > 0)
		return err;
	if (string_starts(op->path, NETLINK_ESWITCHES))
		return eswitch_tell(twin, op->path, out);
	return string_starts(op->path, NETLINK_VFS) ? vf_settings_tell(twin, op->path, out)
						    : identity_netlink(twin, op, out);
}

/* Its words come with the errno: that is why it is not written as a file is. */
static int do_nvme(struct twin *twin, const struct op *op, struct text *out)
{
	AUTO_FREE char *value = op->in_len ? string_part(op->in, op->in_len) : NULL;

	return drive_operate(twin, op->path, value, out);
}

/* The twin's log is its own: a line of this file. */
static int do_log(struct twin *twin, const struct op *op, struct text *out)
{
	(void)out;
	entries_append(&twin->files, "var/log/messages", op->in, op->in_len);
	entries_append(&twin->files, "var/log/messages", "\n", 1);
	return 0;
}

/* `busy`: what comes back when another process has the operation's device lock. */
static const struct {
	int (*perform)(struct twin *, const struct op *, struct text *out);
	int busy;
} verbs[] = {
	[OP_READ] = { do_read, EBUSY },
	[OP_WRITE] = { do_write, EWOULDBLOCK },
	[OP_LIST] = { do_list, EBUSY },
	[OP_LINK] = { do_link, EBUSY },
	[OP_GATHER] = { path_gather, EBUSY },
	[OP_REPLACE] = { do_replace, EWOULDBLOCK },
	[OP_APPEND] = { do_append, EWOULDBLOCK },
	[OP_LOCK] = { do_lock, EWOULDBLOCK },
	[OP_UNLOCK] = { do_unlock, EWOULDBLOCK },
	[OP_CAPABILITY] = { identity_capability, EBUSY },
	[OP_NETLINK] = { do_netlink, EBUSY },
	[OP_USERS] = { users_tell, EBUSY },
	[OP_LOG] = { do_log, EWOULDBLOCK },
	[OP_CLAIMS] = { claims_tell, EBUSY },
	[OP_GUEST] = { guests_operate, EBUSY },
	[OP_NVME] = { do_nvme, EBUSY },
};

int operation_do(struct twin *twin, const struct op *op, struct text *out)
{
	int err;

	if ((size_t)op->verb >= sizeof(verbs) / sizeof(verbs[0]) || !verbs[op->verb].perform)
		return ENOSYS;
	err = lock_refuses(twin, op->lock, verbs[op->verb].busy, out);
	return err ? err : verbs[op->verb].perform(twin, op, out);
}

/* It waits in the kernel, and ends when what it waits for has ended. */
static void write_stays(struct twin *twin, const char *path, const char *value)
{
	struct pending *pending = pending_add(
		twin, &(struct op){ .verb = OP_WRITE, .path = path, .in = value, .in_len = strlen(value) });

	pending->by_hand = true;
	pending_detach(twin, pending);
	pending_execute(twin, pending);
}

int twin_write(struct twin *twin, const char *path, const char *value)
{
	int err;

	if (!path_takes_files(path)) {
		twin->current = NULL;
		twin->delay = 0;
		err = reaction_write(twin, path, value ? value : "");
		pending_retry(twin);
		if (err == TWIN_BLOCKED)
			write_stays(twin, path, value);
		return err == TWIN_BLOCKED ? EAGAIN : err;
	}
	if (value)
		entries_set(&twin->files, path, value, strlen(value));
	else if (!entries_remove(&twin->files, path))
		return ENOENT;
	return 0;
}

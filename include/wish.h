/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * wish.h: YAML in, desired state out. Floor 4, engine.
 */
#ifndef WISH_H
#define WISH_H

#include "kind.h"

/* All that was loaded: every host's resources, and the text of the files for messages. */
struct wish {
	struct state state; /* the files, then the hosts in their order, and nothing below these */
	struct source **sources;
	size_t n_sources;
	struct loaded *loaded;      /* what hosts are made of; the loader's own */
	struct lookup by_host_name; /* the hosts, by the machine's name that they want */
};

/*
 * Reads one file, a pipe that is named, or every *.yaml and *.yml below a directory in the order of their
 * names. All mistakes become findings (BAD_CONFIGURATION) with file:line:col; -1 when there was any.
 */
int wish_load(struct wish *, const char *path, struct report *);

/* The two halves of that for a file or a pipe; wish_read returns 1 when it is a directory. */
int wish_read(struct wish *, const char *path, struct text *ret_bytes, struct report *);
int wish_parse(struct wish *, const char *name, const char *bytes, size_t length, struct report *);

/*
 * Once all is read: merges defaults < classes < host for each host in turn and checks what comes of it; what
 * could not be read is left out. Mistakes become findings as above; -1 when this call found any. Of each host
 * its own resource is kept.
 */
int wish_join(struct wish *, struct report *);

/* The host with all below it (host > device > ...), made anew; it is one of wish->state, after wish_join. */
void wish_host(const struct wish *, const struct resource *host, struct state *);

void wish_free(struct wish *);

/*
 * The resources of one host, as a state of its own that may be completed with what the engine finds.
 * `name` NULL: the host whose match fits this machine. -1 when none or more than one fits.
 */
int wish_for_host(
	const struct wish *, const char *name, const struct survey *, struct state *, struct report *);

/* How many hosts fit this machine by their match; ret_host is the last of them. */
size_t wish_hosts_fitting(const struct wish *, const struct survey *, const struct resource **ret_host);

/*
 * Finds the functions of the devices and sets their addresses; what is not found is left to the gates. A
 * set gets a device of its own for each member ("gpus.0000:41:00.0") with all that is wished below it. What
 * is out of service or decommissioned is taken out; a NOTE says what of the latter is left over.
 */
void wish_resolve(struct state *, const struct survey *, struct report *);

/* A NOTE for each device that is out of service, of those that are left of the wish. */
void wish_note_out_of_service(const struct state *, struct report *);

/* Says in NOTEs which devices are meant because they are pinned, though select does not fit any more. */
void wish_note_pinned(const struct state *, const struct survey *, struct report *);

/* What of the machine is not as a boot makes it, as a wish that it fulfils; what a starter file begins with:
 * its physical functions with SR-IOV and its NVMe drives. -1 and findings. */
int wish_of_survey(const struct survey *, struct state *, struct report *);
int wish_to_start_with(const struct survey *, struct state *, struct report *);

/* Warns of each device that is elsewhere than its pin says. */
void wish_note_moved(const struct state *, const struct survey *, struct report *);

/* Adds what kinds and the platform imply on this machine. */
void wish_derive(struct state *, const struct survey *);

/*
 * Leaves what the targets name ("nic0.vf.3"), all below them, and what these stand on; a NOTE says what is
 * left out, and `ret_rest` has it. -1 and findings when a target names nothing.
 */
int wish_target(struct state *, const char *const *targets, size_t n_targets, struct state *ret_rest,
	struct report *);
void wish_narrow(struct state *, const struct survey *); /* what rested on what is left out */

#endif

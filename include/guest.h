/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * guest.h: the guests of this machine, as libvirt tells of them. Floor 2, host.
 */
#ifndef GUEST_H
#define GUEST_H

#include <stdbool.h>
#include <stddef.h>

struct function;
struct survey;

#define GUEST_ORDINARY "none" /* `confidential` of a guest that the host can look into */

/*
 * `definition` is what libvirt keeps of it as far as pawl cares: "virtcca 0000:17:01.0 0000:a1:00.1", its
 * protection and the functions that it gets at its next start. `owns`: those that it runs with.
 */
struct guest {
	char *uri; /* "qemu:///system/cvm1" */
	char *definition;
	char *owns; /* parted by blanks; NULL: it does not run */
};

/* All guests, in the order of their URIs. unknown: why they cannot be told; NULL: they are. */
struct guests {
	struct guest *all;
	size_t n;
	char *unknown;
};

struct guest *guests_find(const struct guests *, const char *uri); /* NULL: not defined */
struct guest *guests_set(struct guests *, const char *uri, const char *definition, const char *owns);
void guests_remove(struct guests *, struct guest *);
void guests_doubt(struct guests *, const char *why); /* the first word on it stays */
void guests_copy(const struct guests *, struct guests *copy);
void guests_free(struct guests *);

const char *guest_name(const char *uri);          /* "cvm1" */
bool guest_is_ordinary(const struct guest *);     /* its definition begins with GUEST_ORDINARY */
const char *guest_hostdevs(const struct guest *); /* the addresses of its definition */
/* The first function of these words that is here; NULL: none. A guest's change locks its device. */
const struct function *words_function(const struct survey *, const char *words);

/*
 * OP_GUEST: `path` is a guest's URI, `in` one of these words; a definition follows the first with a blank.
 * LIST, of which `path` is "", answers with a guest a line: URI, definition, and when it runs what it owns,
 * parted by tabs. ENOENT: no such guest; it has no definition, which is none at all.
 */
#define GUEST_DEFINE     "define"
#define GUEST_DEFINITION "definition"
#define GUEST_START      "start"
#define GUEST_STATE      "state" /* GUEST_RUNNING or GUEST_STOPPED */
#define GUEST_STOP       "stop"
#define GUEST_LIST       "list"
#define GUEST_RUNNING    "running"
#define GUEST_STOPPED    "stopped"

int guests_parse(struct guests *, char *lines); /* the answer to LIST; -1 when it is no such text */

#endif

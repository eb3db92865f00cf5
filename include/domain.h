/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * domain.h: secure domains, the functions that become secure together. Floor 2, host.
 *
 * A domain goes by the address of the root port above its functions. Nothing in sysfs tells in which world a
 * function is: what pawl has assumed is all that is known, and of an earlier boot it proves nothing.
 */
#ifndef DOMAIN_H
#define DOMAIN_H

#include <stdbool.h>
#include <stddef.h>

struct function;
struct survey;

/* That consent was taken back: when, by whom, in which boot. */
struct revocation {
	char *time, *who, *boot_id; /* NULL, all of them: it was not */
};

/* What the ledger says of a domain. */
struct domain {
	char *port;    /* "0000:16:00.0" */
	char *consent; /* the digest of the closure that was consented to; NULL: none was */
	char *assumed; /* the boot_id of the boot in which it was last taken for secure; NULL: never */
	char *guest;   /* the URI of a confidential guest that runs with some of it; NULL: none is known */
	struct revocation revoked; /* the journal alone tells of it: the ledger is one of before */
};

struct domains {
	struct domain *all;
	size_t n;
	char *unknown; /* why the ledger's word is not known; NULL: it is */
};

struct domain *domains_find(const struct domains *, const char *port); /* NULL: nothing was ever said of it */
struct domain *domains_keep(struct domains *, const char *port);
void domain_consent(struct domain *, const char *digest);
void domain_assume(struct domain *, const char *boot_id);
void domain_revoke(struct domain *, const struct revocation *);

/* Which domains running guests prove to be secure, whoever has started them. */
void domains_prove(struct survey *);
void domains_copy(const struct domains *, struct domains *copy);
void domains_free(struct domains *);

/* The address of the root port above it; the caller frees it. NULL: it sits on a root bus, or is a bridge. */
char *function_root_port(const struct function *);
char *address_root_port(const struct survey *, const char *address); /* its VF may be gone */

/* SECURE in this boot, or a guest runs with it. UNKNOWN: it was in another boot, or the ledger cannot be
 * told. ORDINARY: nobody says anything else. */
enum world_of { WORLD_ORDINARY, WORLD_SECURE, WORLD_UNKNOWN };
enum world_of domain_world(const struct survey *, const char *port);
enum world_of function_world(const struct survey *, const struct function *);

#endif

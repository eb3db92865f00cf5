/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * claims_read.h: what the files that read claims share. Private to src/host/.
 */
#ifndef CLAIMS_READ_H
#define CLAIMS_READ_H

#include "claim.h"

/* More than any machine has; who fills a directory does not make pawl look for ever. */
enum { MOST_CLAIMS = 100000, MOST_WIDE = 1000 };

/* Is it, or does it match, a name that the kernel gives to an interface: "eth0", "eth*"? */
bool name_is_kernels(const char *pattern);
enum claim_word interface_word(const char *pattern); /* CLAIM_KERNEL_NAME or CLAIM_INTERFACE */

/* Those that people set by writing below /sys, where their `attribute` is what is named; NULL-ended. */
extern const struct knob *const attribute_knobs[];

/* Of one function alone: its first word is an address, interface or MAC without pattern or choice. */
bool claim_is_narrow(const struct claim *);

/* How files are read: 0 or an errno. `list`: names, one a line, sorted. */
struct claim_source {
	void *data;
	int (*list)(void *data, const char *directory, struct text *names);
	int (*read)(void *data, const char *path, struct text *bytes);
};

/* All files of all managers. */
void claims_read(const struct claim_source *, struct claims *);

/* One file, being read. */
struct claim_file {
	enum manager manager;
	const char *path, *name;
	struct claims *claims;
	void **kept; /* what the files of a place say together; points to NULL at first */
};

/* The next line, without blanks around it; where `joins`, one that ends in a backslash goes on. */
struct lines {
	char *rest;
	size_t number; /* of the line's first */
	size_t next;
	bool joins;
};
char *line_next(struct lines *);
char *word_trim(char *); /* the same text without blanks around it */

void claim_found(const struct claim_file *, size_t line, const char *names, const struct knob *knob,
	const char *value);
void claim_unclear(const struct claim_file *, size_t line, const char *why);

/* What one file says; each takes its text apart. */
typedef void claim_reader(const struct claim_file *, char *text);
claim_reader claims_of_driverctl, claims_of_modprobe, claims_of_operator, claims_of_keyfile,
	claims_of_networkd, claims_of_udev, claims_of_netplan, claims_of_nm_conf, claims_of_tmpfiles,
	claims_of_sysfs_conf;
void claims_of_netplans(struct claims *, void *kept); /* what was kept, once all files are read; frees it */

#endif

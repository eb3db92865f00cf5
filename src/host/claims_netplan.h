/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * claims_netplan.h: netplan's interfaces, between who reads its files and who makes claims of them. Private
 * to src/host/.
 */
#ifndef CLAIMS_NETPLAN_H
#define CLAIMS_NETPLAN_H

#include "claims_ini.h"

/* A line of its YAML, with the keys that lead to it; `value` "": none on that line. */
enum { MOST_DEPTH = 8 };
struct netplan_line {
	const struct claim_file *file;
	size_t number, depth;
	const char *path[MOST_DEPTH];
	const char *value;
};

/* What is said, and where. text NULL: nothing is. */
struct said {
	char *text, *path, *name;
	size_t line;
};
void said_clear(struct said *);

enum netdef_key {
	NETDEF_COUNT,
	NETDEF_SWITCH,
	NETDEF_LINK,
	NETDEF_SET_NAME,
	NETDEF_MAC,
	NETDEF_NAME,
	NETDEF_DRIVER,
	N_NETDEF_KEYS
};

/* What is known of one id below `ethernets`, from all files. */
struct netdef {
	char *name;
	bool matches; /* has `match`: the id is no interface's name */
	struct said said[N_NETDEF_KEYS];
	uint32_t vfs; /* so many link to it, the last of them at `vf` */
	size_t vf;
};
struct netplan {
	struct netdef *all;
	size_t n;
	struct lookup by_id;
};
void netplan_take(struct netplan *, const struct netplan_line *);

#endif

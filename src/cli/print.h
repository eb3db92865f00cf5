/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * print.h: how people see it: plan, survey, state, findings, tables. Private to cli.
 */
#ifndef PRINT_H
#define PRINT_H

#include "cli.h"
#include "last_run.h"
#include "object.h"

/* Text from facts and files may hold anything: a terminal gets it through text_add_printable. */
void text_add_safe(struct text *, const char *);
size_t text_columns(const char *); /* that the text takes on a terminal, escape sequences not counted */
void text_pad(struct text *, size_t columns);

/* `string` after `first`, broken at spaces; the following lines are indented as wide as `first`. */
void text_wrap(struct text *, const char *first, const char *string, size_t width);

/* Colours; each adds nothing when `color` is not set. */
enum paint { PAINT_OFF, PAINT_BOLD, PAINT_DIM, PAINT_RED, PAINT_GREEN, PAINT_YELLOW, PAINT_MAGENTA };
void text_paint(struct text *, bool color, enum paint);

/* Rows of cells in columns that are as wide as their widest cell. A cell's text is made safe. */
struct table {
	size_t columns, n, width; /* width 0: lines may be as long as they are */
	char **cells;
};
void table_add(struct table *, const char *cell); /* NULL: an empty one */
void table_drop_empty(struct table *);            /* titles of columns that have nothing else */
void table_fit(struct table *, size_t column);    /* cuts that column's cells, and lines still too long */
void table_print(const struct table *, const char *indent, struct text *);
void table_free(struct table *);

/* How one plan is shown. */
struct plan_look {
	const char *host;
	const struct survey *survey;
	bool color, refused, recalls; /* recalls: the plan is made of what is remembered, and knows no wish */
};
void plan_print(const struct plan *, const struct plan_look *, struct text *);

/* What becomes of a resource; a pool that is made anew with another count is deleted and created. */
enum action { ACTION_CREATE = 1, ACTION_UPDATE = 2, ACTION_DELETE = 4 };
unsigned change_actions(const struct change *);
bool change_takes_back(const struct change *); /* the steps' objects say what, not the resource */

/* Counted once, for text and JSON: creates, updates and deletes are resources, VFs and devices what they say,
 * the others are steps. */
struct plan_count {
	size_t steps, creates, updates, deletes, vfs_made, vfs_gone, ns_made, ns_gone, debts, one_way,
		consents, deferred, data_loss, disruptive, reboots, devices, guests,
		renames; /* of namespaces: no steps, and something to do */
};
struct plan_count plan_count(const struct plan *);
const char *plan_whole(const struct plan *); /* what the plan is about: the host, or a part of it */
size_t results_count(const enum step_result *results, size_t n, enum step_result);
void plan_print_summary(const struct plan_count *, struct text *);

/* Columns of a terminal that has room for names and paths of a whole host. */
enum { WIDE = 120 };

/* Functions as a table; VFs are folded unless words ask for them. */
struct chosen;
void functions_print(const struct survey *, const struct chosen *, unsigned width, struct text *);
bool vfs_alike(const struct function *, const struct function *); /* but for their number */

/* Physical devices > functions > virtual functions, with groups, drivers and users beside them. */
void functions_print_tree(const struct survey *, const struct chosen *, const struct world *, struct text *);

/* What NVMe drives have, have given away and have left; in a table of its own where their namespaces go. */
void drives_print(const struct survey *, const struct chosen *, unsigned width, struct text *);
void namespaces_show(const struct survey *, const struct chosen *, unsigned width, struct text *);
/* By their places "ssd0.ns.db", as pawl knows each; NULL: it has no name. The caller frees the array. */
const char **namespaces_names(const struct survey *, const struct function *pf);
bool function_shows_drive(const struct function *, const struct chosen *);
/* "queues: 24 of 256, 232 left, at most 16 a VF"; NULL: it gives none away. The caller frees it. */
struct drive;
char *drive_resources(const struct drive *);

/* Which IOMMU groups have functions of more than one physical device. */
struct groups;
struct groups *groups_new(const struct survey *);
bool groups_share(const struct groups *, const struct function *);
void groups_free(struct groups *);

/* "eth0", "nvme S6Z1", NULL when nobody is known; and with the card's serial number. The caller frees it. */
char *function_users(const struct function *);
char *function_names(const struct function *);

const char *function_world_words(const struct survey *, const struct function *); /* NULL: ordinary */
/* Who stands on it: "192.0.2.2, bond0", NULL: nobody that is known; of several VFs, how many are used. */
char *function_uses(const struct survey *, const struct function *);
char *vfs_uses(const struct survey *, struct function *const *vfs, size_t n);
/* "netplan: numvfs 4": what others are told to set on it; NULL: nothing. */
char *function_claims(const struct survey *, const struct function *);
char *vfs_claims(const struct survey *, struct function *const *vfs, size_t n); /* of all, or on how many */
void claim_doubts_print(const struct claims *, struct text *);
void doubts_print(const struct users *, struct text *); /* what is not known of them, and why */

/* How a value of the attribute is meant: AS_ID is hexadecimal. */
enum attribute_form { AS_WORDS, AS_NUMBER, AS_ID };
enum attribute_form attribute_form(enum attribute);

/* For each device of the wish its functions, in the words of functions_print; then those that another world
 * has than before, and the guests. */
void state_print(const struct survey *before, const struct survey *, const struct state *want, struct text *);

/* What kind of device a class code means, in a word or two. */
const char *class_words(const struct function *);

/* Vendor and device as pci.ids names them, and the same without what fills names of companies, made safe;
 * the caller frees it. */
char *function_name(const struct function *);
char *function_short_name(const struct function *);

/* The driver, "none" when the function is kept driverless, "-" when it merely has no driver; an override that
 * is not in force is named. The caller frees it. */
char *function_driver(const struct function *);

/* "8 of 64" for a PF with SR-IOV, else NULL; the caller frees it. */
char *function_vfs(const struct function *);

/* What has been set of a VF at its PF, of several that differ how many have anything; NULL: nothing. */
char *function_settings(const struct function *vf);
char *vfs_settings(struct function *const *vfs, size_t n);

/* The mode of its embedded switch; NULL: it has none that is known. */
const char *function_switch(const struct function *);

/* What status tells. */
void last_run_print(const struct runs *, const struct last_run *, const struct survey *, struct text *);
void interrupted_print(const struct runs *, struct text *); /* those before the last one */
void namings_print(const struct runs *, struct text *);     /* since the last one */
struct ledger_naming;
void naming_print(const struct ledger_naming *, struct text *); /* "ssd0.ns.db is namespace 2 of .." */
void debts_print(const struct survey *, const struct last_run *, struct text *);
void lock_print(const char *object, const char *holder, struct text *);

const char *plural(size_t n, const char *one, const char *more);

#endif

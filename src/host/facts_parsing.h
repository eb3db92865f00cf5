/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * facts_parsing.h: what the files that read facts share.
 */
#ifndef FACTS_PARSING_H
#define FACTS_PARSING_H

#include "facts.h"

#define FACTS_FORMAT   "pawl-facts"
#define FACTS_VERSION  1
#define FACTS_IDENTITY "identity"
#define FACTS_ORPHAN   "orphan_of"
#define FACTS_SETTINGS "vf"
#define FACTS_DRIVE    "nvme"

struct json_t;
struct parsing {
	const char *name; /* the file's */
	struct survey *survey;
	struct report *report;
	size_t mistakes;
};

/*
 * Between the two all that jansson makes is of one pool, and ends with it: nothing is freed value by value.
 * Nothing that it made before may be freed in between, and the two do not nest.
 */
void facts_pool_open(void);
void facts_pool_close(void);

/* One more mistake; the text starts with the key. */
void parsing_refuse(struct parsing *, const char *format, ...) PRINTF_LIKE(2, 3);

/* Does it name one file in sysfs? */
bool driver_name_valid(const char *name);

/* The "virtfn" of each function, when all functions are there. */
void parsing_take_vfs(struct parsing *, const struct json_t *functions);

/* A string, or a null for NULL. JSON is UTF-8; firmware's words may be anything. */
struct json_t *facts_string(const char *);

/* Has it a control character? Nothing that the kernel or a device is called by has. */
bool text_controls(const char *);

/* What a function is known by. A null: by nothing; a missing key: not captured. */
struct json_t *facts_print_identity(const struct function *);
void parsing_take_identity(struct parsing *, struct function *, const struct json_t *);

/* How a VF stands with its PF's driver; null and a missing key as above. */
struct json_t *facts_print_settings(const struct function *vf);
void parsing_take_settings(struct parsing *, struct function *vf, const struct json_t *);

/* What an NVMe drive tells; parsing_take_drives: of all functions, once it is known which are VFs. */
struct drive;
struct json_t *facts_print_drive(const struct drive *);
void parsing_take_drives(struct parsing *, const struct json_t *functions);

struct json_t *facts_print_pins(const struct pin_list *);
void parsing_take_pins(struct parsing *, const struct json_t *pins);
void parsing_take_stood(struct parsing *, const struct json_t *stood);

#define FACTS_APPLIED "applied"
#define FACTS_KEPT    "kept"
#define FACTS_PINS    "pins"
#define FACTS_STOOD   "stood"
struct json_t *facts_print_applied(const struct applied_list *);
void parsing_take_applied(struct parsing *, const struct json_t *applied);
void parsing_take_kept(struct parsing *, const struct json_t *kept);

/* Who uses functions; parsing_take_users: NULL when the file has none. */
struct json_t *facts_print_users(const struct survey *);
struct json_t *facts_print_doubts(const struct survey *);
void parsing_take_users(struct parsing *, const struct json_t *users);
void parsing_take_doubts(struct parsing *, const struct json_t *doubts);

/* How far the ledger can be believed; not there: it is whole. */
struct json_t *facts_print_ledger(const struct survey *);
void parsing_take_ledger(struct parsing *, const struct json_t *);

/* What other managers claim, the command line too; parsing_take_claims: NULL when the file has none. */
struct json_t *facts_print_claims(const struct survey *);
struct json_t *facts_print_claim_doubts(const struct survey *);
void parsing_take_claims(struct parsing *, const struct json_t *claims);
void parsing_take_claim_doubts(struct parsing *, const struct json_t *doubts);

/* Guests, and what the ledger has of secure domains. NULL: the file has nothing of it. */
struct json_t *facts_print_guests(const struct survey *);
struct json_t *facts_print_domains(const struct survey *);
void parsing_take_guests(struct parsing *, const struct json_t *guests);
void parsing_take_domains(struct parsing *, const struct json_t *domains);

/* Do the links of all functions lead somewhere, and the same way? */
void parsing_check_links(struct parsing *);

/* The value of "functions", an object. */
void parsing_take_functions(struct parsing *, const struct json_t *functions);

#endif

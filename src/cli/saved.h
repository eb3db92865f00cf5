/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * saved.h: a plan in a file, to be applied exactly as it was looked at, or not at all. Private to cli.
 *
 * The file is `plan -o json` with the configuration that the plan was made from, and a SHA-256 of it all. It
 * is never believed: apply plans again from that configuration, and goes on only when the id is the same.
 */
#ifndef SAVED_H
#define SAVED_H

#include "arena.h"
#include "digest.h"
#include "document.h"
#include "grounds.h"
#include "work.h"

/* What a file said; strings are its own. */
struct saved_step {
	char *knob, *target, *object, *after;
};
struct saved {
	char *name; /* of the file */
	struct saved_step *steps;
	size_t n_steps;
	char *plan_id, *host_name, *printed;
	struct document *plan; /* the document of the plan, as `plan -o json` has it */
	struct source *configuration;
	size_t n;
	char **targets;
	size_t n_targets;
	struct grounds rests_on;
	struct arena words; /* of its grounds */
};

enum { SAVED_MOST_BYTES = 64 << 20 };

/* Whether this is meant to be a saved plan: a JSON object with a plan id. */
bool saved_is_meant(const char *bytes, size_t length);

/* -1 and findings (BAD_CONFIGURATION): cut short, edited, of a newer version, not one of ours. */
int saved_parse(const char *bytes, size_t length, const char *path, struct saved *, struct report *);
void saved_free(struct saved *);

/*
 * Why a saved plan does not hold: a finding for each object whose facts are others now, and for each step
 * that it does not have. Both return how many there are, the first n and these; not all of them are told.
 * turned: as session_check_begun. `whose` plan it is: "saved".
 */
size_t stale_grounds(struct session *, const struct grounds *now, const struct survey *,
	const struct applied_list *turned);
size_t stale_steps(struct session *, const struct plan *, const char *whose, size_t n);
void stale_report(
	struct session *, const char *object, const char *text, const char *hint); /* NULL: the plan; none */
char *stale_rest(const struct plan *, size_t n); /* beyond those; the caller frees it */

/* `pawl show PLAN`: whether it is meant, and all of it. */
bool show_plan_is_meant(const struct session *);
enum outcome show_plan(struct session *);

/*
 * The plan that is applied is kept for `pawl resume`: whole on the disk before the journal's first line. That
 * one and the ledger's have the digest of the file: the ledger's comes first, so that no older plan is taken
 * for that of a run that died in between. The caller frees the text. -1 and a finding.
 */
#define KEPT_PLAN "var/lib/pawl/plan"
char *plan_print_kept(struct session *, const struct work *, char ret_digest[DIGEST_LENGTH + 1]);
int plan_keep(struct session *, const char *text);

/* As session_take_saved, when what is kept there is the plan of that interrupted run, or of one that it has
 * gone on with. -1 and findings. */
struct runs;
struct run;
struct ledger;
int plan_take_kept(struct session *, const struct ledger *, const struct runs *, const struct run *,
	char ret_digest[DIGEST_LENGTH + 1]);

/* Ends a document of form_saved with its digest. */
void document_seal(struct document *);

#endif

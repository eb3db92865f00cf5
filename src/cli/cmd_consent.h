/* SPDX-License-Identifier: GPL-2.0-or-later */
/* cmd_consent.h: what `pawl consent` is about. Of src/cli/cmd_consent*.c only. */
#ifndef CMD_CONSENT_H
#define CMD_CONSENT_H

#include "domains.h"
#include "session.h"

/* A guest, of the files or of the machine, and the domains of its functions. */
struct consent {
	struct session *session;
	const char *name;
	struct survey survey;
	struct state want;
	const struct resource *wished; /* of the files; NULL: it is `defined` on the machine */
	const struct guest *defined;
	struct ledger ledger;
	char **ports;
	struct closure *closures; /* one a port */
	size_t n;
	char id[DIGEST_LENGTH + 1]; /* of all that is shown: what --accept-irreversible names */
};

/* An ERROR like `like` about the guest; its outcome. */
enum outcome consent_report(struct consent *, const struct finding *like, const char *text);

/* -1 and a finding when it is not there, or cannot be told. named: a domain by its own name. */
int consent_find_wished(struct consent *);
int consent_find_defined(struct consent *);
int consent_find_named(struct consent *);
bool consent_is_confidential(const struct consent *);
int consent_find_ports(struct consent *);
void consent_find_closures(struct consent *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Surveys the machine, and shows on a terminal what has not answered yet. */
#include "waits.h"
#include "address.h"
#include "live.h"
#include "print.h"
#include "waiting.h"
#include <inttypes.h>
#include <string.h>

#define NS_PER_S UINT64_C(1000000000)
#define MENTION  (NS_PER_S / 2) /* what has just begun may be over before anyone has read it */

struct waits {
	struct host *host;
	struct live live;
};

/* What is asked, of whom when the path names no device; of other verbs the path says both. */
static const struct {
	const char *whom, *what;
} asked[] = {
	[OP_CAPABILITY] = { NULL, "configuration space" },
	[OP_NETLINK] = { "the kernel", "netlink" },
	[OP_USERS] = { "the kernel", "who uses what" },
	[OP_CLAIMS] = { "files", "what others are told to set" },
	[OP_GUEST] = { "libvirt", "guests" },
	[OP_NVME] = { NULL, "NVMe Identify" },
};

/* "0000:17:00.0: sriov_numvfs, 2 s of at most 5 s", "0000:41:00.0: NVMe Identify, 12 s, at most 65 s for each
 * answer" */
static void waiting_add(const struct waiting *waiting, uint64_t now, struct text *text)
{
	bool has_row = (size_t)waiting->verb < sizeof(asked) / sizeof(asked[0]);
	const char *whom = has_row ? asked[waiting->verb].whom : NULL;
	const char *what = has_row ? asked[waiting->verb].what : NULL;
	AUTO_FREE char *address = address_last(waiting->path);

	text_add(text, "  waits for ");
	text_add_safe(text, address ? address : whom ? whom : waiting->path);
	text_add(text, ": ");
	text_add_safe(text, what ? what : path_last(waiting->path));
	text_addf(text,
		waiting->verb == OP_NVME ? ", %" PRIu64 " s, at most %" PRIu64 " s for each answer\n"
					 : ", %" PRIu64 " s of at most %" PRIu64 " s\n",
		(now - waiting->since_ns + NS_PER_S / 2) / NS_PER_S,
		(waiting->patience_ns + NS_PER_S / 2) / NS_PER_S);
}

static void lines_add(struct waits *waits, struct text *text)
{
	struct waiting all[LIVE_LINES];
	size_t n = host_waiting(waits->host, all, LIVE_LINES);
	size_t shown = n > LIVE_LINES ? LIVE_LINES - 1 : n;
	uint64_t now = waits->host->ops->now_ns(waits->host);

	for (size_t i = 0; i < shown; i++)
		if (now - all[i].since_ns >= MENTION)
			waiting_add(&all[i], now, text);
	if (n > shown)
		text_addf(text, "  and %zu more\n", n - shown);
}

static void ticks(void *data)
{
	struct waits *waits = data;
	AUTO_TEXT struct text text = { 0 };

	lines_add(waits, &text);
	live_clear(&waits->live);
	live_draw(&waits->live, &text);
}

/* A twin that somebody else waits for has another clock. */
static bool is_watched(const struct session *session, const struct host *host)
{
	return host == session->host && !session->options.format->print && !session->events &&
	       live_columns(session->world) > 0;
}

int waits_survey(struct session *session, struct host *host, struct survey *survey)
{
	struct waits waits = { .host = host, .live = { .world = session->world } };
	const struct listener listener = { .data = &waits, .ticks = ticks, .tick_ns = LIVE_TICK_NS };
	int result;

	if (is_watched(session, host))
		host->listener = &listener;
	result = survey_take(host, survey, &session->report);
	host->listener = NULL;
	live_clear(&waits.live);
	return result;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * net.h: what is wished for a network card: its VFs by `net`, and its switch. Floor 3, kinds.
 */
#ifndef NET_H
#define NET_H

#include "resource.h"
#include "vf.h"

enum {
	NET_MAC,
	NET_VLAN,
	NET_QOS,
	NET_TRUST,
	NET_SPOOFCHK,
	NET_LINK_STATE,
	NET_MAX_RATE,
	NET_MIN_RATE,
};
struct net_body {
	uint64_t set;
	struct list macs; /* of char *: one for each VF of a group; of one VF its own */
	int64_t vlan, qos, max_rate, min_rate;
	bool trust, spoofchk;
	char *link_state;
	int64_t vf; /* of one that a pool caused: the VF's number */
};
extern const struct field net_fields[];
#define NET_KEY "net" /* of a pool's groups, and of what these wish of each VF */

bool net_gives(const struct net_body *, enum vf_setting);

/* What the kernel says of a setting, as a wish. */
void net_take(struct net_body *, enum vf_setting, const char *text);

/* Warns of MACs that two pools of the host give, whatever the machine. */
struct report;
struct state;
void pools_check_macs(const struct state *, struct report *);

/* A MAC that goes from one VF to another: the giving step needs the one that takes it. */
struct plan;
struct survey;
void macs_take_turns(struct plan *, const struct survey *);

/* devices.HANDLE.eswitch: the mode of the card's embedded switch. */
enum { ESWITCH_MODE };
struct eswitch_body {
	uint64_t set;
	char *mode;
};
extern const struct kind kind_eswitch;

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux_net_vf_message.h: messages of rtnetlink on VFs. Private to src/host/linux_net_*.c.
 */
#ifndef LINUX_NET_VF_MESSAGE_H
#define LINUX_NET_VF_MESSAGE_H

#include "linux_net.h"
#include "vf_settings.h"

/* What is asked of one interface, and what was heard. */
struct vf_hearing {
	const struct vf_path *path;
	struct text *data; /* a line of NETLINK_VFS each, or the setting that was asked for */
	bool heard;        /* the VF that was asked for, or any */
	unsigned flags;    /* of the interface: IFF_UP */
};
int vf_message_take(const struct nlmsghdr *, void *hearing); /* for net_ask */

/* The room is zeroed before. */
struct vf_room {
	_Alignas(uint32_t) char bytes[512];
};
const struct nlmsghdr *vf_message_ask(struct vf_room *, const char *interface);
const struct nlmsghdr *vf_message_set(
	struct vf_room *, const char *interface, const struct vf_path *, const struct vf_value *);

#endif

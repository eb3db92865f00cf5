/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux_net_devlink.h: messages of devlink. Private to src/host/linux_net_*.c.
 */
#ifndef LINUX_NET_DEVLINK_H
#define LINUX_NET_DEVLINK_H

#include "linux_net.h"

/* For net_dump: the number of devlink's family among all; addresses of PCI functions that have devlink. */
int devlink_family_take(const struct nlmsghdr *, void *id);     /* uint16_t */
int devlink_address_take(const struct nlmsghdr *, void *lines); /* struct text, one a line */

/* For net_ask: the mode as the kernel numbers it; DEVLINK_NO_MODE as it was when there is none. */
enum { DEVLINK_NO_MODE = UINT16_MAX };
int devlink_mode_take(const struct nlmsghdr *, void *mode); /* uint16_t */

/* Sets the mode of a function's switch; DEVLINK_NO_MODE: asks for it. The room is zeroed before. */
struct devlink_room {
	_Alignas(uint32_t) char bytes[256];
};
const struct nlmsghdr *devlink_request(
	struct devlink_room *, uint16_t family, const char *address, uint16_t mode);

#endif

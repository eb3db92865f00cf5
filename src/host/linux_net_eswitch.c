/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads and sets the mode of embedded switches through devlink. */
#include "eswitch.h"
#include "knob_sysfs.h"
#include "linux.h"
#include "linux_net_devlink.h"
#include <errno.h>
#include <linux/devlink.h>
#include <linux/genetlink.h>
#include <string.h>

/* Generic netlink, and by which number devlink goes there; 0: the kernel has none. */
struct devlink {
	struct mnl_socket *socket;
	uint16_t family;
};

static void family_forget(void *id)
{
	*(uint16_t *)id = 0;
}

/* All families are asked for: by its name the kernel would try to load a module (ctrl_getfamily). */
static int family_find(struct devlink *devlink)
{
	const struct net_request request = { GENL_ID_CTRL, CTRL_CMD_GETFAMILY, sizeof(struct genlmsghdr) };

	return net_dump(devlink->socket, &request,
		&(struct net_taking){ devlink_family_take, family_forget, &devlink->family });
}

static void addresses_forget(void *lines)
{
	text_free(lines);
}

static int addresses_find(const struct devlink *devlink, struct text *lines)
{
	const struct net_request request = { devlink->family, DEVLINK_CMD_GET, sizeof(struct genlmsghdr) };

	return net_dump(devlink->socket, &request,
		&(struct net_taking){ devlink_address_take, addresses_forget, lines });
}

/* What this version has no word for is told as the kernel's number. */
static int mode_get(const struct devlink *devlink, const char *address, struct text *data)
{
	struct devlink_room room = { 0 };
	AUTO_TEXT struct text unused = { 0 };
	uint16_t mode = DEVLINK_NO_MODE;
	int err = net_ask(devlink->socket, devlink_request(&room, devlink->family, address, DEVLINK_NO_MODE),
		devlink_mode_take, &mode, &unused);

	if (err || mode == DEVLINK_NO_MODE)
		return err ? err : EOPNOTSUPP;
	if (mode > DEVLINK_ESWITCH_MODE_SWITCHDEV)
		text_addf(data, "%u", mode);
	else
		text_add(data, eswitch_modes[mode]);
	return 0;
}

static int mode_set(const struct devlink *devlink, const char *address, const char *mode, struct text *said)
{
	struct devlink_room room = { 0 };
	uint16_t number = 0;

	while (eswitch_modes[number] && !string_equal(eswitch_modes[number], mode))
		number++;
	if (!eswitch_modes[number])
		return EINVAL;
	text_addf(said, PCI_DEVICES "/%s\n", address);
	return net_ask(
		devlink->socket, devlink_request(&room, devlink->family, address, number), NULL, NULL, said);
}

/* Those without a switch are not told: EOPNOTSUPP (net/devlink/dev.c, devlink_nl_eswitch_get_doit). */
static void line_add(const struct devlink *devlink, const char *address, struct text *data)
{
	AUTO_TEXT struct text mode = { 0 };
	int err = mode_get(devlink, address, &mode);

	if (err != EOPNOTSUPP && err != ENODEV)
		text_addf(data, "%s\t%s%s\n", address, err ? "?" : "",
			err ? strerror(err) : text_string(&mode));
}

static int modes_list(const struct devlink *devlink, struct text *data)
{
	AUTO_TEXT struct text lines = { 0 };
	int err = addresses_find(devlink, &lines);
	AUTO_FREE char *addresses = text_take(&lines);
	char *rest = addresses, *address;

	while (!err && (address = strsep(&rest, "\n")) && *address)
		line_add(devlink, address, data);
	return err;
}

/* A kernel without devlink has no switches; of one function that is ENODEV, as of one without. */
static int eswitch_do(struct devlink *devlink, const struct op *op, struct text *data)
{
	bool all = string_equal(op->path, NETLINK_ESWITCHES);
	AUTO_FREE char *address = eswitch_path_parse(op->path);
	int err;

	if (!all && !address)
		return ENOSYS;
	err = family_find(devlink);
	if (err || !devlink->family)
		return err ? err : all ? 0 : ENODEV;
	if (all)
		return modes_list(devlink, data);
	return op->in_len ? mode_set(devlink, address, op->in, data) : mode_get(devlink, address, data);
}

int net_eswitch_do(const struct op *op, struct text *data)
{
	struct devlink devlink = { .socket = net_open_generic() };
	int err = devlink.socket ? eswitch_do(&devlink, op, data) : errno;

	net_close(devlink.socket);
	return err;
}

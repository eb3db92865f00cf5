/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads and sets what the kernel keeps of VFs at the interface of their PF. */
#include "knob_sysfs.h"
#include "linux.h"
#include "linux_net_vf_message.h"
#include <errno.h>
#include <net/if.h>
#include <string.h>
#include <time.h>

static int interface_read(struct mnl_socket *socket, const char *interface, struct vf_hearing *hearing)
{
	AUTO_TEXT struct text unused = { 0 };
	struct vf_room room = { 0 };

	return net_ask(socket, vf_message_ask(&room, interface), vf_message_take, hearing, &unused);
}

static int interface_write(struct mnl_socket *socket, const char *interface, const struct vf_path *path,
	const struct vf_value *value, struct text *words)
{
	struct vf_room room = { 0 };

	return net_ask(socket, vf_message_set(&room, interface, path, value), NULL, NULL, words);
}

/* The link of an interface that is up; a second after it went is not unusual. */
static bool link_comes(struct mnl_socket *socket, const char *interface, const struct vf_path *path)
{
	enum { TRIES = 100 };
	const struct timespec pause = { .tv_nsec = 100 * 1000 * 1000 };
	AUTO_TEXT struct text unused = { 0 };
	struct vf_hearing hearing = { .path = path, .data = &unused };

	for (int i = 0; i < TRIES; i++) {
		if (interface_read(socket, interface, &hearing) || !(hearing.flags & IFF_UP))
			return false;
		if (hearing.flags & IFF_RUNNING)
			return i > 0;
		nanosleep(&pause, NULL);
	}
	return false;
}

/*
 * A rate is refused while there is no link (igb_main.c, igb_ndo_set_vf_bw), and igb's goes while VFs are made
 * (igb_sriov_reinit; seen in the lab): then it is asked again when the link is back.
 */
static int setting_write(struct mnl_socket *socket, const char *interface, const struct vf_path *path,
	const struct vf_value *value, struct text *data)
{
	int err;

	vf_refusal_begin(interface, data);
	err = interface_write(socket, interface, path, value, data);
	if (err != EINVAL || path->setting != VF_RATE || !link_comes(socket, interface, path))
		return err;
	text_free(data);
	vf_refusal_begin(interface, data);
	return interface_write(socket, interface, path, value, data);
}

/*
 * The first of the PF's interfaces that tells of VFs: with an embedded switch there are others of the same
 * parent, which tell of none (drivers/net/ethernet/mellanox/mlx5/core/en_rep.c, mlx5e_netdev_ops_rep).
 * ENOENT: there is none, or no such VF.
 */
static int interface_find(
	struct mnl_socket *socket, char *names, struct vf_hearing *hearing, const char **ret_interface)
{
	char *rest = names, *name;
	int err = ENOENT;

	while ((name = strsep(&rest, "\n")) && *name && err == ENOENT) {
		err = interface_read(socket, name, hearing);
		if (!err && !hearing->heard)
			err = ENOENT;
		if (!err)
			*ret_interface = name;
	}
	return err;
}

static int settings_do(struct mnl_socket *socket, const struct op *op, const struct vf_path *path,
	char *names, struct text *data)
{
	struct vf_hearing hearing = { .path = path, .data = data };
	struct vf_value value;
	const char *interface = "";
	int err = interface_find(socket, names, &hearing, &interface);

	if (!op->in_len)
		return err ? err : data->length ? 0 : EOPNOTSUPP;
	text_free(data);
	if (err)
		return err;
	if (path->all || vf_value_parse(path->setting, op->in, &value) < 0)
		return EINVAL;
	return setting_write(socket, interface, path, &value, data);
}

int net_vfs_do(int root, const struct op *op, struct text *data)
{
	AUTO_TEXT struct text names = { 0 };
	AUTO_FREE char *directory = NULL;
	struct mnl_socket *socket;
	struct vf_path path;
	int err;

	if (vf_path_parse(op->path, &path) < 0)
		return ENOSYS;
	directory = text_print(PCI_DEVICES "/%s/net", path.pf);
	err = file_do(root, &(struct op){ .verb = OP_LIST, .path = directory }, &names);
	if (err)
		return err;
	socket = net_open(-1);
	if (!socket)
		return errno;
	AUTO_FREE char *lines = text_take(&names);
	err = settings_do(socket, op, &path, lines, data);
	net_close(socket);
	return err;
}

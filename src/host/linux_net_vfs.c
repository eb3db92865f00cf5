/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads and sets what the kernel keeps of VFs at the interface of their PF. */
#include "knob_sysfs.h"
#include "linux.h"
#include "linux_net.h"
#include "vf_settings.h"
#include <errno.h>
#include <libmnl/libmnl.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <string.h>
#include <time.h>

/* What is asked of one interface, and what was heard. */
struct asking {
	const struct vf_path *path;
	struct text *data;
	bool heard;     /* the VF that was asked for, or any */
	unsigned flags; /* of the interface: IFF_UP */
};

/* One VF; -1: the driver does not say, UINT32_MAX on the wire (net/core/rtnetlink.c, rtnl_fill_vfinfo). */
struct vf {
	uint32_t number;
	struct vf_value value[N_VF_SETTINGS];
	bool has[N_VF_SETTINGS];
};

static const void *payload(const struct nlattr *attribute, size_t size)
{
	return mnl_attr_get_payload_len(attribute) >= size ? mnl_attr_get_payload(attribute) : NULL;
}

static void value_take(struct vf *vf, enum vf_setting setting, uint32_t first, uint32_t second)
{
	vf->has[setting] = true;
	vf->value[setting].number[0] = first;
	vf->value[setting].number[1] = second;
}

/* Those with one number beside the VF's: struct ifla_vf_spoofchk, ifla_vf_trust, ifla_vf_link_state. */
static void number_take(struct vf *vf, enum vf_setting setting, const struct nlattr *attribute)
{
	const struct ifla_vf_trust *said = payload(attribute, sizeof(*said));

	if (said && said->setting != UINT32_MAX)
		value_take(vf, setting, said->setting, 0);
}

static void mac_take(struct vf *vf, const struct nlattr *attribute)
{
	const struct ifla_vf_mac *said = payload(attribute, sizeof(*said));

	if (!said)
		return;
	vf->number = said->vf;
	vf->has[VF_MAC] = true;
	memcpy(vf->value[VF_MAC].mac, said->mac, sizeof(vf->value[VF_MAC].mac));
}

static int setting_take(const struct nlattr *attribute, void *data)
{
	const struct ifla_vf_vlan *vlan;
	const struct ifla_vf_rate *rate;
	struct vf *vf = data;

	switch (mnl_attr_get_type(attribute)) {
	case IFLA_VF_MAC:
		mac_take(vf, attribute);
		break;
	case IFLA_VF_VLAN:
		if ((vlan = payload(attribute, sizeof(*vlan))))
			value_take(vf, VF_VLAN, vlan->vlan, vlan->qos);
		break;
	case IFLA_VF_RATE:
		if ((rate = payload(attribute, sizeof(*rate))))
			value_take(vf, VF_RATE, rate->min_tx_rate, rate->max_tx_rate);
		break;
	case IFLA_VF_SPOOFCHK:
		number_take(vf, VF_SPOOFCHK, attribute);
		break;
	case IFLA_VF_LINK_STATE:
		number_take(vf, VF_LINK_STATE, attribute);
		break;
	case IFLA_VF_TRUST:
		number_take(vf, VF_TRUST, attribute);
		break;
	default:
		break;
	}
	return MNL_CB_OK;
}

static void vf_print(const struct vf *vf, struct text *data)
{
	text_addf(data, "%u", vf->number);
	for (enum vf_setting i = 0; i < N_VF_SETTINGS; i++) {
		text_add(data, "\t");
		if (vf->has[i])
			vf_value_print(i, &vf->value[i], data);
		else
			text_add(data, "-");
	}
	text_add(data, "\n");
}

static int vf_take(const struct nlattr *attribute, void *data)
{
	struct asking *asking = data;
	const struct vf_path *path = asking->path;
	struct vf vf = { 0 };

	if (mnl_attr_get_type(attribute) != IFLA_VF_INFO)
		return MNL_CB_OK;
	mnl_attr_parse_nested(attribute, setting_take, &vf);
	if (path->all)
		vf_print(&vf, asking->data);
	else if (vf.number == path->number && vf.has[path->setting])
		vf_value_print(path->setting, &vf.value[path->setting], asking->data);
	asking->heard = asking->heard || path->all || vf.number == path->number;
	return MNL_CB_OK;
}

static int list_take(const struct nlattr *attribute, void *data)
{
	if (mnl_attr_get_type(attribute) == IFLA_VFINFO_LIST)
		mnl_attr_parse_nested(attribute, vf_take, data);
	return MNL_CB_OK;
}

static int link_take(const struct nlmsghdr *message, void *data)
{
	const struct ifinfomsg *link = mnl_nlmsg_get_payload(message);
	struct asking *asking = data;

	asking->flags = link->ifi_flags;
	mnl_attr_parse(message, sizeof(*link), list_take, data);
	return MNL_CB_STOP;
}

static struct nlmsghdr *request_begin(void *room, uint16_t type, const char *interface)
{
	struct nlmsghdr *request = mnl_nlmsg_put_header(room);

	request->nlmsg_type = type;
	request->nlmsg_flags = NLM_F_REQUEST;
	mnl_nlmsg_put_extra_header(request, sizeof(struct ifinfomsg));
	mnl_attr_put_strz(request, IFLA_IFNAME, interface);
	return request;
}

static int interface_read(struct mnl_socket *socket, const char *interface, struct asking *asking)
{
	AUTO_TEXT struct text unused = { 0 };
	char room[256] = { 0 };
	struct nlmsghdr *request = request_begin(room, RTM_GETLINK, interface);

	mnl_attr_put_u32(request, IFLA_EXT_MASK, RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS);
	return net_ask(socket, request, link_take, asking, &unused);
}

static void value_put(struct nlmsghdr *request, const struct vf_path *path, const struct vf_value *value)
{
	const uint32_t *number = value->number;
	struct ifla_vf_mac mac = { .vf = path->number };

	switch (path->setting) {
	case VF_MAC:
		memcpy(mac.mac, value->mac, sizeof(value->mac));
		mnl_attr_put(request, IFLA_VF_MAC, sizeof(mac), &mac);
		break;
	case VF_VLAN:
		mnl_attr_put(request, IFLA_VF_VLAN, sizeof(struct ifla_vf_vlan),
			&(struct ifla_vf_vlan){ path->number, number[0], number[1] });
		break;
	case VF_RATE:
		mnl_attr_put(request, IFLA_VF_RATE, sizeof(struct ifla_vf_rate),
			&(struct ifla_vf_rate){ path->number, number[0], number[1] });
		break;
	case VF_SPOOFCHK:
		mnl_attr_put(request, IFLA_VF_SPOOFCHK, sizeof(struct ifla_vf_spoofchk),
			&(struct ifla_vf_spoofchk){ path->number, number[0] });
		break;
	case VF_LINK_STATE:
		mnl_attr_put(request, IFLA_VF_LINK_STATE, sizeof(struct ifla_vf_link_state),
			&(struct ifla_vf_link_state){ path->number, number[0] });
		break;
	default:
		mnl_attr_put(request, IFLA_VF_TRUST, sizeof(struct ifla_vf_trust),
			&(struct ifla_vf_trust){ path->number, number[0] });
	}
}

static int interface_write(struct mnl_socket *socket, const char *interface, const struct vf_path *path,
	const struct vf_value *value, struct text *words)
{
	char room[512] = { 0 };
	struct nlmsghdr *request = request_begin(room, RTM_SETLINK, interface);
	struct nlattr *list = mnl_attr_nest_start(request, IFLA_VFINFO_LIST);
	struct nlattr *info = mnl_attr_nest_start(request, IFLA_VF_INFO);

	request->nlmsg_flags |= NLM_F_ACK;
	value_put(request, path, value);
	mnl_attr_nest_end(request, info);
	mnl_attr_nest_end(request, list);
	return net_ask(socket, request, NULL, NULL, words);
}

/* The link of an interface that is up; a second after it went is not unusual. */
static bool link_comes(struct mnl_socket *socket, const char *interface, const struct vf_path *path)
{
	enum { TRIES = 100 };
	const struct timespec pause = { .tv_nsec = 100 * 1000 * 1000 };
	AUTO_TEXT struct text unused = { 0 };
	struct asking asking = { .path = path, .data = &unused };

	for (int i = 0; i < TRIES; i++) {
		if (interface_read(socket, interface, &asking) || !(asking.flags & IFF_UP))
			return false;
		if (asking.flags & IFF_RUNNING)
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
	struct mnl_socket *socket, char *names, struct asking *asking, const char **ret_interface)
{
	char *rest = names, *name;
	int err = ENOENT;

	while ((name = strsep(&rest, "\n")) && *name && err == ENOENT) {
		err = interface_read(socket, name, asking);
		if (!err && !asking->heard)
			err = ENOENT;
		if (!err)
			*ret_interface = name;
	}
	return err;
}

static int settings_do(struct mnl_socket *socket, const struct op *op, const struct vf_path *path,
	char *names, struct text *data)
{
	struct asking asking = { .path = path, .data = data };
	struct vf_value value;
	const char *interface = "";
	int err = interface_find(socket, names, &asking, &interface);

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

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes and reads the messages of rtnetlink on VFs. */
#include "linux_net_vf_message.h"
#include <libmnl/libmnl.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <string.h>

/* One VF; -1: the driver does not say, UINT32_MAX on the wire (net/core/rtnetlink.c, rtnl_fill_vfinfo). */
struct vf {
	uint32_t number;
	struct vf_value value[N_VF_NET_SETTINGS];
	bool has[N_VF_NET_SETTINGS];
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
	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++) {
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
	struct vf_hearing *hearing = data;
	const struct vf_path *path = hearing->path;
	struct vf vf = { 0 };

	if (mnl_attr_get_type(attribute) != IFLA_VF_INFO)
		return MNL_CB_OK;
	mnl_attr_parse_nested(attribute, setting_take, &vf);
	if (path->all)
		vf_print(&vf, hearing->data);
	else if (vf.number == path->number && vf.has[path->setting])
		vf_value_print(path->setting, &vf.value[path->setting], hearing->data);
	hearing->heard = hearing->heard || path->all || vf.number == path->number;
	return MNL_CB_OK;
}

static int list_take(const struct nlattr *attribute, void *data)
{
	if (mnl_attr_get_type(attribute) == IFLA_VFINFO_LIST)
		mnl_attr_parse_nested(attribute, vf_take, data);
	return MNL_CB_OK;
}

int vf_message_take(const struct nlmsghdr *message, void *data)
{
	const struct ifinfomsg *link = mnl_nlmsg_get_payload(message);
	struct vf_hearing *hearing = data;

	hearing->flags = link->ifi_flags;
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

const struct nlmsghdr *vf_message_ask(struct vf_room *room, const char *interface)
{
	struct nlmsghdr *request = request_begin(room->bytes, RTM_GETLINK, interface);

	mnl_attr_put_u32(request, IFLA_EXT_MASK, RTEXT_FILTER_VF | RTEXT_FILTER_SKIP_STATS);
	return request;
}

const struct nlmsghdr *vf_message_set(
	struct vf_room *room, const char *interface, const struct vf_path *path, const struct vf_value *value)
{
	struct nlmsghdr *request = request_begin(room->bytes, RTM_SETLINK, interface);
	struct nlattr *list = mnl_attr_nest_start(request, IFLA_VFINFO_LIST);
	struct nlattr *info = mnl_attr_nest_start(request, IFLA_VF_INFO);

	request->nlmsg_flags |= NLM_F_ACK;
	value_put(request, path, value);
	mnl_attr_nest_end(request, info);
	mnl_attr_nest_end(request, list);
	return request;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes and reads the messages of devlink on the mode of embedded switches. */
#include "linux_net_devlink.h"
#include "text.h"
#include <libmnl/libmnl.h>
#include <linux/devlink.h>
#include <linux/genetlink.h>

#define BUS "pci"

/* One attribute of a message that is text; NULL: it is none. */
static const char *text_of(const struct nlattr *attribute)
{
	return mnl_attr_validate(attribute, MNL_TYPE_NUL_STRING) >= 0 ? mnl_attr_get_str(attribute) : NULL;
}

static uint16_t number_of(const struct nlattr *attribute, uint16_t otherwise)
{
	return mnl_attr_validate(attribute, MNL_TYPE_U16) >= 0 ? mnl_attr_get_u16(attribute) : otherwise;
}

struct family {
	const char *name;
	uint16_t id;
};

static int family_attribute(const struct nlattr *attribute, void *data)
{
	struct family *family = data;

	if (mnl_attr_get_type(attribute) == CTRL_ATTR_FAMILY_NAME)
		family->name = text_of(attribute);
	if (mnl_attr_get_type(attribute) == CTRL_ATTR_FAMILY_ID)
		family->id = number_of(attribute, 0);
	return MNL_CB_OK;
}

int devlink_family_take(const struct nlmsghdr *message, void *id)
{
	struct family family = { 0 };

	mnl_attr_parse(message, sizeof(struct genlmsghdr), family_attribute, &family);
	if (string_equal(family.name, DEVLINK_GENL_NAME))
		*(uint16_t *)id = family.id;
	return MNL_CB_OK;
}

struct handle {
	const char *bus, *name;
};

static int handle_attribute(const struct nlattr *attribute, void *data)
{
	struct handle *handle = data;

	if (mnl_attr_get_type(attribute) == DEVLINK_ATTR_BUS_NAME)
		handle->bus = text_of(attribute);
	if (mnl_attr_get_type(attribute) == DEVLINK_ATTR_DEV_NAME)
		handle->name = text_of(attribute);
	return MNL_CB_OK;
}

int devlink_address_take(const struct nlmsghdr *message, void *lines)
{
	struct handle handle = { 0 };

	mnl_attr_parse(message, sizeof(struct genlmsghdr), handle_attribute, &handle);
	if (string_equal(handle.bus, BUS) && handle.name)
		text_addf(lines, "%s\n", handle.name);
	return MNL_CB_OK;
}

static int mode_attribute(const struct nlattr *attribute, void *data)
{
	if (mnl_attr_get_type(attribute) == DEVLINK_ATTR_ESWITCH_MODE)
		*(uint16_t *)data = number_of(attribute, DEVLINK_NO_MODE);
	return MNL_CB_OK;
}

int devlink_mode_take(const struct nlmsghdr *message, void *mode)
{
	mnl_attr_parse(message, sizeof(struct genlmsghdr), mode_attribute, mode);
	return MNL_CB_STOP;
}

const struct nlmsghdr *devlink_request(
	struct devlink_room *room, uint16_t family, const char *address, uint16_t mode)
{
	struct nlmsghdr *request = mnl_nlmsg_put_header(room->bytes);
	struct genlmsghdr *head = mnl_nlmsg_put_extra_header(request, sizeof(*head));
	bool sets = mode != DEVLINK_NO_MODE;

	request->nlmsg_type = family;
	request->nlmsg_flags = sets ? NLM_F_REQUEST | NLM_F_ACK : NLM_F_REQUEST;
	head->cmd = sets ? DEVLINK_CMD_ESWITCH_SET : DEVLINK_CMD_ESWITCH_GET;
	head->version = DEVLINK_GENL_VERSION;
	mnl_attr_put_strz(request, DEVLINK_ATTR_BUS_NAME, BUS);
	mnl_attr_put_strz(request, DEVLINK_ATTR_DEV_NAME, address);
	if (sets)
		mnl_attr_put_u16(request, DEVLINK_ATTR_ESWITCH_MODE, mode);
	return request;
}

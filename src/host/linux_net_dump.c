/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks the kernel's routing netlink for all of a kind. */
#include "linux_net.h"
#include "text.h"
#include <errno.h>
#include <fcntl.h>
#include <libmnl/libmnl.h>
#include <linux/if_link.h>
#include <linux/net_namespace.h>
#include <linux/rtnetlink.h>
#include <sched.h>
#include <stdlib.h>
#include <unistd.h>

/* Larger than any message: the kernel makes it as large as the reader has room (net/netlink/af_netlink.c). */
enum { ROOM = 64 * 1024, MOST_TRIES = 5 };

/* What is left of an answer that was cut short is told from the next one. */
static unsigned net_sequence(void)
{
	static unsigned sequence;

	return ++sequence;
}

/* Without statistics, which are half of the answer and which some drivers ask their firmware for. */
static int request_send(struct mnl_socket *socket, const struct net_request *asked, unsigned sequence)
{
	char room[128] = { 0 };
	struct nlmsghdr *request = mnl_nlmsg_put_header(room);

	request->nlmsg_type = asked->type;
	request->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
	request->nlmsg_seq = sequence;
	*(unsigned char *)mnl_nlmsg_put_extra_header(request, asked->header) = asked->family;
	if (asked->type == RTM_GETLINK)
		mnl_attr_put_u32(request, IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
	return mnl_socket_sendto(socket, request, request->nlmsg_len) == -1 ? errno : 0;
}

/*
 * Were there changes meanwhile (NLM_F_DUMP_INTR)? libmnl would leave the answer there, and the kernel takes
 * no other request before it is heard to its end (net/netlink/af_netlink.c, __netlink_dump_start: EBUSY).
 */
static bool answer_is_torn(void *room, ssize_t n)
{
	bool torn = false;
	int left = (int)n;

	for (struct nlmsghdr *message = room; mnl_nlmsg_ok(message, left);
		message = mnl_nlmsg_next(message, &left)) {
		torn = torn || message->nlmsg_flags & NLM_F_DUMP_INTR;
		message->nlmsg_flags &= (uint16_t)~NLM_F_DUMP_INTR;
	}
	return torn;
}

/* EINTR when what is told changed meanwhile. */
static int answers_hear(struct mnl_socket *socket, unsigned sequence, const struct net_taking *taking)
{
	AUTO_FREE char *room = memory_new(ROOM, 1);
	int more = MNL_CB_OK;
	bool torn = false;

	while (more == MNL_CB_OK) {
		ssize_t n = mnl_socket_recvfrom(socket, room, ROOM);

		if (n == -1)
			return errno;
		torn = answer_is_torn(room, n) || torn;
		more = mnl_cb_run(
			room, (size_t)n, sequence, mnl_socket_get_portid(socket), taking->take, taking->data);
	}
	if (more == MNL_CB_ERROR)
		return errno;
	return torn ? EINTR : 0;
}

int net_dump(struct mnl_socket *socket, const struct net_request *request, const struct net_taking *taking)
{
	int err = EINTR;

	for (int i = 0; err == EINTR && i < MOST_TRIES; i++) {
		unsigned sequence = net_sequence();

		taking->forget(taking->data);
		err = request_send(socket, request, sequence);
		if (!err)
			err = answers_hear(socket, sequence, taking);
	}
	if (err)
		taking->forget(taking->data);
	return err == EINTR ? EAGAIN : err;
}

static int id_take(const struct nlattr *attribute, void *data)
{
	if (mnl_attr_get_type(attribute) == NETNSA_NSID && mnl_attr_validate(attribute, MNL_TYPE_U32) >= 0)
		*(int *)data = (int)mnl_attr_get_u32(attribute);
	return MNL_CB_OK;
}

static int id_hear(const struct nlmsghdr *message, void *data)
{
	mnl_attr_parse(message, sizeof(struct rtgenmsg), id_take, data);
	return MNL_CB_STOP;
}

int net_ask_id(struct mnl_socket *socket, int network_namespace, int *ret_id)
{
	char room[1024] = { 0 };
	struct nlmsghdr *request = mnl_nlmsg_put_header(room);
	unsigned sequence = net_sequence();
	int id = -1;

	request->nlmsg_type = RTM_GETNSID;
	request->nlmsg_flags = NLM_F_REQUEST;
	request->nlmsg_seq = sequence;
	mnl_nlmsg_put_extra_header(request, sizeof(struct rtgenmsg));
	mnl_attr_put_u32(request, NETNSA_FD, (uint32_t)network_namespace);
	if (mnl_socket_sendto(socket, request, request->nlmsg_len) == -1)
		return errno;
	ssize_t n = mnl_socket_recvfrom(socket, room, sizeof(room));
	if (n == -1 || mnl_cb_run(room, (size_t)n, sequence, mnl_socket_get_portid(socket), id_hear, &id) ==
			       MNL_CB_ERROR)
		return errno;
	*ret_id = id;
	return 0;
}

static struct mnl_socket *socket_bind(struct mnl_socket *socket)
{
	if (socket && mnl_socket_bind(socket, 0, MNL_SOCKET_AUTOPID) == -1) {
		net_close(socket);
		return NULL;
	}
	return socket;
}

/* A socket stays in the namespace that it was made in (network_namespaces(7)). */
struct mnl_socket *net_open(int network_namespace)
{
	AUTO_CLOSE int own = -1;
	struct mnl_socket *socket;

	if (network_namespace == -1)
		return socket_bind(mnl_socket_open2(NETLINK_ROUTE, SOCK_CLOEXEC));
	own = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
	if (own == -1 || setns(network_namespace, CLONE_NEWNET) == -1)
		return NULL;
	socket = socket_bind(mnl_socket_open2(NETLINK_ROUTE, SOCK_CLOEXEC));
	int err = errno;
	if (setns(own, CLONE_NEWNET) == -1)
		_exit(EXIT_FAILURE); /* all that this helper answered later would be of another namespace */
	errno = err;
	return socket;
}

struct mnl_socket *net_open_generic(void)
{
	return socket_bind(mnl_socket_open2(NETLINK_GENERIC, SOCK_CLOEXEC));
}

void net_close(struct mnl_socket *socket)
{
	int err = errno;

	if (socket)
		mnl_socket_close(socket);
	errno = err;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sends the kernel one request and hears its answer, with the kernel's own words when it says no. */
#include "linux_net.h"
#include "text.h"
#include <errno.h>
#include <libmnl/libmnl.h>
#include <linux/netlink.h>
#include <string.h>

/* 64 KiB is the most that the list of VFs can have: an attribute's length is 16 bits wide. */
enum { ROOM = 128 * 1024 };

struct answer {
	mnl_cb_t take;
	void *data;
	struct text *words;
};

/* NLMSGERR_ATTR_MSG: what netlink(7) calls extended acknowledgement, since Linux 4.12. */
static int words_take(const struct nlattr *attribute, void *data)
{
	const struct answer *answer = data;

	if (mnl_attr_get_type(attribute) == NLMSGERR_ATTR_MSG &&
		mnl_attr_validate(attribute, MNL_TYPE_STRING) >= 0)
		text_add_printable(answer->words, mnl_attr_get_str(attribute),
			strnlen(mnl_attr_get_str(attribute), mnl_attr_get_payload_len(attribute)));
	return MNL_CB_OK;
}

/* Behind the errno stands the request, but for its attributes when it is capped; behind that the words. */
static int refusal_hear(const struct nlmsghdr *message, void *data)
{
	const struct nlmsgerr *said = mnl_nlmsg_get_payload(message);
	size_t before = sizeof(*said);

	if (mnl_nlmsg_get_payload_len(message) < sizeof(*said)) {
		errno = EBADMSG;
		return MNL_CB_ERROR;
	}
	if (said->error == 0)
		return MNL_CB_STOP;
	if (!(message->nlmsg_flags & NLM_F_CAPPED))
		before += mnl_nlmsg_get_payload_len(&said->msg);
	if (message->nlmsg_flags & NLM_F_ACK_TLVS && before < mnl_nlmsg_get_payload_len(message))
		mnl_attr_parse(message, (unsigned)before, words_take, data);
	errno = said->error < 0 ? -said->error : said->error;
	return MNL_CB_ERROR;
}

static int answer_take(const struct nlmsghdr *message, void *data)
{
	const struct answer *answer = data;

	return answer->take ? answer->take(message, answer->data) : MNL_CB_OK;
}

static int answer_hear(struct mnl_socket *socket, struct answer *answer)
{
	mnl_cb_t controls[] = { [NLMSG_ERROR] = refusal_hear };
	AUTO_FREE char *room = memory_new(ROOM, 1);
	ssize_t n = mnl_socket_recvfrom(socket, room, ROOM);

	if (n == -1)
		return errno;
	return mnl_cb_run2(room, (size_t)n, 0, mnl_socket_get_portid(socket), answer_take, answer, controls,
		       sizeof(controls) / sizeof(controls[0])) == MNL_CB_ERROR
		       ? errno
		       : 0;
}

/* Kernels without words refuse the option, and nothing else. */
int net_ask(struct mnl_socket *socket, const struct nlmsghdr *request, mnl_cb_t take, void *data,
	struct text *words)
{
	struct answer answer = { take, data, words };

	mnl_socket_setsockopt(socket, NETLINK_EXT_ACK, &(int){ 1 }, sizeof(int));
	if (mnl_socket_sendto(socket, request, request->nlmsg_len) == -1)
		return errno;
	return answer_hear(socket, &answer);
}

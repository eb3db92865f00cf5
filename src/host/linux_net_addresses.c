/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The addresses of a network namespace's interfaces. */
#include "linux_net.h"
#include "text.h"
#include <arpa/inet.h>
#include <libmnl/libmnl.h>
#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <stdlib.h>

char *net_address_print(int family, const void *bytes, size_t length)
{
	char text[INET6_ADDRSTRLEN];
	size_t wanted = family == AF_INET ? sizeof(struct in_addr) : sizeof(struct in6_addr);

	if ((family != AF_INET && family != AF_INET6) || length < wanted)
		return NULL;
	return string_copy(inet_ntop(family, bytes, text, sizeof(text)));
}

/* RFC 3927 and RFC 4291, 2.5.6: such an address is made without anybody's asking for it. */
static bool is_link_local(int family, const unsigned char *bytes)
{
	return family == AF_INET ? bytes[0] == 169 && bytes[1] == 254
				 : bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80;
}

void net_word_add(struct net_word **words, size_t *n, int index, char *text)
{
	*words = memory_grow(*words, *n, sizeof(**words));
	(*words)[(*n)++] = (struct net_word){ .index = index, .text = text };
}

void net_words_free(struct net_word **words, size_t *n)
{
	for (size_t i = 0; i < *n; i++)
		free((*words)[i].text);
	free(*words);
	*words = NULL;
	*n = 0;
}

/* IFA_LOCAL is the interface's own where the two differ: IFA_ADDRESS is then its peer (rtnetlink(7)). */
static int attribute_take(const struct nlattr *attribute, void *data)
{
	const struct nlattr **address = data;
	int type = mnl_attr_get_type(attribute);

	if (type == IFA_LOCAL || (type == IFA_ADDRESS && !*address))
		*address = attribute;
	return MNL_CB_OK;
}

static int address_take(const struct nlmsghdr *message, void *data)
{
	const struct ifaddrmsg *header = mnl_nlmsg_get_payload(message);
	const struct nlattr *address = NULL;
	struct network *network = data;
	char *text;

	if (message->nlmsg_type != RTM_NEWADDR || mnl_nlmsg_get_payload_len(message) < sizeof(*header))
		return MNL_CB_OK;
	mnl_attr_parse(message, sizeof(*header), attribute_take, &address);
	text = address ? net_address_print(header->ifa_family, mnl_attr_get_payload(address),
				 mnl_attr_get_payload_len(address))
		       : NULL;
	if (!text)
		return MNL_CB_OK;
	net_word_add(&network->addresses, &network->n_addresses, (int)header->ifa_index, text);
	network->addresses[network->n_addresses - 1].link_local =
		is_link_local(header->ifa_family, mnl_attr_get_payload(address));
	return MNL_CB_OK;
}

static void addresses_forget(void *data)
{
	struct network *network = data;

	net_words_free(&network->addresses, &network->n_addresses);
}

int net_take_addresses(struct mnl_socket *socket, struct network *network)
{
	const struct net_request request = { RTM_GETADDR, AF_UNSPEC, sizeof(struct ifaddrmsg) };

	return net_dump(socket, &request, &(struct net_taking){ address_take, addresses_forget, network });
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux_net.h: what a network namespace has, as the kernel's routing netlink tells it.
 *
 * Private to src/host/linux_net*.c, which share libmnl's door, and to those who ask them.
 */
#ifndef LINUX_NET_H
#define LINUX_NET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mnl_socket;
struct nlattr;
struct nlmsghdr;
struct text;

/* linux_net_dump.c: what is asked for; `header`: the size of the message's, which begins with the family */
struct net_request {
	uint16_t type;
	unsigned char family;
	size_t header;
};

/* A socket of the namespace behind the descriptor, -1: of this one. NULL and errno. Its user goes back. */
struct mnl_socket *net_open(int network_namespace);
struct mnl_socket *net_open_generic(void); /* generic netlink, of this namespace */
void net_close(struct mnl_socket *);

/* Calls `take` for each answer; `forget` what was taken when it must be asked again. 0 or an errno. */
struct net_taking {
	int (*take)(const struct nlmsghdr *, void *data); /* MNL_CB_OK goes on */
	void (*forget)(void *data);
	void *data;
};
/* The id that this namespace, behind a descriptor, has in that of the socket; -1: none. 0 or an errno. */
int net_ask_id(struct mnl_socket *, int network_namespace, int *ret_id);
int net_dump(struct mnl_socket *, const struct net_request *, const struct net_taking *);

/* linux_net_ask.c: one request, which asks for an answer; `take` may be NULL. 0 or an errno, and what words
 * the kernel has for that. */
int net_ask(struct mnl_socket *, const struct nlmsghdr *request,
	int (*take)(const struct nlmsghdr *, void *data), void *data, struct text *words);

/* One interface; what the kernel does not tell is NULL, or 0. */
struct net_link {
	int index, master, lower; /* lower: IFLA_LINK, what a VLAN stands on */
	unsigned flags;           /* IFF_UP */
	bool lower_elsewhere; /* `lower` is a number of another namespace: of the one that has this id here */
	int lower_namespace;
	char *name, *kind, *port, *bus, *parent;
};

/* An address or a default route and its interface; `text` as ip(8) prints it. */
struct net_word {
	int index;
	bool link_local;
	char *text;
};

struct network {
	struct net_link *links;
	struct net_word *addresses, *routes;
	struct net_word *sessions;  /* peers of ssh connections */
	struct net_word *strangers; /* interfaces of other namespaces that stand on one of these */
	size_t n_links, n_addresses, n_routes, n_sessions, n_strangers;
};

/* linux_net_links.c, linux_net_addresses.c, linux_net_routes.c: 0 or an errno */
int net_take_links(struct mnl_socket *, struct network *);
int net_take_addresses(struct mnl_socket *, struct network *);
int net_take_routes(struct mnl_socket *, struct network *);
void network_free(struct network *);

/* The text of an address of this family, for the caller to free; NULL: of no family with addresses. */
char *net_address_print(int family, const void *bytes, size_t length);
void net_word_add(struct net_word **words, size_t *n, int index, char *text);
void net_words_free(struct net_word **words, size_t *n);

#endif

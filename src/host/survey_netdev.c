/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells which network interfaces are whose. */
#include "address.h"
#include "survey_answers.h"
#include "survey_identity.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define CLASS_NET "sys/class/net"
#define PATIENCE  UINT64_C(2000000000) /* for the kernel's RTNL lock, in nanoseconds */

/* One line of an answer to NETLINK_LINKS, its words ended. */
struct interface {
	char *name, *address, *port, *mac, *others; /* others: the rest of the line, NULL for none */
};

static bool interface_parse(char *line, struct interface *ret_interface)
{
	struct interface interface = { .others = line };

	interface.name = strsep(&interface.others, "\t");
	interface.address = strsep(&interface.others, "\t");
	interface.port = strsep(&interface.others, "\t");
	interface.mac = strsep(&interface.others, "\t");
	*ret_interface = interface;
	return interface.mac && *interface.name;
}

/* How long the word with the number behind it is; 0: `text` does not begin with such a one. */
static size_t numbered(const char *text, const char *word)
{
	size_t length = string_starts(text, word) ? strlen(word) : 0;
	size_t digits = length ? strspn(text + length, "0123456789") : 0;

	return digits ? length + digits : 0;
}

/*
 * The end of a card's switch to which a function is plugged, no interface of that function's own: "pf0vf1",
 * "c1pf0", "pf0sf88" (net/devlink/port.c, __devlink_port_phys_port_name_get), "p0pf1vf2" (Documentation/
 * networking/representors.rst). It should have no PCI parent, yet mlx5 gives it the physical function, in
 * en_rep.c. The uplink, "p0" or "p0s1", is what the physical function is known by.
 */
bool port_is_representor(const char *port)
{
	port += numbered(port, "p");
	port += numbered(port, "c");
	size_t pf = numbered(port, "pf");
	port += pf;
	port += numbered(port, "vf");
	port += numbered(port, "sf");
	port += numbered(port, "s");
	return pf && !*port;
}

static void interface_add(struct survey *survey, const struct interface *interface, const char *address)
{
	struct function *function = survey_function(survey, address);
	char *rest = interface->others, *other;

	if (!function)
		return;
	identity_add(function, I_NETDEV, interface->name);
	identity_add(function, I_MAC, interface->mac);
	while ((other = strsep(&rest, "\t")))
		identity_add(function, I_ALTNAME, other);
}

/* Interfaces whose parent is no PCI function itself, or whose kernel does not tell it. */
struct strays {
	struct interface *all;
	size_t n;
};

static void strays_take(struct host *host, struct survey *survey, const struct strays *strays)
{
	AUTO_TEXT struct text wanted = { 0 };
	struct answers answers;

	for (size_t i = 0; i < strays->n; i++)
		names_add(&wanted, strays->all[i].name, true);
	answers_gather(&answers, host, CLASS_NET, &wanted);
	for (size_t i = 0; i < strays->n; i++) {
		struct reading link = { 0 };

		answers_take(&answers, NULL, &link);
		AUTO_FREE char *address = link.is == R_VALUE ? address_last(link.text) : NULL;
		if (address)
			interface_add(survey, &strays->all[i], address);
		reading_free(&link);
	}
	answers_free(&answers);
}

static void interfaces_take(struct host *host, struct survey *survey, char *lines)
{
	struct strays strays = { 0 };
	struct interface interface;
	char *line;

	while ((line = strsep(&lines, "\n"))) {
		if (!interface_parse(line, &interface) || port_is_representor(interface.port))
			continue;
		if (*interface.address) {
			interface_add(survey, &interface, interface.address);
			continue;
		}
		strays.all = memory_grow(strays.all, strays.n, sizeof(interface));
		strays.all[strays.n++] = interface;
	}
	if (strays.n > 0)
		strays_take(host, survey, &strays);
	free(strays.all);
}

static const char *answer_why(const struct done *done)
{
	if (done->err == ETIMEDOUT)
		return "the kernel told no interfaces in time: a driver may hold its RTNL lock";
	return done->len ? done->data : strerror(done->err);
}

void netdevs_take(struct host *host, struct survey *survey)
{
	struct op op = { .verb = OP_NETLINK, .path = NETLINK_LINKS, .deadline_ns = PATIENCE };
	struct done done;
	const char *why = host_do(host, &op, &done) ? answer_why(&done) : NULL;

	identities_fill(survey, I_NETDEV, I_MAC, why);
	if (!why)
		interfaces_take(host, survey, done.data);
	done_free(&done);
}

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
	char *name, *address, *mac, *others; /* others: the rest of the line, NULL for none */
};

static bool interface_parse(char *line, struct interface *ret_interface)
{
	struct interface interface = { .others = line };

	interface.name = strsep(&interface.others, "\t");
	interface.address = strsep(&interface.others, "\t");
	interface.mac = strsep(&interface.others, "\t");
	*ret_interface = interface;
	return interface.mac && *interface.name;
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

/*
 * The last function on the way to the interface: "../../devices/pci0000:00/0000:00:03.0/virtio0/net/eth0".
 * NULL when it is on no PCI bus.
 */
static char *path_function(const char *path)
{
	char *found = NULL;

	while (*path) {
		size_t length = strcspn(path, "/");

		if (address_valid_bytes(path, length)) {
			free(found);
			found = text_print("%.*s", (int)length, path);
		}
		path += length + (path[length] == '/');
	}
	return found;
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
		AUTO_FREE char *address = link.is == R_VALUE ? path_function(link.text) : NULL;
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
		if (!interface_parse(line, &interface))
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

	identity_fill(survey, I_NETDEV, why);
	identity_fill(survey, I_ALTNAME, why);
	identity_fill(survey, I_MAC, why);
	if (!why)
		interfaces_take(host, survey, done.data);
	done_free(&done);
}

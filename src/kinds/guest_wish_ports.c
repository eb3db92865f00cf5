/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The root ports above the functions of a guest. */
#include "address.h"
#include "closure.h"
#include "guest_wish.h"
#include <stdlib.h>
#include <string.h>

const struct function *hostdev_function(
	const struct resource *guest, size_t i, const struct survey *survey, const struct state *state)
{
	const struct resource *device = hostdev_device(guest, i, state);
	const struct function *there;

	if (device)
		return device_function(survey, device);
	there = hostdev_there(guest, i, survey, state);
	return there && there->physfn ? there->physfn : there;
}

struct ports {
	char **all, *missing;
	size_t n;
};

/* Each once: a guest has few of them. */
static void ports_add(struct ports *ports, const struct function *function, const char *name)
{
	char *port = function ? function_root_port(function) : NULL;
	size_t k = 0;

	if (!port) {
		free(ports->missing);
		ports->missing = string_copy(name);
		return;
	}
	while (k < ports->n && !string_equal(ports->all[k], port))
		k++;
	if (k == ports->n)
		ports->all[ports->n++] = port;
	else
		free(port);
}

char **guest_ports(const struct resource *guest, const struct survey *survey, const struct state *state,
	char **ret_missing)
{
	const struct list *hostdevs = &((const struct guest_body *)guest->body)->hostdevs;
	struct ports ports = { .all = memory_new(hostdevs->n + 1, sizeof(*ports.all)) };

	for (size_t i = 0; i < hostdevs->n; i++)
		ports_add(&ports, hostdev_function(guest, i, survey, state), hostdev_name(guest, i));
	*ret_missing = ports.missing;
	return ports.all;
}

char **guest_ports_defined(const struct guest *guest, const struct survey *survey, char **ret_missing)
{
	const char *rest = guest_hostdevs(guest);
	struct ports ports = { .all = memory_new(strlen(rest) + 1, sizeof(*ports.all)) };

	while (*rest) {
		AUTO_FREE char *address = words_next(&rest);

		ports_add(&ports, address_valid(address) ? survey_function(survey, address) : NULL, address);
	}
	*ret_missing = ports.missing;
	return ports.all;
}

void guest_ports_free(char **ports)
{
	for (size_t i = 0; ports && ports[i]; i++)
		free(ports[i]);
	free(ports);
}

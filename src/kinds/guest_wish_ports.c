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

	return device ? device_function(survey, device) : NULL;
}

/* Each once: a guest has few of them. */
static void ports_add(char **ports, size_t *n, const struct function *function)
{
	char *port = function ? function_root_port(function) : NULL;
	size_t k = 0;

	while (port && k < *n && !string_equal(ports[k], port))
		k++;
	if (port && k == *n)
		ports[(*n)++] = port;
	else
		free(port);
}

char **guest_ports(const struct resource *guest, const struct survey *survey, const struct state *state)
{
	size_t hostdevs = ((const struct guest_body *)guest->body)->hostdevs.n, n = 0;
	char **ports = memory_new(hostdevs + 1, sizeof(*ports));

	for (size_t i = 0; i < hostdevs; i++)
		ports_add(ports, &n, hostdev_function(guest, i, survey, state));
	return ports;
}

char **guest_ports_defined(const struct guest *guest, const struct survey *survey)
{
	AUTO_FREE char *all = string_copy(guest_hostdevs(guest));
	char **ports = memory_new(strlen(all) + 1, sizeof(*ports)), *rest = all, *address;
	size_t n = 0;

	while ((address = strsep(&rest, " ")))
		ports_add(ports, &n, address_valid(address) ? survey_function(survey, address) : NULL);
	return ports;
}

void guest_ports_free(char **ports)
{
	for (size_t i = 0; ports && ports[i]; i++)
		free(ports[i]);
	free(ports);
}

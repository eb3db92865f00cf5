/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ports of a drive of the twin: each has all of its namespaces (NVMe Base Specification 2.0, 2.4). */
#include "nvme_namespaces.h"
#include "twin_nvme.h"
#include <string.h>

/* Ports find one another by what the drive says of itself, which nobody can ask once their driver is gone. */
static const char *subsystem_of(const struct twin *twin, const char *address)
{
	const struct entry *entry = entries_find(&twin->subsystems, address);

	return entry ? entry->bytes : NULL;
}

static void port_join(struct twin *twin, const struct function *port, const struct function *pf)
{
	const char *subsystem = subsystem_of(twin, pf->address);

	if (!subsystem)
		subsystem = pf->address;
	entries_set(&twin->subsystems, pf->address, subsystem, strlen(subsystem));
	subsystem = subsystem_of(twin, pf->address);
	entries_set(&twin->subsystems, port->address, subsystem, strlen(subsystem));
}

void ports_find(struct twin *twin)
{
	for (size_t i = 0; i < twin->world.n; i++) {
		const struct function *pf = twin->world.functions[i];

		for (size_t k = i + 1; drive_told(pf) && k < twin->world.n; k++)
			if (drive_is_port(twin->world.functions[k], pf))
				port_join(twin, twin->world.functions[k], pf);
	}
}

static void ports_follow(const struct twin *twin, const struct survey *ports, const struct function *pf)
{
	const char *subsystem = subsystem_of(twin, pf->address);

	for (size_t i = 0; subsystem && i < ports->n; i++) {
		struct function *port = ports->functions[i];

		if (string_equal(port->address, pf->address) || !drive_told(port) ||
			!string_equal(subsystem_of(twin, port->address), subsystem))
			continue;
		drive_follow(port->drive, pf->drive);
		drive_tell(port);
	}
}

void drive_ports_follow(const struct twin *twin, const struct function *pf)
{
	ports_follow(twin, &twin->world, pf);
	ports_follow(twin, &twin->driverless, pf);
}

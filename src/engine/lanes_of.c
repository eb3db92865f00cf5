/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which physical devices of a survey must share a lane. */
#include "closure.h"
#include "engine.h"
#include "lanes.h"
#include "platform.h"

static bool has_secure_world(const struct state *want)
{
	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_host)
			return platform_of(want->all[i])->traits & PLATFORM_SECURE_WORLD;
	return false;
}

static void join(struct lanes *lanes, const struct function *function, const char *what, const char *name)
{
	AUTO_FREE char *device = function && name ? function_device(function) : NULL;
	AUTO_FREE char *joined = device ? text_print("%s %s", what, name) : NULL;

	if (device)
		lanes_join(lanes, device, joined);
}

/* Of a serial number that is not known nothing is joined. */
static void join_drive(struct lanes *lanes, const struct function *function)
{
	const struct reading *serial = &function->identity[I_NVME_SERIAL];

	if (function->drive && serial->is == R_VALUE)
		join(lanes, function, "drive", serial->text);
}

/* What one guest gets is in one lane. */
static void join_guest(struct lanes *lanes, const struct survey *survey, const struct resource *guest,
	const struct state *want)
{
	const struct guest_body *body = guest->body;

	for (size_t i = 0; i < body->hostdevs.n; i++)
		join(lanes, hostdev_function(guest, i, survey, want), "guest", guest->name);
}

/*
 * IOMMU groups join the physical devices of their functions: what is in one group is handed over as one.
 * Where there is a secure world, so is all that is below one root port. Ports of one drive have one serial:
 * what is changed through one has changed for the other.
 */
struct lanes *survey_lanes(const struct survey *survey, const struct state *want)
{
	struct lanes *lanes = lanes_new();
	bool ports = has_secure_world(want);

	for (size_t i = 0; i < survey->n; i++) {
		const struct function *function = survey->functions[i];
		AUTO_FREE char *port = ports ? function_root_port(function) : NULL;

		join(lanes, function, "group", function_link(function, A_GROUP));
		join_drive(lanes, function);
		join(lanes, function, "port", port);
	}
	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_guest)
			join_guest(lanes, survey, want->all[i], want);
	return lanes;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of platforms. */
#include "platform.h"

static const struct platform vfio = {
	.name = PLATFORM_STANDARD,
	.summary = "plain device assignment: guests are not protected from the host",
};

const struct platform *const platforms[] = { &vfio, &platform_virtcca, NULL };
const char *const platform_names[] = { PLATFORM_STANDARD, "virtcca", NULL };

const struct platform *platform_find(const char *name)
{
	for (const struct platform *const *platform = platforms; *platform; platform++)
		if (string_equal((*platform)->name, name))
			return *platform;
	return NULL;
}

const struct platform *platform_of(const struct resource *resource)
{
	const struct resource *host = resource_above(resource, &kind_host);
	const struct host_body *body = host ? host->body : NULL;

	return body && body->platform ? platform_find(body->platform) : platforms[0];
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of kinds: all that a pawl file can wish for. */
#include "kind.h"
#include "namespaces.h"
#include "share.h"

const struct kind *const kinds[] = {
	&kind_file,
	&kind_defaults,
	&kind_classes,
	&kind_host,
	&kind_run,
	&kind_device,
	&kind_vf_pool,
	&kind_vf_net,
	&kind_nvme,
	&kind_primary,
	&kind_vf_share,
	&kind_namespace,
	&kind_namespace_left,
	&kind_driver,
	&kind_eswitch,
	&kind_guest,
	NULL,
};

const struct kind *kind_below(const struct kind *parent, const char *key)
{
	for (const struct kind *const *kind = kinds; *kind; kind++)
		if (string_equal((*kind)->under, parent->name) && string_equal((*kind)->key, key))
			return *kind;
	return NULL;
}

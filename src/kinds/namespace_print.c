/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prints what an operator is to write of a namespace, into a file or at a shell. */
#include "namespaces.h"
#include <inttypes.h>

char *namespace_adopt_print(const struct drive_namespace *namespace)
{
	static const size_t rows[] = {
		[ID_NGUID] = ADOPT_NGUID, [ID_EUI64] = ADOPT_EUI64, [ID_UUID] = ADOPT_UUID
	};
	const struct field *fields = kind_namespace.fields[NS_ADOPT].fields;
	enum namespace_id which = ID_NGUID;
	const char *id = namespace_identity(namespace, &which);

	return id ? text_print("adopt: {nsid: %" PRIu32 ", %s: \"%s\"}", namespace->nsid,
			    fields[rows[which]].name, id)
		  : text_print("adopt: {nsid: %" PRIu32 "}", namespace->nsid);
}

char *namespace_detach_command(const struct function *pf, uint32_t nsid, unsigned controller)
{
	return text_print("`nvme detach-ns /dev/$(ls /sys/bus/pci/devices/%s/nvme) -n %" PRIu32 " -c %u`",
		pf->address, nsid, controller);
}

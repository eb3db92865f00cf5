/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Has the driver of one controller of an NVMe drive look which namespaces it has. */
#include "knob_sysfs.h"
#include "linux.h"
#include <stdlib.h>
#include <string.h>

/* Below `directory` there may be a directory of the controller that the nvme driver has made of it. */
static void rescan_below(int root, const char *directory, uint16_t cntlid)
{
	AUTO_FREE char *controllers = text_print("%s/nvme", directory);
	AUTO_TEXT struct text names = { 0 }, id = { 0 }, unused = { 0 };

	if (file_do(root, &(struct op){ .verb = OP_LIST, .path = controllers }, &names) || !names.length)
		return;
	names.bytes[strcspn(names.bytes, "\n")] = '\0';
	AUTO_FREE char *number = text_print("%s/%s/cntlid", controllers, names.bytes);
	AUTO_FREE char *rescan = text_print("%s/%s/rescan_controller", controllers, names.bytes);
	if (file_do(root, &(struct op){ .verb = OP_READ, .path = number }, &id) == 0 &&
		strtoul(text_string(&id), NULL, 10) == cntlid)
		file_do(root, &(struct op){ .verb = OP_WRITE, .path = rescan, .in = "1", .in_len = 1 },
			&unused);
}

/* drivers/nvme/host/sysfs.c, nvme_sysfs_rescan: the kernel looks when it comes to it, and tells no error. */
void nvme_rescan(int root, const char *pf, uint16_t cntlid)
{
	AUTO_FREE char *directory = text_print(PCI_DEVICES "/%s", pf);
	AUTO_TEXT struct text names = { 0 };

	rescan_below(root, directory, cntlid);
	if (file_do(root, &(struct op){ .verb = OP_LIST, .path = directory }, &names))
		return;
	for (char *rest = names.bytes, *name; (name = strsep(&rest, "\n"));) {
		AUTO_FREE char *vf = text_print("%s/%s", directory, name);

		if (string_starts(name, "virtfn"))
			rescan_below(root, vf, cntlid);
	}
}

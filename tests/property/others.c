/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes what others than pawl do to a machine: by hand, by other managers, by pulling cards. */
#include "address.h"
#include "eswitch.h"
#include "history.h"
#include "nvme_command.h"
#include <stdlib.h>
#include <string.h>

/* A physical function with SR-IOV; NULL: the machine has none. */
static const struct function *some_pf(struct dice *dice, const struct survey *machine)
{
	size_t first = dice_pick(dice, machine->n);

	for (size_t i = 0; i < machine->n; i++) {
		const struct function *function = machine->functions[(first + i) % machine->n];

		if (function_text(function, A_TOTALVFS))
			return function;
	}
	return NULL;
}

/* The address that one of its first VFs has; the caller frees it. */
static char *some_vf(struct dice *dice, const struct function *pf)
{
	struct routing routing = address_routing(pf->address);
	int64_t offset = 0, stride = 0;

	function_number(pf, A_OFFSET, &offset);
	function_number(pf, A_STRIDE, &stride);
	routing.number += offset + stride * (int64_t)dice_pick(dice, 3);
	return routing_print(&routing);
}

static char *some_function(struct dice *dice, const struct survey *machine)
{
	const struct function *pf = some_pf(dice, machine);

	return pf && dice_chance(dice, 60) ? some_vf(dice, pf)
					   : string_copy(pf ? pf->address : "0000:00:01.0");
}

#define PCI "sys/bus/pci/devices/"

/* What is set for a VF, or of the switch that it hangs on. */
static char *network_change(struct dice *dice, const struct function *pf)
{
	static const char *const settings[] = { "trust true", "trust false", "spoofchk false",
		"link_state enable", "link_state disable", "mac 52:54:00:02:00:01", "mac 52:54:00:01:00:01" };

	if (pf->identity[I_ESWITCH].is == R_VALUE && dice_chance(dice, 40))
		return text_print(ESWITCH_PCI "%s" ESWITCH_MODE_OF " %s", pf->address,
			eswitch_modes[dice_pick(dice, 2)]);
	return text_print(NETLINK_VFS "%s/%zu/%s", pf->address, dice_pick(dice, 3),
		settings[dice_pick(dice, sizeof(settings) / sizeof(settings[0]))]);
}

static char *drive_change(struct dice *dice, const struct function *pf)
{
	static const char *const settings[] = { "online false", "online false", "online true", "queues 2",
		"queues 0", "interrupts 1" };

	return text_print(NVME_DRIVES "%s/%zu/%s", pf->address, dice_pick(dice, 3),
		settings[dice_pick(dice, sizeof(settings) / sizeof(settings[0]))]);
}

/* Makes one as large as one that is wished for, or as none is; deletes, gives, takes. */
static char *namespace_change(struct dice *dice, const struct function *pf)
{
	const struct drive *drive = pf->drive;
	size_t nsid = 1 + dice_pick(dice, 5), holder = dice_pick(dice, drive->n_secondaries + 1);
	unsigned cntlid = holder < drive->n_secondaries ? drive->secondaries[holder].cntlid
							: (unsigned)drive->numbers[D_CNTLID];

	switch (dice_pick(dice, 5)) {
	case 0:
		return text_print(NVME_DRIVES "%s/ns/by-hand create:%zux512", pf->address,
			(1 + dice_pick(dice, 3)) << (dice_chance(dice, 80) ? 21 : 20));
	case 1:
		return text_print(NVME_DRIVES "%s/ns/by-hand delete:%zu", pf->address, nsid);
	case 2:
		return text_print(NVME_DRIVES "%s/namespace/%zu detach:%u", pf->address, nsid, cntlid);
	default:
		return text_print(NVME_DRIVES "%s/namespace/%zu attach:%u", pf->address, nsid, cntlid);
	}
}

/* "PATH VALUE": what an administrator, driverctl or a manager of VFs writes. */
char *some_change(struct dice *dice, struct tale *tale)
{
	const struct survey *machine = &tale->machine;
	static const char *const drivers[] = { "vfio-pci", "none", "igbvf", "hisdk3", "pci-stub" };
	const char *driver = drivers[dice_pick(dice, sizeof(drivers) / sizeof(drivers[0]))];
	const struct function *pf = some_pf(dice, machine);
	AUTO_FREE char *function = some_function(dice, machine);

	if (tale->wild && pf && pf->drive && dice_chance(dice, 40)) {
		tale->others_make = true;
		return namespace_change(dice, pf);
	}
	switch (dice_pick(dice, pf ? 8 : 3)) {
	case 0:
		return text_print(PCI "%s/driver_override %s", function, driver);
	case 1:
		return text_print(PCI "%s/driver/unbind %s", function, function);
	case 2:
		return text_print("sys/bus/pci/drivers_probe %s", function);
	case 3:
		return text_print(PCI "%s/sriov_drivers_autoprobe %zu", pf->address, dice_pick(dice, 2));
	case 4:
	case 5:
		return pf->drive ? drive_change(dice, pf) : network_change(dice, pf);
	default:
		return text_print(PCI "%s/sriov_numvfs %zu", pf->address,
			dice_chance(dice, 50) ? 0 : dice_pick(dice, 6));
	}
}

/* What is left of it may stand in the way of the wish, as a function without its driver: a boot clears it. */
static void add_change(struct dice *dice, struct tale *tale)
{
	AUTO_FREE char *change = some_change(dice, tale);

	tale->by_hand = true;
	event_add(tale, text_print("write %s ?\n", change), string_copy("reboot\n"));
}

/* VFs of NVMe drives are left behind on the bus. */
static void add_removal(struct dice *dice, struct tale *tale)
{
	const struct function *function = tale->machine.functions[dice_pick(dice, tale->machine.n)];
	bool clear = tale->confidential || string_equal(function_text(function, A_CLASS), "0x010802");

	tale->by_hand = true;
	event_add(tale, text_print("write " PCI "%s/remove 1 ?\n", function->address),
		string_copy(
			clear ? "write sys/bus/pci/rescan 1 ?\nreboot\n" : "write sys/bus/pci/rescan 1 ?\n"));
}

/* Somebody has a function, or one of pawl's locks. */
static void add_hold(struct dice *dice, struct tale *tale)
{
	AUTO_FREE char *function = some_function(dice, &tale->machine);
	AUTO_FREE char *device = string_part(function, strlen("0000:00:00"));
	AUTO_FREE char *object = dice_chance(dice, 70)   ? string_copy(function)
				 : dice_chance(dice, 80) ? text_print("device/%s", device)
							 : string_copy("host");

	tale->by_hand = true;
	event_add(tale, text_print("hold %s somebody\n", object), text_print("release %s\n", object));
}

static void add_modprobe(struct dice *dice, struct tale *tale)
{
	static const char *const drivers[] = { "igbvf", "vfio-pci", "hisdk3", "nvme" };

	tale->by_hand = true;
	event_add(tale,
		text_print("modprobe %s\n", drivers[dice_pick(dice, sizeof(drivers) / sizeof(drivers[0]))]),
		string_copy("reboot\n"));
}

/* Another manager's file: what it tells is refused, and nothing is changed by it. */
static void add_claim(struct dice *dice, struct tale *tale)
{
	AUTO_FREE char *function = some_function(dice, &tale->machine);
	const struct function *pf = some_pf(dice, &tale->machine);
	AUTO_FREE char *path = NULL, *body = NULL;

	switch (dice_pick(dice, 3)) {
	case 0:
		path = text_print("etc/driverctl.d/pci-%s", function);
		body = string_copy(dice_chance(dice, 50) ? "vfio-pci" : "none");
		break;
	case 1:
		path = string_copy("etc/modprobe.d/vfio.conf");
		body = string_copy("options vfio-pci ids=8086:10ca,19e5:375f");
		break;
	default:
		path = text_print("etc/sriov-operator/pci/%s", pf ? pf->address : function);
		body = text_print(
			"{\"pciAddress\":\"%s\",\"numVfs\":%zu,\"name\":\"eth0\",\"eSwitchMode\":\"%s\"}",
			pf ? pf->address : function, dice_pick(dice, 4), eswitch_modes[dice_pick(dice, 2)]);
	}
	event_add(tale, text_print("put %s\n| %s\n", path, body), text_print("put %s\n", path));
}

void others_add(struct dice *dice, struct tale *tale)
{
	switch (dice_pick(dice, 7)) {
	case 0:
		add_removal(dice, tale);
		break;
	case 1:
		add_hold(dice, tale);
		break;
	case 2:
		add_modprobe(dice, tale);
		break;
	case 3:
		add_claim(dice, tale);
		break;
	default:
		add_change(dice, tale);
	}
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes a random machine: ports, cards of several kinds, IOMMU groups, drivers, users of devices. */
#include "eswitch.h"
#include "nvme.h"
#include "tale.h"
#include <stdlib.h>

/* `vfs`: most VFs; NULL: no SR-IOV. Ids as in the facts of examples/ and the lab. */
struct model {
	const char *vendor, *device, *class, *driver;
	const char *vfs, *offset, *stride, *vf_device;
	unsigned functions; /* at most */
	bool netdev, eswitch, nvme;
};

static const struct model models[] = {
	{ "0x8086", "0x10c9", "0x020000", "igb", "7", "128", "2", "10ca", 2, .netdev = true },
	{ "0x19e5", "0x0222", "0x020000", "hisdk3", "12", "8", "16", "375f", 3, .netdev = true },
	{ "0x15b3", "0x101d", "0x020000", "mlx5_core", "4", "2", "2", "101e", 2, .netdev = true,
		.eswitch = true },
	{ "0x1b36", "0x0010", "0x010802", "nvme", "4", "1", "1", "10", 1, .nvme = true },
	{ "0x1002", "0x744c", "0x030000", "amdgpu", NULL, NULL, NULL, NULL, 2, .nvme = false },
	{ "0x8086", "0x1592", "0x020000", "ice", "6", "8", "1", "1889", 1, .netdev = true, .eswitch = true },
	{ "0x19e5", "0x3754", "0x010802", "nvme", "3", "1", "1", "3754", 1, .nvme = true },
	{ "0x14e4", "0x1750", "0x020000", "bnxt_en", "4", "8", "1", "1806", 1, .netdev = true,
		.eswitch = true },
};
enum { N_MODELS = sizeof(models) / sizeof(models[0]) };

/* All functions of a card are made from this. */
struct card {
	struct dice *dice;
	const struct model *model;
	unsigned number;
	char *above; /* the path of its port, without the last slash */
	unsigned group;
	bool acs; /* else all below the port is in the port's group */
};

static void set_link(struct function *function, enum attribute row, const char *directory, const char *name)
{
	AUTO_FREE char *link = text_print("../../../../%s/%s", directory, name);

	function_set(function, row, link);
}

static void set_group(struct function *function, unsigned number)
{
	AUTO_FREE char *name = text_print("%u", number);

	set_link(function, A_GROUP, "kernel/iommu_groups", name);
}

static void set_identity(struct function *function, enum identity row, char *text)
{
	reading_free(&function->identity[row]);
	function->identity[row] = (struct reading){ .is = text ? R_VALUE : R_ABSENT, .text = text };
}

static struct function *add_function(struct survey *machine, const char *address, const char *above)
{
	struct function *function = survey_add(machine, address);
	AUTO_FREE char *path = text_print("%s/%s", above, address);

	for (enum attribute row = 0; row < N_ATTRIBUTES; row++)
		function_set(function, (enum attribute)row, NULL);
	for (enum identity row = 0; row < N_IDENTITIES; row++)
		set_identity(function, (enum identity)row, NULL);
	function_set(function, A_PATH, path);
	function_set(function, A_SUBSYSTEM_VENDOR, "0x1af4");
	function_set(function, A_SUBSYSTEM_DEVICE, "0x1100");
	function_set(function, A_NUMA, "0");
	function_set(function, A_OVERRIDE, "");
	return function;
}

static void set_sriov(struct function *function, const struct model *model)
{
	if (!model->vfs)
		return;
	function_set(function, A_TOTALVFS, model->vfs);
	function_set(function, A_NUMVFS, "0");
	function_set(function, A_AUTOPROBE, "1");
	function_set(function, A_OFFSET, model->offset);
	function_set(function, A_STRIDE, model->stride);
	function_set(function, A_VF_DEVICE, model->vf_device);
}

/* Sizes that no wish has (disks.h), nor what remains: one of the PF's, one that nobody has. */
static void add_namespaces(struct dice *dice, struct drive *drive)
{
	size_t n = dice_pick(dice, 3);

	drive->numbers[D_NN] = 8;
	drive->numbers[D_TNVMCAP] = (UINT64_C(24) << 30) + (UINT64_C(1) << 28);
	drive->numbers[D_UNVMCAP] = drive->numbers[D_TNVMCAP];
	drive->formats = memory_new(1, sizeof(*drive->formats));
	drive->formats[drive->n_formats++] = 512;
	for (uint32_t i = 0; i < n; i++) {
		struct drive_namespace *namespace = drive_add_namespace(drive, 1 + 2 * i);

		namespace->block_bytes = 512;
		namespace->blocks = UINT64_C(7) << 20;
		namespace->eui64 = text_print("0025385b7100%04x", i);
		drive->numbers[D_UNVMCAP] -= namespace->blocks * namespace->block_bytes;
		if (i == 0)
			namespace_attach(namespace, (uint16_t)drive->numbers[D_CNTLID]);
	}
}

/* Some give queues alone, some hold a few themselves, and not all can give anything (nvme.h). */
static struct drive *some_drive(struct dice *dice, uint16_t vfs)
{
	struct drive *drive = drive_new();
	bool interrupts = dice_chance(dice, 50);
	uint16_t first = (uint16_t)(1 + dice_pick(dice, 2));

	drive->numbers[D_OACS] = OACS_NAMESPACES;
	drive->numbers[D_CNTLID] = first + vfs + dice_pick(dice, 3);
	add_namespaces(dice, drive);
	if (dice_chance(dice, 5))
		return drive;
	drive->numbers[D_OACS] |= OACS_VIRTUALIZATION;
	drive->numbers[D_CRT] = CRT_QUEUES | (interrupts ? CRT_INTERRUPTS : 0);
	drive->numbers[D_VQFRT] = 16 + dice_pick(dice, 17);
	drive->numbers[D_VQFRSM] = 8;
	drive->numbers[D_VQRFAP] = dice_chance(dice, 10) ? 8 : 0;
	drive->numbers[D_VIFRT] = interrupts ? 16 : 0;
	drive->numbers[D_VIFRSM] = interrupts ? 4 : 0;
	drive->secondaries = memory_new(vfs, sizeof(*drive->secondaries));
	for (uint16_t i = 0; i < vfs; i++)
		drive->secondaries[drive->n_secondaries++] =
			(struct secondary){ .cntlid = (uint16_t)(first + i), .vf = (uint16_t)(i + 1) };
	return drive;
}

static void add_card_function(struct survey *machine, const struct card *card, unsigned number)
{
	const struct model *model = card->model;
	AUTO_FREE char *address = text_print("0000:%02x:00.%u", card->number * 8, number);
	struct function *function = add_function(machine, address, card->above);

	function_set(function, A_VENDOR, model->vendor);
	function_set(function, A_DEVICE, model->device);
	function_set(function, A_CLASS, model->class);
	if (model->driver)
		set_link(function, A_DRIVER, "bus/pci/drivers", model->driver);
	set_group(function, card->acs ? card->group + 1 + number : card->group);
	set_sriov(function, model);
	if (model->netdev) {
		set_identity(function, I_NETDEV, text_print("eth%uf%u", card->number, number));
		set_identity(function, I_MAC, text_print("52:54:00:00:%02x:%02x", card->number, number * 16));
	}
	if (model->eswitch)
		set_identity(function, I_ESWITCH, string_copy(ESWITCH_LEGACY));
	if (!model->nvme)
		return;
	set_identity(function, I_NVME_SERIAL, text_print("SERIAL%u", card->number));
	function->drive = some_drive(card->dice, (uint16_t)strtoul(model->vfs, NULL, 10));
}

/* Most cards of a host with a secure world have drivers that were made for it (platforms/virtcca.c). */
static const struct model *some_model(struct dice *dice, bool secure_world, bool wild)
{
	static const unsigned char secure[] = { 1, 2, 3, 6 }, drives[] = { 3, 6 };

	if (wild && dice_chance(dice, 75))
		return &models[drives[dice_pick(dice, sizeof(drives))]];
	if (secure_world && dice_chance(dice, 90))
		return &models[secure[dice_pick(dice, sizeof(secure))]];
	return &models[dice_pick(dice, N_MODELS)];
}

/* Bridges without access control services put all below them into one group, as vfs_share_group sees. */
static void add_card(struct dice *dice, bool secure_world, bool wild, struct survey *machine, unsigned number)
{
	AUTO_FREE char *port = text_print("0000:00:%02x.0", number);
	struct card card = { .dice = dice,
		.model = some_model(dice, secure_world, wild),
		.number = number,
		.group = number * 16,
		.acs = dice_chance(dice, secure_world ? 95 : 80) };
	struct function *bridge = add_function(machine, port, "../../../devices/pci0000:00");
	unsigned functions = 1 + (unsigned)dice_pick(dice, card.model->functions);

	card.above = text_print("../../../devices/pci0000:00/%s", port);
	function_set(bridge, A_VENDOR, "0x8086");
	function_set(bridge, A_DEVICE, "0x3420");
	function_set(bridge, A_CLASS, "0x060400");
	set_link(bridge, A_DRIVER, "bus/pci/drivers", "pcieport");
	set_group(bridge, card.group);
	for (unsigned i = 0; i < functions; i++)
		add_card_function(machine, &card, i);
	free(card.above);
}

static void add_drivers(struct dice *dice, struct survey *machine)
{
	static const char *const drivers[] = { "amdgpu", "bnxt_en", "hisdk3", "iavf", "ice", "igb", "igbvf",
		"mlx5_core", "nvme", "pcieport", "vfio-pci" };
	size_t n = sizeof(drivers) / sizeof(drivers[0]) - dice_chance(dice, 4);

	for (size_t i = 0; i < n; i++) {
		machine->drivers = memory_grow(machine->drivers, i, sizeof(char *));
		machine->drivers[i] = string_copy(drivers[i]);
		machine->n_drivers = i + 1;
	}
}

static void add_user(struct dice *dice, struct survey *machine)
{
	struct function *function = machine->functions[dice_pick(dice, machine->n)];
	bool netdev = function->identity[I_NETDEV].is == R_VALUE;
	static const enum use uses[] = { USE_ADDRESS, USE_PORT, USE_MANAGEMENT, USE_SSH };
	struct user user = { .use = USE_MOUNT, .function = function->address };

	if (!function_text(function, A_TOTALVFS))
		return;
	user.who = (char *)(netdev ? "192.0.2.2/24" : "/srv");
	user.through = (char *)(netdev ? "eth" : "nvme0n1");
	if (netdev)
		user.use = uses[dice_pick(dice, sizeof(uses) / sizeof(uses[0]))];
	users_add(&machine->users, &user);
}

static void add_machine_facts(struct survey *machine)
{
	static const char *const facts[N_MACHINE_FACTS] = {
		[M_HOSTNAME] = "random",
		[M_MACHINE_ID] = "0123456789abcdef0123456789abcdef",
		[M_DMI_SERIAL] = "SERIAL",
		[M_DMI_PRODUCT] = "random",
		[M_KERNEL] = "6.12.0-amd64",
		[M_CMDLINE] = "quiet",
		[M_BOOT_ID] = "00000000-0000-4000-8000-000000000000",
	};

	for (size_t i = 0; i < N_MACHINE_FACTS; i++)
		machine->machine[i] = (struct reading){ .is = R_VALUE, .text = string_copy(facts[i]) };
}

void machine_make(struct dice *dice, bool secure_world, bool wild, struct survey *machine)
{
	unsigned cards = 1 + (unsigned)dice_pick(dice, secure_world ? 2 : 4);

	*machine = (struct survey){ 0 };
	add_machine_facts(machine);
	add_drivers(dice, machine);
	for (unsigned i = 1; i <= cards; i++)
		add_card(dice, secure_world, wild, machine, i);
	if (dice_chance(dice, 25))
		add_user(dice, machine);
}

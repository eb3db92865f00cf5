/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An NVMe controller of the twin: what admin commands do to its drive, and which it refuses. */
#include "nvme_pages.h"
#include "twin_nvme.h"
#include <errno.h>
#include <fnmatch.h>
#include <inttypes.h>
#include <nvme/types.h>
#include <stdlib.h>
#include <string.h>

/* Assumed: no figure of any drive is published. */
#define IDENTIFY (100 * MICROSECOND)
#define MANAGE   (50 * MILLISECOND)

#define ADMIN_TIMEOUT (60 * SECOND) /* drivers/nvme/host/core.c, admin_timeout */

#define SPECIFICATION "NVM Express Base Specification 2.0, 5.24 and 8.26"

/* What drives of a model do where the specification leaves it to them, or against it. */
struct personality {
	const char *model; /* a pattern of fnmatch(3) */
	int beyond;        /* the status for more than is left, when one controller might have as many */
	uint8_t offline;   /* what the list has as the state of one that is offline */
	bool by_function;  /* what the primary is allotted it gets at a function level reset alone */
	bool lies;         /* it says that it manages namespaces, and knows no such command */
	bool each;         /* the formats of blocks it tells of a namespace alone, not of all */
	bool removes;      /* action 1 takes so many from the primary, instead of leaving it so many */
	uint64_t identify, manage; /* what a command takes; 0: as of most */
	unsigned dies;             /* after so many commands; 0: it does not */
	unsigned attachments;      /* the most namespaces of one controller; 0: as many as there are */
	bool by_uuid;              /* a namespace has a UUID, and no NGUID or EUI-64 */
	bool loose;                /* an attachment is held against its own namespaces, whoever it is for */
	const char *source;
};

/* Which resources there are to give, the drive's numbers say: an ES3000 has queues alone. */
static const struct personality personalities[] = {
	{
		.model = "QEMU NVMe Ctrl*",
		.beyond = NVME_INVALID_RESOURCE,
		.by_function = true,
		.lies = true,
		.each = true,
		.loose = true,
		.source =
			"QEMU 10.0.2, hw/nvme/ctrl.c: nvme_assign_virt_res_to_sec, nvme_ctrl_reset, "
			"nvme_ns_attachment; the lab: OACS 1aah, 001h for Namespace Management, and 00bh for "
			"Identify Namespace of all",
	},
	{
		.model = "HWE*",
		.beyond = NVME_INVALID_COUNT,
		.offline = 2,
		.removes = true,
		.source = "ES3000 V3 NVMe PCIe SSD User Guide, issue 20, tables A-36 to A-38: state 02h, no "
			  "interrupts to give, and action 1 is Primary Controller Remove; "
			  "of V5 and V6 nothing is published, they are taken to be like it",
	},
	{
		.model = "PAWL slow*",
		.beyond = NVME_INVALID_COUNT,
		.identify = 1 * SECOND,
		.manage = 25 * SECOND,
		.source = "Linux 6.12, drivers/nvme/host/core.c, admin_timeout: a command may take 60 s, and "
			  "is none too late before; the figures are assumed",
	},
	{
		.model = "PAWL even*",
		.beyond = NVME_INVALID_COUNT,
		.identify = MANAGE,
		.manage = MANAGE,
		.source = SPECIFICATION "; that each command takes as long is assumed, for tests/bench",
	},
	{
		.model = "PAWL dying*",
		.beyond = NVME_INVALID_COUNT,
		.dies = 30,
		.source = "Linux 6.12, drivers/nvme/host/pci.c: nvme_timeout gives up the command with the "
			  "controller, nvme_reset_work finds CSTS.CFS set and leaves it dead; core.c, "
			  "nvme_execute_rq: EINTR, nvme_dev_open: EWOULDBLOCK",
	},
	{
		.model = "PAWL uuid*",
		.beyond = NVME_INVALID_COUNT,
		.by_uuid = true,
		.source = "NVM Express Base Specification 2.0, 5.17.2.4, and QEMU, hw/nvme/ctrl.c, "
			  "nvme_identify_ns_descr_list: who has neither NGUID nor EUI-64 has a UUID",
	},
	{
		.model = "PAWL narrow*",
		.beyond = NVME_INVALID_COUNT,
		.attachments = 1,
		.source = SPECIFICATION ", 5.22.1 and 5.17.2.1 (MAXCNA): 127h; the figure is assumed",
	},
	{ .model = "*", .beyond = NVME_INVALID_COUNT, .source = SPECIFICATION },
};

static const struct personality *personality_of(const struct function *pf)
{
	const struct reading *model = &pf->identity[I_NVME_MODEL];
	const struct personality *row = personalities;

	while (fnmatch(row->model, model->is == R_VALUE ? model->text : "", 0) != 0)
		row++;
	return row;
}

bool controller_manages(const struct controller *controller)
{
	return controller->pf->drive->numbers[D_OACS] & OACS_NAMESPACES &&
	       !personality_of(controller->pf)->lies;
}

bool controller_is_loose(const struct controller *controller)
{
	return personality_of(controller->pf)->loose;
}

bool controller_tells_uuids(const struct controller *controller)
{
	return personality_of(controller->pf)->by_uuid;
}

static void share_set(
	struct drive *drive, struct secondary *secondary, enum flexible resource, uint16_t number)
{
	uint64_t *assigned = &drive->numbers[flexible_resources[resource].assigned];
	uint16_t *share = secondary_share(secondary, resource);

	*assigned -= *assigned < *share ? *assigned : *share;
	*assigned += number;
	*share = number;
}

void secondary_offline(struct drive *drive, struct secondary *secondary)
{
	share_set(drive, secondary, FLEXIBLE_QUEUES, 0);
	share_set(drive, secondary, FLEXIBLE_INTERRUPTS, 0);
	secondary->online = false;
}

static const struct function *vf_of(const struct function *pf, const struct secondary *secondary)
{
	return secondary->vf && secondary->vf <= pf->n_virtfn ? pf->virtfn[secondary->vf - 1] : NULL;
}

unsigned controller_attachments(const struct controller *controller)
{
	return personality_of(controller->pf)->attachments;
}

/* One command of Virtualization Management. */
struct order {
	uint16_t cntlid, number;
	enum flexible resource;
	struct secondary *secondary; /* NULL: no such */
};

static int assign(struct controller *controller, const struct order *order)
{
	struct drive *drive = controller->pf->drive;

	if (order->resource >= N_FLEXIBLE || !drive->numbers[flexible_resources[order->resource].total])
		return NVME_INVALID_RESOURCE;
	if (!order->secondary)
		return NVME_INVALID_CONTROLLER;
	if (order->secondary->online)
		return NVME_INVALID_STATE;
	if (order->number > drive->numbers[flexible_resources[order->resource].most])
		return NVME_INVALID_COUNT;
	if (order->number >
		drive_left(drive, order->resource) + *secondary_share(order->secondary, order->resource))
		return personality_of(controller->pf)->beyond;
	share_set(drive, order->secondary, order->resource, order->number);
	return 0;
}

/* An admin queue and one more, and an interrupt where they are given away (8.26; seen in the lab). */
static bool has_enough(const struct drive *drive, const struct secondary *secondary)
{
	return (!drive->numbers[D_VQFRT] || secondary->queues >= 2) &&
	       (!drive->numbers[D_VIFRT] || secondary->interrupts >= 1);
}

static int bring_online(struct controller *controller, const struct order *order)
{
	if (!order->secondary)
		return NVME_INVALID_CONTROLLER;
	if (!has_enough(controller->pf->drive, order->secondary) || !vf_of(controller->pf, order->secondary))
		return NVME_INVALID_STATE;
	order->secondary->online = true;
	return 0;
}

static int take_offline(struct controller *controller, const struct order *order)
{
	const struct function *vf = order->secondary ? vf_of(controller->pf, order->secondary) : NULL;

	if (!order->secondary)
		return NVME_INVALID_CONTROLLER;
	if (vf && order->secondary->online)
		watch_offline(controller->twin, vf);
	secondary_offline(controller->pf->drive, order->secondary);
	return 0;
}

/* The name under which the twin keeps what the primary is to have after a reset. */
static char *allotted_name(const struct function *pf, enum flexible resource)
{
	return text_print("%s %s", pf->address, drive_numbers[flexible_resources[resource].primary].name);
}

static int allot_primary(struct controller *controller, const struct order *order)
{
	const struct drive *drive = controller->pf->drive;
	AUTO_FREE char *name = NULL, *number = NULL;
	uint64_t total, held = drive->numbers[flexible_resources[order->resource % N_FLEXIBLE].primary],
			removed = order->number < held ? order->number : held,
			left = personality_of(controller->pf)->removes ? held - removed : order->number;

	if (order->resource >= N_FLEXIBLE)
		return NVME_INVALID_RESOURCE;
	if (order->cntlid != drive->numbers[D_CNTLID])
		return NVME_INVALID_CONTROLLER;
	total = drive->numbers[flexible_resources[order->resource].total];
	if (order->number > total)
		return NVME_INVALID_COUNT;
	if (order->number + drive->numbers[flexible_resources[order->resource].assigned] > total)
		return NVME_INVALID_RESOURCE;
	name = allotted_name(controller->pf, order->resource);
	number = text_print("%" PRIu64, left);
	entries_set(&controller->twin->remembered, name, number, strlen(number));
	return 0;
}

static const struct {
	uint32_t action;
	int (*perform)(struct controller *, const struct order *);
	bool counts; /* it answers with the number that it took */
} actions[] = {
	{ NVME_VIRT_MGMT_ACT_PRIM_CTRL_FLEX_ALLOC, allot_primary, true },
	{ NVME_VIRT_MGMT_ACT_OFFLINE_SEC_CTRL, take_offline, false },
	{ NVME_VIRT_MGMT_ACT_ASSIGN_SEC_CTRL, assign, true },
	{ NVME_VIRT_MGMT_ACT_ONLINE_SEC_CTRL, bring_online, false },
};

static int manage(struct controller *controller, struct nvme_command *command)
{
	const struct drive *drive = controller->pf->drive;
	struct order order = { .cntlid = (uint16_t)(command->cdw10 >> 16),
		.number = (uint16_t)command->cdw11,
		.resource = command->cdw10 >> 8 & 7 };
	int status = NVME_INVALID_FIELD;

	if (!(drive->numbers[D_OACS] & OACS_VIRTUALIZATION))
		return NVME_INVALID_OPCODE;
	order.secondary = drive_secondary_by_id(drive, order.cntlid);
	for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++) {
		if (actions[i].action != (command->cdw10 & 0xf))
			continue;
		status = actions[i].perform(controller, &order);
		command->result = !status && actions[i].counts ? order.number : 0;
	}
	return status;
}

static int identify(const struct controller *controller, struct nvme_command *command)
{
	struct nvme_secondary_ctrl_list *list = command->data;
	uint8_t offline = personality_of(controller->pf)->offline;
	int status = drive_identify(controller->pf->drive, command);

	if ((command->cdw10 & 0xff) == NVME_IDENTIFY_CNS_NS && command->nsid == ALL_NAMESPACES &&
		personality_of(controller->pf)->each)
		return NVME_INVALID_NAMESPACE;
	if (status || (command->cdw10 & 0xff) != NVME_IDENTIFY_CNS_SECONDARY_CTRL_LIST)
		return status;
	for (size_t i = 0; i < list->num; i++)
		if (!list->sc_entry[i].scs)
			list->sc_entry[i].scs = offline;
	return 0;
}

static int perform(struct controller *controller, struct nvme_command *command)
{
	int status;

	switch (command->opcode) {
	case nvme_admin_identify:
		return identify(controller, command);
	case nvme_admin_virtual_mgmt:
		return manage(controller, command);
	case nvme_admin_ns_mgmt:
		status = controller_manage_namespaces(controller, command);
		break;
	case nvme_admin_ns_attach:
		status = controller_attach_namespace(controller, command);
		break;
	default:
		return NVME_INVALID_OPCODE;
	}
	drive_ports_follow(controller->twin, controller->pf);
	return status;
}

/* The name under which the twin counts the commands of one that dies. */
static char *commands_name(const struct function *pf)
{
	return text_print("%s commands", pf->address);
}

bool controller_is_dead(const struct twin *twin, const struct function *pf)
{
	AUTO_FREE char *name = commands_name(pf);
	const struct entry *commands = entries_find(&twin->remembered, name);

	return commands && commands->length > personality_of(pf)->dies;
}

static uint64_t time_of(const struct personality *personality, const struct nvme_command *command)
{
	if (command->opcode == nvme_admin_identify)
		return personality->identify ? personality->identify : IDENTIFY;
	return personality->manage ? personality->manage : MANAGE;
}

/* One more than it lives for; the kernel waits for that one. */
static bool dies_now(struct controller *controller)
{
	AUTO_FREE char *name = commands_name(controller->pf);

	if (!personality_of(controller->pf)->dies)
		return false;
	entries_append(&controller->twin->remembered, name, "+", 1);
	return controller_is_dead(controller->twin, controller->pf);
}

int controller_submit(struct nvme_door *door, struct nvme_command *command)
{
	struct controller *controller = (struct controller *)door;
	int status;

	if (dies_now(controller)) {
		twin_delay(controller->twin, ADMIN_TIMEOUT);
		controller_reset(controller->twin, controller->pf, RESET_CONTROLLER);
		return -EINTR;
	}
	status = perform(controller, command);
	twin_delay(controller->twin, time_of(personality_of(controller->pf), command));
	pending_beats(controller->twin);
	if (command->opcode != nvme_admin_identify)
		drive_tell(controller->pf);
	return status;
}

/* 8.26.3, and QEMU's nvme_ctrl_reset: all secondary controllers go offline. */
void controller_reset(struct twin *twin, struct function *pf, enum drive_reset reset)
{
	struct drive *drive = pf->drive;
	AUTO_FREE char *commands = commands_name(pf);

	for (size_t i = 0; i < drive->n_secondaries; i++)
		secondary_offline(drive, &drive->secondaries[i]);
	for (enum flexible i = 0; i < N_FLEXIBLE; i++) {
		AUTO_FREE char *name = allotted_name(pf, i);
		const struct entry *allotted = entries_find(&twin->remembered, name);

		if (!allotted || (reset == RESET_CONTROLLER && personality_of(pf)->by_function))
			continue;
		drive->numbers[flexible_resources[i].primary] = strtoull(allotted->bytes, NULL, 10);
		entries_remove(&twin->remembered, name);
	}
	if (reset == RESET_FUNCTION)
		entries_remove(&twin->remembered, commands);
	drive_tell(pf);
}

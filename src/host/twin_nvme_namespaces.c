/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Namespaces of the twin's drives are made, removed, and given to controllers. */
#include "lookup.h"
#include "nvme_namespaces.h"
#include "nvme_pages.h"
#include "twin_nvme.h"
#include <endian.h>
#include <inttypes.h>
#include <string.h>

/* A new one is not taken for an earlier one of its number, nor of its slot: all drives are counted as one. */
static char *identity_new(struct controller *controller, uint32_t nsid)
{
	static const char name[] = "namespaces";

	entries_append(&controller->twin->remembered, name, "+", 1);
	return text_print("%016" PRIx64 "%08" PRIx32 "%08zx", hash_string(0, controller->pf->address), nsid,
		entries_find(&controller->twin->remembered, name)->length);
}

static uint64_t bytes_of(const struct drive_namespace *one)
{
	return blocks_bytes(one->blocks, (uint64_t)one->block_bytes + one->metadata_bytes);
}

/* The lowest number that none has; 0: all are taken, or it may have no more (5.17.2.1, MNAN). */
static uint32_t nsid_free(const struct drive *drive)
{
	uint64_t most = drive->numbers[D_MNAN];
	uint32_t nsid = 1;

	if (most && drive->n_namespaces >= most)
		return 0;
	while (drive_namespace(drive, nsid))
		nsid++;
	return nsid <= drive->numbers[D_NN] ? nsid : 0;
}

/* A drive that does not tell its capacity has room (D_TNVMCAP). */
static bool has_room(const struct drive *drive, const struct drive_namespace *wanted)
{
	return !drive->numbers[D_TNVMCAP] || bytes_of(wanted) <= drive->numbers[D_UNVMCAP];
}

/* 5.23.1: what the host says of a new one. */
static int create(struct controller *controller, struct nvme_command *command)
{
	const struct nvme_id_ns *data = command->data;
	struct drive *drive = controller->pf->drive;
	size_t format = nvme_format_number(data->flbas);
	struct drive_namespace wanted = { .blocks = le64toh(data->nsze), .shared = data->nmic & 1 };
	struct drive_namespace *made;

	if (command->length != sizeof(*data) || !wanted.blocks || data->ncap != data->nsze)
		return NVME_INVALID_FIELD;
	if (format >= drive->n_formats || !drive->formats[format])
		return NVME_INVALID_FORMAT;
	wanted.block_bytes = drive->formats[format];
	wanted.nsid = nsid_free(drive);
	if (!has_room(drive, &wanted))
		return NVME_NO_CAPACITY;
	if (!wanted.nsid)
		return NVME_NO_NSID;
	*(controller_tells_uuids(controller) ? &wanted.uuid : &wanted.nguid) =
		identity_new(controller, wanted.nsid);
	made = drive_add_namespace(drive, wanted.nsid);
	*made = wanted;
	if (drive->numbers[D_TNVMCAP])
		drive->numbers[D_UNVMCAP] -= bytes_of(made);
	command->result = wanted.nsid;
	return 0;
}

/* 3.2.1: one that cannot be, and one that is not there. */
static int nsid_find(const struct drive *drive, uint32_t nsid, struct drive_namespace **ret_namespace)
{
	struct drive_namespace *namespace = drive_namespace(drive, nsid);

	if (nsid == 0 || nsid > drive->numbers[D_NN])
		return NVME_INVALID_NAMESPACE;
	if (!namespace)
		return NVME_INVALID_FIELD;
	*ret_namespace = namespace;
	return 0;
}

/* 5.23: it is taken from the controllers that have it. */
static int remove_one(struct controller *controller, const struct nvme_command *command)
{
	struct drive *drive = controller->pf->drive;
	struct drive_namespace *namespace = NULL;
	int status = nsid_find(drive, command->nsid, &namespace);

	if (status)
		return status;
	for (size_t i = 0; i < namespace->n_controllers; i++)
		watch_namespace(controller->twin, controller->pf, namespace->nsid, namespace->controllers[i]);
	if (drive->numbers[D_TNVMCAP])
		drive->numbers[D_UNVMCAP] += bytes_of(namespace);
	drive_remove_namespace(drive, command->nsid);
	return 0;
}

int controller_manage_namespaces(struct controller *controller, struct nvme_command *command)
{
	if (!controller_manages(controller))
		return NVME_INVALID_OPCODE;
	switch (command->cdw10 & 0xf) {
	case NVME_NS_MGMT_SEL_CREATE:
		return create(controller, command);
	case NVME_NS_MGMT_SEL_DELETE:
		return remove_one(controller, command);
	default:
		return NVME_INVALID_FIELD;
	}
}

/* `nvme delete-ns -n NSID`: whatever has that number, and whoever has it. */
int controller_delete_namespace(struct controller *controller, uint32_t nsid)
{
	struct nvme_command command = {
		.opcode = nvme_admin_ns_mgmt, .nsid = nsid, .cdw10 = NVME_NS_MGMT_SEL_DELETE
	};
	int status = controller_submit(&controller->door, &command);

	return status > 0 ? nvme_status_errno(status) : -status;
}

static bool has_most(const struct controller *controller, uint16_t cntlid)
{
	const struct drive *drive = controller->pf->drive;
	unsigned most = controller_attachments(controller), n = 0;

	for (size_t i = 0; i < drive->n_namespaces; i++)
		n += namespace_has(&drive->namespaces[i], cntlid);
	return most && n >= most;
}

/* 5.22. Who `loose` is asks whether it has it itself, not whether the other has (seen in the lab). */
static int attach(
	const struct controller *controller, struct drive_namespace *namespace, uint16_t cntlid, bool loose)
{
	uint16_t asked = loose ? (uint16_t)controller->pf->drive->numbers[D_CNTLID] : cntlid;

	if (namespace_has(namespace, asked))
		return NVME_ATTACHED;
	if (has_most(controller, cntlid))
		return NVME_TOO_MANY_ATTACHED;
	if (!namespace->shared && namespace->n_controllers > 0)
		return NVME_PRIVATE;
	namespace_attach(namespace, cntlid);
	return 0;
}

static int detach(
	struct controller *controller, struct drive_namespace *namespace, uint16_t cntlid, bool loose)
{
	if (!loose && !namespace_has(namespace, cntlid))
		return NVME_NOT_ATTACHED;
	watch_namespace(controller->twin, controller->pf, namespace->nsid, cntlid);
	namespace_detach(namespace, cntlid);
	return 0;
}

static int list_check(const struct drive *drive, const struct nvme_ctrl_list *list)
{
	size_t n = le16toh(list->num);

	for (size_t i = 0; i < n && n <= NVME_ID_CTRL_LIST_MAX; i++)
		if (!drive_has_controller(drive, le16toh(list->identifier[i])))
			return NVME_INVALID_LIST;
	return n == 0 || n > NVME_ID_CTRL_LIST_MAX ? NVME_INVALID_LIST : 0;
}

int controller_attach_namespace(struct controller *controller, const struct nvme_command *command)
{
	const struct drive *drive = controller->pf->drive;
	const struct nvme_ctrl_list *list = command->data;
	bool loose = controller_is_loose(controller);
	struct drive_namespace *namespace = NULL;
	uint32_t select = command->cdw10 & 0xf;
	int status = nsid_find(drive, command->nsid, &namespace);

	if (!(drive->numbers[D_OACS] & OACS_NAMESPACES))
		return NVME_INVALID_OPCODE;
	if (command->length != sizeof(*list) || select > NVME_NS_ATTACH_SEL_CTRL_DEATTACH)
		return NVME_INVALID_FIELD;
	if (!status)
		status = list_check(drive, list);
	for (size_t i = 0; !status && i < le16toh(list->num); i++) {
		uint16_t cntlid = le16toh(list->identifier[i]);

		status = select == NVME_NS_ATTACH_SEL_CTRL_ATTACH
				 ? attach(controller, namespace, cntlid, loose)
				 : detach(controller, namespace, cntlid, loose);
	}
	return status;
}

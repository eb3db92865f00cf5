/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on what a drive gives to its VFs: it can be asked, it can give such things, it has as many. */
#include "nvme.h"
#include "gates_rows.h"
#include "share.h"
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>

static int64_t wished(const struct resource *nvme, enum flexible resource)
{
	return ((const struct nvme_body *)nvme->body)->each[resource];
}

static bool driver_is_wished(const struct question *question, const struct resource *nvme)
{
	AUTO_FREE char *name = text_print("%s.%s", nvme->under->name, kind_driver.key);
	const struct resource *driver = state_find(question->plan->want, &kind_driver, name);

	return driver && string_equal(((const struct driver_body *)driver->body)->name, "nvme");
}

/* Those that give their VFs something: another one wishes for namespaces alone. */
static const struct resource *next_giving(const struct question *question, size_t *cursor)
{
	const struct resource *nvme;

	while ((nvme = next_resource(question, &kind_nvme, cursor)) && !resource_given(nvme, NVME_QUEUES))
		;
	return nvme;
}

static void judge_missing(const struct question *question)
{
	const struct resource *nvme;

	for (size_t cursor = 0; (nvme = next_resource(question, &kind_nvme, &cursor));) {
		const struct function *pf = device_function(question->now, nvme);
		const char *driver = pf ? function_link(pf, A_DRIVER) : NULL;
		AUTO_FREE char *hint = NULL;

		if (!pf || function_is_drive(pf))
			continue;
		hint = text_print("apply once with `--target %s.%s`: then the drive has its driver",
			nvme->under->name, kind_driver.key);
		if (!function_may_be_drive(pf))
			gate_refuse_for(question, nvme, NVME_QUEUES, "leave `nvme` out",
				"%s is no NVMe drive", pf->address);
		else
			gate_refuse_for(question, nvme, NVME_QUEUES,
				driver_is_wished(question, nvme) ? hint : question->gate->fix,
				"%s has %s%s, and only through the nvme driver can a drive be asked and told",
				pf->address, driver ? "the driver " : "no driver", driver ? driver : "");
	}
}

const struct gate gate_drive_missing = {
	.id = "drive-missing",
	.question = "Can each drive that is to give its VFs something be asked?",
	.explain =
		"Queues and interrupts of VFs are given by commands to the drive's own controller, which the "
		"kernel's nvme driver carries (drivers/nvme/host/ioctl.c, NVME_IOCTL_ADMIN_CMD). Without it "
		"nobody can tell what the drive has, and nothing is begun that may end half-way.",
	.fix = "wish for `driver: nvme` on the device, or bind it by hand",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "sriov-missing", "vf-orphaned" },
	.unknown_is = ANSWER_BAD,
	.of_state = true,
	.of_matter = true,
	.judge = judge_missing,
};

/* The drive of a wish, when it has told of itself; NULL: not, and nothing more can be said. */
static const struct drive *drive_asked(const struct question *question, const struct resource *nvme)
{
	const struct function *pf = device_function(question->now, nvme);
	const struct drive *drive = drive_told(pf);

	if (!pf || !function_is_drive(pf))
		return NULL;
	if (drive)
		return drive;
	gate_refuse_for(question, nvme, NVME_QUEUES,
		"run as root, or capture the facts anew as root; `dmesg` may tell why the drive says nothing",
		"what %s has to give is not known%s%s", pf->address, pf->drive ? ": " : "",
		pf->drive ? pf->drive->unknown : "");
	return NULL;
}

/* As the specification writes it, "VQFRSM"; the caller frees it. */
static char *number_name(enum drive_number number)
{
	char *name = string_copy(drive_numbers[number].name);

	for (char *c = name; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	return name;
}

static const char *hint_of_resource(enum flexible resource)
{
	return resource == FLEXIBLE_INTERRUPTS
		       ? "leave `vf-interrupts` out: this drive gives queues alone"
		       : "leave `vf-queues` and `vf-interrupts` out: this drive shares "
			 "its queues by itself";
}

/*
 * Not by CRT: of an ES3000 V3 that byte is 0, and it gives queues (its user guide, issue 20, table A-36).
 * One that is given away is needed to go online (8.26; seen in the lab: status 120h), and what the wish left
 * open would be lost with a run that dies while the controller is offline.
 */
static void judge_kinds(
	const struct question *question, const struct resource *nvme, const struct drive *drive)
{
	const char *address = device_function(question->now, nvme)->address;

	for (enum flexible i = 0; i < N_FLEXIBLE; i++) {
		const struct flexible_row *of = &flexible_resources[i];
		bool gives = drive->numbers[of->total] > 0;
		AUTO_FREE char *name = number_name(of->total);

		if (resource_given(nvme, i) && !gives)
			gate_refuse_for(question, nvme, i, hint_of_resource(i),
				"%s gives no %s to its VFs (%s is 0)", address, of->name, name);
		else if (!resource_given(nvme, i) && gives && vfs_wished(question->plan->want, nvme) > 0)
			gate_refuse_for(question, nvme, NVME_QUEUES,
				"say `vf-interrupts` too: one for each queue serves best",
				"%s gives its VFs interrupts, too, and none goes online without", address);
	}
}

static void judge_secondaries(
	const struct question *question, const struct resource *nvme, const struct drive *drive)
{
	int64_t vfs = vfs_wished(question->plan->want, nvme);

	for (int64_t vf = 0; vf < vfs; vf++) {
		if (drive_secondary(drive, (size_t)vf))
			continue;
		gate_refuse_for(question, nvme, NVME_QUEUES,
			"wish for as many VFs as have a controller, or see what the firmware of the drive "
			"has to say",
			"VF %" PRId64 " of %s has no controller: the drive lists %zu for its VFs", vf,
			device_function(question->now, nvme)->address, drive->n_secondaries);
		return;
	}
}

static void judge_unable(const struct question *question)
{
	const struct resource *nvme;

	for (size_t cursor = 0; (nvme = next_giving(question, &cursor));) {
		const struct drive *drive = drive_asked(question, nvme);

		if (!drive)
			continue;
		if (!(drive->numbers[D_OACS] & OACS_VIRTUALIZATION)) {
			gate_refuse(question, nvme, NVME_QUEUES,
				"%s has no Virtualization Management: bit 7 of OACS (%02" PRIx64
				"h) is not set",
				device_function(question->now, nvme)->address, drive->numbers[D_OACS]);
			continue;
		}
		judge_kinds(question, nvme, drive);
		judge_secondaries(question, nvme, drive);
	}
}

const struct gate gate_drive_unable = {
	.id = "drive-unable",
	.question = "Does each drive give its VFs what is wished for them?",
	.explain =
		"A drive says of itself whether it manages what its VFs have (Identify Controller, OACS "
		"bit 7), what it gives them (Primary Controller Capabilities, VQFRT: queues, VIFRT: "
		"interrupts), and which controllers it has for them (Secondary Controller List): NVM Express "
		"Base Specification 2.0, 5.17 and 8.26. What it does not give it would refuse once the VFs "
		"are there.",
	.fix = "leave `vf-queues` and `vf-interrupts` out for this drive, or see whether there is other "
	       "firmware for it",
	.weight = WEIGHT_NEVER,
	.after = { "drive-missing", "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_unable,
};

/* What the drive holds itself it gives back at a reset, which takes all from VFs that are there. */
static char *hint_to_fit(const struct function *pf, enum flexible resource, const struct shares_fit *fit)
{
	if (fit->needed <= fit->left + fit->primary && primary_removes(pf))
		return string_copy(
			"what this drive holds itself its maker's tool takes from it: pawl does not, as such "
			"drives understand that command otherwise than the specification says");
	if (fit->needed <= fit->left + fit->primary && fit->others)
		return string_copy(
			"the drive gives its own back at a reset, which would take from the others, "
			"too: see who has given it to them (`nvme list-secondary`)");
	if (fit->needed <= fit->left + fit->primary)
		return string_copy("the drive gives that back when it has no VFs: apply once with "
				   "`vfs: {count: 0}`, then this again");
	if (fit->left < (uint64_t)fit->vfs * (resource == FLEXIBLE_QUEUES ? 2 : 1))
		return string_copy("wish for fewer VFs");
	return text_print("wish for %" PRIu64 " each, or for fewer VFs", fit->left / (uint64_t)fit->vfs);
}

static void judge_sum(const struct question *question, const struct resource *nvme, enum flexible resource)
{
	const struct function *pf = device_function(question->now, nvme);
	AUTO_TEXT struct text held = { 0 };
	AUTO_FREE char *hint = NULL;
	struct shares_fit fit;

	shares_fit(nvme, question->plan->want, pf, resource, &fit);
	if (fit.needed <= fit.left)
		return;
	hint = hint_to_fit(pf, resource, &fit);
	if (fit.primary)
		text_addf(&held, ", of which the drive itself holds %" PRIu64, fit.primary);
	if (fit.others)
		text_addf(&held, "%s others hold %" PRIu64, fit.primary ? ", and" : ", of which", fit.others);
	gate_refuse_for(question, nvme, resource, hint,
		"%" PRId64 " %s with %" PRId64 " %s %s %" PRIu64 ": %s has %" PRIu64 " for VFs%s", fit.vfs,
		fit.vfs == 1 ? "VF" : "VFs", wished(nvme, resource), flexible_resources[resource].name,
		fit.vfs == 1 ? "needs" : "each need", fit.needed, pf->address, fit.total, text_string(&held));
}

static void judge_most(const struct question *question, const struct resource *nvme,
	const struct drive *drive, enum flexible resource)
{
	const struct flexible_row *of = &flexible_resources[resource];
	uint64_t most = drive->numbers[of->most];
	AUTO_FREE char *hint = text_print("wish for %" PRIu64 " at most", most),
		       *name = number_name(of->most);

	if ((uint64_t)wished(nvme, resource) <= most)
		judge_sum(question, nvme, resource);
	else
		gate_refuse_for(question, nvme, resource, hint,
			"%" PRId64 " %s are more than one VF of %s may have, which is %" PRIu64 " (%s)",
			wished(nvme, resource), of->name, device_function(question->now, nvme)->address, most,
			name);
}

/* Of what is given and wished, where the drive has told of itself. */
static void judge_each(const struct question *question,
	void (*judge)(const struct question *, const struct resource *, const struct drive *, enum flexible))
{
	const struct resource *nvme;
	const struct function *pf;

	for (size_t cursor = 0; (nvme = next_of_drive(question, &kind_nvme, &cursor, &pf));)
		for (enum flexible i = 0; i < N_FLEXIBLE; i++)
			if (resource_given(nvme, i) && vfs_wished(question->plan->want, nvme) > 0)
				judge(question, nvme, pf->drive, i);
}

static void judge_short(const struct question *question)
{
	judge_each(question, judge_most);
}

const struct gate gate_drive_short = {
	.id = "drive-short",
	.question = "Has each drive as much as its VFs are to have?",
	.explain =
		"A drive tells how many queues and interrupts it has to give (VQFRT, VIFRT), how many one "
		"controller may have (VQFRSM, VIFRSM), and what it holds itself (VQRFAP, VIRFAP): NVM "
		"Express Base Specification 2.0, 5.17.2.14. It refuses more with status 121h or 122h, when "
		"some of the VFs have theirs already. What it holds itself pawl lets it give back where it "
		"has no VFs yet, by a reset (5.24, Primary Controller Flexible Allocation).",
	.fix = "wish for fewer of them, or for fewer VFs",
	.weight = WEIGHT_NEVER,
	.after = { "drive-unable", "drive-missing", "vfs-above-total" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_short,
};

static void judge_one_grain(const struct question *question, const struct resource *nvme,
	const struct drive *drive, enum flexible resource)
{
	const struct flexible_row *of = &flexible_resources[resource];
	uint64_t grain = drive->numbers[of->grain];
	AUTO_FREE char *name = number_name(of->grain);

	if (grain > 1 && (uint64_t)wished(nvme, resource) % grain)
		gate_refuse(question, nvme, resource,
			"%" PRId64 " %s are no multiple of %" PRIu64 ", which %s likes best (%s)",
			wished(nvme, resource), of->name, grain,
			device_function(question->now, nvme)->address, name);
}

static void judge_grain(const struct question *question)
{
	judge_each(question, judge_one_grain);
}

const struct gate gate_drive_grain = {
	.id = "drive-grain",
	.question = "Is what each drive gives its VFs as the drive likes best to part it?",
	.explain =
		"A drive tells in which steps it likes to give queues and interrupts (VQGRAN, VIGRAN; NVM "
		"Express Base Specification 2.0, 5.17.2.14). Other numbers are allowed; some of the drive's "
		"own may lie idle then.",
	.fix = "wish for a multiple",
	.weight = WEIGHT_ADVICE,
	.after = { "drive-short", "drive-unable", "drive-missing" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge_grain,
};

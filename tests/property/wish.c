/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes a random wish for a machine, as YAML with one thing a line, so that lines can be left out. */
#include "disks.h"
#include "eswitch.h"
#include "nvme.h"
#include "tale.h"
#include <stdlib.h>
#include <string.h>

/* All lines are made from this. */
struct writing {
	struct dice *dice;
	const struct survey *machine;
	struct text text;
	bool secure_world, wild;
	unsigned vfs; /* of the device in hand */
	bool secure;  /* the device in hand is promised to the secure world */
	struct offer {
		char *hostdev;
		bool secure;
	} offers[8]; /* what guests can get */
	size_t n_offers;
};

static const char *pick(struct dice *dice, const char *const *words, size_t n)
{
	return words[dice_pick(dice, n)];
}
#define PICK(dice, words) pick(dice, words, sizeof(words) / sizeof((words)[0]))

static void offer(struct writing *writing, char *hostdev)
{
	if (writing->n_offers < sizeof(writing->offers) / sizeof(writing->offers[0]))
		writing->offers[writing->n_offers++] = (struct offer){ hostdev, writing->secure };
	else
		free(hostdev);
}

/* A MAC that no other VF has, as the kernel takes any. */
static void write_net(struct writing *writing, const char *indent, unsigned number)
{
	static const char *const settings[] = { "trust: true", "vlan: 110", "spoofchk: false",
		"link-state: enable", "max-rate: 1000", "min-rate: 10" };

	text_addf(&writing->text, "%snet:\n", indent);
	if (dice_chance(writing->dice, 50))
		text_addf(&writing->text, "%s  mac: [\"52:54:00:01:%02x:01\"]\n", indent, number);
	text_addf(&writing->text, "%s  %s\n", indent, PICK(writing->dice, settings));
}

static void write_group(
	struct writing *writing, const struct function *pf, const char *handle, unsigned first, bool vfio)
{
	text_addf(&writing->text, "            - range: \"%u\"\n", first);
	text_addf(&writing->text, "              driver: %s\n", vfio ? "vfio-pci" : "none");
	if (pf->identity[I_NETDEV].is == R_VALUE && dice_chance(writing->dice, 30))
		write_net(writing, "              ", first);
	if (vfio)
		offer(writing, text_print("%s.vf.%u", handle, first));
}

static void write_groups(
	struct writing *writing, const struct function *pf, const char *handle, unsigned count)
{
	text_add(&writing->text, "          groups:\n");
	for (unsigned i = 0; i < count && i < 2; i++)
		write_group(writing, pf, handle, i, dice_chance(writing->dice, 80));
}

/*
 * VFs of which nothing is said beside others get no driver when they are made; their own when a boot comes
 * after a run that died before all was set. What is said of one is said of all.
 */
static void write_pool(struct writing *writing, const struct function *pf, const char *handle)
{
	static const char *const drivers[] = { "none", "none", "none", "vfio-pci", "vfio-pci", "igbvf" };
	unsigned total = (unsigned)strtoul(function_text(pf, A_TOTALVFS), NULL, 10);
	unsigned count = (unsigned)dice_pick(writing->dice, total + 1);
	bool groups = dice_chance(writing->dice, writing->secure_world ? 90 : 40) && count > 0;
	bool macs = dice_chance(writing->dice, 15) && pf->identity[I_NETDEV].is == R_VALUE;

	if (dice_chance(writing->dice, 50) && count > 3)
		count = 3;
	writing->vfs = dice_chance(writing->dice, 2) ? total + 1 : count;
	text_addf(&writing->text, "        vfs:\n          count: %u\n", writing->vfs);
	if (groups || macs || dice_chance(writing->dice, 60))
		text_addf(&writing->text, "          driver: %s\n", PICK(writing->dice, drivers));
	if (macs)
		text_addf(&writing->text, "          mac-base: \"52:54:00:03:%02zx:00\"\n",
			dice_pick(writing->dice, 256));
	if (groups)
		write_groups(writing, pf, handle, count);
}

/* What it cannot give is refused before anything is written. */
static void write_shares(struct writing *writing, const struct drive *drive)
{
	bool interrupts = drive->numbers[D_CRT] & CRT_INTERRUPTS;

	text_addf(
		&writing->text, "        nvme:\n          vf-queues: %zu\n", 2 + dice_pick(writing->dice, 5));
	if (interrupts != dice_chance(writing->dice, 3))
		text_addf(&writing->text, "          vf-interrupts: %zu\n", 1 + dice_pick(writing->dice, 4));
}

/*
 * Each has a size of its own, by which it is known again (disks.h). All wishes for a drive say the same of
 * them: what another wish had made would be left over, and who has one keeps it.
 */
static void write_namespaces(struct writing *writing, const struct function *pf)
{
	const struct drive *drive = pf->drive;

	static const char *const holders[] = { ", vf: 0", ", vf: 1", ", vf: 0", ", pf: true", "" };
	uint64_t chosen = drive->numbers[D_VQFRT] + drive->numbers[D_CNTLID];

	for (size_t i = 0; i < 1 + chosen % 3; i++)
		text_addf(&writing->text, "            ns%zu: {size: %zuGiB%s}\n", i + 1, i + 1,
			holders[(chosen + i) % (sizeof(holders) / sizeof(holders[0]))]);
}

static bool has_namespaces(const struct drive *drive)
{
	return drive && drive->numbers[D_VQFRT] % 2;
}

static void write_nvme(struct writing *writing, const struct function *pf)
{
	const struct drive *drive = pf->drive;
	bool shares = drive && dice_chance(writing->dice, 70);

	if (shares)
		write_shares(writing, drive);
	if (!drive || !(writing->wild || has_namespaces(drive)))
		return;
	if (!shares)
		text_add(&writing->text, "        nvme:\n");
	text_add(&writing->text, "          namespaces:\n");
	if (writing->wild)
		disks_write(writing->dice, pf, writing->vfs, &writing->text);
	else
		write_namespaces(writing, pf);
}

/* A namespace is known by its device's name, so that has the same one in all wishes. */
static char *handle_print(const struct function *function, unsigned number)
{
	if (function->drive)
		return text_print("ssd%.2s", function->address + strlen("0000:"));
	return text_print("dev%u", number);
}

static void write_device(struct writing *writing, const struct function *function, unsigned number)
{
	static const char *const drivers[] = { "vfio-pci", "vfio-pci", "none", "igb", "nvme" };
	AUTO_FREE char *handle = handle_print(function, number);

	text_addf(&writing->text, "      %s:\n        select: {pci: \"%s\"}\n", handle, function->address);
	writing->secure = dice_chance(writing->dice, writing->secure_world ? 75 : 5);
	if (writing->secure_world || dice_chance(writing->dice, 10))
		text_addf(&writing->text, "        world: %s\n", writing->secure ? "secure" : "ordinary");
	if (function->identity[I_ESWITCH].is == R_VALUE && dice_chance(writing->dice, 50))
		text_addf(&writing->text, "        eswitch: %s\n",
			dice_chance(writing->dice, 80) ? ESWITCH_SWITCHDEV : ESWITCH_LEGACY);
	if (function_text(function, A_TOTALVFS) && dice_chance(writing->dice, 85)) {
		write_pool(writing, function, handle);
		write_nvme(writing, function);
		return;
	}
	text_addf(&writing->text, "        driver: %s\n", PICK(writing->dice, drivers));
	offer(writing, string_copy(handle));
}

/* A guest of the other world is refused; seldom, that is wished for, too. */
static void write_guest(struct writing *writing, const struct offer *offer, unsigned number)
{
	static const char *const states[] = { "running", "running", "running", "running", "defined",
		"stopped" };

	text_addf(&writing->text, "      guest%u:\n", number);
	/* what is not said stays as it is on the machine, so that another wish may not be had any more */
	text_addf(&writing->text, "        confidential: %s\n",
		offer->secure != dice_chance(writing->dice, 4) ? "virtcca" : "none");
	text_addf(&writing->text, "        state: %s\n", PICK(writing->dice, states));
	text_addf(&writing->text, "        hostdevs: [{device: %s}]\n", offer->hostdev);
}

static void write_guests(struct writing *writing)
{
	size_t n = 1 + dice_pick(writing->dice, 3);

	if (!writing->secure_world || writing->n_offers == 0)
		return;
	text_add(&writing->text, "    guests:\n");
	for (size_t i = 0; i < n && i < writing->n_offers; i++)
		write_guest(writing, &writing->offers[i], (unsigned)i);
}

static bool is_bridge(const struct function *function)
{
	return string_starts(function_text(function, A_CLASS), "0x0604");
}

/* The line with another value, as somebody changes a file from one day to the next. */
static void vary_line(struct dice *dice, const char *line, bool turn_over, bool wild, struct text *text)
{
	static const struct {
		const char *key, *values[3];
		unsigned chance;
	} varied[] = {
		{ "state: ", { "running", "stopped", "defined" }, 30 },
		{ "count: ", { "0", "1", "3" }, 30 },
		{ "eswitch: ", { ESWITCH_LEGACY, ESWITCH_SWITCHDEV, ESWITCH_SWITCHDEV }, 30 },
		{ "vf-queues: ", { "2", "3", "5" }, 80 },
		{ "vf-interrupts: ", { "1", "2", "4" }, 80 },
		{ "driver: ", { "none", "vfio-pci", "vfio-pci" }, 30 },
	};
	const char *at = NULL;
	struct disk disk = { 0 };

	if (wild && disk_parse(line, &disk)) {
		disk_vary(dice, &disk, text);
		return;
	}
	if (turn_over && (at = strstr(line, "confidential: "))) {
		text_addf(text, "%.*sconfidential: none\n", (int)(at - line), line);
		return;
	}
	if (turn_over && (at = strstr(line, "world: secure"))) {
		text_addf(text, "%.*sworld: ordinary\n", (int)(at - line), line);
		return;
	}
	for (size_t i = 0; i < sizeof(varied) / sizeof(varied[0]); i++)
		if ((at = strstr(line, varied[i].key)) && dice_chance(dice, varied[i].chance)) {
			at += strlen(varied[i].key);
			text_addf(text, "%.*s%s\n", (int)(at - line), line, PICK(dice, varied[i].values));
			return;
		}
	text_addf(text, "%s\n", line);
}

/* `turn_over`: what was promised to the secure world goes to ordinary guests. */
char *wish_vary(struct dice *dice, const char *wish, bool wild)
{
	bool turn_over = dice_chance(dice, 30);
	AUTO_FREE char *copy = string_copy(wish);
	struct text text = { 0 };
	char *rest = copy, *line;

	while ((line = strsep(&rest, "\n")))
		if (line[0])
			vary_line(dice, line, turn_over, wild, &text);
	return text_take(&text);
}

char *wish_make(struct dice *dice, const struct tale *tale)
{
	const struct survey *machine = &tale->machine;
	struct writing writing = {
		.dice = dice, .machine = machine, .secure_world = tale->confidential, .wild = tale->wild
	};
	unsigned number = 0;

	text_add(&writing.text, "pawl: 1\nhosts:\n  random:\n");
	if (tale->confidential)
		text_add(&writing.text, "    platform: virtcca\n");
	text_add(&writing.text, "    devices:\n");
	for (size_t i = 0; i < machine->n; i++)
		if (!is_bridge(machine->functions[i]) && (number == 0 || dice_chance(dice, 75)))
			write_device(&writing, machine->functions[i], number++);
	write_guests(&writing);
	for (size_t i = 0; i < writing.n_offers; i++)
		free(writing.offers[i].hostdev);
	return text_take(&writing.text);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes what happens to a machine between runs: by others' hands, or to runs of pawl. */
#include "history.h"
#include "address.h"
#include <stdlib.h>
#include <string.h>

void event_add(struct tale *tale, char *lines, char *undo)
{
	tale->events = memory_grow(tale->events, tale->n, sizeof(*tale->events));
	tale->events[tale->n++] = (struct event){ .lines = lines, .undo = undo };
}

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

/* "PATH VALUE": what an administrator, driverctl or a manager of VFs writes. */
char *some_change(struct dice *dice, const struct survey *machine)
{
	static const char *const drivers[] = { "vfio-pci", "none", "igbvf", "hisdk3", "pci-stub" };
	const char *driver = drivers[dice_pick(dice, sizeof(drivers) / sizeof(drivers[0]))];
	const struct function *pf = some_pf(dice, machine);
	AUTO_FREE char *function = some_function(dice, machine);

	switch (dice_pick(dice, pf ? 6 : 3)) {
	case 0:
		return text_print(PCI "%s/driver_override %s", function, driver);
	case 1:
		return text_print(PCI "%s/driver/unbind %s", function, function);
	case 2:
		return text_print("sys/bus/pci/drivers_probe %s", function);
	case 3:
		return text_print(PCI "%s/sriov_drivers_autoprobe %zu", pf->address, dice_pick(dice, 2));
	default:
		return text_print(PCI "%s/sriov_numvfs %zu", pf->address,
			dice_chance(dice, 50) ? 0 : dice_pick(dice, 6));
	}
}

/* What is left of it may stand in the way of the wish, as a function without its driver: a boot clears it. */
static void add_change(struct dice *dice, struct tale *tale)
{
	AUTO_FREE char *change = some_change(dice, &tale->machine);

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

static void add_reboot(struct tale *tale)
{
	tale->by_hand = true;
	event_add(tale, string_copy("reboot\n"), NULL);
}

/* Those that ask only: none may change anything, nor fail because of what has been left behind. */
static void add_question(struct dice *dice, struct tale *tale)
{
	static const char *const commands[] = { "plan wish.yaml", "assert wish.yaml", "status", "show",
		"rehearse wish.yaml", "export", "history", "facts capture", "plan -o json wish.yaml" };

	event_add(tale,
		text_print("run %s\n", commands[dice_pick(dice, sizeof(commands) / sizeof(commands[0]))]),
		NULL);
}

/* What was secure in an earlier boot is so until somebody says that the machine was without power. */
static char *settling(const struct tale *tale)
{
	struct text text = { 0 };

	text_add(&text, "reboot\n");
	for (size_t i = 0; tale->confidential && i < tale->machine.n; i++) {
		const struct function *function = tale->machine.functions[i];

		if (string_starts(function_text(function, A_CLASS), "0x0604"))
			text_addf(&text, "answer %s\nrun ledger settle %s\n", function->address,
				function->address);
	}
	return text_take(&text);
}

/* What an operator says or takes back. */
static void add_word(struct dice *dice, struct tale *tale)
{
	static const char *const words[] = { "answer yes\nrun consent -f wish.yaml guest0\n",
		"answer yes\nrun consent guest0\n", "answer yes\nrun consent --revoke guest0\n",
		"answer yes\nrun rollback\n", "answer 0000:00:01.0\nrun ledger settle 0000:00:01.0\n" };

	tale->by_hand = true;
	event_add(
		tale, string_copy(words[dice_pick(dice, sizeof(words) / sizeof(words[0]))]), settling(tale));
}

/* From one day to the next a machine is given another use, with a boot in between. */
static void add_change_of_use(struct dice *dice, struct tale *tale)
{
	const char *first = dice_chance(dice, 70) ? "wish" : "other";
	const char *then = *first == 'w' ? "other" : "wish";

	event_add(tale,
		text_print("answer yes\nrun apply %s.yaml\nrevive\nreboot\n"
			   "answer yes\nrun apply %s.yaml\nrevive\n",
			first, then),
		NULL);
}

/* A plan from facts is the one made live, whatever state the machine is in. */
static void add_facts(struct tale *tale)
{
	event_add(tale,
		string_copy("revive\nrun facts capture --out facts.json\nrun plan wish.yaml\n"
			    "run plan --facts facts.json wish.yaml\nout begins as before\n"),
		NULL);
}

static void add_event(struct dice *dice, struct tale *tale, bool quiet)
{
	switch (quiet ? 0 : dice_pick(dice, 14)) {
	case 1:
	case 2:
	case 3:
		add_change(dice, tale);
		break;
	case 4:
		add_removal(dice, tale);
		break;
	case 5:
		add_hold(dice, tale);
		break;
	case 6:
		add_modprobe(dice, tale);
		break;
	case 7:
		add_reboot(tale);
		break;
	case 8:
		add_question(dice, tale);
		break;
	case 9:
		add_word(dice, tale);
		break;
	case 10:
		add_facts(tale);
		break;
	default:
		run_add(dice, tale, quiet);
	}
}

void history_make(struct dice *dice, struct tale *tale)
{
	size_t n = 1 + dice_pick(dice, 6);
	bool quiet = dice_chance(dice, 40);

	for (size_t i = 0; i < n; i++)
		if (tale->other && dice_chance(dice, 15))
			add_change_of_use(dice, tale);
		else
			add_event(dice, tale, quiet);
	/* what another wish has left may stand in the way, too */
	if (tale->other)
		event_add(tale, string_copy(""), settling(tale));
}

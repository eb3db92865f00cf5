/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on who uses what a step takes away. */
#include "gates_rows.h"
#include <inttypes.h>
#include <string.h>

/*
 * Which gate a use belongs to when a VF or a PF is lost to it, or only its traffic for a while, and what ends
 * it: `@` is who, `^` what of the function is used.
 */
static const struct use_gates {
	const struct gate *vf, *pf, *cut;
	const char *fix;
	bool grave; /* the machine itself cannot do without, and nobody can give it back */
} use_gates[N_USES] = {
#define IN_USE      .vf = &gate_vfs_in_use, .pf = &gate_pf_in_use, .cut = &gate_traffic_cut
#define GRAVE(gate) .vf = &(gate), .pf = &(gate), .cut = &(gate), .grave = true
	[USE_VFIO] = { IN_USE, .fix = "stop @" },
	[USE_ADDRESS] = { IN_USE, .fix = "`ip address del @ dev ^`" },
	[USE_PORT] = { IN_USE, .fix = "`ip link set ^ nomaster` (of Open vSwitch: `ovs-vsctl del-port ^`)" },
	[USE_STACKED] = { IN_USE, .fix = "`ip link del @`" },
	[USE_NAMESPACE] = { IN_USE,
		.fix = "stop what runs in @, or move ^ back: `ip link set ^ netns 1` in there" },
	[USE_MANAGEMENT] = { GRAVE(gate_management_interface),
		.fix = "let another interface carry @, or leave this device out" },
	[USE_SSH] = { GRAVE(gate_ssh_interface),
		.fix = "log in through another interface, or at the console" },
	[USE_MOUNT] = { IN_USE, .fix = "`umount @`" },
	[USE_SWAP] = { IN_USE, .fix = "`swapoff @`" },
	[USE_HOLDER] = { IN_USE, .fix = "stop @, or take ^ out of it" },
	[USE_OPEN] = { IN_USE, .fix = "stop @" },
	[USE_ROOT] = { GRAVE(gate_root_disk), .fix = "leave this device out: the system needs it for @" },
	[USE_CONSOLE] = { GRAVE(gate_console),
		.fix = "boot with another console (`console=`), or leave this device out" },
#undef IN_USE
#undef GRAVE
};

static const struct gate *gate_of(enum use use, const struct function *function, enum effect_kind effect)
{
	const struct use_gates *row = &use_gates[use];

	if (effect == EFFECT_NAMESPACE_LOST)
		return row->grave ? row->cut : &gate_namespace_in_use;
	if (effect == EFFECT_TRAFFIC_CUT)
		return row->cut;
	return function_is_vf(function) ? row->vf : row->pf;
}

/* "eth0 > eth0.5": the last of them is what is used. */
static const char *used_itself(const struct user *user)
{
	const char *last = user->through ? strrchr(user->through, ' ') : NULL;

	return last ? last + 1 : user->through ? user->through : user->function;
}

static void fix_add(struct text *text, const struct user *user)
{
	for (const char *at = use_gates[user->use].fix; *at; at++)
		if (*at == '@')
			text_add(text, user->who);
		else if (*at == '^')
			text_add(text, used_itself(user));
		else
			text_add_bytes(text, at, 1);
}

/* What is said of one function, and what helps; more than a handful would hide it. */
struct words {
	struct text text, fix;
	size_t n;
};
enum { USERS_TOLD = 4, FUNCTIONS_TOLD = 8 };

static void words_add(struct words *words, const struct user *user)
{
	if (words->n++ >= USERS_TOLD)
		return;
	text_addf(&words->text, "%s%s %s %s", words->n > 1 ? ", " : "", user->through ? user->through : "it",
		use_rows[user->use].verb, user->who);
	text_add(&words->fix, words->n > 1 ? "; " : "");
	fix_add(&words->fix, user);
}

static void words_end(struct words *words)
{
	if (words->n > USERS_TOLD)
		text_addf(&words->text, " and %zu more", words->n - USERS_TOLD);
}

/* "0000:02:10.2 (VF 1 of 0000:02:00.0) would go away" */
static char *loss_print(const struct effect *effect, const struct function *function)
{
	static const char *const losses[] = {
		[EFFECT_DEVICE_GONE] = "go away",
		[EFFECT_DRIVER_LOST] = "lose its driver",
		[EFFECT_INTERFACE_LOST] = "lose its network interface",
		[EFFECT_DISK_LOST] = "lose its disk",
		[EFFECT_NAMESPACE_LOST] = "lose a namespace",
		[EFFECT_TRAFFIC_CUT] = "lose its traffic",
		[EFFECT_SECURED] = "become secure",
	};
	const char *how = effect->how == WILL ? "would" : "may";
	bool which = effect->kind == EFFECT_NAMESPACE_LOST && effect->nsid;
	AUTO_FREE char *loss = which ? text_print("lose namespace %" PRIu32, effect->nsid)
				     : string_copy(losses[effect->kind]);

	if (!function->physfn)
		return text_print("%s %s %s", function->address, how, loss);
	return text_print("%s (VF %zu of %s) %s %s", function->address, function->vf_number,
		function->physfn->address, how, loss);
}

/* A confidential guest loses nothing when what it has becomes secure. */
static bool is_at_home(const struct guests *guests, const char *address)
{
	for (size_t i = 0; i < guests->n; i++)
		if (!guest_is_ordinary(&guests->all[i]) && words_hold(guests->all[i].owns, address))
			return true;
	return false;
}

/* A step may take one of a drive's disks alone: of whom it is not told which they are on, it may be that. */
static bool is_hit(const struct effect *effect, const struct user *user)
{
	return effect->kind != EFFECT_NAMESPACE_LOST || !user->nsid || user->nsid == effect->nsid;
}

/*
 * A grave use is told alone, as nothing helps but to leave the function be: that its interface has an address
 * as well, or its disk other mounts, would only hide it.
 */
static void users_tell(const struct question *question, const struct function *function,
	const struct effect *effect, struct words *words)
{
	const struct user *users = NULL;
	bool grave = false;
	size_t n = users_of(&question->now->users, function->address, &users);

	if (n > 0 && effect->kind == EFFECT_SECURED && is_at_home(&question->now->guests, function->address))
		return;
	for (size_t i = 0; i < n; i++)
		grave = grave || (use_gates[users[i].use].grave && is_hit(effect, &users[i]));
	for (size_t i = 0; i < n; i++)
		if (grave == use_gates[users[i].use].grave && is_hit(effect, &users[i]) &&
			gate_of(users[i].use, function, effect->kind) == question->gate)
			words_add(words, &users[i]);
}

/* Whether anybody of whom this gate asks uses it; the first FUNCTIONS_TOLD of a step are named. */
static bool judge_effect(
	const struct question *question, const struct step *step, const struct effect *effect, bool tell)
{
	const struct function *function = survey_function(question->now, effect->object);
	AUTO_FREE char *loss = function ? loss_print(effect, function) : NULL;
	struct words words = { 0 };

	if (function)
		users_tell(question, function, effect, &words);
	if (words.n > 0 && tell) {
		words_end(&words);
		gate_refuse_step(
			question, step, text_string(&words.fix), "%s: %s", loss, text_string(&words.text));
	}
	text_free(&words.text);
	text_free(&words.fix);
	return words.n > 0;
}

static void judge_users(const struct question *question)
{
	const struct step *step;

	for (size_t cursor = 0; (step = next_taking(question, &cursor));) {
		size_t used = 0;

		for (size_t i = 0; i < step->n_effects; i++)
			used += judge_effect(question, step, &step->effects[i], used < FUNCTIONS_TOLD);
		if (used > FUNCTIONS_TOLD)
			gate_refuse_step(question, step, question->gate->fix, "%zu more are in use",
				used - FUNCTIONS_TOLD);
	}
}

const struct gate gate_vfs_in_use = {
	.id = "vfs-in-use",
	.question = "Is every virtual function that is taken away in nobody's use?",
	.explain =
		"The kernel takes a virtual function from whoever uses it when its number or driver changes "
		"(drivers/pci/iov.c, sriov_del_vfs; drivers/base/dd.c, device_release_driver): a network "
		"interface is gone with its addresses, a disk with its file systems, and while a guest has "
		"the function open the write waits in the kernel (drivers/vfio/vfio_main.c, "
		"vfio_unregister_group_dev). `pawl show` names the users.",
	.fix = "end each use that is named, then run again",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_users,
};

const struct gate gate_traffic_cut = {
	.id = "traffic-cut",
	.question = "Is every virtual function whose traffic may be cut off in nobody's use?",
	.explain =
		"Another VLAN is another network; another MAC address counts for the card at once and for "
		"the driver of the virtual function at its next probe (drivers/net/ethernet/intel/igb/"
		"igb_main.c, igb_ndo_set_vf_mac); for either, and for trust, some reset the function under "
		"its user (drivers/net/ethernet/intel/i40e/i40e_virtchnl_pf.c, i40e_vc_reset_vf); a link "
		"that is down lets nothing through. Spoof check and rates leave it as it is.",
	.fix = "end each use that is named, then run again",
	.weight = WEIGHT_ALLOWABLE,
	.unknown_is = ANSWER_BAD,
	.judge = judge_users,
};

const struct gate gate_pf_in_use = {
	.id = "pf-in-use",
	.question = "Is every other function that is taken away in nobody's use?",
	.explain =
		"The kernel lets go of a driver whoever uses the function (drivers/base/dd.c, "
		"device_release_driver, asks nobody): an interface with addresses, in a bridge or bond, or "
		"with a VLAN upon it is gone, and so is a disk that is mounted, holds swap, or is part of "
		"md, LVM or a multipath. `pawl show` names the users.",
	.fix = "end each use that is named, then run again",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_users,
};

const struct gate gate_namespace_in_use = {
	.id = "namespace-in-use",
	.question = "Is every namespace that is taken from a controller in nobody's use there?",
	.explain =
		"A namespace that is detached is gone from its controller at once, whoever has it mounted, "
		"as swap, in md, LVM, ZFS or a multipath, or open past every file system (NVM Express Base "
		"Specification 2.0, 5.22; drivers/nvme/host/core.c, nvme_ns_remove): what was not written is "
		"lost. Through a VF that a guest has, nobody but the guest sees its disks, so that all of "
		"them count as used. Other namespaces of the same drive may be in use as they like.",
	.fix = "end each use that is named, then run again",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_users,
};

const struct gate gate_management_interface = {
	.id = "management-interface",
	.question = "Does the interface of every default route stay?",
	.explain =
		"A default route leads out of this machine and back to whoever manages it: without its "
		"interface nobody could reach the host to put it right. The routes of the main table count "
		"(rtnetlink(7), RTA_OIF), through bridges, bonds and VLANs down to the function; a port of "
		"a VRF, whose routes stand in a table of its own, is in use (pf-in-use).",
	.fix = "let another interface carry the default route first, or leave this device out",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_users,
};

const struct gate gate_ssh_interface = {
	.id = "ssh-interface",
	.question = "Does the interface of the ssh session stay?",
	.explain =
		"pawl was started over this connection (ssh(1), SSH_CONNECTION): without its interface the "
		"session hangs, and so does whoever waits for the end of the run.",
	.fix = "log in through another interface, or at the console",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_users,
};

const struct gate gate_root_disk = {
	.id = "root-disk",
	.question = "Does every disk stay that this system runs or boots from?",
	.explain =
		"The disks below /, /usr, /var and /boot, through md, LVM, dm-crypt, NVMe multipath and "
		"loop devices (proc_pid_mountinfo(5); Documentation/ABI/stable/sysfs-block, slaves): without "
		"one the running system stands still, or does not boot again.",
	.fix = "leave this device out",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_users,
};

const struct gate gate_console = {
	.id = "console",
	.question = "Does the console of this machine stay?",
	.explain =
		"The graphics or serial function that the console is on "
		"(Documentation/ABI/testing/sysfs-tty, console/active; sysfs-bus-pci, boot_vga): without it "
		"nobody sees why a machine that the network cannot reach does not come up.",
	.fix = "boot with another console, or leave this device out",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_users,
};

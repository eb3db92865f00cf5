/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who uses the functions of a machine, as a list in the order of their addresses. */
#include "address.h"
#include "text.h"
#include "use.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define SYSFS_NET   "Documentation/ABI/testing/sysfs-class-net"
#define RTNETLINK   "rtnetlink(7)"
#define SYSFS_BLOCK "Documentation/ABI/stable/sysfs-block"

const struct use_row use_rows[N_USES] = {
	[USE_VFIO] = { .name = "vfio",
		.verb = "is open in",
		.help = "a process has its VFIO group or device open",
		.source = "Documentation/driver-api/vfio.rst; proc_pid_fd(5)" },
	[USE_ADDRESS] = { .name = "address",
		.verb = "has address",
		.help = "its interface is up and has an address that is not link-local",
		.source = RTNETLINK },
	[USE_PORT] = { .name = "port",
		.verb = "is a port of",
		.help = "its interface belongs to a bridge, bond, team, VRF or Open vSwitch",
		.source = RTNETLINK ", IFLA_MASTER" },
	[USE_STACKED] = { .name = "stacked",
		.verb = "carries",
		.help = "a VLAN, macvlan or the like stands on its interface",
		.source = RTNETLINK ", IFLA_LINK" },
	[USE_NAMESPACE] = { .name = "namespace",
		.verb = "is in network namespace",
		.help = "its interface is in another network namespace",
		.source = "network_namespaces(7)" },
	[USE_MANAGEMENT] = { .name = "management",
		.verb = "carries",
		.help = "a default route goes out there",
		.source = RTNETLINK ", RTA_OIF" },
	[USE_SSH] = { .name = "ssh",
		.verb = "carries the ssh session of",
		.help = "the connection that pawl was started over",
		.source = "ssh(1), SSH_CONNECTION; proc_pid_net(5)" },
	[USE_MOUNT] = { .name = "mount",
		.verb = "is mounted on",
		.help = "a file system on its disk is mounted",
		.source = "proc_pid_mountinfo(5)" },
	[USE_SWAP] = { .name = "swap",
		.verb = "holds swap",
		.help = "its disk holds swap in use",
		.source = "proc_swaps(5)" },
	[USE_HOLDER] = { .name = "holder",
		.verb = "is held by",
		.help = "dm, md, bcache, LVM, zfs or multipath stand on its disk",
		.source = SYSFS_BLOCK ", holders" },
	[USE_OPEN] = { .name = "open",
		.verb = "is open in",
		.help = "a process has its disk open, past every file system",
		.source = "proc_pid_fd(5)" },
	[USE_ROOT] = { .name = "root",
		.verb = "holds",
		.help = "what this system runs or boots from",
		.source = "proc_pid_mountinfo(5)" },
	[USE_CONSOLE] = { .name = "console",
		.verb = "is the console",
		.help = "the console of this machine",
		.source = "Documentation/ABI/testing/sysfs-tty, console/active; sysfs-bus-pci, boot_vga" },
};

bool use_find(const char *name, enum use *ret_use)
{
	for (size_t i = 0; i < N_USES; i++)
		if (string_equal(use_rows[i].name, name)) {
			*ret_use = (enum use)i;
			return true;
		}
	return false;
}

static int compare_words(const char *one, const char *other)
{
	return strcmp(one ? one : "", other ? other : "");
}

static int user_compare(const struct user *one, const struct user *other)
{
	int by_function = address_compare(one->function, other->function);

	if (by_function)
		return by_function;
	if (one->use != other->use)
		return one->use < other->use ? -1 : 1;
	if (one->nsid != other->nsid)
		return one->nsid < other->nsid ? -1 : 1;
	by_function = compare_words(one->through, other->through);
	return by_function ? by_function : compare_words(one->who, other->who);
}

static void user_clear(struct user *user)
{
	free(user->function);
	free(user->through);
	free(user->who);
}

/* Where such a user stands, or would; thousands may be added in any order. */
static size_t user_place(const struct users *users, const struct user *like, bool *ret_there)
{
	size_t first = 0, last = users->n;
	int order = 1;

	while (first < last && order) {
		size_t middle = first + (last - first) / 2;

		order = user_compare(&users->all[middle], like);
		if (order < 0)
			first = middle + 1;
		else
			last = middle;
	}
	*ret_there = order == 0;
	return order == 0 ? last : first;
}

void users_add(struct users *users, const struct user *like)
{
	bool there;
	size_t at = user_place(users, like, &there);

	if (there)
		return;
	users->all = memory_grow(users->all, users->n, sizeof(*users->all));
	memmove(users->all + at + 1, users->all + at, (users->n++ - at) * sizeof(*users->all));
	users->all[at] = (struct user){
		.use = like->use,
		.function = string_copy(like->function),
		.through = string_copy(like->through),
		.who = string_copy(like->who),
		.nsid = like->nsid,
	};
}

void users_doubt(struct users *users, enum use use, const char *why)
{
	if (!users->unknown[use])
		users->unknown[use] = string_copy(why);
}

void users_doubt_all(struct users *users, const char *why)
{
	for (size_t use = 0; use < N_USES; use++)
		users_doubt(users, (enum use)use, why);
}

size_t users_of(const struct users *users, const char *address, const struct user **ret_first)
{
	size_t first = 0, last = users->n, n = 0;

	while (first < last) {
		size_t middle = first + (last - first) / 2;

		if (address_compare(users->all[middle].function, address) < 0)
			first = middle + 1;
		else
			last = middle;
	}
	while (first + n < users->n && string_equal(users->all[first + n].function, address))
		n++;
	*ret_first = n > 0 ? &users->all[first] : NULL;
	return n;
}

void users_leave(struct users *users, const char *address, bool (*keeps)(const struct user *))
{
	size_t left = 0;

	for (size_t i = 0; i < users->n; i++) {
		struct user *user = &users->all[i];

		if (!string_equal(user->function, address) || (keeps && keeps(user)))
			users->all[left++] = *user;
		else
			user_clear(user);
	}
	users->n = left;
}

void users_copy(const struct users *users, struct users *copy)
{
	*copy = (struct users){ 0 };
	for (size_t i = 0; i < users->n; i++) {
		const struct user *from = &users->all[i];

		copy->all = memory_grow(copy->all, copy->n, sizeof(*copy->all));
		copy->all[copy->n++] = (struct user){
			.use = from->use,
			.function = string_copy(from->function),
			.through = string_copy(from->through),
			.who = string_copy(from->who),
			.nsid = from->nsid,
		};
	}
	for (size_t use = 0; use < N_USES; use++)
		copy->unknown[use] = string_copy(users->unknown[use]);
}

void users_free(struct users *users)
{
	for (size_t i = 0; i < users->n; i++)
		user_clear(&users->all[i]);
	for (size_t use = 0; use < N_USES; use++)
		free(users->unknown[use]);
	free(users->all);
	*users = (struct users){ 0 };
}

static int doubt_parse(struct users *users, char *rest)
{
	const char *name = strsep(&rest, "\t");
	enum use use;

	if (!rest || !use_find(name, &use))
		return -1;
	users_doubt(users, use, rest);
	return 0;
}

static int user_parse(struct users *users, char *line)
{
	const char *name = strsep(&line, "\t");
	char *function = strsep(&line, "\t");
	struct user user = { .function = strsep(&function, "/") };

	user.nsid = function ? (uint32_t)strtoul(function, NULL, 10) : 0;
	user.through = strsep(&line, "\t");
	user.who = line;
	if (!user.who || (function && !user.nsid) || !use_find(name, &user.use) ||
		!address_valid(user.function))
		return -1;
	user.through = *user.through ? user.through : NULL;
	users_add(users, &user);
	return 0;
}

int users_parse(struct users *users, char *lines)
{
	char *line;

	while ((line = strsep(&lines, "\n"))) {
		if (!*line)
			continue;
		if ((string_starts(line, "?\t") ? doubt_parse(users, line + 2) : user_parse(users, line)) < 0)
			return -1;
	}
	return 0;
}

static void word_print(const char *word, char end, struct text *text)
{
	text_add_printable(text, word ? word : "", word ? strlen(word) : 0);
	text_addf(text, "%c", end);
}

void users_print(const struct users *users, struct text *text)
{
	for (size_t use = 0; use < N_USES; use++) {
		if (!users->unknown[use])
			continue;
		text_addf(text, "?\t%s\t", use_rows[use].name);
		word_print(users->unknown[use], '\n', text);
	}
	for (size_t i = 0; i < users->n; i++) {
		const struct user *user = &users->all[i];

		text_addf(text, "%s\t%s", use_rows[user->use].name, user->function);
		if (user->nsid)
			text_addf(text, "/%" PRIu32, user->nsid);
		text_add(text, "\t");
		word_print(user->through, '\t', text);
		word_print(user->who, '\n', text);
	}
}

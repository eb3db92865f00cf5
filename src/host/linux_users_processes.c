/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which processes have VFIO groups, VFIO devices and disks open.
 *
 * A process that has a group open can reach every function of it that a VFIO driver has
 * (Documentation/driver-api/vfio.rst), so that all of these are in use.
 */
#include "address.h"
#include "linux_users.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The device classes of drivers/vfio/vfio_main.c and group.c; the second is there since Linux 6.1. */
#define CLASS_GROUP  "sys/class/vfio"
#define CLASS_DEVICE "sys/class/vfio-dev"
#define GROUPS       "sys/kernel/iommu_groups"
#define NOIOMMU      "noiommu-" /* drivers/vfio/group.c: a group without an IOMMU */

#define LINK_DEVICE "anon_inode:[vfio-device]" /* drivers/vfio/group.c, vfio_device_open_file */
#define INFO_PATH   "vfio-device-syspath:"     /* Documentation/filesystems/proc.rst of Linux 6.18 */

/* PROC_PID_INIT_INO of include/linux/proc_ns.h: the namespace in which all processes have a number. */
#define FIRST_NAMESPACE "pid:[4026531836]"

struct search {
	int root;
	struct users *users;
	const char *pid; /* whose descriptors are looked at */
	bool found;      /* it has one that says what it is */
	char *unnamed;   /* its device of which the kernel does not say what it is: the descriptor */
};

void process_print_name(int root, const char *pid, struct text *text)
{
	AUTO_FREE char *name = look_read(root, "proc/%s/comm", pid);

	text_add_printable(text, name ? name : "", name ? strcspn(name, "\n") : 0);
	text_addf(text, "%s(process %s)", text->length ? " " : "", pid);
}

bool processes_all_visible(int root, const char **ret_why)
{
	AUTO_FREE char *namespace = look_link(root, "proc/self/ns/pid"), *first = NULL;

	if (namespace && !string_equal(namespace, FIRST_NAMESPACE))
		*ret_why = "pawl runs in a PID namespace of its own, where not all processes are seen";
	else if (!(first = look_read(root, "proc/1/comm")))
		*ret_why = "/proc does not show the processes of others";
	else
		return true;
	return false;
}

void forbidden_note(struct forbidden *forbidden, int root, const char *pid, int error)
{
	AUTO_TEXT struct text name = { 0 };

	if (error != EACCES && error != EPERM)
		return; /* it ended meanwhile */
	process_print_name(root, pid, &name);
	if (forbidden->n++ == 0)
		forbidden->first = text_take(&name);
}

/* proc(5): to look into a process of another user takes this capability. */
void forbidden_doubt(struct forbidden *forbidden, enum use use, const char *what, struct users *users)
{
	AUTO_TEXT struct text why = { 0 };

	if (forbidden->n == 0)
		return;
	text_add(&why, forbidden->first);
	if (forbidden->n > 1)
		text_add(&why, " and others");
	text_addf(&why, " may not be asked for %s: root with CAP_SYS_PTRACE may", what);
	users_doubt(users, use, why.bytes);
	free(forbidden->first);
	*forbidden = (struct forbidden){ 0 };
}

static void function_hold(const struct search *search, const char *function)
{
	AUTO_TEXT struct text who = { 0 };

	process_print_name(search->root, search->pid, &who);
	users_add(search->users,
		&(struct user){ .use = USE_VFIO, .function = (char *)function, .who = who.bytes });
}

/* One of a group's devices: a function, or what a driver made of one ("mdev"). Bridges are in it unused. */
static void member_see(void *data, const char *name, const char *target)
{
	const struct search *search = data;
	AUTO_FREE char *function = target ? address_last(target) : NULL, *driver = NULL;

	if (!function)
		return;
	driver = string_equal(function, name) ? look_link(search->root, "sys/bus/pci/devices/%s/driver", name)
					      : NULL;
	if (!string_equal(function, name) || (driver && strstr(path_last(driver), "vfio")))
		function_hold(search, function);
}

static void group_hold(const struct search *search, const char *name)
{
	const char *number = name + (string_starts(name, NOIOMMU) ? strlen(NOIOMMU) : 0);
	AUTO_FREE char *path = text_print("%s/%s/devices", GROUPS, number);

	look_each(search->root, path, member_see, (void *)search);
}

static void device_hold(const struct search *search, const char *name)
{
	AUTO_FREE char *path = look_link(search->root, "%s/%s", CLASS_DEVICE, name);
	AUTO_FREE char *function = path ? address_last(path) : NULL;

	if (function)
		function_hold(search, function);
}

/* false: this kernel does not say what the descriptor is of. */
static bool descriptor_hold(const struct search *search, const char *fd)
{
	AUTO_FREE char *info = look_read(search->root, "proc/%s/fdinfo/%s", search->pid, fd);
	char *line = info ? strstr(info, INFO_PATH) : NULL, *rest = line;
	AUTO_FREE char *function = line ? address_last(strsep(&rest, "\n")) : NULL;

	if (function)
		function_hold(search, function);
	return line || !info;
}

static void disk_hold(const struct search *search, const char *target)
{
	AUTO_TEXT struct text who = { 0 };

	process_print_name(search->root, search->pid, &who);
	disk_see(search->root, target, who.bytes, search->users);
}

/* A program with a /dev of its own may have them at another place: the directory's name stays. */
static void descriptor_see(void *data, const char *fd, const char *target)
{
	struct search *search = data;
	const char *vfio = target ? strstr(target, "/vfio/") : NULL, *name = vfio ? path_last(vfio) : NULL;

	if (name && string_starts(vfio, "/vfio/devices/"))
		device_hold(search, name);
	else if (name && !string_equal(name, "vfio")) /* "/dev/vfio/vfio" is a container for groups */
		group_hold(search, name);
	else if (target && !vfio && string_starts(target, "/dev/"))
		disk_hold(search, target);
	else if (string_equal(target, LINK_DEVICE) && !search->unnamed && !descriptor_hold(search, fd))
		search->unnamed = string_copy(fd);
	search->found = search->found || name;
}

static void descriptor_doubt(const struct search *search)
{
	AUTO_TEXT struct text why = { 0 };

	process_print_name(search->root, search->pid, &why);
	text_addf(&why, " has a VFIO device open as descriptor %s, and this kernel does not tell which",
		search->unnamed);
	users_doubt(search->users, USE_VFIO, why.bytes);
}

static void process_see(int root, const char *pid, struct users *users)
{
	struct search search = { .root = root, .users = users, .pid = pid };
	AUTO_FREE char *path = text_print("proc/%s/fd", pid);
	struct forbidden forbidden[] = { { 0 }, { 0 } };

	if (look_each(root, path, descriptor_see, &search) == -1) {
		forbidden_note(&forbidden[0], root, pid, errno);
		forbidden_note(&forbidden[1], root, pid, errno);
	}
	forbidden_doubt(&forbidden[0], USE_VFIO, "open files", users);
	forbidden_doubt(&forbidden[1], USE_OPEN, "open files", users);
	if (search.unnamed && !search.found)
		descriptor_doubt(&search);
	free(search.unnamed);
}

static void entry_note(void *data, const char *name, const char *target)
{
	(void)name, (void)target;
	*(bool *)data = true;
}

/* Without a group or device of VFIO's nobody can have one open, and 20,000 descriptors need no look. */
static bool vfio_has_devices(int root)
{
	bool any = false;

	look_each(root, CLASS_GROUP, entry_note, &any);
	look_each(root, CLASS_DEVICE, entry_note, &any);
	return any;
}

static void descriptors_take(int root, struct users *users)
{
	const char *why = NULL;

	processes_see(root, process_see, 1U << USE_VFIO | 1U << USE_OPEN, users);
	if (processes_all_visible(root, &why))
		return;
	users_doubt(users, USE_VFIO, why);
	users_doubt(users, USE_OPEN, why);
}

/* What no function has, nobody can have open: that is in no doubt then. */
void see_descriptors(int root, struct users *users)
{
	bool has[N_USES] = { [USE_VFIO] = vfio_has_devices(root), [USE_OPEN] = blocks_of_functions(root) };
	struct users found = { 0 };

	if (has[USE_VFIO] || has[USE_OPEN])
		descriptors_take(root, &found);
	for (size_t i = 0; i < found.n; i++)
		users_add(users, &found.all[i]);
	for (enum use use = 0; use < N_USES; use++)
		if (has[use] && found.unknown[use])
			users_doubt(users, use, found.unknown[use]);
	users_free(&found);
}

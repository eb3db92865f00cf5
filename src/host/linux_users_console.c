/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which functions this machine's console is on: serial ports, and the display that the firmware chose.
 *
 * A display is the console while it shows virtual terminals, whether or not the kernel's messages go there.
 */
#include "address.h"
#include "linux_users.h"
#include <errno.h>
#include <string.h>

#define CLASS_TTY "sys/class/tty"
#define VIRTUAL   "tty0" /* the virtual terminal in front (console(4)) */

struct displays {
	int root;
	struct users *users;
};

static void console_add(struct users *users, const char *function, const char *name)
{
	users_add(users,
		&(struct user){ .use = USE_CONSOLE, .function = (char *)function, .who = (char *)name });
}

static void see_serial(int root, const char *name, struct users *users)
{
	AUTO_FREE char *path = look_link(root, "%s/%s", CLASS_TTY, name);
	AUTO_FREE char *function = path ? address_last(path) : NULL;

	if (function)
		console_add(users, function, name);
}

/* "fb0" or "card0", of the function or of the firmware's frame buffer below it (drivers/firmware/sysfb.c). */
static void display_see(void *data, const char *name, const char *target)
{
	const struct displays *displays = data;
	AUTO_FREE char *function = target ? address_last(target) : NULL, *boot = NULL;

	if (!function || (!string_starts(name, "fb") && !string_starts(name, "card")))
		return;
	boot = look_read(displays->root, "sys/bus/pci/devices/%s/boot_vga", function);
	if (boot && *boot == '1')
		console_add(displays->users, function, VIRTUAL);
}

static void see_displays(int root, struct users *users)
{
	AUTO_FREE char *virtual = look_link(root, "%s/%s", CLASS_TTY, VIRTUAL);
	struct displays displays = { root, users };

	if (!virtual)
		return; /* a kernel without virtual terminals */
	look_each(root, "sys/class/drm", display_see, &displays);
	look_each(root, "sys/class/graphics", display_see, &displays);
}

void see_console(int root, struct users *users)
{
	AUTO_FREE char *active = look_read(root, "%s/console/active", CLASS_TTY);
	char *rest = active, *name;

	if (!active) {
		AUTO_FREE char *why = text_print("/%s/console/active: %s", CLASS_TTY, strerror(errno));
		users_doubt(users, USE_CONSOLE, why);
	}
	while ((name = strsep(&rest, " \n")))
		if (*name)
			see_serial(root, name, users);
	see_displays(root, users);
}

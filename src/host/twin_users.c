/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who uses the twin's functions: told, and gone with the driver or the function that they stand on. */
#include "address.h"
#include "twin_inside.h"
#include <string.h>

int users_tell(struct twin *twin, const struct op *op, struct text *out)
{
	(void)op;
	users_print(&twin->world.users, out);
	return 0;
}

/*
 * Who holds a function by VFIO keeps it from going: drivers/vfio/vfio_main.c, vfio_unregister_group_dev. One
 * that went between two looks is nobody's when it comes again.
 */
void users_hold(struct twin *twin)
{
	const struct users *users = &twin->world.users;

	for (size_t i = 0; i < users->n; i++)
		if (users->all[i].use == USE_VFIO && survey_function(&twin->world, users->all[i].function))
			entries_set(&twin->holders, users->all[i].function, users->all[i].who,
				strlen(users->all[i].who));
}

static bool is_no_vfio(const struct user *user)
{
	return user->use != USE_VFIO;
}

/* What stands in the kernel's network stack alone: who manages the network sets it again, later. */
static bool outlives_boot(const struct user *user)
{
	return user->use != USE_ADDRESS && user->use != USE_PORT && user->use != USE_STACKED &&
	       user->use != USE_NAMESPACE && user->use != USE_MANAGEMENT && user->use != USE_SSH;
}

void users_reboot(struct twin *twin)
{
	for (size_t i = 0; i < twin->world.n; i++)
		users_leave(&twin->world.users, twin->world.functions[i]->address, outlives_boot);
}

void twin_hold(struct twin *twin, const char *address, const char *holder)
{
	struct user user = { .use = USE_VFIO, .function = (char *)address, .who = (char *)holder };

	if (address_valid(address))
		users_leave(&twin->world.users, address, is_no_vfio);
	if (holder) {
		entries_set(&twin->holders, address, holder, strlen(holder));
		if (address_valid(address))
			users_add(&twin->world.users, &user);
		return;
	}
	entries_remove(&twin->holders, address);
	pending_settle(twin);
}

const char *twin_holder(const struct twin *twin, const char *address)
{
	const struct entry *holder = entries_find(&twin->holders, address);

	return holder ? holder->bytes : NULL;
}

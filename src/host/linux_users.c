/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks all sources who uses the machine's functions. */
#include "linux_users.h"
#include <errno.h>

static void (*const sources[])(int root, struct users *) = {
	see_descriptors,
	see_network,
	see_disks,
	see_console,
};

void users_see(int root, struct users *users)
{
	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++)
		sources[i](root, users);
}

int users_do(int root, const struct op *op, struct text *data)
{
	struct users users = { 0 };

	(void)op;
	users_see(root, &users);
	users_print(&users, data);
	users_free(&users);
	return 0;
}

/* Always in a helper: the kernel may let it wait, and it looks into other network namespaces. */
int users_begin(struct linux_host *host, uint64_t ticket, const struct op *op, struct text *data)
{
	if (host->is_machine)
		return helper_begin(host, ticket, op, -1, data);
	text_add(data, "users are told of the running machine, not of what --root names");
	return EXDEV;
}

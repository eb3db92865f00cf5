/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who runs pawl, for what is noted of a word that was given. */
#include "domains.h"
#include <stdlib.h>
#include <unistd.h>

char *who_says(void)
{
	const char *user = getenv("SUDO_USER");

	if (user && *user)
		return string_copy(user);
	return getuid() == 0 ? string_copy("root") : text_print("uid %u", (unsigned)getuid());
}

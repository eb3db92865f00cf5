/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Completes the wish for a guest with what it keeps of its definition. */
#include "address.h"
#include "guest_wish.h"
#include <string.h>

/* As the files would name it; what is of none of their devices goes by its address. */
static char *name_kept(const char *address, const struct survey *survey, const struct state *state)
{
	const struct function *function = address_valid(address) ? survey_function(survey, address) : NULL;
	char *name = function ? function_handle(function, state) : NULL;

	return name ? name : string_copy(address);
}

static void keep_hostdevs(struct resource *guest, const struct guest *defined, const struct survey *survey,
	const struct state *state)
{
	const char *rest = guest_hostdevs(defined);

	while (*rest) {
		AUTO_FREE char *address = words_next(&rest);
		AUTO_FREE char *name = name_kept(address, survey, state);

		hostdev_add(guest->body, name, resource_place(guest, GUEST_STATE_WISHED));
	}
}

/* Neither is given by that: nothing of it is compared, nor said to be wished. */
void guest_keep(struct resource *guest, const struct survey *survey, const struct state *state)
{
	AUTO_FREE char *id = guest_id(guest);
	const struct guest *defined = guests_find(&survey->guests, id);
	struct guest_body *body = guest->body;

	if (!defined)
		return;
	if (!resource_given(guest, GUEST_CONFIDENTIAL))
		body->confidential = guest_protection(defined);
	if (!resource_given(guest, GUEST_HOSTDEVS))
		keep_hostdevs(guest, defined, survey, state);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on giving to another controller what this host itself works with. */
#include "gates_rows.h"
#include "nvme_namespaces.h"
#include <stdlib.h>

/* What this host keeps on a disk; a guest that has it open may well share it. */
static bool is_of_host(const struct user *user)
{
	return user->use == USE_MOUNT || user->use == USE_SWAP || user->use == USE_HOLDER ||
	       user->use == USE_ROOT;
}

/* Of a user that is not told which of the function's namespaces it is on, it may be this one. */
static const struct user *host_user(
	const struct question *question, const struct function *function, uint32_t nsid)
{
	const struct user *users = NULL;
	size_t n = users_of(&question->now->users, function->address, &users);

	for (size_t i = 0; i < n; i++)
		if (is_of_host(&users[i]) && (!users[i].nsid || users[i].nsid == nsid))
			return &users[i];
	return NULL;
}

/* Through any function here that has the namespace as well. */
static const struct user *holders_user(const struct question *question, const struct step *give)
{
	AUTO_FREE char *address = target_address(give->target);
	const struct function *pf = survey_function(question->now, address);
	const char *rest = give->before;
	const struct user *user = NULL;

	while (drive_told(pf) && !user && *rest) {
		AUTO_FREE char *controller = words_next(&rest);
		struct function *function;

		if (subsystem_controller(question->now, pf, (uint16_t)strtoul(controller, NULL, 10),
			    &function) == CONTROLLER_HERE)
			user = host_user(question, function, namespace_number(holders_word(give->target)));
	}
	return user;
}

static void judge_shared(const struct question *question)
{
	const struct step *give;

	for (size_t cursor = 0; (give = next_step(question, &knob_controllers, &cursor));) {
		AUTO_FREE char *added = listing_added(give->before, give->after);
		const struct user *user = added ? holders_user(question, give) : NULL;

		if (user)
			gate_refuse_step(question, give, question->gate->fix,
				"controller %s would write beside this host: %s of %s %s %s", added,
				user->through ? user->through : "it", user->function,
				use_rows[user->use].verb, user->who);
	}
}

const struct gate gate_namespace_shared = {
	.id = "namespace-shared",
	.question = "Does this host work with no namespace that another controller is to get as well?",
	.explain =
		"A shared namespace is one disk for all who have it (NVM Express Base Specification 2.0, "
		"2.4.1), and the drive keeps nobody from writing where another does: two kernels that mount "
		"one file system, which is not made for that (as GFS2 is), destroy it. So is swap, what md, "
		"dm or LVM put together, and what this system runs from.",
	.fix = "unmount it here first; or give that controller a namespace of its own",
	.weight = WEIGHT_ALLOWABLE,
	.by_name = true,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_shared,
};

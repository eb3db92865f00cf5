/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The twin as a stage: pawl runs in this process, on a machine made from facts. */
#include "story.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int run(struct stage *stage, char *const *words, struct said *said, struct text *why)
{
	(void)why;
	pawl_on_twin(stage->data, !stage->user, words, said);
	if (!stage->dies || !twin_died(stage->data))
		return 0;
	said_free(said);
	twin_revive(stage->data, false);
	pawl_on_twin(stage->data, !stage->user, words, said);
	return 0;
}

/* The twin's errno for a hand-made write is part of the story: "write PATH VALUE [ERRNO]". */
static int write_by_hand(struct twin *twin, const char *rest, struct text *why)
{
	char path[256], value[64], wanted[32] = "";
	int error;

	if (sscanf(rest, "%255s %63s %31s", path, value, wanted) < 2)
		return text_add(why, "write PATH VALUE [ERRNO]"), -1;
	error = twin_write(twin, path, value);
	if (string_equal(error ? strerrorname_np(error) : "", wanted))
		return 0;
	return text_addf(why, "errno %s", error ? strerrorname_np(error) : "none"), -1;
}

static int hold(struct twin *twin, const char *rest)
{
	char address[32], holder[64] = "";

	if (sscanf(rest, "%31s %63s", address, holder) < 1)
		return -1;
	twin_hold(twin, address, *holder ? holder : NULL);
	return 0;
}

/* "die PATTERN": at the first write to such a path. The other faults likewise. */
static const struct {
	const char *verb;
	enum fault fault;
} faults[] = {
	{ "die", FAULT_DIE },
	{ "hang", FAULT_HANG },
	{ "fail", FAULT_FAIL },
	{ "interrupt", FAULT_INTERRUPT },
};

static bool set_fault(struct twin *twin, const struct passage *passage)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		if (string_equal(faults[i].verb, passage->verb)) {
			twin_set_fault(twin,
				&(struct twin_plan){
					.fault = faults[i].fault, .at_write = passage->rest, .error = EIO });
			return true;
		}
	return false;
}

static int act(struct stage *stage, const struct passage *passage, struct text *why)
{
	const char *verb = passage->verb, *rest = passage->rest;

	if (string_equal(verb, "write"))
		return write_by_hand(stage->data, rest, why);
	if (string_equal(verb, "hold") || string_equal(verb, "release"))
		return hold(stage->data, rest);
	if (set_fault(stage->data, passage))
		return 0;
	if (string_equal(verb, "modprobe"))
		return twin_modprobe(stage->data, rest), 0;
	if (string_equal(verb, "revive") || string_equal(verb, "reboot"))
		return twin_revive(stage->data, string_equal(verb, "reboot")), 0;
	if (string_equal(verb, "as"))
		return stage->user = !string_equal(rest, "root"), 0;
	if (string_equal(verb, "sh")) /* the machine's own tools: in the lab */
		return 0;
	return text_add(why, "no such verb"), -1;
}

static int see(struct stage *stage, const char *address, const char *attribute, struct text *value)
{
	const struct function *function = survey_function(twin_world(stage->data), address);
	const char *text = NULL;

	if (function && string_equal(attribute, "here"))
		return text_add(value, "yes"), 0;
	for (size_t a = 0; function && a < N_ATTRIBUTES; a++)
		if (string_equal(attributes[a].name, attribute))
			text = attributes[a].link ? function_link(function, a) : function_text(function, a);
	if (!text || !*text)
		return -1;
	text_add(value, text);
	return 0;
}

static int close_twin(struct stage *stage, struct text *why)
{
	const char *broken = twin_broken_rules(stage->data);
	int result = *broken ? -1 : 0;

	if (*broken)
		text_addf(why, "\nbroken rules:\n%s", broken);
	host_free(twin_host(stage->data));
	return result;
}

int stage_twin(struct stage *stage, const char *facts_path, struct text *why)
{
	if (!facts_path)
		return text_add(why, "no file of that name beside the story or above"), -1;
	*stage = (struct stage){ .run = run, .act = act, .see = see, .close = close_twin };
	stage->data = twin_from_file(facts_path, why);
	return stage->data ? 0 : -1;
}

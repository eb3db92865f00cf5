/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns the answer to an OP_GATHER into readings. */
#include "survey_answers.h"
#include "knob_sysfs.h"
#include <errno.h>
#include <string.h>

void names_add(struct text *names, const char *name, bool link)
{
	text_add(names, name);
	text_add_bytes(names, link ? "@" : "", link ? 2 : 1);
}

int answers_gather(struct answers *answers, struct host *host, const char *path, const struct text *names)
{
	return answers_gather_within(answers, host, path, names, 0);
}

int answers_gather_within(struct answers *answers, struct host *host, const char *path,
	const struct text *names, uint64_t deadline_ns)
{
	struct op op = { .verb = OP_GATHER,
		.path = path,
		.in = names->bytes,
		.in_len = names->length,
		.deadline_ns = deadline_ns };

	host_do(host, &op, &answers->done);
	answers->at = answers->end = NULL;
	if (answers->done.err == 0 && answers->done.data) {
		answers->at = answers->done.data;
		answers->end = answers->at + answers->done.len;
	}
	return answers->done.err;
}

/* What reading this one alone would have given; '?' says the errno in words, which `ret_why` is set to. */
static struct done answers_next(struct answers *answers, const char **ret_why)
{
	struct done done = { .err = answers->done.err ? answers->done.err : EPROTO };
	char kind;

	if (answers->at >= answers->end)
		return done;
	kind = *answers->at++;
	done.data = (void *)answers->at;
	done.len = strlen(answers->at);
	done.err = kind == '=' ? 0 : kind == '-' ? ENOENT : EIO;
	if (kind == '?' && done.len > 0)
		*ret_why = answers->at;
	answers->at += done.len + 1;
	return done;
}

void answers_take(struct answers *answers, const struct knob *knob, struct reading *reading)
{
	const char *why = NULL;
	struct done done = answers_next(answers, &why);

	reading_free(reading);
	if (why)
		reading->text = string_copy(why);
	else if (knob)
		knob->parse(&done, reading);
	else
		reading_take(&done, reading);
}

/* Of all functions, or only of those with SR-IOV. A gather must not wait: what may block is read apart. */
static bool is_gathered(enum attribute attribute, bool sriov)
{
	bool apart = attribute == A_PATH || attribute == A_OVERRIDE || attribute == A_NUMVFS;

	return attributes[attribute].sriov == sriov && !apart;
}

void names_add_attributes(struct text *names, bool sriov)
{
	for (enum attribute a = 0; a < N_ATTRIBUTES; a++)
		if (is_gathered(a, sriov))
			names_add(names, attributes[a].name, attributes[a].link);
}

void answers_take_attributes(struct answers *answers, bool sriov, struct function *function)
{
	for (enum attribute a = 0; a < N_ATTRIBUTES; a++)
		if (is_gathered(a, sriov))
			answers_take(
				answers, attributes[a].link ? NULL : attributes[a].knob, &function->attr[a]);
}

void answers_free(struct answers *answers)
{
	done_free(&answers->done);
}

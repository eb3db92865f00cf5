/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes what happens to a machine: runs, words, boots, and what others do. */
#include "history.h"
#include "disks.h"
#include <stdlib.h>
#include <string.h>

void event_add(struct tale *tale, char *lines, char *undo)
{
	tale->events = memory_grow(tale->events, tale->n, sizeof(*tale->events));
	tale->events[tale->n++] = (struct event){ .lines = lines, .undo = undo };
}

/* Those that ask only: none may change anything, nor fail because of what has been left behind. */
static void add_question(struct dice *dice, struct tale *tale)
{
	static const char *const commands[] = { "plan wish.yaml", "assert wish.yaml", "status", "show",
		"rehearse wish.yaml", "export", "history", "facts capture", "plan -o json wish.yaml" };

	event_add(tale,
		text_print("run %s\n", commands[dice_pick(dice, sizeof(commands) / sizeof(commands[0]))]),
		NULL);
}

/* What was secure in an earlier boot is so until somebody says that the machine was without power. */
static char *settling(const struct tale *tale)
{
	struct text text = { 0 };

	text_add(&text, "reboot\n");
	for (size_t i = 0; tale->confidential && i < tale->machine.n; i++) {
		const struct function *function = tale->machine.functions[i];

		if (string_starts(function_text(function, A_CLASS), "0x0604"))
			text_addf(&text, "answer %s\nrun ledger settle %s\n", function->address,
				function->address);
	}
	return text_take(&text);
}

/* What an operator says or takes back; and the ledger is lost. */
static void add_word(struct dice *dice, struct tale *tale)
{
	static const char *const words[] = { "answer yes\nrun consent -f wish.yaml guest0\n",
		"answer yes\nrun consent guest0\n", "answer yes\nrun consent --revoke guest0\n",
		"answer 0000:00:01.0\nrun ledger settle 0000:00:01.0\n", "put var/lib/pawl/ledger\n" };
	/* without a ledger namespace-alike asks which one is meant, and nobody is there to say */
	bool steady = strstr(tale->wish, "namespaces:") && !tale->wild;
	const char *word = words[dice_pick(dice, sizeof(words) / sizeof(words[0]) - steady)];

	tale->by_hand = true;
	tale->others_make |= string_starts(word, "put");
	event_add(tale, string_copy(word), settling(tale));
}

/* From one day to the next a machine is given another use, with a boot in between. */
static void add_change_of_use(struct dice *dice, struct tale *tale)
{
	const char *first = dice_chance(dice, 70) ? "wish" : "other";
	const char *then = *first == 'w' ? "other" : "wish";
	AUTO_FREE char *consents = consents_print(dice, *first == 'w' ? tale->wish : tale->other),
		       *then_consents = consents_print(dice, *then == 'w' ? tale->wish : tale->other);

	event_add(tale,
		text_print("answer yes\nrun apply %s%s.yaml\nrevive\nreboot\n"
			   "answer yes\nrun apply %s%s.yaml\nrevive\n",
			consents, first, then_consents, then),
		NULL);
}

/* A plan from facts is the one made live, whatever state the machine is in. */
static void add_facts(struct tale *tale)
{
	event_add(tale,
		string_copy("revive\nrun facts capture --out facts.json\nrun plan wish.yaml\n"
			    "run plan --facts facts.json wish.yaml\nout begins as before\n"),
		NULL);
}

/* What is in between, if anything is, makes the plan stale, or does not. */
static void add_saved(struct dice *dice, struct tale *tale)
{
	const char *word = tale->confidential ? "answer yes\nrun apply" : "run apply -y";
	AUTO_FREE char *consents = consents_print(dice, tale->wish),
		       *again = consents_print(dice, tale->wish);
	size_t number = tale->n;

	event_add(tale, text_print("run plan %s--out plan%zu.json wish.yaml\n", consents, number), NULL);
	if (dice_chance(dice, 50))
		run_add(dice, tale, true);
	event_add(tale, text_print("%s %splan%zu.json\nrevive\n", word, again, number), NULL);
}

/* What a boot takes away comes back: nothing else has happened. */
static void add_boot(struct dice *dice, struct tale *tale)
{
	bool alone = !tale->confidential && dice_chance(dice, 70);

	tale->runs_only = false;
	tale->half |= tale->n > 0;
	tale->by_hand |= !alone;
	event_add(tale, string_copy("reboot\n"), tale->confidential ? settling(tale) : NULL);
	/* who died while it brought things back is followed by another, or by another boot */
	while (dice_chance(dice, 60)) {
		command_add(dice, tale, "restore", alone);
		if (dice_chance(dice, 25))
			event_add(tale, string_copy("reboot\n"), NULL);
	}
}

static void add_own(struct dice *dice, struct tale *tale, bool quiet)
{
	switch (dice_pick(dice, 12)) {
	case 0:
		add_question(dice, tale);
		break;
	case 1:
		add_facts(tale);
		break;
	case 2:
		add_saved(dice, tale);
		break;
	case 3:
		add_boot(dice, tale);
		break;
	case 4:
		command_add(dice, tale, dice_chance(dice, 50) ? "resume" : "rollback", quiet);
		break;
	case 5:
		command_add(dice, tale, "restore", quiet);
		break;
	default:
		run_add(dice, tale, quiet);
	}
}

static void add_event(struct dice *dice, struct tale *tale, bool quiet)
{
	if (quiet || dice_chance(dice, 50))
		add_own(dice, tale, quiet);
	else if (dice_chance(dice, 12))
		add_word(dice, tale);
	else
		others_add(dice, tale);
}

void history_make(struct dice *dice, struct tale *tale)
{
	size_t n = 1 + dice_pick(dice, 6);
	bool quiet = dice_chance(dice, 40);

	tale->runs_only = true;

	for (size_t i = 0; i < n; i++)
		if (tale->other && dice_chance(dice, 15))
			add_change_of_use(dice, tale);
		else
			add_event(dice, tale, quiet);
	/* what another wish has left may stand in the way, too */
	if (tale->other)
		event_add(tale, string_copy(""), settling(tale));
}

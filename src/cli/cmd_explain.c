/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl explain [ID...]`: what a finding, a gate, an exit code, a key or a platform means, and what to do. */
#include "commands.h"
#include "document.h"
#include "print.h"
#include "session.h"
#include "topics.h"
#include <string.h>

enum { READABLE = 100 }; /* prose in longer lines is hard to read */

static void part_print(struct text *text, const char *label, const char *part, size_t width)
{
	if (part)
		text_wrap(text, label, part, width);
}

static void topic_print(const struct session *session, const struct topic *topic, struct text *text)
{
	size_t width = session->world->width ? session->world->width : READABLE;

	width = width > READABLE ? READABLE : width;
	text_paint(text, session->color, PAINT_BOLD);
	text_add(text, topic->name);
	text_paint(text, session->color, PAINT_OFF);
	text_addf(text, "  (%.*s)\n", (int)strcspn(topic->group, ":"), topic->group);
	part_print(text, "  ", topic->means, width);
	part_print(text, "  ", topic->note, width);
	part_print(text, "  Takes:  ", topic->takes, width);
	part_print(text, "  Why:    ", topic->why, width);
	part_print(text, "  To do:  ", topic->fix, width);
}

/* All topics, a line each, under the names of their groups. */
static void list_print(const struct session *session, const struct topics *topics, struct text *text)
{
	for (size_t i = 0; i < topics->n;) {
		const char *group = topics->all[i].group;
		struct table table = { .columns = 2, .width = session->world->width };

		text_addf(text, "%s%s\n", i > 0 ? "\n" : "", group);
		for (; i < topics->n && string_equal(topics->all[i].group, group); i++) {
			table_add(&table, topics->all[i].name);
			table_add(&table, topics->all[i].means);
		}
		table_fit(&table, 1);
		table_print(&table, "  ", text);
		table_free(&table);
	}
}

static void report_unknown(struct session *session, const struct topics *topics, const char *word)
{
	const char *const name[] = { word, NULL };
	const char *nearest = topic_nearest(topics, word);
	AUTO_FREE char *hint = NULL;
	struct report scratch = { 0 };
	size_t n;

	if (command_find(name, &n, &scratch))
		hint = text_print("`pawl help %s` tells what that command takes", word);
	else if (nearest)
		hint = text_print("did you mean `pawl explain %s`?", nearest);
	report_free(&scratch);
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_USAGE,
			.id = "nothing-to-explain",
			.hint = hint ? hint : "`pawl explain` lists all ids",
		},
		"\"%s\" is nothing that pawl could explain", word);
}

static enum meant best_fit(const struct topics *topics, const char *word)
{
	enum meant best = MEANT_NOT;

	for (size_t i = 0; i < topics->n; i++) {
		enum meant fit = topic_fits(&topics->all[i], word);

		best = fit > best ? fit : best;
	}
	return best;
}

/* Those that are meant by the words, in the order of the words; none when there are no words. */
static void topics_choose(struct session *session, const struct topics *topics, struct topics *chosen)
{
	const struct options *options = &session->options;

	for (size_t w = 0; w < options->n_words; w++) {
		enum meant best = best_fit(topics, options->words[w]);

		if (best == MEANT_NOT)
			report_unknown(session, topics, options->words[w]);
		for (size_t i = 0; best != MEANT_NOT && i < topics->n; i++) {
			if (topic_fits(&topics->all[i], options->words[w]) != best)
				continue;
			chosen->all = memory_grow(chosen->all, chosen->n, sizeof(*chosen->all));
			chosen->all[chosen->n++] = topics->all[i];
		}
	}
}

static void topics_show(struct session *session, const struct topics *topics, bool list)
{
	AUTO_TEXT struct text text = { 0 };

	if (session->options.format->print) {
		session->document = document_start(&form_topics, topics);
		return;
	}
	if (list)
		list_print(session, topics, &text);
	for (size_t i = 0; !list && i < topics->n; i++) {
		text_add(&text, i > 0 ? "\n" : "");
		topic_print(session, &topics->all[i], &text);
	}
	session_print(session, &text);
}

static enum outcome run(struct session *session)
{
	struct topics topics = { 0 }, chosen = { 0 };
	bool list = session->options.n_words == 0;

	topics_collect(&topics);
	topics_choose(session, &topics, &chosen);
	topics_show(session, list ? &topics : &chosen, list);
	release_memory(&chosen.all); /* its strings are those of `topics` */
	topics_free(&topics);
	return report_outcome(&session->report);
}

const struct command command_explain = {
	.name = "explain",
	.arguments = "[ID...]",
	.summary = "What a finding, exit code or key means, and what to do; without ID, all of them",
	.run = run,
	.words = WORDS_IDS,
	.options = TAKES(OPTION_FORMAT),
};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads a command line that is still being typed. */
#include "completion.h"
#include <stdlib.h>
#include <string.h>

static const struct option_row *option_by_name(const char *name, size_t length)
{
	for (size_t i = 0; i < N_OPTIONS; i++)
		if (strlen(option_rows[i].name) == length && memcmp(option_rows[i].name, name, length) == 0)
			return &option_rows[i];
	return NULL;
}

static const struct option_row *option_by_letter(char letter)
{
	for (size_t i = 0; i < N_OPTIONS; i++)
		if (option_rows[i].letter == letter)
			return &option_rows[i];
	return NULL;
}

static void add_file(struct line *line, const char *name)
{
	line->files = memory_grow(line->files, line->n_files, sizeof(*line->files));
	line->files[line->n_files++] = name;
}

static void take(struct line *line, const struct option_row *row, const char *value)
{
	enum option_id option = (enum option_id)(row - option_rows);

	line->given |= TAKES(option);
	if (!value)
		return;
	if (option == OPTION_FILE)
		add_file(line, value);
	if (option == OPTION_HOST)
		line->host_name = value;
	if (option == OPTION_ROOT)
		line->root = value;
	if (option == OPTION_FACTS)
		line->facts = value;
}

/* "-yf": the letters up to one that takes a value; the rest of the word is that value. */
static const struct option_row *letters_read(struct line *line, const char *letters, const char **ret_value)
{
	for (; *letters; letters++) {
		const struct option_row *row = option_by_letter(*letters);

		*ret_value = letters[1] ? letters + 1 : NULL;
		if (row && row->argument)
			return row;
		if (row)
			take(line, row, NULL);
	}
	return NULL;
}

/* The option whose value is still to come, NULL when the word is whole. */
static const struct option_row *option_read(struct line *line, const char *word)
{
	const struct option_row *row;
	const char *value = NULL;

	if (string_starts(word, "--")) {
		size_t length = strcspn(word + 2, "=");

		row = option_by_name(word + 2, length);
		value = word[2 + length] ? word + 2 + length + 1 : NULL;
	} else {
		row = letters_read(line, word + 1, &value);
	}
	if (row && row->argument && !value)
		return row;
	if (row)
		take(line, row, value);
	return NULL;
}

static void word_read(struct line *line, const char *word)
{
	if (line->awaits) {
		take(line, line->awaits, word);
		line->awaits = NULL;
	} else if (line->only_words || *word != '-' || !word[1]) {
		line->words[line->n_words++] = word;
	} else if (string_equal(word, "--")) {
		line->only_words = true;
	} else {
		line->awaits = option_read(line, word);
	}
}

static bool name_begins(const char *name, const struct line *line)
{
	AUTO_TEXT struct text words = { 0 };

	for (size_t i = 0; i < line->n_words && i < 2; i++) {
		text_addf(&words, "%s%s", i ? " " : "", line->words[i]);
		if (string_equal(text_string(&words), name))
			return true;
	}
	return false;
}

/* The first that fits, as command_find takes it: "ledger settle" stands before "ledger". */
static void command_read(struct line *line)
{
	size_t row = 0;

	while (commands[row] && !name_begins(commands[row]->name, line))
		row++;
	line->command = commands[row];
	if (line->command)
		line->name_words = strchr(line->command->name, ' ') ? 2 : 1;
	if (line->command && line->command->words == WORDS_FILES)
		for (size_t i = line->name_words; i < line->n_words; i++)
			add_file(line, line->words[i]);
}

void line_read(struct line *line, const char *const *words, size_t n)
{
	const char *equals;

	line->words = memory_new(n + 1, sizeof(*line->words));
	for (size_t i = 0; i + 1 < n; i++)
		word_read(line, words[i]);
	command_read(line);
	line->current = n ? words[n - 1] : "";
	line->value = line->current;
	equals = strchr(line->current, '=');
	if (!line->awaits && !line->only_words && string_starts(line->current, "--") && equals) {
		line->awaits = option_by_name(line->current + 2, (size_t)(equals - line->current - 2));
		line->value = equals + 1;
	}
}

void line_free(struct line *line)
{
	free(line->words);
	free(line->files);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The manual's parts: each row of each table is in its part, and prose becomes mdoc that means the same. */
#include "../../src/cli/completion.h"
#include "../../src/cli/document_events.h"
#include "../../src/cli/manual.h"
#include "../../src/cli/topics.h"
#include "../../src/cli/words.h"
#include "platform.h"
#include "suite.h"
#include <string.h>

static struct text part;

static void stop(void)
{
	text_free(&part);
}

static void print(void (*part_print)(struct text *))
{
	text_free(&part);
	part_print(&part);
}

static void assert_line(const char *line)
{
	AUTO_FREE char *whole = text_print("\n%s\n", line);

	ck_assert_msg(strstr(text_string(&part), whole), "no line \"%s\"", line);
}

static void assert_prose(const char *words)
{
	AUTO_TEXT struct text prose = { 0 };
	AUTO_FREE char *last = NULL;

	mdoc_prose(&prose, words);
	last = text_take(&prose);
	last[strlen(last) - 1] = '\0';
	ck_assert_msg(strstr(text_string(&part), last), "nothing says \"%s\"", last);
}

START_TEST(commands_options_and_formats_are_there)
{
	print(manual_commands);
	for (size_t i = 0; commands[i]; i++)
		assert_prose(commands[i]->summary);
	print(manual_options);
	for (size_t i = 0; i < N_OPTIONS; i++) {
		AUTO_FREE char *name = text_print("Fl \\-%s", option_rows[i].name);

		ck_assert_ptr_nonnull(strstr(text_string(&part), name));
		assert_prose(option_rows[i].help);
	}
	print(manual_placeholders);
	for (const struct placeholder *row = placeholders; row->name; row++)
		assert_prose(row->help);
	print(manual_formats);
	for (size_t i = 0; formats[i]; i++)
		assert_prose(formats[i]->help);
}
END_TEST

START_TEST(exit_codes_gates_and_findings_are_there)
{
	print(manual_outcomes);
	for (const struct outcome_row *row = outcome_rows; row->words; row++)
		assert_prose(row->means);
	print(manual_gates);
	for (size_t i = 0; gates[i]; i++) {
		assert_prose(gates[i]->question);
		assert_prose(gates[i]->explain);
		assert_prose(gates[i]->fix);
	}
	print(manual_findings);
	for (const struct finding_group *group = finding_groups; group->name; group++)
		for (const struct finding_row *row = group->rows; row->id; row++) {
			AUTO_FREE char *line = text_print(".It Cm %s", row->id);

			assert_line(line);
			assert_prose(row->means);
			assert_prose(row->fix);
		}
}
END_TEST

START_TEST(keys_and_platforms_are_there)
{
	struct keys keys = { 0 };

	print(manual_keys);
	keys_collect(&keys);
	ck_assert_uint_gt(keys.n, 0);
	for (size_t i = 0; i < keys.n; i++) {
		AUTO_TEXT struct text means = { 0 }, takes = { 0 };

		key_means(&keys.all[i], &means);
		key_takes(&keys.all[i], &takes);
		assert_prose(text_string(&means));
		assert_prose(text_string(&takes));
	}
	keys_free(&keys);
	print(manual_platforms);
	for (size_t i = 0; platforms[i]; i++)
		assert_prose(platforms[i]->summary);
}
END_TEST

/* A field is named from its kind on: "count" below "hosts.NAME.devices.HANDLE.vfs". */
START_TEST(keys_stand_below_their_kind)
{
	const char *kind, *field;

	print(manual_keys);
	kind = strstr(text_string(&part), ".Ss hosts.NAME.devices.HANDLE.vfs\n");
	ck_assert_ptr_nonnull(kind);
	field = strstr(kind, ".It Cm count\n");
	ck_assert_ptr_nonnull(field);
	ck_assert_ptr_eq(strstr(kind + 1, ".Ss") < field ? NULL : field, field);
	assert_line(".It Cm pawl");
	assert_line(".It Cm select.pci");
}
END_TEST

static void assert_row(const struct document_row *row, size_t index, void *data)
{
	(void)index, (void)data;
	assert_prose(row->help);
	ck_assert_ptr_null(strstr(text_string(&part), "(null)"));
	rows_walk(row->rows, assert_row, NULL);
}

START_TEST(every_key_of_every_document_is_there)
{
	print(manual_document_ends);
	rows_walk(document_head, assert_row, NULL);
	rows_walk(document_tail, assert_row, NULL);
	print(manual_documents);
	for (size_t i = 0; document_forms[i]; i++) {
		assert_prose(document_forms[i]->help);
		rows_walk(document_forms[i]->rows, assert_row, NULL);
	}
	assert_line(".It Cm steps[].seq");
}
END_TEST

START_TEST(every_event_is_there)
{
	print(manual_events);
	rows_walk(event_head, assert_row, NULL);
	for (size_t i = 0; i < N_EVENTS; i++) {
		AUTO_FREE char *title = text_print(".Ss %s", event_kinds[i].name);

		assert_line(title);
		assert_prose(event_kinds[i].help);
		rows_walk(event_kinds[i].rows, assert_row, NULL);
	}
}
END_TEST

static const char *prose(const char *words)
{
	text_free(&part);
	mdoc_prose(&part, words);
	return text_string(&part);
}

START_TEST(prose_is_set_as_it_reads)
{
	ck_assert_str_eq(prose("One. Two"), "One.\nTwo\n");
	ck_assert_str_eq(prose("Is it? `pawl plan -y` tells."), "Is it?\n\\fBpawl plan \\-y\\fR tells.\n");
	ck_assert_str_eq(prose(".hidden"), "\\&.hidden\n");
	ck_assert_str_eq(prose("a\\b"), "a\\eb\n");
	ck_assert_str_eq(prose("read-only, e.g. this"), "read-only, e.g. this\n");
}
END_TEST

START_TEST(arguments_become_macros)
{
	text_free(&part);
	mdoc_arguments(&part, "[ID...]");
	mdoc_arguments(&part, "FILE... or PLAN");
	mdoc_arguments(&part, NULL);
	ck_assert_str_eq(text_string(&part), " Op Ar ID ... Ar FILE ... No or Ar PLAN");
}
END_TEST

START_TEST(a_line_names_a_part_or_is_itself)
{
	text_free(&part);
	ck_assert_int_eq(manual_line(".Sh NAME\n", &part), 0);
	ck_assert_str_eq(text_string(&part), ".Sh NAME\n");
	ck_assert_int_eq(manual_line("@exit-codes@\n", &part), 0);
	ck_assert_ptr_nonnull(strstr(text_string(&part), ".It 75\n"));
	ck_assert_int_eq(manual_line("@exit@\n", &part), -1);
	ck_assert_int_eq(manual_line("@@\n", &part), 0);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, NULL, stop);
	tcase_add_test(tests, commands_options_and_formats_are_there);
	tcase_add_test(tests, exit_codes_gates_and_findings_are_there);
	tcase_add_test(tests, keys_and_platforms_are_there);
	tcase_add_test(tests, keys_stand_below_their_kind);
	tcase_add_test(tests, every_key_of_every_document_is_there);
	tcase_add_test(tests, every_event_is_there);
	tcase_add_test(tests, prose_is_set_as_it_reads);
	tcase_add_test(tests, arguments_become_macros);
	tcase_add_test(tests, a_line_names_a_part_or_is_itself);
}

int main(void)
{
	return suite_run("manual", tests_add);
}

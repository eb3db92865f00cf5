/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What shells are told may stand at the cursor. */
#include "../../src/cli/completion.h"
#include "../../src/cli/topics.h"
#include "suite.h"
#include "twin.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct twin *twin;
static struct world world;
static struct candidates found;
static char directory[] = "/tmp/pawl-candidates-XXXXXX";
static char *wish;

static struct host *open_twin(const struct world *of, const char *root, struct report *report)
{
	(void)root, (void)report;
	return twin_host(of->data);
}

static void leave_twin(const struct world *of, struct host *host)
{
	(void)of, (void)host;
}

static void write_wish(const char *text)
{
	FILE *file = fopen(wish, "we");

	ck_assert_int_ge(fputs(text, file), 0);
	fclose(file);
}

static void start(void)
{
	struct survey machine = { 0 };

	survey_add(&machine, "0000:17:00.0");
	survey_add(&machine, "0000:a1:00.0");
	twin = twin_new(&machine, NULL);
	world = (struct world){ .open_host = open_twin, .close_host = leave_twin, .data = twin };
	ck_assert_ptr_nonnull(mkdtemp(directory));
	wish = text_print("%s/wish.yaml", directory);
	write_wish("pawl: 1\nhosts:\n  kp001:\n    devices:\n"
		   "      nic0: {select: {pci: \"0000:17:00.0\"}, vfs: {count: 2}}\n"
		   "  kp002:\n    devices:\n"
		   "      ssd0: {select: {pci: \"0000:a1:00.0\"}, driver: vfio-pci}\n");
}

static void forget(void)
{
	candidates_free(&found);
	found = (struct candidates){ 0 };
}

static void stop(void)
{
	forget();
	host_free(twin_host(twin));
	unlink(wish);
	rmdir(directory);
	free(wish);
	strcpy(directory + strlen(directory) - 6, "XXXXXX");
}

/* Words are cut at blanks; WISH stands for the file. The last one is at the cursor. */
static void ask(const char *text)
{
	struct line line = { .world = &world };
	char *copy = string_copy(text), *rest = copy, *word;
	const char *words[16];
	size_t n = 0;

	forget();
	while ((word = strsep(&rest, " ")))
		words[n++] = string_equal(word, "WISH") ? wish : word;
	line_read(&line, words, n);
	candidates_find(&found, &line);
	line_free(&line);
	free(copy);
}

static bool offered(const char *word)
{
	for (size_t i = 0; i < found.n; i++)
		if (string_equal(found.all[i], word))
			return true;
	return false;
}

START_TEST(every_command_is_offered)
{
	ask("");
	for (size_t i = 0; commands[i]; i++) {
		AUTO_FREE char *first = string_copy(commands[i]->name);

		first[strcspn(first, " ")] = '\0';
		ck_assert_msg(offered(first), "%s", first);
	}
	ck_assert(!offered("candidates"));
	ask("facts ");
	ck_assert(offered("capture"));
	ck_assert_uint_eq(found.n, 1);
	ask("ledger ");
	ck_assert(offered("settle"));
	ask("help ");
	ck_assert(offered("apply"));
}
END_TEST

START_TEST(a_command_offers_the_options_that_it_takes)
{
	for (size_t i = 0; commands[i]; i++) {
		AUTO_FREE char *line = text_print("%s --", commands[i]->name);
		uint64_t taken = commands[i]->options | OPTIONS_OF_ALL;

		ask(line);
		for (size_t k = 0; k < N_OPTIONS; k++) {
			AUTO_FREE char *word = text_print("--%s", option_rows[k].name);

			ck_assert_msg(offered(word) == ((taken & TAKES(k)) != 0), "%s%s", line, word);
		}
	}
}
END_TEST

START_TEST(what_was_given_is_offered_again_only_if_it_may_come_again)
{
	ask("plan --color never -f a --detailed-exitcode --");
	ck_assert(!offered("--color"));
	ck_assert(!offered("--detailed-exitcode"));
	ck_assert(offered("--file"));
}
END_TEST

/* A new word in capitals needs a row in candidates.c, by which its values are offered and explained. */
static void assert_known(const char *whose, const char *arguments)
{
	size_t length;

	while ((arguments = placeholder_next(arguments, &length))) {
		ck_assert_msg(placeholder_find(arguments, length), "%s: %s is in no row of placeholders[]",
			whose, arguments);
		arguments += length;
	}
}

START_TEST(every_placeholder_of_help_has_a_row)
{
	for (size_t i = 0; commands[i]; i++)
		assert_known(commands[i]->name, commands[i]->arguments);
	for (size_t i = 0; i < N_OPTIONS; i++)
		assert_known(option_rows[i].name, option_rows[i].argument);
}
END_TEST

START_TEST(values_of_options_come_from_their_tables)
{
	ask("plan -o ");
	for (size_t i = 0; formats[i]; i++)
		ck_assert(offered(formats[i]->name));
	ask("plan --color ");
	for (size_t i = 0; color_words[i]; i++)
		ck_assert(offered(color_words[i]));
	ask("plan --color=al");
	ck_assert_ptr_nonnull(strstr(text_string(&found.text), "--color=always\t"));
	ask("plan -f ");
	ck_assert(offered("/files"));
	ask("plan --file=ex");
	ck_assert_ptr_nonnull(strstr(text_string(&found.text), "/files\t"));
	ask("show --root ");
	ck_assert(offered("/directories"));
	ask("apply --parallel ");
	ck_assert_uint_eq(found.n, 0);
}
END_TEST

START_TEST(what_can_be_explained_is_offered)
{
	struct topics topics = { 0 };

	topics_collect(&topics);
	ask("explain vfs");
	for (size_t i = 0; i < topics.n; i++)
		ck_assert_msg(offered(topics.all[i].name), "%s", topics.all[i].name);
	topics_free(&topics);
}
END_TEST

START_TEST(addresses_are_those_of_the_machine)
{
	ask("show ");
	ck_assert(offered("0000:17:00.0"));
	ck_assert(offered("0000:a1:00.0"));
	ck_assert(!offered("nic0"));
	ask("show -f WISH ");
	ck_assert(offered("nic0") && offered("0000:a1:00.0") && !offered("nic0.vfs"));
}
END_TEST

START_TEST(keys_of_select_choose_functions)
{
	ask("show ");
	for (const struct field *field = select_fields; field->name; field++) {
		AUTO_FREE char *word = text_print("%s=", field->name);

		ck_assert_msg(offered(word), "%s", word);
	}
}
END_TEST

START_TEST(hosts_and_parts_are_those_of_the_files)
{
	ask("plan WISH --host ");
	ck_assert(offered("kp001") && offered("kp002"));
	ask("plan --target nic0 -f WISH --target ");
	ck_assert(offered("nic0") && offered("nic0.vfs") && offered("nic0.vf.1"));
	ck_assert(!offered("nic0.vf.2"));
	ck_assert(offered("nic0.vf.[0-1]"));
	ck_assert(offered("ssd0") && offered("ssd0.driver"));
	ask("plan WISH --host=kp002 --target ");
	ck_assert(offered("ssd0") && !offered("nic0"));
}
END_TEST

START_TEST(parts_of_a_set_are_those_of_its_members)
{
	write_wish("pawl: 1\nhosts:\n  kp001:\n    devices:\n"
		   "      nics: {select: {vendor: 0x19e5}, expect: 2, vfs: {count: 2}}\n");
	ask("plan WISH --target ");
	ck_assert(offered("nics.*") && offered("nics.*.vfs"));
	ck_assert(!offered("nics.vfs") && !offered("nics.vf.0"));
}
END_TEST

START_TEST(only_what_may_be_allowed_is_offered_then_its_parts)
{
	size_t n = 0;

	ask("plan WISH --allow ");
	for (size_t i = 0; gates[i]; i++) {
		ck_assert_int_eq(offered(gates[i]->id), gates[i]->weight == WEIGHT_ALLOWABLE);
		n += gates[i]->weight == WEIGHT_ALLOWABLE;
	}
	ck_assert_uint_eq(found.n, n);
	ask("plan WISH --allow group-not-whole:");
	ck_assert(offered("group-not-whole:nic0.vf.1") && offered("group-not-whole:ssd0"));
	ck_assert(!offered("nic0") && !offered("group-not-whole"));
	ask("plan WISH --allow=mac-twice:nic0.vf.[0,1],gro");
	ck_assert_ptr_nonnull(
		strstr(text_string(&found.text), "--allow=mac-twice:nic0.vf.[0,1],group-not-whole\t"));
}
END_TEST

START_TEST(guests_are_those_of_the_files)
{
	write_wish("pawl: 1\nhosts:\n  kp001:\n    platform: virtcca\n    guests:\n"
		   "      cvm1: {state: defined, confidential: virtcca}\n");
	ask("consent -f WISH ");
	ck_assert(offered("cvm1"));
	ck_assert_uint_eq(found.n, 1);
	ask("plan WISH --target ");
	ck_assert_uint_eq(found.n, 0);
}
END_TEST

START_TEST(a_directory_offers_what_its_files_hold)
{
	AUTO_FREE char *other = text_print("%s/other.yml", directory);
	AUTO_FREE char *hidden = text_print("%s/.hidden.yaml", directory);
	AUTO_FREE char *line = text_print("plan %s --host ", directory);

	ck_assert_int_eq(link(wish, hidden), 0);
	write_wish("pawl: 1\nhosts:\n  kp009: {}\n");
	ck_assert_int_eq(rename(wish, other), 0);
	ask(line);
	ck_assert(offered("kp009"));
	ck_assert_uint_eq(found.n, 1);
	unlink(other);
	unlink(hidden);
}
END_TEST

/* The host that is meant is elsewhere: what is on this machine is not on it. */
START_TEST(facts_that_are_given_stand_for_the_machine)
{
	write_wish("{\"format\": \"pawl-facts\"}");
	ask("show --facts WISH ");
	ck_assert(!offered("0000:17:00.0"));
	ck_assert(offered("driver="));
}
END_TEST

START_TEST(a_machine_without_a_ledger_offers_no_run)
{
	ask("rollback ");
	ck_assert_uint_eq(found.n, 0);
	ask("ledger settle ");
	ck_assert_uint_eq(found.n, 0);
}
END_TEST

START_TEST(a_file_with_mistakes_offers_what_could_be_read)
{
	write_wish("pawl: 1\nhosts:\n  kp001:\n    devices:\n"
		   "      nic0: {select: {pci: \"0000:17:00.0\"}, vsf: {count: 2}}\n");
	ask("plan WISH --target ");
	ck_assert(offered("nic0"));
	write_wish("hosts: [}");
	ask("plan WISH --target ");
	ck_assert_uint_eq(found.n, 0);
}
END_TEST

START_TEST(no_file_is_waited_for)
{
	unlink(wish);
	ask("plan WISH --target ");
	ck_assert_uint_eq(found.n, 0);
	ck_assert_int_eq(mkfifo(wish, 0600), 0);
	ask("plan WISH --target ");
	ck_assert_uint_eq(found.n, 0);
	ask("plan /dev/zero - --target ");
	ck_assert_uint_eq(found.n, 0);
}
END_TEST

/* A press of a key waits for no file that takes long to read. */
START_TEST(a_large_file_is_left_alone)
{
	AUTO_TEXT struct text large = { 0 };

	text_add(&large, "pawl: 1\nhosts: {kp001: {}}\n");
	while (large.length < 100000)
		text_add(&large, "# and so on\n");
	write_wish(text_string(&large));
	ask("plan WISH --host ");
	ck_assert_uint_eq(found.n, 0);
}
END_TEST

START_TEST(odd_lines_offer_nothing_wrong)
{
	static const char *const lines[] = { "-", "--", "=", "--=", "--no-such=", "--no-such x", "-q", "-f",
		"nonsense ", "plan -yf", "plan -- -", "facts nonsense ", "-o", "--color" };

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		ask(lines[i]);
	ask("nonsense ");
	ck_assert_uint_eq(found.n, 0);
	ask("--yes nonsense --no-such ");
	ck_assert_uint_eq(found.n, 0);
	ask("plan -- --co");
	ck_assert(offered("/files"));
	ask("apply -yf ");
	ck_assert(offered("/files"));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, every_command_is_offered);
	tcase_add_test(tests, a_command_offers_the_options_that_it_takes);
	tcase_add_test(tests, what_was_given_is_offered_again_only_if_it_may_come_again);
	tcase_add_test(tests, every_placeholder_of_help_has_a_row);
	tcase_add_test(tests, values_of_options_come_from_their_tables);
	tcase_add_test(tests, what_can_be_explained_is_offered);
	tcase_add_test(tests, addresses_are_those_of_the_machine);
	tcase_add_test(tests, keys_of_select_choose_functions);
	tcase_add_test(tests, hosts_and_parts_are_those_of_the_files);
	tcase_add_test(tests, parts_of_a_set_are_those_of_its_members);
	tcase_add_test(tests, only_what_may_be_allowed_is_offered_then_its_parts);
	tcase_add_test(tests, guests_are_those_of_the_files);
	tcase_add_test(tests, a_directory_offers_what_its_files_hold);
	tcase_add_test(tests, facts_that_are_given_stand_for_the_machine);
	tcase_add_test(tests, a_machine_without_a_ledger_offers_no_run);
	tcase_add_test(tests, a_file_with_mistakes_offers_what_could_be_read);
	tcase_add_test(tests, no_file_is_waited_for);
	tcase_add_test(tests, a_large_file_is_left_alone);
	tcase_add_test(tests, odd_lines_offer_nothing_wrong);
}

int main(void)
{
	return suite_run("candidates", tests_add);
}

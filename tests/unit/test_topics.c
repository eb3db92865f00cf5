/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `pawl explain` knows: each row of each table, by the names that people use. */
#include "../../src/cli/topics.h"
#include "../../src/cli/words.h"
#include "knob.h"
#include "platform.h"
#include "suite.h"
#include <ctype.h>
#include <string.h>

static struct topics topics;
static struct keys keys;

static void start(void)
{
	topics_collect(&topics);
	keys_collect(&keys);
}

static void stop(void)
{
	topics_free(&topics);
	keys_free(&keys);
}

static const struct topic *find(const char *word)
{
	for (size_t i = 0; i < topics.n; i++)
		if (topic_fits(&topics.all[i], word))
			return &topics.all[i];
	return NULL;
}

static size_t count(const char *word)
{
	size_t n = 0;

	for (size_t i = 0; i < topics.n; i++)
		n += topic_fits(&topics.all[i], word) != MEANT_NOT;
	return n;
}

START_TEST(every_table_is_there)
{
	for (size_t i = 0; gates[i]; i++)
		ck_assert_msg(find(gates[i]->id), "%s", gates[i]->id);
	for (size_t i = 0; platforms[i]; i++)
		ck_assert_msg(find(platforms[i]->name), "%s", platforms[i]->name);
	for (const struct finding_group *group = finding_groups; group->name; group++)
		for (const struct finding_row *row = group->rows; row->id; row++)
			ck_assert_msg(find(row->id), "%s", row->id);
	for (const struct outcome_row *row = outcome_rows; row->words; row++) {
		AUTO_FREE char *number = text_print("%d", row->outcome);

		ck_assert_msg(find(number), "%s", number);
	}
	for (size_t i = 0; i < keys.n; i++)
		ck_assert_msg(find(keys.all[i].address), "%s", keys.all[i].address);
}
END_TEST

static void assert_sentence(const char *id, const char *text)
{
	ck_assert_msg(text && strlen(text) > 8 && strchr(text, ' '), "%s says \"%s\"", id, text);
}

/* The words of a plan's steps can be asked for; a key of the same name is explained beside it. */
START_TEST(every_word_of_a_step_is_there)
{
	for (size_t i = 0; knobs[i]; i++)
		ck_assert_msg(find(knobs[i]->name), "%s", knobs[i]->name);
	ck_assert_ptr_nonnull(strstr(find("autoprobe")->note, knob_autoprobe.source));
	ck_assert_ptr_nonnull(find("driver")->takes);
}
END_TEST

START_TEST(every_row_says_something)
{
	for (size_t i = 0; i < topics.n; i++)
		assert_sentence(topics.all[i].name, topics.all[i].means);
	for (const struct finding_group *group = finding_groups; group->name; group++)
		for (const struct finding_row *row = group->rows; row->id; row++)
			assert_sentence(row->id, row->fix);
	for (const struct outcome_row *row = outcome_rows + 1; row->words; row++)
		assert_sentence(row->words, row->fix);
}
END_TEST

/* A gate and a finding of the same name would be explained twice, and perhaps differently. */
START_TEST(no_name_is_there_twice)
{
	for (size_t i = 0; i < topics.n; i++)
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(topics.all[i].name, topics.all[k].name);
}
END_TEST

static bool has_key(const struct kind *kind, const struct field *field)
{
	for (size_t i = 0; i < keys.n; i++)
		if (keys.all[i].kind == kind && keys.all[i].field == field)
			return true;
	return false;
}

static void assert_fields(const struct kind *kind, const struct field *fields)
{
	for (const struct field *field = fields; field && field->name; field++) {
		ck_assert_msg(has_key(kind, field) == !(field->flags & FIELD_OBSERVED), "%s of %s",
			field->name, kind->name);
		assert_fields(kind, field->fields);
	}
}

START_TEST(every_kind_and_field_is_a_key)
{
	for (size_t i = 0; kinds[i]; i++) {
		ck_assert_msg(!kinds[i]->key || has_key(kinds[i], NULL), "%s", kinds[i]->name);
		if (kinds[i]->key || kinds[i] == &kind_file)
			assert_fields(kinds[i], kinds[i]->fields);
	}
}
END_TEST

START_TEST(keys_are_found_by_the_end_of_their_address)
{
	ck_assert_str_eq(find("vfs.count")->name, "hosts.NAME.devices.HANDLE.vfs.count");
	ck_assert_ptr_eq(find("hosts.devices.vfs.count"), find("vfs.count"));
	ck_assert_ptr_eq(find("nic0.vfs.count"), find("vfs.count"));
	ck_assert_ptr_eq(find("devices.nic0.vfs.count"), find("vfs.count"));
	ck_assert_ptr_eq(find("hosts.kp001.devices.nic0.vfs.count"), find("vfs.count"));
	ck_assert_uint_eq(count("vfs.count"), 1);
	ck_assert_uint_ge(count("driver"), 2);
	ck_assert_int_eq(topic_fits(find("nic0.vfs.count"), "nic0.vfs.count"), MEANT_BY_NAME);
	ck_assert_int_eq(topic_fits(find("vfs.count"), "hosts.devices.vfs.count"), MEANT);
	ck_assert_int_eq(topic_fits(find("hosts.NAME.class"), "select.class"), MEANT_BY_NAME);
	ck_assert_int_eq(topic_fits(find("HANDLE.select.class"), "select.class"), MEANT);
}
END_TEST

START_TEST(what_is_no_address_fits_nothing)
{
	static const char *const words[] = { "", ".", "fs.count", "vfs.count.", "kp001", "NAME",
		"hosts.a.b.devices", "x.hosts" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		ck_assert_msg(count(words[i]) == 0, "%s", words[i]);
}
END_TEST

START_TEST(what_was_meant_is_guessed)
{
	ck_assert_str_eq(topic_nearest(&topics, "iommu-of"), "iommu-off");
	ck_assert_str_eq(topic_nearest(&topics, "nic0.vfs.coutn"), "count");
	ck_assert_ptr_null(topic_nearest(&topics, "zzzzzzzzzzzz"));
}
END_TEST

START_TEST(a_key_tells_what_it_takes)
{
	ck_assert_ptr_nonnull(strstr(find("vfs.count")->takes, "0 to 65535; required"));
	ck_assert_ptr_nonnull(strstr(find("platform")->takes, platform_names[0]));
	ck_assert_ptr_nonnull(strstr(find("hosts")->takes, "a map of NAME"));
	ck_assert_ptr_nonnull(strstr(find("select.vendor")->takes, "0x0000 to 0xffff"));
	ck_assert_ptr_nonnull(strstr(find("vfs.groups.range")->takes, "; required"));
	ck_assert_ptr_nonnull(strstr(find("nic0.driver")->takes, "a driver's name, or a map"));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, every_table_is_there);
	tcase_add_test(tests, every_row_says_something);
	tcase_add_test(tests, every_word_of_a_step_is_there);
	tcase_add_test(tests, no_name_is_there_twice);
	tcase_add_test(tests, every_kind_and_field_is_a_key);
	tcase_add_test(tests, keys_are_found_by_the_end_of_their_address);
	tcase_add_test(tests, what_is_no_address_fits_nothing);
	tcase_add_test(tests, what_was_meant_is_guessed);
	tcase_add_test(tests, a_key_tells_what_it_takes);
}

int main(void)
{
	return suite_run("topics", tests_add);
}

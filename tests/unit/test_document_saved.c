/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A saved plan is read as it was written, and not at all when a byte of it was changed. */
#include "../../src/cli/saved.h"
#include "../support/suite.h"
#include <stdio.h>
#include <string.h>

static struct session session;
static struct report report;
static struct saved saved;

static void begin(void)
{
	session = (struct session){ 0 };
	wish_parse(&session.wish, "one.yaml", "pawl: 1\nhosts: {}\n", 18, &report);
	report_free(&report);
}

static void end(void)
{
	wish_free(&session.wish);
	saved_free(&saved);
	report_free(&report);
}

/* A plan as `plan --out` writes it; the caller frees it. */
static char *plan_write(void)
{
	struct survey survey = { 0 };
	struct plan plan = { .id = "0123abcd" };
	const struct document_plan thing = {
		.host = { "kp001", &survey }, .plan = &plan, .session = &session
	};
	struct document *document = document_start(&form_saved, &thing);
	char *bytes = NULL;
	size_t length;
	FILE *file = open_memstream(&bytes, &length);

	document_seal(document);
	document_print_json(document, file);
	fclose(file);
	document_free(document);
	return bytes;
}

static void refused(const char *bytes, const char *why)
{
	ck_assert_int_eq(saved_parse(bytes, strlen(bytes), "p.json", &saved, &report), -1);
	ck_assert_int_eq(report.findings[0].outcome, BAD_CONFIGURATION);
	ck_assert_str_eq(report.findings[0].path, "p.json");
	ck_assert_msg(strstr(report.findings[0].text, why), "says: %s", report.findings[0].text);
	report_free(&report);
}

START_TEST(written_is_read)
{
	static const char *targets[] = { "nic0", "nic1.vf.3" };
	AUTO_FREE char *bytes = NULL;

	session.options.targets = targets;
	session.options.n_targets = 2;
	bytes = plan_write();
	ck_assert(saved_is_meant(bytes, strlen(bytes)));
	ck_assert_int_eq(saved_parse(bytes, strlen(bytes), "p.json", &saved, &report), 0);
	ck_assert_str_eq(saved.plan_id, "0123abcd");
	ck_assert_str_eq(saved.host_name, "kp001");
	ck_assert_uint_eq(saved.n_targets, 2);
	ck_assert_str_eq(saved.targets[1], "nic1.vf.3");
	ck_assert_uint_eq(saved.n, 1);
	ck_assert_str_eq(saved.configuration[0].name, "one.yaml");
	ck_assert_str_eq(saved.configuration[0].bytes, "pawl: 1\nhosts: {}\n");
}
END_TEST

/* Whatever is changed is found, unless it is a blank between two values. */
START_TEST(edited_is_refused)
{
	AUTO_FREE char *bytes = plan_write();
	char *count = strstr(bytes, "one.yaml");

	*count = 'O';
	refused(bytes, "changed after it was made");
}
END_TEST

START_TEST(any_byte_counts)
{
	AUTO_FREE char *bytes = plan_write();

	for (size_t i = 0; i < strlen(bytes); i++) {
		char was = bytes[i];

		if (strchr(" \n", was))
			continue;
		bytes[i] = was == 'x' ? 'y' : 'x';
		ck_assert_msg(
			saved_parse(bytes, strlen(bytes), "p.json", &saved, &report) < 0, "byte %zu", i);
		bytes[i] = was;
	}
}
END_TEST

START_TEST(cut_short_at_any_byte_is_refused)
{
	AUTO_FREE char *bytes = plan_write();
	size_t length = strlen(bytes) - 2; /* the last newline is no part of it */

	for (size_t n = 0; n <= length; n++)
		ck_assert_int_eq(saved_parse(bytes, n, "p.json", &saved, &report), -1);
}
END_TEST

START_TEST(says_what_is_wrong)
{
	refused("{\"plan_id\": \"1\"", "no JSON: line 1");
	refused("{\"plan_id\": \"1\", \"steps\": []}", "not one saved with `plan --out`");
	refused("{\"format\": \"pawl-saved-plan\", \"format_version\": \"2.0\"}", "another version");
	refused("{\"format\": \"pawl-saved-plan\", \"format_version\": \"1.0\"}", "changed after");
	refused("[{\"plan_id\": \"1\"}]", "not one saved");
}
END_TEST

START_TEST(configuration_is_none)
{
	static const char yaml[] = "pawl: 1\n", flow[] = "{pawl: 1, hosts: {}}";

	ck_assert(!saved_is_meant(yaml, strlen(yaml)));
	ck_assert(!saved_is_meant(flow, strlen(flow)));
	ck_assert(!saved_is_meant("", 0));
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, written_is_read);
	tcase_add_test(tests, edited_is_refused);
	tcase_add_test(tests, any_byte_counts);
	tcase_add_test(tests, cut_short_at_any_byte_is_refused);
	tcase_add_test(tests, says_what_is_wrong);
	tcase_add_test(tests, configuration_is_none);
}

int main(void)
{
	return suite_run("document_saved", add_tests);
}

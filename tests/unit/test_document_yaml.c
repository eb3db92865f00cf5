/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Documents as YAML that no reader takes for something else. */
#include "../../src/cli/document.h"
#include "suite.h"
#include <string.h>

/* What a document with this one value says. */
static char *yaml_of(const char *words)
{
	struct document *document = document_new();
	char *bytes = NULL;
	size_t n;
	FILE *out = open_memstream(&bytes, &n);

	document_add_words(document, "key", words);
	document_print_yaml(document, out);
	fclose(out);
	document_free(document);
	return bytes;
}

static void expect(const char *words, const char *yaml)
{
	AUTO_FREE char *said = yaml_of(words), *line = text_print("key: %s\n", yaml);

	ck_assert_str_eq(said, line);
}

START_TEST(text_that_nobody_misreads_stands_bare)
{
	expect("vfio-pci", "vfio-pci");
	expect("Huawei Technologies Co., Ltd. Hi1822", "Huawei Technologies Co., Ltd. Hi1822");
	expect("nic0.vf.3", "nic0.vf.3");
}
END_TEST

START_TEST(what_reads_as_another_type_is_quoted)
{
	static const char *const words[] = { "on", "Off", "YES", "n", "true", "NULL", "~", "0", "0x1f", "010",
		"1e3", "-1", ".5", ".inf", "0000:17:00.0", "52:54:00:12:34:56", "2026-11-21", "=", "<<",
		"nan", NULL };

	for (const char *const *word = words; *word; word++) {
		AUTO_FREE char *quoted = text_print("\"%s\"", *word);

		expect(*word, quoted);
	}
}
END_TEST

START_TEST(what_yaml_gives_a_meaning_to_is_quoted)
{
	static const char *const words[] = { "", "a: b", "a #b", "- a", "?", "*a", "&a", "!a", "%a", "a ",
		"[a", "{a", "| a", "${nic0.vf.0.address}", NULL };

	for (const char *const *word = words; *word; word++) {
		AUTO_FREE char *quoted = text_print("\"%s\"", *word);

		expect(*word, quoted);
	}
}
END_TEST

START_TEST(a_terminal_gets_no_control_character)
{
	expect("a\033[2Jb", "\"a\\e[2Jb\"");
	expect("one\ntwo", "\"one\\ntwo\"");
	expect("caf\xc3\xa9", "\"caf\\xE9\"");
}
END_TEST

START_TEST(a_long_line_is_not_folded)
{
	AUTO_FREE char *words = memory_new(1001, 1);

	for (size_t i = 0; i < 1000; i++)
		words[i] = i % 10 == 9 ? ' ' : 'a';
	words[999] = 'a';
	expect(words, words);
}
END_TEST

START_TEST(nothing_is_null_and_empty_is_empty)
{
	struct document *document = document_new();
	AUTO_FREE char *bytes = NULL;
	size_t n;
	FILE *out = open_memstream(&bytes, &n);

	document_add_words(document, "none", NULL);
	document_list(document, "list");
	document_map(document, "map");
	document_add_number(document, "number", -3);
	document_add_flag(document, "flag", false);
	document_print_yaml(document, out);
	fclose(out);
	document_free(document);
	ck_assert_str_eq(bytes, "none: null\nlist: []\nmap: {}\nnumber: -3\nflag: false\n");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, text_that_nobody_misreads_stands_bare);
	tcase_add_test(tests, what_reads_as_another_type_is_quoted);
	tcase_add_test(tests, what_yaml_gives_a_meaning_to_is_quoted);
	tcase_add_test(tests, a_terminal_gets_no_control_character);
	tcase_add_test(tests, a_long_line_is_not_folded);
	tcase_add_test(tests, nothing_is_null_and_empty_is_empty);
}

int main(void)
{
	return suite_run("document_yaml", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What namespaces, controllers and targets are, in people's words. */
#include "nvme_namespaces.h"
#include "pci.h"
#include "suite.h"

START_TEST(a_namespace_is_its_number_its_size_and_what_it_is_known_by)
{
	struct text text = { 0 };

	namespaces_tell("1:2048x512:eui.0025385b71b00001+ 2:4097x512s:- *:2097152x512", &text);
	ck_assert_str_eq(text_string(&text),
		"1 (1 MiB in blocks of 512 B, eui.0025385b71b00001), 2 (2.00 MiB in blocks of 512 B), "
		"a new one (1 GiB in blocks of 512 B)");
	text_free(&text);
	namespaces_tell("1:0x0:- *:0x512", &text);
	ck_assert_str_eq(text_string(&text), "1 (size not known), a new one (nothing)");
	text_free(&text);
	namespaces_tell("", &text);
	ck_assert_str_eq(text_string(&text), "none");
	text_free(&text);
}
END_TEST

START_TEST(sizes_are_exact_or_rounded_down)
{
	static const struct {
		uint64_t bytes;
		const char *words;
	} rows[] = {
		{ 0, "0 B" },
		{ 1023, "1023 B" },
		{ 1025, "1.00 KiB" },
		{ UINT64_C(500) << 30, "500 GiB" },
		{ UINT64_C(960) * 1000000000, "894.06 GiB" },
		{ (UINT64_C(1) << 40) - 1, "1023.99 GiB" },
		{ UINT64_MAX, "15.99 EiB" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		AUTO_TEXT struct text text = { 0 };

		bytes_tell(rows[i].bytes, &text);
		ck_assert_str_eq(text_string(&text), rows[i].words);
	}
}
END_TEST

START_TEST(a_controller_is_whose_it_is)
{
	struct secondary secondaries[] = { { .cntlid = 2, .vf = 1 }, { .cntlid = 3, .vf = 2 },
		{ .cntlid = 4 } };
	struct drive drive = { .secondaries = secondaries, .n_secondaries = 3 };
	struct function pf = { .drive = &drive };
	struct text text = { 0 };

	drive.numbers[D_CNTLID] = 1;
	controllers_tell(&pf, "1 3 4 9", &text);
	ck_assert_str_eq(text_string(&text), "pf, vf.1, controller 4, controller 9");
	text_free(&text);
	controllers_tell(NULL, "3", &text);
	ck_assert_str_eq(text_string(&text), "controller 3");
	text_free(&text);
	controllers_tell(&pf, "", &text);
	ck_assert_str_eq(text_string(&text), "none");
	text_free(&text);
}
END_TEST

START_TEST(a_path_is_told_by_the_number_in_it)
{
	AUTO_FREE char *one = path_brief("nvme/0000:31:00.0/namespace/2:8x512:-"),
		       *share = path_brief("nvme/0000:31:00.0/3/queues"),
		       *file = path_brief("/sys/bus/pci/devices/0000:31:00.0/driver");

	ck_assert_str_eq(one, "nvme/0000:31:00.0/namespace/2");
	ck_assert_str_eq(share, "nvme/0000:31:00.0/3/queues");
	ck_assert_str_eq(file, "/sys/bus/pci/devices/0000:31:00.0/driver");
}
END_TEST

START_TEST(a_target_is_told_by_its_number)
{
	AUTO_FREE char *known = target_brief("0000:31:00.0 nsid 2:8x512:-"),
		       *unknown = target_brief("0000:31:00.0 nsid ${ssd0.ns.a.word}"),
		       *named = target_brief("0000:31:00.0 ns ssd0.ns.a");

	ck_assert_str_eq(known, "0000:31:00.0 nsid 2");
	ck_assert_str_eq(unknown, "0000:31:00.0 nsid ${ssd0.ns.a.word}");
	ck_assert_str_eq(named, "0000:31:00.0 ns ssd0.ns.a");
}
END_TEST

/* What stands for a word that nobody knows yet is left out. */
START_TEST(a_target_is_told_without_notation)
{
	static const char *const targets[][2] = {
		{ "0000:31:00.0 nsid 2:209715200x512:nguid.22c38d18ff10c95d0000000200000001",
			"0000:31:00.0 nsid 2" },
		{ "0000:31:00.0 nsid ${ssd0.ns.a.word}", "0000:31:00.0" },
		{ "0000:31:00.0 ns ssd0.ns.a", "0000:31:00.0" },
		{ "0000:31:00.0 vf 3", "0000:31:00.0 vf 3" },
		{ "qemu:///system/cvm1", "qemu:///system/cvm1" },
	};

	for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++) {
		AUTO_FREE char *said = target_say(targets[i][0]);

		ck_assert_str_eq(said, targets[i][1]);
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_namespace_is_its_number_its_size_and_what_it_is_known_by);
	tcase_add_test(tests, sizes_are_exact_or_rounded_down);
	tcase_add_test(tests, a_controller_is_whose_it_is);
	tcase_add_test(tests, a_path_is_told_by_the_number_in_it);
	tcase_add_test(tests, a_target_is_told_by_its_number);
	tcase_add_test(tests, a_target_is_told_without_notation);
}

int main(void)
{
	return suite_run("nvme_words", tests_add);
}

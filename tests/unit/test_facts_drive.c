/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drives in facts: printed and read again, left out, and such as no controller tells. */
#include "facts_fixture.h"
#include "nvme.h"
#include <string.h>

#define PF "0000:a1:00.0"

#define NUMBERS                                                                                              \
	"\"cntlid\": 1, \"cmic\": 2, \"oacs\": 136, \"nn\": 8, \"mnan\": 0, "                                \
	"\"tnvmcap\": 4096000, \"unvmcap\": 0, "
#define SHARES                                                                                               \
	"\"crt\": 3, \"vqfrt\": 16, \"vqrfa\": 4, \"vqrfap\": 0, \"vqprt\": 3, \"vqfrsm\": 4, \"vqgran\": "  \
	"1, \"vifrt\": 8, \"virfa\": 2, \"virfap\": 0, \"viprt\": 6, \"vifrsm\": 2, \"vigran\": 1, "
#define FIRST  "{\"cntlid\": 2, \"vf\": 1, \"queues\": 4, \"interrupts\": 2, \"online\": true}"
#define SECOND "{\"cntlid\": 3, \"vf\": 2, \"queues\": 0, \"interrupts\": 0, \"online\": false}"
#define NAMES                                                                                                \
	"\"nguid\": \"0000000000000001286ed40000000001\", \"eui64\": \"286ed40000000001\", \"uuid\": null"
#define NAMESPACE                                                                                            \
	"{\"nsid\": 3, \"blocks\": 8000, \"block_bytes\": 512, \"metadata_bytes\": 0, \"shared\": false, "   \
	"\"controllers\": [2, 1], " NAMES "}"
#define LISTS                                                                                                \
	"\"secondaries\": [" FIRST ", " SECOND "], \"namespaces\": [" NAMESPACE                              \
	"], \"controllers\": [1, 2, 3], \"formats\": [512, 0, 4096]"
#define DRIVE "{" NUMBERS SHARES LISTS "}"

/* An NVMe PF with one VF; the PF's drive is this, with its key; "" leaves it out. */
static int parse_of(const char *class, const char *driver, const char *drive)
{
	AUTO_FREE char *text = text_print(
		"{\"format\": \"pawl-facts\", \"version\": 1, \"origin\": \"a test\", \"machine\": {}, "
		"\"drivers\": [\"nvme\", \"vfio-pci\"], \"functions\": {\"" PF
		"\": {%s\"class\": \"%s\", \"driver\": "
		"\"../drivers/%s\", \"sriov_totalvfs\": \"2\", \"sriov_numvfs\": \"1\", \"sriov_offset\": "
		"\"1\", \"sriov_stride\": \"1\", \"virtfn\": [\"0000:a1:00.1\"]}, \"0000:a1:00.1\": "
		"{\"class\": \"0x010802\", \"sriov_totalvfs\": null}}, \"debts\": [], \"pins\": []}",
		drive, class, driver);

	return facts_parse(text, strlen(text), "drive.json", &survey, &report);
}

static int parse(const char *drive)
{
	return parse_of("0x010802", "nvme", drive);
}

static const struct drive *drive(void)
{
	return survey_function(&survey, PF)->drive;
}

static const struct reading *setting(enum vf_setting row)
{
	return &survey_function(&survey, "0000:a1:00.1")->setting[row];
}

START_TEST(a_drive_is_read_and_printed)
{
	const struct drive_namespace *namespace;

	ck_assert_int_eq(parse("\"nvme\": " DRIVE ", "), 0);
	ck_assert_ptr_null(drive()->unknown);
	ck_assert_uint_eq(drive()->numbers[D_CNTLID], 1);
	ck_assert_uint_eq(drive()->numbers[D_TNVMCAP], 4096000);
	ck_assert_uint_eq(drive()->numbers[D_VQFRT], 16);
	ck_assert_uint_eq(drive()->n_secondaries, 2);
	ck_assert_uint_eq(drive_secondary(drive(), 1)->cntlid, 3);
	ck_assert_uint_eq(drive()->n_controllers, 3);
	ck_assert_uint_eq(drive()->formats[2], 4096);
	namespace = drive_namespace(drive(), 3);
	ck_assert_uint_eq(namespace->blocks, 8000);
	ck_assert_str_eq(namespace->eui64, "286ed40000000001");
	ck_assert_ptr_null(namespace->uuid);
	ck_assert(namespace_has(namespace, 1) && namespace_has(namespace, 2));
	read_again();
	clean();
}
END_TEST

/* Facts of before it was read have none. */
START_TEST(the_name_of_its_subsystem_may_be_there)
{
	ck_assert_int_eq(
		parse("\"nvme\": {\"subnqn\": \"nqn.2026-11.net.pawl:S1\", " NUMBERS SHARES LISTS "}, "), 0);
	ck_assert_str_eq(drive()->subnqn, "nqn.2026-11.net.pawl:S1");
	read_again();
	ck_assert_str_eq(drive()->subnqn, "nqn.2026-11.net.pawl:S1");
	clean();
	ck_assert_int_eq(parse("\"nvme\": " DRIVE ", "), 0);
	ck_assert_ptr_null(drive()->subnqn);
	clean();
}
END_TEST

/* A page of Identify holds 127 and 1,024 of them: what is captured is read on, and is to be of use. */
START_TEST(a_drive_of_many_is_read_and_printed)
{
	AUTO_TEXT struct text secondaries = { 0 }, namespaces = { 0 };

	for (unsigned i = 1; i <= 300; i++)
		text_addf(&secondaries,
			"%s{\"cntlid\": %u, \"vf\": %u, \"queues\": 0, \"interrupts\": 0, \"online\": false}",
			i > 1 ? ", " : "", i + 1, i);
	for (unsigned i = 1; i <= 1500; i++)
		text_addf(&namespaces,
			"%s{\"nsid\": %u, \"blocks\": 8, \"block_bytes\": 512, \"metadata_bytes\": 0, "
			"\"shared\": false, \"controllers\": [], \"nguid\": null, \"eui64\": null, "
			"\"uuid\": null}",
			i > 1 ? ", " : "", i);
	AUTO_FREE char *many =
		text_print("\"nvme\": {" NUMBERS SHARES "\"secondaries\": [%s], \"namespaces\": [%s], "
			   "\"controllers\": [1], \"formats\": [512]}, ",
			text_string(&secondaries), text_string(&namespaces));
	ck_assert_int_eq(parse(many), 0);
	ck_assert_uint_eq(drive()->n_secondaries, 300);
	ck_assert_uint_eq(drive_secondary(drive(), 299)->cntlid, 301);
	ck_assert_uint_eq(drive()->n_namespaces, 1500);
	ck_assert_uint_eq(drive_namespace(drive(), 1500)->blocks, 8);
	ck_assert_ptr_null(drive_namespace(drive(), 1501));
	read_again();
	clean();
}
END_TEST

START_TEST(its_vfs_have_what_it_tells)
{
	ck_assert_int_eq(parse("\"nvme\": " DRIVE ", "), 0);
	ck_assert_str_eq(setting(VF_QUEUES)->text, "4");
	ck_assert_str_eq(setting(VF_INTERRUPTS)->text, "2");
	ck_assert_str_eq(setting(VF_ONLINE)->text, "true");
	ck_assert_int_eq(setting(VF_TRUST)->is, R_UNKNOWN);
	clean();
}
END_TEST

START_TEST(without_virtualization_it_has_no_numbers_of_it)
{
	AUTO_FREE char *printed = NULL;

	ck_assert_int_eq(parse("\"nvme\": {\"cntlid\": 1, \"cmic\": 0, \"oacs\": 8, \"nn\": 1, \"mnan\": 0, "
			       "\"tnvmcap\": 9223372036854775807, \"unvmcap\": 0, \"secondaries\": [], "
			       "\"namespaces\": [], \"controllers\": [], \"formats\": []}, "),
		0);
	ck_assert_ptr_null(drive()->unknown);
	ck_assert_int_eq(setting(VF_QUEUES)->is, R_ABSENT);
	printed = facts_print(&survey, "a test");
	ck_assert_ptr_null(strstr(printed, "vqfrt"));
	read_again();
	clean();
}
END_TEST

/* Not captured is not absent: it makes the drive one of which nothing is known. */
START_TEST(what_is_left_out_is_not_known)
{
	static const char *const rows[][2] = {
		{ "\"nvme\": {" SHARES LISTS "}, ", "without its cntlid" },
		{ "\"nvme\": {" NUMBERS LISTS "}, ", "without its crt" },
		{ "\"nvme\": {" NUMBERS SHARES "\"namespaces\": []}, ", "without its secondaries" },
		{ "\"nvme\": {\"unknown\": \"it did not answer\"}, ", "it did not answer" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ck_assert_int_eq(parse(rows[i][0]), 0);
		ck_assert_ptr_nonnull(strstr(drive()->unknown, rows[i][1]));
		ck_assert_int_eq(setting(VF_QUEUES)->is, R_UNKNOWN);
		ck_assert_str_eq(setting(VF_QUEUES)->text, drive()->unknown);
		read_again();
		clean();
	}
}
END_TEST

START_TEST(who_has_no_key_was_not_asked)
{
	ck_assert_int_eq(parse(""), 0);
	ck_assert_ptr_null(drive());
	ck_assert_int_eq(setting(VF_ONLINE)->is, R_UNKNOWN);
	read_again();
	clean();
	ck_assert_int_eq(parse_of("0x010802", "vfio-pci", "\"nvme\": null, "), 0);
	ck_assert_ptr_null(drive());
	ck_assert_int_eq(setting(VF_ONLINE)->is, R_ABSENT);
	read_again();
	clean();
}
END_TEST

/* Refused, with these words. */
static void refused(int parsed, const char *what, const char *words)
{
	bool said = false;

	ck_assert_msg(parsed == -1, "%s", what);
	for (size_t i = 0; i < report.n; i++)
		said = said || strstr(report.findings[i].text, words);
	ck_assert_msg(said, "%s\n%s\nlacks: %s", what, report.findings[0].text, words);
	clean();
}

START_TEST(what_is_no_drive_is_refused)
{
	refused(parse("\"nvme\": null, "), "null", "nvme: is null, but the nvme driver has it");
	refused(parse("\"nvme\": [], "), "an array", "nvme: must be an object or null");
	refused(parse_of("0x020000", "nvme", "\"nvme\": " DRIVE ", "), "a card", "it is no NVMe controller");
	refused(parse("\"nvme\": {\"unknown\": \"\"}, "), "no words", "nvme.unknown: must be words");
	refused(parse("\"nvme\": {\"unknown\": \"why\", \"nn\": 1}, "), "both", "nvme.unknown: must be");
	refused(parse("\"nvme\": {\"colour\": 1, " NUMBERS SHARES LISTS "}, "), "a colour",
		"nvme.colour: unknown key");
	refused(parse("\"nvme\": {\"oacs\": 8, \"crt\": 3}, "), "numbers without virtualization",
		"nvme.crt: but its oacs lacks 0x80");
}
END_TEST

/* A whole drive in which one piece is another. */
START_TEST(what_no_controller_tells_is_refused)
{
	static const char *const rows[][3] = {
		{ "\"cntlid\": 1,", "\"cntlid\": 65536,", "cntlid: must be a number from 0 to 65535" },
		{ "\"vqfrt\": 16", "\"vqfrt\": -1", "vqfrt: must be a number" },
		{ "\"cmic\": 2", "\"cmic\": 2, \"subnqn\": 1", "subnqn: must be a name of at most 223" },
		{ "\"cmic\": 2", "\"cmic\": 2, \"subnqn\": \"\"", "subnqn: must be a name" },
		{ "\"cmic\": 2", "\"cmic\": 2, \"subnqn\": \"nqn.\\n\"", "subnqn: must be a name" },
		{ "\"nn\": 8", "\"nn\": \"8\"", "nn: must be a number from 0 to 4294967295" },
		{ "\"vf\": 2", "\"vf\": 1", "secondaries: number 1: its cntlid or vf was there before" },
		{ "\"cntlid\": 3", "\"cntlid\": 2", "secondaries: number 1: its cntlid or vf was there" },
		{ "\"queues\": 0", "\"queues\": 65536", "secondaries: number 1: queues must be a number" },
		{ "\"online\": false", "\"online\": 0", "secondaries: number 1: online must be true or" },
		{ "\"vf\": 2", "\"vf\": 2, \"a\": 1", "secondaries: number 1: has unknown keys" },
		{ SECOND, "1", "secondaries: number 1: must be an object" },
		{ SECOND, "{}", "secondaries: number 1: cntlid must be a number" },
		{ "\"nsid\": 3", "\"nsid\": 0", "namespaces: number 0: nsid must be a number from 1 to" },
		{ "\"nsid\": 3", "\"nsid\": 4294967295", "number 0: nsid must be a number from 1 to" },
		{ "\"nsid\": 3", "\"nsid\": 4294967296", "number 0: nsid must be a number from 1 to" },
		{ NAMESPACE, NAMESPACE ", " NAMESPACE, "namespaces: number 1: its nsid was there before" },
		{ "\"block_bytes\": 512", "\"block_bytes\": 513", "block_bytes must be a power of two" },
		{ "\"block_bytes\": 512", "\"block_bytes\": 256", "block_bytes must be a power of two" },
		{ "\"shared\": false", "\"shared\": null", "number 0: shared must be true or false" },
		{ "\"286ed40000000001\"", "\"286ED40000000001\"", "eui64 must be null or 16 hexadecimal" },
		{ "\"286ed40000000001\"", "\"286ed4\"", "eui64 must be null or 16 hexadecimal" },
		{ ", \"uuid\": null", "", "namespaces: number 0: uuid must be null or 32" },
		{ "\"uuid\": null", "\"name\": null", "namespaces: number 0: has unknown keys" },
		{ "[2, 1]", "[2, -1]", "namespaces: number 0: controllers: number 1: must be" },
		{ "[2, 1]", "2", "namespaces: number 0: controllers must be an array" },
		{ "[1, 2, 3]", "[1, 2, {}]", "controllers: number 2: must be a controller's id" },
		{ "[1, 2, 3]", "{}", "controllers: must be an array of at most 2047" },
		{ "[512, 0, 4096]", "[512, 0, 4095]", "formats: number 2: must be the bytes of a block" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *whole = "\"nvme\": " DRIVE ", ", *at = strstr(whole, rows[i][0]);
		AUTO_FREE char *other = NULL;

		ck_assert_ptr_nonnull(at);
		other = text_print("%.*s%s%s", (int)(at - whole), whole, rows[i][1], at + strlen(rows[i][0]));
		refused(parse(other), other, rows[i][2]);
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_drive_is_read_and_printed);
	tcase_add_test(tests, the_name_of_its_subsystem_may_be_there);
	tcase_add_test(tests, a_drive_of_many_is_read_and_printed);
	tcase_add_test(tests, its_vfs_have_what_it_tells);
	tcase_add_test(tests, without_virtualization_it_has_no_numbers_of_it);
	tcase_add_test(tests, what_is_left_out_is_not_known);
	tcase_add_test(tests, who_has_no_key_was_not_asked);
	tcase_add_test(tests, what_is_no_drive_is_refused);
	tcase_add_test(tests, what_no_controller_tells_is_refused);
}

int main(void)
{
	return suite_run("facts_drive", tests_add);
}

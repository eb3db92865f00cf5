/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which functions a select means: every key, what is not known, VFs, and pins. */
#include "identify.h"
#include "select.h"
#include "suite.h"

static struct survey survey;
static struct select wish;
static struct selection found;

static void forget(struct function *function, enum identity identity, const char *why)
{
	reading_free(&function->identity[identity]);
	function->identity[identity] = (struct reading){ .is = R_UNKNOWN, .text = string_copy(why) };
}

/* A network card's function on bus 17; nothing is unknown of it. */
static struct function *card(const char *address, const char *netdev, const char *serial)
{
	static const struct {
		enum attribute attribute;
		const char *text;
	} all[] = {
		{ A_VENDOR, "0x19e5" },
		{ A_DEVICE, "0x0222" },
		{ A_CLASS, "0x020000" },
		{ A_SUBSYSTEM_VENDOR, "0x19e6" },
		{ A_SUBSYSTEM_DEVICE, "0x0051" },
		{ A_DRIVER, "../../../../bus/pci/drivers/hisdk3" },
		{ A_NUMA, "1" },
	};
	struct function *function = survey_add(&survey, address);
	AUTO_FREE char *path = text_print("../../../devices/pci0000:16/0000:16:00.0/%s", address);

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		function_set(function, all[i].attribute, all[i].text);
	function_set(function, A_PATH, path);
	identify(function, I_SLOT, "3");
	identify(function, I_SERIAL, serial);
	identify(function, I_NETDEV, netdev);
	identify(function, I_ALTNAME, netdev ? "lan-one\nlan-two" : NULL);
	identify(function, I_MAC, netdev ? "02:17:01:00:00:0a" : NULL);
	identify(function, I_NVME_SERIAL, NULL);
	identify(function, I_NVME_MODEL, NULL);
	return function;
}

static void start(void)
{
	survey = (struct survey){ 0 };
	wish = (struct select){ 0 };
	found = (struct selection){ 0 };
}

static void stop(void)
{
	selection_free(&found);
	fields_clear(select_fields, &wish);
	survey_free(&survey);
}

static void give(enum select_row row, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	ck_assert_msg(field_parse(select_fields, row, &wish, text, &why) == 0, "%s", text_string(&why));
}

static void find(size_t expected)
{
	selection_free(&found);
	select_find(&wish, "nic0", expected, &survey, &found);
}

static void assert_found(const char *address)
{
	find(1);
	ck_assert_ptr_null(found.undecided);
	ck_assert_uint_eq(found.n, 1);
	ck_assert_str_eq(found.found[0]->address, address);
}

static void assert_none(void)
{
	find(1);
	ck_assert_ptr_null(found.undecided);
	ck_assert_uint_eq(found.n, 0);
}

static const struct {
	enum select_row row;
	const char *fits, *other;
} keys[] = {
	{ SELECT_PCI, "0000:17:00.0", "0000:18:00.0" },
	{ SELECT_PATH, "0000:16:00.0/00.0", "0000:15:00.0/00.0" },
	{ SELECT_SLOT, "3", "33" },
	{ SELECT_FUNCTION, "0", "1" },
	{ SELECT_SERIAL, "SN-1", "SN-" },
	{ SELECT_VENDOR, "0x19e5", "0x8086" },
	{ SELECT_VENDOR, "6629", "8086" },
	{ SELECT_DEVICE, "0x0222", "0x0220" },
	{ SELECT_CLASS, "0x0200", "0x0280" },
	{ SELECT_CLASS, "0x020000", "0x020001" },
	{ SELECT_SUBSYSTEM_VENDOR, "0x19e6", "0x19e5" },
	{ SELECT_SUBSYSTEM_DEVICE, "0x51", "0x52" },
	{ SELECT_DRIVER, "hisdk3", "hisdk" },
	{ SELECT_NETDEV, "eth0", "eth" },
	{ SELECT_NETDEV, "lan-two", "lan" },
	{ SELECT_MAC, "02:17:01:00:00:0A", "02:17:01:00:00:0b" },
	{ SELECT_NUMA, "1", "0" },
};

START_TEST(each_key_finds_what_fits)
{
	card("0000:17:00.0", "eth0", "SN-1");
	give(keys[_i].row, keys[_i].fits);
	assert_found("0000:17:00.0");
}
END_TEST

START_TEST(each_key_leaves_what_does_not_fit)
{
	card("0000:17:00.0", "eth0", "SN-1");
	give(keys[_i].row, keys[_i].other);
	assert_none();
}
END_TEST

START_TEST(nvme_drives_are_known_by_their_names)
{
	struct function *drive = card("0000:a1:00.0", NULL, NULL);

	identify(drive, I_NVME_SERIAL, "S3 7");
	identify(drive, I_NVME_MODEL, "HWE 3");
	give(SELECT_NVME_SERIAL, "S3 7");
	give(SELECT_NVME_MODEL, "HWE 3");
	assert_found("0000:a1:00.0");
	give(SELECT_NVME_MODEL, "HWE");
	assert_none();
}
END_TEST

START_TEST(all_keys_must_fit)
{
	card("0000:17:00.0", "eth0", "SN-1");
	card("0000:17:00.1", "eth1", "SN-1");
	give(SELECT_SERIAL, "SN-1");
	find(1);
	ck_assert_uint_eq(found.n, 2);
	give(SELECT_FUNCTION, "1");
	assert_found("0000:17:00.1");
	give(SELECT_PCI, "0000:17:00.0");
	assert_none();
}
END_TEST

START_TEST(vfs_are_meant_by_address_and_path_alone)
{
	struct function *pf = card("0000:17:00.0", "eth0", "SN-1");
	struct function *vf = card("0000:17:01.0", "eth9", "SN-1");

	survey_link_virtfn(pf, 0, vf);
	give(SELECT_VENDOR, "0x19e5");
	assert_found("0000:17:00.0");
	give(SELECT_PCI, "0000:17:01.0");
	assert_found("0000:17:01.0");
	fields_clear(select_fields, &wish);
	give(SELECT_PATH, "0000:16:00.0/01.0");
	assert_found("0000:17:01.0");
}
END_TEST

START_TEST(what_is_not_known_decides)
{
	AUTO_TEXT struct text why = { 0 };

	forget(card("0000:17:00.0", "eth0", NULL), I_SERIAL, "asleep");
	give(SELECT_SERIAL, "SN-1");
	find(1);
	ck_assert_uint_eq(found.n, 0);
	ck_assert_str_eq(found.undecided->address, "0000:17:00.0");
	ck_assert_int_eq(found.unknown, SELECT_SERIAL);
	ck_assert_int_eq(select_fits(&wish, SELECT_SERIAL, found.undecided, &why), FIT_UNKNOWN);
	ck_assert_str_eq(text_string(&why), "asleep");
	/* another key says no: then it does not matter */
	give(SELECT_DEVICE, "0x0001");
	assert_none();
}
END_TEST

START_TEST(a_serial_number_that_was_found_is_no_other_cards)
{
	card("0000:17:00.0", "eth0", "SN-1");
	forget(card("0000:98:00.0", "eth1", NULL), I_SERIAL, "asleep");
	give(SELECT_SERIAL, "SN-1");
	assert_found("0000:17:00.0");
	/* a set may have more members */
	find(2);
	ck_assert_str_eq(found.undecided->address, "0000:98:00.0");
	/* and a card more functions of one number */
	forget(card("0000:17:00.1", "eth2", NULL), I_SERIAL, "asleep");
	find(1);
	ck_assert_str_eq(found.undecided->address, "0000:17:00.1");
}
END_TEST

START_TEST(an_id_that_is_not_known_may_fit)
{
	card("0000:17:00.0", "eth0", "SN-1");
	reading_free(&card("0000:98:00.0", "eth1", "SN-2")->attr[A_VENDOR]);
	survey.functions[1]->attr[A_VENDOR] = (struct reading){ .is = R_UNKNOWN };
	give(SELECT_VENDOR, "0x19e5");
	find(1);
	ck_assert_str_eq(found.undecided->address, "0000:98:00.0");
	ck_assert_int_eq(found.unknown, SELECT_VENDOR);
}
END_TEST

static void pin(const char *handle, const char *select, const char *address, const char *serial)
{
	pins_keep(&survey.pins, &(struct pin){ .handle = (char *)handle,
					.select = (char *)select,
					.address = (char *)address,
					.path = (char *)"0000:16:00.0/00.0",
					.serial = (char *)serial });
}

/* As a wish for vfio-pci leaves it: another driver, and no network interface. */
static struct function *changed_card(const char *address)
{
	struct function *function = card(address, NULL, "SN-1");

	function_set(function, A_DRIVER, "../../../../bus/pci/drivers/vfio-pci");
	return function;
}

START_TEST(names_that_may_change_are_told)
{
	AUTO_FREE char *none = select_names(&wish), *names = NULL;

	ck_assert_str_eq(none, "");
	give(SELECT_NETDEV, "eth0");
	give(SELECT_DRIVER, "hisdk3");
	give(SELECT_VENDOR, "0x19e5");
	names = select_names(&wish);
	ck_assert_str_eq(names, "driver=hisdk3 netdev=eth0");
}
END_TEST

START_TEST(a_pinned_function_is_found_when_its_names_are_gone)
{
	changed_card("0000:17:00.0");
	give(SELECT_DRIVER, "hisdk3");
	assert_none();
	pin("nic0", "driver=hisdk3", "0000:17:00.0", "SN-1");
	assert_found("0000:17:00.0");
	/* what does not change must fit all the same */
	give(SELECT_VENDOR, "0x8086");
	assert_none();
}
END_TEST

static struct pin others[] = {
	{ .handle = "nic1", .select = "driver=hisdk3", .address = "0000:17:00.0", .serial = "SN-1" },
	{ .handle = "nic", .select = "driver=hisdk3", .address = "0000:17:00.0", .serial = "SN-1" },
	{ .handle = "nic0", .select = "driver=igb", .address = "0000:17:00.0", .serial = "SN-1" },
	{ .handle = "nic0", .select = "driver=hisdk3", .address = "0000:17:00.1", .serial = "SN-1" },
	{ .handle = "nic0", .select = "driver=hisdk3", .address = "0000:17:00.0", .serial = "SN-2" },
	{ .handle = "nic0",
		.select = "driver=hisdk3",
		.address = "0000:17:00.0",
		.path = "0000:15:00.0/00.0",
		.serial = "SN-1" },
};

START_TEST(a_pin_of_something_else_counts_for_nothing)
{
	changed_card("0000:17:00.0");
	give(SELECT_DRIVER, "hisdk3");
	pins_keep(&survey.pins, &others[_i]);
	assert_none();
}
END_TEST

START_TEST(a_sleeping_card_keeps_its_pin)
{
	forget(changed_card("0000:17:00.0"), I_SERIAL, "asleep");
	give(SELECT_DRIVER, "hisdk3");
	pin("nic0", "driver=hisdk3", "0000:17:00.0", "SN-1");
	assert_found("0000:17:00.0");
}
END_TEST

START_TEST(another_name_is_no_other_card)
{
	card("0000:17:00.0", "ens7f0np0", "SN-1");
	give(SELECT_NETDEV, "ens7f0");
	assert_none();
	pin("nic0", "netdev=ens7f0", "0000:17:00.0", "SN-1");
	assert_found("0000:17:00.0");
	/* whose name it is now may be meant as well */
	card("0000:98:00.0", "ens7f0", "SN-2");
	find(1);
	ck_assert_uint_eq(found.n, 2);
}
END_TEST

START_TEST(another_name_of_who_knows_whom_is_another_card)
{
	forget(card("0000:17:00.0", "ens7f0np0", NULL), I_SERIAL, "asleep");
	give(SELECT_NETDEV, "ens7f0");
	pin("nic0", "netdev=ens7f0", "0000:17:00.0", "SN-1");
	assert_none();
}
END_TEST

START_TEST(one_pinned_and_one_that_fits_are_two)
{
	changed_card("0000:17:00.0");
	card("0000:17:00.1", "eth1", "SN-1");
	give(SELECT_DRIVER, "hisdk3");
	pin("nic0", "driver=hisdk3", "0000:17:00.0", "SN-1");
	find(1);
	ck_assert_uint_eq(found.n, 2);
}
END_TEST

START_TEST(members_of_a_set_are_pinned_one_by_one)
{
	changed_card("0000:17:00.0");
	changed_card("0000:17:00.1");
	give(SELECT_DRIVER, "hisdk3");
	pins_keep(&survey.pins, &(struct pin){ .handle = (char *)"nic0.0000:17:00.0",
					.select = (char *)"driver=hisdk3",
					.address = (char *)"0000:17:00.0" });
	pins_keep(&survey.pins, &(struct pin){ .handle = (char *)"nic0.0000:17:00.1",
					.select = (char *)"driver=hisdk3",
					.address = (char *)"0000:17:00.1" });
	find(2);
	ck_assert_uint_eq(found.n, 2);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_loop_test(tests, each_key_finds_what_fits, 0, sizeof(keys) / sizeof(*keys));
	tcase_add_loop_test(tests, each_key_leaves_what_does_not_fit, 0, sizeof(keys) / sizeof(*keys));
	tcase_add_test(tests, nvme_drives_are_known_by_their_names);
	tcase_add_test(tests, all_keys_must_fit);
	tcase_add_test(tests, vfs_are_meant_by_address_and_path_alone);
	tcase_add_test(tests, what_is_not_known_decides);
	tcase_add_test(tests, a_serial_number_that_was_found_is_no_other_cards);
	tcase_add_test(tests, an_id_that_is_not_known_may_fit);
	tcase_add_test(tests, names_that_may_change_are_told);
	tcase_add_test(tests, a_pinned_function_is_found_when_its_names_are_gone);
	tcase_add_loop_test(
		tests, a_pin_of_something_else_counts_for_nothing, 0, sizeof(others) / sizeof(*others));
	tcase_add_test(tests, a_sleeping_card_keeps_its_pin);
	tcase_add_test(tests, another_name_is_no_other_card);
	tcase_add_test(tests, another_name_of_who_knows_whom_is_another_card);
	tcase_add_test(tests, one_pinned_and_one_that_fits_are_two);
	tcase_add_test(tests, members_of_a_set_are_pinned_one_by_one);
}

int main(void)
{
	return suite_run("select", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What functions are known by, read below a root of its own. */
#include "survey_fixture.h"
#include <stdint.h>

#define PF  "0000:17:00.0"
#define PF1 "0000:17:00.1"
#define VF  "0000:17:01.0"
#define VMD "10000:01:00.0"

static const struct reading *identity_of(const char *address, enum identity identity)
{
	const struct function *function = survey_function(&survey, address);

	ck_assert_ptr_nonnull(function);
	return &function->identity[identity];
}

static void expect(const char *address, enum identity identity, const char *value)
{
	const struct reading *reading = identity_of(address, identity);

	ck_assert_msg(reading->is == (value ? R_VALUE : R_ABSENT), "%s %s is %d: %s", address,
		identities[identity].name, reading->is, reading->text);
	ck_assert_pstr_eq(reading->text, value);
}

static void expect_unknown(const char *address, enum identity identity, const char *why)
{
	ck_assert_int_eq(identity_of(address, identity)->is, R_UNKNOWN);
	ck_assert_str_eq(identity_of(address, identity)->text, why);
}

static void take(void)
{
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_uint_eq(report.n, 0);
}

START_TEST(nothing_to_read_is_absent)
{
	make_machine();
	take();
	for (enum identity i = 0; i < N_IDENTITIES; i++)
		if (i < I_NETDEV || i > I_ESWITCH)
			expect(PF, i, NULL);
	clean();
}
END_TEST

/* Netlink would tell of the machine that the tests run on. */
START_TEST(interfaces_of_another_root_are_unknown)
{
	make_machine();
	take();
	for (enum identity i = I_NETDEV; i <= I_ESWITCH; i++)
		expect_unknown(PF, i, "netlink tells of the running kernel, not of what --root names");
	clean();
}
END_TEST

static void take_links(const char *links)
{
	struct proxy proxy = { .host = { .ops = &proxy_ops }, .links = links };

	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	host_free(&proxy.host);
}

/* In switchdev mode a driver may give the ports of the card's switch the physical function as parent. */
START_TEST(representors_are_no_interfaces_of_the_physical_function)
{
	make_machine();
	take_links("lo\t\t\t\n"
		   "ens3f0np0\t" PF "\tp0\t44:a1:91:10:00:00\tuplink\n"
		   "ens3f0npf0vf0\t" PF "\tpf0vf0\t\trep0\n"
		   "ens3f0npf0vf1\t" PF "\tpf0vf1\t02:00:00:00:00:01\n"
		   "ens3f0npf0sf88\t" PF "\tpf0sf88\t\n"
		   "ens3f0nc1pf0\t" PF "\tc1pf0\t\n"
		   "ens3f0nc1pf0vf2\t" PF "\tc1pf0vf2\t\n"
		   "ef100rep\t" PF "\tp0pf1vf2\t\n"
		   "ens3f1np1s0\t" PF1 "\tp1s0\t44:a1:91:10:00:01\n"
		   "ens3f1pfx\t" PF1 "\tpfx\t\n"
		   "ens3v0\t" VF "\t\t02:00:00:00:00:02\n");
	expect(PF, I_NETDEV, "ens3f0np0");
	expect(PF, I_ALTNAME, "uplink");
	expect(PF, I_MAC, "44:a1:91:10:00:00");
	expect(PF1, I_NETDEV, "ens3f1np1s0\nens3f1pfx");
	expect(VF, I_NETDEV, "ens3v0");
	expect(VF, I_MAC, "02:00:00:00:00:02");
	clean();
}
END_TEST

static void make_slot(const char *name, const char *address)
{
	AUTO_FREE char *path = text_print("sys/bus/pci/slots/%s/address", name);
	AUTO_FREE char *directory = text_print("sys/bus/pci/slots/%s", name);

	make_directory(directory);
	make_text(path, address);
}

START_TEST(slots_are_those_of_physical_functions)
{
	make_machine();
	make_slot("3", "0000:17:00\n");
	make_slot("3-1", "0000:17:01\n"); /* a VF's device number */
	make_slot("4", "0000:18:00\n");
	make_slot("9", "10000:01\n"); /* the whole bus */
	make_slot("broken", "nonsense\n");
	take();
	expect(PF, I_SLOT, "3");
	expect(PF1, I_SLOT, "3");
	expect(VF, I_SLOT, NULL);
	expect("0000:16:00.0", I_SLOT, NULL);
	expect(VMD, I_SLOT, "9");
	clean();
}
END_TEST

static void make_controller(const char *name, const char *address, const char *serial, const char *model)
{
	AUTO_FREE char *directory = text_print("sys/class/nvme/%s", name);

	make_directory(directory);
	make_attribute(directory, "address", address);
	make_attribute(directory, "serial", serial);
	make_attribute(directory, "model", model);
}

START_TEST(controllers_are_found_by_address)
{
	make_machine();
	make_controller("nvme0", PF, "0503L210A1000001    ", "HWE62 P443");
	make_controller("nvme1", "traddr=10.0.0.1,trsvcid=4420", "REMOTE", "x");
	make_controller("nvme2", PF1, "        ", "a\x1b[1mb");
	make_controller("nvme3", VF, "0503L210A1000001    ", "HWE62 P443");
	take();
	expect(PF, I_NVME_SERIAL, "0503L210A1000001");
	expect(PF, I_NVME_MODEL, "HWE62 P443");
	expect(PF1, I_NVME_SERIAL, NULL);
	expect(PF1, I_NVME_MODEL, "a\\x1b[1mb");
	expect(VF, I_NVME_SERIAL, NULL);
	clean();
}
END_TEST

#define DIRECTORY "sys/devices/" PORT "/" PF

static void make_power(const char *status)
{
	make_directory(DIRECTORY "/power");
	make_text(DIRECTORY "/power/runtime_status", status);
}

/* Configuration space with a list of extended capabilities, `at` the serial number's place in it. */
static void make_config(unsigned at, const char *bytes)
{
	uint8_t config[4096] = { 0 };

	config[0x100] = 0x01; /* advanced error reporting, version 1 */
	config[0x102] = (uint8_t)(1 | (at & 0xf) << 4);
	config[0x103] = (uint8_t)(at >> 4);
	config[at] = 0x03;
	config[at + 2] = 1;
	memcpy(config + at + 4, bytes, 8);
	make_file(DIRECTORY "/config", config, sizeof(config));
}

START_TEST(serial_comes_from_vpd_first)
{
	make_machine();
	make_file(DIRECTORY "/vpd",
		"\x90\x06\0SN\x03"
		"A12\x78",
		10);
	make_config(0x150, "\x33\x22\x11\xff\xff\x00\x54\x52");
	take();
	expect(PF, I_SERIAL, "A12");
	clean();
}
END_TEST

START_TEST(serial_without_vpd_is_the_capability)
{
	make_machine();
	make_file(DIRECTORY "/vpd", "\xff\xff", 2);
	make_config(0x150, "\x33\x22\x11\xff\xff\x00\x54\x52");
	make_power("unsupported\n");
	take();
	expect(PF, I_SERIAL, "52-54-00-ff-ff-11-22-33");
	expect(VF, I_SERIAL, NULL);
	clean();
}
END_TEST

START_TEST(blank_serial_is_none)
{
	make_machine();
	make_config(0x150, "\0\0\0\0\0\0\0\0");
	take();
	expect(PF, I_SERIAL, NULL);
	clean();
}
END_TEST

START_TEST(asleep_is_not_asked)
{
	static const char *const rows[][2] = {
		{ "suspended\n", "asleep" },
		{ "suspending\n", "asleep" },
		{ "resuming\n", "asleep" },
		{ "error\n", "its power management has an error" },
	};

	make_machine();
	make_config(0x150, "\x33\x22\x11\xff\xff\x00\x54\x52");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		make_power(rows[i][0]);
		take();
		expect_unknown(PF, I_SERIAL, rows[i][1]);
		clean();
	}
}
END_TEST

/* A list that leads in a circle, out of the space, or nowhere; and a space that ends early. */
START_TEST(hostile_capabilities_are_none)
{
	uint8_t config[4096] = { 0 };

	make_machine();
	config[0x100] = 0x01, config[0x103] = 0x10;
	make_file(DIRECTORY "/config", config, sizeof(config));
	take();
	expect(PF, I_SERIAL, NULL);
	clean();
	config[0x102] = 0xc0, config[0x103] = 0xff;
	config[0xffc] = 0x03;
	make_file(DIRECTORY "/config", config, sizeof(config));
	take();
	expect(PF, I_SERIAL, NULL);
	clean();
	make_file(DIRECTORY "/config", config, 256);
	take();
	expect(PF, I_SERIAL, NULL);
	clean();
	memset(config, 0xff, sizeof(config));
	make_file(DIRECTORY "/config", config, sizeof(config));
	take();
	expect_unknown(PF, I_SERIAL, strerror(EIO));
	clean();
}
END_TEST

START_TEST(hanging_vpd_is_unknown)
{
	struct proxy proxy = { .host = { .ops = &proxy_ops }, .hangs = "/vpd" };

	make_machine();
	make_file(DIRECTORY "/vpd", "\x78", 1);
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	expect_unknown(PF, I_SERIAL, "the device did not answer in time");
	clean();
	host_free(&proxy.host);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, nothing_to_read_is_absent);
	tcase_add_test(tests, interfaces_of_another_root_are_unknown);
	tcase_add_test(tests, representors_are_no_interfaces_of_the_physical_function);
	tcase_add_test(tests, slots_are_those_of_physical_functions);
	tcase_add_test(tests, controllers_are_found_by_address);
	tcase_add_test(tests, serial_comes_from_vpd_first);
	tcase_add_test(tests, serial_without_vpd_is_the_capability);
	tcase_add_test(tests, blank_serial_is_none);
	tcase_add_test(tests, asleep_is_not_asked);
	tcase_add_test(tests, hostile_capabilities_are_none);
	tcase_add_test(tests, hanging_vpd_is_unknown);
}

int main(void)
{
	return suite_run("survey_identity", tests_add);
}

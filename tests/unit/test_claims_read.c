/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What other managers claim, read from their files. */
#include "../support/suite.h"
#include "claims_fixture.h"

static struct claims claims;

START_TEST(driverctl_has_a_file_a_function)
{
	const struct laid files[] = {
		{ "etc/driverctl.d/0000:01:00.0", "vfio-pci\n" }, /* of old versions */
		{ "etc/driverctl.d/pci-0000:02:00.0", "\nigb\n" },
		{ "etc/driverctl.d/pci-0000:03:00.0", "" },
		{ "etc/driverctl.d/vmbus-1234", "uio_hv_generic\n" },
		{ NULL, NULL },
	};

	laid_check(files, "driverctl\tetc/driverctl.d/0000:01:00.0\t1\taddress=0000:01:00.0\toverride\t-"
			  "\tvfio-pci\n"
			  "driverctl\tetc/driverctl.d/pci-0000:02:00.0\t2\taddress=0000:02:00.0\toverride\t-"
			  "\tigb\n");
}
END_TEST

START_TEST(modprobe_has_options)
{
	const struct laid files[] = {
		{ "etc/modprobe.d/a.conf", "# options vfio-pci ids=1:2\noptions  vfio_pci \\\n"
					   " ids=10de:2206,nonsense disable_vga=1\n"
					   "softdep igb pre: vfio-pci\noptions igb max_vfs=7" },
		{ "etc/modprobe.d/b.conf.old", "options igb max_vfs=1\n" },
		{ "etc/modprobe.d/c.conf", "" },
		{ "usr/lib/modprobe.d/c.conf", "options ixgbe max_vfs=1\n" }, /* hidden by that in /etc */
		{ NULL, NULL },
	};

	laid_check(files, "modprobe\tetc/modprobe.d/a.conf\t2\tids=10de:2206\toverride\t-\tvfio-pci\n"
			  "modprobe\tetc/modprobe.d/a.conf\t5\tdriver=igb\tnumvfs\t-\t7\n");
}
END_TEST

START_TEST(the_operator_keeps_what_it_has_set)
{
	const struct laid files[] = {
		{ "etc/sriov-operator/pci/0000:01:00.0",
			"{\"pciAddress\":\"0000:01:00.0\",\"numVfs\":4,\"mtu\":1500,"
			"\"eSwitchMode\":\"switchdev\"}" },
		{ "etc/sriov-operator/pci/0000:02:00.0", "{\"numVfs\":4,\"externallyManaged\":true}" },
		{ "etc/sriov-operator/pci/0000:03:00.0", "{}" },
		{ NULL, NULL },
	};

	laid_check(files,
		"?\tsriov-operator\t/etc/sriov-operator/pci/0000:03:00.0:1: no numVfs is found\n"
		"sriov-operator\tetc/sriov-operator/pci/0000:01:00.0\t1\taddress=0000:01:00.0\tnumvfs\t-\t"
		"4\n"
		"sriov-operator\tetc/sriov-operator/pci/0000:01:00.0\t1\taddress=0000:01:00.0\teswitch\t-\t"
		"switchdev\n");
}
END_TEST

#define NM "networkmanager\tetc/NetworkManager/system-connections/"

START_TEST(networkmanager_has_connections)
{
	const struct laid files[] = {
		{ "etc/NetworkManager/system-connections/eth0.nmconnection",
			"[connection]\nid=eth0\ninterface-name=eth0\n\n[sriov]\nautoprobe-drivers=0\n"
			"total-vfs=4\nvf.2=mac=00:11:22:33:44:AA spoof-check=false trust=true "
			"max-tx-rate=100 vlans=10.2.ad;11\nvf.x=mac=00:11:22:33:44:55\neswitch-mode=1\n" },
		{ "etc/NetworkManager/system-connections/lan",
			"# [sriov]\n[802-3-ethernet]\nmac-address=52-54-00-00-00-0A\n[match]\n"
			"driver=igb;ixgbe;\npath=pci-0000:02:00.0\n[sriov]\nvf.0=min-tx-rate=x\n" },
		{ "etc/NetworkManager/system-connections/wifi", "[connection]\ninterface-name=wlan0\n" },
		{ NULL, NULL },
	};

	laid_check(files,
		NM "eth0.nmconnection\t8\tinterface=eth0 class=02\tvf_mac\t2\t00:11:22:33:44:aa\n" NM
		   "eth0.nmconnection\t8\tinterface=eth0 class=02\tvf_spoofchk\t2\tfalse\n" NM
		   "eth0.nmconnection\t8\tinterface=eth0 class=02\tvf_trust\t2\ttrue\n" NM
		   "eth0.nmconnection\t8\tinterface=eth0 class=02\tvf_vlan\t2\t10 qos 2\n" NM
		   "eth0.nmconnection\t8\tinterface=eth0 class=02\tvf_rate\t2\tmin 0 max 100\n" NM
		   "eth0.nmconnection\t10\tinterface=eth0 class=02\teswitch\t-\tswitchdev\n" NM
		   "eth0.nmconnection\t7\tinterface=eth0 class=02\tnumvfs\t-\t4\n" NM
		   "lan\t7\tmac=52:54:00:00:00:0a driver=igb|ixgbe address=0000:02:00.0 class=02\tnumvfs\t-"
		   "\t0\n");
}
END_TEST

#define NETWORK "systemd-network\tetc/systemd/network/"

START_TEST(systemd_has_links_and_networks)
{
	const struct laid files[] = {
		{ "etc/systemd/network/10-a.link",
			"[Match]\nPath=pci-0000:02:00.* platform-x-pci-0000:03:00.0\nDriver=!nvme\n"
			"[Link]\nSR-IOVVirtualFunctions=5\n; no\n[SR-IOV]\nTrust=no\nVirtualFunction=0\n"
			"[SR-IOV]\nVirtualFunction=1\nVLANId=49\nQualityOfService=3\nLinkState=yes\n"
			"MACSpoofCheck=on\nMACAddress=329e.0868.b576\n" },
		{ "etc/systemd/network/20-b.link",
			"[Match]\nPermanentMACAddress=52:54:00:00:00:01 \\\n 52-54-00-00-00-02\n"
			"[SR-IOV]\nVirtualFunction=2\n[SR-IOV]\nTrust=yes\n" },
		{ "etc/systemd/network/30-c.link.d/a.conf", "[Link]\nMTUBytes=9000\n" },
		{ "etc/systemd/network/30-c.link", "[Match]\nOriginalName=*\n[Link]\nMTUBytes=9000\n" },
		{ "etc/systemd/network/40-d.network",
			"[Match]\nName=ens1 ens2*\n[SR-IOV]\nVirtualFunction=1\nLinkState=auto\n"
			"[Network]\nDHCP=yes\n" },
		{ NULL, NULL },
	};

	laid_check(files, NETWORK
		"10-a.link\t5\taddress=0000:02:00.*|0000:03:00.0 class=02\tnumvfs\t-\t5\n" NETWORK
		"10-a.link\t7\taddress=0000:02:00.*|0000:03:00.0 class=02\tvf_trust\t0\tfalse\n" NETWORK
		"10-a.link\t10\taddress=0000:02:00.*|0000:03:00.0 class=02\tvf_mac\t1\t32:9e:08:68:b5:76"
		"\n" NETWORK
		"10-a.link\t10\taddress=0000:02:00.*|0000:03:00.0 class=02\tvf_vlan\t1\t49 qos 3\n" NETWORK
		"10-a.link\t10\taddress=0000:02:00.*|0000:03:00.0 class=02\tvf_spoofchk\t1\ttrue\n" NETWORK
		"10-a.link\t10\taddress=0000:02:00.*|0000:03:00.0 class=02\tvf_link_state\t1\tenable"
		"\n" NETWORK
		"20-b.link\t4\tmac=52:54:00:00:00:01|52:54:00:00:00:02 class=02\tnumvfs\t-\tat least 3"
		"\n" NETWORK "40-d.network\t3\tinterface=ens1|ens2* class=02\tvf_link_state\t1\tauto\n");
}
END_TEST

/* "ens1f0" is no name of the kernel's own making: it finds one function at once. */
START_TEST(an_original_name_is_narrow_or_not)
{
	const struct laid files[] = {
		{ "etc/systemd/network/10-a.link",
			"[Match]\nOriginalName=ens1f0\n[Link]\nSR-IOVVirtualFunctions=5\n" },
		{ "etc/systemd/network/20-b.link",
			"[Match]\nOriginalName=ens1f1 eth0\n[Link]\nSR-IOVVirtualFunctions=6\n" },
		{ NULL, NULL },
	};
	const struct claim_source source = { (void *)files, laid_list, laid_read };
	struct claims read = { 0 };

	laid_check(files, NETWORK "10-a.link\t4\tinterface=ens1f0 class=02\tnumvfs\t-\t5\n" NETWORK
				  "20-b.link\t4\tfirst-name=ens1f1|eth0 class=02\tnumvfs\t-\t6\n");
	claims_read(&source, &read);
	ck_assert_uint_eq(read.n, 2);
	ck_assert(claim_is_narrow(&read.all[0]));
	ck_assert(!claim_is_narrow(&read.all[1]));
	claims_free(&read);
}
END_TEST

#define RULES "udev\tetc/udev/rules.d/a.rules\t"

START_TEST(what_is_added_to_a_file_is_in_doubt)
{
	const struct laid files[] = {
		{ "etc/systemd/network/30-c.link.d", "" },
		{ "etc/systemd/network/30-c.link.d/a.conf", "[Link]\nSR-IOVVirtualFunctions=5\n" },
		{ "etc/systemd/network/30-c.link.d/b.txt", "[Link]\nSR-IOVVirtualFunctions=5\n" },
		{ NULL, NULL },
	};

	laid_check(files, "?\tsystemd-network\t/etc/systemd/network/30-c.link.d/a.conf:1: what is added to "
			  "another file is not read here\n");
}
END_TEST

START_TEST(what_is_added_and_cannot_be_read_is_in_doubt)
{
	const struct laid file[] = {
		{ "etc/systemd/network/30-c.link.d", "" },
		{ "etc/systemd/network/30-c.link.d/a.conf", NULL },
		{ NULL, NULL },
	};

	laid_check(file, "?\tsystemd-network\t/etc/systemd/network/30-c.link.d/a.conf: Permission denied\n");
}
END_TEST

static int read_with_nul(void *data, const char *path, struct text *bytes)
{
	static const char rule[] = "#\0\nSUBSYSTEM==\"net\", ATTR{device/sriov_numvfs}=\"7\"\n";

	(void)data;
	if (!string_ends(path, ".rules"))
		return ENOENT;
	text_add_bytes(bytes, rule, sizeof(rule) - 1);
	return 0;
}

START_TEST(what_stands_behind_a_nul_is_in_doubt)
{
	const struct laid files[] = { { "etc/udev/rules.d/a.rules", "" }, { NULL, NULL } };
	const struct claim_source source = { (void *)files, laid_list, read_with_nul };

	claims_read(&source, &claims);
	ck_assert_str_eq(claims.unknown[MANAGER_UDEV],
		"/etc/udev/rules.d/a.rules: has a NUL, and what stands behind it is not read");
	claims_free(&claims);
}
END_TEST

START_TEST(what_is_too_large_is_in_doubt)
{
	AUTO_FREE char *large = memory_new((5 << 20) + 1, 1);
	const struct laid files[] = { { "etc/udev/rules.d/a.rules", large }, { NULL, NULL } };

	memset(large, '#', 5 << 20);
	laid_check(files, "?\tudev\t/etc/udev/rules.d/a.rules: File too large\n");
}
END_TEST

START_TEST(udev_has_rules)
{
	const struct laid files[] = {
		{ "etc/udev/rules.d/a.rules",
			"# ATTR{device/sriov_numvfs}=\"1\"\n"
			"ACTION==\"add\", SUBSYSTEM==\"net\", ENV{ID_NET_DRIVER}==\"igb\", \\\n"
			"  ATTR{device/sriov_numvfs}=\"7\"\n"
			"SUBSYSTEM==\"net\", ATTR{address}==\"52:54:00:00:00:0A\", NAME=\"lan\", "
			"ATTR{device/sriov_numvfs}=\"2\"\n"
			"SUBSYSTEM==\"pci\", KERNEL==\"0000:01:00.[01]\", ATTR{vendor}==\"0x8086\", "
			"ATTR{device}==\"0x10c9\", ATTR{driver_override}=\"pci-stub\"\n"
			"SUBSYSTEM==\"net\", KERNEL==\"eth2\", RUN+=\"/bin/sh -c 'echo 4 > "
			"/sys/class/net/%k/device/sriov_numvfs'\"\n"
			"SUBSYSTEM==\"pci\", ATTR{vendor}==\"0x10de\", RUN+=\"/bin/sh -c 'echo $env{D} > "
			"/sys%p/driver_override'\"\n"
			"SUBSYSTEM==\"surface\", ATTR{driver_override}=\"x\"\n"
			"KERNEL==\"eth3\", ATTR{device/sriov_numvfs}!=\"0\", NAME=\"x\"\n"
			"SUBSYSTEM==\"drm\", KERNELS==\"0000:00:02.0\", ATTR{device/sriov_numvfs}=\"3\"" },
		{ "etc/udev/rules.d/b.rules", "SUBSYSTEM==\"net\", NAME=\"x\"\n" },
		{ NULL, NULL },
	};

	laid_check(files,
		RULES "2\tdriver=igb class=02\tnumvfs\t-\t7\n" RULES
		      "4\tmac=52:54:00:00:00:0a class=02\tnumvfs\t-\t2\n" RULES
		      "5\taddress=0000:01:00.[01] ids=8086:10c9\toverride\t-\tpci-stub\n" RULES
		      "6\tfirst-name=eth2 class=02\tnumvfs\t-\t4\n" RULES "7\tids=10de\toverride\t-\t\n" RULES
		      "10\tabove=0000:00:02.0\tnumvfs\t-\t3\n");
}
END_TEST

/* What these rules do not certainly leave out they mean. */
START_TEST(udev_rules_in_other_words_mean_more)
{
	const struct laid files[] = {
		{ "etc/udev/rules.d/a.rules",
			"ATTRS{vendor}==\"0x8086\", ATTRS{subsystem_vendor}==\"0x1af4\", "
			"ATTR{device/sriov_numvfs}=\"1\"\n"
			"SUBSYSTEM==\"net\", ATTR{address}==\"52:54:00:*\", ATTR{device/sriov_numvfs}=\"2\"\n"
			"SUBSYSTEM==\"net\", ATTR{address}==\"52:54:00:00:00:01|52:54:00:00:00:02\", "
			"ATTR{device/sriov_numvfs}=\"3\"\n"
			"SUBSYSTEM==\"net|pci\", KERNEL==\"eth7\", ATTR{device/sriov_numvfs}=\"4\"\n"
			"DRIVERS==\"pcieport\", KERNEL==\"a b\", ATTR{device/sriov_numvfs}=\"5\"\n"
			"SUBSYSTEM==\"drivers\", RUN+=\"/bin/sh -c 'echo 6 > /sys/x/sriov_numvfs'\"\n"
			"KERNEL==\"lo\", ATTR{[pci/0000:02:00.0]sriov_numvfs}=\"7\"\n"
			"KERNEL==\"lo\", PROGRAM==\"/bin/sh -c 'echo 0 > a/sriov_numvfs; echo 8 > "
			"a/sriov_numvfs'\"\n"
			"SUBSYSTEM==\"pci\", KERNEL==\"0000:02:00.0\", TEST==\"sriov_numvfs\", NAME=\"x\"\n"
			"SUBSYSTEM==\"surface\", ATTR{sriov_numvfs}=\"9\"\n"
			"KERNEL==\"lo\", RUN+=/bin/sriov_numvfs" },
		{ NULL, NULL },
	};

	laid_check(files, "?\tudev\t/etc/udev/rules.d/a.rules:11: this rule is not understood\n" RULES
			  "1\t\tnumvfs\t-\t1\n" RULES "2\tclass=02\tnumvfs\t-\t2\n" RULES
			  "3\tmac=52:54:00:00:00:01|52:54:00:00:00:02 class=02\tnumvfs\t-\t3\n" RULES
			  "4\t\tnumvfs\t-\t4\n" RULES "5\t\tnumvfs\t-\t5\n" RULES "6\t\tnumvfs\t-\t6\n" RULES
			  "7\t\tnumvfs\t-\t7\n" RULES "8\t\tnumvfs\t-\t\n");
}
END_TEST

#define PLAN "netplan\tetc/netplan/"

START_TEST(netplan_has_interfaces)
{
	const struct laid files[] = {
		{ "etc/netplan/10-a.yaml",
			"# count\nnetwork:\n  version: 2\n  ethernets:\n    lan:\n      match:\n"
			"        macaddress: \"52:54:00:00:00:0A\"\n        driver: [igb, \"ixgbe\"]\n"
			"      set-name: lan\n      virtual-function-count: 8 # all\n"
			"      routes:\n      - to: default\n        via: 192.0.2.1\n"
			"    'eth1': {dhcp4: true}\n    eth2:\n      virtual-function-count: 0\n"
			"    vf0:\n      link: eth1\n  vlans:\n    v:\n      id: 5\n      link: lan\n" },
		{ "etc/netplan/20-b.yaml", "network:\n  ethernets:\n    vf1:\n      link: eth1\n    eth1:\n"
					   "      embedded-switch-mode: legacy\n"
					   "      virtual-function-count: 1\n    any:\n      match: {}\n"
					   "    lan:\n      virtual-function-count: 4\n" },
		{ "run/netplan/20-b.yaml.save", "network:\n" },
		{ NULL, NULL },
	};

	laid_check(files,
		"netplan\tetc/netplan/20-b.yaml\t11\tmac=52:54:00:00:00:0a driver=igb|ixgbe class=02\tnumvfs"
		"\t-\t4\n" PLAN "20-b.yaml\t4\tinterface=eth1 class=02\tnumvfs\t-\t2\n" PLAN
		"20-b.yaml\t6\tinterface=eth1 class=02\teswitch\t-\tlegacy\n");
}
END_TEST

START_TEST(netplan_in_other_yaml_is_in_doubt)
{
	static const char *const bad[] = {
		"network:\n  ethernets: {eth0: {virtual-function-count: 4}}\n",
		"network: {ethernets: {\n  eth0: {\n virtual-function-count: 4}}}\n",
		"x: &a\n  virtual-function-count: 4\nnetwork:\n  ethernets:\n    eth0: *a\n",
		"network:\n  ethernets:\n    eth0:\n      <<: *a\n      virtual-function-count: 4\n",
		"network:\n  ethernets:\n    vf0: {link: eth0}\n",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const struct laid files[] = { { "etc/netplan/a.yaml", bad[i] }, { NULL, NULL } };
		const struct claim_source source = { (void *)files, laid_list, laid_read };

		claims_read(&source, &claims);
		ck_assert_msg(claims.unknown[MANAGER_NETPLAN] != NULL, "%s", bad[i]);
		claims_free(&claims);
	}
}
END_TEST

START_TEST(what_cannot_be_read_is_in_doubt)
{
	const struct laid directory[] = { { "etc/driverctl.d", NULL }, { NULL, NULL } };
	const struct laid file[] = { { "etc/modprobe.d/a.conf", NULL }, { NULL, NULL } };

	laid_check(directory, "?\tdriverctl\t/etc/driverctl.d: Permission denied\n");
	laid_check(file, "?\tmodprobe\t/etc/modprobe.d/a.conf: Permission denied\n");
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, driverctl_has_a_file_a_function);
	tcase_add_test(tests, modprobe_has_options);
	tcase_add_test(tests, the_operator_keeps_what_it_has_set);
	tcase_add_test(tests, networkmanager_has_connections);
	tcase_add_test(tests, systemd_has_links_and_networks);
	tcase_add_test(tests, an_original_name_is_narrow_or_not);
	tcase_add_test(tests, what_is_added_to_a_file_is_in_doubt);
	tcase_add_test(tests, what_is_added_and_cannot_be_read_is_in_doubt);
	tcase_add_test(tests, what_stands_behind_a_nul_is_in_doubt);
	tcase_add_test(tests, what_is_too_large_is_in_doubt);
	tcase_add_test(tests, udev_has_rules);
	tcase_add_test(tests, udev_rules_in_other_words_mean_more);
	tcase_add_test(tests, netplan_has_interfaces);
	tcase_add_test(tests, netplan_in_other_yaml_is_in_doubt);
	tcase_add_test(tests, what_cannot_be_read_is_in_doubt);
}

int main(void)
{
	return suite_run("claims_read", add_tests);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is claimed by paths below /sys, and in NetworkManager's own configuration. */
#include "../support/suite.h"
#include "claims_fixture.h"

#define NM_CONF "networkmanager\tetc/NetworkManager/"

START_TEST(networkmanager_has_devices)
{
	const struct laid files[] = {
		{ "etc/NetworkManager/NetworkManager.conf",
			"[main]\nsriov-num-vfs=9\n[device]\nsriov-num-vfs=1\n" },
		{ "etc/NetworkManager/conf.d/a.conf",
			"[device-a]\nsriov-num-vfs=2\n"
			"match-device=interface-name:=ens1,interface-name:~eth*\n"
			"[device-b]\nmatch-device=mac:52-54-00-00-00-0A\nsriov-num-vfs=3\n"
			"[device-c]\nmatch-device=driver:igb\nwifi.x=1\n"
			"[device-d]\nmatch-device=driver:igb;except:interface-name:eth0\nsriov-num-vfs=4\n"
			"[keyfile]\nunmanaged-devices=*\n" },
		{ "usr/lib/NetworkManager/conf.d/a.conf", "[device]\nsriov-num-vfs=5\n" }, /* hidden */
		{ NULL, NULL },
	};

	laid_check(files, NM_CONF "NetworkManager.conf\t4\tclass=02\tnumvfs\t-\t1\n" NM_CONF
				  "conf.d/a.conf\t2\tinterface=ens1|eth* class=02\tnumvfs\t-\t2\n" NM_CONF
				  "conf.d/a.conf\t6\tmac=52:54:00:00:00:0a class=02\tnumvfs\t-\t3\n" NM_CONF
				  "conf.d/a.conf\t12\tclass=02\tnumvfs\t-\t4\n");
}
END_TEST

#define TMPFILES "tmpfiles\tetc/tmpfiles.d/a.conf\t"
#define SYSFS    "sysfsutils\tetc/sysfs.conf\t"

START_TEST(files_below_sys_are_named_by_their_paths)
{
	const struct laid files[] = {
		{ "etc/tmpfiles.d/a.conf",
			"# w /sys/x/sriov_numvfs - - - - 1\nd /sys/x/sriov_numvfs - - - - 1\n"
			"w /sys/class/net/eth0/device/sriov_numvfs - - - - 4\n"
			"w+! \"/sys/bus/pci/devices/0000:02:00.*/sriov_num*\" - - - - %m\n"
			"F /sys/devices/pci0000:00/0000:00:05.0/0000:02:00.0/driver_override 0644 root "
			"root - vfio-pci\n"
			"f /sys/class/net/ens1/device/sriov_numvfs - - - - 5\n"
			"f+ /sys/class/net/ens1/device/sriov_numvfs - - - - 6\n"
			"w /sys/class/net/ens1/device/virtfn0/driver_override - - - - none\n"
			"w /sys/bus/pci/devices/0000:02:00.0/power/control - - - - on\nw\n" },
		{ "etc/sysfs.conf", "# a = b\nmode bus/pci/devices/0000:02:00.0/sriov_numvfs = 0660\n"
				    "bus/pci/devices/0000:02:00.0/sriov_numvfs = 7 # all\n"
				    "bus/pci/drivers/igb/*/sriov_numvfs=8\n\nsriov_numvfs\n" },
		{ NULL, NULL },
	};

	laid_check(files,
		TMPFILES "3\tfirst-name=eth0\tnumvfs\t-\t4\n" TMPFILES
			 "4\taddress=0000:02:00.*\tnumvfs\t-\t\n" TMPFILES
			 "5\taddress=0000:02:00.0\toverride\t-\tvfio-pci\n" TMPFILES
			 "7\tinterface=ens1\tnumvfs\t-\t6\n" TMPFILES "8\t\toverride\t-\tnone\n" SYSFS
			 "3\taddress=0000:02:00.0\tnumvfs\t-\t7\n" SYSFS "4\t\tnumvfs\t-\t8\n");
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, networkmanager_has_devices);
	tcase_add_test(tests, files_below_sys_are_named_by_their_paths);
}

int main(void)
{
	return suite_run("claims_sysfs", add_tests);
}

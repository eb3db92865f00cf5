/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Disks that are mounted, hold swap or lie below others; links and texts are those of a 6.12 kernel. */
#include "users_fixture.h"

#define PCI     "../../devices/pci0000:00/0000:00:01.0/"
#define VIRTUAL "../../devices/virtual/block/"

static void make_block(const char *name, const char *device, const char *target)
{
	AUTO_FREE char *class = text_print("sys/class/block/%s", name);
	AUTO_FREE char *number = text_print("sys/dev/block/%s", device);
	AUTO_FREE char *directory = text_print("sys/class/%s", target);

	make_link(class, target);
	make_link(number, target);
	make_directory(directory);
}

static void make_slave(const char *upper, const char *lower)
{
	AUTO_FREE char *link = text_print("sys/devices/virtual/block/%s/slaves/%s", upper, lower);

	make_link(link, "../../elsewhere");
}

static void make_disks(const char *mountinfo)
{
	make_block("nvme0n1", "259:0", PCI "0000:01:00.0/nvme/nvme0/nvme0n1");
	make_block("nvme0n1p1", "259:1", PCI "0000:01:00.0/nvme/nvme0/nvme0n1/nvme0n1p1");
	make_block("nvme0n1p2", "259:2", PCI "0000:01:00.0/nvme/nvme0/nvme0n1/nvme0n1p2");
	make_block("vda", "254:0", PCI "0000:02:00.0/virtio1/block/vda");
	make_block("md0", "9:0", VIRTUAL "md0");
	make_block("md0p1", "259:7", VIRTUAL "md0/md0p1");
	make_block("dm-0", "253:0", VIRTUAL "dm-0");
	make_slave("md0", "nvme0n1p2");
	make_slave("md0", "vda");
	make_slave("dm-0", "md0p1");
	make_file_in("sys/devices/virtual/block/dm-0/dm/name", "vg0-srv\n");
	make_file_in("proc/self/mountinfo", mountinfo);
}

#define HELD                                                                                                 \
	"holder\t0000:01:00.0\tnvme0n1p2\tmd0\n"                                                             \
	"holder\t0000:01:00.0\tnvme0n1p2 > md0 > md0p1\tvg0-srv\n"
#define HELD_TOO                                                                                             \
	"holder\t0000:02:00.0\tvda\tmd0\n"                                                                   \
	"holder\t0000:02:00.0\tvda > md0 > md0p1\tvg0-srv\n"

START_TEST(what_is_mounted_is_so_down_to_its_disks)
{
	make_disks("27 1 259:1 / / rw,relatime - ext4 /dev/nvme0n1p1 rw\n"
		   "22 27 0:21 / /proc rw,relatime - proc proc rw\n"
		   "40 27 253:0 / /srv/my\\040data rw - xfs /dev/mapper/vg0-srv rw\n");
	look_again(see_disks);
	check_seen("mount\t0000:01:00.0\tnvme0n1p1\t/\n"
		   "mount\t0000:01:00.0\tnvme0n1p2 > md0 > md0p1 > dm-0\t/srv/my data\n" HELD
		   "root\t0000:01:00.0\tnvme0n1p1\t/\n"
		   "mount\t0000:02:00.0\tvda > md0 > md0p1 > dm-0\t/srv/my data\n" HELD_TOO);
}
END_TEST

/* A machine with containers: most of their mounts are parts of what is mounted already. */
START_TEST(parts_that_are_mounted_again_are_not_told)
{
	make_disks("90 27 254:0 /volumes/7 /pods/7 rw - ext4 /dev/vda rw\n"
		   "27 1 254:0 / /data rw - ext4 /dev/vda rw\n"
		   "91 27 254:0 /boot /boot rw - ext4 /dev/vda rw\n"
		   "92 27 259:1 /part /elsewhere rw - ext4 /dev/nvme0n1p1 rw\n"
		   "93 27 259:1 /part /again rw - ext4 /dev/nvme0n1p1 rw\n");
	look_again(see_disks);
	check_seen("mount\t0000:01:00.0\tnvme0n1p1\t/elsewhere\n" HELD "mount\t0000:02:00.0\tvda\t/boot\n"
		   "mount\t0000:02:00.0\tvda\t/data\n" HELD_TOO "root\t0000:02:00.0\tvda\t/boot\n");
}
END_TEST

START_TEST(a_swap_file_is_on_what_is_mounted_above_it)
{
	make_disks("27 1 259:1 / / rw,relatime - ext4 /dev/nvme0n1p1 rw\n"
		   "28 27 254:0 / /swap rw,relatime - ext4 /dev/vda rw\n");
	make_file_in("proc/swaps", "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
				   "/swap/one                               file\t\t1048572\t\t0\t\t-2\n"
				   "/swapfile                               file\t\t1048572\t\t0\t\t-3\n");
	look_again(see_disks);
	check_seen("mount\t0000:01:00.0\tnvme0n1p1\t/\n"
		   "swap\t0000:01:00.0\tnvme0n1p1\t/swapfile\n" HELD "root\t0000:01:00.0\tnvme0n1p1\t/\n"
		   "mount\t0000:02:00.0\tvda\t/swap\n"
		   "swap\t0000:02:00.0\tvda\t/swap/one\n" HELD_TOO);
}
END_TEST

#define HEAD "../../devices/virtual/nvme-subsystem/nvme-subsys0/nvme0n1"

/* The controllers 1 and 12 of one subsystem; what is mounted goes through both. */
START_TEST(an_nvme_head_has_all_its_ways)
{
	make_block("nvme0c1n1", "259:5", PCI "0000:01:00.0/nvme/nvme1/nvme0c1n1");
	make_block("nvme0c12n1", "259:6", PCI "0000:02:00.0/nvme/nvme12/nvme0c12n1");
	make_block("nvme0c1n2", "259:8", PCI "0000:03:00.0/nvme/nvme1/nvme0c1n2");
	make_block("nvme0n1", "259:1", HEAD);
	make_block("nvme0n1p1", "259:2", HEAD "/nvme0n1p1");
	make_file_in("proc/self/mountinfo", "27 1 259:2 / /var rw - ext4 /dev/nvme0n1p1 rw\n"
					    "27 1 259:1 / /mnt rw - ext4 /dev/nvme0n1 rw\n");
	look_again(see_disks);
	check_seen("mount\t0000:01:00.0\tnvme0n1\t/mnt\n"
		   "mount\t0000:01:00.0\tnvme0n1p1\t/var\n"
		   "root\t0000:01:00.0\tnvme0n1p1\t/var\n"
		   "mount\t0000:02:00.0\tnvme0n1\t/mnt\n"
		   "mount\t0000:02:00.0\tnvme0n1p1\t/var\n"
		   "root\t0000:02:00.0\tnvme0n1p1\t/var\n");
}
END_TEST

#define DISKS "sys/devices/pci0000:00/0000:00:01.0/0000:01:00.0/nvme/nvme0/"

/* The name's last number is not the namespace's, and a partition has none of its own. */
START_TEST(an_nvme_disk_tells_its_namespace)
{
	make_disks("27 1 259:1 / /srv rw,relatime - ext4 /dev/nvme0n1p1 rw\n"
		   "28 1 259:9 / /mnt rw,relatime - ext4 /dev/nvme0n2 rw\n");
	make_block("nvme0n2", "259:9", PCI "0000:01:00.0/nvme/nvme0/nvme0n2");
	make_file_in(DISKS "nvme0n1/nsid", "7\n");
	make_file_in(DISKS "nvme0n2/nsid", "1\n");
	make_directory(DISKS "nvme0n1/nvme0n1p1");
	make_directory(DISKS "nvme0n1/nvme0n1p2");
	look_again(see_disks);
	check_seen("mount\t0000:01:00.0/1\tnvme0n2\t/mnt\n"
		   "mount\t0000:01:00.0/7\tnvme0n1p1\t/srv\n"
		   "holder\t0000:01:00.0/7\tnvme0n1p2\tmd0\n"
		   "holder\t0000:01:00.0/7\tnvme0n1p2 > md0 > md0p1\tvg0-srv\n" HELD_TOO);
}
END_TEST

START_TEST(what_is_mounted_out_of_sight_is_told_too)
{
	make_disks("27 1 259:1 / /data rw,relatime - ext4 /dev/nvme0n1p1 rw\n");
	make_directory("sys/fs/ext4/nvme0n1p1");
	make_directory("sys/fs/ext4/features");
	make_directory("sys/fs/xfs/dm-0");
	make_link("sys/fs/btrfs/1b1d8a67-0b26-4a2f-8a2b-5d8b7c3b9d11/devices/vda", "../../../../elsewhere");
	look_again(see_disks);
#define ELSEWHERE "something in another mount namespace\n"
	check_seen("mount\t0000:01:00.0\tnvme0n1p1\t/data\n"
		   "mount\t0000:01:00.0\tnvme0n1p2 > md0 > md0p1 > dm-0\t" ELSEWHERE HELD
		   "mount\t0000:02:00.0\tvda\t" ELSEWHERE
		   "mount\t0000:02:00.0\tvda > md0 > md0p1 > dm-0\t" ELSEWHERE HELD_TOO);
}
END_TEST

/* From systemd's udev of Debian 12. */
START_TEST(udev_knows_members_that_nobody_holds_yet)
{
	make_disks("27 1 0:24 / / rw,relatime - zfs rpool/ROOT/debian rw\n");
	make_file_in("run/udev/data/b259:1",
		"S:disk/by-partuuid/6a1f-01\nI:1042337\nE:ID_FS_LABEL=rpool\nE:ID_FS_VERSION=5000\n"
		"E:ID_FS_TYPE=zfs_member\nE:ID_FS_USAGE=filesystem\nG:systemd\n");
	make_file_in("run/udev/data/b259:2", "I:1042338\nE:ID_FS_TYPE=linux_raid_member\n");
	make_file_in("run/udev/data/b254:0", "I:1042339\nE:ID_FS_TYPE=LVM2_member\nE:ID_FS_USAGE=raid\n");
	make_file_in("run/udev/data/b259:0", "I:1042340\nE:ID_PART_TABLE_TYPE=gpt\n");
	ck_assert_int_eq(unlink(below("sys/devices/virtual/block/md0/slaves/vda")), 0);
	look_again(see_disks);
	check_seen(
		"mount\t0000:01:00.0\tnvme0n1p1\t/\n"
		"holder\t0000:01:00.0\tnvme0n1p1\tZFS pool rpool\n" HELD "root\t0000:01:00.0\tnvme0n1p1\t/\n"
		"holder\t0000:02:00.0\tvda\tLVM\n");
}
END_TEST

START_TEST(zfs_that_udev_does_not_know_is_a_doubt)
{
	make_disks("22 27 0:21 / /proc rw,relatime - proc proc rw\n");
	make_file_in("sys/module/zfs/initstate", "live\n");
	look_again(see_disks);
	check_seen("?\tholder\tZFS is in the kernel, and udev knows no disk of its pools\n" HELD HELD_TOO);
}
END_TEST

START_TEST(what_cannot_be_read_is_in_doubt)
{
	look_again(see_disks);
	check_seen("?\tmount\t/proc/self/mountinfo: No such file or directory\n"
		   "?\tswap\t/proc/self/mountinfo: No such file or directory\n"
		   "?\tholder\t/proc/self/mountinfo: No such file or directory\n"
		   "?\troot\t/proc/self/mountinfo: No such file or directory\n");
}
END_TEST

static void tests_add(TCase *tests)
{
	users_fixture_use(tests);
	tcase_add_test(tests, what_is_mounted_is_so_down_to_its_disks);
	tcase_add_test(tests, parts_that_are_mounted_again_are_not_told);
	tcase_add_test(tests, a_swap_file_is_on_what_is_mounted_above_it);
	tcase_add_test(tests, an_nvme_head_has_all_its_ways);
	tcase_add_test(tests, an_nvme_disk_tells_its_namespace);
	tcase_add_test(tests, what_is_mounted_out_of_sight_is_told_too);
	tcase_add_test(tests, udev_knows_members_that_nobody_holds_yet);
	tcase_add_test(tests, zfs_that_udev_does_not_know_is_a_doubt);
	tcase_add_test(tests, what_cannot_be_read_is_in_doubt);
}

int main(void)
{
	return suite_run("linux_users_disks", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Processes that have VFIO groups and devices open; links and texts are those of a 6.12 and a 6.18 kernel. */
#include "users_fixture.h"

#define PORT "../../../../devices/pci0000:00/0000:00:01.0"

static void make_function(const char *group, const char *address, const char *driver)
{
	AUTO_FREE char *member = text_print("sys/kernel/iommu_groups/%s/devices/%s", group, address);
	AUTO_FREE char *target = text_print(PORT "/%s", address);
	AUTO_FREE char *link = text_print("sys/bus/pci/devices/%s/driver", address);
	AUTO_FREE char *to = text_print("../../../../bus/pci/drivers/%s", driver);

	make_link(member, target);
	make_link(link, to);
}

/* Group 12 has two functions that vfio-pci has, a bridge, and a function that its own driver has. */
static void make_groups(void)
{
	make_link("sys/class/vfio/12", "../../devices/virtual/vfio/12");
	make_function("12", "0000:01:00.1", "vfio-pci");
	make_function("12", "0000:01:00.2", "mlx5_vfio_pci");
	make_function("12", "0000:00:01.0", "pcieport");
	make_function("12", "0000:01:00.0", "nvme");
	make_file_in("proc/1/comm", "systemd\n");
	make_directory("proc/1/fd");
	make_link("proc/self/ns/pid", "pid:[4026531836]");
	make_file_in("proc/4711/comm", "qemu-system-x86\n");
	make_link("proc/4711/fd/0", "/dev/null");
}

START_TEST(a_group_that_is_open_holds_what_vfio_has_of_it)
{
	make_groups();
	make_link("proc/4711/fd/17", "/dev/vfio/vfio");
	look_again(see_descriptors);
	check_seen("");
	make_link("proc/4711/fd/18", "/dev/vfio/12");
	make_link("proc/4711/fd/19", "anon_inode:[vfio-device]");
	make_file_in("proc/4711/fdinfo/19", "pos:\t0\nflags:\t02000002\nmnt_id:\t15\nino:\t1055\n");
	look_again(see_descriptors);
	check_seen("vfio\t0000:01:00.1\t\tqemu-system-x86 (process 4711)\n"
		   "vfio\t0000:01:00.2\t\tqemu-system-x86 (process 4711)\n");
}
END_TEST

START_TEST(a_device_of_its_own_holds_its_function)
{
	make_groups();
	make_link("sys/class/vfio-dev/vfio3",
		"../../devices/pci0000:00/0000:00:01.0/0000:01:00.2/vfio-dev/vfio3");
	make_link("proc/4711/fd/18", "/dev/vfio/devices/vfio3");
	look_again(see_descriptors);
	check_seen("vfio\t0000:01:00.2\t\tqemu-system-x86 (process 4711)\n");
}
END_TEST

START_TEST(a_mediated_device_holds_the_function_that_has_it)
{
	make_groups();
	make_link("sys/class/vfio/13", "../../devices/virtual/vfio/13");
	make_link("sys/kernel/iommu_groups/13/devices/83b8f4f2-509f-382f-3c1e-e6bfe0fa1001",
		"../../../../devices/pci0000:00/0000:00:02.0/83b8f4f2-509f-382f-3c1e-e6bfe0fa1001");
	make_link("proc/4711/fd/18", "/dev/vfio/13");
	look_again(see_descriptors);
	check_seen("vfio\t0000:00:02.0\t\tqemu-system-x86 (process 4711)\n");
}
END_TEST

START_TEST(the_kernel_may_tell_whose_device_it_is)
{
	make_groups();
	make_link("proc/4711/fd/19", "anon_inode:[vfio-device]");
	make_file_in("proc/4711/fdinfo/19", "pos:\t0\nflags:\t02000002\nvfio-device-syspath: "
					    "/sys/devices/pci0000:00/0000:00:01.0/0000:01:00.1\n");
	look_again(see_descriptors);
	check_seen("vfio\t0000:01:00.1\t\tqemu-system-x86 (process 4711)\n");
}
END_TEST

START_TEST(a_device_that_nobody_names_is_a_doubt)
{
	make_groups();
	make_link("proc/4711/fd/19", "anon_inode:[vfio-device]");
	make_file_in("proc/4711/fdinfo/19", "pos:\t0\nflags:\t02000002\n");
	look_again(see_descriptors);
	check_seen("?\tvfio\tqemu-system-x86 (process 4711) has a VFIO device open as descriptor 19, and "
		   "this kernel does not tell which\n");
}
END_TEST

#define BLOCK "sys/class/block/"

START_TEST(a_disk_that_is_open_is_in_use)
{
	make_groups();
	make_link(BLOCK "sda", "../../devices/pci0000:00/0000:00:01.0/0000:03:00.0/host0/block/sda");
	make_link(BLOCK "sda2", "../../devices/pci0000:00/0000:00:01.0/0000:03:00.0/host0/block/sda/sda2");
	make_link("proc/4711/fd/3", "/dev/pts/0");
	make_link("proc/4711/fd/4", "/dev/sda2");
	make_link("proc/4711/fd/5", "/dev/sdz");
	make_link("proc/4711/fd/6", "/srv/dev/sda");
	look_again(see_descriptors);
	check_seen("open\t0000:03:00.0\tsda2\tqemu-system-x86 (process 4711)\n");
	make_file_in("proc/4712/comm", "(udev-worker)\n");
	make_link("proc/4712/fd/4", "/dev/sda");
	look_again(see_descriptors);
	check_seen("open\t0000:03:00.0\tsda2\tqemu-system-x86 (process 4711)\n");
	/* who is hidden may have it open */
	ck_assert_int_eq(unlink(below("proc/1/comm")), 0);
	look_again(see_descriptors);
	check_seen("?\tvfio\t/proc does not show the processes of others\n"
		   "?\topen\t/proc does not show the processes of others\n"
		   "open\t0000:03:00.0\tsda2\tqemu-system-x86 (process 4711)\n");
}
END_TEST

#define NVME(n)   "../../devices/pci0000:00/0000:00:01.0/0000:0" n ":00.0/nvme/nvme" n "/"
#define OF_NVME3  "sys/devices/pci0000:00/0000:00:01.0/0000:03:00.0/nvme/nvme3/"
#define SUBSYSTEM "../../devices/virtual/nvme-subsystem/nvme-subsys4/"
#define GENERIC   "sys/class/nvme-generic/"

/* As fio and qemu do with io_uring: no block device is open. */
START_TEST(a_namespace_that_is_open_by_its_character_device_is_in_use)
{
	make_groups();
	make_link(BLOCK "nvme4c3n1", NVME("3") "nvme4c3n1");
	make_link(BLOCK "nvme4n1", SUBSYSTEM "nvme4n1");
	make_link(BLOCK "nvme4n2", NVME("3") "nvme4n2");
	make_file_in(OF_NVME3 "nvme4c3n1/nsid", "7\n");
	make_file_in(OF_NVME3 "nvme4n2/nsid", "9\n");
	make_link(GENERIC "ng4n1", SUBSYSTEM "ng4n1");
	make_link(GENERIC "ng3n2", NVME("3") "ng3n2");
	make_link(GENERIC "ng3n5", NVME("3") "ng3n5");
	make_link("proc/4711/fd/4", "/dev/ng4n1");
	make_link("proc/4711/fd/5", "/dev/ng3n2");
	make_link("proc/4711/fd/6", "/dev/ng3n5");
	make_link("proc/4711/fd/7", "/dev/ng9n9");
	look_again(see_descriptors);
	check_seen("open\t0000:03:00.0\tng3n5\tqemu-system-x86 (process 4711)\n"
		   "open\t0000:03:00.0/7\tnvme4n1 > ng4n1\tqemu-system-x86 (process 4711)\n"
		   "open\t0000:03:00.0/9\tng3n2\tqemu-system-x86 (process 4711)\n");
}
END_TEST

START_TEST(where_processes_are_hidden_nothing_is_sure)
{
	make_groups();
	ck_assert_int_eq(unlink(below("proc/1/comm")), 0);
	look_again(see_descriptors);
	check_seen("?\tvfio\t/proc does not show the processes of others\n");
	ck_assert_int_eq(unlink(below("proc/self/ns/pid")), 0);
	make_link("proc/self/ns/pid", "pid:[4026532177]");
	look_again(see_descriptors);
	check_seen("?\tvfio\tpawl runs in a PID namespace of its own, where not all processes are seen\n");
}
END_TEST

START_TEST(without_vfio_there_is_no_doubt)
{
	look_again(see_descriptors);
	check_seen("");
}
END_TEST

START_TEST(another_root_tells_no_users)
{
	struct op op = { .verb = OP_USERS, .path = "", .deadline_ns = SECOND };

	ck_assert_int_eq(do_op(op), EXDEV);
	ck_assert_ptr_nonnull(strstr(done.data, "not of what --root names"));
}
END_TEST

/* The machine that the tests run on: it has a process, and what it runs from. */
START_TEST(the_machine_answers)
{
	struct report report = { 0 };
	struct host *machine = host_linux_new("/", &report);
	struct op op = { .verb = OP_USERS, .path = "", .deadline_ns = 20 * SECOND };

	ck_assert_int_eq(host_do(machine, &op, &done), 0);
	ck_assert_int_eq(done.len ? users_parse(&seen, done.data) : 0, 0);
	host_free(machine);
}
END_TEST

static void tests_add(TCase *tests)
{
	users_fixture_use(tests);
	tcase_add_test(tests, a_group_that_is_open_holds_what_vfio_has_of_it);
	tcase_add_test(tests, a_device_of_its_own_holds_its_function);
	tcase_add_test(tests, a_mediated_device_holds_the_function_that_has_it);
	tcase_add_test(tests, the_kernel_may_tell_whose_device_it_is);
	tcase_add_test(tests, a_device_that_nobody_names_is_a_doubt);
	tcase_add_test(tests, a_disk_that_is_open_is_in_use);
	tcase_add_test(tests, a_namespace_that_is_open_by_its_character_device_is_in_use);
	tcase_add_test(tests, where_processes_are_hidden_nothing_is_sure);
	tcase_add_test(tests, without_vfio_there_is_no_doubt);
	tcase_add_test(tests, another_root_tells_no_users);
	tcase_add_test(tests, the_machine_answers);
}

int main(void)
{
	return suite_run("linux_users", tests_add);
}

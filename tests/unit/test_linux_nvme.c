/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Admin commands on their way to a drive. The linker puts this program's library before libnvme: it answers
 * as a drive in memory does; the lab has one that answers for itself.
 */
#include "../../src/host/linux.h"
#include "../../src/host/nvme_pages.h"
#include "linux_fixture.h"
#include <dlfcn.h>
#include <nvme/ioctl.h>
#include <sys/sysmacros.h>

#define DRIVE      "nvme/0000:01:00.0"
#define CONTROLLER "sys/bus/pci/devices/0000:01:00.0/nvme/nvme3"

static struct drive *drive;
static struct nvme_passthru_cmd last;
static uint32_t timeout_asked = 99;
static int status_of_changes, error_of_all;
static unsigned loads, commands, not_sent, not_live;
static bool no_library, no_function;
static useconds_t pause_us; /* before each answer */

static int answer(int fd, __u8 opcode, __u8 flags, __u16 reserved, __u32 nsid, __u32 cdw2, __u32 cdw3,
	__u32 cdw10, __u32 cdw11, __u32 cdw12, __u32 cdw13, __u32 cdw14, __u32 cdw15, __u32 length,
	void *bytes, __u32 metadata_length, void *metadata, __u32 timeout, __u32 *result)
{
	struct nvme_command command = { opcode, nsid, cdw10, cdw11, bytes, length, 0 };

	ck_assert_int_ge(fd, 0);
	ck_assert_uint_eq(flags | reserved | cdw2 | cdw3 | cdw12 | cdw13 | cdw14 | cdw15, 0);
	ck_assert_uint_eq(metadata_length, 0);
	ck_assert_ptr_null(metadata);
	last = (struct nvme_passthru_cmd){ .opcode = opcode, .cdw10 = cdw10, .cdw11 = cdw11 };
	timeout_asked = timeout;
	commands++;
	usleep(pause_us);
	if (not_sent && not_sent--)
		return 0x370;
	if (error_of_all) {
		errno = error_of_all;
		return -1;
	}
	if (opcode == nvme_admin_identify)
		return drive_identify(drive, &command);
	*result = cdw11;
	return status_of_changes;
}

/* The linker's names of what comes before dlopen and dlsym, and of these themselves. */
void *__real_dlopen(const char *name, int how);
void *__wrap_dlopen(const char *name, int how);
void *__wrap_dlsym(void *library, const char *name);

void *__wrap_dlopen(const char *name, int how)
{
	ck_assert_str_eq(name, "libnvme.so.1");
	loads++;
	return no_library ? __real_dlopen("libnvme-of-nobody.so.1", how) : &drive;
}

void *__wrap_dlsym(void *library, const char *name)
{
	__typeof__(nvme_admin_passthru) *function = answer;

	ck_assert_ptr_eq(library, &drive);
	ck_assert_str_eq(name, "nvme_admin_passthru");
	return no_function ? NULL : (void *)function;
}

int __real_root_open(int directory, const char *path, int flags);
int __wrap_root_open(int directory, const char *path, int flags);

/* A node that cannot be opened so many times, as that of a controller that is reset. */
int __wrap_root_open(int directory, const char *path, int flags)
{
	if (strcmp(path, "dev/nvme3") != 0 || !not_live)
		return __real_root_open(directory, path, flags);
	not_live--;
	errno = EAGAIN;
	return -1;
}

/* Two VFs, whose controllers are 2 and 3 as those of some drives are. */
static void make_drive(void)
{
	drive = drive_new();
	drive->numbers[D_CNTLID] = 1;
	drive->numbers[D_OACS] = OACS_VIRTUALIZATION;
	drive->numbers[D_VQFRT] = 40;
	drive->n_secondaries = 2;
	drive->secondaries = memory_new(2, sizeof(*drive->secondaries));
	drive->secondaries[0] = (struct secondary){ .cntlid = 2, .vf = 1 };
	drive->secondaries[1] = (struct secondary){ .cntlid = 3, .vf = 2, .queues = 8, .online = true };
}

static void make_node(unsigned minor_number)
{
	make_directory("dev");
	ck_assert_int_eq(mknod(below("dev/nvme3"), S_IFCHR | 0600, makedev(1, minor_number)), 0);
	make_directory(CONTROLLER);
	make_text(CONTROLLER "/dev", "1:3\n");
	make_drive();
}

static int ask(const char *path, const char *value, struct text *data)
{
	AUTO_CLOSE int directory = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);
	const struct op op = {
		.verb = OP_NVME, .path = path, .in = value, .in_len = value ? strlen(value) : 0
	};

	ck_assert_int_ge(directory, 0);
	return nvme_do(directory, &op, data);
}

static void expect_refusal(int error, const char *words)
{
	AUTO_TEXT struct text data = { 0 };

	ck_assert_int_eq(ask(DRIVE, NULL, &data), error);
	ck_assert_str_eq(text_string(&data), words);
}

START_TEST(a_path_that_is_none_is_not_asked)
{
	static const char *const none[] = { "nvme0", "nvme/01:00.0", "vfs/0000:01:00.0",
		"vfs/0000:01:00.0/0/mac" };
	AUTO_TEXT struct text data = { 0 };

	ck_assert_int_eq(ask(none[_i], NULL, &data), ENOSYS);
}
END_TEST

START_TEST(a_function_without_a_controller_is_no_drive)
{
	const char *words = "the nvme driver has made no controller of it";

	expect_refusal(ENODEV, words);
	make_directory("sys/bus/pci/devices/0000:01:00.0/nvme");
	expect_refusal(ENODEV, words);
}
END_TEST

START_TEST(a_controller_without_its_node_says_which)
{
	make_directory(CONTROLLER);
	expect_refusal(ENOENT, "dev/nvme3: No such file or directory");
	ck_assert_uint_eq(loads, 0);
}
END_TEST

START_TEST(a_file_is_no_node)
{
	make_directory("dev");
	make_text("dev/nvme3", "");
	make_directory(CONTROLLER);
	make_text(CONTROLLER "/dev", "0:0\n");
	expect_refusal(ENODEV, "dev/nvme3 is not the node of " CONTROLLER);
}
END_TEST

START_TEST(the_node_of_another_drive_is_not_asked)
{
	AUTO_TEXT struct text data = { 0 };

	make_node(5);
	ck_assert_int_eq(ask(DRIVE "/1/online", "false", &data), ENODEV);
	ck_assert_str_eq(text_string(&data), "dev/nvme3 is not the node of " CONTROLLER);
	ck_assert_uint_eq(commands, 0);
}
END_TEST

START_TEST(without_the_library_it_says_what_to_install)
{
	AUTO_TEXT struct text data = { 0 };

	make_node(3);
	no_library = _i == 0;
	no_function = true;
	ck_assert_int_eq(ask(DRIVE, NULL, &data), ELIBACC);
	ck_assert_ptr_nonnull(strstr(text_string(&data), ": install the package libnvme1 of Debian"));
	ck_assert_ptr_nonnull(strstr(text_string(&data), "libnvme"));
}
END_TEST

START_TEST(a_drive_is_what_its_pages_say)
{
	AUTO_TEXT struct text data = { 0 };
	struct drive *taken = drive_new();

	make_node(3);
	ck_assert_int_eq(ask(DRIVE, NULL, &data), 0);
	ck_assert_int_eq(drive_take(taken, data.bytes, data.length), 0);
	ck_assert_ptr_null(taken->unknown);
	ck_assert_uint_eq(taken->numbers[D_VQFRT], 40);
	ck_assert_uint_eq(taken->n_secondaries, 2);
	ck_assert_uint_eq(drive_secondary(taken, 1)->cntlid, 3);
	ck_assert_uint_eq(timeout_asked, NVME_DEFAULT_IOCTL_TIMEOUT);
	drive_free(taken);
}
END_TEST

/* The most that a list of secondary controllers holds, and a namespace that no controller has. */
START_TEST(six_commands_and_three_a_namespace_tell_all)
{
	enum { MOST = 127, NAMESPACES = 3 };
	AUTO_TEXT struct text data = { 0 };
	struct drive *taken = drive_new();

	make_node(3);
	drive->numbers[D_OACS] |= OACS_NAMESPACES;
	drive->numbers[D_NN] = NAMESPACES;
	free(drive->secondaries);
	drive->n_secondaries = MOST;
	drive->secondaries = memory_new(MOST, sizeof(*drive->secondaries));
	for (uint16_t i = 0; i < MOST; i++)
		drive->secondaries[i] = (struct secondary){ .cntlid = i + 2, .vf = i + 1 };
	drive->n_controllers = MOST + 1;
	drive->controllers = memory_new(MOST + 1, sizeof(*drive->controllers));
	for (uint16_t i = 0; i <= MOST; i++)
		drive->controllers[i] = i + 1;
	for (uint32_t i = 1; i <= NAMESPACES; i++) {
		*drive_add_namespace(drive, i) =
			(struct drive_namespace){ .nsid = i, .blocks = 8, .block_bytes = 512 };
		if (i < NAMESPACES)
			namespace_attach(drive_namespace(drive, i), 1);
	}
	ck_assert_int_eq(ask(DRIVE, NULL, &data), 0);
	ck_assert_uint_eq(commands, 6 + 3 * NAMESPACES);
	ck_assert_int_eq(drive_take(taken, data.bytes, data.length), 0);
	ck_assert_uint_eq(taken->n_secondaries, MOST);
	ck_assert_uint_eq(drive_secondary(taken, MOST - 1)->cntlid, MOST + 1);
	ck_assert_uint_eq(taken->n_namespaces, NAMESPACES);
	drive_free(taken);
}
END_TEST

START_TEST(a_setting_is_read_and_set_by_its_controller)
{
	AUTO_TEXT struct text data = { 0 };

	make_node(3);
	ck_assert_int_eq(ask(DRIVE "/1/queues", NULL, &data), 0);
	ck_assert_str_eq(text_string(&data), "8");
	text_free(&data);
	ck_assert_int_eq(ask(DRIVE "/0/interrupts", "4", &data), 0);
	ck_assert_uint_eq(last.opcode, nvme_admin_virtual_mgmt);
	ck_assert_uint_eq(last.cdw10, 2 << 16 | 1 << 8 | 8);
	ck_assert_uint_eq(last.cdw11, 4);
	ck_assert_uint_eq(timeout_asked, NVME_DEFAULT_IOCTL_TIMEOUT);
	ck_assert_uint_eq(loads, 1);
}
END_TEST

START_TEST(a_value_that_is_none_is_not_sent)
{
	static const char *const paths[] = { DRIVE "/1/online", DRIVE "/1/queues", DRIVE };
	static const char *const values[] = { "yes", "-1", "true" };
	AUTO_TEXT struct text data = { 0 };

	make_node(3);
	ck_assert_int_eq(ask(paths[_i], values[_i], &data), EINVAL);
	ck_assert_uint_eq(commands, 0);
}
END_TEST

/* With "do not retry" (4000h) and "more" (2000h), as drives send it. */
START_TEST(a_refusal_is_the_drives_words)
{
	AUTO_TEXT struct text data = { 0 };

	make_node(3);
	status_of_changes = 0x6120;
	ck_assert_int_eq(ask(DRIVE "/0/online", "true", &data), EPROTO);
	ck_assert_str_eq(text_string(&data),
		"sys/bus/pci/devices/0000:01:00.0/nvme\n"
		"controller 2, Virtualization Management, online true: "
		"status 120h, Invalid Secondary Controller State (type 1h, code 20h)");
}
END_TEST

START_TEST(a_command_that_is_not_carried_has_the_kernels_errno)
{
	make_node(3);
	error_of_all = EACCES;
	expect_refusal(EACCES, "it does not take Identify: Permission denied");
}
END_TEST

START_TEST(a_controller_that_is_reset_is_waited_for)
{
	AUTO_TEXT struct text data = { 0 };

	make_node(3);
	make_text(CONTROLLER "/state", "resetting\n");
	not_live = not_sent = 2;
	ck_assert_int_eq(ask(DRIVE "/1/queues", NULL, &data), 0);
	ck_assert_str_eq(text_string(&data), "8");
	ck_assert_uint_eq(not_live + not_sent, 0);
	ck_assert_uint_eq(commands, 3);
}
END_TEST

/* Two commands are longer than the deadline together; then one alone is. */
START_TEST(who_answers_slowly_is_asked_on)
{
	const struct op op = { .verb = OP_NVME, .path = DRIVE, .deadline_ns = 2200 * MILLISECOND };
	struct linux_host *machine = (struct linux_host *)host;
	AUTO_TEXT struct text data = { 0 };

	make_node(3);
	drive->numbers[D_OACS] = 0;
	pause_us = _i == 0 ? 1200 * 1000 : 4000 * 1000;
	ck_assert_int_eq(helper_begin(machine, 1, &op, -1, &data), UNDER_WAY);
	ck_assert_int_eq(host->ops->next(host, &done), 1);
	ck_assert_int_eq(done.err, _i == 0 ? 0 : ETIMEDOUT);
	ck_assert_uint_eq(done.flags, _i == 0 ? 0 : DONE_STILL_RUNNING);
}
END_TEST

START_TEST(a_controller_that_is_dead_is_not_waited_for)
{
	make_directory(CONTROLLER);
	make_text(CONTROLLER "/state", "dead\n");
	not_live = 2;
	expect_refusal(EIO, "its controller is dead");
	ck_assert_uint_eq(not_live, 1);
}
END_TEST

/* What it was before says nothing of why it cannot be opened now. */
START_TEST(a_controller_that_goes_while_it_is_waited_for_is_gone)
{
	make_directory(CONTROLLER);
	make_text(CONTROLLER "/state", "resetting\n");
	not_live = 1;
	expect_refusal(ENOENT, "dev/nvme3: No such file or directory");
	ck_assert_uint_eq(not_live, 0);
}
END_TEST

START_TEST(a_controller_without_its_number_says_which)
{
	AUTO_TEXT struct text data = { 0 };

	make_directory("dev");
	make_text("dev/nvme3", "");
	make_directory(CONTROLLER);
	expect_refusal(ENOENT, CONTROLLER "/dev: No such file or directory");
}
END_TEST

static bool nodes_can_be_made(void)
{
	char name[] = "/tmp/pawl-node-XXXXXX";
	bool made = mkdtemp(name) && rmdir(name) == 0 && mknod(name, S_IFCHR | 0600, makedev(1, 3)) == 0;

	if (made)
		unlink(name);
	return made;
}

static void tests_add_with_nodes(TCase *tests)
{
	tcase_add_test(tests, the_node_of_another_drive_is_not_asked);
	tcase_add_loop_test(tests, without_the_library_it_says_what_to_install, 0, 2);
	tcase_add_test(tests, a_drive_is_what_its_pages_say);
	tcase_add_test(tests, six_commands_and_three_a_namespace_tell_all);
	tcase_add_test(tests, a_setting_is_read_and_set_by_its_controller);
	tcase_add_loop_test(tests, a_value_that_is_none_is_not_sent, 0, 3);
	tcase_add_test(tests, a_refusal_is_the_drives_words);
	tcase_add_test(tests, a_controller_that_is_reset_is_waited_for);
	tcase_add_loop_test(tests, who_answers_slowly_is_asked_on, 0, 2);
	tcase_add_test(tests, a_command_that_is_not_carried_has_the_kernels_errno);
}

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_loop_test(tests, a_path_that_is_none_is_not_asked, 0, 4);
	tcase_add_test(tests, a_function_without_a_controller_is_no_drive);
	tcase_add_test(tests, a_controller_without_its_node_says_which);
	tcase_add_test(tests, a_file_is_no_node);
	tcase_add_test(tests, a_controller_that_is_dead_is_not_waited_for);
	tcase_add_test(tests, a_controller_that_goes_while_it_is_waited_for_is_gone);
	tcase_add_test(tests, a_controller_without_its_number_says_which);
	if (nodes_can_be_made())
		tests_add_with_nodes(tests);
	else
		printf("SKIP linux_nvme: nodes of devices are root's to make\n");
}

int main(void)
{
	return suite_run("linux_nvme", tests_add);
}

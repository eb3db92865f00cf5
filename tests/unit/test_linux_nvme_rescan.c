/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The driver of a controller is told to look, by the id that it knows of itself. */
#include "../../src/host/linux.h"
#include "linux_fixture.h"

#define PF    "sys/bus/pci/devices/0000:01:00.0"
#define OF_PF PF "/nvme/nvme3"
#define OF_VF PF "/virtfn1/nvme/nvme5"

static void make_controller(const char *directory, const char *cntlid)
{
	AUTO_FREE char *number = text_print("%s/cntlid", directory);
	AUTO_FREE char *rescan = text_print("%s/rescan_controller", directory);

	make_directory(directory);
	make_text(number, cntlid);
	make_text(rescan, "-");
}

static void expect_file(const char *path, const char *want)
{
	char now[8] = "";
	FILE *file = fopen(below(path), "r");

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_lt(fread(now, 1, sizeof(now) - 1, file), sizeof(now));
	fclose(file);
	ck_assert_str_eq(now, want);
}

static void rescan(uint16_t cntlid)
{
	AUTO_CLOSE int directory = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);

	ck_assert_int_ge(directory, 0);
	nvme_rescan(directory, "0000:01:00.0", cntlid);
}

START_TEST(the_one_driver_looks_and_no_other)
{
	make_controller(OF_PF, "1\n");
	make_controller(OF_VF, "3\n");
	make_directory(PF "/virtfn0");
	rescan(2);
	expect_file(OF_PF "/rescan_controller", "-");
	expect_file(OF_VF "/rescan_controller", "-");
	rescan(3);
	expect_file(OF_PF "/rescan_controller", "-");
	expect_file(OF_VF "/rescan_controller", "1");
	rescan(1);
	expect_file(OF_PF "/rescan_controller", "1");
}
END_TEST

START_TEST(without_the_function_there_is_nobody_to_tell)
{
	rescan(1);
	ck_assert_int_eq(access(below(PF), F_OK), -1);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, the_one_driver_looks_and_no_other);
	tcase_add_test(tests, without_the_function_there_is_nobody_to_tell);
}

int main(void)
{
	return suite_run("linux_nvme_rescan", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The device and the VF that a name is of. */
#include "object.h"
#include "suite.h"
#include <string.h>

static bool device_is(const char *name, const char *device)
{
	return name_device_length(name) == strlen(device) && strncmp(name, device, strlen(device)) == 0;
}

START_TEST(a_name_begins_with_its_device)
{
	ck_assert(device_is("nic0", "nic0"));
	ck_assert(device_is("nic0.vfs", "nic0"));
	ck_assert(device_is("nic0.vf", "nic0"));
	ck_assert(device_is("nic0.vf.3", "nic0"));
	ck_assert(device_is("nic0.vf.[0-3]", "nic0"));
	ck_assert(device_is("nic0.vf.3.driver", "nic0"));
	ck_assert(device_is("gpus.0000:41:00.0.vf.3", "gpus.0000:41:00.0"));
	ck_assert(device_is("gpus.*.vfs", "gpus.*"));
}
END_TEST

START_TEST(other_words_are_the_devices_own)
{
	ck_assert(device_is("0000:41:00.0", "0000:41:00.0"));
	ck_assert(device_is("nic0.vfio", "nic0.vfio"));
	ck_assert(device_is("nic0.v", "nic0.v"));
	ck_assert(device_is("vf.0000:41:00.0", "vf.0000:41:00.0"));
	ck_assert(device_is("", ""));
}
END_TEST

START_TEST(a_vf_has_a_number)
{
	int64_t number = -1;

	ck_assert(name_vf("nic0.vf.0", &number));
	ck_assert_int_eq(number, 0);
	ck_assert(name_vf("gpus.0000:41:00.0.vf.17", &number));
	ck_assert_int_eq(number, 17);
}
END_TEST

START_TEST(no_other_name_is_a_vfs)
{
	static const char *const names[] = { "nic0", "nic0.vf", "nic0.vf.", "nic0.vf.x", "nic0.vf.3x",
		"nic0.vf.-1", "nic0.vf.3.driver", "nic0.vf.[0-3]", "nic0.vfs", "nic0.vfs.3", "0000:41:00.0" };
	int64_t number = 42;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		ck_assert_msg(!name_vf(names[i], &number), "%s", names[i]);
	ck_assert_int_eq(number, 42);
}
END_TEST

START_TEST(names_are_made_as_they_are_read)
{
	AUTO_FREE char *vf = name_print("gpus.0000:41:00.0", 17, NULL),
		       *driver = name_print("nic0", 0, "driver"), *own = name_print("nic0", -1, "driver"),
		       *device = name_print("nic0", -1, NULL);
	int64_t number;

	ck_assert_str_eq(vf, "gpus.0000:41:00.0.vf.17");
	ck_assert(name_vf(vf, &number) && number == 17);
	ck_assert_str_eq(driver, "nic0.vf.0.driver");
	ck_assert_str_eq(own, "nic0.driver");
	ck_assert_str_eq(device, "nic0");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_name_begins_with_its_device);
	tcase_add_test(tests, other_words_are_the_devices_own);
	tcase_add_test(tests, a_vf_has_a_number);
	tcase_add_test(tests, no_other_name_is_a_vfs);
	tcase_add_test(tests, names_are_made_as_they_are_read);
}

int main(void)
{
	return suite_run("name_device", tests_add);
}

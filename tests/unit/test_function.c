/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one PCI function says of itself. */
#include "../../src/host/function.h"
#include "identify.h"
#include "suite.h"

START_TEST(numbers_are_read_as_the_kernel_writes_them)
{
	struct survey survey = { 0 };
	struct function *function = survey_add(&survey, "0000:17:00.0");
	int64_t number = 7;

	function_set(function, A_VENDOR, "0x19e5");
	function_set(function, A_NUMA, "-1");
	function_set(function, A_VF_DEVICE, "10ca");
	function_set(function, A_STRIDE, "");
	function_set(function, A_OFFSET, "8 or so");
	ck_assert_int_eq(function_number(function, A_STRIDE, &number), -1);
	ck_assert_int_eq(function_number(function, A_OFFSET, &number), -1);
	ck_assert_int_eq(function_number(function, A_DEVICE, &number), -1);
	ck_assert_int_eq(number, 7);
	ck_assert_int_eq(function_number(function, A_VENDOR, &number), 0);
	ck_assert_int_eq(number, 0x19e5);
	ck_assert_int_eq(function_number(function, A_NUMA, &number), 0);
	ck_assert_int_eq(number, -1);
	ck_assert_int_eq(function_number(function, A_VF_DEVICE, &number), 0);
	ck_assert_int_eq(number, 0x10ca);
	survey_free(&survey);
}
END_TEST

START_TEST(only_a_value_has_text)
{
	struct survey survey = { 0 };
	struct function *function = survey_add(&survey, "0000:17:00.0");

	ck_assert_ptr_null(function_text(function, A_DRIVER));
	function_set(function, A_DRIVER, "../../bus/pci/drivers/nvme");
	ck_assert_str_eq(function_link(function, A_DRIVER), "nvme");
	function_set(function, A_DRIVER, NULL);
	ck_assert_int_eq(function->attr[A_DRIVER].is, R_ABSENT);
	ck_assert_ptr_null(function_link(function, A_DRIVER));
	function_set(function, A_DRIVER, "nvme");
	ck_assert_str_eq(function_link(function, A_DRIVER), "nvme");
	survey_free(&survey);
}
END_TEST

START_TEST(the_bridge_path_starts_at_the_root_port)
{
	static const struct {
		const char *path, *expected;
	} rows[] = {
		{ "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.0", "0000:16:00.0/00.0" },
		{ "../../../devices/pci0000:30/0000:30:04.0", "0000:30:04.0" },
		{ "../../../devices/pci0000:00/0000:00:01.0/0000:01:00.0/0000:02:08.0/0000:17:00.0",
			"0000:00:01.0/00.0/08.0/00.0" },
		{ "../../../devices/platform/soc/1000.pcie/pci0001:00/0001:00:00.0/0001:17:00.0",
			"0001:00:00.0/00.0" },
		{ "../../../devices/pci0000:00/0000:00:0e.0/pci10000:e0/10000:e0:06.0/10000:17:00.0",
			"0000:00:0e.0/06.0/00.0" },
	};
	struct survey survey = { 0 };
	struct function *function = survey_add(&survey, "0000:17:00.0");

	ck_assert_ptr_null(function_bridge_path(function));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		function_set(function, A_PATH, rows[i].path);
		AUTO_FREE char *path = function_bridge_path(function);
		ck_assert_str_eq(path, rows[i].expected);
	}
	survey_free(&survey);
}
END_TEST

START_TEST(the_directory_is_where_the_link_leads)
{
	static const struct {
		const char *path, *expected;
	} rows[] = {
		{ NULL, "sys/bus/pci/devices/0000:17:00.0" },
		{ "../../../devices/pci0000:16/0000:17:00.0", "sys/devices/pci0000:16/0000:17:00.0" },
		{ "../0000:17:00.0", "sys/bus/pci/devices/0000:17:00.0" },
		{ "../../../../etc", "sys/bus/pci/devices/0000:17:00.0" },
	};
	struct survey survey = { 0 };
	struct function *function = survey_add(&survey, "0000:17:00.0");

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		function_set(function, A_PATH, rows[i].path);
		AUTO_FREE char *directory = function_directory(function);
		ck_assert_str_eq(directory, rows[i].expected);
	}
	survey_free(&survey);
}
END_TEST

START_TEST(a_vf_belongs_to_one_pf)
{
	struct survey survey = { 0 };
	struct function *pf = survey_add(&survey, "0000:17:00.0"),
			*other = survey_add(&survey, "0000:18:00.0");
	struct function *vf = survey_add(&survey, "0000:17:01.0");
	AUTO_FREE char *alone = function_device(vf);

	survey_link_virtfn(pf, 3, vf);
	ck_assert_uint_eq(pf->n_virtfn, 4);
	ck_assert_ptr_null(pf->virtfn[0]);
	ck_assert_ptr_eq(pf->virtfn[3], vf);
	ck_assert_ptr_eq(vf->physfn, pf);
	AUTO_FREE char *device = function_device(vf);
	ck_assert_str_eq(alone, "0000:17:01");
	ck_assert_str_eq(device, "0000:17:00");
	survey_link_virtfn(other, 0, vf);
	ck_assert_uint_eq(pf->n_virtfn, 0);
	ck_assert_ptr_eq(vf->physfn, other);
	survey_link_virtfn(other, 0, pf);
	ck_assert_ptr_null(vf->physfn);
	ck_assert_ptr_eq(other->virtfn[0], pf);
	survey_free(&survey);
}
END_TEST

START_TEST(what_may_be_a_network_controller_is_taken_for_one)
{
	struct survey survey = { 0 };
	struct function *function = survey_add(&survey, "0000:17:00.0");

	ck_assert(function_is_network(function));
	function_set(function, A_CLASS, "0x020700");
	ck_assert(function_is_network(function));
	function_set(function, A_CLASS, "0x120000");
	ck_assert(!function_is_network(function));
	identify(function, I_NETDEV, "eth0");
	ck_assert(function_is_network(function));
	survey_free(&survey);
}
END_TEST

START_TEST(stubs_drive_nothing)
{
	ck_assert(driver_is_stub("vfio-pci"));
	ck_assert(driver_is_stub("pci-stub"));
	ck_assert(!driver_is_stub("pci-pf-stub")); /* it is there to make VFs: drivers/pci/pci-pf-stub.c */
	ck_assert(!driver_is_stub("igb"));
	ck_assert(!driver_is_stub(NULL));
}
END_TEST

START_TEST(variants_of_vfio_pci_are_known_by_their_name)
{
	ck_assert(driver_is_vfio("vfio-pci"));
	ck_assert(driver_is_vfio("mlx5_vfio_pci"));
	ck_assert(driver_is_vfio("pds-vfio-pci"));
	ck_assert(!driver_is_vfio("vfio-pci-core"));
	ck_assert(!driver_is_vfio(NULL));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, numbers_are_read_as_the_kernel_writes_them);
	tcase_add_test(tests, only_a_value_has_text);
	tcase_add_test(tests, the_bridge_path_starts_at_the_root_port);
	tcase_add_test(tests, the_directory_is_where_the_link_leads);
	tcase_add_test(tests, a_vf_belongs_to_one_pf);
	tcase_add_test(tests, what_may_be_a_network_controller_is_taken_for_one);
	tcase_add_test(tests, stubs_drive_nothing);
	tcase_add_test(tests, variants_of_vfio_pci_are_known_by_their_name);
}

int main(void)
{
	return suite_run("function", tests_add);
}

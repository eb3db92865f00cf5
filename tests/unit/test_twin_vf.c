/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Settings of the twin's VFs: what a driver takes, what it refuses, what a mode of its switch changes. */
#include "eswitch.h"
#include "suite.h"
#include "twin_world.h"
#include "vf.h"

static struct twin *twin;
static struct function *pf;

static void reading_set(struct reading *reading, const char *text)
{
	free(reading->text);
	*reading = (struct reading){ .is = R_VALUE, .text = string_copy(text) };
}

/* igb with an interface and two VFs. */
static void start(void)
{
	twin = twin_make_with(NULL);
	pf = survey_function(twin_world(twin), IGB);
	reading_set(&pf->identity[I_NETDEV], "eth0");
	ck_assert_int_eq(twin_write(twin, NUMVFS, "2"), 0);
}

static void stop(void)
{
	host_free(twin_host(twin));
}

static const char *value_of(size_t vf, enum vf_setting setting)
{
	return pf->virtfn[vf]->setting[setting].text;
}

/* The errno of a setting; what is said with it is in `said`. */
static int set(const char *setting, const char *value, char **ret_said)
{
	AUTO_FREE char *path = text_print(NETLINK_VFS IGB "/0/%s", setting);
	const struct op op = {
		.verb = OP_NETLINK, .path = path, .in = value, .in_len = strlen(value), .deadline_ns = SECONDS
	};
	struct done done;
	int err = host_do(twin_host(twin), &op, &done);

	if (ret_said)
		*ret_said = string_copy(done.data);
	done_free(&done);
	return err;
}

START_TEST(a_new_vf_has_what_its_driver_gives_it)
{
	ck_assert_str_eq(value_of(0, VF_TRUST), "false");
	ck_assert_str_eq(value_of(0, VF_VLAN), "0 qos 0");
	ck_assert_str_eq(value_of(1, VF_SPOOFCHK), "true");
	ck_assert_str_eq(value_of(1, VF_RATE), "min 0 max 0");
}
END_TEST

START_TEST(what_is_set_is_there_and_goes_with_the_vf)
{
	ck_assert_int_eq(set("vlan", "7 qos 1", NULL), 0);
	ck_assert_int_eq(set("mac", "02:00:00:00:00:07", NULL), 0);
	ck_assert_str_eq(value_of(0, VF_VLAN), "7 qos 1");
	ck_assert_str_eq(value_of(1, VF_VLAN), "0 qos 0");
	ck_assert_int_eq(twin_write(twin, NUMVFS, "0"), 0);
	ck_assert_int_eq(twin_write(twin, NUMVFS, "1"), 0);
	ck_assert_str_eq(value_of(0, VF_VLAN), "0 qos 0");
}
END_TEST

START_TEST(igb_refuses_what_its_source_refuses)
{
	static const struct {
		const char *setting, *value;
		int error;
	} cases[] = {
		{ "link_state", "enable", EOPNOTSUPP },
		{ "mac", "01:00:00:00:00:07", EINVAL },
		{ "rate", "min 1 max 10", EINVAL },
		{ "rate", "min 0 max 1001", EINVAL },
		{ "rate", "min 0 max 1000", 0 },
		{ "vlan", "4095 qos 0", 0 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		AUTO_FREE char *said = NULL;

		ck_assert_int_eq(set(cases[i].setting, cases[i].value, &said), cases[i].error);
		if (cases[i].error)
			ck_assert_str_eq(said, "sys/class/net/eth0\n");
	}
	function_set(pf, A_DEVICE, "0x1521");
	ck_assert_int_eq(set("rate", "min 0 max 100", NULL), EOPNOTSUPP);
}
END_TEST

START_TEST(mlx5_keeps_mac_and_rate_alone_in_switchdev)
{
	function_set(pf, A_DRIVER, "../../../../bus/pci/drivers/mlx5_core");
	reading_set(&pf->identity[I_ESWITCH], ESWITCH_LEGACY);
	ck_assert_int_eq(set("vlan", "7 qos 0", NULL), 0);
	ck_assert_int_eq(twin_write(twin, ESWITCH_PCI IGB ESWITCH_MODE_OF, ESWITCH_SWITCHDEV), 0);
	ck_assert_str_eq(value_of(0, VF_LINK_STATE), "disable");
	ck_assert_str_eq(value_of(0, VF_VLAN), "7 qos 0");
	ck_assert_int_eq(set("vlan", "8 qos 0", NULL), EOPNOTSUPP);
	ck_assert_int_eq(set("vlan", "0 qos 0", NULL), 0);
	ck_assert_int_eq(set("trust", "true", NULL), EOPNOTSUPP);
	ck_assert_int_eq(set("mac", "02:00:00:00:00:07", NULL), 0);
	ck_assert_int_eq(twin_write(twin, ESWITCH_PCI IGB ESWITCH_MODE_OF, ESWITCH_LEGACY), 0);
	ck_assert_str_eq(value_of(0, VF_LINK_STATE), "auto");
	ck_assert_int_eq(set("trust", "true", NULL), 0);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, a_new_vf_has_what_its_driver_gives_it);
	tcase_add_test(tests, what_is_set_is_there_and_goes_with_the_vf);
	tcase_add_test(tests, igb_refuses_what_its_source_refuses);
	tcase_add_test(tests, mlx5_keeps_mac_and_rate_alone_in_switchdev);
}

int main(void)
{
	return suite_run("twin_vf", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What apply asks on a terminal, and what becomes of the answer. */
#include "cli.h"
#include "suite.h"
#include "twin.h"
#include <stdlib.h>
#include <string.h>

static struct twin *twin;
static char *out, *err;
static char name[] = "/tmp/pawl-ask-XXXXXX";

static struct host *open_twin(const struct world *world, const char *root, struct report *report)
{
	(void)root, (void)report;
	return twin_host(world->data);
}

static void leave_twin(const struct world *world, struct host *host)
{
	(void)world, (void)host;
}

/* A physical function with two VFs that a guest's driver has. */
static void world_make(struct survey *world)
{
	struct function *pf = survey_add(world, "0000:17:00.0");

	world->machine[M_HOSTNAME] = (struct reading){ .is = R_VALUE, .text = string_copy("kp001") };
	function_set(pf, A_DRIVER, "../../../bus/pci/drivers/hisdk3");
	function_set(pf, A_TOTALVFS, "4");
	function_set(pf, A_NUMVFS, "2");
	function_set(pf, A_AUTOPROBE, "0");
	for (size_t i = 0; i < 2; i++) {
		AUTO_FREE char *address = text_print("0000:17:00.%zu", 1 + i);
		struct function *vf = survey_add(world, address);

		function_set(vf, A_DRIVER, "../../../bus/pci/drivers/vfio-pci");
		survey_link_virtfn(pf, i, vf);
	}
}

static void start(void)
{
	static const char wish[] = "pawl: 1\nhosts:\n  kp001:\n    devices:\n"
				   "      nic0: {select: {pci: \"0000:17:00.0\"}, vfs: {count: 0}}\n";
	struct survey world = { 0 };
	int fd = mkstemp(name);
	FILE *file = fdopen(fd, "we");

	world_make(&world);
	twin = twin_new(&world, NULL);
	ck_assert_int_ge(fputs(wish, file), 0);
	fclose(file);
}

static void stop(void)
{
	host_free(twin_host(twin));
	free(out), free(err);
	out = err = NULL;
	remove(name);
	strcpy(name + strlen(name) - 6, "XXXXXX");
}

static int apply_with(const char *options[2], char *answer)
{
	char *words[] = { (char *)"pawl", (char *)"apply", name, (char *)options[0], (char *)options[1],
		NULL };
	size_t out_length, err_length;
	struct world world = { .in = fmemopen(answer, strlen(answer), "r"),
		.out = open_memstream(&out, &out_length),
		.err = open_memstream(&err, &err_length),
		.terminal = true,
		.root = true,
		.open_host = open_twin,
		.close_host = leave_twin,
		.data = twin };
	int code;

	free(out), free(err);
	code = pawl_main(&world, options[0] ? 5 : 3, words);
	fclose(world.in), fclose(world.out), fclose(world.err);
	return code;
}

static int apply(char *answer)
{
	return apply_with((const char *[2]){ 0 }, answer);
}

static const char *count_now(void)
{
	return function_text(survey_function(twin_world(twin), "0000:17:00.0"), A_NUMVFS);
}

START_TEST(the_question_names_the_host_and_what_disrupts)
{
	ck_assert_int_eq(apply((char *)"no\n"), FAILED);
	ck_assert_ptr_nonnull(strstr(err, "Apply this step to kp001, which disrupts? Only yes is taken: "));
	ck_assert_ptr_nonnull(strstr(err, "Nothing was changed.\n"));
	ck_assert_ptr_nonnull(strstr(out, "affects  0000:17:00.[1-2] (vfio-pci) go away\n"));
	ck_assert_str_eq(count_now(), "2");
}
END_TEST

START_TEST(only_yes_is_taken)
{
	ck_assert_int_eq(apply((char *)"y\n"), FAILED);
	ck_assert_str_eq(count_now(), "2");
	ck_assert_int_eq(apply((char *)"yes\n"), FINE);
	ck_assert_str_eq(count_now(), "0");
}
END_TEST

static const char *patient[2] = { "--lock-timeout", "1000" };

START_TEST(who_waits_for_another_run_can_be_stopped)
{
	twin_hold(twin, "host", "somebody");
	twin_interrupt(twin, 2);
	ck_assert_int_eq(apply_with(patient, (char *)"yes\n"), FAILED);
	ck_assert_ptr_nonnull(strstr(err, "host: waits for its lock, which somebody has"));
	ck_assert_ptr_nonnull(strstr(err, "asked to stop while another run was waited for [interrupted]"));
	ck_assert_str_eq(count_now(), "2");
}
END_TEST

/* The device is somebody's from the moment on at which the journal says that the run begins. */
static bool stopped_while_waiting(uint64_t interrupt_at)
{
	const struct strike hold = { .fault = FAULT_MEANWHILE,
		.at_write = "*/journal",
		.path = "device/0000:17:00",
		.value = "somebody",
		.hold = true };

	twin_set_fault(twin, &hold);
	twin_interrupt(twin, interrupt_at);
	ck_assert_int_ne(apply_with(patient, (char *)"yes\n"), FINE);
	ck_assert_str_eq(count_now(), "2");
	return strstr(err, "nic0.vfs: waits for its lock, which somebody has") &&
	       strstr(err, "[asked-to-stop]") && !strstr(err, "[device-locked]");
}

START_TEST(who_waits_for_a_device_can_be_stopped)
{
	unsigned stopped = 0;

	for (uint64_t at = 1; at < 60; at++) {
		stopped += stopped_while_waiting(at);
		stop();
		start();
	}
	ck_assert_uint_ge(stopped, 1);
}
END_TEST

/* What the machine's log has heard; the caller frees it. */
static char *twin_log(void)
{
	struct done done;

	host_do(twin_host(twin), &(struct op){ .verb = OP_READ, .path = "var/log/messages" }, &done);
	return done.data;
}

START_TEST(the_log_hears_of_a_run)
{
	static const char *noted[2] = { "--note", "ticket-4711" }, *elsewhere[2] = { "--root", "/mnt" };
	AUTO_FREE char *none = NULL, *two = NULL, *still = NULL;

	ck_assert_int_eq(apply((char *)"no\n"), FAILED);
	ck_assert_str_eq(none = twin_log(), "");
	ck_assert_int_eq(apply_with(noted, (char *)"yes\n"), FINE);
	ck_assert_ptr_nonnull(two = twin_log());
	ck_assert_ptr_nonnull(strstr(two, " begins, 1 step; note: ticket-4711\n"));
	ck_assert_ptr_nonnull(strstr(two, " ended: fine, 1 of 1 step done; note: ticket-4711\n"));
	twin_write(twin, "sys/bus/pci/devices/0000:17:00.0/sriov_numvfs", "1");
	ck_assert_int_eq(apply_with(elsewhere, (char *)"yes\n"), FINE);
	ck_assert_str_eq(count_now(), "0");
	ck_assert_str_eq(still = twin_log(), two);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, the_question_names_the_host_and_what_disrupts);
	tcase_add_test(tests, only_yes_is_taken);
	tcase_add_test(tests, the_log_hears_of_a_run);
	tcase_add_test(tests, who_waits_for_another_run_can_be_stopped);
	tcase_add_test(tests, who_waits_for_a_device_can_be_stopped);
}

int main(void)
{
	return suite_run("cmd_apply", tests_add);
}

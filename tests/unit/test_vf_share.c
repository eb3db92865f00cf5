/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps by which the controllers of a drive's VFs come to what is wished. */
#include "kind.h"
#include "share.h"
#include "suite.h"
#include "survey.h"

#define PF "0000:17:00.0"

static struct survey survey;
static struct state want, have;
static struct report report;
static struct plan plan;

static void setting(struct function *vf, enum vf_setting which, const char *text)
{
	reading_free(&vf->setting[which]);
	vf->setting[which] = (struct reading){ .is = R_VALUE, .text = string_copy(text) };
}

/* A VF as its primary controller tells of it. */
static struct function *vf_add(size_t number, const char *queues, const char *interrupts, const char *online)
{
	AUTO_FREE char *address = text_print("0000:17:00.%zu", number + 1);
	struct function *vf = survey_add(&survey, address), *pf = survey_function(&survey, PF);
	AUTO_FREE char *count = text_print("%zu", number + 1);

	survey_link_virtfn(pf, number, vf);
	function_set(vf, A_DRIVER, NULL);
	function_set(vf, A_OVERRIDE, "");
	function_set(pf, A_NUMVFS, count);
	setting(vf, VF_QUEUES, queues);
	setting(vf, VF_INTERRUPTS, interrupts);
	setting(vf, VF_ONLINE, online);
	return vf;
}

static void setup(void)
{
	struct function *pf = survey_add(&survey, PF);

	function_set(pf, A_DRIVER, "../drivers/nvme");
	function_set(pf, A_TOTALVFS, "4");
	function_set(pf, A_NUMVFS, "0");
	function_set(pf, A_AUTOPROBE, "1");
}

static void teardown(void)
{
	plan_free(&plan);
	state_free(&want);
	state_free(&have);
	survey_free(&survey);
	report_free(&report);
}

static void row(const struct field *fields, size_t at, void *body, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(fields, at, body, text, &why), 0);
}

/* "ssd0" with so many VFs; interrupts NULL: they are left open. */
static void wish(const char *count, const char *queues, const char *interrupts)
{
	struct resource *device = state_add(&want, &kind_device, "ssd0", NULL);
	struct resource *pool = state_add(&want, &kind_vf_pool, "ssd0.vfs", device);
	struct resource *nvme = state_add(&want, &kind_nvme, "ssd0.nvme", device);

	row(kind_device.fields, DEVICE_ADDRESS, device->body, PF);
	row(kind_vf_pool.fields, POOL_COUNT, pool->body, count);
	row(kind_nvme.fields, NVME_QUEUES, nvme->body, queues);
	if (interrupts)
		row(kind_nvme.fields, NVME_INTERRUPTS, nvme->body, interrupts);
	kind_nvme.derive(nvme, &survey, &want);
}

/* The changes of that kind stand together in the plan. */
static void steps_add(const struct kind *kind)
{
	struct changes own = { .all = plan.changes.all };

	while (own.all < plan.changes.all + plan.changes.n && own.all->want->kind != kind)
		own.all++;
	while (own.all + own.n < plan.changes.all + plan.changes.n && own.all[own.n].want->kind == kind)
		own.n++;
	if (own.n > 0)
		kind->steps(&own, &survey, &plan);
}

/* "0 vf_queues 0 8" a line: which VF, what, from what to what. */
static char *steps_of_shares(void)
{
	struct text text = { 0 };

	for (size_t i = 0; i < want.n; i++) {
		const struct resource *wish = want.all[i];
		struct resource *seen = state_add(&have, wish->kind, wish->name, NULL);

		if (wish->kind == &kind_vf_share || wish->kind == &kind_vf_pool)
			ck_assert_int_eq(wish->kind->observe(&survey, wish, seen, &report), 0);
	}
	plan.want = &want;
	changes_compare(&have, &want, &plan.changes);
	steps_add(&kind_vf_pool);
	steps_add(&kind_vf_share);
	for (size_t i = 0; i < plan.n; i++)
		text_addf(&text, "%s %s %s>%s\n", plan.steps[i]->object, plan.steps[i]->knob->name,
			plan.steps[i]->before, plan.steps[i]->after);
	return text_take(&text);
}

START_TEST(nothing_is_done_for_a_vf_that_has_it_all)
{
	vf_add(0, "8", "4", "true");
	wish("1", "8", "4");
	AUTO_FREE char *steps = steps_of_shares();
	ck_assert_str_eq(steps, "");
}
END_TEST

START_TEST(a_controller_that_is_online_goes_offline_for_other_resources)
{
	vf_add(0, "8", "4", "true");
	wish("1", "6", NULL);
	AUTO_FREE char *steps = steps_of_shares();
	ck_assert_str_eq(steps, "ssd0.vf.0 vf_online true>false\n"
				"ssd0.vf.0 vf_queues 0>6\n"
				"ssd0.vf.0 vf_interrupts 0>4\n"
				"ssd0.vf.0 vf_online false>true\n");
	ck_assert(plan.steps[0]->flags & STEP_DISRUPTIVE);
	ck_assert_uint_eq(plan.steps[0]->n_besides, 2);
	ck_assert_ptr_eq(plan.steps[0]->besides[0].knob, &knob_vf_queues);
	ck_assert_str_eq(plan.steps[0]->besides[0].before, "8");
	ck_assert_str_eq(plan.steps[0]->besides[1].before, "4");
	ck_assert_str_eq(plan.steps[0]->besides[1].after, "0");
	ck_assert_uint_eq(plan.steps[0]->n_effects, 1);
	ck_assert_int_eq(plan.steps[0]->effects[0].kind, EFFECT_DISK_LOST);
	ck_assert_int_eq(plan.steps[0]->effects[0].how, MAY); /* no driver has it, and somebody may */
}
END_TEST

START_TEST(one_that_is_offline_gets_what_it_lacks)
{
	vf_add(0, "8", "0", "false");
	vf_add(1, "0", "0", "false");
	wish("2", "8", "4");
	AUTO_FREE char *steps = steps_of_shares();
	ck_assert_str_eq(steps, "ssd0.vf.0 vf_interrupts 0>4\n"
				"ssd0.vf.1 vf_queues 0>8\n"
				"ssd0.vf.1 vf_interrupts 0>4\n"
				"ssd0.vf.0 vf_online false>true\n"
				"ssd0.vf.1 vf_online false>true\n");
	ck_assert_ptr_eq(plan.steps[3]->needs[0].on, plan.steps[0]);
	ck_assert_ptr_eq(plan.steps[4]->needs[0].on, plan.steps[2]);
}
END_TEST

/* Else the drive may have too few in between. */
START_TEST(what_is_given_back_comes_before_what_is_taken)
{
	vf_add(0, "2", "2", "true");
	vf_add(1, "6", "2", "false");
	wish("2", "4", "2");
	AUTO_FREE char *steps = steps_of_shares();
	ck_assert_str_eq(steps, "ssd0.vf.0 vf_online true>false\n"
				"ssd0.vf.1 vf_queues 6>4\n"
				"ssd0.vf.0 vf_queues 0>4\n"
				"ssd0.vf.0 vf_interrupts 0>2\n"
				"ssd0.vf.0 vf_online false>true\n"
				"ssd0.vf.1 vf_online false>true\n");
}
END_TEST

START_TEST(a_vf_that_is_yet_to_be_made_comes_after_its_making)
{
	wish("1", "8", NULL);
	AUTO_FREE char *steps = steps_of_shares();
	ck_assert_str_eq(steps, "ssd0.vfs autoprobe 1>0\n"
				"ssd0.vfs numvfs 0>1\n"
				"ssd0.vfs autoprobe 0>1\n"
				"ssd0.vf.0 vf_queues >8\n"
				"ssd0.vf.0 vf_online >true\n");
	ck_assert_ptr_eq(plan.steps[3]->needs[0].on, plan.steps[1]);
	ck_assert_uint_eq(plan.steps[2]->n_needs, 2); /* drivers come by themselves once it is online */
	ck_assert_ptr_eq(plan.steps[2]->needs[1].on, plan.steps[4]);
}
END_TEST

/* From one number to another all of them are made anew. */
START_TEST(another_number_of_vfs_has_nothing)
{
	vf_add(0, "8", "4", "true");
	wish("2", "8", "4");
	AUTO_FREE char *steps = steps_of_shares();
	ck_assert_ptr_nonnull(strstr(steps, "ssd0.vf.0 vf_queues >8\nssd0.vf.0 vf_interrupts >4\n"));
	ck_assert_ptr_null(strstr(steps, "true>false"));
}
END_TEST

START_TEST(a_driver_of_the_host_lets_go_and_comes_back)
{
	struct function *vf = vf_add(0, "8", "4", "true");

	function_set(vf, A_DRIVER, "../drivers/nvme");
	wish("1", "6", NULL);
	AUTO_FREE char *steps = steps_of_shares();
	ck_assert_str_eq(steps, "ssd0.vf.0 driver nvme>\n"
				"ssd0.vf.0 vf_online true>false\n"
				"ssd0.vf.0 vf_queues 0>6\n"
				"ssd0.vf.0 vf_interrupts 0>4\n"
				"ssd0.vf.0 vf_online false>true\n"
				"ssd0.vf.0 driver >nvme\n");
	ck_assert_int_eq(plan.steps[0]->effects[0].kind, EFFECT_DRIVER_LOST);
	ck_assert_str_eq(plan.steps[0]->target, vf->address);
}
END_TEST

START_TEST(vfio_stays_and_whoever_has_it_loses_a_disk)
{
	struct function *vf = vf_add(0, "8", "4", "true");

	function_set(vf, A_DRIVER, "../drivers/vfio-pci");
	wish("1", "6", "4");
	AUTO_FREE char *steps = steps_of_shares();
	ck_assert_ptr_eq(strstr(steps, "driver"), NULL);
	ck_assert_uint_eq(plan.steps[0]->n_effects, 1);
	ck_assert_int_eq(plan.steps[0]->effects[0].kind, EFFECT_DISK_LOST);
	ck_assert_int_eq(plan.steps[0]->effects[0].how, WILL);
	ck_assert_str_eq(plan.steps[0]->effects[0].object, vf->address);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, nothing_is_done_for_a_vf_that_has_it_all);
	tcase_add_test(tests, a_controller_that_is_online_goes_offline_for_other_resources);
	tcase_add_test(tests, one_that_is_offline_gets_what_it_lacks);
	tcase_add_test(tests, what_is_given_back_comes_before_what_is_taken);
	tcase_add_test(tests, a_vf_that_is_yet_to_be_made_comes_after_its_making);
	tcase_add_test(tests, another_number_of_vfs_has_nothing);
	tcase_add_test(tests, a_driver_of_the_host_lets_go_and_comes_back);
	tcase_add_test(tests, vfio_stays_and_whoever_has_it_loses_a_disk);
}

int main(void)
{
	return suite_run("vf_share", tests_add);
}

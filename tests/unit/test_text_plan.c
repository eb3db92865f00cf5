/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan as people read it: folding, symbols, and the words of what is not plainly safe. */
#include "../../src/cli/fold.h"
#include "../../src/cli/text_step.h"
#include "suite.h"
#include <string.h>

static struct plan plan;
static struct state want, have;
static struct change change; /* of nic0.vfs: 0 wanted at host.yaml:9:15, 8 found */
static struct text text;

static struct source source = { .name = (char *)"host.yaml" };

static struct resource *pool_add(struct state *state, const struct resource *device, const char *count)
{
	struct resource *pool = state_add(state, &kind_vf_pool, "nic0.vfs", device);
	AUTO_TEXT struct text why = { 0 };

	pool->at = (struct place){ .source = &source, .line = 9, .column = 15 };
	ck_assert_int_eq(field_parse(kind_vf_pool.fields, POOL_COUNT, pool->body, count, &why), 0);
	return pool;
}

static void start(void)
{
	struct resource *device = state_add(&want, &kind_device, "nic0", NULL);
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(
		field_parse(kind_device.fields, DEVICE_ADDRESS, device->body, "0000:17:00.0", &why), 0);
	change = (struct change){ .want = pool_add(&want, device, "0"),
		.have = pool_add(&have, NULL, "8"),
		.differs = 1 << POOL_COUNT };
	plan.changes.all = memory_grow(plan.changes.all, plan.changes.n, sizeof(change));
	plan.changes.all[plan.changes.n++] = change;
}

/* The other way round: 8 wanted, none found. */
static void wish_for_eight(void)
{
	struct pool_body *wish = change.want->body, *found = change.have->body;

	wish->count = 8;
	found->count = 0;
}

static void stop(void)
{
	plan_free(&plan);
	state_free(&want);
	state_free(&have);
	text_free(&text);
	plan = (struct plan){ 0 };
	want = have = (struct state){ 0 };
}

static struct step *add(const struct knob *knob, const char *object, const char *before, const char *after)
{
	return plan_add(&plan, &(struct step){ .knob = knob,
				       .target = (char *)"0000:17:00.0",
				       .before = (char *)before,
				       .after = (char *)after,
				       .object = (char *)object,
				       .lock = (char *)"0000:17:00",
				       .why = &change });
}

/* Override and driver of VFs first to last, as the kind makes them. */
static void add_vfs(int first, int last, const char *driver)
{
	for (int i = first; i <= last; i++) {
		AUTO_FREE char *object = text_print("nic0.vf.%d", i);

		add(&knob_override, object, "", driver)->batch = (char *)"nic0.vf";
		add(&knob_driver, object, "", driver)->batch = (char *)"nic0.vf";
	}
}

static const char *print(void)
{
	const struct survey survey = { 0 };

	strcpy(plan.id, "7f3a91c2deadbeef");
	text_free(&text);
	plan_print(&plan, &(struct plan_look){ .host = "kp\033[31m1", .survey = &survey }, &text);
	return text_string(&text);
}

START_TEST(a_batch_is_one_fold_of_chains)
{
	struct sections sections = { 0 };

	add(&knob_numvfs, "nic0.vfs", "0", "4");
	add_vfs(0, 3, "vfio-pci");
	sections_make(&plan, &sections);
	ck_assert_uint_eq(sections.n, 1);
	ck_assert_uint_eq(sections.all[0].n, 2);
	ck_assert_uint_eq(sections.all[0].folds[0].length, 1);
	ck_assert_uint_eq(sections.all[0].folds[1].length, 2);
	ck_assert_uint_eq(sections.all[0].folds[1].n, 4);
	fold_print_numbers(&sections.all[0].folds[1], &text);
	ck_assert_str_eq(text_string(&text), "2-9");
	sections_free(&sections);
}
END_TEST

START_TEST(what_differs_has_its_own_line)
{
	struct sections sections = { 0 };
	struct fold *folds;

	add_vfs(0, 1, "vfio-pci");
	add_vfs(2, 2, "none");
	add_vfs(3, 4, "vfio-pci");
	sections_make(&plan, &sections);
	ck_assert_uint_eq(sections.all[0].n, 2);
	folds = sections.all[0].folds;
	fold_print_numbers(&folds[0], &text);
	text_add(&text, " ");
	fold_print_object(&folds[0], &text);
	text_add(&text, " ");
	fold_print_object(&folds[1], &text);
	ck_assert_str_eq(text_string(&text), "1-4,7-10 nic0.vf.[0-1,3-4] nic0.vf.2");
	sections_free(&sections);
}
END_TEST

START_TEST(steps_without_a_batch_never_fold)
{
	struct sections sections = { 0 };

	add(&knob_override, "nic0", "", "x");
	add(&knob_override, "nic1", "", "x");
	sections_make(&plan, &sections);
	ck_assert_uint_eq(sections.all[0].n, 2);
	sections_free(&sections);
}
END_TEST

START_TEST(what_was_left_on_a_device_goes_by_its_lock)
{
	struct sections sections = { 0 };

	add(&knob_numvfs, "nic0.vfs", "0", "4");
	add(&knob_numvfs, "ssd0.vfs", "0", "4");
	plan.steps[1]->lock = (char *)"0000:a1:00";
	plan.steps[0]->why = plan.steps[1]->why = NULL;
	sections_make(&plan, &sections);
	ck_assert_uint_eq(sections.n, 2);
	ck_assert_ptr_eq(sections.all[1].first, plan.steps[1]);
	ck_assert_uint_eq(plan_count(&plan).devices, 2);
	sections_free(&sections);
}
END_TEST

START_TEST(a_plan_is_read_at_one_glance)
{
	struct step *off = add(&knob_autoprobe, "nic0.vfs", "1", "0");
	struct step *count = add(&knob_numvfs, "nic0.vfs", "0", "8");
	struct step *on = add(&knob_autoprobe, "nic0.vfs", "0", "1");

	wish_for_eight();
	off->guard_of = count;
	count->flags = STEP_VF_COUNT | STEP_SLOW;
	step_needs(on, count, AFTER_TRIED);
	on->restores = off;
	add_vfs(0, 7, "vfio-pci");
	ck_assert_str_eq(print(),
		"Plan 7f3a91c2 for kp\\x1b[31m1: 19 steps on 1 device\n"
		"\n"
		"nic0  0000:17:00.0\n"
		"   ~    1  nic0.vfs       autoprobe  1 -> 0                   only until step 3\n"
		"   +    2  nic0.vfs       numvfs     0 -> 8\n"
		"   ~    3  nic0.vfs       autoprobe  0 -> 1                   puts back step 1\n"
		"   ~ 4-19  nic0.vf.[0-7]  override   (not set) -> vfio-pci\n"
		"   ~                      driver     (no driver) -> vfio-pci\n"
		"\n"
		"1 to create (8 VFs), 0 to change, 0 to delete; nothing irreversible, no reboot.\n");
}
END_TEST

START_TEST(what_is_not_plainly_safe_is_explained)
{
	struct step *count = add(&knob_numvfs, "nic0.vfs", "8", "0");

	count->flags = STEP_VF_COUNT | STEP_DISRUPTIVE;
	step_affects(count, EFFECT_DEVICE_GONE, "0000:17:00.2", true);
	step_affects(count, EFFECT_DEVICE_GONE, "0000:17:00.3", true);
	step_affects(count, EFFECT_INTERFACE_LOST, "0000:17:00.3", false);
	ck_assert_str_eq(print(), "Plan 7f3a91c2 for kp\\x1b[31m1: 1 step on 1 device\n"
				  "\n"
				  "nic0  0000:17:00.0\n"
				  "   - 1  nic0.vfs  numvfs  8 -> 0  disrupts\n"
				  "        why      count: 0 wanted, 8 found (host.yaml:9:15)\n"
				  "        affects  0000:17:00.[2-3] go away\n"
				  "        affects  0000:17:00.3 may lose its network interface\n"
				  "        undo     numvfs back to 8\n"
				  "\n"
				  "0 to create, 0 to change, 1 to delete (8 VFs); 1 disrupts; "
				  "nothing irreversible, no reboot.\n");
}
END_TEST

START_TEST(a_folded_chain_is_undone_backwards)
{
	for (int i = 0; i < 2; i++) {
		AUTO_FREE char *object = text_print("nic0.vf.%d", i);
		AUTO_FREE char *address = text_print("0000:17:00.%d", 2 + i);
		struct step *unbind;

		add(&knob_override, object, "", "vfio-pci")->batch = (char *)"nic0.vf";
		unbind = add(&knob_driver, object, "igbvf", "");
		unbind->batch = (char *)"nic0.vf";
		step_affects(unbind, EFFECT_DRIVER_LOST, address, true);
		add(&knob_driver, object, "", "vfio-pci")->batch = (char *)"nic0.vf";
	}
	print();
	ck_assert_ptr_nonnull(strstr(text.bytes, "affects  0000:17:00.[2-3] lose their drivers\n"));
	ck_assert_ptr_nonnull(
		strstr(text.bytes, "undo     driver back to igbvf, override back to (not set)\n"));
	ck_assert_ptr_nonnull(
		strstr(text.bytes, "   ~ 1-6  nic0.vf.[0-1]  override  (not set) -> vfio-pci\n"));
}
END_TEST

START_TEST(what_cannot_be_undone_says_so)
{
	add(&knob_driver, "nic0", "a", "b")->flags = STEP_ONE_WAY;
	add(&knob_driver, "nic0", "b", "c")->flags = STEP_DATA_LOSS;
	add(&knob_driver, "nic0", "c", "d")->flags = STEP_NEEDS_REBOOT;
	print();
	ck_assert_ptr_nonnull(strstr(text.bytes, "  !! 1  nic0  driver  a -> b\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "undo     never: it cannot be taken back\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "   - 2  nic0  driver  b -> c\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "undo     never: the data is gone\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "   @ 3  nic0  driver  c -> d\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "; 1 LOSES DATA; 1 IRREVERSIBLE; 1 reboot.\n"));
}
END_TEST

START_TEST(a_debt_is_told_from_a_wish)
{
	struct step *debt = add(&knob_autoprobe, "0000:17:00.0", "0", "1");

	debt->why = NULL;
	print();
	ck_assert_ptr_nonnull(strstr(text.bytes, "\n0000:17:00.0\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "autoprobe  0 -> 1  pays back what an earlier run left\n"));
}
END_TEST

START_TEST(what_goes_away_names_its_driver)
{
	struct survey survey = { 0 };
	struct step *count = add(&knob_numvfs, "nic0.vfs", "3", "0");

	for (int i = 2; i < 5; i++) {
		AUTO_FREE char *address = text_print("0000:17:00.%d", i);

		function_set(survey_add(&survey, address), A_DRIVER,
			i < 4 ? "../../../../bus/pci/drivers/vfio-pci" : NULL);
		step_affects(count, EFFECT_DEVICE_GONE, address, true);
	}
	strcpy(plan.id, "7f3a91c2deadbeef");
	plan_print(&plan, &(struct plan_look){ .host = "kp001", .survey = &survey }, &text);
	ck_assert_ptr_nonnull(strstr(
		text.bytes, "affects  0000:17:00.[2-3] (vfio-pci), 0000:17:00.4 (no driver) go away\n"));
	survey_free(&survey);
}
END_TEST

START_TEST(each_handle_has_its_section)
{
	struct resource *second = state_add(&want, &kind_device, "nic1", NULL);
	struct change other = { .want = state_add(&want, &kind_vf_pool, "nic1.vfs", second) };

	add(&knob_numvfs, "nic0.vfs", "0", "4");
	add(&knob_numvfs, "nic1.vfs", "0", "4")->why = &other;
	print();
	ck_assert_ptr_nonnull(strstr(text.bytes, ": 2 steps on 2 devices\n\nnic0  0000:17:00.0\n"));
	ck_assert_ptr_nonnull(strstr(text.bytes, "\n\nnic1\n"));
}
END_TEST

START_TEST(a_refused_plan_without_steps_is_no_host_as_wished)
{
	const struct survey survey = { 0 };

	strcpy(plan.id, "7f3a91c2deadbeef");
	plan_print(&plan, &(struct plan_look){ .host = "kp001", .survey = &survey, .refused = true }, &text);
	ck_assert_str_eq(text.bytes, "Plan 7f3a91c2 for kp001: no step is planned, REFUSED\n");
}
END_TEST

START_TEST(pools_come_and_go_and_the_rest_is_set)
{
	struct resource *driver = state_add(&want, &kind_driver, "nic0.vf.0.driver", NULL);

	ck_assert_uint_eq(change_actions(&change), ACTION_DELETE);
	wish_for_eight();
	ck_assert_uint_eq(change_actions(&change), ACTION_CREATE);
	((struct pool_body *)change.have->body)->count = 4;
	ck_assert_uint_eq(change_actions(&change), ACTION_DELETE | ACTION_CREATE);
	ck_assert_uint_eq(change_actions(&(struct change){ .want = driver }), ACTION_UPDATE);
	ck_assert_uint_eq(plan_count(&plan).creates + plan_count(&plan).deletes, 2);
}
END_TEST

START_TEST(nothing_to_do_is_one_line)
{
	ck_assert_str_eq(print(), "Plan 7f3a91c2 for kp\\x1b[31m1: nothing to do, the host is as wished.\n");
}
END_TEST

START_TEST(colour_adds_nothing_but_colour)
{
	const struct survey survey = { 0 };
	AUTO_FREE char *plain = NULL;
	size_t at = 0;

	add_vfs(0, 3, "none");
	plain = string_copy(print());
	text_free(&text);
	plan_print(
		&plan, &(struct plan_look){ .host = "kp\033[31m1", .survey = &survey, .color = true }, &text);
	ck_assert_ptr_nonnull(strchr(text.bytes, '\033'));
	for (const char *byte = text.bytes; *byte; byte++) {
		if (*byte == '\033') {
			byte = strchr(byte, 'm');
			continue;
		}
		ck_assert_int_eq(*byte, plain[at++]);
	}
	ck_assert_int_eq(plain[at], '\0');
}
END_TEST

static const char *target_words(const char *target)
{
	text_free(&text);
	target_print(target, &text);
	return text_string(&text);
}

START_TEST(an_address_that_is_not_known_is_told_in_words)
{
	ck_assert_str_eq(target_words("${nic0.vf.0.address}"), "address of nic0.vf.0");
	ck_assert_str_eq(target_words("at ${nic0.vf.0.address}, then"), "at address of nic0.vf.0, then");
	ck_assert_str_eq(target_words("0000:02:10.0"), "0000:02:10.0");
	ck_assert_str_eq(target_words("${odd"), "${odd");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, an_address_that_is_not_known_is_told_in_words);
	tcase_add_test(tests, a_batch_is_one_fold_of_chains);
	tcase_add_test(tests, what_differs_has_its_own_line);
	tcase_add_test(tests, steps_without_a_batch_never_fold);
	tcase_add_test(tests, what_was_left_on_a_device_goes_by_its_lock);
	tcase_add_test(tests, a_plan_is_read_at_one_glance);
	tcase_add_test(tests, what_is_not_plainly_safe_is_explained);
	tcase_add_test(tests, a_folded_chain_is_undone_backwards);
	tcase_add_test(tests, what_cannot_be_undone_says_so);
	tcase_add_test(tests, a_debt_is_told_from_a_wish);
	tcase_add_test(tests, what_goes_away_names_its_driver);
	tcase_add_test(tests, each_handle_has_its_section);
	tcase_add_test(tests, a_refused_plan_without_steps_is_no_host_as_wished);
	tcase_add_test(tests, pools_come_and_go_and_the_rest_is_set);
	tcase_add_test(tests, nothing_to_do_is_one_line);
	tcase_add_test(tests, colour_adds_nothing_but_colour);
}

int main(void)
{
	return suite_run("text_plan", tests_add);
}

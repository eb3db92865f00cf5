/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Surveys of a machine that somebody changes meanwhile, or that says what cannot be. */
#include "survey_fixture.h"

#define PF  "sys/devices/" PORT "/0000:17:00.0"
#define PF1 "sys/devices/" PORT "/0000:17:00.1"

static struct function *function_of(const char *address)
{
	struct function *function = survey_function(&survey, address);

	ck_assert_ptr_nonnull(function);
	return function;
}

/* As the kernel does it: the functions, the links to them, the count. */
static void add_vf(struct proxy *proxy)
{
	static const struct fake vf = { "0000:17:01.2", PORT, NULL, "(null)", NULL, NULL };

	make_function(&vf);
	make_link(PF, "virtfn2", "../0000:17:01.2");
	make_text(PF "/sriov_numvfs", "3\n");
	proxy->change = NULL;
}

static void remove_vfs(struct proxy *proxy)
{
	static const char *const gone[] = { PF "/virtfn0", PF "/virtfn1", DEVICES "/0000:17:01.0",
		DEVICES "/0000:17:01.1" };

	for (size_t i = 0; i < sizeof(gone) / sizeof(gone[0]); i++)
		ck_assert_int_eq(unlink(below(gone[i])), 0);
	make_text(PF "/sriov_numvfs", "0\n");
	proxy->change = NULL;
}

/* One more VF each time it is read, and none of them in the list. */
static void count_up(struct proxy *proxy)
{
	static const char *const counts[] = { "3\n", "4\n", "5\n", "6\n" };

	ck_assert_uint_lt(proxy->lists, 4);
	make_text(PF "/sriov_numvfs", counts[proxy->lists]);
}

static struct proxy proxy_changing(const char *watched, void (*change)(struct proxy *))
{
	return (struct proxy){ .host = { .ops = &proxy_ops }, .watched = watched, .change = change };
}

/* At each point of a survey. */
static const char *const points[] = { DEVICES, "17:00.0", "17:01.0", "17:00.0/sriov_numvfs",
	"17:00.1/sriov_numvfs" };
enum { N_POINTS = sizeof(points) / sizeof(points[0]) };

START_TEST(vfs_that_appear_are_seen_whole)
{
	struct proxy proxy = proxy_changing(points[_i], add_vf);

	make_machine();
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	ck_assert_uint_eq(report.n, 0);
	ck_assert_uint_eq(survey.n, 7);
	ck_assert_str_eq(function_text(function_of("0000:17:00.0"), A_NUMVFS), "3");
	ck_assert_uint_eq(function_of("0000:17:00.0")->n_virtfn, 3);
	ck_assert_ptr_eq(function_of("0000:17:00.0")->virtfn[2], function_of("0000:17:01.2"));
	ck_assert_str_eq(function_text(function_of("0000:17:01.2"), A_OVERRIDE), "");
	clean();
	host_free(&proxy.host);
}
END_TEST

START_TEST(vfs_that_go_are_gone)
{
	struct proxy proxy = proxy_changing(points[_i], remove_vfs);

	make_machine();
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	ck_assert_uint_eq(report.n, 0);
	ck_assert_uint_eq(survey.n, 4);
	ck_assert_str_eq(function_text(function_of("0000:17:00.0"), A_NUMVFS), "0");
	ck_assert_uint_eq(function_of("0000:17:00.0")->n_virtfn, 0);
	clean();
	host_free(&proxy.host);
}
END_TEST

static void expect_doubt(const char *address, const char *count, const char *links)
{
	const struct function *pf = function_of(address);

	ck_assert_int_eq(pf->attr[A_NUMVFS].is, R_BUSY);
	ck_assert_ptr_nonnull(strstr(pf->attr[A_NUMVFS].text, "VFs is not done"));
	ck_assert_ptr_nonnull(strstr(pf->attr[A_NUMVFS].text, count));
	ck_assert_ptr_nonnull(strstr(pf->attr[A_NUMVFS].text, links));
	ck_assert_int_eq(pf->attr[A_OVERRIDE].is, R_BUSY);
}

START_TEST(what_changes_all_the_time_is_busy)
{
	struct proxy proxy = proxy_changing("17:00.0/sriov_numvfs", count_up);

	make_machine();
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	ck_assert_uint_eq(report.n, 0);
	expect_doubt("0000:17:00.0", "sriov_numvfs read 6", "2 of their links");
	ck_assert_str_eq(function_text(function_of("0000:17:00.1"), A_NUMVFS), "0");
	ck_assert_uint_eq(survey.n, 6);
	/* twice to find out that it changes, then to the end, where the list is read again */
	ck_assert_uint_eq(proxy.lists, 4);
	clean();
	host_free(&proxy.host);
}
END_TEST

/* There is one VF more, or less, than its count says. */
START_TEST(a_count_that_is_not_that_of_the_links_is_busy)
{
	static const char *const counts[] = { "1", "3" };

	make_machine();
	make_text(PF "/sriov_numvfs", counts[_i]);
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	expect_doubt("0000:17:00.0", counts[_i], "links");
	clean();
}
END_TEST

static void link_replace(const char *directory, const char *name, const char *target)
{
	AUTO_FREE char *path = text_print("%s/%s", directory, name);

	unlink(below(path));
	make_link(directory, name, target);
}

/* To the PF itself, to another PF, to the VF that another link names, to no function at all. */
START_TEST(links_that_cannot_be_are_not_believed)
{
	static const char *const targets[] = { "../0000:17:00.0", "../0000:17:00.1", "../0000:17:01.0",
		"nowhere" };
	const struct function *pf;

	make_machine();
	link_replace(PF, "virtfn1", targets[_i]);
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	pf = function_of("0000:17:00.0");
	ck_assert_uint_eq(pf->n_virtfn, 1);
	ck_assert_ptr_eq(pf->virtfn[0], function_of("0000:17:01.0"));
	ck_assert_uint_eq(function_of("0000:17:01.0")->vf_number, 0);
	ck_assert_ptr_null(pf->physfn);
	ck_assert_ptr_null(function_of("0000:17:00.1")->physfn);
	expect_doubt("0000:17:00.0", "sriov_numvfs read 2", "1 of their links");
	clean();
}
END_TEST

/* With its entry, and after the count went to 0: the kernel leaves the link in either case. */
START_TEST(vfs_taken_away_by_hand_leave_the_rest)
{
	struct proxy proxy = { .host = { .ops = &proxy_ops } };
	static const char *const counts[] = { "2", "1" };

	make_machine();
	ck_assert_int_eq(unlink(below(DEVICES "/0000:17:01.1")), 0);
	make_text(PF "/sriov_numvfs", counts[_i]);
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	ck_assert_str_eq(function_text(function_of("0000:17:00.0"), A_NUMVFS), counts[_i]);
	ck_assert_uint_eq(function_of("0000:17:00.0")->n_virtfn, 1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "vf-taken-away");
	ck_assert_str_eq(report.findings[0].object, "0000:17:00.0");
	ck_assert_ptr_nonnull(strstr(report.findings[0].text, "1 of its virtual functions"));
	ck_assert_uint_eq(proxy.lists, 2); /* it was read once, and the list looked at again */
	clean();
	host_free(&proxy.host);
}
END_TEST

static void make_physfns(void)
{
	make_link("sys/devices/" PORT "/0000:17:01.0", "physfn", "../0000:17:00.0");
	make_link("sys/devices/" PORT "/0000:17:01.1", "physfn", "../0000:17:00.0");
	make_link("sys/devices/pci10000:00/10000:01:00.0", "physfn", "../nonsense");
}

START_TEST(vfs_without_their_pf_are_orphans)
{
	make_machine();
	make_physfns();
	ck_assert_int_eq(unlink(below(DEVICES "/0000:17:00.0")), 0);
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_str_eq(function_of("0000:17:01.0")->orphan_of, "0000:17:00.0");
	ck_assert_str_eq(function_of("0000:17:01.1")->orphan_of, "0000:17:00.0");
	ck_assert_ptr_null(function_of("0000:17:00.1")->orphan_of);
	ck_assert_ptr_null(function_of("10000:01:00.0")->orphan_of);
	ck_assert_uint_eq(report.n, 2);
	ck_assert_str_eq(report.findings[0].id, "vf-left-behind");
	ck_assert_str_eq(report.findings[0].object, "0000:17:01.0");
	clean();
}
END_TEST

/* To the kernel it is another one, and has none. */
START_TEST(vfs_of_a_pf_that_was_found_again_are_orphans)
{
	make_machine();
	make_physfns();
	make_text(PF "/sriov_numvfs", "0\n");
	ck_assert_int_eq(unlink(below(PF "/virtfn0")), 0);
	ck_assert_int_eq(unlink(below(PF "/virtfn1")), 0);
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_str_eq(function_of("0000:17:01.1")->orphan_of, "0000:17:00.0");
	ck_assert_uint_eq(report.n, 2);
	clean();
}
END_TEST

START_TEST(vfs_of_a_busy_pf_are_no_orphans)
{
	struct proxy proxy = { .host = { .ops = &proxy_ops }, .hangs = "17:00.0/sriov_numvfs" };

	make_machine();
	make_physfns();
	ck_assert_int_eq(unlink(below(PF "/virtfn1")), 0);
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	ck_assert_int_eq(function_of("0000:17:00.0")->attr[A_NUMVFS].is, R_BUSY);
	ck_assert_ptr_null(function_of("0000:17:01.1")->orphan_of);
	ck_assert_uint_eq(report.n, 0);
	clean();
	host_free(&proxy.host);
}
END_TEST

START_TEST(an_entry_of_nothing_costs_no_time)
{
	struct proxy proxy = { .host = { .ops = &proxy_ops } };

	make_machine();
	make_link(DEVICES, "0000:18:00.0", "../../../devices/gone");
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	ck_assert_uint_eq(survey.n, 6);
	ck_assert_uint_eq(report.n, 0);
	ck_assert_uint_eq(proxy.lists, 2);
	clean();
	host_free(&proxy.host);
}
END_TEST

START_TEST(a_vf_of_another_pf_is_not_believed)
{
	make_machine();
	make_text(PF1 "/sriov_numvfs", "1\n");
	make_link(PF1, "virtfn0", "../0000:17:01.1");
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_ptr_eq(function_of("0000:17:01.1")->physfn, function_of("0000:17:00.0"));
	ck_assert_uint_eq(function_of("0000:17:00.1")->n_virtfn, 0);
	ck_assert_str_eq(function_text(function_of("0000:17:00.0"), A_NUMVFS), "2");
	expect_doubt("0000:17:00.1", "sriov_numvfs read 1", "0 of their links");
	clean();
}
END_TEST

/* An apply surveys while its own writes are in the kernel: their answers are not the survey's to take. */
START_TEST(answers_of_others_come_back_to_them)
{
	uint64_t tickets[2];

	make_machine();
	make_text("value", "7\n");
	for (int i = 0; i < 2; i++)
		tickets[i] = host->ops->begin(host,
			&(struct op){ .verb = OP_READ, .path = "value", .deadline_ns = i ? 20 * SECOND : 0 });
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(host_next(host, &done), 1);
		ck_assert(done.ticket == tickets[0] || done.ticket == tickets[1]);
		ck_assert_str_eq(done.data, "7\n");
		done_free(&done);
	}
	ck_assert_int_eq(host_next(host, &done), 0);
	clean();
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_loop_test(tests, vfs_that_appear_are_seen_whole, 0, N_POINTS);
	tcase_add_loop_test(tests, vfs_that_go_are_gone, 0, N_POINTS);
	tcase_add_test(tests, what_changes_all_the_time_is_busy);
	tcase_add_loop_test(tests, a_count_that_is_not_that_of_the_links_is_busy, 0, 2);
	tcase_add_loop_test(tests, links_that_cannot_be_are_not_believed, 0, 4);
	tcase_add_loop_test(tests, vfs_taken_away_by_hand_leave_the_rest, 0, 2);
	tcase_add_test(tests, vfs_without_their_pf_are_orphans);
	tcase_add_test(tests, vfs_of_a_pf_that_was_found_again_are_orphans);
	tcase_add_test(tests, vfs_of_a_busy_pf_are_no_orphans);
	tcase_add_test(tests, an_entry_of_nothing_costs_no_time);
	tcase_add_test(tests, a_vf_of_another_pf_is_not_believed);
	tcase_add_test(tests, answers_of_others_come_back_to_them);
}

int main(void)
{
	return suite_run("survey_changes", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The survey as a container, and the reading of a machine below a root of its own. */
#include "linux_fixture.h"
#include "survey.h"

#define DEVICES "sys/bus/pci/devices"

static struct survey survey;
static struct report report;

static void clean(void)
{
	survey_free(&survey);
	report_free(&report);
}

START_TEST(functions_are_kept_in_order)
{
	static const char *const coming[] = { "10000:00:00.0", "0000:17:00.1", "0000:02:00.0", "0000:17:00.0",
		"0001:00:00.0", "0000:17:00.1" };
	static const char *const kept[] = { "0000:02:00.0", "0000:17:00.0", "0000:17:00.1", "0001:00:00.0",
		"10000:00:00.0" };

	for (size_t i = 0; i < sizeof(coming) / sizeof(coming[0]); i++)
		survey_add(&survey, coming[i]);
	ck_assert_uint_eq(survey.n, sizeof(kept) / sizeof(kept[0]));
	for (size_t i = 0; i < survey.n; i++) {
		ck_assert_str_eq(survey.functions[i]->address, kept[i]);
		ck_assert_ptr_eq(survey_function(&survey, kept[i]), survey.functions[i]);
	}
	ck_assert_ptr_null(survey_function(&survey, "0000:17:00.2"));
	ck_assert_ptr_null(survey_function(&survey, ""));
	ck_assert_ptr_null(survey_function(&survey, "nic0"));
	clean();
}
END_TEST

START_TEST(what_is_removed_leaves_no_tie)
{
	struct function *pf = survey_add(&survey, "0000:17:00.0");

	survey_link_virtfn(pf, 0, survey_add(&survey, "0000:17:01.0"));
	survey_link_virtfn(pf, 2, survey_add(&survey, "0000:17:01.2"));
	survey_remove(&survey, survey_function(&survey, "0000:17:01.2"));
	ck_assert_uint_eq(pf->n_virtfn, 1);
	survey_remove(&survey, pf);
	ck_assert_uint_eq(survey.n, 1);
	ck_assert_ptr_null(survey.functions[0]->physfn);
	clean();
}
END_TEST

START_TEST(debts_count_as_paid)
{
	struct function *pf = survey_add(&survey, "0000:17:00.0"), *vf = survey_add(&survey, "0000:17:01.0");

	function_set(pf, A_AUTOPROBE, "0");
	function_set(vf, A_DRIVER, "../../bus/pci/drivers/nvme");
	survey.debts = memory_new(3, sizeof(struct debt));
	survey.n_debts = 3;
	survey.debts[0] = (struct debt){ &knob_autoprobe, string_copy("0000:17:00.0"), string_copy("1"),
		string_copy("0") };
	survey.debts[1] = (struct debt){ &knob_driver, string_copy("0000:17:01.0"), string_copy(""), NULL };
	survey.debts[2] =
		(struct debt){ &knob_autoprobe, string_copy("0000:99:00.0"), string_copy("1"), NULL };
	survey_overlay_debts(&survey);
	ck_assert_str_eq(function_text(pf, A_AUTOPROBE), "1");
	ck_assert_int_eq(vf->attr[A_DRIVER].is, R_ABSENT);
	ck_assert_uint_eq(survey.n, 2);
	clean();
}
END_TEST

/* A function of the fake machine; attributes that are NULL have no file. */
struct fake {
	const char *address, *above, *driver, *override, *totalvfs, *numvfs;
};

static void make_attribute(const char *directory, const char *name, const char *value)
{
	AUTO_FREE char *path = text_print("%s/%s", directory, name), *line = text_print("%s\n", value);

	if (value)
		make_text(path, line);
}

static void make_link(const char *directory, const char *name, const char *target)
{
	AUTO_FREE char *path = text_print("%s/%s", directory, name);

	ck_assert_int_eq(symlink(target, below(path)), 0);
}

static void make_function(const struct fake *fake)
{
	AUTO_FREE char *directory = text_print("sys/devices/%s/%s", fake->above, fake->address);
	AUTO_FREE char *target = text_print("../../../devices/%s/%s", fake->above, fake->address);
	AUTO_FREE char *driver = text_print("../../../../bus/pci/drivers/%s", fake->driver);

	make_directory(directory);
	make_link(DEVICES, fake->address, target);
	make_attribute(directory, "vendor", "0x19e5");
	make_attribute(directory, "device", "0x0222");
	make_attribute(directory, "class", "0x020000");
	make_attribute(directory, "numa_node", "-1");
	make_attribute(directory, "driver_override", fake->override);
	make_attribute(directory, "sriov_totalvfs", fake->totalvfs);
	if (fake->driver)
		make_link(directory, "driver", driver);
	if (!fake->totalvfs)
		return;
	make_attribute(directory, "sriov_numvfs", fake->numvfs);
	make_attribute(directory, "sriov_drivers_autoprobe", "1");
	make_attribute(directory, "sriov_offset", "8");
	make_attribute(directory, "sriov_stride", "1");
	make_attribute(directory, "sriov_vf_device", "375f");
}

#define PORT "pci0000:16/0000:16:00.0"

static void make_machine(void)
{
	static const struct fake fakes[] = {
		{ "0000:16:00.0", "pci0000:16", "pcieport", "(null)", NULL, NULL },
		{ "0000:17:00.0", PORT, "hisdk3", "(null)", "60", "2" },
		{ "0000:17:00.1", PORT, NULL, "none", "60", "0" },
		{ "0000:17:01.0", PORT, "vfio-pci", "vfio-pci", NULL, NULL },
		{ "0000:17:01.1", PORT, NULL, "(null)", NULL, NULL },
		{ "10000:01:00.0", "pci10000:00", NULL, "(null)", NULL, NULL },
	};

	make_directory(DEVICES);
	make_directory("sys/bus/pci/drivers/vfio-pci");
	make_directory("sys/bus/pci/drivers/hisdk3");
	make_directory("sys/bus/pci/drivers/pcieport");
	for (size_t i = 0; i < sizeof(fakes) / sizeof(fakes[0]); i++)
		make_function(&fakes[i]);
	make_link("sys/devices/" PORT "/0000:17:00.0", "virtfn0", "../0000:17:01.0");
	make_link("sys/devices/" PORT "/0000:17:00.0", "virtfn1", "../0000:17:01.1");
	make_directory("proc/sys/kernel/random");
	make_directory("sys/class/dmi/id/product_serial"); /* cannot be read as a file, even by root */
	make_text("proc/sys/kernel/hostname", "kp001\n");
	make_text("proc/cmdline", "ro quiet\n");
	make_text("proc/sys/kernel/random/boot_id", "0b7c1d2e\n");
}

static const char *text_of(const char *address, enum attribute attribute)
{
	const struct function *function = survey_function(&survey, address);

	ck_assert_ptr_nonnull(function);
	return function_text(function, attribute);
}

START_TEST(a_machine_is_read)
{
	const struct function *pf;

	make_machine();
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_uint_eq(report.n, 0);
	ck_assert_uint_eq(survey.n, 6);
	ck_assert_str_eq(text_of("0000:17:00.0", A_PATH), "../../../devices/" PORT "/0000:17:00.0");
	ck_assert_str_eq(text_of("0000:17:00.0", A_DRIVER), "../../../../bus/pci/drivers/hisdk3");
	ck_assert_str_eq(text_of("0000:17:00.0", A_OVERRIDE), "");
	ck_assert_str_eq(text_of("0000:17:00.1", A_OVERRIDE), "none");
	ck_assert_str_eq(text_of("0000:17:00.0", A_NUMVFS), "2");
	ck_assert_str_eq(text_of("0000:17:00.0", A_VF_DEVICE), "375f");
	ck_assert_str_eq(text_of("0000:17:01.0", A_OVERRIDE), "vfio-pci");
	ck_assert_str_eq(text_of("10000:01:00.0", A_CLASS), "0x020000");
	pf = survey_function(&survey, "0000:17:00.0");
	ck_assert_uint_eq(pf->n_virtfn, 2);
	ck_assert_str_eq(pf->virtfn[1]->address, "0000:17:01.1");
	ck_assert_ptr_eq(pf->virtfn[1]->physfn, pf);
	ck_assert_ptr_eq(
		survey_by_path(&survey, "0000:16:00.0/00.1"), survey_function(&survey, "0000:17:00.1"));
	ck_assert_ptr_eq(survey_by_path(&survey, "0000:16:00.0"), survey_function(&survey, "0000:16:00.0"));
	ck_assert_ptr_null(survey_by_path(&survey, "0000:16:00.0/00.2"));
	ck_assert_ptr_null(survey_by_path(&survey, ""));
	clean();
}
END_TEST

START_TEST(absent_differs_from_unknown)
{
	make_machine();
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	for (enum attribute a = A_TOTALVFS; a <= A_VF_DEVICE; a++)
		ck_assert_int_eq(survey_function(&survey, "0000:17:01.0")->attr[a].is, R_ABSENT);
	ck_assert_int_eq(survey_function(&survey, "0000:17:00.1")->attr[A_DRIVER].is, R_ABSENT);
	ck_assert_int_eq(survey_function(&survey, "0000:17:00.1")->attr[A_GROUP].is, R_ABSENT);
	ck_assert_str_eq(survey.machine[M_HOSTNAME].text, "kp001");
	ck_assert_str_eq(survey.machine[M_CMDLINE].text, "ro quiet");
	ck_assert_int_eq(survey.machine[M_DMI_PRODUCT].is, R_ABSENT);
	ck_assert_int_eq(survey.machine[M_DMI_SERIAL].is, R_UNKNOWN);
	ck_assert_str_eq(survey.machine[M_DMI_SERIAL].text, strerror(EISDIR));
	ck_assert(survey_has_driver(&survey, "vfio-pci"));
	ck_assert(survey_has_driver(&survey, "hisdk3"));
	ck_assert(!survey_has_driver(&survey, "nvme"));
	ck_assert(!survey_has_driver(&survey, ""));
	clean();
}
END_TEST

START_TEST(a_machine_without_pci_is_refused)
{
	ck_assert_int_eq(survey_take(host, &survey, &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].path, DEVICES);
	ck_assert_int_eq(report.findings[0].error, ENOENT);
	ck_assert_int_eq(report_outcome(&report), UNAVAILABLE);
	ck_assert_uint_eq(survey.n, 0);
	clean();
}
END_TEST

START_TEST(what_went_away_since_it_was_listed_is_left_out)
{
	make_machine();
	make_link(DEVICES, "0000:18:00.0", "../../../devices/gone");
	make_text(DEVICES "/new_id", "");
	ck_assert_int_eq(survey_take(host, &survey, &report), 0);
	ck_assert_uint_eq(survey.n, 6);
	ck_assert_ptr_null(survey_function(&survey, "0000:18:00.0"));
	clean();
}
END_TEST

/* A host that passes everything on to the fixture's, but for what a test asks of it. */
struct proxy {
	struct host host;
	const char *hangs; /* reads of paths that end so are still running at their deadline */
	uint64_t hanging[8];
	size_t n_hanging, overrides_read;
	uint64_t interrupt_at; /* the ticket whose answer is preceded by a signal */
};

static bool text_ends(const char *text, const char *end)
{
	return strlen(text) >= strlen(end) && string_equal(text + strlen(text) - strlen(end), end);
}

static uint64_t proxy_begin(struct host *self, const struct op *op)
{
	struct proxy *proxy = (struct proxy *)self;
	uint64_t ticket = host->ops->begin(host, op);

	if (op->verb == OP_READ && proxy->hangs && text_ends(op->path, proxy->hangs)) {
		ck_assert_uint_eq(op->deadline_ns, SECOND);
		ck_assert_str_eq(op->lock, "device/0000:17:00");
		proxy->hanging[proxy->n_hanging++] = ticket;
	}
	if (op->verb == OP_READ && text_ends(op->path, "driver_override"))
		proxy->overrides_read++;
	return ticket;
}

static int proxy_next(struct host *self, struct done *answer)
{
	struct proxy *proxy = (struct proxy *)self;
	int result;

	if (proxy->interrupt_at && proxy->interrupt_at-- == 1)
		return -EINTR;
	result = host->ops->next(host, answer);
	for (size_t i = 0; result == 1 && i < proxy->n_hanging; i++)
		if (proxy->hanging[i] == answer->ticket) {
			answer->err = ETIMEDOUT;
			answer->flags = DONE_STILL_RUNNING;
		}
	return result;
}

static void proxy_free(struct host *self)
{
	(void)self;
}

static const struct host_ops proxy_ops = { .begin = proxy_begin, .next = proxy_next, .free = proxy_free };

START_TEST(a_busy_device_is_read_as_far_as_it_answers)
{
	struct proxy proxy = { .host = { .ops = &proxy_ops }, .hangs = "17:00.0/sriov_numvfs" };
	const struct function *pf;

	make_machine();
	ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), 0);
	pf = survey_function(&survey, "0000:17:00.0");
	ck_assert_uint_eq(proxy.n_hanging, 1);
	ck_assert_int_eq(pf->attr[A_NUMVFS].is, R_BUSY);
	ck_assert_str_eq(function_text(pf, A_AUTOPROBE), "1");
	ck_assert_uint_eq(pf->n_virtfn, 2);
	/* neither the PF's nor its VFs' override is asked for: that would block too */
	ck_assert_int_eq(pf->attr[A_OVERRIDE].is, R_BUSY);
	ck_assert_int_eq(pf->virtfn[0]->attr[A_OVERRIDE].is, R_BUSY);
	ck_assert_int_eq(pf->virtfn[1]->attr[A_OVERRIDE].is, R_BUSY);
	ck_assert_uint_eq(proxy.overrides_read, survey.n - 3);
	ck_assert_str_eq(text_of("0000:17:00.1", A_NUMVFS), "0");
	ck_assert_str_eq(text_of("0000:17:00.1", A_OVERRIDE), "none");
	clean();
	host_free(&proxy.host);
}
END_TEST

START_TEST(a_signal_stops_the_reading)
{
	make_machine();
	for (uint64_t at = 1; at < 12; at++) {
		struct proxy proxy = { .host = { .ops = &proxy_ops }, .interrupt_at = at };

		ck_assert_int_eq(survey_take(&proxy.host, &survey, &report), -1);
		ck_assert_str_eq(report.findings[0].id, "interrupted");
		ck_assert_uint_eq(survey.n, 0);
		ck_assert_int_eq(host->ops->next(host, &done), 0); /* nothing was left under way */
		clean();
		host_free(&proxy.host);
	}
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, functions_are_kept_in_order);
	tcase_add_test(tests, what_is_removed_leaves_no_tie);
	tcase_add_test(tests, debts_count_as_paid);
	tcase_add_test(tests, a_machine_is_read);
	tcase_add_test(tests, absent_differs_from_unknown);
	tcase_add_test(tests, a_machine_without_pci_is_refused);
	tcase_add_test(tests, what_went_away_since_it_was_listed_is_left_out);
	tcase_add_test(tests, a_busy_device_is_read_as_far_as_it_answers);
	tcase_add_test(tests, a_signal_stops_the_reading);
}

int main(void)
{
	return suite_run("survey", add_tests);
}

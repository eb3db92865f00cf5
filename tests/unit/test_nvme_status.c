/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a controller says when it refuses: each status has words and an errno of its own kind. */
#include "knob.h"
#include "nvme_command.h"
#include "suite.h"
#include "vf.h"
#include <errno.h>
#include <string.h>

static void expect(int status, int error, const char *words)
{
	AUTO_TEXT struct text text = { 0 };

	nvme_status_print(status, &text);
	ck_assert_str_eq(text_string(&text), words);
	ck_assert_int_eq(nvme_status_errno(status), error);
}

START_TEST(a_status_has_its_number_and_the_words_of_the_specification)
{
	expect(NVME_INVALID_OPCODE, EOPNOTSUPP, "status 001h, Invalid Command Opcode (type 0h, code 01h)");
	expect(NVME_INVALID_STATE, EPROTO,
		"status 120h, Invalid Secondary Controller State (type 1h, code 20h)");
	expect(NVME_INVALID_COUNT, ERANGE,
		"status 121h, Invalid Number of Controller Resources (type 1h, code 21h)");
	expect(NVME_INVALID_RESOURCE, EINVAL, "status 122h, Invalid Resource Identifier (type 1h, code 22h)");
	expect(NVME_INVALID_CONTROLLER, ENXIO,
		"status 11fh, Invalid Controller Identifier (type 1h, code 1fh)");
	expect(NVME_NO_CAPACITY, ENOSPC, "status 115h, Namespace Insufficient Capacity (type 1h, code 15h)");
	expect(NVME_ATTACHED, EALREADY, "status 118h, Namespace Already Attached (type 1h, code 18h)");
	expect(NVME_SANITIZE_FAILED, EUCLEAN, "status 01ch, Sanitize Failed (type 0h, code 1ch)");
	expect(0x370, EIO,
		"status 370h, Host Path Error: the kernel resets it, and sends it nothing (type 3h, code "
		"70h)");
	expect(NVME_PRIVATE, EPERM, "status 119h, Namespace Is Private (type 1h, code 19h)");
}
END_TEST

START_TEST(one_that_is_not_known_has_its_number)
{
	expect(0x1c1, EIO, "status 1c1h, which is its maker's own (type 1h, code c1h)");
	expect(0x702, EIO, "status 702h, which is its maker's own (type 7h, code 02h)");
	expect(0x371, EIO, "status 371h, which is none that pawl has words for (type 3h, code 71h)");
	expect(0x005, EIO, "status 005h, which is none that pawl has words for (type 0h, code 05h)");
}
END_TEST

static bool advises(const struct knob_advice *rows, int error)
{
	while (rows && rows->error && rows->error != error)
		rows++;
	return rows && rows->error;
}

/* At one of the orders to a drive: which of them a status may answer, the specification's tables say. */
static bool has_advice(int error)
{
	const struct knob *const orders[] = { &knob_namespace, &knob_controllers, &knob_vf_queues,
		&knob_vf_interrupts, &knob_vf_online };
	bool has = false;

	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		has |= advises(orders[i]->refused, error) || advises(orders[i]->refused_by_any, error);
	return has;
}

/* EIO is for what the drive itself does not know better, or never heard. */
START_TEST(each_that_has_words_has_an_errno_with_advice)
{
	size_t n = 0;

	for (int status = 1; status < 0x800; status++) {
		AUTO_TEXT struct text text = { 0 };
		int error = nvme_status_errno(status);

		nvme_status_print(status, &text);
		if (strstr(text_string(&text), ", which is "))
			continue;
		ck_assert_msg(error != EIO || status == NVME_INTERNAL_ERROR || status == NVME_NOT_SENT,
			"%s is EIO", text_string(&text));
		ck_assert_msg(has_advice(error), "%s: no advice", text_string(&text));
		n++;
	}
	ck_assert_uint_eq(n, 26);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_status_has_its_number_and_the_words_of_the_specification);
	tcase_add_test(tests, one_that_is_not_known_has_its_number);
	tcase_add_test(tests, each_that_has_words_has_an_errno_with_advice);
}

int main(void)
{
	return suite_run("nvme_status", tests_add);
}

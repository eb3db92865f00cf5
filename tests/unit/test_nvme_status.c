/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a controller says when it refuses: each status has words and an errno of its own kind. */
#include "nvme_command.h"
#include "suite.h"
#include <errno.h>

static void expect(int status, int error, const char *words)
{
	AUTO_TEXT struct text text = { 0 };

	nvme_status_print(status, &text);
	ck_assert_str_eq(text_string(&text), words);
	ck_assert_int_eq(nvme_status_errno(status), error);
}

START_TEST(a_status_has_its_number_and_the_words_of_the_specification)
{
	expect(NVME_INVALID_OPCODE, EOPNOTSUPP, "status 001h, Invalid Command Opcode");
	expect(NVME_INVALID_STATE, EPROTO, "status 120h, Invalid Secondary Controller State");
	expect(NVME_INVALID_COUNT, ERANGE, "status 121h, Invalid Number of Controller Resources");
	expect(NVME_INVALID_RESOURCE, EINVAL, "status 122h, Invalid Resource Identifier");
	expect(NVME_INVALID_CONTROLLER, ENXIO, "status 11fh, Invalid Controller Identifier");
	expect(NVME_NO_CAPACITY, ENOSPC, "status 115h, Namespace Insufficient Capacity");
	expect(NVME_ATTACHED, EALREADY, "status 118h, Namespace Already Attached");
	expect(NVME_PRIVATE, EPERM, "status 119h, Namespace Is Private");
}
END_TEST

START_TEST(one_that_is_not_known_has_its_number_alone)
{
	expect(0x286, EIO, "status 286h");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_status_has_its_number_and_the_words_of_the_specification);
	tcase_add_test(tests, one_that_is_not_known_has_its_number_alone);
}

int main(void)
{
	return suite_run("nvme_status", tests_add);
}

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

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_status_has_its_number_and_the_words_of_the_specification);
	tcase_add_test(tests, one_that_is_not_known_has_its_number);
}

int main(void)
{
	return suite_run("nvme_status", tests_add);
}

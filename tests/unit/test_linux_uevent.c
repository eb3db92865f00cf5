/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux_uevent.c: watches, told by announcements, by lost announcements, or by their deadline.
 */
#include "../../src/host/linux.h"
#include "linux_fixture.h"
#include <linux/netlink.h>
#include <sys/socket.h>

#define PF "0000:17:00.0"
#define VF "0000:17:00.1"

/* The other end of what the host hears, in place of the kernel. */
static int kernel;

static void kernel_replace(void)
{
	int ends[2];

	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends), 0);
	((struct linux_host *)host)->uevents = ends[0];
	kernel = ends[1];
}

static void announce(const char *text)
{
	char message[256];
	int length = snprintf(message, sizeof(message), "%s%cACTION=change", text, '\0');

	ck_assert_int_eq(send(kernel, message, (size_t)length + 1, 0), length + 1);
}

static uint64_t watch(const char *address, uint64_t deadline)
{
	return host->ops->begin(
		host, &(struct op){ .verb = OP_WATCH, .path = address, .deadline_ns = deadline });
}

START_TEST(watch_ends_at_its_deadline)
{
	uint64_t before = host->ops->now_ns(host), late = watch(PF, 100 * MILLISECOND), soon = watch(VF, 0);

	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, soon);
	ck_assert_int_eq(done.err, ETIMEDOUT);
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, late);
	ck_assert_int_eq(done.err, ETIMEDOUT);
	ck_assert_uint_eq(done.flags, 0);
	ck_assert_uint_ge(host->ops->now_ns(host) - before, 100 * MILLISECOND);
	ck_assert_int_eq(next(), 0);
}
END_TEST

START_TEST(watch_hears_its_address)
{
	kernel_replace();
	announce("change@/devices/pci0000:16/" PF);
	uint64_t pf = watch(PF, 20 * SECOND), vf = watch(VF, 20 * SECOND);
	announce("add@/devices/pci0000:16/0000:16:00.0/0000:17:00.10");
	announce("add@/devices/pci0000:16/0000:16:00.0/" VF "/net/eth0");
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, vf);
	ck_assert_int_eq(done.err, 0);
	ck_assert_str_eq(done.data, "add@/devices/pci0000:16/0000:16:00.0/" VF "/net/eth0");
	announce("change@/devices/pci0000:16/0000:16:00.0/" PF);
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, pf);
	ck_assert_int_eq(done.err, 0);
	ck_assert_int_eq(next(), 0);
	close(kernel);
}
END_TEST

START_TEST(watch_does_not_hear_what_was_before_it)
{
	kernel_replace();
	announce("change@/devices/pci0000:16/" PF);
	watch(PF, 50 * MILLISECOND);
	ck_assert_int_eq(next(), 1);
	ck_assert_int_eq(done.err, ETIMEDOUT);
	close(kernel);
}
END_TEST

/*
 * A netlink group whose reader has too little room: the kernel reports ENOBUFS. Its messages come from a
 * process, not from the kernel, so without the loss none of them would be believed.
 */
START_TEST(watch_ends_when_announcements_are_lost)
{
	static const char message[] = "change@/devices/" PF;
	struct sockaddr_nl group = { .nl_family = AF_NETLINK, .nl_groups = 1 };
	int little = 1, heard = socket(AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_USERSOCK);

	if (heard == -1 || bind(heard, (struct sockaddr *)&group, sizeof(group)) == -1) {
		ck_assert_uint_ne(geteuid(), 0);
		return;
	}
	ck_assert_int_eq(setsockopt(heard, SOL_SOCKET, SO_RCVBUF, &little, sizeof(little)), 0);
	kernel = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_USERSOCK);
	((struct linux_host *)host)->uevents = heard;
	watch(PF, 100 * MILLISECOND);
	sendto(kernel, message, sizeof(message), 0, (struct sockaddr *)&group, sizeof(group));
	ck_assert_int_eq(next(), 1);
	ck_assert_int_eq(done.err, ETIMEDOUT);
	uint64_t first = watch(PF, 20 * SECOND), second = watch(VF, 20 * SECOND);
	for (int i = 0; i < 1000; i++)
		sendto(kernel, message, sizeof(message), 0, (struct sockaddr *)&group, sizeof(group));
	ck_assert_int_eq(next(), 1);
	ck_assert_int_eq(done.err, 0);
	ck_assert_str_eq(done.data, "");
	uint64_t told = done.ticket;
	ck_assert_int_eq(next(), 1);
	ck_assert_int_eq(done.err, 0);
	ck_assert_uint_eq(told + done.ticket, first + second);
	ck_assert_int_eq(next(), 0);
	close(kernel);
}
END_TEST

/* Watches beside an operation in a helper: each comes when it is due. */
START_TEST(watch_beside_a_helper)
{
	kernel_replace();
	make_text("value", "7\n");
	uint64_t heard = watch(PF, 20 * SECOND);
	uint64_t read = host->ops->begin(
		host, &(struct op){ .verb = OP_READ, .path = "value", .deadline_ns = 20 * SECOND });
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, read);
	announce("change@/devices/" PF);
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, heard);
	watch(PF, 20 * SECOND);
	close(kernel);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, watch_ends_at_its_deadline);
	tcase_add_test(tests, watch_hears_its_address);
	tcase_add_test(tests, watch_does_not_hear_what_was_before_it);
	tcase_add_test(tests, watch_ends_when_announcements_are_lost);
	tcase_add_test(tests, watch_beside_a_helper);
}

int main(void)
{
	return suite_run("linux_uevent", tests_add);
}

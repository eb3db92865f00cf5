/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The machine's console: links are those of a 6.12 kernel. */
#include "users_fixture.h"

#define CARD "../../devices/pci0000:00/0000:00:03.0/0000:04:00.0/"

static void make_console(const char *active)
{
	make_file_in("sys/class/tty/console/active", active);
	make_link("sys/class/tty/tty0", "../../devices/virtual/tty/tty0");
	make_link("sys/class/tty/ttyS0", "../../devices/pnp0/00:04/00:04:0/00:04:0.0/tty/ttyS0");
	make_link("sys/class/tty/ttyS4",
		"../../devices/pci0000:00/0000:00:16.3/0000:00:16.3:0/0000:00:16.3:0.0/tty/ttyS4");
}

START_TEST(a_serial_port_on_a_card_is_the_cards)
{
	make_console("tty0 ttyS0 ttyS4\n");
	look_again(see_console);
	check_seen("console\t0000:00:16.3\t\tttyS4\n");
}
END_TEST

START_TEST(the_display_is_the_one_that_the_firmware_chose)
{
	make_console("ttyS0\n");
	make_link("sys/class/drm/card0", CARD "drm/card0");
	make_link("sys/class/drm/card0-VGA-1", CARD "drm/card0/card0-VGA-1");
	make_link("sys/class/drm/renderD128", "../../devices/pci0000:00/0000:05:00.0/drm/renderD128");
	make_link("sys/class/drm/card1", "../../devices/pci0000:00/0000:05:00.0/drm/card1");
	make_link("sys/class/graphics/fb0", CARD "graphics/fb0");
	make_link("sys/class/graphics/fbcon", "../../devices/virtual/graphics/fbcon");
	make_file_in("sys/bus/pci/devices/0000:04:00.0/boot_vga", "1\n");
	make_file_in("sys/bus/pci/devices/0000:05:00.0/boot_vga", "0\n");
	look_again(see_console);
	check_seen("console\t0000:04:00.0\t\ttty0\n");
	ck_assert_int_eq(unlink(below("sys/class/tty/tty0")), 0);
	look_again(see_console);
	check_seen("");
}
END_TEST

START_TEST(without_the_kernels_word_it_is_in_doubt)
{
	look_again(see_console);
	check_seen("?\tconsole\t/sys/class/tty/console/active: No such file or directory\n");
}
END_TEST

static void tests_add(TCase *tests)
{
	users_fixture_use(tests);
	tcase_add_test(tests, a_serial_port_on_a_card_is_the_cards);
	tcase_add_test(tests, the_display_is_the_one_that_the_firmware_chose);
	tcase_add_test(tests, without_the_kernels_word_it_is_in_doubt);
}

int main(void)
{
	return suite_run("linux_users_console", tests_add);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ssh session that pawl runs in; tables are those of a 6.12 kernel, with example addresses. */
#include "../../src/host/linux_net.h"
#include "users_fixture.h"

#define TITLE                                                                                                \
	"  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
/* a listener, a connection forwarded from 192.0.2.2 to 203.0.113.9:80, and the session from 192.0.2.7 */
#define TABLE                                                                                                \
	TITLE "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 "  \
	      "21000 1 0000000000000000 100 0 0 10 0\n"                                                      \
	      "   1: 020200C0:CA6A 097100CB:0050 01 00000000:00000000 00:00000000 00000000     0        0 "  \
	      "21055 1 0000000000000000 20 4 30 10 -1\n"                                                     \
	      "   2: 020200C0:0016 070200C0:CA64 01 00000000:00000000 02:000A7214 00000000     0        0 "  \
	      "21034 4 0000000000000000 20 4 31 10 -1\n"
#define TABLE_6                                                                                              \
	TITLE "   0: 0000000000000000FFFF0000020200C0:0016 0000000000000000FFFF0000070200C0:CA64 01 "        \
	      "00000000:00000000 02:000A7214 00000000     0        0 21034 4 0000000000000000 20 4 31 10 -1\n"

static struct net_word addresses[] = { { 1, false, "127.0.0.1" }, { 2, false, "192.0.2.2" } };

static void take(int fd, struct users *users)
{
	struct network network = { .addresses = addresses, .n_addresses = 2 };

	ssh_take(fd, &network, users);
	for (size_t i = 0; i < network.n_sessions; i++) {
		AUTO_FREE char *words =
			text_print("%d %s", network.sessions[i].index, network.sessions[i].text);
		make_text("taken", words);
	}
	net_words_free(&network.sessions, &network.n_sessions);
}

static void make_process(const char *pid, const char *name, const char *parent)
{
	AUTO_FREE char *comm = text_print("proc/%s/comm", pid), *stat = text_print("proc/%s/stat", pid);
	AUTO_FREE char *name_line = text_print("%s\n", name);
	AUTO_FREE char *stat_line = text_print("%s (%s) S %s 71 71 0 -1 4194560 0 0\n", pid, name, parent);

	make_file_in(comm, name_line);
	make_file_in(stat, stat_line);
}

/* pawl under sudo, in a shell of an sshd that forwards a port too */
static void make_session(const char *tcp, const char *tcp6)
{
	unsetenv("SSH_CONNECTION");
	make_process("self", "pawl-helper", "80");
	make_process("80", "su (do) S 1", "70");
	make_process("70", "sshd-session", "1");
	make_link("proc/70/fd/0", "/dev/null");
	make_link("proc/70/fd/4", "socket:[21034]");
	make_file_in("proc/net/tcp", tcp);
	make_file_in("proc/net/tcp6", tcp6);
}

START_TEST(the_environment_tells_it)
{
	setenv("SSH_CONNECTION", "192.0.2.7 51812 192.0.2.2 22", 1);
	look_again(take);
	check_seen("");
	ck_assert_str_eq(file_text("taken"), "2 192.0.2.7");
}
END_TEST

START_TEST(else_the_sshd_above_tells_it)
{
	make_session(TABLE, TITLE);
	look_again(take);
	check_seen("");
	ck_assert_str_eq(file_text("taken"), "2 192.0.2.7");
}
END_TEST

START_TEST(an_ipv4_peer_of_an_ipv6_socket_is_itself)
{
	make_session(TITLE, TABLE_6);
	look_again(take);
	check_seen("");
	ck_assert_str_eq(file_text("taken"), "2 192.0.2.7");
}
END_TEST

START_TEST(who_came_another_way_has_no_session)
{
	make_session(TABLE, TITLE);
	make_process("70", "login", "1");
	look_again(take);
	check_seen("");
	ck_assert_ptr_null(file_text("taken"));
}
END_TEST

START_TEST(what_cannot_be_found_is_in_doubt)
{
	make_session(TITLE, TITLE);
	look_again(take);
	check_seen("?\tssh\tsshd (process 70) has no connection in this network namespace\n");
	setenv("SSH_CONNECTION", "192.0.2.7 51812 198.51.100.2 22", 1);
	look_again(take);
	check_seen("?\tssh\tthe ssh session's own address, 198.51.100.2, is on no interface here\n");
	ck_assert_ptr_null(file_text("taken"));
}
END_TEST

static void tests_add(TCase *tests)
{
	users_fixture_use(tests);
	tcase_add_test(tests, the_environment_tells_it);
	tcase_add_test(tests, else_the_sshd_above_tells_it);
	tcase_add_test(tests, an_ipv4_peer_of_an_ipv6_socket_is_itself);
	tcase_add_test(tests, who_came_another_way_has_no_session);
	tcase_add_test(tests, what_cannot_be_found_is_in_doubt);
}

int main(void)
{
	return suite_run("linux_users_ssh", tests_add);
}

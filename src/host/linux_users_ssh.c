/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The ssh connection that pawl was started over.
 *
 * sudo(8) drops SSH_CONNECTION; then the sshd that pawl descends from has the connection's socket.
 */
#include "linux_net.h"
#include "linux_users.h"
#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ANCESTORS = 1000 }; /* processes end and come meanwhile: a chain of parents could be a circle */

#define SOCKET "socket:["

/* Both ends as inet_ntop prints them. */
struct connection {
	char *local, *peer;
};

static void connection_free(struct connection *connection)
{
	free(connection->local);
	free(connection->peer);
}

/* "192.0.2.7 51812 192.0.2.2 22" (ssh(1)); of a link-local address the interface stands behind "%". */
static bool connection_parse(const char *words, struct connection *ret_connection)
{
	AUTO_FREE char *copy = string_copy(words);
	char *rest = copy;
	const char *peer = strsep(&rest, " "), *local = (strsep(&rest, " "), strsep(&rest, " "));

	if (!local || !rest)
		return false;
	*ret_connection =
		(struct connection){ text_print("%.*s", (int)strcspn(local, "%"), local), string_copy(peer) };
	return true;
}

/*
 * "0100007F:1F90": words of 32 bits as this machine has them in memory, each in hexadecimal
 * (net/ipv4/tcp_ipv4.c, get_tcp4_sock; net/ipv6/tcp_ipv6.c). An IPv4 peer of an IPv6 socket is mapped.
 */
static char *end_print(const char *end)
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	size_t digits = strspn(end, "0123456789ABCDEF");
	unsigned char bytes[16] = { 0 };

	for (size_t i = 0; i < digits / 8 && i < sizeof(bytes) / 4; i++) {
		AUTO_FREE char *word = text_print("%.8s", end + 8 * i);
		uint32_t number = (uint32_t)strtoul(word, NULL, 16);

		memcpy(bytes + 4 * i, &number, sizeof(number));
	}
	if (digits == 8)
		return net_address_print(AF_INET, bytes, 4);
	return memcmp(bytes, mapped, sizeof(mapped)) == 0 ? net_address_print(AF_INET, bytes + 12, 4)
							  : net_address_print(AF_INET6, bytes, 16);
}

/* "0: LOCAL PEER STATE queues timer retransmits uid timeout INODE ..." (proc_pid_net(5)); 01: established */
static bool socket_parse(char *line, const char *inode, struct connection *ret_connection)
{
	enum { LOCAL = 1, PEER, STATE, INODE = 9, N_WORDS };
	char *words[N_WORDS], *rest = NULL;
	size_t n = 0;

	for (char *word = strtok_r(line, " ", &rest); word && n < N_WORDS; word = strtok_r(NULL, " ", &rest))
		words[n++] = word;
	if (n < N_WORDS || !string_equal(words[INODE], inode) || !string_equal(words[STATE], "01"))
		return false;
	*ret_connection = (struct connection){ end_print(words[LOCAL]), end_print(words[PEER]) };
	return true;
}

static bool table_find(int root, const char *path, const char *inode, struct connection *ret_connection)
{
	AUTO_FREE char *table = look_read(root, "%s", path);
	char *rest = table, *line;

	while ((line = strsep(&rest, "\n")))
		if (socket_parse(line, inode, ret_connection))
			return true;
	return false;
}

/* sshd's descriptors in their order: the connection is the first, what it forwards was opened later. */
struct sockets {
	int root;
	struct connection *connection;
	bool found;
};

static void socket_see(void *data, const char *fd, const char *target)
{
	struct sockets *sockets = data;
	AUTO_FREE char *inode = NULL;

	(void)fd;
	if (sockets->found || !target || !string_starts(target, SOCKET))
		return;
	inode = string_copy(target + strlen(SOCKET));
	inode[strcspn(inode, "]")] = '\0';
	sockets->found = table_find(sockets->root, "proc/net/tcp", inode, sockets->connection) ||
			 table_find(sockets->root, "proc/net/tcp6", inode, sockets->connection);
}

/* "4711 (bash) S 4710 ...": the name may have blanks and brackets in it (proc_pid_stat(5)). */
static char *parent_of(int root, const char *pid)
{
	AUTO_FREE char *stat = look_read(root, "proc/%s/stat", pid);
	char *behind = stat ? strrchr(stat, ')') : NULL;

	return behind && strlen(behind) > 4 ? text_print("%.*s", (int)strcspn(behind + 4, " "), behind + 4)
					    : NULL;
}

/* "sshd", and "sshd-session" since OpenSSH 9.8. */
static char *ancestor_sshd(int root)
{
	char *pid = string_copy("self");

	for (int i = 0; i < MOST_ANCESTORS && pid; i++) {
		AUTO_FREE char *child = pid, *name = look_read(root, "proc/%s/comm", pid);

		if (name && string_starts(name, "sshd"))
			return string_copy(child);
		pid = parent_of(root, child);
	}
	free(pid);
	return NULL;
}

static bool connection_find(int root, struct connection *ret_connection, struct users *users)
{
	const char *words = getenv("SSH_CONNECTION");
	struct sockets sockets = { .root = root, .connection = ret_connection };
	AUTO_FREE char *sshd = NULL, *path = NULL;

	if (words && connection_parse(words, ret_connection))
		return true;
	sshd = ancestor_sshd(root);
	if (!sshd)
		return false;
	path = text_print("proc/%s/fd", sshd);
	if (look_each(root, path, socket_see, &sockets) == -1) {
		AUTO_FREE char *why = text_print("/%s: %s", path, strerror(errno));
		users_doubt(users, USE_SSH, why);
	} else if (!sockets.found) {
		AUTO_FREE char *why =
			text_print("sshd (process %s) has no connection in this network namespace", sshd);
		users_doubt(users, USE_SSH, why);
	}
	return sockets.found;
}

void ssh_take(int root, struct network *network, struct users *users)
{
	struct connection connection = { 0 };
	bool here = false;

	if (!connection_find(root, &connection, users))
		return;
	for (size_t i = 0; i < network->n_addresses; i++) {
		if (!string_equal(network->addresses[i].text, connection.local))
			continue;
		here = true;
		net_word_add(&network->sessions, &network->n_sessions, network->addresses[i].index,
			string_copy(connection.peer));
	}
	if (!here) {
		AUTO_FREE char *why = text_print(
			"the ssh session's own address, %s, is on no interface here", connection.local);
		users_doubt(users, USE_SSH, why);
	}
	connection_free(&connection);
}

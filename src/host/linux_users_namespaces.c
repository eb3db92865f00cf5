/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which functions' interfaces are in other network namespaces.
 *
 * Such a namespace lives as long as a process is in it, or as it is mounted (network_namespaces(7)): one that
 * only an open descriptor keeps is not found.
 */
#include "linux_net.h"
#include "linux_users.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define PREFIX "net:["
#define NAMED  "/run/netns/" /* ip-netns(8) */

struct search {
	int root, proc, own_fd;
	struct network *network; /* ours */
	struct users *users;
	char *own; /* "net:[4026531833]" */
	struct lookup
		known; /* by the same words: a hash is as good, the kernel's numbers are no one's choice */
	struct forbidden forbidden;
	bool parents_told, strangers;
};

/* The kernel names parents since Linux 5.14, and below sysfs only those of this namespace are to be seen. */
static void link_see(struct search *search, const struct net_link *link, const char *who)
{
	AUTO_FREE char *function = link_function(search->root, link, false);
	struct user user = { .use = USE_NAMESPACE, .function = function, .through = link->name };

	search->parents_told = search->parents_told || link->parent;
	search->strangers = search->strangers || (!link->parent && !link->kind);
	user.who = (char *)who;
	if (function)
		users_add(search->users, &user);
}

static void namespace_doubt(struct search *search, const char *who, int error)
{
	AUTO_FREE char *why = text_print("network namespace %s: %s", who, strerror(error));

	users_doubt(search->users, USE_NAMESPACE, why);
}

/* "macvlan0 in network namespace blue": what it stands on is one of ours. */
static void stranger_see(struct search *search, const struct net_link *link, int own_id, const char *who)
{
	if (link->lower_elsewhere && link->lower_namespace == own_id && !string_equal(link->kind, "veth"))
		net_word_add(&search->network->strangers, &search->network->n_strangers, link->lower,
			text_print("%s in network namespace %s", link->name, who));
}

static void namespace_see(struct search *search, int fd, const char *who)
{
	struct network network = { 0 };
	struct mnl_socket *socket = fd == -1 ? NULL : net_open(fd);
	int err = socket ? net_take_links(socket, &network) : errno, own_id = -1;

	if (err == 0)
		err = net_ask_id(socket, search->own_fd, &own_id);
	if (err != 0 && err != ENOENT && err != ESRCH) /* its last process may have ended meanwhile */
		namespace_doubt(search, who, err);
	for (size_t i = 0; i < network.n_links; i++) {
		link_see(search, &network.links[i], who);
		if (own_id >= 0)
			stranger_see(search, &network.links[i], own_id, who);
	}
	network_free(&network);
	net_close(socket);
}

/* Is it another one than ours and than those before? */
static bool namespace_is_new(struct search *search, const char *id)
{
	uint64_t hash = hash_string(0, id);
	size_t cursor = 0, at;

	if (!string_starts(id, PREFIX) || string_equal(id, search->own) ||
		lookup_next(&search->known, hash, &cursor, &at))
		return false;
	lookup_add(&search->known, hash, 0);
	return true;
}

static void see_mounted(struct search *search)
{
	AUTO_FREE char *mountinfo = look_read(search->root, "proc/self/mountinfo");
	struct mounts mounts = { 0 };

	mounts_parse(&mounts, mountinfo);
	for (size_t i = 0; i < mounts.n; i++) {
		const char *point = mounts.all[i].point;

		if (!string_equal(mounts.all[i].type, "nsfs") ||
			!namespace_is_new(search, mounts.all[i].root))
			continue;
		AUTO_CLOSE int fd = root_open(search->root, point + 1, O_RDONLY);
		namespace_see(search, fd, string_starts(point, NAMED) ? point + strlen(NAMED) : point);
	}
	mounts_free(&mounts);
}

static void process_see(void *data, const char *pid, const char *target)
{
	struct search *search = data;
	AUTO_FREE char *link = NULL;
	AUTO_TEXT struct text who = { 0 };
	char id[64];

	(void)target;
	if (strspn(pid, "0123456789") != strlen(pid))
		return;
	link = text_print("%s/ns/net", pid);
	ssize_t n = readlinkat(search->proc, link, id, sizeof(id) - 1);
	if (n == -1) {
		forbidden_note(&search->forbidden, search->root, pid, errno);
		return;
	}
	id[n] = '\0';
	if (!namespace_is_new(search, id))
		return;
	AUTO_CLOSE int fd = openat(search->proc, link, O_RDONLY | O_CLOEXEC);
	text_add(&who, "of ");
	process_print_name(search->root, pid, &who);
	namespace_see(search, fd, who.bytes);
}

static void search_doubt(struct search *search)
{
	const char *why = NULL;

	forbidden_doubt(&search->forbidden, USE_NAMESPACE, "network namespaces", search->users);
	if (!processes_all_visible(search->root, &why))
		users_doubt(search->users, USE_NAMESPACE, why);
	if (search->strangers && !search->parents_told)
		users_doubt(search->users, USE_NAMESPACE,
			"this kernel does not tell whose the interfaces of other network namespaces are");
}

void namespaces_take(int root, struct network *network, struct users *users)
{
	AUTO_FREE char *own = look_link(root, "proc/self/ns/net");
	AUTO_CLOSE int proc = root_open(root, "proc", O_RDONLY | O_DIRECTORY);
	AUTO_CLOSE int own_fd = proc == -1 ? -1 : openat(proc, "self/ns/net", O_RDONLY | O_CLOEXEC);
	struct search search = { .root = root, .proc = proc, .users = users };

	search.network = network;
	search.own = own;
	search.own_fd = own_fd;
	if (!own || own_fd == -1) {
		namespace_doubt(&search, "of pawl", errno);
		return;
	}
	see_mounted(&search);
	look_each(root, "proc", process_see, &search);
	search_doubt(&search);
	lookup_free(&search.known);
}

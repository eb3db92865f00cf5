/* SPDX-License-Identifier: GPL-2.0-or-later */
/* This machine as a stage: pawl is the program in PATH, and what it did is seen without its code. */
#include "story.h"
#include "vfio_user.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Beside the story, where they outlast a boot of the lab's machine. */
#define BOOTED ".booted"
#define DISK   ".disk"

static char *read_all(const char *path)
{
	AUTO_TEXT struct text text = { 0 };
	char block[4096];
	AUTO_CLOSE int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	while (fd >= 0 && (n = read(fd, block, sizeof(block))) > 0)
		text_add_bytes(&text, block, (size_t)n);
	return text_take(&text);
}

static void become(char *const *words)
{
	int null = open("/dev/null", O_RDONLY), out = open("said.out", O_CREAT | O_TRUNC | O_WRONLY, 0600),
	    err = open("said.err", O_CREAT | O_TRUNC | O_WRONLY, 0600);

	dup2(null, 0), dup2(out, 1), dup2(err, 2);
	execvp(words[0], words);
	_exit(127);
}

static int run(struct stage *stage, char *const *words, struct said *said, struct text *why)
{
	pid_t child = fork();
	int status = 0;

	(void)stage, (void)why;
	if (child == 0)
		become(words);
	waitpid(child, &status, 0);
	said->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	said->out = read_all("said.out");
	said->err = read_all("said.err");
	return 0;
}

/* Made in a process of its own, because it may not come back as long as someone holds what it takes away. */
static int write_once(const char *path, const char *value)
{
	AUTO_CLOSE int fd = open(path, O_WRONLY | O_CLOEXEC);

	return fd < 0 || write(fd, value, strlen(value)) < 0 ? errno : 0;
}

enum { BLOCKS_AFTER_MS = 3500 }; /* taking the igb card's VFs away lasts 2.1 s (seen in the lab) */

/* Its errno, or EAGAIN when it is still in the kernel: there it stays. */
static int write_apart(const char *path, const char *value)
{
	const struct timespec pause = { .tv_nsec = 1000 * 1000 };
	pid_t child = fork();
	int status = 0;

	if (child == 0)
		_exit(write_once(path, value));
	for (int ms = 0; ms < BLOCKS_AFTER_MS; ms++) {
		if (waitpid(child, &status, WNOHANG) == child)
			return WEXITSTATUS(status);
		nanosleep(&pause, NULL);
	}
	return EAGAIN;
}

static int write_by_hand(const char *rest, struct text *why)
{
	char path[256], value[64], wanted[32] = "", absolute[260];
	int error;

	if (sscanf(rest, "%255s %63s %31s", path, value, wanted) < 2)
		return text_add(why, "write PATH VALUE [ERRNO]"), -1;
	snprintf(absolute, sizeof(absolute), "/%s", path);
	error = write_apart(absolute, value);
	if (string_equal(write_answer(error), wanted))
		return 0;
	return text_addf(why, "the kernel says \"%s\"", write_answer(error)), -1;
}

/* The body as a script of /bin/sh; what it prints is told when it does not end with 0. */
static int shell(const char *script, struct text *why)
{
	FILE *file = fopen("story.sh", "we");
	int status;

	if (!file || fputs(script, file) < 0 || fclose(file) < 0)
		return text_addf(why, "story.sh: %m"), -1;
	status = system("sh -e story.sh >story.out 2>&1");
	if (status == 0)
		return 0;
	AUTO_FREE char *out = read_all("story.out");
	return text_addf(why, "status %d:\n%s", WEXITSTATUS(status), out), -1;
}

/* Somebody else has one of pawl's locks; "release" ends it. */
static int hold_lock(const char *rest, struct text *why)
{
	char name[64] = "";
	unsigned ms = 600 * 1000;

	if (sscanf(rest, "%63s %*s %u", name, &ms) < 1)
		return text_add(why, "hold LOCK WHO [MS]"), -1;
	AUTO_FREE char *script = text_print("mkdir -p -m 700 /run/pawl\nflock /run/pawl/%s.lock sleep "
					    "%u.%03u & echo $! >holder\nsleep 0.5\n",
		name, ms / 1000, ms % 1000);
	return shell(script, why);
}

/* "hold OBJECT WHO": a function is used through vfio, or one of pawl's locks is taken. */
static int hold(const char *rest, struct text *why)
{
	char object[64] = "", who[64] = "";

	if (sscanf(rest, "%63s %63s", object, who) != 2)
		return text_add(why, "hold OBJECT WHO"), -1;
	return object[0] == '0' ? vfio_user_start(object, who, why) : hold_lock(rest, why);
}

static int release(const char *rest, struct text *why)
{
	if (rest[0] != '0')
		return shell("pkill -P $(cat holder) || kill $(cat holder)\nsleep 0.5\n", why);
	vfio_user_end(rest);
	return 0;
}

/* As soon as the file is there: a module takes some time to load, and pawl goes on meanwhile. */
static int load_once_there(const char *file, const char *module, struct text *why)
{
	AUTO_FREE char *script = text_print("(until [ -e '/sys/bus/pci/devices/%s' ]; do sleep 0.01; done\n"
					    "modprobe '%s') >/dev/null 2>&1 &\n",
		file, module);

	return shell(script, why);
}

/*
 * "meanwhile PATTERN hold OBJECT WHO": for the kernel it is the same when it is held a little earlier.
 * Of "... modprobe NAME" the pattern is "*" and the function's address and file.
 */
static int meanwhile(const char *rest, struct text *why)
{
	const char *what = strstr(rest, " hold ");
	char file[64], module[32];

	if (sscanf(rest, "*/%63s modprobe %31s", file, module) == 2)
		return load_once_there(file, module, why);
	if (!what)
		return text_add(why, "only `hold` and `modprobe` can be done here"), -1;
	return hold(what + strlen(" hold "), why);
}

/* "put PATH": that file of the machine is the lines below; without any it is gone. */
static int put(const struct passage *passage, struct text *why)
{
	AUTO_FREE char *script = text_print("mkdir -p -m 700 \"$(dirname '/%s')\"\n"
					    "cat >'/%s' <<'END OF FILE'\n%sEND OF FILE\n"
					    "[ -s '/%s' ] || rm '/%s'\n",
		passage->rest, passage->rest, passage->body, passage->rest, passage->rest);

	return shell(script, why);
}

/* "reboot": what is on a disk outlasts it, which is pawl's state; the rest of the lab's root is in memory. */
static int boot(struct stage *stage, const struct passage *passage, struct text *why)
{
	AUTO_FREE char *script = text_print("tar -C / -cf '%s" DISK "' var/lib/pawl\n"
					    "echo %zu >'%s" BOOTED "'\n",
		(const char *)stage->data, passage->line, (const char *)stage->data);

	stage->boots = passage->line;
	return shell(script, why);
}

/* The line of the story at which it was booted, with the disk as it was; 0: this is its first boot. */
static size_t boot_take(const char *story, struct text *why)
{
	AUTO_FREE char *path = text_print("%s" BOOTED, story);
	AUTO_FREE char *line = read_all(path);
	AUTO_FREE char *script = text_print("tar -C / -xf '%s" DISK "'\nrm '%s'\n", story, path);

	return *line && shell(script, why) == 0 ? strtoul(line, NULL, 10) : 0;
}

static int act(struct stage *stage, const struct passage *passage, struct text *why)
{
	if (string_equal(passage->verb, "write"))
		return write_by_hand(passage->rest, why);
	if (string_equal(passage->verb, "modprobe")) {
		AUTO_FREE char *script = text_print("modprobe %s\n", passage->rest);
		return shell(script, why);
	}
	if (string_equal(passage->verb, "reboot"))
		return boot(stage, passage, why);
	if (string_equal(passage->verb, "put"))
		return put(passage, why);
	if (string_equal(passage->verb, "hold"))
		return hold(passage->rest, why);
	if (string_equal(passage->verb, "release"))
		return release(passage->rest, why);
	if (string_equal(passage->verb, "meanwhile"))
		return meanwhile(passage->rest, why);
	if (string_equal(passage->verb, "sh"))
		return shell(passage->body, why);
	return text_addf(why, "%s is for the twin: the story must say `lab no`", passage->verb), -1;
}

static int see(struct stage *stage, const char *address, const char *attribute, struct text *value)
{
	AUTO_FREE char *path = text_print("/sys/bus/pci/devices/%s/%s", address, attribute);
	char target[256];
	ssize_t n = readlink(path, target, sizeof(target) - 1);

	(void)stage;
	if (string_equal(attribute, "here")) {
		path[strlen(path) - strlen("/here")] = '\0';
		return access(path, F_OK) == 0 ? text_add(value, "yes"), 0 : -1;
	}
	if (n >= 0) {
		target[n] = '\0';
		return text_add(value, strrchr(target, '/') + 1), 0;
	}
	AUTO_FREE char *text = read_all(path);
	text[strcspn(text, "\n")] = '\0';
	/* an override that is not set: drivers/pci/pci-sysfs.c prints the NULL */
	if (!*text || string_equal(text, "(null)"))
		return -1;
	text_add(value, text);
	return 0;
}

static int close_live(struct stage *stage, struct text *why)
{
	(void)stage, (void)why;
	vfio_user_end(NULL);
	return 0;
}

int stage_live(struct stage *stage, const struct story *story, struct text *why)
{
	*stage = (struct stage){
		.data = story->name, .run = run, .act = act, .see = see, .close = close_live
	};
	stage->booted = boot_take(story->name, why);
	return 0;
}

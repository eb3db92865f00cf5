/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the list of mounted file systems. */
#include "linux_users.h"
#include <stdlib.h>
#include <string.h>

/* fs/seq_file.c, mangle_path: a blank, a tab, a newline or a backslash comes as three octal digits. */
void words_unescape(char *word)
{
	char *to = word;

	for (; *word; word++) {
		if (word[0] == '\\' && strspn(word + 1, "01234567") >= 3) {
			*to++ = (char)((word[1] - '0') << 6 | (word[2] - '0') << 3 | (word[3] - '0'));
			word += 3;
		} else {
			*to++ = *word;
		}
	}
	*to = '\0';
}

/* "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw" (proc_pid_mountinfo(5)) */
static bool line_parse(char *line, struct mount *ret_mount)
{
	struct mount mount = { 0 };
	char *rest = line;

	strsep(&rest, " ");
	strsep(&rest, " ");
	mount.device = strsep(&rest, " ");
	mount.root = strsep(&rest, " ");
	mount.point = strsep(&rest, " ");
	rest = rest ? strstr(rest, " - ") : NULL;
	if (!rest)
		return false;
	rest += strlen(" - ");
	mount.type = strsep(&rest, " ");
	mount.source = strsep(&rest, " ");
	*ret_mount = mount;
	return mount.source;
}

/* The words stay in `mountinfo`. */
void mounts_parse(struct mounts *mounts, char *mountinfo)
{
	struct mount mount;
	char *line;

	while ((line = strsep(&mountinfo, "\n"))) {
		if (!line_parse(line, &mount))
			continue;
		words_unescape(mount.root);
		words_unescape(mount.point);
		words_unescape(mount.source);
		mounts->all = memory_grow(mounts->all, mounts->n, sizeof(mount));
		mounts->all[mounts->n++] = mount;
	}
}

static bool path_is_below(const char *path, const char *point)
{
	size_t length = strlen(point);

	return string_equal(point, "/") ||
	       (string_starts(path, point) && (path[length] == '/' || path[length] == '\0'));
}

/* Of those on the same point the last one is seen. */
const struct mount *mounts_of(const struct mounts *mounts, const char *path)
{
	const struct mount *nearest = NULL;

	for (size_t i = 0; i < mounts->n; i++)
		if (path_is_below(path, mounts->all[i].point) &&
			(!nearest || strlen(mounts->all[i].point) >= strlen(nearest->point)))
			nearest = &mounts->all[i];
	return nearest;
}

void mounts_free(struct mounts *mounts)
{
	free(mounts->all);
	*mounts = (struct mounts){ 0 };
}

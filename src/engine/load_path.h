/* SPDX-License-Identifier: GPL-2.0-or-later */
/* load_path.h: files and directories of configuration, for those that load them. Floor 4, private. */
#ifndef LOAD_PATH_H
#define LOAD_PATH_H

#include "node.h"
#include <sys/stat.h>

/* What stands there, without opening it. -1 and errno. */
int path_look(const char *path, struct stat *ret_stat);

/* One file, and every file below a directory. */
int path_load(struct wish *, const char *path, struct report *);
int path_load_below(struct wish *, const char *path, struct report *);

/* Both say why and return -1. `text` follows the path. */
int path_unreadable(struct wish *, const char *path, int error, struct report *);
int path_refuse(
	struct wish *, const char *path, const struct finding *like, const char *text, struct report *);

#endif

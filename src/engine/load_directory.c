/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the configuration files below a directory, in the order of their names. */
#include "load_path.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DIRECTORIES = 64 };

struct walk {
	struct wish *wish;
	struct report *report;
	size_t n_files;
};

/* The way down from the directory that was named: a link back to one of them has no end. */
struct directory {
	const char *path;
	const struct stat *stat;
	const struct directory *above;
	unsigned level;
};

static int walk_directory(struct walk *, const struct directory *);

static int refuse_loop(struct walk *walk, const char *path, const struct directory *above)
{
	AUTO_FREE char *text = text_print("leads back to %s: that has no end", above->path);

	return path_refuse(walk->wish, path,
		&(struct finding){ .id = "directory-loop", .hint = "take the link away, or name the files" },
		text, walk->report);
}

static int walk_down(
	struct walk *walk, const char *path, const struct stat *stat, const struct directory *from)
{
	const struct directory directory = { path, stat, from, from ? from->level + 1 : 1 };

	for (const struct directory *above = from; above; above = above->above)
		if (above->stat->st_dev == stat->st_dev && above->stat->st_ino == stat->st_ino)
			return refuse_loop(walk, path, above);
	if (directory.level > MOST_DIRECTORIES)
		return path_refuse(walk->wish, path,
			&(struct finding){ .id = "too-deep", .hint = "name a directory further down" },
			"has too many directories above it", walk->report);
	return walk_directory(walk, &directory);
}

static bool is_configuration(const char *name)
{
	return string_ends(name, ".yaml") || string_ends(name, ".yml");
}

static int walk_entry(struct walk *walk, const struct directory *in, const char *name)
{
	AUTO_FREE char *path = text_print("%s%s%s", in->path, string_ends(in->path, "/") ? "" : "/", name);
	struct stat stat;

	if (path_look(path, &stat) < 0)
		return is_configuration(name) ? path_unreadable(walk->wish, path, errno, walk->report) : 0;
	if (S_ISDIR(stat.st_mode))
		return walk_down(walk, path, &stat, in);
	if (!is_configuration(name))
		return 0;
	walk->n_files++;
	if (S_ISREG(stat.st_mode))
		return path_load(walk->wish, path, walk->report);
	return path_refuse(walk->wish, path,
		&(struct finding){ .id = "not-a-file", .hint = "take it out of the directory" },
		"is neither a file nor a directory", walk->report);
}

/* Editors and mounts keep their own things behind a dot. */
static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* By bytes, whatever the locale: the order decides nothing but that of messages and of plans. */
static int compare_names(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int walk_directory(struct walk *walk, const struct directory *directory)
{
	struct dirent **entries = NULL;
	int n = scandir(directory->path, &entries, is_visible, compare_names), result = 0;

	if (n < 0)
		return path_unreadable(walk->wish, directory->path, errno, walk->report);
	for (int i = 0; i < n; i++) {
		if (walk_entry(walk, directory, entries[i]->d_name) < 0)
			result = -1;
		free(entries[i]);
	}
	free(entries);
	return result;
}

int path_load_below(struct wish *wish, const char *path, struct report *report)
{
	struct walk walk = { .wish = wish, .report = report };
	struct stat stat;
	int result;

	if (path_look(path, &stat) < 0)
		return path_unreadable(wish, path, errno, report);
	result = walk_down(&walk, path, &stat, NULL);
	if (result == 0 && walk.n_files == 0)
		return path_refuse(wish, path,
			&(struct finding){
				.id = "empty-directory", .hint = "name the directory that has them" },
			"has no *.yaml and no *.yml file below it", report);
	return result;
}

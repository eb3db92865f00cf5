/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of places where managers have their files, and the walk through these. */
#include "claims_read.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define NETWORKD_DIRECTORIES                                                                                 \
	"etc/systemd/network", "run/systemd/network", "usr/local/lib/systemd/network",                       \
		"usr/lib/systemd/network", "lib/systemd/network"

/*
 * In the order of precedence: where `shadows` is set, a file hides those of its name in later directories.
 * `drop_ins`: a file may be changed by others in a directory that has its name and ".d"; of these it is only
 * seen whether they hold this word.
 */
static const struct place {
	enum manager manager;
	claim_reader *read;
	void (*end)(struct claims *, void *kept); /* NULL: each file is by itself */
	const char *suffix;                       /* NULL: any name */
	bool shadows;
	const char *directories[6];
	const char *drop_ins;
	const char *only; /* the one file in them that is read */
} places[] = {
	{ .manager = MANAGER_DRIVERCTL, .read = claims_of_driverctl, .directories = { "etc/driverctl.d" } },
	{ .manager = MANAGER_MODPROBE,
		.read = claims_of_modprobe,
		.suffix = ".conf",
		.shadows = true,
		.directories = { "etc/modprobe.d", "run/modprobe.d", "usr/local/lib/modprobe.d",
			"usr/lib/modprobe.d", "lib/modprobe.d" } },
	{ .manager = MANAGER_UDEV,
		.read = claims_of_udev,
		.suffix = ".rules",
		.shadows = true,
		.directories = { "etc/udev/rules.d", "run/udev/rules.d", "usr/local/lib/udev/rules.d",
			"usr/lib/udev/rules.d", "lib/udev/rules.d" } },
	{ .manager = MANAGER_NETWORKD,
		.read = claims_of_networkd,
		.suffix = ".link",
		.shadows = true,
		.drop_ins = "SR-IOV",
		.directories = { NETWORKD_DIRECTORIES } },
	{ .manager = MANAGER_NETWORKD,
		.read = claims_of_networkd,
		.suffix = ".network",
		.shadows = true,
		.drop_ins = "SR-IOV",
		.directories = { NETWORKD_DIRECTORIES } },
	{ .manager = MANAGER_NETWORKMANAGER,
		.read = claims_of_keyfile,
		.directories = { "etc/NetworkManager/system-connections",
			"run/NetworkManager/system-connections",
			"usr/lib/NetworkManager/system-connections" } },
	{ .manager = MANAGER_NETPLAN,
		.read = claims_of_netplan,
		.end = claims_of_netplans,
		.suffix = ".yaml",
		.shadows = true,
		.directories = { "run/netplan", "etc/netplan", "usr/lib/netplan", "lib/netplan" } },
	{ .manager = MANAGER_NETWORKMANAGER,
		.read = claims_of_nm_conf,
		.only = "NetworkManager.conf",
		.directories = { "etc/NetworkManager" } },
	{ .manager = MANAGER_NETWORKMANAGER,
		.read = claims_of_nm_conf,
		.only = "NetworkManager-intern.conf",
		.directories = { "var/lib/NetworkManager" } },
	{ .manager = MANAGER_NETWORKMANAGER,
		.read = claims_of_nm_conf,
		.suffix = ".conf",
		.shadows = true,
		.directories = { "etc/NetworkManager/conf.d", "run/NetworkManager/conf.d",
			"usr/lib/NetworkManager/conf.d" } },
	{ .manager = MANAGER_OPERATOR,
		.read = claims_of_operator,
		.directories = { "etc/sriov-operator/pci" } },
	{ .manager = MANAGER_TMPFILES,
		.read = claims_of_tmpfiles,
		.suffix = ".conf",
		.shadows = true,
		.directories = { "etc/tmpfiles.d", "run/tmpfiles.d", "usr/local/lib/tmpfiles.d",
			"usr/lib/tmpfiles.d" } },
	{ .manager = MANAGER_SYSFSUTILS,
		.read = claims_of_sysfs_conf,
		.only = "sysfs.conf",
		.directories = { "etc" } },
	{ .manager = MANAGER_SYSFSUTILS,
		.read = claims_of_sysfs_conf,
		.suffix = ".conf",
		.directories = { "etc/sysfs.d" } },
};

const struct knob *const attribute_knobs[] = { &knob_numvfs, &knob_override, NULL };

/* Names of one place that were there before. */
struct seen {
	char **names;
	size_t n;
	struct lookup lookup;
};

static bool seen_before(struct seen *seen, const char *name)
{
	uint64_t hash = hash_string(0, name);
	size_t at;

	for (size_t cursor = 0; lookup_next(&seen->lookup, hash, &cursor, &at);)
		if (string_equal(seen->names[at], name))
			return true;
	lookup_add(&seen->lookup, hash, seen->n);
	seen->names = memory_grow(seen->names, seen->n, sizeof(*seen->names));
	seen->names[seen->n++] = string_copy(name);
	return false;
}

static void seen_free(struct seen *seen)
{
	for (size_t i = 0; i < seen->n; i++)
		free(seen->names[i]);
	free(seen->names);
	lookup_free(&seen->lookup);
}

/* One walk over the files of a place. */
struct walk {
	const struct claim_source *source;
	const struct place *place;
	struct seen seen;
	size_t n_files;
	struct claims *claims;
	void *kept;
};

/* `words`: a path, and what is said of it. */
static void doubt_words(const struct walk *walk, const char *words)
{
	AUTO_FREE char *why = text_print("/%s", words);

	claims_doubt(walk->claims, walk->place->manager, why);
}

static void doubt_errno(const struct walk *walk, const char *path, int error)
{
	AUTO_FREE char *words = text_print("%s: %s", path, strerror(error));

	doubt_words(walk, words);
}

/* More than any manager has; whoever fills a directory does not make pawl read for ever. */
enum { MOST_BYTES = 4 << 20, MOST_FILES = 10000 };

/* For the caller to free. NULL: it is not there, or in doubt; nobody reads directories. */
static char *file_read(const struct walk *walk, const char *path)
{
	AUTO_TEXT struct text bytes = { 0 };
	int error = walk->source->read(walk->source->data, path, &bytes);

	if (error == EISDIR || error == ENOENT) /* a link to nowhere is no file */
		return NULL;
	if (error && bytes.length) { /* more is known than the errno */
		doubt_words(walk, text_string(&bytes));
		return NULL;
	}
	if (error || bytes.length > MOST_BYTES) {
		doubt_errno(walk, path, error ? error : EFBIG);
		return NULL;
	}
	if (bytes.length != strlen(text_string(&bytes))) {
		AUTO_FREE char *words =
			text_print("%s: has a NUL, and what stands behind it is not read", path);

		doubt_words(walk, words);
	}
	return text_take(&bytes);
}

static void file_take(struct walk *walk, const char *path)
{
	const struct place *place = walk->place;
	const struct claim_file file = { place->manager, path, strrchr(path, '/') + 1, walk->claims,
		&walk->kept };
	AUTO_FREE char *text = file_read(walk, path);

	if (text)
		place->read(&file, text);
}

/* systemd.link(5): what stands in DIRECTORY/NAME.d changes NAME. It is not followed, and not passed over. */
static void drop_in_take(const struct walk *walk, const char *directory, const char *name)
{
	AUTO_FREE char *path = text_print("%s/%s", directory, name);
	const struct claim_file file = { walk->place->manager, path, name, walk->claims, NULL };
	AUTO_FREE char *text = string_ends(name, ".conf") ? file_read(walk, path) : NULL;

	if (text && strstr(text, walk->place->drop_ins))
		claim_unclear(&file, 1, "what is added to another file is not read here");
}

/* The names in it, one a line, for the caller to free; NULL: it is not there, or in doubt. */
static char *directory_read(const struct walk *walk, const char *directory)
{
	AUTO_TEXT struct text names = { 0 };
	int error = walk->source->list(walk->source->data, directory, &names);

	if (error && error != ENOENT && error != ENOTDIR)
		doubt_errno(walk, directory, error);
	return error ? NULL : text_take(&names);
}

static void drop_ins_take(const struct walk *walk, const char *directory, const char *name)
{
	AUTO_FREE char *below = text_print("%s/%s", directory, name);
	AUTO_FREE char *list = directory_read(walk, below);
	char *rest = list;

	while (rest)
		drop_in_take(walk, below, strsep(&rest, "\n"));
}

static void name_take(struct walk *walk, const char *directory, const char *name)
{
	const struct place *place = walk->place;
	AUTO_FREE char *path = text_print("%s/%s", directory, name);
	AUTO_FREE char *suffix_d = text_print("%s.d", place->suffix ? place->suffix : "");

	if (place->drop_ins && string_ends(name, suffix_d))
		drop_ins_take(walk, directory, name);
	if ((place->suffix && !string_ends(name, place->suffix)) ||
		(place->shadows && seen_before(&walk->seen, name)))
		return;
	if (walk->n_files++ < MOST_FILES)
		file_take(walk, path);
	else
		doubt_errno(walk, directory, E2BIG);
}

static void directory_take(struct walk *walk, const char *directory)
{
	AUTO_FREE char *list =
		walk->place->only ? string_copy(walk->place->only) : directory_read(walk, directory);
	char *rest = list, *name;

	while (rest && (name = strsep(&rest, "\n")))
		if (*name)
			name_take(walk, directory, name);
}

void claims_read(const struct claim_source *source, struct claims *claims)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct walk walk = { .source = source, .place = &places[i], .claims = claims };

		for (size_t d = 0; places[i].directories[d]; d++)
			directory_take(&walk, places[i].directories[d]);
		if (walk.kept)
			places[i].end(claims, walk.kept);
		seen_free(&walk.seen);
	}
}

char *word_trim(char *word)
{
	size_t length;

	word += strspn(word, " \t\r");
	length = strlen(word);
	while (length > 0 && strchr(" \t\r", word[length - 1]))
		word[--length] = '\0';
	return word;
}

static char *line_raw(struct lines *lines)
{
	char *line = strsep(&lines->rest, "\n");

	lines->next += line != NULL;
	return line;
}

/* The backslash becomes a blank, and so does the end of its line. */
char *line_next(struct lines *lines)
{
	char *line = line_raw(lines), *end = line;

	lines->number = lines->next;
	while (line && lines->joins && lines->rest && *(end += strlen(end)) == '\0' && end > line &&
		end[-1] == '\\') {
		end[-1] = end[0] = ' ';
		end++;
		line_raw(lines);
	}
	return line ? word_trim(line) : NULL;
}

void claim_found(const struct claim_file *file, size_t line, const char *names, const struct knob *knob,
	const char *value)
{
	const struct claim claim = {
		.manager = file->manager,
		.file = (char *)file->path,
		.line = line,
		.names = (char *)names,
		.knob = knob,
		.value = (char *)value,
		.vf = -1,
	};

	claims_add(file->claims, &claim);
}

void claim_unclear(const struct claim_file *file, size_t line, const char *why)
{
	AUTO_FREE char *words = text_print("/%s:%zu: %s", file->path, line, why);

	claims_doubt(file->claims, file->manager, words);
}

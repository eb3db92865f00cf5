/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of managers and their files, and the walk through these. */
#include "claims_read.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

const struct manager_row manager_rows[N_MANAGERS] = {
	[MANAGER_CMDLINE] = { .name = "cmdline",
		.title = "the kernel's command line",
		.where = "/proc/cmdline: vfio-pci.ids=, MODULE.max_vfs=",
		.source = "Documentation/admin-guide/kernel-parameters.rst; drivers/vfio/pci/vfio_pci.c, "
			  "vfio_pci_fill_ids",
		.fix = "take it off the kernel's command line",
		.sets = { &knob_override, &knob_numvfs } },
	[MANAGER_MODPROBE] = { .name = "modprobe",
		.title = "modprobe",
		.where = "modprobe.d: options vfio-pci ids=, options MODULE max_vfs=",
		.source = "modprobe.d(5)",
		.fix = "take the option out of that file (and of the initramfs)",
		.sets = { &knob_override, &knob_numvfs } },
	[MANAGER_DRIVERCTL] = { .name = "driverctl",
		.title = "driverctl",
		.where = "/etc/driverctl.d/pci-ADDRESS",
		.source = "driverctl(8); driverctl's save_override and load-override",
		.fix = "`driverctl unset-override ADDRESS`",
		.sets = { &knob_override } },
	[MANAGER_OPERATOR] = { .name = "sriov-operator",
		.title = "the SR-IOV network operator of Kubernetes",
		.where = "/etc/sriov-operator/pci/ADDRESS: numVfs",
		.source = "k8snetworkplumbingwg/sriov-network-operator, pkg/consts/constants.go "
			  "(PfAppliedConfig) and pkg/host/store",
		.fix = "take the function out of the node's policies, or set externallyManaged there",
		.sets = { &knob_numvfs },
		.network = true },
};

/* In the order of precedence: where `shadows` is set, a file hides those of its name in later directories. */
static const struct place {
	enum manager manager;
	claim_reader *read;
	const char *suffix; /* NULL: any name */
	bool shadows;
	const char *directories[6];
} places[] = {
	{ MANAGER_DRIVERCTL, claims_of_driverctl, NULL, false, { "etc/driverctl.d" } },
	{ MANAGER_MODPROBE, claims_of_modprobe, ".conf", true,
		{ "etc/modprobe.d", "run/modprobe.d", "usr/local/lib/modprobe.d", "usr/lib/modprobe.d",
			"lib/modprobe.d" } },
	{ MANAGER_OPERATOR, claims_of_operator, NULL, false, { "etc/sriov-operator/pci" } },
};

static void doubt(struct claims *claims, enum manager manager, const char *path, int error)
{
	AUTO_FREE char *why = text_print("/%s: %s", path, strerror(error));

	claims_doubt(claims, manager, why);
}

static void file_take(
	const struct claim_source *source, const struct place *place, const char *path, struct claims *claims)
{
	const struct claim_file file = { place->manager, path, strrchr(path, '/') + 1, claims };
	AUTO_TEXT struct text bytes = { 0 };
	AUTO_FREE char *text = NULL;
	int error = source->read(source->data, path, &bytes);

	text = text_take(&bytes);
	if (error == EISDIR || error == ENOENT) /* a link to nowhere is no file; nobody reads directories */
		return;
	if (error)
		doubt(claims, place->manager, path, error);
	else
		place->read(&file, text);
}

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

static void directory_take(const struct claim_source *source, const struct place *place,
	const char *directory, struct seen *seen, struct claims *claims)
{
	AUTO_TEXT struct text names = { 0 };
	int error = source->list(source->data, directory, &names);
	AUTO_FREE char *list = text_take(&names);
	char *rest = list, *name;

	if (error == ENOENT || error == ENOTDIR)
		return;
	if (error)
		doubt(claims, place->manager, directory, error);
	while (!error && (name = strsep(&rest, "\n"))) {
		AUTO_FREE char *path = text_print("%s/%s", directory, name);

		if (*name && (!place->suffix || string_ends(name, place->suffix)) &&
			!(place->shadows && seen_before(seen, name)))
			file_take(source, place, path, claims);
	}
}

void claims_read(const struct claim_source *source, struct claims *claims)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct seen seen = { 0 };

		for (size_t d = 0; places[i].directories[d]; d++)
			directory_take(source, &places[i], places[i].directories[d], &seen, claims);
		seen_free(&seen);
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

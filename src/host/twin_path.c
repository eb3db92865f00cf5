/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a path on the twin stands for: a function's attribute, a link, a fact of the machine, a file. */
#include "twin_inside.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct function *path_function(const struct twin *twin, const char *path, const char **ret_rest)
{
	AUTO_FREE char *address = NULL;
	struct function *function;
	size_t length;

	if (!path || !string_starts(path, DEVICES))
		return NULL;
	path += strlen(DEVICES);
	length = strcspn(path, "/");
	address = string_part(path, length);
	function = survey_function(&twin->world, address);
	if (function)
		*ret_rest = path[length] ? path + length + 1 : path + length;
	return function;
}

#define SYS    "sys/"
#define VIRTFN "virtfn"

static bool virtfn_number(const char *name, size_t *ret_number)
{
	const char *digits = name + strlen(VIRTFN);

	if (!string_starts(name, VIRTFN) || !*digits || digits[strspn(digits, "0123456789")] ||
		(*digits == '0' && digits[1]))
		return false;
	*ret_number = strtoul(digits, NULL, 10);
	return true;
}

/* The function that the link `name` of a function's directory leads to: physfn, virtfnN. */
static struct function *function_neighbour(const struct function *function, const char *name)
{
	size_t number;

	if (string_equal(name, "physfn"))
		return function->physfn;
	if (!virtfn_number(name, &number))
		return NULL;
	return number < function->n_virtfn ? function->virtfn[number] : NULL;
}

/* The path with the first link of a function's directory followed; NULL: there is none on the way. */
static char *function_follow(const struct function *function, const char *rest)
{
	const char *more = strchr(rest, '/');
	AUTO_FREE char *name = more ? string_part(rest, (size_t)(more - rest)) : NULL;
	const struct function *neighbour = name ? function_neighbour(function, name) : NULL;

	if (!name)
		return NULL;
	if (neighbour)
		return text_print(DEVICES "%s%s", neighbour->address, more);
	if (string_equal(name, "driver") && function_link(function, A_DRIVER))
		return text_print(DRIVERS "%s%s", function_link(function, A_DRIVER), more);
	if (string_equal(name, "iommu_group") && function_link(function, A_GROUP))
		return text_print(GROUPS "%s%s", function_link(function, A_GROUP), more);
	return NULL;
}

/*
 * drivers/X/ADDRESS and iommu_groups/N/devices/ADDRESS are links to the function's directory. Returns what
 * follows their directory, "ADDRESS" or "ADDRESS/...", NULL when the path is of neither form.
 */
static const char *path_member(const char *path)
{
	const char *at;

	if (string_starts(path, DRIVERS)) {
		at = strchr(path + strlen(DRIVERS), '/');
		return at ? at + 1 : NULL;
	}
	at = string_starts(path, GROUPS) ? strchr(path + strlen(GROUPS), '/') : NULL;
	return at && string_starts(at, "/devices/") ? at + strlen("/devices/") : NULL;
}

/* The function whose link lies in a driver's or a group's directory, if it is really there. */
static const struct function *member_function(const struct twin *twin, const char *path)
{
	const char *member = path_member(path);
	AUTO_FREE char *address = member ? string_part(member, strcspn(member, "/")) : NULL;
	const struct function *function = address ? survey_function(&twin->world, address) : NULL;
	enum attribute link = string_starts(path, DRIVERS) ? A_DRIVER : A_GROUP;
	const char *name = path + strlen(link == A_DRIVER ? DRIVERS : GROUPS);
	const char *here = function ? function_link(function, link) : NULL;

	if (!here || strncmp(here, name, strlen(here)) != 0 || name[strlen(here)] != '/')
		return NULL;
	return function;
}

/* Does the link of the word that ends here lead to what the path has up to it? Else NULL. */
static const struct function *word_function(const struct twin *twin, const char *path, const char *end)
{
	const char *word = memrchr(path, '/', (size_t)(end - path));
	AUTO_FREE char *address = string_part(word + 1, (size_t)(end - word - 1));
	AUTO_FREE char *link =
		text_print("../../../%.*s", (int)(end - path - strlen(SYS)), path + strlen(SYS));
	const struct function *function = survey_function(&twin->world, address);

	return function && string_equal(function_text(function, A_PATH), link) ? function : NULL;
}

/* Where links below bus/pci/devices lead: the last function on the way has what follows. */
static char *path_entry(const struct twin *twin, const char *path)
{
	const struct function *function = NULL;
	const char *rest = NULL;

	if (!string_starts(path, SYS "devices/"))
		return NULL;
	for (const char *end = strchr(path + strlen(SYS), '/'); end; end = strchr(end + 1, '/')) {
		const struct function *here = word_function(twin, path, end);

		function = here ? here : function;
		rest = here ? end : rest;
	}
	return function ? text_print(DEVICES "%s%s", function->address, rest) : NULL;
}

/* The path with one link on the way followed; NULL: none is. */
static char *path_step(const struct twin *twin, const char *path)
{
	const char *rest, *member = path_member(path);
	const struct function *function = path_function(twin, path, &rest);

	if (function)
		return function_follow(function, rest);
	if (!member)
		return path_entry(twin, path);
	if (!strchr(member, '/') || !member_function(twin, path))
		return NULL;
	return text_print(DEVICES "%s", member);
}

char *path_follow(const struct twin *twin, const char *path)
{
	char *now = string_copy(path);

	for (;;) {
		char *next = path_step(twin, now);

		if (!next)
			return now;
		free(now);
		now = next;
	}
}

static int reading_give(const struct reading *reading, const char *end, struct text *out)
{
	switch (reading->is) {
	case R_VALUE:
		text_addf(out, "%s%s", reading->text, end);
		return 0;
	case R_ABSENT:
		return ENOENT;
	case R_BUSY:
		return EBUSY;
	default: /* not captured: nobody may take it for an answer */
		return EIO;
	}
}

/* The row of a file or a link in a function's directory, N_ATTRIBUTES when there is none of that name. */
static enum attribute attribute_find(const char *name, bool link)
{
	for (enum attribute i = 0; i < N_ATTRIBUTES; i++)
		if (i != A_PATH && attributes[i].link == link && string_equal(attributes[i].name, name))
			return i;
	return N_ATTRIBUTES;
}

/* Under device_lock: sriov_numvfs_show (drivers/pci/iov.c), driver_override_show (drivers/pci/pci-sysfs.c) */
static int function_read(
	const struct twin *twin, const struct function *function, const char *name, struct text *out)
{
	enum attribute row = attribute_find(name, false);

	if ((row == A_NUMVFS || row == A_OVERRIDE) && device_is_locked(twin, function->address))
		return TWIN_BLOCKED;
	if (row == A_OVERRIDE && string_equal(function_text(function, row), "")) {
		text_add(out, "(null)\n"); /* a survey has "" for it */
		return 0;
	}
	if (row < N_ATTRIBUTES)
		return reading_give(&function->attr[row], "\n", out);
	if (!*name || function_neighbour(function, name))
		return EISDIR;
	row = attribute_find(name, true);
	if (row < N_ATTRIBUTES && function->attr[row].is == R_VALUE)
		return EISDIR;
	return identity_read(function, name, out);
}

/* What facts count as a VF and do not have was taken away by hand, and left its link (survey_vfs.c). */
static bool stray_link(const struct function *function, const char *name, struct text *out)
{
	AUTO_FREE char *address = NULL;
	size_t number;

	if (!virtfn_number(name, &number) || (int64_t)number >= vfs_count(function))
		return false;
	address = vf_place(function, (int64_t)number);
	if (address)
		text_addf(out, "../%s", address);
	return address;
}

static int function_readlink(const struct function *function, const char *name, struct text *out)
{
	const struct function *neighbour = function_neighbour(function, name);
	enum attribute row = attribute_find(name, true);
	AUTO_TEXT struct text unused = { 0 };

	if (neighbour) {
		text_addf(out, "../%s", neighbour->address);
		return 0;
	}
	if (row < N_ATTRIBUTES)
		return reading_give(&function->attr[row], "", out);
	if (stray_link(function, name, out))
		return 0;
	if (function->orphan_of && string_equal(name, "physfn")) {
		text_addf(out, "../%s", function->orphan_of);
		return 0;
	}
	row = attribute_find(name, false);
	bool is_file = row < N_ATTRIBUTES ? function->attr[row].is == R_VALUE
					  : identity_read(function, name, &unused) != ENOENT;
	return is_file ? EINVAL : ENOENT;
}

/* Facts of the machine and named files. */
static int file_read(const struct twin *twin, const char *path, struct text *out)
{
	const struct entry *file = entries_find(&twin->files, path);
	AUTO_TEXT struct text names = { 0 };

	for (size_t i = 0; !file && i < N_MACHINE_FACTS; i++)
		if (string_equal(machine_facts[i].path, path))
			return reading_give(&twin->world.machine[i], "\n", out);
	if (file) {
		text_add_bytes(out, file->bytes, file->length);
		return 0;
	}
	if (identity_file(twin, path, out) == 0)
		return 0;
	return path_list(twin, path, &names) == 0 ? EISDIR : ENOENT;
}

int path_read(const struct twin *twin, const char *path, struct text *out)
{
	AUTO_FREE char *place = path_follow(twin, path);
	const char *rest;
	const struct function *function = path_function(twin, place, &rest);

	return function ? function_read(twin, function, rest, out) : file_read(twin, place, out);
}

int path_link(const struct twin *twin, const char *path, struct text *out)
{
	AUTO_FREE char *place = path_follow(twin, path);
	const char *rest;
	const struct function *function = path_function(twin, place, &rest);
	AUTO_TEXT struct text bytes = { 0 };
	int err;

	if (function && *rest)
		return function_readlink(function, rest, out);
	if (function)
		return reading_give(&function->attr[A_PATH], "", out);
	function = member_function(twin, place);
	if (function) { /* one directory deeper than bus/pci/devices */
		text_add(out, "../");
		return reading_give(&function->attr[A_PATH], "", out);
	}
	err = file_read(twin, place, &bytes);
	return err == 0 || err == EISDIR ? EINVAL : err;
}

static int gather_one(const struct twin *twin, const char *directory, const char *name, struct text *out)
{
	size_t length = strlen(name);
	bool link = length && name[length - 1] == '@';
	AUTO_FREE char *bare = string_part(name, link ? length - 1 : length);
	AUTO_FREE char *path = NULL;
	const char *rest;
	const struct function *function = path_function(twin, directory, &rest);

	if (function && !*rest && !strchr(bare, '/'))
		return link ? function_readlink(function, bare, out)
			    : function_read(twin, function, bare, out);
	path = text_print("%s/%s", directory, bare);
	return link ? path_link(twin, path, out) : path_read(twin, path, out);
}

static int directory_exists(const struct twin *twin, const char *path)
{
	const char *rest;
	AUTO_TEXT struct text names = { 0 };
	const struct function *function = path_function(twin, path, &rest);

	return function && !*rest ? 0 : path_list(twin, path, &names);
}

int path_gather(struct twin *twin, const struct op *op, struct text *out)
{
	AUTO_FREE char *with_end = text_print("%s/", op->path);
	AUTO_FREE char *directory = path_follow(twin, with_end);
	const char *name = op->in, *end = name + op->in_len;
	int err;

	directory[strlen(directory) - 1] = '\0';
	err = directory_exists(twin, directory);
	for (; !err && name < end; name += strlen(name) + 1) {
		AUTO_TEXT struct text value = { 0 };
		int answer = gather_one(twin, directory, name, &value);

		if (answer == TWIN_BLOCKED)
			return TWIN_BLOCKED;
		if (value.length && value.bytes[value.length - 1] == '\n')
			value.bytes[value.length - 1] = '\0';
		text_add(out, answer == 0 ? "=" : answer == ENOENT ? "-" : "?");
		text_add(out, answer == 0 ? text_string(&value) : answer == ENOENT ? "" : strerror(answer));
		text_add_bytes(out, "", 1);
	}
	return err;
}

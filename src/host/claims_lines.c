/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims of managers whose files say one thing a line. */
#include "address.h"
#include "claims_read.h"
#include <ctype.h>
#include <string.h>

#define VFIO_PCI "vfio-pci"

/* driverctl's save_override: the file is pci-ADDRESS, only ADDRESS in old versions, and holds the driver. */
void claims_of_driverctl(const struct claim_file *file, char *text)
{
	const char *address = string_starts(file->name, "pci-") ? file->name + strlen("pci-") : file->name;
	AUTO_FREE char *names = text_print("%s=%s", claim_words[CLAIM_ADDRESS], address);
	struct lines lines = { .rest = text };
	const char *driver = line_next(&lines);

	while (driver && !*driver) /* one who writes by hand begins where he likes */
		driver = line_next(&lines);
	if (address_valid(address) && driver && *driver)
		claim_found(file, lines.number, names, &knob_override, driver);
}

/* A module's name may be written with either sign (kernel/params.c, parameqn; kmod does the same). */
static void module_to_driver(char *name)
{
	for (; *name; name++)
		*name = *name == '_' ? '-' : *name;
}

static bool ids_valid(const char *ids)
{
	return strlen(ids) >= strlen("1:1") && ids[strspn(ids, "0123456789abcdefABCDEFx:")] == '\0' &&
	       strchr(ids, ':');
}

/* "10de:2206,8086:10ca:8086:0001": drivers/vfio/pci/vfio_pci.c, vfio_pci_fill_ids; then its class. */
static void ids_found(const struct claim_file *file, size_t line, char *list)
{
	char *ids;

	while ((ids = strsep(&list, ","))) {
		AUTO_FREE char *names = text_print("%s=%s", claim_words[CLAIM_IDS], ids);

		if (ids_valid(ids))
			claim_found(file, line, names, &knob_override, VFIO_PCI);
	}
}

/* kernel/params.c, next_arg: quotes are no part of the value. */
static void word_unquote(char *word)
{
	char *to = word;

	for (; *word; word++)
		if (*word != '"')
			*to++ = *word;
	*to = '\0';
}

/* "ids=..." of vfio-pci, "max_vfs=7" of igb and the like (drivers/net/ethernet/intel/igb/igb_main.c). */
static void option_found(const struct claim_file *file, size_t line, const char *module, char *option)
{
	AUTO_FREE char *names = text_print("%s=%s", claim_words[CLAIM_DRIVER], module);

	word_unquote(option);
	if (string_equal(module, VFIO_PCI) && string_starts(option, "ids="))
		ids_found(file, line, option + strlen("ids="));
	else if (string_starts(option, "max_vfs="))
		claim_found(file, line, names, &knob_numvfs, option + strlen("max_vfs="));
}

/* modprobe.d(5): "options MODULE OPTION...", "#" begins a remark. Aliases and `install` are not followed. */
void claims_of_modprobe(const struct claim_file *file, char *text)
{
	struct lines lines = { .rest = text, .joins = true };
	char *line;

	while ((line = line_next(&lines))) {
		const char *verb = strsep(&line, " \t");
		char *module = line ? line += strspn(line, " \t") : NULL, *option;

		if (!line || !string_equal(verb, "options"))
			continue;
		strsep(&line, " \t");
		module_to_driver(module);
		while (line && (option = strsep(&line, " \t")))
			option_found(file, lines.number, module, option);
	}
}

/* "vfio_pci.ids=...", each parameter with its module before it. */
void claims_read_cmdline(struct claims *claims, const char *cmdline)
{
	const struct claim_file file = { MANAGER_CMDLINE, "proc/cmdline", "cmdline", claims, NULL };
	AUTO_FREE char *words = string_copy(cmdline);
	char *rest = words, *word;

	while (words && (word = strsep(&rest, " \n"))) {
		char *dot = strchr(word, '.');

		if (!dot)
			continue;
		*dot = '\0';
		module_to_driver(word);
		option_found(&file, 1, word, dot + 1);
	}
}

/* The number behind "KEY": in JSON that encoding/json has made, on one line; NULL: there is none. */
static char *json_number(const char *text, const char *key)
{
	const char *at = strstr(text, key);

	if (!at)
		return NULL;
	at += strlen(key);
	at += strspn(at, " \t\n:");
	return isdigit((unsigned char)*at) ? string_part(at, strspn(at, "0123456789")) : NULL;
}

/* "\"legacy\"": what is between the quotes. */
static char *json_word(const char *quoted)
{
	return string_part(quoted + 1, strcspn(quoted + 1, "\""));
}

/*
 * The operator keeps what it has set on a PF, in a file that has its address for a name (pkg/host/store,
 * SaveLastPfAppliedStatus); of one that is managed externally it leaves the count alone.
 */
void claims_of_operator(const struct claim_file *file, char *text)
{
	AUTO_FREE char *names = text_print("%s=%s", claim_words[CLAIM_ADDRESS], file->name);
	AUTO_FREE char *count = json_number(text, "\"numVfs\"");
	const char *mode = strstr(text, "\"eSwitchMode\":\"");
	AUTO_FREE char *word = mode ? json_word(mode + strlen("\"eSwitchMode\":")) : NULL;
	bool external = strstr(text, "\"externallyManaged\":true") != NULL;

	if (!address_valid(file->name) || external)
		return;
	if (count)
		claim_found(file, 1, names, &knob_numvfs, count);
	else
		claim_unclear(file, 1, "no numVfs is found");
	if (word && *word)
		claim_found(file, 1, names, &knob_eswitch, word);
}

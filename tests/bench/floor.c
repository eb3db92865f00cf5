/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * floor.c: reads the attributes of a list for each PCI function below a root once, as the measure of what
 * planning cannot do without.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct attribute {
	char name[64];
	bool link, sriov;
};

static struct attribute attributes[16];
static size_t n_attributes, n_functions, n_values, n_bytes;

static void give_up(const char *what)
{
	perror(what);
	exit(1);
}

/* A line is "NAME file|link [sriov]"; "path" is the function's own link in the directory of devices. */
static void list_read(const char *path)
{
	FILE *list = fopen(path, "re");
	char line[128], type[8], more[8];

	if (!list)
		give_up(path);
	while (fgets(line, sizeof line, list) && n_attributes < 16) {
		struct attribute *a = &attributes[n_attributes++];
		int words = sscanf(line, "%63s %7s %7s", a->name, type, more);

		a->link = words > 1 && !strcmp(type, "link");
		a->sriov = words > 2;
	}
	fclose(list);
}

static void count(ssize_t length)
{
	if (length < 0)
		return;
	n_values++;
	n_bytes += (size_t)length;
}

static ssize_t file_read(int directory, const char *name, char *buffer, size_t room)
{
	int fd = openat(directory, name, O_RDONLY | O_CLOEXEC);
	ssize_t length;

	if (fd < 0)
		return -1;
	length = read(fd, buffer, room - 1);
	close(fd);
	buffer[length > 0 ? length : 0] = '\0';
	return length;
}

static void virtfns_read(int function, int number)
{
	char name[24], target[64];

	for (int i = 0; i < number; i++) {
		snprintf(name, sizeof name, "virtfn%d", i);
		count(readlinkat(function, name, target, sizeof target));
	}
}

static void function_read(int devices, const char *address)
{
	int fd = openat(devices, address, O_PATH | O_DIRECTORY | O_CLOEXEC);
	char value[4096];
	bool sriov = false;

	if (fd < 0)
		give_up(address);
	for (const struct attribute *a = attributes; a < attributes + n_attributes; a++) {
		bool path = !strcmp(a->name, "path");
		ssize_t length;

		if (a->sriov && !sriov)
			continue;
		length = a->link ? readlinkat(
					   path ? devices : fd, path ? address : a->name, value, sizeof value)
				 : file_read(fd, a->name, value, sizeof value);
		count(length);
		if (!strcmp(a->name, "sriov_totalvfs"))
			sriov = length > 0;
		if (!strcmp(a->name, "sriov_numvfs"))
			virtfns_read(fd, atoi(value));
	}
	close(fd);
	n_functions++;
}

/* floor ROOT LIST */
int main(int argc, char **argv)
{
	struct dirent *entry;
	DIR *devices;

	if (argc != 3)
		return 64;
	list_read(argv[2]);
	if (chdir(argv[1]))
		give_up(argv[1]);
	devices = opendir("sys/bus/pci/devices");
	if (!devices)
		give_up("sys/bus/pci/devices");
	while ((entry = readdir(devices)))
		if (entry->d_name[0] != '.')
			function_read(dirfd(devices), entry->d_name);
	closedir(devices);
	printf("%zu functions, %zu values, %zu bytes\n", n_functions, n_values, n_bytes);
	return 0;
}

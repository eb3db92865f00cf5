/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * make-tree.c: writes a root directory of a machine with many SR-IOV functions, for measuring.
 *
 * Each PF stands below a root port of its own and has all its VFs, bound to no driver and kept so. Layout and
 * texts are those of Linux (Documentation/ABI/testing/sysfs-bus-pci, drivers/pci/pci-sysfs.c, iov.c).
 */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PORT_BUS = 0, FIRST_BUS = 1, PFS_A_DOMAIN = 64, MAX_PFS = 256, MAX_VFS = 254 };

struct function {
	unsigned domain, bus, devfn, vendor, device, class;
	const char *driver, *override;
	unsigned port; /* the root port above it, counted from 1; 0: it is one */
};

static int groups;

static void give_up(const char *what)
{
	perror(what);
	exit(1);
}

/* Formats into one of a few buffers that take turns: long enough for the one call that uses it. */
__attribute__((format(printf, 1, 2))) static const char *words(const char *format, ...)
{
	static char buffers[8][256];
	static unsigned turn;
	char *buffer = buffers[turn++ % 8];
	va_list values;

	va_start(values, format);
	vsnprintf(buffer, sizeof buffers[0], format, values);
	va_end(values);
	return buffer;
}

static int directory_make(const char *path)
{
	char part[256];
	int fd;

	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		snprintf(part, sizeof part, "%.*s", (int)(slash - path), path);
		if (mkdir(part, 0755) && errno != EEXIST)
			give_up(part);
	}
	if (mkdir(path, 0755) && errno != EEXIST)
		give_up(path);
	fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		give_up(path);
	return fd;
}

static void file_make(int directory, const char *name, const char *value)
{
	int fd = openat(directory, name, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);

	if (fd < 0 || dprintf(fd, "%s\n", value) < 0 || close(fd))
		give_up(name);
}

static void link_make(int directory, const char *name, const char *target)
{
	if (symlinkat(target, directory, name))
		give_up(name);
}

static const char *address(const struct function *f)
{
	return words("%04x:%02x:%02x.%u", f->domain, f->bus, f->devfn >> 3, f->devfn & 7);
}

static struct function port_of(unsigned number)
{
	return (struct function){ .domain = number ? (number - 1) / PFS_A_DOMAIN : 0,
		.bus = PORT_BUS,
		.devfn = number ? (number - 1) % PFS_A_DOMAIN + 1 : 0,
		.vendor = 0x19e5,
		.device = 0xa120,
		.class = 0x060400,
		.driver = "pcieport" };
}

static const char *path_of(const struct function *f)
{
	struct function port = port_of(f->port);

	return f->port ? words("sys/devices/pci%04x:00/%s/%s", f->domain, address(&port), address(f))
		       : words("sys/devices/pci%04x:00/%s", f->domain, address(f));
}

/* Returns the function's directory, with what every function has. */
static int function_make(const struct function *f, int devices)
{
	int fd = directory_make(path_of(f));
	const char *up = f->port ? "../../../.." : "../../..";

	file_make(fd, "vendor", words("0x%04x", f->vendor));
	file_make(fd, "device", words("0x%04x", f->device));
	file_make(fd, "subsystem_vendor", words("0x%04x", f->vendor));
	file_make(fd, "subsystem_device", "0x0051");
	file_make(fd, "class", words("0x%06x", f->class));
	file_make(fd, "driver_override", f->override ? f->override : "(null)");
	file_make(fd, "numa_node", words("%u", f->port % 4));
	link_make(fd, "iommu_group", words("%s/kernel/iommu_groups/%d", up, groups++));
	if (f->driver)
		link_make(fd, "driver", words("%s/bus/pci/drivers/%s", up, f->driver));
	link_make(devices, address(f), words("../../..%s", path_of(f) + strlen("sys")));
	return fd;
}

static void vf_make(int devices, int pf_fd, const struct function *pf, unsigned number)
{
	struct function vf = *pf;
	int fd;

	vf.devfn = pf->devfn + 1 + number;
	vf.device = 0x375e;
	vf.driver = NULL;
	vf.override = "none";
	fd = function_make(&vf, devices);
	link_make(fd, "physfn", words("../%s", address(pf)));
	link_make(pf_fd, words("virtfn%u", number), words("../%s", address(&vf)));
	close(fd);
}

static void pf_make(int devices, unsigned number, unsigned vfs)
{
	struct function port = port_of(number);
	struct function pf = { .domain = port.domain,
		.bus = FIRST_BUS + (number - 1) % PFS_A_DOMAIN,
		.vendor = 0x19e5,
		.device = 0x0222,
		.class = 0x020000,
		.driver = "hinic3",
		.port = number };
	int fd;

	close(function_make(&port, devices));
	fd = function_make(&pf, devices);
	file_make(fd, "sriov_totalvfs", words("%u", vfs));
	file_make(fd, "sriov_numvfs", words("%u", vfs));
	file_make(fd, "sriov_drivers_autoprobe", "1");
	file_make(fd, "sriov_offset", "1");
	file_make(fd, "sriov_stride", "1");
	file_make(fd, "sriov_vf_device", "375e");
	for (unsigned i = 0; i < vfs; i++)
		vf_make(devices, fd, &pf, i);
	close(fd);
}

static void machine_make(void)
{
	static const char *const files[][3] = {
		{ "proc/sys/kernel", "hostname", "bench" },
		{ "proc/sys/kernel", "osrelease", "6.6.0" },
		{ "proc/sys/kernel/random", "boot_id", "00000000-0000-4000-8000-000000000001" },
		{ "proc", "cmdline", "BOOT_IMAGE=/vmlinuz iommu.passthrough=0" },
		{ "etc", "machine-id", "00000000000040008000000000000002" },
		{ "etc", "hostname", "bench" },
		{ "sys/class/dmi/id", "product_serial", "BENCH" },
		{ "sys/class/dmi/id", "product_name", "bench" },
	};
	static const char *const drivers[] = { "hinic3", "pcieport", "vfio-pci" };

	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		int fd = directory_make(files[i][0]);

		file_make(fd, files[i][1], files[i][2]);
		close(fd);
	}
	for (size_t i = 0; i < sizeof drivers / sizeof drivers[0]; i++)
		close(directory_make(words("sys/bus/pci/drivers/%s", drivers[i])));
}

/* make-tree DIRECTORY PFS VFS */
int main(int argc, char **argv)
{
	unsigned pfs = argc > 2 ? (unsigned)atoi(argv[2]) : 0, vfs = argc > 3 ? (unsigned)atoi(argv[3]) : 0;
	int devices;

	if (pfs < 1 || pfs > MAX_PFS || vfs > MAX_VFS) {
		fprintf(stderr, "usage: make-tree DIRECTORY PFS(1-%d) VFS(0-%d)\n", MAX_PFS, MAX_VFS);
		return 64;
	}
	if (chdir(argv[1]))
		give_up(argv[1]);
	machine_make();
	devices = directory_make("sys/bus/pci/devices");
	for (unsigned i = 1; i <= pfs; i++)
		pf_make(devices, i, vfs);
	close(devices);
	return 0;
}

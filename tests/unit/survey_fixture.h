/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_fixture.h: a machine of files that is surveyed, and a host in between that may change it.
 */
#ifndef SURVEY_FIXTURE_H
#define SURVEY_FIXTURE_H

#include "linux_fixture.h"
#include "survey.h"

#define DEVICES "sys/bus/pci/devices"

static struct survey survey;
static struct report report;

static inline void clean(void)
{
	survey_free(&survey);
	report_free(&report);
}

/* A function of the fake machine; attributes that are NULL have no file. */
struct fake {
	const char *address, *above, *driver, *override, *totalvfs, *numvfs;
};

static inline void make_attribute(const char *directory, const char *name, const char *value)
{
	AUTO_FREE char *path = text_print("%s/%s", directory, name);
	AUTO_FREE char *line = value ? text_print("%s\n", value) : NULL;

	if (line)
		make_text(path, line);
}

static inline void make_link(const char *directory, const char *name, const char *target)
{
	AUTO_FREE char *path = text_print("%s/%s", directory, name);

	ck_assert_int_eq(symlink(target, below(path)), 0);
}

static inline void make_function(const struct fake *fake)
{
	AUTO_FREE char *directory = text_print("sys/devices/%s/%s", fake->above, fake->address);
	AUTO_FREE char *target = text_print("../../../devices/%s/%s", fake->above, fake->address);
	AUTO_FREE char *driver =
		fake->driver ? text_print("../../../../bus/pci/drivers/%s", fake->driver) : NULL;

	make_directory(directory);
	make_link(DEVICES, fake->address, target);
	make_attribute(directory, "vendor", "0x19e5");
	make_attribute(directory, "device", "0x0222");
	make_attribute(directory, "class", "0x020000");
	make_attribute(directory, "numa_node", "-1");
	make_attribute(directory, "driver_override", fake->override);
	make_attribute(directory, "sriov_totalvfs", fake->totalvfs);
	if (driver)
		make_link(directory, "driver", driver);
	if (!fake->totalvfs)
		return;
	make_attribute(directory, "sriov_numvfs", fake->numvfs);
	make_attribute(directory, "sriov_drivers_autoprobe", "1");
	/* those that are yet to come stand nowhere else */
	make_attribute(directory, "sriov_offset", string_equal(fake->numvfs, "0") ? "128" : "8");
	make_attribute(directory, "sriov_stride", "1");
	make_attribute(directory, "sriov_vf_device", "375f");
}

#define PORT "pci0000:16/0000:16:00.0"

static inline void make_machine(void)
{
	static const struct fake fakes[] = {
		{ "0000:16:00.0", "pci0000:16", "pcieport", "(null)", NULL, NULL },
		{ "0000:17:00.0", PORT, "hisdk3", "(null)", "60", "2" },
		{ "0000:17:00.1", PORT, NULL, "none", "60", "0" },
		{ "0000:17:01.0", PORT, "vfio-pci", "vfio-pci", NULL, NULL },
		{ "0000:17:01.1", PORT, NULL, "(null)", NULL, NULL },
		{ "10000:01:00.0", "pci10000:00", NULL, "(null)", NULL, NULL },
	};

	make_directory(DEVICES);
	make_directory("sys/bus/pci/drivers/vfio-pci");
	make_directory("sys/bus/pci/drivers/hisdk3");
	make_directory("sys/bus/pci/drivers/pcieport");
	for (size_t i = 0; i < sizeof(fakes) / sizeof(fakes[0]); i++)
		make_function(&fakes[i]);
	make_link("sys/devices/" PORT "/0000:17:00.0", "virtfn0", "../0000:17:01.0");
	make_link("sys/devices/" PORT "/0000:17:00.0", "virtfn1", "../0000:17:01.1");
	make_directory("proc/sys/kernel/random");
	make_directory("sys/class/dmi/id/product_serial"); /* cannot be read as a file, even by root */
	make_text("proc/sys/kernel/hostname", "kp001\n");
	make_text("proc/cmdline", "ro quiet\n");
	make_text("proc/sys/kernel/random/boot_id", "0b7c1d2e\n");
}

/* A host that passes everything on to the fixture's, but for what a test asks of it. */
struct proxy {
	struct host host;
	const char *hangs; /* reads of paths that end so are still running at their deadline */
	uint64_t hanging[8];
	size_t n_hanging, overrides_read;
	uint64_t interrupt_at; /* the ticket whose answer is preceded by a signal */
	const char *watched;   /* before an operation on a path that ends so, `change` is called */
	void (*change)(struct proxy *);
	unsigned lists;    /* of the functions, so far */
	const char *links; /* what netlink tells instead */
	uint64_t links_ticket;
};

static inline bool text_ends(const char *text, const char *end)
{
	return strlen(text) >= strlen(end) && string_equal(text + strlen(text) - strlen(end), end);
}

/* As a file of its own, or as one of those that are gathered. */
static inline size_t overrides_asked(const struct op *op)
{
	const char *name = op->in, *end = name + op->in_len;
	size_t n = op->verb == OP_READ && text_ends(op->path, "driver_override");

	for (; op->verb == OP_GATHER && name < end; name += strlen(name) + 1)
		n += text_ends(name, "driver_override");
	return n;
}

/* A slow machine fails nothing: a helper may need longer than an operator is to wait. A watch ends so. */
static inline struct op op_with_patience(const struct op *op)
{
	struct op patient = *op;

	if (op->verb != OP_WATCH)
		patient.deadline_ns *= 30;
	return patient;
}

static inline uint64_t proxy_begin(struct host *self, const struct op *op)
{
	struct proxy *proxy = (struct proxy *)self;
	const struct op patient = op_with_patience(op);

	if (proxy->change && text_ends(op->path, proxy->watched))
		proxy->change(proxy);
	proxy->lists += op->verb == OP_LIST && string_equal(op->path, DEVICES);
	uint64_t ticket = host->ops->begin(host, &patient);

	if (op->verb == OP_READ && proxy->hangs && text_ends(op->path, proxy->hangs)) {
		ck_assert_uint_ge(op->deadline_ns, SECOND);
		if (text_ends(op->path, "numvfs"))
			ck_assert_str_eq(op->lock, "device/0000:17:00");
		proxy->hanging[proxy->n_hanging++] = ticket;
	}
	if (op->verb == OP_NETLINK)
		proxy->links_ticket = ticket;
	proxy->overrides_read += overrides_asked(op);
	return ticket;
}

static inline int proxy_next(struct host *self, struct done *answer)
{
	struct proxy *proxy = (struct proxy *)self;
	int result;

	if (proxy->interrupt_at && proxy->interrupt_at-- == 1)
		return -EINTR;
	result = host->ops->next(host, answer);
	if (result == 1 && proxy->links && answer->ticket == proxy->links_ticket) {
		done_free(answer);
		*answer = (struct done){ .ticket = proxy->links_ticket,
			.data = string_copy(proxy->links),
			.len = strlen(proxy->links) };
	}
	for (size_t i = 0; result == 1 && i < proxy->n_hanging; i++)
		if (proxy->hanging[i] == answer->ticket) {
			answer->err = ETIMEDOUT;
			answer->flags = DONE_STILL_RUNNING;
		}
	return result;
}

static inline void proxy_free(struct host *self)
{
	(void)self;
}

static const struct host_ops proxy_ops = { .begin = proxy_begin, .next = proxy_next, .free = proxy_free };

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the twin's functions are known by: where it is read, and how it comes and goes with their drivers. */
#include "address.h"
#include "twin_inside.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS    "sys/bus/pci/slots"
#define NVME     "sys/class/nvme"
#define SERIAL   "xx-xx-xx-xx-xx-xx-xx-xx" /* of the device serial number capability */
#define NETWORK  "0x02"                    /* class codes of network controllers */
#define CAP_DSN  0x0003
#define NOT_READ EIO /* not captured: nobody may take it for an answer */

static const char *identity_text(const struct function *function, enum identity identity)
{
	const struct reading *reading = &function->identity[identity];

	return reading->is == R_VALUE ? reading->text : NULL;
}

/* Copies; NULL: absent. What was never captured stays so. */
static void identity_set(struct function *function, enum identity identity, const char *text)
{
	struct reading *reading = &function->identity[identity];
	char *copy = string_copy(text);

	if (reading->is != R_UNKNOWN) {
		reading_free(reading);
		*reading = (struct reading){ .is = copy ? R_VALUE : R_ABSENT, .text = copy };
	} else {
		free(copy);
	}
}

/* Facts that were captured before there were identities have none of any function. */
static bool identity_captured(const struct twin *twin, enum identity identity)
{
	for (size_t i = 0; i < twin->world.n; i++)
		if (twin->world.functions[i]->identity[identity].is != R_UNKNOWN)
			return true;
	return twin->world.n == 0;
}

/* The name under which the twin keeps what a function loses with its driver. */
static char *memory_name(const struct function *function, enum identity identity)
{
	return text_print("%s %s", function->address, identities[identity].name);
}

static void identity_keep(struct twin *twin, struct function *function, enum identity identity)
{
	const char *text = identity_text(function, identity);
	AUTO_FREE char *name = memory_name(function, identity);

	if (text)
		entries_set(&twin->remembered, name, text, strlen(text));
	identity_set(function, identity, NULL);
}

static bool identity_recall(struct twin *twin, struct function *function, enum identity identity)
{
	AUTO_FREE char *name = memory_name(function, identity);
	const struct entry *entry = entries_find(&twin->remembered, name);

	if (entry)
		identity_set(function, identity, entry->bytes);
	return entry;
}

void identity_vanish(struct twin *twin, struct function *function)
{
	users_leave(&twin->world.users, function->address, NULL);
	drive_leave(twin, function);
	identity_keep(twin, function, I_NETDEV);
	identity_keep(twin, function, I_MAC);
	identity_keep(twin, function, I_NVME_SERIAL);
	identity_keep(twin, function, I_NVME_MODEL);
	identity_keep(twin, function, I_ESWITCH);
	/* unregister_netdevice_many (net/core/dev.c): the other names go with the interface */
	identity_set(function, I_ALTNAME, NULL);
}

static bool netdev_exists(const struct twin *twin, const char *name)
{
	for (size_t i = 0; i < twin->world.n; i++)
		if (string_equal(identity_text(twin->world.functions[i], I_NETDEV), name))
			return true;
	return false;
}

/* "eth%d" with the lowest number that is free (net/core/dev.c, __dev_alloc_name). */
static void netdev_name(struct twin *twin, struct function *function)
{
	for (unsigned i = 0;; i++) {
		AUTO_FREE char *name = text_print("eth%u", i);

		if (!netdev_exists(twin, name)) {
			identity_set(function, I_NETDEV, name);
			return;
		}
	}
}

/* What the PF has set is what the VF's driver finds when it probes: igbvf_probe. False: it has set none. */
static bool mac_follow(struct function *function)
{
	const struct reading *set = &function->setting[VF_MAC];

	if (set->is != R_VALUE || strspn(set->text, "0:") == strlen(set->text))
		return false;
	identity_set(function, I_MAC, set->text);
	return true;
}

/*
 * A VF whose PF has set no MAC takes a random one, which the kernel then calls permanent
 * (drivers/net/ethernet/intel/igbvf/netdev.c, igbvf_probe and igbvf_reset; measured). This one is the same
 * at each run: locally administered, with the VF's address in it.
 */
static void netdev_address(struct function *function)
{
	struct routing routing = address_routing(function->address);
	unsigned domain = routing.domain, id = (unsigned)routing.number;
	AUTO_FREE char *mac = NULL;

	mac = text_print("02:%02x:%02x:%02x:%02x:%02x", domain >> 8 & 255, domain & 255, id >> 8,
		id >> 3 & 31, id & 7);
	identity_set(function, I_MAC, mac);
	vf_mac_taken(function, mac);
}

static void netdev_appear(struct twin *twin, struct function *function)
{
	const char *class = function_text(function, A_CLASS);

	if (identity_recall(twin, function, I_NETDEV)) {
		identity_recall(twin, function, I_MAC);
		mac_follow(function);
	} else if (class && string_starts(class, NETWORK)) {
		netdev_name(twin, function);
		if (!mac_follow(function))
			netdev_address(function);
	}
}

void identity_appear(struct twin *twin, struct function *function)
{
	const char *driver = function_link(function, A_DRIVER);

	if (!driver || driver_is_stub(driver))
		return;
	netdev_appear(twin, function);
	identity_recall(twin, function, I_NVME_SERIAL);
	identity_recall(twin, function, I_NVME_MODEL);
	identity_recall(twin, function, I_ESWITCH);
	eswitch_begin(function, driver);
	drive_return(twin, function);
}

void identity_born(struct twin *twin, struct function *vf, const struct function *pf)
{
	for (enum identity i = 0; i < N_IDENTITIES; i++) {
		AUTO_FREE char *name = memory_name(vf, i);
		bool unknown = i != I_SERIAL && i != I_ESWITCH && pf->identity[i].is == R_UNKNOWN;

		entries_remove(&twin->remembered, name);
		vf->identity[i] = (struct reading){ .is = unknown ? R_UNKNOWN : R_ABSENT };
	}
}

/* One line of host.h for each interface; the other names are told of the first. */
static void links_print(const struct function *function, struct text *out)
{
	AUTO_FREE char *names = string_copy(identity_text(function, I_NETDEV));
	AUTO_FREE char *macs = string_copy(identity_text(function, I_MAC));
	AUTO_FREE char *others = string_copy(identity_text(function, I_ALTNAME));
	char *rest = names, *rest_macs = macs, *rest_others = others, *name, *other;

	while ((name = strsep(&rest, "\n"))) {
		const char *mac = strsep(&rest_macs, "\n");

		text_addf(out, "%s\t%s\t\t%s", name, function->address, mac ? mac : "");
		while ((other = strsep(&rest_others, "\n")))
			text_addf(out, "\t%s", other);
		text_add(out, "\n");
	}
}

int identity_netlink(struct twin *twin, const struct op *op, struct text *out)
{
	if (!string_equal(op->path, NETLINK_LINKS))
		return ENOSYS;
	if (!identity_captured(twin, I_NETDEV)) {
		text_add(out, "the facts do not have them");
		return NOT_READ;
	}
	for (size_t i = 0; i < twin->world.n; i++)
		if (identity_text(twin->world.functions[i], I_NETDEV))
			links_print(twin->world.functions[i], out);
	return 0;
}

/* Is the serial number of the form in which the capability's is told? All others are vital product data. */
static bool serial_is_capability(const char *serial)
{
	size_t i = 0;

	while (serial[i] && SERIAL[i] &&
		(SERIAL[i] == 'x' ? strchr("0123456789abcdef", serial[i]) != NULL : serial[i] == '-'))
		i++;
	return !serial[i] && !SERIAL[i];
}

int identity_capability(struct twin *twin, const struct op *op, struct text *out)
{
	const char *rest;
	const struct function *function = path_function(twin, op->path, &rest);
	const char *serial = function ? identity_text(function, I_SERIAL) : NULL;
	uint16_t wanted[2];

	if (op->in_len != sizeof(wanted))
		return EINVAL;
	memcpy(wanted, op->in, sizeof(wanted));
	if (!serial || wanted[0] != CAP_DSN || wanted[1] != 8 || !serial_is_capability(serial))
		return ENOENT;
	for (size_t i = strlen("xx-xx-xx-xx-xx-xx-xx-"); i <= strlen(SERIAL); i -= strlen("xx-")) {
		char byte = (char)strtoul(serial + i, NULL, 16);

		text_add_bytes(out, &byte, 1);
	}
	return 0;
}

/* PCI Local Bus Specification 3.0, appendix I: read-only data with one field, and the end. */
static void vpd_print(const char *serial, struct text *out)
{
	size_t length = strlen(serial) > UINT8_MAX ? UINT8_MAX : strlen(serial);
	const char header[] = { (char)0x90, (char)((length + 3) & 0xff), (char)((length + 3) >> 8), 'S', 'N',
		(char)length };

	text_add_bytes(out, header, sizeof(header));
	text_add_bytes(out, serial, length);
	text_add_bytes(out, "\x78", 1);
}

int identity_read(const struct function *function, const char *name, struct text *out)
{
	const struct reading *serial = &function->identity[I_SERIAL];
	bool is_value = serial->is == R_VALUE, capability = is_value && serial_is_capability(serial->text);

	if (string_equal(name, "power/runtime_status")) {
		if (serial->is == R_UNKNOWN && !string_equal(serial->text, "asleep"))
			return NOT_READ;
		text_add(out, serial->is == R_UNKNOWN ? "suspended\n" : "active\n");
		return 0;
	}
	if (string_equal(name, "config") && capability)
		return NOT_READ; /* only the capability is captured of it */
	if (!string_equal(name, "vpd") || !is_value || capability)
		return ENOENT;
	vpd_print(serial->text, out);
	return 0;
}

struct function *identity_controller(const struct twin *twin, size_t n)
{
	for (size_t i = 0; i < twin->world.n; i++)
		if (identity_text(twin->world.functions[i], I_NVME_SERIAL) && n-- == 0)
			return twin->world.functions[i];
	return NULL;
}

static int controller_read(const struct twin *twin, const char *path, struct text *out)
{
	char *end;
	const struct function *function = identity_controller(twin, strtoul(path, &end, 10));
	const char *text = NULL;

	if (function && string_equal(end, "/address"))
		text = function->address;
	else if (function && string_equal(end, "/serial"))
		text = identity_text(function, I_NVME_SERIAL);
	else if (function && string_equal(end, "/model"))
		text = identity_text(function, I_NVME_MODEL);
	if (!text)
		return ENOENT;
	text_addf(out, "%s\n", text);
	return 0;
}

static int slot_read(const struct twin *twin, const char *path, struct text *out)
{
	AUTO_FREE char *name = string_part(path, strcspn(path, "/"));

	for (size_t i = 0; string_equal(path + strlen(name), "/address") && i < twin->world.n; i++) {
		const struct function *function = twin->world.functions[i];

		if (string_equal(identity_text(function, I_SLOT), name)) {
			text_addf(out, "%.*s\n", (int)strcspn(function->address, "."), function->address);
			return 0;
		}
	}
	return ENOENT;
}

int identity_file(const struct twin *twin, const char *path, struct text *out)
{
	if (string_starts(path, SLOTS "/"))
		return slot_read(twin, path + strlen(SLOTS "/"), out);
	if (string_starts(path, NVME "/nvme"))
		return controller_read(twin, path + strlen(NVME "/nvme"), out);
	return ENOENT;
}

static bool is_controller(const struct twin *twin, const char *path)
{
	char *end;

	return string_starts(path, NVME "/nvme") &&
	       identity_controller(twin, strtoul(path + strlen(NVME "/nvme"), &end, 10)) && !*end;
}

int identity_list(const struct twin *twin, const char *path, struct names *names,
	void (*add)(struct names *, const char *name))
{
	enum identity identity = string_equal(path, SLOTS) ? I_SLOT : I_NVME_SERIAL;

	if (is_controller(twin, path)) {
		add(names, "address");
		add(names, "model");
		add(names, "serial");
		return 0;
	}
	if (!string_equal(path, SLOTS) && !string_equal(path, NVME))
		return ENOENT;
	if (!identity_captured(twin, identity))
		return NOT_READ;
	for (size_t i = 0; identity == I_SLOT && i < twin->world.n; i++)
		if (identity_text(twin->world.functions[i], I_SLOT))
			add(names, identity_text(twin->world.functions[i], I_SLOT));
	for (size_t i = 0; identity != I_SLOT && identity_controller(twin, i); i++) {
		AUTO_FREE char *name = text_print("nvme%zu", i);

		add(names, name);
	}
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads what people know functions by, beyond their attributes. */
#include "survey_identity.h"
#include "survey_answers.h"
#include "vf_settings.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS "sys/bus/pci/slots"
#define NVME  "sys/class/nvme"

#define RTNETLINK "include/uapi/linux/if_link.h; interfaces in other network namespaces are not seen"

const struct identity_row identities[N_IDENTITIES] = {
	[I_SLOT] = { .name = "slot",
		.source = "Documentation/ABI/testing/sysfs-bus-pci, slots; drivers/pci/slot.c, "
			  "address_read_file" },
	[I_SERIAL] = { .name = "serial",
		.source = "PCI Local Bus Specification 3.0, appendix I (vital product data, SN); PCI Express "
			  "Base Specification 6.0, 7.9.3 (device serial number)" },
	[I_NETDEV] = { .name = "netdev", .source = "IFLA_IFNAME, " RTNETLINK },
	[I_ALTNAME] = { .name = "altname", .source = "IFLA_PROP_LIST, " RTNETLINK },
	[I_MAC] = { .name = "mac", .source = "IFLA_PERM_ADDRESS, " RTNETLINK },
	[I_ESWITCH] = { .name = "eswitch",
		.knob = &knob_eswitch,
		.source = "include/uapi/linux/devlink.h, DEVLINK_CMD_ESWITCH_GET: the mode of the card's "
			  "embedded switch" },
	[I_NVME_SERIAL] = { .name = "nvme_serial", .source = "drivers/nvme/host/sysfs.c, serial" },
	[I_NVME_MODEL] = { .name = "nvme_model", .source = "drivers/nvme/host/sysfs.c, model" },
};

void identities_fill(struct survey *survey, enum identity first, enum identity last, const char *why)
{
	const struct reading like = { .is = why ? R_UNKNOWN : R_ABSENT };

	for (size_t i = 0; i < survey->n; i++)
		for (enum identity row = first; row <= last; row++) {
			struct reading *reading = &survey->functions[i]->identity[row];

			reading_free(reading);
			*reading = like;
			reading->text = reason_keep(why);
		}
}

void identity_add(struct function *function, enum identity identity, const char *value)
{
	struct reading *reading = &function->identity[identity];
	size_t length = strlen(value);
	struct text text = { 0 };

	while (length > 0 && value[length - 1] == ' ')
		length--;
	if (length == 0)
		return;
	if (reading->is == R_VALUE)
		text_addf(&text, "%s\n", reading->text);
	text_add_printable(&text, value, length);
	reading_free(reading);
	*reading = (struct reading){ .is = R_VALUE, .text = text_take(&text) };
}

/* A directory that is not there has nothing in it: the driver that would make it is not loaded. */
static int list_take(struct host *host, const char *path, struct done *ret_list)
{
	int err = host_do(host, &(struct op){ .verb = OP_LIST, .path = path }, ret_list);

	return err == ENOENT ? 0 : err;
}

/* "0000:17:00"; a slot that is for its whole bus says "0000:17" (drivers/pci/slot.c, address_read_file). */
static void slot_add(struct survey *survey, const char *name, const char *device)
{
	AUTO_FREE char *bus = strchr(device, ':') == strrchr(device, ':') ? string_copy(device) : NULL;

	for (unsigned i = 0; bus && i < 32; i++) {
		AUTO_FREE char *one = text_print("%s:%02x", bus, i);

		slot_add(survey, name, one);
	}
	for (unsigned i = 0; !bus && i < 8; i++) {
		AUTO_FREE char *address = text_print("%s.%u", device, i);
		struct function *function = survey_function(survey, address);

		if (function && !function_is_vf(function))
			identity_add(function, I_SLOT, name);
	}
}

static void slots_read(struct host *host, struct survey *survey, char *names)
{
	AUTO_TEXT struct text wanted = { 0 };
	struct answers answers;
	char *rest = names, *name;

	for (const char *at = names; at && *at; at += strcspn(at, "\n") + 1) {
		AUTO_FREE char *path = text_print("%.*s/address", (int)strcspn(at, "\n"), at);

		names_add(&wanted, path, false);
	}
	answers_gather(&answers, host, SLOTS, &wanted);
	while ((name = strsep(&rest, "\n")) && *name) {
		struct reading address = { 0 };

		answers_take(&answers, NULL, &address);
		if (address.is == R_VALUE)
			slot_add(survey, name, address.text);
		reading_free(&address);
	}
	answers_free(&answers);
}

static void slots_take(struct host *host, struct survey *survey)
{
	struct done list;
	int err = list_take(host, SLOTS, &list);

	identities_fill(survey, I_SLOT, I_SLOT, err ? strerror(err) : NULL);
	if (!err && list.len > 0)
		slots_read(host, survey, list.data);
	done_free(&list);
}

/* Controllers that are reached over a network have another kind of address. */
static void controller_take(struct host *host, struct survey *survey, const char *name)
{
	AUTO_FREE char *path = text_print(NVME "/%s", name);
	AUTO_TEXT struct text wanted = { 0 };
	struct reading readings[3] = { 0 };
	struct answers answers;

	names_add(&wanted, "address", false);
	names_add(&wanted, "serial", false);
	names_add(&wanted, "model", false);
	answers_gather(&answers, host, path, &wanted);
	for (size_t i = 0; i < 3; i++)
		answers_take(&answers, NULL, &readings[i]);
	answers_free(&answers);
	struct function *function =
		readings[0].is == R_VALUE ? survey_function(survey, readings[0].text) : NULL;
	if (function && function_is_vf(function))
		function =
			NULL; /* the number of its subsystem, which is the PF's: drivers/nvme/host/sysfs.c */
	if (function && readings[1].is == R_VALUE)
		identity_add(function, I_NVME_SERIAL, readings[1].text);
	if (function && readings[2].is == R_VALUE)
		identity_add(function, I_NVME_MODEL, readings[2].text);
	for (size_t i = 0; i < 3; i++)
		reading_free(&readings[i]);
}

static void controllers_take(struct host *host, struct survey *survey)
{
	struct done list;
	int err = list_take(host, NVME, &list);
	char *rest = list.data, *name;

	identities_fill(survey, I_NVME_SERIAL, I_NVME_MODEL, err ? strerror(err) : NULL);
	while (!err && (name = strsep(&rest, "\n")) && *name)
		controller_take(host, survey, name);
	done_free(&list);
}

int identities_take(struct host *host, struct survey *survey, struct asks *asks)
{
	slots_take(host, survey);
	controllers_take(host, survey);
	netdevs_take(host, survey);
	vf_settings_take(host, survey);
	drives_take(host, survey, asks);
	eswitches_take(host, survey);
	return serials_take(host, survey);
}

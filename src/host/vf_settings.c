/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of the settings of VFs, their values as text and back. */
#include "vf_settings.h"
#include "address.h"
#include "nvme_command.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VFINFO "include/uapi/linux/if_link.h, IFLA_VF_"
#define NVME   "NVM Express Base Specification 2.0, 5.17.2.15, Secondary Controller List: "

/*
 * Trust comes first: some drivers take other values of a trusted VF only. For a MAC, a VLAN and trust i40e
 * resets the VF under its user (i40e_virtchnl_pf.c: i40e_ndo_set_vf_mac, i40e_ndo_set_vf_port_vlan,
 * i40e_ndo_set_vf_trust); igb takes the new MAC for the VF's filter while its driver goes on with the old one
 * ("Reload the VF driver", igb_main.c, igb_ndo_set_vf_mac). Spoof check and rates change in the card alone
 * (i40e_ndo_set_vf_spoofchk, i40e_ndo_set_vf_bw).
 */
#define NET(setting_name, setting_knob, attribute)                                                           \
	.name = setting_name, .knob = &(setting_knob), .door = NETLINK_VFS, .source = VFINFO attribute

const struct vf_setting_row vf_settings[N_VF_SETTINGS] = {
	[VF_TRUST] = { NET("trust", knob_vf_trust, "TRUST"), .cuts = true },
	[VF_MAC] = { NET("mac", knob_vf_mac, "MAC"), .cuts = true },
	[VF_VLAN] = { NET("vlan", knob_vf_vlan, "VLAN"), .cuts = true },
	[VF_SPOOFCHK] = { NET("spoofchk", knob_vf_spoofchk, "SPOOFCHK") },
	[VF_LINK_STATE] = { NET("link_state", knob_vf_link_state, "LINK_STATE"), .cuts = true },
	[VF_RATE] = { NET("rate", knob_vf_rate, "RATE") },
	[VF_QUEUES] = { .name = "queues",
		.knob = &knob_vf_queues,
		.door = NVME_DRIVES,
		.source = NVME "NVQ" },
	[VF_INTERRUPTS] = { .name = "interrupts",
		.knob = &knob_vf_interrupts,
		.door = NVME_DRIVES,
		.source = NVME "NVI" },
	[VF_ONLINE] = { .name = "online",
		.knob = &knob_vf_online,
		.door = NVME_DRIVES,
		.cuts = true,
		.source = NVME "SCS" },
};

bool vf_setting_of(const struct knob *knob, enum vf_setting *ret_setting)
{
	for (enum vf_setting i = 0; i < N_VF_SETTINGS; i++) {
		if (vf_settings[i].knob == knob) {
			*ret_setting = i;
			return true;
		}
	}
	return false;
}

bool knob_is_of_share(const struct knob *knob)
{
	enum vf_setting setting;

	return vf_setting_of(knob, &setting) && string_equal(vf_settings[setting].door, NVME_DRIVES);
}

/* IFLA_VF_LINK_STATE_AUTO and those after it. */
const char *const vf_link_states[N_VF_LINKS + 1] = { "auto", "enable", "disable", NULL };
static const char *const flags[] = { "false", "true" };
#define COUNT(words) (sizeof(words) / sizeof((words)[0]))

static int word_parse(const char *const *words, size_t n, const char *text, uint32_t *number)
{
	for (uint32_t i = 0; i < n; i++) {
		if (string_equal(words[i], text)) {
			*number = i;
			return 0;
		}
	}
	return -1;
}

static int number_parse(const char *text, uint32_t *ret_number)
{
	size_t digits = strspn(text, "0123456789");

	if (digits == 0 || digits > 5 || text[digits] || (*text == '0' && digits > 1))
		return -1;
	*ret_number = (uint32_t)strtoul(text, NULL, 10);
	return 0;
}

/* Two numbers, each with what stands before it. */
static int pair_parse(const char *text, const char *before, const char *between, uint32_t *numbers)
{
	const char *at = string_starts(text, before) ? text + strlen(before) : "";
	char *end;

	numbers[0] = (uint32_t)strtoul(at, &end, 10);
	if (end == at || !string_starts(end, between))
		return -1;
	at = end + strlen(between);
	numbers[1] = (uint32_t)strtoul(at, &end, 10);
	return end == at || *end ? -1 : 0;
}

static int mac_parse(const char *text, unsigned char *mac)
{
	char end;

	return strlen(text) == 17 && sscanf(text, "%hhx:%hhx:%hhx:%hhx:%hhx:%hhx%c", &mac[0], &mac[1],
					     &mac[2], &mac[3], &mac[4], &mac[5], &end) == 6
		       ? 0
		       : -1;
}

static int value_read(enum vf_setting setting, const char *text, struct vf_value *value)
{
	switch (setting) {
	case VF_MAC:
		return mac_parse(text, value->mac);
	case VF_VLAN:
		return pair_parse(text, "", " qos ", value->number);
	case VF_RATE:
		return pair_parse(text, "min ", " max ", value->number);
	case VF_LINK_STATE:
		return word_parse(vf_link_states, N_VF_LINKS, text, value->number);
	case VF_QUEUES:
	case VF_INTERRUPTS:
		return number_parse(text, value->number);
	default:
		return word_parse(flags, COUNT(flags), text, value->number);
	}
}

/* One value has one text, so that what is read back can be compared. */
int vf_value_parse(enum vf_setting setting, const char *text, struct vf_value *ret_value)
{
	struct vf_value value = { 0 };
	AUTO_TEXT struct text again = { 0 };

	if (value_read(setting, text, &value) < 0)
		return -1;
	vf_value_print(setting, &value, &again);
	if (!string_equal(text_string(&again), text))
		return -1;
	*ret_value = value;
	return 0;
}

void vf_value_print(enum vf_setting setting, const struct vf_value *value, struct text *text)
{
	const uint32_t *number = value->number;

	switch (setting) {
	case VF_MAC:
		for (size_t i = 0; i < sizeof(value->mac); i++)
			text_addf(text, "%s%02x", i ? ":" : "", value->mac[i]);
		break;
	case VF_VLAN:
		text_addf(text, "%u qos %u", number[0], number[1]);
		break;
	case VF_RATE:
		text_addf(text, "min %u max %u", number[0], number[1]);
		break;
	case VF_QUEUES:
	case VF_INTERRUPTS:
		text_addf(text, "%u", number[0]);
		break;
	case VF_LINK_STATE:
		text_add(text, vf_link_states[number[0] < N_VF_LINKS ? number[0] : VF_LINK_AUTO]);
		break;
	default:
		text_add(text, flags[number[0] != 0]);
	}
}

char *vf_target(const char *pf, size_t number)
{
	return text_print("%s vf %zu", pf, number);
}

static int setting_find(const char *door, const char *name, enum vf_setting *ret_setting)
{
	for (enum vf_setting i = 0; i < N_VF_SETTINGS; i++) {
		if (string_equal(vf_settings[i].door, door) && string_equal(vf_settings[i].name, name)) {
			*ret_setting = i;
			return 0;
		}
	}
	return -1;
}

static const char *door_of(const char *path)
{
	if (string_starts(path, NETLINK_VFS))
		return NETLINK_VFS;
	return string_starts(path, NVME_DRIVES) ? NVME_DRIVES : NULL;
}

int vf_path_parse(const char *path, struct vf_path *ret_path)
{
	const char *door = door_of(path);
	AUTO_FREE char *words = door ? string_copy(path + strlen(door)) : NULL;
	struct vf_path parsed = { 0 };
	char *rest = words, *pf, *number;

	if (!door)
		return -1;
	pf = strsep(&rest, "/");
	if (!address_valid(pf) || strlen(pf) >= sizeof(parsed.pf))
		return -1;
	strcpy(parsed.pf, pf);
	parsed.all = !rest;
	number = strsep(&rest, "/");
	if (!parsed.all && (!rest || number_parse(number, &parsed.number) < 0 ||
				   setting_find(door, rest, &parsed.setting) < 0))
		return -1;
	*ret_path = parsed;
	return 0;
}

void vf_refusal_begin(const char *interface, struct text *said)
{
	text_addf(said, "sys/class/net/%s\n", interface);
}

static int target_parse(const char *target, char **ret_pf, uint32_t *ret_number)
{
	static const char between[] = " vf ";
	const char *end = strstr(target, between);
	char *pf = string_part(target, end ? (size_t)(end - target) : 0);

	if (end && address_valid(pf) && number_parse(end + strlen(between), ret_number) == 0) {
		*ret_pf = pf;
		return 0;
	}
	free(pf);
	return -1;
}

const struct function *vf_by_target(const struct survey *survey, const char *target)
{
	AUTO_FREE char *address = NULL;
	const struct function *pf;
	uint32_t number;

	if (target_parse(target, &address, &number) < 0)
		return NULL;
	pf = survey_function(survey, address);
	return pf && number < pf->n_virtfn ? pf->virtfn[number] : NULL;
}

const struct function *function_by_target(const struct survey *survey, const char *target)
{
	const struct function *function = survey_function(survey, target);

	return function ? function : vf_by_target(survey, target);
}

int vf_path_print(const struct knob *knob, const char *target, struct text *path)
{
	AUTO_FREE char *pf = NULL;
	enum vf_setting setting;
	uint32_t number;

	if (!vf_setting_of(knob, &setting) || target_parse(target, &pf, &number) < 0)
		return -1;
	text_addf(path, "%s%s/%u/%s", vf_settings[setting].door, pf, number, vf_settings[setting].name);
	return 0;
}

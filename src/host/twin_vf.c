/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Settings of the twin's VFs: what a new one comes with, what its PF's driver takes. */
#include "eswitch.h"
#include "twin_inside.h"
#include "vf_settings.h"
#include <errno.h>
#include <string.h>

#define NETWORK "0x02" /* class codes of network controllers */
#define NO_MAC  "00:00:00:00:00:00"

/* VLAN identifiers have 12 bits, priorities 3: IEEE 802.1Q, 9.6. */
enum { MOST_VLAN = 4095, MOST_QOS = 7 };

/* What a PF's driver does not do of what the kernel offers; one that is not here does all. */
struct pf_driver {
	const char *name;
	unsigned lacks, lacks_then;  /* bits of settings: EOPNOTSUPP; lacks_then: in switchdev mode */
	const char *const *rates_of; /* ids of the only devices that it limits; NULL: all */
	bool no_least;               /* min_tx_rate must be 0 */
	bool links_follow;           /* the mode of its switch: "auto" in legacy, "disable" in switchdev */
	uint32_t most;               /* of max_tx_rate, in Mbit/s: the speed of the link */
	const char *source;
};

/* Those of E1000_DEV_ID_82576*: drivers/net/ethernet/intel/igb/e1000_hw.h. */
static const char *const igb_82576[] = { "0x10c9", "0x10e6", "0x10e7", "0x10e8", "0x150a", "0x150d", "0x1518",
	"0x1526", NULL };

static const struct pf_driver pf_drivers[] = {
	{
		.name = "igb",
		.lacks = 1u << VF_LINK_STATE,
		.rates_of = igb_82576,
		.no_least = true,
		.most = 1000,
		.source = "drivers/net/ethernet/intel/igb/igb_main.c: igb_netdev_ops has no "
			  "ndo_set_vf_link_state; igb_ndo_set_vf_bw. Without a link it says EINVAL too: "
			  "facts do not tell of links, the twin's is there",
	},
	{
		.name = "mlx5_core",
		.lacks_then = 1u << VF_TRUST | 1u << VF_VLAN | 1u << VF_SPOOFCHK | 1u << VF_LINK_STATE,
		.most = UINT32_MAX,
		.links_follow = true,
		.source = "net/mlx5e: Allow legacy vf ndos only if in legacy mode (drivers/net/ethernet/"
			  "mellanox/mlx5/core/esw/legacy.c, mlx5_eswitch_set_vport_vlan and others, then in "
			  "eswitch.c; en_main.c, mlx5e_set_vf_link_state); VLAN 0 it takes. Commit "
			  "383de108157c: of all settings a change of mode takes the link state alone",
	},
};

/*
 * What the driver has before anyone sets it: igb_vf_configure (igb_main.c), as others do. It fills in no
 * state of the link (igb_ndo_get_vf_config): rtnl_fill_vfinfo (net/core/rtnetlink.c) then tells 0, auto.
 */
static const char *const born_with[N_VF_NET_SETTINGS] = {
	[VF_TRUST] = "false",
	[VF_MAC] = NO_MAC,
	[VF_VLAN] = "0 qos 0",
	[VF_SPOOFCHK] = "true",
	[VF_LINK_STATE] = "auto",
	[VF_RATE] = "min 0 max 0",
};

static const struct pf_driver *pf_driver_of(const struct function *pf)
{
	static const struct pf_driver any = { .most = UINT32_MAX };
	const char *driver = function_link(pf, A_DRIVER);

	for (size_t i = 0; i < sizeof(pf_drivers) / sizeof(pf_drivers[0]); i++)
		if (string_equal(pf_drivers[i].name, driver))
			return &pf_drivers[i];
	return &any;
}

static void setting_set(struct function *vf, enum vf_setting setting, const char *text)
{
	reading_free(&vf->setting[setting]);
	vf->setting[setting] = (struct reading){ .is = R_VALUE, .text = string_copy(text) };
}

/* A PF whose interface is not known may have one. */
void vf_settings_born(struct function *vf, const struct function *pf)
{
	const char *class = function_text(pf, A_CLASS);
	bool network = class && string_starts(class, NETWORK);

	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++) {
		reading_free(&vf->setting[i]);
		if (!network || pf->identity[I_NETDEV].is == R_ABSENT)
			vf->setting[i].is = R_ABSENT;
		else if (pf->identity[I_NETDEV].is == R_VALUE)
			setting_set(vf, i, born_with[i]);
	}
}

void vf_links_follow(const struct function *pf, const char *mode)
{
	const char *state = string_equal(mode, ESWITCH_SWITCHDEV) ? "disable" : "auto";

	for (size_t i = 0; pf_driver_of(pf)->links_follow && i < pf->n_virtfn; i++)
		if (pf->virtfn[i] && pf->virtfn[i]->setting[VF_LINK_STATE].is == R_VALUE)
			setting_set(pf->virtfn[i], VF_LINK_STATE, state);
}

/* igb_set_vf_mac_addr (igb_main.c): a VF whose MAC the PF has not set says what it has chosen. */
void vf_mac_taken(struct function *vf, const char *mac)
{
	if (vf->setting[VF_MAC].is == R_VALUE)
		setting_set(vf, VF_MAC, mac);
}

/* The PF, when its interface can be asked. */
static int pf_find(const struct twin *twin, const struct vf_path *path, struct function **ret_pf)
{
	struct function *pf = survey_function(&twin->world, path->pf);

	if (!pf || pf->identity[I_NETDEV].is == R_ABSENT)
		return ENOENT;
	if (pf->identity[I_NETDEV].is != R_VALUE)
		return EIO; /* not captured: nobody may take it for an answer */
	*ret_pf = pf;
	return 0;
}

static int vf_find(const struct twin *twin, const struct vf_path *path, struct function **ret_vf)
{
	struct function *pf;
	int err = pf_find(twin, path, &pf);

	if (err)
		return err;
	if (path->number >= pf->n_virtfn || !pf->virtfn[path->number])
		return ENOENT;
	*ret_vf = pf->virtfn[path->number];
	return 0;
}

static int reading_tell(const struct reading *reading, struct text *out)
{
	if (reading->is == R_VALUE)
		text_add(out, reading->text);
	return reading->is == R_VALUE ? 0 : reading->is == R_ABSENT ? EOPNOTSUPP : EIO;
}

static int line_tell(const struct function *vf, struct text *out)
{
	text_addf(out, "%zu", vf->vf_number);
	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++) {
		text_add(out, "\t");
		int err = reading_tell(&vf->setting[i], out);
		if (err == EOPNOTSUPP)
			text_add(out, "-");
		else if (err)
			return err;
	}
	text_add(out, "\n");
	return 0;
}

static int lines_tell(const struct function *pf, struct text *out)
{
	int err = 0;

	for (size_t i = 0; !err && i < pf->n_virtfn; i++)
		if (pf->virtfn[i])
			err = line_tell(pf->virtfn[i], out);
	if (err) {
		text_free(out);
		text_add(out, "the facts do not have it");
	}
	return err;
}

int vf_settings_tell(const struct twin *twin, const char *path, struct text *out)
{
	struct function *function;
	struct vf_path parsed;
	int err;

	if (vf_path_parse(path, &parsed) < 0)
		return ENOSYS;
	err = parsed.all ? pf_find(twin, &parsed, &function) : vf_find(twin, &parsed, &function);
	if (err)
		return err;
	return parsed.all ? lines_tell(function, out) : reading_tell(&function->setting[parsed.setting], out);
}

static bool ids_have(const char *const *ids, const char *id)
{
	while (*ids && !string_equal(*ids, id))
		ids++;
	return *ids;
}

/* rtnl_set_vf_rate (net/core/rtnetlink.c) looks at the bounds before the driver does. */
static int rate_check(const struct function *pf, const struct vf_value *value)
{
	const struct pf_driver *driver = pf_driver_of(pf);
	uint32_t least = value->number[0], most = value->number[1];

	if (most && most < least)
		return EINVAL;
	if (driver->rates_of && !ids_have(driver->rates_of, function_text(pf, A_DEVICE)))
		return EOPNOTSUPP;
	return (driver->no_least && least) || most > driver->most ? EINVAL : 0;
}

/* do_setvfinfo (net/core/rtnetlink.c) and what it calls. */
static int value_check(const struct function *pf, enum vf_setting setting, const struct vf_value *value)
{
	const struct pf_driver *driver = pf_driver_of(pf);
	const struct reading *mode = &pf->identity[I_ESWITCH];
	bool switchdev = mode->is == R_VALUE && string_equal(mode->text, ESWITCH_SWITCHDEV);

	if ((driver->lacks | (switchdev ? driver->lacks_then : 0)) >> setting & 1)
		return setting == VF_VLAN && value->number[0] == 0 ? 0 : EOPNOTSUPP;
	switch (setting) {
	case VF_MAC: /* igb_ndo_set_vf_mac: no group of stations; all zeroes take the earlier one back */
		return value->mac[0] & 1 ? EINVAL : 0;
	case VF_VLAN:
		return value->number[0] > MOST_VLAN || value->number[1] > MOST_QOS ? EINVAL : 0;
	case VF_RATE:
		return rate_check(pf, value);
	default:
		return 0;
	}
}

int vf_setting_write(struct twin *twin, const char *path, const char *value)
{
	struct vf_value parsed_value;
	struct vf_path parsed;
	struct function *vf;
	int err;

	if (vf_path_parse(path, &parsed) < 0 || parsed.all)
		return ENOSYS;
	err = vf_find(twin, &parsed, &vf);
	if (err)
		return err;
	if (vf_value_parse(parsed.setting, value, &parsed_value) < 0)
		return EINVAL;
	err = value_check(vf->physfn, parsed.setting, &parsed_value);
	if (err)
		return err;
	watch_traffic(twin, vf, parsed.setting);
	setting_set(vf, parsed.setting, value);
	return 0;
}

void vf_refusal_tell(const struct twin *twin, const char *path, struct text *out)
{
	struct vf_path parsed;
	struct function *pf;
	AUTO_FREE char *names = NULL;

	if (vf_path_parse(path, &parsed) < 0 || parsed.all || pf_find(twin, &parsed, &pf))
		return;
	names = string_copy(pf->identity[I_NETDEV].text);
	vf_refusal_begin(strtok(names, "\n"), out);
}

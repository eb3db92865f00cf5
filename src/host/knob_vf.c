/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knobs that are one setting of a network card's VF each. */
#include "knob_vf.h"
#include <errno.h>

/*
 * rtnetlink asks for CAP_NET_ADMIN; mlx5 says EPERM on a PF that does not manage its switch (drivers/net/
 * ethernet/mellanox/mlx5/core/eswitch.c, mlx5_esw_allowed). Of a VF in reset i40e says EAGAIN
 * (i40e_virtchnl_pf.c, i40e_check_vf_init_timeout) and ice EBUSY (ice_vf_lib.c, ice_check_vf_ready_for_cfg).
 */
#define ADVICE                                                                                               \
	{ EPERM, "pawl needs CAP_NET_ADMIN, and the physical function must manage the switch of its card: "  \
		 "on one with a processor of its own, that does" },                                          \
		{ EBUSY, "the driver is at work on this VF: apply again" },                                  \
		{ EAGAIN, "the driver is at work on this VF: apply again" },                                 \
		{ EOPNOTSUPP, "the driver has no such setting: leave it out of the wish (with "              \
			      "`eswitch: switchdev` mlx5_core has `mac` and the rates alone)" },             \
	{                                                                                                    \
		0                                                                                            \
	}

static const struct knob_advice advice[] = {
	{ EINVAL, "the driver takes other values only: `dmesg` may tell which" },
	ADVICE,
};

/* is_valid_ether_addr (include/linux/etherdevice.h), which the drivers ask. */
static const struct knob_advice mac_advice[] = {
	{ EINVAL, "give the address of one station: the lowest bit of its first byte is 0" },
	ADVICE,
};

/*
 * igb_ndo_set_vf_bw (igb_main.c); ixgbe_ndo_set_vf_bw (ixgbe_sriov.c), which wants a link of 10 Gbit/s and
 * more than 10 Mbit/s.
 */
static const struct knob_advice rate_advice[] = {
	{ EINVAL, "many drivers take no min-rate, and a max-rate up to the speed of the link, which must be "
		  "there: set the interface up and wait for it" },
	ADVICE,
};

/* What all settings have; the kernel's answer to a write comes when the driver has taken the value. */
#define SETTING                                                                                              \
	.nothing = "new", .read = vf_setting_read_op, .parse = reading_take, .write = vf_setting_write_op,   \
	.match = vf_setting_match, .flags = KNOB_SLOW | KNOB_VOLATILE, .slow_ns = 20 * SECOND

#define SETVFINFO "net/core/rtnetlink.c, do_setvfinfo; "

const struct knob knob_vf_trust = {
	.name = "vf_trust",
	.help = "whether the PF's driver lets a virtual function change its MAC and hear all frames",
	.source = SETVFINFO "ip-link(8), vf NUM trust",
	.at_boot = "false",
	.refused = advice,
	SETTING,
};

const struct knob knob_vf_mac = {
	.name = "vf_mac",
	.help = "the MAC address of a virtual function; its driver sees it at its next probe",
	.source = SETVFINFO "ip-link(8), vf NUM mac",
	.at_boot = "00:00:00:00:00:00",
	.refused = mac_advice,
	SETTING,
};

const struct knob knob_vf_vlan = {
	.name = "vf_vlan",
	.help = "the VLAN of a virtual function with its priority; 0 is none",
	.source = SETVFINFO "ip-link(8), vf NUM vlan",
	.at_boot = "0 qos 0",
	.refused = advice,
	SETTING,
};

const struct knob knob_vf_spoofchk = {
	.name = "vf_spoofchk",
	.help = "whether frames of a virtual function with another MAC are dropped",
	.source = SETVFINFO "ip-link(8), vf NUM spoofchk",
	/* at_boot: the driver's choice (net/core/rtnetlink.c) */
	.refused = advice,
	SETTING,
};

const struct knob knob_vf_link_state = {
	.name = "vf_link_state",
	.help = "the link that a virtual function sees: as the PF's, or always up or down",
	.source = SETVFINFO "ip-link(8), vf NUM state",
	.at_boot = "auto",
	.refused = advice,
	SETTING,
};

const struct knob knob_vf_rate = {
	.name = "vf_rate",
	.help = "least and most that a virtual function sends, in Mbit/s; 0 is no bound",
	.source = SETVFINFO "ip-link(8), vf NUM min_tx_rate and max_tx_rate",
	.at_boot = "min 0 max 0",
	.refused = rate_advice,
	SETTING,
};

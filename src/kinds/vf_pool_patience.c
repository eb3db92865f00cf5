/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How long the driver of a physical function may take to change the number of its virtual ones. */
#include "kinds_rows.h"

#define MILLISECOND UINT64_C(1000000)
#define SECOND      UINT64_C(1000000000)

/*
 * What the kernel itself needs: 100 ms before VFs are looked for and a second after they are gone
 * (drivers/pci/iov.c, sriov_enable and sriov_disable), and the driver's own setting up, with room.
 */
#define AT_LEAST (10 * SECOND)

/*
 * Four times what was seen of each VF, because firmware and machines differ; of ixgbe only a limit is told
 * that was enough. A driver that nobody has measured has no row: the knob says what is enough for most.
 */
static const struct {
	const char *driver;
	uint64_t each_ns;
	const char *source;
} drivers[] = {
	{ "mlx5_core", 2080 * MILLISECOND,
		"sriov-network-operator issue 1015: 125 VFs of a ConnectX-6 Lx take 65 s, 16 take 4.5 s" },
	{ "i40e", 1400 * MILLISECOND, "nmstate pull request 1704: 64 VFs take 22 s" },
	{ "ixgbe", 5 * SECOND, "nmstate pull request 2366: 60 s are not enough for 60 VFs, 300 s are" },
	{ "igb", 420 * MILLISECOND, "seen in the lab: 7 VFs of the emulated card take 0.72 s" },
	{ "nvme", 260 * MILLISECOND, "seen in the lab: 2 VFs of the emulated drive take 0.13 s" },
};

uint64_t patience_ns(const char *driver, int64_t from, int64_t to)
{
	uint64_t vfs = (uint64_t)(from > to ? from : to);

	for (size_t i = 0; i < sizeof(drivers) / sizeof(drivers[0]); i++)
		if (string_equal(drivers[i].driver, driver))
			return AT_LEAST + vfs * drivers[i].each_ns;
	return 0;
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Embedded switches of the twin's cards: their modes, and when their drivers change them. */
#include "eswitch.h"
#include "twin_inside.h"
#include <errno.h>
#include <string.h>

/* Published: 3 to 4 s a PF (mlnx-tools issue 146). */
#define CHANGE (3 * SECOND)

/* The function of a path. ENODEV: devlink knows no such. */
static int pf_find(const struct twin *twin, const char *path, struct function **ret_pf)
{
	AUTO_FREE char *address = eswitch_path_parse(path);
	struct function *pf = address ? survey_function(&twin->world, address) : NULL;

	if (!pf || pf->identity[I_ESWITCH].is == R_ABSENT)
		return ENODEV;
	*ret_pf = pf;
	return pf->identity[I_ESWITCH].is == R_VALUE ? 0 : EIO; /* not captured: nobody may take it for one */
}

static void lines_tell(const struct twin *twin, struct text *out)
{
	for (size_t i = 0; i < twin->world.n; i++) {
		const struct function *function = twin->world.functions[i];
		const struct reading *mode = &function->identity[I_ESWITCH];

		if (mode->is == R_VALUE)
			text_addf(out, "%s\t%s\n", function->address, mode->text);
		else if (mode->is != R_ABSENT)
			text_addf(out, "%s\t?the facts do not have it\n", function->address);
	}
}

int eswitch_tell(const struct twin *twin, const char *path, struct text *out)
{
	struct function *pf;
	int err;

	if (string_equal(path, NETLINK_ESWITCHES)) {
		lines_tell(twin, out);
		return 0;
	}
	err = pf_find(twin, path, &pf);
	if (!err)
		text_add(out, pf->identity[I_ESWITCH].text);
	return err;
}

static bool vfs_have(const struct function *pf, const char *driver)
{
	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (pf->virtfn[i] && string_equal(function_link(pf->virtfn[i], A_DRIVER), driver))
			return true;
	return false;
}

/* Do the VFs stand as the driver wants it? */
static bool vfs_suit(const struct eswitch_row *row, const struct function *pf, const char *mode)
{
	int64_t vfs = vfs_count(pf);

	if (row->vfs_never)
		return vfs == 0;
	if (!string_equal(mode, ESWITCH_SWITCHDEV))
		return true;
	return !(row->vfs_first && vfs == 0) && !(row->unbinds && vfs_have(pf, row->unbinds));
}

static void mode_keep(struct function *pf, const char *mode)
{
	reading_free(&pf->identity[I_ESWITCH]);
	pf->identity[I_ESWITCH] = (struct reading){ .is = R_VALUE, .text = string_copy(mode) };
}

/* The rows' drivers begin so. */
void eswitch_reboot(struct function *pf)
{
	if (pf->identity[I_ESWITCH].is == R_VALUE)
		mode_keep(pf, ESWITCH_LEGACY);
}

/* Of a function that had no driver when it was seen, the driver tells whether it has a switch. */
void eswitch_begin(struct function *function, const char *driver)
{
	bool absent = function->identity[I_ESWITCH].is == R_ABSENT;

	if (absent && !function->physfn && eswitch_row(driver)->driver)
		mode_keep(function, ESWITCH_LEGACY);
	eswitch_reboot(function);
}

static void mode_set(struct twin *twin, struct function *pf, const char *mode)
{
	mode_keep(pf, mode);
	twin_delay(twin, CHANGE);
	vf_links_follow(pf, mode);
}

int eswitch_write(struct twin *twin, const char *path, const char *value)
{
	const struct eswitch_row *row;
	struct function *pf;
	int err = pf_find(twin, path, &pf);

	if (err)
		return err;
	if (!string_equal(value, ESWITCH_LEGACY) && !string_equal(value, ESWITCH_SWITCHDEV))
		return EINVAL;
	if (string_equal(value, pf->identity[I_ESWITCH].text))
		return 0;
	row = eswitch_row(function_link(pf, A_DRIVER));
	if (!vfs_suit(row, pf, value))
		return row->error;
	mode_set(twin, pf, value);
	return 0;
}

void eswitch_refusal_tell(const struct twin *twin, const char *path, int error, struct text *out)
{
	const struct eswitch_row *row;
	struct function *pf;

	if (pf_find(twin, path, &pf))
		return;
	row = eswitch_row(function_link(pf, A_DRIVER));
	text_addf(out, DEVICES "%s\n%s", pf->address, row->words && error == row->error ? row->words : "");
}

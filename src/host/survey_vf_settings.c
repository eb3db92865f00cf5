/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads how VFs stand with their PF's driver. */
#include "vf_settings.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define NETWORK  "0x02"               /* class codes of network controllers */
#define PATIENCE UINT64_C(2000000000) /* for the kernel's RTNL lock, in nanoseconds */

static void setting_fill(struct function *vf, const char *why)
{
	for (size_t i = 0; i < N_VF_NET_SETTINGS; i++) {
		reading_free(&vf->setting[i]);
		vf->setting[i] =
			(struct reading){ .is = why ? R_UNKNOWN : R_ABSENT, .text = reason_keep(why) };
	}
}

static void vfs_fill(struct function *pf, const char *why)
{
	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (pf->virtfn[i])
			setting_fill(pf->virtfn[i], why);
}

/* A line of NETLINK_VFS; of two on one VF the later one holds. */
static void line_take(struct function *pf, char *line)
{
	char *rest = line, *word = strsep(&rest, "\t");
	size_t number = strtoul(word, NULL, 10);
	bool is_number = *word && strspn(word, "0123456789") == strlen(word);
	struct function *vf = is_number && number < pf->n_virtfn ? pf->virtfn[number] : NULL;

	for (size_t i = 0; vf && i < N_VF_NET_SETTINGS && (word = strsep(&rest, "\t")); i++) {
		if (string_equal(word, "-"))
			continue;
		reading_free(&vf->setting[i]);
		vf->setting[i] = (struct reading){ .is = R_VALUE, .text = string_copy(word) };
	}
}

static const char *answer_why(const struct done *done)
{
	if (done->err == ETIMEDOUT)
		return "the kernel did not tell it in time: a driver may hold its RTNL lock";
	return done->len ? done->data : strerror(done->err);
}

/* A PF without an interface has no directory of them: its VFs have no settings. */
static void pf_take(struct host *host, struct function *pf)
{
	AUTO_FREE char *path = text_print(NETLINK_VFS "%s", pf->address);
	struct op op = { .verb = OP_NETLINK, .path = path, .deadline_ns = PATIENCE };
	struct done done;
	int err = host_do(host, &op, &done);
	char *rest = done.data, *line;

	vfs_fill(pf, err && err != ENOENT && err != EOPNOTSUPP ? answer_why(&done) : NULL);
	while (!err && (line = strsep(&rest, "\n")) && *line)
		line_take(pf, line);
	done_free(&done);
}

/* Other controllers have no such settings: they are not asked. */
void vf_settings_take(struct host *host, struct survey *survey)
{
	for (size_t i = 0; i < survey->n; i++) {
		struct function *function = survey->functions[i];
		const char *class = function_text(function, A_CLASS);

		if (!function->physfn)
			setting_fill(function, NULL);
		if (function->n_virtfn > 0 && class && string_starts(class, NETWORK))
			pf_take(host, function);
		else
			vfs_fill(function, NULL);
	}
}

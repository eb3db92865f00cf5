/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The wish that the virtual functions of a PF fulfil as they are. */
#include "net.h"
#include "object.h"
#include "vf.h"
#include "wish_inside.h"
#include <stdlib.h>
#include <string.h>

/* An override is there because someone wrote it; vfio-pci and its variants own no ids, so what they hold was
 * given to them (Documentation/driver-api/vfio.rst). Any other driver came by itself and will again. */
bool function_is_by_hand(const struct function *function)
{
	const struct reading *override = &function->attr[A_OVERRIDE];

	if (override->is == R_VALUE && !knob_matches(&knob_override, override, ""))
		return true;
	return driver_is_vfio(function_link(function, A_DRIVER));
}

int driver_seen(const struct survey *survey, const struct resource *device, const struct resource *pool,
	size_t vf, char **ret_name, struct report *report)
{
	struct resource *want = resource_new(&kind_driver, device->name, device);
	struct resource *have = resource_new(&kind_driver, device->name, NULL);
	const struct driver_body *seen = have->body;
	int result;

	((struct driver_body *)want->body)->vf = (int64_t)vf;
	((struct driver_body *)want->body)->vfs = pool ? ((const struct pool_body *)pool->body)->count : 0;
	result = kind_driver.observe(survey, want, have, report);
	if (result == 0)
		*ret_name = seen->name && *seen->name ? string_copy(seen->name) : NULL;
	resource_free(want);
	resource_free(have);
	return result;
}

/* What it has when nobody has set anything; with most drivers spoof checking is on. */
static bool is_untouched(enum vf_setting setting, const char *text)
{
	return string_equal(text, setting == VF_SPOOFCHK ? "true" : vf_settings[setting].knob->at_boot);
}

/* What is wished of one VF; those with one key are one group. */
struct seen {
	char *driver, *key;
	struct net_body net;
};

static void net_seen(const struct function *vf, struct seen *seen, struct text *key)
{
	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++) {
		const struct reading *setting = &vf->setting[i];

		if (setting->is != R_VALUE || is_untouched(i, setting->text))
			continue;
		net_take(&seen->net, i, setting->text);
		/* each has an address of its own */
		text_addf(key, " %s=%s", vf_settings[i].name, i == VF_MAC ? "" : setting->text);
	}
}

static int vf_seen(const struct survey *survey, const struct resource *pool, const struct function *vf,
	struct seen *seen, struct report *report)
{
	struct text key = { 0 };

	if (driver_seen(survey, pool->under, pool, vf->vf_number, &seen->driver, report) < 0)
		return -1;
	text_add(&key, seen->driver ? seen->driver : "");
	net_seen(vf, seen, &key);
	seen->key = text_take(&key);
	return 0;
}

static void macs_take(struct net_body *net, const struct net_body *seen)
{
	const struct field *field = &net_fields[NET_MAC];
	char **mac;

	if (!field_given(seen, NET_MAC))
		return;
	mac = list_add(field, &net->macs, (struct place){ 0 });
	*mac = string_copy(*(char *const *)list_item(field, &seen->macs, 0));
}

static void group_take(struct resource *pool, const struct seen *all, size_t n, size_t first)
{
	const struct field *groups = &kind_vf_pool.fields[POOL_GROUPS];
	struct pool_body *body = pool->body;
	struct vf_group *group = list_add(groups, &body->groups, (struct place){ 0 });
	AUTO_FREE size_t *numbers = memory_new(n, sizeof(*numbers));
	AUTO_TEXT struct text range = { 0 };
	size_t n_numbers = 0;

	fields_copy(net_fields, &group->net, &all[first].net);
	for (size_t i = first; i < n; i++) {
		if (!string_equal(all[i].key, all[first].key))
			continue;
		numbers[n_numbers++] = i;
		if (i > first)
			macs_take(&group->net, &all[i].net);
	}
	numbers_fold(numbers, n_numbers, &range);
	field_take(groups->fields, GROUP_RANGE, group, text_string(&range));
	if (all[first].driver)
		field_take(groups->fields, GROUP_DRIVER, group, all[first].driver);
	if (group->net.set)
		field_set_given(group, GROUP_NET);
	field_set_given(body, POOL_GROUPS);
}

static bool wishes_something(const struct seen *seen)
{
	return seen->driver || seen->net.set;
}

/* One driver for all, or a group for each that differs. */
static void groups_take(struct resource *pool, const struct seen *all, size_t n)
{
	size_t alike = 0;

	while (alike < n && all[alike].driver && !all[alike].net.set &&
		string_equal(all[alike].key, all[0].key))
		alike++;
	if (alike == n) {
		field_take(kind_vf_pool.fields, POOL_DRIVER, pool->body, all[0].driver);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		size_t first = 0;

		while (wishes_something(&all[i]) && !string_equal(all[first].key, all[i].key))
			first++;
		if (wishes_something(&all[i]) && first == i)
			group_take(pool, all, n, i);
	}
}

static void seen_clear(struct seen *seen)
{
	free(seen->driver);
	free(seen->key);
	fields_clear(net_fields, &seen->net);
}

int pool_take_vfs(
	struct resource *pool, const struct function *pf, const struct survey *survey, struct report *report)
{
	struct seen *all = memory_new(pf->n_virtfn + 1, sizeof(*all));
	bool by_hand = false;
	int result = 0;

	for (size_t i = 0; i < pf->n_virtfn && result == 0; i++) {
		if (!pf->virtfn[i])
			continue;
		by_hand = by_hand || function_is_by_hand(pf->virtfn[i]);
		result = vf_seen(survey, pool, pf->virtfn[i], &all[i], report);
	}
	for (size_t i = 0; i < pf->n_virtfn && !by_hand; i++) { /* drivers came by themselves */
		free(all[i].driver);
		all[i].driver = NULL;
	}
	if (result == 0)
		groups_take(pool, all, pf->n_virtfn);
	for (size_t i = 0; i < pf->n_virtfn; i++)
		seen_clear(&all[i]);
	free(all);
	return result;
}

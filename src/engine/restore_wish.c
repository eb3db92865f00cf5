/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes a wish of what was applied: devices, their VFs, drivers and settings. */
#include "object.h"
#include "restore.h"
#include "restore_words.h"
#include "share.h"
#include <inttypes.h>
#include <stdlib.h>

/* One device of the wish; pool NULL: nothing is wished of its VFs. */
struct wishing {
	const struct words *words;
	const struct survey *survey;
	struct state *state;
	struct resource **devices, **pools;
};

static void device_add(struct wishing *wishing, size_t i, const struct resource *host)
{
	const struct word_device *device = &wishing->words->devices[i];
	struct resource *resource = state_add(wishing->state, &kind_device, device->handle, host);
	struct device_body *body = resource->body;

	field_take(kind_device.fields, DEVICE_ADDRESS, body, device->address);
	body->resolved = true;
	wishing->devices[i] = resource;
}

static struct resource *pool_made(struct wishing *wishing, size_t i)
{
	const struct word_device *device = &wishing->words->devices[i];
	AUTO_FREE char *name = text_print("%s.%s", device->handle, kind_vf_pool.key);
	AUTO_FREE char *count = text_print("%" PRId64, device_vfs(device, wishing->survey));

	if (wishing->pools[i])
		return wishing->pools[i];
	wishing->pools[i] = state_add(wishing->state, &kind_vf_pool, name, wishing->devices[i]);
	field_take(kind_vf_pool.fields, POOL_COUNT, wishing->pools[i]->body, count);
	return wishing->pools[i];
}

/* The one of that name: several words may be of it. */
static struct resource *resource_of(struct wishing *wishing, const struct kind *kind, const struct word *word,
	const char *key, bool *ret_is_new)
{
	const struct resource *device = wishing->devices[word->device];
	const struct resource *pool = word->vf < 0 ? NULL : pool_made(wishing, word->device);
	AUTO_FREE char *name = name_print(device->name, word->vf, key);
	struct resource *resource = state_find(wishing->state, kind, name);

	*ret_is_new = !resource;
	if (!resource) {
		resource = state_add(wishing->state, kind, name, device);
		resource->cause = pool;
	}
	return resource;
}

/* An override is the wish; a driver that pawl took away was not wanted. */
static void driver_add(struct wishing *wishing, const struct word *word)
{
	bool is_new;
	struct resource *driver = resource_of(wishing, &kind_driver, word, kind_driver.key, &is_new);
	struct driver_body *body = driver->body;
	const char *name = *word->applied->value ? word->applied->value : DRIVER_NONE;

	if (word->vf >= 0) {
		body->vf = word->vf;
		body->vfs = ((const struct pool_body *)driver->cause->body)->count;
	}
	if (is_new || word->applied->knob == &knob_override)
		field_take(kind_driver.fields, DRIVER_NAME, body, name);
	if (word->applied->knob == &knob_override)
		body->bare = false;
	else if (is_new)
		body->bare =
			*word->applied->value && string_equal(word->applied->value, word->applied->original);
}

static void net_add(struct wishing *wishing, const struct word *word, enum vf_setting setting)
{
	bool is_new;
	struct resource *net = resource_of(wishing, &kind_vf_net, word, NET_KEY, &is_new);

	((struct net_body *)net->body)->vf = word->vf;
	net_take(net->body, setting, word->applied->value);
}

static void share_add(struct wishing *wishing, const struct word *word, enum vf_setting setting)
{
	bool is_new;
	struct resource *share = resource_of(wishing, &kind_vf_share, word, SHARE_KEY, &is_new);
	struct share_body *body = share->body;

	body->vf = word->vf;
	body->vfs = ((const struct pool_body *)share->cause->body)->count;
	share_take(body, setting, word->applied->value);
}

static void setting_add(struct wishing *wishing, const struct word *word)
{
	enum vf_setting setting;

	if (word->vf < 0 || !vf_setting_of(word->applied->knob, &setting))
		return;
	if (setting < N_VF_NET_SETTINGS)
		net_add(wishing, word, setting);
	else
		share_add(wishing, word, setting);
}

static void switch_add(struct wishing *wishing, const struct word *word)
{
	bool is_new;
	struct resource *mode = resource_of(wishing, &kind_eswitch, word, kind_eswitch.key, &is_new);

	field_take(kind_eswitch.fields, ESWITCH_MODE, mode->body, word->applied->value);
}

/* A driver that comes by itself is what they were held back from. */
static void pool_keep_driverless(struct wishing *wishing, size_t i)
{
	const struct word_device *device = &wishing->words->devices[i];
	const struct applied none = { .knob = &knob_override, .value = (char *)DRIVER_NONE };

	for (int64_t vf = 0; vf < device_vfs(device, wishing->survey); vf++)
		if (!vf_driver_wished(wishing->state, device->handle, vf))
			driver_add(wishing, &(struct word){ &none, i, vf });
}

static void word_add(struct wishing *wishing, const struct word *word)
{
	const struct knob *knob = word->applied->knob;

	if (knob == &knob_numvfs)
		pool_made(wishing, word->device);
	else if (knob == &knob_driver || (knob == &knob_override && *word->applied->value))
		driver_add(wishing, word);
	else if (knob == &knob_eswitch)
		switch_add(wishing, word);
	else
		setting_add(wishing, word);
}

void restore_wish(const struct applied_list *list, const struct survey *survey, struct state *state,
	const struct resource *host)
{
	struct words words;
	struct wishing wishing = { .words = &words, .survey = survey, .state = state };

	words_read(list, survey, &words);
	wishing.devices = memory_new(words.n_devices + 1, sizeof(struct resource *));
	wishing.pools = memory_new(words.n_devices + 1, sizeof(struct resource *));
	for (size_t i = 0; i < words.n_devices; i++)
		device_add(&wishing, i, host);
	for (size_t i = 0; i < words.n; i++)
		word_add(&wishing, &words.all[i]);
	for (size_t i = 0; i < words.n_devices; i++)
		if (words.devices[i].count && words.devices[i].count->partial)
			pool_keep_driverless(&wishing, i);
	free(wishing.devices);
	free(wishing.pools);
	words_free(&words);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sorts what pawl has set by the devices that it was set on. */
#include "restore_words.h"
#include "object.h"
#include <stdlib.h>
#include <string.h>

/* The device that a step on this object was of. */
static char *handle_of(const struct applied *applied)
{
	const char *object = applied->object ? applied->object : applied->target;

	return string_part(object, name_device_length(object));
}

/* The VF's number; -1: it is no VF's. */
static int64_t vf_of(const struct applied *applied)
{
	int64_t number;

	return applied->object && name_vf(applied->object, &number) ? number : -1;
}

/* What a rollback has set again is known by the device's pin. A VF without a number is never its PF. */
static const char *address_of(const struct applied *applied, const struct survey *survey, const char *handle)
{
	const struct pin *pin = vf_of(applied) < 0 ? NULL : pins_find(&survey->pins, handle);

	if (applied->pf && vf_of(applied) >= 0)
		return applied->pf;
	return pin ? pin->address : applied->target;
}

/* Its own, until that is another device's: then what this one is called now. */
static const char *handle_now(const struct survey *survey, const char *address, const char *handle)
{
	const struct pin *own = pins_find(&survey->pins, handle);
	const struct pin *here =
		own && !string_equal(own->address, address) ? pins_at(&survey->pins, address) : NULL;

	return here ? here->handle : handle;
}

static size_t device_keep(
	struct words *words, const struct survey *survey, const char *address, const char *handle)
{
	size_t cursor = 0, at;

	while (lookup_next(&words->by_address, hash_string(0, address), &cursor, &at))
		if (string_equal(words->devices[at].address, address))
			return at;
	lookup_add(&words->by_address, hash_string(0, address), words->n_devices);
	words->devices = memory_grow(words->devices, words->n_devices, sizeof(*words->devices));
	words->devices[words->n_devices] = (struct word_device){ .address = string_copy(address),
		.handle = string_copy(handle_now(survey, address, handle)) };
	return words->n_devices++;
}

/*
 * A VF that was named by its own address, and is not there before its PF has VFs again: the number of VFs
 * that pawl has set, with which it comes back; NULL: it is none.
 */
static const struct applied *count_of(const struct applied_list *list, const struct survey *survey,
	const struct applied *applied, int64_t *ret_vf)
{
	for (size_t i = 0; i < list->n && !applied->pf && !survey_function(survey, applied->target); i++) {
		const struct applied *count = &list->all[i];
		const struct function *pf =
			count->knob == &knob_numvfs ? survey_function(survey, count->target) : NULL;
		int64_t n = pf && count->value ? strtol(count->value, NULL, 10) : 0;

		if (!pf || !vf_place_is_of(pf, n, applied->target))
			continue;
		*ret_vf = n - 1;
		while (vf_place_is_of(pf, *ret_vf, applied->target))
			--*ret_vf;
		return count;
	}
	return NULL;
}

static void word_add(struct words *words, const struct applied_list *list, const struct applied *applied,
	const struct survey *survey)
{
	int64_t vf = vf_of(applied);
	const struct applied *count = vf < 0 ? count_of(list, survey, applied, &vf) : NULL;
	AUTO_FREE char *handle = handle_of(count ? count : applied);
	size_t device = device_keep(
		words, survey, count ? count->target : address_of(applied, survey, handle), handle);

	if (applied->knob == &knob_numvfs)
		words->devices[device].count = applied;
	words->all = memory_grow(words->all, words->n, sizeof(*words->all));
	words->all[words->n++] = (struct word){ applied, device, vf };
}

void words_read(const struct applied_list *list, const struct survey *survey, struct words *ret_words)
{
	*ret_words = (struct words){ 0 };
	for (size_t i = 0; i < list->n; i++)
		if (list->all[i].value && !(list->all[i].knob->flags & KNOB_TEMPORARY))
			word_add(ret_words, list, &list->all[i], survey);
}

const char *restore_value(const struct applied *applied, const struct survey *survey)
{
	const struct function *vf = vf_by_target(survey, applied->target);

	if (!applied->stood)
		return applied->value;
	if (vf && knob_is_of_share(applied->knob) && applied_is_of_this_boot(survey, applied) &&
		vf->setting[VF_ONLINE].is == R_VALUE && string_equal(vf->setting[VF_ONLINE].text, "true"))
		return applied->value;
	return applied->stood;
}

/* It has moved since a plan named it last, and was noted there. */
static bool is_noted_there(const struct pin *pin, const struct survey *survey, const char *address)
{
	const struct pin *stood = pins_find(&survey->stood, address);

	return stood && pin_against(pin, stood) == PIN_SAME;
}

const struct pin *device_elsewhere(const struct survey *survey, const struct word_device *device)
{
	const struct pin *pin = pins_find(&survey->pins, device->handle);

	if (!pin || string_equal(pin->address, device->address) || pins_at(&survey->pins, device->address) ||
		is_noted_there(pin, survey, device->address))
		return NULL;
	return pin;
}

int64_t device_vfs(const struct word_device *device, const struct survey *survey)
{
	const struct function *pf = survey_function(survey, device->address);
	int64_t now;

	if (device->count)
		return strtol(device->count->value, NULL, 10);
	return pf && function_number(pf, A_NUMVFS, &now) == 0 ? now : 0;
}

void words_free(struct words *words)
{
	for (size_t i = 0; i < words->n_devices; i++) {
		free(words->devices[i].address);
		free(words->devices[i].handle);
	}
	free(words->devices);
	free(words->all);
	lookup_free(&words->by_address);
	*words = (struct words){ 0 };
}

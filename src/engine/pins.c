/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps which functions a plan has found, so that they are known again. */
#include "engine.h"

/*
 * What is asleep, or what only another driver shows, is as it was: the card has not changed because of that.
 * So a run that finds nothing to do finds nothing to note either.
 */
static void take_over(struct pin *pin, const struct pin *earlier)
{
	for (enum pin_member i = PIN_SERIAL; i < N_PIN_MEMBERS; i++)
		if (!*pin_member(pin, i))
			*pin_member(pin, i) = string_copy(*pin_member(earlier, i));
}

static void pin_device(
	const struct resource *device, const struct planning *planning, struct pin_list *ret_pins)
{
	const struct function *function = device_function(&planning->survey, device);
	const struct pin *earlier = function ? pins_of(&planning->survey.pins, device->name, function) : NULL;
	AUTO_FREE char *names = select_names(&((const struct device_body *)device->body)->select);
	struct pin pin;

	if (!function || !field_given(device->body, DEVICE_SELECT))
		return;
	pin_of(function, &pin);
	pin.handle = string_copy(device->name);
	pin.select = *names ? string_copy(names) : NULL;
	if (earlier && pin_compare(earlier, function, NULL) != PIN_OTHER)
		take_over(&pin, earlier);
	pins_keep(ret_pins, &pin);
	pin_clear(&pin);
}

/* By whatever name it was taken out of service: it is in service now. */
static void pins_take_in(const struct planning *planning, struct pin_list *pins)
{
	const struct pin_list *earlier = &planning->survey.pins;

	for (size_t i = 0; i < earlier->n; i++) {
		const struct pin *pin = &earlier->all[i];
		const struct function *function =
			pin->state ? survey_function(&planning->survey, pin->address) : NULL;
		struct pin in = *pin;

		if (!function || pins_find(pins, pin->handle) || !device_at(&planning->want, pin->address) ||
			pin_compare(pin, function, NULL) == PIN_OTHER)
			continue;
		in.state = NULL;
		pins_keep(pins, &in);
	}
}

void planning_pins(const struct planning *planning, struct pin_list *ret_pins)
{
	for (size_t i = 0; i < planning->want.n; i++)
		if (planning->want.all[i]->kind == &kind_device)
			pin_device(planning->want.all[i], planning, ret_pins);
	pins_take_in(planning, ret_pins);
}

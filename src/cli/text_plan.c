/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan as people read it. */
#include "text_plan.h"
#include "text_step.h"
#include "vf.h"

/* What the function is, and the world that its device is promised to. */
static void title_print_function(
	const struct printing *printing, const struct function *function, const struct resource *device)
{
	AUTO_FREE char *name = function ? function_short_name(function) : NULL;
	const char *driver = function ? function_link(function, A_DRIVER) : NULL;
	struct text *text = printing->text;

	if (name)
		text_addf(text, "  %s", name);
	if (function) {
		text_add(text, driver ? "  driver " : "  no driver");
		text_add_safe(text, driver ? driver : "");
	}
	if (device && resource_given(device, DEVICE_WORLD)) {
		text_addf(text, "  %s ", device->kind->fields[DEVICE_WORLD].name);
		field_print(device->kind->fields, DEVICE_WORLD, device->body, text);
	}
}

static void title_print(const struct printing *printing, const char *handle, const char *address,
	const struct resource *device)
{
	struct text *text = printing->text;

	text_paint(text, printing->look->color, PAINT_BOLD);
	text_add_safe(text, handle);
	text_paint(text, printing->look->color, PAINT_OFF);
	if (address && !string_equal(address, handle)) {
		text_add(text, "  ");
		target_print(address, text);
	}
	title_print_function(
		printing, address ? survey_function(printing->look->survey, address) : NULL, device);
	text_add(text, "\n");
}

/* Of a VF the function that it goes away with: it is the device. */
static const char *section_address(const struct printing *printing, const struct section *section)
{
	const struct step *first = section->first;
	const struct function *function = vf_by_target(printing->look->survey, first->target);
	AUTO_FREE char *address = target_address(first->target);

	if (!function)
		function = survey_function(printing->look->survey, address);
	if (!first->lock)
		return NULL;
	if (!function)
		return first->target;
	return function->physfn ? function->physfn->address : function->address;
}

static void section_print_title(const struct printing *printing, const struct section *section)
{
	const struct resource *device = step_device(printing->plan, section->first);
	AUTO_FREE char *handle = device ? NULL : step_handle(section->first);

	if (device && device->kind != &kind_device)
		title_print(printing, device->name, NULL, NULL);
	else if (device)
		title_print(
			printing, device->name, ((const struct device_body *)device->body)->address, device);
	else
		title_print(printing, section->first->lock ? handle : "host",
			section_address(printing, section), NULL);
}

static void sections_measure(const struct sections *sections, struct widths *widths)
{
	for (size_t i = 0; i < sections->n; i++)
		for (size_t k = 0; k < sections->all[i].n; k++)
			fold_measure(&sections->all[i].folds[k], widths);
}

static void section_print(const struct printing *printing, const struct section *section)
{
	text_add(printing->text, "\n");
	section_print_title(printing, section);
	for (size_t i = 0; i < section->n; i++)
		fold_print(printing, &section->folds[i]);
}

static void counts_print(const struct plan_count *count, struct text *text)
{
	text_addf(text, ": %zu %s on ", count->steps, plural(count->steps, "step", "steps"));
	if (count->devices || !count->guests)
		text_addf(text, "%zu %s", count->devices, plural(count->devices, "device", "devices"));
	if (count->guests)
		text_addf(text, "%s%zu %s", count->devices ? " and " : "", count->guests,
			plural(count->guests, "guest", "guests"));
}

/* What the plan comes to, in its first line. A refused plan without steps is no host as wished. */
static void head_print(const struct plan *plan, const struct plan_look *look, struct text *text)
{
	struct plan_count count = plan_count(plan);

	text_addf(text, "Plan %.8s for ", plan->id);
	text_add_safe(text, look->host);
	if (plan->n > 0)
		counts_print(&count, text);
	else if (look->refused)
		text_add(text, ": no step is planned");
	else if (count.renames)
		text_addf(text, ": no step, %zu %s", count.renames,
			plural(count.renames, "namespace gets another name.", "namespaces get other names."));
	else if (look->recalls)
		text_add(text, ": nothing to do.");
	else
		text_addf(text, ": nothing to do, %s is as wished.", plan_whole(plan));
	text_paint(text, look->color && look->refused, PAINT_RED);
	text_add(text, look->refused ? ", REFUSED" : "");
	text_paint(text, look->color && look->refused, PAINT_OFF);
	text_add(text, "\n");
}

void plan_print(const struct plan *plan, const struct plan_look *look, struct text *text)
{
	const struct change *told = NULL;
	struct printing printing = { .plan = plan, .look = look, .told = &told, .text = text };
	struct plan_count count = plan_count(plan);
	struct sections sections = { 0 };

	sections_make(plan, &sections);
	sections_measure(&sections, &printing.widths);
	head_print(plan, look, text);
	for (size_t i = 0; i < sections.n; i++)
		section_print(&printing, &sections.all[i]);
	if (plan->n > 0)
		plan_print_summary(&count, text);
	sections_free(&sections);
}

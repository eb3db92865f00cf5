/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan for programs, and what became of it. */
#include "document_step.h"
#include "options.h"
#include "text_step.h"

static const struct document_plan *of(const void *thing)
{
	return thing;
}

/* One device of the wish, and the function that it is. */
struct device_view {
	const struct resource *device;
	const struct function *function;
};

static void put_device_handle(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct device_view *)thing)->device->name);
}

static void put_device_address(const void *thing, struct cell *cell)
{
	const struct device_body *body = ((const struct device_view *)thing)->device->body;

	cell_words(cell, body->address);
}

static void put_device_name(const void *thing, struct cell *cell)
{
	const struct function *function = ((const struct device_view *)thing)->function;
	AUTO_FREE char *name = function ? function_name(function) : NULL;

	cell_words(cell, name);
}

static void put_device_driver(const void *thing, struct cell *cell)
{
	const struct function *function = ((const struct device_view *)thing)->function;

	cell_words(cell, function ? function_link(function, A_DRIVER) : NULL);
}

static void put_device_world(const void *thing, struct cell *cell)
{
	cell_words(
		cell, ((const struct device_body *)((const struct device_view *)thing)->device->body)->world);
}

static const struct document_row device_rows[] = {
	{ .name = "handle", .help = "what the files call it", .type = ROW_WORDS, .put = put_device_handle },
	{
		.name = "address",
		.help = "the function that it is; null: none was found",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_device_address,
	},
	{
		.name = "name",
		.help = "vendor and device as pci.ids names them",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_device_name,
	},
	{
		.name = "driver",
		.help = "its driver now",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_device_driver,
	},
	{
		.name = "world",
		.help = "the world that it is handed to; null: the files do not say",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_device_world,
	},
	{ 0 },
};

static void put_host(const void *thing, struct cell *cell)
{
	cell_map(cell, &of(thing)->host);
}

static void put_plan_id(const void *thing, struct cell *cell)
{
	cell_words(cell, of(thing)->plan->id);
}

static void put_devices(const void *thing, struct cell *cell)
{
	const struct state *want = of(thing)->plan->want;

	for (size_t i = 0; want && i < want->n; i++) {
		const struct resource *device = want->all[i];

		if (device->kind == &kind_device)
			cell_entry(cell, &(struct device_view){
						 device, device_function(of(thing)->host.survey, device) });
	}
}

static void put_steps(const void *thing, struct cell *cell)
{
	const struct plan *plan = of(thing)->plan;

	for (size_t i = 0; i < plan->n; i++)
		cell_entry(cell, &(struct step_view){ plan->steps[i], of(thing)->results });
}

static void put_allowed(const void *thing, struct cell *cell)
{
	const struct allowances *allowed = of(thing)->plan->allowed;

	for (size_t i = 0; allowed && i < allowed->n; i++) {
		AUTO_FREE char *words = allowance_print(&allowed->all[i]);

		cell_item(cell, words);
	}
}

static void put_applyable(const void *thing, struct cell *cell)
{
	cell_flag(cell, !of(thing)->refused);
}

/* A figure of the plan. */
#define COUNT(key, member)                                                                                   \
	static void put_##key(const void *thing, struct cell *cell)                                          \
	{                                                                                                    \
		cell_number(cell, (int64_t)((const struct plan_count *)thing)->member);                      \
	}
COUNT(n_steps, steps)
COUNT(n_devices, devices)
COUNT(creates, creates)
COUNT(updates, updates)
COUNT(deletes, deletes)
COUNT(vfs_made, vfs_made)
COUNT(vfs_gone, vfs_gone)
COUNT(put_back, debts)
COUNT(disruptive, disruptive)
COUNT(data_loss, data_loss)
COUNT(consents, consents)
COUNT(one_way, one_way)
COUNT(reboots, reboots)

static const struct document_row count_rows[] = {
	{ .name = "steps", .help = "all steps", .type = ROW_NUMBER, .put = put_n_steps },
	{ .name = "devices", .help = "devices that have steps", .type = ROW_NUMBER, .put = put_n_devices },
	{ .name = "create",
		.help = "resources that are created; of what goes back, objects of the steps",
		.type = ROW_NUMBER,
		.put = put_creates },
	{ .name = "update",
		.help = "resources that are changed, the same",
		.type = ROW_NUMBER,
		.put = put_updates },
	{ .name = "delete",
		.help = "resources that are deleted, the same",
		.type = ROW_NUMBER,
		.put = put_deletes },
	{ .name = "vfs_created",
		.help = "virtual functions that come, counted one by one",
		.type = ROW_NUMBER,
		.put = put_vfs_made },
	{ .name = "vfs_deleted",
		.help = "virtual functions that go, counted one by one",
		.type = ROW_NUMBER,
		.put = put_vfs_gone },
	{
		.name = "put_back",
		.help = "steps that put back what a run has left",
		.type = ROW_NUMBER,
		.put = put_put_back,
	},
	{
		.name = "disruptive",
		.help = "steps that take something away",
		.type = ROW_NUMBER,
		.put = put_disruptive,
	},
	{ .name = "data_loss", .help = "steps that lose data", .type = ROW_NUMBER, .put = put_data_loss },
	{
		.name = "consents",
		.help = "steps that note consent to what can never be taken back",
		.type = ROW_NUMBER,
		.put = put_consents,
	},
	{
		.name = "irreversible",
		.help = "steps that can never be taken back",
		.type = ROW_NUMBER,
		.put = put_one_way,
	},
	{ .name = "reboots", .help = "steps that need a reboot", .type = ROW_NUMBER, .put = put_reboots },
	{ 0 },
};

static void put_summary(const void *thing, struct cell *cell)
{
	struct plan_count count = plan_count(of(thing)->plan);

	cell_map(cell, &count);
}

const struct document_row plan_rows[] = {
	{ .name = "host", .help = "the machine", .type = ROW_MAP, .rows = host_rows, .put = put_host },
	{
		.name = "plan_id",
		.help = "SHA-256 of configuration, stable facts and steps",
		.type = ROW_WORDS,
		.pattern = "^[0-9a-f]{64}$",
		.put = put_plan_id,
	},
	{
		.name = "devices",
		.help = "the devices of the configuration, and what they are",
		.type = ROW_LIST,
		.rows = device_rows,
		.put = put_devices,
	},
	{
		.name = "steps",
		.help = "what is done, in order; each is one write",
		.type = ROW_LIST,
		.rows = step_rows,
		.put = put_steps,
	},
	{
		.name = "resource_changes",
		.help = "what becomes of each resource, in Terraform's form",
		.type = ROW_LIST,
		.rows = change_rows,
		.put = put_changes,
	},
	{
		.name = "summary",
		.help = "create, update and delete count resources, the others steps",
		.type = ROW_MAP,
		.rows = count_rows,
		.put = put_summary,
	},
	{
		.name = "allowed",
		.help = "gates that --allow lets pass: ID, or ID:PART for a part of the configuration",
		.type = ROW_WORDLIST,
		.put = put_allowed,
	},
	{ .name = "applyable", .help = "no gate refuses it", .type = ROW_FLAG, .put = put_applyable },
	{ 0 },
};

static void put_result_count(const void *thing, struct cell *cell)
{
	enum step_result result = (enum step_result)cell_index(cell);

	cell_number(cell, (int64_t)results_count(of(thing)->results, of(thing)->plan->n, result));
}

static const char *const result_helps[STEP_RESULTS] = {
	[STEP_WAITING] = "steps that were never begun",
	[STEP_DONE] = "written, and read back as wished",
	[STEP_ALREADY] = "nothing was written: the value was there already",
	[STEP_NEEDLESS] = "for the moment only, and nothing was written: what they are for was not needed",
	[STEP_REFUSED] = "the value is as before: the kernel did not take the other",
	[STEP_STOPPED] = "not as planned right before the write, or neither as before nor as wished after it",
	[STEP_STILL_RUNNING] = "their write is still in the kernel",
};

static void fill_result(size_t index, struct document_row *row)
{
	row->name = step_result_names[index];
	row->help = result_helps[index];
	row->type = ROW_NUMBER;
}

static const struct row_source result_source = { .n = STEP_RESULTS, .fill = fill_result };

static const struct document_row result_rows[] = {
	{ .type = ROW_EACH, .source = &result_source, .put = put_result_count },
	{ 0 },
};

static const struct document_row apply_rows[] = {
	{ .type = ROW_PART, .rows = plan_rows },
	{ .name = "results", .help = "how many steps came to what", .type = ROW_MAP, .rows = result_rows },
	{ 0 },
};

static void put_end(const void *thing, struct cell *cell)
{
	put_functions(&of(thing)->end, cell);
}

static const struct document_row rehearsal_rows[] = {
	{ .type = ROW_PART, .rows = apply_rows },
	{
		.name = "functions",
		.help = "the end state: all PCI functions of the twin; not there: it was refused",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = function_rows,
		.put = put_end,
	},
	{ 0 },
};

const struct document_form form_plan = { .name = "plan", .help = "what `pawl plan` says", .rows = plan_rows };

const struct document_form form_apply = {
	.name = "apply",
	.help = "what `pawl apply` says: the plan, and what became of it",
	.rows = apply_rows,
};

const struct document_form form_rehearsal = {
	.name = "rehearsal",
	.help = "what `pawl rehearse` says: the plan, what became of it on the twin, and the end state",
	.rows = rehearsal_rows,
};

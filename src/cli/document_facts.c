/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a file of facts holds: the host floor writes and reads it, by the same tables of attributes. */
#include "document.h"

static void fill_fact(size_t index, struct document_row *row)
{
	row->name = machine_facts[index].name;
	row->help = machine_facts[index].path;
	row->type = ROW_WORDS;
	row->flags = ROW_NULL | ROW_OPTIONAL;
}

static void fill_attribute(size_t index, struct document_row *row)
{
	row->name = attributes[index].name;
	row->help = attributes[index].source;
	row->type = ROW_WORDS;
	row->flags = ROW_NULL | ROW_OPTIONAL;
}

static void fill_setting(size_t index, struct document_row *row)
{
	row->name = vf_settings[index].name;
	row->help = vf_settings[index].source;
	row->type = ROW_WORDS;
	row->flags = ROW_NULL | ROW_OPTIONAL;
}

static const struct row_source fact_source = { .n = N_MACHINE_FACTS, .fill = fill_fact };
static const struct row_source attribute_source = { .n = N_ATTRIBUTES, .fill = fill_attribute };

static const struct document_row machine_rows[] = {
	{ .type = ROW_EACH, .source = &fact_source },
	{ 0 },
};

static const struct document_row known_rows[] = {
	{ .type = ROW_EACH, .source = &identity_source },
	{ 0 },
};

static const struct row_source setting_source = { .n = N_VF_NET_SETTINGS, .fill = fill_setting };

static const struct document_row setting_rows[] = {
	{ .type = ROW_EACH, .source = &setting_source },
	{ 0 },
};

static const struct document_row captured_rows[] = {
	{ .type = ROW_EACH, .source = &attribute_source },
	{
		.name = "virtfn",
		.help = "of a physical function: its virtual functions by their numbers",
		.type = ROW_WORDLIST,
		.flags = ROW_OPTIONAL | ROW_GAPS,
	},
	{
		.name = "orphan_of",
		.help = "of a virtual function that was left behind: the physical function that it had",
		.type = ROW_WORDS,
		.pattern = ADDRESS_PRINTED,
		.flags = ROW_OPTIONAL,
	},
	{
		.name = "identity",
		.help = "what it is known by; null: by none of it; a key that is not there: not captured",
		.type = ROW_MAP,
		.flags = ROW_NULL | ROW_OPTIONAL,
		.rows = known_rows,
	},
	{
		.name = "vf",
		.help = "of a virtual function: how it stands with its physical function's driver; null: it "
			"has no settings; a key that is not there: not captured",
		.type = ROW_MAP,
		.flags = ROW_NULL | ROW_OPTIONAL,
		.rows = setting_rows,
	},
	{
		.name = "nvme",
		.help = "of a physical function that the nvme driver has: what the drive tells; a key that "
			"is not there: not captured",
		.type = ROW_MAP,
		.flags = ROW_NULL | ROW_OPTIONAL,
		.rows = drive_rows,
	},
	{ 0 },
};

static const struct document_row ledger_rows[] = {
	{ .name = "is",
		.help = "elsewhere: another machine's",
		.type = ROW_WORDS,
		.choices = ledger_is_names },
	{ .name = "why", .help = "what is wrong with it", .type = ROW_WORDS },
	{ 0 },
};

static const struct document_row owed_rows[] = {
	{ .name = "knob", .help = "what was set for the moment", .type = ROW_WORDS },
	{ .name = "target", .help = "on what", .type = ROW_WORDS },
	{ .name = "left", .help = "the value that was left", .type = ROW_WORDS },
	{ .name = "value", .help = "the value to be put back", .type = ROW_WORDS },
	{ 0 },
};

static const struct document_row pinned_rows[] = {
	{ .name = "handle", .help = "what the files call the device", .type = ROW_WORDS },
	{ .name = "select", .help = "names that a wish may change", .type = ROW_WORDS, .flags = ROW_NULL },
	{ .name = "state",
		.help = "out-of-service: no boot brings back what was set on it",
		.type = ROW_WORDS,
		.flags = ROW_NULL | ROW_OPTIONAL },
	{ .name = "address", .help = "its PCI address", .type = ROW_WORDS },
	{ .name = "path", .help = "the bridges above it", .type = ROW_WORDS, .flags = ROW_NULL },
	{ .name = "serial", .help = "its serial number", .type = ROW_WORDS, .flags = ROW_NULL },
	{ .name = "nvme_serial",
		.help = "its serial number as an NVMe drive",
		.type = ROW_WORDS,
		.flags = ROW_NULL | ROW_OPTIONAL },
	{ .name = "mac", .help = "its permanent MAC", .type = ROW_WORDS, .flags = ROW_NULL },
	{ .name = "vendor", .help = "its vendor id", .type = ROW_WORDS, .flags = ROW_NULL | ROW_OPTIONAL },
	{ .name = "device", .help = "its device id", .type = ROW_WORDS, .flags = ROW_NULL | ROW_OPTIONAL },
	{ .name = "cntlid",
		.help = "of a drive: its controller identifier",
		.type = ROW_WORDS,
		.flags = ROW_NULL | ROW_OPTIONAL },
	{ 0 },
};

static const struct document_row applied_rows[] = {
	{ .name = "knob", .help = "what pawl has set", .type = ROW_WORDS },
	{ .name = "target", .help = "on what", .type = ROW_WORDS },
	{ .name = "object", .help = "as people know it", .type = ROW_WORDS, .flags = ROW_NULL },
	{ .name = "pf",
		.help = "of a virtual function: the function that it goes away with",
		.type = ROW_WORDS,
		.flags = ROW_NULL },
	{ .name = "original", .help = "what it read before pawl's first write", .type = ROW_WORDS },
	{ .name = "value", .help = "what pawl has set last", .type = ROW_WORDS },
	{ 0 },
};

static const struct document_row user_rows[] = {
	{ .name = "use", .help = "how it is used", .type = ROW_WORDS },
	{ .name = "function", .help = "its PCI address", .type = ROW_WORDS },
	{ .name = "nsid",
		.help = "of an NVMe drive's disk: the number of its namespace",
		.type = ROW_NUMBER,
		.flags = ROW_OPTIONAL },
	{ .name = "through", .help = "the way to who stands on it", .type = ROW_WORDS, .flags = ROW_NULL },
	{ .name = "who", .help = "who stands on it", .type = ROW_WORDS },
	{ 0 },
};

static const struct document_row claim_rows[] = {
	{ .name = "manager", .help = "who claims it", .type = ROW_WORDS },
	{ .name = "file", .help = "where that is written", .type = ROW_WORDS },
	{ .name = "line", .help = "in which line", .type = ROW_NUMBER },
	{ .name = "names", .help = "which functions it means: words that must all fit", .type = ROW_WORDS },
	{ .name = "knob", .help = "what it sets", .type = ROW_WORDS },
	{ .name = "vf",
		.help = "of the function that is named: the virtual function of this number; null: itself",
		.type = ROW_NUMBER,
		.flags = ROW_NULL },
	{ .name = "value", .help = "to what; empty: that cannot be told", .type = ROW_WORDS },
	{ 0 },
};

static const struct document_row guest_rows[] = {
	{ .name = "uri", .help = "where libvirt has it, and its name", .type = ROW_WORDS },
	{ .name = "definition", .help = "its protection, and the functions that it gets", .type = ROW_WORDS },
	{
		.name = "owns",
		.help = "the functions that it runs with; null: it does not run",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
	},
	{ 0 },
};

static const struct document_row domain_rows[] = {
	{
		.name = "consent",
		.help = "the digest of what was consented to",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
	},
	{
		.name = "assumed",
		.help = "the boot_id of the boot in which it may have become secure",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
	},
	{ 0 },
};

static const char *const formats_here[] = { "pawl-facts", NULL };

static const struct document_row facts_rows[] = {
	{ .name = "format", .help = "which document this is", .type = ROW_WORDS, .choices = formats_here },
	{ .name = "version", .help = "of this format: 1", .type = ROW_NUMBER },
	{ .name = "origin", .help = "how it was made, for people", .type = ROW_WORDS },
	{
		.name = "machine",
		.help = "of the machine as a whole; null: there is none; not there: not captured",
		.type = ROW_MAP,
		.rows = machine_rows,
	},
	{ .name = "drivers", .help = "the drivers registered with the PCI bus", .type = ROW_WORDLIST },
	{
		.name = "functions",
		.help = "each PCI function by its address: attributes as the kernel prints them",
		.type = ROW_NAMED,
		.pattern = ADDRESS_PRINTED,
		.rows = captured_rows,
	},
	{
		.name = "debts",
		.help = "values that a run has set for the moment",
		.type = ROW_LIST,
		.rows = owed_rows,
	},
	{
		.name = "pins",
		.help = "what devices were at their first apply",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = pinned_rows,
	},
	{
		.name = "stood",
		.help = "by address as their handle: what stood there when the ledger noted it last",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = pinned_rows,
	},
	{
		.name = "applied",
		.help = "what pawl has set and not put back",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = applied_rows,
	},
	{
		.name = "kept",
		.help = "namespaces that pawl has made: the drive's before it, and after; * is one "
			"whose making was not seen to its end",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = applied_rows,
	},
	{
		.name = "users",
		.help = "who uses functions beyond their drivers; not there: not captured",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = user_rows,
	},
	{
		.name = "users_unknown",
		.help = "why it is not known who uses functions so, by the name of the use",
		.type = ROW_MAP,
		.flags = ROW_OPTIONAL,
		.rows = doubt_rows,
	},
	{
		.name = "claims",
		.help = "what other managers are told to set; not there: not captured",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = claim_rows,
	},
	{
		.name = "claims_unknown",
		.help = "why it is not known what a manager is told to set, by its name",
		.type = ROW_MAP,
		.flags = ROW_OPTIONAL,
		.rows = claim_doubt_rows,
	},
	{
		.name = "guests",
		.help = "the guests of libvirt; not there: they cannot be told",
		.type = ROW_LIST,
		.flags = ROW_OPTIONAL,
		.rows = guest_rows,
	},
	{
		.name = "ledger",
		.help = "why the ledger cannot be believed; not there: it can",
		.type = ROW_MAP,
		.flags = ROW_OPTIONAL,
		.rows = ledger_rows,
	},
	{
		.name = "domains",
		.help = "what the ledger has of secure domains, by their root ports; not there: not captured",
		.type = ROW_NAMED,
		.pattern = ADDRESS_PRINTED,
		.flags = ROW_OPTIONAL,
		.rows = domain_rows,
	},
	{ 0 },
};

const struct document_form form_facts = {
	.name = "facts",
	.help = "what `pawl facts capture` writes and --facts reads",
	.rows = facts_rows,
	.flags = FORM_FILE,
};

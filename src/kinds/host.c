/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hosts.NAME: which machine is meant, and which platform it is. */
#include "kinds_rows.h"
#include "net.h"
#include "platform.h"

#define HOST_PRESENT "present"
#define HOST_ABSENT  "absent"

static const struct field match_fields[] = {
	[MATCH_HOSTNAME] = { .name = "hostname",
		.help = "the machine's host name, short or full; = NAME",
		.type = &value_host,
		.offset = FIELD_AT(struct host_match, hostname, char *),
		.flags = FIELD_UNCOMPARED },
	[MATCH_MACHINE_ID] = { .name = "machine-id",
		.help = "what /etc/machine-id holds, quoted",
		.type = &value_machine_id,
		.offset = FIELD_AT(struct host_match, machine_id, char *),
		.flags = FIELD_UNCOMPARED },
	[MATCH_DMI_SERIAL] = { .name = "dmi-serial",
		.help = "the machine's serial number, as `dmidecode -s system-serial-number` tells it, "
			"quoted",
		.type = &value_string,
		.offset = FIELD_AT(struct host_match, dmi_serial, char *),
		.flags = FIELD_UNCOMPARED },
	{ 0 },
};

static const char *const states[] = { HOST_PRESENT, HOST_ABSENT, NULL };

static const struct field fields[] = {
	[HOST_CLASS] = { .name = "class",
		.help = "the classes that it inherits from, the later ones over the earlier: [NAME]",
		.type = &value_list,
		.offset = FIELD_AT(struct host_body, classes, struct list),
		.item = &value_class,
		.flags = FIELD_UNCOMPARED | FIELD_WRITING },
	[HOST_MATCH] = { .name = "match",
		.help = "which machine this is; all keys that are given must fit; = {hostname: NAME}",
		.type = &value_map,
		.offset = FIELD_AT(struct host_body, match, struct host_match),
		.fields = match_fields,
		.flags = FIELD_UNCOMPARED | FIELD_WRITING },
	[HOST_PLATFORM] = { .name = "platform",
		.help = "what protects the guests",
		.standard = PLATFORM_STANDARD,
		.type = &value_choice,
		.offset = FIELD_AT(struct host_body, platform, char *),
		.choices = platform_names,
		.flags = FIELD_UNCOMPARED },
	[HOST_STATE] = { .name = "state",
		.help = "absent: nothing is wanted here any more; what pawl has set goes back to what it "
			"was before, and what else stands is listed",
		.standard = HOST_PRESENT,
		.type = &value_choice,
		.offset = FIELD_AT(struct host_body, state, char *),
		.choices = states,
		.cost = COST_RECREATE },
	{ 0 },
};

bool host_is_absent(const struct host_body *host)
{
	return string_equal(host->state, HOST_ABSENT);
}

/* Of a host that is wanted there is nothing to see: its devices are. */
static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct host_body *wish = want->body;
	struct host_body *body = have->body;
	bool stands = false;

	if (!field_given(wish, HOST_STATE))
		return 0;
	if (host_is_absent(wish) && put_back_observe(survey, want, HOST_STATE, report, &stands) < 0)
		return -1;
	body->state = string_copy(stands ? HOST_PRESENT : wish->state);
	field_set_given(body, HOST_STATE);
	return 0;
}

static void check(const struct resource *host, const struct state *state, struct report *report)
{
	(void)host;
	guests_check(state, report);
	pools_check_macs(state, report);
}

const struct kind kind_host = {
	.name = "host",
	.summary = "one machine",
	.under = "file",
	.key = "hosts",
	.entries = &value_host,
	.entry_help = "NAME",
	.size = sizeof(struct host_body),
	.fields = fields,
	.check = check,
	.observe = observe,
	.steps = put_back_steps,
};

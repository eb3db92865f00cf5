/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How one VF stands with the driver of its physical function: its MAC, VLAN, trust, checks and rates. */
#include "kinds_rows.h"
#include "object.h"
#include <stdlib.h>

/* VLAN identifiers have 12 bits, of which 0xfff is reserved, priorities 3: IEEE 802.1Q, 9.6. */
const struct field net_fields[] = {
	[NET_MAC] = { .name = "mac",
		.help = "the MAC address of each of these VFs, in the order of their numbers; a driver that "
			"has the VF already sees it at its next probe",
		.type = &value_list,
		.offset = FIELD_AT(struct net_body, macs, struct list),
		.item = &value_mac },
	[NET_VLAN] = { .name = "vlan",
		.help = "the VLAN that their frames get and lose without their knowing; 0 is none",
		.type = &value_number,
		.offset = FIELD_AT(struct net_body, vlan, int64_t),
		.max = 4094 },
	[NET_QOS] = { .name = "qos",
		.help = "the priority of these frames, with vlan",
		.type = &value_number,
		.offset = FIELD_AT(struct net_body, qos, int64_t),
		.max = 7 },
	[NET_TRUST] = { .name = "trust",
		.help = "whether they may change their MAC address and hear all frames",
		.type = &value_flag,
		.offset = FIELD_AT(struct net_body, trust, bool) },
	[NET_SPOOFCHK] = { .name = "spoofchk",
		.help = "whether frames that they send with another MAC address are dropped",
		.type = &value_flag,
		.offset = FIELD_AT(struct net_body, spoofchk, bool) },
	[NET_LINK_STATE] = { .name = "link-state",
		.help = "the link that they see: as the physical function's, or always up or down",
		.type = &value_choice,
		.offset = FIELD_AT(struct net_body, link_state, char *),
		.choices = vf_link_states },
	[NET_MAX_RATE] = { .name = "max-rate",
		.help = "the most that each sends, in Mbit/s; 0 is no bound",
		.type = &value_number,
		.offset = FIELD_AT(struct net_body, max_rate, int64_t),
		.max = INT32_MAX },
	[NET_MIN_RATE] = { .name = "min-rate",
		.help = "what each may always send, in Mbit/s; 0 is nothing",
		.type = &value_number,
		.offset = FIELD_AT(struct net_body, min_rate, int64_t),
		.max = INT32_MAX },
	{ 0 },
};

#define ROW(row) (UINT64_C(1) << (row))

/* Which rows a setting is made of. */
static const uint64_t rows_of[N_VF_NET_SETTINGS] = {
	[VF_TRUST] = ROW(NET_TRUST),
	[VF_MAC] = ROW(NET_MAC),
	[VF_VLAN] = ROW(NET_VLAN) | ROW(NET_QOS),
	[VF_SPOOFCHK] = ROW(NET_SPOOFCHK),
	[VF_LINK_STATE] = ROW(NET_LINK_STATE),
	[VF_RATE] = ROW(NET_MAX_RATE) | ROW(NET_MIN_RATE),
};

bool net_gives(const struct net_body *body, enum vf_setting setting)
{
	return body->set & rows_of[setting];
}

static void body_give(struct net_body *body, size_t row, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	field_parse(net_fields, row, body, text, &why);
}

static void body_give_mac(struct net_body *body, const char *mac)
{
	char **item = list_add(&net_fields[NET_MAC], &body->macs, (struct place){ 0 });

	*item = string_copy(mac);
	field_set_given(body, NET_MAC);
}

static void body_give_pair(struct net_body *body, size_t first, size_t second, const uint32_t *number)
{
	AUTO_FREE char *one = text_print("%u", number[0]), *other = text_print("%u", number[1]);

	body_give(body, first, one);
	body_give(body, second, other);
}

void net_take(struct net_body *body, enum vf_setting setting, const char *text)
{
	struct vf_value value;

	if (vf_value_parse(setting, text, &value) < 0)
		return;
	switch (setting) {
	case VF_TRUST:
		body_give(body, NET_TRUST, text);
		break;
	case VF_MAC:
		body_give_mac(body, text);
		break;
	case VF_VLAN:
		body_give_pair(body, NET_VLAN, NET_QOS, value.number);
		break;
	case VF_SPOOFCHK:
		body_give(body, NET_SPOOFCHK, text);
		break;
	case VF_LINK_STATE:
		body_give(body, NET_LINK_STATE, text);
		break;
	default:
		body_give_pair(body, NET_MIN_RATE, NET_MAX_RATE, value.number);
	}
}

static const struct function *net_vf(const struct survey *survey, const struct resource *net)
{
	const struct function *pf = device_function(survey, net);
	const struct pool_body *pool = net->cause->body;

	return pf ? pool_vf(pf, pool->count, ((const struct net_body *)net->body)->vf) : NULL;
}

static size_t row_wished(const struct net_body *wish, enum vf_setting setting)
{
	size_t row = 0;

	while (!(rows_of[setting] & wish->set & ROW(row)))
		row++;
	return row;
}

static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct function *vf = net_vf(survey, want);
	const struct net_body *wish = want->body;
	const char *text;

	for (enum vf_setting i = 0; vf && i < N_VF_NET_SETTINGS; i++) {
		if (!net_gives(wish, i))
			continue;
		if (setting_known(vf, i, want, row_wished(wish, i), report, &text) < 0)
			return -1;
		net_take(have->body, i, text);
	}
	return 0;
}

static bool has_word(const struct resource *net, const struct knob *knob, int64_t vf)
{
	const struct net_body *body = net->body;
	enum vf_setting setting;

	return body->vf == vf && vf_setting_of(knob, &setting) && net_gives(body, setting);
}

/* A number that the wish leaves open stays what it is. */
static uint32_t number_of(const struct net_body *want, const struct net_body *have, size_t row)
{
	const struct net_body *from = field_given(want, row) ? want : have;
	const char *at = (const char *)from + net_fields[row].offset;

	return from ? (uint32_t) * (const int64_t *)(const void *)at : 0;
}

static char *setting_text(enum vf_setting setting, const struct net_body *want, const struct net_body *have)
{
	struct text text = { 0 };
	struct vf_value value = { 0 };

	switch (setting) {
	case VF_VLAN:
		value.number[0] = number_of(want, have, NET_VLAN);
		value.number[1] = number_of(want, have, NET_QOS);
		vf_value_print(setting, &value, &text);
		break;
	case VF_RATE:
		value.number[0] = number_of(want, have, NET_MIN_RATE);
		value.number[1] = number_of(want, have, NET_MAX_RATE);
		vf_value_print(setting, &value, &text);
		break;
	case VF_MAC:
		text_add(&text, *(char *const *)list_item(&net_fields[NET_MAC], &want->macs, 0));
		break;
	default:
		field_print(net_fields, row_wished(want, setting), want, &text);
	}
	return text_take(&text);
}

/* All steps of one VF are made from this. */
struct setting_work {
	const struct change *change;
	const struct function *vf; /* NULL: it is yet to be made */
	struct plan *plan;
	char *target, *object, *batch, *lock;
	struct step *last;
};

static void add_step(struct setting_work *work, enum vf_setting setting)
{
	const struct net_body *want = work->change->want->body;
	const struct net_body *have = work->change->have ? work->change->have->body : NULL;
	AUTO_FREE char *after = setting_text(setting, want, have);
	const struct step like = {
		.knob = vf_settings[setting].knob,
		.target = work->target,
		.before = work->vf ? work->vf->setting[setting].text : (char *)"",
		.after = after,
		.object = work->object,
		.lock = work->lock,
		.batch = work->batch,
		.why = work->change,
	};
	struct step *step = plan_add(work->plan, &like);

	step_cuts_traffic(step, work->vf, setting);
	if (work->last)
		step_needs(step, work->last, AFTER_DONE);
	work->last = step;
}

static void add_steps(const struct change *change, const struct survey *survey, struct plan *plan)
{
	const struct function *pf = device_function(survey, change->want);
	const struct resource *pool = change->want->cause;
	const struct net_body *want = change->want->body;
	struct setting_work work = { .change = change, .plan = plan };
	struct step *opens;

	if (!pf)
		return;
	work.vf = net_vf(survey, change->want);
	work.target = vf_target(pf->address, (size_t)want->vf);
	work.object = name_print(pool->under->name, want->vf, NULL);
	work.batch = text_print("%s.vf", pool->under->name);
	work.lock = function_device(pf);
	work.last = work.vf ? NULL : pool_made_by(plan, pool);
	opens = work.last ? pool_opened_by(plan, work.last) : NULL;
	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++)
		if (change->differs & rows_of[i])
			add_step(&work, i);
	if (opens)
		step_needs(opens, work.last, AFTER_TRIED);
	free(work.target);
	free(work.object);
	free(work.batch);
	free(work.lock);
}

/* The driver of the PF sets them: before the VF's own driver is bound, which asks for them when it probes. */
static void steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	for (size_t i = 0; i < changes->n; i++)
		add_steps(&changes->all[i], survey, plan);
}

const struct kind kind_vf_net = {
	.name = "vf_net",
	.summary = "how a virtual function stands with the driver of its physical function",
	.under = "vf_pool",
	.size = sizeof(struct net_body),
	.fields = net_fields,
	.observe = observe,
	.has_word = has_word,
	.steps = steps,
};

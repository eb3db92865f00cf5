/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on functions that another manager of this machine is told to set otherwise. */
#include "gates_rows.h"
#include "net.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What is told of one device: more of the same would hide it. */
enum { CLAIMS_TOLD = 8 };

/* What a step sets for good, and on whom; the strings belong to it. */
struct setting {
	struct claimed on;
	const struct knob *knob;
	char *address, *value;
	int64_t vf;
};

static void setting_free(struct setting *setting)
{
	free(setting->address);
	free(setting->value);
}

/* A count goes to another through none: what it is in the end counts. */
static bool setting_of_count(const struct question *question, const struct step *step, struct setting *ret)
{
	const struct resource *pool = step_resource(step);
	const struct pool_body *body = pool && pool->kind == &kind_vf_pool ? pool->body : NULL;

	ret->on.function = survey_function(question->now, step->target);
	ret->value = body ? text_print("%" PRId64, body->count) : string_copy(step->after);
	return ret->on.function != NULL;
}

/* The override is what lasts; where it stands already, the driver's own step tells of it. */
static bool is_for_good(const struct step *step, const struct function *function)
{
	return *step->after &&
	       (step->knob == &knob_override ||
		       (function && string_equal(function_text(function, A_OVERRIDE), step->after)));
}

static bool setting_of_driver(const struct question *question, const struct step *step, struct setting *ret)
{
	const struct resource *driver = step_resource(step);
	const struct driver_body *body = driver && driver->kind == &kind_driver ? driver->body : NULL;

	ret->knob = &knob_override;
	ret->on.function = survey_function(question->now, step->target);
	if (!is_for_good(step, ret->on.function))
		return false;
	ret->value = string_copy(step->after);
	ret->address = string_copy(step->target);
	if (!ret->on.function && body && body->vfs > 0) {
		ret->on.function = device_function(question->now, driver);
		ret->on.to_come = true;
		free(ret->address);
		ret->address = ret->on.function ? vf_place(ret->on.function, body->vf) : NULL;
	}
	return ret->on.function != NULL;
}

/* "0000:17:00.0 vf 3" (vf_target, vf.h) */
static bool setting_of_vf(const struct question *question, const struct step *step, struct setting *ret)
{
	const char *vf = strstr(step->target, " vf ");
	AUTO_FREE char *pf = vf ? string_part(step->target, (size_t)(vf - step->target)) : NULL;

	if (!vf)
		return false;
	ret->on.function = survey_function(question->now, pf);
	ret->vf = strtol(vf + strlen(" vf "), NULL, 10);
	ret->value = string_copy(step->after);
	return ret->on.function != NULL;
}

static bool setting_of_switch(const struct question *question, const struct step *step, struct setting *ret)
{
	const struct resource *eswitch = step_resource(step);
	const struct eswitch_body *body = eswitch && eswitch->kind == &kind_eswitch ? eswitch->body : NULL;

	ret->on.function = survey_function(question->now, step->target);
	ret->value = string_copy(body && body->mode ? body->mode : step->after);
	return ret->on.function != NULL;
}

/* False: nobody else sets such a thing. */
static bool setting_of(const struct question *question, const struct step *step, struct setting *ret_setting)
{
	bool is_setting;

	*ret_setting = (struct setting){ .knob = step->knob, .vf = -1 };
	if (step->knob == &knob_numvfs)
		is_setting = setting_of_count(question, step, ret_setting);
	else if (step->knob == &knob_override || step->knob == &knob_driver)
		is_setting = setting_of_driver(question, step, ret_setting);
	else if (step->knob == &knob_eswitch)
		is_setting = setting_of_switch(question, step, ret_setting);
	else
		is_setting = setting_of_vf(question, step, ret_setting);
	if (is_setting && !ret_setting->address)
		ret_setting->address =
			ret_setting->on.to_come ? NULL : string_copy(ret_setting->on.function->address);
	ret_setting->on.address = ret_setting->address;
	return is_setting;
}

/* One claim against the steps of one device. */
struct fight {
	const struct claim *claim;
	const char *object; /* the device's handle */
	const struct step *step;
	char *whom, *value; /* of the first step */
	size_t n;
};
struct fights {
	struct fight *all;
	size_t n;
	size_t *last; /* by claim: its last one's position, and 1 */
	const struct claims *claims;
};

/* What is allowed is allowed for a device: that is whom people name. */
static const char *object_of(const struct step *step)
{
	const struct resource *resource = step_resource(step);
	const struct resource *device = resource ? resource_above(resource, &kind_device) : NULL;

	return device ? device->name : step->object;
}

struct fighting {
	struct fights *fights;
	const struct step *step;
	const struct setting *setting;
};

static void fight_add(struct fighting *fighting, const struct claim *claim, size_t at)
{
	struct fights *fights = fighting->fights;

	fights->all = memory_grow(fights->all, fights->n, sizeof(*fights->all));
	fights->all[fights->n++] = (struct fight){
		.claim = claim,
		.object = object_of(fighting->step),
		.step = fighting->step,
		.whom = string_copy(
			fighting->setting->address ? fighting->setting->address : fighting->step->object),
		.value = string_copy(fighting->setting->value),
		.n = 1,
	};
	fights->last[at] = fights->n;
}

/* vfio-pci and the drivers made from it take a function alike. */
static bool claim_agrees(const struct claim *claim, const struct setting *setting)
{
	if (claim->knob == &knob_override && driver_is_vfio(claim->value) && driver_is_vfio(setting->value))
		return true;
	if (string_starts(claim->value, CLAIM_AT_LEAST))
		return strtol(setting->value, NULL, 10) >=
		       strtol(claim->value + strlen(CLAIM_AT_LEAST), NULL, 10);
	return string_equal(claim->value, setting->value);
}

static void see_claim(void *data, const struct claim *claim)
{
	struct fighting *fighting = data;
	struct fights *fights = fighting->fights;
	size_t at = (size_t)(claim - fights->claims->all);
	struct fight *last = fights->last[at] ? &fights->all[fights->last[at] - 1] : NULL;

	if (claim->knob != fighting->setting->knob || claim->vf != fighting->setting->vf ||
		claim_agrees(claim, fighting->setting))
		return;
	if (!last || !string_equal(last->object, object_of(fighting->step)))
		fight_add(fighting, claim, at);
	else if (last->step != fighting->step)
		last->n++;
}

static void fight_tell(const struct question *question, const struct fight *fight)
{
	const struct claim *claim = fight->claim;
	const struct manager_row *manager = &manager_rows[claim->manager];
	AUTO_FREE char *others = fight->n > 1 ? text_print(" and %zu more", fight->n - 1) : NULL;
	AUTO_FREE char *vf = claim->vf < 0 ? NULL : text_print(" vf %" PRId64, claim->vf);
	AUTO_FREE char *theirs = knob_say(claim->knob, claim->value);
	AUTO_FREE char *ours = knob_say(claim->knob, fight->value);

	gate_refuse_of(question, fight->object, fight->step, manager->fix,
		"%s sets %s of %s%s%s to %s (/%s:%zu), and here it is to be %s", manager->title,
		claim->knob->name, fight->whom, vf ? vf : "", others ? others : "",
		*claim->value ? theirs : "what cannot be told", claim->file, claim->line, ours);
}

/* Those of one device stand together, as its steps do. */
static void fights_tell(const struct question *question, const struct fights *fights)
{
	size_t told = 0;

	for (size_t i = 0; i < fights->n; i++) {
		const struct fight *fight = &fights->all[i];
		bool more = i + 1 < fights->n && string_equal(fights->all[i + 1].object, fight->object);

		if (told++ < CLAIMS_TOLD)
			fight_tell(question, fight);
		if (told > CLAIMS_TOLD && !more)
			gate_refuse_of(question, fight->object, fight->step, question->gate->fix,
				"%zu more such claims", told - CLAIMS_TOLD);
		told = more ? told : 0;
	}
}

static void fights_free(struct fights *fights)
{
	for (size_t i = 0; i < fights->n; i++) {
		free(fights->all[i].whom);
		free(fights->all[i].value);
	}
	free(fights->all);
	free(fights->last);
}

static bool may_set(enum manager manager, const struct setting *setting)
{
	return manager_sets(manager, setting->knob) &&
	       (!manager_rows[manager].network || function_is_network(setting->on.function));
}

/* What was told of one device is not told of it again. */
struct doubts {
	const char *object;
	bool told[N_MANAGERS];
};

/* Those of one cause are told together. */
static void doubt_tell(const struct question *question, const struct step *step,
	const struct setting *setting, enum manager first, struct doubts *doubts)
{
	char *const *unknown = question->now->claims.unknown;
	AUTO_TEXT struct text who = { 0 };

	for (enum manager i = first; i < N_MANAGERS; i++) {
		if (!may_set(i, setting) || !string_equal(unknown[i], unknown[first]))
			continue;
		text_addf(&who, "%s%s", who.length ? ", " : "", manager_rows[i].title);
		doubts->told[i] = true;
	}
	gate_refuse_of(question, doubts->object, step,
		"look at what is named, run as root, or capture the facts anew: `pawl facts capture`",
		"whether this is set by %s is not known (%s)", text_string(&who), unknown[first]);
}

static void doubts_tell(const struct question *question, const struct step *step,
	const struct setting *setting, struct doubts *doubts)
{
	if (!string_equal(doubts->object, object_of(step)))
		*doubts = (struct doubts){ .object = object_of(step) };
	for (enum manager i = 0; i < N_MANAGERS; i++)
		if (question->now->claims.unknown[i] && !doubts->told[i] && may_set(i, setting))
			doubt_tell(question, step, setting, i, doubts);
}

static bool all_quiet(const struct claims *claims)
{
	for (enum manager i = 0; i < N_MANAGERS; i++)
		if (claims->unknown[i])
			return false;
	return claims->n == 0;
}

static void judge_foreign(const struct question *question)
{
	const struct claims *claims = &question->now->claims;
	struct fights fights = { .claims = claims, .last = memory_new(claims->n + 1, sizeof(size_t)) };
	struct doubts doubts = { 0 };
	const struct step *step;

	for (size_t cursor = 0; !all_quiet(claims) && (step = next_of_all(question, &cursor));) {
		struct setting setting;
		struct fighting fighting = { &fights, step, &setting };

		if (setting_of(question, step, &setting)) {
			setting.on.knob = setting.knob;
			doubts_tell(question, step, &setting, &doubts);
			claims_each(claims, &setting.on, see_claim, &fighting);
		}
		setting_free(&setting);
	}
	fights_tell(question, &fights);
	fights_free(&fights);
}

const struct gate gate_foreign_manager = {
	.id = "foreign-manager",
	.question = "Does no other manager of this machine set the same thing otherwise?",
	.explain =
		"Others keep files that say how many virtual functions a card has or which driver takes a "
		"function, and carry them out at each boot, or when a link comes up: then two managers fight "
		"over one device. With vfio-pci.ids=, on the kernel's command line or in modprobe.d, it "
		"takes every function that has these ids, all cards of one kind "
		"(drivers/vfio/pci/vfio_pci.c, vfio_pci_fill_ids). Read are /proc/cmdline, "
		"modprobe.d, /etc/driverctl.d, udev's rules, systemd's .link and .network files, the "
		"connections and .conf files of NetworkManager, netplan's files, /etc/sriov-operator/pci, "
		"tmpfiles.d, /etc/sysfs.conf and /etc/sysfs.d; programs that they start are not. A rule on a "
		"name as the kernel gives it, eth0, means every card that was given another. Who says the "
		"same as the plan is no trouble.",
	.fix = "let one of them have the device: take it out of the other's files, or out of pawl's",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_foreign,
};

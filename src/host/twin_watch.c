/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The safety rules of the design that a run on the twin is held to. */
#include "address.h"
#include "eswitch.h"
#include "nvme_paths.h"
#include "twin_inside.h"
#include "vf_settings.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static void watch_breach(struct twin *twin, const struct pending *by, const char *rule, const char *what)
{
	AUTO_FREE char *line = text_print(
		"operation %llu: %s: %s: %s\n", (unsigned long long)by->operation, rule, by->op.path, what);

	/* A write that blocked is judged each time it is tried. */
	if (!strstr(text_string(&twin->broken), line))
		text_add(&twin->broken, line);
}

void twin_breach(struct twin *twin, const char *rule, const char *what)
{
	if (twin->current && !twin->current->by_hand)
		watch_breach(twin, twin->current, rule, what);
}

/* The address that a text begins with, "0000:17:00.0"; NULL: it begins with none. The caller frees it. */
static char *address_at(const char *text)
{
	size_t length = strcspn(text, "/\n");

	return address_valid_bytes(text, length) ? string_part(text, length) : NULL;
}

/* What a write turns: "" for nothing that pawl has a knob for. */
struct turn {
	char *target;
	const char *knob;
};

static const char *attribute_knob(const char *path)
{
	const char *slash = strrchr(path, '/');

	for (size_t a = 0; slash && a < N_ATTRIBUTES; a++)
		if (string_equal(attributes[a].name, slash + 1) && attributes[a].knob)
			return attributes[a].knob->name;
	return "";
}

/* The function is in the path, or for bind, unbind and drivers_probe in the value. */
static struct turn write_turns(const struct twin *twin, const struct op *op)
{
	AUTO_FREE char *place = path_follow(twin, op->path);
	char *pf = eswitch_path_parse(op->path);
	const struct knob *knob;
	struct vf_path vf;
	char *target;

	if (pf)
		return (struct turn){ pf, knob_eswitch.name };
	if (op->verb == OP_GUEST)
		return (struct turn){ string_copy(op->path), guest_knob(op) };
	target = nvme_path_target(op->path, &knob);
	if (target)
		return (struct turn){ target, knob->name };
	if (vf_path_parse(op->path, &vf) == 0)
		return (struct turn){ vf_target(vf.pf, vf.number), vf_settings[vf.setting].knob->name };
	if (string_starts(place, DEVICES))
		return (struct turn){ address_at(place + strlen(DEVICES)), attribute_knob(place) };
	return (struct turn){ op->in ? address_at(op->in) : NULL, knob_driver.name };
}

/* What has no function of this host is the host's alone. */
static bool has_device(const struct twin *twin, const struct op *op)
{
	const struct guest *guest = op->verb == OP_GUEST ? guests_find(&twin->world.guests, op->path) : NULL;

	return op->verb != OP_GUEST || words_function(&twin->world, op->in) ||
	       (guest && (words_function(&twin->world, guest->definition) ||
				 words_function(&twin->world, guest->owns)));
}

static void watch_locks(struct twin *twin, const struct pending *pending)
{
	AUTO_FREE char *what = NULL;

	if (!lock_is_ours(twin, LOCK_HOST))
		watch_breach(twin, pending, "rule 15", "written without the host's lock");
	if (!pending->op.lock && has_device(twin, &pending->op)) {
		watch_breach(twin, pending, "rule 15", "written without naming its device's lock");
	} else if (pending->op.lock && !lock_is_ours(twin, pending->op.lock)) {
		what = text_print("written without the lock of %s", pending->op.lock);
		watch_breach(twin, pending, "rule 15", what);
	}
}

/* The journal's line that announces this turn is good for one write. */
static bool intend_spend(struct twin *twin, const struct turn *turn)
{
	AUTO_FREE char *target = text_print("\"target\":\"%s\"", turn->target ? turn->target : "");
	AUTO_FREE char *knob = text_print("\"knob\":\"%s\"", turn->knob);

	for (size_t i = 0; i < twin->intended.n; i++) {
		const char *line = twin->intended.all[i].name;

		if (strstr(line, target) && strstr(line, knob))
			return entries_remove(&twin->intended, line);
	}
	return false;
}

static bool is_watched(const struct twin *twin, const char *address)
{
	for (size_t i = 0; i < twin->n_pending; i++)
		if (twin->pending[i]->op.verb == OP_WATCH && string_equal(twin->pending[i]->op.path, address))
			return true;
	return false;
}

/* What a write announces between its end and a watch that begins later, nobody sees (knob.h, settle). */
static void watch_ears(struct twin *twin, const struct pending *pending, const struct turn *turn)
{
	const struct knob *knob = knob_find(turn->knob);
	AUTO_TEXT struct text scratch = { 0 };
	AUTO_FREE char *what = NULL;
	struct op watch = { 0 };

	if (!knob || !knob->settle || !turn->target || knob->settle(turn->target, &watch, &scratch) < 0 ||
		is_watched(twin, watch.path))
		return;
	what = text_print("written before what the kernel announces of %s is watched", watch.path);
	watch_breach(twin, pending, "rule 2", what);
}

/* A survey lists the functions; whatever is written after it may change what it saw. */
static void watch_look(struct twin *twin, const struct op *op)
{
	if (op->verb == OP_LIST && string_starts(DEVICES, op->path))
		twin->looked = true;
	else if (op->verb == OP_WRITE)
		twin->looked = false;
}

/* A write begins. */
void watch_begin(struct twin *twin, const struct pending *pending)
{
	AUTO_FREE char *what = NULL;
	struct turn turn;

	watch_look(twin, &pending->op);
	if (!guest_op_changes(&pending->op) && !op_turns(&pending->op))
		return;
	if (pending->op.verb == OP_WRITE && !string_starts(pending->op.path, "sys/"))
		return;
	watch_locks(twin, pending);
	if (twin->journal_refused)
		watch_breach(twin, pending, "rule 12", "written after the journal has refused a line");
	turn = write_turns(twin, &pending->op);
	watch_ears(twin, pending, &turn);
	if (!intend_spend(twin, &turn)) {
		what = text_print("written before the journal says \"intend\" for %s of %s", turn.knob,
			turn.target ? turn.target : "nothing");
		watch_breach(twin, pending, "rule 12", what);
	}
	free(turn.target);
}

/* Lines of the journal that announce a write, as journal.h tells. */
void watch_append(struct twin *twin, const char *path, const char *bytes, size_t length)
{
	AUTO_FREE char *text = string_part(bytes ? bytes : "", length);
	char *rest = NULL;

	if (!string_equal(path, JOURNAL))
		return;
	for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		if (strstr(line, "\"intend\""))
			entries_set(&twin->intended, line, "", 0);
}

/* What cannot be noted cannot be recovered: the run must come to its end. */
void watch_refusal(struct twin *twin, const char *path)
{
	twin->journal_refused |= string_equal(path, JOURNAL);
}

void watch_lock(struct twin *twin, const char *name)
{
	if (string_equal(name, LOCK_HOST))
		twin->journal_refused = false;
}

/* Taken into use by the fault at the very operation that is judged: nobody could have known. */
static bool is_held_too_late(const struct twin *twin, const char *address)
{
	return twin->struck && twin->strike.fault == FAULT_MEANWHILE && twin->strike.hold &&
	       string_equal(twin->strike.path, address) && twin->current->operation == twin->struck_at;
}

/*
 * The same for a count that somebody else has changed just then, by writing it or by taking the driver that
 * made the VFs: the kernel leaves it as it is.
 */
static bool is_written_too_late(const struct twin *twin, const struct function *pf)
{
	const struct strike *strike = &twin->strike;

	return twin->struck && strike->fault == FAULT_MEANWHILE && !strike->hold && strike->path &&
	       (strstr(strike->path, pf->address) || string_equal(strike->value, pf->address)) &&
	       twin->current->operation == twin->struck_at;
}

/* The uses that no flag may end (rule 11); of the others whoever runs pawl may end each first (rule 3). */
static const char *rule_of(enum use use)
{
	return use >= USE_MANAGEMENT ? "rule 11" : "rule 3";
}

/* Those uses, and the ones behind them. */
static void watch_users(struct twin *twin, const struct function *function, enum use from, const char *what)
{
	const struct user *users = NULL;
	size_t n = users_of(&twin->world.users, function->address, &users);

	for (size_t i = 0; i < n && !is_held_too_late(twin, function->address); i++) {
		AUTO_FREE char *text = text_print("%s while %s %s %s", what, function->address,
			use_rows[users[i].use].verb, users[i].who);

		if (users[i].use >= from)
			watch_breach(twin, twin->current, rule_of(users[i].use), text);
	}
}

static void watch_vfs(struct twin *twin, const struct function *pf, const char *what)
{
	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (pf->virtfn[i])
			watch_users(twin, pf->virtfn[i], USE_VFIO, what);
}

/* The kernel is about to take a count; one written by hand is nobody's breach. */
void watch_numvfs(struct twin *twin, const struct function *pf, int64_t from, int64_t to)
{
	if (!twin->current || twin->current->by_hand)
		return;
	watch_count(twin, pf, to);
	if (is_written_too_late(twin, pf))
		return;
	if (from == to)
		watch_breach(twin, twin->current, "rule 3", "an equal number of VFs written again");
	else
		watch_vfs(twin, pf, "the number of VFs changed");
}

/* What another than the machine's own path loses for a while may have been allowed. */
void watch_traffic(struct twin *twin, const struct function *vf, enum vf_setting setting)
{
	if (twin->current && !twin->current->by_hand && vf_settings[setting].cuts)
		watch_users(twin, vf, USE_MANAGEMENT, "its traffic cut off");
}

/* Its disks are gone from that controller at once. Whose it is not told which they are on, may be on it. */
void watch_namespace(struct twin *twin, const struct function *pf, uint32_t nsid, uint16_t cntlid)
{
	struct function *function = NULL;
	const struct user *users = NULL;
	size_t n;

	if (!twin->current || twin->current->by_hand)
		return;
	subsystem_controller(&twin->world, pf, cntlid, &function);
	n = function ? users_of(&twin->world.users, function->address, &users) : 0;
	for (size_t i = 0; i < n && !is_held_too_late(twin, function->address); i++) {
		AUTO_FREE char *text = text_print("namespace %" PRIu32 " taken while %s %s %s", nsid,
			function->address, use_rows[users[i].use].verb, users[i].who);

		if (!users[i].nsid || users[i].nsid == nsid)
			watch_breach(twin, twin->current, rule_of(users[i].use), text);
	}
}

/* A driver of the host that has it is left with a device that answers no more (seen in the lab). */
void watch_offline(struct twin *twin, const struct function *vf)
{
	const char *driver = function_link(vf, A_DRIVER);
	AUTO_FREE char *what =
		driver && !driver_is_stub(driver)
			? text_print("its controller taken offline while %s has %s", driver, vf->address)
			: NULL;

	if (!twin->current || twin->current->by_hand)
		return;
	watch_users(twin, vf, USE_VFIO, "its controller taken offline");
	if (what)
		watch_breach(twin, twin->current, "rule 3", what);
}

void watch_reset(struct twin *twin, const struct function *pf)
{
	if (!twin->current || twin->current->by_hand)
		return;
	watch_users(twin, pf, USE_VFIO, "reset");
	watch_vfs(twin, pf, "its physical function reset");
}

void watch_unbind(struct twin *twin, const struct function *function)
{
	if (!twin->current || twin->current->by_hand)
		return;
	watch_release(twin, function);
	watch_users(twin, function, USE_VFIO, "unbound");
	watch_vfs(twin, function, "its physical function unbound");
}

/* Nothing can happen any more, and somebody waits: on a machine the whole run would stand still. */
void watch_stuck(struct twin *twin, const struct pending *pending)
{
	watch_breach(twin, pending, "rule 12", "waits for ever: it blocks and was given no deadline");
}

const char *twin_broken_rules(const struct twin *twin)
{
	return text_string(&twin->broken);
}

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on taking away what may be in use for all that is known. */
#include "gates_rows.h"

/* PCI Code and ID Assignment Specification, 1.2: 01 is mass storage; what is not known may be. */
static bool has_disks(const struct function *function)
{
	const char *class = function_text(function, A_CLASS);

	return !class || string_starts(class, "0x01");
}

/*
 * Every use stands on a driver, and with vfio-pci only a process can (use.h): of such a function the other
 * uses need not be known. Nor need it be known who has disks open of what has none.
 */
static bool may_be_used(const struct function *function, enum use use)
{
	const char *driver = function_link(function, A_DRIVER);

	if (function->attr[A_DRIVER].is == R_ABSENT || (use == USE_OPEN && !has_disks(function)))
		return false;
	return use == USE_VFIO || !driver || !driver_is_vfio(driver);
}

static bool is_unknown(const struct survey *survey, const struct function *function, enum use use)
{
	return function && survey->users.unknown[use] && may_be_used(function, use);
}

/* What is not known of this function, the uses of one cause together: "vfio, mount: not captured". */
static void doubts_add(const struct survey *survey, const struct function *function, struct text *text)
{
	char *const *why = survey->users.unknown;

	for (size_t use = 0; use < N_USES; use++) {
		bool told = !is_unknown(survey, function, (enum use)use);

		for (size_t earlier = 0; earlier < use && !told; earlier++)
			told = is_unknown(survey, function, (enum use)earlier) &&
			       string_equal(why[earlier], why[use]);
		if (told)
			continue;
		text_addf(text, "%s%s", text->length ? "; " : "", use_rows[use].name);
		for (size_t later = use + 1; later < N_USES; later++)
			if (is_unknown(survey, function, (enum use)later) &&
				string_equal(why[later], why[use]))
				text_addf(text, ", %s", use_rows[later].name);
		text_addf(text, ": %s", why[use]);
	}
}

/* The functions of one physical device of which too little is known: one finding tells of all. */
struct doubted {
	const struct step *step;
	const struct function *first;
	bool stays; /* its traffic alone may be cut off */
	size_t n;
};

static void doubted_add(struct doubted *doubted, const struct step *step, const struct function *function,
	enum effect_kind effect)
{
	if (doubted->n++ > 0)
		return;
	doubted->step = step;
	doubted->first = function;
	doubted->stays = effect == EFFECT_TRAFFIC_CUT;
}

static void doubted_tell(const struct question *question, struct doubted *doubted)
{
	AUTO_TEXT struct text why = { 0 };
	AUTO_FREE char *more = doubted->n > 1 ? text_print(" and %zu more", doubted->n - 1) : NULL;

	if (doubted->n == 0)
		return;
	doubts_add(question->now, doubted->first, &why);
	gate_refuse_step(question, doubted->step, question->gate->fix,
		"who uses %s%s is not known, and it %s (%s)", doubted->first->address, more ? more : "",
		doubted->stays ? "may lose its traffic" : "would be taken away", text_string(&why));
	*doubted = (struct doubted){ 0 };
}

static bool is_doubted(const struct survey *survey, const struct function *function)
{
	for (size_t use = 0; use < N_USES; use++)
		if (is_unknown(survey, function, (enum use)use))
			return true;
	return false;
}

static void judge_unknown(const struct question *question)
{
	struct doubted doubted = { 0 };
	const struct step *step;

	for (size_t cursor = 0; (step = next_taking(question, &cursor));) {
		if (doubted.n > 0 && !string_equal(doubted.step->lock, step->lock))
			doubted_tell(question, &doubted);
		for (size_t i = 0; i < step->n_effects; i++) {
			const struct function *function =
				survey_function(question->now, step->effects[i].object);

			if (is_doubted(question->now, function))
				doubted_add(&doubted, step, function, step->effects[i].kind);
		}
	}
	doubted_tell(question, &doubted);
}

const struct gate gate_use_unknown = {
	.id = "use-unknown",
	.question = "Is it known of everything that is taken away who uses it?",
	.explain =
		"Who has a function open, and what is mounted or has an address, is read from the running "
		"machine. An ordinary user does not see what others have open (proc_pid_fd(5)); what --root "
		"names is no running machine, and old facts do not tell. Then a function that has a driver "
		"counts as used. One without a driver is used by nobody, and steps that take nothing away "
		"are not asked about.",
	.fix = "run as root on the machine itself, or capture the facts anew: `pawl facts capture`",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_unknown,
};

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The safety rules about the secure world that a run on the twin is held to. */
#include "twin_inside.h"
#include <string.h>

#define LEDGER "var/lib/pawl/ledger"

/* Of a hand-made change nobody is held to anything. */
static bool by_pawl(const struct twin *twin)
{
	return twin->current && !twin->current->by_hand;
}

static void breach(struct twin *twin, const char *rule, const char *format, const char *object)
{
	AUTO_FREE char *what = by_pawl(twin) ? text_print("%s %s", object, format) : NULL;

	if (what)
		twin_breach(twin, rule, what);
}

/* By the lines of the ledger, as engine/ledger.c writes it: the first event, and not the other after it. */
static bool ledger_says(const struct twin *twin, const char *event, const char *until, const char *port)
{
	const struct entry *ledger = entries_find(&twin->files, LEDGER);
	AUTO_FREE char *text = ledger ? strndup(ledger->bytes, ledger->length) : NULL;
	AUTO_FREE char *is_event = text_print("\"event\":\"%s\"", event);
	AUTO_FREE char *is_until = text_print("\"event\":\"%s\"", until);
	AUTO_FREE char *is_port = text_print("\"target\":\"%s\"", port);
	char *rest = text, *line;
	bool says = false;

	while (rest && (line = strsep(&rest, "\n")))
		if (strstr(line, is_port))
			says = strstr(line, is_event) || (says && !strstr(line, is_until));
	return says;
}

/* Or what the facts of the machine say. */
static bool is_consented(const struct twin *twin, const char *port)
{
	const struct domain *known = domains_find(&twin->world.domains, port);

	return ledger_says(twin, "consent", "revoked", port) || (known && known->consent);
}

static bool is_assumed(const struct twin *twin, const char *port)
{
	return ledger_says(twin, "assumed", "settled", port);
}

static void watch_switch(struct twin *twin, const char *port, const char *address)
{
	if (!is_consented(twin, port))
		breach(twin, "rule 6", "is handed over without consent in the ledger", address);
	if (twin_is_secure(twin, address))
		return;
	if (!is_assumed(twin, port))
		breach(twin, "rule 5", "may become secure, and the ledger does not say so", address);
	if (!twin->looked)
		breach(twin, "rule 5", "may become secure, and was not looked at again", address);
}

/* Nothing proves that a boot has taken it back from the secure world (rule 7). */
static void watch_ordinary(struct twin *twin, const char *port, const char *address)
{
	const struct domain *known = domains_find(&twin->world.domains, port);

	if (twin_is_secure(twin, address))
		breach(twin, "rule 4", "is secure, and is handed to an ordinary guest", address);
	else if (is_assumed(twin, port) || (known && known->assumed))
		breach(twin, "rule 7", "may still be secure, and is handed to an ordinary guest", address);
}

void watch_guest(struct twin *twin, const struct guest *guest)
{
	const char *rest = guest_hostdevs(guest);

	while (*rest) {
		AUTO_FREE char *address = words_next(&rest);
		const struct function *function = survey_function(&twin->world, address);
		AUTO_FREE char *port = function ? function_root_port(function) : NULL;

		if (port && guest_is_ordinary(guest))
			watch_ordinary(twin, port, address);
		else if (port)
			watch_switch(twin, port, address);
	}
}

void watch_bind(struct twin *twin, const struct function *function, const char *driver)
{
	if (twin_is_secure(twin, function->address) && !string_equal(driver, "vfio-pci"))
		breach(twin, "rule 4", "is secure, and a driver of the host is bound to it",
			function->address);
}

void watch_release(struct twin *twin, const struct function *function)
{
	if (twin_is_secure(twin, function->address))
		breach(twin, "rule 4", "is secure, and is taken from its driver", function->address);
}

static const char *owner_of(const struct twin *twin, const char *address)
{
	const struct guests *guests = &twin->world.guests;

	for (size_t i = 0; address && i < guests->n; i++)
		if (!guest_is_ordinary(&guests->all[i]) && words_hold(guests->all[i].owns, address))
			return guests->all[i].uri;
	return NULL;
}

/* Which VFs a count makes, for rules 4 and 8. */
void watch_count(struct twin *twin, const struct function *pf, int64_t to)
{
	if (twin_is_secure(twin, pf->address))
		breach(twin, "rule 4", "is secure, and its number of VFs changes", pf->address);
	for (int64_t number = 0; number < to; number++) {
		AUTO_FREE char *address = vf_place(pf, number);

		if (owner_of(twin, address))
			breach(twin, "rule 8", "is made again, and a confidential guest still owns it",
				address);
	}
}

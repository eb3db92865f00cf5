/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Offers of what pawl remembers of this machine: its runs, and its secure domains. */
#include "completion.h"
#include "ledger.h"
#include "print.h"

/* Whose ledger it is does not matter here: what the command takes, the command says. */
static void ledger_ask(struct candidates *candidates, const struct line *line,
	void (*offer)(struct candidates *, const struct ledger *))
{
	const struct world *world = line->world;
	struct report unheard = { 0 };
	struct host *host = world->open_host(world, line->root ? line->root : "/", &unheard);
	struct survey survey = { 0 };
	struct ledger ledger = { 0 };

	for (size_t i = 0; i < N_MACHINE_FACTS; i++)
		survey.machine[i].is = R_UNKNOWN;
	if (host && ledger_open(&ledger, host, &survey, &unheard) == 0)
		offer(candidates, &ledger);
	ledger_free(&ledger);
	if (host && world->close_host)
		world->close_host(world, host);
	else if (host)
		host_free(host);
	report_free(&unheard);
}

/* The last one first: shells that keep an order show it so. */
static void runs_offer(struct candidates *candidates, const struct ledger *ledger)
{
	for (size_t i = ledger->n_runs; i-- > 0;) {
		const struct ledger_run *run = &ledger->runs[i];
		AUTO_TEXT struct text help = { 0 };

		text_addf(&help, "plan %.8s", run->plan);
		if (run->note) {
			text_add(&help, ": ");
			text_add_safe(&help, run->note);
		}
		candidates_add(candidates, run->began, text_string(&help));
	}
}

void offer_runs(struct candidates *candidates, const struct line *line)
{
	ledger_ask(candidates, line, runs_offer);
}

static void domains_offer(struct candidates *candidates, const struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->domains.n; i++)
		candidates_add(candidates, ledger->domains.all[i].port, "a secure domain");
}

void offer_domains(struct candidates *candidates, const struct line *line)
{
	ledger_ask(candidates, line, domains_offer);
}

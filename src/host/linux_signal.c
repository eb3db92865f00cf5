/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Counts the signals that ask pawl to stop. */
#include "linux.h"

static const int stop_signals[] = { SIGINT, SIGTERM, SIGHUP };
enum { N_STOP_SIGNALS = sizeof(stop_signals) / sizeof(stop_signals[0]) };

static volatile sig_atomic_t seen;
static struct sigaction before_us[N_STOP_SIGNALS];
static unsigned catchers;

static void signal_seen(int number)
{
	(void)number;
	seen++;
}

static void stop_set(sigset_t *set)
{
	sigemptyset(set);
	for (size_t i = 0; i < N_STOP_SIGNALS; i++)
		sigaddset(set, stop_signals[i]);
}

/*
 * Without SA_RESTART: someone who is asked on a terminal must be able to leave the question. A signal that
 * was ignored when pawl started stays ignored: that is what nohup(1) means.
 */
void signals_catch(void)
{
	struct sigaction action = { .sa_handler = signal_seen };

	if (catchers++ > 0)
		return;
	stop_set(&action.sa_mask);
	for (size_t i = 0; i < N_STOP_SIGNALS; i++) {
		sigaction(stop_signals[i], NULL, &before_us[i]);
		if (before_us[i].sa_handler != SIG_IGN)
			sigaction(stop_signals[i], &action, NULL);
	}
}

void signals_release(void)
{
	if (--catchers > 0)
		return;
	for (size_t i = 0; i < N_STOP_SIGNALS; i++)
		sigaction(stop_signals[i], &before_us[i], NULL);
}

int signals_count(void)
{
	return seen;
}

void signals_hold(sigset_t *ret_before)
{
	sigset_t stop;

	stop_set(&stop);
	sigprocmask(SIG_BLOCK, &stop, ret_before);
}

void signals_restore(const sigset_t *before)
{
	sigprocmask(SIG_SETMASK, before, NULL);
}

void signals_open(const sigset_t *before, sigset_t *ret_mask)
{
	*ret_mask = *before;
	for (size_t i = 0; i < N_STOP_SIGNALS; i++)
		sigdelset(ret_mask, stop_signals[i]);
}

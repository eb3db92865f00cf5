/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The list of the tables of findings. */
#include "words.h"

const struct finding_group finding_groups[] = {
	{ .name = "findings: command line, input, output", .rows = findings_of_words },
	{ .name = "findings: files of configuration and facts", .rows = findings_of_files },
	{ .name = "findings: what is wished", .rows = findings_of_wishes },
	{ .name = "findings: the machine", .rows = findings_of_machine },
	{ .name = "findings: plan, run, journal", .rows = findings_of_runs },
	{ 0 },
};

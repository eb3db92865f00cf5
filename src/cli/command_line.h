/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * command_line.h: a command as people type it. Private to cli.
 */
#ifndef COMMAND_LINE_H
#define COMMAND_LINE_H

#include "cli.h"

void line_add_word(struct text *, const char *word);                        /* as a shell takes it */
void line_add_option(struct text *, const char *option, const char *value); /* value NULL: nothing */
void line_add_allowed(struct text *, const struct allowances *);
void line_add_wish(struct text *, const struct options *); /* what is allowed, which host, part, files */

#endif

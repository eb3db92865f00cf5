/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * text_step.h: one step, change or effect in words. Private to cli.
 */
#ifndef TEXT_STEP_H
#define TEXT_STEP_H

#include "print.h"

void value_print(const struct knob *, const char *value, struct text *); /* "" in words */
/* A step's target: "address of nic0.vf.0" for "${nic0.vf.0.address}", which nobody knows yet. */
void target_print(const char *target, struct text *);
const char *step_symbol(const struct step *); /* + ~ - -/+ !! @ */
enum paint step_paint(const struct step *);
/* What of its values is the change, as people read it: "0", "vf.0"; "": nothing. */
const char *step_was(const struct step *);
const char *step_will(const struct step *);
void step_print_change(const struct step *, struct text *); /* "0 -> 8" */
void step_print_undo(const struct step *, struct text *);   /* "numvfs back to 0" */
void step_print(const struct step *, struct text *);        /* "numvfs 0 -> 8" */
void step_print_note(const struct plan *, const struct step *, struct text *);
bool step_disrupts(const struct step *);
bool step_is_deferred(const struct plan *, const struct step *); /* consent to what this plan does not do */
bool step_needs_words(const struct step *);                      /* is not plainly safe: why, affects, undo */
const char *change_key(const struct change *, size_t row);       /* as the YAML has it */
void change_print_wanted(const struct change *, size_t row, struct text *); /* of no value: nothing */
void change_print_found(const struct change *, size_t row, struct text *);
void change_print(const struct change *, struct text *);
const char *effect_words(const struct effect *, size_t objects); /* "goes away" */

#endif

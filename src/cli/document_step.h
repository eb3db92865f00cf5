/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * document_step.h: the parts of a plan's document that have a file of their own. Private to cli.
 */
#ifndef DOCUMENT_STEP_H
#define DOCUMENT_STEP_H

#include "document.h"

/* A step, and what became of it. */
struct step_view {
	const struct step *step;
	const enum step_result *results; /* NULL: nothing was applied */
};
extern const struct document_row step_rows[];

/* What a knob is on, as documents have it; NULL: null. */
void cell_target(struct cell *, const char *target);

/* Terraform's `resource_changes`: a list of change_rows. */
extern const struct document_row change_rows[];
void put_changes(const void *plan_document, struct cell *);

/* A body by its kind's field table: {"count": 8, "driver": "vfio-pci"}. */
void document_write_body(struct document *map, const struct field *, const void *body);

void put_functions(const struct document_functions *, struct cell *);

/* Of one of them: what others are told to set on it; which namespaces of a drive pawl knows by a name. */
extern const struct document_row function_claim_rows[], known_namespace_rows[];
void function_put_claims(const struct survey *, const struct function *, struct cell *);
void function_put_namespaces(const struct survey *, const struct function *, struct cell *);

#endif

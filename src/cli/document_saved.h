/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * document_saved.h: the keys of a saved plan, which is written and read. Of src/cli/document_saved*.c only.
 */
#ifndef DOCUMENT_SAVED_H
#define DOCUMENT_SAVED_H

#include "saved.h"

struct json_t;

/* What the document must hold beside a plan's, by its row: the name is said there. */
enum {
	SAVED_PLAN,
	SAVED_TARGETS,
	SAVED_CONFIGURATION,
	SAVED_GROUNDS,
	SAVED_TURNS,
	SAVED_PRINTED,
	SAVED_DIGEST,
};
enum { SOURCE_NAME, SOURCE_TEXT };
enum { GROUND_OBJECT, GROUND_FACT, GROUND_VALUE };
enum { TURN_OBJECT, TURN_KNOB, TURN_TARGET, TURN_AFTER };
extern const struct document_row saved_rows[], saved_source_rows[], saved_ground_rows[], saved_turn_rows[];

/* Of everything in the document but the digest itself; the caller frees it. */
char *saved_digest(struct json_t *document);

#endif

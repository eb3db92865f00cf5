/* SPDX-License-Identifier: GPL-2.0-or-later */
/* fuzz.h: what the fuzz targets share: an input as a file, and pawl run on a twin that must break no rule. */
#ifndef FUZZ_H
#define FUZZ_H

#include "on_twin.h"
#include <stdint.h>

/* libFuzzer's name for the function that gets each input (llvm.org/docs/LibFuzzer.html). */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* The input as a file, that `path` names until it is closed. */
struct input {
	int fd;
	char path[32];
};
void input_open(struct input *, const uint8_t *bytes, size_t n);
void input_close(struct input *);

/* A twin of tests/fuzz/machine.json; twin_end frees it. */
struct twin *twin_begin(void);

/* Ends it, and the program if a safety rule was broken. */
void twin_end(struct twin *);

/* Runs pawl with these words, ended by NULL, as root on the twin; twin NULL: on none. The exit code, which
 * must be one that pawl knows. */
int pawl_run(struct twin *, ...) __attribute__((sentinel));

/* The path of a file of the source tree, for pawl_run; valid until the program ends. */
char *source_path(const char *name);

/* Ends the program, loudly, when what must hold does not. */
void must(bool holds, const char *what);

#endif

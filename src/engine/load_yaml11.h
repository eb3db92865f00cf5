/* SPDX-License-Identifier: GPL-2.0-or-later */
/* load_yaml11.h: what a reader of YAML 1.1 takes a plain scalar for. Floor 4, private. */
#ifndef LOAD_YAML11_H
#define LOAD_YAML11_H

#include "text.h"

enum yaml11 {
	YAML11_STRING,
	YAML11_BOOLEAN,
	YAML11_INTEGER,
	YAML11_FLOAT,
	YAML11_NULL,
	YAML11_TIME,
	YAML11_MERGE,
	YAML11_DEFAULT,
};

/* `value` gets what it means there, as PyYAML prints it: "165512", "1020.0", "True". Nothing for a string. */
enum yaml11 yaml11_resolve(const char *plain, struct text *value);

/* load_yaml11_number.c: false when it is none; a value that no reader of ours could hold stays empty. */
bool yaml11_integer(const char *plain, struct text *value);
bool yaml11_float(const char *plain, struct text *value);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/* value.h: what the files of the value types share. */
#ifndef VALUE_H
#define VALUE_H

#include "field.h"

#define LOWER   "abcdefghijklmnopqrstuvwxyz"
#define UPPER   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS  "0123456789"
#define HEX_ANY DIGITS "abcdefABCDEF"

/* Says what must be, and what was there instead; -1. */
int value_refuse(struct text *why, const char *must_be, const char *text);

/* The member, a char *, becomes the string, which is its own from now on; 0. */
int value_keep(void *value, char *string);

/* A copy in lower case; the caller frees it. */
char *value_lower(const char *text);

/* All of the text, which is not empty, is of these characters. */
bool value_consists_of(const char *text, const char *characters);

/* It has more than 255 bytes: `why` says so. */
bool value_is_too_long(const char *text, struct text *why);

int driver_parse(const struct field *, const char *text, void *value, struct text *why);
int guest_parse(const struct field *, const char *text, void *value, struct text *why);
int class_parse(const struct field *, const char *text, void *value, struct text *why);
int handle_parse(const struct field *, const char *text, void *value, struct text *why);
int host_parse(const struct field *, const char *text, void *value, struct text *why);

int address_parse(const struct field *, const char *text, void *value, struct text *why);
int path_parse(const struct field *, const char *text, void *value, struct text *why);

int number_parse(const struct field *, const char *text, void *value, struct text *why);
void number_print(const void *value, struct text *);
bool number_same(const void *, const void *);
void number_clear(void *value);

int hex_parse(const struct field *, const char *text, void *value, struct text *why);
void hex_print(const void *value, struct text *text);

int size_parse(const struct field *, const char *text, void *value, struct text *why);
void size_print(const void *value, struct text *text);
int capacity_parse(const struct field *, const char *text, void *value, struct text *why);
void capacity_print(const void *value, struct text *text);

int range_parse(const struct field *, const char *text, void *value, struct text *why);
void range_print(const void *value, struct text *text);
bool range_same(const void *, const void *);
void range_clear(void *value);

int mac_parse(const struct field *, const char *text, void *value, struct text *why);
int machine_id_parse(const struct field *, const char *text, void *value, struct text *why);
int uuid_parse(const struct field *, const char *text, void *value, struct text *why);
int eui64_parse(const struct field *, const char *text, void *value, struct text *why);

#endif

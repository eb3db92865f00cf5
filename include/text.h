/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * text.h: growing text, and memory that is there or ends the program. Floor 0.
 *
 * Running out of memory ends pawl at once: every run may be killed at any instant anyway (rule 12 of the
 * design), so there is no second, untested way to stop.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define PRINTF_LIKE(format_at, values_at) __attribute__((format(printf, format_at, values_at)))

/* {0} is empty text. `bytes` is NULL or ends in a NUL that `length` does not count. */
struct text {
	char *bytes;
	size_t length, room;
};

void text_make_room(struct text *, size_t n); /* for so many bytes more: it need not grow again and again */
void text_add(struct text *, const char *more);
void text_add_bytes(struct text *, const void *more, size_t n);
void text_addf(struct text *, const char *format, ...) PRINTF_LIKE(2, 3);
void text_addv(struct text *, const char *format, va_list values) PRINTF_LIKE(2, 0);

/* The bytes as a terminal may show them: what is not printable comes as \xNN, byte by byte. */
void text_add_printable(struct text *, const char *bytes, size_t n);

/* The text as a string, "" when empty; valid until the text changes. */
const char *text_string(const struct text *);

/* Hands the string over to the caller, who frees it; the text is empty afterwards. Never NULL. */
char *text_take(struct text *);
void text_free(struct text *);

/* A new string made as printf would; the caller frees it. */
char *text_print(const char *format, ...) PRINTF_LIKE(1, 2);

/* Memory for n objects of `size` bytes, zeroed; never NULL. The caller frees it. */
void *memory_new(size_t n, size_t size);

/* The same memory with room for `size` bytes, moved or not; what is new of it has no value yet. */
void *memory_resize(void *, size_t size);

/* Room for one zeroed object more in an array of n that only this call has made: grows by doubling.
 * Returns the array, moved or not. */
void *memory_grow(void *array, size_t n, size_t size);

/* A copy of such an array, which may grow as well; NULL of none. */
void *memory_copy_grown(const void *array, size_t n, size_t size);

/* A copy of the string, NULL for NULL; the caller frees it. */
char *string_copy(const char *);
char *string_part(const char *, size_t n); /* a copy of at most so many of its bytes */
char *words_next(const char **words);      /* a copy of the first; it goes, and the blanks behind it */
bool words_hold(const char *words, const char *word); /* one of them; NULL: there are none */

/* NULL equals only NULL. Words are looked for in tables: most differ in their first byte. */
static inline bool string_equal(const char *a, const char *b)
{
	return a == b || (a && b && *a == *b && strcmp(a, b) == 0);
}
bool string_starts(const char *, const char *prefix);
bool string_ends(const char *, const char *suffix);
size_t string_alike(const char *, const char *other); /* how many bytes they begin with are the same */
const char *path_last(const char *path);              /* what is behind its last slash */

/* How many single-character edits lead from one word to the other (Levenshtein); for "did you mean". */
size_t string_distance(const char *, const char *);

/* The one of the NULL-ended words that was most likely meant; NULL when none is near. */
const char *string_nearest(const char *word, const char *const *words);

/* How many bytes the UTF-8 character has that starts here; 0 when it is none, or not to be shown: control
 * characters, and those that reorder or hide text. */
size_t character_length(const char *bytes, size_t n);

/* For locals: released when they leave their scope. */
void release_memory(void *pointer_to_pointer);
void release_fd(int *fd);
#define AUTO_FREE  __attribute__((cleanup(release_memory)))
#define AUTO_TEXT  __attribute__((cleanup(text_free)))
#define AUTO_CLOSE __attribute__((cleanup(release_fd)))

#endif

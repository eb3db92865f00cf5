/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory that is there or ends the program. */
#include "text.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Noreturn void memory_missing(void)
{
	static const char message[] = "pawl: out of memory\n";

	/* stdio may want memory of its own */
	(void)!write(STDERR_FILENO, message, sizeof(message) - 1);
	_exit(1);
}

void *memory_new(size_t n, size_t size)
{
	void *memory = calloc(n ? n : 1, size ? size : 1);

	if (!memory)
		memory_missing();
	return memory;
}

void *memory_resize(void *memory, size_t size)
{
	memory = realloc(memory, size ? size : 1);
	if (!memory)
		memory_missing();
	return memory;
}

void *memory_grow(void *array, size_t n, size_t size)
{
	if ((n & (n - 1)) == 0) {
		array = n > SIZE_MAX / 2 ? NULL : reallocarray(array, n ? 2 * n : 1, size);
		if (!array)
			memory_missing();
	}
	memset((char *)array + n * size, 0, size);
	return array;
}

void *memory_copy_grown(const void *array, size_t n, size_t size)
{
	size_t room = 1;
	void *copy;

	if (n == 0)
		return NULL;
	while (room < n)
		room *= 2;
	copy = memory_new(room, size);
	memcpy(copy, array, n * size);
	return copy;
}

/* The cleanup attribute hands over char **, struct op ** and so on: the pointer is read as bytes. */
void release_memory(void *pointer_to_pointer)
{
	void *memory;

	memcpy(&memory, pointer_to_pointer, sizeof(memory));
	free(memory);
}

void release_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

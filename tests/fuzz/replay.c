/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Hands files to a fuzz target, where no fuzzer is linked in. */
#include "fuzz.h"
#include <stdio.h>

static int input_read(const char *path, struct text *input)
{
	FILE *file = fopen(path, "re");
	char block[4096];
	size_t n;

	if (!file)
		return perror(path), -1;
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		text_add_bytes(input, block, n);
	fclose(file);
	return 0;
}

/* replay FILE... */
int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		AUTO_TEXT struct text input = { 0 };

		if (input_read(argv[i], &input) < 0)
			return 1;
		LLVMFuzzerTestOneInput((const uint8_t *)text_string(&input), input.length);
	}
	return 0;
}

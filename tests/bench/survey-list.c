/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey-list.c: prints the attributes that the survey reads, in the form of the file `attributes`.
 */
#include "survey.h"
#include <stdio.h>

int main(void)
{
	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		printf("%s %s%s\n", attributes[i].name, attributes[i].link ? "link" : "file",
			attributes[i].sriov ? " sriov" : "");
	return 0;
}

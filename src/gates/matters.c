/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Walks over the namespaces that nothing is planned for, as something is the matter with them. */
#include "matters.h"

bool next_matter(
	const struct question *question, enum namespace_matter which, size_t *cursor, struct matter *ret)
{
	while (!question->step && (ret->namespace = next_resource(question, &kind_namespace, cursor))) {
		struct drive_namespace *there = NULL;

		if (!(namespace_matters(ret->namespace) & which))
			continue;
		ret->pf = device_function(question->now, ret->namespace);
		if (drive_manages(ret->pf))
			namespace_find(question->now, ret->pf, ret->namespace, &there);
		ret->there = there;
		return true;
	}
	return false;
}

char *matter_listed(const struct matter *matter)
{
	struct text text = { 0 };

	namespaces_tell(matter->pf->drive->listed, &text);
	return text_take(&text);
}

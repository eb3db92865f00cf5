/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every document ends with: findings, in the order in which text tells them, and the exit code. */
#include "document.h"
#include "session.h"
#include <string.h>

static void finding_add(struct document *list, const struct finding *finding)
{
	static const char *const severities[] = { [NOTE] = "note", [WARNING] = "warning", [ERROR] = "error" };
	struct document *map = document_entry(list);

	document_add_words(map, "severity", severities[finding->severity]);
	document_add_words(map, "id", finding->id);
	document_add_words(map, "text", finding->text);
	document_add_words(map, "object", finding->object);
	document_add_words(map, "path", finding->path);
	document_add_words(map, "errno", finding->error ? strerrorname_np(finding->error) : NULL);
	document_add_words(map, "holder", finding->holder);
	document_add_words(map, "hint", finding->hint);
	document_add_words(map, "file", finding->at.source ? finding->at.source->name : NULL);
	if (finding->at.source) {
		document_add_number(map, "line", finding->at.line);
		document_add_number(map, "column", finding->at.column);
	}
	if (finding->severity == ERROR)
		document_add_number(map, "exit_code", finding->outcome);
}

void document_finish(struct document *document, struct session *session, enum outcome outcome)
{
	struct document *list = document_list(document, "findings");
	size_t n;
	const struct finding *const *findings = session_findings(session, &n);

	for (size_t i = 0; i < n; i++)
		finding_add(list, findings[i]);
	document_add_number(document, "exit_code", outcome);
}

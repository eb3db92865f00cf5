/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is to be absent is what pawl knows by that name, or what `adopt` says, and never two things. */
#include "namespace.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static int refuse(
	const struct resource *want, const struct finding *like, const char *text, struct report *report)
{
	struct finding finding = *like;

	finding.severity = ERROR;
	finding.outcome = REFUSED;
	finding.object = want->name;
	finding.at = resource_place(want, resource_given(want, NS_ADOPT) ? NS_ADOPT : NS_STATE);
	report_add(report, &finding, "%s", text);
	return -1;
}

static int refuse_owned(const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, const char *owner, struct report *report)
{
	AUTO_FREE char *text = text_print("namespace %" PRIu32 " of %s is %s: pawl knows it by that name",
		there->nsid, pf->address, owner);

	return refuse(want,
		&(struct finding){ .id = "namespace-named",
			.hint = "say `state: absent` of that name; or apply once with `adopt` and without "
				"`state`, which gives it this one" },
		text, report);
}

static int refuse_other(const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, const struct drive_namespace *own, struct report *report)
{
	AUTO_FREE char *text = text_print("`adopt` says namespace %" PRIu32 " of %s, and pawl knows %s as "
					  "namespace %" PRIu32 ": one of the two would be nobody's",
		there->nsid, pf->address, want->name, own->nsid);

	return refuse(want,
		&(struct finding){
			.id = "namespace-another", .hint = "give the one that is to go another name" },
		text, report);
}

static bool is_id(const char *said, const char *is)
{
	return said && is && strcasecmp(said, is) == 0;
}

/* By a number or an id that it has, and not by all that is said. */
static const struct drive_namespace *half_meant(
	const struct drive *drive, const struct namespace_adopt *adopt)
{
	for (size_t i = 0; i < drive->n_namespaces; i++) {
		const struct drive_namespace *there = &drive->namespaces[i];

		if (there->nsid == (uint32_t)adopt->nsid || is_id(adopt->nguid, there->nguid) ||
			is_id(adopt->eui64, there->eui64) || is_id(adopt->uuid, there->uuid))
			return there;
	}
	return NULL;
}

static int refuse_half(const struct resource *want, const struct function *pf,
	const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *adopt = namespace_adopt_print(there),
		       *hint = text_print("if it is that one, say `%s`", adopt),
		       *text = text_print("%s has no namespace that is all that `adopt` says, and namespace "
					  "%" PRIu32 " is some of it",
			       pf->address, there->nsid);

	return refuse(want, &(struct finding){ .id = "namespace-gone", .hint = hint }, text, report);
}

static int refuse_elsewhere(const struct resource *want, const struct function *pf,
	const struct function *drive, const struct drive_namespace *there, struct report *report)
{
	AUTO_FREE char *text = text_print("pawl knows %s as namespace %" PRIu32
					  " of %s, and here its drive is %s: that one has none of this name",
		want->name, there->nsid, drive->address, pf->address);

	return refuse(want,
		&(struct finding){ .id = "namespace-elsewhere",
			.hint = "give that drive its name in the files again; or say which one of this drive "
				"is meant: `adopt: {nsid: N, ..}`" },
		text, report);
}

static int refuse_renamed(const struct survey *survey, const struct resource *want, const struct function *pf,
	const char *former, struct report *report)
{
	const struct drive_namespace *there = namespace_called(survey, pf, former);
	AUTO_FREE char *adopt = there ? namespace_adopt_print(there) : string_copy("adopt: {nsid: N, ..}"),
		       *hint = text_print("if it is to go, apply once with `%s` and without `state`, which "
					  "gives it this name",
			       adopt),
		       *text = text_print(
			       "pawl knows no namespace of %s by this name, and one as %s, which no "
			       "file has any more",
			       pf->address, former);

	return refuse(want, &(struct finding){ .id = "namespace-renamed", .hint = hint }, text, report);
}

int namespace_absent_check(const struct survey *survey, const struct resource *want,
	const struct function *pf, const struct drive_namespace *there, struct report *report)
{
	const struct namespace_body *body = want->body;
	const char *owner = there ? namespace_owner(survey, pf, want->name, there) : NULL;
	const struct drive_namespace *own = namespace_called(survey, pf, want->name), *half = NULL;
	const struct function *elsewhere = NULL;

	if (owner)
		return refuse_owned(want, pf, there, owner, report);
	if (there)
		return own && own != there ? refuse_other(want, pf, there, own, report) : 0;
	if (resource_given(want, NS_ADOPT))
		half = half_meant(pf->drive, &body->adopt);
	else
		elsewhere = namespace_elsewhere(survey, pf, want->name, &own);
	if (half)
		return refuse_half(want, pf, half, report);
	if (elsewhere)
		return refuse_elsewhere(want, pf, elsewhere, own, report);
	return body->rival ? refuse_renamed(survey, want, pf, body->rival, report) : 0;
}

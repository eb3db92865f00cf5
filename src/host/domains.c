/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is known of secure domains. */
#include "address.h"
#include "domain.h"
#include "survey.h"
#include <stdlib.h>
#include <string.h>

struct domain *domains_find(const struct domains *domains, const char *port)
{
	for (size_t i = 0; i < domains->n; i++)
		if (string_equal(domains->all[i].port, port))
			return &domains->all[i];
	return NULL;
}

struct domain *domains_keep(struct domains *domains, const char *port)
{
	struct domain *domain = domains_find(domains, port);

	if (domain)
		return domain;
	domains->all = memory_grow(domains->all, domains->n, sizeof(*domains->all));
	domain = &domains->all[domains->n++];
	domain->port = string_copy(port);
	return domain;
}

static void text_replace(char **text, const char *by)
{
	char *copy = string_copy(by);

	free(*text);
	*text = copy;
}

void domain_consent(struct domain *domain, const char *digest)
{
	text_replace(&domain->consent, digest && *digest ? digest : NULL);
}

void domain_assume(struct domain *domain, const char *boot_id)
{
	text_replace(&domain->assumed, boot_id);
}

void domain_revoke(struct domain *domain, const struct revocation *revoked)
{
	domain_consent(domain, NULL);
	text_replace(&domain->revoked.time, revoked->time);
	text_replace(&domain->revoked.who, revoked->who);
	text_replace(&domain->revoked.boot_id, revoked->boot_id);
}

static void domain_prove(struct domain *domain, const char *guest)
{
	text_replace(&domain->guest, guest);
}

/* The function itself; of a VF that is gone, the PF that makes it: its port stays secure without it. */
static const struct function *function_owned(const struct survey *survey, const char *address)
{
	const struct function *function = survey_function(survey, address);

	for (size_t i = 0; !function && i < survey->n; i++) {
		int64_t total;

		if (function_number(survey->functions[i], A_TOTALVFS, &total) == 0 &&
			vf_place_is_of(survey->functions[i], total, address))
			function = survey->functions[i];
	}
	return function;
}

char *address_root_port(const struct survey *survey, const char *address)
{
	const struct function *function = address_valid(address) ? function_owned(survey, address) : NULL;

	return function ? function_root_port(function) : NULL;
}

static void guest_prove(struct survey *survey, const struct guest *guest)
{
	AUTO_FREE char *all = string_copy(guest->owns);
	char *rest = all, *address;

	while (rest && (address = strsep(&rest, " "))) {
		AUTO_FREE char *port = address_root_port(survey, address);

		if (port)
			domain_prove(domains_keep(&survey->domains, port), guest->uri);
	}
}

void domains_prove(struct survey *survey)
{
	for (size_t i = 0; i < survey->domains.n; i++)
		domain_prove(&survey->domains.all[i], NULL);
	for (size_t i = 0; i < survey->guests.n; i++)
		if (!guest_is_ordinary(&survey->guests.all[i]))
			guest_prove(survey, &survey->guests.all[i]);
}

void domains_copy(const struct domains *domains, struct domains *copy)
{
	*copy = (struct domains){ .unknown = string_copy(domains->unknown) };
	for (size_t i = 0; i < domains->n; i++) {
		struct domain *domain = domains_keep(copy, domains->all[i].port);

		domain_revoke(domain, &domains->all[i].revoked);
		domain_consent(domain, domains->all[i].consent);
		domain_assume(domain, domains->all[i].assumed);
		domain_prove(domain, domains->all[i].guest);
	}
}

void domains_free(struct domains *domains)
{
	for (size_t i = 0; i < domains->n; i++) {
		free(domains->all[i].port);
		free(domains->all[i].consent);
		free(domains->all[i].assumed);
		free(domains->all[i].guest);
		free(domains->all[i].revoked.time);
		free(domains->all[i].revoked.who);
		free(domains->all[i].revoked.boot_id);
	}
	free(domains->all);
	free(domains->unknown);
	*domains = (struct domains){ 0 };
}

/* PCI Code and ID Assignment: base class 06h, bridges. */
static bool is_bridge(const struct function *function)
{
	const char *class = function_text(function, A_CLASS);

	return class && string_starts(class, "0x06");
}

char *function_root_port(const struct function *function)
{
	AUTO_FREE char *path = is_bridge(function) ? NULL : function_bridge_path(function);
	size_t length = path ? strcspn(path, "/") : 0;

	return path && path[length] ? strndup(path, length) : NULL;
}

/* A switch is kept by what outlives a warm reset, perhaps: no document says what clears it. */
enum world_of domain_world(const struct survey *survey, const char *port)
{
	const struct domain *domain = domains_find(&survey->domains, port);
	const struct reading *boot = &survey->machine[M_BOOT_ID];

	if (domain && domain->guest)
		return WORLD_SECURE;
	if (!domain || !domain->assumed)
		return survey->domains.unknown ? WORLD_UNKNOWN : WORLD_ORDINARY;
	return boot->is == R_VALUE && string_equal(boot->text, domain->assumed) ? WORLD_SECURE
										: WORLD_UNKNOWN;
}

enum world_of function_world(const struct survey *survey, const struct function *function)
{
	AUTO_FREE char *port = function_root_port(function);

	return port ? domain_world(survey, port) : WORLD_ORDINARY;
}

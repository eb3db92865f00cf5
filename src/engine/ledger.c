/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ledger's lines: which machine it is of, and which function each device was. */
#include "ledger.h"
#include <inttypes.h>
#include <stdlib.h>

enum { LEDGER_VERSION = 1 };

/* A line. What `machine`, the first one, says: version and whose it is; the pin is `pin`'s. */
struct line {
	uint64_t seq;
	char *event, *time, *machine_id, *dmi_serial;
	uint64_t version;
	struct pin pin;
};
static const char event_machine[] = "machine", event_pin[] = "pin";

#define MEMBER(at, name, type, words) RECORD_MEMBER(struct line, at, name, type, words)
static const struct member members[] = {
	MEMBER(event, "event", MEMBER_TEXT, "machine or pin"),
	MEMBER(version, "version", MEMBER_NUMBER, "of machine: the ledger's version; else 0"),
	MEMBER(time, "time", MEMBER_TEXT, "RFC 3339, UTC"),
	MEMBER(machine_id, "machine_id", MEMBER_TEXT, "whose ledger it is"),
	MEMBER(dmi_serial, "dmi_serial", MEMBER_TEXT, "whose ledger it is"),
	MEMBER(pin.handle, "handle", MEMBER_TEXT, "the device in the YAML"),
	MEMBER(pin.select, "select", MEMBER_TEXT, "the names by which it was selected"),
	MEMBER(pin.address, "address", MEMBER_TEXT, "the function that it was"),
	MEMBER(pin.path, "path", MEMBER_TEXT, "the bridges above it"),
	MEMBER(pin.serial, "serial", MEMBER_TEXT, "its serial number"),
	MEMBER(pin.mac, "mac", MEMBER_TEXT, "its permanent MAC"),
	{ 0 },
};

static bool line_is_whole(const void *data)
{
	const struct line *line = data;

	if (string_equal(line->event, event_machine))
		return line->seq == 1 && line->version > 0;
	return string_equal(line->event, event_pin) && line->seq > 1 && line->pin.handle && line->pin.address;
}

static const struct record_row row = {
	.path = "var/lib/pawl/ledger",
	.name = "ledger",
	.damaged = "ledger-damaged",
	.torn = "ledger-torn",
	.unreadable = "ledger-unreadable",
	.unwritable = "ledger-unwritable",
	.lost = "which function each device was cannot be told",
	.members = members,
	.size = sizeof(struct line),
	.crc = true,
	.is_whole = line_is_whole,
};

static void keep(void *data, const void *entry)
{
	struct ledger *ledger = data;
	const struct line *line = entry;

	if (line->seq > 1) {
		pins_keep(&ledger->pins, &ledger->n_pins, &line->pin);
		return;
	}
	free(ledger->machine_id);
	free(ledger->dmi_serial);
	ledger->version = line->version;
	ledger->machine_id = string_copy(line->machine_id);
	ledger->dmi_serial = string_copy(line->dmi_serial);
}

static const char *machine_text(const struct survey *survey, enum machine_fact fact)
{
	return survey->machine[fact].is == R_VALUE ? survey->machine[fact].text : NULL;
}

/* Only what both know can tell two machines apart. */
static bool differs(const char *said, const char *is)
{
	return said && is && !string_equal(said, is);
}

static int ledger_check(struct ledger *ledger, const struct survey *survey, struct report *report)
{
	struct finding finding = { .severity = ERROR, .outcome = FAILED, .path = row.path };

	if (ledger->version > LEDGER_VERSION) {
		finding.id = "ledger-newer";
		finding.hint = "a newer pawl wrote it: use that one here";
		report_add(report, &finding, "the ledger is of version %" PRIu64 ", this pawl knows %d",
			ledger->version, LEDGER_VERSION);
		return -1;
	}
	ledger->elsewhere = differs(ledger->machine_id, machine_text(survey, M_MACHINE_ID)) ||
			    differs(ledger->dmi_serial, machine_text(survey, M_DMI_SERIAL));
	if (ledger->elsewhere) {
		finding.severity = WARNING;
		finding.outcome = FINE;
		finding.id = "ledger-elsewhere";
		finding.hint =
			"was this disk copied from another machine? move the file away and a new one is "
			"begun";
		report_add(report, &finding,
			"the ledger is another machine's (machine-id %s, serial %s): nothing in it is "
			"believed",
			ledger->machine_id ? ledger->machine_id : "unknown",
			ledger->dmi_serial ? ledger->dmi_serial : "unknown");
	}
	return 0;
}

int ledger_open(struct ledger *ledger, struct host *host, const struct survey *survey, struct report *report)
{
	*ledger = (struct ledger){ .record = { .row = &row, .host = host } };
	if (record_read(&ledger->record, keep, ledger, report) < 0)
		return -1;
	return ledger_check(ledger, survey, report);
}

void ledger_free(struct ledger *ledger)
{
	pins_free(ledger->pins, ledger->n_pins);
	free(ledger->machine_id);
	free(ledger->dmi_serial);
	*ledger = (struct ledger){ 0 };
}

void ledger_pins(const struct ledger *ledger, struct survey *survey)
{
	for (size_t i = 0; !ledger->elsewhere && i < ledger->n_pins; i++)
		pins_keep(&survey->pins, &survey->n_pins, &ledger->pins[i]);
}

static int append_machine(struct ledger *ledger, const struct survey *survey, struct report *report)
{
	AUTO_FREE char *now = record_time();
	struct line line = {
		.event = (char *)event_machine,
		.time = now,
		.version = LEDGER_VERSION,
		.machine_id = (char *)machine_text(survey, M_MACHINE_ID),
		.dmi_serial = (char *)machine_text(survey, M_DMI_SERIAL),
	};

	return record_append(&ledger->record, &line, report);
}

static int append_pin(
	struct ledger *ledger, const struct pin *pin, const struct survey *survey, struct report *report)
{
	AUTO_FREE char *now = record_time();
	struct line line = { .event = (char *)event_pin, .time = now, .pin = *pin };

	if (ledger->record.next_seq == 1 && append_machine(ledger, survey, report) < 0)
		return -1;
	if (record_append(&ledger->record, &line, report) < 0)
		return -1;
	pins_keep(&ledger->pins, &ledger->n_pins, pin);
	return 0;
}

int ledger_keep(struct ledger *ledger, const struct survey *pinned, const struct survey *survey,
	struct report *report)
{
	for (size_t i = 0; !ledger->elsewhere && i < pinned->n_pins; i++) {
		const struct pin *pin = &pinned->pins[i];
		const struct pin *earlier = pins_find(ledger->pins, ledger->n_pins, pin->handle);

		if (!(earlier && pin_equal(earlier, pin)) && append_pin(ledger, pin, survey, report) < 0)
			return -1;
	}
	return 0;
}

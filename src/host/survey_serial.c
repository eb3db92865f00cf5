/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads the serial numbers of functions that are awake. */
#include "knob_sysfs.h"
#include "survey_answers.h"
#include "survey_identity.h"
#include "vpd.h"
#include <errno.h>
#include <string.h>

/* The kernel gives a device 125 ms for each word of it (drivers/pci/vpd.c, pci_vpd_wait). */
#define PATIENCE (2 * SECOND)

/* PCI Express Base Specification 6.0, 7.9.3: two words, the lower one first. */
enum { SERIAL_LENGTH = 8 };
static const uint16_t device_serial[] = { 0x0003, SERIAL_LENGTH };

static const char *const not_root = "only root can read it";
static const char *const asleep = "asleep";

static void serial_set(struct function *function, char *taken, const char *why)
{
	struct reading *serial = &function->identity[I_SERIAL];

	reading_free(serial);
	*serial = (struct reading){
		.is = taken ? R_VALUE
		      : why ? R_UNKNOWN
			    : R_ABSENT,
		.text = taken ? taken : reason_keep(why),
	};
}

static const char *error_why(const struct done *done)
{
	if (done->err == EACCES || done->err == EPERM)
		return not_root;
	if (done->err == ETIMEDOUT)
		return "the device did not answer in time";
	return done->err == 0 || done->err == ENOENT ? NULL : strerror(done->err);
}

/* Does any function lack a value that says why? Those have neither VPD nor an error. */
static bool serial_is_open(const struct function *function)
{
	return !function_is_vf(function) && function->identity[I_SERIAL].is == R_UNKNOWN &&
	       !function->identity[I_SERIAL].text;
}

/*
 * Without a usable number in it the capability is asked. EIO and ENODEV are the kernel's words on an EEPROM
 * that is empty or holds no VPD, at each reading (drivers/pci/vpd.c); any other error may be gone the next
 * time, and a device must not have one serial number today and another tomorrow.
 */
static void vpd_take(struct function *function, const struct done *done)
{
	char *serial = done->err ? NULL : vpd_serial(done->data, done->len);
	bool is_none = done->err == 0 || done->err == EIO || done->err == ENODEV || done->err == ENOENT;

	if (serial || !is_none)
		serial_set(function, serial, error_why(done));
}

/* As lspci prints it, the highest byte first. All 0 and all ff are what nobody has programmed. */
static void capability_take(struct function *function, const struct done *done)
{
	const uint8_t *bytes = done->data;
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = SERIAL_LENGTH; !done->err && i-- > 0;)
		text_addf(&text, "%02x%s", bytes[i], i ? "-" : "");
	bool blank = done->err || string_equal(text_string(&text), "00-00-00-00-00-00-00-00") ||
		     string_equal(text_string(&text), "ff-ff-ff-ff-ff-ff-ff-ff");
	serial_set(function, blank ? NULL : text_take(&text), error_why(done));
}

/* What stands between a function and its serial number. */
struct ability {
	struct reading power, vpd, config;
};

/*
 * Reading configuration space wakes a sleeping device's bridges, and the device too (drivers/pci/access.c and
 * pci.c, pci_config_pm_runtime_get). "unsupported" is runtime power management switched off: nothing puts the
 * device to sleep (drivers/base/power/sysfs.c, runtime_status_show); no file is a kernel without CONFIG_PM.
 */
static const char *ability_lacks(const struct ability *ability)
{
	const char *power = ability->power.text;

	if (ability->power.is == R_ABSENT)
		return NULL;
	if (ability->power.is != R_VALUE)
		return power ? power : "its power state is unknown";
	if (string_equal(power, "active") || string_equal(power, "unsupported"))
		return NULL;
	return string_equal(power, "error") ? "its power management has an error" : asleep;
}

/* readlink(2) tells a file that is there, which is no link, from none without reading anything. */
static void ability_read(struct host *host, const struct function *function, struct ability *ret_ability)
{
	AUTO_FREE char *path = text_print(PCI_DEVICES "/%s", function->address);
	AUTO_TEXT struct text wanted = { 0 };
	struct answers answers;

	names_add(&wanted, "power/runtime_status", false);
	names_add(&wanted, "vpd", true);
	names_add(&wanted, "config", true);
	answers_gather(&answers, host, path, &wanted);
	answers_take(&answers, NULL, &ret_ability->power);
	answers_take(&answers, NULL, &ret_ability->vpd);
	answers_take(&answers, NULL, &ret_ability->config);
	answers_free(&answers);
}

static void ask(struct readings *readings, struct host *host, struct function *function, bool vpd)
{
	AUTO_FREE char *path = text_print(PCI_DEVICES "/%s/%s", function->address, vpd ? "vpd" : "config");
	struct op op = { .verb = OP_READ, .path = path, .deadline_ns = PATIENCE };

	if (!vpd) {
		op.verb = OP_CAPABILITY;
		op.in = device_serial;
		op.in_len = sizeof(device_serial);
	}
	reading_begin_op(readings, host, &op, function, vpd ? vpd_take : capability_take);
}

static void serial_begin(struct readings *readings, struct host *host, struct function *function)
{
	struct ability ability = { 0 };

	if (function_is_vf(function)) {
		serial_set(function, NULL, NULL);
		return;
	}
	ability_read(host, function, &ability);
	const char *why = ability_lacks(&ability);
	if (why || (ability.vpd.is == R_ABSENT && ability.config.is == R_ABSENT))
		serial_set(function, NULL, why);
	else if (ability.vpd.is != R_ABSENT)
		ask(readings, host, function, true);
	reading_free(&ability.power);
	reading_free(&ability.vpd);
	reading_free(&ability.config);
}

int serials_take(struct host *host, struct survey *survey)
{
	struct readings readings = { 0 };
	int err;

	for (size_t i = 0; i < survey->n; i++)
		serial_begin(&readings, host, survey->functions[i]);
	err = readings_collect(&readings, host);
	for (size_t i = 0; !err && i < survey->n; i++)
		if (serial_is_open(survey->functions[i]))
			ask(&readings, host, survey->functions[i], false);
	if (!err)
		err = readings_collect(&readings, host);
	readings_free(&readings);
	return err;
}

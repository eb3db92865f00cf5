/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is known of one PCI function. */
#include "function.h"
#include "address.h"
#include "knob_sysfs.h"
#include "nvme.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *function_text(const struct function *function, enum attribute attribute)
{
	const struct reading *reading = &function->attr[attribute];

	return reading->is == R_VALUE ? reading->text : NULL;
}

const char *function_link(const struct function *function, enum attribute attribute)
{
	const char *link = function_text(function, attribute);
	const char *slash = link ? strrchr(link, '/') : NULL;

	return slash ? slash + 1 : link;
}

/* Decimal or 0x, but for the VF's device id, which is "%x" (drivers/pci/iov.c, sriov_vf_device_show). */
int function_number(const struct function *function, enum attribute attribute, int64_t *ret_number)
{
	const char *text = function_text(function, attribute);
	char *end;
	long long number;

	if (!text || !*text)
		return -1;
	errno = 0;
	number = strtoll(text, &end, attribute == A_VF_DEVICE ? 16 : 0);
	if (errno || *end)
		return -1;
	*ret_number = number;
	return 0;
}

/*
 * The bridges above the function are the addresses among the words of its path: "../../../devices/pci0000:16/
 * 0000:16:00.0/0000:17:00.0". The bus numbers of all but the first may change from boot to boot.
 */
char *function_bridge_path(const struct function *function)
{
	const char *word = function_text(function, A_PATH);
	struct text path = { 0 };

	if (!word)
		return NULL;
	while (*word) {
		size_t length = strcspn(word, "/");

		if (address_valid_bytes(word, length)) {
			size_t skipped = path.length ? length - strlen("00.0") : 0;

			if (path.length)
				text_add(&path, "/");
			text_add_bytes(&path, word + skipped, length - skipped);
		}
		word += length + (word[length] == '/');
	}
	return text_take(&path);
}

bool function_is_at(const struct function *function, const char *path)
{
	const char *device = address_device(function->address);
	size_t length = strlen(path);

	if (length < strlen(device) || !string_equal(path + length - strlen(device), device))
		return false;
	AUTO_FREE char *own = function_bridge_path(function);
	return string_equal(own, path);
}

#define SYS "sys/"

void function_add_directory(const struct function *function, struct text *path)
{
	static const char up[] = "../../../"; /* from PCI_DEVICES */
	const char *link = function_text(function, A_PATH);

	if (link && string_starts(link, up) && string_starts(link + strlen(up), "devices/")) {
		text_add(path, link + strlen(up));
	} else {
		text_add(path, &(PCI_DEVICES "/")[strlen(SYS)]);
		text_add(path, function->address);
	}
}

char *function_directory(const struct function *function)
{
	struct text path = { 0 };

	text_add(&path, SYS);
	function_add_directory(function, &path);
	return text_take(&path);
}

char *function_device(const struct function *function)
{
	const struct function *physical = function->physfn ? function->physfn : function;
	const char *end = strchr(physical->address, '.');

	return string_part(physical->address, (size_t)(end - physical->address));
}

bool function_is_vf(const struct function *function)
{
	return function->physfn || function->orphan_of;
}

void function_set(struct function *function, enum attribute attribute, const char *text)
{
	char *copy = string_copy(text);

	reading_free(&function->attr[attribute]);
	function->attr[attribute] = (struct reading){ .is = copy ? R_VALUE : R_ABSENT, .text = copy };
}

/* The array ends at the last VF that is there, so that a survey does not tell how it came to be. */
static void virtfn_drop(struct function *pf, size_t number)
{
	pf->virtfn[number]->physfn = NULL;
	pf->virtfn[number] = NULL;
	while (pf->n_virtfn > 0 && !pf->virtfn[pf->n_virtfn - 1])
		pf->n_virtfn--;
}

void survey_link_virtfn(struct function *pf, size_t number, struct function *vf)
{
	if (vf->physfn)
		virtfn_drop(vf->physfn, vf->vf_number);
	if (number < pf->n_virtfn && pf->virtfn[number])
		virtfn_drop(pf, number);
	while (pf->n_virtfn <= number) {
		pf->virtfn = memory_grow(pf->virtfn, pf->n_virtfn, sizeof(struct function *));
		pf->virtfn[pf->n_virtfn++] = NULL;
	}
	pf->virtfn[number] = vf;
	vf->physfn = pf;
	vf->vf_number = number;
}

void function_untie(struct function *function)
{
	if (function->physfn)
		virtfn_drop(function->physfn, function->vf_number);
	while (function->n_virtfn > 0)
		virtfn_drop(function, function->n_virtfn - 1);
}

void function_free(struct function *function)
{
	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		reading_free(&function->attr[i]);
	for (size_t i = 0; i < N_IDENTITIES; i++)
		reading_free(&function->identity[i]);
	for (size_t i = 0; i < N_VF_SETTINGS; i++)
		reading_free(&function->setting[i]);
	drive_free(function->drive);
	free(function->virtfn);
	free(function->orphan_of);
	free(function->address);
	free(function);
}

/* PCI Code and ID Assignment: base class 02h, network controllers; accelerators may have interfaces too. */
bool function_is_network(const struct function *function)
{
	const char *class = function_text(function, A_CLASS);

	return !class || string_starts(class, "0x02") || function->identity[I_NETDEV].is == R_VALUE;
}

/*
 * vfio-pci and its variants, which serve one maker's functions and more of them: mlx5_vfio_pci, qat_vfio_pci,
 * pds-vfio-pci and all others below drivers/vfio/pci of Linux 6.12 end like it. modules.alias knows them by
 * "vfio_pci:", and libvirt by the directory vfio-dev of whom they have bound.
 */
bool driver_is_vfio(const char *driver)
{
	return driver && (string_ends(driver, "vfio-pci") || string_ends(driver, "vfio_pci"));
}

/*
 * The id tables of drivers/pci/pci-stub.c, drivers/xen/xen-pciback/pci_stub.c, drivers/uio/uio_pci_generic.c
 * hold no ids, and vfio-pci's only such as take an override (PCI_DRIVER_OVERRIDE_DEVICE_VFIO).
 */
bool driver_is_stub(const char *driver)
{
	return driver_is_vfio(driver) || string_equal(driver, "pci-stub") ||
	       string_equal(driver, "pciback") || string_equal(driver, "uio_pci_generic");
}

/*
 * These leave DMA to whoever the group belongs to (driver_managed_dma; Linux 6.0, "PCI: portdrv: Set
 * driver_managed_dma" and its like). Of any other the kernel takes the group for its own while it is bound.
 */
bool driver_shares_group(const char *driver)
{
	return driver_is_vfio(driver) || string_equal(driver, "pcieport") || string_equal(driver, "pci-stub");
}

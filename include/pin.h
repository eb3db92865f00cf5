/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * pin.h: which function a device of the YAML was when it was last applied (DESIGN rule 10). Floor 2, host.
 *
 * The ledger keeps pins, facts carry them. A VF has no serial number and no MAC of its own that lasts: it is
 * known by its PF's.
 */
#ifndef PIN_H
#define PIN_H

#include "lookup.h"
#include "pci.h"

struct survey;

#define PIN_OUT "out-of-service"
struct pin {
	char *handle; /* "nic0"; of a set's member "gpus.0000:41:00.0" */
	char *select; /* what it said of names that a wish may change: "driver=igb netdev=eth0"; or NULL */
	char *state;  /* PIN_OUT, or NULL: what was set on it is to come back after a boot */
	char *address, *path; /* where it was */
	/* what it is, wherever it is; NULL: not known, or it has none */
	char *serial, *nvme_serial, *mac, *vendor, *device;
	char *cntlid; /* of a drive: which of its ports; all have one serial number */
};

/* One row a member: its name in facts; of what tells who a function is, the words for people. */
enum pin_member {
	PIN_HANDLE,
	PIN_SELECT,
	PIN_STATE,
	PIN_ADDRESS,
	PIN_PATH,
	PIN_SERIAL,
	PIN_NVME_SERIAL,
	PIN_MAC,
	PIN_VENDOR,
	PIN_DEVICE,
	PIN_CNTLID,
	N_PIN_MEMBERS
};
struct pin_row {
	const char *name, *words;
	size_t offset;
};
extern const struct pin_row pin_rows[N_PIN_MEMBERS];
char **pin_member(const struct pin *, enum pin_member);

/* The function as a pin, without handle and select; pin_clear frees it. */
void pin_of(const struct function *, struct pin *ret_pin);
void pin_clear(struct pin *);
bool pin_equal(const struct pin *, const struct pin *);

/*
 * OTHER: something is known of both, and differs; ret_words tells what: "serial number B2, not A1". SAME: of
 * a serial number or a MAC that is known of both, and nothing differs. Else it cannot be told.
 */
enum pin_says { PIN_UNTOLD, PIN_SAME, PIN_OTHER };
enum pin_says pin_compare(const struct pin *, const struct function *, struct text *ret_words);

/* The same of the drive that it is a port of, whichever of them; and of two pins. */
enum pin_says pin_compare_drive(const struct pin *, const struct function *);
enum pin_says pin_against(const struct pin *, const struct pin *other);

/* Was the pinned one there, by address or by the bridges above? And is there another one now? */
bool pin_stood_at(const struct pin *, const struct function *);
bool pin_is_replaced(const struct pin *, const struct function *, struct text *ret_words);

/* A list has one pin a handle: `keep` copies, in place of the earlier word on the same. */
struct pin_list {
	struct pin *all;
	size_t n;
	struct lookup by_handle, by_set, by_place; /* by_set: "gpus" of "gpus.0000:41:00.0" */
};
const struct pin *pins_find(const struct pin_list *, const char *handle);

/* One of a device that was applied at that address last, under whatever name; NULL: there is none. */
const struct pin *pins_at(const struct pin_list *, const char *address);

/*
 * The pin that the function is held against; handle may be NULL. That of the handle, when it stood there or
 * is known to be the function: it may have been another one before, and was allowed. Else of all that stood
 * there, under whatever names, one that does not say OTHER, or, when all do, any: it tells who stood there.
 * When none stood there, the handle's own, wherever it was; NULL: it has none.
 */
const struct pin *pins_of(const struct pin_list *, const char *handle, const struct function *);
/* Of that place as the ledger has it, else of the handles that stood there; NULL: nobody is known of. */
const struct pin *pins_stood(const struct survey *, const struct function *);

/* Is the function the one that was noted at that address? OTHER also when it was one of those, and the one
 * that is there is so as well. */
enum pin_says pins_tell(const struct survey *, const char *address, const struct function *);

/* Each pin of a device, or of the members of a set. `cursor` starts at 0. */
const struct pin *pins_next(const struct pin_list *, const char *device, size_t *cursor);
void pins_keep(struct pin_list *, const struct pin *like);
void pins_copy(const struct pin_list *, struct pin_list *copy);
void pins_free(struct pin_list *);

/* The only function that is the pinned one and at another address; NULL: none is, it is where it was, or
 * several may be. All functions are looked through once for any number of pins. {survey} is a new search. */
struct pin_search {
	const struct survey *survey;
	struct lookup by_identity;
	bool ready;
};
const struct function *pin_search(struct pin_search *, const struct pin *);
void pin_search_free(struct pin_search *);

#endif

/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nvme_namespaces.h: the namespaces of a drive as one text, so that a knob can say which there are. Floor 2,
 * host.
 *
 * A word each, parted by blanks: "3:976773168x512:eui.0025385b71b00001", its number, blocks of so many bytes,
 * and what it is known by wherever it goes ("-": by nothing); a "+" behind it when a controller has it. Of
 * one that is yet to be made the number is the drive's to choose: "*:976773168x512", and "s" behind that when
 * several controllers may have it.
 *
 * A drive that knows a namespace by its UUID alone tells that to a controller that has the namespace, and to
 * no other (NVM Express Base Specification 2.0, 5.17.2.4 and 3.2.1.5: 002h): while the one that is asked has
 * it not, its word ends with "-". So in lists and as targets a word with a UUID and one with "-" pass for the
 * same, of one number and size; namespace_is and namespaces_have are strict.
 */
#ifndef NVME_NAMESPACES_H
#define NVME_NAMESPACES_H

#include "nvme.h"

#define NAMESPACE_ANY  "*"
#define NAMESPACE_HELD '+'

void namespaces_print(const struct drive *, struct text *);
char *namespace_word(const struct drive_namespace *); /* the caller frees it */

/* The word of one that is yet to be made, which the caller frees; and is it such a word? */
char *namespace_ask(uint64_t blocks, uint64_t block_bytes, bool shared);
bool namespace_is_asked(const char *word);

/*
 * Listings are such texts, and those of the controllers that have a namespace, "1 5". MATCH: the order does
 * not matter, nor who has a namespace, but of one that is yet to be made: then nobody has it. ADDED: the only
 * word that `now` has and the other has not, which the caller frees; NULL: there is none, or there are
 * several. LEAVE: all but that word. BEYOND: all words of `now` that the other has not.
 */
bool listing_match(const char *value, const char *want);
char *listing_added(const char *before, const char *now);
void listing_beyond(const char *now, const char *before, struct text *rest);
void listing_leave(const char *listing, const char *word, struct text *rest);

/* Targets, which the caller frees: "0000:a1:00.0 ns ssd0.ns.db", "0000:a1:00.0 nsid 3:.."; the word of the
 * latter, "": it is none. */
char *namespace_target(const char *pf, const char *name);
char *holders_target(const char *pf, const char *word);
const char *holders_word(const char *target);

/* It is among them, for certain or as far as can be told; and it is as large as what was asked for, whoever
 * has it. */
bool namespaces_have(const char *list, const struct drive_namespace *);
bool namespaces_may_have(const char *list, const struct drive_namespace *);
bool namespace_fits(const struct drive_namespace *, const char *asked);

/* The word's number, and whether it is the same namespace as it was then; 0: it is no such word. */
uint32_t namespace_number(const char *word);
void namespace_size(const char *word, uint64_t *ret_blocks, uint32_t *ret_block_bytes); /* 0 and 0: no word */
bool namespace_is_told(const char *word);    /* it is known by more than its number, wherever it is */
const char *word_identity(const char *word); /* "eui.0025385b71b00001", or that there is none */
bool namespace_is(const struct drive_namespace *, const char *word);
bool namespace_may_be(const struct drive_namespace *, const char *word);
bool namespace_same(const char *word, const char *other);

/*
 * In people's words: "100 GiB"; "100 GiB in blocks of 512 B"; "3 (100 GiB in blocks of 512 B,
 * eui.0025385b71b00001)"; a list of these, or "none"; and of ids of controllers, "vf.0, pf, controller 9", or
 * "none".
 */
void bytes_tell(uint64_t bytes, struct text *);
void namespace_size_tell(const char *word, struct text *);
void namespace_tell(const char *word, struct text *);
void namespaces_tell(const char *listing, struct text *);
void controllers_tell(const struct function *pf, const char *ids, struct text *);

uint64_t blocks_bytes(uint64_t blocks, uint64_t block_bytes); /* UINT64_MAX stands for all that is more */

/* Whose controller it is, the drive's own or one of its VFs'; NULL: of none that is here. */
struct function *drive_controller(const struct function *pf, uint16_t cntlid);

/*
 * The same for all ports of the drive that this machine has. IDLE: its VF is not there. UNSEEN: of a port
 * that another host has, or that nothing here asks: who uses it there nobody sees. The function is NULL
 * unless it is HERE.
 */
enum controller_is { CONTROLLER_HERE, CONTROLLER_IDLE, CONTROLLER_UNSEEN };
bool drive_is_port(const struct function *port, const struct function *pf); /* of the same drive */
bool drive_is_same(const struct function *port, const struct function *pf); /* itself, or its port */
/* The drives of two targets of its knobs; those that are not there are told by their addresses. */
bool targets_are_of_one_drive(const struct survey *, const char *target, const char *other);
enum controller_is subsystem_controller(
	const struct survey *, const struct function *pf, uint16_t cntlid, struct function **ret_function);
/* Where the function with that controller is, or will be once it is made; NULL: it is unseen. */
char *controller_place(const struct survey *, const struct function *pf, uint16_t cntlid);
/* The port of its drive below which a namespace is told, once: of who has it; when nobody has, the first. */
const struct function *namespace_port(
	const struct survey *, const struct function *pf, const struct drive_namespace *);
/* The port whose secondary controller it is, so that a VF of that port has it; NULL: of none that is here. */
const struct function *controller_port(const struct survey *, const struct function *pf, uint16_t cntlid);

#endif

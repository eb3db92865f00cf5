/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * knob_words.h: what knobs read and are set to, in people's words. Floor 2, host.
 *
 * The caller frees what the calls return; the survey may be NULL.
 */
#ifndef KNOB_WORDS_H
#define KNOB_WORDS_H

struct knob;
struct survey;

/* "vfio-pci" in quotes, or (no driver); the same as what it is on that target. */
char *knob_say(const struct knob *, const char *value);
char *knob_say_on(const struct knob *, const struct survey *, const char *target, const char *value);

/* One side of a change, whose other side is `other`: "vf.0"; "": nothing. NULL: the value itself tells it. */
char *knob_say_side(
	const struct knob *, const struct survey *, const char *target, const char *value, const char *other);
/* "(none) -> vf.0"; NULL: the values themselves tell it. */
char *knob_say_change(
	const struct knob *, const struct survey *, const char *target, const char *from, const char *to);

/* Of lists, which are long: "3 (20 GiB in blocks of 512 B) came". NULL: it is no list, or it is as it was. */
char *knob_say_since(
	const struct knob *, const struct survey *, const char *target, const char *before, const char *now);

/* "0000:31:00.0 nsid 3" of a namespace, whose word is longer; SAY: and no name that is said beside it. */
char *target_brief(const char *target);
char *path_brief(const char *path); /* likewise, of what an operation is about */
char *target_say(const char *target);

#endif

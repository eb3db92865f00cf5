/* SPDX-License-Identifier: GPL-2.0-or-later */
/* kinds_rows.h: what the rows of kinds share: a fact of a function, or why it cannot be told. */
#ifndef KINDS_ROWS_H
#define KINDS_ROWS_H

#include "kind.h"

/* That nobody can tell what the resource's row needs; -1. */
int fact_unknown(struct report *, const struct resource *for_whom, size_t row, const char *hint,
	const char *format, ...) PRINTF_LIKE(5, 6);

/*
 * 0 and the value, NULL when the kernel says that there is none. -1 and a finding for the sake of the
 * resource's row when it is unknown or busy: not captured is not absent (DESIGN section 4).
 */
int attribute_known(const struct function *, enum attribute, const struct resource *for_whom, size_t row,
	struct report *, const char **ret_value);

/* The same of a VF's setting. */
int setting_known(const struct function *vf, enum vf_setting, const struct resource *for_whom, size_t row,
	struct report *, const char **ret_value);

/* The VF of that number of `vfs` wished, when it is there and stays; NULL: it is yet to be made. */
const struct function *pool_vf(const struct function *pf, int64_t vfs, int64_t number);

/* The step that makes the VFs of this pool; NULL: there is none. */
struct step *pool_made_by(const struct plan *, const struct resource *pool);

/* The step that lets drivers come by themselves again to the VFs of that step; NULL: they come at once. */
struct step *pool_opened_by(const struct plan *, const struct step *making);

/* The step, which comes when the last one is done; NULL: there is none before it. */
struct step *step_then(struct step *, const struct step *last);

/* The steps so far of a device. */
struct span {
	size_t first, end;
};
struct span device_steps(const struct plan *, const struct resource *device);

/* The last of these that is for the VF's settings; NULL: there is none. */
struct step *vf_settled_by(const struct plan *, struct span, const char *object);

/* The first of these for what such a VF's controller gets; NULL: there is none. */
struct step *vf_shared_by(const struct plan *, struct span, const char *object);

/*
 * What a drive's VF has of it comes when one user has gone, and goes before the next one comes: the step of
 * the VF's driver, of the number of VFs, or of who has a namespace, by whichever port of the drive, is put in
 * order with those that the plan has already.
 */
void namespaces_order_driver(struct plan *, const struct survey *, struct step *driver);
void namespaces_order_count(struct plan *, const struct survey *, struct step *count);
void namespaces_order_holders(struct plan *, const struct survey *, struct step *holders);
/* And of a guest that stops and has these functions: nothing comes to them, or goes, while it runs. */
void namespaces_order_stop(
	struct plan *, const struct survey *, const struct step *stop, const char *functions);
void namespaces_order_deleting(struct plan *, const struct function *pf, struct step *deleting);

/* Who has a namespace, as the steps so far leave it. `like` has what its steps have in common. */
struct holding {
	struct plan *plan;
	const struct survey *survey;
	const struct function *pf;
	struct step like;
	struct text now;
	const struct step *last; /* that made it, or moved it */
};

/* Adds the steps that take it from those who are not wanted, and that give it to the others who are. */
void holding_take(struct holding *, const char *wanted);
void holding_give(struct holding *, const char *wanted);

/* What such a controller has, by setting from VF_QUEUES on: that it is told is a bit of `set`. */
enum { N_SHARES = N_VF_SETTINGS - VF_QUEUES };
struct share {
	uint64_t set;
	int64_t value[N_SHARES];
};
void share_tell(struct share *, enum vf_setting, int64_t value);

/* One that changes. `like` has what its steps have in common. */
struct share_work {
	const struct function *vf; /* NULL: it is yet to be made */
	struct share now, want;
	struct step like;
	struct step *last;  /* the one that they come after; then the last of them */
	struct step *opens; /* the one that comes after them */
	enum { DRIVER_STAYS, DRIVER_REBINDS, DRIVER_CHANGES } driver;
};

/* Adds the steps of all that change on one drive: what is given back comes before what is taken. */
void shares_change(struct plan *, struct share_work *, size_t n);
void share_work_free(struct share_work *); /* what `like` has */

/* A driver of the host must find the controller again: DRIVER_REBINDS, else DRIVER_STAYS. */
int share_rebinds(const struct function *vf);

/* How long the PF's driver may take from one count to another; 0: nothing is known of the driver. */
uint64_t patience_ns(const char *driver, int64_t from, int64_t to);

/* What a step takes from others: the VFs of a PF, the driver of a function (NULL: it is not there yet). */
void step_takes_vfs(struct step *, const struct function *pf, bool will);
void step_takes_driver(struct step *, const struct function *);
void step_cuts_traffic(struct step *, const struct function *vf, enum vf_setting);
void step_takes_namespace(
	struct step *, const struct survey *, const struct function *pf, uint16_t cntlid, uint32_t nsid);
void step_takes_switch(struct step *, const struct function *pf, bool vfs_are_gone);

/* Mistakes of the files in what the guests of one host are to get together. */
void guests_check(const struct state *, struct report *);

/*
 * What pawl has set, as survey->applied tells: whether any of it stands, with a note of what stays as it is
 * (-1 and a finding: it cannot be told), and the steps that take it back.
 */
int put_back_observe(
	const struct survey *, const struct resource *whose, size_t row, struct report *, bool *ret_stands);

/* Pawl has set it, on this card and in this boot; else ret_why_not, which may be NULL, tells. */
bool put_back_owns(const struct survey *, const struct applied *, struct text *ret_why_not);
void put_back_steps(const struct changes *, const struct survey *, struct plan *);

#endif

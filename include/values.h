/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * values.h: what values can be, one row each; what a row is, field.h says. Floor 2, model.
 */
#ifndef VALUES_H
#define VALUES_H

struct value_type;

extern const struct value_type value_number;   /* int64_t, decimal or 0x */
extern const struct value_type value_hex;      /* int64_t, the same, but printed as lspci -n has it: 0x19e5 */
extern const struct value_type value_size;     /* int64_t bytes, "500GiB" or "1TB": never without a unit */
extern const struct value_type value_capacity; /* the same, or -1: "all-remaining" */
extern const struct value_type value_range;    /* struct ranges (range.h): "0", "0-3", "0,2-5" */
extern const struct value_type value_string;   /* char *, not empty, no control characters */
extern const struct value_type value_driver;   /* char *, a module's name; "none" is driverless and kept so */
extern const struct value_type value_guest;    /* char *, letters, digits, "_", and "-" but not first */
extern const struct value_type value_class;    /* char *, [a-z][a-z0-9_-]* */
extern const struct value_type value_handle;   /* char *, [a-z][a-z0-9-]* */
extern const struct value_type value_host;     /* char *, a host name, short or full */
extern const struct value_type value_machine_id; /* char *, 32 hexadecimal digits, lower case */
extern const struct value_type value_uuid;       /* char *, 32 hexadecimal digits, lower case: NGUIDs too */
extern const struct value_type value_eui64;      /* char *, 16 of them */
extern const struct value_type value_address;    /* char *, full PCI address, lower case: "0000:17:00.0" */
extern const struct value_type value_path; /* char *, bridge path: "0000:16:00.0/00.0" (CONFIG.md, select) */
extern const struct value_type value_mac;  /* char *, one interface's MAC address, lower case */
extern const struct value_type value_flag; /* bool, true or false */
extern const struct value_type value_choice; /* char *, one of field.choices */
extern const struct value_type value_map;    /* a nested body, by field.fields */
extern const struct value_type value_list;   /* struct list of field.item; bodies by field.fields */

#endif

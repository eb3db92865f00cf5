/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keys of a drive: each stands for one member of its struct, and for no other. */
#include "nvme_keys.h"
#include "suite.h"
#include <string.h>

static const struct drive_key *key_of(const struct drive_key *keys, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(keys[i].name, name) == 0)
			return &keys[i];
	ck_abort_msg("no key %s", name);
	return NULL;
}

#define SECONDARY(name) key_of(secondary_keys, N_SECONDARY_KEYS, name)
#define NAMESPACE(name) key_of(namespace_keys, N_NAMESPACE_KEYS, name)

START_TEST(a_key_reads_its_member)
{
	const struct secondary secondary = { .cntlid = 1, .vf = 2, .queues = 3, .interrupts = 65535 };
	const struct drive_namespace namespace = {
		.nsid = 0xfffffffe, .blocks = UINT64_C(1) << 40, .block_bytes = 4096, .metadata_bytes = 8
	};

	ck_assert_uint_eq(drive_key_number(SECONDARY("cntlid"), &secondary), 1);
	ck_assert_uint_eq(drive_key_number(SECONDARY("vf"), &secondary), 2);
	ck_assert_uint_eq(drive_key_number(SECONDARY("queues"), &secondary), 3);
	ck_assert_uint_eq(drive_key_number(SECONDARY("interrupts"), &secondary), 65535);
	ck_assert_uint_eq(drive_key_number(NAMESPACE("nsid"), &namespace), 0xfffffffe);
	ck_assert_uint_eq(drive_key_number(NAMESPACE("blocks"), &namespace), UINT64_C(1) << 40);
	ck_assert_uint_eq(drive_key_number(NAMESPACE("block_bytes"), &namespace), 4096);
	ck_assert_uint_eq(drive_key_number(NAMESPACE("metadata_bytes"), &namespace), 8);
	ck_assert(!drive_key_flag(NAMESPACE("shared"), &namespace));
	ck_assert_ptr_null(drive_key_hex(NAMESPACE("uuid"), &namespace));
}
END_TEST

START_TEST(a_key_sets_its_member_and_no_other)
{
	struct secondary secondary = { 0 };
	struct drive_namespace namespace = { 0 };

	drive_key_set_number(SECONDARY("vf"), &secondary, 65535);
	drive_key_set_flag(SECONDARY("online"), &secondary, true);
	ck_assert_uint_eq(secondary.vf, 65535);
	ck_assert(secondary.online && !secondary.cntlid && !secondary.queues && !secondary.interrupts);
	drive_key_set_number(NAMESPACE("blocks"), &namespace, UINT64_C(1) << 62);
	drive_key_set_number(NAMESPACE("nsid"), &namespace, UINT32_MAX - 1);
	drive_key_set_hex(NAMESPACE("eui64"), &namespace, string_copy("286ed40000000000"));
	drive_key_set_hex(NAMESPACE("eui64"), &namespace, string_copy("286ed40000000001"));
	ck_assert_uint_eq(namespace.blocks, UINT64_C(1) << 62);
	ck_assert_uint_eq(namespace.nsid, UINT32_MAX - 1);
	ck_assert_str_eq(namespace.eui64, "286ed40000000001");
	ck_assert(!namespace.block_bytes && !namespace.nguid && !namespace.uuid && !namespace.shared);
	namespace_clear(&namespace);
}
END_TEST

/* A number that facts let through must not lose its upper bits. */
START_TEST(no_number_is_larger_than_its_place)
{
	for (size_t i = 0; i < N_SECONDARY_KEYS + N_NAMESPACE_KEYS; i++) {
		const struct drive_key *key =
			i < N_SECONDARY_KEYS ? &secondary_keys[i] : &namespace_keys[i - N_SECONDARY_KEYS];

		ck_assert(key->name && key->help);
		if (key->type == KEY_NUMBER)
			ck_assert_msg(key->most > key->least && (key->width == sizeof(uint64_t) ||
									key->most >> 8 * key->width == 0),
				"%s", key->name);
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_key_reads_its_member);
	tcase_add_test(tests, a_key_sets_its_member_and_no_other);
	tcase_add_test(tests, no_number_is_larger_than_its_place);
}

int main(void)
{
	return suite_run("nvme_keys", tests_add);
}

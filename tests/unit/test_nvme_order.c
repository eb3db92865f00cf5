/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Orders for namespaces: read as they are printed, and what is nearly one is none. */
#include "../../src/host/nvme_paths.h"
#include "suite.h"

#define WORD "3:976773168x512:eui.0025385b71b00001"

START_TEST(an_order_is_read_and_printed)
{
	static const char *const orders[] = { "create:976773168x512", "create:8x4096s", "delete:" WORD,
		"attach:0", "attach:65535", "detach:5" };

	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
		AUTO_TEXT struct text text = { 0 };
		struct nvme_order order;

		ck_assert_msg(nvme_order_parse(orders[i], &order) == 0, "%s", orders[i]);
		nvme_order_print(&order, &text);
		ck_assert_str_eq(text_string(&text), orders[i]);
	}
}
END_TEST

START_TEST(an_order_says_what_of_what)
{
	struct nvme_order order;

	ck_assert_int_eq(nvme_order_parse("create:8x4096s", &order), 0);
	ck_assert_int_eq(order.does, ORDER_CREATE);
	ck_assert_uint_eq(order.blocks, 8);
	ck_assert_uint_eq(order.block_bytes, 4096);
	ck_assert(order.shared);
	ck_assert_int_eq(nvme_order_parse("delete:" WORD, &order), 0);
	ck_assert_int_eq(order.does, ORDER_DELETE);
	ck_assert_str_eq(order.word, WORD);
	ck_assert_int_eq(nvme_order_parse("detach:513", &order), 0);
	ck_assert_int_eq(order.does, ORDER_DETACH);
	ck_assert_uint_eq(order.cntlid, 513);
}
END_TEST

/* A number alone says nothing of what has it by now; one that is too large would be another one. */
START_TEST(what_is_nearly_an_order_is_none)
{
	static const char *const others[] = { "", "create", "create:", "create:8", "create:8x",
		"create:8x512x", "create:100x512junk", "create:8x512sx", "create:-8x512", "create:08x512",
		"create:8x4294967808", "delete:", "delete:3", "delete:0:8x512:-", "delete:4294967299:8x512:-",
		"delete:*:8x512", "delete:4294967295:8x512:-", "attach:", "attach:65537", "attach:-1",
		"attach: 5", "attach:05", "attach:5 ", "detach:", "detach:x", "erase:3" };
	struct nvme_order order;

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		ck_assert_msg(nvme_order_parse(others[i], &order) == -1, "%s", others[i]);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, an_order_is_read_and_printed);
	tcase_add_test(tests, an_order_says_what_of_what);
	tcase_add_test(tests, what_is_nearly_an_order_is_none);
}

int main(void)
{
	return suite_run("nvme_order", tests_add);
}

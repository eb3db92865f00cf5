/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What consent to the secure world covers. */
#include "closure.h"
#include "domain.h"
#include "suite.h"
#include "survey.h"

#define PORT   "0000:16:00.0"
#define BRIDGE "../../../devices/pci0000:16/" PORT "/"

enum { MANY = 64 };

static struct function *add(struct survey *survey, const char *address)
{
	AUTO_FREE char *path = text_print(BRIDGE "%s", address);
	struct function *function = survey_add(survey, address);

	function_set(function, A_PATH, path);
	function_set(function, A_CLASS, "0x020000");
	return function;
}

/* Of PFs without any VFs. */
static char *consent_now(const struct survey *survey)
{
	struct closure closure;
	char *digest;

	closure_find(survey, NULL, PORT, &closure);
	digest = string_copy(closure.digest);
	closure_free(&closure);
	return digest;
}

START_TEST(consent_is_to_what_is_there)
{
	struct survey survey = { 0 };
	struct function *card = add(&survey, "0000:17:00.0");
	AUTO_FREE char *consent = consent_now(&survey);
	struct closure now;

	closure_find(&survey, NULL, PORT, &now);
	ck_assert(closure_fits(&now, consent));
	ck_assert(!closure_fits(&now, NULL));
	ck_assert(!closure_fits(&now, ""));
	closure_free(&now);
	function_set(card, A_CLASS, "0x010802");
	closure_find(&survey, NULL, PORT, &now);
	ck_assert(!closure_fits(&now, consent));
	closure_free(&now);
	survey_free(&survey);
}
END_TEST

START_TEST(another_function_below_the_port_was_not_consented_to)
{
	struct survey survey = { 0 };
	struct function *card = add(&survey, "0000:17:00.0");
	AUTO_FREE char *consent = consent_now(&survey);
	struct closure now;

	add(&survey, "0000:17:00.1");
	closure_find(&survey, NULL, PORT, &now);
	ck_assert(!closure_fits(&now, consent));
	ck_assert(!consent_has_count(&survey, consent, card, 0));
	closure_free(&now);
	survey_free(&survey);
}
END_TEST

/* One comparison, however many functions there are: once it tried all their numbers of VFs. */
START_TEST(of_one_card_the_number_is_asked_and_of_no_other)
{
	struct survey survey = { 0 };
	struct function *cards[MANY];
	AUTO_FREE char *consent = NULL;

	for (size_t i = 0; i < MANY; i++) {
		AUTO_FREE char *address = text_print("0000:%02zx:00.0", 0x17 + i);

		cards[i] = add(&survey, address);
	}
	consent = consent_now(&survey);
	for (size_t i = 0; i < MANY; i++) {
		ck_assert(consent_has_count(&survey, consent, cards[i], 0));
		ck_assert(!consent_has_count(&survey, consent, cards[i], 1));
	}
	survey_add(&survey, "0000:17:01.0");
	survey_link_virtfn(cards[0], 0, survey_function(&survey, "0000:17:01.0"));
	ck_assert(consent_has_count(&survey, consent, cards[1], 0));
	ck_assert(!consent_has_count(&survey, consent, cards[0], (int64_t)cards[0]->n_virtfn));
	ck_assert(consent_has_count(&survey, consent, cards[0], 0));
	survey_free(&survey);
}
END_TEST

START_TEST(without_consent_or_port_there_is_no_number)
{
	struct survey survey = { 0 };
	struct function *card = add(&survey, "0000:17:00.0"), *disk = survey_add(&survey, "0000:30:04.0");
	AUTO_FREE char *consent = consent_now(&survey);

	function_set(disk, A_PATH, "../../../devices/pci0000:30/0000:30:04.0");
	ck_assert(!consent_has_count(&survey, NULL, card, 0));
	ck_assert(!consent_has_count(&survey, "", card, 0));
	ck_assert(!consent_has_count(&survey, consent, disk, 0));
	survey_free(&survey);
}
END_TEST

/* Which card it is comes and goes with its driver: what one of both does not tell is no difference. */
START_TEST(an_untold_serial_is_no_difference)
{
	struct survey survey = { 0 };
	struct function *card = add(&survey, "0000:17:00.0");
	AUTO_FREE char *untold = consent_now(&survey), *one = NULL;
	struct reading *serial = &card->identity[I_SERIAL];
	struct closure now;

	*serial = (struct reading){ .is = R_VALUE, .text = string_copy("one") };
	one = consent_now(&survey);
	closure_find(&survey, NULL, PORT, &now);
	ck_assert(closure_fits(&now, untold));
	ck_assert(closure_fits(&now, one));
	closure_free(&now);
	free(serial->text);
	serial->text = string_copy("two");
	closure_find(&survey, NULL, PORT, &now);
	ck_assert(closure_fits(&now, untold));
	ck_assert(!closure_fits(&now, one));
	closure_free(&now);
	survey_free(&survey);
}
END_TEST

static void use(struct survey *survey, enum use what)
{
	users_add(&survey->users,
		&(struct user){ .use = what, .function = (char *)"0000:17:00.0", .who = (char *)"who" });
}

static bool all_is_consented(const struct survey *survey, const char *consent)
{
	struct closure now;
	bool fits;

	closure_find(survey, NULL, PORT, &now);
	fits = closure_fits(&now, consent);
	closure_free(&now);
	return fits;
}

/* A restore at boot comes before the network: what is not there yet was consented to all the same. */
START_TEST(less_use_is_covered_and_more_is_not)
{
	struct survey survey = { 0 };
	struct function *card = add(&survey, "0000:17:00.0");
	AUTO_FREE char *none = NULL, *one = NULL, *both = NULL;

	add(&survey, "0000:17:00.1");
	none = consent_now(&survey);
	use(&survey, USE_ADDRESS);
	one = consent_now(&survey);
	ck_assert(!all_is_consented(&survey, none));
	ck_assert(!consent_has_count(&survey, none, card, 0));
	use(&survey, USE_MANAGEMENT);
	both = consent_now(&survey);
	ck_assert(!all_is_consented(&survey, one));
	ck_assert(all_is_consented(&survey, both));
	users_free(&survey.users);
	survey.users = (struct users){ 0 };
	ck_assert(all_is_consented(&survey, both));
	ck_assert(consent_has_count(&survey, both, card, 0));
	use(&survey, USE_MANAGEMENT);
	ck_assert(all_is_consented(&survey, both));
	ck_assert(!all_is_consented(&survey, one));
	use(&survey, USE_VFIO); /* a guest's own: what consent is for */
	ck_assert(all_is_consented(&survey, both));
	survey_free(&survey);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, less_use_is_covered_and_more_is_not);
	tcase_add_test(tests, consent_is_to_what_is_there);
	tcase_add_test(tests, another_function_below_the_port_was_not_consented_to);
	tcase_add_test(tests, of_one_card_the_number_is_asked_and_of_no_other);
	tcase_add_test(tests, without_consent_or_port_there_is_no_number);
	tcase_add_test(tests, an_untold_serial_is_no_difference);
}

int main(void)
{
	return suite_run("closure", tests_add);
}

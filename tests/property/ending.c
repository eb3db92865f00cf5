/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plays a story on the twin, holds each of its runs against what was asked, and keeps what it came to. */
#include "ending.h"
#include "drives.h"
#include "facts.h"
#include "machine_told.h"
#include "nvme.h"
#include "scratch.h"
#include "story.h"
#include <stdlib.h>
#include <string.h>

void ending_free(struct ending *ending)
{
	survey_free(&ending->machine);
	free(ending->told);
}

/* The twin's stage with an ear: the exit codes pass through here. Tests run one play at a time. */
static struct ear {
	int (*run)(struct stage *, char *const *words, struct said *, struct text *why);
	int (*act)(struct stage *, const struct passage *, struct text *why);
	struct ending *ending;
	const struct tale *tale;
	struct drives drives;
	char *meanwhile; /* what somebody is to do in the middle of a run */
	bool alone;      /* nobody else writes */
} ear;

static int run_heard(struct stage *stage, char *const *words, struct said *said, struct text *why)
{
	const struct deed deed = { .tale = ear.tale, .words = words, .meanwhile = ear.meanwhile };
	int result;

	drives_look(&ear.drives, twin_world(stage->data));
	result = ear.run(stage, words, said, why);
	ear.ending->code = said->code;
	ear.ending->runs++;
	if (drives_check(&ear.drives, twin_world(stage->data), &deed, why) < 0) {
		text_addf(why, "%s%s", said->out, said->err);
		return -1;
	}
	if (result == 0 && said->code == NOT_VERIFIED && ear.alone && !twin_struck(stage->data)) {
		text_addf(why,
			"[as-wished] nobody else is there, and it is not as wished after the run:\n%s%s",
			said->out, said->err);
		return -1;
	}
	return result;
}

/* It stays armed until it strikes, or another is. */
static int act_heard(struct stage *stage, const struct passage *passage, struct text *why)
{
	if (string_equal(passage->verb, "meanwhile")) {
		free(ear.meanwhile);
		ear.meanwhile = string_copy(passage->rest);
	}
	return ear.act(stage, passage, why);
}

static void ear_open(const struct tale *tale, bool alone, struct ending *ending, struct stage *stage)
{
	ear.run = stage->run, stage->run = run_heard;
	ear.act = stage->act, stage->act = act_heard;
	ear.tale = tale;
	ear.ending = ending;
	ear.alone = alone;
}

static void ear_close(void)
{
	drives_free(&ear.drives);
	free(ear.meanwhile);
	ear.meanwhile = NULL;
}

/* Where nobody sets one, a driver takes a MAC for its VF, and it stays when that driver goes. */
static void macs_forget(struct survey *machine)
{
	for (size_t i = 0; i < machine->n; i++) {
		struct reading *mac = &machine->functions[i]->setting[VF_MAC];

		if (mac->is == R_VALUE &&
			(string_starts(mac->text, "02:00:") || string_starts(mac->text, "00:00:")))
			reading_free(mac);
	}
}

/* What stands in the kernel's network stack a boot takes away, and who manages the network is not played. */
static bool outlives_boot(const struct user *user)
{
	return user->use < USE_ADDRESS || user->use > USE_SSH;
}

static void network_forget(struct survey *machine)
{
	for (size_t i = 0; i < machine->n; i++)
		users_leave(&machine->users, machine->functions[i]->address, outlives_boot);
}

/* A drive numbers what it makes anew, in whatever order (twin_nvme_namespaces.c); others have an EUI-64. */
static void identities_forget(struct survey *machine)
{
	for (size_t i = 0; i < machine->n; i++) {
		struct drive *drive = machine->functions[i]->drive;

		for (size_t k = 0; drive && k < drive->n_namespaces; k++) {
			free(drive->namespaces[k].nguid);
			drive->namespaces[k].nguid = NULL;
		}
	}
}

/* A boot gives the machine another id, and nobody misses the earlier one. */
static void ending_take(struct twin *twin, struct ending *ending)
{
	machine_seen(twin, &ending->machine);
	macs_forget(&ending->machine);
	network_forget(&ending->machine);
	identities_forget(&ending->machine);
	reading_free(&ending->machine.machine[M_BOOT_ID]);
	ending->told = facts_print(&ending->machine, "a tale");
}

/* Each play has a directory of its own. */
int tale_play(
	const struct tale *tale, const char *text, bool alone, struct ending *ret_ending, struct text *why)
{
	struct story *story = story_parse("tale", text);
	struct stage stage = { 0 };
	char *scratch = NULL;
	int result = -1;

	*ret_ending = (struct ending){ 0 };
	if (scratch_enter(&scratch, why) == 0 && stage_twin(&stage, story, why) == 0) {
		ear_open(tale, alone, ret_ending, &stage);
		result = story_play(story, &stage, why);
		ending_take(stage.data, ret_ending);
		result = stage.close(&stage, why) < 0 ? -1 : result;
		ear_close();
	}
	scratch_leave(scratch);
	story_free(story);
	return result;
}

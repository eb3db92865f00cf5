/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes a counterexample small, greedily: each piece that is not needed for it goes. */
#include "shrink.h"

/* Whether the tale without the piece goes wrong in the same way; then it is the tale from now on. */
static bool shrink_once(struct tale *tale, size_t piece, struct verdict *verdict)
{
	struct tale smaller;
	struct verdict found = { 0 };
	struct tried unused = { 0 };
	bool same;

	tale_without(tale, piece, &smaller);
	same = trial_try(&smaller, &unused, &found) < 0 && string_equal(found.property, verdict->property);
	if (!same) {
		verdict_free(&found);
		tale_free(&smaller);
		return false;
	}
	verdict_free(verdict);
	tale_free(tale);
	*verdict = found;
	*tale = smaller;
	return true;
}

/* The last pieces first: devices, then lines from the bottom, so that what is below a key goes before it. */
void tale_shrink(struct tale *tale, struct verdict *verdict)
{
	bool smaller = true;

	while (smaller) {
		smaller = false;
		for (size_t piece = tale_pieces(tale); piece-- > 0;)
			smaller |= shrink_once(tale, piece, verdict);
	}
}

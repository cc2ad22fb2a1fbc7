/* assess_compare.c - two assessments item by item.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/assess.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/fields.h"

const char *const assess_change_words[] = {
	[ASSESS_SAME] = "same", [ASSESS_BETTER] = "better",
	[ASSESS_WORSE] = "worse", [ASSESS_NEW] = "new", [ASSESS_GONE] = "gone",
};

/* Above, below or as the other: by points, then by what the answers say. */
static int
worth_cmp(const struct assess_item *a, const struct assess_item *b)
{
	int pa = a->scored != NULL ? a->scored->points : 0;
	int pb = b->scored != NULL ? b->scored->points : 0;
	struct answer x = answer_of(a->answer), y = answer_of(b->answer);
	long xn, xm, yn, ym;

	if (pa != pb)
		return (pa > pb) - (pa < pb);
	if (answer_share(&x, &xn, &xm) && answer_share(&y, &yn, &ym))
		return (xn * ym > yn * xm) - (xn * ym < yn * xm);
	return (x.is == ANSWER_PROGRESS) - (y.is == ANSWER_PROGRESS);
}

static enum assess_change
change_of(const struct assess_item *then, const struct assess_item *now)
{
	int cmp;

	if (*then->answer == '\0' || *now->answer == '\0')
		return *then->answer != '\0' ? ASSESS_GONE :
		    *now->answer != '\0' ? ASSESS_NEW : ASSESS_SAME;
	cmp = worth_cmp(now, then);
	return cmp > 0 ? ASSESS_BETTER : cmp < 0 ? ASSESS_WORSE : ASSESS_SAME;
}

static struct assess_line
line_of(const struct assess_item *then, const struct assess_item *now)
{
	return (struct assess_line){
		.item = now->item,
		.then = then->answer, .now = now->answer,
		.points_then = then->scored != NULL ? then->scored->points : -1,
		.points_now = now->scored != NULL ? now->scored->points : -1,
		.change = change_of(then, now),
	};
}

enum status
assess_compare(const struct assess *then, const struct assess *now,
    struct assess_line **out, size_t *n, struct err *e)
{
	struct assess_line *v;

	if (then->framework == NULL || then->framework != now->framework ||
	    framework_items(then->framework, then->setting) !=
	    framework_items(now->framework, now->setting))
		return err_set(e, ST_INVALID, "%s for a %s and %s for a %s are "
		    "different questions: their answers cannot be compared.",
		    row_get(then->mine, F_assessment_framework),
		    row_get(then->mine, F_assessment_setting),
		    row_get(now->mine, F_assessment_framework),
		    row_get(now->mine, F_assessment_setting));
	v = xcalloc(now->n + 1, sizeof *v);
	*n = 0;
	for (size_t i = 0; i < now->n; i++)
		if (then->item[i].applies || now->item[i].applies)
			v[(*n)++] = line_of(&then->item[i], &now->item[i]);
	*out = v;
	return ST_OK;
}

/* assess_lift.c - what encounters show beside the questions, and what would
 * lift a school most.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/assess.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "db/store.h"
#include "model/fields.h"

int
assess_year(const struct assess *as)
{
	return year_of_day(row_day(as->mine, F_assessment_date));
}

enum status
assess_evidence(const struct assess *as, int year,
    struct assess_evidence *out, struct err *e)
{
	const char **text = xcalloc(as->n + 1, sizeof *text);
	struct row *school = NULL;
	size_t n = 0;
	enum status st = store_load(as->app->db, entities[ENT_school],
	    row_ref(as->mine, F_assessment_school), false, &school, e);

	*out = (struct assess_evidence){ 0 };
	out->item = xcalloc(as->n + 1, sizeof *out->item);
	for (size_t i = 0; i < as->n; i++)
		if (as->item[i].applies &&
		    as->item[i].item->evidence[0] != '\0') {
			text[n] = as->item[i].item->evidence;
			out->item[n++] = as->item[i].item;
		}
	if (st == ST_OK)
		st = evidenced_of(as->app, school, year, text, n, &out->all,
		    e);
	row_free(school);
	free(text);
	if (st != ST_OK)
		assess_evidence_clear(out);
	return st;
}

void
assess_evidence_clear(struct assess_evidence *ev)
{
	evidenced_clear(&ev->all);
	free(ev->item);
	*ev = (struct assess_evidence){ 0 };
}

int
assess_at_least(const struct evidenced *f)
{
	return f == NULL || f->before ? -1 :
	    evidence_percent(f->used, f->roll);
}

const struct evidenced *
assess_shown(const struct assess_evidence *ev, const struct item *it)
{
	const struct evidenced *least = NULL;

	for (size_t i = 0; ev != NULL && i < ev->all.n; i++) {
		const struct evidenced *f = &ev->all.v[i];

		if (strcmp(ev->item[f->item]->id, it->id) != 0 || !f->applies)
			continue;
		if (least == NULL || (assess_at_least(f) >= 0 &&
		    (assess_at_least(least) < 0 ||
		    assess_at_least(f) < assess_at_least(least))))
			least = f;
	}
	return least;
}

/* Within the same gain what evidence goes furthest with comes first. */
static int
by_lift(const void *a, const void *b)
{
	const struct assess_lift *x = a, *y = b;

	if (x->gain.gain != y->gain.gain)
		return (x->gain.gain < y->gain.gain) -
		    (x->gain.gain > y->gain.gain);
	if (x->gain.achieves != y->gain.achieves)
		return y->gain.achieves - x->gain.achieves;
	if (x->at_least != y->at_least)
		return (x->at_least < y->at_least) -
		    (x->at_least > y->at_least);
	return item_id_cmp(x->gain.scored->item->id, y->gain.scored->item->id);
}

struct assess_lift *
assess_lifts(const struct assess *as, const struct assess_evidence *ev,
    size_t *n)
{
	struct gain *gains = score_gains(&as->score, &as->rules, n);
	struct assess_lift *v = xcalloc(*n + 1, sizeof *v);

	for (size_t i = 0; i < *n; i++) {
		const struct evidenced *f = assess_shown(ev,
		    gains[i].scored->item);

		v[i] = (struct assess_lift){ gains[i], f, assess_at_least(f) };
	}
	free(gains);
	qsort(v, *n, sizeof *v, by_lift);
	return v;
}

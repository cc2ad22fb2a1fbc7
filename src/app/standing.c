/* standing.c - how a school stands: official, claimed, evidenced.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/standing.h"

#include <string.h>

#include "base/date.h"
#include "db/assessments.h"
#include "model/fields.h"

bool
standing_same_questions(const struct standing *s)
{
	const struct assess *asked = s->has_blank ? &s->blank : &s->claimed;

	return s->has_claimed && s->claimed.framework != NULL &&
	    s->claimed.framework == s->framework &&
	    framework_items(s->framework, s->claimed.setting) ==
	    framework_items(s->framework, asked->setting);
}

/* Per cent of pupils that is claimed for IT, rounded down; -1 no proportion. */
static int
claimed_share(const struct assess *as, const struct item *it)
{
	int at = assess_find(as, it->id);
	struct answer a;
	long n, m;

	if (at < 0)
		return -1;
	a = answer_of(as->item[at].answer);
	return answer_share(&a, &n, &m) && m > 0 ? (int)(100 * n / m) : -1;
}

static void
add_evidence(struct standing *s, int bm, struct standing_bm *b)
{
	b->at_least = b->claimed_share = -1;
	b->shown = evidenced_weakest(&s->ev.all, bm);
	if (b->shown == NULL)
		return;
	b->shown_item = s->ev.item[b->shown->item];
	b->at_least = assess_at_least(b->shown);
	if (!standing_same_questions(s) || assess_year(&s->claimed) != s->year)
		return;
	b->claimed_share = claimed_share(&s->claimed, b->shown_item);
	b->has_gap = b->claimed_share >= 0 && b->at_least >= 0;
	b->gap = b->has_gap ? b->claimed_share - b->at_least : 0;
}

static void
fill(struct standing *s)
{
	for (int i = 0; i < BENCHMARKS; i++) {
		struct standing_bm *b = &s->bm[i];

		b->official = s->has_official ? s->official.percent[i] : -1;
		b->claimed = s->has_claimed ? s->claimed.percent[i] : -1;
		b->official_state = s->has_official ? s->official.state[i] :
		    SCORE_UNKNOWN;
		b->claimed_state = s->has_claimed ? s->claimed.state[i] :
		    SCORE_UNKNOWN;
		b->points = s->has_claimed && s->claimed.n > 0 ?
		    s->claimed.score.bm[i].points : -1;
		b->max = s->has_claimed && s->claimed.n > 0 ?
		    s->claimed.score.bm[i].max : -1;
		add_evidence(s, i + 1, b);
	}
}

static enum status
load_newest(struct app *app, int64_t school, const char *source,
    struct assess *out, bool *has, struct err *e)
{
	char day[11];
	int64_t id = 0;
	enum status st;

	day_iso(app->today, day);
	st = assessments_newest(app->db, school, source, day, &id, e);
	if (st == ST_OK && id != 0) {
		st = assess_load(app, id, out, e);
		*has = st == ST_OK;
	}
	return st;
}

/* The questions of today, which say what encounters are asked about. */
static enum status
start_blank(struct app *app, int64_t school, struct standing *s,
    struct err *e)
{
	struct row *row = record_new(app, entities[ENT_assessment]);
	char day[11];
	enum status st;

	day_iso(app->today, day);
	row_set_ref(row, F_assessment_school, "school", school);
	row_set(row, F_assessment_date, day);
	st = assess_start(app, row, &s->blank, e);
	s->has_blank = st == ST_OK;
	return st;
}

static enum status
finish(struct standing *s, const struct assess *asked, int year,
    struct err *e)
{
	enum status st;

	s->framework = asked->framework;
	s->year = year;
	st = assess_evidence(asked, year, &s->ev, e);
	if (st == ST_OK)
		fill(s);
	return st;
}

enum status
standing_of(struct app *app, int64_t school, struct standing *out,
    struct err *e)
{
	enum status st;

	*out = (struct standing){ 0 };
	st = load_newest(app, school, "compass", &out->official,
	    &out->has_official, e);
	if (st == ST_OK)
		st = load_newest(app, school, "self-assessment",
		    &out->claimed, &out->has_claimed, e);
	if (st == ST_OK)
		st = start_blank(app, school, out, e);
	if (st == ST_OK)
		st = finish(out, &out->blank, year_of_day(app->today), e);
	if (st != ST_OK)
		standing_clear(out);
	return st;
}

enum status
standing_at(struct app *app, int64_t assessment, struct standing *out,
    struct err *e)
{
	struct assess as;
	enum status st = assess_load(app, assessment, &as, e);

	*out = (struct standing){ 0 };
	if (st != ST_OK)
		return st;
	out->has_official = as.official;
	out->has_claimed = !as.official;
	*(as.official ? &out->official : &out->claimed) = as;
	st = finish(out, &as, assess_year(&as), e);
	if (st != ST_OK)
		standing_clear(out);
	return st;
}

void
standing_clear(struct standing *s)
{
	assess_evidence_clear(&s->ev);
	if (s->has_official)
		assess_clear(&s->official);
	if (s->has_claimed)
		assess_clear(&s->claimed);
	if (s->has_blank)
		assess_clear(&s->blank);
	*s = (struct standing){ 0 };
}

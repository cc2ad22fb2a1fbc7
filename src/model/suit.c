/* suit.c - how well a volunteer suits a school.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/suit.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "model/weights.h"

#define WAIT_MOST	365	/* from so many days on: all points */
#define HALF		50	/* of the points of a part */

static const char *const names[SUIT_PARTS] = {
	[SUIT_BOROUGH] = "borough", [SUIT_SECTOR] = "sector",
	[SUIT_INTERESTS] = "interests", [SUIT_CAPACITY] = "capacity",
	[SUIT_INDUCTION] = "induction", [SUIT_DBS] = "dbs",
	[SUIT_BEFORE] = "before", [SUIT_NEED] = "need", [SUIT_WAIT] = "wait",
};

bool
suit_weights(const char *text, struct suit_weights *out)
{
	return weights_read(text, names, SUIT_PARTS, out->part);
}

/* What one pair is made of while it is looked at. */
struct looking {
	const struct suit_volunteer *v;
	const struct suit_school *s;
	const struct suit_before *before;
	int		 today;
	struct reasons	*out;
};

static struct reason *
reason(struct looking *l, enum suit_why why)
{
	return reasons_add(l->out, (int)why);
}

static void
reason_of(struct looking *l, enum suit_why why, const char *words)
{
	reasons_add_words(l->out, (int)why, words);
}

/* The words of A that are in B, ASCII case aside, with ", " between; NULL when
 * there are none. Caller frees. */
static char *
shared(const struct strs *a, const struct strs *b)
{
	struct strs both = { 0 };
	char *text = NULL;

	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (str_ieq(a->v[i], b->v[k])) {
				strs_add(&both, a->v[i]);
				break;
			}
	if (both.n > 0)
		text = strs_join(&both, ", ");
	strs_clear(&both);
	return text;
}

static bool
among(const struct strs *l, const char *word)
{
	for (size_t i = 0; i < l->n; i++)
		if (str_ieq(l->v[i], word))
			return true;
	return false;
}

/* --- the parts: points of 100, below 0 does not apply --------------------- */

static int
borough(struct looking *l)
{
	if (*l->s->borough == '\0')
		return -1;
	if (l->v->boroughs.n == 0) {
		(void)reason(l, WHY_ANYWHERE);
		return HALF;
	}
	if (among(&l->v->boroughs, l->s->borough)) {
		reason_of(l, WHY_BOROUGH, l->s->borough);
		return 100;
	}
	reason_of(l, WHY_FAR, l->s->borough);
	return 0;
}

/* What it asked for; when it asked for none, one it has not met yet. */
static int
sector(struct looking *l)
{
	char *wanted;

	if (*l->v->sector == '\0') {
		(void)reason(l, WHY_SECTOR_UNKNOWN);
		return 0;
	}
	if (among(&l->s->wanted, l->v->sector)) {
		reason_of(l, WHY_SECTOR, l->v->sector);
		return 100;
	}
	if (l->s->wanted.n > 0) {
		wanted = strs_join(&l->s->wanted, ", ");
		reason_of(l, WHY_OTHER_SECTOR, wanted);
		free(wanted);
		return 0;
	}
	if (among(&l->s->seen, l->v->sector))
		return 0;
	reason_of(l, WHY_NEW_SECTOR, l->v->sector);
	return HALF;
}

static int
interests(struct looking *l)
{
	char *both;

	if (l->s->wants.n == 0)
		return -1;
	both = shared(&l->v->interests, &l->s->wants);
	if (both == NULL) {
		if (l->v->interests.n > 0)
			(void)reason(l, WHY_NO_INTEREST);
		return 0;
	}
	reason(l, WHY_INTERESTS)->words = both;
	return 100;
}

static int
capacity(struct looking *l)
{
	int left = l->v->capacity - l->v->matched;
	struct reason *r;

	r = reason(l, left > 0 ? WHY_CAPACITY : WHY_FULL);
	r->figure = left > 0 ? left : l->v->matched;
	r->of = l->v->capacity;
	return left > 0 ? left * 100 / l->v->capacity : 0;
}

static int
induction(struct looking *l)
{
	(void)reason(l, l->v->inducted ? WHY_INDUCTED : WHY_NOT_INDUCTED);
	return l->v->inducted ? 100 : 0;
}

/* A check that is to be renewed holds until that day. */
static int
dbs(struct looking *l)
{
	int day = l->v->dbs_day;
	enum suit_why why = WHY_DBS_UNKNOWN;
	int points = 0;

	switch (l->v->dbs) {
	case DBS_UNKNOWN:
		break;
	case DBS_NOT_NEEDED:
		why = WHY_DBS_NOT_NEEDED;
		points = 100;
		break;
	case DBS_ASKED:
		why = WHY_DBS_ASKED;
		points = HALF;
		break;
	case DBS_SEEN:
		why = WHY_DBS_SEEN;
		points = 100;
		break;
	case DBS_RENEW:
		why = day != DAY_NONE && day >= l->today ? WHY_DBS_HOLDS :
		    WHY_DBS_OLD;
		points = why == WHY_DBS_HOLDS ? 100 : 0;
		break;
	}
	reason(l, why)->day = day;
	return points;
}

/* Those who never met stand between those who lasted and the others. */
static int
before(struct looking *l)
{
	const struct suit_before *b = l->before;
	bool lasted = b->lasted < 0 || b->lasted >= SUIT_LASTED;
	struct reason *r;

	if (b->ended != SUIT_ENDED)
		return HALF;
	r = reason(l, lasted ? WHY_BEFORE : WHY_ENDED_SOON);
	r->day = b->day;
	r->figure = b->lasted;
	if (*b->reason != '\0')
		r->words = xstrdup(b->reason);
	return lasted ? 100 : 0;
}

static int
need(struct looking *l)
{
	if (l->s->need > 0)
		reason(l, WHY_NEED)->figure = l->s->need;
	return l->s->need;
}

static int
waiting(struct looking *l)
{
	if (l->s->wait <= 0)
		return 0;
	reason(l, WHY_WAIT)->figure = l->s->wait;
	return l->s->wait >= WAIT_MOST ? 100 : l->s->wait * 100 / WAIT_MOST;
}

static int (*const points_of[SUIT_PARTS])(struct looking *) = {
	[SUIT_BOROUGH] = borough, [SUIT_SECTOR] = sector,
	[SUIT_INTERESTS] = interests, [SUIT_CAPACITY] = capacity,
	[SUIT_INDUCTION] = induction, [SUIT_DBS] = dbs,
	[SUIT_BEFORE] = before, [SUIT_NEED] = need, [SUIT_WAIT] = waiting,
};

/* What no points make up for. */
static void
bars(struct looking *l)
{
	struct reason *r;

	if (l->v->stage == SUIT_ENQUIRY)
		(void)reason(l, WHY_ENQUIRY);
	if (l->v->stage == SUIT_CLOSED)
		(void)reason(l, WHY_CLOSED);
	if (l->v->stage == SUIT_RESTING)
		(void)reason(l, WHY_RESTING);
	if (!l->v->contact)
		(void)reason(l, WHY_NO_CONTACT);
	if (l->v->not_before != DAY_NONE && l->v->not_before > l->today)
		reason(l, WHY_NOT_BEFORE)->day = l->v->not_before;
	if (l->before->ended == SUIT_NOW)
		(void)reason(l, WHY_MATCHED);
	else if (l->s->advisers.n >= (size_t)l->s->most) {
		r = reason(l, WHY_SCHOOL_FULL);
		r->words = strs_join(&l->s->advisers, ", ");
		r->figure = (int)l->s->advisers.n;
	}
	if (!str_empty(l->s->never))
		reason_of(l, WHY_NEVER, l->s->never);
}

struct reasons
suit_of(const struct suit_volunteer *v, const struct suit_school *s,
    const struct suit_before *b, const struct suit_weights *w, int today)
{
	struct reasons out;
	struct looking l = { v, s, b, today, &out };
	int sum = 0, weights = 0, points;

	reasons_begin(&out, suit_texts);
	for (int i = 0; i < SUIT_PARTS; i++) {
		points = points_of[i](&l);
		if (points < 0)
			continue;
		sum += points * w->part[i];
		weights += w->part[i];
	}
	if (weights > 0)
		out.score = (sum + weights / 2) / weights;
	bars(&l);
	reasons_order(&out);
	return out;
}

bool
suit_ready(const struct reasons *s)
{
	static const enum suit_why first[] = { WHY_FAR, WHY_NOT_INDUCTED,
	    WHY_DBS_ASKED, WHY_DBS_OLD };

	for (size_t i = 0; i < sizeof first / sizeof *first; i++)
		if (reasons_has(s, (int)first[i]))
			return false;
	return true;
}

bool
suit_suggests(const struct reasons *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (suit_texts[s->v[i].why].side == REASON_FOR &&
		    s->v[i].why != WHY_NEED && s->v[i].why != WHY_WAIT)
			return true;
	return false;
}

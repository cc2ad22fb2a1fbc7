/* fit.c - how well an offer fits what a school wants.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fit.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/tables.h"
#include "model/weights.h"

#define LISTED		60	/* points of what it only names */
#define DID		40	/* … of what it once did */
#define HALF		50
#define LONG_WORD	4	/* letters; shorter words say little */

static const char *const names[FIT_PARTS] = {
	[FIT_P_KIND] = "kind", [FIT_P_SECTOR] = "sector",
	[FIT_P_WORDS] = "words", [FIT_P_GROUPS] = "years",
	[FIT_P_BOROUGH] = "borough", [FIT_P_PLACES] = "places",
	[FIT_P_DAYS] = "days",
};

bool
fit_weights(const char *text, struct fit_weights *out)
{
	return weights_read(text, names, FIT_PARTS, out->part);
}

/* --- words --------------------------------------------------------------- */

/* Does W say what kind it is, and not what it is about? */
static bool
says_kind(const char *w)
{
	return str_in(w, "talk talks speaker speakers about from with work "
	    "experience visit visits year group careers employer students "
	    "pupils school some");
}

/* The long words of A that B has too, with ", " between; NULL none. */
static char *
shared(const char *a, const char *b)
{
	struct strs x = { 0 }, y = { 0 }, both = { 0 };
	char *fa = utf8_fold(a), *fb = utf8_fold(b), *text = NULL;

	str_words(&x, fa);
	str_words(&y, fb);
	for (size_t i = 0; i < x.n; i++)
		if (strlen(x.v[i]) >= LONG_WORD && !says_kind(x.v[i]) &&
		    strs_has(&y, x.v[i]) && !strs_has(&both, x.v[i]))
			strs_add(&both, x.v[i]);
	if (both.n > 0)
		text = strs_join(&both, ", ");
	strs_clear(&x);
	strs_clear(&y);
	strs_clear(&both);
	free(fa);
	free(fb);
	return text;
}

/* "Y8, Y9" */
static char *
groups_shown(unsigned groups)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	for (int g = 0; g < YG_KS3; g++) {
		if ((groups & 1u << g) == 0)
			continue;
		if (b.n > 0)
			buf_add(&b, ", ");
		year_group_shown(year_groups[g].word, &b);
	}
	return buf_take(&b);
}

/* --- the parts: points of 100, below 0 does not apply --------------------- */

struct looking {
	const struct fit_request *r;
	const struct fit_offer *o;
	const struct fit_asked *asked;
	int		 today;
	struct reasons	*out;
};

static int
kind(struct looking *l)
{
	const struct fit_offer *o = l->o;
	struct reason *why;

	switch (o->source) {
	case FIT_OFFER:
		why = reasons_add(l->out, FIT_OFFERS);
		if (*o->title != '\0')
			why->words = xstrdup(o->title);
		return 100;
	case FIT_LISTED:
		reasons_add_words(l->out, FIT_NAMES_KIND, l->r->kind);
		(void)reasons_add(l->out, FIT_NO_OFFER);
		return LISTED;
	case FIT_DID:
		break;
	}
	why = reasons_add(l->out, FIT_DID_IT);
	why->figure = o->times;
	why->day = o->last;
	why->words = xstrdup(o->where);
	(void)reasons_add(l->out, FIT_NO_OFFER);
	return DID;
}

/* What the offer says it is about counts as much as what its maker does. */
static int
sector(struct looking *l)
{
	const char *wanted = l->r->sector;
	char *about;

	if (*wanted == '\0')
		return -1;
	if (l->o->sector != NULL && str_ieq(l->o->sector, wanted)) {
		reasons_add_words(l->out, FIT_SECTOR, wanted);
		return 100;
	}
	if ((about = shared(wanted, l->o->title)) != NULL) {
		reasons_add(l->out, FIT_SECTOR_SAID)->words = about;
		return 100;
	}
	if (l->o->sector == NULL)
		return -1;
	if (*l->o->sector == '\0')
		(void)reasons_add(l->out, FIT_SECTOR_UNKNOWN);
	else
		reasons_add_words(l->out, FIT_OTHER_SECTOR, l->o->sector);
	return 0;
}

static int
words(struct looking *l)
{
	char *both;

	if (*l->r->title == '\0' || *l->o->title == '\0')
		return -1;
	if ((both = shared(l->r->title, l->o->title)) == NULL)
		return 0;
	reasons_add(l->out, FIT_WORDS)->words = both;
	return 100;
}

static int
groups(struct looking *l)
{
	unsigned both = l->r->groups & l->o->groups;

	if (l->r->groups == 0 || l->o->source != FIT_OFFER)
		return -1;
	if (l->o->groups == 0) {
		(void)reasons_add(l->out, FIT_ANY_GROUP);
		return HALF;
	}
	reasons_add(l->out, both != 0 ? FIT_GROUPS : FIT_OTHER_GROUPS)->words =
	    groups_shown(both != 0 ? both : l->o->groups);
	return both == l->r->groups ? 100 : both != 0 ? HALF : 0;
}

static int
borough(struct looking *l)
{
	const struct strs *in = &l->o->boroughs;

	if (*l->r->borough == '\0')
		return -1;
	for (size_t i = 0; i < in->n; i++)
		if (str_ieq(in->v[i], l->r->borough)) {
			reasons_add_words(l->out, FIT_BOROUGH, l->r->borough);
			return 100;
		}
	if (in->n > 0)
		reasons_add_words(l->out, FIT_FAR, l->r->borough);
	else if (l->o->source != FIT_DID)
		(void)reasons_add(l->out, FIT_BOROUGHS_UNKNOWN);
	return 0;
}

static int
places(struct looking *l)
{
	const struct fit_offer *o = l->o;
	bool pupils = fit_of_pupils(l->r->kind);
	long taken = pupils ? o->taken_pupils : o->taken;
	long left = o->places - taken;
	struct reason *why;

	if (o->source != FIT_OFFER)
		return -1;
	if (o->places < 0) {
		(void)reasons_add(l->out, FIT_NO_LIMIT);
		return 100;
	}
	why = reasons_add(l->out, left <= 0 ? FIT_FULL :
	    pupils && l->r->pupils > left ? FIT_FEW_PLACES : FIT_PLACES);
	why->figure = (int)(left <= 0 ? taken : left);
	why->of = (int)(why->why == FIT_FEW_PLACES ? l->r->pupils : o->places);
	return why->why == FIT_PLACES ? 100 : why->why == FIT_FULL ? 0 : HALF;
}

/* The days on which it holds: those given, else those of its term. */
static void
days_of(const struct looking *l, int *from, int *to)
{
	const struct fit_offer *o = l->o;

	*from = o->from;
	*to = o->to;
	if (*from == DAY_NONE && *to == DAY_NONE)
		(void)fit_term(o->term, o->date != DAY_NONE ? o->date :
		    l->today, from, to);
}

static int
days(struct looking *l)
{
	int from, to, by = l->r->by;

	days_of(l, &from, &to);
	if (by != DAY_NONE && by < l->today)
		reasons_add(l->out, FIT_PASSED)->day = by;
	if (to != DAY_NONE && to < l->today) {
		reasons_add(l->out, FIT_ENDED)->day = to;
		return 0;
	}
	if (from != DAY_NONE && by != DAY_NONE && from > by) {
		reasons_add(l->out, FIT_TOO_LATE)->day = from;
		return 0;
	}
	if (to == DAY_NONE)
		return -1;
	if (l->o->to != DAY_NONE)
		reasons_add(l->out, FIT_UNTIL)->day = to;
	else
		reasons_add_words(l->out, FIT_IN_TERM, l->o->term);
	return 100;
}

static int (*const points_of[FIT_PARTS])(struct looking *) = {
	[FIT_P_KIND] = kind, [FIT_P_SECTOR] = sector, [FIT_P_WORDS] = words,
	[FIT_P_GROUPS] = groups, [FIT_P_BOROUGH] = borough,
	[FIT_P_PLACES] = places, [FIT_P_DAYS] = days,
};

/* --- what has no points -------------------------------------------------- */

/* What became of asking them for this request. */
static void
asked_before(struct looking *l)
{
	static const struct { const char *status; enum fit_why why; } of[] = {
		{ "asked", FIT_ASKED }, { "said no", FIT_SAID_NO },
		{ "agreed", FIT_AGREED }, { "became encounter", FIT_AGREED },
		{ "no answer", FIT_NO_ANSWER },
	};
	const struct fit_asked *a = l->asked;

	for (size_t i = 0; i < COUNT_OF(of); i++) {
		const char *w = of[i].why == FIT_SAID_NO ? a->reason : a->who;
		struct reason *why;

		if (!str_eq(a->status, of[i].status))
			continue;
		why = reasons_add(l->out, (int)of[i].why);
		why->day = a->day;
		if (*w != '\0')
			why->words = xstrdup(w);
	}
	if (a->lately != DAY_NONE) {
		struct reason *why = reasons_add(l->out, FIT_ASKED_LATELY);

		why->day = a->lately;
		if (*a->lately_who != '\0')
			why->words = xstrdup(a->lately_who);
	}
}

static void
bars(struct looking *l)
{
	const struct fit_offer *o = l->o;
	struct reason *why;

	if (o->source == FIT_OFFER && !str_eq(o->status, "open"))
		reasons_add_words(l->out, FIT_NOT_OPEN, o->status);
	if (o->not_before != DAY_NONE && o->not_before > l->today)
		reasons_add(l->out, FIT_NOT_BEFORE)->day = o->not_before;
	if (*o->person != '\0' && !o->person_ok)
		reasons_add_words(l->out, FIT_NO_CONTACT, o->person);
	else if (*o->person != '\0' && o->person_not_before != DAY_NONE &&
	    o->person_not_before > l->today) {
		why = reasons_add(l->out, FIT_PERSON_NOT_BEFORE);
		why->words = xstrdup(o->person);
		why->day = o->person_not_before;
	}
}

void
fit_of(const struct fit_request *r, const struct fit_offer *o,
    const struct fit_asked *asked, const struct fit_weights *w, int today,
    struct reasons *out)
{
	struct looking l = { r, o, asked, today, out };
	int sum = 0, weights = 0;

	reasons_begin(out, fit_said);
	for (int i = 0; i < FIT_PARTS; i++) {
		int points = points_of[i](&l);

		if (points < 0)
			continue;
		sum += points * w->part[i];
		weights += w->part[i];
	}
	if (weights > 0)
		out->score = (sum + weights / 2) / weights;
	asked_before(&l);
	bars(&l);
	reasons_order(out);
}

bool
fit_fits(const struct fit_offer *o, const struct reasons *why)
{
	static const enum fit_why mismatch[] = {
		FIT_OTHER_SECTOR, FIT_OTHER_GROUPS, FIT_FAR, FIT_FEW_PLACES,
		FIT_TOO_LATE,
	};

	if (o->source != FIT_OFFER || why->barred)
		return false;
	for (size_t i = 0; i < COUNT_OF(mismatch); i++)
		if (reasons_has(why, (int)mismatch[i]))
			return false;
	return true;
}

/* demo_answers.c - the demonstration's self-assessments, item by item.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some schools of the cast have answered; the percentages follow from the
 * answers as they are saved.
 */
#include "app/assess.h"
#include "app/demo_int.h"
#include "model/framework.h"

/* DAYS before today; ITEMS answered, 0 all; GOOD: of a hundred items, met. */
static const struct {
	short		 school, days, items, good;
	const char	*summary;
} answered[] = {
	{ SANDMERE, 560, 0, 52, "First time with the new questions ahead." },
	{ SANDMERE, 300, 0, 62, "Filled in by the careers leader." },
	{ SANDMERE, 24, 0, 78, "Filled in with the deputy head." },
	{ HARBOUR, 330, 0, 45, "" },
	{ HARBOUR, 3, 41, 64, "Half-way: the rest at the next visit." },
	{ BROOKVALE, 40, 0, 66, "For the pupils who leave this year." },
	{ CRANMERE, 75, 0, 58, "" },
};

static const char *const comments[] = {
	"Seen on the website.", "The governors meet in the spring.",
	"Numbers from the school's own system.",
	"Ask again at the next visit.",
};

/* The roll that a share is of: of the last year group the item is about. */
static long
roll_of(const struct demo *d, int s, int year, const struct item *it)
{
	const struct demo_school *school = &d->school[s];
	int yg = it->last > 0 ? YG_Y7 + it->last - 7 : YG_Y11;

	yg = yg > school->high ? school->high : yg < school->low ?
	    school->low : yg;
	return demo_roll(d, s, year, yg);
}

static void
put_answer(struct demo *d, struct row *r, int s, int year, int good,
    const struct item *it)
{
	bool met = demo_chance(d, good);
	char text[24];
	long roll;

	switch (it->kind) {
	case ITEM_YES:
		snprintf(text, sizeof text, "%s", met ? "yes" :
		    demo_chance(d, 40) ? "in progress" : "no");
		break;
	case ITEM_SHARE:
		roll = roll_of(d, s, year, it);
		snprintf(text, sizeof text, "%ld/%ld", roll *
		    (met ? demo_between(d, 78, 100) :
		    demo_between(d, 0, 75)) / 100, roll);
		break;
	default:
		snprintf(text, sizeof text, "%d", demo_between(d, 1, 5));
	}
	set_put(row_members(r, F_assessment_items),
	    r->ent->fields[F_assessment_items].set,
	    (const char *const[]){ it->id, text, demo_chance(d, 6) ?
	    comments[demo_below(d, (int)COUNT_OF(comments))] : "" });
}

static void
make_answers(struct demo *d, const struct frameworks *all, int i)
{
	int s = answered[i].school, left = answered[i].items, day, year;
	int first = d->school[s].low - YG_Y7 + 7;
	int last = d->school[s].high - YG_Y7 + 7;
	const char *setting = demo_setting(&d->school[s]);
	const struct framework *f;
	const struct item_list *items;
	struct row *r = row_new(entities[ENT_assessment]);

	demo_stream(d, S_ANSWER, s, i);
	day = demo_school_day(d, d->today - answered[i].days - 9,
	    d->today - answered[i].days);
	year = year_of_day(day);
	f = framework_on(all, day);
	items = framework_items(f, setting_find(setting));
	demo_ref(r, F_assessment_school, "school", d->school[s].id);
	demo_day(r, F_assessment_date, day);
	row_set(r, F_assessment_framework, f->id);
	row_set(r, F_assessment_setting, setting);
	row_set(r, F_assessment_source, "self-assessment");
	demo_int(r, F_assessment_first_year, first);
	demo_int(r, F_assessment_last_year, last);
	if (s == BROOKVALE)
		row_set(r, F_assessment_cohort, "Leavers of the year");
	row_set(r, F_assessment_summary, answered[i].summary);
	for (size_t k = 0; k < items->n; k++) {
		if (!item_applies(&items->v[k], first, last))
			continue;
		put_answer(d, r, s, year, answered[i].good, &items->v[k]);
		if (--left == 0)
			break;
	}
	demo_add(d, r);
}

void
demo_answers(struct demo *d)
{
	const struct frameworks *all;

	if (d->st == ST_OK)
		d->st = assess_frameworks(d->app, &all, d->e);
	for (int i = 0; i < (int)COUNT_OF(answered) && d->st == ST_OK; i++)
		if (answered[i].school < d->nschools)
			make_answers(d, all, i);
}

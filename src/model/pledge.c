/* pledge.c - whether records show that a commitment is kept, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/pledge.h"

#include <string.h>

#include "base/date.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const char *const untold[PLEDGE_UNTOLDS] = {
	[UNTOLD_NO_ITEM] = "it is of no item of the action plan",
	[UNTOLD_OTHER_ITEM] = "the action plan has no item of that name",
	[UNTOLD_NO_RULE] = "no records show it",
	[UNTOLD_NOBODY] = "it names no organisation whose records show it",
	[UNTOLD_OTHER_KIND] = "records do not show it of that organisation",
};

/* What is counted, one and several; what it is counted over. */
static const struct {
	const char	*one, *many, *time;
} counted[PLEDGE_RULES] = {
	[PLEDGE_INSIGHTS] = { "talk, visit or mentoring",
	    "talks, visits or mentoring", "this academic year" },
	[PLEDGE_EXPERIENCE] = { "placement or taster day",
	    "placements or taster days", "this academic year" },
	[PLEDGE_VOLUNTEERS] = { "Enterprise Adviser or governor from its staff",
	    "Enterprise Advisers or governors from its staff", "today" },
	[PLEDGE_INTERNSHIPS] = { "supported internship",
	    "supported internships", "this academic year" },
	[PLEDGE_T_LEVELS] = { "T Level placement", "T Level placements",
	    "this academic year" },
	[PLEDGE_MEETS] = { "meeting with school pupils",
	    "meetings with school pupils", "this academic year" },
};

const char *
pledge_state_word(enum pledge_state s)
{
	return pledge_states[s].word;
}

const char *
pledge_untold_said(enum pledge_untold u)
{
	return untold[u];
}

static void
of_result(struct pledge *p)
{
	int n = p->of.achieved;

	p->why = n < 0 ? WHY_NO_RESULT : WHY_RESULT;
	p->state = n < 0 ? PLEDGE_NOT_KNOWN : n >= BENCHMARKS ? PLEDGE_KEPT :
	    n > 0 ? PLEDGE_UNDER_WAY : PLEDGE_NOT_YET;
}

static void
of_stage(struct pledge *p)
{
	const char *s = p->of.stage;

	p->why = *s == '\0' ? WHY_NO_STAGE : WHY_STAGE;
	p->state = str_eq(s, "signed up") || str_eq(s, "matched") ||
	    str_eq(s, "active") ? PLEDGE_KEPT :
	    str_eq(s, "invited") || str_eq(s, "waiting") ||
	    str_eq(s, "paused") ? PLEDGE_UNDER_WAY : PLEDGE_NOT_YET;
}

static void
of_role(struct pledge *p)
{
	bool held = *p->of.holder != '\0';

	p->why = held ? WHY_HELD : WHY_VACANT;
	p->state = held ? PLEDGE_KEPT : PLEDGE_NOT_YET;
}

static bool
is_no(const char *value)
{
	return str_ieq(value, "no") || str_eq(value, "0");
}

/* Messages are the briefing, time is the careers leader's. */
static void
of_staff(struct pledge *p)
{
	const char *told = p->of.briefing, *time = p->of.hours;
	bool says = *told != '\0' && !is_no(told);
	bool gives = *time != '\0' && !is_no(time);

	p->why = *told == '\0' && *time == '\0' ? WHY_STAFF_UNKNOWN :
	    WHY_STAFF;
	p->state = says && gives ? PLEDGE_KEPT : says || gives ?
	    PLEDGE_UNDER_WAY : is_no(told) || is_no(time) ? PLEDGE_NOT_YET :
	    PLEDGE_NOT_KNOWN;
}

static void
of_count(struct pledge *p)
{
	const long *n = p->of.n;
	bool begun = n[COUNTS_PLANNED] > 0 || n[COUNTS_OFFERED] > 0 ||
	    *p->of.listed != '\0';

	p->why = n[COUNTS_NOW] > 0 ? WHY_COUNT : begun ? WHY_BEGUN : WHY_NONE;
	p->state = n[COUNTS_NOW] > 0 ? PLEDGE_KEPT : begun ?
	    PLEDGE_UNDER_WAY : PLEDGE_NOT_YET;
}

struct pledge
pledge_of(enum pledge_rule rule, const struct pledge_facts *f)
{
	struct pledge p = { .rule = rule, .of = *f };

	switch (rule) {
	case PLEDGE_BENCHMARKS:
		of_result(&p);
		break;
	case PLEDGE_NETWORK:
		of_stage(&p);
		break;
	case PLEDGE_GOVERNOR:
		of_role(&p);
		break;
	case PLEDGE_STAFF:
		of_staff(&p);
		break;
	default:
		of_count(&p);
	}
	return p;
}

/* --- in words ------------------------------------------------------------------ */

/* " since 4 Mar 2026"; nothing for no day. */
static void
put_day(const char *before, int day, struct buf *out)
{
	char text[24];

	if (day == DAY_NONE)
		return;
	day_long(day, text);
	buf_addf(out, "%s%s", before, text + 4);	/* without the weekday */
}

/* What there is of it beside what counts: "2 planned, 1 offered". */
static void
others_said(const struct pledge_facts *f, struct buf *out)
{
	static const struct {
		enum pledge_counts of;
		const char	*one, *many;
	} words[] = {
		{ COUNTS_PLANNED, "planned", "planned" },
		{ COUNTS_OFFERED, "offered", "offered" },
		{ COUNTS_LATE, "planned for a day that is over",
		    "planned for days that are over" },
		{ COUNTS_LAPSED, "offer has lapsed", "offers have lapsed" },
	};
	const char *gap = "; ";

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		long n = f->n[words[i].of];

		if (n == 0)
			continue;
		buf_addf(out, "%s%ld %s", gap, n, n == 1 ? words[i].one :
		    words[i].many);
		gap = ", ";
	}
	if (*f->listed != '\0')
		buf_addf(out, "; its record says it offers: %s", f->listed);
}

static void
count_said(const struct pledge *p, struct buf *out)
{
	const struct pledge_facts *f = &p->of;
	long now = f->n[COUNTS_NOW];

	if (now > 0)
		buf_addf(out, "%ld %s %s", now, now == 1 ?
		    counted[p->rule].one : counted[p->rule].many,
		    counted[p->rule].time);
	else
		buf_addf(out, "no %s %s", counted[p->rule].one,
		    f->last == DAY_NONE && f->n[COUNTS_EARLIER] == 0 ?
		    "on record" : counted[p->rule].time);
	put_day(", last ", f->last, out);
	if (p->why != WHY_COUNT)
		others_said(f, out);
}

void
pledge_said(const struct pledge *p, struct buf *out)
{
	const struct pledge_facts *f = &p->of;

	switch (p->why) {
	case WHY_RESULT:
		buf_addf(out, "%d of %d benchmarks achieved", f->achieved,
		    BENCHMARKS);
		put_day(", official result of ", f->since, out);
		break;
	case WHY_NO_RESULT:
		buf_add(out, "no official result");
		break;
	case WHY_STAGE:
		buf_add(out, f->stage);
		put_day(" since ", f->since, out);
		break;
	case WHY_NO_STAGE:
		buf_add(out, "no stage in the network");
		break;
	case WHY_HELD:
		buf_add(out, f->holder);
		put_day(", since ", f->since, out);
		break;
	case WHY_VACANT:
		buf_add(out, "no link governor");
		if (f->vacant == DAY_NONE)
			buf_add(out, " on record");
		put_day(" since ", f->vacant, out);
		break;
	case WHY_STAFF:
		buf_addf(out, "staff briefing %s, careers leader %s%s",
		    *f->briefing != '\0' ? f->briefing : "not known",
		    *f->hours != '\0' ? f->hours : "hours not known",
		    *f->hours != '\0' ? " h a week" : "");
		break;
	case WHY_STAFF_UNKNOWN:
		buf_add(out, "neither staff briefing nor the careers leader's"
		    " hours are known this academic year");
		break;
	case WHY_COUNT: case WHY_BEGUN: case WHY_NONE:
		count_said(p, out);
		break;
	}
}

/* --- what was typed ---------------------------------------------------------------- */

enum pledge_state
pledge_typed(const struct row *r)
{
	const char *s = r != NULL ? row_get(r, F_commitment_status) : "";

	return str_eq(s, "kept") ? PLEDGE_KEPT : str_eq(s, "under way") ?
	    PLEDGE_UNDER_WAY : str_eq(s, "not kept") ? PLEDGE_NOT_YET :
	    PLEDGE_NOT_KNOWN;
}

/* What the record says, else the item. */
static const char *
said_of(const struct row *r, int f, const char *item)
{
	return r != NULL && !row_is_empty(r, f) ? row_get(r, f) : item;
}

static void
actual_said(const struct row *r, const char *unit, struct buf *out)
{
	char day[24];

	buf_addf(out, "%s%s%s", row_get(r, F_commitment_actual),
	    *unit == '\0' ? "" : " ", unit);
	if (row_is_empty(r, F_commitment_actual_on))
		return;
	day_long(row_day(r, F_commitment_actual_on), day);
	buf_addf(out, " of %s", day + strlen(day) - 8);
}

void
pledge_figures_said(const struct row *r, const struct pledge_item *item,
    struct buf *out)
{
	bool theirs = item != NULL && item->rule == PLEDGE_TYPED;
	const char *base = theirs ? item->baseline : "";
	const char *unit = said_of(r, F_commitment_unit,
	    theirs ? item->unit : "");
	const char *from = said_of(r, F_commitment_baseline, base);
	const char *wanted = said_of(r, F_commitment_target,
	    theirs ? item->target : "");
	const char *year = said_of(r, F_commitment_baseline_year,
	    theirs && str_eq(from, base) ? item->baseline_year : "");
	const char *gap = "";

	if (r != NULL && !row_is_empty(r, F_commitment_actual)) {
		actual_said(r, unit, out);
		gap = ", ";
		unit = "";
	}
	if (*from != '\0') {
		buf_addf(out, "%sfrom %s%s%s", gap, from,
		    *unit == '\0' ? "" : " ", unit);
		if (*year != '\0')
			buf_addf(out, " in %s", year);
		gap = ", ";
		unit = "";
	}
	if (*wanted != '\0')
		buf_addf(out, "%swanted %s%s%s", gap, wanted,
		    *unit == '\0' ? "" : " ", unit);
}

bool
pledge_disagrees(const struct pledge *p, const struct row *r)
{
	enum pledge_state typed = pledge_typed(r);

	if (typed == PLEDGE_NOT_KNOWN || p->state == PLEDGE_NOT_KNOWN ||
	    typed == PLEDGE_UNDER_WAY || p->state == PLEDGE_UNDER_WAY)
		return false;
	return typed != p->state;
}

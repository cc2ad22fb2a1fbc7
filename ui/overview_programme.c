/* overview_programme.c - a school's place in the programme on its first tab:
 * stage, coordinators, results, and what is to be minded.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tab_overview.h"

#include <stdlib.h>

#include "app/access.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/tables.h"

#define GAP	3		/* columns between pieces */

static int
width_of(const struct overview_tab *o, const char *text)
{
	return draw_width(&o->t.s->p, text);
}

/* "4 Mar 2026" */
static const char *
date_text(int day, char out[24])
{
	char text[24];

	day_long(day, text);
	snprintf(out, 24, "%s", text + 4);
	return out;
}

#define HANG	10		/* column of further lines: behind "Eligible" */

/* --- stage and coordinators ---------------------------------------------- */

/* "Eligible yes: academy converter, secondary" */
static void
lay_eligible(struct overview_tab *o, struct flow *f)
{
	const char *verdict = row_get(o->t.row, F_school_eligible);
	char *text = xasprintf("%s: %s", verdict,
	    row_get(o->t.row, F_school_eligible_why));

	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, "Eligible") + 1;
	flow_lines(o, f, HANG, str_eq(verdict, "yes") ? ROLE_TEXT : ROLE_WARN, text);
	f->x += GAP;
	free(text);
}

/* "matched since 4 Mar 2026 (volunteer introduced)" */
static void
lay_stage(struct overview_tab *o, struct flow *f)
{
	const struct ov_stage *s = &o->o.stage;
	char day[24], *text, *more;

	if (!s->id)
		return;
	text = xasprintf("%s%s%s", s->word, *s->waiting_for ? " for " : "",
	    s->waiting_for);
	more = xasprintf("%s%s%s%s%s", s->from != DAY_NONE ? " since " : "",
	    s->from != DAY_NONE ? date_text(s->from, day) : "",
	    *s->reason ? " (" : "", s->reason, *s->reason ? ")" : "");
	flow_room(o, f, width_of(o, text) + width_of(o, more));
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, text);
	piece_record(o, ENT_membership, s->id);
	flow_lines(o, f, HANG, ROLE_MUTED, more);
	f->x += GAP;
	free(text);
	free(more);
}

/* "priya + dan" */
static void
lay_users(struct overview_tab *o, struct flow *f)
{
	int width = 0;
	size_t i;

	for (i = 0; i < o->o.nusers; i++)
		width += width_of(o, o->o.user[i].name) + (i ? GAP : 0);
	flow_room(o, f, width);
	for (i = 0; i < o->o.nusers; i++) {
		if (i > 0)
			f->x = piece_add(o, f->y, f->x, ROLE_MUTED, " + ");
		f->x = piece_add(o, f->y, f->x, ROLE_ACCENT,
		    o->o.user[i].name);
		piece_record(o, ENT_user, o->o.user[i].id);
	}
}

/* --- results ------------------------------------------------------------- */

/* Each of the eight opens the assessment it is of. */
static void
lay_percents(struct overview_tab *o, struct flow *f,
    const struct ov_result *r)
{
	char text[24];
	int i;

	for (i = 0; i < BENCHMARKS; i++) {
		bool met = r->state[i] == SCORE_ACHIEVED;

		if (r->percent[i] < 0 || met)
			snprintf(text, sizeof text, "%s", met ? "yes" : "?");
		else
			snprintf(text, sizeof text, "%d", r->percent[i]);
		flow_room(o, f, 2 + width_of(o, text));
		f->x = piece_add(o, f->y, f->x, ROLE_MUTED,
		    (char[]){ (char)('1' + i), ' ', '\0' });
		f->x = piece_add(o, f->y, f->x, met ? ROLE_GOOD : ROLE_TEXT,
		    text) + 2;
		piece_record(o, ENT_assessment, r->id);
	}
}

/* "Benchmarks 5/8 (Compass, 31 Jul 2026; was 4)  1 yes  2 yes  3 72 …" */
static void
lay_official(struct overview_tab *o, struct flow *f)
{
	const struct ov_result *r = &o->o.official;
	char day[24], *text;

	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, "Benchmarks") + 1;
	text = xasprintf("%d/%d", r->achieved, BENCHMARKS);
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, text);
	piece_record(o, ENT_assessment, r->id);
	free(text);
	text = o->o.before.id ? xasprintf(" (Compass, %s; was %d)",
	    date_text(r->day, day), o->o.before.achieved) :
	    xasprintf(" (Compass, %s)", date_text(r->day, day));
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, text) + GAP;
	free(text);
	lay_percents(o, f, r);
}

/* "own answers 3/8 (27 Oct 2026)", "… (27 Oct 2026, 7 of 65 answered)" */
static void
lay_own(struct overview_tab *o, struct flow *f)
{
	const struct ov_result *r = &o->o.own;
	char day[24], *text;

	date_text(r->day, day);
	text = o->o.own_answered && o->o.own_answered < o->o.own_items ?
	    xasprintf(" (%s, %d of %d answered)", day, o->o.own_answered,
	    o->o.own_items) : xasprintf(" (%s)", day);
	flow_room(o, f, 15 + width_of(o, text));
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, f->x == f->left ?
	    "Own answers " : "own answers ");
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT,
	    (char[]){ (char)('0' + r->achieved), '/', '0' + BENCHMARKS, '\0' });
	piece_record(o, ENT_assessment, r->id);
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, text);
	free(text);
}

/* --- volunteers ---------------------------------------------------------- */

/* "T Adeyemi, Arup: last in school 6 Oct 2026" */
static void
lay_adviser(struct overview_tab *o, struct flow *f,
    const struct ov_adviser *a)
{
	char day[24];
	char *more = xasprintf("%s%s%s%s", *a->employer ? ", " : "",
	    a->employer, a->last == DAY_NONE ? ": no activity logged there" :
	    ": last in school ", a->last == DAY_NONE ? "" :
	    date_text(a->last, day));

	flow_room(o, f, width_of(o, a->name) + width_of(o, more));
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, a->name);
	piece_record(o, ENT_volunteer, a->id);
	f->x = piece_add(o, f->y, f->x, ROLE_TEXT, more) + GAP;
	free(more);
}

/* "Volunteer hours this year 9", which opens what they are made of. */
static void
lay_hours(struct overview_tab *o, struct flow *f)
{
	struct buf b, hours;

	buf_init(&hours, BUF_LINE);
	numbers_hours(o->o.given, &hours);
	flow_room(o, f, 27 + (int)hours.n);
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED,
	    "Volunteer hours this year") + 1;
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, hours.p) + GAP;
	buf_init(&b, BUF_LINE);
	buf_add(&b, "school:");
	ref_text(o->t.ui->app, o->t.row->ent, o->t.row->id, &b);
	buf_addf(&b, " since:%d-09-01", o->o.year);
	piece_list(o, ENT_activity, buf_take(&b),
	    xstrdup("Volunteer hours this year"));
	buf_clear(&hours);
}

static int
lay_volunteers(struct overview_tab *o, int y)
{
	struct flow f = {y, 1, 1};
	size_t i;

	if (o->o.nadvisers > 0)
		f.x = piece_add(o, f.y, f.x, ROLE_MUTED, "EA") + 1;
	for (i = 0; i < o->o.nadvisers; i++)
		lay_adviser(o, &f, &o->o.adviser[i]);
	if (o->o.given > 0)
		lay_hours(o, &f);
	return f.x > f.left ? f.y + 1 : f.y;
}

int
overview_lay_programme(struct overview_tab *o, int y)
{
	struct flow f = {y, 1, 1};

	lay_eligible(o, &f);
	lay_stage(o, &f);
	lay_users(o, &f);
	f.y = lay_volunteers(o, f.y + 1) - 1;
	if (o->o.official.id || o->o.own.id)
		f = (struct flow){f.y + 1, 1, 1};
	if (o->o.official.id)
		lay_official(o, &f);
	if (o->o.own.id)
		lay_own(o, &f);
	return f.y + 1;
}

/* --- what is to be minded ------------------------------------------------ */

/* "Y9, Y10 and Y13" */
static void
join_and(const struct strs *v, struct buf *out)
{
	size_t i;

	for (i = 0; i < v->n; i++)
		buf_addf(out, "%s%s", i == 0 ? "" : i + 1 < v->n ? ", " :
		    " and ", v->v[i]);
}

/* "! Y9 and Y13: no employer yet" */
static void
warn(struct overview_tab *o, struct flow *f, const char *before,
    const struct strs *groups, const char *after)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_addf(&b, "! %s", before);
	if (groups)
		join_and(groups, &b);
	buf_add(&b, after);
	flow_room(o, f, width_of(o, b.p));
	f->x = piece_add(o, f->y, f->x, ROLE_WARN, b.p) + GAP;
	buf_clear(&b);
}

static void
warn_no_employer(struct overview_tab *o, struct flow *f)
{
	struct strs v = {0};
	size_t i;

	for (i = 0; i < o->o.ngroups; i++)
		if (o->o.group[i].has &&
		    year_group(o->o.group[i].word) >= YG_Y7 && str_eq(
		    o->o.group[i].cell[OV_EMPLOYER].text, "0"))
			strs_add(&v, o->o.group[i].head);
	if (v.n && v.n == o->o.ngroups)
		warn(o, f, "no employer yet this year", NULL, "");
	else if (v.n)
		warn(o, f, "", &v, ": no employer yet");
	strs_clear(&v);
}

static void
warn_rolls(struct overview_tab *o, struct flow *f)
{
	struct strs v = {0};
	struct buf b;
	char year[8];
	size_t i;

	for (i = 0; i < o->o.ngroups; i++)
		if (o->o.group[i].unconfirmed)
			strs_add(&v, o->o.group[i].head);
	if (v.n) {
		warn(o, f, v.n == 1 ? "roll of " : "rolls of ", &v,
		    " unconfirmed");
		year_format(o->o.year, year);
		buf_init(&b, BUF_LINE);
		buf_add(&b, "school:");
		ref_text(o->t.ui->app, o->t.row->ent, o->t.row->id, &b);
		buf_addf(&b, " year:%s is:unconfirmed", year);
		piece_list(o, ENT_roll, buf_take(&b),
		    xasprintf("Rolls to confirm %s", year));
	}
	strs_clear(&v);
}

/* "! access: Y9 and Y11 by 28 Feb"; of those past their day "missed 28 Feb". */
static void
warn_access(struct overview_tab *o, struct flow *f, bool past)
{
	int today = o->t.ui->app->today;
	struct strs v = {0};
	struct buf b, due;

	buf_init(&b, BUF_LINE);
	buf_init(&due, BUF_LINE);
	for (size_t i = 0; i < o->o.access.n; i++) {
		const struct access_phase *p = &o->o.access.v[i];

		if (p->state == ACCESS_TWO || p->past != past ||
		    year_of_day(p->to) != year_of_day(today))
			continue;
		buf_reset(&b);
		year_group_shown(year_groups[p->group].word, &b);
		strs_add(&v, b.p);
		buf_reset(&due);
		access_due_said(p, today, &due);
	}
	buf_reset(&b);
	buf_addf(&b, past ? " missed %s" : " by %s", due.p);
	if (v.n)
		warn(o, f, "access: ", &v, b.p);
	strs_clear(&v);
	buf_clear(&b);
	buf_clear(&due);
}

/* "! not sent: SEND toolkit and 2 more", which opens what there is for SEND. */
static void
warn_send(struct overview_tab *o, struct flow *f)
{
	const struct ov_items *s = &o->o.send;
	struct buf b;

	if (s->n == 0)
		return;
	buf_init(&b, BUF_LINE);
	buf_addf(&b, "not sent: %s", s->v[0].text);
	if (s->all > 1)
		buf_addf(&b, " and %lld more", (long long)s->all - 1);
	buf_add(&b, " (SEND)");
	warn(o, f, b.p, NULL, "");
	if (s->all == 1)
		piece_record(o, ENT_resource, s->v[0].id);
	else
		piece_list(o, ENT_resource, xstrdup("audience:send"),
		    xstrdup("Resources for SEND"));
	buf_clear(&b);
}

int
overview_lay_warnings(struct overview_tab *o, int y)
{
	struct flow f = {y, 1, 1};
	char day[24], *text;

	warn_no_employer(o, &f);
	warn_access(o, &f, true);
	warn_access(o, &f, false);
	warn_rolls(o, &f);
	warn_send(o, &f);
	if (o->o.missing != DAY_NONE) {
		text = xasprintf("no official result for %s",
		    date_text(o->o.missing, day));
		warn(o, &f, text, NULL, "");
		free(text);
	}
	return f.x > f.left ? f.y + 1 : f.y;
}

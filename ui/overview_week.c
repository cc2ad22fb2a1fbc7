/* overview_week.c - what is going on with a school, on its first tab: visits,
 * promises, cases, what it wants, the plan, what is pinned.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tab_overview.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#define GAP	3		/* columns between pieces */
#define HANG	4		/* column of further lines */
#define WANTED	3		/* requests; all are on their tab */
#define SAID	24		/* least columns for what was said */

static int
width_of(const struct overview_tab *o, const char *text)
{
	return draw_width(&o->t.s->p, text);
}

/* "12 Oct", in another academic year "12 Oct 2025". */
static const char *
day_text(const struct overview_tab *o, int day, char out[24])
{
	char text[24];

	day_short(day, o->t.ui->app->today, text);
	snprintf(out, 24, "%s", text + 4);
	return out;
}

/* --- visits -------------------------------------------------------------- */

/* The first line of a summary in ROOM columns, or what fits of its words. */
static char *
cut_words(const char *text, int room, bool more)
{
	size_t n = utf8_fit(text, room, NULL), cut = n;

	if (text[n] == '\0')
		return xasprintf("%s%s", text, more ? " ..." : "");
	n = utf8_fit(text, room > 8 ? room - 4 : room, NULL);
	for (cut = n; cut > 0 && text[cut] != ' '; )
		cut--;
	return xasprintf("%.*s ...", (int)(cut > 0 ? cut : n), text);
}

/* "Visit 12 Oct, 39 d ago: "wants LMI for Y9"" */
static void
lay_visit(struct overview_tab *o, struct flow *f, const struct ov_item *v)
{
	char day[24], *text, *said;
	int ago = o->t.ui->app->today - v->day;

	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, v->word) + 1;
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, day_text(o, v->day, day));
	piece_record(o, ENT_visit, v->id);
	text = ago > 0 ? xasprintf(", %d d ago", ago) : xstrdup(", today");
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, text);
	free(text);
	if (*v->text != '\0') {
		int room = o->t.cols - f->x - 5;

		if (room < SAID) {
			f->y++;
			f->x = HANG;
			room = o->t.cols - HANG - 5;
		} else {
			f->x = piece_add(o, f->y, f->x, ROLE_MUTED, ":") + 1;
		}
		text = cut_words(v->text, room, v->more);
		said = xasprintf("\"%s\"", text);
		f->x = piece_add(o, f->y, f->x, ROLE_TEXT, said);
		free(said);
		free(text);
	}
	f->x += GAP;
}

/* "Next visit Wed 2 Dec 10:00" */
static void
lay_next(struct overview_tab *o, struct flow *f, const struct ov_item *v)
{
	char day[24], *what, *when;

	day_short(v->day, o->t.ui->app->today, day);
	what = xasprintf("Next %s", v->word);
	what[5] = (char)(what[5] | 0x20);	/* as within a sentence */
	when = xasprintf("%s%s%s", day, *v->who != '\0' ? " " : "", v->who);
	flow_room(o, f, width_of(o, what) + 1 + width_of(o, when));
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, what) + 1;
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, when);
	piece_record(o, ENT_visit, v->id);
	free(what);
	free(when);
}

int
overview_lay_visits(struct overview_tab *o, int y)
{
	struct flow f = {y, 1, 1};

	if (o->o.visit.n)
		lay_visit(o, &f, &o->o.visit.v[0]);
	if (o->o.next_visit.n)
		lay_next(o, &f, &o->o.next_visit.v[0]);
	return f.x > f.left ? f.y + 1 : f.y;
}

/* --- promises and cases -------------------------------------------------- */

/* "Bell" of "Ms Grace Bell", "me", "dan" */
static const char *
short_owner(const struct overview_tab *o, const struct ov_item *v)
{
	const char *last = strrchr(v->who, ' ');

	if (str_eq(v->word, "contact"))
		return last != NULL ? last + 1 : v->who;
	return str_eq(v->who, o->t.ui->app->user) ? "me" :
	    *v->who != '\0' ? v->who : "nobody";
}

/* ", 9 Nov (late)" */
static char *
due_text(const struct overview_tab *o, const struct ov_item *v)
{
	char day[24];

	return v->day == DAY_NONE ? xstrdup("") : xasprintf(", %s%s",
	    day_text(o, v->day, day), v->late ? " (late)" : "");
}

/* The heading opens all of them. */
static void
lay_heading(struct overview_tab *o, struct flow *f, const char *word,
    const struct ov_items *p, enum entity_no ent, struct buf *take_filter)
{
	char *n = xasprintf("%lld", (long long)p->all);

	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, word) + 1;
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, n);
	piece_list(o, ent, buf_take(take_filter), xstrdup(word));
	f->x += GAP;
	free(n);
}

/* BEFORE, what opens the record, and when it is due; on one line if it fits. */
static void
lay_item(struct overview_tab *o, struct flow *f, const char *before,
    const struct ov_item *v, enum entity_no ent, const char *after)
{
	char *due = due_text(o, v), *text;
	int room = o->t.cols - HANG - 1 - width_of(o, before) -
	    width_of(o, due) - width_of(o, after);

	text = cut_words(v->text, room, false);
	flow_room(o, f, width_of(o, before) + width_of(o, text) +
	    width_of(o, due) + width_of(o, after));
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, before);
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, text);
	piece_record(o, ent, v->id);
	f->x = piece_add(o, f->y, f->x, v->late ? ROLE_WARN : ROLE_MUTED, due);
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, after) + GAP;
	free(due);
	free(text);
}

static void
lay_more(struct overview_tab *o, struct flow *f, const struct ov_items *p)
{
	char *text;

	if (p->all <= (int64_t)p->n)
		return;
	text = xasprintf("and %lld more", (long long)p->all - (long long)p->n);
	flow_room(o, f, width_of(o, text));
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, text);
	free(text);
}

static int
lay_promised(struct overview_tab *o, int y)
{
	const struct ov_items *p = &o->o.promised;
	struct flow f = {y, 1, HANG};
	struct buf filter;
	char *owner;

	if (!p->n)
		return y;
	buf_init(&filter, BUF_LINE);
	overview_promised_filter(o->t.ui->app, o->t.row, &filter);
	lay_heading(o, &f, "Promised", p, ENT_task, &filter);
	for (size_t i = 0; i < p->n; i++) {
		owner = xasprintf("%s: ", short_owner(o, &p->v[i]));
		lay_item(o, &f, owner, &p->v[i], ENT_task, "");
		free(owner);
	}
	lay_more(o, &f, p);
	return f.y + 1;
}

static int
lay_cases(struct overview_tab *o, int y)
{
	const struct ov_items *p = &o->o.cases;
	struct flow f = {y, 1, HANG};
	struct buf filter;
	char *after;

	if (!p->n)
		return y;
	buf_init(&filter, BUF_LINE);
	overview_cases_filter(o->t.ui->app, o->t.row, &filter);
	lay_heading(o, &f, "Cases open", p, ENT_case, &filter);
	for (size_t i = 0; i < p->n; i++) {
		after = str_eq(p->v[i].word, "open") ? xstrdup("") :
		    xasprintf(", %s", p->v[i].word);
		lay_item(o, &f, "", &p->v[i], ENT_case, after);
		free(after);
	}
	lay_more(o, &f, p);
	return f.y + 1;
}

/* --- the plan, and what is pinned ---------------------------------------- */

/* "Plan 4 of 9 done, 1 late" */
static void
lay_plan(struct overview_tab *o, struct flow *f)
{
	const struct ov_plan *p = &o->o.plan;
	char *text, *late;

	if (!p->id)
		return;
	text = p->actions ? xasprintf("%d of %d done", p->done, p->actions) :
	    xasprintf("%s, no actions yet", p->status);
	late = p->late ? xasprintf(", %d late", p->late) : xstrdup("");
	flow_room(o, f, 5 + width_of(o, text) + width_of(o, late));
	f->x = piece_add(o, f->y, f->x, ROLE_MUTED, "Plan") + 1;
	f->x = piece_add(o, f->y, f->x, ROLE_ACCENT, text);
	piece_record(o, ENT_plan, p->id);
	f->x = piece_add(o, f->y, f->x, ROLE_WARN, late);
	free(text);
	free(late);
}

/* "Pinned (dan, 18 Nov): new head prefers e-mail" */
static int
lay_pinned(struct overview_tab *o, int y, const struct ov_item *v)
{
	struct flow f = {y, 1, HANG};
	char day[24] = "", *text;

	if (v->day != DAY_NONE)
		day_text(o, v->day, day);
	f.x = piece_add(o, f.y, f.x, ROLE_ACCENT, "Pinned");
	piece_record(o, ENT_handover, v->id);
	text = xasprintf(" (%s%s%s): ", v->who, *v->who != '\0' &&
	    *day != '\0' ? ", " : "", day);
	f.x = piece_add(o, f.y, f.x, ROLE_MUTED, text);
	free(text);
	text = xasprintf("%s%s", v->text, v->more ? " ..." : "");
	flow_lines(o, &f, HANG, ROLE_TEXT, text);
	free(text);
	return f.y + 1;
}

/* --- what it wants ------------------------------------------------------- */

/* "Request: Construction speaker, Y9, before 13 Feb   2 offers fit" */
static int
lay_wanted(struct overview_tab *o, int y, const struct wanted *w)
{
	struct flow f = {y, 1, HANG};
	size_t n = fittings_fit(&w->offers);
	char *fits = n == 0 ? xstrdup("no offer fits yet") :
	    xasprintf("%zu offer%s fit%s", n, n == 1 ? "" : "s",
	    n == 1 ? "s" : "");
	char *text = cut_words(w->text, o->t.cols - 12, false);

	f.x = piece_add(o, f.y, f.x, ROLE_MUTED, "Request:") + 1;
	f.x = piece_add(o, f.y, f.x, ROLE_ACCENT, text) + GAP;
	piece_record(o, ENT_request, w->id);
	flow_room(o, &f, width_of(o, fits));
	piece_add(o, f.y, f.x, n > 0 ? ROLE_GOOD : ROLE_MUTED, fits);
	free(text);
	free(fits);
	return f.y + 1;
}

int
overview_lay_week(struct overview_tab *o, int y)
{
	struct flow f;

	y = lay_promised(o, y);
	y = lay_cases(o, y);
	for (size_t i = 0; i < o->o.wanted.n && i < WANTED; i++)
		y = lay_wanted(o, y, &o->o.wanted.v[i]);
	f = (struct flow){y, 1, 1};
	lay_plan(o, &f);
	y = f.x > 1 ? f.y + 1 : f.y;
	for (size_t i = 0; i < o->o.pinned.n; i++)
		y = lay_pinned(o, y, &o->o.pinned.v[i]);
	return y;
}

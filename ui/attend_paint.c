/* attend_paint.c - how the attendance of a session looks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "model/fields.h"
#include "ui/attend_inner.h"
#include "ui/keymap.h"

static const char *
state_text(const struct attend_screen *as, size_t i, char out[64])
{
	const struct attendee *v = &as->a.v[i];
	const char *status = attend_status(&as->a, i);
	const char *hours = row_get(v->row, F_booking_hours);

	if (i == as->at && as->marking)
		snprintf(out, 64, "mark _ of 5");
	else if (i == as->at && as->typed[0])
		snprintf(out, 64, "%s minutes", as->typed);
	else if (v->instead)
		snprintf(out, 64, "replaced by %.40s", v->instead);
	else if (strcmp(status, "attended") == 0)
		snprintf(out, 64, "came%s%s%s", *hours ? " " : "", hours,
		    *hours ? " h" : "");
	else if (strcmp(status, "booked") == 0)
		snprintf(out, 64, i == as->at ? "_" : "");
	else
		snprintf(out, 64, "%s", status);
	return out;
}

/* Where the columns begin. Marks and certificates have one each once there is
 * one to show; then it is the organisation that has less room. */
struct columns {
	int	 where, state, mark, cert;	/* 0: not shown */
};

static struct columns
columns_of(const struct screen *s, const struct attend *a)
{
	struct columns c = {.where = 3 + s->cols / 4,
	    .state = s->cols * 3 / 4 - 2};
	bool mark = false, cert = false;
	size_t i;

	for (i = 0; i < a->n; i++) {
		mark |= *row_get(a->v[i].row, F_booking_evaluation) != '\0';
		cert |= *row_get(a->v[i].row, F_booking_certificate) != '\0';
	}
	if (!mark && !cert)
		return c;
	c.cert = cert ? s->cols - 12 : 0;
	c.mark = mark ? (cert ? c.cert : s->cols) - 4 : 0;
	c.state = (mark ? c.mark : c.cert) - 13;
	return c;
}

static void
draw_one(struct attend_screen *as, size_t i, int y, const struct columns *c)
{
	struct screen *s = &as->s;
	const struct attendee *v = &as->a.v[i];
	bool here = i == as->at, came = strcmp(attend_status(&as->a, i),
	    "attended") == 0;
	const char *mark = row_get(v->row, F_booking_evaluation);
	int end = came && c->mark ? c->mark : came && c->cert ? c->cert :
	    s->cols;
	char text[64];

	draw_text(&s->p, y, 1, 1, ROLE_TITLE, here ? ">" : " ");
	draw_text(&s->p, y, 3, c->where - 4, here ? ROLE_CHOSEN : ROLE_TEXT,
	    v->name);
	draw_text(&s->p, y, c->where, c->state - c->where - 1, ROLE_MUTED,
	    v->made ? "NEW" : v->where);
	draw_text(&s->p, y, c->state, end - c->state, here &&
	    (as->typed[0] || as->marking) ? ROLE_TYPED : ROLE_TEXT,
	    state_text(as, i, text));
	if (!came)
		return;
	if (c->mark && *mark)
		draw_fmt(&s->p, y, c->mark, 3, ROLE_TEXT, "%s/5", mark);
	if (c->cert)
		draw_text(&s->p, y, c->cert, s->cols - c->cert, ROLE_TEXT,
		    row_get(v->row, F_booking_certificate));
}

/* The five counts behind the others, above them where there is no room. */
static void
draw_sum(const struct attend_screen *as)
{
	const struct screen *s = &as->s;
	const char *counts = row_get(as->a.cpd, F_cpd_feedback);
	int n, room;

	n = draw_fmt(&s->p, s->rows - 1, 1, s->cols - 2, ROLE_TITLE,
	    "Came %zu   absent %zu   apologies %zu   not yet %zu   "
	    "walk-ins %zu", attend_count(&as->a, "attended"),
	    attend_count(&as->a, "absent"), attend_count(&as->a, "apologies"),
	    attend_count(&as->a, "booked") + attend_count(&as->a, "waiting"),
	    attend_walk_ins(&as->a));
	room = s->cols - 2 - n - 3;
	if (*counts && room >= 9 + (int)strlen(counts))
		draw_fmt(&s->p, s->rows - 1, 1 + n + 3, room, ROLE_TITLE,
		    "feedback %s", counts);
	else if (*counts)
		draw_fmt(&s->p, s->rows - 2, 1, s->cols - 2, ROLE_TITLE,
		    "Feedback %s", counts);
}

void
attend_draw(struct screen *s)
{
	struct attend_screen *as = (struct attend_screen *)s;
	const struct columns c = columns_of(s, &as->a);
	int rows = s->rows - 2, y;
	size_t i;

	if (as->at < as->top)
		as->top = as->at;
	if (as->at >= as->top + (size_t)rows)
		as->top = as->at - (size_t)rows + 1;
	for (i = as->top, y = 0; i < as->a.n && y < rows; i++, y++)
		draw_one(as, i, y, &c);
	if (!as->a.n)
		draw_text(&s->p, 1, 3, s->cols - 4, ROLE_MUTED, "Nobody is "
		    "booked yet. + adds somebody who came.");
	draw_sum(as);
	draw_cursor(&s->p, (int)(as->at - as->top), 3);
}

void
attend_where(const struct screen *s, struct buf *out)
{
	const struct attend *a = &((const struct attend_screen *)s)->a;
	char day[24];

	day_short(row_day(a->cpd, F_cpd_date), s->app->today, day);
	buf_addf(out, "Attendance  %s  %s", row_get(a->cpd, F_cpd_title), day);
}

/* Words first: the day of the title may stand right before it. */
void
attend_right(const struct screen *s, struct buf *out)
{
	const struct attend *a = &((const struct attend_screen *)s)->a;
	size_t waiting = attend_count(a, "waiting");

	if (*row_get(a->cpd, F_cpd_capacity))
		buf_addf(out, "places %s   ", row_get(a->cpd,
		    F_cpd_capacity));
	buf_addf(out, "booked %zu", a->n - waiting);
	if (waiting)
		buf_addf(out, ", waiting %zu", waiting);
}

void
attend_hint(const struct screen *s, struct buf *out)
{
	const struct keymap *m = s->ui->keymap;

	if (((const struct attend_screen *)s)->marking) {
		buf_add(out, "1 to 5: what this person thought of it; "
		    "Backspace: did not say");
		return;
	}
	buf_addf(out, s->cols < 76 ?
	    "digits min  %s mark  %s certif.  %s walk-in  %s instead  %s name" :
	    "digits minutes  %s mark  %s certificate  %s walk-in  "
	    "%s replaced by  %s surname", keymap_shown(m, REQ_ATT_MARK),
	    keymap_shown(m, REQ_ATT_CERT), keymap_shown(m, REQ_ATT_WALKIN),
	    keymap_shown(m, REQ_ATT_INSTEAD), keymap_shown(m, REQ_ATT_JUMP));
}

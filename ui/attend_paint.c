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

	if (i == as->at && as->typed[0])
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

void
attend_draw(struct screen *s)
{
	struct attend_screen *as = (struct attend_screen *)s;
	int rows = s->rows - 2, y, name = s->cols / 4, state = s->cols * 3 / 4 - 2;
	char text[64];
	size_t i;

	if (as->at < as->top)
		as->top = as->at;
	if (as->at >= as->top + (size_t)rows)
		as->top = as->at - (size_t)rows + 1;
	for (i = as->top, y = 0; i < as->a.n && y < rows; i++, y++) {
		const struct attendee *v = &as->a.v[i];
		bool here = i == as->at;

		draw_text(&s->p, y, 1, 1, ROLE_TITLE, here ? ">" : " ");
		draw_text(&s->p, y, 3, name - 1, here ? ROLE_CHOSEN :
		    ROLE_TEXT, v->name);
		draw_text(&s->p, y, 3 + name, state - name - 4, ROLE_MUTED,
		    v->made ? "NEW" : v->where);
		draw_text(&s->p, y, state, s->cols - state,
		    here && as->typed[0] ? ROLE_TYPED : ROLE_TEXT,
		    state_text(as, i, text));
	}
	if (!as->a.n)
		draw_text(&s->p, 1, 3, s->cols - 4, ROLE_MUTED, "Nobody is "
		    "booked yet. + adds somebody who came.");
	draw_fmt(&s->p, s->rows - 1, 1, s->cols - 2, ROLE_TITLE,
	    "Came %zu   absent %zu   apologies %zu   not yet %zu   "
	    "walk-ins %zu   %s%s", attend_count(&as->a, "attended"),
	    attend_count(&as->a, "absent"), attend_count(&as->a, "apologies"),
	    attend_count(&as->a, "booked") + attend_count(&as->a, "waiting"),
	    attend_walk_ins(&as->a),
	    *row_get(as->a.cpd, F_cpd_feedback) ? "feedback " : "",
	    row_get(as->a.cpd, F_cpd_feedback));
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

void
attend_right(const struct screen *s, struct buf *out)
{
	const struct attend *a = &((const struct attend_screen *)s)->a;

	if (*row_get(a->cpd, F_cpd_capacity))
		buf_addf(out, "%s places   ", row_get(a->cpd,
		    F_cpd_capacity));
	buf_addf(out, "%zu booked", a->n);
}

void
attend_hint(const struct screen *s, struct buf *out)
{
	const struct keymap *m = s->ui->keymap;

	buf_addf(out, s->cols < 76 ? "digits minutes   %s walk-in   %s replaced "
	    "by   %s surname" : "45 minutes (digits)   %s walk-in   %s replaced "
	    "by   %s jumps by surname", keymap_shown(m, REQ_ATT_WALKIN),
	    keymap_shown(m, REQ_ATT_INSTEAD), keymap_shown(m, REQ_ATT_JUMP));
}

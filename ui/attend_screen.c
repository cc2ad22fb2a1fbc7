/* attend_screen.c - attendance of a CPD session, one key a person.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/draft.h"
#include "app/text.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/id.h"
#include "ui/attend.h"
#include "ui/both_values.h"
#include "ui/dialog.h"
#include "ui/grid_screen.h"
#include "ui/keymap.h"
#include "ui/pick_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

struct attend_screen {
	struct screen	 s;
	struct attend	 a;
	size_t		 at, top;
	char		 typed[5];	/* minutes, not yet taken */
	bool		 dirty;
	int64_t		 typed_at, kept_at;
};

static struct attend_screen *
self(struct screen *s)
{
	return (struct attend_screen *)s;
}

/* --- drafts: status and hours by booking; walk-ins by person ------------- */

static void
keep_draft(struct attend_screen *as)
{
	struct draft d = {.kind = "attendance", .ent = entities[ENT_cpd],
	    .id = as->a.base->id, .base = row_copy(as->a.base)};
	struct err e = {0};
	char code[ID_CODE], *text;
	size_t i;

	for (i = 0; i < as->a.n; i++) {
		const struct attendee *v = &as->a.v[i];

		if (v->base)
			id_code(v->base->id, code);
		text = v->base ? xasprintf("%s|%s|%s", attend_status(&as->a,
		    i), row_get(v->row, F_booking_hours),
		    row_get(v->row, F_booking_replaced_by)) :
		    xasprintf("%s|%s", row_get(v->row, F_booking_contact),
		    v->made ? v->made : "");
		draft_add(&d, v->base ? code : "+", text);
		free(text);
	}
	draft_add(&d, "feedback", row_get(as->a.cpd, F_cpd_feedback));
	if (draft_save(as->s.app, &d, &e))
		say_err(as->s.ui, &e);
	draft_clear(&d);
	as->dirty = false;
	as->kept_at = clock_monotonic_ms();
}

static void
take_line(struct attend *a, const char *name, const char *text)
{
	struct strs part = {0};
	char code[ID_CODE];
	int64_t id = 0;
	size_t i;

	str_split(&part, text, '|');
	if (strcmp(name, "feedback") == 0) {
		row_set(a->cpd, F_cpd_feedback, text);
	} else if (strcmp(name, "+") == 0 && part.n >= 2) {
		if (id_parse(part.v[0], &id) || *part.v[1])
			attend_walk_in(a, id, part.v[1]);
	} else if (part.n >= 3) {
		for (i = 0; i < a->n; i++) {
			if (!a->v[i].base)
				continue;
			id_code(a->v[i].base->id, code);
			if (strcmp(code, name) != 0)
				continue;
			row_set(a->v[i].row, F_booking_status, part.v[0]);
			row_set(a->v[i].row, F_booking_hours, part.v[1]);
			row_set(a->v[i].row, F_booking_replaced_by,
			    part.v[2]);
		}
	}
	strs_clear(&part);
}

static void
on_draft(struct ui *ui, void *arg, int n)
{
	struct attend_screen *as = arg;
	const struct entity *ent = entities[ENT_cpd];
	struct draft d = {0};
	size_t i;

	if (n == 0 && draft_load(ui->app, "attendance", ent, as->a.base->id,
	    &d)) {
		for (i = 0; i < d.name.n; i++)
			take_line(&as->a, d.name.v[i], d.text.v[i]);
		say(ui, "Here is what you had typed; it is not saved yet.");
	}
	if (n == 1)
		draft_drop(ui->app, "attendance", ent, as->a.base->id);
	draft_clear(&d);
}

static void
offer_draft(struct attend_screen *as)
{
	struct strs choices = {0};
	struct draft d = {0};

	if (!draft_load(as->s.app, "attendance", entities[ENT_cpd],
	    as->a.base->id, &d))
		return;
	strs_add(&choices, "go on with it");
	strs_add(&choices, "throw it away");
	strs_add(&choices, "leave it for later");
	dialog_choose(as->s.ui, "A draft", "You ticked people here and did "
	    "not save it.", &choices, 0, on_draft, as);
	strs_clear(&choices);
	draft_clear(&d);
}

/* --- opening, leaving ---------------------------------------------------- */

static enum status
attend_start(struct screen *s, const void *arg, struct err *e)
{
	struct attend_screen *as = self(s);
	enum status st = app_may_write(s->app, e);

	if (!st)
		st = attend_load(&as->a, s->app, *(const int64_t *)arg, e);
	return st;
}

static void
attend_close(struct screen *s)
{
	attend_clear(&self(s)->a);
}

static void
touched(struct attend_screen *as)
{
	as->dirty = true;
	as->typed_at = clock_monotonic_ms();
}

/* The minutes typed into the row under the cursor. */
static void
take(struct attend_screen *as)
{
	int64_t n;

	if (as->typed[0] && as->at < as->a.n &&
	    str_int(as->typed, 1, 1440, &n)) {
		attend_minutes(&as->a, as->at, (long)n);
		touched(as);
	} else if (as->typed[0]) {
		say_warn(as->s.ui, "Minutes are from 1 to 1440.");
	}
	as->typed[0] = '\0';
}

static void
leave(struct attend_screen *as)
{
	take(as);
	if (attend_changed(&as->a)) {
		keep_draft(as);
		say(as->s.ui, "Not saved; kept as a draft, offered when you "
		    "come back here.");
	}
	stack_pop(&as->s);
}

/* --- saving -------------------------------------------------------------- */

static void save(struct attend_screen *);

static void
on_both(struct ui *ui, void *arg, bool yes)
{
	struct attend_screen *as = arg;

	if (yes)
		save(as);
	else
		say(ui, "Nothing was saved; what you ticked is still here.");
}

static void
save(struct attend_screen *as)
{
	struct clashes clashes = {NULL, 0};
	struct ui *ui = as->s.ui;
	struct err e = {0};
	enum status st;
	size_t at = 0;

	take(as);
	st = attend_save(&as->a, &at, &clashes, &e);
	if (st == ST_CONFLICT && clashes.n) {
		both_values(ui, at < as->a.n ? as->a.v[at].base : as->a.base,
		    at < as->a.n ? as->a.v[at].row : as->a.cpd, &clashes,
		    on_both, as);
	} else if (st) {
		if (at < as->a.n)
			as->at = at;
		say_err(ui, &e);
	} else {
		draft_drop(ui->app, "attendance", entities[ENT_cpd],
		    as->a.base->id);
		if (!step_last(ui->app))
			say(ui, "Nothing was changed.");
		else
			say_good(ui, "Saved: %zu came, %zu absent, %zu sent "
			    "apologies. u takes it back.",
			    attend_count(&as->a, "attended"),
			    attend_count(&as->a, "absent"),
			    attend_count(&as->a, "apologies"));
		ui_changed(ui);
		stack_pop(&as->s);
	}
	clashes_clear(&clashes);
}

/* --- keys ---------------------------------------------------------------- */

static void
go_by(struct attend_screen *as, long by)
{
	long to = (long)as->at + by, n = (long)as->a.n;

	take(as);
	as->at = to < 0 || n == 0 ? 0 : to >= n ? (size_t)n - 1 : (size_t)to;
}

static void
tick(struct attend_screen *as, const char *status)
{
	if (as->at >= as->a.n)
		return;
	if (as->typed[0])
		take(as);
	else
		attend_set(&as->a, as->at, status);
	touched(as);
	if (as->at + 1 < as->a.n)
		as->at++;
	else
		say(as->s.ui, "That was the last one; Ctrl-S saves.");
}

static void
on_walk_in(struct ui *ui, void *arg, const struct pick *v)
{
	struct attend_screen *as = arg;

	if (!v)
		return;
	as->at = attend_walk_in(&as->a, v->id, v->name);
	touched(as);
	say(ui, v->id ? "%s came." : "%s came; a NEW person, made when you "
	    "save.", v->name);
}

static void
on_instead(struct ui *ui, void *arg, const struct pick *v)
{
	struct attend_screen *as = arg;

	if (!v || as->at >= as->a.n)
		return;
	if (!v->id) {
		say_warn(ui, "Add a new person with + first, then replace.");
		return;
	}
	attend_replace(&as->a, as->at, v->id, v->name);
	touched(as);
}

static bool
on_feedback(struct ui *ui, void *arg, const char *text)
{
	struct attend_screen *as = arg;
	struct err e = {0};

	if (!text)
		return true;
	if (value_parse(ui->app, as->a.cpd, F_cpd_feedback, text, 0, false,
	    &e)) {
		say_err(ui, &e);
		return false;
	}
	touched(as);
	return true;
}

static bool
on_jump(struct ui *ui, void *arg, const char *text)
{
	struct attend_screen *as = arg;
	size_t i;

	if (!text || !*text)
		return true;
	i = attend_find(&as->a, text, as->at);
	if (i < as->a.n)
		as->at = i;
	else
		say(ui, "Nobody's surname begins with \"%s\".", text);
	return true;
}

static void
on_jump_live(struct ui *ui, void *arg, const char *text)
{
	struct attend_screen *as = arg;
	size_t i = attend_find(&as->a, text, as->at);

	(void)ui;
	if (i < as->a.n)
		as->at = i;
}

static bool
open_question(struct attend_screen *as, int key)
{
	const struct field *person =
	    &entities[ENT_booking]->fields[F_booking_contact];

	switch (key) {
	case '+':
		pick_open(as->s.ui, "Who walked in?", person, on_walk_in, as);
		return true;
	case 'r':
		if (as->at < as->a.n)
			pick_open(as->s.ui, "Who came instead?", person,
			    on_instead, as);
		return true;
	case 'F':
		dialog_prompt(as->s.ui, "Feedback, how many gave each mark "
		    "(5:9 4:8 3:2): ", row_get(as->a.cpd, F_cpd_feedback),
		    on_feedback, as);
		return true;
	case '/':
		dialog_prompt_live(as->s.ui, "Surname: ", "", on_jump,
		    on_jump_live, as);
		return true;
	default:
		return false;
	}
}

static bool
attend_key(struct screen *s, int key)
{
	struct attend_screen *as = self(s);
	size_t n = strlen(as->typed);

	if (key >= '0' && key <= '9') {
		if (n < sizeof as->typed - 1) {
			as->typed[n] = (char)key;
			as->typed[n + 1] = '\0';
		}
		return true;
	}
	switch (key) {
	case ' ':
		tick(as, "attended");
		return true;
	case 'n':
		as->typed[0] = '\0';
		tick(as, "absent");
		return true;
	case 'p':
		as->typed[0] = '\0';
		tick(as, "apologies");
		return true;
	case KEY_CODE(KEY_BACKSPACE): case KEY_CODE(KEY_DC): case '_':
		if (n) {
			as->typed[n - 1] = '\0';
		} else if (as->at < as->a.n) {
			attend_set(&as->a, as->at, "booked");
			touched(as);
		}
		return true;
	case KEY_CODE(KEY_DOWN): case 'j': case KEY_RETURN:
		go_by(as, 1);
		return true;
	case KEY_CODE(KEY_UP): case 'k':
		go_by(as, -1);
		return true;
	case KEY_CODE(KEY_NPAGE):
		go_by(as, s->rows - 3);
		return true;
	case KEY_CODE(KEY_PPAGE):
		go_by(as, -(s->rows - 3));
		return true;
	default:
		return open_question(as, key);
	}
}

static enum request
attend_request(struct screen *s, enum request r)
{
	switch (r) {
	case REQ_GRID_SAVE:
		save(self(s));
		break;
	case REQ_GRID_LEAVE:
		leave(self(s));
		break;
	case REQ_GRID_NEXT:
		go_by(self(s), 1);
		break;
	case REQ_GRID_PREV:
		go_by(self(s), -1);
		break;
	case REQ_GRID_HELP:
		dialog_text(s->ui, "Attendance", "Each key ticks a person and "
		    "goes to the next.\nSpace  came\nn  absent\np  apologies\n"
		    "45 Space  came for 45 minutes\n+  somebody without a "
		    "booking came\nr  replaced by somebody else\nBackspace  "
		    "not yet said\n/  jump to a surname\nF  feedback\n"
		    "Ctrl-S saves all as one step; Esc leaves, what was "
		    "ticked is kept as a draft.");
		break;
	default:
		return r;
	}
	return REQ_NONE;
}

/* --- painting ------------------------------------------------------------ */

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

static void
attend_draw(struct screen *s)
{
	struct attend_screen *as = self(s);
	int rows = s->rows - 2, y, name = s->cols / 4, state = s->cols * 3 / 4;
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

static void
attend_where(const struct screen *s, struct buf *out)
{
	const struct attend *a = &((const struct attend_screen *)s)->a;
	char day[24];

	day_short(row_day(a->cpd, F_cpd_date), s->app->today, day);
	buf_addf(out, "Attendance  %s  %s", row_get(a->cpd, F_cpd_title), day);
}

static void
attend_right(const struct screen *s, struct buf *out)
{
	const struct attend *a = &((const struct attend_screen *)s)->a;

	if (*row_get(a->cpd, F_cpd_capacity))
		buf_addf(out, "%s places   ", row_get(a->cpd,
		    F_cpd_capacity));
	buf_addf(out, "%zu booked", a->n);
}

static void
attend_hint(const struct screen *s, struct buf *out)
{
	buf_add(out, s->cols < 76 ? "digits minutes   + walk-in   r replaced "
	    "by   / surname" : "45 minutes (digits)   + walk-in   r replaced "
	    "by   / jumps by surname");
}

static void
attend_bar(const struct screen *s, struct buf *out)
{
	buf_add(out, s->cols < 76 ? "Space came  n absent  p apologies  "
	    "Ctrl-S done  F feedback" : "Space came  n absent  p apologies   "
	    "Ctrl-S done   F feedback   Ctrl-G help");
}

static void
attend_tick(struct screen *s)
{
	struct attend_screen *as = self(s);
	int64_t now = clock_monotonic_ms();

	if (as->dirty && (now - as->typed_at >= 2000 ||
	    now - as->kept_at >= 10000) && attend_changed(&as->a))
		keep_draft(as);
}

static void
attend_hangup(struct screen *s)
{
	take(self(s));
	if (attend_changed(&self(s)->a))
		keep_draft(self(s));
}

static bool
attend_may_leave(struct screen *s)
{
	attend_hangup(s);
	return true;
}

static const struct screen_ops attend_ops = {
	.name = "Attendance", .size = sizeof(struct attend_screen),
	.groups = G_GRID, .flags = SF_TYPES | SF_OWNBAR,
	.open = attend_start, .close = attend_close, .draw = attend_draw,
	.where = attend_where, .right = attend_right, .hint = attend_hint,
	.request = attend_request, .key = attend_key, .tick = attend_tick,
	.hangup = attend_hangup, .may_leave = attend_may_leave,
	.bar = attend_bar,
};

void
attendance_open(struct ui *ui, int64_t cpd)
{
	struct screen *s;
	struct err e = {0};

	if (stack_push(ui, &attend_ops, &cpd, &s, &e))
		say_err(ui, &e);
	else
		offer_draft(self(s));
}

/* attend_screen.c - attendance of a CPD session, one key a person.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "app/draft.h"
#include "base/str.h"
#include "model/fields.h"
#include "ui/attend_inner.h"
#include "ui/both_values.h"
#include "ui/dialog.h"
#include "ui/grid_screen.h"
#include "ui/menus.h"
#include "ui/pick_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

static struct attend_screen *
self(struct screen *s)
{
	return (struct attend_screen *)s;
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

void
attend_touched(struct attend_screen *as)
{
	keep_typed(&as->keep);
}

/* The minutes typed into the row under the cursor. */
void
attend_take(struct attend_screen *as)
{
	int64_t n;

	if (as->typed[0] && as->at < as->a.n &&
	    str_int(as->typed, 1, 1440, &n)) {
		attend_minutes(&as->a, as->at, (long)n);
		attend_touched(as);
	} else if (as->typed[0]) {
		say_warn(as->s.ui, "Minutes are from 1 to 1440.");
	}
	as->typed[0] = '\0';
	as->marking = false;
}

static void
leave(struct attend_screen *as)
{
	struct err e = {0};

	attend_take(as);
	if (attend_changed(&as->a))
		keep_leave(&as->s, NULL, attend_draft_keep(as, &e), &e);
	else
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

/* Who moved up is said at once, or how many came and did not. */
static void
say_saved(struct attend_screen *as)
{
	struct ui *ui = as->s.ui;

	if (!step_last(ui->app)) {
		say(ui, "Nothing was changed.");
	} else if (ui->app->notice) {
		say_ending(ui, ui->app->notice, "u takes it back.");
		app_notice(ui->app, NULL);
	} else {
		say_good(ui, "Saved: %zu came, %zu absent, %zu sent "
		    "apologies. u takes it back.",
		    attend_count(&as->a, "attended"),
		    attend_count(&as->a, "absent"),
		    attend_count(&as->a, "apologies"));
	}
}

static void
save(struct attend_screen *as)
{
	struct clashes clashes = {NULL, 0};
	struct attendee *who = NULL;
	struct ui *ui = as->s.ui;
	struct err e = {0};
	enum status st;
	size_t at = as->a.n;

	attend_take(as);
	st = attend_save(&as->a, &at, &clashes, &e);
	if (st && at < as->a.n) {
		who = &as->a.v[at];
		as->at = at;
	}
	if (st == ST_CONFLICT && clashes.n && who) {
		both_values(ui, who->name, who->base, who->row, &clashes,
		    on_both, as);
	} else if (st == ST_CONFLICT && clashes.n) {
		both_values(ui, "", as->a.base, as->a.cpd, &clashes, on_both,
		    as);
	} else if (st) {
		say_err(ui, &e);
	} else {
		draft_drop(ui->app, "attendance", entities[ENT_cpd],
		    as->a.base->id, 0);
		say_saved(as);
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

	attend_take(as);
	as->at = to < 0 || n == 0 ? 0 : to >= n ? (size_t)n - 1 : (size_t)to;
}

static void
tick(struct attend_screen *as, const char *status)
{
	if (as->at >= as->a.n)
		return;
	if (as->typed[0])
		attend_take(as);
	else
		attend_set(&as->a, as->at, status);
	attend_touched(as);
	if (as->at + 1 < as->a.n)
		as->at++;
	else
		say(as->s.ui, "That was the last one; Ctrl-S saves.");
}

/* The next person: one after another says what they thought. */
static void
mark(struct attend_screen *as, int n)
{
	as->marking = false;
	if (as->at >= as->a.n || !attend_mark(&as->a, as->at, n))
		return;
	attend_touched(as);
	if (n && as->at + 1 < as->a.n)
		as->at++;
}

static void
back(struct attend_screen *as)
{
	size_t n = strlen(as->typed);

	if (as->marking) {
		mark(as, 0);
	} else if (n) {
		as->typed[n - 1] = '\0';
	} else if (as->at < as->a.n) {
		attend_set(&as->a, as->at, "booked");
		attend_touched(as);
	}
}

static enum request
tick_request(struct attend_screen *as, enum request r)
{
	switch (r) {
	case REQ_ATT_CAME:
		tick(as, "attended");
		return REQ_NONE;
	case REQ_ATT_ABSENT:
		as->typed[0] = '\0';
		tick(as, "absent");
		return REQ_NONE;
	case REQ_ATT_SORRY:
		as->typed[0] = '\0';
		tick(as, "apologies");
		return REQ_NONE;
	case REQ_ATT_BACK:
		back(as);
		return REQ_NONE;
	default:
		return attend_ask(as, r);
	}
}

static void
mark_key(struct attend_screen *as, int key)
{
	if (key >= '1' && key <= '5')
		mark(as, key - '0');
	else
		say_warn(as->s.ui, "Marks are from 1 to 5.");
}

/* Digits are minutes, after e a mark; all else is a request. */
static bool
attend_key(struct screen *s, int key)
{
	struct attend_screen *as = self(s);
	size_t n = strlen(as->typed);

	if (key < '0' || key > '9')
		return false;
	if (as->marking) {
		mark_key(as, key);
	} else if (n < sizeof as->typed - 1) {
		as->typed[n] = (char)key;
		as->typed[n + 1] = '\0';
		keep_typed(&as->keep);
	}
	return true;
}

static enum request
attend_request(struct screen *s, enum request r)
{
	struct attend_screen *as = self(s);

	if (as->marking && r != REQ_ATT_BACK) {
		as->marking = false;
		if (r == REQ_GRID_LEAVE)
			return REQ_NONE;	/* Esc leaves the mark only */
	}
	switch (r) {
	case REQ_GRID_SAVE:
		save(as);
		break;
	case REQ_GRID_LEAVE:
		leave(as);
		break;
	case REQ_GRID_NEXT: case REQ_GRID_DOWN: case REQ_GRID_ENTER:
		go_by(as, 1);
		break;
	case REQ_GRID_PREV: case REQ_GRID_UP:
		go_by(as, -1);
		break;
	case REQ_GRID_PGDN:
		go_by(as, s->rows - 3);
		break;
	case REQ_GRID_PGUP:
		go_by(as, -(s->rows - 3));
		break;
	case REQ_GRID_HELP:
		help_open(s->ui);
		break;
	default:
		return tick_request(as, r);
	}
	return REQ_NONE;
}

/* The minutes being typed are kept as far as they stand. */
static void
attend_tick(struct screen *s)
{
	struct attend_screen *as = self(s);
	struct row *shown;
	int64_t n;

	if (!keep_due(&as->keep) || as->at >= as->a.n)
		return;
	shown = row_copy(as->a.v[as->at].row);
	if (str_int(as->typed, 1, 1440, &n))
		attend_minutes(&as->a, as->at, (long)n);
	if (attend_changed(&as->a))
		attend_draft_now(as);
	row_free(as->a.v[as->at].row);
	as->a.v[as->at].row = shown;
}

static void
attend_hangup(struct screen *s)
{
	attend_take(self(s));
	if (attend_changed(&self(s)->a))
		attend_draft_now(self(s));
}

static bool
attend_may_leave(struct screen *s)
{
	attend_hangup(s);
	return true;
}

static void
attend_changed_elsewhere(struct screen *s)
{
	struct attend_screen *as = self(s);
	struct err e = {0};

	if (attend_again(&as->a, &as->at, &e) && e.st != ST_BUSY)
		say_err(s->ui, &e);
}

static bool
attend_record(const struct screen *s, const struct entity **ent, int64_t *id)
{
	const struct row *cpd = ((const struct attend_screen *)s)->a.cpd;

	*ent = cpd->ent;
	*id = cpd->id;
	return true;
}

static const struct screen_ops attend_ops = {
	.name = "Attendance", .size = sizeof(struct attend_screen),
	.groups = G_GRID | G_ATTEND, .flags = SF_TYPES | SF_EDITS,
	.record = attend_record,
	.open = attend_start, .close = attend_close, .draw = attend_draw,
	.where = attend_where, .right = attend_right, .hint = attend_hint,
	.request = attend_request, .key = attend_key, .tick = attend_tick,
	.data_changed = attend_changed_elsewhere,
	.hangup = attend_hangup, .may_leave = attend_may_leave,
};

void
attendance_open(struct ui *ui, int64_t cpd)
{
	struct screen *s;
	struct err e = {0};

	if (stack_push(ui, &attend_ops, &cpd, &s, &e))
		say_err(ui, &e);
	else
		attend_draft_offer(self(s));
}

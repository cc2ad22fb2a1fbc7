/* assess_save.c - answers are saved as one goes; what cannot be is a draft.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/clock.h"
#include "base/log.h"
#include "ui/assess_inner.h"
#include "ui/both_values.h"
#include "ui/keep.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

#define REST_MS		1000	/* ticks come each second: saved within two */
#define BUSY_MS		10000	/* keys that never rest are saved too */

static struct assess_screen *
self(struct screen *s)
{
	return (struct assess_screen *)s;
}

/* Others have chosen other questions: none of those here is meant. */
static void
look_whether_same(struct assess_screen *as)
{
	if (assess_log_fits(&as->log, &as->a))
		return;
	as->stale = true;
	ask_stand(as, NULL);
	ask_make_lines(as);
}

static void
saved(struct assess_screen *as)
{
	struct ui *ui = as->s.ui;
	struct err e = {0};

	ask_draft_drop(as);
	as->dirty = as->due = as->failed = false;
	ui_changed(ui);
	as->own = ui->changed;
	look_whether_same(as);
	if (as->stale && ask_read_again(as, &e) && e.st != ST_BUSY)
		say_err(ui, &e);
	if (as->leaving)
		stack_pop(&as->s);
}

/* Both values were settled in copies, since painting goes on meanwhile. */
static void
on_both(struct ui *ui, void *arg, bool save)
{
	struct assess_screen *as = arg;

	if (save) {
		row_free(as->a.base);
		row_free(as->a.mine);
		as->a.base = as->both_base;
		as->a.mine = as->both_mine;
		assess_again(&as->a);
		look_whether_same(as);
	} else {
		row_free(as->both_base);
		row_free(as->both_mine);
		as->leaving = false;
		say(ui, "Not saved yet; what you answered is still here.");
	}
	as->both_base = as->both_mine = NULL;
	as->typed_at = as->dirty_at = clock_monotonic_ms();
	if (save)
		ask_save(as);
}

/* It is tried again, and kept until then. */
static void
not_saved(struct assess_screen *as)
{
	struct err e = {0};

	as->failed = true;
	as->typed_at = as->dirty_at = clock_monotonic_ms();
	keep_tell(as->s.ui, ask_draft_keep(as, &e), &e);
}

bool
ask_save(struct assess_screen *as)
{
	struct clashes clashes = {NULL, 0};
	struct ui *ui = as->s.ui;
	struct err e = {0};
	enum status st;

	as->due = false;
	if (as->both_mine)
		return false;
	if (!as->dirty)
		return true;
	st = assess_save(&as->a, &clashes, &e);
	if (st)
		not_saved(as);
	if (st == ST_CONFLICT && clashes.n) {
		as->both_base = row_copy(as->a.base);
		as->both_mine = row_copy(as->a.mine);
		both_values(ui, "", as->both_base, as->both_mine, &clashes,
		    on_both, as);
	} else if (st) {
		say_err(ui, &e);
	} else {
		saved(as);
	}
	clashes_clear(&clashes);
	return !st;
}

void
ask_leave(struct assess_screen *as)
{
	struct err e = {0};
	enum status st;

	if (!ask_take(as))
		return;
	if (!as->dirty) {
		stack_pop(&as->s);
		return;
	}
	as->leaving = true;
	if (ask_save(as) || as->both_mine)
		return;		/* gone, or as soon as both values are settled */
	as->leaving = false;
	st = ask_draft_keep(as, &e);
	keep_leave(&as->s, NULL, st, &e);
}

bool
ask_may_leave(struct screen *s)
{
	return ask_take(self(s)) && ask_save(self(s));
}

void
ask_hangup(struct screen *s)
{
	struct err e = {0};

	if (ask_take(self(s)) && self(s)->dirty &&
	    assess_save(&self(s)->a, NULL, &e)) {
		log_line("%s", e.text);
		if (ask_draft_keep(self(s), &e))
			log_line("%s", e.text);
	}
}

/* Something lies over this screen: what would have to be asked or said waits
 * until it is gone. */
static void
save_below(struct assess_screen *as)
{
	struct clashes clashes = {NULL, 0};
	struct err e = {0};

	if (as->both_mine)
		return;
	if (assess_save(&as->a, &clashes, &e))
		not_saved(as);
	else
		saved(as);
	clashes_clear(&clashes);
}

void
ask_tick(struct screen *s)
{
	struct assess_screen *as = self(s);
	int64_t now = clock_monotonic_ms();

	if (!as->dirty || (now - as->typed_at < REST_MS &&
	    now - as->dirty_at < BUSY_MS))
		return;
	if (s->ui->top == s)
		ask_save(as);
	else
		save_below(as);
}

/* A benchmark was left: saved while no key waits. */
bool
ask_idle(struct screen *s)
{
	if (self(s)->due && s->ui->top == s)
		ask_save(self(s));
	return false;
}

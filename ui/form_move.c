/* form_move.c - from field to field: reading what is left behind.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/contacted.h"
#include "base/mem.h"
#include "base/str.h"
#include "ui/field_text.h"
#include "ui/form_inner.h"
#include "ui/statusbar.h"

#define PAGE	8		/* fields PgUp and PgDn pass */

/* The field's value as it was before anything was typed. */
static void
put_back(struct form_screen *fs, const struct widget *w)
{
	if (w->f != &fs->ent->fields[w->no])
		return;			/* derived: nothing to put back */
	if (w->f->type == FT_SET)
		set_copy(&fs->row->sets[w->no], &fs->base->sets[w->no],
		    w->f->set);
	else
		row_set(fs->row, w->no, row_get(fs->base, w->no));
}

/* Figures follow date and status, and so does whether somebody is to be
 * contacted then: that is told, since the cursor is elsewhere. */
static void
understand_rest(struct form_screen *fs)
{
	size_t i;

	for (i = 0; i < fs->f.n; i++) {
		const struct widget *w = &fs->f.w[i];
		bool minds = contacted_names(fs->ent, w->no);
		char *had;

		if (i == fs->f.cur || (!minds && (w->f->type != FT_SET ||
		    w->f->set->shape != SET_YEARS)))
			continue;
		had = xstrdup(w->beside);
		form_screen_understand(fs, i);
		if (minds && *w->beside && !str_eq(had, w->beside))
			say_warn(fs->s.ui, "%s", w->beside);
		free(had);
	}
}

bool
form_commit(struct form_screen *fs)
{
	struct widget *w = form_current(&fs->f);
	struct err e = {0};
	bool good;

	form_take(&fs->f);
	if (!widget_changed(w))
		put_back(fs, w);
	good = widget_read(w, fs->s.app, fs->row, &e) == ST_OK;
	widget_blame(w, good ? NULL : e.text);
	form_screen_understand(fs, fs->f.cur);
	understand_rest(fs);
	return good;
}

static void
go(struct form_screen *fs, size_t i)
{
	form_pick_off(fs);
	form_go(&fs->f, i);
	form_pick_place(fs);
}

/* The field after this one; F.N after the last. */
static size_t
next_field(const struct form_screen *fs)
{
	size_t i = fs->f.cur + 1;

	while (i < fs->f.n && fs->f.w[i].kept && *fs->f.w[i].text)
		i++;
	return i;
}

bool
form_at_last(const struct screen *s)
{
	const struct form_screen *fs = (const struct form_screen *)s;

	return next_field(fs) >= fs->f.n;
}

void
form_next(struct form_screen *fs)
{
	size_t i = next_field(fs);

	if (i < fs->f.n)
		go(fs, i);
	else
		form_save(fs, false);
}

/* Leave the field by Tab or an arrow: a clear choice is taken, an error is
 * marked and stays. */
static void
step(struct form_screen *fs, size_t to)
{
	const struct widget *w = form_current(&fs->f);

	if (!form_pick_settle(fs, false))
		return;
	if (!form_commit(fs))		/* beside it there may be no room */
		say_warn(fs->s.ui, "%s: %s", w->f->label, w->error);
	if (to < fs->f.n)
		go(fs, to);
}

static void
enter(struct form_screen *fs)
{
	struct widget *w = form_current(&fs->f);
	bool had = fs->list;

	if (!form_pick_settle(fs, true))
		return;
	if (form_commit(fs)) {
		form_next(fs);
		return;
	}
	say_warn(fs->s.ui, "%s", w->error);
	if (!had && widget_has_list(w->f)) {	/* what could be meant */
		form_to_end(&fs->f);
		form_pick_update(fs, false);
	} else {
		form_go(&fs->f, fs->f.cur);	/* typing begins again */
	}
}

static void
arrow(struct form_screen *fs, enum request r)
{
	struct widget *w = form_current(&fs->f);
	size_t cur = fs->f.cur;
	bool down = r == REQ_FORM_DOWN;

	if (fs->list) {
		picker_move(&fs->pick, down ? REQ_MENU_DOWN : REQ_MENU_UP);
		form_pick_place(fs);
		return;
	}
	/* in an empty choice Down opens the list of all there are */
	if (down && !*w->text && widget_has_list(w->f) &&
	    widget_picked(w->f)->type != FT_REF &&
	    widget_picked(w->f)->type != FT_ANY) {
		form_pick_update(fs, true);
		if (fs->list) {
			picker_move(&fs->pick, REQ_MENU_DOWN);
			form_pick_place(fs);
			return;
		}
	}
	step(fs, down ? (cur + 1 < fs->f.n ? cur + 1 : cur) :
	    cur ? cur - 1 : 0);
}

static void
break_line(struct form_screen *fs)
{
	const char *why = NULL;

	if (form_current(&fs->f)->f->type != FT_NOTE) {
		say(fs->s.ui, "Only notes have several lines.");
		return;
	}
	fs->f.fresh = false;
	form_insert(&fs->f, "\n", &why);
	if (why)
		say_stay(fs->s.ui, "%s", why);
	form_take(&fs->f);
	form_draft_typed(fs);
	form_screen_understand(fs, fs->f.cur);
}

enum request
form_move_request(struct form_screen *fs, enum request r)
{
	size_t cur = fs->f.cur, n = fs->f.n;

	switch (r) {
	case REQ_FORM_ENTER:
		enter(fs);
		return REQ_NONE;
	case REQ_FORM_NEXT:
		step(fs, (cur + 1) % n);
		return REQ_NONE;
	case REQ_FORM_PREV:
		step(fs, (cur + n - 1) % n);
		return REQ_NONE;
	case REQ_FORM_DOWN:
	case REQ_FORM_UP:
		arrow(fs, r);
		return REQ_NONE;
	case REQ_FORM_PGDN:
		step(fs, cur + PAGE < n ? cur + PAGE : n - 1);
		return REQ_NONE;
	case REQ_FORM_PGUP:
		step(fs, cur > PAGE ? cur - PAGE : 0);
		return REQ_NONE;
	case REQ_FORM_CLEAR:
		form_clear_field(&fs->f);
		widget_blame(form_current(&fs->f), NULL);
		form_draft_typed(fs);
		form_pick_off(fs);
		form_screen_understand(fs, cur);
		return REQ_NONE;
	case REQ_FORM_BREAK:
		break_line(fs);
		return REQ_NONE;
	default:
		return r;
	}
}

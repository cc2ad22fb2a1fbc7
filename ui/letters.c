/* letters.c - m, r and t of notices: write to somebody, chase, note an answer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/letters.h"

#include <stdlib.h>
#include <string.h>

#include "app/notice.h"
#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"
#include "ui/dialog.h"
#include "ui/form_screen.h"
#include "ui/record_screen.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

#define AUDIENCE_MAX	1900	/* bytes of references in the field */

/* --- m: write to --------------------------------------------------------- */

/* Whom a recipient's row means: the person, else the place. */
static void
add_ref(struct ui *ui, const struct entity *ent, int64_t id, struct buf *out)
{
	struct row *r;
	struct err e = {0};

	if (ent->no != ENT_recipient) {
		ref_text(ui->app, ent, id, out);
	} else if (!record_load(ui->app, ent, id, &r, &e)) {
		value_text(ui->app, r, row_ref(r, F_recipient_contact) ?
		    F_recipient_contact : F_recipient_organisation, out);
		row_free(r);
	}
}

/* By name: the form shows references. */
static void
say_whom(struct ui *ui, const struct entity *ent, const int64_t *id, size_t n)
{
	struct buf who;

	buf_init(&who, BUF_LINE);
	if (n == 1)
		title_text(ui->app, ent, id[0], &who);
	else
		buf_addf(&who, "%zu %s", n, ent->ids);
	say(ui, "Goes to %s.%s", who.p, ui->cols < 76 ? "" :
	    " Ctrl-S saves the draft; t sends it.");
	buf_clear(&who);
}

void
letters_write(struct ui *ui, const struct entity *ent, const int64_t *id,
    size_t n)
{
	struct row *preset;
	struct buf to;

	if (!str_in(ent->id, "school employer partner contact volunteer "
	    "encounter cpd recipient")) {
		say(ui, "m writes to schools, employers, providers, people, or "
		    "who is at an event.");
		return;
	}
	buf_init(&to, BUF_ROW);
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_add(&to, ", ");
		add_ref(ui, ent, id[i], &to);
	}
	if (to.n > AUDIENCE_MAX) {
		say(ui, "%zu are too many to name: n in g n, with a filter as "
		    "its audience.", n);
		buf_clear(&to);
		return;
	}
	preset = record_new(ui->app, entities[ENT_notice]);
	row_set(preset, F_notice_audience, to.p);
	row_set(preset, F_notice_template, "plain");
	form_open(ui, preset->ent, 0, preset);
	row_free(preset);
	buf_clear(&to);
	say_whom(ui, ent, id, n);
}

static bool
here(struct ui *ui, const struct entity **ent, int64_t *id)
{
	const struct screen *s = stack_main(ui);

	if (s->ops->here != NULL && s->ops->here(s, ent, id))
		return true;
	say(ui, "Go to a record first.");
	return false;
}

void
letters_write_here(struct ui *ui)
{
	const struct entity *ent;
	int64_t id;

	if (here(ui, &ent, &id))
		letters_write(ui, ent, &id, 1);
}

/* --- r: chase ------------------------------------------------------------ */

struct chase {
	int64_t	 notice;
};

/* Chase, or, with LINES, only tell who would be asked; on failure they are
 * those who may not be. */
static enum status
run(struct ui *ui, int64_t notice, struct strs *lines,
    struct notice_counts *n, struct err *e)
{
	struct strs left = {0};
	struct buf label;
	int64_t made = 0;
	enum status st = step_begin(ui->app, e);

	if (st)
		return st;
	buf_init(&label, BUF_LINE);
	st = notice_chase(ui->app, notice, &made, &left, e);
	if (lines && st)
		*lines = left;
	else
		strs_clear(&left);
	if (!st && lines)
		st = notice_shown(ui->app, made, lines, n, e);
	if (!st) {
		buf_add(&label, "chased with ");
		ref_text(ui->app, entities[ENT_notice], made, &label);
	}
	if (lines && !st) {
		st = step_end(ui->app, ST_INTERRUPTED, "", e);
		st = st == ST_INTERRUPTED ? ST_OK : st;
	} else {
		st = step_end(ui->app, st, label.p, e);
	}
	buf_clear(&label);
	return st;
}

static void
on_chase(struct ui *ui, void *arg, bool yes)
{
	struct chase *c = arg;
	struct err e = {0};

	if (!yes) {
		say(ui, "Nothing was changed.");
	} else if (run(ui, c->notice, NULL, NULL, &e)) {
		say_err(ui, &e);
	} else {
		say_done(ui, "The reminder is drafted; t sends it");
		ui_changed(ui);
	}
	free(c);
}

static void
show_left(struct ui *ui, const struct strs *left)
{
	char *text = strs_join(left, "\n");

	dialog_text(ui, "Nobody is left to ask", text);
	free(text);
}

static void
chase(struct ui *ui, int64_t notice)
{
	struct strs lines = {0};
	struct err e = {0};
	struct chase *c;
	struct notice_counts n = {0};
	char *title;

	if (run(ui, notice, &lines, &n, &e)) {
		if (lines.n)
			show_left(ui, &lines);
		else
			say_err(ui, &e);
	} else {
		c = xcalloc(1, sizeof *c);
		c->notice = notice;
		title = xasprintf("Ask %zu again", n.gets);
		dialog_preview(ui, title, &lines, on_chase, c);
		free(title);
	}
	strs_clear(&lines);
}

void
letters_chase_here(struct ui *ui)
{
	const struct entity *ent;
	struct err e = {0};
	struct row *r;
	int64_t id;

	if (!here(ui, &ent, &id))
		return;
	if (ent->no == ENT_recipient &&
	    record_load(ui->app, ent, id, &r, &e) == ST_OK) {
		id = row_ref(r, F_recipient_notice);
		row_free(r);
		chase(ui, id);
	} else if (ent->no == ENT_notice) {
		chase(ui, id);
	} else {
		say(ui, "Only a notice is chased: g n shows them.");
	}
}

/* --- t: sent, answered --------------------------------------------------- */

struct ticking {
	const struct entity *ent;
	int64_t		*id;
	size_t		 n;
	const char	*reply;
	size_t		 done, empty;	/* ticked; notices nobody gets */
};

/* False: there is nothing to tick. */
static bool
tick(struct row *r, const char *reply)
{
	const char *now = row_get(r, F_recipient_status);

	if (r->ent->no == ENT_notice) {
		if (row_is(r, F_notice_status, "sent"))
			return false;
		row_set(r, F_notice_status, "sent");
	} else if (str_in(now, "replied declined")) {
		row_set(r, F_recipient_status, "sent");
		row_set(r, F_recipient_replied, "");
		row_set(r, F_recipient_reply, "");
	} else if (str_in(now, "sent bounced")) {
		row_set(r, F_recipient_status, str_ieq(reply, "no") ||
		    str_ieq(reply, "declined") ? "declined" : "replied");
		row_set(r, F_recipient_reply, reply);
	} else {
		return false;
	}
	return true;
}

/* Of those that come from others nobody is on record. */
static bool
goes_to_nobody(const struct row *r)
{
	return r->ent->no == ENT_notice && row_is(r, F_notice_direction,
	    "out") && row_int(r, F_notice_asked, 0) == 0;
}

static enum status
tick_one(struct ui *ui, struct ticking *t, int64_t id, struct err *e)
{
	struct row *base, *mine;
	enum status st = record_load(ui->app, t->ent, id, &base, e);

	if (st)
		return st;
	mine = row_copy(base);
	if (goes_to_nobody(base)) {
		t->empty++;
	} else if (tick(mine, t->reply)) {
		st = record_change(ui->app, base, mine, NULL, e);
		t->done++;
	}
	row_free(base);
	row_free(mine);
	return st;
}

static enum status
tick_all(struct ui *ui, struct ticking *t, struct err *e)
{
	struct buf label;
	enum status st = step_begin(ui->app, e);

	if (st)
		return st;
	for (size_t i = 0; i < t->n && !st; i++)
		st = tick_one(ui, t, t->id[i], e);
	buf_init(&label, BUF_LINE);
	buf_add(&label, "ticked ");
	entity_counted(t->ent, t->done, &label);
	st = step_end(ui->app, st, label.p, e);
	if (!st && !t->done && t->empty)
		say(ui, "Nobody gets it yet: e gives it an audience, n in "
		    "Recipients adds somebody.");
	else if (!st && !t->done)
		say(ui, t->ent->no == ENT_notice ? "It is sent already." :
		    "Only who was sent it has answered.");
	else if (!st)
		say(ui, "%s %s. u takes it back.", label.p + strlen("ticked "),
		    t->ent->no == ENT_notice ? "marked as sent" : "noted");
	buf_clear(&label);
	if (st)
		return st;
	ui_changed(ui);
	return ST_OK;
}

static void
ticking_free(struct ticking *t)
{
	free(t->id);
	free(t);
}

static bool
on_reply(struct ui *ui, void *arg, const char *text)
{
	struct ticking *t = arg;
	struct err e = {0};

	if (text) {
		t->reply = text + strspn(text, " ");
		if (tick_all(ui, t, &e)) {
			say_err(ui, &e);
			t->done = 0;
			return false;
		}
	}
	ticking_free(t);
	return true;
}

/* Has the first of them yet to answer? */
static bool
asks(struct ui *ui, const struct ticking *t)
{
	struct row *r;
	struct err e = {0};
	bool yes;

	if (t->ent->no != ENT_recipient ||
	    record_load(ui->app, t->ent, t->id[0], &r, &e))
		return false;
	yes = str_in(row_get(r, F_recipient_status), "sent bounced");
	row_free(r);
	return yes;
}

void
letters_tick(struct ui *ui, const struct entity *ent, const int64_t *id,
    size_t n)
{
	struct ticking *t = xcalloc(1, sizeof *t);
	struct err e = {0};

	t->ent = ent;
	t->n = n;
	t->id = xcalloc(n, sizeof *t->id);
	t->reply = "";
	memcpy(t->id, id, n * sizeof *id);
	if (asks(ui, t)) {
		dialog_prompt(ui, "What did they answer (by friday, no)? ", "",
		    on_reply, t);
		return;
	}
	if (tick_all(ui, t, &e))
		say_err(ui, &e);
	ticking_free(t);
}

/* list_actions.c - what lists and tabs do with their rows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/list_actions.h"

#include <stdlib.h>

#include "app/record.h"
#include "app/text.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "ui/assess_screen.h"
#include "ui/form_screen.h"
#include "ui/importing.h"
#include "ui/letters.h"
#include "ui/statusbar.h"
#include "ui/term.h"
#include "ui/tick.h"
#include "ui/work.h"

/* "encounter", "3 encounters": for labels and messages. */
static void
add_what(struct app *app, const struct entity *ent, const int64_t *id,
    size_t n, bool title, struct buf *out)
{
	if (n != 1)
		entity_counted(ent, n, out);
	else if (title)
		title_text(app, ent, id[0], out);
	else
		ref_text(app, ent, id[0], out);
}

static bool
is_archived(struct app *app, const struct entity *ent, int64_t id)
{
	struct row *r;
	struct err e = {0};
	bool yes;

	if (record_load(app, ent, id, &r, &e))
		return false;
	yes = *row_get(r, entity_field(ent, "archived")) != '\0';
	row_free(r);
	return yes;
}

static enum status
archive_one(struct app *app, const struct entity *ent, int64_t id, bool back,
    struct err *e)
{
	if (back)
		return record_restore(app, ent, id, e);
	if (is_archived(app, ent, id))
		return ST_OK;
	return record_archive(app, ent, id, "", e);
}

void
archive_records(struct ui *ui, const struct entity *ent, const int64_t *id,
    size_t n)
{
	struct app *app = ui->app;
	struct err e = {0};
	struct buf label, what;
	enum status st;
	bool back = true;
	size_t i;

	for (i = 0; i < n && back; i++)
		back = is_archived(app, ent, id[i]);
	buf_init(&label, BUF_LINE);
	buf_init(&what, BUF_LINE);
	buf_add(&label, back ? "restored " : "archived ");
	add_what(app, ent, id, n, false, &label);
	add_what(app, ent, id, n, true, &what);
	st = step_begin(app, &e);
	if (!st) {
		for (i = 0; i < n && !st; i++)
			st = archive_one(app, ent, id[i], back, &e);
		st = step_end(app, st, label.p, &e);
	}
	if (st) {
		say_err(ui, &e);
	} else {
		say(ui, "%s %s. u takes it back.",
		    back ? "Put back" : "Archived", what.p);
		ui_changed(ui);
	}
	buf_clear(&label);
	buf_clear(&what);
}

void
duplicate_record(struct ui *ui, const struct entity *ent, int64_t id)
{
	struct row *old, *preset;
	struct err e = {0};
	size_t f;

	if (record_load(ui->app, ent, id, &old, &e)) {
		say_err(ui, &e);
		return;
	}
	preset = row_new(ent);
	for (f = 0; f < ent->nfields; f++) {
		if (!(ent->fields[f].flags & FF_REPEAT))
			continue;
		if (ent->fields[f].type == FT_SET)
			set_copy(row_members(preset, (int)f),
			    row_members(old, (int)f), ent->fields[f].set);
		else
			row_set(preset, (int)f, row_get(old, (int)f));
	}
	form_open(ui, ent, 0, preset);
	row_free(preset);
	row_free(old);
}

/* It is pasted into another program, perhaps a shell: no control goes along. */
static void
add_copied(struct ui *ui, void (*text)(struct app *, const struct entity *,
    int64_t, struct buf *), const struct entity *ent, int64_t id,
    struct buf *out)
{
	struct buf b;
	char *safe;

	buf_init(&b, BUF_LINE);
	text(ui->app, ent, id, &b);
	safe = utf8_printable(b.p, true);
	buf_add(out, safe);
	free(safe);
	buf_clear(&b);
}

void
copy_records(struct ui *ui, const struct entity *ent, const int64_t *id,
    size_t n)
{
	struct buf b;
	size_t i;

	if (ui->restricted) {
		say(ui, "The clipboard is not open in this session.");
		return;
	}
	buf_init(&b, BUF_ROW);
	for (i = 0; i < n && i < 1000; i++) {
		if (i)
			buf_addc(&b, '\n');
		add_copied(ui, ref_text, ent, id[i], &b);
		buf_addc(&b, '\t');
		add_copied(ui, title_text, ent, id[i], &b);
	}
	term_clipboard(b.p);
	say(ui, "Copied %zu reference%s to the clipboard.", n,
	    n == 1 ? "" : "s");
	buf_clear(&b);
}

#define MARKS_MOST 100000	/* more are not marked at once */

struct ids {
	int64_t	*v;
	size_t	 n, cap;
};

static enum status
add_id(void *arg, int64_t id, struct err *e)
{
	struct ids *l = arg;

	if (l->n == MARKS_MOST)
		return err_set(e, ST_DENIED, "More than %d rows are shown; "
		    "filter them first.", MARKS_MOST);
	if (l->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 256;
		l->v = xreallocarray(l->v, l->cap, sizeof *l->v);
	}
	l->v[l->n++] = id;
	return ST_OK;
}

static void
mark_all(struct ui *ui, struct list_view *v)
{
	struct ids l = {0};
	struct err e = {0};

	if (lister_each(&v->l, add_id, &l, &e)) {
		say_err(ui, &e);
	} else {
		list_view_mark_many(v, l.v, l.n);
		say(ui, "%zu marked; M takes the marks off.", v->nmarks);
	}
	free(l.v);
}

static void
mark_row(struct list_view *v)
{
	const struct list_row *r = list_view_row(v);

	list_view_mark(v, r->id, !list_view_marked(v, r->id));
	list_view_move(v, REQ_DOWN);
}

/* What has targets: the marks, else the row. */
static bool
on_targets(struct ui *ui, struct list_view *v, enum request r)
{
	const struct entity *ent = v->l.spec.ent;
	int64_t *id;
	size_t n = list_view_targets(v, &id);

	if (r == REQ_ARCHIVE && n) {
		archive_records(ui, ent, id, n);
		list_view_unmark(v);
	} else if (r == REQ_COPY && n) {
		copy_records(ui, ent, id, n);
	} else if (r == REQ_TICK && n) {
		tick_records(ui, ent, id, n);
	} else if (r == REQ_SNOOZE && n) {
		snooze_records(ui, ent, id, n, -1);
	} else if (r == REQ_ASSIGN && n) {
		work_assign(ui, ent, id, n);
	} else if (r == REQ_WRITE && n) {
		letters_write(ui, ent, id, n);
	}
	free(id);
	return true;
}

bool
record_action(struct ui *ui, const struct entity *ent, int64_t id,
    enum request r)
{
	switch (r) {
	case REQ_EDIT:
		form_open(ui, ent, id, NULL);
		return true;
	case REQ_DUPLICATE:
		duplicate_record(ui, ent, id);
		return true;
	case REQ_ARCHIVE:
		archive_records(ui, ent, &id, 1);
		return true;
	case REQ_COPY:
		copy_records(ui, ent, &id, 1);
		return true;
	case REQ_TICK:
		tick_records(ui, ent, &id, 1);
		return true;
	case REQ_SNOOZE:
		snooze_records(ui, ent, &id, 1, -1);
		return true;
	case REQ_NUMBERS:
		numbers_open(ui, ent, id);
		return true;
	default:
		return false;
	}
}

bool
list_action(struct ui *ui, struct list_view *v, enum request r)
{
	const struct list_row *row = list_view_row(v);
	const struct entity *ent = v->l.spec.ent;

	switch (r) {
	case REQ_ARCHIVE: case REQ_COPY: case REQ_TICK: case REQ_SNOOZE:
	case REQ_ASSIGN: case REQ_WRITE:
		return on_targets(ui, v, r);
	case REQ_EDIT:
		if (v->nmarks)
			bulk_edit(ui, ent, v->mark, v->nmarks);
		else if (ent->no == ENT_assessment)
			assess_edit(ui, row->id);
		else
			form_open(ui, ent, row->id, NULL);
		return true;
	case REQ_NUMBERS:
		numbers_open(ui, ent, row->id);
		return true;
	case REQ_DUPLICATE:
		duplicate_record(ui, ent, row->id);
		return true;
	case REQ_MARK:
		mark_row(v);
		return true;
	case REQ_MARK_ALL:
		mark_all(ui, v);
		return true;
	case REQ_UNMARK:
		list_view_unmark(v);
		return true;
	case REQ_SORT:
		list_choose_sort(ui, v);
		return true;
	case REQ_COLUMNS:
		list_choose_columns(ui, v);
		return true;
	case REQ_VIEW_SAVE:
		list_save_view(ui, v);
		return true;
	case REQ_VIEW_OPEN:
		list_open_view(ui, v);
		return true;
	case REQ_IMPORT:
		import_ask(ui, ent);
		return true;
	case REQ_EXPORT:
		list_export(ui, v);
		return true;
	default:
		return false;
	}
}

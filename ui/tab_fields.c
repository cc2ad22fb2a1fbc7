/* tab_fields.c - a record's fields that are not empty, one under the other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "app/text.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/command.h"
#include "ui/cursor.h"
#include "ui/statusbar.h"
#include "ui/tabs.h"

struct shown {
	int	 field;
	char	*text;
	int	 y, rows;	/* where, within all of them */
};

struct fields_tab {
	struct tab	 t;
	struct shown	*v;
	size_t		 n, at;
	int		 top;
	int		 label;		/* columns of the labels */
};

static void
forget(struct fields_tab *f)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		free(f->v[i].text);
	free(f->v);
	f->v = NULL;
	f->n = 0;
}

/* The table of numbers keeps one figure of a school whose year groups are
 * several: which of them it is of nobody said. */
static void
add_of_all(const struct row *r, int f, struct buf *out)
{
	const struct set *s = row_members(r, f);
	bool any = false;
	size_t i;

	for (i = 0; i < s->n; i++)
		any |= strcmp(s->m[i].v[EG_NAME], "disadvantaged") == 0 ||
		    strcmp(s->m[i].v[EG_NAME], "SEND") == 0;
	if (any)
		buf_add(out, "  (of all its year groups together)");
}

static void
read_fields(struct fields_tab *f)
{
	const struct entity *ent = f->t.row->ent;
	struct buf b;
	size_t i;

	forget(f);
	f->v = xcalloc(ent->nfields, sizeof *f->v);
	for (i = 0; i < ent->nfields; i++) {
		if (ent->fields[i].flags & FF_HIDDEN ||
		    row_is_empty(f->t.row, (int)i))
			continue;
		buf_init(&b, BUF_ROW);
		value_shown(f->t.ui->app, f->t.row, (int)i, &b);
		if (ent->no == ENT_encounter && i == F_encounter_groups)
			add_of_all(f->t.row, (int)i, &b);
		f->v[f->n].field = (int)i;
		f->v[f->n++].text = buf_take(&b);
	}
	f->at = cursor_within(f->at, f->n);
}

static enum status
fields_open(struct tab *t, struct err *e)
{
	(void)e;
	read_fields((struct fields_tab *)t);
	return ST_OK;
}

static void
fields_close(struct tab *t)
{
	forget((struct fields_tab *)t);
}

/* Rows TEXT takes in COLS columns, as draw_wrap would break it, at least. */
static int
rows_of(const struct paint *p, const char *text, int cols)
{
	const char *line = text;
	char *one;
	size_t n;
	int rows = 0, width;

	for (;;) {
		n = strcspn(line, "\n");
		one = xstrndup(line, n);
		width = draw_width(p, one);
		rows += width <= cols ? 1 : 1 + width / (cols > 4 ? cols - 3 : 1);
		free(one);
		if (!line[n])
			return rows;
		line += n + 1;
	}
}

static void
fields_layout(struct tab *t)
{
	struct fields_tab *f = (struct fields_tab *)t;
	const struct entity *ent = t->row->ent;
	int y = 0, width;
	size_t i;

	f->label = 0;
	for (i = 0; i < f->n; i++) {
		width = draw_width(&t->s->p, ent->fields[f->v[i].field].label);
		f->label = width > f->label ? width : f->label;
	}
	if (f->label > t->cols / 3)
		f->label = t->cols / 3;
	for (i = 0; i < f->n; i++) {
		f->v[i].y = y;
		f->v[i].rows = rows_of(&t->s->p, f->v[i].text,
		    t->cols - f->label - 5);
		y += f->v[i].rows;
	}
}

static void
keep_in_view(struct fields_tab *f)
{
	const struct shown *c = &f->v[f->at];

	if (c->y + c->rows > f->top + f->t.rows)
		f->top = c->y + c->rows - f->t.rows;
	if (c->y < f->top)
		f->top = c->y;
}

static void
fields_right(const struct tab *t, struct buf *out)
{
	const struct fields_tab *f = (const struct fields_tab *)t;
	const struct shown *last = f->n ? &f->v[f->n - 1] : NULL;

	if (last && last->y + last->rows > f->top + t->rows)
		buf_add(out, "v more");
}

static void
fields_draw(struct tab *t, int y)
{
	struct fields_tab *f = (struct fields_tab *)t;
	const struct entity *ent = t->row->ent;
	const struct paint *p = &t->s->p;
	const struct shown *c;
	int at;
	size_t i;

	if (!f->n)
		return;
	keep_in_view(f);
	for (i = 0; i < f->n; i++) {
		c = &f->v[i];
		at = c->y - f->top;
		if (at < 0 || at >= t->rows)
			continue;
		draw_text(p, y + at, 2, f->label, i == f->at ? ROLE_CHOSEN :
		    ROLE_MUTED, ent->fields[c->field].label);
		if (i == f->at)
			draw_text(p, y + at, 0, 1, ROLE_TEXT, ">");
		draw_wrap(p, y + at, f->label + 4, t->rows - at < c->rows ?
		    t->rows - at : c->rows, t->cols - f->label - 5,
		    ent->fields[c->field].type == FT_REF ? ROLE_ACCENT :
		    ROLE_TEXT, c->text);
	}
	draw_cursor(p, y + f->v[f->at].y - f->top, 0);
}

/* The record a field names: the first of several. */
static void
open_field(struct fields_tab *f)
{
	const struct row *row = f->t.row;
	const struct field *fd = &row->ent->fields[f->v[f->at].field];
	const struct entity *ent = NULL;
	const struct set *set;
	char *slash, *copy;
	int64_t id = 0;

	if (fd->type == FT_REF) {
		ent = entity_find(fd->ref);
		id = row_ref(row, f->v[f->at].field);
	} else if (fd->type == FT_ANY) {
		copy = xstrdup(row_get(row, f->v[f->at].field));
		slash = strchr(copy, '/');
		if (slash)
			*slash = '\0';
		ent = entity_find(copy);
		free(copy);
		id = row_ref(row, f->v[f->at].field);
	} else if (fd->type == FT_SET && fd->set->cols[0].type == FT_REF) {
		set = row_members(row, f->v[f->at].field);
		ent = entity_find(fd->set->cols[0].ref);
		id = set->n ? member_ref(&set->m[0], 0) : 0;
	}
	if (ent && id)
		command_open(f->t.ui, ent, id);
	else
		say(f->t.ui, "%s e changes it.", fd->help);
}

static enum request
fields_request(struct tab *t, enum request r)
{
	struct fields_tab *f = (struct fields_tab *)t;

	if (cursor_move(&f->at, f->n, t->rows, r)) {
		f->at = cursor_within(f->at, f->n);
		return REQ_NONE;
	}
	if (r != REQ_OPEN)
		return r;
	if (f->n)
		open_field(f);
	return REQ_NONE;
}

static void
fields_refresh(struct tab *t, bool own)
{
	(void)own;
	read_fields((struct fields_tab *)t);
	fields_layout(t);
}

const struct tab_ops tab_fields = {
	.size = sizeof(struct fields_tab), .groups = G_ROW | G_MOVE,
	.open = fields_open, .close = fields_close, .layout = fields_layout,
	.draw = fields_draw, .request = fields_request,
	.refresh = fields_refresh, .right = fields_right,
};

/* board_cells.c - one row of a board.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "app/board_impl.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "model/tables.h"

void
cell_set(struct board_cell *c, const char *text, const char *data)
{
	c->text = xstrdup(text);
	c->data = xstrdup(data);
}

void
cell_lists(struct board_cell *c, const char *ent, char *take_filter)
{
	c->ent = entity_find(ent);
	c->filter = take_filter;
}

void
cell_opens(struct board_cell *c, const char *ent, int64_t id)
{
	c->ent = id != 0 ? entity_find(ent) : NULL;
	c->id = id;
}

void
board_cells_free(const struct board_kind *k, struct board_cell *c)
{
	for (size_t i = 0; c != NULL && i < k->ncols; i++) {
		free(c[i].text);
		free(c[i].data);
		free(c[i].filter);
		free(c[i].said);
		free(c[i].words);
	}
	free(c);
}

static void
read_school(struct app *app, const struct board_kind *k,
    const struct list_row *r, int day, struct board_school *s)
{
	struct buf ref;

	*s = (struct board_school){ .app = app, .day = day };
	day_iso(day, s->iso);
	s->row = row_new(&school_entity);
	s->row->id = r->id;
	for (size_t i = 0; i < k->nfields; i++)
		row_set(s->row, k->field[i], r->cell[i]);
	buf_init(&ref, BUF_LINE);
	ref_text(app, &school_entity, r->id, &ref);
	s->ref = buf_take(&ref);
}

enum status
board_cells(struct app *app, const struct board_kind *k,
    const struct list_row *r, int day, struct board_cell **out, struct err *e)
{
	struct board_cell *c = xcalloc(k->ncols, sizeof *c);
	struct board_school s;
	enum status st;

	read_school(app, k, r, day, &s);
	st = board_facts(app->db, r->id, s.iso, &s.facts, e);
	for (size_t i = 0; i < k->ncols && st == ST_OK; i++)
		st = k->col[i].make(&s, &k->col[i], &c[i], e);
	row_free(s.row);
	free(s.ref);
	if (st != ST_OK) {
		board_cells_free(k, c);
		return st;
	}
	*out = c;
	return ST_OK;
}

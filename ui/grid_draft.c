/* grid_draft.c - numbers typed and not saved: kept, offered, taken up.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/draft.h"
#include "app/text.h"
#include "model/fields.h"
#include "ui/grid_inner.h"
#include "ui/statusbar.h"

static const int drafted[] = {	/* what the grid changes, in reading order */
	F_encounter_status, F_encounter_schools, F_encounter_employers,
	F_encounter_groups, F_encounter_years,
};
#define NDRAFTED (sizeof drafted / sizeof drafted[0])

bool
grid_is_changed(const struct grid_screen *gs)
{
	size_t i;

	for (i = 0; i < NDRAFTED; i++)
		if (!row_same(gs->g.base, gs->g.row, drafted[i]))
			return true;
	return false;
}

enum status
grid_draft_keep(struct grid_screen *gs, struct err *e)
{
	struct draft d = {.kind = "grid", .ent = entities[ENT_encounter],
	    .id = gs->g.base->id, .base = row_copy(gs->g.base)};
	enum status st;
	struct buf b;
	size_t i;

	for (i = 0; i < NDRAFTED; i++) {
		buf_init(&b, BUF_ROW);
		value_text(gs->s.app, gs->g.row, drafted[i], &b);
		draft_add(&d, d.ent->fields[drafted[i]].id, b.p);
		buf_clear(&b);
	}
	st = draft_save(gs->s.app, &d, e);
	draft_clear(&d);
	keep_done(&gs->keep);
	return st;
}

void
grid_draft_now(struct grid_screen *gs)
{
	struct err e = {0};

	keep_tell(gs->s.ui, grid_draft_keep(gs, &e), &e);
}

static void
take_draft(struct grid_screen *gs, const struct draft *d)
{
	struct row *row = row_copy(d->base);
	struct err e = {0};
	const char *text;
	size_t i;

	for (i = 0; i < NDRAFTED; i++) {
		text = draft_text(d, row->ent->fields[drafted[i]].id);
		if (text && value_parse(gs->s.app, row, drafted[i], text, 0,
		    true, &e))
			say_err(gs->s.ui, &e);
	}
	row_free(gs->g.base);
	row_free(gs->g.row);
	gs->g.base = row_copy(d->base);
	gs->g.row = row;
	if (grid_describe(&gs->g, &e))
		say_err(gs->s.ui, &e);
	gs->row = gs->col = 0;
}

static void
on_draft(struct ui *ui, void *arg, int n)
{
	struct grid_screen *gs = arg;
	struct draft d = {0};
	const struct entity *ent = entities[ENT_encounter];

	if (n == 0 && draft_load(ui->app, "grid", ent, gs->g.base->id, 0,
	    &d)) {
		take_draft(gs, &d);
		say(ui, "Here is what you had typed; it is not saved yet.");
	}
	if (n == 1)
		draft_drop(ui->app, "grid", ent, gs->g.base->id, 0);
	draft_clear(&d);
}

void
grid_draft_offer(struct grid_screen *gs)
{
	struct draft d = {0};

	if (!draft_load(gs->s.app, "grid", entities[ENT_encounter],
	    gs->g.base->id, 0, &d))
		return;
	keep_offer(gs->s.ui, "You typed numbers here and did not save "
	    "them.", on_draft, gs);
	draft_clear(&d);
}

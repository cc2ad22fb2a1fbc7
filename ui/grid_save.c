/* grid_save.c - the numbers of an encounter into the database, and what is said.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/grid_inner.h"

#include "app/draft.h"
#include "app/record.h"
#include "model/fields.h"
#include "ui/both_values.h"
#include "ui/stack.h"
#include "ui/statusbar.h"

static void
on_both(struct ui *ui, void *arg, bool yes)
{
	struct grid_screen *gs = arg;

	if (yes)
		grid_save(gs);
	else
		say(ui, "Nothing was saved; what you typed is still here.");
}

/* A planned encounter all of whose numbers are in has happened. */
static bool
close_it(struct grid_screen *gs)
{
	struct row *r = gs->g.row;
	int day = row_day(r, F_encounter_date);

	if (!(row_is(r, F_encounter_status, "planned") ||
	    row_is(r, F_encounter_status, "confirmed")) ||
	    day == DAY_NONE || day > gs->s.app->today ||
	    grid_schools_in(&gs->g) < gs->g.nschools)
		return false;
	row_set(r, F_encounter_status, "delivered");
	return true;
}

/* A school that somebody else has taken off the encounter, with its numbers;
 * NULL none. */
static const char *
lost_school(const struct grid_screen *gs)
{
	const struct grid *g = &gs->g;
	const struct setdef *def =
	    g->row->ent->fields[F_encounter_schools].set;
	const char *lost = NULL;
	struct row *now;
	size_t i;

	if (record_load(gs->s.app, g->base->ent, g->base->id, &now, NULL))
		return NULL;
	for (i = 0; i < g->nschools && !lost; i++)
		if (!set_find(row_members(now, F_encounter_schools), def,
		    (const char *const[]){g->school[i].code}))
			lost = g->school[i].name;
	row_free(now);
	return lost;
}

static void
say_saved(struct grid_screen *gs, size_t in, bool closed)
{
	size_t of = gs->g.nschools;
	const char *lost = lost_school(gs);
	struct ui *ui = gs->s.ui;

	if (lost)
		say_warn(ui, "Not saved for %s, which somebody else took off "
		    "this encounter.", lost);
	else if (!step_last(ui->app))
		say(ui, "Nothing was changed.");
	else
		say_good(ui, "Saved: numbers of %zu of %zu school%s are in%s. "
		    "u takes it back.", in, of, of == 1 ? "" : "s",
		    closed ? ", so it counts as delivered" : "");
}

void
grid_save(struct grid_screen *gs)
{
	struct clashes clashes = {NULL, 0};
	struct ui *ui = gs->s.ui;
	struct err e = {0};
	enum status st;
	bool closed;
	size_t in;

	if (!grid_take(gs))
		return;
	closed = close_it(gs);
	in = grid_schools_in(&gs->g);
	st = record_save(ui->app, gs->g.base, gs->g.row, &clashes, &e);
	if (st == ST_CONFLICT && clashes.n) {
		both_values(ui, "", gs->g.base, gs->g.row, &clashes, on_both, gs);
	} else if (st) {
		say_err(ui, &e);
	} else {
		draft_drop(ui->app, "grid", entities[ENT_encounter],
		    gs->g.base->id, 0);
		say_saved(gs, in, closed);
		ui_changed(ui);
		stack_pop(&gs->s);
	}
	clashes_clear(&clashes);
}
